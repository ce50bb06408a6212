/** Terms in a row and their figures in a row (复议、应诉案件分别为118件、64件): which figure is whose. */
import type { Quantity } from '../quantities/types.ts';
import type { Match } from '../rules/phrase.ts';
import { type Context, clauseAround, type FlatSpan, firstQuantity } from './context.ts';

/** A率、B率分别为X和Y: the figure whose place in its row is that of the term among the terms; null where none is told so. */
export function respectively(context: Context, term: FlatSpan): Quantity | null {
  const { flat } = context.report.copy;
  const told =
    /^([^,;:。\n\d]{0,40}?)[,:]?分别(?:为|是|达到?了?|占|实现|(?:办理|受理|收到|审结|办结|制定|开展|培训)(?:案件)?)?(?=[\d一二三四五六七八九十两])/.exec(
      flat.slice(term.end, term.end + 60),
    );
  if (told === null) return null;
  const terms = termsIn(told[1] ?? '');
  const row = rowAt(context, term.end + told[0].length);
  return row.length > 1 ? (row[row.length - 1 - terms] ?? null) : null;
}

/** 涉及, 参与 and 和解 join nothing. */
const termsIn = (list: string): number => list.split(/以及|、|和(?![谐解])|(?<!参)与|(?<!涉|普|波)及/).length - 1;

/** Figures set in a row by 、 or 和, the first of which begins at `at`. */
function rowAt(context: Context, at: number): Quantity[] {
  const { flat } = context.report.copy;
  const row: Quantity[] = [];
  let end = at;
  for (let index = firstQuantity(context, at); index < context.quantities.length; index += 1) {
    const quantity = context.quantities[index] as Quantity;
    if (quantity.flatStart < end) continue;
    if (row.length > 0 && !/^(?:、|和|与|及|以及|,)$/.test(flat.slice(end, quantity.flatStart))) break;
    if (row.length === 0 && quantity.flatStart !== end) break;
    row.push(quantity);
    end = quantity.flatEnd;
  }
  return row;
}

/**
 * 分别办理复议、应诉案件118件、64件: a phrase that ends with the row's first figure means the one in the place of its own term.
 * 镇、村分别调解45件、53件 sets who acts in a row, not the terms.
 */
export function inItsPlace(context: Context, term: Match, first: Quantity): Quantity {
  const { flat } = context.report.copy;
  const clause = clauseAround(context, first.flatStart).start;
  const within = flat.slice(clause, first.flatStart).lastIndexOf('分别');
  if (within < 0) return first;
  const said = clause + within;
  const row = rowAt(context, first.flatStart);
  const listed = said > term.start ? flat.slice(clause, said) : flat.slice(said, first.flatStart);
  if (row.length < 2 || termsIn(listed) !== row.length - 1) return first;
  const from = Math.max(topicAt(context, term, said), term.start, clause);
  const behind = flat.slice(from, said > term.start ? said : first.flatStart);
  return row[row.length - 1 - termsIn(behind)] ?? first;
}

/**
 * Where a wording names its topic before the place `to`: 涉及…诉讼案件…<n件> runs from 涉及 over 复议、 to 诉讼. What stands last
 * before its figure is the topic; -1 where that is no plain word.
 */
function topicAt(context: Context, term: Match, to: number): number {
  const source = context.ruleSet.phrases.sources[term.phrase] ?? '';
  const said = (source.split('<', 1)[0] as string).replace(/\[[^\]]*\]/g, '').replace(/(?:…\d*)+$/, '');
  const [, group, word] = /(?:\(([^()]*)\)|(\p{Script=Han}+))$/u.exec(said) ?? [];
  const words = group === undefined ? [word ?? ''] : group.split('|');
  const before = context.report.copy.flat.slice(term.start, Math.max(to, term.start));
  return Math.max(
    ...words.map(one => (one === '' || !before.includes(one) ? -1 : term.start + before.lastIndexOf(one))),
  );
}
