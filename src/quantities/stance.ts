/** Whether a figure was done, is planned, is last year's, a shortcoming or background, and to which period it belongs. */
import type { Copy, Table, Zone } from '../report/types.ts';
import { zoneNames } from '../report/types.ts';
import { headedCells } from './columns.ts';
import { behindReport, behindTime, bodyTelling, courtsOfPlace, isDemanded, sentenceUpTo } from './others.ts';
import { findMarkers, leavesBracket, type Marker, type ReportDate, reachOf } from './period.ts';
import type { Figure } from './scan.ts';
import { sharedYears } from './shared-years.ts';
import type { QuantityKind, Stance } from './types.ts';

export interface Dated {
  readonly kind: QuantityKind;
  readonly stance: Stance;
  readonly period: string | null;
  readonly partYear: boolean;
}

export interface Setting extends ReportDate {
  readonly copy: Pick<Copy, 'flat' | 'inTitle' | 'clauseOf' | 'sentenceOf'>;
  readonly zoneOf: Uint8Array;
  readonly tables: readonly Table[];
  /** The body is a province or a department of one, so that 全省 tells its own figures. */
  readonly provincial: boolean;
  /** The body is a department, so that what is told of its whole place beside its own is the place's. */
  readonly department: boolean;
  /** Words for the whole of a place in which the body's own lies (全市 for a district): what they total is not its work. */
  readonly within: readonly string[];
  /** The characters that end the names of the places it lies in (市, 省 for a county): their bodies' cases are not its own. */
  readonly above: string;
}

const rises =
  /(?:增长|增加|上升|提升|提高|下降|降低|减少|缩减|压缩|压减|提速|降幅达|增幅达|缩短|回落|增幅|降幅|减幅|上涨|下跌|下滑|升高|扩大|改善|优化|多|少|升|降|涨)[了约近达为超过]*$/;
/** 分别比上年下降5.2%和11.1%: the figures of the row before this one. */
const earlierInRow = /(?:[\d.]+(?:%|个?百分点|倍)?(?:[、和与及]|以及))+$/;
/** 是上年的1.3倍: what the clause tells is this year's, measured by last year's. */
const timesLast = /(?:是|为|达到?|相当于)(?:上年|去年|上一?年度?|20\d\d年度?)(?:同期)?的[约近]?$/;
const comparison = /同比|环比|(?:比|较|与)(?:去年|上年|上一年|上年度|20\d\d年|同期|往年)/;
const targetWords = /力争|争取|力求|确保|务求|计划|拟|目标|下一步|有望|预计/g;
/** What may stand before 计划 as a verb, and after 拟 as one; 年度检查计划 and 拟任 are other words. */
const beforePlan = '\n,;:。、年月内将还局镇县市区乡所办后步并也';
const notAfterPlan = /^(?:[的内外书表,;、\d]|生育|单列|免疫)/;
const afterIntend = /[于在建开新举组完增培制修出申争打召招聘保废取]/;
/** 审查拟出台文件63件: what others intend was looked at. */
const reviewed = /(?:审查|审核|评估|审阅|清理|征求)[了对]?[^,;。\n]{0,8}$/;
/** 争取资金300万元 is money obtained. */
const obtained = /^争取(?:到|了)|^争取.*(?:资金|经费|项目|补助|编制)/;
const turnsInto = /(?:至|到|为|成)(?:了|约|近|超过|目前的?|现在的?|今年的?|本年度?的?|20\d\d年的?|当前的?)*$/;
/** 从各股室抽调4人组成2个专班 takes people from somewhere; nothing changes from 4 into 2. */
const takenFrom = /(?:抽调|抽取|抽选|选取|选派|选调|遴选|挑选|筛选|聘请|招募)[了]?$/;
const others =
  /全[国省市区县州旗盟]平均|上级下达|省定|国家规定|(?:低于|高于|超出?)全[国省]|满分|(?:自治区|省|市|上级)(?:规定|要求)的$/;
