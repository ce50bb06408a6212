/** Why a passage that holds the words does not count: the zone it stands in, a target, another year, a title. */
import { behindReport, behindTime, bodyTelling, courtsOfPlace, isDemanded } from '../quantities/others.ts';
import type { Quantity } from '../quantities/types.ts';
import { allMatches } from '../read/all-matches.ts';
import { headsCauses } from '../report/headed.ts';
import type { Zone } from '../report/types.ts';
import { findFirst } from '../rules/literals.ts';
import type { Match } from '../rules/phrase.ts';
import { bodyAbove, courtsAbove, sentenceTo } from './above.ts';
import { tellingBetween } from './clauses.ts';
import {
  type Context,
  clauseAround,
  countedZones,
  type FlatSpan,
  firstQuantity,
  inHeading,
  matchesOf,
  quantitiesBetween,
  zoneAt,
} from './context.ts';

export type RefusalKind =
  | 'plan'
  | 'problem'
  | 'elsewhere'
  | 'other-part'
  | 'heading'
  | 'title'
  | 'negated'
  | 'excluded'
  | 'target'
  | 'shortfall'
  | 'prior-year'
  | 'part-year'
  | 'other-count'
  | 'no-figure'
  | 'unfilled'
  | 'unequal'
  | 'change'
  | 'announcement'
  | 'mention';

export interface Refusal {
  readonly kind: RefusalKind;
  readonly span: FlatSpan;
  /** The word that decided, where there is one. */
  readonly word: string | null;
  /** Only a topic word stands there, not a wording of the requirement. */
  readonly topic?: boolean;
}

export interface Conditions {
  readonly zones?: readonly Zone[] | undefined;
  readonly not?: readonly string[] | undefined;
  readonly outsideHeadings?: boolean | undefined;
  /** A requirement about problems or plans reads them as they are. */
  readonly anyStance?: boolean | undefined;
  /** A name in a list of areas is no evidence, not even in part. */
  readonly outsideLists?: boolean | undefined;
}

const refusal = (span: FlatSpan, kind: RefusalKind, word: string | null = null): Refusal => ({ kind, span, word });

const zoneRefusals: Readonly<Record<Zone, RefusalKind>> = {
  head: 'other-part',
  work: 'other-part',
  'first-responsible': 'other-part',
  problem: 'problem',
  plan: 'plan',
  tail: 'elsewhere',
};

/** Why a match does not count; null where it does. */
export function refuse(context: Context, match: Match, conditions: Conditions): Refusal | null {
  const zone = zoneAt(context, match.start);
  const zones = conditions.zones ?? countedZones;
  if (!zones.includes(zone)) return refusal(match, zoneRefusals[zone]);
  if (match.inTitle) return refusal(match, 'title');
  if (match.negated) return refusal(match, 'negated');
  if (conditions.outsideHeadings === true && inHeading(context, match.start)) return refusal(match, 'heading');
  if (zone === 'problem' && conditions.outsideLists !== true && namesCausesOnly(context, match.start))
    return refusal(match, 'heading');
  const excluded = excludedBy(context, match, conditions.not, context.ruleSet.phrases.sources[match.phrase]);
  if (excluded !== null) return refusal(match, 'excluded', excluded);
  const above = bodyAbove(context, match) ?? courtsAbove(context, match);
  if (above !== null) return refusal(match, 'excluded', above);
  if (announced(context, match)) return refusal(match, 'announcement');
  if (conditions.outsideLists === true && inAreas(context, match)) return refusal(match, 'mention');
  if (conditions.anyStance === true || zone === 'problem' || zone === 'plan') return null;
  return refuseStance(context, match);
}

/** (二)原因分析 with nothing behind it in its part, as where a copy was cut off: named, not told. */
function namesCausesOnly({ report: { copy, zones } }: Context, at: number): boolean {
  const end = zones.find(({ flatStart, flatEnd }) => flatStart <= at && at < flatEnd)?.flatEnd ?? at;
  if (end - at > longestBare) return false;
  const line = copy.flat.slice(copy.flat.lastIndexOf('\n', at) + 1, end).trim();
  return (
    !line.includes('\n') &&
    headsCauses(line.replace(/^\(?[一二三四五六七八九十\d]{1,2}[、.)]/, '').replace(/[:。]$/, ''))
  );
}
const longestBare = 16;

