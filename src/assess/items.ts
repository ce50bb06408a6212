/** The items of a part, one by one: what is counted where a part must name several, and what its answers are looked for. */
import { allMatches } from '../read/all-matches.ts';
import { readNumeral } from '../read/numerals.ts';
import { headsCauses } from '../report/headed.ts';
import type { Heading, Zone, ZoneStretch } from '../report/types.ts';
import type { Context, FlatSpan } from './context.ts';

/** The stretches of a zone that say something. */
export function stretchesOf({ report: { zones, copy } }: Context, zone: Zone): ZoneStretch[] {
  return zones.filter(one => one.zone === zone && copy.flat.slice(one.flatStart, one.flatEnd).trim().length > 5);
}

/** 案卷归档不及时问题已整改: of last year's report mostly, and no shortcoming any more. */
const settled =
  /已[^,。;未]{0,8}(?:整改|解决|销号)|(?:均|都|全部)(?:得到|已经?|予以)?(?:整改|解决|销号)|整改(?:到位|完成|完毕|落实到位)|(?<!未)完成整改/;
/** 针对归档不及时问题,明确专人管理 behind a sentence that tells of all: 督察反馈的3个问题已完成整改. */
const remedied =
  /^(?:[一二三四五六七八九十]是|[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．])?(?:针对|对于?)[^,。;]{2,40}(?:问题|不足|情况),/;
const toDo = /将|拟|要|计划|下一步|继续|持续|进一步|加强|强化|完善|加大|尚|仍|还/;

/** Whether an item of a part of shortcomings tells of one that is no more. */
function isSettled({ report: { copy } }: Context, { zone, flatStart }: ZoneStretch, { start, end }: FlatSpan): boolean {
  if (zone !== 'problem') return false;
  const said = copy.flat.slice(start, end).split('。', 1)[0] as string;
  if (settled.test(said)) return !/尚|仍|还/.test(said);
  return remedied.test(said.trim()) && !toDo.test(said) && settled.test(copy.flat.slice(flatStart, start));
}

/** What a part names, item by item; of shortcomings those still there. */
export function itemsOf(context: Context, stretches: readonly ZoneStretch[], stops = /[。;\n]/): FlatSpan[] {
  return namedItems(context, stretches, stops).filter(item => {
    const stretch = stretches.find(({ flatStart, flatEnd }) => flatStart <= item.start && item.start < flatEnd);
    return stretch === undefined || !isSettled(context, stretch, item);
  });
}

/**
 * Headings below the part's own, else 一是/二是, 第一/第二, numbered paragraphs, else sentences that say something. Of
 * shortcomings the causes told beside them are none.
 */
function namedItems(context: Context, stretches: readonly ZoneStretch[], stops: RegExp): FlatSpan[] {
  const { flat } = context.report.copy;
  let counted: FlatSpan[] = [];
  const headed: FlatSpan[] = [];
  for (const stretch of stretches) {
    if (tellsCauses(stretch)) continue;
    headed.push(...headedItems(context, stretch));
    for (const marker of itemMarkers) {
      const found = countedItems(flat, stretch, marker);
      if (found.length > counted.length) counted = found;
    }
  }
  const longer = headed.length > counted.length ? headed : counted;
  // Two headings over paragraphs that each tell results: the paragraphs are the themes.
  if (stretches[0]?.zone === 'work' && longer.length < fewThemes) {
    const told = stretches.flatMap(stretch => paragraphsTold(context, stretch));
    if (told.length >= fewThemes) return told;
  }
  // A single marker may be the part's own (3.存在的不足); one theme of the work part stays one.
  if (longer.length > 1 || (counted.length > 0 && stretches[0]?.zone === 'work')) return longer;
  const sentences = stretches.flatMap(stretch => (tellsCauses(stretch) ? [] : sentencesOf(context, stretch, stops)));
  return sentences.length > 0 ? sentences : counted;
}

const fewThemes = 3;

/** Lines of a stretch, no headings, that hold a figure. */
function paragraphsTold({ report: { copy } }: Context, { flatStart, flatEnd }: ZoneStretch): FlatSpan[] {
  const found: FlatSpan[] = [];
  for (const { 0: line, index } of allMatches(copy.flat.slice(flatStart, flatEnd), /[^\n]+/g)) {
    if (!line.startsWith('|') && /。.*\d|\d.*[。;]/.test(line) && line.length > shortestParagraph)
      found.push({ start: flatStart + index, end: flatStart + index + line.length });
  }
  return found;
}
const shortestParagraph = 12;

/** 存在的不足和原因 leads up to both. */
const leadsToCauses = (lead: string): boolean =>
  /原因|根源|症结|成因/.test(lead) && !/(?:问题|不足|短板|差距|困难)(?:和|与|及|、|以及)/.test(lead);

/** A stretch under a heading for causes alone. */
export const tellsCauses = ({ zone, openedBy }: ZoneStretch): boolean =>
  zone === 'problem' && openedBy !== null && headsCauses(withoutMarker(openedBy));

