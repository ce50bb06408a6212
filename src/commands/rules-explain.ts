/** `fajian rules explain`: one requirement in words, as the manual of the pages tells it. */
import { runExamples } from '../assess/examples.ts';
import { manualView, type RuleView } from '../present/manual.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { ruleCommandWords as words } from '../words/rule-commands.ts';
import type { Io } from './fail.ts';
import type { Options } from './options.ts';
import { knownId, loadRuleFile } from './rule-file.ts';

export function rulesExplainCommand(file: string, ids: readonly string[], options: Options, io: Io): number {
  const ruleSet = loadRuleFile(file, options, io);
  if (ruleSet === null) return 2;
  const wanted = ids.map(id => knownId(ruleSet, id, options.lang));
  const manual = manualView(ruleSet, runExamples(ruleSet, new Set(wanted)).fenced, options.lang);
  const views = wanted.flatMap(id =>
    manual.groups.flatMap(group => group.items.filter(item => item.id === id).map(item => ({ group, item }))),
  );
  io.out(views.map(({ group, item }) => explained(item, group, options.lang).join('\n')).join('\n\n'));
  return 0;
}

function explained(rule: RuleView, group: { readonly id: string; readonly title: string }, lang: Lang): string[] {
  const colon = lang === 'zh' ? '：' : ': ';
  const line = (label: keyof typeof words, text: string): string[] =>
    text === '' ? [] : [`${pick(words[label], lang)}${colon}${text}`];
  return [
    `${rule.id}  ${rule.title}`,
    [
      rule.tierWord,
      say(words.points, lang, { points: rule.points }),
      ...(rule.fenced ? [pick(words.suspended, lang)] : []),
    ].join(lang === 'zh' ? '，' : ', '),
    ...line('groupLabel', `${group.id} ${group.title}`),
    ...line('metLabel', rule.met),
    ...line('gapLabel', rule.gap),
    ...line('fixLabel', rule.fix),
    ...rule.details.flatMap(({ label, text, phrases }) => [
      `${label}${colon}${text}`.trimEnd(),
      ...phrases.map(phrase => `  ${phrase}`),
    ]),
    ...(rule.basis.length > 0 ? [`${pick(words.basisLabel, lang)}${colon}`.trimEnd()] : []),
    ...rule.basis.map(one => `  ${[one.title, one.number, one.article, one.certainty].filter(Boolean).join(' ')}`),
    ...(rule.examples.length > 0 ? [`${pick(words.examplesLabel, lang)}${colon}`.trimEnd()] : []),
    ...rule.examples.map(
      ({ glyph, statusWord, text, note }) => `  ${glyph} ${statusWord}  ${text.replace(/\s*\n\s*/g, ' ')}${note}`,
    ),
  ];
}
