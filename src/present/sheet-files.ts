/** Tables as files: CSV that opens in a spreadsheet as it is, and a workbook; no cell of either is a formula. */
import writeXlsxFile, { type Feature, type Image } from 'write-excel-file/node';
import { getCellAddress } from 'write-excel-file/utility';
import { paperOf } from './workbook-paper.ts';

/** A day is `2024-02-01`, a share 0.5 for 50%: typed in a workbook, written out in CSV. */
export type CellValue = string | number | null | { readonly day: string } | { readonly share: number };

export interface TableSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Widths in characters, column by column; the last one serves the rest. */
  readonly widths: readonly number[];
  /** Columns that stay in sight; 1 where it is not said. */
  readonly frozen?: number;
}

/** With a byte order mark, which spreadsheets need for Chinese, and CR LF (RFC 4180). */
export function csvText({ head, rows }: Pick<TableSheet, 'head' | 'rows'>): string {
  return `\ufeff${[head, ...rows].map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return 'day' in value ? value.day : percent(value.share);
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Each sheet with its head frozen, filters over its columns, and ready for paper. */
export async function xlsxFile(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map(({ name, head, rows, widths, frozen = 1 }) => ({
      sheet: name,
      data: [
        head.map(value => ({ value, ...font, fontWeight: 'bold' as const, wrap: true, borderStyle: 'thin' as const })),
        ...rows.map(row => row.map(cell)),
      ],
      columns: head.map((_, i) => ({ width: widths[i] ?? widths.at(-1) ?? usual })),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
      stickyColumnsCount: frozen,
    })),
    { features: [filters(sheets), paperOf(sheets)] },
  );
  return new Uint8Array(await file.toBuffer());
}

const font = { fontFamily: '宋体', fontSize: 11 } as const;
const usual = 12;

function cell(value: CellValue) {
  const look = { ...font, alignVertical: 'top' } as const;
  if (value === null) return null;
  if (typeof value === 'number') return { value, ...look };
  if (typeof value === 'string') return { value: printable(value), type: String, ...look, wrap: true };
  if ('share' in value) return { value: value.share, type: Number, format: '0%', ...look };
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...look };
}

/** Adds the filters, which the library has no option for; they stand right behind the rows. */
function filters(sheets: readonly TableSheet[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (sheet === undefined || sheet.rows.length === 0) return content;
            const range = `A1:${getCellAddress(sheet.rows.length, sheet.head.length - 1)}`;
            return content.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}

/** Without the control characters that XML does not know, and no longer than a cell may be. */
const printable = (text: string): string =>
  text.replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '').slice(0, 32_000);