const withoutMarker = (heading: string): string =>
  heading.replace(/^[(（]?[一二三四五六七八九十\d①-⑳]{0,3}[)）、.．]?\s*/, '').replace(/[:。,]$/, '');

/** Headings below the part's own, each with its text; those for causes and what stands under them are left out. */
function headedItems(context: Context, { zone, flatStart, flatEnd }: ZoneStretch): FlatSpan[] {
  const { flat } = context.report.copy;
  let cause: Heading | null = null;
  const inside: Heading[] = [];
  for (const heading of context.report.outline) {
    if (heading.flatStart < flatStart || heading.flatStart >= flatEnd) continue;
    if (cause !== null && heading.level > cause.level) continue;
    const said = flat.slice(heading.flatStart + heading.marker.length, heading.flatEnd);
    cause = zone === 'problem' && headsCauses(said.trim().replace(/[:。,]$/, '')) ? heading : null;
    if (cause === null) inside.push(heading);
  }
  const own = belowLone(inside);
  return own.map((heading, nth) => ({ start: heading.flatStart, end: own[nth + 1]?.flatStart ?? flatEnd }));
}

/** Of 二、不足和原因, (一)存在的不足, 1. and 2. the last two: a heading that stands alone on its level is the part's own. */
function belowLone(inside: readonly Heading[]): readonly Heading[] {
  const top = Math.min(...inside.map(heading => heading.level));
  const below = inside.filter(heading => heading.level > top);
  return below.length > 0 && inside.length - below.length === 1 ? belowLone(below) : inside;
}

