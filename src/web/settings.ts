/** The office's settings: its name, letterhead, number, contact and dates, as letters bear them. */
import { Hono } from 'hono';
import { type Office, type OfficeField, officeFrom, readOffice } from '../present/office.ts';
import { note } from './actor.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';

export function settingsRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  function settingsPage(
    c: PageContext,
    office: Readonly<Record<OfficeField, unknown>>,
    mistakes: readonly { readonly field: OfficeField; readonly text: string }[],
  ) {
    const t = wordsFor(c.var.lang);
    return pages.page(
      c,
      'settings',
      { title: t('settings'), section: 'settings', status: mistakes.length > 0 ? 422 : 200 },
      {
        office: { ...office, dueDays: office.dueDays ?? '' },
        wrong: Object.fromEntries(
          ['name', 'letterhead', 'number', 'contact', 'phone', 'dueDays', 'dueDate', 'reportsDue'].map(field => [
            field,
            mistakes.find(mistake => mistake.field === field)?.text ?? '',
          ]),
        ),
        refused: mistakes.length > 0,
        notice: c.req.query('done') === 'saved' ? t('settingsSaved') : '',
      },
    );
  }

  routes.get('/', async c => settingsPage(c, officeFrom((await options.store.settings()).office), []));

  routes.post('/', async c => {
    const form = await c.req.parseBody();
    const { office, mistakes } = readOffice(form);
    if (mistakes.length > 0) {
      // Nothing that was typed may be lost.
      const typed = Object.fromEntries(
        Object.keys(office).map(key => [key, typeof form[key] === 'string' ? form[key] : '']),
      );
      const told = mistakes.map(({ field, words }) => ({ field, text: words(c.var.lang) }));
      return settingsPage(c, typed as Readonly<Record<keyof Office, unknown>>, told);
    }
    await options.store.updateSettings(kept => ({ ...kept, office }));
    note(c, 'settings-saved');
    return c.redirect('/settings?done=saved', 303);
  });

  return routes;
}
