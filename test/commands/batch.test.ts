/** Many files: real processes with worker threads, stopped, gone on with, and given what is bad. */
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { seedTexts, variedText } from '../../bench/varied.ts';
import type { Assessment } from '../../src/assess/types.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const many = 80;

const batch = suite<{ folder: string; reports: string }>('batch');
batch.before(context => {
  context.folder = mkdtempSync(join(tmpdir(), 'fajian-batch-'));
  context.reports = join(context.folder, 'reports');
  mkdirSync(context.reports);
  const texts = seedTexts();
  for (let n = 0; n < many; n += 1) writeFileSync(join(context.reports, nameOf(n)), variedText(texts, n));
  // One that is no text, and one that is empty, in the midst of the others.
  writeFileSync(join(context.reports, nameOf(20)), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 9]));
  writeFileSync(join(context.reports, nameOf(41)), '');
});
batch.after(({ folder }) => rmSync(folder, { recursive: true }));

const nameOf = (n: number): string => `report-${String(n).padStart(3, '0')}.txt`;

const start = (folder: string, args: readonly string[]) =>
  [
    process.execPath,
    ['bin/fajian.mjs', 'assess', '--format', 'json', ...args],
    { cwd: root, env: { ...process.env, FAJIAN_LANG: 'en', FAJIAN_CACHE: join(folder, 'cache') } },
  ] as const;

function run(folder: string, args: readonly string[]) {
  const [program, words, options] = start(folder, args);
  const { status, stdout, stderr } = spawnSync(program, words, { ...options, encoding: 'utf8', maxBuffer: 256 << 20 });
  return { code: status, out: stdout, err: stderr };
}

type Printed = Assessment & { error?: { code: string } };

/** All results of a run that was not stopped. */
let printed: readonly Printed[] = [];

batch('all cores print the same bytes as one, in the order given; bad files stop nothing', ({ folder, reports }) => {
  const all = run(folder, ['--jobs', '3', reports]);
  assert.is(all.code, 2);
  const results = JSON.parse(all.out) as Printed[];
  printed = results;
  assert.equal(
    results.map(({ source }) => source.name),
    Array.from({ length: many }, (_, n) => nameOf(n)),
  );
  assert.equal(
    results.flatMap(({ error }, n) => (error === undefined ? [] : [n])),
    [20, 41],
  );
  assert.match(all.err, 'report-020.txt');
  const one = run(folder, ['--jobs', '1', reports]);
  assert.ok(one.out === all.out, 'one core prints something else');
});

batch('what was stopped is complete, and goes on where it stopped', async ({ folder, reports }) => {
  const out = join(folder, 'stopped');
  const [program, words, options] = start(folder, ['--jobs', '2', '--out', out, reports]);
  // In a group of its own, so that all its processes are told, as by Ctrl+C in a terminal.
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  const ended = new Promise<number | null>(done => child.on('close', done));
  child.stderr.setEncoding('utf8').on('data', text => {
    if (said === '' && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    said += text;
  });
  assert.is(await ended, 130, said);
  assert.match(said, /Interrupted: \d+ of 80/);
  assert.not.match(said, 'memory');
  const written = readdirSync(out).filter(name => name.endsWith('.json'));
  assert.ok(written.length > 0 && written.length < many, `${written.length} written`);
  for (const name of written) JSON.parse(readFileSync(join(out, name), 'utf8'));

  const onwards = run(folder, ['--resume', '--out', out, reports]);
  assert.is(onwards.code, 2);
  const kept = Number(/(\d+) results were there already/.exec(onwards.err)?.[1]);
  assert.ok(kept > 0 && kept <= written.length, onwards.err);
  assert.is(readdirSync(out).filter(name => name.endsWith('.json')).length, many);

  for (const [n, result] of printed.entries()) {
    const name = nameOf(n).replace('.txt', '.json');
    assert.ok(readFileSync(join(out, name), 'utf8') === `${JSON.stringify([result], null, 2)}\n`, name);
  }
});

batch('standard output that is stopped is a closed array', async ({ folder, reports }) => {
  const [program, words, options] = start(folder, ['--jobs', '2', reports]);
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  const ended = new Promise<number | null>(done => child.on('close', done));
  child.stdout.setEncoding('utf8').on('data', text => {
    if (out === '') child.kill('SIGINT');
    out += text;
  });
  assert.is(await ended, 130);
  const results = JSON.parse(out) as Printed[];
  assert.ok(results.length > 0 && results.length < many, `${results.length} printed`);
});

batch(
  '--resume does again what is changed, damaged, of other rules or bad; --fail-on knows of what was kept',
  ({ folder }) => {
    const [few, out] = [join(folder, 'few'), join(folder, 'few-results')];
    mkdirSync(few);
    const texts = seedTexts();
    for (let n = 0; n < 4; n += 1) writeFileSync(join(few, nameOf(n)), variedText(texts, n));
    const kept = (...args: string[]): number => {
      const { err, code } = run(folder, ['--resume', '--out', out, ...args, few]);
      assert.is(code, args.includes('--fail-on') ? 1 : 0, err);
      return Number(/(\d+) results were there already/.exec(err)?.[1]);
    };
    assert.is(kept(), 0);
    assert.is(kept(), 4);
    appendFileSync(join(few, nameOf(1)), '另有一事。\n');
    assert.is(kept(), 3);
    assert.is(kept('--fail-on', 'mandatory'), 4);
    writeFileSync(join(out, 'report-002.json'), 'cut sho');
    assert.is(kept(), 3);
    JSON.parse(readFileSync(join(out, 'report-002.json'), 'utf8'));
    assert.is(kept('--year', '2022'), 0);
    assert.is(kept(), 0, 'the results there are of another year');
    appendFileSync(join(out, '.fajian-results.jsonl'), '{"name":"cut');
    assert.is(kept(), 4);
    writeFileSync(join(few, 'a-new-one.txt'), variedText(texts, 9));
    assert.is(kept(), 4);
    assert.is(readdirSync(out).filter(name => name.endsWith('.json')).length, 5);
  },
);

batch('files of the same name keep their results apart, also when more come between', ({ folder }) => {
  const [a, b, c] = ['a', 'b', 'c'].map(name => join(folder, name)) as [string, string, string];
  const out = join(folder, 'same');
  const texts = seedTexts();
  for (const [n, path] of [a, b, c].entries()) {
    mkdirSync(path);
    writeFileSync(join(path, 'Report.txt'), variedText(texts, n));
  }
  const titles = () =>
    ['Report.json', 'Report-2.json', 'Report-3.json'].map(name =>
      existsSync(join(out, name))
        ? (JSON.parse(readFileSync(join(out, name), 'utf8')) as Printed[])[0]?.source.sha256
        : '',
    );
  run(folder, ['--out', out, a, c]);
  const [ofA, ofC] = titles();
  assert.match(run(folder, ['--out', out, '--resume', a, b, c]).err, '2 results were there already');
  const [first, , third] = titles();
  assert.equal([first, third], [ofA, ofC]);
});

batch('--resume without a folder, --jobs without sense', ({ folder, reports }) => {
  assert.match(run(folder, ['--resume', reports]).err, '--resume needs --out');
  assert.match(run(folder, ['--jobs', '0', reports]).err, '--jobs must be a number from 1 to 64');
});

batch.run();
