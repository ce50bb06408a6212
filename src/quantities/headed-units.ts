/** Figures of tables whose unit stands in a head: 应诉率(%) | 98.5, and 案件 | 件 | 12 with a column of units. */
import type { Table, TableCell } from '../report/types.ts';
import type { Figure } from './scan.ts';
import { type Measure, measureAt } from './units.ts';

/** A cell that holds digits and nothing else. */
const digitsAlone = /^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,6}))?$/;
const percent: Measure = { unit: '%', length: 1, kind: 'rate', factor: 1 };
/** (%), (单位:件), 案件数(件): the unit closes the head. */
const closingUnit = /\((?:单位:?)?([^()]{1,4})\)$/;

/** The figures of cells that bear no unit of their own, in order; a head of the row tells the unit before one of the column. */
export function headedFigures(tables: readonly Table[]): Figure[] {
  return tables.flatMap(({ columns, rows }) => {
    const byColumn = columns.map(unitOf);
    return rows.flatMap(({ heads, cells }) => {
      const own = unitOf(heads);
      return cells.flatMap((cell, column): Figure[] => {
        const measure = own ?? byColumn[column] ?? null;
        const figure = cell === null || measure === null ? null : figureOf(cell, measure);
        return figure === null ? [] : [figure];
      });
    });
  });
}

function unitOf(heads: readonly TableCell[]): Measure | null {
  for (const { text } of heads.toReversed()) {
    const measure = wholeMeasure(closingUnit.exec(text)?.[1] ?? text);
    if (measure !== null) return measure;
  }
  return null;
}

/** A measure word that is all of `word`; years and days head columns of dates. */
function wholeMeasure(word: string): Measure | null {
  if (/^(?:百分比|百分之)$/.test(word)) return percent;
  const measure = measureAt(word, 0, false);
  return measure !== null && measure.length === word.length && measure.kind !== 'duration' ? measure : null;
}

function figureOf({ flatStart, flatEnd, text, value }: TableCell, { unit, kind, factor }: Measure): Figure | null {
  const read = digitsAlone.exec(text);
  if (read === null || value === null) return null;
  const decimals = read[1]?.length ?? 0;
  return {
    start: flatStart,
    end: flatEnd,
    value: factor === 1 ? value : Number((value * factor).toPrecision(12)),
    decimals,
    step: factor * 10 ** -decimals,
    unit,
    kind,
    qualifier: 'exact',
    denied: false,
  };
}

/** `figures` with those of `others` that overlap none of them, in order; both are in order already. */
export function withHeaded(figures: readonly Figure[], others: readonly Figure[]): Figure[] {
  const all: Figure[] = [];
  let next = 0;
  for (const figure of figures) {
    for (; next < others.length && (others[next] as Figure).start < figure.end; next += 1) {
      const other = others[next] as Figure;
      if (other.end <= figure.start) all.push(other);
    }
    all.push(figure);
  }
  return [...all, ...others.slice(next)];
}
