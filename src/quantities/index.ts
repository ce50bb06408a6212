/** Reads the quantities of a report and the sums and rates that its text claims. */
import type { Report, Table, TableCell } from '../report/types.ts';
import { zoneNames } from '../report/types.ts';
import { headedFigures, withHeaded } from './headed-units.ts';
import { numbersFirst } from './number-first.ts';
import { isProvincial, placesAbove, ranksAbove } from './places.ts';
import { findRelations } from './relations.ts';
import { scanFigures } from './scan.ts';
import { dateFigures, type Setting } from './stance.ts';
import type { Quantity, Relation } from './types.ts';
import { whatOf } from './what.ts';

/**
 * All quantities of `report` in text order, and the relations between them. Every place is an offset into
 * `report.text`, whose slice is the quote. Pure; time linear in the text.
 */
export function readQuantities(report: Report): { quantities: Quantity[]; relations: Relation[] } {
  const { copy, text, zoneOf } = report;
  // A denial in a list of shortcomings or plans (未制定…) counts nothing.
  const heads = headCells(report.tables);
  const first = numbersFirst(copy.flat);
  const scanned = scanFigures(copy).filter(({ start }) => !first.some(({ told }) => told?.start === start));
  const figures = withHeaded(withHeaded(scanned, first), headedFigures(report.tables)).filter(
    ({ denied, start, end, told }) => {
      const zone = zoneNames[zoneOf[start] ?? 1];
      // 力争零败诉 in a plan is a target; nothing is denied there.
      if (denied && (zone === 'problem' || (zone === 'plan' && copy.flat[start] !== '零'))) return false;
      const head = heads.find(cell => start >= cell.flatStart && start < cell.flatEnd);
      return head === undefined || told !== undefined || /\d/.test(copy.flat.slice(start, end));
    },
  );
  const dated = dateFigures(figures, settingOf(report));
  let what = '';
  const quantities = figures.map((figure, index): Quantity => {
    const { kind, stance, period, partYear } = dated[index] ?? {
      kind: figure.kind,
      stance: 'done',
      period: null,
      partYear: false,
    };
    const { start: from, end: to } = figure.told ?? figure;
    const start = copy.at[from] ?? 0;
    const end = (copy.at[to - 1] ?? start) + 1;
    const previousEnd = figures[index - 1]?.end ?? 0;
    const nextStart = figures[index + 1]?.start ?? copy.flat.length;
    what = whatOf(figure, previousEnd, nextStart, copy, what);
    return {
      start,
      end,
      quote: text.slice(start, end),
      flatStart: figure.start,
      flatEnd: figure.end,
      value: figure.value,
      decimals: figure.decimals,
      unit: figure.unit,
      kind,
      qualifier: figure.qualifier,
      what,
      stance,
      period,
      partYear,
    };
  });
  return { quantities, relations: findRelations(quantities, figures, copy) };
}

/** Heads of rows and columns: a number written out in them is part of a name (三类内部事务信息). */
function headCells(tables: readonly Table[]): readonly TableCell[] {
  return tables.flatMap(({ labels, rows }) => [...labels, ...rows.flatMap(({ heads }) => heads)]);
}

function settingOf(report: Report): Setting {
  const { copy, meta, tables, zoneOf } = report;
  const reportYear = meta.reportYear?.value ?? null;
  const signed = meta.signedDate?.value ?? null;
  const inYear = signed !== null && reportYear !== null && signed.startsWith(String(reportYear));
  return {
    copy,
    zoneOf,
    tables,
    reportYear,
    signedInYear: inYear && signed.length >= 7 ? Number(signed.slice(5, 7)) : null,
    lastYearIsOwn:
      reportYear !== null && signed?.startsWith(String(reportYear + 1)) === true && /(?:^|\n)去年,/.test(copy.flat),
    provincial: isProvincial(meta),
    department: (meta.subjectLevel ?? meta.issuerLevel) === 'department',
    within: placesAbove(meta),
    above: ranksAbove(meta),
  };
}
