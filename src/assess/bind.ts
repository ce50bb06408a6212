/** Which number belongs to a term: the one in its own clause, or over one of the few bridges that official prose really uses. */
import type { Quantity } from '../quantities/types.ts';
import { type Context, clauseAround, type FlatSpan, firstQuantity, matchesOf, quantitiesBetween } from './context.ts';
import { ownYears } from './refuse.ts';
import { respectively } from './respectively.ts';

export interface Bound {
  readonly quantity: Quantity;
  /** The number stands over a bridge: a list sharing one rate, a colon, an object carried over. */
  readonly bridged: boolean;
}

/** What may stand between a term and its number over one wall: 达到, 均为; 稳步提高,由上年的89%提升到; 同比提高3个百分点,达; 上年为89%,本年度为. */
const year = '(?:20\\d\\d年?|[上去今]年|本年)度?';
const bridge = new RegExp(
  `^[:,]?(?:${year}(?:[、和与及至]${year})*)?(?:分别)?(?:达到?了?|为|是|已达|均为|均达到?|实现)?:?(?:${year})?$`,
);
/** 2022年、2023年分别为 */
const years = new RegExp(`^${year}(?:[、和与及至]${year})+分别`);
const comparison =
  /^[^,;。:]{0,22},(?:(?:由|从)[^,;。:]{0,28}|(?:今年|本年度?|20\d\d年度?)?(?:达|达到|已达|为|(?:[上提下])?[升高降](?:到|至))了?)$/;
/** 目标20场,实际完成26场: what was reached stands behind the target. */
const reached = /^[^,;。:、的]{0,16},(?:全年|年底|年末)?实际(?:完成|开展|实现|达到?|为|是)?了?$/;
/** 全省应诉率95%,我县为100%: the body's own figure stands behind that of those above. */
const ours =
  /^[^,;。:、]{0,24},(?:而|其中)?[我本](?:[省市区县州旗盟局委厅办院镇乡]|街道?|单位|机关)(?:平均|则|也|均|已|仅)?(?:达到?|为|是)?了?$/;
/** A clause that opens with the whole of a place tells what all in it reached. */
const wholePlace = /^(?:[^,;。\d]{0,6}(?:通报|公布|统计)的?)?(?:20\d\d年)?全[国省市区县州旗盟]/;
/** Longest stretch between a term and its number; beyond it the number speaks of something else. */
const farthestAfter = 30;
const farthestBefore = 14;

/**
 * Numbers that belong to the term, nearest first: after it in its clause, else before it. `accepts` says which units
 * the requirement takes. A figure of another kind between term and number ends the search.
 */
export function bind(
  context: Context,
  term: FlatSpan,
  accepts: (quantity: Quantity) => boolean,
  not: readonly string[] | undefined,
): Bound[] {
  const { quantities } = context;
  const { flat, clauseOf, sentenceOf } = context.report.copy;
  const home = clauseOf[term.end - 1];
  const inside = quantitiesBetween(context, term.start, term.end).filter(
    quantity => quantity.flatEnd <= term.end && accepts(quantity),
  );
  if (inside.length > 0) return inside.map(quantity => ({ quantity, bridged: false }));

  const shared = respectively(context, term);
  if (shared !== null) return accepts(shared) ? [{ quantity: shared, bridged: false }] : [];
  const after: Bound[] = [];
  for (let index = firstQuantity(context, term.end); index < quantities.length; index += 1) {
    const quantity = quantities[index] as Quantity;
    if (sentenceOf[quantity.flatStart] !== sentenceOf[term.end - 1]) break;
    const between = flat.slice(term.end, quantity.flatStart);
    if (between.length > farthestAfter) break;
    const sameClause = clauseOf[quantity.flatStart] === home;
    const compared =
      (quantity.kind === 'rate' && comparison.test(between)) ||
      (reached.test(between) && flat[quantity.flatEnd] !== '、') ||
      (after.length > 0 && ours.test(between));
    if (!sameClause && !bridge.test(between) && !compared) break;
    if (after.some(({ quantity: { stance } }) => stance === 'done') && !ours.test(between)) break;
    if (excludedWordBetween(context, term.end, quantity.flatStart, not)) break;
    if (between.includes('、') && !years.test(between) && !sharesList(between, quantity)) break;
    if (!accepts(quantity)) {
      // 由2022年的78.13%提高到…: a comparison stands between, the level comes after it.
      if (
        quantity.stance === 'prior-year' ||
        quantity.kind === 'change' ||
        quantity.kind === 'duration' ||
        isBridgeCount(flat, quantity)
      )
        continue;
      break;
    }
    after.push({ quantity, bridged: !sameClause || between.includes('、') });
    // Of a comparison (由…提高到…) both ends are wanted: the level may be the second.
    if (quantity.stance === 'done' && !wholePlace.test(flat.slice(clauseAround(context, term.start).start, term.start)))
      break;
  }
  if (after.some(({ quantity }) => quantity.stance === 'done' || ownYears(context, quantity) !== null)) return after;

  for (let index = firstQuantity(context, term.start) - 1; index >= 0; index -= 1) {
    const quantity = quantities[index] as Quantity;
    if (quantity.flatEnd > term.start) continue;
    const between = flat.slice(quantity.flatEnd, term.start);
    if (
      between.length > farthestBefore ||
      clauseOf[quantity.flatStart] !== clauseOf[term.start] ||
      between.includes('、')
    )
      break;
    if (excludedWordBetween(context, quantity.flatEnd, term.start, not)) break;
    if (accepts(quantity)) return [...after, { quantity, bridged: between.length > 8 }];
    break;
  }
  return after;
}

/** A率、B率、C率均达100%: the number belongs to every member of the list. */
function sharesList(between: string, quantity: Quantity): boolean {
  if (quantity.kind !== 'rate') return false;
  const last = between.slice(between.lastIndexOf('、') + 1);
  return /率|比例|占比|度|均|都|全部/.test(last);
}

/** 100起案件出庭应诉率: a count of cases between a term and its rate is part of the noun phrase. */
function isBridgeCount(flat: string, quantity: Quantity): boolean {
  return quantity.kind === 'count' && /^[的]?(?:案件|案)/.test(flat.slice(quantity.flatEnd, quantity.flatEnd + 3));
}

function excludedWordBetween(context: Context, from: number, to: number, not: readonly string[] | undefined): boolean {
  return matchesOf(context, not).some(match => match.start >= from && match.end <= to);
}
