/** Follows one phrase through a text from a place where it can begin, over every way in which it can be read. */
import type { Choice, Compiled, Option, Step, Title } from './compiled.ts';
import { firstFrom } from './literals.ts';
import type { Match, MatchText, NumberSpan } from './phrase.ts';
import type { Places } from './places.ts';

/** A reading under way: the next character may stand anywhere from `lo` to `hi`. */
interface Reading {
  readonly lo: number;
  readonly hi: number;
  /** The open gap goes through a sentence, where a list and a figure may both stand. */
  readonly wide: boolean;
  readonly gap: number;
  /** A word of negation stands in one of its gaps. */
  readonly negated: boolean;
  readonly numbers: readonly number[];
}

const noNumbers: readonly number[] = [];

export class Walk {
  readonly #text: MatchText;
  readonly #places: Places;
  /** Words of negation that speak against the phrase, as bits. */
  #negations = 0;
  #start = 0;
  /** Where the phrase must end at the latest. */
  #to: number;
  /** By title and document: whether the one stands in the other. */
  readonly #titles = new Map<Title, Map<number, boolean>>();

  constructor(text: MatchText, places: Places, to: number) {
    this.#text = text;
    this.#places = places;
    this.#to = to;
  }

  /** Adds all readings of the phrase that begin at `start`, by their order in the phrase. */
  matchAt(id: number, phrase: Compiled, start: number, found: Match[]): void {
    this.#negations = phrase.negations;
    this.#start = start;
    const readings = this.#follow(phrase.steps, 0, standing(start));
    if (readings.length === 0) return;
    const denied = this.#places.deniesBefore(phrase.negations, start);
    for (const { lo: end, gap, negated, numbers } of readings) {
      const inTitle = !phrase.hasDoc && this.#liesInTitle(start, end);
      found.push({ phrase: id, start, end, gap, negated: denied || negated, inTitle, numbers });
    }
  }

