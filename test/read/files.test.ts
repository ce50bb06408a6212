/** Files made by office programs: the same lines, outline, verdicts, metadata and quotes from every format. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import type { Assessment } from '../../src/assess/types.ts';
import { readDocument } from '../../src/read/document.ts';
import { readSource, type SourceText } from '../../src/read/index.ts';
import { readReport } from '../../src/report/index.ts';
import { findRestricted } from '../../src/report/restricted.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const root = new URL('../../', import.meta.url);
const bytesOf = (path: string): Uint8Array => readFileSync(new URL(path, root));

function rulesOf(name: string) {
  const { ruleSet } = loadRuleSet(readFileSync(new URL(`rules/${name}.json`, root), 'utf8'), name);
  if (ruleSet === null) throw new Error(`${name} does not load`);
  return ruleSet;
}

const bare = (text: string | null): string => (text ?? '').replace(/\s/g, '');
const linesOf = (source: SourceText): string[] =>
  source.text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map(bare)
    .filter(line => line !== '');

/** All that a clerk sees of a result, without places. */
function seen({ report, findings, outcome, score }: Assessment) {
  const { title, subject, issuer, reportYear, subjectLevel, documentNumber, signedDate } = report;
  return {
    meta: [title, subject, issuer, documentNumber].map(bare),
    year: reportYear,
    subjectLevel,
    signedDate,
    outcome,
    points: score.value,
    findings: findings.map(({ requirement, status, evidence }) => [
      requirement,
      status,
      ...evidence.map(({ quote }) => bare(quote)),
    ]),
  };
}

/** What is wanted of a file, from the text that it was made of. */
function wanted(path: string, rules: string) {
  const ruleSet = rulesOf(rules);
  const look = (source: SourceText) => ({
    lines: linesOf(source),
    outline: readReport(source, ruleSet.genre).outline.map(({ level, text }) => [level, bare(text)]),
    result: seen(assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' })),
  });
  return { look, original: look(readSource(bytesOf(path), 'report.txt')) };
}

const tables = wanted('test/reports-disclosure/dept-transport.txt', 'gov-info-disclosure-report');
const prose = wanted('seeds/004_45b352535d3cba1d.txt', 'fazhi-annual-report');

const test = suite('files of office programs');
for (const file of readdirSync(new URL('test/files/', root)).filter(name =>
  /^(?:typed|numbered|tracked|tables)/.test(name),
)) {
  test(`${file} reads as its text`, async () => {
    const { look, original } = file.startsWith('tables') ? tables : prose;
    const source = await readDocument(bytesOf(`test/files/${file}`), file);
    const got = look(source);
    assert.equal(got.lines, original.lines);
    assert.equal(got.outline, original.outline);
    assert.equal(got.result, original.result);
    assert.is(source.notes.length, file.startsWith('tracked') ? 1 : 0);
  });
}
for (const ending of ['doc', 'docx', 'rtf', 'html']) {
  const file = `marked-libreoffice.${ending}`;
  test(`${file}: a marking in the page header is told, and is no part of the text`, async () => {
    const { text, outside } = await readDocument(bytesOf(`test/files/${file}`), file);
    assert.equal(text.trim().split(/\s*\n\s*/), [
      '某县水务局2023年度法治政府建设情况报告',
      '一、主要工作',
      '开展执法检查12次。',
    ]);
    assert.ok(outside?.includes('内部材料汇编'), outside?.join());
    assert.equal(
      findRestricted(text, outside).map(({ kind, line, quote }) => [kind, line, quote]),
      [['secret', 0, '机密★一年']],
    );
  });
}
test.run();
