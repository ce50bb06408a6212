/** Finds compiled phrases in a text: fixed pieces once for all phrases, then each phrase from where it can begin. */
import { type Always, alwaysIn, Compiler } from './compiled.ts';
import { parsePhrase, type Terms } from './grammar.ts';
import { findFirst, LiteralSet } from './literals.ts';
import { Places } from './places.ts';
import { type Program, phraseWidth, programOf } from './program.ts';
import { Walk } from './walk.ts';

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
  /** The characters of `flat` as numbers; made out where they are not given. */
  readonly units?: Uint16Array;
  readonly clauseOf: Int32Array;
  readonly sentenceOf: Int32Array;
  readonly inTitle: Uint8Array;
  /** As `titledBefore` of it; made out where it is not given. */
  readonly titled?: Int32Array | null;
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
  /** The match begins and ends inside 《》 and the phrase has no <doc> slot. */
  readonly inTitle: boolean;
  /** Indexes into `slots.numbers` that its number slots took, in order. */
  readonly numbers: readonly number[];
}

export interface PhraseList {
  readonly sources: readonly string[];
  readonly literals: LiteralSet;
  readonly always: Always;
  readonly program: Program;
}

/** Compiles phrases once; throws PhraseError at the first that breaks the grammar. */
export function compilePhrases(sources: readonly string[], terms: Terms = {}): PhraseList {
  const literals = new LiteralSet();
  const always = alwaysIn(literals);
  const compiler = new Compiler(literals);
  const phrases = sources.map(source => compiler.compile(parsePhrase(source, terms)));
  return { sources, literals, always, program: programOf(phrases, literals) };
}

/** Phrases that are known to keep the grammar: they are compiled when they are first looked for. */
export function phraseList(sources: readonly string[], terms: Terms, compile = compilePhrases): PhraseList {
  let compiled: PhraseList | undefined;
  const all = (): PhraseList => {
    compiled ??= compile(sources, terms);
    return compiled;
  };
  return {
    sources,
    get literals() {
      return all().literals;
    },
    get always() {
      return all().always;
    },
    get program() {
      return all().program;
    },
  };
}

/** All matches between `from` and `to` (flat), by start. For each end the smallest gap, of one start the longest. */
export function findPhrases(list: PhraseList, text: MatchText, from = 0, to = text.flat.length): Match[] {
  const search = new PhraseSearch(list, text, from, to);
  const matches: Match[] = [];
  for (let id = 0; id < list.sources.length; id += 1) {
    for (const match of search.matchesOf(id)) matches.push(match);
  }
  return matches.sort((a, b) => a.start - b.start || a.end - b.end || a.phrase - b.phrase);
}

const none: readonly Match[] = [];

/** The phrases of a list in one text: each is looked for when it is first asked for, and only then. */
export class PhraseSearch {
  readonly #list: PhraseList;
  readonly #places: Places;
  readonly #walk: Walk;
  readonly #known: (readonly Match[] | undefined)[];
  readonly #from: number;
  readonly #to: number;

  constructor(list: PhraseList, text: MatchText, from = 0, to = text.flat.length) {
    this.#list = list;
    this.#from = from;
    this.#to = to;
    this.#places = new Places(list, text, from, to);
    this.#walk = new Walk(list.program, text, this.#places, to);
    this.#known = new Array(list.sources.length);
  }

  /** Matches of the phrase with this number in its list, by start. */
  matchesOf(id: number): readonly Match[] {
    const known = this.#known[id];
    if (known !== undefined) return known;
    const found = this.#find(id, this.#from, this.#to);
    this.#known[id] = found;
    return found;
  }

  /** Of these matches the ones that start from `from` up to `to`, ends of sentences; found without all others where those are not known. */
  matchesIn(id: number, from: number, to: number): readonly Match[] {
    const known = this.#known[id];
    return known === undefined ? this.#find(id, from, to) : startingIn(known, from, to);
  }

  #find(id: number, from: number, to: number): readonly Match[] {
    const { whole, gates, phrases } = this.#list.program;
    const literal = whole[id] as number;
    if (literal >= 0) return this.#findLiteral(id, literal, from, to);
    let found: Match[] | null = null;
    let several = false;
    const last = phrases[id * phraseWidth + 1] as number;
    for (let branch = phrases[id * phraseWidth] as number; branch < last; branch += 1) {
      if (!this.#places.mayHold(gates, branch)) continue;
      const starts = this.#places.findStarts(branch, from, to);
      if (starts === 0) continue;
      several ||= found !== null && found.length > 0;
      found ??= [];
      for (let index = 0; index < starts; index += 1)
        this.#walk.matchAt(id, branch, this.#places.startAt(index), found);
    }
    if (found === null || found.length === 0) return none;
    if (several) found.sort((a, b) => a.start - b.start);
    return apart(found) ? found : best(found);
  }

  /** Of a phrase that is one literal every place is a match. */
  #findLiteral(id: number, literal: number, from: number, to: number): readonly Match[] {
    const end = this.#places.endOfLiteral(literal);
    const found: Match[] = [];
    for (let index = this.#places.firstOfLiteral(literal, from); index < end; index += 1) {
      const at = this.#places.placeAt(index);
      if (at >= to) break;
      found.push(this.#walk.literalAt(id, literal, at));
    }
    return found.length === 0 ? none : found;
  }
}

/** Of matches by start those that start from `from` up to `to`. */
export function startingIn(matches: readonly Match[], from: number, to: number): readonly Match[] {
  const first = findFirst(matches, from);
  const end = findFirst(matches, to);
  return first === end ? none : matches.slice(first, end);
}

/** So many matches are compared one by one, without maps. */
const few = 24;

/** As `best`, of matches that come by start. */
function bestOfFew(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  for (const match of matches) {
    const beaten = matches.some(
      other =>
        other !== match &&
        other.end === match.end &&
        (other.gap < match.gap || (other.gap === match.gap && other.start < match.start)),
    );
    if (beaten) continue;
    const before = kept.at(-1);
    if (before === undefined || before.start !== match.start) {
      kept.push(match);
    } else if (match.end > before.end) kept[kept.length - 1] = match;
  }
  return kept;
}

/** Whether no two matches, which come by start, share a start or an end. */
function apart(matches: readonly Match[]): boolean {
  for (let index = 1; index < matches.length; index += 1) {
    const [before, match] = [matches[index - 1] as Match, matches[index] as Match];
    if (match.start <= before.start || match.end <= before.end) return false;
  }
  return true;
}

function best(matches: readonly Match[]): readonly Match[] {
  if (matches.length <= few) return bestOfFew(matches);
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
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
