/** The register: the season at a glance, today's work on top, found and sorted by the address, and the form by which more comes in. */
import { Hono } from 'hono';
import type { ReportRow } from '../store/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { formatDate, localDay } from '../words/dates.ts';
import type { PageText } from '../words/pages.ts';
import { entryStatusWords } from '../words/register.ts';
import {
  type Calendar,
  calendarOf,
  currentYear,
  dueOf,
  type Entry,
  entriesOf,
  placesOf,
  type Season,
  type Work,
  works,
} from './entries.ts';
import type { AppOptions } from './options.ts';
import { type Env, type Pages, wordsFor } from './page.ts';
import { outdatedNotice } from './recheck.ts';
import {
  addressOf,
  chosenEntries,
  columnsOf,
  filtersOf,
  pageOf,
  type RegisterQuery,
  readQuery,
} from './register-query.ts';
import { entryName, outcomeOrder, registerRow, removedRow, rowContext } from './rows.ts';
import { sampleRows } from './samples.ts';

export function registerRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const samples = sampleRows(options);

  routes.get('/', async c => {
    const { lang } = c.var;
    const t = wordsFor(lang);
    const all = await options.store.list();
    const calendar = calendarOf(await options.store.settings());
    const { seasons } = calendar;
    const query = readQuery(c.req.query());
    const year = yearOf(query, seasons);
    const places = placesOf(options.store.organs.list());
    const scope = {
      year,
      without: query.year === 'all' ? [] : seasons.filter(one => one.archivedAt !== null).map(one => one.year),
      ruleSetId: query.kind || mainKind(options, all, year),
      today: localDay(options.clock().toISOString()),
    };
    const entries = entriesOf(all, places, calendar, scope);
    const context = rowContext(options, lang, all);
    const chosen = chosenEntries(entries, query, options, lang);
    const shown = pageOf(chosen, query);
    const rows = shown.entries.map(entry => registerRow(entry, context));
    const list = {
      rows,
      columns: columnsOf(query, lang, year === null ? [] : ['year']),
      withYear: year === null,
      order: outcomeOrder(
        options,
        entries.flatMap(({ row }) => row?.ruleSetId ?? []),
        lang,
      ),
      sort: query.sort,
      dir: query.down ? 'desc' : '',
      pages: shown.pages,
      shown: chosen.length < entries.length ? t('shownOf', { shown: chosen.length, total: entries.length }) : '',
      workOnly: query.work === '' ? '' : t('workOnly', { work: t(workTexts[query.work][0]) }),
      allHref: addressOf({ ...readQuery({}), year: query.year }),
    };
    if (c.req.header('HX-Target') === 'rows') return pages.part(c, 'rows', list);

    const removed = await options.store.listRemoved();
    const deletedId = c.req.query('deleted');
    const deleted =
      removed.map(entry => removedRow(options, entry, all, lang)).find(row => row.id === deletedId) ?? null;
    const years = new Set([...all.flatMap(row => row.year ?? []), ...seasons.map(season => season.year)]);
    // Whose a report is is decided on one page for all seasons.
    const everywhere = entriesOf(all, places, calendar, { ...scope, year: null, without: [] });
    const organs = options.store.organs.list().length;
    return pages.page(
      c,
      'register',
      { title: t('register'), section: 'register', kind: 'wide' },
      {
        ...list,
        season: seasonView(year, calendar, entries, lang),
        organs,
        today: todayView(entries, everywhere, query, year === null, lang),
        total: entries.length,
        filters: filtersOf(entries, query, { years: [...years].sort((a, b) => b - a), year }, context),
        deleted,
        notice: noticeOf(c.req.query(), all, options, lang),
        outdated: outdatedNotice(options, all, t),
        problems: options.store.problems.map(problem => pick(problem, lang)),
        removed: removed.map(entry => removedRow(options, entry, all, lang)),
        ruleSets: options.rules.list().map(({ ruleSet }) => ({ id: ruleSet.id, title: pick(ruleSet.title, lang) })),
        manyRuleSets: options.rules.list().length > 1,
        samples: all.length === 0 && organs === 0 ? samples(context) : [],
      },
    );
  });

  return routes;
}

/** The year asked for, or that of the newest open season; null for all. */
function yearOf(query: RegisterQuery, seasons: readonly Season[]): number | null {
  if (/^\d{4}$/.test(query.year)) return Number(query.year);
  return query.year === 'all' ? null : currentYear(seasons);
}

