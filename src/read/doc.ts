/** Reads Word documents of 97 to 2003 (doc), and those that WPS saves so: text, automatic numbers, tables, accepted changes. */
import type { Bilingual } from '../words/bilingual.ts';
import { readingWords } from '../words/reading.ts';
import { readCompound } from './compound.ts';
import { numberIn, propertiesOf, readLists, readStyles } from './doc-lists.ts';
import { DocText } from './doc-text.ts';
import { Numbering } from './docx-numbering.ts';
import { EdgeTable } from './edge-table.ts';
import { withLabel } from './label.ts';
import { circled } from './number-formats.ts';
import { damaged, filled, refusal, unsupported } from './refusal.ts';
import { longestText, tooLong } from './source.ts';
import { TableSink } from './table-sink.ts';
import { type DocumentText, ReadError } from './types.ts';

/** The head of Word 97; what is older has its tables elsewhere. */
const firstKnown = 0xc0;

/**
 * Text boxes stand where their frames are anchored; headers, notes, comments and tables of contents are left out.
 * @throws ReadError
 */
export async function readDoc(bytes: Uint8Array, name: string): Promise<DocumentText> {
  try {
    return read(bytes, name);
  } catch (error) {
    // A place that lies outside of a stream: the file is not what it says of itself.
    if (error instanceof RangeError) throw damaged(name, readingWords.damagedInside);
    throw error;
  }
}

function read(bytes: Uint8Array, name: string): DocumentText {
  const file = readCompound(bytes, name);
  const main = file.stream('WordDocument');
  if (main === null) throw unsupported('compound', name);
  if (main.length < 0x2f2 || main.readUInt16LE(0) !== 0xa5ec) throw damaged(name, readingWords.damagedInside);
  const flags = main.readUInt16LE(10);
  if ((flags & 0x100) !== 0) throw unsupported('encrypted', name);
  if (main.readUInt16LE(2) < firstKnown)
    throw new ReadError('unsupported-format', filled(readingWords.oldWord, { name }));
  const table = file.stream((flags & 0x200) !== 0 ? '1Table' : '0Table');
  if (table === null) throw damaged(name, readingWords.damagedInside);
  return new DocReader(main, table, file.stream('Data') ?? Buffer.alloc(0), name).document();
}

interface Met {
  inserted: number;
  deleted: number;
  hidden: number;
  pictures: number;
}

class DocReader {
  readonly #name: string;
  readonly #main: Buffer;
  readonly #table: Buffer;
  readonly #text: DocText;
  readonly #styles: ReturnType<typeof readStyles>;
  readonly #numbering: Numbering;
  readonly #sink: TableSink;
  readonly #met: Met = { inserted: 0, deleted: 0, hidden: 0, pictures: 0 };
  readonly #length: number;

  constructor(main: Buffer, table: Buffer, data: Buffer, name: string) {
    this.#name = name;
    this.#main = main;
    this.#table = table;
    this.#length = main.readUInt32LE(0x4c);
    if (this.#length > longestText * 4) throw tooLong(name, this.#length);
    const all = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].reduce((sum, at) => sum + main.readUInt32LE(at), 0);
    if (all > longestText * 8) throw tooLong(name, all);
    this.#text = new DocText(main, table, data, all);
    this.#styles = readStyles(main, table);
    this.#numbering = new Numbering(readLists(main, table), this.#styles);
    this.#sink = new TableSink(name);
  }