const visitors = /一行$/;
/** One of these stands in every background clause: a cheap look before the closer ones. */
const foreign = /[国省市区县州旗盟]|下达|超出?|满分|一行|辖|人口|面积|编制|低于|高于|内设|职工/;

/** Stance, period and final kind of each figure, in the order given. `figures` are in text order. */
export function dateFigures(figures: readonly Figure[], setting: Setting): Dated[] {
  const markers = findMarkers(setting.copy, setting);
  const targets = findTargets(setting.copy.flat);
  const cells = headedCells(setting.tables, setting.reportYear);
  const shared = sharedYears(figures, setting);
  let target = -1;
  const dated: Dated[] = [];
  let last = -1;
  let opener: Marker | null = null;
  let openerSentence = -1;
  let reach = Number.POSITIVE_INFINITY;
  const { clauseOf, sentenceOf } = setting.copy;
  figures.forEach((figure, index) => {
    let inClause: Marker | null = null;
    for (let next = markers[last + 1]; next !== undefined && next.start < figure.start; next = markers[last + 1]) {
      last += 1;
      if (next.opensClause && !isAside(next, setting)) {
        reach = reachOf(next, markers[last - 1], setting.copy);
        opener = next;
        openerSentence = sentenceOf[next.start] as number;
      }
    }
    for (let at = last; at >= 0; at -= 1) {
      const marker = markers[at] as Marker;
      if (clauseOf[marker.start] !== clauseOf[figure.start]) break;
      if (marker.end > figure.start || leavesBracket(setting.copy.flat, marker.end, figure.start)) continue;
      if (!namesDocument(setting.copy.flat, marker, figure)) inClause = marker;
      break;
    }
    const inSentence = openerSentence === sentenceOf[figure.start];
    const row =
      opener !== null &&
      (inSentence || datesRow(setting.copy.flat, opener, figure)) &&
      (clauseOf[figure.start] as number) - (clauseOf[opener.start] as number) < reach;
    const inherited =
      row && opener !== null && !leavesBracket(setting.copy.flat, opener.end, figure.start) ? opener : null;
    while ((targets[target + 1]?.at ?? figure.start) < figure.start) target += 1;
    const targeted =
      isTarget(targets, target, figure, setting) || isSetTarget(figure, setting) || isToCome(figure, setting);
    const clauseStart = clauseFrom(setting, figure.start);
    const cell = cells.find(({ start, end }) => start <= figure.start && figure.start < end);
    if (cell !== undefined && cell.year !== null) {
      const stance = cell.year < (setting.reportYear ?? cell.year) ? 'prior-year' : 'planned';
      const kind = cell.change ? 'change' : figure.kind;
      dated.push({ kind, stance, period: String(cell.year), partYear: false });
      return;
    }
    if (cell?.target === true) {
      const period = String(setting.reportYear ?? '') || null;
      dated.push({ kind: figure.kind, stance: 'planned', period, partYear: false });
      return;
    }
    const told = shared.get(index) ?? inClause;
    const one = dateOne(
      figure,
      figures[index - 1],
      figures[index + 1],
      told ?? inherited,
      told !== null,
      clauseStart,
      targeted,
      setting,
    );
    dated.push(cell?.change === true ? { ...one, kind: 'change' } : one);
  });
  return dated;
}

