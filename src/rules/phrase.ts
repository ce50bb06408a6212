/** Finds compiled phrases in a text. One pass over the text starts every phrase at once, by its first two characters. */
import { type Node, parsePhrase, type Slot, type Terms } from './grammar.ts';

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
  /** Phrases by their first two characters, by their first character alone, and those that may begin with a slot. */
  readonly byPair: ReadonlyMap<number, readonly number[]>;
  readonly byUnit: ReadonlyMap<number, readonly number[]>;
  readonly bySlot: readonly number[];
  /** By first character: 1 where it alone starts phrases, 2 where a pair beginning with it does. */
  readonly leads: Uint8Array;
}

interface Compiled {
  readonly nodes: readonly Node[];
  readonly says: string;
  readonly hasDoc: boolean;
  /** Each list names pairs of characters (hashed) of which the text must hold one, or the phrase cannot stand in it. */
  readonly needs: readonly (readonly number[])[];
}

const negations = ['尚未', '没有', '不予', '不再', '未', '无'];

/** Compiles phrases once; throws PhraseError at the first that breaks the grammar. */
export function compilePhrases(sources: readonly string[], terms: Terms = {}): PhraseList {
  const phrases: Compiled[] = [];
  const byPair = new Map<number, number[]>();
  const byUnit = new Map<number, number[]>();
  const bySlot: number[] = [];
  sources.forEach((source, id) => {
    const nodes = parsePhrase(source, terms);
    phrases.push({ nodes, says: literalsOf(nodes).join('|'), hasDoc: holdsDoc(nodes), needs: needsOf(nodes) });
    for (const first of firstsOf(nodes, 0, 2)) {
      if (first === '') bySlot.push(id);
      else if (first.length === 1) add(byUnit, first.charCodeAt(0), id);
      else add(byPair, pairKey(first.charCodeAt(0), first.charCodeAt(1)), id);
    }
  });
  const leads = new Uint8Array(65536);
  for (const unit of byUnit.keys()) leads[unit] = 1;
  for (const pair of byPair.keys()) {
    const unit = Math.floor(pair / 65536);
    leads[unit] = (leads[unit] as number) | 2;
  }
  return { sources, phrases, byPair, byUnit, bySlot, leads };
}

function add(map: Map<number, number[]>, key: number, id: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [id]);
  else if (list.at(-1) !== id) list.push(id);
}

const pairKey = (first: number, second: number): number => first * 65536 + second;

const pairHash = (first: number, second: number): number => ((first * 31) ^ (second * 131)) & 0xffff;

/** What any reading of the nodes must hold: every pair of each literal, one pair of one option of each choice. */
function needsOf(nodes: readonly Node[]): number[][] {
  const needs: number[][] = [];
  for (const node of nodes) {
    if (node.type === 'literal') {
      for (let at = 0; at + 1 < node.text.length; at += 1) {
        needs.push([pairHash(node.text.charCodeAt(at), node.text.charCodeAt(at + 1))]);
      }
    } else if (node.type === 'choice') {
      const options = node.options.map(option => needsOf(option)[0]);
      if (options.every(option => option !== undefined)) needs.push([...new Set(options.flat())]);
    }
  }
  return needs;
}

/** For each phrase whether the text holds what it needs; so that most phrases are never tried. */
function possible(list: PhraseList, flat: string, from: number, to: number): Uint8Array {
  const pairs = new Uint8Array(65536);
  for (let at = from; at + 1 < to; at += 1) pairs[pairHash(flat.charCodeAt(at), flat.charCodeAt(at + 1))] = 1;
  const alive = new Uint8Array(list.phrases.length);
  for (const [id, { needs }] of list.phrases.entries()) {
    alive[id] = needs.every(any => any.some(pair => pairs[pair] === 1)) ? 1 : 0;
  }
  return alive;
}

/** The possible first `want` characters of a sequence; shorter where a gap or slot follows, '' where a slot comes first. */
function firstsOf(nodes: readonly Node[], at: number, want: number): Set<string> {
  const node = nodes[at];
  if (node === undefined) return new Set(['']);
  if (node.type === 'gap' || node.type === 'slot') return new Set(['']);
  if (node.type === 'literal') {
    if (node.text.length >= want) return new Set([node.text.slice(0, want)]);
    const rest = firstsOf(nodes, at + 1, want - node.text.length);
    return new Set([...rest].map(tail => node.text + tail));
  }
  const result = new Set<string>();
  for (const option of node.options) {
    for (const head of firstsOf([...option, ...nodes.slice(at + 1)], 0, want)) result.add(head);
  }
  return result;
}

function literalsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node =>
    node.type === 'literal' ? [node.text] : node.type === 'choice' ? node.options.flatMap(literalsOf) : [],
  );
}

function holdsDoc(nodes: readonly Node[]): boolean {
  return nodes.some(
    node =>
      (node.type === 'slot' && node.slot.kind === 'doc') || (node.type === 'choice' && node.options.some(holdsDoc)),
  );
}

/** A reading under way: the next character may stand anywhere from `lo` to `hi`. */
interface Reading {
  readonly lo: number;
  readonly hi: number;
  /** The gap that is open may cross clauses, and so hold both a 、 and a figure. */
  readonly wide?: boolean;
  readonly gap: number;
  readonly gaps: readonly (readonly [number, number])[];
  readonly numbers: readonly number[];
}

interface Searched extends MatchText {
  readonly numberAt: ReadonlyMap<number, number>;
  readonly dateAt: ReadonlyMap<number, number>;
  readonly docAt: ReadonlyMap<number, number>;
}

const noSlots: SlotTable = { numbers: [], dates: [], docs: [] };

function startsOf(spans: readonly { readonly start: number }[]): Map<number, number> {
  return new Map(spans.map((span, index) => [span.start, index]));
}

/** All matches between `from` and `to` (flat), by start. For each end the smallest gap, of one start the longest. */
export function findPhrases(list: PhraseList, text: MatchText, from = 0, to = text.flat.length): Match[] {
  const slots = text.slots ?? noSlots;
  const searched: Searched = {
    ...text,
    slots,
    numberAt: startsOf(slots.numbers),
    dateAt: startsOf(slots.dates),
    docAt: startsOf(slots.docs),
  };
  const found = new Map<number, Match[]>();
  const alive = possible(list, text.flat, from, to);
  const tryAt = (ids: readonly number[] | undefined, at: number) => {
    if (ids === undefined) return;
    for (const id of ids) if (alive[id] === 1) matchAt(list, id, searched, at, to, found);
  };
  const { flat } = text;
  for (let at = from; at < to; at += 1) {
    const unit = flat.charCodeAt(at);
    const lead = list.leads[unit] as number;
    if (lead === 0) continue;
    if (lead & 1) tryAt(list.byUnit.get(unit), at);
    if (lead & 2 && at + 1 < to) tryAt(list.byPair.get(pairKey(unit, flat.charCodeAt(at + 1))), at);
  }
  if (list.bySlot.length > 0) {
    const starts = new Set([...searched.numberAt.keys(), ...searched.dateAt.keys(), ...searched.docAt.keys()]);
    for (const at of starts) if (at >= from && at < to) tryAt(list.bySlot, at);
  }
  const matches: Match[] = [];
  for (const ofPhrase of found.values()) for (const match of best(ofPhrase)) matches.push(match);
  return matches.sort((a, b) => a.start - b.start || a.end - b.end || a.phrase - b.phrase);
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

function matchAt(
  list: PhraseList,
  id: number,
  text: Searched,
  start: number,
  to: number,
  found: Map<number, Match[]>,
): void {
  const phrase = list.phrases[id] as Compiled;
  const first: Reading = { lo: start, hi: start, gap: 0, gaps: [], numbers: [] };
  for (const reading of follow(phrase.nodes, 0, [first], text, start, to)) {
    const match: Match = {
      phrase: id,
      start,
      end: reading.lo,
      gap: reading.gap,
      negated: isNegated(phrase, text.flat, start, reading.gaps),
      inTitle: !phrase.hasDoc && text.inTitle[start] === 1 && liesInTitle(text, start, reading.lo),
      numbers: reading.numbers,
    };
    const matches = found.get(id);
    if (matches === undefined) found.set(id, [match]);
    else matches.push(match);
  }
}

function liesInTitle(text: MatchText, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.inTitle[at] !== 1) return false;
  return true;
}

function isNegated(phrase: Compiled, flat: string, start: number, gaps: Reading['gaps']): boolean {
  for (const word of negations) {
    if (phrase.says.includes(word)) continue;
    if (start >= word.length && flat.startsWith(word, start - word.length)) return true;
    if (gaps.some(([from, to]) => flat.slice(from, to).includes(word))) return true;
  }
  return false;
}

function follow(
  nodes: readonly Node[],
  at: number,
  readings: readonly Reading[],
  text: Searched,
  start: number,
  to: number,
): readonly Reading[] {
  let current = readings;
  for (let index = at; index < nodes.length && current.length > 0; index += 1) {
    current = thin(step(nodes[index] as Node, current, text, start, to));
  }
  return current;
}

