/** Which lines the register shows and in what order, as the address says it, so that it works without script. */
import { type Lang, pick } from '../words/bilingual.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { entryStatuses, entryStatusWords } from '../words/register.ts';
import { levelWords } from '../words/terms.ts';
import { type Entry, type Work, works } from './entries.ts';
import type { AppOptions } from './options.ts';
import { entryName, type RowContext } from './rows.ts';

const sortKeys = [
  'name',
  'level',
  'year',
  'draft',
  'state',
  'received',
  'due',
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
  /** A year, `all`, or '' for the season that the register shows first. */
  readonly year: string;
  readonly outcome: string;
  readonly state: string;
  readonly kind: string;
  /** Only what waits for a person in this way. */
  readonly work: Work | '';
  /** '' for what came last. */
  readonly sort: SortKey | '';
  readonly down: boolean;
  /** Counts from 1. */
  readonly page: number;
}

export function readQuery(query: Readonly<Record<string, string>>): RegisterQuery {
  return {
    q: query.q ?? '',
    level: query.level ?? '',
    year: query.year ?? '',
    outcome: query.outcome ?? '',
    state: query.state ?? '',
    kind: query.kind ?? '',
    work: works.find(work => work === query.work) ?? '',
    sort: sortKeys.find(key => key === query.sort) ?? '',
    down: query.dir === 'desc',
    page: Math.max(1, Math.floor(Number(query.page)) || 1),
  };
}

const unrecognised = 'not-recognised';
const lastDraft = (entry: Entry) => entry.row?.drafts.at(-1);
const outcomeIdOf = (entry: Entry): string =>
  entry.row === null ? '' : (lastDraft(entry)?.summary.outcome?.id ?? unrecognised);

/** The entries of the season that the query asks for, in its order. */
export function chosenEntries(
  entries: readonly Entry[],
  query: RegisterQuery,
  options: AppOptions,
  lang: Lang,
): readonly Entry[] {
  const words = query.q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const kept = entries.filter(
    entry =>
      (query.level === '' || entry.level === query.level) &&
      (query.outcome === '' || outcomeIdOf(entry) === query.outcome) &&
      (query.state === '' || entry.status === query.state) &&
      (query.kind === '' || entry.row === null || entry.row.ruleSetId === query.kind) &&
      (query.work === '' || entry.work === query.work) &&
      holdsAll(entry, words),
  );
  if (query.sort === '') return kept;
  const valueIn = valueOfKey(query.sort, options, lang);
  const turn = query.down ? -1 : 1;
  return kept
    .map(entry => ({ entry, value: valueIn(entry) }))
    .sort((one, other) => {
      // What is not known stands last, whichever way the rest is sorted.
      if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null);
      return turn * compare(one.value, other.value);
    })
    .map(({ entry }) => entry);
}

/** Unit and its other names, title, issuer, year or file names hold every word. */
function holdsAll({ row, organ, year }: Entry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const ofOrgan = organ === null ? [] : [organ.name, ...organ.aliases, organ.contact];
  const ofReport = row === null ? [] : [row.subject, row.title, row.issuer, ...row.drafts.map(d => d.fileName)];
  const text = [...ofOrgan, ...ofReport, year].join(' ').normalize('NFKC').toLowerCase();
  return words.every(word => text.includes(word));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));

type Value = string | number | null;

function valueOfKey(key: SortKey, options: AppOptions, lang: Lang): (entry: Entry) => Value {
  const levels = Object.keys(levelWords);
  const ruleSets = new Map(options.rules.list().map(({ ruleSet }) => [ruleSet.id, ruleSet]));
  const scored = (entry: Entry) => (lastDraft(entry)?.summary.outcome ? (lastDraft(entry)?.summary ?? null) : null);
  switch (key) {
    case 'name':
      return entry => entryName(entry, lang);
    case 'level':
      return entry => (entry.level === null ? null : levels.indexOf(entry.level));
    case 'year':
      return entry => entry.year;
    case 'draft':
      return entry => entry.row?.drafts.length ?? null;
    case 'state':
      return entry => entryStatuses.indexOf(entry.status);
    case 'received':
      return entry => lastDraft(entry)?.receivedDate ?? lastDraft(entry)?.receivedAt ?? null;
    case 'due':
      return entry => entry.due;
    case 'outcome':
      // In the rule set's order: the outcome that asks for most stands first.
      return entry => {
        const outcomes = ruleSets.get(entry.row?.ruleSetId ?? '')?.outcomes;
        const order = outcomes?.findIndex(({ id }) => id === outcomeIdOf(entry));
        return order === undefined || order < 0 ? null : order;
      };
    case 'mandatory':
    case 'expected':
      return entry => {
        const tally = scored(entry)?.[key];
        return tally === undefined || tally.of === 0 ? null : tally.met / tally.of;
      };
    case 'score':
      return entry => lastDraft(entry)?.summary.score ?? null;
    case 'gaps':
      return entry => scored(entry)?.gaps ?? null;
    case 'review':
      return entry => scored(entry)?.toReview ?? null;
  }
}

