/** What speaks against a gap of a phrase in one text: a 、 beside a figure, and words of negation; and what it may stand behind. */
import { type Always, negations } from './compiled.ts';
import { firstFrom, type Occurrences } from './literals.ts';
import type { MatchText } from './phrase.ts';

const holdsListMark = 1;
const holdsNumber = 2;
const holdsBoth = holdsListMark | holdsNumber;
const holdsNegation = 4;

/** Words that begin with a word of negation and deny nothing. */
const harmless =
  /^(?:未(?:成年|来|雨绸缪|诉先办|检|保)|无(?:障碍|人机|人驾驶|证|照|偿|讼|诉|纸|缝|感|差别|死角|盲区|接触|党派|违|毒|烟|害|废|主|理由|还本|抵押|线|形|忧|欠薪|传销|邪教|物业|籍|微不至|私))/;
/** Characters of the longest of them. */
const longestHarmless = 4;

export class Gaps {
  readonly #text: MatchText;
  readonly #literals: Occurrences;
  /** Starts of the numbers. */
  readonly #numbers: Int32Array;
  readonly #always: Always;
  readonly #to: number;
  /** By clause: what of all this begins in it. Hardly any clause holds two of them, and no more is looked at in the others. */
  #clauses: Uint8Array | null = null;
  /** By word of negation, the places where it denies something. */
  #denials: readonly Int32Array[] = [];

  /** `to`: where the part of the text ends that is searched. */
  constructor(text: MatchText, literals: Occurrences, numbers: Int32Array, always: Always, to: number) {
    this.#text = text;
    this.#literals = literals;
    this.#numbers = numbers;
    this.#always = always;
    this.#to = to;
  }

  /** Both a 、 and a figure stand in a stretch of one clause: a gap of a clause holds one of them only. */
  holdListAndNumber(from: number, to: number): boolean {
    const held = this.#held()[this.#text.clauseOf[from] as number] as number;
    if ((held & holdsBoth) !== holdsBoth) return false;
    const number = this.#numbers[firstFrom(this.#numbers, from)];
    return number !== undefined && number < to && this.#stands(this.#always.listMark, from, to);
  }

  /** Whether one of these words of negation, given as bits, stands wholly between. */
  deny(bits: number, from: number, to: number): boolean {
    const { clauseOf } = this.#text;
    const held = this.#held();
    let said = 0;
    const last = clauseOf[to - 1] as number;
    for (let clause = clauseOf[from] as number; clause <= last; clause += 1) said |= held[clause] as number;
    if ((said & holdsNegation) === 0) return false;
    for (let index = 0; index < negations.length; index += 1) {
      if ((bits & (1 << index)) === 0) continue;
      const end = to - (negations[index] as string).length + 1;
      const places = this.#denials[index] as Int32Array;
      const place = places[firstFrom(places, from)];
      if (place !== undefined && place < end) return true;
    }
    return false;
  }

  /** Whether one of these words of negation ends where something starts. */
  denyBefore(bits: number, start: number): boolean {
    const { flat } = this.#text;
    if (start === 0 || !endsDenial(flat.charCodeAt(start - 1))) return false;
    for (let index = 0; index < negations.length; index += 1) {
      if ((bits & (1 << index)) === 0) continue;
      const word = negations[index] as string;
      if (start >= word.length && flat.startsWith(word, start - word.length)) return true;
    }
    return false;
  }

  /** Whether a literal begins between two places. */
  #stands(id: number, from: number, to: number): boolean {
    const { starts, places } = this.#literals;
    const index = firstFrom(places, from, starts[id], starts[id + 1]);
    return index < (starts[id + 1] as number) && (places[index] as number) < to;
  }

  /** Of the places of a word of negation those outside of names of documents (《未成年人保护法》) and of harmless words. */
  #denying(places: Int32Array): Int32Array {
    const { flat, inTitle } = this.#text;
    return places.filter(at => inTitle[at] !== 1 && !harmless.test(flat.slice(at, at + longestHarmless)));
  }

  #held(): Uint8Array {
    if (this.#clauses !== null) return this.#clauses;
    const { clauseOf } = this.#text;
    const count = this.#to === 0 ? 0 : (clauseOf[this.#to - 1] as number) + 1;
    const clauses = new Uint8Array(count);
    const note = (places: Int32Array, from: number, to: number, what: number): void => {
      for (let index = from; index < to; index += 1) {
        const clause = clauseOf[places[index] as number] as number;
        if (clause < count) clauses[clause] = (clauses[clause] as number) | what;
      }
    };
    const { starts, places } = this.#literals;
    const { listMark, negations: words } = this.#always;
    note(places, starts[listMark] as number, starts[listMark + 1] as number, holdsListMark);
    note(this.#numbers, 0, this.#numbers.length, holdsNumber);
    this.#denials = words.map(id => this.#denying(places.subarray(starts[id], starts[id + 1])));
    for (const denying of this.#denials) note(denying, 0, denying.length, holdsNegation);
    this.#clauses = clauses;
    return clauses;
  }
}

/** Whether a word of negation can end with this character: 未 有 予 再 无. */
const endsDenial = (unit: number): boolean =>
  unit === 0x672a || unit === 0x6709 || unit === 0x4e88 || unit === 0x518d || unit === 0x65e0;

/**
 * Whether a character can end a clause or sentence: , : ; ! ? 。 A gap right behind one that the phrase itself says goes on in
 * what begins there (检查,…整改).
 */
export const endsClause = (unit: number): boolean =>
  unit === 0x2c || unit === 0x3a || unit === 0x3b || unit === 0x21 || unit === 0x3f || unit === 0x3002;
