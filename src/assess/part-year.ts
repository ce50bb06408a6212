/** Figures of parts of a year that together tell all of it: 上半年4次,下半年5次. */
import type { Quantity } from '../quantities/types.ts';

const allMonths = 2 ** 12 - 1;

/** Whether the parts that the figures of one unit cover make one whole year, none of them told twice. */
export function coversYear(quantities: readonly Quantity[]): boolean {
  const units = new Set(quantities.map(({ unit }) => unit));
  return [...units].some(unit => wholeYear(quantities.filter(one => one.unit === unit)));
}

function wholeYear(quantities: readonly Quantity[]): boolean {
  const covered = new Map<string, number>();
  const seen = new Set<number>();
  for (const { period, flatStart } of quantities) {
    const part = seen.has(flatStart) ? null : monthsOf(period ?? '');
    seen.add(flatStart);
    if (part === null) continue;
    const known = covered.get(part.year) ?? 0;
    // 1-6月 beside 前三季度: a month that two figures tell is told twice.
    if ((known & part.months) !== 0) return false;
    covered.set(part.year, known | part.months);
  }
  return [...covered.values()].includes(allMonths);
}

/** The months of `2023-H1` or `2023-01..2023-09` as bits; null for a whole year and for years at once. */
function monthsOf(period: string): { readonly year: string; readonly months: number } | null {
  const half = /^(\d{4})-H([12])$/.exec(period);
  const [, year, from, to] =
    half === null
      ? (/^(\d{4})-(\d\d)\.\.\1-(\d\d)$/.exec(period) ?? [])
      : half[2] === '1'
        ? ['', half[1], 1, 6]
        : ['', half[1], 7, 12];
  if (year === undefined) return null;
  let months = 0;
  for (let month = Number(from); month <= Number(to); month += 1) months |= 1 << (month - 1);
  return { year: String(year), months };
}
