/** The differences between two rule sets as lines that a clerk can read. */
import type { KeyChange, RuleSetDiff } from '../compare/rule-sets.ts';
import { bilingual, type RuledRequirement } from '../rules/load.ts';
import type { Text } from '../rules/types.ts';
import { type Bilingual, inBrackets, type Lang, pick, say } from '../words/bilingual.ts';
import { formatPoints } from '../words/dates.ts';
import { manualTexts } from '../words/manual.ts';
import { keyNames, ruleCommandWords as words } from '../words/rule-commands.ts';
import { levelWords, tierWords, zoneWords } from '../words/terms.ts';
import { phraseWords } from './phrase-words.ts';

export function ruleDiffLines(diff: RuleSetDiff, lang: Lang): string[] {
  const { added, removed, changed, elsewhere } = diff;
  if (added.length + removed.length + changed.length + elsewhere.length === 0) return [pick(words.alike, lang)];
  const lines: string[] = [];
  const head = (rule: RuledRequirement): string =>
    `${rule.id} ${titleOf(rule, lang)}${inBrackets(
      [pick(tierWords[rule.tier], lang), say(words.points, lang, { points: formatPoints(rule.points) })].join(
        lang === 'zh' ? '，' : ', ',
      ),
      lang,
    )}`;
  if (added.length > 0) lines.push(say(words.added, lang, { n: added.length }));
  for (const rule of added) lines.push(`  + ${head(rule)}`);
  if (removed.length > 0) lines.push(say(words.removed, lang, { n: removed.length }));
  for (const rule of removed) lines.push(`  - ${head(rule)}`);
  if (changed.length > 0) lines.push(say(words.changed, lang, { n: changed.length }));
  for (const { after, keys } of changed) {
    lines.push(`  * ${after.id} ${titleOf(after, lang)}`);
    for (const key of keys) lines.push(`      ${keyChangeWords(key, lang)}`);
  }
  if (elsewhere.length > 0) lines.push(pick(words.elsewhere, lang));
  for (const key of elsewhere) lines.push(`  * ${keyChangeWords(key, lang)}`);
  return lines;
}

const titleOf = (rule: RuledRequirement, lang: Lang): string => pick(bilingual(rule.title), lang);

/** `分值：5 → 8`; a list by what it gained and lost. */
function keyChangeWords(change: KeyChange, lang: Lang): string {
  const colon = lang === 'zh' ? '：' : ': ';
  return `${keyWords(change.key, lang)}${colon}${said(change, lang)}`;
}

function said(change: KeyChange, lang: Lang): string {
  if ('before' in change) {
    const group = change.key.startsWith('groups.') && (titleIn(change.before) ?? titleIn(change.after));
    if (group && (change.before === undefined || change.after === undefined))
      return say(change.before === undefined ? words.listAdded : words.listRemoved, lang, {
        items: quoted(pick(bilingual(group), lang), lang),
      });
    const [before, after] = [valueWords(change.before, lang), valueWords(change.after, lang)];
    // A text may differ in the other language alone.
    if (before === after) return `${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}`;
    return `${before} → ${after}`;
  }
  const list = (items: readonly unknown[]): string =>
    items.map(item => quoted(valueWords(item, lang), lang)).join(pick(manualTexts.listSeparator, lang));
  const parts = [
    ...(change.added.length > 0 ? [say(words.listAdded, lang, { items: list(change.added) })] : []),
    ...(change.removed.length > 0 ? [say(words.listRemoved, lang, { items: list(change.removed) })] : []),
  ];
  return parts.length === 0 ? pick(words.reordered, lang) : parts.join(pick(manualTexts.clauseSeparator, lang));
}

const titleIn = (value: unknown): Text | undefined =>
  value !== null && typeof value === 'object' && 'title' in value ? (value.title as Text) : undefined;

const quoted = (text: string, lang: Lang): string => (lang === 'zh' ? `“${text}”` : `"${text}"`);

function keyWords(key: string, lang: Lang): string {
  return key
    .split('.')
    .map((part, index, parts) => pick(nameOf(`${parts[index - 1]}.${part}`) ?? nameOf(part) ?? part, lang))
    .join(lang === 'zh' ? '·' : ' · ');
}

const nameOf = (key: string): Bilingual | undefined => (Object.hasOwn(keyNames, key) ? keyNames[key] : undefined);

const vocabulary = { ...tierWords, ...zoneWords, ...levelWords };

function valueWords(value: unknown, lang: Lang): string {
  if (value === undefined || value === null) return pick(words.none, lang);
  if (typeof value === 'boolean') return pick(value ? words.yes : words.no, lang);
  if (typeof value === 'string') {
    const known = Object.hasOwn(vocabulary, value) ? vocabulary[value as keyof typeof vocabulary] : undefined;
    return known === undefined ? phraseWords(value.replace(/\s*\n\s*/g, ' '), lang) : pick(known, lang);
  }
  if (typeof value !== 'object') return String(value);
  if ('zh' in value) return pick(bilingual(value as Text), lang);
  if (Array.isArray(value))
    return value.map((item: unknown) => valueWords(item, lang)).join(pick(manualTexts.listSeparator, lang));
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${keyWords(key, lang)} ${valueWords(item, lang)}`)
    .join(pick(manualTexts.clauseSeparator, lang));
}
