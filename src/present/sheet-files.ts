/** Tables as files: CSV that opens in a spreadsheet as it is, and a workbook; no cell of either is a formula. */
import writeXlsxFile from 'write-excel-file/node';

export type CellValue = string | number | null;

export interface TableSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Widths in characters, column by column; the last one serves the rest. */
  readonly widths: readonly number[];
}

/** With a byte order mark, which spreadsheets need for Chinese, and CR LF (RFC 4180). */
export function csvText({ head, rows }: Pick<TableSheet, 'head' | 'rows'>): string {
  return `\ufeff${[head, ...rows].map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export async function xlsxFile(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const font = { fontFamily: '宋体', fontSize: 11 } as const;
  const file = writeXlsxFile(
    sheets.map(({ name, head, rows, widths }) => ({
      sheet: name,
      data: [
        head.map(value => ({ value, ...font, fontWeight: 'bold' as const, wrap: true, borderStyle: 'thin' as const })),
        ...rows.map(row =>
          row.map(value =>
            value === null
              ? null
              : typeof value === 'number'
                ? { value, ...font }
                : { value: printable(value), type: String, ...font },
          ),
        ),
      ],
      columns: head.map((_, i) => ({ width: widths[i] ?? widths.at(-1) ?? 12 })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    })),
  );
  return new Uint8Array(await file.toBuffer());
}

/** Without the control characters that XML does not know, and no longer than a cell may be. */
const printable = (text: string): string =>
  text.replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '').slice(0, 32_000);
