/** Says what kind of document a text is, and why. */

import { allMatches } from '../read/all-matches.ts';
import type { Genre } from '../rules/types.ts';
import { unbrokenCopy } from './copy.ts';
import { kindSays, titleSays } from './cues.ts';
import { styleOf } from './headed.ts';
import { headline, isOwnPaper, otherWording, titleEnd } from './other-kinds.ts';
import type { Copy, Heading, Metadata, Recognition, ReportKind } from './types.ts';

const kindNames: Record<ReportKind, { zh: string; en: string }> = {
  'annual-report': { zh: '另一种年度报告', en: 'another annual report' },
  'work-plan': { zh: '工作要点、安排或方案', en: 'a work plan' },
  'self-inspection': { zh: '自查报告', en: 'a self-inspection report' },
  'half-year': { zh: '半年或季度总结', en: 'a half-year or quarterly summary' },
  disclosure: { zh: '政府信息公开工作年度报告', en: 'an annual report on government information disclosure' },
  'law-based-government': { zh: '法治政府建设年度报告', en: 'an annual report on law-based government' },
  news: { zh: '新闻稿', en: 'a news item' },
  law: { zh: '法规或制度文件', en: 'a law or regulation' },
  interpretation: { zh: '政策解读', en: 'an interpretation of a document' },
  other: { zh: '其他材料', en: 'another kind of document' },
};

const article = /第[一二三四五六七八九十百]{1,5}条(?!第)/y;
const reporting = /报告|总结|汇报|述职|年报|情况/;
const lawTitle = /(?:法|条例|规定|办法|细则|规则|规章)(?:\([^)]*\))?$/;
const done = /举措|成效|措施|做法|情况/;
const formula = /(?:现将|现就|兹将|(?<=[,。;\n])现)[^。]{0,60}(?:如下|汇报|报告|总结|公开|公布)/;
/** 现将工作要点印发如下, 现就…安排如下 announce another kind of document; 现将…情况和工作安排报告如下 does not. */
const otherFormula = /通知|印发|公告|(?<!报告|总结|汇报|情况.*)(?:要点|方案|安排|计划|意见|规定)如下/;

/** 制定本方案, 安排如下, 印发给你们: the text itself is a plan or a rule. */
const layingDown =
  /(?:制定|制订|拟定|提出|形成)(?:本|如下|以下)|(?:安排|部署|要求|意见|方案|计划|要点|规定|办法|清单)如下|印发给你们|请.{0,10}(?:贯彻|遵照)/;

/** A text that is asked what it is. */
interface Asked {
  readonly copy: Copy;
  readonly genre: Genre;
  readonly bodyFrom: number;
  /** Headings of level 1. */
  readonly parts: readonly Heading[];
  /** The title as it is written, and as it is read: without blanks, in the characters of the phrases. */
  readonly title: string | null;
  readonly name: string | null;
  /** The title speaks of the genre's own subject. */
  readonly own: boolean;
  readonly year: number | null;
}

/** Headings of level 1; where there is none, those that are numbered like the first (1. above (1)). */
function partsOf(outline: readonly Heading[]): readonly Heading[] {
  const parts = outline.filter(heading => heading.level === 1);
  const [first] = outline;
  if (parts.length > 0 || first === undefined) return parts;
  return outline.filter(({ marker }) => styleOf(marker) === styleOf(first.marker));
}

/** Recognises a text by its title; without one by its opening and its parts. */
export function recognise(
  copy: Copy,
  meta: Metadata,
  outline: readonly Heading[],
  bodyFrom: number,
  genre: Genre,
): Recognition {
  if (isOwnPaper(copy.flat)) return ownPaper;
  const title = meta.title?.value ?? null;
  const unbroken = title === null ? null : unbrokenCopy(title.replace(/\s/g, ''));
  const says = unbroken === null ? null : titleSays(genre, unbroken);
  if (says !== null && says.other !== null) return byTitle(says.other, title);
  const parts = partsOf(outline);
  const year = meta.reportYear?.value ?? null;
  const name = unbroken?.flat ?? null;
  const asked: Asked = { copy, genre, bodyFrom, parts, title, name, own: says?.own === true, year };
  for (const doubt of doubts) {
    const spoken = doubt(asked);
    if (spoken !== null) return spoken;
  }
  return {
    recognised: true,
    kind: 'annual-report',
    why: asked.own
      ? { zh: `标题表明是${genre.name.zh}。`, en: `Its title says so: ${genre.name.en}.` }
      : {
          zh: `没有这样的标题，但开头和各部分标题表明是${genre.name.zh}。`,
          en: `No title says so, but its opening and parts are those of this report: ${genre.name.en}.`,
        },
  };
}

