/** How far a report has come: received, answered, passed, published, and whose it is, as a person says it. */
import { type Context, Hono } from 'hono';
import type { Draft, Progress, ReportRecord } from '../store/types.ts';
import { pick } from '../words/bilingual.ts';
import { formatDate, localDay } from '../words/dates.ts';
import { entryStatusWords } from '../words/register.ts';
import { note } from './actor.ts';
import { readCorrections } from './check.ts';
import { placesOf, statusOf } from './entries.ts';
import { errorPage } from './errors.ts';
import { placeReport } from './joining.ts';
import type { AppOptions, Corrections } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { checkAsRosterSays, checkDraftAgain } from './recheck.ts';
import { entryName } from './rows.ts';
import { textOf } from './seasons.ts';
import { noProgress, sentOn, withoutSent, withSent } from './sending.ts';
import { type ConflictLine, conflictOf, mustHaveSeen, seenOf, unlessStale } from './stale.ts';

export function progressRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/:id/progress', c => showProgress(site, c));
  routes.post('/:id/progress', c => saveProgress(site, c));

  return routes;
}

async function progressPage(
  site: Site,
  c: PageContext,
  id: string,
  typed: Readonly<Record<string, string>> | null,
  stale: boolean | string = false,
) {
  const { options, pages } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const record = await options.store.get(id);
  const row = (await options.store.list()).find(one => one.id === id);
  const draft = record?.drafts.at(-1);
  if (record === null || row === undefined || draft === undefined) return errorPage(c, pages, 404);
  const place = placesOf(options.store.organs.list()).ofRow(row);
  const given = draft.given.corrections;
  const { answered, passed } = record.progress ?? noProgress;
  const read = row.drafts.at(-1)?.publishedDate ?? null;
  const organId = record.organ ?? '';
  const kept = {
    received: String(given.receivedDate ?? localDay(draft.receivedAt)),
    published: String(given.publishedDate ?? ''),
    answered: answered?.on ?? '',
    passed: passed ?? '',
  };
  return pages.page(
    c,
    'progress',
    { title: t('progress'), section: 'register', status: stale !== false ? 409 : typed === null ? 200 : 422 },
    {
      id,
      name: entryName({ row, organ: place.organ }, lang),
      year: row.year === null ? '' : String(row.year),
      status: pick(entryStatusWords[statusOf(row)], lang),
      notice:
        c.req.query('done') === 'saved'
          ? t('progressSaved')
          : c.req.query('done') === 'joined'
            ? t('otherReportThere')
            : '',
      seen: seenOf(stateOf(record)),
      stale: stale === true,
      conflict: typed === null || stale !== true ? [] : conflictOf(progressLines(typed, kept, t)),
      mistakes: typeof stale === 'string' ? [stale] : typed === null || stale ? [] : [t('badDate')],
      typed: typed ?? kept,
      publishedRead:
        read === null || given.publishedDate !== undefined ? '' : t('publishedRead', { date: formatDate(read, lang) }),
      drafts: record.drafts.map(each => ({
        n: String(each.n),
        label: t('draftN', { n: each.n }),
        selected: each.n === (answered?.draft ?? draft.n),
      })),
      organs: options.store.organs
        .list()
        .map(organ => ({ value: organ.id, label: organ.name, selected: organ.id === organId })),
    },
  );
}

function showProgress(site: Site, c: Context<Env, '/:id/progress'>) {
  return progressPage(site, c, c.req.param('id'), null);
}

