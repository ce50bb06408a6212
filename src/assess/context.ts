/** One report under one rule set: each phrase found once and only when asked for, and the questions that all kinds of requirement ask of the text. */
import { ranksAbove } from '../quantities/places.ts';
import type { Quantity, Relation } from '../quantities/types.ts';
import { normaliseUnits } from '../read/copy-table.ts';
import { type Heading, type Level, type Report, type Zone, zoneNames } from '../report/types.ts';
import type { RuleSet } from '../rules/load.ts';
import { type Match, type MatchText, PhraseSearch, startingIn } from '../rules/phrase.ts';
import { titledBefore } from '../rules/titled.ts';
import type { Power } from '../rules/types.ts';
import { type Clauses, readClauses } from './clauses.ts';
import type { Search } from './kept-matches.ts';
import { listsOf, type PhraseLists } from './lists.ts';
import { slotTable } from './slots.ts';

/** Flat offsets, end exclusive. */
export interface FlatSpan {
  readonly start: number;
  readonly end: number;
}

export type Scope = 'clause' | 'sentence' | 'paragraph' | 'section' | 'part';

export interface Context {
  readonly report: Report;
  readonly ruleSet: RuleSet;
  readonly quantities: readonly Quantity[];
  readonly relations: readonly Relation[];
  readonly text: MatchText;
  /** Name of the body that reports, in the characters of the phrases; empty where none was read. */
  readonly subject: string;
  readonly level: Level | null;
  readonly year: number | null;
  readonly powers: ReadonlySet<Power>;
  /** A person said which powers it has. */
  readonly powersStated: boolean;
  /** Looks for each phrase when a requirement first asks for it. */
  readonly search: Search;
  readonly published: string | null;
  /** What names of the places it lies in end with: 市 and 省 for a county. */
  readonly ranksAbove: string;
  readonly clauses: Clauses;
  readonly lists: PhraseLists;
  /** Matches of lists of phrases already asked for, by the list's number. */
  readonly found: (readonly Match[] | undefined)[];
  /** The same of the sentence that was asked for last. */
  readonly inSentence: (SentenceMatches | undefined)[];
}

interface SentenceMatches {
  readonly start: number;
  readonly matches: readonly Match[];
}

export interface ContextInput {
  readonly report: Report;
  readonly ruleSet: RuleSet;
  readonly quantities: readonly Quantity[];
  readonly relations: readonly Relation[];
  /** All that the body has, as a person said; undefined where level and text tell. */
  readonly powers?: readonly Power[] | undefined;
  /** Where something is known of the text already; else all phrases are looked for in it. */
  readonly search?: (text: MatchText) => Search;
}

export function createContext(input: ContextInput): Context {
  const { report, ruleSet, quantities, relations, powers, search } = input;
  const { text, clauses } = askedText(report, quantities);
  const lists = listsOf(ruleSet.phraseIds);
  const context = {
    report,
    ruleSet,
    quantities,
    relations,
    text,
    subject: plainSubject(report),
    level: report.meta.subjectLevel,
    year: report.meta.reportYear?.value ?? null,
    published: report.meta.publishedDate?.value ?? null,
    ranksAbove: ranksAbove(report.meta),
    search: search?.(text) ?? new PhraseSearch(ruleSet.phrases, text),
    clauses,
    lists,
    // As long as it will be: an array that grows by leaps becomes a table of keys.
    found: new Array<readonly Match[] | undefined>(lists.size),
    inSentence: new Array<SentenceMatches | undefined>(lists.size),
    powersStated: powers !== undefined,
  };
  return { ...context, powers: powers === undefined ? powersOf(context) : new Set(powers) };
}

const plainSubject = ({ meta }: Report): string => normaliseUnits(meta.subject?.value ?? '');

interface AskedText {
  readonly text: MatchText;
  readonly clauses: Clauses;
}

const askedTexts = new WeakMap<readonly Quantity[], AskedText>();

/** What every search in a report needs, made out once; the quantities of a report are known by their list. */
function askedText({ copy }: Report, quantities: readonly Quantity[]): AskedText {
  const known = askedTexts.get(quantities);
  if (known !== undefined && known.text.flat === copy.flat) return known;
  const text: MatchText = {
    flat: copy.flat,
    units: copy.units,
    clauseOf: copy.clauseOf,
    sentenceOf: copy.sentenceOf,
    inTitle: copy.inTitle,
    titled: titledBefore(copy.inTitle),
    slots: slotTable(copy.flat, quantities),
  };
  const made = { text, clauses: readClauses(copy) };
  askedTexts.set(quantities, made);
  return made;
}

/** Powers by level, by the body's name, or shown by the text: a department that writes of its own enforcement has that power, unless it says that it has it no more. */
function powersOf(
  context: Pick<Context, 'ruleSet' | 'subject' | 'level' | 'search' | 'lists' | 'found'>,
): ReadonlySet<Power> {
  const powers = new Set<Power>();
  for (const [name, power] of Object.entries(context.ruleSet.powers)) {
    if (power === undefined) continue;
    const byLevel = context.level === null || power.levels.includes(context.level);
    const byName = power.subjects?.some(word => context.subject.includes(word)) === true;
    const shown = (phrases: readonly string[]) =>
      matchesOf(context, phrases).some(match => !match.inTitle && !match.negated);
    if (byLevel || byName || (shown(power.any) && !shown(power.unless ?? []))) powers.add(name as Power);
  }
  return powers;
}

