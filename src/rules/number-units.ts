/** Which numbers of a text a slot takes, by their units as small numbers. */
import type { SlotGroup } from './literals.ts';
import type { Marks } from './marks.ts';
import type { NumberSpan } from './phrase.ts';

/** Numbers by what slots ask for. */
const rates = 0;
/** Counts of a unit that no slot names; those of unit `n` follow at `otherUnits + n`. */
const otherUnits = 1;

/** Starts of the numbers of one stretch of text, laid out so that a slot finds its own without looking at the others. */
export class NumberPlaces {
  /** Starts by class, those of class `n` from `#first[n]` up to `#first[n + 1]`, in order. */
  readonly #starts: Int32Array;
  readonly #first: Int32Array;
  /** Of all counts, in order. */
  readonly #counts: Int32Array;

  /** `units`: numbers of the units that slots name, from 1. Only numbers that start from `from` up to `to`. */
  constructor(numbers: readonly NumberSpan[], units: ReadonlyMap<string, number>, from: number, to: number) {
    const first = new Int32Array(units.size + 3);
    const classes = new Int32Array(numbers.length);
    const counts = new Int32Array(numbers.length);
    let counted = 0;
    for (let index = 0; index < numbers.length; index += 1) {
      const { kind, unit, start } = numbers[index] as NumberSpan;
      const outside = kind === 'change' || start < from || start >= to;
      const one = outside ? -1 : kind === 'rate' ? rates : otherUnits + (units.get(unit) ?? 0);
      classes[index] = one;
      if (one >= 0) first[one + 1] = (first[one + 1] as number) + 1;
      if (one >= otherUnits) {
        counts[counted] = start;
        counted += 1;
      }
    }
    for (let one = 1; one < first.length; one += 1) first[one] = (first[one] as number) + (first[one - 1] as number);
    const filled = first.slice();
    const starts = new Int32Array(first[first.length - 1] as number);
    for (let index = 0; index < numbers.length; index += 1) {
      const one = classes[index] as number;
      if (one < 0) continue;
      const place = filled[one] as number;
      starts[place] = (numbers[index] as NumberSpan).start;
      filled[one] = place + 1;
    }
    this.#starts = starts;
    this.#first = first;
    this.#counts = counts.subarray(0, counted);
  }

  /** Writes to `pool` from `at` on the starts of the numbers that a slot takes, in order: a rate no count, and a count none of other units. Gives where they end. */
  add({ kind, units }: SlotGroup, marks: Marks, pool: Int32Array, at: number): number {
    if (kind === 'number' && units.length === 0) {
      pool.set(this.#counts, at);
      return at + this.#counts.length;
    }
    if (kind === 'number' && units.length > 1) {
      for (const unit of units) this.#mark(otherUnits + unit, marks);
      return marks.take(pool, at);
    }
    const one = kind === 'rate' ? rates : otherUnits + (units[0] as number);
    const end = this.#first[one + 1] as number;
    let into = at;
    for (let index = this.#first[one] as number; index < end; index += 1, into += 1) {
      pool[into] = this.#starts[index] as number;
    }
    return into;
  }

  #mark(one: number, marks: Marks): void {
    marks.add(this.#starts, this.#first[one] as number, this.#first[one + 1] as number);
  }
}
