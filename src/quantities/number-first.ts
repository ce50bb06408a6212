/** Items that put their number first: 9,是党组学法的次数; 四——党委会研究法治的次数. What is counted closes the clause behind it. */
import { allMatches } from '../read/all-matches.ts';
import { readNumeral } from '../read/numerals.ts';
import type { Figure } from './scan.ts';

/** A numeral alone that opens its sentence, a dash or ,是 behind it, and the clause that says what it counts. */
const leading =
  /(?<=^|[\n。;])(?:\(?\d{1,2}[.、)](?!\d))?“?(\d(?:[\d,]*\d)?(?:\.\d+)?万?|[一二两三四五六七八九十百千]+(?=”?(?:—|,)))(%?)”?(?:——?|,?是|,[即为])([^。;,:\n]{2,80})/g;
const counted = /的?(次|件|人|场|份|户|期|起|项|条|宗|家|篇|笔|批)(?:次|数)$/;
const total = /(?:案件|文件|复议|诉讼|建议|提案)的?(?:总数|数量|数)$/;
const rate = /率$/;

/** The figures of such items. Each lies where the noun stands that says what is counted, so that wordings find it there; `told` is the numeral. */
export function numbersFirst(flat: string): Figure[] {
  return allMatches(flat, leading).flatMap((match): Figure[] => {
    const [whole, written = '', percent, clause = ''] = match;
    const number = readNumeral(written);
    const end = match.index + whole.length;
    const place = number === null ? null : placed(clause, end, percent === '%');
    if (number === null || place === null) return [];
    const from = match.index + whole.lastIndexOf(written, whole.length - clause.length);
    const step = (written.endsWith('万') ? 10000 : 1) * 10 ** -number.decimals;
    const told = { start: from, end: from + written.length + (percent?.length ?? 0) };
    return [{ ...place, ...number, told, step, qualifier: 'exact', denied: false }];
  });
}

/** Where a clause that ends at `end` names what is counted, and its unit. A rate lies on the mark behind its noun. */
function placed(clause: string, end: number, percent: boolean): Pick<Figure, 'start' | 'end' | 'unit' | 'kind'> | null {
  if (percent) return rate.test(clause) ? { start: end, end: end + 1, unit: '%', kind: 'rate' } : null;
  const noun = counted.exec(clause);
  if (noun !== null) return { start: end - noun[0].length, end, unit: noun[1] as string, kind: 'count' };
  const sum = total.exec(clause);
  if (sum === null) return null;
  const length = /的?(?:总数|数量|数)$/.exec(clause)?.[0].length ?? 0;
  return { start: end - length, end, unit: '件', kind: 'count' };
}
