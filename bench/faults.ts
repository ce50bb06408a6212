/** Every operation of every kind of save made to fail in turn on the disk of this machine: `node --import tsx bench/faults.ts`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemDisk } from '../src/store/disk.ts';
import { type FaultOutcome, faultTable } from '../test/store/faults.ts';

const parent = await mkdtemp(join(tmpdir(), 'fajian-faults-'));
let count = 0;
const outcomes = await faultTable(async () => {
  count += 1;
  return { disk: systemDisk, folder: join(parent, String(count)) };
});
await rm(parent, { recursive: true });

/** One line for what came out alike. */
const lines = new Map<string, FaultOutcome[]>();
for (const one of outcomes) {
  const key = [one.operation, one.fault, one.told, one.old ? 'old' : 'new'].join('\t');
  lines.set(key, [...(lines.get(key) ?? []), one]);
}
console.log('operation\tfault\ttold\tholds\tcases\tmemory and disk agree\tunfinished files left\tworks again');
for (const [key, cases] of [...lines].sort()) {
  const all = (is: (one: FaultOutcome) => boolean): string => `${cases.filter(is).length}/${cases.length}`;
  const left = cases.reduce((sum, one) => sum + one.left, 0);
  console.log(`${key}\t${cases.length}\t${all(one => one.agrees)}\t${left}\t${all(one => one.recovers)}`);
}
const saves = new Set(outcomes.map(({ save }) => save));
console.log(`\n${outcomes.length} cases, ${saves.size} kinds of saves: ${[...saves].join(', ')}`);
