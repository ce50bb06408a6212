/** The characters of a Word 97 to 2003 file in order, with the properties of their runs and paragraphs. */
import { propertiesOf } from './doc-lists.ts';

/** Properties from one place of the file to another. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly properties: Buffer;
}

interface Piece {
  readonly first: number;
  readonly last: number;
  /** Place in the file of its first character, and bytes for one. */
  readonly place: number;
  readonly width: number;
}

const none = Buffer.alloc(0);

export class DocText {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #paragraphs: readonly Span[];
  readonly #runs: readonly Span[];

  readonly #data: Buffer;

  /**
   * @param data stream with properties that are too many for their page
   * @param count characters of all parts of the document together
   */
  constructor(main: Buffer, table: Buffer, data: Buffer, count: number) {
    this.#data = data;
    const pieces: Piece[] = [];
    const parts: string[] = [];
    let at = main.readUInt32LE(0x1a2);
    while (table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1);
    const number = Math.floor((table.readUInt32LE(at + 1) - 4) / 12);
    const places = at + 5 + (number + 1) * 4;
    for (let index = 0; index < number; index += 1) {
      const first = table.readUInt32LE(at + 5 + index * 4);
      const last = Math.min(count, table.readUInt32LE(at + 9 + index * 4));
      // Pieces lie end to end; what says otherwise is no such file.
      if (first !== (pieces.at(-1)?.last ?? 0)) throw new RangeError('pieces');
      if (last <= first) break;
      const raw = table.readUInt32LE(places + index * 8 + 2);
      const narrow = (raw & 0x40000000) !== 0;
      const place = narrow ? (raw & 0x3fffffff) / 2 : raw & 0x3fffffff;
      const width = narrow ? 1 : 2;
      pieces.push({ first, last, place, width });
      const bytes = main.subarray(place, place + (last - first) * width);
      const text = narrow ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le');
      parts.push(text.padEnd(last - first, '\0'));
    }
    this.text = parts.join('');
    this.#pieces = pieces;
    this.#paragraphs = spansOf(main, table, 0x102, 13, paragraphAt);
    this.#runs = spansOf(main, table, 0xfa, 1, runAt);
  }

  /** What holds for the paragraph that ends with a character: its style and properties. */
  paragraph(at: number): { readonly style: string; readonly properties: Buffer } {
    const found = spanAt(this.#paragraphs, this.#placeOf(at).place);
    const properties = found?.properties ?? none;
    return { style: String(found?.style ?? 0), properties: this.#elsewhere(properties) ?? properties };
  }

  /** What holds for the run of a character, and behind which character it ends. */
  run(at: number): {
    readonly hidden: boolean;
    readonly deleted: boolean;
    readonly inserted: boolean;
    readonly end: number;
  } {
    const { piece, place } = this.#placeOf(at);
    const found = spanAt(this.#runs, place);
    let hidden = false;
    let deleted = false;
    let inserted = false;
    for (const [code, operand] of propertiesOf(found?.properties ?? none)) {
      const on = (found?.properties.readUInt8(operand) ?? 0) === 1;
      if (code === 0x083c) hidden = on;
      else if (code === 0x0800) deleted = on;
      else if (code === 0x0801) inserted = on;
    }
    const left = found === undefined ? 1 : Math.max(1, Math.floor((found.to - place) / piece.width));
    return { hidden, deleted, inserted, end: Math.min(piece.last, at + left) };
  }

  /** Rows of many cells have their properties in another stream. */
  #elsewhere(properties: Buffer): Buffer | null {
    for (const [code, at] of propertiesOf(properties)) {
      if (code !== 0x6646 && code !== 0x6645) continue;
      const place = properties.readUInt32LE(at);
      return this.#data.subarray(place + 2, place + 2 + this.#data.readUInt16LE(place));
    }
    return null;
  }

  #placeOf(at: number): { readonly piece: Piece; readonly place: number } {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.last ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const piece = this.#pieces[low] ?? { first: 0, last: at + 1, place: 0, width: 1 };
    return { piece, place: piece.place + (at - piece.first) * piece.width };
  }
}

function spanAt(spans: readonly Span[], place: number): Span | undefined {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return undefined;
    if (place < span.from) high = middle - 1;
    else if (place >= span.to) low = middle + 1;
    else return span;
  }
  return undefined;
}

type Held = { readonly style: number; readonly properties: Buffer };

/** Pages of 512 bytes, each with the places where its spans begin and what holds there. */
function spansOf(
  main: Buffer,
  table: Buffer,
  head: number,
  width: number,
  held: (page: Buffer, at: number) => Held,
): Span[] {
  const from = main.readUInt32LE(head);
  const count = Math.floor((main.readUInt32LE(head + 4) - 4) / 8);
  const spans: Span[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = table.readUInt32LE(from + (count + 1) * 4 + index * 4) & 0x3fffff;
    const page = main.subarray(number * 512, number * 512 + 512);
    if (page.length < 512) continue;
    const own = page.readUInt8(511);
    for (let nth = 0; nth < own && (own + 1) * 4 + own * width <= 511; nth += 1) {
      const at = page.readUInt8((own + 1) * 4 + nth * width) * 2;
      const [begin, end] = [page.readUInt32LE(nth * 4), page.readUInt32LE(nth * 4 + 4)];
      spans.push({ from: begin, to: end, ...(at === 0 ? { style: 0, properties: none } : held(page, at)) });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

function paragraphAt(page: Buffer, at: number): Held {
  const short = page.readUInt8(at);
  const [from, size] = short === 0 ? [at + 2, page.readUInt8(at + 1) * 2] : [at + 1, short * 2 - 1];
  return { style: page.readUInt16LE(from), properties: page.subarray(from + 2, from + size) };
}

function runAt(page: Buffer, at: number): Held {
  return { style: 0, properties: page.subarray(at + 1, at + 1 + page.readUInt8(at)) };
}
