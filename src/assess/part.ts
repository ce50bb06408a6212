/** Judges a part of the report: is it there, under a heading of its own, with substance? */
import type { ZoneStretch } from '../report/types.ts';
import type { Part } from '../rules/schema.ts';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { partWords } from '../words/findings.ts';
import { type Context, type FlatSpan, matchesOf, quantitiesBetween, zoneAt } from './context.ts';
import { announcedItems, isIntroduction, itemsOf, stretchesOf, tellsCauses, themedItems } from './items.ts';
import { refuse } from './refuse.ts';
import { mentions, tryPartial } from './statement.ts';
import { type Verdict, verdict } from './verdict.ts';

export function judgePart(context: Context, rule: Part, statusOf: (id: string) => Verdict | undefined): Verdict {
  const own = stretchesOf(context, rule.zone).filter(
    stretch => !isOfLastYear(context, stretch) && !asksOthers(context, stretch) && !plansNothing(context, stretch),
  );
  const stretches = own.length === 0 && rule.zone === 'work' ? toldWithHeads(context) : own;
  const counted = rule.zone === 'work' ? [...stretches, ...headsInWork(context)] : stretches;
  const heading = findHeading(context, rule, stretches);
  const cues = matchesOf(context, rule.cues).filter(
    match => refuse(context, match, { zones: [rule.zone], not: rule.not, anyStance: true }) === null,
  );
  const facts = factPlaces(context, rule, stretches, statusOf);
  const has = {
    heading: heading !== null,
    cue: cues.length > 0,
    items: itemsOf(context, counted).length,
    figures: countFigures(context, counted),
    facts: facts.count,
  };
  const enough = (need: Part['needs'][number][number]): boolean => {
    if (need === 'items') return has.items >= (rule.items ?? 1);
    if (need === 'figures') return has.figures >= (rule.figures ?? 1);
    if (need === 'facts') return has.facts >= (rule.facts?.atLeast ?? 1);
    return has[need];
  };
  const samePlanYear = rule.zone === 'plan' && heading !== null && namesOnlyYear(context, heading);
  const shown = [
    ...(heading === null ? [] : [heading]),
    ...cues.slice(0, 1),
    ...matterOf(context, rule, stretches, { heading, facts: facts.places }),
  ];
  if (stretches.length > 0 && !samePlanYear && rule.needs.some(needs => needs.every(enough))) {
    const bySemicolon =
      rule.needs.every(needs => needs.includes('items')) &&
      itemsOf(context, stretches, /[。\n]/).length < (rule.items ?? 1) &&
      Math.max(announcedItems(context, stretches), themedItems(context, stretches)) < (rule.items ?? 1);
    return verdict('met', { evidence: shown.slice(0, 3), oneSentence: bySemicolon });
  }
  if (samePlanYear)
    return verdict('missing', {
      reason: partWords.samePlanYear,
      refused: heading === null ? [] : [{ kind: 'prior-year', span: heading, word: null }],
    });
  const partial = tryPartial(context, rule.partial, { not: rule.not, anyStance: true });
  if (stretches.length > 0 || partial.evidence.length > 0) {
    const evidence =
      stretches.length === 0 ? partial.evidence : shown.length > 0 ? shown : openings(context, stretches);
    return verdict('partial', {
      evidence: evidence.slice(0, 3),
      refused: partial.refused.filter(({ kind }) => kind !== 'problem' && kind !== 'plan'),
      reason: stretches.length > 0 ? lacking(rule, has, enough) : null,
    });
  }
  if (rule.absent === 'not-applicable') return verdict('not-applicable', { refused: partial.refused });
  return verdict('missing', { refused: [...partial.refused, ...mentions(context, rule.about, { not: rule.not })] });
}

/** (一)落实第一责任人职责 below a heading of work: what the heads did, and one of the themes and some of the figures of that part. */
function headsInWork(context: Context): ZoneStretch[] {
  const parts = context.report.outline.filter(heading => heading.level === 1);
  return stretchesOf(context, 'first-responsible').filter(({ flatStart }) => {
    const over = parts.findLast(heading => heading.flatStart <= flatStart);
    return over !== undefined && over.flatStart < flatStart && zoneAt(context, over.flatStart) === 'work';
  });
}

/** What stands under one heading for both, 一、履行第一责任人职责和法治政府建设情况, where no part of its own tells the work. */
const toldWithHeads = (context: Context): ZoneStretch[] =>
  stretchesOf(context, 'first-responsible').filter(({ openedBy }) => forBoth.test(openedBy ?? ''));