/** 根据2022年度报告反馈的12条意见: the year dates the document, not what is counted. */
function namesDocument(flat: string, marker: Marker, figure: Figure): boolean {
  const [from, to] = [marker.end, figure.start];
  const between = flat.slice(from, Math.min(to, from + 40));
  if (/报告|规划|纲要|要点|方案/.test(between)) return true;
  // 梳理2015年以来文件37件: the year dates what is looked through.
  if (
    /(?:清理|梳理|复查|评估|审查|抽取|抽查|评查|选取|调阅|复核)了?$/.test(
      flat.slice(Math.max(0, marker.start - 3), marker.start),
    )
  )
    return /文件|制度|合同|案卷|政策/.test(between);
  // 对2016年底前印发的326件文件进行清理, 对2015年以来的文件作了一次清理: the year dates what is cleaned up.
  if (!/[对将把][^,;。\n、]{0,20}$/.test(flat.slice(Math.max(0, from - 26), from))) return false;
  if ((between.length > 2 && between.endsWith('的')) || between.startsWith('的')) return true;
  // 对上年度12卷案卷开展评查: the files are last year's, their review is not.
  return (
    between.length < 3 &&
    /^[^,;。\n]{1,24}(?:开展|进行|组织)[^,;。\n]{0,4}(?:评查|清理|复查|检查|梳理|整改|回访|评估|抽查|复核)/.test(
      flat.slice(figure.end, figure.end + 40),
    )
  );
}

/** 审查合同34份,上年为27份,提出意见52条: last year's figure is set beside this year's and dates nothing that follows it. */
function isAside(marker: Marker, { copy, reportYear }: Setting): boolean {
  if (!isPrior(marker, reportYear)) return false;
  const { flat, sentenceOf } = copy;
  if (flat[marker.start - 1] !== ',' || sentenceOf[marker.start - 1] !== sentenceOf[marker.start]) return false;
  const said = flat.slice(Math.max(0, marker.start - 30), marker.start - 1);
  if (!/[\d零一二两三四五六七八九十百千万][^,;。\d]{0,6}$/.test(said)) return false;
  const rest = flat.slice(marker.end, marker.end + 40).split(/[,;。\n]/, 1)[0] ?? '';
  return /^(?:同期)?(?:[^、\d]{0,4}(?:分别)?(?:为|是|仅|只有))?[\d.]+[^、\d]{1,5}(?:、[\d.]+[^、\d]{1,5})*$/.test(rest);
}

/** Farthest that a date looks over semicolons. */
const farthestRow = 400;

/** 上半年,办理案件3件;开展培训2期。 An adverb of time set off by a comma dates all that semicolons join to it. */
function datesRow(flat: string, marker: Marker, figure: Figure): boolean {
  if (flat[marker.end] !== ',' || figure.start - marker.end > farthestRow) return false;
  return !/[。!?\n]/.test(flat.slice(marker.end, figure.start));
}

function clauseFrom(setting: Setting, at: number): number {
  const { clauseOf } = setting.copy;
  let from = at;
  while (from > 0 && at - from < 80 && clauseOf[from - 1] === clauseOf[at]) from -= 1;
  return from;
}