/** Address of the register with these choices. */
export function addressOf(query: RegisterQuery): string {
  const { down, page, ...choices } = query;
  const given = Object.entries(choices);
  const params = new URLSearchParams(given.filter(([, value]) => value !== ''));
  if (page > 1) params.set('page', String(page));
  if (query.sort !== '' && down) params.set('dir', 'desc');
  return params.size === 0 ? '/' : `/?${params}`;
}

/** Lines of the register on one page. */
const pageLength = 100;

export interface PageLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** The entries of the page asked for, or of the last one, and links to the others; no links where one page holds all. */
export function pageOf(
  entries: readonly Entry[],
  query: RegisterQuery,
): { readonly entries: readonly Entry[]; readonly pages: readonly PageLink[] } {
  const count = Math.max(1, Math.ceil(entries.length / pageLength));
  const page = Math.min(query.page, count);
  const pages = Array.from({ length: count }, (_, i) => ({
    label: String(i + 1),
    href: addressOf({ ...query, page: i + 1 }),
    current: i + 1 === page,
  }));
  return { entries: entries.slice((page - 1) * pageLength, page * pageLength), pages: count > 1 ? pages : [] };
}

const columnTexts: readonly (readonly [SortKey, PageText])[] = [
  ['name', 'subject'],
  ['level', 'level'],
  ['year', 'reportYear'],
  ['draft', 'draft'],
  ['state', 'state'],
  ['received', 'received'],
  ['due', 'due'],
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
export function columnsOf(query: RegisterQuery, lang: Lang, without: readonly SortKey[]): readonly Column[] {
  return columnTexts
    .filter(([key]) => !without.includes(key))
    .map(([key, text]) => {
      const here = query.sort === key;
      return {
        label: pick(pageTexts[text], lang),
        href: addressOf({ ...query, page: 1, sort: key, down: here && !query.down }),
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

/** What can be chosen: only what the season has; `years` are those of reports and seasons, `year` the one shown, null for all. */
export function filtersOf(
  entries: readonly Entry[],
  query: RegisterQuery,
  { years, year }: { readonly years: readonly number[]; readonly year: number | null },
  context: RowContext,
) {
  const { lang } = context;
  const choices = (values: ReadonlyMap<string, string>, chosen: string): readonly Choice[] =>
    [...values].map(([value, label]) => ({ value, label, selected: value === chosen }));
  const levels = new Map(Object.entries(levelWords).filter(([level]) => entries.some(entry => entry.level === level)));
  const states = entryStatuses.filter(status => entries.some(entry => entry.status === status));
  const outcomes = new Map<string, string>();
  const kinds = new Map<string, string>();
  for (const { row } of entries) {
    if (row === null) continue;
    const outcome = row.drafts.at(-1)?.summary.outcome ?? null;
    const id = outcome?.id ?? unrecognised;
    if (!outcomes.has(id))
      outcomes.set(
        id,
        outcome === null ? pick(pageTexts.notRecognisedShort, lang) : context.outcomeTitle(row.ruleSetId, outcome),
      );
    if (!kinds.has(row.ruleSetId)) kinds.set(row.ruleSetId, context.kindName(row.ruleSetId));
  }
  return {
    q: query.q,
    work: query.work,
    levels: choices(new Map([...levels].map(([level, words]) => [level, pick(words, lang)])), query.level),
    years: choices(new Map(years.map(one => [String(one), String(one)])), String(year ?? '')),
    allYears: year === null,
    states: choices(new Map(states.map(status => [status, pick(entryStatusWords[status], lang)])), query.state),
    outcomes: choices(outcomes, query.outcome),
    kinds: kinds.size > 1 ? choices(kinds, query.kind) : [],
  };
}