/** All matches of these phrases, by start; of one start the longest first. */
export function matchesOf(
  context: Pick<Context, 'search' | 'lists' | 'found'>,
  phrases: readonly string[] | undefined,
): readonly Match[] {
  if (phrases === undefined || phrases.length === 0) return none;
  const { list, phrases: ids } = context.lists.of(phrases);
  const known = context.found[list];
  if (known !== undefined) return known;
  let found: readonly Match[] = none;
  let several: Match[] | null = null;
  for (let index = 0; index < ids.length; index += 1) {
    const matches = context.search.matchesOf(ids[index] as number);
    if (matches.length === 0) continue;
    if (found.length === 0) found = matches;
    else {
      several ??= [...found];
      for (const match of matches) several.push(match);
    }
  }
  if (several !== null) found = inOrder(several);
  context.found[list] = found;
  return found;
}

/** Those of them that start in a sentence; the whole text is not searched for them. */
export function matchesInSentence(context: Context, phrases: readonly string[], at: number): readonly Match[] {
  const { list, phrases: ids } = context.lists.of(phrases);
  const { start, end } = sentenceAround(context, at);
  const known = context.found[list];
  if (known !== undefined) return startingIn(known, start, end + 1);
  const last = context.inSentence[list];
  if (last?.start === start) return last.matches;
  const found: Match[] = [];
  for (let index = 0; index < ids.length; index += 1) {
    for (const match of context.search.matchesIn(ids[index] as number, start, end + 1)) found.push(match);
  }
  const matches = inOrder(found);
  context.inSentence[list] = { start, matches };
  return matches;
}

/** So many matches are put in order without the cost of a general sort. */
const few = 48;

/** By start; of one start the longest first, and of two alike the one found first. */
function inOrder(matches: Match[]): readonly Match[] {
  if (matches.length > few) return matches.sort((a, b) => a.start - b.start || b.end - a.end);
  for (let index = 1; index < matches.length; index += 1) {
    const match = matches[index] as Match;
    let place = index;
    for (; place > 0; place -= 1) {
      const before = matches[place - 1] as Match;
      if (before.start < match.start || (before.start === match.start && before.end >= match.end)) break;
      matches[place] = before;
    }
    matches[place] = match;
  }
  return matches;
}

/** All matches of one phrase of a list, by start. */
export function matchesOfNth(context: Context, phrases: readonly string[], nth: number): readonly Match[] {
  const id = context.lists.of(phrases).phrases[nth];
  return id === undefined ? none : context.search.matchesOf(id);
}

/** All matches of one phrase, by start. */
export function matchesOfPhrase(context: Pick<Context, 'ruleSet' | 'search'>, phrase: string): readonly Match[] {
  const id = context.ruleSet.phraseIds.get(phrase);
  return id === undefined ? none : context.search.matchesOf(id);
}

const none: readonly Match[] = [];

export function zoneAt(context: Context, at: number): Zone {
  return zoneNames[context.report.zoneOf[at] ?? 0] ?? 'head';
}

export const countedZones: readonly Zone[] = ['head', 'work', 'first-responsible'];

/** Whether two places lie in one clause, sentence, paragraph, section (the stretch below one heading) or part (below headings side by side). */
export function together(context: Context, a: number, b: number, scope: Scope): boolean {
  const { copy } = context.report;
  if (scope === 'clause') return copy.clauseOf[a] === copy.clauseOf[b];
  if (scope === 'sentence') return copy.sentenceOf[a] === copy.sentenceOf[b];
  if (scope === 'paragraph') return copy.paragraphOf[a] === copy.paragraphOf[b];
  if (scope === 'section') return sectionAt(context, a) === sectionAt(context, b);
  return partAt(context, a) === partAt(context, b);
}

/** Index of the last heading that begins at or before `at`; -1 before the first. */
export function sectionAt(context: Context, at: number): number {
  return firstAt(context.report.outline, at + 1) - 1;
}

/** Of each heading the index of the one over it, -1 where there is none. */
const parents = new WeakMap<readonly Heading[], Int32Array>();

function parentsOf(outline: readonly Heading[]): Int32Array {
  const known = parents.get(outline);
  if (known !== undefined) return known;
  const found = new Int32Array(outline.length).fill(-1);
  const open: number[] = [];
  for (const [index, { level }] of outline.entries()) {
    while (open.length > 0 && (outline[open.at(-1) as number] as Heading).level >= level) open.pop();
    found[index] = open.at(-1) ?? -1;
    open.push(index);
  }
  parents.set(outline, found);
  return found;
}

/** Index of the heading over the one that a place stands under: (一), (二) and (三) below 一、 are one part. Below 一、 itself that one. */
function partAt(context: Context, at: number): number {
  const { outline } = context.report;
  const section = sectionAt(context, at);
  return outline[section]?.level === 1 ? section : (parentsOf(outline)[section] ?? -1);
}