function dateOne(
  figure: Figure,
  previous: Figure | undefined,
  next: Figure | undefined,
  marker: Marker | null,
  near: boolean,
  clauseStart: number,
  targeted: boolean,
  setting: Setting,
): Dated {
  const { copy, reportYear, zoneOf } = setting;
  const { flat, clauseOf } = copy;
  const here = String(reportYear ?? '') || null;
  const from = previous !== undefined && previous.end > clauseStart ? previous.end : clauseStart;
  const before = flat.slice(from, figure.start);
  const whole = flat.slice(clauseStart, figure.start);
  const kind = changeKind(figure, before, whole);
  const zone = zoneNames[zoneOf[figure.start] ?? 1] as Zone;
  const after =
    next !== undefined && clauseOf[next.start] === clauseOf[figure.end - 1] ? flat.slice(figure.end, next.start) : '';
  // 由A提高到B: A is the value before, B the one now.
  const isFrom =
    after.length > 0 &&
    after.length < 22 &&
    turnsInto.test(after) &&
    /(?:由|从)[^,、;]{0,16}$/.test(before) &&
    !takenFrom.test(before);
  // 由原来的24天,缩短到9天: the value now stands in the next clause; 从20个工作日缩短至当场办结 tells it in words.
  const movesOn =
    /(?:由|从)[^,、;]{0,16}$/.test(before) &&
    /^[^,;。\n]{0,4}(?:,[现已]{0,2}(?:缩短|压缩|压减|精简|减少|降低|下降|提高|提升|增加|上升|扩大)(?:到|至|为)|(?:缩短|压缩|压减)(?:到|至|为)(?:当场|当日|即时|即办|现场))/.test(
      flat.slice(figure.end, figure.end + 16),
    );
  const isTo =
    previous !== undefined &&
    clauseOf[previous.start] === clauseOf[figure.start] &&
    turnsInto.test(before) &&
    /(?:由|从)[^,、;]{0,16}$/.test(flat.slice(Math.max(clauseStart, previous.start - 18), previous.start));
  const dating = marker !== null && (near || marker.opensClause) ? marker : null;
  const last = dating !== null && isPrior(dating, reportYear);
  // 比上年提高5个百分点 and 由…提高到6分 tell of this year, whatever year the clause names.
  const current = isTo || (last && (kind === 'change' || timesLast.test(before)));
  const priorOnly = (isFrom || movesOn) && !last;
  const period = current ? here : priorOnly ? shifted(reportYear, -1) : (marker?.period ?? here);
  const partYear = !current && !priorOnly && (marker?.partYear ?? false);
  const year = current ? reportYear : (marker?.year ?? reportYear);
  if (zone === 'problem' && isRectified(figure, whole, flat)) return { kind, stance: 'done', period, partYear };
  if (zone === 'problem') return { kind, stance: 'problem', period, partYear };
  if (isFrom || movesOn) return { kind, stance: 'prior-year', period, partYear };
  if (zone === 'plan') {
    const ahead = reportYear !== null && year === reportYear;
    return { kind, stance: 'planned', period: ahead ? shifted(reportYear, 1) : period, partYear: !ahead && partYear };
  }
  const said = stanceInWork(last && !current, year, period, targeted, setting);
  // 近三年未发生: none in those years is none in this one.
  const stance = said === 'background' && figure.denied ? 'done' : said;
  if (stance !== 'done') return { kind, stance, period, partYear };
  return {
    kind,
    stance: kind !== 'change' && isBackground(figure, whole, zone, setting) ? 'background' : 'done',
    period,
    partYear,
  };
}

/** 对上年指出的问题,已通过购置无人机2架完成整改 tells in a part of shortcomings what was done about one; 尚未, 仍 and 要 do not. */
function isRectified(figure: Figure, whole: string, flat: string): boolean {
  if (!/已[经]?(?:通过|采取|购置|投入|新增|配备|补充|更换)[^,;。]*$/.test(whole)) return false;
  return /^[^,;。\n未仍将要]{0,24}(?:完成整改|整改(?:完成|完毕|到位)|销号)/.test(
    flat.slice(figure.end, figure.end + 32),
  );
}

function shifted(year: number | null, by: number): string | null {
  return year === null ? null : String(year + by);
}

function stanceInWork(
  prior: boolean,
  year: number | null,
  period: string | null,
  targeted: boolean,
  setting: Setting,
): Stance {
  if (prior) return 'prior-year';
  if (targeted || (setting.reportYear !== null && year !== null && year > setting.reportYear)) return 'planned';
  // A total of several years is not this year's work.
  return period?.slice(4, 6) === '..' ? 'background' : 'done';
}

function isPrior(marker: Marker, reportYear: number | null): boolean {
  return marker.prior || (reportYear !== null && marker.year !== null && marker.year < reportYear);
}

/** 同比下降18.7%, 提高5个百分点: a change, never a level. 降至15% and 提高到100% are levels. */
function changeKind(figure: Figure, before: string, whole: string): QuantityKind {
  if (figure.kind === 'change') return 'change';
  if (figure.kind === 'rate' || figure.unit === '倍') {
    const inRow = whole.includes('分别') && rises.test(whole.replace(earlierInRow, ''));
    return inRow || rises.test(before) ? 'change' : figure.kind;
  }
  return comparison.test(whole) && rises.test(before) ? 'change' : figure.kind;
}

