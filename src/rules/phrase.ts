/** Finds compiled phrases in a text: fixed pieces once for all phrases, then each phrase from where it can begin. */
import { type Choice, type Compiled, compileNodes, type Option, type SlotKind, type Step } from './compiled.ts';
import { parsePhrase, type Terms } from './grammar.ts';
import { firstFrom, LiteralSet, type Occurrences } from './literals.ts';

export { PhraseError, type Terms } from './grammar.ts';

export interface NumberSpan {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  readonly kind: 'count' | 'rate' | 'change' | 'duration' | 'money';
}

export interface DocSpan {
  /** From 《 to after 》. */
  readonly start: number;
  readonly end: number;
}

/** What slots may stand for; all flat offsets, each list in order. */
export interface SlotTable {
  readonly numbers: readonly NumberSpan[];
  readonly dates: readonly { readonly start: number; readonly end: number }[];
  readonly docs: readonly DocSpan[];
}

/** The part of a Copy that matching needs, and the slots. */
export interface MatchText {
  readonly flat: string;
  readonly clauseOf: Int32Array;
  readonly sentenceOf: Int32Array;
  readonly inTitle: Uint8Array;
  readonly slots?: SlotTable;
}

/** One place where a phrase stands; flat offsets, end exclusive. */
export interface Match {
  /** Index of the phrase in its list. */
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
  /** Characters inside the phrase's gaps. */
  readonly gap: number;
  /** A word of negation stands in a gap or directly before, and the phrase does not say it. */
  readonly negated: boolean;
  /** The match lies wholly inside 《》 and the phrase has no <doc> slot. */
  readonly inTitle: boolean;
  /** Indexes into `slots.numbers` that its number slots took, in order. */
  readonly numbers: readonly number[];
}

export interface PhraseList {
  readonly sources: readonly string[];
  readonly phrases: readonly Compiled[];
  readonly literals: LiteralSet;
}

/** Compiles phrases once; throws PhraseError at the first that breaks the grammar. */
export function compilePhrases(sources: readonly string[], terms: Terms = {}): PhraseList {
  const literals = new LiteralSet();
  return { sources, literals, phrases: sources.map(source => compileNodes(parsePhrase(source, terms), literals)) };
}

/** A reading under way: the next character may stand anywhere from `lo` to `hi`. */
interface Reading {
  readonly lo: number;
  readonly hi: number;
  /** The open gap goes through a sentence, where a list and a figure may both stand. */
  readonly wide: boolean;
  readonly gap: number;
  readonly gaps: readonly (readonly [number, number])[];
  readonly numbers: readonly number[];
}

interface Search {
  readonly text: MatchText;
  readonly slots: SlotTable;
  readonly places: Occurrences;
  readonly numberStarts: readonly number[];
  readonly dateStarts: readonly number[];
  readonly docStarts: readonly number[];
  /** Lists of literals, and by their number the places of any of them, in order, and how many; filled when asked for. */
  readonly groups: readonly (readonly number[])[];
  readonly gathered: (Int32Array | undefined)[];
  readonly counts: Int32Array;
  readonly from: number;
  /** Places of 、. */
  readonly listMarks: readonly number[];
  readonly to: number;
}

const noSlots: SlotTable = { numbers: [], dates: [], docs: [] };
const startsOf = (spans: readonly { readonly start: number }[]): number[] => spans.map(span => span.start);

function placesOf(flat: string, unit: string, from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = flat.indexOf(unit, from); at >= 0 && at < to; at = flat.indexOf(unit, at + 1)) places.push(at);
  return places;
}

/** All matches between `from` and `to` (flat), by start. For each end the smallest gap, of one start the longest. */
export function findPhrases(list: PhraseList, text: MatchText, from = 0, to = text.flat.length): Match[] {
  return findSome(list, text, list.phrases.keys(), from, to);
}

