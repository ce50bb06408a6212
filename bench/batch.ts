/**
 * Whole processes: start-up, five and five hundred files beside the peers of bench/peers (`npm ci` there first), and two
 * thousand files on all cores and on one, with memory. `node --import tsx bench/batch.ts [--short] [start] [few] [many]
 * [cores]`; ratios are of rounds in which all ran one after the other.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patterns } from './peers/patterns.mjs';
import { type Command, interleaved, type Measured, measure, median, ratio } from './process.ts';
import { seedTexts, variedText } from './varied.ts';

const short = process.argv.includes('--short');
const parts = process.argv.slice(2).filter(word => !word.startsWith('--'));
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
const root = fileURLToPath(new URL('../', import.meta.url));
const peers = join(root, 'bench/peers');
const work = mkdtempSync(join(tmpdir(), 'fajian-bench-'));
process.env.FAJIAN_CACHE = join(work, 'cache');

const node = process.execPath;
const program = join(root, 'bin/fajian.mjs');
const seed = join(root, 'seeds', readdirSync(join(root, 'seeds')).find(name => name.endsWith('.txt')) ?? '');

/** A folder with so many reports of which no two are equal. */
function reports(count: number): string {
  const folder = join(work, `reports-${count}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  const texts = seedTexts();
  for (let n = 0; n < count; n += 1)
    writeFileSync(join(folder, `report-${String(n).padStart(5, '0')}.txt`), variedText(texts, n));
  return folder;
}

const fajian = (name: string, ...words: string[]): Command => ({ name, words: [node, program, ...words] });

const line = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const ms = (values: readonly Measured[], by: 'wall' | 'cpu'): string =>
  `${median(values.map(one => one[by])).toFixed(0)}`;

async function startUp(): Promise<void> {
  const floor: Command = { name: 'node -e 0', words: [node, '-e', '0'] };
  const commands = [
    floor,
    fajian('fajian --version', '--version'),
    fajian('fajian text, one report', 'text', seed),
    fajian('fajian rules check', 'rules', 'check'),
    fajian('fajian assess, one report', 'assess', '--format', 'json', seed),
  ];
  const first = await measure(fajian('build and first check', 'rules', 'check'));
  const all = await interleaved(commands, short ? 2 : 7);
  console.log(`\n## Start\n\nFirst start on a new machine (build, rules checked): ${first.wall.toFixed(0)} ms.\n`);
  line('command', 'ms', 'ms of processor', 'times `node -e 0`');
  line('---', '---:', '---:', '---:');
  const base = all.get(floor.name) ?? [];
  for (const [name, values] of all)
    line(name, ms(values, 'wall'), ms(values, 'cpu'), ratio(values, base, 'wall').toFixed(1));
}

/** The program is built, and what it keeps of its rules is kept. */
async function warm(): Promise<void> {
  await measure(fajian('the first run', 'assess', '--format', 'json', seed));
}

const textlint = 'textlint, 60 patterns as a rule';

function competitors(folder: string): Command[] {
  const list: Command[] = [fajian('fajian, whole judgement', 'assess', '--format', 'json', folder)];
  list.push(fajian('fajian, one core', 'assess', '--format', 'json', '--jobs', '1', folder));
  const script = (name: string, file: string): Command => ({ name, words: [node, file, folder], folder: peers });
  if (existsSync(join(peers, 'node_modules'))) {
    const words = [node, 'node_modules/textlint/bin/textlint.js', '--rulesdir', 'rules', '--format', 'json', folder];
    list.push({ name: textlint, words, folder: peers, fine: [0, 1] });
    list.push(script('json-rules-engine, 60 rules, yes or no', 'rules-engine.js'));
  } else console.log('\nbench/peers is not installed (npm ci there): textlint and json-rules-engine are left out');
  list.push(script('RegExp loop, 60 patterns', 'regexp-loop.js'));
  if (spawnSync('rg', ['--version']).status === 0) {
    const file = join(work, 'patterns.txt');
    writeFileSync(file, `${patterns.join('\n')}\n`);
    list.push({ name: 'rg -o -f, 60 patterns', words: ['rg', '-o', '-f', file, folder] });
  } else console.log('\nrg is not on this machine and left out');
  return list;
}

async function beside(count: number, rounds: number): Promise<void> {
  await warm();
  const all = await interleaved(competitors(reports(count)), rounds);
  console.log(`\n## ${count} files, whole processes\n`);
  line('tool', 'ms', 'ms of processor', 'files a second', 'rate against textlint', 'the same by processor time', 'MB');
  line('---', '---:', '---:', '---:', '---:', '---:', '---:');
  const base = all.get(textlint);
  for (const [name, values] of all) {
    const against = (by: 'wall' | 'cpu'): string => (base === undefined ? '—' : ratio(base, values, by).toFixed(2));
    const rate = ((count * 1000) / median(values.map(({ wall }) => wall))).toFixed(1);
    const memory = Math.max(...values.map(one => one.memory)).toFixed(0);
    line(name, ms(values, 'wall'), ms(values, 'cpu'), rate, against('wall'), against('cpu'), memory);
  }
}

/** Memory and rate as the number of files grows. */
async function growth(): Promise<void> {
  const cores = availableParallelism();
  await warm();
  console.log(`\n## Files, ${cores} cores against one\n`);
  line('files', 'cores', 'ms', 'ms of processor', 'files a second', 'MB at most');
  line('---:', '---:', '---:', '---:', '---:', '---:');
  for (const count of short ? [5, 100] : [5, 50, 200, 500, 2000]) {
    for (const jobs of [cores, 1]) {
      const words = ['assess', '--format', 'json', '--jobs', String(jobs), reports(count)];
      const { wall, cpu, memory } = await measure(fajian(`${count} files`, ...words));
      line(count, jobs, wall.toFixed(0), cpu.toFixed(0), ((count * 1000) / wall).toFixed(1), memory.toFixed(0));
    }
  }
}

try {
  if (wanted('start')) await startUp();
  if (wanted('few')) await beside(5, short ? 1 : 5);
  if (wanted('many')) await beside(short ? 60 : 500, short ? 1 : 3);
  if (wanted('cores')) await growth();
} finally {
  rmSync(work, { recursive: true, force: true });
}