interface Cue {
  readonly at: number;
  readonly word: string;
}

/** Target words of the text in order, found once for all figures. */
function findTargets(flat: string): Cue[] {
  const cues: Cue[] = [];
  targetWords.lastIndex = 0;
  for (let found = targetWords.exec(flat); found !== null; found = targetWords.exec(flat)) {
    const [word] = found;
    if (aims(flat, word, found.index)) cues.push({ at: found.index, word });
  }
  return cues;
}

function aims(flat: string, word: string, at: number): boolean {
  const next = flat[at + word.length] ?? '\n';
  if (word === '确保') return next !== '了';
  if (word === '目标') return next === '是' || next === '为';
  // 清理文件118件:继续有效77件,拟修改13件 tells what the clean-up found.
  if (word === '拟' && /^(?:修改|修订|废止|保留|宣布)/.test(flat.slice(at + 1, at + 3)))
    return !/清理[^。\n]*$/.test(flat.slice(Math.max(0, at - 80), at));
  if (word === '拟' && reviewed.test(flat.slice(Math.max(0, at - 12), at))) return false;
  if (word === '拟') return afterIntend.test(next);
  if (word === '计划')
    return beforePlan.includes(flat[at - 1] ?? '\n') && !notAfterPlan.test(flat.slice(at + 2, at + 4) || '\n');
  return true;
}

/** Farthest that a target word looks ahead. */
const targetReach = 90;

/**
 * A target word before the figure in its clause; behind a wall it still holds for a row of bare figures
 * (力争70%…,20%…). `targets` up to index `last` stand before the figure.
 */
function isTarget(targets: readonly Cue[], last: number, figure: Figure, setting: Setting): boolean {
  const { flat, sentenceOf, clauseOf } = setting.copy;
  for (let index = last; index >= 0; index -= 1) {
    const { at, word } = targets[index] as Cue;
    if (figure.start - at > targetReach || sentenceOf[at] !== sentenceOf[figure.start]) return false;
    const between = flat.slice(at, figure.start);
    if (obtained.test(between)) continue;
    if (clauseOf[at] === clauseOf[figure.start]) {
      if ((!word.startsWith('拟') && word !== '计划') || !between.includes('的')) return true;
      // Behind the target's own clause: only clauses that go on at once with a figure, one after the other.
    } else if (word !== '确保' && /^[^,]*\d[^,]*(?:,\d[^,]*)*,$/.test(between)) return true;
  }
  return false;
}

/**
 * 超额完成年初确定的1万平方米目标, 年初提出持证率90%以上的工作目标, 化解目标6件, 比年初计划的24场多7场: the figure is the target itself.
 */
function isSetTarget(figure: Figure, setting: Setting): boolean {
  const { flat } = setting.copy;
  const whole = flat.slice(clauseFrom(setting, figure.start), figure.start);
  if (/[比较][^,]{0,6}(?:计划|目标|任务)的?$/.test(whole)) return true;
  // 计划学法6次,实际学法8次; 达到95%的市定目标,实际为96%; 年度目标:持证率95%;完成情况:持证率100%.
  const behind = /^([^,;。\n]{0,9})[,;](?:全年|年底|年末)?实际/.exec(flat.slice(figure.end, figure.end + 16))?.[1];
  if (behind !== undefined && (/计划|目标/.test(whole) || behind.includes('目标'))) return true;
  if (/目标(?:值|任务|要求)?:/.test(sentenceUpTo(flat, figure.start, 60))) return true;
  if (figure.kind === 'count' && /[^的年度]目标$/.test(whole) && '件起场次户宗期'.includes(figure.unit))
    return !/完成|达到|实现|超过|超额/.test(whole);
  if (figure.kind === 'rate' && /(?:年初|提出|确定|设定|明确)/.test(whole)) {
    const rest = flat.slice(figure.end, figure.end + 60).split(/[,;。\n]/, 1)[0] ?? '';
    if (/的(?:年度|工作|考核|预期|总体)?目标$/.test(rest)) return true;
  }
  if (!flat.startsWith('目标', figure.end) && !flat.startsWith('的目标', figure.end)) return false;
  return /(?:确定|下达|既定|设定|规定|提出|要求)的?$/.test(flat.slice(Math.max(0, figure.start - 8), figure.start));
}

