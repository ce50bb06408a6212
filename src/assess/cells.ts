/** Finds rows and columns of the report's tables by their heads. */
import type { Table, TableCell, TableRow } from '../report/types.ts';
import type { Headed } from '../rules/schema.ts';
import { type Context, matchesOf } from './context.ts';
import { sectionsUnder } from './sections.ts';

/** Tables below a heading with one of these phrases; without such a heading all tables of the report. */
export function tablesUnder(context: Context, headings: readonly string[] | undefined): readonly Table[] {
  const { tables } = context.report;
  if (tables.length === 0) return tables;
  const sections = sectionsUnder(context, headings);
  if (sections.length === 0) return tables;
  return tables.filter(table =>
    sections.some(({ body }) => table.flatStart >= body.start && table.flatStart < body.end),
  );
}

export function rowsOf(context: Context, tables: readonly Table[], asked: Headed): readonly TableRow[] {
  return tables.flatMap(({ rows }) => rows.filter(({ heads }) => fits(context, heads, asked)));
}

/** Indexes of the columns of a table that stand under such heads. */
export function columnsOf(context: Context, table: Table, asked: Headed): readonly number[] {
  return table.columns.flatMap((heads, column) => (fits(context, heads, asked) ? [column] : []));
}

/** Whether such a head stands over a table whose columns cannot be told apart. */
export function isLabelled(context: Context, table: Table, asked: Headed): boolean {
  return table.columns.length === 0 && table.labels.some(label => says(context, label, asked.any));
}

/** Whether one of these heads says what is asked, and one above it what it must stand under. */
function fits(context: Context, heads: readonly TableCell[], { any, under }: Headed): boolean {
  return heads.some(
    (head, nth) =>
      says(context, head, any) &&
      (under === undefined || heads.slice(0, nth).some(above => says(context, above, under))),
  );
}

function says(context: Context, cell: TableCell, phrases: readonly string[]): boolean {
  return matchesOf(context, phrases).some(match => match.start >= cell.flatStart && match.end <= cell.flatEnd);
}

/** Whether a row has numbers and in every column one; an empty cell and a dash are none. */
export function isFilled({ cells }: TableRow): boolean {
  return cells.length > 0 && cells.every(cell => cell !== null && cell.value !== null);
}
