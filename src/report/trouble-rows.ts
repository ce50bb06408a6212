/** Rows that set shortcomings, their causes and what is to be done about them side by side: 问题 | 原因 | 措施. */
import { allMatches } from '../read/all-matches.ts';
import { flatFrom } from './copy.ts';
import type { Line } from './lines.ts';
import { isDateLine, isSignatureLine } from './paragraphs.ts';
import type { Copy, Span, Zone, ZoneStretch } from './types.ts';

/** A row: its line, and the cells that tell what is to be done. */
export interface TroubleRow {
  readonly line: number;
  readonly remedies: readonly Span[];
  /** The head over it, where the line is a single cell that tells causes. */
  readonly cause?: string;
}

const troubleHead =
  /^(?:存在的?|主要|具体|查摆的?|发现的?)*(?:(?:问题|不足|短板|困难|差距|弱项|薄弱环节)(?:表现|描述|清单|和不足)?|表现)$/;
const causeHead = /^(?:存在|产生|主要|问题)*的?(?:原因|成因|归因|根源|症结)(?:分析|剖析)?$/;
const remedyHead = /^(?:整改|改进|解决|应对|下一?步|工作|下步工作|20\d\d年)*(?:措施|对策|举措|打算|办法|计划|安排)$/;
const done = /已|完成|销号|到位/;

const numberHead = /^(?:序号|编号|项目|类别|领域)$/;
const besideHead = /^(?:责任(?:单位|科室|股室|部门|人|领导)|(?:完成|整改|办结)时限|备注)$/;
const isNumber = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、]?$/;
/** What begins a part of the report, and so ends a table. */
const partHead = /^(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)).{2}/;
const longestHead = 12;
const longestCell = 160;

/** The rows under a head that names shortcomings and, beside them, causes or measures. */
export function findTroubleRows(norm: string, lines: readonly Line[]): TroubleRow[] {
  return [...rowsApart(norm, lines), ...cellsAlone(lines)];
}

/** Tables that were copied one cell a line: as many heads below each other, then as many cells a row. */
function cellsAlone(lines: readonly Line[]): TroubleRow[] {
  const filled: { readonly index: number; readonly line: Line }[] = [];
  for (const [index, line] of lines.entries()) if (line.start < line.end) filled.push({ index, line });
  const said = filled.map(({ line }) => (line.tight.length <= longestCell ? line.tight : ''));
  const heads = [troubleHead, causeHead, remedyHead, numberHead, besideHead];
  const kindOf = (text: string): number => (text.length > longestHead ? -1 : heads.findIndex(head => head.test(text)));
  const found: TroubleRow[] = [];
  for (let at = 0; at < said.length; at += 1) {
    const kinds: number[] = [];
    for (let next = at; next < said.length && kindOf(said[next] as string) >= 0; next += 1)
      kinds.push(kindOf(said[next] as string));
    const width = kinds.length;
    if (!kinds.includes(0) || !(kinds.includes(1) || kinds.includes(2)) || new Set(kinds).size < width) continue;
    const head = filled.slice(at, at + width).map(({ index }) => ({ line: index, remedies: [] }));
    const causes = said[at + kinds.indexOf(1)] ?? '';
    const rows: TroubleRow[] = [];
    for (at += width; at + width <= said.length; at += width) {
      const cells = filled.slice(at, at + width);
      const numbered = kinds[0] !== 3 || isNumber.test(said[at] as string);
      if (!numbered || cells.some(({ line }, column) => !isCell(line, kinds[column] === 0))) break;
      for (const [column, { index, line }] of cells.entries()) {
        const remedy = kinds[column] === 2 && !done.test(line.tight);
        const cause = kinds[column] === 1 ? { cause: causes } : {};
        rows.push({ line: index, remedies: remedy ? [{ start: line.start, end: line.end }] : [], ...cause });
      }
    }
    if (rows.length > 0) found.push(...head, ...rows);
    at -= 1;
  }
  return found;
}

