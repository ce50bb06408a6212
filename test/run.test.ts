/** The test runner itself: whatever uvu would let pass in silence must count as failed. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const project = fileURLToPath(new URL('..', import.meta.url));
const good = `import { test } from 'uvu';\ntest('holds', () => {});\ntest.run();\n`;
const testing = (body: string): string =>
  `import { test } from 'uvu';\nimport * as assert from 'uvu/assert';\n${body}\ntest.run();\n`;

interface Ending {
  readonly lastLine: string;
  readonly code: number | null;
}

/** Runs the wrapper over a folder that holds just `files`. */
async function runOver(
  files: Readonly<Record<string, string>>,
  environment: Record<string, string> = {},
): Promise<Ending> {
  const folder = await mkdtemp(join(tmpdir(), 'fajian-run-'));
  try {
    await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const { BROWSER: _, ...rest } = process.env;
    const child = spawn(process.execPath, [join(project, 'test/run.mjs'), folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...rest, TEST_QUIET_SECONDS: '20', ...environment },
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const code = await new Promise<number | null>(done => child.on('close', done));
    return { lastLine: output.trimEnd().split('\n').at(-1) ?? '', code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const cases: readonly (readonly [string, Readonly<Record<string, string>>, string, Record<string, string>?])[] = [
  ['tests that hold', { 'a.test.ts': good, 'deep/b.test.ts': good }, '2 passed, 0 failed'],
  [
    'a test that fails',
    { 'a.test.ts': good, 'b.test.ts': testing(`test('no', () => assert.is(1, 2));`) },
    '1 passed, 1 failed',
  ],
  [
    'a skipped test',
    { 'a.test.ts': testing(`test('yes', () => {}); test.skip('later', () => {});`) },
    '1 passed, 1 failed',
  ],
  [
    'a test that keeps others from running',
    { 'a.test.ts': testing(`test('x', () => {}); test.only('y', () => {});`) },
    '1 passed, 1 failed',
  ],
  ['an empty folder', {}, '0 passed, 1 failed'],
  ['a file without tests', { 'a.test.ts': testing('') }, '0 passed, 1 failed'],
  [
    'a file that never runs its tests',
    { 'a.test.ts': good, 'b.test.ts': good.replace('test.run();', '') },
    '1 passed, 1 failed',
  ],
  [
    'one suite of two that is never run',
    {
      'a.test.ts': `import { suite } from 'uvu';\nconst one = suite('1');\none('x', () => {});\nconst two = suite('2');\ntwo('y', () => {});\none.run();\n`,
    },
    '1 passed, 1 failed',
  ],
  ['an import error', { 'a.test.ts': good, 'b.test.ts': `import './absent.ts';\n${good}` }, '0 passed, 1 failed'],
  [
    'a promise that never settles',
    { 'a.test.ts': testing(`test('never', () => new Promise(() => {}));`) },
    '0 passed, 1 failed',
  ],
  [
    'a test that hangs with something open',
    { 'a.test.ts': testing(`test('open', () => new Promise(() => { setInterval(() => {}, 1000); }));`) },
    '0 passed, 1 failed',
    { TEST_QUIET_SECONDS: '3' },
  ],
  ['a run that ends itself', { 'a.test.ts': testing(`test('out', () => process.exit(0));`) }, '0 passed, 1 failed'],
  [
    'an error after the last test',
    { 'a.test.ts': testing(`test('late', () => { setTimeout(() => { throw new Error('late'); }, 50); });`) },
    '1 passed, 1 failed',
  ],
  ['browser tests left out', { 'a.test.ts': good, 'browser/b.test.ts': good }, '1 passed, 0 failed'],
  ['browser tests asked for', { 'a.test.ts': good, 'browser/b.test.ts': good }, '2 passed, 0 failed', { BROWSER: '1' }],
];

for (const [name, files, lastLine, environment] of cases) {
  test(`${name}: ${lastLine}`, async () => {
    const ending = await runOver(files, environment);
    assert.equal(ending, { lastLine, code: lastLine.endsWith(' 0 failed') ? 0 : 1 });
  });
}

test.run();
