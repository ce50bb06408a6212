/**
 * Damaged files of every format through the reading workers with their limits: how many were read and refused, by code,
 * what no reader foresaw (with the seed, to make it again), what was stopped, and the longest time. `--count N` files,
 * `--from N` the first seed, `--save PATH` keeps files that broke a reader.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool, WorkerStopped } from '../src/workers/pool.ts';
import type { ReadResult, ReadTask } from '../src/workers/read-task.ts';
import { readingLimits } from '../src/workers/reading.ts';
import { mutated } from '../test/read/mutate.ts';
import { sampleFiles } from '../test/read/samples.ts';

const text = { type: 'string' } as const;
const { values: flags } = parseArgs({ options: { count: text, from: text, save: text } });
const count = Number(flags.count ?? 10_000);
const first = Number(flags.from ?? 0);

const pool = new Pool<ReadTask, ReadResult>({
  module: new URL('../src/workers/read-task.ts', import.meta.url),
  ...readingLimits,
});
const files = sampleFiles();
/** By ending of the file name: what became of it, how often; and the longest time. */
const outcomes = new Map<string, Map<string, number>>();
const slowest = new Map<string, { ms: number; seed: number }>();
const broke: string[] = [];

for (let seed = first; seed < first + count; seed += 1) {
  const { name, bytes, how } = mutated(files, seed);
  const format = name.slice(name.lastIndexOf('.') + 1);
  const from = performance.now();
  const outcome = await outcomeOf(bytes, name);
  const ms = performance.now() - from;
  if (ms > (slowest.get(format)?.ms ?? 0)) slowest.set(format, { ms, seed });
  const counts = outcomes.get(format) ?? new Map<string, number>();
  outcomes.set(format, counts.set(outcome.code, (counts.get(outcome.code) ?? 0) + 1));
  if (outcome.broken) {
    broke.push(`${seed} ${name} (${how}): ${outcome.detail}`);
    if (flags.save !== undefined) {
      mkdirSync(flags.save, { recursive: true });
      writeFileSync(join(flags.save, `${seed}-${name}`), bytes);
    }
  }
  if ((seed + 1) % 500 === 0) console.error(`${seed + 1 - first} files, ${broke.length} broke a reader`);
}
await pool.close();

async function outcomeOf(bytes: Uint8Array, name: string): Promise<{ code: string; broken: boolean; detail: string }> {
  try {
    const result = await pool.run({ bytes: bytes.slice(), name, bytesLeft: 64 * 1024 * 1024 });
    if (!('refusal' in result)) return { code: 'read', broken: false, detail: '' };
    const { code, detail } = result.refusal;
    return { code, broken: detail !== undefined, detail: detail ?? '' };
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    return {
      code: `stopped: ${error.why}`,
      broken: true,
      detail: `stopped: ${error.why} ${String(error.cause ?? '')}`,
    };
  }
}

const codes = [...new Set([...outcomes.values()].flatMap(counts => [...counts.keys()]))].sort();
console.log(['format', ...codes, 'longest ms (seed)'].join('\t'));
for (const [format, counts] of outcomes) {
  const longest = slowest.get(format);
  console.log(
    [format, ...codes.map(code => counts.get(code) ?? 0), `${longest?.ms.toFixed(0)} (${longest?.seed})`].join('\t'),
  );
}
const total = (wanted: (code: string) => boolean): number =>
  [...outcomes.values()].reduce(
    (sum, counts) => sum + [...counts].reduce((all, [code, times]) => all + (wanted(code) ? times : 0), 0),
    0,
  );
const stopped = (why: string): number => total(code => code === `stopped: ${why}`);
console.log(
  `${count} files: ${total(code => code === 'read')} read, ${broke.length} broke a reader, ${stopped('time')} hung, ${stopped('memory')} took too much memory`,
);
for (const line of broke.slice(0, 40)) console.log(line.slice(0, 600));
process.exitCode = broke.length === 0 ? 0 : 1;
