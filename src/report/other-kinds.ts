/** Signs in title and wording that a text is about such reports, asks for them or lays down work, and is none itself. */
import { allMatches } from '../read/all-matches.ts';
import type { Heading, ReportKind } from './types.ts';

/** What a sign says, and where it stands. */
export interface OtherKind {
  readonly kind: ReportKind;
  readonly zh: string;
  readonly en: string;
}

/** 法鉴 0.1.0 · 审核标准 … (da5aae7b6a84): what every paper of this program bears, in one line or in cells. */
const ownStamp = /(?:法鉴|Fajian) ?\d+\.\d+\.\d+(?:\s*$|[\s\S]{0,300}?(?<![0-9A-Za-z])[0-9a-f]{12}(?![0-9A-Za-z]))/;

/** A result, letter, list or overview of this program, which was put among the reports. */
export const isOwnPaper = (flat: string): boolean => ownStamp.test(flat);

/** The last noun of a title says what the document is: 报告检查工具 is a tool, 报告的反馈意见 an opinion. */
const titleEnds: readonly (readonly [RegExp, ReportKind])[] = [
  [
    /(?:统计|汇总|一览|登记|评分|申报|报送|自评|填报|考核|任务|分工|分解|进度|(?<!建设(?:工作)?(?:完成|落实)?)情况)表$/,
    'other',
  ],
  [/(?:名单|目录|台账|汇编|选编|文集|(?:指标|事项|问题|条款)的?情况的?说明)$/, 'other'],
  [
    /(?:工具|软件|手册|指南|(?<!情况的?)说明|须知|(?<!汇报)提纲|大纲|模板|模版|范本|样本|样式|格式|范例|写法|框架|注意事项)$/,
    'other',
  ],
  [/\((?:模板|模版|范本|样本|样式|格式|提纲|大纲|范例|示例|参考)[^()]*\)$/, 'other'],
  [/(?:反馈|审议|审查|评议|审核|督察|督查|修改|整改)意见(?:书|函)?$/, 'other'],
  [
    /(?:考核|评议|评估|评价|检查|督察|督查|评查|测评|抽查|报送|公开|报备|备案)[^告结]{0,14}(?:结果|情况)的?通报$/,
    'other',
  ],
  [/(?:指引|工作规范|工作规程)$/, 'work-plan'],
];

/** 怎样写好…报告, …报告怎么写: a text about writing. */
const aboutWriting = /^(?:怎样|如何|怎么)|(?:怎么|怎样|如何|如何撰)写/;
const selfNamed = /本(?:文|手册|指南|软件|工具)(?!化|明|书|件)/;
const asksTitle = /(?:做好|报送|上报|编制|撰写|起草|填报|开展|规范|加强)[^》]{0,40}的(?:紧急|补充)?通知$/;
const carries = /的(?:函|通知|公告|通告|请示)$/;

