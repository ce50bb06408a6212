/** Which numbers of a text a slot takes, by their units as small numbers. */
import type { SlotGroup } from './literals.ts';
import type { NumberSpan } from './phrase.ts';

const rateUnit = -1;
const changeUnit = -2;

/** By number its unit as `units` numbers them from 1, 0 for any other; `rateUnit` and `changeUnit` for what has none. */
export function unitsOfNumbers(numbers: readonly NumberSpan[], units: ReadonlyMap<string, number>): Int32Array {
  const numbered = new Int32Array(numbers.length);
  for (let index = 0; index < numbers.length; index += 1) {
    const { kind, unit } = numbers[index] as NumberSpan;
    numbered[index] = kind === 'rate' ? rateUnit : kind === 'change' ? changeUnit : (units.get(unit) ?? 0);
  }
  return numbered;
}

/** Whether a slot takes a number of this unit: a rate no count, and a count none of other units. */
export function fits(slot: SlotGroup, unit: number): boolean {
  if (slot.kind === 'rate') return unit === rateUnit;
  return unit >= 0 && (slot.units.length === 0 || slot.units.includes(unit));
}
