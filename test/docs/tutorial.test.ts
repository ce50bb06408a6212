/** The tutorials, in both languages, done as their reader would: every command is run, its output compared, every change made. */
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readOptions } from '../../src/commands/options.ts';
import { rulesCommand } from '../../src/commands/rules.ts';
import { changed, type Step, shownAs, stepsOf } from './blocks.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = process.cwd();

const tutorials = suite('tutorials');
let folder: string;
tutorials.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), 'fajian-tutorial-'));
  cpSync(join(root, 'rules'), join(folder, 'rules'), { recursive: true });
  symlinkSync(join(root, 'seeds'), join(folder, 'seeds'));
  process.chdir(folder);
});
tutorials.after.each(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

/** What the command prints, each line ended. */
async function run(command: string): Promise<string> {
  const [program = '', ...words] = command.split(' ');
  if (program === 'cp') {
    copyFileSync(words[0] ?? '', words[1] ?? '');
    return '';
  }
  const fajian = 'npm run -s fajian -- rules ';
  assert.ok(command.startsWith(fajian), `${command} is no command that can be run here`);
  let printed = '';
  const line = (text: string): void => {
    printed += `${text}\n`;
  };
  const options = readOptions(command.slice(fajian.length).split(' '), {});
  await rulesCommand(options.words, 'rules/fazhi-annual-report.json', options, '0', {
    out: line,
    err: line,
    raw: line,
    stdin: async () => new Uint8Array(),
  });
  return printed.replace(/[ \t]+\n/g, '\n');
}

async function follow(step: Step, name: string): Promise<void> {
  const where = `${name}:${step.line}`;
  if (step.kind === 'change') {
    writeFileSync(step.file, changed(readFileSync(step.file, 'utf8'), step.lines));
    return;
  }
  const printed = await run(step.command);
  assert.ok(shownAs(step.output).test(printed), `${where} ${step.command} prints\n${printed}`);
}

const stepsIn = (name: string): Step[] => stepsOf(readFileSync(join(root, name), 'utf8'));
for (const name of ['docs/rules.md', 'docs/rules.zh-CN.md']) {
  tutorials(name, async () => {
    const steps = stepsIn(name);
    assert.ok(steps.length >= 10, `${steps.length} steps`);
    for (const step of steps) await follow(step, name);
  });
}

tutorials('both languages go the same way', () => {
  const way = (name: string): string[] =>
    stepsIn(name).map(step => (step.kind === 'change' ? step.file : step.command.replace(' --lang en', '')));
  assert.equal(way('docs/rules.md'), way('docs/rules.zh-CN.md'));
});
tutorials.run();
