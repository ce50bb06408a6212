/** Sets of UTF-16 units as bits: 8 KB each, so that a pass over a text keeps several of them near at hand. */

/** One bit a unit, 32 to a number. */
export type UnitSet = Int32Array;

export function unitSet(units: string | Iterable<number>): UnitSet {
  const set = new Int32Array(2048);
  for (let at = 0; typeof units === 'string' && at < units.length; at += 1) add(set, units.charCodeAt(at));
  if (typeof units !== 'string') for (const unit of units) add(set, unit);
  return set;
}

function add(set: UnitSet, unit: number): void {
  set[unit >> 5] = (set[unit >> 5] as number) | (1 << (unit & 31));
}

export function holdsUnit(set: UnitSet, unit: number): boolean {
  return (((set[unit >> 5] as number) >> (unit & 31)) & 1) === 1;
}
