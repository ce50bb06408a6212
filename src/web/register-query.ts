/** Which reports the register shows and in what order, as the address says it, so that it works without script. */
import type { ReportRow } from '../store/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { levelWords } from '../words/terms.ts';
import type { AppOptions } from './options.ts';
import { nameOf, type RowContext } from './rows.ts';

const sortKeys = [
  'name',
  'level',
  'year',
  'draft',
  'received',
  'outcome',
  'mandatory',
  'expected',
  'score',
  'gaps',
  'review',
] as const;
type SortKey = (typeof sortKeys)[number];

export interface RegisterQuery {
  readonly q: string;
  /** '' for all. */
  readonly level: string;
  readonly year: string;
  readonly outcome: string;
  /** '' for what was changed last. */
  readonly sort: SortKey | '';
  readonly down: boolean;
}

export function readQuery(query: Readonly<Record<string, string>>): RegisterQuery {
  return {
    q: query.q ?? '',
    level: query.level ?? '',
    year: query.year ?? '',
    outcome: query.outcome ?? '',
    sort: sortKeys.find(key => key === query.sort) ?? '',
    down: query.dir === 'desc',
  };
}

const unrecognised = 'not-recognised';
const outcomeIdOf = (row: ReportRow): string => row.drafts.at(-1)?.summary.outcome?.id ?? unrecognised;

/** The rows that the query asks for, in its order. */
export function chosenRows(
  rows: readonly ReportRow[],
  query: RegisterQuery,
  options: AppOptions,
  lang: Lang,
): readonly ReportRow[] {
  const words = query.q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const kept = rows.filter(
    row =>
      (query.level === '' || row.level === query.level) &&
      (query.year === '' || String(row.year) === query.year) &&
      (query.outcome === '' || outcomeIdOf(row) === query.outcome) &&
      holdsAll(row, words),
  );
  if (query.sort === '') return kept;
  const valueIn = valueOfKey(query.sort, options, lang);
  const turn = query.down ? -1 : 1;
  return kept
    .map(row => ({ row, value: valueIn(row) }))
    .sort((one, other) => {
      // What is not known stands last, whichever way the rest is sorted.
      if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null);
      return turn * compare(one.value, other.value);
    })
    .map(({ row }) => row);
}

/** Unit, title, issuer, year or file names hold every word. */
function holdsAll(row: ReportRow, words: readonly string[]): boolean {
  const text = [row.subject, row.title, row.issuer, row.year, ...row.drafts.map(d => d.fileName)]
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  return words.every(word => text.includes(word));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));

type Value = string | number | null;

function valueOfKey(key: SortKey, options: AppOptions, lang: Lang): (row: ReportRow) => Value {
  const levels = Object.keys(levelWords);
  const last = (row: ReportRow) => row.drafts.at(-1);
  const scored = (row: ReportRow) => (last(row)?.summary.outcome ? (last(row)?.summary ?? null) : null);
  switch (key) {
    case 'name':
      return row => nameOf(row, last(row)?.fileName ?? '', lang);
    case 'level':
      return row => (row.level === null ? null : levels.indexOf(row.level));
    case 'year':
      return row => row.year;
    case 'draft':
      return row => row.drafts.length;
    case 'received':
      return row => last(row)?.receivedDate ?? last(row)?.receivedAt ?? null;
    case 'outcome':
      // In the rule set's order: the outcome that asks for most stands first.
      return row => {
        const order = options.rules.get(row.ruleSetId)?.ruleSet.outcomes.findIndex(({ id }) => id === outcomeIdOf(row));
        return order === undefined || order < 0 ? null : order;
      };
    case 'mandatory':
    case 'expected':
      return row => {
        const tally = scored(row)?.[key];
        return tally === undefined || tally.of === 0 ? null : tally.met / tally.of;
      };
    case 'score':
      return row => last(row)?.summary.score ?? null;
    case 'gaps':
      return row => scored(row)?.gaps ?? null;
    case 'review':
      return row => scored(row)?.toReview ?? null;
  }
}

/** Address of the register with these choices. */
function addressOf(query: RegisterQuery): string {
  const { sort, down } = query;
  const given = Object.entries({ q: query.q, level: query.level, year: query.year, outcome: query.outcome, sort });
  const params = new URLSearchParams(given.filter(([, value]) => value !== ''));
  if (sort !== '' && down) params.set('dir', 'desc');
  return params.size === 0 ? '/' : `/?${params}`;
}

const columnTexts: readonly (readonly [SortKey, PageText])[] = [
  ['name', 'subject'],
  ['level', 'level'],
  ['year', 'reportYear'],
  ['draft', 'draft'],
  ['received', 'received'],
  ['outcome', 'outcome'],
  ['mandatory', 'mandatoryTally'],
  ['expected', 'expectedTally'],
  ['score', 'score'],
  ['gaps', 'gapCount'],
  ['review', 'toReview'],
];
const numeric: readonly SortKey[] = ['year', 'mandatory', 'expected', 'score', 'gaps', 'review'];

export interface Column {
  readonly label: string;
  readonly href: string;
  readonly numeric: boolean;
  /** As `aria-sort` says it; '' where the rows are not sorted by it. */
  readonly sorted: 'ascending' | 'descending' | '';
}

/** Heads of the columns: each leads to the rows sorted by it, the one in force to the other way round. */
export function columnsOf(query: RegisterQuery, lang: Lang): readonly Column[] {
  return columnTexts.map(([key, text]) => {
    const here = query.sort === key;
    return {
      label: pick(pageTexts[text], lang),
      href: addressOf({ ...query, sort: key, down: here && !query.down }),
      numeric: numeric.includes(key),
      sorted: here ? (query.down ? 'descending' : 'ascending') : '',
    };
  });
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** What can be chosen: only what the register has. */
export function filtersOf(rows: readonly ReportRow[], query: RegisterQuery, context: RowContext) {
  const { lang } = context;
  const choices = (values: ReadonlyMap<string, string>, chosen: string): readonly Choice[] =>
    [...values].map(([value, label]) => ({ value, label, selected: value === chosen }));
  const years = [...new Set(rows.flatMap(row => (row.year === null ? [] : [row.year])))].sort((a, b) => b - a);
  const levels = new Map(Object.entries(levelWords).filter(([level]) => rows.some(row => row.level === level)));
  const outcomes = new Map<string, string>();
  for (const row of rows) {
    const outcome = row.drafts.at(-1)?.summary.outcome ?? null;
    const title =
      outcome === null ? pick(pageTexts.notRecognisedShort, lang) : context.outcomeTitle(row.ruleSetId, outcome);
    outcomes.set(outcome?.id ?? unrecognised, title);
  }
  return {
    q: query.q,
    levels: choices(new Map([...levels].map(([level, words]) => [level, pick(words, lang)])), query.level),
    years: choices(new Map(years.map(year => [String(year), String(year)])), query.year),
    outcomes: choices(outcomes, query.outcome),
  };
}