/** What can speak against a report of this genre, in the order in which it is asked; the first that speaks decides. */
const doubts: readonly ((asked: Asked) => Recognition | null)[] = [
  otherEnd,
  articles,
  otherMatter,
  otherTitle,
  unspoken,
  inPassing,
  inHeadline,
  personal,
  untitled,
  otherYear,
  tooShort,
];

const byTitle = (kind: ReportKind, title: string | null): Recognition =>
  refused(kind, `标题“${title ?? ''}”`, `the title says so: “${title ?? ''}”`);

const byOpening = (kind: ReportKind): Recognition => refused(kind, '开头如此表明', 'its opening says so');

function otherEnd({ name }: Asked): Recognition | null {
  const end = name === null ? null : titleEnd(name);
  return end === null ? null : refused(end.kind, end.zh, end.en);
}

function articles({ copy }: Asked): Recognition | null {
  return articlesIn(copy.flat) < 3 ? null : refused('law', '正文按条文编写', 'its text is divided into articles');
}

function otherMatter({ copy, bodyFrom, parts, name, own }: Asked): Recognition | null {
  const wording = otherWording({ flat: copy.flat, bodyFrom, parts, title: name, own });
  return wording === null ? null : refused(wording.kind, wording.zh, wording.en);
}

function otherTitle({ title, name, own }: Asked): Recognition | null {
  if (name === null || own || reporting.test(name)) return null;
  return byTitle(lawTitle.test(name) ? 'law' : 'other', title);
}

/** Neither title, opening nor parts speak of the genre's own subject. */
function unspoken({ copy, genre, bodyFrom, parts, own }: Asked): Recognition | null {
  const inPart = ({ flatStart, flatEnd }: Heading) => kindSays(genre, copy, flatStart, flatEnd);
  const end = copy.flat.length;
  if (own || kindSays(genre, copy, bodyFrom, Math.min(end, bodyFrom + 700)).own) return null;
  if (parts.some(heading => inPart(heading).own)) return null;
  const told = parts.find(heading => isAnnual(inPart(heading).other));
  const { other } = told === undefined ? kindSays(genre, copy, 0, Math.min(end, bodyFrom + 300)) : inPart(told);
  if (isAnnual(other)) return byOpening(other ?? 'other');
  return refused(
    'other',
    `标题、开头和一级标题都看不出是${genre.name.zh}`,
    `neither title, opening nor main headings are those of this report: ${genre.name.en}`,
  );
}

/** 某局2023年工作总结和2024年工作计划: of all that a body does, so that its parts must name the genre's matter, not its opening. */
const ofAllWork = /年度?工作(?:总结|情况)(?:[及和暨与]|以及).{0,12}(?:计划|打算|思路|安排|要点|谋划)$/;

/** 某局2024年工作总结, whose opening and parts are of other things: the matter is met in passing only. */
function inPassing({ copy, genre, bodyFrom, parts, title, name, own }: Asked): Recognition | null {
  if (title === null || own) return null;
  const passing =
    ofAllWork.test(name ?? '') && !parts.some(part => kindSays(genre, copy, part.flatStart, part.flatEnd).own);
  return passing || !opensWithMatter(copy, bodyFrom, parts, genre) ? byTitle('other', title) : null;
}

/**
 * 推动法治政府建设取得新成效, 三举措提升报告质量: a headline of the genre's matter that names no report or one in passing, over a
 * text that announces and parts nothing.
 */
function inHeadline({ copy, genre, bodyFrom, parts, title, name, own }: Asked): Recognition | null {
  if (!own || name === null || parts.length > 0 || (reporting.test(name) && !headline.test(name))) return null;
  if (announcement(copy, bodyFrom, parts, genre) !== null) return null;
  return byTitle(isNews(copy.flat) ? 'news' : 'other', title);
}

