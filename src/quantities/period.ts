/** The words that date figures (今年上半年, 截至9月底, 由2022年的…) and the period they give to what follows. */
import type { Copy } from '../report/types.ts';

export interface Marker {
  /** Flat range of the words. */
  readonly start: number;
  readonly end: number;
  /** Year meant; null for words that say this year where no report year is known. */
  readonly year: number | null;
  /** `2023`, `2023-H1`, `2023-01..2023-09`, `2021..2023`. */
  readonly period: string | null;
  readonly partYear: boolean;
  /** Says the year before, whichever that is (上年, 去年同期). */
  readonly prior: boolean;
  /** Only these words stand between the wall before and the end of the clause, or they open the clause. */
  readonly opensClause: boolean;
}

const pattern =
  /((?:20|19)\d\d)年(度)?(?:以来)?(上(?:半年)?[、和与及]?下半年|[上下]半年)?|去年同期|上年同期|同期|去年(?:以来)?|上一?年度?|明年|来年|次年|下一?年度|今年以来|今年|本年度?|当年|全年|年内|一年来|截至目前|目前|上(?:半年)?[、和与及]?下半年|[上下]半年|前三季度|(?<=[,;])年[底末](?!前)|前\d{1,2}个月|[第前]?[一二三四两]个?季度|近[两二三四五]年来?|“?十[二三四五六]五”?(?:期间|时期|以来)|“?[五六七八九]五”?普法(?:规划)?(?:(?:实施|启动|开展)?以来|期间)/g;
const months =
  /(?:截[至止到])?(?:((?:20|19)\d\d)年)?(?:(\d{1,2})(?:月份?)?(?:至|-|—|–|~|到))?(\d{1,2})月(?:份|底|末|\d{1,2}日)?/y;
const quarters: Readonly<Record<string, readonly [string, string]>> = {
  一: ['01', '03'],
  二: ['04', '06'],
  三: ['07', '09'],
  四: ['10', '12'],
};

/** What the finding of markers needs to know of the report. */
export interface ReportDate {
  readonly reportYear: number | null;
  /** Month in which the report was signed when that was still in the report year, else null. */
  readonly signedInYear: number | null;
  /** The report, written in the next year, opens its account with 去年 and so means its own year by it. */
  readonly lastYearIsOwn?: boolean;
}

/** All dating words of the text in order, those inside 《》 and those of year ranges (2021—2025年) left out. */
export function findMarkers(copy: Pick<Copy, 'flat' | 'inTitle'>, date: ReportDate): Marker[] {
  const { flat, inTitle } = copy;
  const markers: Marker[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(flat); match !== null; match = pattern.exec(flat)) {
    const start = match.index;
    if (inTitle[start] === 1) continue;
    const marker = read(flat, match, date);
    if (marker !== null) markers.push(marker);
  }
  for (let at = flat.indexOf('截'); at >= 0; at = flat.indexOf('截', at + 1)) {
    const marker = inTitle[at] === 1 ? null : cutOff(flat, at, date);
    if (marker !== null) markers.push(marker);
  }
  for (let at = flat.indexOf('月'); at >= 0; at = flat.indexOf('月', at + 1)) {
    const marker = inTitle[at] === 1 ? null : monthRange(flat, at, date);
    if (marker !== null) markers.push(marker);
  }
  markers.sort((a, b) => a.start - b.start || b.end - a.end);
  // 2023年 inside 2023年1-10月 dates nothing of its own.
  const kept: Marker[] = [];
  for (const marker of markers) {
    const previous = kept.at(-1);
    if (previous !== undefined && marker.end <= previous.end) continue;
    if (previous !== undefined && marker.start === previous.end) kept[kept.length - 1] = joined(previous, marker, date);
    else kept.push(marker);
  }
  return kept;
}

/** 今年1月至11月, 2022年第一季度: the year and its part are one date. */
function joined(first: Marker, second: Marker, date: ReportDate): Marker {
  const { year, start, prior, opensClause } = first;
  const { period, partYear, end } = second;
  const own = period !== null && year !== null && date.reportYear !== null && partYear;
  return {
    start,
    end,
    year,
    period: own ? period.replaceAll(String(date.reportYear), String(year)) : period,
    partYear,
    prior,
    opensClause,
  };
}

