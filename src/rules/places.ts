/** Where the pieces of phrases stand in one text: literals, groups of them, slots; and where a phrase can begin. */
import { type Always, needWidth, negations, slotNeeds } from './compiled.ts';
import { merge, once } from './in-order.ts';
import { firstFrom, grown, type Occurrences, type Packed, placesOf } from './literals.ts';
import type { MatchText, PhraseList, SlotTable } from './phrase.ts';
import { type Program, phraseWidth, slotBits } from './program.ts';

/** By place: where the next 、, number or word of negation begins, there or later; `noneAfter` where none does. */
interface After {
  readonly listMark: Int32Array;
  readonly number: Int32Array;
  readonly negation: Int32Array;
}

const noneAfter = 0x7fffffff;

const noSlots: SlotTable = { numbers: [], dates: [], docs: [] };

export class Places {
  readonly slots: SlotTable;
  /** Starts of the slots of each kind. */
  readonly numbers: Int32Array;
  readonly dates: Int32Array;
  readonly docs: Int32Array;
  readonly #text: MatchText;
  readonly #from: number;
  readonly #to: number;
  readonly #groups: Packed;
  readonly #literals: Occurrences;
  /** Places of literals, and behind them those of the groups asked for. */
  #pool: Int32Array;
  #used: number;
  /** By group: where its places begin and end in the pool; -1 while nobody has asked. */
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  /** By group: how often its literals stand in the text, one by one; -1 while nobody has asked. */
  readonly #counts: Int32Array;
  /** By need of one phrase: where the search for its places has come to. */
  #reached = new Int32Array(16);
  readonly #always: Always;
  #after: After | null = null;
  /** By group and kinds of slot: where the places of both together stand in the pool. */
  readonly #slotted = new Map<number, { readonly low: number; readonly high: number }>();
  readonly #program: Program;
  /** The starts last asked for; and where the next one of the phrase may stand at the earliest. */
  #kept = new Int32Array(64);
  #keptCount = 0;
  #worth = 0;

  constructor({ literals, always, program }: PhraseList, text: MatchText, from: number, to: number) {
    const { flat, slots = noSlots } = text;
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.slots = slots;
    this.numbers = startsOf(slots.numbers);
    this.dates = startsOf(slots.dates);
    this.docs = startsOf(slots.docs);
    this.#groups = literals.packed;
    this.#literals = literals.find(flat, from, to);
    this.#pool = grown(this.#literals.places);
    this.#used = this.#literals.places.length;
    this.#low = new Int32Array(literals.groups.length).fill(-1);
    this.#high = new Int32Array(literals.groups.length);
    this.#counts = new Int32Array(literals.groups.length).fill(-1);
    this.#always = always;
    this.#program = program;
  }

  /** First place of a literal at `at` or later, as an index for `placeAt`; `endOfLiteral` is behind the last. */
  firstOfLiteral(id: number, at: number): number {
    const { starts, places } = this.#literals;
    return firstFrom(places, at, starts[id], starts[id + 1]);
  }

  endOfLiteral(id: number): number {
    return this.#literals.starts[id + 1] as number;
  }

