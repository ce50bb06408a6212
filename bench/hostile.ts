/**
 * What becomes of files that are made to break who reads them, in full size: outcome, code, time and peak memory of a
 * process that reads that file alone, worker thread and all. `--megabytes N` is what a bomb unpacks to (200).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createReading } from '../src/workers/reading.ts';
import { hostileFiles } from '../test/read/hostile-files.ts';
import { printTable } from './print-table.ts';

const { values: flags } = parseArgs({ options: { megabytes: { type: 'string' }, read: { type: 'string' } } });

if (flags.read !== undefined) await readOne(flags.read);
else measureAll(Number(flags.megabytes ?? 200));

async function readOne(path: string): Promise<void> {
  const reading = createReading();
  const from = performance.now();
  const file = { name: basename(path), size: statSync(path).size, bytes: async () => readFileSync(path) };
  const [read] = await reading.read(file);
  const time = performance.now() - from;
  await reading.close();
  const outcome =
    read === undefined
      ? 'nothing'
      : 'error' in read
        ? `refused ${read.error.code}`
        : 'skipped' in read
          ? 'skipped'
          : 'read';
  // What the system counts for the process goes on from the one that started it, except here.
  const peak = existsSync('/proc/self/status')
    ? /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    : null;
  const megabytes = Number(peak ?? process.resourceUsage().maxRSS) / 1024;
  console.log(JSON.stringify([outcome, (time / 1000).toFixed(2), megabytes.toFixed(0)]));
}

function measureAll(megabytes: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'fajian-hostile-'));
  const own = fileURLToPath(import.meta.url);
  const rows = [['file', 'KB', 'outcome', 's', 'peak MB', '']];
  const measure = (what: string, path: string, wanted: string): void => {
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', own, '--read', path], { encoding: 'utf8' });
    const [outcome = 'crashed', time = '', memory = ''] = JSON.parse(stdout || '[]') as string[];
    const size = (statSync(path).size / 1024).toFixed(0);
    rows.push([what, size, outcome, time, memory, outcome === wanted ? '' : `expected: ${wanted}`]);
  };
  for (const { what, name, bytes, code } of hostileFiles(megabytes)) {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    measure(what, path, code === null ? 'read' : `refused ${code}`);
    rmSync(path);
  }
  const large = join(folder, '大.docx');
  writeFileSync(large, '');
  truncateSync(large, 2 * 1024 ** 3);
  measure('a file of 2 GB', large, 'refused too-large');
  rmSync(folder, { recursive: true });
  printTable(rows);
}
