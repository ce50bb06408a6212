/** Reads tables: which cells stand under which heads of row and column, with their places in text and copy. */
import { flatFrom } from './copy.ts';
import type { RawCell, RawTable } from './table-lines.ts';
import type { Copy, Table, TableCell, TableRow } from './types.ts';

/** A table as rows of cells, before it has places in the copy. */
interface Block {
  readonly columns: readonly (readonly RawCell[])[];
  readonly labels: readonly RawCell[];
  readonly rows: readonly {
    readonly heads: readonly RawCell[];
    /** Heads that stand in the row itself. */
    readonly own: readonly RawCell[];
    readonly cells: readonly (RawCell | null)[];
  }[];
}

/** The tables in order; one that begins anew with other heads is a table of its own. */
export function placeTables(raw: readonly RawTable[], copy: Copy): Table[] {
  return raw
    .flatMap(table => (table.single ? singleBlocks(table.rows) : blocksOf(table.rows).map(blockOf)))
    .flatMap(block => placed(block, copy));
}

function placed(block: Block, copy: Copy): Table[] {
  const known = new Map<RawCell, TableCell>();
  const place = (cell: RawCell): TableCell => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const { start, end, text, value } = cell;
    const made = { start, end, text, value, flatStart: flatFrom(copy, start), flatEnd: flatFrom(copy, end) };
    known.set(cell, made);
    return made;
  };
  const rows = block.rows.flatMap(({ heads, cells, own }) => {
    const said = [...own, ...cells.flatMap(cell => cell ?? [])];
    const [first, last] = [said[0], said.at(-1)];
    if (first === undefined || last === undefined) return [];
    const row: TableRow = {
      heads: heads.map(place),
      cells: cells.map(cell => (cell === null ? null : place(cell))),
      start: first.start,
      end: last.end,
      flatStart: flatFrom(copy, first.start),
      flatEnd: flatFrom(copy, last.end),
    };
    return [row];
  });
  const labels = block.labels.map(place);
  const parts = [...labels, ...rows];
  const [first] = parts;
  if (first === undefined) return [];
  return [
    {
      columns: block.columns.map(heads => heads.map(place)),
      labels,
      rows,
      start: Math.min(...parts.map(part => part.start)),
      end: Math.max(...parts.map(part => part.end)),
      flatStart: Math.min(...parts.map(part => part.flatStart)),
      flatEnd: Math.max(...parts.map(part => part.flatEnd)),
    },
  ];
}

type Cells = readonly RawCell[];

const hasNumber = (row: Cells): boolean => row.some(cell => cell.filled);
const namesIn = (row: Cells): Cells => row.filter(cell => cell.text !== '');
const firstNumber = (row: Cells): number => row.findIndex(cell => cell.filled);
const lastName = (row: Cells): number => row.findLastIndex(cell => cell.text !== '');

/** Rows parted where heads stand again below numbers; one label right before such heads goes with them. */
function blocksOf(rows: readonly Cells[]): Cells[][] {
  const blocks: Cells[][] = [];
  let block: Cells[] = [];
  /** Columns before the first number, as far as seen; a row that names no more than these is an unfilled one. */
  let headed = Number.POSITIVE_INFINITY;
  let data = false;
  for (const row of rows) {
    const heads = !hasNumber(row) && namesIn(row).length >= 2 && lastName(row) >= headed;
    if (heads && data) {
      const label = block.at(-1);
      const moved = label !== undefined && !hasNumber(label) && namesIn(label).length === 1 ? [label] : [];
      blocks.push(block.slice(0, block.length - moved.length));
      block = moved;
      data = false;
      headed = Number.POSITIVE_INFINITY;
    }
    if (hasNumber(row)) {
      data = true;
      headed = Math.min(headed, firstNumber(row));
    }
    block.push(row);
  }
  return [...blocks, block];
}