/** 清理2018年以来印发的文件39件: the year tells which papers were gone through, not when. */
function datesTheObject(flat: string, start: number, end: number): boolean {
  if (!/(?:清理|梳理|过筛|筛查|评估)[了出对]?$/.test(flat.slice(Math.max(0, start - 3), start))) return false;
  return /^[^,;。\n\d]{1,30}(?:文件|规章|制度|合同|协议)/.test(flat.slice(end, end + 36));
}

function read(flat: string, match: RegExpExecArray, date: ReportDate): Marker | null {
  const [word, digits, , half] = match;
  const { reportYear } = date;
  const start = match.index;
  const end = start + word.length;
  const before = flat[start - 1] ?? '\n';
  if (digits !== undefined) {
    const year = Number(digits);
    if ('-—–~至到'.includes(before) && /[\d年底末初]/.test(flat[start - 2] ?? ''))
      return yearsUpTo(flat, start, end, date);
    if ('-—–~'.includes(flat[end] ?? '') || /^[底末初]?[至到—–~-]20\d\d年/.test(flat.slice(end, end + 7))) return null;
    if (datesTheObject(flat, start, end)) return null;
    const upToNow = /^[底末初]?(?:至今(?!年)|到目前)/.exec(flat.slice(end, end + 4));
    if (upToNow !== null && reportYear !== null && year < reportYear)
      return marker(flat, start, end + upToNow[0].length, reportYear, `${year}..${reportYear}`, false);
    // 自2019年开展执法以来,累计立案1208件: all the years since.
    const since = '自从'.includes(before) ? /^[^,;。\n\d]{1,12}以来/.exec(flat.slice(end, end + 16)) : null;
    if (since !== null && reportYear !== null && year < reportYear)
      return marker(flat, start, end + since[0].length, reportYear, `${year}..${reportYear}`, false);
    if (half !== undefined) return yearMarker(flat, start, end, year, halfOf(half));
    if (word.endsWith('以来') && reportYear !== null && year < reportYear) {
      return marker(flat, start, end, reportYear, `${year}..${reportYear}`, false);
    }
    return yearMarker(flat, start, end, year, null);
  }
  // 十四五 is 2021 to 2025, and so is 八五普法.
  const plan = /十([二三四五六])五|([五六七八九])五”?普法/.exec(word);
  if (plan !== null) {
    const from =
      plan[1] === undefined
        ? 2006 + 5 * '五六七八九'.indexOf(plan[2] as string)
        : 2011 + 5 * '二三四五六'.indexOf(plan[1]);
    return stretch(flat, start, end, reportYear, from, from + 4);
  }
  if (word.startsWith('近')) {
    const years = '一二三四五'.indexOf(word.replace('两', '二').charAt(1));
    return reportYear === null ? null : stretch(flat, start, end, reportYear, reportYear - years, reportYear);
  }
  // 全县同期败诉率12.5%: set beside this year's work; 上年9件、同期下降 and 比同期 look back.
  if (word === '同期') {
    const beside = /全[国省市区县州旗盟][^,;。、]{0,3}$/.test(flat.slice(Math.max(0, start - 5), start));
    if (beside || /^全[国省市区县州旗盟]/.test(flat.slice(end, end + 2))) return null;
  }
  if (word === '去年' && date.lastYearIsOwn === true && !/[比较与由]/.test(before))
    return yearMarker(flat, start, end, reportYear, null);
  if (/^(?:去年|上年|上一年|同期)/.test(word)) {
    // 含上年结转3件: carried over, so part of this year's work.
    if (word.endsWith('以来') && reportYear !== null)
      return stretch(flat, start, end, reportYear, reportYear - 1, reportYear);
    if (/^(?:度)?(?:的)?(?:结转|遗留|转入|结存|未结)/.test(flat.slice(end, end + 4))) return null;
    return { ...yearMarker(flat, start, end, reportYear === null ? null : reportYear - 1, null), prior: true };
  }
  if (/^(?:明年|来年|次年|下年|下一年)/.test(word)) {
    return reportYear === null ? null : yearMarker(flat, start, end, reportYear + 1, null);
  }
  if (word.endsWith('半年')) {
    if (before === '每') return null;
    return yearMarker(flat, start, end, reportYear, halfOf(word));
  }
  if (word === '前三季度' || word === '前三个季度') return months2(flat, start, end, reportYear, '01', '09');
  const first = /^前(\d{1,2})个月$/.exec(word);
  if (first !== null) {
    const month = Number(first[1]);
    if (month < 1 || month > 11) return null;
    const found = months2(flat, start, end, reportYear, '01', pad(month));
    return date.signedInYear === 12 && month === 11 ? { ...found, partYear: false } : found;
  }
  if (word.endsWith('季度')) {
    if (before === '每' || before === '前') return null;
    const quarter = quarters[word.replace(/[第个季度]/g, '')];
    if (quarter === undefined || word.includes('个')) return null;
    return months2(flat, start, end, reportYear, quarter[0], quarter[1]);
  }
  // Where no report year is known 今年 and 全年 tell nothing more.
  if (word === '当年' || word === '目前' || reportYear === null) return null;
  return yearMarker(flat, start, end, reportYear, null);
}

