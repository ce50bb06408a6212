/** Numbers in order in one array: putting others among them, and leaving out those that stand there twice. */

/** Puts places from `first` to `end`, in order, among the numbers from `low` to `high`, also in order; from behind, in place. */
export function merge(
  numbers: Int32Array,
  low: number,
  high: number,
  places: Int32Array,
  first: number,
  end: number,
): void {
  let into = high + end - first - 1;
  let own = high - 1;
  for (let index = end - 1; index >= first; index -= 1) {
    const place = places[index] as number;
    while (own >= low && (numbers[own] as number) > place) numbers[into--] = numbers[own--] as number;
    numbers[into--] = place;
  }
}

/** Leaves out, of numbers in order between two indexes, those that stand there twice; the index behind the last kept. */
export function once(numbers: Int32Array, low: number, high: number): number {
  let kept = low;
  for (let index = low; index < high; index += 1) {
    if (index === low || numbers[index] !== numbers[kept - 1]) numbers[kept++] = numbers[index] as number;
  }
  return kept;
}