const forBoth =
  /职责(?:情况)?(?:和|及|与|以及|暨|、)(?:推进|本[镇乡局县])?(?:法治政府建设|法治建设|依法行政)[^,。]{0,6}(?:情况|成效|举措)/;

/** 建议省级层面统一文书 under 意见建议: what others are asked to do is nothing that is planned. */
function asksOthers(context: Context, stretch: ZoneStretch): boolean {
  if (stretch.zone !== 'plan' || !/建议/.test(stretch.openedBy ?? '')) return false;
  const { flat } = context.report.copy;
  const items = itemsOf(context, [stretch]);
  return items.length > 0 && items.every(({ start, end }) => asking.test(flat.slice(start, end)));
}
const asking = /^[^\p{Script=Han}]*[一二三四五六七八九十]{0,2}[、.)）是]?(?:建议|恳请|希望|请求|盼望|期盼)/u;

/** 新的一年,愿我局更上层楼! wishes, and 按照年度要点,已完成… below 下一步打算 tells what was done. */
function plansNothing({ report: { copy } }: Context, { zone, flatStart, flatEnd }: ZoneStretch): boolean {
  if (zone !== 'plan') return false;
  const said = copy.flat.slice(flatStart, flatEnd).split(/[。!;\n]/);
  const told = said.filter(sentence => sentence.includes(','));
  return told.length > 0 && told.every(one => wishes.test(one) || (isDone.test(one) && !toCome.test(one)));
}
const wishes = /(?:^|,)[^,]{0,4}(?:祝愿?|愿)[^,]{2,}|^[^,]{0,10}(?:感谢|致谢)/;
const isDone = /已[经全均]?(?:部|全部)?(?:完成|落实|建成|实现|办结|解决|制定|印发)/;
const toCome = /将|拟|要(?![点求])|计划|打算|继续|进一步|力争|争取|下一?步|今后|明年|持续|着力/;

/** 上年问题整改情况, of which all is settled: no shortcoming of the year. */
function isOfLastYear(context: Context, stretch: ZoneStretch): boolean {
  if (stretch.zone !== 'problem' || !/(?:上年|去年|上一年)[^,;。]*整改/.test(stretch.openedBy ?? '')) return false;
  return itemsOf(context, [stretch]).length === 0;
}

/** 一、基本情况, 一、指导思想: such a heading tells nothing of what stands in the part; any other is quoted before it. */
const tellsGeneral =
  /^[^\p{Script=Han}]*[一二三四五六七八九十]?[、.)）]?(?:单位|部门)?(?:基本(?:情况|概况)|概况|指导思想|总体要求|工作背景)[。:]?\s*$/u;

