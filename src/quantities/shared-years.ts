/** Figures told in one row for several years (2022年、2023年分别为88%、96%): which year is whose. */
import { allMatches } from '../read/all-matches.ts';
import type { Copy } from '../report/types.ts';
import type { Marker, ReportDate } from './period.ts';
import type { Figure } from './scan.ts';

interface DatedText extends Pick<ReportDate, 'reportYear'> {
  readonly copy: Pick<Copy, 'flat' | 'sentenceOf'>;
}

const yearsInRow =
  /(?:(?:20\d\d)年?度?(?:[、,和与及至到—-]|以及)){1,4}20\d\d年度?(?=[^。;\n]{0,40}?分别)|[上去]年度?[和与、](?:今年|本年度?)(?=[^。;\n]{0,40}?分别)|近[两二三四五]年来?(?=[^。;\n]{0,40}?分别)/g;

/** 2022年、2023年出庭应诉率分别为88%、96%: each figure of the row is of the year in its place. By the figure's number. */
export function sharedYears(
  figures: readonly Figure[],
  { copy: { flat, sentenceOf }, reportYear }: DatedText,
): Map<number, Marker> {
  const found = new Map<number, Marker>();
  if (reportYear === null || !flat.includes('分别')) return found;
  for (const match of allMatches(flat, yearsInRow)) {
    const start = match.index;
    const said = flat.indexOf('分别', start);
    const first = figures.findIndex(figure => figure.start > said);
    const row: Figure[] = [];
    for (let next = figures[first]; next !== undefined; next = figures[first + row.length]) {
      const last = row.at(-1);
      if (sentenceOf[next.start] !== sentenceOf[said]) break;
      if (last !== undefined && !/^(?:[、,]|和|与|及|以及)$/.test(flat.slice(last.end, next.start))) break;
      row.push(next);
    }
    const years = yearsNamed(match[0], reportYear);
    if (row.length !== years.length || row.some(({ unit }) => unit !== row[0]?.unit)) continue;
    for (const [nth, year] of years.entries()) {
      const end = start + match[0].length;
      const marker = { start, end, year, period: String(year), partYear: false, prior: false, opensClause: true };
      found.set(first + nth, marker);
    }
  }
  return found;
}

/** 2021年至2023年, 上年和今年, 近三年: the years one by one. */
function yearsNamed(said: string, reportYear: number): number[] {
  const from = (first: number, last: number): number[] =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => first + nth);
  if (said.startsWith('近'))
    return from(reportYear - '一二三四五'.indexOf(said.replace('两', '二').charAt(1)), reportYear);
  const named = (said.match(/20\d\d/g) ?? []).map(Number);
  if (named.length === 0) return [reportYear - 1, reportYear];
  return named.length === 2 && /[至到—-]/.test(said) ? from(named[0] as number, named[1] as number) : named;
}