  /** The same for the places of any literal of a group. */
  firstOfGroup(group: number, at: number): number {
    this.#gather(group);
    return firstFrom(this.#pool, at, this.#low[group], this.#high[group]);
  }

  endOfGroup(group: number): number {
    return this.#high[group] as number;
  }

  placeAt(index: number): number {
    return this.#pool[index] as number;
  }

  /** Both a 、 and a figure stand between: a gap of a clause holds one of them only. */
  holdsListAndNumber(from: number, to: number): boolean {
    this.#after ??= this.#readAfter();
    const { listMark, number } = this.#after;
    return (listMark[from] as number) < to && (number[from] as number) < to;
  }

  /** Whether one of these words of negation, given as bits, stands wholly between. */
  denies(bits: number, from: number, to: number): boolean {
    this.#after ??= this.#readAfter();
    // Hardly any gap holds one.
    if ((this.#after.negation[from] as number) >= to) return false;
    for (let index = 0; index < negations.length; index += 1) {
      if ((bits & (1 << index)) === 0) continue;
      const last = to - (negations[index] as string).length + 1;
      if (this.#holds(this.#always.negations[index] as number, from, last)) return true;
    }
    return false;
  }

  /** Whether one of these words of negation ends where something starts. */
  deniesBefore(bits: number, start: number): boolean {
    if (start === 0 || !endsDenial(this.#text.flat.charCodeAt(start - 1))) return false;
    for (let index = 0; index < negations.length; index += 1) {
      if ((bits & (1 << index)) === 0) continue;
      const word = negations[index] as string;
      if (start >= word.length && this.#text.flat.startsWith(word, start - word.length)) return true;
    }
    return false;
  }

  /**
   * Finds the places where a phrase can begin, in order: an opening literal stands there, and all that the phrase needs
   * follows. Gives their number; `startAt` tells them until the next phrase is asked for.
   */
  findStarts(phrase: number): number {
    const { needs, phrases } = this.#program;
    const low = needs.starts[phrase] as number;
    const high = needs.starts[phrase + 1] as number;
    const leads = phrases[phrase * phraseWidth + 3] as number;
    const slots = phrases[phrase * phraseWidth + 4] as number;
    this.#gather(leads);
    this.#keptCount = 0;
    if (high - low > this.#reached.length) this.#reached = new Int32Array(2 * (high - low));
    for (let need = low; need < high; need += needWidth) this.#reached[need - low] = -1;
    this.#worth = 0;
    if (slots === 0) {
      this.#keep(needs.items, low, high, this.#pool, this.#low[leads] as number, this.#high[leads] as number);
    } else {
      const both = this.#withSlots(leads, slots);
      this.#keep(needs.items, low, high, this.#pool, both.low, both.high);
    }
    return this.#keptCount;
  }

  startAt(index: number): number {
    return this.#kept[index] as number;
  }

  /**
   * Keeps of starts in order (`starts` between `from` and `to`) those after which all needs follow; needs are packed
   * numbers from `low` to `high`. Where one need has far fewer places than there are starts, only starts near them are
   * looked at.
   */
  #keep(needs: Int32Array, low: number, high: number, starts: Int32Array, from: number, to: number): void {
    const rarest = this.#rarest(needs, low, high, (to - from) >> 1);
    if (rarest < 0) {
      this.#keepBetween(needs, low, high, starts, from, to, this.#to);
      return;
    }
    const group = needs[rarest] as number;
    if (group >= 0) this.#gather(group);
    const places = group < 0 ? this.#slotStarts(group) : this.#pool;
    const end = group < 0 ? places.length : (this.#high[group] as number);
    let slot = from;
    for (let index = group < 0 ? 0 : (this.#low[group] as number); index < end && slot < to; index += 1) {
      const place = places[index] as number;
      slot = firstFrom(starts, place - (needs[rarest + 2] as number), slot, to);
      slot = this.#keepBetween(needs, low, high, starts, slot, to, place - (needs[rarest + 1] as number));
    }
  }

  /** The need with the fewest places, where they are fewer than `most`; -1 where none has so few. */
  #rarest(needs: Int32Array, low: number, high: number, most: number): number {
    let rarest = -1;
    let fewest = most;
    for (let need = low; need < high; need += needWidth) {
      const group = needs[need] as number;
      const count = group < 0 ? this.#slotStarts(group).length : this.#countOf(group);
      if (count >= fewest) continue;
      rarest = need;
      fewest = count;
    }
    return rarest;
  }

  /** Keeps those between two indexes that start no later than `last`; the index of the first not looked at. */
  #keepBetween(
    needs: Int32Array,
    low: number,
    high: number,
    starts: Int32Array,
    from: number,
    to: number,
    last: number,
  ): number {
    let slot = from;
    for (; slot < to && (starts[slot] as number) <= last; slot += 1) {
      const start = starts[slot] as number;
      if (start < this.#worth || !this.#isStart(needs, low, high, start)) continue;
      if (this.#keptCount === this.#kept.length) this.#kept = grown(this.#kept);
      this.#kept[this.#keptCount] = start;
      this.#keptCount += 1;
    }
    return slot;
  }

  /** Whether all needs follow a start; asked for ever later starts of one phrase, each need's places are gone through once. */
  #isStart(needs: Int32Array, low: number, high: number, start: number): boolean {
    const reached = this.#reached;
    this.#worth = start + 1;
    let floor = start;
    for (let need = low; need < high; need += needWidth) {
      const group = needs[need] as number;
      let next = reached[need - low] as number;
      if (next < 0) {
        if (group >= 0) this.#gather(group);
        next = group < 0 ? 0 : (this.#low[group] as number);
      }
      const places = group < 0 ? this.#slotStarts(group) : this.#pool;
      const end = group < 0 ? places.length : (this.#high[group] as number);
      const least = Math.max(floor, start + (needs[need + 1] as number));
      while (next < end && (places[next] as number) < least) next += 1;
      reached[need - low] = next;
      if (next === end) {
        // What does not follow this start follows no later one.
        this.#worth = Number.MAX_SAFE_INTEGER;
        return false;
      }
      // The first place is the one nearest to the start: where it lies too far, so do all others.
      const place = places[next] as number;
      const most = needs[need + 2] as number;
      if (place > start + most) {
        this.#worth = place - most;
        return false;
      }
      if (!this.#inRange(needs[need + 4] as number, place, start)) return false;
      floor = place + (needs[need + 3] as number);
    }
    return true;
  }

  /** Whether all needs, packed numbers from `low` to `high`, stand after `start`, in order and within reach. */
  follows(needs: Int32Array, low: number, high: number, start: number): boolean {
    let floor = start;
    for (let need = low; need < high; need += needWidth) {
      const least = Math.max(floor, start + (needs[need + 1] as number));
      const place = this.#firstPlace(needs[need] as number, least);
      if (place < 0 || place > start + (needs[need + 2] as number)) return false;
      if (!this.#inRange(needs[need + 4] as number, place, start)) return false;
      floor = place + (needs[need + 3] as number);
    }
    return true;
  }

  /** `range` by its number in `ranges`. */
  #inRange(range: number, place: number, start: number): boolean {
    const { clauseOf, sentenceOf } = this.#text;
    return range === 0 ? clauseOf[place] === clauseOf[start] : range === 2 || sentenceOf[place] === sentenceOf[start];
  }

  /** First place of a group or slot at `at` or later; -1 where there is none. */
  #firstPlace(group: number, at: number): number {
    if (group < 0) {
      const starts = this.#slotStarts(group);
      return starts[firstFrom(starts, at)] ?? -1;
    }
    this.#gather(group);
    const high = this.#high[group] as number;
    const index = firstFrom(this.#pool, at, this.#low[group], high);
    return index < high ? (this.#pool[index] as number) : -1;
  }

  #slotStarts(group: number): Int32Array {
    return group === slotNeeds.number ? this.numbers : group === slotNeeds.date ? this.dates : this.docs;
  }

  /** Whether the text holds all that a phrase cannot do without; most phrases end here, so it reads no more than numbers. */
  mayHold({ starts, items }: Packed, phrase: number): boolean {
    const end = starts[phrase + 1] as number;
    for (let index = starts[phrase] as number; index < end; index += 1) {
      if (!this.#holdsAny(items[index] as number)) return false;
    }
    return true;
  }

  #holdsAny(group: number): boolean {
    if (group < 0) return this.#slotStarts(group).length > 0;
    return this.#countOf(group) > 0;
  }

  /** A short text is asked for few phrases: only their groups are gone through. */
  #countOf(group: number): number {
    let count = this.#counts[group] as number;
    if (count >= 0) return count;
    const { starts } = this.#literals;
    const end = this.#groups.starts[group + 1] as number;
    count = 0;
    for (let index = this.#groups.starts[group] as number; index < end; index += 1) {
      const id = this.#groups.items[index] as number;
      count += (starts[id + 1] as number) - (starts[id] as number);
    }
    this.#counts[group] = count;
    return count;
  }

  /** Reads off, from the end of the text on, what comes next behind each character. */
  #readAfter(): After {
    const { listMark, negations: words } = this.#always;
    return {
      listMark: this.#nextOf([placesOf(this.#literals, listMark)]),
      number: this.#nextOf([this.numbers]),
      negation: this.#nextOf(words.map(id => placesOf(this.#literals, id))),
    };
  }

  #nextOf(lists: readonly Int32Array[]): Int32Array {
    const next = new Int32Array(this.#to + 1).fill(noneAfter);
    for (const places of lists) for (const at of places) if (at <= this.#to) next[at] = at;
    for (let at = this.#to - 1; at >= this.#from; at -= 1) {
      if (next[at] === noneAfter) next[at] = next[at + 1] as number;
    }
    return next;
  }

  /** Puts the places of a group's literals into the pool, in order and each once. */
  #gather(group: number): void {
    if ((this.#low[group] as number) >= 0) return;
    const { items } = this.#groups;
    const from = this.#groups.starts[group] as number;
    const to = this.#groups.starts[group + 1] as number;
    const { starts, places } = this.#literals;
    if (to === from + 1) {
      const id = items[from] as number;
      this.#low[group] = starts[id] as number;
      this.#high[group] = starts[id + 1] as number;
      return;
    }
    const low = this.#used;
    let high = low;
    for (let member = from; member < to; member += 1) {
      const id = items[member] as number;
      const first = starts[id] as number;
      const end = starts[id + 1] as number;
      if (first === end) continue;
      while (high + end - first > this.#pool.length) this.#pool = grown(this.#pool);
      merge(this.#pool, low, high, places, first, end);
      high += end - first;
    }
    this.#low[group] = low;
    this.#used = once(this.#pool, low, high);
    this.#high[group] = this.#used;
  }

  /** Whether a literal begins between two places. */
  #holds(id: number, from: number, to: number): boolean {
    const index = this.firstOfLiteral(id, from);
    return index < this.endOfLiteral(id) && (this.#pool[index] as number) < to;
  }

  /** Puts the places of a group and of kinds of slot into the pool, in order; gives where they begin and end there. */
  #withSlots(leads: number, slots: number): { readonly low: number; readonly high: number } {
    const key = leads * 8 + slots;
    const known = this.#slotted.get(key);
    if (known !== undefined) return known;
    const low = this.#used;
    let high = low;
    const add = (places: Int32Array, first: number, end: number): void => {
      while (high + end - first > this.#pool.length) this.#pool = grown(this.#pool);
      merge(this.#pool, low, high, places, first, end);
      high += end - first;
    };
    add(this.#pool, this.#low[leads] as number, this.#high[leads] as number);
    for (const [bit, places] of [
      [slotBits.number, this.numbers],
      [slotBits.date, this.dates],
      [slotBits.doc, this.docs],
    ] as const) {
      if ((slots & bit) !== 0) add(places, firstFrom(places, this.#from), firstFrom(places, this.#to));
    }
    this.#used = high;
    const both = { low, high };
    this.#slotted.set(key, both);
    return both;
  }
}

function startsOf(spans: readonly { readonly start: number }[]): Int32Array {
  const starts = new Int32Array(spans.length);
  for (let index = 0; index < spans.length; index += 1) starts[index] = (spans[index] as { start: number }).start;
  return starts;
}

/** Whether a word of negation can end with this character: 未 有 予 再 无. */
const endsDenial = (unit: number): boolean =>
  unit === 0x672a || unit === 0x6709 || unit === 0x4e88 || unit === 0x518d || unit === 0x65e0;
