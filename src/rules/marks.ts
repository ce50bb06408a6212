/** Places of a text marked in any order and read back in theirs, each once. */

export class Marks {
  /** One bit a place; all unset between two uses. */
  readonly #words: Int32Array;
  #least: number;
  #most = -1;

  /** For places below `size`. */
  constructor(size: number) {
    this.#words = new Int32Array((size >> 5) + 1);
    this.#least = this.#words.length;
  }

  /** Marks `places[from]` up to `places[to]`. */
  add(places: Int32Array, from: number, to: number): void {
    const words = this.#words;
    for (let index = from; index < to; index += 1) {
      const place = places[index] as number;
      const word = place >> 5;
      words[word] = (words[word] as number) | (1 << (place & 31));
      if (word < this.#least) this.#least = word;
      if (word > this.#most) this.#most = word;
    }
  }

  /** Writes what is marked to `into` from `at` on, in order, and unmarks it; gives where it ends. */
  take(into: Int32Array, at: number): number {
    const words = this.#words;
    let end = at;
    for (let word = this.#least; word <= this.#most; word += 1) {
      let bits = words[word] as number;
      words[word] = 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        into[end] = (word << 5) + 31 - Math.clz32(lowest);
        end += 1;
        bits ^= lowest;
      }
    }
    this.#least = words.length;
    this.#most = -1;
    return end;
  }
}
