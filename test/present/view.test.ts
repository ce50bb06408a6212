import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Assessment } from '../../src/assess/types.ts';
import { resultHtml } from '../../src/present/html.ts';
import { resultMarkdown } from '../../src/present/markdown.ts';
import { cellWidth, fitCell, resultTable } from '../../src/present/table.ts';
import { createRenderer } from '../../src/present/templates.ts';
import { resultView } from '../../src/present/view.ts';
import { fixtureAssessment, fixtureText } from './fixture.ts';

const view = (assessment: Assessment = fixtureAssessment(), text = fixtureText, lang: 'zh' | 'en' = 'zh') =>
  resultView({ assessment, text, at: '2025-02-03T01:02:03.000Z', lang });

const order = suite('order of a result');

order('what needs a person comes first, then gaps by points, then met, then not applicable', () => {
  const { sections } = view();
  assert.equal(
    sections.map(section => [section.id, section.items.map(item => item.requirement)]),
    [
      ['review', ['fr.duties']],
      ['gaps', ['doc.filing', 'part.shortcomings']],
      ['met', ['part.measures', 'lit.appearance']],
      ['inapplicable', ['rec.correction']],
    ],
  );
});

order('a gap says what filling it adds to the score', () => {
  const [first, second] = view().gaps;
  assert.is(first?.gainWords, '补上可得 +25 分');
  assert.is(second?.gainWords, '补上可得 +12.5 分');
});

order('an unsure gap is shown to a person first and still counts as a gap', () => {
  const assessment = fixtureAssessment();
  const findings = assessment.findings.map(f =>
    f.requirement === 'doc.filing' ? { ...f, certainty: 'unsure' as const } : f,
  );
  const result = view({ ...assessment, findings });
  assert.equal(
    result.sections[0]?.items.map(f => f.requirement),
    ['doc.filing', 'fr.duties'],
  );
  assert.is(result.tallies.gaps, 2);
});

order('the score breakdown adds up', () => {
  const { ledger } = view();
  assert.is(Number(ledger.applicable) - Number(ledger.lost), Number(ledger.earned));
});

order('relations that do not hold stand first', () => {
  assert.equal(
    view().relations.map(r => r.holds),
    [false, true],
  );
});
order.run();

const places = suite('places');

places('a quote tells part, section, paragraph and line', () => {
  const finding = view().sections[2]?.items.find(f => f.requirement === 'lit.appearance');
  assert.is(finding?.evidence[0]?.words, '第一部分(二)第1段，第6行');
  assert.is(
    finding?.evidence[0]?.href,
    `#q-${fixtureText.indexOf('出庭应诉率90%')}-${fixtureText.indexOf('出庭应诉率90%') + 8}`,
  );
});

places('the passage is marked in the text with a link back to its finding', () => {
  const line = view().document.lines.find(l => l.number === 6);
  const marked = line?.pieces.filter(p => p.kind === 'evidence');
  assert.equal(
    marked?.map(p => p.text),
    ['出庭应诉率90%'],
  );
  assert.is(marked?.[0]?.backs[0]?.href, '#f-lit.appearance');
});

places('the pieces of the text put together are the text', () => {
  const shown = view().document.lines.map(l => l.pieces.map(p => p.text).join(''));
  assert.equal(
    shown,
    fixtureText.split('\n').filter(line => line !== ''),
  );
});

places('a quote over a line end is marked in both lines', () => {
  const assessment = fixtureAssessment();
  const start = fixtureText.indexOf('云溪县人民政府\n2025');
  const end = fixtureText.length;
  const [first, ...rest] = assessment.findings;
  assert.ok(first);
  const findings = [{ ...first, evidence: [{ quote: fixtureText.slice(start, end), start, end, line: 12 }] }, ...rest];
  const lines = view({ ...assessment, findings }).document.lines.filter(l => l.number >= 12);
  assert.equal(
    lines.map(l => l.pieces.map(p => p.kind)),
    [['evidence'], ['evidence']],
  );
  assert.equal(
    lines.map(l => l.pieces.at(-1)?.backs.length),
    [0, 1],
  );
});
places.run();

const exports_ = suite('exports');

exports_('the html file is one file without script, and escapes what a report says', () => {
  const nasty = fixtureText.replace('市人民政府:', '<script>alert(1)</script>"\'&');
  const assessment = fixtureAssessment('zh', nasty);
  const html = resultHtml(
    view({ ...assessment, report: { ...assessment.report, title: '<img src=x onerror=alert(1)>' } }, nasty),
    createRenderer('zh'),
  );
  assert.not.match(html, /<script|<img/);
  assert.not.match(html, /(src|href)="(https?:)?\//);
  assert.match(html, '&lt;script&gt;alert(1)&lt;/script&gt;');
  assert.match(html, 'cccccccccccc');
});

exports_('every template renders in English without a Chinese label left over', () => {
  const assessment = fixtureAssessment('en');
  const html = resultHtml(view(assessment, fixtureText, 'en'), createRenderer('en'));
  for (const label of ['审核结论', '待补正', '依据', '计分明细', '数据勾稽'])
    assert.not.match(html.replace(/<style>[\s\S]*<\/style>/, ''), label);
});

exports_('markdown keeps a report from becoming markup', () => {
  const nasty = fixtureText.replace('市人民政府:', '# <b>x</b> | y');
  const assessment = fixtureAssessment('zh', nasty);
  const anomalies = [{ kind: 'placeholder' as const, quote: '# <b>x</b> | y', start: 26, end: 40 }];
  const markdown = resultMarkdown(view({ ...assessment, anomalies }, nasty));
  assert.match(markdown, '\\# &lt;b&gt;x&lt;/b&gt; \\| y');
  assert.match(markdown, '| 必报 | 应写 | 得分 | 缺项 |');
});

exports_('the terminal table names outcome, gaps and rule set', () => {
  const table = resultTable(view());
  assert.match(table, '需补正');
  assert.match(table, '未写明本年度的备案率');
  assert.match(table, 'fazhi-annual-report 1.0.0');
  assert.not.match(table, /[ ]+\n/);
});

exports_('terminal cells count Chinese as two', () => {
  assert.is(cellWidth('县abc。'), 7);
  assert.is(fitCell('法治政府', 6), '法治… ');
  assert.is(fitCell('a\u001b[31mb', 8), 'a [31mb ');
});
exports_.run();