/** Each begins with a character that is looked for at once, not with a choice of them. */
const itemMarkers = [
  /是(?<=[一二三四五六七八九十]是)/g,
  /第[一二三四五六七八九十][,、是]/g,
  /其(?:[一二三四五六][,、是]|(?<=[。;:,\n]其)[一二三四五六](?![、生]))/g,
  /(?:首先|其次|再次|再者|最后)[,是]/g,
  /[\n。;:][一二三四五六七八九十]、/g,
  /(?:^|[\n;。:])(?:[(（]?\d{1,2}[.、)](?!\d)|[①-⒛])/g,
  /\((?:(?<=[^\n。:(]\()[二三四五六七八九十]\)|(?<=(?:^|[\n。:])\()一\)(?=[^。\n(]{2,60}\())/g,
  /(?:^|[\n;。])(?:问题|不足|短板|差距|难点)之?[一二三四五六七八九十][:,是]/g,
];
const firstOfList =
  /^(?:[一]?是|第一|其一|首先|[\n;。:]?(?:[(（]?(?:1[.、)]|一[)）、])|(?:问题|不足|短板|差距|难点)之?一|[①⑴⒈]))/;

/** Items by one kind of marker; a list that a word for causes leads up to (原因主要是:一是…) is left out. */
function countedItems(flat: string, stretch: ZoneStretch, marker: RegExp): FlatSpan[] {
  const { zone, flatStart, flatEnd } = stretch;
  const said = flat.slice(flatStart, flatEnd);
  const items: FlatSpan[] = [];
  let causes = false;
  const found = allMatches(said, marker);
  for (const [nth, { 0: mark, index }] of found.entries()) {
    const at = mark === '是' ? index - 1 : index;
    // The number of the part's own heading (3.存在的不足) counts none of its items.
    if (at === 0 && zone !== 'work' && found.length > 1 && headsPart(stretch)) continue;
    const opens = mark === '是' ? said[at] === '一' : firstOfList.test(mark);
    if (opens) causes = zone === 'problem' && leadsToCauses(leadOf(said, at));
    if (causes) continue;
    const next = found[nth + 1];
    const end = next === undefined ? said.length : next.index - (mark === '是' ? 1 : 0);
    // The wall before a number is no part of the item.
    const from = /^[\n;。:]/.test(mark) ? at + 1 : at;
    const line = said.indexOf('\n', at + mark.length);
    items.push({ start: flatStart + from, end: flatStart + (line === -1 ? end : Math.min(line, end)) });
  }
  return items;
}

/** Whether the heading at the begin of a stretch is numbered and opened it. */
const headsPart = ({ openedBy }: ZoneStretch): boolean => openedBy !== null && /^[(（]?[\d①-⒛]/.test(openedBy);

/** What leads up to a list: the sentence, or the line before, that ends where the list begins. */
function leadOf(said: string, at: number): string {
  const before = said.slice(Math.max(0, at - 60), at).replace(/[\n。;:,]+$/, '');
  return before.slice(before.search(/[^\n。;]*$/));
}

/** 力量薄弱 alone says something; a title, a name or a closing word is shorter. */
const shortest = 6;

function sentencesOf(context: Context, { zone, flatStart, flatEnd }: ZoneStretch, stops: RegExp): FlatSpan[] {
  const { flat } = context.report.copy;
  const first = context.report.outline.find(heading => heading.flatStart >= flatStart);
  const headed = first?.flatStart === flatStart ? flat.slice(flatStart, first.flatEnd) : null;
  const found: FlatSpan[] = [];
  let start = flatStart;
  for (const sentence of flat.slice(flatStart, flatEnd).split(stops)) {
    const end = start + sentence.length;
    const said = behindLead(sentence);
    const cell = said.startsWith('|') && start > flatStart;
    const beside =
      zone === 'problem' &&
      (cell || tellsCause.test(said) || onlyLeads.test(said) || rowOfHeads.test(said) || isSober(said));
    // 正视不足,补齐短板 alone on its line is a heading; 执法力量不足,经费缺乏。 under a number is an item.
    const heads = said === headed && (!said.includes(',') || (zone === 'problem' && flat[end] === '\n'));
    if (said.length >= shortest && !heads && !isIntroduction(said) && !beside)
      found.push({ start: end - said.length, end });
    start = end + 1;
  }
  return found;
}

/** What stands beside shortcomings: 由于编制有限,…; 虽有进步,但与要求相比还有差距. */
const tellsCause = /^(?:(?:其|主要|直接|根本|产生|存在|究其)*(?:原因|根源|症结|成因)|由于|因为)/;
/** 成绩面前,我们始终保持清醒头脑: nothing is lacking by it. */
const isSober = (sentence: string): boolean =>
  /清醒(?:的)?头脑|清醒(?:地)?认识|(?:只有|永远是?)进行时|没有(?:完成时|休止符|终点)|永远在路上/.test(sentence) &&
  !/不足|不够|不[强高深实严]|不到位|差距|短板|薄弱|欠缺|缺[乏少]|滞后|有待|单一|问题/.test(sentence);
/** 序号|问题|原因|措施 */
const rowOfHeads =
  /(?:^|\|)[^|]{0,6}(?:问题|不足|短板|困难|差距|弱项|表现)[^|]{0,4}\|.*(?:原因|成因|归因|根源|症结|措施|对策|举措|打算|办法|计划|安排)[^|]{0,4}(?:\||$)/;
const onlyLeads =
  /虽.*(?:还有|仍有|尚有|还存在|仍存在|仍然存在)(?:一定|不少|较大|很大|一些|许多|明显|薄弱环节|的)*(?:差距|不足|短板|问题)?$/;

/** 主要表现在:意识不强; — the first item stands behind what leads up to all of them. */
function behindLead(sentence: string): string {
  const colon = sentence.indexOf(':');
  return colon > 0 && isIntroduction(sentence.slice(0, colon)) ? sentence.slice(colon + 1) : sentence;
}

const announces =
  /([三四五六七八九3-9])(?:个?方面|个|点|项|大|处)(?:不[^。;:,]{1,4}”)?(?:的|有|存在|还有)?(?:主要|突出|明显|具体)?的?(?:问题|不足|短板|差距|弱项|困难|薄弱环节)[^。;:]{0,12}:/;

/**
 * 还有四点差距:…;…;…;… says itself how many there are: so many, where so many stand behind it; 存在以下短板:…;…;… that each
 * stands for one. Else none.
 */
export function announcedItems({ report: { copy } }: Context, stretches: readonly ZoneStretch[]): number {
  for (const { flatStart, flatEnd } of stretches) {
    const said = copy.flat.slice(flatStart, flatEnd);
    const match = announces.exec(said) ?? announcesList.exec(said);
    if (match === null) continue;
    const rest = said.slice(match.index + match[0].length).split(/[。\n]/, 1)[0] as string;
    const count = rest.split(';').filter(item => item.length >= shortest).length;
    if (match[1] === undefined || count === readNumeral(match[1])?.value) return count;
  }
  return 0;
}

const announcesList =
  /(?:以下|如下|下列)(?:几个|几点|一些)?(?:方面)?的?(?:主要|突出|明显)?的?(?:问题|不足|短板|差距|弱项|薄弱环节)[^,。;:]{0,6}:/;

/** 体制机制上,…;能力素质上,…: of what ； sets apart so many name their matter first. */
export function themedItems({ report: { copy } }: Context, stretches: readonly ZoneStretch[]): number {
  const pieces = stretches.flatMap(({ flatStart, flatEnd }) => copy.flat.slice(flatStart, flatEnd).split(/[;。\n]/));
  return pieces.filter(piece => namesMatter.test(piece)).length;
}
const namesMatter = /^(?:[^,。]{0,12}:)?在?[^,:\d]{2,10}(?:方面|上)[,:]/;

/** Farthest from the begin of a sentence that what leads up to the items stands. */
const farthestLead = 40;

/** A sentence that only leads up to the items. */
export function isIntroduction(sentence: string): boolean {
  const lead = sentence.slice(0, farthestLead + 5).search(/虽然|尽管|取得了?一定|取得了?明显/);
  return (
    (lead >= 0 && lead <= farthestLead) ||
    /(?:如下|主要表现|以下几|以下问题|一些问题|一些不足|不少问题|问题和不足|差距和不足|为指导|为统领)/.test(sentence)
  );
}
