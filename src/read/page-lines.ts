/** Turns a part of a web page into lines of text: block elements end a line, table cells are set apart by a tab. */
import { pairedRow } from './page-fields.ts';
import { isNumbered } from './page-lists.ts';
import { isElement, noWeight, type PageElement, type PageNode, type PageRoot, type Weight } from './page-nodes.ts';

const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul`.split(
    /\s+/,
  ),
);

/** A cell with more than this holds prose (pages laid out by tables), and its blocks end lines as elsewhere. */
export const longestCell = 200;

/**
 * Lines of the text below `from`, trimmed, without empty ones. A table row whose cells are pairs of a known label and
 * a value becomes one `label:value` line a pair. `endsAreBlanks` where who wrote the file ends its lines at blanks alone;
 * `labels` are the numbers of items of lists.
 */
export function linesOf(
  from: PageRoot | PageElement,
  skip: (element: PageElement) => boolean,
  weights: ReadonlyMap<PageElement, Weight>,
  endsAreBlanks = false,
  labels: ReadonlyMap<PageElement, string> = new Map(),
): string[] {
  const lines: string[] = [];
  /** Null where a cell from the left or from above reaches over this place. */
  let cells: (string | null)[] = [];
  const spans = new TableSpans();
  let line = '';
  /** Number of the item whose text has not begun. */
  let label = '';
  let inCell = 0;
  let inPre = isElement(from) && from.name === 'pre' ? 1 : 0;

  const endCell = (): void => {
    // In a pre tabs set apart what else stands in cells.
    cells.push(...(inPre > 0 && inCell === 0 ? line.trim().split('\t') : [line]).map(tidy));
    line = '';
  };
  const endLine = (): void => {
    endCell();
    lines.push(...rowLines(cells));
    cells = [];
  };
  const breakLine = (): void => {
    if (inCell > 0) line += ' ';
    else endLine();
  };
  const isDataCell = (element: PageElement): boolean =>
    (element.name === 'td' || element.name === 'th') &&
    (weights.get(element) ?? noWeight).all <= longestCell &&
    !element.children.some(child => isElement(child) && child.name === 'table');

  const enter = (element: PageElement): void => {
    if (element.name === 'br') breakLine();
    else if (isDataCell(element)) {
      if (inCell === 0) cells.push(...spans.before(cells.length));
      inCell++;
    } else if (element.name === 'td' || element.name === 'th') breakLine();
    else if (element.name === 'dd' && cells.length > 0) return;
    else if (blocks.has(element.name)) breakLine();
    if (element.name === 'table' && inCell === 0) spans.open();
    if (element.name === 'pre') inPre++;
    label = labels.get(element) ?? label;
  };
  const leave = (element: PageElement): void => {
    if (inCell === 0 && element.name === 'tr' && cells.length > 0) cells.push(...spans.before(cells.length));
    if (inCell === 0 && element.name === 'tr') spans.nextRow();
    if (inCell === 0 && element.name === 'table') spans.close();
    if (isDataCell(element)) {
      inCell--;
      if (inCell === 0) {
        const at = cells.length;
        endCell();
        cells.push(...spans.behind(element, at));
      }
    } else if (element.name === 'dt' && inCell === 0) endCell();
    else if (blocks.has(element.name) || element.name === 'td' || element.name === 'th') breakLine();
    if (element.name === 'pre') inPre--;
    if (labels.has(element)) label = '';
  };
  const begin = (text: string): void => {
    if (label === '' || text.trim() === '') return;
    // 1. would run into digits behind it.
    if (!isNumbered(text)) line += label.endsWith('.') && /^\s*\d/.test(text) ? `${label} ` : label;
    label = '';
  };

  const open: (PageNode | { readonly left: PageElement })[] = [...from.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('left' in next) {
      leave(next.left);
    } else if (isElement(next)) {
      if (skip(next)) continue;
      enter(next);
      open.push({ left: next });
      for (let at = next.children.length - 1; at >= 0; at--) {
        const child = next.children[at];
        if (child !== undefined) open.push(child);
      }
    } else if (next.type === 'text') {
      begin(next.data);
      if (inPre > 0 && inCell === 0) {
        const [first = '', ...rest] = next.data.split(/\r?\n/);
        line += first;
        for (const text of rest) {
          endLine();
          line = text;
        }
      } else {
        line += inline(next.data, endsAreBlanks);
      }
    }
  }
  endLine();
  return lines;
}

/**
 * A row of a table as lines: its cells set apart by tabs, or `label:value` where they are pairs of those.
 * @param cells null where a cell from the left or from above reaches over the place
 */
export function rowLines(cells: readonly (string | null)[]): readonly string[] {
  const all = cells.filter((cell, index) => cell !== '' || index < cells.length - 1);
  const row = all.filter(cell => cell !== null);
  const pairs = row.length > 1 ? pairedRow(row) : null;
  // Beside merged cells and numbers an empty cell says something: the row keeps its width.
  const grid = all.length > 1 && (all.length > row.length || row.some(cell => isNumber.test(cell)));
  const whole = all.map(cell => cell ?? '').join('\t');
  return (pairs ?? [grid ? whole : whole.trim()]).filter(text => text.trim() !== '');
}

const isNumber = /^\d[\d,.]*$/;
/** Cells of one table reach over no more than this. */
export const widest = 60;

/** Which places of a row are taken by cells from above (rowspan) or from the left (colspan); tables may lie in one another. */
class TableSpans {
  /** Of each open table: how many further rows a cell reaches down to, by column, as of the row being read. */
  readonly #tables: { now: number[]; next: number[] }[] = [];

  open(): void {
    this.#tables.push({ now: [], next: [] });
  }

  close(): void {
    this.#tables.pop();
  }

  nextRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    // A row without cells of its own, as some pages have, uses up what reaches into it.
    const left = table.now.map((rows, column) => Math.max(table.next[column] ?? 0, rows - 1, 0));
    table.now = Array.from(
      { length: Math.max(left.length, table.next.length) },
      (_, c) => left[c] ?? table.next[c] ?? 0,
    );
    table.next = [];
  }

  /** The places from `column` on that cells from above take. */
  before(column: number): null[] {
    const { now } = this.#tables.at(-1) ?? { now: [] };
    let to = column;
    while ((now[to] ?? 0) > 0) to += 1;
    return Array.from<null>({ length: to - column }).fill(null);
  }

  /** The places behind a cell at `column` that it takes itself. */
  behind(element: PageElement, column: number): null[] {
    const table = this.#tables.at(-1);
    const across = spanOf(element.attribs.colspan);
    const down = spanOf(element.attribs.rowspan);
    for (let at = column; down > 1 && table !== undefined && at < column + across; at += 1) table.next[at] = down - 1;
    return Array.from<null>({ length: across - 1 }).fill(null);
  }
}

const spanOf = (written: string | undefined): number =>
  Math.min(widest, Math.max(1, Number.parseInt(written ?? '', 10) || 1));

/** Blanks as a browser shows them: a run is one; a line end of the file between two Chinese characters mostly is none. */
function inline(text: string, endsAreBlanks: boolean): string {
  const joined = endsAreBlanks ? text : text.replace(/(?<=[^\p{ASCII}])[ \t]*\r?\n\s*(?=[^\p{ASCII}])/gu, '');
  return joined.replace(/[ \t\r\n\f]+/g, ' ');
}

/** Blanks between words as one, none at both ends, no signs without width. */
export function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}