/** 现将执法情况报告如下 tells what the report is about, not what was done; who asks for the formula itself begins with it or says 如下. */
function announced(context: Context, match: FlatSpan): boolean {
  const { clauses } = context;
  if (clauses.announcements.length === 0) return false;
  const { flat, clauseOf } = context.report.copy;
  const clause = clauseOf[match.start] as number;
  const to = Math.max(clauses.ends[clause] as number, match.end);
  if (tellingBetween(clauses.announcements, clauses.starts[clause] as number, to, flat, noSpan) === null) return false;
  return !/如下|^(?:现[将就]|兹将)/.test(flat.slice(match.start, match.end));
}

/** Lists of areas, each with what no such list lacks: most clauses are none. */
const areas: readonly (readonly [sign: RegExp, list: RegExp])[] = [
  [
    /方面|领域|板块|维度|模块|主题|课题|专题|内容|情况|抓手/,
    /(?:涵盖|包括|包含|涉及|围绕|聚焦|针对|覆盖|把握|[在从就])[^,;:。]*?、[^,;:。]*?(?:等|\d|[一二三四五六七八九十多各两])[^,;:。、]{0,4}(?:方面|领域|板块|维度|模块|主题|课题|专题|内容|情况|抓手)/g,
  ],
  [
    /落实到|贯彻到|体现到|贯穿|融入/,
    /[^,;:。]{0,24}(?:落实到|贯彻到|体现到|贯穿|融入)[^,;:。]*?、[^,;:。]*?(?:方方面面|各方面|各环节|各领域|全过程)/g,
  ],
  [
    /等.*中.*依法/,
    /(?<=在)[^,;:。]*?、[^,;:。]*?等[^,;:。、]{0,4}(?:工作|事务|活动)中(?=(?:严格|坚持|自觉|切实)?依法)/g,
  ],
  [/以.*为/, /以[^,;:。]*?、[^,;:。]*?为(?:重点|主线|抓手|核心|目标|导向|中心|主题|载体|突破口)/g],
  [
    /(?:研究|部署|谋划|调度|审议|破解|统筹解决).*等/,
    /(?<=研究|部署|谋划|调度|审议|破解|统筹解决)(?!、)[^,;:。]*?、[^,;:。]*?等[^,;:。、]{0,6}(?:任务|问题|事项|议题|工作)/g,
  ],
  [
    /等.*(?:部署|安排|负)/,
    /(?<=对)[^,;:。]*?、[^,;:。]*?等[^,;:。、]{0,8}(?:任务|问题|事项|工作)(?=(?:进行|作出?|做出?)了?[^,;:。、]{0,6}(?:部署|安排)|负)/g,
  ],
];

/**
 * 涵盖依法决策、规范性文件管理、行政执法等方面, 以依法决策、化解矛盾为重点, 研究（破解）执法规范、矛盾化解等重点任务, 对行政执法、
 * 行政复议等工作作了部署（负责）, 在行政执法、行政复议等工作中依法办事: areas of work are named and of none is told what was done.
 */
function inAreas(context: Context, match: FlatSpan): boolean {
  const clause = clauseAround(context, match.start);
  if (match.end > clause.end) return false;
  const begins = Math.max(clause.start, match.start - longestAreas);
  const said = context.text.flat.slice(begins, Math.min(clause.end, match.end + longestAreas));
  if (!said.includes('、')) return false;
  const from = match.start - begins;
  const to = match.end - begins;
  for (const [sign, list] of areas) {
    if (!sign.test(said)) continue;
    if (allMatches(said, list).some(({ 0: named, index }) => index <= from && to <= index + named.length)) return true;
  }
  return false;
}

/** Characters of a clause looked at on either side of a wording. */
const longestAreas = 300;

const noSpan: FlatSpan = { start: 0, end: 0 };