function personal({ copy, bodyFrom, name }: Asked): Recognition | null {
  if (!isPersonal(copy.flat, bodyFrom, name)) return null;
  return refused('other', '是负责人个人的述法、述职报告', 'it is the statement of one official about himself');
}

/** Without a title its opening tells, and its first heading where that lacks too. */
function untitled({ copy, genre, bodyFrom, parts, name }: Asked): Recognition | null {
  if (name !== null) return null;
  if (parts.length === 0 && isNews(copy.flat)) return byOpening('news');
  const reports = announcement(copy, bodyFrom, parts, genre);
  // An opening may speak of meetings and plans; where it announces a report, only the announcement tells the kind.
  const [from, to] = reports ?? [0, Math.min(copy.flat.length, bodyFrom + 300)];
  const said = kindSays(genre, copy, from, to).other;
  // Reports name the plans and laws of their year as well; only a text that says it lays one down is one.
  const plan = said === 'work-plan' || said === 'law';
  const first = parts[0];
  const headed = first !== undefined && first.flatStart <= bodyFrom;
  // News does not begin with 一、; a body whose head was lost does, and tells of meetings and courses.
  const atOnce = said === 'news' && headed;
  const other = atOnce || (plan && !layingDown.test(copy.flat.slice(from, to))) ? null : said;
  if (reports !== null) return other === 'half-year' || other === 'self-inspection' ? byOpening(other) : null;
  // No title and no opening: the first heading is all that names the subject.
  if (headed) {
    const says = kindSays(genre, copy, first.flatStart, first.flatEnd);
    if (!says.own && says.other === 'other')
      return refused('other', `一级标题“${first.text}”`, `its first heading: “${first.text}”`);
  }
  if (other === null) return null;
  const announced = plan || isAnnual(other);
  return announced || (parts.length < 2 && !opensWithYear(copy, bodyFrom, first, genre)) ? byOpening(other) : null;
}

function otherYear({ genre, year }: Asked): Recognition | null {
  const { from, to } = genre.recognise.years;
  if (year === null || (year >= from && (to === undefined || year <= to))) return null;
  return refused(
    'other',
    `报告年度为${year}年，不在这套审核标准适用的年度内`,
    `its year, ${year}, lies outside the years of the rule set`,
  );
}

function tooShort({ copy }: Asked): Recognition | null {
  return copy.flat.length < 150 ? refused('other', '正文过短', 'its text is too short for a report') : null;
}

/** 现将我履行第一责任人职责情况报告如下, 现述法如下; or a 述法报告 that says I: one person speaks of himself, no body of its year. */
function isPersonal(flat: string, bodyFrom: number, title: string | null): boolean {
  const opening = flat.slice(0, bodyFrom + 900);
  if (/述法(?:情况)?如下/.test(opening) && !/法治政府建设/.test(title ?? '')) return true;
  if (/(?:现将|现就|兹将)(?:本人|个人)/.test(opening) || announcesMe.test(opening)) return true;
  if (title === null || !/述法|述职|第一责任人/.test(title) || /法治政府建设/.test(title)) return false;
  return allMatches(opening, saysMe).length >= 3;
}

/** I, not 我局, 我们, 我国, 我分局. */
const me =
  '(?<!自)我(?!们|国|党|军|辖|会|部|[省市县区旗州盟镇乡局委办院厅街队站所校司处社台署园场段库]|关(?![注于心系])|联(?!系)|分局|分中心|管委|开发区|高新区|经开区|园区|新区|单位|系统|中心|支队|总队|大队|海关|室|馆|监狱|集团|公司|基地|保护区|景区|度假区|示范区|[协商]会)';
const announcesMe = new RegExp(`(?:现将|现就|兹将)${me}`, 'u');
const saysMe = new RegExp(`本人|${me}`, 'gu');

/** Two signs of an item of news before any part begins: a meeting speaks, someone presides, a day opens the text. */
function isNews(flat: string): boolean {
  const opening = flat.slice(0, 600);
  if (formula.test(opening)) return false;
  const signs = [
    /(?:会议|会上)[^。]{0,6}(?:指出|强调|要求|认为|传达|听取|通报)|(?:^|[。\n])会上,|[\p{Script=Han}]强调[:,]/u,
    /主持(?:召开|会议|并)|出席(?:会议|活动|仪式)|参加(?:会议|活动)|并讲话|作.{0,6}讲话/,
    /^(?:近日|日前|今天|昨日|昨天|当天|.{0,80}?\d{1,2}月\d{1,2}日)/,
    /记者|通讯员/,
  ];
  return signs.filter(sign => sign.test(opening)).length >= 2 && (signs[0] as RegExp).test(opening);
}

