/** Finds the lines of a text that are rows or cells of a table: set apart by tabs, bars or blanks, or one cell a line. */
import { allMatches } from '../read/all-matches.ts';
import { readNumeral } from '../read/numerals.ts';
import { fieldsOfLine } from './fields.ts';
import { isBlank, type Line, tight } from './lines.ts';
import { markerStart } from './paragraphs.ts';
import type { Span } from './types.ts';

/** A cell as it stands in the text; an empty one has `start === end`. */
export interface RawCell extends Span {
  /** Normalised, without blanks. */
  readonly text: string;
  /** The number that the cell holds and nothing else; null for words, a dash or nothing. */
  readonly value: number | null;
  /** A number, or what stands where a number should: a dash, 无, a change. */
  readonly filled: boolean;
}

/** Rows that stand together. `lines` are the indexes of their lines, blank ones left out. */
export interface RawTable {
  readonly lines: readonly number[];
  readonly rows: readonly (readonly RawCell[])[];
  /** One cell a line: a row is what stands up to the last of a run of numbers, and how many columns there are is guessed. */
  readonly single: boolean;
}

const longestCell = 60;
const longestLone = 34;
const number = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:%|(?![年月日时])[\p{Script=Han}]{1,2})?$/u;
/** 十二件, 百分之九十八点五, 百分之98.5: a count in numerals or a rate in words; without a measure it is a word (三类, 一). */
const numeral =
  /^(?:([〇零一二两三四五六七八九十百千万亿]+)(?:人次|[件起宗例次场期名人个家户项份条篇卷])|百分之([〇零一二三四五六七八九十百点]+|\d+(?:\.\d+)?))$/;
/** What stands where a number should, or a change: -, —, 无, ↓6.4%. */
const dash = /^(?:[-—–―─/]{1,4}|无|[↑↓+-]\d[\d.,]*%?)$/;
/** 一、 begins a part of the report or the first column of a row. */
const partMarker = /^[一二三四五六七八九十]{1,3}、/;

function cellOf(norm: string, from: number, to: number): RawCell {
  let start = from;
  let end = to;
  while (start < end && isBlank(norm.charCodeAt(start))) start += 1;
  while (end > start && isBlank(norm.charCodeAt(end - 1))) end -= 1;
  const text = tight(norm.slice(start, end));
  const value = readNumber(text);
  return { start, end, text, value, filled: value !== null || dash.test(text) };
}

function readNumber(text: string): number | null {
  const read = number.exec(text);
  if (read !== null) return Number(`${(read[1] as string).replaceAll(',', '')}${read[2] ?? ''}`);
  const written = numeral.exec(text);
  const core = written?.[1] ?? written?.[2];
  if (core === '百') return 100;
  return core === undefined ? null : (readNumeral(core)?.value ?? null);
}

/** The tables of a text. `norm` is its normalised text. A text without tabs, bars, runs of blanks or bare numbers costs one look. */
export function findRawTables(norm: string, lines: readonly Line[]): RawTable[] {
  const spaced = spacedRows(lines);
  const apart =
    spaced.size > 0 ||
    ['\t', '|', '│'].some(mark => norm.includes(mark)) ||
    (norm.includes('  ') && /[^\s] {2,}[^\s]/.test(norm));
  const bare = countBare(lines) >= 3;
  if (!apart && !bare) return [];
  const tables = apart ? rowTables(norm, lines, spaced) : [];
  return bare ? [...tables, ...singleTables(norm, lines, tables)].sort((a, b) => firstOf(a) - firstOf(b)) : tables;
}

const longestSpaced = 20;

/**
 * Rows whose cells single blanks set apart, as text is copied out of a PDF: a line of words (指标 单位 2022年 2023年) and
 * at least two below it of as many cells, each with a number at its end.
 */
function spacedRows(lines: readonly Line[]): ReadonlySet<number> {
  const rows = new Set<number>();
  const cellsAt = (index: number): readonly string[] => {
    const text = lines[index]?.text ?? '';
    if (!/ \S+ /.test(text) || /[。;,:\t|│]/.test(text)) return [];
    const cells = text.trim().split(/ +/);
    return cells.every(cell => cell.length <= longestSpaced) ? cells : [];
  };
  const counts = (cell: string | undefined): boolean => cell !== undefined && (number.test(cell) || dash.test(cell));
  for (let index = 0; index < lines.length; index += 1) {
    const head = cellsAt(index);
    if (head.length < 3 || head.some(counts)) continue;
    let end = index + 1;
    for (let cells = cellsAt(end); cells.length === head.length && counts(cells.at(-1)); cells = cellsAt(end)) end += 1;
    if (end - index > 2) for (let row = index; row < end; row += 1) rows.add(row);
  }
  return rows;
}

const firstOf = (table: RawTable): number => table.lines[0] ?? 0;

function countBare(lines: readonly Line[]): number {
  let count = 0;
  for (const { text } of lines) {
    if (text.length === 0 || text.length > 14) continue;
    const unit = text.charCodeAt(0);
    if (unit >= 48 && unit <= 57 && number.test(tight(text))) count += 1;
  }
  return count;
}