/** 下半年将组织, 将继续开展: what is to come; 将开展…作为重点, 现将组织…情况报告 is none. */
const willHold =
  /(?<!现)将(?:再|再次|继续|陆续|适时|进一步|分批|分期)*(?:组织|开展|召开|举办|举行)(?!的|开展的)[^,;:。\n]{0,24}$/;
const takenAs = /的$|作为|纳入|列[入为]|融入|贯穿|结合|情况/;

/** 持证率将达到100%, 下半年将组织培训2期: it is not there yet. 将持证率提高到100% tells what was done with it. */
function isToCome(figure: Figure, setting: Setting): boolean {
  const { flat } = setting.copy;
  const before = flat.slice(Math.max(0, figure.start - 40), figure.start);
  if (/将(?:达到?|实现|超过|突破|提[高升][到至])[约近了]?$/.test(before)) return true;
  const will = willHold.exec(before);
  if (will === null) return false;
  const rest = flat.slice(figure.end, figure.end + 30).split(/[,;。\n]/, 1)[0] ?? '';
  return !takenAs.test(will[0]) && !takenAs.test(rest);
}

/** Other bodies' totals, visitors, and the standing stock of the place with which its clause does nothing. */
function isBackground(figure: Figure, whole: string, zone: Zone, setting: Setting): boolean {
  const { flat } = setting.copy;
  if (zone === 'tail') return true;
  if (figure.unit === '年' && flat.startsWith('行动', figure.end)) return true;
  // 法治建设在考核中占5分, 权重占3%: what it weighs, not what was done.
  if (figure.unit === '分' && /(?:分值|占|满分|总分|计|赋)(?:为|了)?$/.test(whole.slice(-6))) return true;
  if (figure.kind === 'rate' && /权重[^,;。、]{0,4}$/.test(whole)) return true;
  if (setting.above !== '') {
    const sentence = sentenceUpTo(flat, figure.end, 120 + figure.end - figure.start);
    if (setting.within.includes(courtsOfPlace(sentence) ?? '')) return true;
    if (bodyTelling(sentence, setting.above) !== null) return true;
  }
  if (!foreign.test(whole)) return false;
  if (others.test(whole) || visitors.test(whole)) return true;
  if (isDemanded(whole + flat.slice(figure.start, figure.end))) return true;
  // 全县同期败诉率12.5%: the place's, told beside the body's own.
  const [, after, ahead] = /(全[国省市区县州旗盟])[^,;。、]{0,3}同期|同期(全[国省市区县州旗盟])/.exec(whole) ?? [];
  const place = after ?? ahead;
  if (place !== undefined && (setting.department || place === '全国' || setting.within.includes(place))) return true;
  if (place === '全省' && !setting.provincial) return true;
  if (!setting.provincial && /全国(?:共|累计|现有)|全省(?:共|累计|现有)/.test(whole)) return true;
  const told = behindTime(behindReport(whole));
  if (setting.within.some(place => told.startsWith(place)) && !/^..(?:域|首|率先|第|前|最)|[我本其]/.test(told))
    return true;
  if (/(?:行政|事业)编制$|内设(?:机构)?$|(?:在岗|在职|在编|现有)(?:干部)?职工$/.test(whole)) return true;
  return /(?:(?<![管所])辖(?!区|内)|总面积|幅员面积|总人口|常住人口|户籍人口)[^,]*$/.test(whole);
}
