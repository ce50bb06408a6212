/** The figures of a way: those that its wordings took, and those that must be stated beside them. */
import type { Quantity } from '../quantities/types.ts';
import type { Match } from '../rules/phrase.ts';
import type { Way } from '../rules/schema.ts';
import {
  type Context,
  clauseAround,
  firstQuantity,
  matchesOf,
  quantitiesBetween,
  type Scope,
  sentenceAround,
  together,
} from './context.ts';
import { type Conditions, followsYear, ownYears, type Refusal, refuseFigure } from './refuse.ts';
import { inItsPlace } from './respectively.ts';

const coverageWords = [
  '全覆盖',
  '全部',
  '全面覆盖',
  '均',
  '件件',
  '100%',
  '百分之百',
  '百分百',
  '应审尽审',
  '应出尽出',
  '应备尽备',
  '率先实现',
  '全员',
];

/** Quantities that the number slots of matches took. */
export function slotQuantities(context: Context, matches: readonly Match[]): Quantity[] {
  const held: Quantity[] = [];
  for (const { numbers } of matches) {
    for (const index of numbers) {
      const quantity = context.quantities[index];
      if (quantity !== undefined) held.push(quantity);
    }
  }
  return held;
}

/**
 * 案件14件(含上年结转3件), 4件 | 6件, 14场 | 10场: a slot may have reached over the figure meant to its breakdown, to last year's or
 * to the target; of a row told 分别 it means the one in its term's place.
 */
export function ownOf(
  context: Context,
  match: Match,
  held: Quantity,
  accepts: (quantity: Quantity) => boolean,
): Quantity {
  const { flat } = context.report.copy;
  for (const quantity of quantitiesBetween(context, match.start, held.flatStart)) {
    if (quantity.flatEnd > held.flatStart) continue;
    if (quantity.stance !== 'done' || !accepts(quantity)) continue;
    const between = flat.slice(quantity.flatEnd, held.flatStart);
    if (/^\([^)]*$/.test(between) || (held.stance !== 'done' && /^\s*\|\s*$/.test(between))) return quantity;
  }
  return inItsPlace(context, match, held);
}

/** The figures that the slots of these wordings took, each as that of the report's year where it stands beside another. */
export function heldBy(context: Context, matches: readonly Match[]): Quantity[] {
  const held: Quantity[] = [];
  for (const match of matches) {
    for (const index of match.numbers) {
      const quantity = context.quantities[index];
      if (quantity === undefined) continue;
      const own = ownOf(context, match, quantity, same => same.unit === quantity.unit);
      held.push(ownYears(context, own) ?? own);
    }
  }
  return held;
}

/** Why one of these figures is not the report's own; null where all are. */
export function foreignOf(context: Context, held: readonly Quantity[], match: Match): Refusal | null {
  for (const quantity of held) {
    const refused = refuseFigure(context, quantity, match);
    if (refused !== null) return refused;
  }
  return null;
}

/** Of two years (2022年3次,2023年5次) the quote goes on to the report's own: where that ends; -1 where there is one year only. */
export function reachOf(context: Context, quantities: readonly Quantity[]): number {
  let reach = -1;
  for (const quantity of quantities) {
    if (quantity.flatEnd > reach && followsYear(context, quantity)) reach = quantity.flatEnd;
  }
  return reach;
}

/** The count, rate, date, document or coverage that the way asks for; null where none is stated. */
export function findStated(
  context: Context,
  group: readonly Match[],
  way: Way,
  conditions: Conditions,
): Quantity[] | null {
  const scope: Scope = way.within ?? 'clause';
  const first = group[0] as Match;
  const last = group.at(-1) as Match;
  const near = (at: number) => together(context, at, first.start, scope) || together(context, at, last.end - 1, scope);
  const wants = way.with ?? [];
  const stated = quantitiesNear(context, first, last, near).map(quantity => ownYears(context, quantity) ?? quantity);
  const done = stated.filter(
    quantity =>
      conditions.anyStance === true ||
      (quantity.stance !== 'problem' &&
        refuseFigure(context, quantity, first) === null &&
        !isExcluded(context, quantity, conditions)),
  );
  if (wants.includes('count')) {
    const counts = done.filter(
      quantity =>
        quantity.kind !== 'rate' &&
        quantity.kind !== 'change' &&
        quantity.kind !== 'duration' &&
        (way.unit === undefined || way.unit.includes(quantity.unit)),
    );
    if (counts.length > 0) return [nearestTo(counts, last)];
  }
  if (wants.includes('rate')) {
    const rates = done.filter(quantity => quantity.kind === 'rate');
    if (rates.length > 0) return [nearestTo(rates, last)];
  }
  const slots = context.text.slots;
  if (
    wants.includes('date') &&
    slots?.dates.some(date => near(date.start) && /日|号/.test(context.text.flat.slice(date.start, date.end)))
  )
    return [];
  if (wants.includes('doc') && slots?.docs.some(doc => near(doc.start))) return [];
  if (wants.includes('coverage')) {
    const stretch = scope === 'clause' ? clauseAround(context, first.start) : sentenceAround(context, first.start);
    const said = context.text.flat.slice(stretch.start, Math.max(stretch.end, last.end));
    if (coverageWords.some(word => said.includes(word))) return [];
  }
  return null;
}

/** 研究法治议题17个、会前学法10次: an excluded wording holds the figure as its own. */
const isExcluded = (context: Context, { flatStart }: Quantity, { not }: Conditions): boolean =>
  matchesOf(context, not).some(({ numbers }) =>
    numbers.some(index => context.quantities[index]?.flatStart === flatStart),
  );

/** Quantities of the stretches around two matches; `near` tells whether a place lies in one of them. */
function quantitiesNear(context: Context, first: Match, last: Match, near: (at: number) => boolean): Quantity[] {
  const { quantities } = context;
  const start = (index: number): number => (quantities[index] as Quantity).flatStart;
  let from = firstQuantity(context, first.start);
  let to = from;
  while (from > 0 && near(start(from - 1))) from -= 1;
  while (to < quantities.length && (start(to) < last.end || near(start(to)))) to += 1;
  return quantities.slice(from, to).filter(quantity => near(quantity.flatStart));
}

function nearestTo(quantities: readonly Quantity[], match: Match): Quantity {
  return quantities.reduce((best, quantity) => (distance(quantity, match) < distance(best, match) ? quantity : best));
}

function distance(quantity: Quantity, match: Match): number {
  if (quantity.flatStart >= match.end) return quantity.flatStart - match.end;
  return quantity.flatEnd <= match.start ? match.start - quantity.flatEnd + 1 : 0;
}
