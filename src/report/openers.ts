/** The headings of a report as its zones see them, numbered or not. */
import type { HeadingSays, ZoneCues } from './cues.ts';
import {
  headsKeyFew,
  headsRemedies,
  headsShortcomings,
  headsYear,
  invertedStyle,
  namesWorkToo,
  styleOf,
} from './headed.ts';
import { lostParts } from './lost-parts.ts';
import { isLabelledItem, paragraphsOf, type Range, unmarkedHeading } from './openings.ts';
import type { Copy, Heading } from './types.ts';

export interface ZoneSources {
  readonly copy: Copy;
  readonly outline: readonly Heading[];
  /** Flat index where the body begins (behind title and salutation) and where the tail begins. */
  readonly bodyFrom: number;
  readonly tailFrom: number;
  readonly reportYear: number | null;
}

/** A heading as zones see it: numbered, or a short line or sentence that a genre's phrases know. */
export interface Opener {
  readonly from: number;
  readonly to: number;
  /** 1 for a part; an unmarked heading is a part of its own. */
  readonly level: number;
  readonly marker: string;
  readonly says: HeadingSays;
  /** A short sentence at a paragraph's start (问题整改情况。), weaker than a line of its own. */
  readonly runIn: boolean;
}

export function openersOf(sources: ZoneSources, cues: ZoneCues): Opener[] {
  const { copy, outline, bodyFrom, tailFrom, reportYear } = sources;
  const asked = (from: number, to: number): HeadingSays => {
    const says = cues.heading(from, to);
    return says.has('problem') || !headsShortcomings(copy.flat.slice(from, to).trim().replace(/^关于/, ''))
      ? says
      : new Map([...says, ['problem', 0]]);
  };
  const inverted = invertedStyle(outline);
  const ofHeads = ({ flatEnd }: Heading, says: HeadingSays, text: string): HeadingSays => {
    const next = outline.find(({ flatStart }) => flatStart > flatEnd)?.flatStart ?? tailFrom;
    const heads = !says.has('first-responsible') && headsKeyFew(text, copy.flat.slice(flatEnd, next));
    return heads ? new Map([...says, ['first-responsible', 0]]) : says;
  };
  const openers: Opener[] = outline
    .filter(heading => heading.flatStart >= bodyFrom && heading.flatStart < tailFrom)
    .map((heading, nth) => ({
      from: heading.flatStart,
      to: heading.flatEnd,
      level: inverted !== null && styleOf(heading.marker) === inverted ? 1 : heading.level,
      marker: heading.marker,
      says: ofHeads(
        heading,
        nth === 0 && lastYears.test(copy.flat.slice(heading.flatStart, heading.flatEnd))
          ? new Map()
          : asked(heading.flatStart + heading.marker.length, heading.flatEnd),
        copy.flat.slice(heading.flatStart, heading.flatEnd),
      ),
      runIn: false,
    }));
  openers.push(...openers.flatMap(opener => repeated(copy.flat, opener, tailFrom)));
  const taken = new Set(openers.map(opener => opener.from));
  for (const paragraph of paragraphsOf(copy.flat, bodyFrom, tailFrom)) {
    if (taken.has(paragraph.from)) continue;
    const unmarked = unmarkedHeading(copy.flat, paragraph.from, paragraph.to);
    if (unmarked === null || reportFormula.test(copy.flat.slice(unmarked.from, unmarked.to))) continue;
    const line = copy.flat.slice(unmarked.from, unmarked.to);
    if (unmarked.runIn && statesDuty.test(line)) continue;
    const says = asked(unmarked.from, unmarked.to);
    const told = openers.some(({ from, says }) => from < unmarked.from && says.has('problem'));
    const ahead = !unmarked.runIn && headsYear(line, reportYear);
    const remedies = told && !ahead && headsRemedies(line, '');
    if (unmarked.runIn ? cues.cue('problem', unmarked.from, unmarked.to) !== null : remedies) {
      openers.push({ ...unmarked, level: 1, marker: '', says: new Map([...says, ['problem', 0]]) });
    } else if (
      says.size === 0 &&
      (isLabelledItem(copy.flat.slice(paragraph.from, paragraph.to)) || (unmarked.runIn && headsMatters.test(line)))
    ) {
      openers.push({ ...unmarked, level: 1, marker: '', says: new Map([['work', 0]]) });
    } else if (says.size > 0 || ahead) {
      openers.push({ ...unmarked, level: 1, marker: '', says });
    }
  }
  for (const { from, zone } of lostParts(copy.flat, openers, tailFrom, reportYear)) {
    openers.push({ from, to: from, level: 1, marker: '', says: new Map([[zone, 0]]), runIn: false });
  }
  return openers.sort((a, b) => a.from - b.from || a.level - b.level);
}

/** 3.不足 below the first part, and again below the others: the outline tells such a heading once. */
function repeated(flat: string, opener: Opener, tailFrom: number): Opener[] {
  const { from, to, level, marker } = opener;
  if (level === 1 || marker === '' || to - from > longestRepeated) return [];
  const line = `\n${flat.slice(from, to)}`;
  const found: Opener[] = [];
  for (let at = flat.indexOf(line, to); at !== -1 && at < tailFrom; at = flat.indexOf(line, at + 1)) {
    const end = at + line.length;
    if (/[。:\n]/.test(flat[end] ?? '\n')) found.push({ ...opener, from: at + 1, to: end });
  }
  return found;
}
const longestRepeated = 14;

/** 一、上一年度问题整改“回头看”: a report that begins with it tells what was done. */
const lastYears = /(?:上一?年度?|去年|20\d\d年度?)[^。,]{0,14}(?:问题|不足)[^。,]{0,4}整改/;

/** 再说依法行政的情况。 */
const headsMatters = /^(?:先|再|接着|最后|[还也]要|其次)(?:说|讲|谈|报告|汇报)[^,\d]{2,16}$/;

/** 局长为法治工作第一责任人。 is told, and heads nothing. */
const statesDuty = /(?:[为是]|担?任|作为)[^。,]{0,16}第一责任人。?$/;

export const reportFormula = /(?:现将|现就|兹将)[^。]{0,60}(?:如下|汇报|报告)/;

/** Where the opening of a text of one paragraph ends: with the sentence that announces the report. */
export function announcedEnd(flat: string, { from, to }: Range): number {
  const at = flat.slice(from, to).search(reportFormula);
  const stop = flat.slice(from + at, to).search(/[。:]/);
  return stop === -1 ? to : from + at + stop + 1;
}

/** Where a heading names the year after the report's (2025年重点工作): it heads a plan. */
export function nextYearIn({ copy, reportYear }: ZoneSources, { from, to, marker }: Opener): number | undefined {
  if (reportYear === null) return undefined;
  const at = copy.flat.slice(from + marker.length, to).indexOf(`${reportYear + 1}年`);
  return at === -1 ? undefined : at;
}

/** Of headings below one over both (主要负责人履职情况及法治政府建设工作情况), where one names the heads' duties, the others are work. */
export function headsAndWork(openers: readonly Opener[], opener: Opener, named: string): boolean {
  if (!namesWorkToo(named, opener.says.get('first-responsible'), opener.says.get('work'))) return false;
  const behind = openers.slice(openers.indexOf(opener) + 1);
  const next = behind.findIndex(other => other.level === 1 && !other.runIn);
  const under = next === -1 ? behind : behind.slice(0, next);
  return under.length > 1 && under.some(other => other.says.has('first-responsible'));
}