/** A body alone on its line is who is responsible, or signs below the last row. */
const isCell = (line: Line, shortcoming: boolean): boolean =>
  line.tight.length <= longestCell &&
  !partHead.test(line.tight) &&
  !isDateLine(line) &&
  !(shortcoming && isSignatureLine(line));

/** Rows whose cells stand apart by tabs or bars. */
function rowsApart(norm: string, lines: readonly Line[]): TroubleRow[] {
  if (!norm.includes('\t') && !norm.includes('|') && !norm.includes('│')) return [];
  const found: TroubleRow[] = [];
  let remedy: number | null = null;
  let width = 0;
  for (const [index, line] of lines.entries()) {
    if (line.start === line.end || /^[|│\s:+─-]+$/.test(line.text)) continue;
    const cells = cellsOf(line);
    if (cells.length < 2) {
      width = 0;
      continue;
    }
    const said = cells.map(({ start, end }) => norm.slice(start, end).replace(/\s/g, ''));
    const heads = (head: RegExp): number => said.findIndex(text => head.test(text));
    if (heads(troubleHead) >= 0 && (heads(causeHead) >= 0 || heads(remedyHead) >= 0)) {
      width = cells.length;
      remedy = heads(remedyHead) < 0 ? null : heads(remedyHead);
      found.push({ line: index, remedies: [] });
    } else if (cells.length === width) {
      const cell = remedy === null ? undefined : cells[remedy];
      // 已增设岗位1个: what was done about it is no plan.
      const open = cell !== undefined && cell.end > cell.start && !done.test(said[remedy as number] as string);
      found.push({ line: index, remedies: open ? [cell] : [] });
    } else width = 0;
  }
  return found;
}

function cellsOf({ start, end, text }: Line): Span[] {
  const mark = text.includes('\t') ? /\t/g : /[|│]/g;
  const cells: Span[] = [];
  let from = start;
  for (const { index } of allMatches(text, mark)) {
    cells.push({ start: from, end: start + index });
    from = start + index + 1;
  }
  cells.push({ start: from, end });
  const [first, last] = [cells[0] as Span, cells.at(-1) as Span];
  if (first.start === first.end) cells.shift();
  if (cells.length > 0 && last.start === last.end) cells.pop();
  return cells;
}

/** In a part of shortcomings or plans such rows tell both: the cells for measures are plans, all else in them shortcomings. */
export function cutRows(
  stretches: readonly ZoneStretch[],
  rows: readonly TroubleRow[],
  lines: readonly Line[],
  copy: Copy,
): ZoneStretch[] {
  let cut = [...stretches];
  for (const { line, remedies, cause } of rows) {
    const { start, end } = lines[line] as Line;
    const [from, to] = [flatFrom(copy, start), Math.min(flatFrom(copy, end) + 1, copy.flat.length)];
    if (!cut.some(({ zone, flatStart, flatEnd }) => told.includes(zone) && flatStart <= from && from < flatEnd))
      continue;
    cut = laid(cut, { zone: 'problem', flatStart: from, flatEnd: to, openedBy: cause ?? null });
    for (const cell of remedies)
      cut = laid(cut, {
        zone: 'plan',
        flatStart: flatFrom(copy, cell.start),
        flatEnd: flatFrom(copy, cell.end),
        openedBy: null,
      });
  }
  return cut;
}

const told: readonly Zone[] = ['problem', 'plan'];

/** One stretch laid over others; what it covers of them goes. */
function laid(stretches: readonly ZoneStretch[], over: ZoneStretch): ZoneStretch[] {
  return stretches.flatMap(one => {
    if (one.flatEnd <= over.flatStart || one.flatStart >= over.flatEnd) return [one];
    const pieces = [
      ...(one.flatStart < over.flatStart ? [{ ...one, flatEnd: over.flatStart }] : []),
      ...(one.flatStart <= over.flatStart ? [over] : []),
      ...(one.flatEnd > over.flatEnd ? [{ ...one, flatStart: over.flatEnd }] : []),
    ];
    return pieces;
  });
}
