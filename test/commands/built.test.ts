/** The built program: made from the sources as they are, never a stale one, and the same as the sources. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../../', import.meta.url));
const seed = 'seeds/000_c38f571da7566cdf.txt';

const built = suite<{ folder: string }>('built program');
built.before(context => {
  context.folder = mkdtempSync(join(tmpdir(), 'fajian-built-'));
  for (const part of ['bin', 'src', 'cmaps', 'rules', 'templates', 'seeds', 'package.json'])
    cpSync(join(root, part), join(context.folder, part), { recursive: true });
  symlinkSync(realpathSync(join(root, 'node_modules')), join(context.folder, 'node_modules'));
});
built.after(({ folder }) => rmSync(folder, { recursive: true }));

function run(folder: string, start: readonly string[], args: readonly string[]) {
  const env = { ...process.env, FAJIAN_LANG: 'en', FAJIAN_CACHE: join(folder, 'cache') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...start, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 64 << 20,
  });
  // A page bears the minute at which it was made, and two runs may have a minute between them.
  return { code: status, out: stdout.replace(/, \d\d:\d\d(?=<\/p>)/, ''), err: stderr };
}

const program = ['bin/fajian.mjs'];
const sources = ['--import', 'tsx', 'src/main.ts'];

built('gives the same bytes as the sources, with and without what it remembers', ({ folder }) => {
  for (const format of ['json', 'html']) {
    const args = ['assess', '--format', format, seed];
    const expected = run(folder, sources, args);
    assert.is(expected.code, 0, expected.err);
    assert.equal(run(folder, program, args), expected, format);
    assert.equal(run(folder, program, args), expected, `${format} again`);
  }
  assert.is(readdirSync(join(folder, 'dist')).length, 1);
});

built('goes on where the code that was kept is damaged or cannot be kept, and keeps it anew', ({ folder }) => {
  const [key = ''] = readdirSync(join(folder, 'dist'));
  const path = join(folder, 'dist', key, 'main.cjs.assess.code');
  const args = ['assess', '--format', 'json', seed];
  const expected = run(folder, program, args);
  const kept = readFileSync(path);
  const flipped = Buffer.from(kept);
  flipped.writeUInt8(flipped.readUInt8(kept.length >> 1) ^ 1, kept.length >> 1);
  for (const damaged of [flipped, kept.subarray(0, kept.length >> 1), Buffer.alloc(0)]) {
    writeFileSync(path, damaged);
    assert.equal(run(folder, program, args), expected);
    assert.ok(readFileSync(path).length > kept.length >> 1, 'kept anew');
    assert.not.equal(readFileSync(path), damaged);
  }
  rmSync(path);
  mkdirSync(path);
  assert.equal(run(folder, program, args), expected);
  rmSync(path, { recursive: true });
});

built('a changed source is in the very next start', ({ folder }) => {
  const path = join(folder, 'src/words/commands.ts');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('checks annual reports', 'reads annual reports'));
  assert.match(run(folder, program, ['--help']).out, 'reads annual reports');
  writeFileSync(path, text);
  assert.match(run(folder, program, ['--help']).out, 'checks annual reports');
  assert.is(readdirSync(join(folder, 'dist')).length, 2, 'what was built before is used again');
});

built('where nothing can be built, the sources run', ({ folder }) => {
  rmSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist'), 'in the way');
  const { code, out, err } = run(folder, program, ['text', seed]);
  assert.is(code, 0);
  assert.is(out, readFileSync(join(root, seed), 'utf8'));
  assert.match(err, /^Started from the sources/);
  rmSync(join(folder, 'dist'));
});

built.run();