/** 上半年 and 下半年; null for both in one word (上半年、下半年分别, 上下半年各), which are the year. */
const halfOf = (said: string): 'H1' | 'H2' | null => (said === '上半年' ? 'H1' : said === '下半年' ? 'H2' : null);

/** 2021年至2024年, 2021-2024年: several years at once, dated by the last; a plan that runs on (2021—2025年) dates nothing. */
function yearsUpTo(flat: string, start: number, end: number, { reportYear }: ReportDate): Marker | null {
  const first = /(20\d\d)年?[底末初]?[至到—–~-]$/.exec(flat.slice(Math.max(0, start - 7), start));
  if (first === null || reportYear === null) return null;
  const [from, to] = [Number(first[1]), Number(flat.slice(start, start + 4))];
  const begin = start - first[0].length;
  const named = flat[begin - 1] === '(' || flat[end - 1] === '度';
  if (from >= to || to > reportYear || named) return null;
  return marker(flat, begin, end, to, `${from}..${to}`, false);
}

/** 近三年, “十三五”期间: several years at once; one that begins with the report year is this year alone. */
function stretch(
  flat: string,
  start: number,
  end: number,
  year: number | null,
  from: number,
  to: number,
): Marker | null {
  if (year === null || from >= year) return null;
  return marker(flat, start, end, year, `${from}..${Math.min(to, year)}`, false);
}

/** 截至9月底, 截止2019年底, 截至2023年11月30日. */
function cutOff(flat: string, at: number, date: ReportDate): Marker | null {
  if (!'至止到'.includes(flat[at + 1] ?? '。')) return null;
  const yearEnd = /截[至止到](?:((?:20|19)\d\d)年|今年|本年)(?:底|末|度末|年底)/y;
  yearEnd.lastIndex = at;
  const whole = yearEnd.exec(flat);
  if (whole !== null) {
    const year = whole[1] === undefined ? date.reportYear : Number(whole[1]);
    return yearMarker(flat, at, at + whole[0].length, year, null);
  }
  months.lastIndex = at;
  const match = months.exec(flat);
  if (match === null) return null;
  const year = match[1] === undefined ? date.reportYear : Number(match[1]);
  const month = Number(match[3]);
  const end = at + match[0].length;
  if (month < 1 || month > 12) return null;
  const { reportYear, signedInYear } = date;
  // A cut-off after the year's end takes the whole year in.
  if (year !== null && reportYear !== null && year > reportYear)
    return marker(flat, at, end, reportYear, String(reportYear), false);
  if (month === 12) return yearMarker(flat, at, end, year, null);
  const enough = signedInYear === 12 && month === 11;
  const found = months2(flat, at, end, year, '01', String(month).padStart(2, '0'));
  return enough ? { ...found, partYear: false } : found;
}

/**
 * 2022年12月至2023年11月: twelve months that end in the report's year, as courts count theirs; 2020年4月至2023年3月: several
 * years at once.
 */
