/** Tables below the signature (附件:2025年度法治政府建设主要数据表): figures of the report, where they tell its own year. */
import type { Copy, Table, ZoneStretch } from './types.ts';

/** Longest line above a table that may be its caption. */
const farthestCaption = 60;
const figuresOfYear = /数据|统计|指标|完成情况|开展情况|情况(?:一览)?表/;
/** What is still to be done, and by whom. */
const tasks = /计划|任务|安排|分工|责任|目标|要点|时限|下一?年|下一步/;

/** The stretches with the annexed tables of `reportYear` cut out of the tail as work. */
export function withAnnexed(
  zones: readonly ZoneStretch[],
  tables: readonly Table[],
  { flat }: Pick<Copy, 'flat'>,
  tailFrom: number,
  reportYear: number | null,
): readonly ZoneStretch[] {
  const tail = zones.at(-1);
  if (reportYear === null || tail?.zone !== 'tail') return zones;
  const annexed = tables.filter(table => table.flatStart >= tailFrom && tellsYear(table, flat, reportYear));
  if (annexed.length === 0) return zones;
  const cut: ZoneStretch[] = [];
  let from = tail.flatStart;
  for (const { flatStart, flatEnd } of annexed) {
    if (flatStart < from) continue;
    if (flatStart > from) cut.push({ ...tail, flatStart: from, flatEnd: flatStart });
    cut.push({ zone: 'work', flatStart, flatEnd, openedBy: null });
    from = flatEnd;
  }
  if (from < tail.flatEnd) cut.push({ ...tail, flatStart: from });
  return [...zones.slice(0, -1), ...cut];
}

function tellsYear({ flatStart, rows }: Table, flat: string, reportYear: number): boolean {
  const counted = rows.filter(({ cells }) => cells.some(cell => cell !== null && cell.value !== null));
  if (counted.length < 2) return false;
  // The line above, and what of the table stands above its figures: caption and heads.
  const above = flat.lastIndexOf('\n', flatStart - 2) + 1;
  const said = flat.slice(
    Math.max(above, flatStart - farthestCaption),
    (counted[0] as Table['rows'][number]).flatStart,
  );
  return !tasks.test(said) && said.includes(`${reportYear}年`) && figuresOfYear.test(said);
}