  document(): DocumentText {
    const boxes = this.#boxes();
    const anchors = this.#text.text.slice(0, this.#length).split('\x08').length - 1;
    // Frames of pictures have anchors too; which is whose is told by the order only where the numbers agree.
    const groups = boxes.length === anchors ? boxes.map(box => [box]) : [boxes];
    this.#read(0, this.#length, groups);
    const text = this.#sink.text();
    if (text === '' && this.#met.pictures > 0)
      throw refusal('scanned', readingWords.scannedDocument, { name: this.#name });
    const { inserted, deleted, hidden } = this.#met;
    const notes: Bilingual[] = [];
    if (inserted + deleted > 0) notes.push(filled(readingWords.trackedChanges, { inserted, deleted }));
    if (hidden > 0) notes.push(filled(readingWords.hiddenText, { count: hidden }));
    return { text, notes, outside: this.#margins() };
  }

  /** Lines of page headers and footers, each once: their text lies behind that of the footnotes. */
  #margins(): readonly string[] {
    const from = this.#length + this.#main.readUInt32LE(0x50);
    const story = this.#text.text.slice(from, from + this.#main.readUInt32LE(0x54));
    const lines = [''];
    let instruction = false;
    for (const sign of story) {
      // The instruction of a field is not what it shows.
      if (sign === '\x13') instruction = true;
      else if (sign === '\x14' || sign === '\x15') instruction = false;
      else if (sign === '\r' || sign === '\x07') lines.push('');
      else if (!instruction && (sign >= ' ' || sign === '\t')) lines.push(`${lines.pop()}${sign}`);
    }
    return [...new Set(lines.map(line => line.trim()).filter(line => line !== ''))];
  }

  /** From where to where the text of each text box lies. */
  #boxes(): (readonly [number, number])[] {
    const start = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60].reduce((sum, at) => sum + this.#main.readUInt32LE(at), 0);
    const length = this.#main.readUInt32LE(0x64);
    const from = this.#main.readUInt32LE(0x25a);
    const count = Math.floor((this.#main.readUInt32LE(0x25e) - 4) / 26);
    if (length === 0 || count < 1) return [];
    const found: [number, number][] = [];
    for (let index = 0; index < count; index += 1) {
      const box: [number, number] = [
        start + this.#table.readUInt32LE(from + index * 4),
        start + Math.min(length, this.#table.readUInt32LE(from + index * 4 + 4)),
      ];
      if (/[^\s\0]/.test(this.#text.text.slice(...box))) found.push(box);
    }
    return found;
  }

  /** Reads from one character to another; each of `groups` is put before the paragraph with the next anchor. */
  #read(from: number, to: number, groups: (readonly (readonly [number, number])[])[]): void {
    const table = new EdgeTable(this.#sink);
    const fields: { instruction: string; inResult: boolean; contents: boolean }[] = [];
    const waiting = [...groups];
    let line = '';
    let contents = false;
    let run = { hidden: false, deleted: false, inserted: false, end: from };

    const end = (at: number, cell: boolean): void => {
      const { style, properties } = this.#text.paragraph(at);
      const shape = shapeOf(properties);
      if (shape.rowEnd) {
        table.newEdges();
        for (const edge of shape.edges) table.edge(edge);
        table.endRow();
        line = '';
        return;
      }
      const listed = this.#styles.listsContents(style) || (contents && line.trim() === '');
      contents = fields.some(field => field.contents);
      table.inTable = shape.inTable;
      if (listed) this.#sink.takeBack(/^目\s*[录次]$/);
      else if ((run.deleted || run.hidden) && !cell) return;
      else table.line(withLabel(this.#numbering.next(numberIn(properties), style), line).line);
      line = '';
      if (cell) table.endCell();
    };

    for (let at = from; at < to; at += 1) {
      if (at >= run.end) {
        run = this.#text.run(at);
        if (run.inserted && !run.deleted) this.#met.inserted += 1;
        if (run.deleted) this.#met.deleted += 1;
        else if (run.hidden) this.#met.hidden += 1;
      }
      const sign = this.#text.text.charAt(at);
      const field = fields.at(-1);
      switch (sign) {
        case '\r':
        case '\f':
          end(at, false);
          break;
        case '\x07':
          end(at, true);
          break;
        case '\x13':
          fields.push({ instruction: '', inResult: false, contents: false });
          break;
        case '\x14':
          if (field === undefined) break;
          field.inResult = true;
          field.contents = /^\s*TOC\b/i.test(field.instruction);
          contents ||= field.contents;
          break;
        case '\x15':
          if (field?.inResult === false) line += circled(field.instruction);
          fields.pop();
          break;
        case '\x01':
          this.#met.pictures += 1;
          break;
        case '\x08': {
          this.#met.pictures += 1;
          const boxes = waiting.shift() ?? [];
          for (const [start, stop] of boxes) this.#read(start, stop, []);
          break;
        }
        default:
          if (field !== undefined && !field.inResult) field.instruction = (field.instruction + sign).slice(0, 200);
          else if (!run.hidden && !run.deleted && !fields.some(({ contents }) => contents))
            line += characters[sign] ?? sign;
      }
    }
    if (line.trim() !== '') table.line(line);
    table.end();
    for (const [start, stop] of waiting.flat()) this.#read(start, stop, []);
  }
}

/** Signs that stand for something else, or for nothing that is text. */
const characters: Readonly<Record<string, string>> = {
  '\x00': '',
  '\x02': '',
  '\x03': '',
  '\x04': '',
  '\x05': '',
  '\x06': '',
  '\x0b': '\n',
  '\x0e': '\n',
  '\x1e': '-',
  '\x1f': '',
};

interface Shape {
  readonly inTable: boolean;
  readonly rowEnd: boolean;
  readonly edges: readonly { readonly at: number; readonly below: boolean; readonly beside: boolean }[];
}

/** What the properties of a paragraph say of the table it stands in. */
function shapeOf(properties: Buffer): Shape {
  let inTable = false;
  let rowEnd = false;
  let edges: { at: number; below: boolean; beside: boolean }[] = [];
  for (const [code, at] of propertiesOf(properties)) {
    if (code === 0x2416) inTable = properties.readUInt8(at) === 1;
    else if (code === 0x2417) rowEnd = properties.readUInt8(at) === 1;
    else if (code === 0xd608) edges = edgesOf(properties.subarray(at));
    else if (code === 0xd62b) {
      const cell = edges[properties.readUInt8(at + 1)];
      if (cell !== undefined) cell.below = properties.readUInt8(at + 2) === 1;
    }
  }
  return { inTable, rowEnd, edges };
}

function edgesOf(data: Buffer): { at: number; below: boolean; beside: boolean }[] {
  const count = Math.min(64, data.readUInt8(2));
  const cells = 3 + (count + 1) * 2;
  return Array.from({ length: count }, (_, index) => {
    const flags = cells + index * 20 + 2 <= data.length ? data.readUInt16LE(cells + index * 20) : 0;
    return {
      at: data.readInt16LE(5 + index * 2),
      below: ((flags >> 5) & 3) === 1,
      beside: (flags & 3) >= 2,
    };
  });
}
