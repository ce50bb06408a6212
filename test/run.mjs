/**
 * Runs the tests and ends with one line, `N passed, N failed`: `node test/run.mjs [folder] [pattern]`.
 *
 * All test files run in one process under uvu. What uvu lets pass counts as failed here: no test at all, a skipped test,
 * a suite that is never run, a file that cannot be imported, a promise that never settles, a run that goes silent.
 * Tests in test/browser run only with BROWSER=1. TEST_QUIET_SECONDS is how long a run may print nothing (default 120).
 */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(project, 'test'));
const pattern = process.argv[3] ?? '\\.test\\.ts$';
const quietSeconds = Number(process.env.TEST_QUIET_SECONDS ?? 120);
const withBrowser = process.env.BROWSER === '1';

/** Test files below `folder`, as uvu will find them. */
async function testFiles() {
  const entries = await readdir(folder, { recursive: true });
  const wanted = new RegExp(pattern, 'i');
  return entries.filter(name => wanted.test(name) && (withBrowser || !/^browser[\\/]/.test(name))).sort();
}

/** Names of the suites in a file's text that nothing runs; uvu passes over them in silence. */
function suitesNeverRun(text) {
  const names = [...text.matchAll(/^(?:const|let)\s+(\w+)\s*=\s*suite\b/gm)].map(match => match[1]);
  if (/^test(?:\.only|\.skip)?\(/m.test(text) || names.length === 0) names.push('test');
  return names.filter(name => !new RegExp(`^\\s*${name}\\.run\\(\\)`, 'm').test(text));
}

/** Output and ending of uvu over the folder; its whole process group ends with it. */
function runUvu() {
  const uvu = join(project, 'node_modules/uvu/bin.js');
  const ignore = withBrowser ? [] : ['--ignore', '^browser'];
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), uvu, folder, pattern, ...ignore], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const killGroup = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended already.
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      killGroup();
      process.exit(130);
    });
  }
  return new Promise((done, fail) => {
    let output = '';
    let silent = false;
    const stop = () => {
      silent = true;
      killGroup();
    };
    let timer = setTimeout(stop, quietSeconds * 1000);
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text;
      process.stdout.write(text);
      clearTimeout(timer);
      timer = setTimeout(stop, quietSeconds * 1000);
    });
    child.on('error', fail);
    child.on('close', code => {
      clearTimeout(timer);
      killGroup();
      done({ output, silent, ended: code === 0 });
    });
  });
}

/** uvu's last figure after `Total:`, `Passed:` or `Skipped:`; null when the run never came to its end. */
function figure(output, name) {
  const found = [...output.matchAll(new RegExp(`^ {2}${name}:\\s+(\\d+)`, 'gm'))].at(-1);
  return found ? Number(found[1]) : null;
}

const problems = [];
let passed = 0;
let failed = 0;
try {
  const files = await testFiles();
  for (const name of files) {
    for (const lost of suitesNeverRun(await readFile(join(folder, name), 'utf8'))) {
      problems.push(`${name}: ${lost}.run() is missing, so its tests would not run`);
    }
  }
  if (files.length === 0) {
    problems.push(`no test file below ${relative(process.cwd(), folder) || '.'}`);
  } else {
    const { output, silent, ended } = await runUvu();
    const total = figure(output, 'Total');
    if (silent) problems.push(`nothing printed for ${quietSeconds} s: a test hangs or left something open`);
    if (total === null && !silent) {
      problems.push('the run broke off before its end (an import error, or a promise that never settles)');
    } else if (total !== null) {
      const skipped = figure(output, 'Skipped') ?? 0;
      passed = figure(output, 'Passed') ?? 0;
      failed = total - passed + skipped;
      if (total === 0) problems.push('no test ran');
      if (skipped > 0) console.log(`${skipped} skipped: a skipped test counts as failed`);
      if (!ended && !silent && failed === 0) problems.push('the run ended with an error after its tests');
    }
  }
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
}
for (const problem of problems) console.log(`FAIL  ${problem}`);
failed += problems.length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