async function saveProgress(site: Site, c: Context<Env, '/:id/progress'>) {
  const { options, pages } = site;
  const { id } = c.req.param();
  const record = await options.store.get(id);
  const draft = record?.drafts.at(-1);
  if (record === null || draft === undefined) return errorPage(c, pages, 404);
  const form = await c.req.parseBody();
  const mark = textOf(form.mark);
  if (mark === 'answered' || mark === 'passed') {
    const on = localDay(options.clock().toISOString());
    const seen = Number(form.draft) || draft.n;
    if (seen !== draft.n) return progressPage(site, c, id, null, wordsFor(c.var.lang)('staleDraft', { n: draft.n }));
    await keep(site, id, kept =>
      mark === 'passed' ? { ...kept, passed: on } : withSent(kept, { on, draft: draft.n }),
    );
    note(c, 'report-marked', id, mark);
    return c.redirect(`/?marked=${encodeURIComponent(id)}&as=${mark}`, 303);
  }
  const days = {
    received: textOf(form.received),
    published: textOf(form.published),
    answered: textOf(form.answered),
    passed: textOf(form.passed),
  };
  if (!Object.values(days).every(isDayOrNone)) return progressPage(site, c, id, days);
  const n = record.drafts.find(each => String(each.n) === form.draft)?.n ?? draft.n;
  const reached = (kept: Progress): Progress => {
    const passed = days.passed === '' ? null : days.passed;
    if (days.answered === '') return { ...withoutSent(kept, n), passed };
    return { ...withSent(kept, { ...sentOn(kept, n), on: days.answered, draft: n }), passed };
  };
  if (!(await unlessStale(() => keep(site, id, reached, form.seen)))) return progressPage(site, c, id, days, true);
  const settled = await withDates(site, record, draft, days);
  const joined = await placeWith(site, settled, textOf(form.organ));
  note(c, 'report-marked', joined.id, n);
  const isAlone = joined.drafts.length === settled.drafts.length;
  return c.redirect(`/reports/${joined.id}/progress?done=${isAlone ? 'saved' : 'joined'}`, 303);
}

async function keep(site: Site, id: string, change: (progress: Progress) => Progress, seen?: unknown): Promise<void> {
  const { options } = site;
  await options.store.update(id, kept => {
    mustHaveSeen(seen, stateOf(kept));
    return { ...kept, progress: change(kept.progress ?? noProgress) };
  });
}

/** Days of receipt and publication belong to the check: where they change, the draft is checked again. */
async function withDates(
  site: Site,
  record: ReportRecord,
  draft: Draft,
  days: { readonly received: string; readonly published: string },
): Promise<ReportRecord> {
  const { options } = site;
  const before = draft.given.corrections as Corrections;
  const { receivedDate: _, publishedDate: __, ...others } = before;
  // The day on which the file came in needs nobody to say it.
  const received = days.received === localDay(draft.receivedAt) ? '' : days.received;
  const given: Corrections = {
    ...others,
    ...(received !== '' && { receivedDate: received }),
    ...(days.published !== '' && { publishedDate: days.published }),
  };
  const rules = options.rules.get(record.ruleSetId);
  const same = given.receivedDate === before.receivedDate && given.publishedDate === before.publishedDate;
  if (same || rules === null) return record;
  await checkDraftAgain(options, record.id, draft.n, rules, given);
  return (await options.store.get(record.id)) ?? record;
}

/** The report as it stands afterwards: one with the organ's other report of the year where it has one. */
async function placeWith(site: Site, record: ReportRecord, organId: string): Promise<ReportRecord> {
  const { options } = site;
  if (organId === (record.organ ?? '')) return record;
  if (organId === '') {
    const freed = await options.store.update(record.id, ({ organ: _, ...kept }) => kept);
    await checkAsRosterSays(options, [record.id]);
    return freed;
  }
  if (options.store.organs.get(organId) === null) return record;
  return placeReport(options, record, organId);
}

/** What the form is made from. */
function stateOf({ progress, organ, drafts }: ReportRecord): unknown {
  return [progress ?? noProgress, organ ?? '', drafts.length, drafts.at(-1)?.given.corrections ?? {}];
}

function progressLines(
  mine: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
  t: ReturnType<typeof wordsFor>,
): readonly ConflictLine[] {
  const labels = {
    received: 'receivedOn',
    answered: 'answeredOn',
    passed: 'passedOn',
    published: 'publishedOn',
  } as const;
  return Object.entries(labels).map(([field, label]) => ({
    label: t(label),
    mine: mine[field] ?? '',
    theirs: theirs[field] ?? '',
  }));
}

function isDayOrNone(text: string): boolean {
  return readCorrections({ receivedDate: text }).mistakes.length === 0;
}
