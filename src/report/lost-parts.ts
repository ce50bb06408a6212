/** Parts whose headings a page lost: (一)(二)(三), and (一) again where the shortcomings begin, and again where the plan does. */
import { tellsLacks, tellsNothingDone } from './lacking.ts';
import type { Zone } from './types.ts';

interface Item {
  readonly from: number;
  readonly level: number;
  readonly marker: string;
}

/** Where a part without a heading begins. */
export interface LostPart {
  readonly from: number;
  readonly zone: Zone & ('problem' | 'plan');
}

const opensCount = /^[((]?[一1][))、..]/;
/**
 * `items`: the numbered openers of the body in order. Only where no part is headed and the numbering of the largest items starts anew:
 * a stretch of shortcomings is a part of them, and the one behind it, where it tells of intentions, the plan.
 */
export function lostParts(
  flat: string,
  items: readonly Item[],
  tailFrom: number,
  reportYear: number | null,
): LostPart[] {
  const level = Math.min(...items.map(item => item.level));
  if (items.length < 4 || level === 1) return [];
  const starts = items.filter(item => item.level === level && opensCount.test(item.marker)).map(item => item.from);
  const text = (nth: number): string => flat.slice(starts[nth], starts[nth + 1] ?? tailFrom);
  const problem = starts.findLastIndex((_, nth) => nth > 0 && tellsLacks('', text(nth)));
  if (problem === -1 || starts.length > problem + 2) return [];
  const parts: LostPart[] = [{ from: starts[problem] as number, zone: 'problem' }];
  const plan = starts[problem + 1];
  if (plan === undefined) return parts;
  if (tellsNothingDone(text(problem + 1), reportYear)) parts.push({ from: plan, zone: 'plan' });
  return parts;
}
