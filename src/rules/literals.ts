/** Where every fixed piece of every phrase stands in a text: one pass, however many phrases there are. */

import type { Slot } from './grammar.ts';

/** Places by literal: those of literal `id` are `places[starts[id]]` up to `places[starts[id + 1]]`, in order; behind the last there is room. */
export interface Occurrences {
  readonly starts: Int32Array;
  readonly places: Int32Array<ArrayBuffer>;
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

/**
 * Literals as a tree of characters. Most have two: these are found in one step, and a third character is asked for only
 * where one goes on. Steps lie in open hash tables of four numbers each, so that one reads one line of memory, and a pass
 * over the text allocates nothing.
 */
interface Tree {
  /** One bit by character that is a literal of its own; one bit by two characters mixed with which a longer one begins. */
  readonly alone: Int32Array;
  readonly pairs: Int32Array;
  /** By character: the number of its literal. */
  readonly singles: Int32Array;
  /** Two characters as one number (0: free), and beside them where longer ones go on (0: none does), literal + 1 (0: none ends). */
  readonly begun: Int32Array;
  readonly begins: Int32Array;
  /** From node and character the same, all four in one row. */
  readonly goesOn: Int32Array;
}

/** Bits kept for pairs; most pairs of a text find theirs unset, and nothing else is looked at. */
const pairBits = 1 << 16;
const pairOf = (unit: number, next: number): number =>
  (Math.imul(unit, 0x9e3d) ^ Math.imul(next, 0x85eb)) & (pairBits - 1);

/** Place of a step in its table, or the free place where it belongs. */
function stepAt(table: Int32Array, from: number, unit: number): number {
  const mask = table.length - 1;
  const mixed = Math.imul(from ^ Math.imul(unit, 0x85ebca6b), 0x9e3779b1);
  let place = ((mixed >>> 12) << 2) & mask;
  while ((table[place] !== from || table[place + 1] !== unit) && !isFree(table, place)) place = (place + 4) & mask;
  return place;
}

/** Place of two characters among those with which literals begin, or the free place where they belong. */
function beginAt(begun: Int32Array, unit: number, next: number): number {
  const mask = begun.length - 1;
  const both = (unit << 16) | next;
  let place = (Math.imul(both, 0x9e3779b1) >>> 12) & mask;
  while (begun[place] !== both && begun[place] !== 0) place = (place + 1) & mask;
  return place;
}

const isFree = (table: Int32Array, place: number): boolean => table[place + 2] === 0 && table[place + 3] === 0;

/** A slot as the search reads it: `units` by their numbers, any where there are none. */
export interface SlotGroup {
  readonly kind: Slot['kind'];
  readonly units: readonly number[];
}

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

  /** Lists of literals of which a phrase needs one; the same list has the same number. A slot is a group without literals. */
  readonly groups: (readonly number[])[] = [];
  /** What a group stands for that is a slot. */
  readonly slots = new Map<number, SlotGroup>();
  /** Units that slots name, numbered from 1. */
  readonly units = new Map<string, number>();
  readonly #groupIds = new Map<string, number>();

  #packed: Packed | null = null;

  /** The groups as lists of numbers end to end: read in one sweep, where arrays of arrays would be fetched one by one. */
  get packed(): Packed {
    this.#packed ??= pack(this.groups);
    return this.#packed;
  }

  groupOf(ids: Iterable<number>): number {
    const sorted = [...ids].sort((a, b) => a - b);
    return this.#group(sorted.join(' '), sorted);
  }

  /** The group of a slot's places; slots that take the same have the same number. */
  groupOfSlot(slot: Slot): number {
    const units = slot.kind === 'number' ? slot.units : [];
    const group = this.#group([slot.kind, ...units].join(' '), []);
    if (this.slots.has(group)) return group;
    for (const unit of units) if (!this.units.has(unit)) this.units.set(unit, this.units.size + 1);
    this.slots.set(group, { kind: slot.kind, units: units.map(unit => this.units.get(unit) as number) });
    return group;
  }