/** The same for some phrases of the list only, by their numbers. */
export function findSome(
  list: PhraseList,
  text: MatchText,
  ids: Iterable<number>,
  from = 0,
  to = text.flat.length,
): Match[] {
  const slots = text.slots ?? noSlots;
  const [numberStarts, dateStarts, docStarts] = [startsOf(slots.numbers), startsOf(slots.dates), startsOf(slots.docs)];
  const search: Search = {
    text,
    slots,
    places: list.literals.find(text.flat, from, to),
    numberStarts,
    dateStarts,
    docStarts,
    groups: list.literals.groups,
    gathered: new Array(list.literals.groups.length),
    counts: new Int32Array(list.literals.groups.length).fill(-1),
    from,
    listMarks: placesOf(text.flat, '、', from, to),
    to,
  };
  const matches: Match[] = [];
  for (const id of ids) {
    const phrase = list.phrases[id];
    if (phrase === undefined) continue;
    const found: Match[] = [];
    for (const start of startsFor(phrase, search)) matchAt(id, phrase, search, start, found);
    if (found.length === 1) matches.push(found[0] as Match);
    else if (found.length > 1) for (const match of best(found)) matches.push(match);
  }
  return matches.sort((a, b) => a.start - b.start || a.end - b.end || a.phrase - b.phrase);
}

/** Places where the phrase can begin: an opening literal stands there, and all that the phrase needs follows in reach. */
function startsFor(phrase: Compiled, search: Search): readonly number[] {
  if (phrase.needsNumber && search.numberStarts.length === 0) return [];
  for (const group of phrase.needs) if (countOf(group, search) === 0) return [];
  const leads = gather(phrase.leads, search);
  const starts =
    phrase.slotLeads.length > 0 ? Int32Array.from([...leads, ...slotStarts(phrase.slotLeads, search)]).sort() : leads;
  const needed: ArrayLike<number>[] = [];
  for (const group of phrase.needs) if (group !== phrase.leads) needed.push(gather(group, search));
  if (phrase.needsNumber) needed.push(search.numberStarts);
  const kept: number[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] as number;
    if (index > 0 && start === starts[index - 1]) continue;
    if (follows(needed, start, phrase, search)) kept.push(start);
  }
  return kept;
}

/** Whether each of the needed lists has a place after `start` within the phrase's reach. */
function follows(needed: readonly ArrayLike<number>[], start: number, phrase: Compiled, search: Search): boolean {
  const { clauseOf } = search.text;
  for (const places of needed) {
    const place = places[firstFrom(places, start)];
    if (place === undefined || place - start > phrase.reach) return false;
    if (phrase.inClause && clauseOf[place] !== clauseOf[start]) return false;
  }
  return true;
}

function countOf(group: number, search: Search): number {
  const known = search.counts[group] as number;
  if (known >= 0) return known;
  let count = 0;
  for (const id of search.groups[group] as readonly number[]) count += search.places[id]?.length ?? 0;
  search.counts[group] = count;
  return count;
}

/** Where the kinds of slot that may open a phrase begin, within the searched stretch. */
function slotStarts(kinds: readonly SlotKind[], search: Search): number[] {
  const starts: number[] = [];
  for (const kind of kinds) {
    const places = kind === 'number' ? search.numberStarts : kind === 'date' ? search.dateStarts : search.docStarts;
    for (let index = firstFrom(places, search.from); index < places.length; index += 1) {
      const at = places[index] as number;
      if (at >= search.to) break;
      starts.push(at);
    }
  }
  return starts;
}

function gather(group: number, search: Search): Int32Array {
  const known = search.gathered[group];
  if (known !== undefined) return known;
  const ids = search.groups[group] as readonly number[];
  const all = new Int32Array(countOf(group, search));
  let next = 0;
  for (const id of ids) {
    const places = search.places[id];
    if (places !== undefined) for (const at of places) all[next++] = at;
  }
  if (ids.length > 1) all.sort();
  search.gathered[group] = all;
  return all;
}

function best(matches: readonly Match[]): Match[] {
  const byEnd = new Map<number, Match>();
  for (const match of matches) {
    const other = byEnd.get(match.end);
    if (other === undefined || match.gap < other.gap || (match.gap === other.gap && match.start < other.start)) {
      byEnd.set(match.end, match);
    }
  }
  const byStart = new Map<number, Match>();
  for (const match of byEnd.values()) {
    const other = byStart.get(match.start);
    if (other === undefined || match.end > other.end) byStart.set(match.start, match);
  }
  return [...byStart.values()];
}

