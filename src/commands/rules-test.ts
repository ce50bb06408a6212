/** `fajian rules test`: runs the examples of a rule file and shows what became of each. */
import { whyFailed } from '../assess/example-why.ts';
import { type ExampleFailure, runExamples } from '../assess/examples.ts';
import type { Status } from '../assess/types.ts';
import { fitCell } from '../present/table.ts';
import { bilingual, type RuledRequirement, type RuleSet } from '../rules/load.ts';
import type { Example } from '../rules/schema.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { ruleCommandWords as words } from '../words/rule-commands.ts';
import { exampleWords } from '../words/rules.ts';
import { statusWords } from '../words/terms.ts';
import type { Io } from './fail.ts';
import type { Options } from './options.ts';
import { knownId, loadRuleFile } from './rule-file.ts';

/** 0 when every example came out as its list says, else 2. */
export function rulesTestCommand(file: string, ids: readonly string[], options: Options, io: Io): number {
  const ruleSet = loadRuleFile(file, options, io);
  if (ruleSet === null) return 2;
  const { lang } = options;
  const wanted = ids.map(id => knownId(ruleSet, id, options.lang));
  const chosen = ruleSet.requirements.filter(rule => wanted.length === 0 || wanted.includes(rule.id));
  const { run, failures } = runExamples(ruleSet, new Set(chosen.map(rule => rule.id)));
  for (const rule of chosen) {
    io.out(`${rule.id}  ${pick(bilingual(rule.title), lang)}`);
    const rows = rowsOf(
      ruleSet,
      rule,
      failures.filter(failure => failure.requirement === rule.id),
      lang,
    );
    for (const row of rows.length === 0 ? [`  ${pick(words.noExamples, lang)}`] : rows) io.out(row);
  }
  const failed = failures.length;
  io.out(say(words.examplesSum, lang, { file, rules: chosen.length, run, passed: run - failed, failed }));
  return failed === 0 ? 0 : 2;
}

function rowsOf(ruleSet: RuleSet, rule: RuledRequirement, failures: readonly ExampleFailure[], lang: Lang): string[] {
  return (Object.entries(rule.examples ?? {}) as [Status, Example[]][]).flatMap(([expected, examples]) =>
    examples.map(example => {
      const text = typeof example === 'string' ? example : example.text;
      const failure = failures.find(one => one.text === text && one.expected === expected);
      const cells = [
        fitCell(pick(failure === undefined ? words.pass : words.fail, lang), 6),
        fitCell(statusWords[expected][lang], lang === 'zh' ? 6 : 14),
        fitCell(text.replace(/\s*\n\s*/g, ' '), 90).trimEnd(),
      ];
      const came =
        failure === undefined
          ? ''
          : `\n          ${say(words.came, lang, { actual: cameOut(failure, lang) })}${becauseOf(ruleSet, failure, lang)}`;
      return `  ${failure === undefined ? '✓' : '✗'} ${cells.join('  ')}${came}`;
    }),
  );
}

function becauseOf(ruleSet: RuleSet, failure: ExampleFailure, lang: Lang): string {
  const why = whyFailed(ruleSet, failure);
  return why === null ? '' : say(exampleWords.because, lang, { why: pick(why, lang) });
}

function cameOut({ actual, value }: ExampleFailure, lang: Lang): string {
  return value === undefined ? statusWords[actual][lang] : `${value.actual ?? '—'} ≠ ${value.expected}`;
}
