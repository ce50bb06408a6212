/** Documents and formats on the command line, and reports that bear a marking: real processes, real files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { factsOf, lacking } from '../../bench/export-facts.ts';
import type { Assessment } from '../../src/assess/types.ts';
import { CommandError } from '../../src/commands/fail.ts';
import { readOptions } from '../../src/commands/options.ts';
import { csvRows, docxText, xlsxSheets } from '../present/read-back.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const seed = 'seeds/000_c38f571da7566cdf.txt';

function fajian(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/fajian.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FAJIAN_LANG: 'zh' },
    maxBuffer: 64 << 20,
  });
  return { code: status, out: stdout, err: stderr };
}

const exports = suite<{ folder: string; assessment: Assessment }>('documents on the command line');
exports.before(context => {
  context.folder = mkdtempSync(join(tmpdir(), 'fajian-exports-'));
  const [assessment] = JSON.parse(fajian('assess', '--format', 'json', seed).out) as Assessment[];
  if (assessment === undefined) throw new Error('no result');
  context.assessment = assessment;
});
exports.after(({ folder }) => rmSync(folder, { recursive: true }));

exports('a letter as Word bears office, number and dates, and the gaps of the result', ({ folder, assessment }) => {
  const out = join(folder, 'letters');
  const data = join(folder, 'data');
  mkdirSync(data);
  const office = { number: '临司函〔{year}〕{n}号', contact: '王五' };
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ schema: 1, settings: { office } }));
  const choices = ['--office', '临江县司法局', '--number', '8', '--date', '2025-02-10', '--due', '2025-02-20'];
  const { code, err } = fajian('assess', '--document', 'letter', '--data', data, ...choices, '--out', out, seed);
  assert.is(code, 0, err);
  const text = docxText(readFileSync(join(out, '000_c38f571da7566cdf-反馈意见.docx')));
  for (const words of ['临江县司法局', '临司函〔2025〕8号', '2025年2月10日', '联系人：王五']) assert.match(text, words);
  assert.equal(lacking(factsOf(assessment, 'letter'), text), []);
  // Of this one, which passes, nothing is asked by any day.
  assert.not.match(text, '2025年2月20日');
  const other = 'seeds/001_6804c860a2254ff7.txt';
  assert.is(fajian('assess', '--document', 'letter', '--data', data, ...choices, '--out', out, other).code, 0);
  assert.match(docxText(readFileSync(join(out, '001_6804c860a2254ff7-反馈意见.docx'))), '2025年2月20日');
});

exports(
  'several letters count up from the number given; a run cannot go on with numbers given before',
  ({ folder }) => {
    const out = join(folder, 'numbered');
    const data = join(folder, 'numbers');
    mkdirSync(data);
    const office = { number: '临司函〔{year}〕{n}号' };
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ schema: 1, settings: { office } }));
    const letters = ['assess', 'seeds', '--document', 'letter', '--data', data, '--date', '2025-02-10', '--out', out];
    const { code, err } = fajian(...letters, '--number', '20');
    assert.is(code, 0, err);
    const numbers = readdirSync(out)
      .filter(name => name.endsWith('.docx'))
      .sort()
      .map(name => /〕(\d+)号/.exec(docxText(readFileSync(join(out, name))))?.[1]);
    assert.equal(numbers, ['20', '21', '22', '23', '24']);
    const again = fajian(...letters, '--number', '20', '--resume');
    assert.is(again.code, 2);
    assert.match(again.err, '--number 不能和 --resume 一起用');
  },
);

exports('in the table files of one name stand with the folders that tell them apart', ({ folder }) => {
  const text = readFileSync(join(root, seed));
  for (const part of ['甲', '乙/丙']) {
    mkdirSync(join(folder, 'twice', part), { recursive: true });
    writeFileSync(join(folder, 'twice', part, '报告.txt'), text);
  }
  writeFileSync(join(folder, 'twice', '甲', '单独.txt'), text);
  const { out } = fajian('assess', join(folder, 'twice'));
  const names = out
    .split('\n')
    .slice(1)
    .map(line => line.split(/\s{2}/)[0]);
  for (const name of ['甲/报告.txt', '乙/丙/报告.txt', '单独.txt']) assert.ok(names.includes(name), out);
});

exports('a result as CSV goes to the screen, with its time', ({ assessment }) => {
  const { code, out } = fajian('assess', '--format', 'csv', seed);
  assert.is(code, 0);
  const rows = csvRows(out.replace('\ufeff', ''));
  assert.ok(rows.some(([section, item]) => section === '概况' && item === '审核时间'));
  assert.equal(lacking(factsOf(assessment, 'result'), rows.flat().join('\n')), []);
});

exports('one overview of a folder, a file for each year', ({ folder }) => {
  const out = join(folder, 'overview');
  const { code, err } = fajian('assess', '--document', 'overview', '--due', '2025-01-31', '--out', out, 'seeds');
  assert.is(code, 0, err);
  const years = readdirSync(out).sort();
  assert.ok(years.length > 1 && years.every(name => /^全县汇总-20\d\d\.xlsx$/.test(name)), String(years));
  const units = years.flatMap(name => xlsxSheets(readFileSync(join(out, name)))[0]?.rows.slice(1) ?? []);
  assert.is(units.length, 5);
});

exports('of a marked report nothing is written unless a person insists; a number is told and masked', ({ folder }) => {
  const [from, out] = [join(folder, 'in'), join(folder, 'results')];
  mkdirSync(from);
  const text = readFileSync(join(root, seed), 'utf8');
  writeFileSync(join(from, 'a.txt'), `机密★1年\n${text}`);
  writeFileSync(join(from, 'b.txt'), `${text}\n联系人：13812345678\n`);
  const refused = fajian('assess', '--format', 'html', '--out', out, from);
  assert.is(refused.code, 2);
  assert.match(refused.err, /没有写出 .*a\.txt 的结果：第1行：密级标志“机密★1年”。.*--allow-restricted/);
  assert.match(refused.err, '手机号码“138****5678”');
  assert.equal(
    readdirSync(out).filter(name => !name.startsWith('.')),
    ['b.html'],
  );
  assert.not.match(readFileSync(join(out, 'b.html'), 'utf8') + refused.err, '13812345678');
  const insisted = fajian('assess', '--format', 'json', '--allow-restricted', '--out', out, from);
  assert.is(insisted.code, 0, insisted.err);
  const [told] = JSON.parse(readFileSync(join(out, 'a.json'), 'utf8'));
  assert.equal(told.restricted, [{ kind: 'secret', start: 0, end: 5, line: 1, quote: '机密★1年' }]);
  assert.match(fajian('text', join(from, 'b.txt')).err, '第');
});

const refusals: readonly [args: readonly string[], said: string][] = [
  [['--document', 'letter', '--format', 'csv'], '反馈意见没有 csv 格式。可用：docx、html、json'],
  [['--document', 'overview', '--format', 'md'], '全县汇总没有 md 格式。可用：xlsx、docx、csv、html、json'],
  [['--document', 'memo'], '--document 不能是“memo”'],
  [['--number', 'eight'], '--number 要写 1 到 5 位数字'],
  [['--document', 'letter', '--date', '2025-02-10', '--due', '2025-02-01'], '--due 2025-02-01 早于成文日期'],
];
for (const [args, said] of refusals) {
  exports(`refused in a sentence: ${args.join(' ')}`, () => {
    try {
      readOptions(['assess', ...args, seed], {});
      assert.unreachable();
    } catch (error) {
      assert.instance(error, CommandError);
      assert.match((error as CommandError).text.zh, said);
    }
  });
}
exports('a file is not shown on a screen', () => {
  const { code, err } = fajian('assess', '--document', 'letter', seed);
  assert.is(code, 2);
  assert.match(err, /docx 是文件.*--out/);
});
exports.run();
