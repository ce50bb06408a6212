/** Says what kind of document a text is, and why. */

import type { Genre } from '../rules/types.ts';
import { unbrokenCopy } from './copy.ts';
import { kindSays } from './cues.ts';
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
/** 现将工作要点印发如下 announces another kind of document. */
const otherFormula = /通知|印发|要点|方案|公告/;

/** Recognises a text by its title; without one by its opening and its parts. */
export function recognise(
  copy: Copy,
  meta: Metadata,
  outline: readonly Heading[],
  bodyFrom: number,
  genre: Genre,
): Recognition {
  const title = meta.title === null ? null : kindSays(genre, unbrokenCopy(meta.title.value.replace(/\s/g, '')));
  if (title !== null && title.other !== null) {
    return refused(title.other, `标题“${meta.title?.value ?? ''}”`, `the title says so: “${meta.title?.value ?? ''}”`);
  }
  const own = title?.own === true;
  const parts = outline.filter(heading => heading.level === 1);
  if (articlesIn(copy.flat) >= 3) {
    return refused('law', '正文按条文编写', 'its text is divided into articles');
  }
  const name = meta.title?.value.replace(/\s/g, '') ?? null;
  if (name !== null && !own && !reporting.test(name)) {
    return refused(lawTitle.test(name) ? 'law' : 'other', `标题“${name}”`, `the title says so: “${name}”`);
  }
  const speaks =
    own ||
    kindSays(genre, copy, bodyFrom, Math.min(copy.flat.length, bodyFrom + 700)).own ||
    parts.some(heading => kindSays(genre, copy, heading.flatStart, heading.flatEnd).own);
  if (!speaks) {
    const { other } = kindSays(genre, copy, 0, Math.min(copy.flat.length, bodyFrom + 300));
    if (isAnnual(other)) return refused(other ?? 'other', '开头如此表明', 'its opening says so');
    return refused(
      'other',
      `标题、开头和一级标题都看不出是${genre.name.zh}`,
      `neither title, opening nor main headings are those of this report: ${genre.name.en}`,
    );
  }
  if (title === null) {
    const reports = announcement(copy, bodyFrom, parts, genre);
    // An opening may speak of meetings and plans; where it announces a report, only the announcement tells the kind.
    const [from, to] = reports ?? [0, Math.min(copy.flat.length, bodyFrom + 300)];
    const { other } = kindSays(genre, copy, from, to);
    const announced =
      reports !== null
        ? other === 'half-year' || other === 'self-inspection'
        : other === 'work-plan' || other === 'law' || isAnnual(other);
    if (other !== null && (announced || (reports === null && parts.length < 2)))
      return refused(other, '开头如此表明', 'its opening says so');
  }
  const year = meta.reportYear?.value ?? null;
  const { from, to } = genre.recognise.years;
  if (year !== null && (year < from || (to !== undefined && year > to))) {
    return refused(
      'other',
      `报告年度为${year}年,不在这套审核标准适用的年度内`,
      `its year, ${year}, lies outside the years of the rule set`,
    );
  }
  if (copy.flat.length < 150) return refused('other', '正文过短', 'its text is too short for a report');
  return {
    recognised: true,
    kind: 'annual-report',
    why: own
      ? { zh: `标题表明是${genre.name.zh}。`, en: `Its title says so: ${genre.name.en}.` }
      : {
          zh: `没有这样的标题,但开头和各部分标题表明是${genre.name.zh}。`,
          en: `No title says so, but its opening and parts are those of this report: ${genre.name.en}.`,
        },
  };
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
  if (said !== null && !otherFormula.test(said[0])) return [said.index, said.index + said[0].length];
  const part = parts.find(
    heading =>
      done.test(heading.text) &&
      !/上半年|季度/.test(heading.text) &&
      kindSays(genre, copy, heading.flatStart, heading.flatEnd).own,
  );
  return part === undefined ? null : [part.flatStart, part.flatEnd];
}

function refused(kind: ReportKind, zh: string, en: string): Recognition {
  const name = kindNames[kind];
  return { recognised: false, kind, why: { zh: `这是${name.zh}:${zh}。`, en: `This is ${name.en}: ${en}.` } };
}
