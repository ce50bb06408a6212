/**
 * Judges what cannot be judged by truth: a report written otherwise must get the same verdicts, a report whose evidence
 * is taken away must lose them. Prints transformations, verdicts compared and broken ones; `--quiet` the counts alone,
 * `--folder DIR`, as often as wanted, texts of one's own instead of the shipped ones, `--only WORDS` the changes whose
 * names hold them, `--slice 2/5` the second of every five texts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSource } from '../src/read/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import { forms } from '../test/metamorphic/forms.ts';
import { assessWith, changedVerdicts, changeKinds, type Outcome, sameVerdicts } from '../test/metamorphic/judge.ts';
import { transformations } from '../test/metamorphic/transformations.ts';

const root = new URL('../', import.meta.url);
const path = 'rules/fazhi-annual-report.json';
const { values: flags } = parseArgs({
  options: {
    folder: { type: 'string', multiple: true },
    only: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    slice: { type: 'string', default: '1/1' },
  },
});
const { only, quiet } = flags;
const [slice = 1, slices = 1] = flags.slice.split('/').map(Number);
const { ruleSet } = loadRuleSet(readFileSync(new URL(path, root), 'utf8'), path);
if (ruleSet === null) throw new Error('the rule set does not load');
const assessIt = assessWith(ruleSet);

const folders =
  flags.folder?.map(folder => resolve(folder)) ??
  ['seeds', 'test/reports'].map(name => fileURLToPath(new URL(name, root)));
const reports = folders
  .flatMap(folder => readdirSync(folder).map(name => ({ folder, name })))
  .filter(({ name }) => name.endsWith('.txt'))
  .filter((_, nth) => nth % slices === slice - 1)
  .map(({ folder, name }) => ({ name, text: readSource(readFileSync(join(folder, name)), name).text }));

const add = (outcomes: readonly Outcome[]): Outcome => ({
  compared: outcomes.reduce((sum, one) => sum + one.compared, 0),
  broken: outcomes.flatMap(one => one.broken),
});
const tell = (what: string, { compared, broken }: Outcome): void => {
  if (!quiet) for (const line of broken) console.log(`   ${line}`);
  console.log(`${what.padEnd(48)} ${compared} compared, ${broken.length} broken`);
};

console.log(`${reports.length} reports`);
const changes = [...transformations, ...forms].filter(({ name }) => only === undefined || name.includes(only));
const same = changes.map(change => {
  const outcome = add(reports.map(report => sameVerdicts(report, change, assessIt)));
  tell(change.name, outcome);
  return outcome;
});
const total = add(same);
console.log(`${'the same verdicts, all'.padEnd(48)} ${total.compared} compared, ${total.broken.length} broken`);
if (only !== undefined) process.exit();
const changed = reports.map(report => changedVerdicts(report, assessIt));
for (const kind of changeKinds) tell(kind, add(changed.map(one => one[kind])));