  #liesInTitle(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (this.#text.inTitle[at] !== 1) return false;
    return true;
  }

  /** The readings after the steps from number `first` on. */
  #follow(steps: readonly Step[], first: number, reading: Reading): readonly Reading[] {
    let current: readonly Reading[] = [reading];
    for (let index = first; index < steps.length; index += 1) {
      const next: Reading[] = [];
      for (let one = 0; one < current.length; one += 1) {
        this.#take(steps[index] as Step, current[one] as Reading, next);
      }
      if (next.length === 0) return next;
      current = next.length === 1 ? next : thin(next);
    }
    return current;
  }

  #take(step: Step, reading: Reading, next: Reading[]): void {
    if (step.type === 'literal') this.#takeLiteral(step, reading, next);
    else if (step.choice !== null) this.#takeChoice(step.choice, reading, next);
    else if (step.type === 'gap') next.push(this.#openGap(step, reading));
    else this.#takeSlot(step, reading, next);
  }

  #takeChoice(choice: Choice, reading: Reading, next: Reading[]): void {
    const { open } = choice;
    for (let index = 0; index < open.length; index += 1) this.#takeOption(open[index] as Option, reading, next);
    if (choice.byUnit.length === 0) return;
    if (reading.lo === reading.hi) {
      this.#takeOptionsAt(choice, reading.lo, reading, next);
      return;
    }
    const places = this.#places;
    const first = places.firstOfGroup(choice.leads, reading.lo);
    const end = places.endOfGroup(choice.leads);
    for (let index = first; index < end; index += 1) {
      const at = places.placeAt(index);
      if (at > reading.hi || at >= this.#to) break;
      this.#takeOptionsAt(choice, at, reading, next);
    }
  }

  /** Tries the options that can begin with the character at a place. */
  #takeOptionsAt(choice: Choice, at: number, reading: Reading, next: Reading[]): void {
    const { flat } = this.#text;
    const { units, byUnit } = choice;
    const unit = flat.charCodeAt(at);
    let here: Reading | null = null;
    for (let index = 0; index < units.length; index += 1) {
      if (units[index] !== unit) continue;
      const option = byUnit[index] as Option;
      const { opening } = option;
      if (!stands(flat, opening, at)) continue;
      if (option.needs.length > 0 && !this.#places.follows(option.needs, at)) continue;
      here ??= this.#land(reading, at, at);
      if (here === null) return;
      if (opening === '') {
        this.#takeOption(option, here, next);
        continue;
      }
      const end = at + opening.length;
      if (end > this.#to) continue;
      const { gap, negated, numbers } = here;
      const after = { lo: end, hi: end, wide: false, gap, negated, numbers };
      if (option.steps.length === 1) next.push(after);
      else for (const one of this.#follow(option.steps, 1, after)) next.push(one);
    }
  }

  #takeOption(option: Option, reading: Reading, next: Reading[]): void {
    const { steps } = option;
    if (steps.length === 0) next.push(reading);
    else if (steps.length === 1) this.#take(steps[0] as Step, reading, next);
    else for (const one of this.#follow(steps, 0, reading)) next.push(one);
  }

  #openGap(step: Step, reading: Reading): Reading {
    const walls = step.wide ? this.#text.sentenceOf : this.#text.clauseOf;
    const { lo, gap, negated, numbers } = reading;
    const home = walls[lo > this.#start ? lo - 1 : lo];
    const limit = Math.min(lo + step.max, this.#to);
    let hi = lo;
    if (walls[lo] === home) while (hi < limit && walls[hi + 1] === home) hi += 1;
    return { lo, hi, wide: step.wide, gap, negated, numbers };
  }

  #takeLiteral(step: Step, reading: Reading, next: Reading[]): void {
    const { lo, hi } = reading;
    const { length } = step.text;
    if (lo === hi) {
      const end = lo + length;
      if (end <= this.#to && stands(this.#text.flat, step.text, lo)) {
        next.push({
          lo: end,
          hi: end,
          wide: false,
          gap: reading.gap,
          negated: reading.negated,
          numbers: reading.numbers,
        });
      }
      return;
    }
    const places = this.#places;
    const last = places.endOfLiteral(step.id);
    for (let index = places.firstOfLiteral(step.id, lo); index < last; index += 1) {
      const at = places.placeAt(index);
      if (at > hi || at + length > this.#to) break;
      const landed = this.#land(reading, at, at + length);
      if (landed !== null) next.push(landed);
    }
  }

  /** The reading after something that stands from `at` to `end`; null where the gap before it holds too much. */
  #land(reading: Reading, at: number, end: number): Reading | null {
    const { lo, gap, negated, numbers } = reading;
    if (at === lo) return { lo: end, hi: end, wide: false, gap, negated, numbers };
    if (!reading.wide && this.#places.holdsListAndNumber(lo, at)) return null;
    const denied = negated || this.#places.denies(this.#negations, lo, at);
    return { lo: end, hi: end, wide: false, gap: gap + at - lo, negated: denied, numbers };
  }

  #takeSlot(step: Step, reading: Reading, next: Reading[]): void {
    const places = this.#places;
    const starts = step.type === 'date' ? places.dates : step.type === 'doc' ? places.docs : places.numbers;
    for (let index = firstFrom(starts, reading.lo); index < starts.length; index += 1) {
      const at = starts[index] as number;
      if (at > reading.hi) break;
      const end = this.#endOfSlot(step, index);
      if (end < 0 || end > this.#to) continue;
      const landed = this.#land(reading, at, end);
      if (landed === null) continue;
      if (step.type === 'date' || step.type === 'doc') next.push(landed);
      else {
        const { lo, hi, wide, gap, negated, numbers } = landed;
        next.push({ lo, hi, wide, gap, negated, numbers: [...numbers, index] });
      }
    }
  }

  /** Where the slot with this number ends; -1 where it is not of the kind that the step asks for. */
  #endOfSlot(step: Step, index: number): number {
    const { dates, numbers } = this.#places.slots;
    if (step.type === 'date') return dates[index]?.end ?? -1;
    if (step.title !== null) return this.#titleHolds(step.title, index);
    const span = numbers[index];
    return span !== undefined && fits(step, span) ? span.end : -1;
  }

  /** End of the document where its title holds what the step asks for; -1 otherwise. */
  #titleHolds(title: Title, index: number): number {
    const doc = this.#places.slots.docs[index];
    if (doc === undefined) return -1;
    if (title.steps.length === 0) return doc.end;
    let known = this.#titles.get(title);
    if (known === undefined) {
      known = new Map();
      this.#titles.set(title, known);
    }
    let held = known.get(index);
    if (held === undefined) {
      held = this.#standsWithin(title, doc.start + 1, doc.end - 1);
      known.set(index, held);
    }
    return held ? doc.end : -1;
  }

  #standsWithin(title: Title, from: number, to: number): boolean {
    const [start, end] = [this.#start, this.#to];
    this.#to = to;
    let held = false;
    for (let at = from; at < to && !held; at += 1) {
      if (title.leads >= 0) {
        const index = this.#places.firstOfGroup(title.leads, at);
        if (index === this.#places.endOfGroup(title.leads)) break;
        at = this.#places.placeAt(index);
        if (at >= to) break;
      }
      this.#start = at;
      held = this.#follow(title.steps, 0, standing(at)).length > 0;
    }
    this.#start = start;
    this.#to = end;
    return held;
  }
}

const standing = (at: number): Reading => ({
  lo: at,
  hi: at,
  wide: false,
  gap: 0,
  negated: false,
  numbers: noNumbers,
});

/** Whether a literal stands at a place; most do not, and their first character tells. */
function stands(flat: string, literal: string, at: number): boolean {
  for (let index = 0; index < literal.length; index += 1) {
    if (flat.charCodeAt(at + index) !== literal.charCodeAt(index)) return false;
  }
  return true;
}

/** So many readings are compared one by one, without a map. */
const few = 12;

function meet(readings: readonly Reading[]): boolean {
  for (let index = 1; index < readings.length; index += 1) {
    const { lo, hi } = readings[index] as Reading;
    for (let other = 0; other < index; other += 1) {
      const before = readings[other] as Reading;
      if (before.lo === lo && before.hi === hi) return true;
    }
  }
  return false;
}

/** Of readings that stand at the same place the one with the smallest gap goes on. */
function thin(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length <= few && !meet(readings)) return readings;
  const kept = new Map<number, Reading>();
  for (const reading of readings) {
    const key = reading.lo * 512 + (reading.hi - reading.lo);
    const other = kept.get(key);
    if (other === undefined || reading.gap < other.gap) kept.set(key, reading);
  }
  return kept.size === readings.length ? readings : [...kept.values()];
}

function fits(step: Step, span: NumberSpan): boolean {
  if (step.type === 'rate') return span.kind === 'rate';
  if (step.type !== 'number' || span.kind === 'rate' || span.kind === 'change') return false;
  return step.units.length === 0 || step.units.includes(span.unit);
}
