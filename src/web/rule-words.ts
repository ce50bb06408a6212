/** What changed between two versions of a rule file, in a few words. */
import type { RuleChanges } from '../compare/rule-changes.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { wordsFor } from './page.ts';

/** Most ids named; beyond them the number says enough. */
const mostIds = 5;

export function changesWords(changes: RuleChanges, lang: Lang): string {
  const t = wordsFor(lang);
  if (changes.none) return t('changedNothing');
  const between = pick(pageTexts.listSeparator, lang);
  const ids = (list: readonly string[]): string =>
    list.length > mostIds ? '' : lang === 'zh' ? `（${list.join(between)}）` : ` (${list.join(between)})`;
  const told = (list: readonly string[], key: 'changedCount' | 'addedCount' | 'removedCount'): string[] =>
    list.length === 0 ? [] : [`${t(key, { n: list.length })}${ids(list)}`];
  return [
    ...told(changes.changed, 'changedCount'),
    ...told(changes.added, 'addedCount'),
    ...told(changes.removed, 'removedCount'),
    ...(changes.elsewhere ? [t('changedElsewhere')] : []),
  ].join(lang === 'zh' ? '，' : ', ');
}
