/**
 * Agreement of the tool with the truth of the seed reports (test/gold) and of the invented ones (test/reports), counted
 * as test/gold/README.md says, and every disagreement by id; and of the reports of the second rule set (test/reports-disclosure)
 * with theirs. `--ids fr.,doc.` limits requirements, `--only gold|reports|disclosure` the sets, `--file NAME` the reports,
 * `--folder PATH` measures another folder of NAME.txt or NAME.html with NAME.json, by the rule set that recognises each
 * unless `--rules` names one, `--quiet` prints totals.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chooseRules } from '../src/assess/choose.ts';
import { assessText } from '../src/assess/pipeline.ts';
import { readSource } from '../src/read/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import { agreement, emptyTally, names, type Tally, type Truth } from './agreement.ts';

const text = { type: 'string' } as const;
const { values: flags } = parseArgs({
  options: { ids: text, only: text, file: text, rules: text, folder: text, quiet: { type: 'boolean' } },
});

const own = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const paths = flags.rules
  ? [flags.rules]
  : ['fazhi-annual-report', 'gov-info-disclosure-report'].map(id => own(`rules/${id}.json`));
const rules = paths.map(path => {
  const { ruleSet, errors } = loadRuleSet(readFileSync(path, 'utf8'), path);
  if (ruleSet === null)
    throw new Error(errors.map(error => `${error.line}:${error.column} ${error.text.en}`).join('\n'));
  return { ruleSet };
});
const prefixes = flags.ids?.split(',');
const wanted = prefixes === undefined ? null : (id: string) => prefixes.some(prefix => id.startsWith(prefix));

const folders: readonly (readonly [set: string, truths: string, texts: string])[] =
  flags.folder !== undefined
    ? [[flags.folder, flags.folder, flags.folder]]
    : [
        ['gold', own('test/gold'), own('seeds')],
        ['reports', own('test/reports'), own('test/reports')],
        ['disclosure', own('test/reports-disclosure'), own('test/reports-disclosure')],
      ];

const totals = new Map<string, Tally>();
const add = (set: string, tally: Tally): void => {
  const total = totals.get(set) ?? emptyTally();
  for (const name of names) total[name].plus(tally[name]);
  totals.set(set, total);
};
let decided = 0;
let decidedWrong = 0;
let toReview = 0;

for (const [set, truths, texts] of folders) {
  if (flags.only !== undefined && flags.only !== set) continue;
  for (const file of readdirSync(truths).filter(name => name.endsWith('.json'))) {
    const name = ['.txt', '.html']
      .map(ending => file.replace('.json', ending))
      .find(one => existsSync(join(texts, one)));
    if (name === undefined) throw new Error(`${file} has no text beside it`);
    if (flags.file !== undefined && !name.includes(flags.file)) continue;
    const truth = JSON.parse(readFileSync(join(truths, file), 'utf8')) as Truth;
    const source = readSource(readFileSync(join(texts, name)), name);
    const chosen = chooseRules(source, rules);
    if (chosen === null) continue;
    const { ruleSet } = chosen;
    const result = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
    const { tally, told } = agreement(truth, result, source.text, wanted);
    add(set, tally);
    if (set !== 'gold') add(`${set}: ${truth.metadata.subjectLevel}`, tally);
    for (const finding of result.findings) {
      const expected = truth.requirements[finding.requirement];
      if (expected === undefined || finding.status === 'not-applicable') continue;
      if (finding.status === 'review' || finding.certainty === 'unsure') toReview += 1;
      else {
        decided += 1;
        if (finding.status !== expected.status && expected.disputed !== true) decidedWrong += 1;
      }
    }
    console.log(`\n== ${name}`);
    if (!flags.quiet) for (const line of told) console.log(`  ${line}`);
    console.log(names.map(one => `${one} ${tally[one]}`).join('; '));
  }
}
for (const [set, tally] of totals) {
  console.log(`\n#### ${set}`);
  for (const name of names) console.log(`${name.padEnd(20)} ${tally[name]}`);
}
const share = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)}% (${part}/${whole})`;
console.log(
  `\ndecided without a person ${share(decided, decided + toReview)}; wrong among the decided ${share(decidedWrong, decided)}`,
);