function yearAcross(flat: string, at: number, date: ReportDate): Marker | null {
  const span = /(20\d\d)年(\d{1,2})月(?:份|(\d{1,2})日)?[至到—–~-](20\d\d)年(\d{1,2})$/;
  const match = span.exec(flat.slice(Math.max(0, at - 20), at));
  if (match === null) return null;
  const [from, first, day = 1, to, last] = match.slice(1).map(one => (one === undefined ? undefined : Number(one))) as [
    number,
    number,
    number | undefined,
    number,
    number,
  ];
  if (to !== date.reportYear || from >= to) return null;
  const lastDay = Number(/^\d{1,2}(?=日)/.exec(flat.slice(at + 1, at + 4))?.[0] ?? 31);
  const size = (to - from) * 12 + last - first + (lastDay < day ? 0 : 1);
  if (size > 12) return marker(flat, at - match[0].length, at + 1, to, `${from}..${to}`, false);
  if (size !== 12) return null;
  const period = `${from}-${pad(first)}..${to}-${pad(last)}`;
  return marker(flat, at - match[0].length, at + 1, to, period, false);
}

/** 1至9月, 2023年1-11月. A month alone dates an event and does not cut the year. */
function monthRange(flat: string, at: number, date: ReportDate): Marker | null {
  const across = yearAcross(flat, at, date);
  if (across !== null) return across;
  let start = at;
  while (start > 0 && /[\d至—–~到月份-]/.test(flat[start - 1] as string) && at - start < 9) start -= 1;
  const match = /^(\d{1,2})(?:月份?)?(?:至|-|—|–|~|到)(\d{1,2})$/.exec(flat.slice(start, at));
  if (match === null) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  if (from < 1 || to > 12 || from >= to) return null;
  const year = /((?:20|19)\d\d)年$/.exec(flat.slice(Math.max(0, start - 5), start));
  const meant = year === null ? date.reportYear : Number(year[1]);
  const begin = year === null ? start : start - 5;
  if (from === 1 && to === 12) return yearMarker(flat, begin, at + 1, meant, null);
  const found = months2(flat, begin, at + 1, meant, pad(from), pad(to));
  return date.signedInYear === 12 && from === 1 && to === 11 ? { ...found, partYear: false } : found;
}

const pad = (month: number): string => String(month).padStart(2, '0');

function months2(flat: string, start: number, end: number, year: number | null, from: string, to: string): Marker {
  return marker(flat, start, end, year, year === null ? `${from}..${to}` : `${year}-${from}..${year}-${to}`, true);
}

function yearMarker(flat: string, start: number, end: number, year: number | null, half: string | null): Marker {
  const period = year === null ? half : half === null ? String(year) : `${year}-${half}`;
  return marker(flat, start, end, year, period, half !== null);
}

function marker(
  flat: string,
  start: number,
  end: number,
  year: number | null,
  period: string | null,
  partYear: boolean,
): Marker {
  const before = flat[flat[start - 1] === ' ' ? start - 2 : start - 1] ?? '\n';
  return {
    start,
    end,
    year,
    period,
    partYear,
    prior: false,
    opensClause: ',;:。!?\n、|'.includes(before) || opensBehindCue(flat, start),
  };
}

/** 截至, 到, 自 and 是 (一是2023年…) may stand between the wall and the date. */
function opensBehindCue(flat: string, start: number): boolean {
  for (const cue of ['截至', '截止', '截止到', '自', '到', '在', '是']) {
    if (flat.endsWith(cue, start) && ',;:。!?\n一二三四五六七八九十'.includes(flat[start - cue.length - 1] ?? '\n'))
      return true;
  }
  return false;
}

/** 许可327件(上半年90件、下半年237件),网办率99%: a date in brackets reaches no farther than they do. */
export function leavesBracket(flat: string, from: number, to: number): boolean {
  const close = flat.indexOf(')', from);
  if (close === -1 || close >= to) return false;
  const open = flat.indexOf('(', from);
  return open === -1 || open > close;
}

/**
 * Over how many clauses a date reaches: without end, but 上半年立案56件,下半年62件,罚款38万元 says of the second half no more
 * clauses than of the first, and the fine is the year's.
 */
export function reachOf(next: Marker, before: Marker | undefined, copy: Pick<Copy, 'clauseOf' | 'sentenceOf'>): number {
  const { clauseOf, sentenceOf } = copy;
  if (!(before?.partYear && next.partYear) || before.period === next.period) return Number.POSITIVE_INFINITY;
  if (sentenceOf[before.start] !== sentenceOf[next.start]) return Number.POSITIVE_INFINITY;
  return Math.max(1, (clauseOf[next.start] as number) - (clauseOf[before.start] as number));
}
