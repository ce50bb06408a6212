/** Gathers lines and tables of a document in reading order: a row of short cells is one line, a cell of prose has lines of its own. */
import { longestCell, rowLines, tidy, widest } from './page-lines.ts';
import { longestText, tooLong } from './source.ts';

/** A place that lines go to: the document, a cell, a text box. */
interface Sink {
  readonly lines: string[];
  /** Holds a table. */
  nested: boolean;
  /** Places that the cell takes in its row. */
  span: number;
  /** The cell above reaches down over it. */
  continues: boolean;
  dropped: boolean;
}

interface Row {
  readonly cells: (Sink | null)[];
  dropped: boolean;
  after: number;
}

const newSink = (): Sink => ({ lines: [], nested: false, span: 1, continues: false, dropped: false });

export class TableSink {
  readonly #name: string;
  readonly #sinks: Sink[] = [newSink()];
  readonly #rows: Row[] = [];
  #length = 0;

  /** @param name file name, for the error when the text grows beyond any report's */
  constructor(name: string) {
    this.#name = name;
  }

  /** Adds a line, which may hold line ends. A blank line is kept once, and not in cells. @throws ReadError `too-large` */
  line(text: string): void {
    const sink = this.#top();
    this.#length += text.length + 1;
    if (this.#length > longestText * 2) throw tooLong(this.#name, this.#length);
    for (const part of text.split('\n')) {
      const line = part.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '').replace(/[\u200b\ufeff\u00ad]/g, '');
      if (line !== '' || (this.#sinks.length === 1 && sink.lines.length > 0 && sink.lines.at(-1) !== ''))
        sink.lines.push(line);
    }
  }

  openTable(): void {
    this.#top().nested = true;
  }

  openRow(): void {
    this.#rows.push({ cells: [], dropped: false, after: 0 });
  }

  /** Places left empty before the first cell of the open row, or behind its last. */
  gap(where: 'before' | 'after', places: number): void {
    const row = this.#rows.at(-1);
    if (row === undefined) return;
    const count = Math.min(widest, places);
    if (where === 'after') row.after = count;
    else for (let at = 0; at < count; at += 1) row.cells.push(newSink());
  }

  /** The open row was deleted. */
  dropRow(): void {
    const row = this.#rows.at(-1);
    if (row !== undefined) row.dropped = true;
  }

  openCell(): void {
    this.#sinks.push(newSink());
  }

  spanCell(places: number): void {
    this.#top().span = Math.max(1, Math.min(widest, places));
  }

  continueCell(): void {
    this.#top().continues = true;
  }

  dropCell(): void {
    this.#top().dropped = true;
  }

  closeCell(): void {
    const row = this.#rows.at(-1);
    const cell = this.#sinks.pop();
    if (row === undefined || cell === undefined || cell.dropped || row.cells.length > 1_000) return;
    row.cells.push(cell.continues ? null : cell);
    for (let at = 1; at < cell.span; at += 1) row.cells.push(null);
  }

  closeRow(): void {
    const row = this.#rows.pop();
    if (row === undefined || row.dropped) return;
    const { lines } = this.#top();
    let short: (string | null)[] = [];
    const flush = (): void => {
      if (short.some(cell => cell !== null)) lines.push(...rowLines(short));
      short = [];
    };
    for (const cell of row.cells) {
      const text = cell === null ? null : tidy(cell.lines.join(' ').replaceAll('\t', ' '));
      if (cell === null || text === null || (!cell.nested && meaning(text) <= longestCell)) short.push(text);
      else {
        flush();
        lines.push(...cell.lines);
      }
    }
    for (let at = 0; at < row.after; at += 1) short.push('');
    flush();
  }

  /** Lines that follow are kept apart until `closeBox` gives them. */
  openBox(): void {
    this.#sinks.push(newSink());
  }

  closeBox(): readonly string[] {
    return this.#sinks.length > 1 ? (this.#sinks.pop()?.lines ?? []) : [];
  }

  /** Takes back the last line, a blank one before it too, where it says `title`. */
  takeBack(title: RegExp): void {
    const { lines } = this.#top();
    while (lines.at(-1) === '') lines.pop();
    if (title.test(lines.at(-1) ?? '')) lines.pop();
  }

  text(): string {
    return (this.#sinks[0]?.lines ?? []).join('\n').trim();
  }

  #top(): Sink {
    return this.#sinks.at(-1) as Sink;
  }
}

/** Characters that carry meaning. */
function meaning(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
