/** The command line as a person uses it: real process, real files, exit codes. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Assessment } from '../../src/assess/types.ts';
import { requirementSchemas } from '../../src/rules/requirement-schema.ts';
import { gb18030 } from '../read/encode.ts';
import { makeZip } from '../read/make-zip.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = mkdtempSync(join(tmpdir(), 'fajian-cache-'));
const seed = 'seeds/000_c38f571da7566cdf.txt';

function fajian(args: readonly string[], input?: string | Uint8Array, cwd = root) {
  const run = spawnSync(process.execPath, [join(root, 'bin/fajian.mjs'), ...args], {
    cwd,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
    env: { ...process.env, FAJIAN_LANG: 'zh', FAJIAN_CACHE: cache, PORT: '' },
    maxBuffer: 64 << 20,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const test = suite<{ folder: string }>('command line');
test.before(context => {
  context.folder = mkdtempSync(join(tmpdir(), 'fajian-'));
});
test.after(context => {
  for (const folder of [context.folder, cache]) rmSync(folder, { recursive: true });
});

test('json: one object a file, quotes equal the text at their offsets, ledger adds up', () => {
  const { code, out } = fajian(['assess', '--format', 'json', 'seeds']);
  assert.is(code, 0);
  const results = JSON.parse(out) as Assessment[];
  assert.is(results.length, 5);
  for (const result of results) {
    const text = readFileSync(join(root, 'seeds', result.source.name), 'utf8');
    assert.is(result.findings.length, 50);
    for (const finding of result.findings) {
      for (const one of [...finding.evidence, ...(finding.nearest ? [finding.nearest] : [])]) {
        assert.is(text.slice(one.start, one.end), one.quote, finding.requirement);
        assert.is(text.slice(0, one.start).split('\n').length, one.line, finding.requirement);
      }
    }
    const lost = result.score.ledger.reduce((sum, line) => sum + line.lost, 0);
    assert.ok(Math.abs(result.score.applicable - result.score.earned - lost) < 1e-6, 'the ledger does not add up');
  }
});

test('the same input gives the same bytes', () => {
  assert.is(fajian(['assess', '--format', 'json', seed]).out, fajian(['assess', '--format', 'json', seed]).out);
});

test('a folder with a link that leads nowhere, and a place without rules of its own', ({ folder }) => {
  const reports = join(folder, 'linked');
  mkdirSync(reports);
  symlinkSync('nowhere', join(reports, 'a.txt'));
  writeFileSync(join(reports, 'b.txt'), readFileSync(join(root, seed)));
  for (const command of ['assess', 'text']) {
    const { code, out, err } = fajian([command, reports]);
    assert.is(code, 2);
    assert.match(err, /^读不了 .*a\.txt：没有这个文件/);
    assert.match(out, '2023年');
  }
  const elsewhere = fajian(['rules', 'check'], undefined, folder);
  assert.is(elsewhere.code, 0, elsewhere.err);
  assert.match(elsewhere.out, /fazhi-annual-report\.json .*全部通过/);
});

test('a text that looks like another kind is judged where a person says so', ({ folder }) => {
  const path = join(folder, '指南.txt');
  const work = '全年办理案件30件,行政执法水平不断提高。'.repeat(12);
  writeFileSync(path, `法治政府建设年度报告编写指南\n一、主要举措和成效\n${work}`);
  assert.match(fajian(['assess', path]).out, '不是法治政府建设年度报告');
  const told = fajian(['assess', path, '--as-report']);
  assert.not.match(told.out, '不是法治政府建设年度报告');
  assert.match(told.out, '得分');
});

test('standard input, a table, HTML and English', () => {
  const text = readFileSync(join(root, seed));
  assert.match(fajian(['assess', '-'], text).out, '必报');
  const html = fajian(['assess', '--format', 'html', seed]).out;
  assert.match(html, /^<!doctype html>/i);
  assert.not.match(html, /<script|src="http/);
  assert.match(fajian(['assess', '--lang', 'en', seed]).out, 'Required');
});

test('--out writes one file a report', ({ folder }) => {
  const out = join(folder, 'results');
  assert.is(fajian(['assess', '--format', 'md', '--out', out, 'seeds']).code, 0);
  assert.is(readdirSync(out).filter(name => name.endsWith('.md')).length, 5);
});

test('--fail-on by tier', () => {
  const complete = seed;
  const returned = 'seeds/002_eda54e800f8d49ad.txt';
  assert.is(fajian(['assess', '--fail-on', 'mandatory', complete]).code, 0);
  assert.is(fajian(['assess', '--fail-on', 'mandatory', returned]).code, 1);
  assert.is(fajian(['assess', '--fail-on', 'expected', complete]).code, 1);
  const plan = '青禾县2024年法治政府建设工作要点\n一、全面推进依法行政。\n二、加强行政执法监督。\n';
  assert.is(fajian(['assess', '-'], plan).code, 0);
  assert.is(fajian(['assess', '--fail-on', 'mandatory', '-'], plan).code, 1, 'what is no report is no complete report');
});

test('corrections are used and stamped', () => {
  const { out } = fajian(['assess', '--format', 'json', '--level', 'township', '--published', '2024-05-02', seed]);
  const [result] = JSON.parse(out) as Assessment[];
  assert.is(result?.report.subjectLevel, 'township');
  assert.equal([...(result?.report.corrected ?? [])].sort(), ['publishedDate', 'subjectLevel']);
  assert.is(result?.findings.find(one => one.requirement === 'form.deadline')?.status, 'partial');
});

test('a bad file does not stop the others; 2 beats 1', ({ folder }) => {
  const empty = join(folder, 'empty.txt');
  const binary = join(folder, 'binary.txt');
  writeFileSync(empty, '');
  writeFileSync(binary, Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 9]));
  const { code, out, err } = fajian(['assess', '--format', 'json', '--fail-on', 'mandatory', empty, seed, binary]);
  assert.is(code, 2);
  const results = JSON.parse(out) as (Assessment & { error?: { code: string; message: string } })[];
  assert.equal(
    results.map(one => one.error?.code ?? 'fine'),
    ['empty-file', 'fine', results[2]?.error?.code ?? ''],
  );
  assert.ok(results[2]?.error?.message);
  assert.match(err, 'empty.txt');
});

test('each file is checked by the rule set of its kind; --rules says which', () => {
  const other = 'test/reports-disclosure/dept-transport.txt';
  const by = (...args: string[]) =>
    (JSON.parse(fajian(['assess', '--format', 'json', ...args]).out) as Assessment[]).map(({ ruleSet, report }) => [
      ruleSet.id,
      report.recognised,
    ]);
  assert.equal(by(seed, other), [
    ['fazhi-annual-report', true],
    ['gov-info-disclosure-report', true],
  ]);
  assert.equal(by('--rules', 'rules/fazhi-annual-report.json', other), [['fazhi-annual-report', false]]);
});

test('an archive gives a result a file; a file of 2 GB is refused by its size', ({ folder }) => {
  const large = join(folder, 'large.docx');
  const archive = join(folder, 'archive.zip');
  writeFileSync(large, '');
  truncateSync(large, 2 * 1024 ** 3);
  const typed = readFileSync(join(root, 'test/files/typed.docx'));
  writeFileSync(
    archive,
    makeZip([
      { name: gb18030('报送/甲.docx'), data: typed },
      { name: '乙.docx', data: typed.subarray(0, 4000) },
      { name: '图.png', data: typed.subarray(0, 10) },
    ]),
  );
  const { code, out, err } = fajian(['assess', '--format', 'json', archive, large]);
  assert.is(code, 2);
  const results = JSON.parse(out) as (Assessment & { error?: { code: string } })[];
  assert.equal(
    results.map(one => [one.source.name, one.error?.code ?? one.report.recognised]),
    [
      ['甲.docx', true],
      ['乙.docx', 'damaged'],
      ['large.docx', 'too-large'],
    ],
  );
  assert.match(err, '图.png');
});

test('text prints what the offsets count in', () => {
  assert.is(fajian(['text', seed]).out, readFileSync(join(root, seed), 'utf8'));
});

test('rules check: the shipped rules pass; a broken file is told with its line', ({ folder }) => {
  const fine = fajian(['rules', 'check']);
  assert.is(fine.code, 0, fine.out);
  const broken = join(folder, 'broken.json');
  const source = readFileSync(join(root, 'rules/fazhi-annual-report.json'), 'utf8');
  writeFileSync(broken, source.replace('"points": 2', '"points": "2"'));
  const told = fajian(['rules', 'check', broken]);
  assert.is(told.code, 2);
  const line = source.slice(0, source.indexOf('"points": 2')).split('\n').length;
  assert.match(told.out, new RegExp(`broken\\.json:${line}:\\d+ .*写成 2`));
  assert.is(fajian(['assess', '--rules', broken, seed]).code, 2);
});

const mistakes: [args: string[], said: RegExp][] = [
  [['assess'], /没有给出/],
  [['assess', 'no-such-file.txt'], /找不到 no-such-file\.txt/],
  [['assess', '--formt', 'json', seed], /没有 --formt 这个选项/],
  [['assess', '--formt', 'json', seed, '--lang', 'en'], /There is no option --formt/],
  [['assess', '--format'], /--format 后面要写一个值/],
  [['assess', '--format', '--out', 'x'], /--format 后面要写一个值/],
  [['assess', '--out', '', seed], /--out 后面要写一个值/],
  [['--help=3', '--lang=en'], /--help takes no value/],
  [
    ['assess', '--lang', 'en', '--out', '/dev/null/x', seed],
    /cannot write \/dev\/null\/x: a file of this name is there/,
  ],
  [['assess', '--format', 'pdf', seed], /--format 不能是“pdf”/],
  [['assess', '--year', '23', seed], /--year/],
  [['assess', '--published', '2024-02-30', seed], /--published/],
  [['frobnicate'], /没有“frobnicate”这个命令/],
  [['serve', '--port', 'abc'], /--port/],
];
for (const [args, said] of mistakes) {
  test(`exit 2 and one plain line: ${args.join(' ')}`, () => {
    const { code, err } = fajian(args);
    assert.is(code, 2);
    assert.match(err, said);
    assert.not.match(err, /\n\s+at /);
  });
}

test('no report that is read is written over by its result', ({ folder }) => {
  const place = join(folder, 'own');
  mkdirSync(place);
  const report = readFileSync(join(root, seed));
  writeFileSync(join(place, 'report.txt'), report);
  for (const args of [[place], [join(place, 'report.txt'), '--resume']]) {
    const { code, out, err } = fajian(['assess', ...args, '--out', place]);
    assert.is(code, 0, out + err);
    assert.equal(readFileSync(join(place, 'report.txt')), report);
  }
  assert.match(readFileSync(join(place, 'report-审核结果.txt'), 'utf8'), /必报/);
  fajian(['assess', seed, '--out', place]);
  assert.ok(readdirSync(place).includes('000_c38f571da7566cdf.txt'), 'elsewhere the name of the report is enough');
});

test('help teaches', () => {
  const { code, out } = fajian(['--help']);
  assert.is(code, 0);
  assert.match(out, 'fajian assess');
});

test('the help lists for each choice what a wrong one is told', () => {
  const helps = ['zh', 'en'].map(lang => fajian(['--help', '--lang', lang]).out);
  for (const help of helps) assert.not.match(help, /\{\w+\}/);
  for (const option of ['--level', '--fail-on', '--document', '--log', '--role']) {
    const { err } = fajian(['assess', seed, option, 'foo']);
    const allowed = /：([a-z-]+(?:, [a-z-]+)*)\s*$/.exec(err)?.[1]?.split(', ') ?? [];
    assert.ok(allowed.length > 1, err);
    for (const help of helps) assert.ok(help.includes(`${option} ${allowed.join('|')}`), `${option} in ${help}`);
  }
  const kinds = Object.keys(requirementSchemas);
  for (const help of helps) assert.match(help, kinds.join('|'));
  const { err } = fajian(['rules', 'new', 'a.b', 'foo']);
  assert.match(err, kinds.join(', '));
});

test.run();