/** A heading inside the zone, numbered or standing alone in a short paragraph, that holds one of the rule's phrases. */
function findHeading(context: Context, rule: Part, stretches: readonly ZoneStretch[]): FlatSpan | null {
  const inZone = (at: number) => stretches.some(stretch => at >= stretch.flatStart && at < stretch.flatEnd);
  const wordings = matchesOf(context, rule.headings);
  let general: FlatSpan | null = null;
  for (const { flatStart, flatEnd } of context.report.outline) {
    if (!inZone(flatStart)) continue;
    const found = { start: flatStart, end: flatEnd };
    if (rule.zone === 'plan' && isSentence(context, found)) continue;
    if (rule.headings !== undefined) {
      if (wordings.some(match => match.start >= flatStart && match.end <= flatEnd)) return found;
    } else if (!tellsGeneral.test(context.report.copy.flat.slice(flatStart, flatEnd))) return found;
    else general ??= found;
  }
  if (general !== null) return general;
  // 对标先进看自身: a heading that says nothing, over a part known by what it tells.
  if (rule.zone === 'problem') {
    const { outline, copy } = context.report;
    // A sentence right under the heading of a part may open it: 三、在查漏补缺中提升 / 主要存在以下问题:…. Not under that of the plan.
    const opening = (stretch: ZoneStretch) =>
      tellsCauses(stretch)
        ? undefined
        : outline.find(
            ({ level, flatStart: at, flatEnd }) =>
              at === stretch.flatStart ||
              (level === 1 &&
                at < stretch.flatStart &&
                zoneAt(context, at) !== 'plan' &&
                /^[。:\s]*$/.test(copy.flat.slice(flatEnd, stretch.flatStart))),
          );
    const over = stretches.map(opening).find(one => one !== undefined);
    if (over !== undefined) return { start: over.flatStart, end: over.flatEnd };
  }
  // 三、存在的问题和下一步打算: one heading over both; what a sentence opens below it stands under it too.
  if (rule.zone === 'plan' || rule.zone === 'problem') {
    for (const { flatStart } of stretches) {
      const over = context.report.outline.findLast(heading => heading.level === 1 && heading.flatStart <= flatStart);
      const across = rule.zone === 'plan' ? ['problem', 'first-responsible'] : ['problem', 'first-responsible', 'plan'];
      if (over === undefined || !across.includes(zoneAt(context, over.flatStart))) continue;
      if (wordings.some(match => match.start >= over.flatStart && match.end <= over.flatEnd))
        return { start: over.flatStart, end: over.flatEnd };
    }
  }
  const bare = rule.zone === 'problem' ? bareHeading(context, stretches) : null;
  if (bare !== null) return bare;
  const { flat } = context.report.copy;
  for (const { flatStart } of stretches) {
    const end = flat.slice(flatStart, flatStart + 45).search(/[\n。:〕]/);
    if (end < 2) continue;
    const line = { start: flatStart, end: flatStart + end };
    // 虽然取得了成绩,但还存在不足: is a sentence that leads up to the items, no heading.
    const said = flat.slice(line.start, line.end);
    const alone =
      flat[line.end] === '\n' ||
      !(said.includes(',') || /将|继续|进一步/.test(said)) ||
      leadsParagraph(context, rule, line);
    if (alone && wordings.some(match => match.start >= line.start && match.end <= line.end)) return line;
  }
  return null;
}

/** 回头检视,也有不能令人满意之处。第一是…: in a report without headings the sentence that opens a paragraph of shortcomings heads it. */
function leadsParagraph({ report: { copy, outline } }: Context, rule: Part, { start, end }: FlatSpan): boolean {
  if (rule.zone !== 'problem' || outline.some(({ level }) => level === 1)) return false;
  const opens = start === 0 || copy.flat[start - 1] === '\n';
  return opens && /[。:]/.test(copy.flat[end] ?? '') && !/虽|尽管|取得|将/.test(copy.flat.slice(start, end));
}

/** 四、下一步,我镇将改进不足,努力完成任务。 is the plan itself under a number, no heading over one. */
function isSentence({ report: { copy } }: Context, { start, end }: FlatSpan): boolean {
  const said = copy.flat.slice(start, end);
  const goesOn = copy.flat[end] === ',' || (copy.flat[end] === '。' && said.includes(','));
  return goesOn && /将|继续|进一步/.test(said);
}

/** A part that was found to tell shortcomings by what stands in it has its heading all the same; one of causes or of what was done has its own words. */
function bareHeading({ report: { copy, outline } }: Context, stretches: readonly ZoneStretch[]): FlatSpan | null {
  for (const { flatStart, flatEnd } of outline.filter(heading => heading.level === 1)) {
    const opens = stretches.some(stretch => stretch.flatStart === flatStart);
    if (opens && !/整改|原因|成因|根源/.test(copy.flat.slice(flatStart, flatEnd)))
      return { start: flatStart, end: flatEnd };
  }
  return null;
}

function countFigures(context: Context, stretches: readonly ZoneStretch[]): number {
  return context.quantities.filter(
    quantity =>
      quantity.stance === 'done' &&
      stretches.some(stretch => quantity.flatStart >= stretch.flatStart && quantity.flatStart < stretch.flatEnd),
  ).length;
}

/** Checkable facts in the part, a clause each: requirements met by a passage in it, and phrases of the rule's own; `places` are to be quoted. */
function factPlaces(
  context: Context,
  rule: Part,
  stretches: readonly ZoneStretch[],
  statusOf: (id: string) => Verdict | undefined,
): { readonly places: FlatSpan[]; readonly count: number } {
  if (rule.facts === undefined) return { places: [], count: 0 };
  const inPart = (at: number) => stretches.some(stretch => at >= stretch.flatStart && at < stretch.flatEnd);
  const facts: FlatSpan[] = [];
  for (const id of rule.facts.of) {
    const judged = statusOf(id);
    if (judged?.status !== 'met') continue;
    const places = judged.evidence.filter(span => inPart(span.start));
    facts.push(...places.slice(0, 1));
  }
  // What one clause tells is one fact, whatever requirements it meets.
  const { clauseOf } = context.report.copy;
  const byClause = new Map<number, FlatSpan>();
  for (const fact of facts) byClause.set(clauseOf[fact.start] as number, fact);
  for (const match of matchesOf(context, rule.facts.any)) {
    const clause = clauseOf[match.start] as number;
    if (inPart(match.start) && !match.negated && !byClause.has(clause)) byClause.set(clause, match);
  }
  return { places: [...byClause.values()], count: byClause.size };
}

