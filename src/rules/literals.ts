/** Where every fixed piece of every phrase stands in a text: one pass, however many phrases there are. */

export class LiteralSet {
  readonly texts: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #byPair = new Map<number, number[]>();
  readonly #byUnit = new Map<number, number[]>();
  /** By first character: 1 where it alone is a literal, 2 where a longer literal begins with it. */
  readonly #leads = new Uint8Array(65536);

  /** The number of a literal; the same text has the same number. */
  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.texts.push(text);
    this.#ids.set(text, id);
    const first = text.charCodeAt(0);
    const key = text.length === 1 ? first : pairKey(first, text.charCodeAt(1));
    const map = text.length === 1 ? this.#byUnit : this.#byPair;
    const list = map.get(key);
    if (list === undefined) map.set(key, [id]);
    else list.push(id);
    this.#leads[first] = (this.#leads[first] as number) | (text.length === 1 ? 1 : 2);
    return id;
  }

  /** Lists of literals of which a phrase needs one; the same list has the same number. */
  readonly groups: (readonly number[])[] = [];
  readonly #groupIds = new Map<string, number>();

  groupOf(ids: Iterable<number>): number {
    const sorted = [...ids].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const known = this.#groupIds.get(key);
    if (known !== undefined) return known;
    const id = this.groups.length;
    this.groups.push(sorted);
    this.#groupIds.set(key, id);
    return id;
  }

  /** For each literal the places where it stands wholly between `from` and `to`, in order. */
  find(flat: string, from: number, to: number): Occurrences {
    const places: (number[] | undefined)[] = new Array(this.texts.length);
    const add = (id: number, at: number): void => {
      const list = places[id];
      if (list === undefined) places[id] = [at];
      else list.push(at);
    };
    for (let at = from; at < to; at += 1) {
      const unit = flat.charCodeAt(at);
      const lead = this.#leads[unit] as number;
      if (lead === 0) continue;
      if (lead & 1) for (const id of this.#byUnit.get(unit) ?? []) add(id, at);
      if (lead & 2 && at + 1 < to) {
        const longer = this.#byPair.get(pairKey(unit, flat.charCodeAt(at + 1)));
        if (longer === undefined) continue;
        for (const id of longer) {
          const text = this.texts[id] as string;
          if (text.length === 2 || (at + text.length <= to && flat.startsWith(text, at))) add(id, at);
        }
      }
    }
    return places;
  }
}

/** Places by literal number; undefined where the text does not hold the literal. */
export type Occurrences = readonly (readonly number[] | undefined)[];

const pairKey = (first: number, second: number): number => first * 65536 + second;

/** Index of the first place that is `at` or later. */
export function firstFrom(places: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first span that starts at `at` or later. */
export function findFirst(spans: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as { readonly start: number }).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
