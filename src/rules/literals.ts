/** Where every fixed piece of every phrase stands in a text: one pass, however many phrases there are. */

/** Places by literal: those of literal `id` are `places[starts[id]]` up to `places[starts[id + 1]]`, in order. */
export interface Occurrences {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** Places of one literal, in order. */
export function placesOf({ starts, places }: Occurrences, id: number): Int32Array {
  return places.subarray(starts[id], starts[id + 1]);
}

/** Lists of numbers end to end: list `n` is `items[starts[n]]` up to `items[starts[n + 1]]`. */
export interface Packed {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export function pack(lists: readonly (readonly number[])[]): Packed {
  const starts = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] as number) + list.length;
  return { starts, items: Int32Array.from(lists.flat()) };
}

/** Literals as a tree of characters: edges in one open hash table, so that a pass over the text allocates nothing. */
interface Tree {
  /** By character: the node of literals that begin with it; 0 for none. */
  readonly first: Int32Array;
  readonly edgeNode: Int32Array;
  readonly edgeUnit: Uint16Array;
  /** 0 where the slot of the table is free. */
  readonly edgeTo: Int32Array;
  /** By node: the literal that ends there, or -1. */
  readonly literal: Int32Array;
}

const slotOf = (node: number, unit: number, mask: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask;

export class LiteralSet {
  readonly texts: string[] = [];
  readonly #ids = new Map<string, number>();
  #tree: Tree | null = null;
  /** Room for the hits of one pass, kept for the next. */
  #hits = new Int32Array(256);

  /** The number of a literal; the same text has the same number. */
  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.texts.push(text);
    this.#ids.set(text, id);
    this.#tree = null;
    return id;
  }

  /** Lists of literals of which a phrase needs one; the same list has the same number. */
  readonly groups: (readonly number[])[] = [];
  readonly #groupIds = new Map<string, number>();

  #packed: Packed | null = null;

  /** The groups as lists of numbers end to end: read in one sweep, where arrays of arrays would be fetched one by one. */
  get packed(): Packed {
    this.#packed ??= pack(this.groups);
    return this.#packed;
  }

  groupOf(ids: Iterable<number>): number {
    const sorted = [...ids].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const known = this.#groupIds.get(key);
    if (known !== undefined) return known;
    const id = this.groups.length;
    this.groups.push(sorted);
    this.#packed = null;
    this.#groupIds.set(key, id);
    return id;
  }

  /** For each literal the places where it stands wholly between `from` and `to`, in order. */
  find(flat: string, from: number, to: number): Occurrences {
    this.#tree ??= treeOf(this.texts);
    const { first, edgeNode, edgeUnit, edgeTo, literal } = this.#tree;
    const mask = edgeTo.length - 1;
    const starts = new Int32Array(this.texts.length + 1);
    let hits = this.#hits;
    let used = 0;
    for (let at = from; at < to; at += 1) {
      let node = first[flat.charCodeAt(at)] as number;
      let next = at + 1;
      while (node !== 0) {
        const id = literal[node] as number;
        if (id >= 0) {
          if (used === hits.length) {
            hits = grown(hits);
            this.#hits = hits;
          }
          hits[used] = id;
          hits[used + 1] = at;
          used += 2;
          starts[id + 1] = (starts[id + 1] as number) + 1;
        }
        if (next >= to) break;
        const unit = flat.charCodeAt(next);
        let slot = slotOf(node, unit, mask);
        while (edgeTo[slot] !== 0 && (edgeNode[slot] !== node || edgeUnit[slot] !== unit)) slot = (slot + 1) & mask;
        node = edgeTo[slot] as number;
        next += 1;
      }
    }
    return byLiteral(hits, used, starts);
  }
}

/** Puts hits, which come by place, in order of their literals; `starts[id + 1]` holds how many each has. */
function byLiteral(hits: Int32Array, used: number, starts: Int32Array): Occurrences {
  for (let id = 1; id < starts.length; id += 1) starts[id] = (starts[id] as number) + (starts[id - 1] as number);
  const filled = starts.slice();
  const places = new Int32Array(used / 2);
  for (let index = 0; index < used; index += 2) {
    const id = hits[index] as number;
    const slot = filled[id] as number;
    places[slot] = hits[index + 1] as number;
    filled[id] = slot + 1;
  }
  return { starts, places };
}

/** A copy with twice the room. */
export function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

function treeOf(texts: readonly string[]): Tree {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  let size = 16;
  while (size < 3 * units) size *= 2;
  const first = new Int32Array(65536);
  const edgeNode = new Int32Array(size);
  const edgeUnit = new Uint16Array(size);
  const edgeTo = new Int32Array(size);
  const literal = new Int32Array(units + 1).fill(-1);
  let nodes = 0;
  for (const [id, text] of texts.entries()) {
    const opening = text.charCodeAt(0);
    if (first[opening] === 0) first[opening] = ++nodes;
    let node = first[opening] as number;
    for (let index = 1; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      let slot = slotOf(node, unit, size - 1);
      while (edgeTo[slot] !== 0 && (edgeNode[slot] !== node || edgeUnit[slot] !== unit)) slot = (slot + 1) & (size - 1);
      if (edgeTo[slot] === 0) {
        edgeNode[slot] = node;
        edgeUnit[slot] = unit;
        edgeTo[slot] = ++nodes;
      }
      node = edgeTo[slot] as number;
    }
    literal[node] = id;
  }
  return { first, edgeNode, edgeUnit, edgeTo, literal };
}

/** Index, from `low` up to `high`, of the first place that is `at` or later; `high` where none is. */
export function firstFrom(places: ArrayLike<number>, at: number, low = 0, high = places.length): number {
  let least = low;
  let most = high;
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((places[middle] as number) < at) least = middle + 1;
    else most = middle;
  }
  return least;
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