/** Most sentences quoted beside the heading of a part, and the longest stretch of one. */
const mostMatter = 2;
const longestMatter = 100;

/** The first sentences that say something under the part's heading: with facts or figures where the rule asks for them. */
function matterOf(
  context: Context,
  rule: Part,
  stretches: readonly ZoneStretch[],
  { heading, facts }: { readonly heading: FlatSpan | null; readonly facts: readonly FlatSpan[] },
): FlatSpan[] {
  const { flat } = context.report.copy;
  const needed = rule.needs.flat();
  const holds = (span: FlatSpan): boolean => {
    const inside = (at: number) => at >= span.start && at < span.end;
    if (needed.includes('facts')) return facts.some(fact => inside(fact.start));
    if (!needed.includes('figures')) return true;
    return quantitiesBetween(context, span.start, span.end).some(one => one.stance === 'done');
  };
  const telling: FlatSpan[] = [];
  const plain: FlatSpan[] = [];
  for (const stretch of stretches) {
    if (tellsCauses(stretch)) continue;
    const { flatStart, flatEnd } = stretch;
    for (let start = flatStart; start < flatEnd && telling.length < mostMatter; ) {
      let end = start;
      while (end < flatEnd && !'。;\n'.includes(flat[end] as string)) end += 1;
      const span = cutAtWall(flat, { start, end });
      const own = heading !== null && start < heading.end && end > heading.start;
      if (!own && end - start >= 8 && flat[end - 1] !== ':' && !isIntroduction(flat.slice(start, end)))
        (holds(span) ? telling : plain).push(span);
      start = end + 1;
    }
  }
  return [...telling, ...plain].slice(0, telling.length > 0 ? Math.min(telling.length, mostMatter) : 1);
}

/** How the part begins, where none of its sentences tells more. */
function openings(context: Context, stretches: readonly ZoneStretch[]): FlatSpan[] {
  const { flat } = context.report.copy;
  return stretches.slice(0, 1).map(({ flatStart, flatEnd }) => {
    const said = flat.slice(flatStart, flatEnd);
    const start = flatStart + Math.max(0, said.search(/[^\s,;:。]/));
    const length = flat.slice(start, flatEnd).search(/[。;\n]/);
    return cutAtWall(flat, { start, end: length < 0 ? flatEnd : start + length });
  });
}

/** A sentence up to the last wall within a readable length. */
function cutAtWall(flat: string, { start, end }: FlatSpan): FlatSpan {
  if (end - start <= longestMatter) return { start, end };
  const wall = Math.max(...[',', ':', '、'].map(mark => flat.lastIndexOf(mark, start + longestMatter)));
  return { start, end: wall > start + 10 ? wall : start + longestMatter };
}

function lacking(
  rule: Part,
  has: { heading: boolean; cue: boolean; items: number; figures: number; facts: number },
  enough: (need: Part['needs'][number][number]) => boolean,
): Bilingual {
  const wanted = rule.needs.reduce((least, needs) =>
    needs.filter(need => !enough(need)).length < least.filter(need => !enough(need)).length ? needs : least,
  );
  const lacks = wanted.filter(need => !enough(need));
  const put = (lang: 'zh' | 'en') =>
    lacks
      .map(need => {
        const n =
          need === 'items' ? (rule.items ?? 1) : need === 'figures' ? (rule.figures ?? 1) : (rule.facts?.atLeast ?? 1);
        return fill(partWords[need][lang], { n, has: Number(has[need]) });
      })
      .join(lang === 'zh' ? '、' : ', ');
  return { zh: put('zh'), en: put('en') };
}

function namesOnlyYear(context: Context, heading: FlatSpan): boolean {
  if (context.year === null) return false;
  const said = context.report.copy.flat.slice(heading.start, heading.end);
  return (
    said.includes(`${context.year}年`) &&
    !said.includes(String(context.year + 1)) &&
    zoneAt(context, heading.start) === 'plan'
  );
}
