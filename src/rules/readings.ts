/** Readings of a phrase under way, as rows of numbers on one stack. */

/**
 * A reading under way is a row of numbers: the next character may stand anywhere from `lo` to `hi`; bits of what is so;
 * characters in its gaps; the last number that its slots took, as a place in `#taken`, or -1.
 */
export const width = 5;
/** The open gap goes through a sentence, where a list and a figure may both stand. */
export const isWide = 1;
/** A word of negation stands in one of its gaps. */
export const isNegated = 2;
/** It stands behind the remark in brackets that follows a figure, 26件(含上年结转3件): a phrase goes on there and does not end there. */
export const isRemark = 4;
/** Bits above these: characters that the open gap takes where no names of documents stand in it. */
export const flagBits = 3;

/** So many readings are compared one by one, without a map. */
const few = 12;

/** Moves the rows between two places to a lower one; a loop, because there are few. */
export function move(rows: Int32Array, from: number, to: number, into: number): void {
  for (let index = from, place = into; index < to; index += 1, place += 1) rows[place] = rows[index] as number;
}

/** Of readings from `first` up to `top` that stand at the same place the one with the smallest gap goes on; gives where they end then. */
export function thin(rows: Int32Array, first: number, top: number): number {
  if (top - first > few * width) return thinMany(rows, first, top);
  let kept = first + width;
  for (let one = first + width; one < top; one += width) {
    let other = first;
    while (other < kept && (rows[other] !== rows[one] || rows[other + 1] !== rows[one + 1])) other += width;
    if (other === kept) {
      if (one !== kept) move(rows, one, one + width, kept);
      kept += width;
    } else if ((rows[one + 3] as number) < (rows[other + 3] as number)) move(rows, one, one + width, other);
  }
  return kept;
}

function thinMany(rows: Int32Array, first: number, top: number): number {
  const known = new Map<number, number>();
  let kept = first;
  for (let one = first; one < top; one += width) {
    const lo = rows[one] as number;
    const key = lo * 512 + (rows[one + 1] as number) - lo;
    const other = known.get(key);
    if (other === undefined) {
      known.set(key, kept);
      if (one !== kept) move(rows, one, one + width, kept);
      kept += width;
    } else if ((rows[one + 3] as number) < (rows[other + 3] as number)) move(rows, one, one + width, other);
  }
  return kept;
}
