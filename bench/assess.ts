/** Median time to assess each seed from its text with rules compiled, the parts of that time, and memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { assess } from '../src/assess/index.ts';
import { readQuantities } from '../src/quantities/index.ts';
import { readSource } from '../src/read/source.ts';
import { readReport } from '../src/report/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';

const root = new URL('..', import.meta.url);
const rounds = 60;
const warmup = 200;
const path = process.argv[2] ?? 'rules/fazhi-annual-report.json';

const started = performance.now();
const { ruleSet, errors } = loadRuleSet(readFileSync(path.startsWith('/') ? path : new URL(path, root), 'utf8'), path);
if (ruleSet === null) throw new Error(errors.map(error => error.text.en).join('\n'));
console.log(
  `rules compiled in ${(performance.now() - started).toFixed(0)} ms: ${ruleSet.requirements.length} requirements, ${ruleSet.phrases.sources.length} phrases`,
);

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const files = readdirSync(new URL('seeds', root))
  .filter(name => name.endsWith('.txt'))
  .sort();
const all: number[] = [];
for (const file of files) {
  const source = readSource(readFileSync(new URL(`seeds/${file}`, root)), file);
  const times: Record<'report' | 'quantities' | 'assess' | 'whole', number[]> = {
    report: [],
    quantities: [],
    assess: [],
    whole: [],
  };
  for (let round = 0; round < warmup + rounds; round += 1) {
    const t0 = performance.now();
    const report = readReport(source, ruleSet.genre);
    const t1 = performance.now();
    const { quantities, relations } = readQuantities(report);
    const t2 = performance.now();
    assess({ report, quantities, relations, ruleSet, fenced: [], lang: 'zh', toolVersion: '0' });
    const t3 = performance.now();
    if (round < warmup) continue;
    times.report.push(t1 - t0);
    times.quantities.push(t2 - t1);
    times.assess.push(t3 - t2);
    times.whole.push(t3 - t0);
  }
  all.push(median(times.whole));
  const parts = (['report', 'quantities', 'assess'] as const)
    .map(name => `${name} ${median(times[name]).toFixed(2)}`)
    .join(', ');
  console.log(`${file}  ${source.text.length} characters  ${median(times.whole).toFixed(2)} ms  (${parts})`);
}
console.log(`median of the seeds ${median(all).toFixed(2)} ms, slowest ${Math.max(...all).toFixed(2)} ms`);
globalThis.gc?.();
const { rss, heapUsed } = process.memoryUsage();
console.log(`memory after collection: heap ${(heapUsed / 1e6).toFixed(0)} MB, resident ${(rss / 1e6).toFixed(0)} MB`);
