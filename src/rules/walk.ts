/** Follows one phrase through a text from a place where it can begin, over every way in which it can be read. */
import { endsClause } from './gaps.ts';
import { grown } from './literals.ts';
import type { Match, MatchText } from './phrase.ts';
import type { Places } from './places.ts';
import {
  branchWidth,
  choiceWidth,
  optionWidth,
  type Program,
  phraseWidth,
  stepKinds,
  stepWidth,
  titleWidth,
  unitsOf,
} from './program.ts';
import { flagBits, isNegated, isRemark, isWide, move, thin, width } from './readings.ts';
import { mostTitled } from './titled.ts';

const noNumbers: readonly number[] = [];

/** 《, (, ) */
const titleMark = 0x300a;
const opening = 0x28;
const closing = 0x29;
/** Most characters of a remark in brackets. */
const longestRemark = 40;

/**
 * Rows lie on one stack: what a step makes of readings goes on top, and what a whole sequence makes moves down to where
 * it began. Nothing is allocated for a reading.
 */
export class Walk {
  readonly #program: Program;
  readonly #text: MatchText;
  readonly #units: Uint16Array;
  readonly #places: Places;
  /** Words of negation that speak against the phrase, as bits. */
  #negations = 0;
  #start = 0;
  /** Where the phrase must end at the latest. */
  #to: number;
  #rows = new Int32Array(64 * width);
  #top = 0;
  /** Numbers that slots took, each with the place of the one taken before it, or -1; and how much of it is in use. */
  #taken = new Int32Array(32);
  #takenTo = 0;
  /** By title and document: whether the one stands in the other. */
  readonly #titles = new Map<number, boolean>();

  constructor(program: Program, text: MatchText, places: Places, to: number) {
    this.#program = program;
    this.#text = text;
    this.#units = text.units ?? unitsOf(text.flat);
    this.#places = places;
    this.#to = to;
  }

  /** Adds all readings of one branch of the phrase that begin at `start`, by their order in it. */
  matchAt(phrase: number, branch: number, start: number, found: Match[]): void {
    const { phrases, branches } = this.#program;
    const row = phrase * phraseWidth;
    this.#negations = phrases[row + 2] as number;
    this.#start = start;
    this.#top = 0;
    this.#takenTo = 0;
    this.#push(start, start, 0, 0, -1);
    this.#follow(branches[branch * branchWidth] as number, 0);
    if (this.#top === width) return;
    const denied = this.#places.gaps.denyBefore(this.#negations, start);
    const hasDoc = phrases[row + 3] === 1;
    const rows = this.#rows;
    for (let one = width; one < this.#top; one += width) {
      if (((rows[one + 2] as number) & isRemark) !== 0) continue;
      const end = rows[one] as number;
      const negated = denied || ((rows[one + 2] as number) & isNegated) !== 0;
      const inTitle = !hasDoc && this.#liesInTitle(start, end);
      const numbers = this.#numbersUpTo(rows[one + 4] as number);
      found.push({ phrase, start, end, gap: rows[one + 3] as number, negated, inTitle, numbers });
    }
  }

  /** The match of a phrase that is one literal where it stands. */
  literalAt(phrase: number, literal: number, start: number): Match {
    const { phrases, letterStarts } = this.#program;
    const end = start + (letterStarts[literal + 1] as number) - (letterStarts[literal] as number);
    const negated = this.#places.gaps.denyBefore(phrases[phrase * phraseWidth + 2] as number, start);
    return { phrase, start, end, gap: 0, negated, inTitle: this.#liesInTitle(start, end), numbers: noNumbers };
  }

  /** In one name, or from one into the next (实施纲要》、《法治督察规定): neither says what was done. */
  #liesInTitle(start: number, end: number): boolean {
    const { inTitle } = this.#text;
    return inTitle[start] === 1 && inTitle[end - 1] === 1;
  }

  #numbersUpTo(last: number): readonly number[] {
    if (last < 0) return noNumbers;
    const taken = this.#taken;
    const first = taken[last + 1] as number;
    if (first < 0) return [taken[last] as number];
    return [...this.#numbersUpTo(first), taken[last] as number];
  }

  #push(lo: number, hi: number, bits: number, gap: number, taken: number): void {
    const top = this.#top;
    this.#room(width);
    const rows = this.#rows;
    rows[top] = lo;
    rows[top + 1] = hi;
    rows[top + 2] = bits;
    rows[top + 3] = gap;
    rows[top + 4] = taken;
    this.#top = top + width;
  }