/** Of readings that stand at the same place the one with the smallest gap goes on. */
function thin(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length < 2) return readings;
  const kept = new Map<number, Reading>();
  for (const reading of readings) {
    const key = reading.lo * 512 + (reading.hi - reading.lo);
    const other = kept.get(key);
    if (other === undefined || reading.gap < other.gap) kept.set(key, reading);
  }
  return [...kept.values()];
}

function step(node: Node, readings: readonly Reading[], text: Searched, start: number, to: number): Reading[] {
  const next: Reading[] = [];
  for (const reading of readings) {
    if (node.type === 'literal') readLiteral(node.text, reading, text, to, next);
    else if (node.type === 'gap') next.push(openGap(node.max, node.scope, reading, text, start, to));
    else if (node.type === 'slot') readSlot(node.slot, reading, text, to, next);
    else {
      for (const option of node.options) {
        if (option.length === 0) next.push(reading);
        else next.push(...follow(option, 0, [reading], text, start, to));
      }
    }
  }
  return next;
}

function openGap(
  max: number,
  scope: 'clause' | 'sentence',
  reading: Reading,
  text: Searched,
  start: number,
  to: number,
): Reading {
  const numbers = scope === 'clause' ? text.clauseOf : text.sentenceOf;
  const home = numbers[reading.lo > start ? reading.lo - 1 : reading.lo];
  let hi = reading.lo;
  const limit = Math.min(reading.lo + max, to);
  while (hi < limit && numbers[hi + 1] === home && numbers[hi] === home) hi += 1;
  return { ...reading, hi, wide: scope === 'sentence' };
}

function readLiteral(literal: string, reading: Reading, text: Searched, to: number, next: Reading[]): void {
  const { lo, hi } = reading;
  if (lo === hi) {
    if (lo + literal.length <= to && text.flat.startsWith(literal, lo)) {
      next.push({ ...reading, lo: lo + literal.length, hi: lo + literal.length });
    }
    return;
  }
  const window = text.flat.slice(lo, Math.min(hi + literal.length, to));
  for (let at = window.indexOf(literal); at >= 0; at = window.indexOf(literal, at + 1)) {
    const landed = land(reading, lo + at, lo + at + literal.length, text);
    if (landed !== null) next.push(landed);
  }
}

/** The reading after its gap was closed at `at`; null where the gap would hold both a 、 and a figure. */
function land(reading: Reading, at: number, end: number, text: Searched): Reading | null {
  if (at === reading.lo) return { ...reading, lo: end, hi: end };
  if (reading.wide !== true && text.flat.slice(reading.lo, at).includes('、')) {
    for (let inside = reading.lo; inside < at; inside += 1) if (text.numberAt.has(inside)) return null;
  }
  return {
    lo: end,
    hi: end,
    gap: reading.gap + at - reading.lo,
    gaps: [...reading.gaps, [reading.lo, at]],
    numbers: reading.numbers,
  };
}

function readSlot(slot: Slot, reading: Reading, text: Searched, to: number, next: Reading[]): void {
  const slots = text.slots ?? noSlots;
  for (let at = reading.lo; at <= reading.hi; at += 1) {
    let end = -1;
    let number = -1;
    if (slot.kind === 'date') end = slots.dates[text.dateAt.get(at) ?? -1]?.end ?? -1;
    else if (slot.kind === 'doc') {
      const doc = slots.docs[text.docAt.get(at) ?? -1];
      if (doc !== undefined && (slot.title.length === 0 || titleHolds(slot.title, doc, text))) end = doc.end;
    } else {
      number = text.numberAt.get(at) ?? -1;
      const span = slots.numbers[number];
      if (span !== undefined && takes(slot, span)) end = span.end;
    }
    if (end < 0 || end > to) continue;
    const landed = land(reading, at, end, text);
    if (landed !== null) next.push(number < 0 ? landed : { ...landed, numbers: [...landed.numbers, number] });
  }
}

function takes(slot: Slot, span: NumberSpan): boolean {
  if (slot.kind === 'rate') return span.kind === 'rate';
  if (slot.kind !== 'number' || span.kind === 'rate' || span.kind === 'change') return false;
  return slot.units.length === 0 || slot.units.includes(span.unit);
}

function titleHolds(title: readonly Node[], doc: DocSpan, text: Searched): boolean {
  for (let at = doc.start + 1; at < doc.end - 1; at += 1) {
    if (follow(title, 0, [{ lo: at, hi: at, gap: 0, gaps: [], numbers: [] }], text, at, doc.end - 1).length > 0)
      return true;
  }
  return false;
}
