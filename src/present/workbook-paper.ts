/** How a workbook prints: on A4 across, no more pages wide than can be read, its head and frozen columns on each page, pages numbered, rows as high as their texts. */
import type { Feature, Image } from 'write-excel-file/node';
import { getCellAddress } from 'write-excel-file/utility';
import type { CellValue, TableSheet } from './sheet-files.ts';

/** Characters in a line of A4 across at the smallest scale that is still read without effort, two thirds. */
const pageWidth = 225;

/** Sheets of paper beside each other; all but the first repeat the frozen columns. */
function pagesAcross({ head, widths, frozen = 1 }: TableSheet): number {
  const width = (from: number, to: number): number =>
    head.slice(from, to).reduce((sum, _, i) => sum + (widths[from + i] ?? widths.at(-1) ?? 0), 0);
  const kept = width(0, frozen);
  return Math.max(1, Math.ceil(width(frozen, head.length) / (pageWidth - kept)));
}

const margins = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
const foot = '<headerFooter><oddFooter>&amp;C&amp;A　&amp;P / &amp;N</oddFooter></headerFooter>';

/** What the library has no option for: it writes margins, paper and orientation, and an empty list of names. */
export function paperOf(sheets: readonly TableSheet[]): Feature<Image['content']> {
  const heights = sheets.map(heightsOf);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // No height of the user's own: programs fit a row anew once it is changed.
          transformElementAttributes: (tag, attributes, index, _, { sheetIndex }) =>
            tag === 'row' && index !== undefined
              ? { ...attributes, ht: heights[sheetIndex]?.[index] ?? line }
              : attributes,
          transform: (content, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (sheet === undefined) return content;
            return content
              .replace(/<worksheet\b[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageMargins\b[^>]*>/, margins)
              .replace(
                /<pageSetup\b([^>]*)\/>/,
                `<pageSetup$1 fitToWidth="${pagesAcross(sheet)}" fitToHeight="0"/>${foot}`,
              );
          },
        },
        'xl/workbook.xml': {
          transform: content =>
            content.replace('<definedNames/>', `<definedNames>${sheets.map(repeated).join('')}</definedNames>`),
        },
      },
    },
  };
}

/** Points of a line in the font of the cells, and the most that a row may have. */
const line = 14.4;
const highest = 409;

/** Rows from the head on: not every program fits them to texts of several lines by itself. */
function heightsOf({ head, rows, widths }: TableSheet): readonly number[] {
  const linesIn = (value: CellValue, column: number): number => {
    if (typeof value !== 'string') return 1;
    const width = widths[column] ?? widths.at(-1) ?? 1;
    return value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / width)), 0);
  };
  return [head, ...rows].map(row => Math.min(highest, line * Math.max(1, ...row.map(linesIn))));
}

/** In the characters by which columns are measured, somewhat generously. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u{1100}-\u{ffff}]/u.test(sign) ? 2.2 : 1.1), 0);

/** The first row and the frozen columns of a sheet, on each of its pages. */
function repeated({ name, frozen = 1 }: TableSheet, index: number): string {
  const sheet = `'${name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;')}'`;
  const last = getCellAddress(0, frozen - 1).replace(/\d+$/, '');
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$A:$${last},${sheet}!$1:$1</definedName>`;
}