/** What a title says by its last noun; null where it may be a report's. */
export function titleEnd(name: string): OtherKind | null {
  const title = name.replace(/\.(?:docx?|pdf|wps|txt|md)$/i, '').replace(/^[#\s]+/, '');
  const found = titleEnds.find(([end]) => end.test(title));
  if (found !== undefined) return ofTitle(found[1], name);
  if (aboutWriting.test(title) || (asksTitle.test(title) && !/(?:印发|转发|公布)/.test(title)))
    return ofTitle('other', name);
  return null;
}

/** 现将有关事项通知如下, 现解读如下: the verb says that the text notifies, explains or answers, where a report reports. */
const otherVerbs: readonly (readonly [RegExp, ReportKind])[] = [
  [/(?:解读如下|如下(?:解读|解释))$/, 'interpretation'],
  [/(?:通知|要求|部署)如下$/, 'other'],
  // 现将我局有关情况函告如下 reports of itself.
  [/(?:反馈|答复|批复|纪要|(?<![我本][^。]{1,24}情况)(?:函告|函复))如下$/, 'other'],
  [
    /(?:考核|评议|评估|检查|督察|督查|评查|测评|抽查|报送|公开|整改)[^。]{0,24}(?:结果|情况)[^。]{0,4}(?:通报|公布|公示)如下$/,
    'other',
  ],
];

/** 提升报告质量, 启动报告审核: a headline about reports. */
export const headline = /(?:质量|质效|水平|编制|报送|审查|审核|评审|启动|出炉)(?:工作)?$/;
const reportEnd = /(?:报告|总结|汇报|年报|情况)(?:\([^()]*\))?$/;
const reportsBelow = /(?:现|兹|特)[将就]?[^。\n]{0,80}?(?:报告|汇报|总结)(?:如下|于下)/;
const announces = /(?:现|兹|特)[将就]?[^。\n]{0,80}?如下(?:解读|说明|解释)?/g;
const laysDown: readonly (readonly [RegExp, ReportKind])[] = [
  [
    /制[定订](?:本(?![局镇乡街单系县市区部机级辖院所站科处校司厅委办])|如下|以下)[^。,;:]{0,8}(?:方案|计划|要点|意见|指引|清单|安排)[。:;]|提出(?:如下|以下)[^。,;:]{0,6}意见/,
    'work-plan',
  ],
  [
    /制[定订](?:本(?![局镇乡街单系县市区部机级辖院所站科处校司厅委办])|如下|以下)[^。,;:]{0,8}(?:办法|规定|细则|制度|规则|规范|标准|指南|纲要|条例|体系)[。:;]/,
    'law',
  ],
];
/** 2025年,我局将重点做好以下工作: before the first part, of the year to come. */
const willDo =
  /将(?:继续|进一步|深入|重点|持续|着力|切实|认真|主要|全面)[^。]{0,60}(?:做好|抓好|开展|推进|落实)(?:以下|如下)[^。]{0,8}(?:工作|任务)[:。]/;
const answers = /(?:^|\n)(?:问|答)[::]/g;
const planParts = /^(?:总体要求|指导思想|总体思路|总体目标|工作目标|目标任务|工作思路)/;
const responsible = /\((?:责任|牵头|配合|主办|落实)(?:单位|部门|领导)/g;
const newsOpening =
  /^(?:近日|日前|连日来|本报讯|[^。\n]{0,20}讯[(:,  ]|[^。\n]{0,12}记者|(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午|,))/;

/** Requests stand in several ways at once; one alone stands in reports too. */
const requests: readonly RegExp[] = [
  /(?:^|\n)各(?!位)[^。\n]{2,80}:(?:\n|$)/,
  /请(?:各|于|按|将|认真|务必|你|贵)[^。]{0,60}(?:报送|报至|上报|形成|提交|总结|公开|报县|报市|报区|报省)/,
  /(?:^|\n)[^\n]{0,4}(?:报告内容|报送内容|报送时间|报送要求|报送方式|报告主体|公开要求|公开时限|时间要求|有关要求)/,
  /联系(?:人|电话)/,
];

/** What is asked about a text. */
export interface Wording {
  readonly flat: string;
  readonly bodyFrom: number;
  /** Headings of level 1. */
  readonly parts: readonly Heading[];
  /** Without blanks. */
  readonly title: string | null;
  /** The title speaks of the genre's own subject. */
  readonly own: boolean;
}

/** What the wording says of a text; null where nothing speaks against a report. */
export function otherWording({ flat, bodyFrom, parts, title, own }: Wording): OtherKind | null {
  const opening = flat.slice(bodyFrom, bodyFrom + 700);
  const reports = reportsBelow.test(flat.slice(0, bodyFrom + 1500));
  if (!reports) {
    const verbs = allMatches(flat.slice(0, bodyFrom + 700), announces).map(said =>
      otherVerbs.find(([end]) => end.test(said[0])),
    );
    const verb = verbs.find(found => found !== undefined);
    if (verb !== undefined) return told(verb[1]);
  }
  const named = own && title !== null && reportEnd.test(title);
  if (isOfProgram(flat, named || parts.length > 0))
    return { kind: 'other', zh: '正文多是程序代码或外文', en: 'its text is program code or not Chinese' };
  // A report of tables may say hardly a sentence; its title and parts name it.
  if (!(named && parts.length > 0) && !holdsTwo(flat.slice(0, enough), sentenceEnds))
    return { kind: 'other', zh: '正文没有成句的叙述', en: 'its text holds no sentences' };
  if (named) return null;
  if (reports) return null;
  if (title !== null && carries.test(title) && parts.length === 0) return ofTitle('other', title);
  if (requests.filter(request => request.test(flat.slice(0, bodyFrom + 1200))).length >= 2) return told('other');
  const laid = laysDown.find(([words]) => words.test(opening));
  if (laid !== undefined) return told(laid[1]);
  if (willDo.test(flat.slice(0, parts[0]?.flatStart ?? bodyFrom + 200))) return told('work-plan');
  if (count(opening, answers) >= 3) return told('interpretation');
  const [first] = parts;
  if (first !== undefined && planParts.test(flat.slice(first.flatStart + first.marker.length, first.flatEnd).trim()))
    return { kind: 'work-plan', zh: `一级标题“${first.text}”`, en: `its first heading: “${first.text}”` };
  if (count(flat.slice(0, enough), responsible) >= 2) {
    return { kind: 'work-plan', zh: '各项任务后面写着责任单位', en: 'its tasks name who is responsible for them' };
  }
  if (newsOpening.test(opening) && parts.length === 0) return told('news');
  if (selfNamed.test(opening) || aboutWriting.test(opening.slice(0, 200))) return told('other');
  return null;
}

/** A full stop of another script, as after recognition of scanned letters, ends a sentence as well. */
const sentenceEnds = /[。!?;]|(?<=\p{Script=Han})\./gu;

/** So many characters of a long text tell what it is made of. */
const enough = 10_000;

/**
 * Pages of a program's documentation hold commands and names of keys, or are in another language; under the title of a
 * report, or with parts as it has them, foreign letters may as well be what a page put between its lines.
 */
function isOfProgram(flat: string, formed: boolean): boolean {
  const some = flat.slice(0, enough);
  return (!formed && count(some, /[A-Za-z]/g) > count(some, /\p{Script=Han}/gu)) || count(some, /`[^`\n]+`/g) >= 4;
}

/** Whether a pattern with the flag g is found twice; the rest of the text is not read. */
function holdsTwo(text: string, what: RegExp): boolean {
  what.lastIndex = 0;
  const found = what.test(text) && what.test(text);
  what.lastIndex = 0;
  return found;
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

const told = (kind: ReportKind): OtherKind => ({ kind, zh: '开头如此表明', en: 'its opening says so' });

const ofTitle = (kind: ReportKind, title: string): OtherKind => ({
  kind,
  zh: `标题“${title}”`,
  en: `the title says so: “${title}”`,
});
