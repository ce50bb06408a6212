/** What the command line knows of a unit is what the pages know of it: real processes, a data folder with a roster. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createAssessor } from '../../src/assess/again.ts';
import type { Assessment } from '../../src/assess/types.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { openStore } from '../../src/store/store.ts';
import { checkSource } from '../../src/web/check.ts';
import type { AppOptions } from '../../src/web/options.ts';
import { docxText } from '../present/read-back.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const water = join(root, 'test/reports/dept-water.txt');
const bytes = readFileSync(water);

function fajian(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/fajian.mjs'), 'assess', ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, FAJIAN_LANG: 'zh' },
    maxBuffer: 64 << 20,
  });
  return { code: status, out: stdout, err: stderr };
}

const judged = (out: string): Assessment => (JSON.parse(out) as Assessment[])[0] as Assessment;

const roster = suite<{ folder: string; data: string }>('the roster on the command line');
roster.before(async context => {
  context.folder = mkdtempSync(join(tmpdir(), 'fajian-roster-'));
  context.data = join(context.folder, 'data');
  const store = await openStore(context.data, { clock: () => new Date('2024-02-01T00:00:00Z') });
  const facts = { level: 'department', powers: ['none'], contact: '', due: {} } as const;
  await store.organs.add({ ...facts, name: '汀浦县水利与湖泊局', aliases: ['汀浦县水利局'] });
  await store.updateSettings(settings => ({ ...settings, office: { number: '函〔{year}〕{n}号', dueDays: 10 } }));
  await store.close();
});
roster.after(({ folder }) => rmSync(folder, { recursive: true }));

roster('a report is judged as the pages judge it, by the powers of its unit', async ({ data }) => {
  const store = await openStore(data, { clock: () => new Date() });
  const organ = store.organs.list()[0] ?? null;
  await store.close();
  const { ruleSet } = loadRuleSet(readFileSync(join(root, 'rules/fazhi-annual-report.json'), 'utf8'), 'rules');
  if (ruleSet === null) throw new Error('no rules');
  const assessor = createAssessor();
  const options = {
    clock: () => new Date(),
    check: (source, rules, corrections, lang) => assessor({ source, ...rules, corrections, lang, toolVersion: '' }),
  } as AppOptions;
  const source = readSource(bytes, 'dept-water.txt');
  const page = checkSource(options, source, { ruleSet, fenced: [] } as never, {}, organ).assessment;
  const { code, out, err } = fajian(water, '--format', 'json', '--data', data);
  assert.is(code, 0, err);
  assert.equal(judged(out).findings, page.findings);
  assert.equal(judged(out).report.corrected, ['powers']);
  assert.match(err, /^有1份的职权按数据文件夹“.*”里的名册认定/);
});

roster('without a roster one line says so, where it can make a difference', ({ data }) => {
  const without = fajian(water, '--format', 'json');
  assert.match(without.err, /^有1份的职权按报告文字认定/);
  assert.ok(
    judged(without.out).expected.of > judged(fajian(water, '--format', 'json', '--data', data).out).expected.of,
  );
  assert.is(fajian(join(root, 'test/reports/county-2018.txt')).err, '', 'a county has all powers');
  const nowhere = fajian(water, '--data', join(data, 'nowhere'));
  assert.is(nowhere.code, 2);
  assert.match(nowhere.err, '没有数据文件夹');
});

roster(
  'unit or year in doubt are told, and neither takes a letter number; nor does what is held',
  ({ folder, data }) => {
    const reports = join(folder, 'reports');
    cpSync(water, join(reports, '2.txt'));
    const text = bytes.toString('utf8');
    writeFileSync(join(reports, '1.txt'), text.replaceAll('2023年', '2099年'));
    writeFileSync(join(reports, '3.txt'), `秘密★5年\n${text}`);
    writeFileSync(join(reports, '4.txt'), text.replaceAll('水利局', '水务局'));
    writeFileSync(join(reports, '5.txt'), text.replaceAll('汀浦', '澧阳'));
    const out = join(folder, 'letters');
    const letters = ['--document', 'letter', '--number', '7', '--date', '2025-03-01', '--data', data, '--out', out];
    const { err } = fajian(reports, ...letters);
    assert.match(err, /1\.txt：写的是2099年度，晚于收到的年份，请核实年度；没有编文号/);
    assert.match(err, /5\.txt：名称与名册相近但不相同；没有编文号/);
    assert.match(err, /没有写出 .*3\.txt 的结果/);
    const numbers = readdirSync(out)
      .filter(name => name.endsWith('.docx'))
      .sort()
      .map(name => [name[0], /函〔2025〕(.*?)号/.exec(docxText(readFileSync(join(out, name))))?.[1]?.trim()]);
    assert.equal(numbers, [
      ['1', ''],
      ['2', '7'],
      ['4', '8'],
      ['5', ''],
    ]);
    const letter = docxText(readFileSync(join(out, '2-反馈意见.docx')));
    assert.match(letter, '汀浦县水利与湖泊局');
  },
);

roster.run();