  #room(size: number): void {
    if (this.#top + size <= this.#rows.length) return;
    const more = new Int32Array(2 * this.#rows.length + size);
    more.set(this.#rows);
    this.#rows = more;
  }

  /** Puts on the stack the readings after the steps of a sequence, from the reading at `reading`. */
  #follow(sequence: number, reading: number): void {
    const { starts, items } = this.#program.sequences;
    const last = starts[sequence + 1] as number;
    const base = this.#top;
    let from = reading;
    let to = reading + width;
    for (let index = starts[sequence] as number; index < last; index += 1) {
      const step = items[index] as number;
      const next = this.#top;
      for (let one = from; one < to; one += width) this.#take(step, one);
      if (this.#top === next) {
        this.#top = base;
        return;
      }
      if (this.#top > next + width) this.#top = thin(this.#rows, next, this.#top);
      from = next;
      to = this.#top;
    }
    if (from !== base) {
      this.#room(to - from);
      move(this.#rows, from, to, base);
    }
    this.#top = base + to - from;
  }

  /** Puts on the stack the readings after one step. */
  #take(step: number, reading: number): void {
    const { steps } = this.#program;
    const kind = steps[step * stepWidth] as number;
    const what = steps[step * stepWidth + 1] as number;
    if (kind === stepKinds.literal) this.#takeLiteral(what, reading);
    else if (kind === stepKinds.choice) this.#takeChoice(what, reading);
    else if (kind === stepKinds.gap) this.#openGap(what, steps[step * stepWidth + 2] === 1, reading);
    else if (kind === stepKinds.doc) this.#takeDoc(what, steps[step * stepWidth + 2] as number, reading);
    else this.#takeSlot(what, steps[step * stepWidth + 2] === 1, reading);
  }

  #takeChoice(choice: number, reading: number): void {
    const { choices, open, options } = this.#program;
    const row = choice * choiceWidth;
    const lastOpen = choices[row + 3] as number;
    for (let index = choices[row + 2] as number; index < lastOpen; index += 1) {
      this.#follow(options[(open[index] as number) * optionWidth + 1] as number, reading);
    }
    if (choices[row] === choices[row + 1]) return;
    const lo = this.#rows[reading] as number;
    const hi = this.#rows[reading + 1] as number;
    if (lo === hi) {
      this.#takeOptionsAt(row, lo, reading);
      return;
    }
    const places = this.#places;
    const group = choices[row + 4] as number;
    const first = places.firstOfGroup(group, lo);
    const end = places.endOfGroup(group);
    for (let index = first; index < end; index += 1) {
      const at = places.placeAt(index);
      if (at > hi || at >= this.#to) break;
      this.#takeOptionsAt(row, at, reading);
    }
  }

  /** Tries the options that can begin with the character at a place. */
  #takeOptionsAt(choice: number, at: number, reading: number): void {
    const { choices, units, unitOptions, options, optionNeeds, letterStarts, sequences } = this.#program;
    const unit = this.#units[at] as number;
    const last = choices[choice + 1] as number;
    for (let index = firstUnit(units, unit, choices[choice] as number, last); index < last; index += 1) {
      if (units[index] !== unit) break;
      const option = unitOptions[index] as number;
      if (!this.#places.mayTake(option)) continue;
      const opening = options[option * optionWidth] as number;
      if (opening >= 0 && !this.#stands(opening, at)) continue;
      const low = optionNeeds.starts[option] as number;
      const high = optionNeeds.starts[option + 1] as number;
      if (low < high && !this.#places.follows(optionNeeds.items, low, high, at)) continue;
      const end = opening < 0 ? at : at + (letterStarts[opening + 1] as number) - (letterStarts[opening] as number);
      if (end > this.#to) continue;
      const here = this.#top;
      // What one option of this place cannot reach, no other can.
      if (!this.#land(reading, at, end)) return;
      const rest = options[option * optionWidth + 1] as number;
      if (sequences.starts[rest] === sequences.starts[rest + 1]) continue;
      this.#follow(rest, here);
      // The reading before the rest of the option makes way for those after it.
      move(this.#rows, here + width, this.#top, here);
      this.#top -= width;
    }
  }

  #openGap(most: number, wide: boolean, reading: number): void {
    const rows = this.#rows;
    const walls = wide ? this.#text.sentenceOf : this.#text.clauseOf;
    const lo = rows[reading] as number;
    const begun = walls[lo];
    const before = lo > this.#start ? walls[lo - 1] : begun;
    const home = before === begun || endsClause(this.#units[lo - 1] as number) ? begun : before;
    const { titled } = this.#places;
    let limit = Math.min(lo + most, this.#to);
    let hi = lo;
    if (begun === home) {
      while (hi < limit && walls[hi + 1] === home) {
        hi += 1;
        if (hi === limit && titled !== null) limit = this.#beyondTitles(titled, lo, hi, most);
      }
    }
    const bits = ((rows[reading + 2] as number) & isNegated) | (wide ? isWide : 0) | (most << flagBits);
    this.#push(lo, hi, bits, rows[reading + 3] as number, rows[reading + 4] as number);
  }

  /** How far a gap from `lo` to `hi` goes on where names of documents stand in it. */
  #beyondTitles(titled: Int32Array, lo: number, hi: number, most: number): number {
    const passed = Math.min(mostTitled, (titled[hi] as number) - (titled[lo] as number));
    return Math.min(lo + most + passed, this.#to);
  }

  #takeLiteral(literal: number, reading: number): void {
    const { letterStarts } = this.#program;
    const lo = this.#rows[reading] as number;
    const hi = this.#rows[reading + 1] as number;
    const length = (letterStarts[literal + 1] as number) - (letterStarts[literal] as number);
    if (lo === hi) {
      if (lo + length <= this.#to && this.#stands(literal, lo)) this.#land(reading, lo, lo + length);
      return;
    }
    const places = this.#places;
    const last = places.endOfLiteral(literal);
    for (let index = places.firstOfLiteral(literal, lo); index < last; index += 1) {
      const at = places.placeAt(index);
      if (at > hi || at + length > this.#to) break;
      this.#land(reading, at, at + length);
    }
  }

  /** Puts on the stack the reading after something that stands from `at` to `end`; false where the gap before it holds too much. */
  #land(reading: number, at: number, end: number): boolean {
    const rows = this.#rows;
    const lo = rows[reading] as number;
    let bits = (rows[reading + 2] as number) & isNegated;
    let gap = rows[reading + 3] as number;
    const taken = rows[reading + 4] as number;
    if (at !== lo) {
      const most = (rows[reading + 2] as number) >> flagBits;
      // Names are passed over, not read: what lies beyond the gap's own length stands outside of them.
      if (at - lo > most && this.#text.inTitle[at] === 1 && this.#units[at] !== titleMark) return false;
      const wide = ((rows[reading + 2] as number) & isWide) !== 0;
      if (!wide && this.#places.gaps.holdListAndNumber(lo, at)) return false;
      if (bits === 0 && this.#places.gaps.deny(this.#negations, lo, at)) bits = isNegated;
      gap += at - lo;
    }
    this.#push(end, end, bits, gap, taken);
    return true;
  }

  #takeDoc(title: number, group: number, reading: number): void {
    const places = this.#places;
    const hi = this.#rows[reading + 1] as number;
    let index = places.firstOfGroup(group, this.#rows[reading] as number);
    for (const last = places.endOfGroup(group); index < last; index += 1) {
      const at = places.placeAt(index);
      if (at > hi) break;
      const end = this.#titleHolds(title, places.docAt(at));
      if (end >= 0 && end <= this.#to) this.#land(reading, at, end);
    }
  }

  #takeSlot(group: number, date: boolean, reading: number): void {
    const places = this.#places;
    const lo = this.#rows[reading] as number;
    let hi = this.#rows[reading + 1] as number;
    if (lo === hi && !date) hi += ledUp(this.#units, lo);
    let index = places.firstOfGroup(group, lo);
    let before = -1;
    for (const last = places.endOfGroup(group); index < last; index += 1) {
      const at = places.placeAt(index);
      // A figure right behind another is the next cell of a row (败诉 0件 1件): it is another year's, or another thing's.
      if (at > hi || at === before) break;
      const number = date ? -1 : places.numberAt(at);
      const end = date ? places.dateEnd(at) : (places.slots.numbers[number]?.end ?? at);
      before = end;
      if (end > this.#to || !this.#land(reading, at, end) || date) continue;
      const place = this.#top - 1;
      if (this.#takenTo === this.#taken.length) this.#taken = grown(this.#taken);
      this.#taken[this.#takenTo] = number;
      this.#taken[this.#takenTo + 1] = this.#rows[place] as number;
      this.#rows[place] = this.#takenTo;
      this.#takenTo += 2;
      if (this.#units[end] === opening) this.#passRemark(end);
    }
  }

  /** Puts beside the reading that is on top the one behind the remark in brackets that opens there. */
  #passRemark(open: number): void {
    const last = Math.min(open + longestRemark, this.#to - 1);
    let close = open + 1;
    while (close <= last && this.#units[close] !== closing && this.#units[close] !== opening) close += 1;
    if (close > last || this.#units[close] !== closing) return;
    const row = this.#top - width;
    const [bits, gap, taken] = [this.#rows[row + 2], this.#rows[row + 3], this.#rows[row + 4]] as [
      number,
      number,
      number,
    ];
    this.#push(close + 1, close + 1, (bits & isNegated) | isRemark, gap, taken);
  }

  /** End of the document where its title holds what the step asks for; -1 otherwise. */
  #titleHolds(title: number, index: number): number {
    const { docs } = this.#places.slots;
    const doc = docs[index];
    if (doc === undefined) return -1;
    const { sequences, titles } = this.#program;
    const sequence = titles[title * titleWidth] as number;
    if (sequences.starts[sequence] === sequences.starts[sequence + 1]) return doc.end;
    const key = title * docs.length + index;
    let held = this.#titles.get(key);
    if (held === undefined) {
      held = this.#standsWithin(sequence, titles[title * titleWidth + 1] as number, doc.start + 1, doc.end - 1);
      this.#titles.set(key, held);
    }
    return held ? doc.end : -1;
  }

  #standsWithin(sequence: number, leads: number, from: number, to: number): boolean {
    const [start, end, top] = [this.#start, this.#to, this.#top];
    this.#to = to;
    let held = false;
    for (let at = from; at < to && !held; at += 1) {
      if (leads >= 0) {
        const index = this.#places.firstOfGroup(leads, at);
        if (index === this.#places.endOfGroup(leads)) break;
        at = this.#places.placeAt(index);
        if (at >= to) break;
      }
      this.#start = at;
      this.#push(at, at, 0, 0, -1);
      this.#follow(sequence, top);
      held = this.#top > top + width;
      this.#top = top;
    }
    this.#start = start;
    this.#to = end;
    return held;
  }

  #stands(literal: number, at: number): boolean {
    const { letters, letterStarts } = this.#program;
    const units = this.#units;
    const first = letterStarts[literal] as number;
    const length = (letterStarts[literal + 1] as number) - first;
    for (let index = 0; index < length; index += 1) if (units[at + index] !== letters[first + index]) return false;
    return true;
  }
}

/** Index, between two others, of the first unit that is `unit` or more; `high` where none is. */
function firstUnit(units: Uint16Array, unit: number, low: number, high: number): number {
  let least = low;
  let most = high;
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((units[middle] as number) < unit) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** Characters of the word at a place that only leads up to a figure: 共, 共计, 累计, 合计, 总计, 计, 达, 达到; 0 where there is none. */
function ledUp(units: Uint16Array, at: number): number {
  const unit = units[at];
  const next = units[at + 1];
  if (unit === 0x5171) return next === 0x8ba1 ? 2 : 1;
  if (unit === 0x8fbe) return next === 0x5230 ? 2 : 1;
  if (unit === 0x8ba1) return 1;
  return next === 0x8ba1 && (unit === 0x7d2f || unit === 0x5408 || unit === 0x603b) ? 2 : 0;
}