/** The kind of report that most of the year's reports are of; units that sent none are told of for this kind. */
function mainKind(options: AppOptions, rows: readonly ReportRow[], year: number | null): string {
  const counts = new Map(options.rules.list().map(({ ruleSet }) => [ruleSet.id, 0]));
  for (const row of rows) {
    if (year === null || row.year === year) counts.set(row.ruleSetId, (counts.get(row.ruleSetId) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function seasonView(year: number | null, calendar: Calendar, entries: readonly Entry[], lang: Lang) {
  const t = wordsFor(lang);
  const season = calendar.seasons.find(one => one.year === year);
  const due = dueOf(null, year, calendar);
  // One of which that is asked may be of a unit that is counted already.
  const known = entries.filter(({ ask }) => ask === null);
  const asked = entries.length - known.length;
  const count = (of: Entry['status']): number => known.filter(({ status }) => status === of).length;
  const open = known.filter(isPublishedOpen).length;
  return {
    heading: year === null ? t('register') : t('seasonOf', { year }),
    archived: season !== undefined && season.archivedAt !== null ? t('archivedSeason', { year: season.year }) : '',
    year: year === null ? '' : String(year),
    due: due === null ? '' : t('dueOf', { date: formatDate(due, lang) }),
    counts:
      year === null
        ? ''
        : t('seasonCounts', {
            all: known.length,
            awaited: count('awaited'),
            received: count('received'),
            answered: count('answered'),
            completed: count('completed'),
            passed: count('passed'),
            published: count('published'),
            open: open === 0 ? '' : t('publishedOpen', { n: open }),
            asked: asked === 0 ? '' : t('askedBesides', { n: asked }),
          }),
    none:
      year !== null && season === undefined && entries.some(({ row }) => row === null) ? t('noSeason', { year }) : '',
  };
}

/** Public, but with gaps that nobody has passed over. */
function isPublishedOpen({ row, status }: Entry): boolean {
  const gaps = row?.drafts.at(-1)?.summary.gaps ?? 0;
  return status === 'published' && gaps > 0 && row?.progress?.passed == null;
}

const workTexts: Readonly<Record<Work, readonly [PageText, PageText]>> = {
  place: ['workPlace', 'workPlaceHint'],
  review: ['workReview', 'workReviewHint'],
  answer: ['workAnswer', 'workAnswerHint'],
  chase: ['workChase', 'workChaseHint'],
};
const mostNames = 4;
/** And where there are more than two kinds of work, so that the season stays in sight. */
const fewNames = 2;

/** What waits, kind by kind; kinds of which nothing waits are left out. With all years shown, each is told with its year. */
function todayView(
  entries: readonly Entry[],
  everywhere: readonly Entry[],
  query: RegisterQuery,
  withYear: boolean,
  lang: Lang,
) {
  const t = wordsFor(lang);
  const kinds = works
    .map(work => ({ work, waiting: (work === 'place' ? everywhere : entries).filter(entry => entry.work === work) }))
    .filter(({ waiting }) => waiting.length > 0);
  const most = kinds.length > 2 ? fewNames : mostNames;
  return kinds.map(({ work, waiting }) => {
    const here = addressOf({ ...readQuery({}), year: query.year, kind: query.kind, work });
    return {
      title: t(workTexts[work][0]),
      hint: t(workTexts[work][1]),
      count: waiting.length,
      href: work === 'place' ? '/place' : here,
      more: work === 'place' ? t('decideNow') : waiting.length > most ? t('seeAll', { n: waiting.length }) : '',
      items: waiting.slice(0, most).map(entry => {
        const year = withYear && entry.year !== null ? ` ${entry.year}` : '';
        const name = `${entryName(entry, lang)}${year}`;
        return {
          name,
          href: entry.row === null ? `/units/${entry.organ?.id}` : `/reports/${entry.row.id}`,
          mark: work === 'answer' ? `/reports/${entry.row?.id}/progress` : '',
          draft: String(entry.row?.drafts.at(-1)?.n ?? ''),
        };
      }),
    };
  });
}

function noticeOf(
  asked: Readonly<Record<string, string>>,
  rows: readonly ReportRow[],
  options: AppOptions,
  lang: Lang,
): string {
  const t = wordsFor(lang);
  if (asked.samples === 'stored') return t('samplesStored');
  if (asked.import === 'gone') return t('importGone');
  const rechecked = Number(asked.rechecked) || 0;
  if (rechecked > 0) return t('recheckedAll', { n: rechecked });
  const row = rows.find(one => one.id === asked.marked);
  if (row === undefined) return '';
  const organ = row.organ === null ? null : options.store.organs.get(row.organ);
  const mark = asked.as === 'passed' ? 'passed' : 'answered';
  return t('marked', { name: entryName({ row, organ }, lang), status: pick(entryStatusWords[mark], lang) });
}