/** A target, a shortfall or another year in the clause of the match. */
export function refuseStance(context: Context, match: FlatSpan): Refusal | null {
  const { clauses } = context;
  const { flat, clauseOf } = context.report.copy;
  const clause = clauseOf[match.start] as number;
  const from = clauses.starts[clause] as number;
  const to = Math.max(clauses.ends[clause] as number, match.end);
  const target = tellingBetween(clauses.targets, from, match.end, flat, match);
  if (target !== null) return { kind: 'target', span: match, word: target.word };
  const shortfall = tellingBetween(clauses.shortfalls, from, to, flat, match);
  if (shortfall !== null) return { kind: 'shortfall', span: match, word: shortfall.word };
  const other = planOfYear(context, match);
  if (other !== null) return { kind: other.ahead ? 'target' : 'prior-year', span: match, word: other.word };
  const year = clauses.years[clause] as number;
  if (year !== 0 && context.year !== null && year !== context.year) {
    if (year < context.year && comparesYears(context, clause)) return null;
    return { kind: year > context.year ? 'target' : 'prior-year', span: match, word: `${year}年` };
  }
  return null;
}

/** What stands behind a year that names the plan of that year. */
const nextPlan = /^度?[^《》—~至,;。\d]{0,8}(?:计划|要点|安排|清单)/;
const lastPlan = /^度?[^《》—~至,;。\d]{0,14}(?:计划|要点)/;

/**
 * 印发《2025年法治工作要点》 or 列入2025年工作计划 in a report of 2024: a document of the next year; 《2023年…要点》: of the last.
 * 《…规划(2021—2025年)》 is another thing.
 */
function planOfYear(
  { year, report }: Context,
  match: FlatSpan,
): { readonly word: string; readonly ahead: boolean } | null {
  if (year === null) return null;
  const { flat } = report.copy;
  const said = flat.slice(match.start, match.end);
  const behind = (at: number): string => flat.slice(match.start + at + 5, match.end + 4);
  const last = said.indexOf(`${year - 1}年`);
  if (last !== -1 && lastPlan.test(behind(last))) return { word: `${year - 1}年`, ahead: false };
  const next = { word: `${year + 1}年`, ahead: true };
  const at = said.indexOf(next.word);
  if (at === -1) return null;
  if (nextPlan.test(behind(at)) && !/[《—~至-][^》]*$/.test(said.slice(0, at)) && !said.includes('报告')) return next;
  return /《[^《》—~至0-9-]*$/.test(said.slice(0, at)) && !/^\d/.test(said.slice(at + 5)) ? next : null;
}

/**
 * Why a figure is not the report's own of its year: 全市共检查136家 in a district's report, “十四五”以来累计办理300件.
 * Null where it is; `background` alone (a standing stock) does not lower a figure.
 */
export function refuseFigure(context: Context, quantity: Quantity, span: FlatSpan): Refusal | null {
  if (quantity.stance === 'planned') return refusal(span, 'target');
  if (quantity.stance === 'prior-year') return refusal(span, 'prior-year', quantity.period);
  if (quantity.stance !== 'background') return null;
  if (/^\d{4}\.\.\d{4}$/.test(quantity.period ?? '')) return refusal(span, 'prior-year', quantity.period);
  const { flat, clauseOf } = context.report.copy;
  const from = context.clauses.starts[clauseOf[quantity.flatStart] as number] as number;
  const said = flat.slice(from, quantity.flatEnd);
  if (isDemanded(said)) return refusal(span, 'target');
  const sentence = sentenceTo(flat, quantity.flatEnd);
  const whole =
    /^全[国省市区县州旗盟]/.exec(behindTime(behindReport(said)))?.[0] ??
    courtsOfPlace(sentence) ??
    bodyTelling(sentence, context.ranksAbove);
  return whole === null ? null : refusal(span, 'excluded', whole);
}

const nextOfYears =
  /^[,;、]?(?:20\d\d年度?|今年|本年度?)(?:则|已|全年|共|约|为|是|有|达到?|[增升降减][加少]?[到至]|[上提下][升高降][到至]|了)*$/;
const nextOfRow = /^(?:[、,]|和|与|及|以及)$/;
/** 2023年审核22件,今年审核18件: the same verb again. */
const sameAgain = /^[,;、]?(?:20\d\d年度?|今年|本年度?)(?:则|已|全年|共)?([^,;、\d]{2,4}?)[了到]?$/;
/** 在2023年91.2%的基础上,上升至98.5%; 较2023年的102件下降15.7%,为86件; 由9件减至6件. */
const levelNow =
  /^(?:的?基础上,?)?(?:[^,;。、]{0,6}[增升降减涨][加少长高低幅]?[^,;。、]{0,6})?(?:,(?:全年|今年|本年度?)?)?(?:[上提下]?[升高降减增][少加]?[到至为]|为|达到?)(?:了|今年的?|本年度?的?|20\d\d年度?的?|目前的?)*$/;
