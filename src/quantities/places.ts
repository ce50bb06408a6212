/** Which places a report's body lies in: what is told of all of them, or by their bodies, is not its own work. */
import { normaliseUnits } from '../read/copy-table.ts';
import type { Report } from '../report/types.ts';

/** Who reports, else who signs, in the characters of the phrases. */
const nameOf = ({ subject, issuer }: Report['meta']): string => normaliseUnits(subject?.value ?? issuer?.value ?? '');

/** 全市 in a report of a district, 全县 in one of a township: the words by which it tells totals of the places it lies in. */
export function placesAbove(meta: Report['meta']): readonly string[] {
  const name = nameOf(meta);
  const level = meta.subjectLevel ?? meta.issuerLevel;
  if (level === 'township') return ['全市', '全县', '全区', '全州', '全旗', '全盟'];
  const own = level === 'department' ? /^.*[市县区旗州盟](?=[^市县区旗州盟]{2,}$)/.exec(name)?.[0] : name;
  return own !== undefined && /[县旗]$|(?<!开发|新|园|自治)区$/.test(own) ? ['全市', '全州', '全盟'] : [];
}

/** A province, or a department of one by its name (省民政厅): 全省 is where its own work lies. */
export function isProvincial(meta: Report['meta']): boolean {
  const level = meta.subjectLevel ?? meta.issuerLevel;
  if (level !== 'department') return level === 'province';
  return /^\p{Script=Han}{0,6}?(?:省|自治区)[^省市县区旗州盟]{2,}$/u.test(nameOf(meta));
}

/** The committee of a zone lies in a county and a city, whatever its level. */
const zone = /管理委员会$|管委会$|(?:开发|园|新)区$/;

/** The characters that end the names of the places above: 市, 州 and 盟 for a county, with 省 unless the body is a province's. */
export function ranksAbove(meta: Report['meta']): string {
  const name = nameOf(meta);
  const above = zone.test(name) ? ['市', '县', '州'] : placesAbove(meta).map(([, rank]) => rank);
  return (isProvincial(meta) ? above : ['省', ...above]).join('');
}