  #group(key: string, literals: readonly number[]): number {
    const known = this.#groupIds.get(key);
    if (known !== undefined) return known;
    const id = this.groups.length;
    this.groups.push(literals);
    this.#packed = null;
    this.#groupIds.set(key, id);
    return id;
  }

  /** For each literal the places where it stands wholly between `from` and `to`, in order; `text` as the numbers of its characters. */
  find(text: Uint16Array, from: number, to: number): Occurrences {
    this.#tree ??= treeOf(this.texts);
    const { alone, pairs, singles, begun, begins, goesOn } = this.#tree;
    const starts = new Int32Array(this.texts.length + 1);
    let used = 0;
    let unit = from < to ? (text[from] as number) : 0;
    for (let at = from; at < to; at += 1) {
      const here = unit;
      unit = at + 1 < to ? (text[at + 1] as number) : 0;
      if (((alone[here >> 5] as number) & (1 << (here & 31))) !== 0) {
        used = this.#note(singles[here] as number, at, used, starts);
      }
      const pair = pairOf(here, unit);
      if (((pairs[pair >> 5] as number) & (1 << (pair & 31))) === 0 || at + 1 === to) continue;
      const two = beginAt(begun, here, unit);
      let literal = begins[2 * two + 1] as number;
      if (literal > 0) used = this.#note(literal - 1, at, used, starts);
      let node = begins[2 * two] as number;
      for (let next = at + 2; node !== 0 && next < to; next += 1) {
        const step = stepAt(goesOn, node, text[next] as number);
        literal = goesOn[step + 3] as number;
        if (literal > 0) used = this.#note(literal - 1, at, used, starts);
        node = goesOn[step + 2] as number;
      }
    }
    return byLiteral(this.#hits, used, starts);
  }

  /** Notes where a literal stands, and that it does once more; gives how much room the hits take now. */
  #note(id: number, at: number, used: number, starts: Int32Array): number {
    if (used === this.#hits.length) this.#hits = grown(this.#hits);
    const hits = this.#hits;
    hits[used] = id;
    hits[used + 1] = at;
    starts[id + 1] = (starts[id + 1] as number) + 1;
    return used + 2;
  }
}

/** Puts hits, which come by place, in order of their literals; `starts[id + 1]` holds how many each has. */
function byLiteral(hits: Int32Array, used: number, starts: Int32Array): Occurrences {
  for (let id = 1; id < starts.length; id += 1) starts[id] = (starts[id] as number) + (starts[id - 1] as number);
  const filled = starts.slice();
  const places = new Int32Array(roomFor(used / 2));
  for (let index = 0; index < used; index += 2) {
    const id = hits[index] as number;
    const slot = filled[id] as number;
    places[slot] = hits[index + 1] as number;
    filled[id] = slot + 1;
  }
  return { starts, places };
}

/** Groups and slots are gathered behind the places of literals: most texts need no more than this. */
const roomFor = (places: number): number => 3 * places + 64;

/** A copy with twice the room. */
export function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  // Of none, room for some: a text without any literal has its places of numbers all the same.
  const more = new Int32Array(Math.max(16, 2 * numbers.length));
  more.set(numbers);
  return more;
}

function treeOf(texts: readonly string[]): Tree {
  const alone = new Int32Array(65536 / 32);
  const pairs = new Int32Array(pairBits / 32);
  const singles = new Int32Array(65536);
  const begun = new Int32Array(placesFor(texts.length));
  const begins = new Int32Array(2 * begun.length);
  const goesOn = new Int32Array(4 * placesFor(texts.reduce((sum, text) => sum + Math.max(0, text.length - 2), 0)));
  let nodes = 0;
  for (const [id, text] of texts.entries()) {
    const unit = text.charCodeAt(0);
    if (text.length === 1) {
      alone[unit >> 5] = (alone[unit >> 5] as number) | (1 << (unit & 31));
      singles[unit] = id;
      continue;
    }
    const pair = pairOf(unit, text.charCodeAt(1));
    pairs[pair >> 5] = (pairs[pair >> 5] as number) | (1 << (pair & 31));
    const two = beginAt(begun, unit, text.charCodeAt(1));
    begun[two] = (unit << 16) | text.charCodeAt(1);
    if (text.length === 2) begins[2 * two + 1] = id + 1;
    else if (begins[2 * two] === 0) begins[2 * two] = ++nodes;
    let node = begins[2 * two] as number;
    for (let index = 2; index < text.length; index += 1) {
      const step = stepAt(goesOn, node, text.charCodeAt(index));
      goesOn[step] = node;
      goesOn[step + 1] = text.charCodeAt(index);
      if (index === text.length - 1) goesOn[step + 3] = id + 1;
      else if (goesOn[step + 2] === 0) goesOn[step + 2] = ++nodes;
      node = goesOn[step + 2] as number;
    }
  }
  return { alone, pairs, singles, begun, begins, goesOn };
}

/** Places of a table for so many steps, a power of two: half of them stay free. */
function placesFor(steps: number): number {
  let places = 16;
  while (places < 2 * steps) places *= 2;
  return places;
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