/** 上半年98%、下半年100%: the next part of the year, before all of it is told. */
const restOfYear = /^[,;、](?:下半年|前三季度|第?[二三四]季度)(?:为|达到?|是)?$/;
/** 上半年96%,全年98.7% */
const wholeYear = /^[,;、](?:全年|截至年底|截至12月底)(?:为|达到?|是)?$/;

/**
 * Beside a figure of another year, or of part of one, that of the report's year: 2023年88.3%,2024年96.5%; 2023年、2024年分别为12件、8件; null
 * where none stands so.
 */
export function ownYears(context: Context, quantity: Quantity): Quantity | null {
  if (quantity.stance !== 'prior-year' && !quantity.partYear) return null;
  const { flat } = context.report.copy;
  const { quantities } = context;
  const first = firstQuantity(context, quantity.flatStart);
  const begins = clauseAround(context, quantity.flatStart).start;
  let before = quantity;
  for (let index = first + 1; index < quantities.length; index += 1) {
    const next = quantities[index] as Quantity;
    const between = flat.slice(before.flatEnd, next.flatStart);
    // 较2023年的102件下降15.7%,为86件: by how much stands between the two levels.
    if (next.kind === 'change' && before === quantity) continue;
    if (next.kind !== quantity.kind || next.unit !== quantity.unit) return null;
    const since = flat.slice(quantity.flatEnd, next.flatStart);
    if (quantity.partYear) {
      if (next.stance !== 'done') return null;
      if (!next.partYear) return wholeYear.test(between) ? next : null;
      if (!restOfYear.test(between)) return null;
      before = next;
      continue;
    }
    if (before === quantity && next.stance === 'done') {
      const again = sameAgain.exec(since)?.[1];
      const repeated = again !== undefined && flat.slice(begins, quantity.flatStart).includes(again);
      if (repeated || levelNow.test(since.replace(/[\d.]+(?:%|个百分点)/, ''))) return next;
    }
    const shared = nextOfRow.test(between) && before.period !== next.period;
    if (!shared && !nextOfYears.test(between)) return null;
    if (next.stance === 'done') return next;
    if (next.stance !== 'prior-year') return null;
    before = next;
  }
  return null;
}

/** Whether a figure is the report year's, told right behind the one of the year before. */
export function followsYear(context: Context, quantity: Quantity): boolean {
  const before = context.quantities[firstQuantity(context, quantity.flatStart) - 1];
  return before !== undefined && ownYears(context, before) === quantity;
}

/** 2023年收到申请31件,2024年45件: the clause of the year before says of both what is counted. */
function comparesYears(context: Context, clause: number): boolean {
  const { starts, ends } = context.clauses;
  const own = quantitiesBetween(context, starts[clause] as number, ends[clause] as number);
  return own.some(quantity => ownYears(context, quantity) !== null);
}

/** Characters an excluded wording may run over; looked for no further back than that. */
const longestExcluded = 420;

/**
 * The excluded wording that overlaps the match or stands before it after the last wall or figure of its clause. A word
 * that the matched phrase itself says is meant, not excluded (受理并审结 beside a `not` of 审结).
 */
function excludedBy(context: Context, match: FlatSpan, not: readonly string[] | undefined, says = ''): string | null {
  if (not === undefined || not.length === 0) return null;
  const { flat } = context.report.copy;
  let from = context.clauses.starts[context.report.copy.clauseOf[match.start] as number] as number;
  const { quantities } = context;
  for (let index = firstQuantity(context, match.start) - 1; index >= 0; index -= 1) {
    const { flatEnd } = quantities[index] as Quantity;
    if (flatEnd > match.start) continue;
    from = Math.max(from, flatEnd);
    break;
  }
  const others = matchesOf(context, not);
  for (let index = findFirst(others, from - longestExcluded); index < others.length; index += 1) {
    const other = others[index] as Match;
    if (other.start >= match.end) break;
    const overlaps = other.end > match.start;
    if (!overlaps && other.start < from) continue;
    if (isHalf(flat, other)) continue;
    if (other.inTitle && citedBeside(flat, match, other, says)) continue;
    if (otherMember(flat, match, other) || lastMember(flat, match, other)) continue;
    if (otherPaper(flat, match, other) || ofTotal(flat, match, other, says)) continue;
    const word = flat.slice(other.start, other.end);
    if (!says.includes(word)) return word;
  }
  return null;
}

