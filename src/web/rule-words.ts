/** What changed between two versions of a rule file, in a few words. */
import type { ChangedRequirement, RuleChanges } from '../compare/rule-changes.ts';
import type { RuleSet } from '../rules/load.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { wordsFor } from './page.ts';

/** Most requirements named; beyond them the number says enough. */
const mostNamed = 8;

/** `inForce` gives the titles that a file leaves to the one it builds on. */
export function changesWords(changes: RuleChanges, inForce: RuleSet | null, lang: Lang): string {
  const t = wordsFor(lang);
  if (changes.none) return t('changedNothing');
  const between = pick(pageTexts.listSeparator, lang);
  const name = (one: ChangedRequirement): string => {
    const title = one.title ?? inForce?.requirements.find(rule => rule.id === one.id)?.title;
    return title === undefined ? one.id : t('titleAndId', { title: pick(title, lang), id: one.id });
  };
  const names = (list: readonly ChangedRequirement[]): string => {
    const more = list.length > mostNamed ? `${between}${t('andMore', { n: list.length - mostNamed })}` : '';
    return `${list.slice(0, mostNamed).map(name).join(between)}${more}`;
  };
  const told = (list: readonly ChangedRequirement[], key: 'changedCount' | 'addedCount' | 'removedCount'): string[] =>
    list.length === 0 ? [] : [t(key, { n: list.length, names: names(list) })];
  return [
    ...told(changes.changed, 'changedCount'),
    ...told(changes.added, 'addedCount'),
    ...told(changes.removed, 'removedCount'),
    ...(changes.elsewhere ? [t('changedElsewhere')] : []),
  ].join(lang === 'zh' ? '；' : '; ');
}
