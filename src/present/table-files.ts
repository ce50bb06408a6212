/** Tables of a document as a workbook, as one CSV, and as JSON. */
import { type Lang, pick } from '../words/bilingual.ts';
import { columnWords } from '../words/exports.ts';
import { type CellValue, csvText, percent, type TableSheet, xlsxFile } from './sheet-files.ts';
import type { ColumnId, ExportTable } from './tables.ts';

/** Widths in characters; what is not named takes 12. */
const widths: Readonly<Partial<Record<ColumnId, number>>> = {
  number: 6,
  ticked: 6,
  item: 30,
  group: 14,
  tier: 8,
  status: 10,
  certainty: 14,
  points: 8,
  earned: 8,
  lost: 8,
  gain: 9,
  unit: 9,
  qualifier: 9,
  text: 70,
  reason: 50,
  quote: 60,
  place: 28,
  nearest: 40,
  nearestPlace: 28,
  refused: 36,
  fix: 44,
  attention: 36,
  alarm: 36,
  ruling: 24,
  rulingReason: 30,
  time: 20,
  basis: 44,
  requirement: 24,
};

/** A sheet a table; those of one workbook have different titles. */
export const tablesXlsx = (tables: readonly ExportTable[]): Promise<Uint8Array> =>
  xlsxFile(
    tables.map(
      ({ title, columns, rows }): TableSheet => ({
        name: title.slice(0, 31),
        head: columns.map(({ label }) => label),
        rows,
        frozen:
          Math.max(
            0,
            columns.findIndex(({ id }) => id === 'item'),
          ) + 1,
        widths: columns.map(({ id }) => widths[id] ?? 12),
      }),
    ),
  );

/** All tables under one head, each row with the title of its table first. */
export function tablesCsv(tables: readonly ExportTable[], lang: Lang): string {
  const ids = [...new Set(tables.flatMap(({ columns }) => columns.map(({ id }) => id)))];
  return csvText({
    head: (['section', ...ids] as const).map(id => pick(columnWords[id], lang)),
    rows: tables.flatMap(({ title, columns, rows }) =>
      rows.map(row => [title, ...ids.map(id => row[columns.findIndex(column => column.id === id)] ?? null)]),
    ),
  });
}

/** Plain data: one object a row, by the ids of the columns; empty cells are left out. */
export const tablesData = (tables: readonly ExportTable[]) =>
  tables.map(({ id, title, columns, rows }) => ({
    id,
    title,
    rows: rows.map(row =>
      Object.fromEntries(
        columns.flatMap((column, i) => {
          const value = row[i] ?? null;
          return value === null ? [] : [[column.id, plain(value)] as const];
        }),
      ),
    ),
  }));

function plain(value: Exclude<CellValue, null>): string | number {
  if (typeof value !== 'object') return value;
  return 'day' in value ? value.day : percent(value.share);
}
