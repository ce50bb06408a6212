/** The drafts of a report (稿次): two put in the wrong order change places, one added by mistake is taken out and can be put back. */
import { Hono } from 'hono';
import type { Assessment } from '../assess/types.ts';
import type { Draft, ReportRecord } from '../store/types.ts';
import { formatTime } from '../words/dates.ts';
import { note } from './actor.ts';
import { headOf } from './check.ts';
import { placesOf } from './entries.ts';
import { errorPage } from './errors.ts';
import { fillHead } from './joining.ts';
import { withSummary } from './open.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { boundUpTo, swapped, withBack, without } from './renumber.ts';
import { outcomeOf } from './result.ts';
import { entryName } from './rows.ts';
import { textOf } from './seasons.ts';
import { mustHaveSeen, seenOf, unlessStale } from './stale.ts';

export function draftRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const { store } = options;

  async function draftsPage(c: PageContext, id: string, stale = false) {
    const { lang } = c.var;
    const t = wordsFor(lang);
    const record = await store.get(id);
    const row = store.row(id);
    if (record === null || row === null) return errorPage(c, pages, 404);
    const bound = boundUpTo(record);
    const line = (draft: Draft) => ({
      n: draft.n,
      label: t('draftN', { n: draft.n }),
      file: draft.source.name,
      received: formatTime(draft.receivedAt, lang),
      outcome: outcomeOf(options, draft, lang),
      score: draft.summary.score === null ? '—' : draft.summary.score.toFixed(1),
    });
    const done = c.req.query('done') ?? '';
    const n = Number(c.req.query('n')) || 0;
    return pages.page(
      c,
      'drafts',
      { title: t('draftsChange'), section: 'register', status: stale ? 409 : 200 },
      {
        id,
        name: entryName({ row, organ: placesOf(store.organs.list()).ofRow(row).organ }, lang),
        year: row.year === null ? '' : String(row.year),
        seen: seenOf(stateOf(record)),
        stale: stale ? t('draftsStale') : '',
        notice: noticeOf(done, n, t),
        undo:
          done === 'swapped' && n > bound + 1 && n <= record.drafts.length ? { n, words: t('draftsSwapBack') } : null,
        bound:
          bound === 0 ? null : { words: t('draftsBound', { n: bound }), href: `/reports/${id}/letter?draft=${bound}` },
        drafts: record.drafts.map(draft => ({
          ...line(draft),
          href: `/reports/${id}?draft=${draft.n}`,
          before: draft.n - 1 > bound ? t('draftN', { n: draft.n - 1 }) : '',
          removable: record.drafts.length > 1 && draft.n > bound,
        })),
        takenOut: (record.takenOut ?? []).map(({ draft, at }, index) => ({
          ...line(draft),
          index,
          at: t('takenOutAt', { time: formatTime(at, lang) }),
        })),
      },
    );
  }

  routes.get('/:id/drafts', c => draftsPage(c, c.req.param('id')));

  routes.post('/:id/drafts', async c => {
    const { id } = c.req.param();
    if (store.row(id) === null) return errorPage(c, pages, 404);
    const form = await c.req.parseBody();
    const change = textOf(form.do);
    let n = Number(textOf(form.n));
    const at = options.clock().toISOString();
    let refused = false;
    const saved = await unlessStale(() =>
      store.update(id, kept => {
        mustHaveSeen(form.seen, stateOf(kept));
        const back = change === 'back' ? withBack(kept, n, at) : null;
        const changed =
          change === 'swap' ? swapped(kept, n, at) : change === 'remove' ? without(kept, n, at) : back?.record;
        refused = changed === null || changed === undefined;
        n = back?.n ?? n;
        return changed == null ? kept : withSummary(options, headed(kept, changed));
      }),
    );
    if (!saved || refused) return draftsPage(c, id, true);
    const done = change === 'swap' ? 'swapped' : change === 'remove' ? 'removed' : 'back';
    note(c, 'report-marked', id, `${n} draft-${done}`);
    return c.redirect(`/reports/${id}/drafts?done=${done}&n=${n}`, 303);
  });

  /** What is last now tells what the report is about. */
  function headed(kept: ReportRecord, changed: ReportRecord): ReportRecord {
    const last = changed.drafts.at(-1);
    if (last === undefined) return changed;
    return { ...changed, ...fillHead(headOf(last.assessment as Assessment, options.clock()), kept) };
  }

  return routes;
}

/** What the forms of the page are made from. */
function stateOf({ drafts, takenOut = [], progress }: ReportRecord): unknown {
  return [drafts.map(({ source }) => source.sha256), takenOut.map(({ at, draft }) => [at, draft.n]), progress ?? null];
}

function noticeOf(done: string, n: number, t: ReturnType<typeof wordsFor>): string {
  if (done === 'swapped') return t('draftsSwapped', { one: n - 1, other: n });
  if (done === 'removed') return t('draftsRemoved', { n });
  return done === 'back' ? t('draftsBack', { n }) : '';
}
