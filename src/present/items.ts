/** The numbers under which letter, checklist and result name a gap, so that item 3 of one is item 3 of the others. */
import type { Tier } from '../rules/types.ts';
import { type Lang, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import type { FindingView } from './view-types.ts';

/** The parts of letter and checklist, in their order. */
export const tierOrder: readonly Tier[] = ['mandatory', 'expected', 'optional'];

/** Counted on through the tiers; within a tier in the order of the rule set. */
export function withItems(gaps: readonly FindingView[]): FindingView[] {
  const rank = ({ tier }: FindingView): number => tierOrder.indexOf(tier);
  return [...gaps]
    .sort((a, b) => rank(a) - rank(b) || a.number - b.number)
    .map((finding, i) => ({ ...finding, item: i + 1 }));
}

/** `3．法治督察`; the words alone where there is no number. */
export const itemWords = (n: number, words: string, lang: Lang): string =>
  n === 0 ? words : say(pageTexts.listItem, lang, { n, words });