/** The cells of a line by tabs, else bars, else runs of blanks, of single ones where it is `spaced`; one cell where there is none of them, none where it is prose. */
function cellsOf(norm: string, line: Line, spaced: boolean): RawCell[] {
  if (line.start === line.end || /[。;]/.test(line.text) || fieldsOfLine(line).length > 0) return [];
  // Empty cells at both ends lie outside of what a line keeps.
  let from = line.start - line.indent;
  let to = line.end;
  while (to < norm.length && isBlank(norm.charCodeAt(to))) to += 1;
  const separator = line.text.includes('\t') || /\t/.test(norm.slice(from, to)) ? '\t' : null;
  let pieces: Span[];
  if (separator !== null) pieces = split(norm, from, to, /\t/g);
  else if (/[|│]/.test(line.text)) {
    if (/^[|│\s:+-]+$/.test(line.text)) return [];
    from = line.start + (/^[|│]/.test(line.text) ? 1 : 0);
    to = line.end - (/[|│]$/.test(line.text) ? 1 : 0);
    pieces = split(norm, from, to, /[|│]/g);
  } else pieces = split(norm, line.start, line.end, spaced ? / +/g : / {2,}/g);
  const cells = pieces.map(piece => cellOf(norm, piece.start, piece.end));
  return cells.some(cell => cell.text.length > longestCell) ? [] : cells;
}

function split(norm: string, from: number, to: number, separator: RegExp): Span[] {
  const pieces: Span[] = [];
  let start = from;
  for (const match of allMatches(norm.slice(from, to), separator)) {
    pieces.push({ start, end: from + match.index });
    start = from + match.index + match[0].length;
  }
  return [...pieces, { start, end: to }];
}

const named = (cells: readonly RawCell[]): readonly RawCell[] => cells.filter(cell => cell.text !== '');

/** Tables whose rows are lines of several cells; a short line between two such rows is a row of one cell. */
function rowTables(norm: string, lines: readonly Line[], spaced: ReadonlySet<number>): RawTable[] {
  const tables: RawTable[] = [];
  let rows: { line: number; cells: readonly RawCell[] }[] = [];
  let lone: typeof rows = [];
  const close = (): void => {
    const all = rows.flatMap(row => row.cells);
    const numbers = all.filter(cell => cell.value !== null).length;
    if (rows.length >= 2 && numbers >= 1 && all.filter(cell => cell.filled).length >= 2)
      tables.push({ lines: rows.map(row => row.line), rows: rows.map(row => row.cells), single: false });
    rows = [];
    lone = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.start === line.end && line.indent === 0) continue;
    // Ruled lines and the line below a table's head in Markdown.
    if (/^[|│\s:+─-]+$/.test(line.text) && /[|│+─]|--/.test(line.text) && rows.length > 0) continue;
    const cells = cellsOf(norm, line, spaced.has(index));
    if (cells.length >= 2 && named(cells).length > 0) {
      rows.push(...lone, { line: index, cells });
      lone = [];
    } else if (cells.length === 1 && isLone(cells[0] as RawCell) && lone.length < 2) {
      lone.push({ line: index, cells });
    } else close();
    // What stands before the first row belongs to the table only where it heads one: 第二十条第(一)项.
    if (rows.length === 0 && lone.length > 1) lone.shift();
  }
  close();
  return tables;
}

const isLone = (cell: RawCell): boolean =>
  cell.text !== '' && cell.text.length <= longestLone && !markerStart.test(cell.text) && !/[,:]$/.test(cell.text);

/** Tables of which every cell stands on a line of its own, as they are copied out of a page. */
function singleTables(norm: string, lines: readonly Line[], known: readonly RawTable[]): RawTable[] {
  const taken = new Set(known.flatMap(table => table.lines));
  const tables: RawTable[] = [];
  let run: { line: number; cell: RawCell }[] = [];
  const close = (): void => {
    if (run.filter(({ cell }) => cell.value !== null).length >= 3) tables.push(...tablesOfRun(run));
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.start === line.end) continue;
    const cells = taken.has(index) ? [] : cellsOf(norm, line, false);
    const [cell] = cells;
    if (cells.length === 1 && cell !== undefined && !/[:,]$/.test(cell.text)) run.push({ line: index, cell });
    else close();
  }
  close();
  return tables;
}

type Run = readonly { readonly line: number; readonly cell: RawCell }[];

/** Most labels before the first numbers: the heads of a wide table with the name of its first row. */
const mostLabels = 26;

/** A run of short lines as rows (labels, then numbers), parted where a heading of the report stands among the labels. */
function tablesOfRun(run: Run): RawTable[] {
  const tables: RawTable[] = [];
  let rows: { line: number; cell: RawCell }[][] = [];
  const close = (): void => {
    const cells = rows.flat();
    const filled = cells.filter(({ cell }) => cell.filled).length;
    if (filled > 0 && filled * 5 >= cells.length && filled < cells.length) {
      tables.push({
        lines: cells.map(({ line }) => line),
        rows: rows.map(row => row.map(({ cell }) => cell)),
        single: true,
      });
    }
    rows = [];
  };
  let labels: { line: number; cell: RawCell }[] = [];
  for (let at = 0; at < run.length; at += 1) {
    const one = run[at] as Run[number];
    if (!one.cell.filled) {
      labels.push(one);
      continue;
    }
    const numbers: { line: number; cell: RawCell }[] = [];
    while (at < run.length && (run[at] as Run[number]).cell.filled) numbers.push(run[at++] as Run[number]);
    at -= 1;
    const heading = labels.slice(0, -1).findLastIndex(({ cell }) => partMarker.test(cell.text));
    if (heading >= 0 && (rows.length === 0 || labels.length > 3)) {
      close();
      labels = labels.slice(heading + 1);
    }
    rows.push([...labels.slice(-mostLabels), ...numbers]);
    labels = [];
  }
  close();
  return tables;
}
