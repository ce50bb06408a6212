/** Tables that set the years side by side (项目 | 2024年 | 2023年): which cells belong to another year than the report's. */

/** Cells under one heading of a year; flat range of one cell. */
export interface YearCell {
  readonly start: number;
  readonly end: number;
  readonly year: number;
}

const heading =
  /^(?:(20\d\d)年?度?|(上一?年度?|去年|上年同期|去年同期|同期)|(本年度?|今年))(?:数|情况|数据|数量|实绩)?(?:\([^)]*\))?$/;

/** The cells that stand under a year other than `reportYear`, in order. Empty where no year of the report is known. */
export function cellsOfOtherYears(flat: string, reportYear: number | null): YearCell[] {
  const cells: YearCell[] = [];
  if (reportYear === null || !flat.includes('|')) return cells;
  let years: readonly (number | null)[] = [];
  let start = 0;
  while (start < flat.length) {
    const stop = flat.indexOf('\n', start);
    const end = stop === -1 ? flat.length : stop;
    const row = flat.slice(start, end).split('|');
    if (row.length < 2) years = [];
    else {
      const heads = row.map(cell => yearOf(cell.trim(), reportYear));
      if (heads.some(year => year !== null)) years = heads;
      else {
        let at = start;
        for (const [column, cell] of row.entries()) {
          const year = years[column] ?? null;
          if (year !== null && year !== reportYear) cells.push({ start: at, end: at + cell.length, year });
          at += cell.length + 1;
        }
      }
    }
    start = end + 1;
  }
  return cells;
}

function yearOf(cell: string, reportYear: number): number | null {
  const match = heading.exec(cell);
  if (match === null) return null;
  if (match[1] !== undefined) return Number(match[1]);
  return match[2] === undefined ? reportYear : reportYear - 1;
}