function blockOf(rows: readonly Cells[]): Block {
  const width = Math.max(...rows.map(row => lastName(row) + 1));
  const data = rows.filter(hasNumber);
  const whole = data.filter(row => row.length >= width);
  const headed = Math.min(width, ...(whole.length > 0 ? whole : data).map(firstNumber));
  const count = width - headed;
  const from = rows.findIndex(hasNumber);
  const above = from < 0 ? rows.filter(row => namesIn(row).length > 1) : rows.slice(0, from).filter(headsColumns);
  const below = rows.filter(row => !above.includes(row));
  let before: (RawCell | null)[] = [];
  const read = below.map(row => {
    const full = row.length >= width;
    const numbers = full ? row.slice(headed, width) : row.slice(tailOfNumbers(row));
    const missing = Array.from<null>({ length: Math.max(0, count - numbers.length) }).fill(null);
    const cells = [...missing, ...numbers.map(cell => (cell.text === '' ? null : cell))];
    const own = full ? row.slice(0, headed) : row.slice(0, tailOfNumbers(row));
    if (!full || from < 0) return { heads: namesIn(own), cells, own: namesIn(own) };
    const said = own.findIndex(cell => cell.text !== '');
    // Empty cells before the row's own head continue the one above (a head over several rows); behind it they continue it.
    const heads = own.map((cell, at) =>
      cell.text !== '' ? cell : at < said || said < 0 ? (before[at] ?? null) : null,
    );
    before = heads;
    return { heads: heads.flatMap(cell => cell ?? []), cells, own: namesIn(own) };
  });
  return { columns: columnsOf(above, width, headed), labels: above.flatMap(namesIn), rows: read };
}

const headsColumns = (row: Cells): boolean => namesIn(row).length > 1;

/** Where the numbers begin with which a row ends. */
function tailOfNumbers(row: Cells): number {
  let at = row.length;
  while (at > 0 && row[at - 1]?.filled === true) at -= 1;
  return at;
}

/** The heads above each column of numbers, from the top; none at all where merged cells were lost and nothing lines up. */
function columnsOf(above: readonly Cells[], width: number, headed: number): RawCell[][] {
  const count = width - headed;
  const lined = above.map(row => (row.length >= width ? row.slice(headed, width) : row.length === count ? row : null));
  if (lined.length === 0 || lined.some(row => row === null)) return [];
  return Array.from({ length: count }, (_, column) => {
    const heads: RawCell[] = [];
    let reachesDown = false;
    for (const row of lined) {
      const cell = row?.[column];
      if (cell !== undefined && cell.text !== '') {
        heads.push(cell);
        reachesDown = true;
      } else if (!reachesDown) {
        // Empty below a head: that head reaches down. Empty beside one: it reaches to the right.
        const left = row?.slice(0, column).findLast(other => other.text !== '');
        if (left !== undefined) heads.push(left);
      }
    }
    return heads;
  });
}

/** Rows of labels and numbers, one cell a line: a table begins anew where the numbers are more or heads stand again. */
function singleBlocks(rows: readonly Cells[]): Block[] {
  const groups: Cells[][] = [];
  let count = 0;
  for (const row of rows) {
    const labels = row.filter(cell => !cell.filled).length;
    const numbers = row.length - labels;
    const last = groups.at(-1);
    if (last === undefined || labels > 3 || numbers > count) {
      groups.push([row]);
      count = numbers;
    } else last.push(row);
  }
  return groups.map(singleBlock);
}

function singleBlock(rows: readonly Cells[]): Block {
  const [top = []] = rows;
  const count = top.filter(cell => cell.filled).length;
  const named = top.filter(cell => !cell.filled);
  // A single row of several numbers has no head of its own: its labels are those of its columns.
  const ownHead = rows.length > 1 || count === 1;
  const heads = ownHead ? named.slice(-1) : [];
  const above = ownHead ? named.slice(0, -1) : named;
  const lined = above.length === count || above.length === count + 1;
  return {
    columns: lined ? above.slice(-count).map(cell => [cell]) : [],
    labels: above,
    rows: rows.map((row, nth) => {
      const numbers = row.filter(cell => cell.filled);
      const missing = Array.from<null>({ length: Math.max(0, count - numbers.length) }).fill(null);
      const said = nth === 0 ? heads : row.filter(cell => !cell.filled);
      return { heads: said, own: said, cells: [...numbers, ...missing] };
    }),
  };
}