/** 上半年听取汇报一次 dates what was done; 半年听取一次 says how often. */
function isHalf(flat: string, { start }: FlatSpan): boolean {
  return flat.startsWith('半年', start) && '上下'.includes(flat[start - 1] ?? '。');
}

/** 执法人员、企业负责人、信息员培训18期: a member of a list that the wording runs over is not what the wording says. */
function otherMember(flat: string, match: FlatSpan, other: FlatSpan): boolean {
  if (other.start <= match.start || other.end >= match.end) return false;
  const before = flat.lastIndexOf('、', other.start - 1);
  const after = flat.startsWith('等', other.end) ? other.end : flat.indexOf('、', other.end);
  return before > match.start && after >= 0 && after < match.end - 1 && !/[,;:。]/.test(flat.slice(before, after));
}

/** 规范性文件、重大决策及执法决定的合法性审查: the last of a list all of which is reviewed. */
function lastMember(flat: string, match: FlatSpan, other: FlatSpan): boolean {
  if (other.start <= match.start || other.end !== match.end || !/审[查核]$/.test(flat.slice(match.start, match.end)))
    return false;
  return /^[^,;:。]+(?:[、和及与]|以及)(?:重大|重要|行政)*$/.test(flat.slice(match.start, other.start));
}

/** 制发文件78件,其中规范性文件6件: a wording that takes its part of a total may run over what the total counts. */
function ofTotal(flat: string, match: FlatSpan, other: FlatSpan, says: string): boolean {
  return says.includes('其中') && other.end < match.end && /^,?其中/.test(flat.slice(other.end, match.end));
}

/**
 * 学习宪法、《工作人员守则》等法规6次, 印发《普法清单》《法治要点》: a word in the name of another document, before the wording or
 * run over by it, speaks of that document. The names that a wording asks for are its own.
 */
function citedBeside(flat: string, match: FlatSpan, other: FlatSpan, says: string): boolean {
  if (other.end <= match.start) return true;
  const close = flat.indexOf('》', other.end);
  if (other.start <= match.start || close < 0 || close >= match.end - 1) return false;
  return !says.includes('<doc') || flat.slice(close, match.end).includes('《');
}

/** 印发普法五年规划、年度法治工作要点: the paper named before another one is not what the wording says. */
function otherPaper(flat: string, match: FlatSpan, other: FlatSpan): boolean {
  return other.end <= match.start && endsPaper.test(flat.slice(other.end, match.start));
}

const endsPaper = /^[^,;:。、]*(?:规划|纲要|计划|要点|方案|清单|办法|意见|细则|规定|规则|台账)、/;

/** Longest stretch between a term and a count that a reader takes for the term's. */
const besideTerm = 12;
/** Most characters that a figure takes. */
const longestFigure = 40;

/** The term without its figure: another thing is counted beside it (研究涉法议题9个 where meetings are asked for), or nothing. */
export function withoutFigure(context: Context, match: FlatSpan, units: readonly string[] | undefined): Refusal {
  const { clauseOf } = context.report.copy;
  const other =
    units === undefined
      ? undefined
      : quantitiesBetween(context, match.start - longestFigure, match.end + besideTerm + 1).find(
          quantity =>
            quantity.kind === 'count' &&
            quantity.stance === 'done' &&
            quantity.value > 0 &&
            !units.includes(quantity.unit) &&
            clauseOf[quantity.flatStart] === clauseOf[match.end - 1] &&
            quantity.flatEnd > match.start,
        );
  if (other === undefined) return refusal(match, 'no-figure');
  const span = { start: match.start, end: Math.max(match.end, other.flatEnd) };
  return refusal(span, 'other-count', `${other.what.slice(-4)}${other.quote}`);
}
