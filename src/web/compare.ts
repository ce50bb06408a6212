/** Two drafts of a report, or the reports of two years, side by side (两稿对照). */
import { Hono } from 'hono';
import { lapsedOf } from '../assess/rulings.ts';
import { comparisonView } from '../present/comparison.ts';
import type { ReportRow } from '../store/types.ts';
import type { Lang } from '../words/bilingual.ts';
import { errorPage } from './errors.ts';
import { draftQuery, type Opened, openDraft } from './open.ts';
import type { AppOptions } from './options.ts';
import { type Env, type Pages, wordsFor } from './page.ts';
import { nameOf } from './rows.ts';

export function compareRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  /** `other` is the number of an earlier draft, or the id of another report. */
  routes.get('/:id/compare/:other', async c => {
    const { lang } = c.var;
    const { id, other } = c.req.param();
    const after = await openDraft(options, id, c.req.query('draft'), lang);
    const before = /^\d+$/.test(other)
      ? await openDraft(options, id, other, lang)
      : await openDraft(options, other, undefined, lang);
    if (after === null || before === null) return errorPage(c, pages, 404);
    if (before.record.id === after.record.id && before.draft.n === after.draft.n) return errorPage(c, pages, 404);
    if (!after.result.recognised || !before.result.recognised) return errorPage(c, pages, 404);
    const t = wordsFor(lang);
    const isOneReport = before.record.id === after.record.id;
    const isOneYear = before.record.year === after.record.year;
    const title = t(isOneReport ? 'compareTitle' : isOneYear ? 'compareReports' : 'compareYears');
    return pages.page(
      c,
      'compare',
      { title, kind: 'compare', section: 'register', stamp: after.result.stamp },
      {
        heading: title,
        before: side(before, lang),
        after: side(after, lang),
        scoreChange: scoreChange(before, after),
        comparison: comparisonView(readSide(before), readSide(after), lang, {
          isOneReport,
          lapsed: { before: lapsedIn(before), after: lapsedIn(after) },
        }),
      },
    );
  });

  return routes;
}

const readSide = ({ assessment, draft }: Opened) => ({ assessment, text: draft.source.text });

const lapsedIn = ({ record, draft }: Opened) => lapsedOf(record.rulings ?? [], draft.n);

function side({ record, draft, result }: Opened, lang: Lang) {
  const t = wordsFor(lang);
  const name = nameOf(record, draft.source.name, lang);
  return {
    name: [name, record.year, t('draftN', { n: draft.n })].filter(part => part !== null).join(' '),
    href: `/reports/${record.id}${draftQuery(record, draft)}`,
    outcome: result.outcome?.title ?? '',
    outcomeId: result.outcome?.id ?? '',
    tallies: result.tallies,
  };
}

function scoreChange(before: Opened, after: Opened): string {
  const [one, other] = [before.assessment.score.value, after.assessment.score.value];
  if (one === null || other === null) return '—';
  const change = Math.round((other - one) * 10) / 10;
  return change === 0 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}`;
}

/** Links from a result to what it can be set against: its other drafts, and the same body's reports of other years. */
export function comparable(opened: Opened, rows: readonly ReportRow[], lang: Lang) {
  const { record, draft, result } = opened;
  if (!result.recognised) return [];
  const t = wordsFor(lang);
  const body = record.issuer ?? record.subject;
  const years = rows.filter(
    row =>
      row.id !== record.id &&
      body !== null &&
      (row.issuer ?? row.subject) === body &&
      row.ruleSetId === record.ruleSetId &&
      row.year !== null &&
      row.drafts.at(-1)?.summary.outcome !== null,
  );
  return [
    ...record.drafts
      .filter(other => other.n < draft.n && other.summary.outcome !== null)
      .map(other => ({
        href: `/reports/${record.id}/compare/${other.n}${draftQuery(record, draft)}`,
        label: t('compareWith', { other: t('draftN', { n: other.n }) }),
      })),
    ...years.map(row => ({
      href: `/reports/${record.id}/compare/${row.id}${draftQuery(record, draft)}`,
      label: t('compareWith', { other: t('yearN', { year: row.year ?? '' }) }),
    })),
  ];
}
