/**
 * Passages that the shipped rules judge wrongly, and what the proposed edit does with them: how many it cures, and how
 * many of those with no other verdict changed on the seeds and the invented reports. `--list` prints each edit,
 * `--table FILE` reads rows `id|status|level|text` of a table of your own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runExamples } from '../src/assess/examples.ts';
import { assessText, readText } from '../src/assess/pipeline.ts';
import { type Direction, proposeEdit } from '../src/compare/correction.ts';
import { impactOf } from '../src/compare/impact.ts';
import { readSource } from '../src/read/index.ts';
import type { Level } from '../src/report/types.ts';
import { loadRuleSet, type RuleSet } from '../src/rules/load.ts';

const { values: flags } = parseArgs({
  options: { list: { type: 'boolean' }, table: { type: 'string' } },
});
const own = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const file = own('rules/fazhi-annual-report.json');
const fileText = readFileSync(file, 'utf8');
const load = (text: string): RuleSet => {
  const { ruleSet, errors } = loadRuleSet(text, file);
  if (ruleSet === null) throw new Error(errors.map(error => error.text.en).join('\n'));
  return ruleSet;
};
const ruleSet = load(fileText);

const sources = ['seeds', 'test/reports'].flatMap(folder =>
  readdirSync(own(folder))
    .filter(name => name.endsWith('.txt'))
    .map(name => readSource(readFileSync(own(`${folder}/${name}`)), name)),
);
const judge = (rules: RuleSet) =>
  sources.map(source =>
    assessText({ source, ruleSet: rules, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' }),
  );
const before = judge(ruleSet);
const reports = sources.map(source => ({ key: source.name, read: readText(source, ruleSet, {}) }));

const rows = readFileSync(flags.table ?? own('bench/corrections.txt'), 'utf8')
  .split('\n')
  .filter(line => /^[a-z]/.test(line))
  .map(line => line.split('|'));

const counts = { right: 0, none: 0, cured: 0, clean: 0, literal: 0 };
let slowest = 0;
for (const [id = '', status = '', level = '', text = ''] of rows) {
  const direction: Direction = status === 'met' ? 'counts' : 'not';
  const passage = { text, zone: 'work', year: 2023, level: level as Level, names: [] } as const;
  const began = performance.now();
  const {
    obstacle,
    candidates,
    before: was,
  } = proposeEdit({
    fileText,
    ruleSet,
    requirement: id,
    passage,
    direction,
    reports,
  });
  const took = performance.now() - began;
  slowest = Math.max(slowest, took);
  const [best] = candidates;
  let told: string;
  if (obstacle?.kind === 'already') {
    counts.right += 1;
    told = 'right already';
  } else if (best === undefined) {
    counts.none += 1;
    told = `no edit (${obstacle?.kind})`;
  } else {
    const after = load(best.text);
    const failing = runExamples(after).failures.length;
    const impact = impactOf(
      judge(after).map((assessment, i) => ({
        key: sources[i]?.name ?? '',
        before: before[i] as typeof assessment,
        after: assessment,
      })),
    );
    const clean = failing === 0 && impact.changed.length === 0;
    counts.cured += 1;
    if (best.literal) counts.literal += 1;
    if (clean) counts.clean += 1;
    const edits = best.additions.map(({ list, member }) => `${list.join('.')} + ${JSON.stringify(member)}`).join('; ');
    told = `${best.after} by ${edits}${best.literal ? ' (word for word)' : ''}${clean ? '' : `; also changes ${impact.changed.map(one => one.key).join(', ')}; examples failing ${failing}`}${best.sentences.length > 0 ? `; sentences ${best.sentences.length}` : ''}`;
    if (flags.list)
      told += `\n    example ${JSON.stringify(best.example)}${candidates
        .slice(1)
        .map(one => `\n    or ${JSON.stringify(one.additions.map(a => a.member))}`)
        .join('')}`;
  }
  if (flags.list) console.log(`${id} ${was} ${Math.round(took)} ms  ${text}\n    ${told}`);
}
const wrong = rows.length - counts.right;
console.log(
  `${rows.length} passages, ${wrong} judged wrongly; cured ${counts.cured}, of these with nothing else changed ${counts.clean}, word for word ${counts.literal}; no edit ${counts.none}; slowest ${Math.round(slowest)} ms`,
);