function matchAt(id: number, phrase: Compiled, search: Search, start: number, found: Match[]): void {
  const first: Reading = { lo: start, hi: start, wide: false, gap: 0, gaps: [], numbers: [] };
  for (const reading of follow(phrase.steps, [first], search, start, search.to)) {
    found.push({
      phrase: id,
      start,
      end: reading.lo,
      gap: reading.gap,
      negated: isNegated(phrase, search.text.flat, start, reading.gaps),
      inTitle: !phrase.hasDoc && search.text.inTitle[start] === 1 && liesInTitle(search.text, start, reading.lo),
      numbers: reading.numbers,
    });
  }
}

function liesInTitle(text: MatchText, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.inTitle[at] !== 1) return false;
  return true;
}

function isNegated(phrase: Compiled, flat: string, start: number, gaps: Reading['gaps']): boolean {
  for (const word of phrase.negations) {
    if (start >= word.length && flat.startsWith(word, start - word.length)) return true;
    for (const [from, to] of gaps) if (flat.slice(from, to).includes(word)) return true;
  }
  return false;
}

function follow(
  steps: readonly Step[],
  readings: readonly Reading[],
  search: Search,
  start: number,
  to: number,
): readonly Reading[] {
  let current = readings;
  for (const step of steps) {
    const next: Reading[] = [];
    for (const reading of current) take(step, reading, search, start, to, next);
    if (next.length === 0) return next;
    current = next.length === 1 ? next : thin(next);
  }
  return current;
}

/** Of readings that stand at the same place the one with the smallest gap goes on. */
function thin(readings: readonly Reading[]): readonly Reading[] {
  const kept = new Map<number, Reading>();
  for (const reading of readings) {
    const key = reading.lo * 512 + (reading.hi - reading.lo);
    const other = kept.get(key);
    if (other === undefined || reading.gap < other.gap) kept.set(key, reading);
  }
  return kept.size === readings.length ? readings : [...kept.values()];
}

function take(step: Step, reading: Reading, search: Search, start: number, to: number, next: Reading[]): void {
  switch (step.type) {
    case 'literal':
      takeLiteral(step.text, step.id, reading, search, to, next);
      return;
    case 'gap':
      next.push(openGap(step.max, step.scope, reading, search.text, start, to));
      return;
    case 'choice':
      takeChoice(step, reading, search, start, to, next);
      return;
    default:
      takeSlot(step, reading, search, to, next);
  }
}

function takeChoice(
  choice: Choice,
  reading: Reading,
  search: Search,
  start: number,
  to: number,
  next: Reading[],
): void {
  for (const option of choice.open) takeOption(option, reading, search, start, to, next);
  if (choice.byUnit.size === 0) return;
  if (reading.lo === reading.hi) {
    takeOptionsAt(choice, reading.lo, reading, search, start, to, next);
    return;
  }
  const places = gather(choice.leads, search);
  let before = -1;
  for (let index = firstFrom(places, reading.lo); index < places.length; index += 1) {
    const at = places[index] as number;
    if (at > reading.hi || at >= to) break;
    if (at !== before) takeOptionsAt(choice, at, reading, search, start, to, next);
    before = at;
  }
}

/** Tries the options that can begin with the character at a place. */
function takeOptionsAt(
  choice: Choice,
  at: number,
  reading: Reading,
  search: Search,
  start: number,
  to: number,
  next: Reading[],
): void {
  const { flat } = search.text;
  const options = choice.byUnit.get(flat.charCodeAt(at));
  if (options === undefined) return;
  let here: Reading | null | undefined;
  for (const option of options) {
    const opening = option.steps[0] as Step;
    if (opening.type === 'literal' && !flat.startsWith(opening.text, at)) continue;
    if (option.needs.length > 0 && !optionFollows(option, at, search)) continue;
    here ??= land(reading, at, at, search);
    if (here === null) return;
    takeOption(option, here, search, start, to, next);
  }
}

/** Whether all that an option needs beyond its first piece stands after `at`, in its clause where it cannot leave it. */
function optionFollows(option: Option, at: number, search: Search): boolean {
  const { clauseOf } = search.text;
  for (const group of option.needs) {
    if (countOf(group, search) === 0) return false;
    const places = gather(group, search);
    const place = places[firstFrom(places, at)];
    if (place === undefined || (option.inClause && clauseOf[place] !== clauseOf[at])) return false;
  }
  return true;
}

