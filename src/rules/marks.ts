/** Places of a text marked in any order and read back in theirs, each once. */

export class Marks {
  /** One bit a place, and one bit for each word of those that holds any; all unset between two uses. */
  readonly #words: Int32Array;
  readonly #filled: Int32Array;

  /** For places below `size`. */
  constructor(size: number) {
    this.#words = new Int32Array((size >> 5) + 1);
    this.#filled = new Int32Array((size >> 10) + 1);
  }

  /** Marks `places[from]` up to `places[to]`. */
  add(places: Int32Array, from: number, to: number): void {
    const words = this.#words;
    const filled = this.#filled;
    for (let index = from; index < to; index += 1) {
      const place = places[index] as number;
      const word = place >> 5;
      words[word] = (words[word] as number) | (1 << (place & 31));
      filled[word >> 5] = (filled[word >> 5] as number) | (1 << (word & 31));
    }
  }

  /** Writes what is marked to `into` from `at` on, in order, and unmarks it; gives where it ends. */
  take(into: Int32Array, at: number): number {
    const words = this.#words;
    const filled = this.#filled;
    let end = at;
    for (let row = 0; row < filled.length; row += 1) {
      let held = filled[row] as number;
      filled[row] = 0;
      while (held !== 0) {
        const first = held & -held;
        held ^= first;
        const word = (row << 5) + 31 - Math.clz32(first);
        let bits = words[word] as number;
        words[word] = 0;
        while (bits !== 0) {
          const lowest = bits & -bits;
          into[end] = (word << 5) + 31 - Math.clz32(lowest);
          end += 1;
          bits ^= lowest;
        }
      }
    }
    return end;
  }
}
