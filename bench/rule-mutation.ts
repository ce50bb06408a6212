/**
 * Deletes every entry of a rule file, one at a time, and counts how many of the deletions make an example fail.
 * `node --import tsx bench/rule-mutation.ts [FILE]`; `--kinds phrase,not` and `--ids fr.,doc.` limit the entries,
 * `--quiet` leaves out the list of those that no example holds, `--least 95` fails where a share is below so many percent.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRuleSet } from '../src/rules/load.ts';
import { type EntryKind, entryKinds, mutate } from './mutants.ts';

const { values: flags, positionals } = parseArgs({
  options: {
    kinds: { type: 'string' },
    ids: { type: 'string' },
    quiet: { type: 'boolean' },
    least: { type: 'string' },
  },
  allowPositionals: true,
});
const path = positionals[0] ?? fileURLToPath(new URL('../rules/fazhi-annual-report.json', import.meta.url));
const source = readFileSync(path, 'utf8');
const { ruleSet, errors } = loadRuleSet(source, path);
if (ruleSet === null) throw new Error(errors.map(error => `${error.line}:${error.column} ${error.text.en}`).join('\n'));
const kinds = flags.kinds === undefined ? entryKinds : (flags.kinds.split(',') as EntryKind[]);
const prefixes = flags.ids?.split(',') ?? [''];

const started = performance.now();
const mutants = mutate(ruleSet, source, kinds).filter(({ owner }) => prefixes.some(prefix => owner.startsWith(prefix)));
const seconds = (performance.now() - started) / 1000;

if (flags.quiet !== true) {
  for (const { kind, owner, path: at, text, line, killedBy } of mutants) {
    if (killedBy === null) console.log(`${line}  ${kind}  ${owner}  ${at.slice(0, -1).join('.')}  ${text}`);
  }
}
console.log('');
for (const kind of kinds) {
  const all = mutants.filter(mutant => mutant.kind === kind);
  if (all.length === 0) continue;
  const held = all.filter(mutant => mutant.killedBy !== null).length;
  if (100 * held < Number(flags.least ?? 0) * all.length) process.exitCode = 1;
  console.log(`${kind.padEnd(8)} ${((100 * held) / all.length).toFixed(1)}%  (${held}/${all.length})`);
}
console.log(`in ${seconds.toFixed(1)} s`);
