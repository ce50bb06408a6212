/**
 * Agreement of the tool with the truth of the seed reports (test/gold) and of the invented ones (test/reports),
 * counted as test/gold/README.md says. `--ids fr.,doc.` limits requirements, `--only gold|reports` the reports, `--quiet` prints totals.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assess } from '../src/assess/index.ts';
import { readQuantities } from '../src/quantities/index.ts';
import { readSource } from '../src/read/source.ts';
import { readReport } from '../src/report/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import { agreement, emptyTally, names, type Tally, type Truth } from './agreement.ts';

const { values: flags } = parseArgs({
  options: {
    ids: { type: 'string' },
    only: { type: 'string' },
    quiet: { type: 'boolean' },
    file: { type: 'string' },
    rules: { type: 'string' },
  },
});

const root = new URL('..', import.meta.url);
const path = flags.rules ?? 'rules/fazhi-annual-report.json';
const loaded = loadRuleSet(readFileSync(new URL(path, root), 'utf8'), path);
if (loaded.ruleSet === null)
  throw new Error(loaded.errors.map(error => `${error.line}:${error.column} ${error.text.en}`).join('\n'));
const { ruleSet } = loaded;
const prefixes = flags.ids?.split(',');
const wanted = prefixes === undefined ? null : (id: string) => prefixes.some(prefix => id.startsWith(prefix));

const sets: [string, string, string][] = [];
if (flags.only !== 'reports')
  for (const file of readdirSync(new URL('test/gold', root)).filter(name => name.endsWith('.json')))
    sets.push(['gold', `test/gold/${file}`, `seeds/${file.replace('.json', '.txt')}`]);
if (flags.only !== 'gold') {
  let reports: string[] = [];
  try {
    reports = readdirSync(new URL('test/reports', root)).filter(name => name.endsWith('.json'));
  } catch {
    console.log('test/reports: not there');
  }
  for (const file of reports)
    sets.push(['reports', `test/reports/${file}`, `test/reports/${file.replace('.json', '.txt')}`]);
}

const totals: Record<string, Tally> = { gold: emptyTally(), reports: emptyTally() };
for (const [set, truthPath, textPath] of sets) {
  if (flags.file !== undefined && !textPath.includes(flags.file)) continue;
  const truth = JSON.parse(readFileSync(new URL(truthPath, root), 'utf8')) as Truth;
  const source = readSource(readFileSync(new URL(textPath, root)), textPath.split('/').at(-1) ?? textPath);
  const report = readReport(source, ruleSet.genre);
  const { quantities, relations } = readQuantities(report);
  const result = assess({ report, quantities, relations, ruleSet, fenced: [], lang: 'zh', toolVersion: '0' });
  const { tally, told } = agreement(truth, result, source.text, wanted);
  for (const name of names) totals[set]?.[name].plus(tally[name]);
  console.log(`\n== ${textPath}`);
  if (!flags.quiet) for (const line of told) console.log(`  ${line}`);
  console.log(names.map(name => `${name} ${tally[name]}`).join('; '));
}
for (const [set, tally] of Object.entries(totals)) {
  console.log(`\n#### ${set}`);
  for (const name of names) console.log(`${name.padEnd(20)} ${tally[name]}`);
}
