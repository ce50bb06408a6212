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

const markedUnits = new WeakMap<SlotGroup, Uint8Array>();
const none = new Uint8Array(0);

/** By unit, as numbered: 1 where the slot takes it. */
function marked(slot: SlotGroup): Uint8Array {
  const known = markedUnits.get(slot);
  if (known !== undefined) return known;
  const units = new Uint8Array(Math.max(...slot.units) + 1);
  for (const unit of slot.units) units[unit] = 1;
  markedUnits.set(slot, units);
  return units;
}

/** Writes to `pool` from `at` on the starts between `from` and `to` of the numbers that a slot takes: a rate no count, and a count none of other units. */
export function addFitting(
  slot: SlotGroup,
  starts: Int32Array,
  units: Int32Array,
  { from, to }: { readonly from: number; readonly to: number },
  pool: Int32Array,
  at: number,
): number {
  const rate = slot.kind === 'rate';
  const any = slot.units.length === 0;
  // Of most slots one or two units are asked for.
  const first = slot.units[0] ?? -1;
  const second = slot.units[1] ?? first;
  const more = slot.units.length > 2 ? marked(slot) : none;
  let end = at;
  for (let index = 0; index < starts.length; index += 1) {
    const unit = units[index] as number;
    const taken = rate
      ? unit === rateUnit
      : unit >= 0 && (any || unit === first || unit === second || more[unit] === 1);
    const start = starts[index] as number;
    if (!taken || start < from || start >= to) continue;
    pool[end] = start;
    end += 1;
  }
  return end;
}