function takeOption(
  option: Option,
  reading: Reading,
  search: Search,
  start: number,
  to: number,
  next: Reading[],
): void {
  const { steps } = option;
  if (steps.length === 0) next.push(reading);
  else if (steps.length === 1) take(steps[0] as Step, reading, search, start, to, next);
  else for (const one of follow(steps, [reading], search, start, to)) next.push(one);
}

function openGap(
  max: number,
  scope: 'clause' | 'sentence',
  reading: Reading,
  text: MatchText,
  start: number,
  to: number,
): Reading {
  const numbers = scope === 'clause' ? text.clauseOf : text.sentenceOf;
  const home = numbers[reading.lo > start ? reading.lo - 1 : reading.lo];
  let hi = reading.lo;
  const limit = Math.min(reading.lo + max, to);
  while (hi < limit && numbers[hi + 1] === home && numbers[hi] === home) hi += 1;
  const { lo, gap, gaps, numbers: taken } = reading;
  return { lo, hi, wide: scope === 'sentence', gap, gaps, numbers: taken };
}

function takeLiteral(literal: string, id: number, reading: Reading, search: Search, to: number, next: Reading[]): void {
  const { lo, hi } = reading;
  if (lo === hi) {
    if (lo + literal.length <= to && search.text.flat.startsWith(literal, lo)) {
      const end = lo + literal.length;
      const { gap, gaps, numbers } = reading;
      next.push({ lo: end, hi: end, wide: false, gap, gaps, numbers });
    }
    return;
  }
  const places = search.places[id];
  if (places === undefined) return;
  for (let index = firstFrom(places, lo); index < places.length; index += 1) {
    const at = places[index] as number;
    if (at > hi || at + literal.length > to) break;
    const landed = land(reading, at, at + literal.length, search);
    if (landed !== null) next.push(landed);
  }
}

/** The reading after its gap was closed at `at`; null where the gap would hold both a 、 and a figure. */
function land(reading: Reading, at: number, end: number, search: Search): Reading | null {
  const { lo, gap, gaps, numbers } = reading;
  if (at === lo) return { lo: end, hi: end, wide: false, gap, gaps, numbers };
  if (!reading.wide && holds(search.listMarks, lo, at) && holds(search.numberStarts, lo, at)) return null;
  return { lo: end, hi: end, wide: false, gap: gap + at - lo, gaps: [...gaps, [lo, at]], numbers };
}

const holds = (places: readonly number[], from: number, to: number): boolean => {
  const first = places[firstFrom(places, from)];
  return first !== undefined && first < to;
};

function takeSlot(
  step: Exclude<Step, { type: 'literal' | 'choice' | 'gap' }>,
  reading: Reading,
  search: Search,
  to: number,
  next: Reading[],
): void {
  const { slots } = search;
  const starts =
    step.type === 'date' ? search.dateStarts : step.type === 'doc' ? search.docStarts : search.numberStarts;
  for (let index = firstFrom(starts, reading.lo); index < starts.length; index += 1) {
    const at = starts[index] as number;
    if (at > reading.hi) break;
    let end = -1;
    let number = -1;
    if (step.type === 'date') end = slots.dates[index]?.end ?? -1;
    else if (step.type === 'doc') {
      const doc = slots.docs[index];
      if (doc !== undefined && (step.title.length === 0 || titleHolds(step.title, doc, search))) end = doc.end;
    } else {
      const span = slots.numbers[index];
      if (span !== undefined && fits(step, span)) {
        end = span.end;
        number = index;
      }
    }
    if (end < 0 || end > to) continue;
    const landed = land(reading, at, end, search);
    if (landed !== null) next.push(number < 0 ? landed : { ...landed, numbers: [...landed.numbers, number] });
  }
}

function fits(step: Step, span: NumberSpan): boolean {
  if (step.type === 'rate') return span.kind === 'rate';
  if (step.type !== 'number' || span.kind === 'rate' || span.kind === 'change') return false;
  return step.units.length === 0 || step.units.includes(span.unit);
}

function titleHolds(title: readonly Step[], doc: DocSpan, search: Search): boolean {
  for (let at = doc.start + 1; at < doc.end - 1; at += 1) {
    const first: Reading = { lo: at, hi: at, wide: false, gap: 0, gaps: [], numbers: [] };
    if (follow(title, [first], search, at, doc.end - 1).length > 0) return true;
  }
  return false;
}
