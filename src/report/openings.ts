/** Paragraphs of a copy, and what their first words tell: a heading without a marker, a shortcoming. */
import type { Zone } from './types.ts';

const longestUnmarked = 32;
const longestRunIn = 18;

/** Flat offsets, end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function paragraphsOf(flat: string, from: number, to: number): Range[] {
  const ranges: Range[] = [];
  let at = from;
  while (at < to) {
    const end = flat.indexOf('\n', at);
    const stop = end === -1 || end >= to ? to : end;
    if (stop > at) ranges.push({ from: at, to: stop });
    at = stop + 1;
  }
  return ranges;
}

/** 下一步工作思路还不够清晰: the clause names a shortcoming, whatever word it begins with. */
export function saysLack(flat: string, from: number, to: number): boolean {
  const clause = /^[^,。;\n]*/.exec(flat.slice(from, Math.min(to, from + 40)))?.[0] ?? '';
  return /不[够足清明强细实深畅]|缺[乏少]|欠缺|薄弱|有待|滞后/.test(clause);
}

/** How a sentence begins that is a whole paragraph and no heading. */
const opensSentence =
  /^(?:进一步|继续|将|把|对|个别|少数|部分|一些|有的|认真|切实|严格|坚持|加强|强化|落实|压实|推动|推进|不断|持续|全面|积极|深入|充分|及时|组织|开展|建立|健全|完善)/;

/** 〔任务3〕述法: a checklist's label before what it is about. */
const itemLabel = /^〔(?:任务|事项|指标|要点|清单|项目|条目|第)?[\d一二三四五六七八九十]{1,3}[项条]?〕(?=.)/;
/** 〔关键词:短板〕: what such parts are called before their name. */
const themeLabel = /^(?:关键词|主题词?|板块|篇章)[:·]/;
const question = /^问:[^。;!?\n]{2,30}\?$/;

/** Whether a line is an item of a checklist by such a label, or a question that is answered below it. */
export const isLabelledItem = (line: string): boolean => itemLabel.test(line) || question.test(line);

/** A short line without a full stop, or a short first sentence. */
export function unmarkedHeading(flat: string, from: number, to: number): (Range & { runIn: boolean }) | null {
  let start = from;
  const label = itemLabel.exec(flat.slice(from, Math.min(to, from + 12)));
  if (label !== null) start += label[0].length;
  else if (/[〔*★●■◆]/.test(flat[start] as string)) start += 1;
  start += themeLabel.exec(flat.slice(start, start + 6))?.[0].length ?? 0;
  const asked = /^问:([^。;!?\n]{2,30})\?$/.exec(flat.slice(from, Math.min(to, from + 34)));
  if (asked !== null) return { from: from + 2, to: to - 1, runIn: false };
  const stop = flat.slice(start, Math.min(to, start + longestUnmarked + 2)).search(/[。:〕]/);
  const end = stop === -1 ? to : start + stop;
  if (end - start < 2 || end - start > longestUnmarked) return null;
  if (/[;!?|]|,.*(?:我|但|将|还)|[,、]$/.test(flat.slice(start, end))) return null;
  const whole = end >= to - 1 || flat[end] === '〕';
  // 查找短板,制定措施,推动落实。 is a sentence of its own, however short.
  if (
    whole &&
    flat[end] === '。' &&
    /,|^.{0,12}\d+[次期场件]|\d[家处份户]|已(?:全部|经|完成)/.test(flat.slice(start, end))
  )
    return null;
  if (whole && flat[end] === '。' && opensSentence.test(flat.slice(start, end))) return null;
  if (!whole && end - start > longestRunIn) return null;
  return { from: start, to: end, runIn: !whole };
}

/** Whether the first paragraph is work already: two figures and more of what was done. */
export function tellsResults(flat: string, paragraph: Range | undefined): boolean {
  if (paragraph === undefined) return false;
  const said = flat.slice(paragraph.from, paragraph.to);
  return (said.match(/\d(?:件|场|次|份|起|宗|户|家|人次|期|项|个|条|册|人|%)/g)?.length ?? 0) > 1;
}

/** 差距是:…. 2025年,将…: each section of the work ends with what it lacks and what the next year brings. */
const lackHere = /^(?:主要|突出|明显)?(?:差距|不足|短板|欠缺)(?:主要)?(?:是|在于)[:,]?/;

/** Keeps which zone such a sentence opened, so that the paragraph behind it is work again. */
export class Lacks {
  private opened: string | null = null;

  /** The zone that a sentence opens there, null where it opens none. `openedBy`: what opened the zone that it stands in. */
  zone(sentence: string, zone: Zone, openedBy: string | null, starts: boolean, nextYear: boolean): Zone | null {
    const inside = this.opened !== null && openedBy === this.opened;
    const lacks = lackHere.test(sentence);
    if (lacks ? zone === 'problem' : !inside) return null;
    if (!lacks && !(zone === 'problem' && nextYear))
      return starts && !nextYear && !concludes.test(sentence) ? 'work' : null;
    this.opened = sentence.slice(0, 24);
    return lacks ? 'problem' : 'plan';
  }
}

/** 受理申请23件,调处21件;…: a paragraph of work behind one that ended with what it lacks. */
export function resumes(flat: string, from: number): boolean {
  const paragraph = paragraphFrom(flat, from);
  const opening = /^[^。;]*/.exec(paragraph)?.[0] ?? '';
  if (concludes.test(opening) || tellsAhead.test(paragraph) || lacksOf.test(opening)) return false;
  return (paragraph.match(measured)?.length ?? 0) > 2;
}

/** 主要负责人履行第一责任人职责情况说明:…: behind such a label in the plan the heads' deeds are told, not what is intended. */
export function tellsMeasured(flat: string, { from, to }: Range): boolean {
  const paragraph = paragraphFrom(flat, from);
  return flat[to] === ':' && !tellsAhead.test(paragraph) && /[了]|已|\d/.test(paragraph.slice(to - from));
}

const paragraphFrom = (flat: string, from: number): string => /^[^\n]*/.exec(flat.slice(from, from + 3000))?.[0] ?? '';

const measured = /\d(?:[余多万千]{0,2})(?:件|场|次|份|起|宗|户|家|人次|期|名|部|人|项|条|%)/g;
const tellsAhead =
  /(?:^|[,。;])(?:将(?!本)|拟(?!废|修|保|定)|计划(?!的)|力争|争取|明年|下一?步|新的一年|今后)|不少于|不低于/;
const lacksOf = /不[够足高强深细到及]|[仍还]有|仅有?\d|只有|缺[乏少]|薄弱|滞后|没有/;

const concludes = /^(?:以上|上述|这些|总的|综上|下一?步|今后|针对)|问题|不足|短板|差距|原因/;