/** The genre's matter stands before the text announces that it reports, or in a heading of level 1. */
function opensWithMatter(copy: Copy, bodyFrom: number, parts: readonly Heading[], genre: Genre): boolean {
  const said = formula.exec(copy.flat.slice(0, bodyFrom + 900));
  if (said === null) return true;
  return (
    kindSays(genre, copy, 0, said.index + said[0].length).own ||
    parts.some(heading => kindSays(genre, copy, heading.flatStart, heading.flatEnd).own)
  );
}

/** How many paragraphs begin like an article of law. */
function articlesIn(flat: string): number {
  let count = opensArticle(flat, 0) ? 1 : 0;
  for (let at = flat.indexOf('\n第'); at !== -1; at = flat.indexOf('\n第', at + 1)) {
    if (opensArticle(flat, at + 1)) count += 1;
  }
  return count;
}

function opensArticle(flat: string, at: number): boolean {
  article.lastIndex = at;
  return article.test(flat);
}

const yearAdverb = /^(?:20\d\d年(?:度|来|以来)?|今年以来|一年来)(?:,|在[^。,]{0,24}领导下)/;

/** 2023年,… of the genre's own matter, and then a part: no news or interpretation begins so. */
function opensWithYear(copy: Copy, bodyFrom: number, first: Heading | undefined, genre: Genre): boolean {
  if (first === undefined || !yearAdverb.test(copy.flat.slice(bodyFrom, bodyFrom + 48))) return false;
  return kindSays(genre, copy, bodyFrom, first.flatStart).own;
}

/** Another annual report, told by its opening: whatever the genre's own words say, it is that one. */
const isAnnual = (kind: ReportKind | null): boolean => kind === 'disclosure' || kind === 'law-based-government';

/** Where the text itself says that it reports: 现将…情况报告如下, or a first part on what was done in the genre's own matter. */
function announcement(
  copy: Copy,
  bodyFrom: number,
  parts: readonly Heading[],
  genre: Genre,
): readonly [from: number, to: number] | null {
  const said = formula.exec(copy.flat.slice(0, bodyFrom + 900));
  if (said !== null && !otherFormula.test(said[0])) {
    // 进行了自查自评,现报告如下: the clause before tells what is reported where the formula names nothing.
    const checked = /法治|依法/.test(said[0]) ? null : /自查(?:自评)?,$/.exec(copy.flat.slice(0, said.index));
    return [checked?.index ?? said.index, said.index + said[0].length];
  }
  const part = parts.find(({ flatStart, flatEnd }) => {
    const said = copy.flat.slice(flatStart, flatEnd);
    if (!done.test(said) || /上半年|季度/.test(said)) return false;
    const { own, other } = kindSays(genre, copy, flatStart, flatEnd);
    // 一、主要工作及成效 as first line of all: what stands under it tells the matter.
    return own || (other === null && flatStart <= bodyFrom && kindSays(genre, copy, flatEnd, flatEnd + 120).own);
  });
  return part === undefined ? null : [part.flatStart, part.flatEnd];
}

const ownPaper: Recognition = {
  recognised: false,
  kind: 'other',
  why: {
    zh: '这是本工具生成的材料（审核结果、反馈意见、清单、底稿或汇总），不是报告。',
    en: 'This is a paper that this tool made (a result, letter, list or overview), not a report.',
  },
};

/** 关于召开…会议的通知 speaks of a meeting and is no news of it. */
const noticeTitle = /通知(?:[(（][^()（）]*[)）])?”$/;
const notice = { zh: '通知', en: 'a notice' };

function refused(kind: ReportKind, zh: string, en: string): Recognition {
  const isNotice = (kind === 'news' || kind === 'other') && noticeTitle.test(zh);
  const name = isNotice ? notice : kindNames[kind];
  return { recognised: false, kind, why: { zh: `这是${name.zh}：${zh}。`, en: `This is ${name.en}: ${en}.` } };
}