/** Index of the first quantity that begins at `at` or later. */
export function firstQuantity({ quantities }: Pick<Context, 'quantities'>, at: number): number {
  return firstAt(quantities, at);
}

/** Index of the first of these, in the order of the text, that begins at `at` or later. */
function firstAt(all: readonly { readonly flatStart: number }[], at: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as { readonly flatStart: number }).flatStart < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Quantities that begin from `from` up to `to`, in order. */
export function quantitiesBetween(context: Context, from: number, to: number): readonly Quantity[] {
  return context.quantities.slice(firstQuantity(context, from), firstQuantity(context, to));
}

/** The clause around a place, without the wall that closes it. */
export function clauseAround(context: Context, at: number): FlatSpan {
  const clause = context.report.copy.clauseOf[at] as number;
  return { start: context.clauses.starts[clause] as number, end: context.clauses.ends[clause] as number };
}

/** The same of a sentence. */
export function sentenceAround(context: Context, at: number): FlatSpan {
  const sentence = context.report.copy.sentenceOf[at] as number;
  const { sentenceStarts, sentenceEnds } = context.clauses;
  return { start: sentenceStarts[sentence] as number, end: sentenceEnds[sentence] as number };
}

/** A quote worth showing: the clauses a span touches, cut to `most` characters around the span. */
export function quoteAround(context: Context, span: FlatSpan, most = 160): FlatSpan {
  // A phrase that begins with the wall of a sentence, (;|。)因…, tells nothing of the sentence that it closes.
  const opens = ';。!?'.includes(context.report.copy.flat[span.start] ?? '') ? span.start + 1 : span.start;
  const first = clauseAround(context, opens);
  // One that ends with the comma behind it (受…影响,) ends before it.
  const ends = context.report.copy.flat[span.end - 1] === ',' ? span.end - 1 : span.end;
  const last = clauseAround(context, Math.max(opens, ends - 1));
  const wide = { start: first.start, end: cellEnd(context, span, Math.max(last.end, ends)) };
  if (wide.end - wide.start <= most) return wide;
  if (span.end - span.start >= most) return span;
  const room = most - (span.end - span.start);
  const start = Math.max(wide.start, span.start - Math.floor(room / 2));
  return { start, end: Math.min(wide.end, start + most) };
}

/** Of a table's row what stands behind the figure meant, another year's mostly, is left out. */
function cellEnd(context: Context, span: FlatSpan, end: number): number {
  const rest = context.report.copy.flat.slice(span.end, end);
  const bar = rest.indexOf('|');
  return bar < 0 ? end : span.end + rest.slice(0, bar).trimEnd().length;
}

/** What is longer is no heading, whatever stands before it. */
const longestHeading = 200;

/** Whether a flat place lies in a heading of the outline. */
export function inHeading(context: Context, at: number): boolean {
  const index = sectionAt(context, at);
  const heading = context.report.outline[index];
  if (heading === undefined || at >= heading.flatEnd || numberedSentences(context.report).has(index)) return false;
  // (三)专业人才缺乏,由于待遇偏低,留人难。 is numbered like a heading and says a sentence.
  const { level, flatStart, flatEnd } = heading;
  if (level === 1) return true;
  const { flat } = context.report.copy;
  const said = flat.slice(flatStart, flatEnd);
  return flatEnd - flatStart <= longestHeading && (!said.includes(',') || isCouplet(said, flat.slice(flatEnd)));
}

/** (三)强化执法监督,严守数据质量 or 3.强化… on a line of its own, with text below it: two phrases that claim no figure. */
function isCouplet(said: string, behind: string): boolean {
  return (
    /^(?:\d{1,2}[.、])?[^,;:。\d]+,[^,;:。\d]+$/.test(said) &&
    /^\s*\n\s*(?![（(\d]|[一二三四五六七八九十]+、)\S/.test(behind)
  );
}

const sentencesOf = new WeakMap<Report['outline'], ReadonlySet<number>>();

/**
 * Headings, by index, that are a numbered list of sentences (二、组织学法6次。三、开展普法9次。): each is one on a line of its own
 * with the next of its level right below, or the last of such a list.
 */
function numberedSentences({ outline, copy: { flat } }: Report): ReadonlySet<number> {
  const known = sentencesOf.get(outline);
  if (known !== undefined) return known;
  const ends = outline.map(({ flatStart, flatEnd }) => {
    const end = flat.indexOf('\n', flatEnd);
    const line = flat.slice(flatStart, end < 0 ? flat.length : end).trimEnd();
    return line.indexOf('。') === line.length - 1 && line !== '' ? flatStart + line.length : -1;
  });
  const bare = ends.map((end, index) => {
    const next = outline[index + 1];
    if (end < 0 || next === undefined || next.level !== outline[index]?.level) return false;
    return flat.slice(end, next.flatStart).trim() === '';
  });
  const found = new Set<number>();
  for (const [index, end] of ends.entries()) if (end >= 0 && (bare[index] || bare[index - 1])) found.add(index);
  sentencesOf.set(outline, found);
  return found;
}
