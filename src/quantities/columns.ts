/** Tables that set the years side by side (项目 | 2024年 | 2023年): which cells tell another year than the report's, or a change. */
import type { Table, TableCell } from '../report/types.ts';

/** What the heads of a cell say of its figure; flat range of one cell. */
export interface HeadedCell {
  readonly start: number;
  readonly end: number;
  /** The year of its column or row; null where only its being a change is told. */
  readonly year: number | null;
  /** Stands under 增减, 同比 or the like. */
  readonly change: boolean;
  /** Stands under 年初目标, 计划数 or the like. */
  readonly target: boolean;
}

/** 2022年, 上年, 去年同期数, 2022年收案(件); 上年结转 is part of this year's work. */
const yearHead =
  /^(?:(20\d\d)年?度?|(上一?年度?(?:同期)?|去年(?:同期)?|同期)|(本年度?|今年))(?!结转|遗留|转入|结存|未结|[-—–~至以底末增减比])[^\d(]{0,6}(?:\([^)]*\))?$/;
const rowYear = /^20\d\d年?度?$/;
const changeHead = /^(?:同比|环比|[比较与](?:上年|去年|上一?年度?|同期|20\d\d年))|^(?:增减|增长|增幅|升降|变化|增降)/;

/** 年初目标, 目标值(%), 计划数; 工作计划 and 指标 head documents and names. */
const targetHead =
  /^(?:(?:年初|年度|全年|本年度?|考核|预期|工作|20\d\d年度?)*目标(?:任务)?[值数量]?|(?:年初|全年|本年度?)?计划[值数量]|年初计划|(?:任务|指标)[值数量])(?:\([^)]*\))?$/;

/** The cells whose heads tell a year other than `reportYear`, a change or a target, in order. Years tell nothing where none of the report is known. */
export function headedCells(tables: readonly Table[], reportYear: number | null): HeadedCell[] {
  return tables.flatMap(({ columns, rows }) => {
    const years = columns.map(heads => yearOf(heads, reportYear));
    const changes = columns.map(heads => heads.some(({ text }) => changeHead.test(text)));
    const targets = columns.map(heads => heads.some(({ text }) => targetHead.test(text)));
    return rows.flatMap(({ heads, cells }) => {
      const own = yearOf(
        heads.filter(({ text }) => rowYear.test(text)),
        reportYear,
      );
      return cells.flatMap((cell, column): HeadedCell[] => {
        if (cell === null) return [];
        const said = years[column] ?? own;
        const year = said === reportYear ? null : said;
        const change = changes[column] === true;
        const target = targets[column] === true;
        if (year === null && !change && !target) return [];
        return [{ start: cell.flatStart, end: cell.flatEnd, year, change, target }];
      });
    });
  });
}

function yearOf(heads: readonly TableCell[], reportYear: number | null): number | null {
  if (reportYear === null) return null;
  for (const { text } of heads) {
    const match = yearHead.exec(text);
    if (match === null) continue;
    if (match[1] !== undefined) return Number(match[1]);
    return match[2] === undefined ? reportYear : reportYear - 1;
  }
  return null;
}
