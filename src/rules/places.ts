/** Where the pieces of phrases stand in one text: literals, groups of them, slots; and where a phrase can begin. */
import { needWidth } from './compiled.ts';
import { Gaps } from './gaps.ts';
import { findFirst, firstFrom, grown, type Occurrences, type Packed, type SlotGroup } from './literals.ts';
import { Marks } from './marks.ts';
import { NumberPlaces } from './number-units.ts';
import type { MatchText, PhraseList, SlotTable } from './phrase.ts';
import { branchWidth, optionWidth, type Program, unitsOf } from './program.ts';
import { distance, reach, titledBefore } from './titled.ts';

const unasked = 0;
const possible = 1;
const impossible = 2;

const noSlots: SlotTable = { numbers: [], dates: [], docs: [] };

export class Places {
  readonly slots: SlotTable;
  readonly gaps: Gaps;
  /** Characters inside 《》, as `titledBefore` counts them. */
  readonly titled: Int32Array | null;
  /** Starts of the numbers. */
  readonly #numbers: Int32Array;
  readonly #numberPlaces: NumberPlaces;
  /** What the groups of slots stand for. */
  readonly #slots: ReadonlyMap<number, SlotGroup>;
  /** By option of a choice: whether the text holds what it needs, or nobody has asked. */
  readonly #options: Uint8Array;
  readonly #marks: Marks;
  readonly #text: MatchText;
  readonly #from: number;
  readonly #to: number;
  readonly #groups: Packed;
  readonly #literals: Occurrences;
  /** Places of literals, and behind them those of the groups asked for. */
  #pool: Int32Array<ArrayBuffer>;
  #used: number;
  /** By group: where its places begin and end in the pool; -1 while nobody has asked. */
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  /** By group: how often its literals stand in the text, one by one; -1 while nobody has asked. */
  readonly #counts: Int32Array;
  /** By need of one phrase: where the search for its places has come to. */
  #reached = new Int32Array(16);
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
    this.titled = text.titled === undefined ? titledBefore(text.inTitle) : text.titled;
    this.#numbers = startsOf(slots.numbers);
    this.#numberPlaces = new NumberPlaces(slots.numbers, literals.units, from, to);
    this.#slots = literals.slots;
    this.#options = new Uint8Array(program.options.length / optionWidth);
    this.#marks = new Marks(to);
    this.#groups = literals.packed;
    this.#literals = literals.find(text.units ?? unitsOf(flat), from, to);
    this.#pool = this.#literals.places;
    this.#used = this.#literals.starts.at(-1) as number;
    this.gaps = new Gaps(text, this.#literals, this.#numbers, always, to);
    this.#low = new Int32Array(literals.groups.length).fill(-1);
    this.#high = new Int32Array(literals.groups.length);
    this.#counts = new Int32Array(literals.groups.length).fill(-1);
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

  /** Index of the number that starts at a place. */
  numberAt(at: number): number {
    return firstFrom(this.#numbers, at);
  }

  /** Index of the document that starts at a place. */
  docAt(at: number): number {
    return findFirst(this.slots.docs, at);
  }

  dateEnd(at: number): number {
    return this.slots.dates[findFirst(this.slots.dates, at)]?.end ?? at;
  }

  placeAt(index: number): number {
    return this.#pool[index] as number;
  }

  /**
   * Finds the places where a branch of a phrase can begin, in order: an opening literal stands there, and all that the branch
   * needs follows. Gives their number; `startAt` tells them until the next branch is asked for. Only places from `from` up to `to`.
   */
  findStarts(branch: number, from: number, to: number): number {
    const { needs, branches } = this.#program;
    const low = needs.starts[branch] as number;
    const high = needs.starts[branch + 1] as number;
    const leads = branches[branch * branchWidth + 1] as number;
    const slots = branches[branch * branchWidth + 2] as number;
    this.#gather(leads);
    this.#keptCount = 0;
    if (high - low > this.#reached.length) this.#reached = new Int32Array(2 * (high - low));
    for (let need = low; need < high; need += needWidth) this.#reached[need - low] = -1;
    this.#worth = 0;
    const both = slots === 0 ? null : this.#withSlots(leads, slots);
    let first = both === null ? (this.#low[leads] as number) : both.low;
    let end = both === null ? (this.#high[leads] as number) : both.high;
    if (from > this.#from) first = firstFrom(this.#pool, from, first, end);
    if (to < this.#to) end = firstFrom(this.#pool, to, first, end);
    if (first < end) this.#keep(needs.items, low, high, this.#pool, first, end);
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
    this.#gather(group);
    const end = this.#high[group] as number;
    let slot = from;
    for (let index = this.#low[group] as number; index < end && slot < to; index += 1) {
      const place = this.#pool[index] as number;
      slot = firstFrom(starts, reach(this.titled, place, needs[rarest + 2] as number), slot, to);
      slot = this.#keepBetween(needs, low, high, starts, slot, to, place - (needs[rarest + 1] as number));
    }
  }

  /** The need with the fewest places, where they are fewer than `most`; -1 where none has so few. */
  #rarest(needs: Int32Array, low: number, high: number, most: number): number {
    let rarest = -1;
    let fewest = most;
    for (let need = low; need < high; need += needWidth) {
      const count = this.#countOf(needs[need] as number);
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
        this.#gather(group);
        next = firstFrom(this.#pool, start, this.#low[group], this.#high[group]);
      }
      const places = this.#pool;
      const end = this.#high[group] as number;
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
      if (place > start + most && distance(this.titled, start, place) > most) {
        this.#worth = reach(this.titled, place, most);
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
      if (place < 0 || distance(this.titled, start, place) > (needs[need + 2] as number)) return false;
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
    this.#gather(group);
    const high = this.#high[group] as number;
    const index = firstFrom(this.#pool, at, this.#low[group], high);
    return index < high ? (this.#pool[index] as number) : -1;
  }

  /** Whether the text holds, anywhere, all that an option cannot do without. */
  mayTake(option: number): boolean {
    const known = this.#options[option] as number;
    if (known !== unasked) return known === possible;
    const { starts, items } = this.#program.optionNeeds;
    const end = starts[option + 1] as number;
    let held = true;
    for (let need = starts[option] as number; need < end && held; need += needWidth) {
      held = this.#countOf(items[need] as number) > 0;
    }
    this.#options[option] = held ? possible : impossible;
    return held;
  }

  /** Whether the text holds all that a branch cannot do without; most end here, so it reads no more than numbers. */
  mayHold({ starts, items }: Packed, branch: number): boolean {
    const end = starts[branch + 1] as number;
    for (let index = starts[branch] as number; index < end; index += 1) {
      if (this.#countOf(items[index] as number) === 0) return false;
    }
    return true;
  }

  /** A short text is asked for few phrases: only their groups are gone through. */
  #countOf(group: number): number {
    let count = this.#counts[group] as number;
    if (count >= 0) return count;
    const { starts } = this.#literals;
    const first = this.#groups.starts[group] as number;
    const end = this.#groups.starts[group + 1] as number;
    if (first === end) {
      this.#gather(group);
      count = (this.#high[group] as number) - (this.#low[group] as number);
      this.#counts[group] = count;
      return count;
    }
    count = 0;
    for (let index = first; index < end; index += 1) {
      const id = this.#groups.items[index] as number;
      count += (starts[id + 1] as number) - (starts[id] as number);
    }
    this.#counts[group] = count;
    return count;
  }

  /** Puts the places of a group's literals into the pool, in order and each once. */
  #gather(group: number): void {
    if ((this.#low[group] as number) >= 0) return;
    const { items } = this.#groups;
    const from = this.#groups.starts[group] as number;
    const to = this.#groups.starts[group + 1] as number;
    const { starts, places } = this.#literals;
    const low = this.#used;
    this.#low[group] = low;
    if (from === to) {
      this.#used = this.#addSlots(group);
      this.#high[group] = this.#used;
      return;
    }
    let holding = 0;
    let total = 0;
    let one = -1;
    for (let member = from; member < to; member += 1) {
      const id = items[member] as number;
      const count = (starts[id + 1] as number) - (starts[id] as number);
      if (count === 0) continue;
      holding += 1;
      total += count;
      one = id;
    }
    if (holding === 1) {
      // The places of literals lie at the front of the pool.
      this.#low[group] = starts[one] as number;
      this.#high[group] = starts[one + 1] as number;
      return;
    }
    this.#high[group] = low;
    if (holding === 0) return;
    while (low + total > this.#pool.length) this.#pool = grown(this.#pool);
    for (let member = from; member < to; member += 1) {
      const id = items[member] as number;
      this.#marks.add(places, starts[id] as number, starts[id + 1] as number);
    }
    this.#used = this.#marks.take(this.#pool, low);
    this.#high[group] = this.#used;
  }

  /** Puts the places of a group and of kinds of slot into the pool, in order; gives where they begin and end there. */
  #withSlots(leads: number, slots: number): { readonly low: number; readonly high: number } {
    const key = leads * 1024 + slots;
    const known = this.#slotted.get(key);
    if (known !== undefined) return known;
    const groups = [leads, ...(this.#program.slotLeads[slots] ?? [])];
    for (const group of groups) this.#gather(group);
    const low = this.#used;
    let total = 0;
    for (const group of groups) {
      total += (this.#high[group] as number) - (this.#low[group] as number);
      this.#marks.add(this.#pool, this.#low[group] as number, this.#high[group] as number);
    }
    while (low + total > this.#pool.length) this.#pool = grown(this.#pool);
    this.#used = this.#marks.take(this.#pool, low);
    const both = { low, high: this.#used };
    this.#slotted.set(key, both);
    return both;
  }

  /** Puts the places of a slot into the pool, behind what is there; gives where they end. A group without literals that is no slot has none. */
  #addSlots(group: number): number {
    const slot = this.#slots.get(group);
    if (slot === undefined) return this.#used;
    const { dates, docs } = this.slots;
    const spans = slot.kind === 'date' ? dates : slot.kind === 'doc' ? docs : null;
    const most = spans === null ? this.#numbers.length : spans.length;
    while (this.#used + most > this.#pool.length) this.#pool = grown(this.#pool);
    const pool = this.#pool;
    let high = this.#used;
    if (spans === null) return this.#numberPlaces.add(slot, this.#marks, pool, high);
    for (const { start } of spans) {
      if (start < this.#from || start >= this.#to) continue;
      pool[high] = start;
      high += 1;
    }
    return high;
  }
}

function startsOf(spans: readonly { readonly start: number }[]): Int32Array {
  const starts = new Int32Array(spans.length);
  for (let index = 0; index < spans.length; index += 1) starts[index] = (spans[index] as { start: number }).start;
  return starts;
}
