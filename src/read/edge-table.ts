/** Tables of rich text and of old Word files: each row names the right edges of its cells, from which the columns are made. */
import type { TableSink } from './table-sink.ts';

interface Cell {
  readonly lines: string[];
}

interface Row {
  readonly cells: readonly Cell[];
  readonly edges: readonly Edge[];
}

export interface Edge {
  /** Twips from the left. */
  readonly at: number;
  /** The cell above reaches down over this one. */
  readonly below: boolean;
  /** The cell to the left reaches over this one. */
  readonly beside: boolean;
}

/** Edges closer than this (in twips, 1 mm) are one. */
const near = 57;

export class EdgeTable {
  /** The paragraph that is being read stands in a table. */
  inTable = false;
  readonly #sink: TableSink;
  #rows: Row[] = [];
  #cells: Cell[] = [];
  #lines: string[] = [];
  #edges: Edge[] = [];

  constructor(sink: TableSink) {
    this.#sink = sink;
  }

  line(text: string): void {
    if (this.inTable) {
      this.#lines.push(text);
      return;
    }
    this.end();
    this.#sink.line(text);
  }

  endCell(): void {
    if (this.#cells.length < 1_000) this.#cells.push({ lines: this.#lines });
    this.#lines = [];
  }

  endRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, edges: this.#edges });
    this.#cells = [];
  }

  /** The row that is read, or the next one, has cells of its own shape. */
  newEdges(): void {
    this.#edges = [];
  }

  /** The right edge of the next cell of that row. */
  edge(edge: Edge): void {
    if (this.#edges.length < 1_000) this.#edges.push(edge);
  }

  /** The table ends: its rows become lines. */
  end(): void {
    const rows = this.#rows;
    const loose = [...this.#cells.flatMap(cell => cell.lines), ...this.#lines];
    this.#rows = [];
    this.#cells = [];
    this.#lines = [];
    if (rows.length > 0) {
      const columns = columnsOf(rows);
      this.#sink.openTable();
      for (const row of rows) this.#row(row, columns);
    }
    for (const line of loose) this.#sink.line(line);
  }

  #row({ cells, edges }: Row, columns: readonly number[]): void {
    this.#sink.openRow();
    let left = 0;
    for (const [index, cell] of cells.entries()) {
      const edge = edges[index];
      const right = edge === undefined ? left + 1 : columnAt(columns, edge.at) + 1;
      this.#sink.openCell();
      this.#sink.spanCell(right - left);
      if (edge?.below === true || edge?.beside === true) this.#sink.continueCell();
      for (const line of cell.lines) this.#sink.line(line);
      this.#sink.closeCell();
      left = Math.max(right, left);
    }
    this.#sink.closeRow();
  }
}

/** Right edges of the columns, from all rows. */
function columnsOf(rows: readonly Row[]): number[] {
  const all = rows.flatMap(({ edges }) => edges.map(({ at }) => at)).sort((a, b) => a - b);
  const columns: number[] = [];
  for (const at of all) if (columns.length === 0 || at - (columns.at(-1) ?? 0) > near) columns.push(at);
  return columns;
}

const columnAt = (columns: readonly number[], edge: number): number =>
  Math.max(
    0,
    columns.findLastIndex(at => at <= edge),
  );
