/** The office's settings: its name, letterhead, number, contact and dates, as letters bear them. */
import { Hono } from 'hono';
import { type Office, type OfficeField, officeFrom, readOffice } from '../present/office.ts';
import type { PageText } from '../words/pages.ts';
import { note } from './actor.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { type ConflictLine, conflictOf, mustHaveSeen, seenOf, unlessStale } from './stale.ts';

export function settingsRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  function settingsPage(
    c: PageContext,
    office: Readonly<Record<OfficeField, unknown>>,
    mistakes: readonly { readonly field: OfficeField; readonly text: string }[],
    kept: Office,
    stale = false,
  ) {
    const t = wordsFor(c.var.lang);
    return pages.page(
      c,
      'settings',
      { title: t('settings'), section: 'settings', status: stale ? 409 : mistakes.length > 0 ? 422 : 200 },
      {
        office: { ...office, dueDays: office.dueDays ?? '' },
        wrong: Object.fromEntries(
          ['name', 'letterhead', 'number', 'contact', 'phone', 'dueDays', 'dueDate', 'reportsDue'].map(field => [
            field,
            mistakes.find(mistake => mistake.field === field)?.text ?? '',
          ]),
        ),
        seen: seenOf(kept),
        stale,
        conflict: stale ? conflictOf(officeLines(office, kept, t)) : [],
        refused: mistakes.length > 0,
        notice: c.req.query('done') === 'saved' ? t('settingsSaved') : '',
      },
    );
  }

  const officeKept = async (): Promise<Office> => officeFrom((await options.store.settings()).office);

  routes.get('/', async c => {
    const office = await officeKept();
    return settingsPage(c, office, [], office);
  });

  routes.post('/', async c => {
    const form = await c.req.parseBody();
    const { office, mistakes } = readOffice(form);
    if (mistakes.length > 0) {
      // Nothing that was typed may be lost.
      const typed = Object.fromEntries(
        Object.keys(office).map(key => [key, typeof form[key] === 'string' ? form[key] : '']),
      );
      const told = mistakes.map(({ field, words }) => ({ field, text: words(c.var.lang) }));
      return settingsPage(c, typed as Readonly<Record<keyof Office, unknown>>, told, await officeKept());
    }
    const saved = await unlessStale(() =>
      options.store.updateSettings(kept => {
        mustHaveSeen(form.seen, officeFrom(kept.office));
        return { ...kept, office };
      }),
    );
    if (!saved) return settingsPage(c, office, [], await officeKept(), true);
    note(c, 'settings-saved');
    return c.redirect('/settings?done=saved', 303);
  });

  return routes;
}

const officeTexts = {
  name: 'officeName',
  letterhead: 'officeLetterhead',
  number: 'officeNumber',
  contact: 'officeContact',
  phone: 'officePhone',
  reportsDue: 'officeReportsDue',
  dueDays: 'officeDueDays',
  dueDate: 'officeDueDate',
  verify: 'officeVerify',
  score: 'officeScore',
} as const satisfies Readonly<Record<OfficeField, PageText>>;

/** What was typed and what is kept, field by field. */
function officeLines(
  typed: Readonly<Record<OfficeField, unknown>>,
  kept: Office,
  t: ReturnType<typeof wordsFor>,
): readonly ConflictLine[] {
  const said = (value: unknown): string => (typeof value === 'boolean' ? (value ? '✔' : '') : String(value ?? ''));
  return (Object.keys(officeTexts) as OfficeField[]).map(field => ({
    label: t(officeTexts[field], { year: '{year}', n: '{n}' }),
    mine: said(typed[field]),
    theirs: said(kept[field]),
  }));
}
