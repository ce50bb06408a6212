/** Framed tables in Word files: heads that stand again on every page, rows that are not cut. */
import { fonts, type Look, paragraph, run } from './word.ts';

/** Twentieths of a point. */
const perMillimetre = 56.6929;

export interface WordCell {
  /** Paragraphs; a cell must hold one at least. */
  readonly content: readonly string[];
  readonly shaded?: boolean;
}

/** A table with columns of these widths in millimetres; `head`, where there is one, stands on top of every page. */
export function table(
  widths: readonly number[],
  head: readonly WordCell[],
  rows: readonly (readonly WordCell[])[],
): string {
  const columns = widths.map(width => Math.round(width * perMillimetre));
  const all = columns.reduce((sum, width) => sum + width, 0);
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="555555"/>`;
  const line = (cells: readonly WordCell[], top: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${top ? '<w:tblHeader/>' : ''}</w:trPr>${columns
      .map((width, i) => tableCell(cells[i] ?? { content: [] }, width))
      .join('')}</w:tr>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${all}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${columns.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...(head.length === 0 ? [] : [line(head, true)]),
    ...rows.map(row => line(row, false)),
    '</w:tbl>',
  ].join('');
}

const tableCell = ({ content, shaded }: WordCell, width: number): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shaded === true ? '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' : ''}</w:tcPr>${content.length === 0 ? paragraph([], small) : content.join('')}</w:tc>`;

/** Text of tables: 10.5 pt, lines of 15 pt. */
export const small = { align: 'left', line: 300 } as const;
export const cellLook: Look = { font: fonts.plain, size: 21 };

export const headCell = (label: string): WordCell => ({
  content: [paragraph([run(label, { ...cellLook, bold: true })], { ...small, keepNext: true })],
  shaded: true,
});
