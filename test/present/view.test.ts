import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Assessment } from '../../src/assess/types.ts';
import { resultHtml } from '../../src/present/html.ts';
import { resultMarkdown } from '../../src/present/markdown.ts';
import { cellWidth, fitCell, resultTable, summaryRow } from '../../src/present/table.ts';
import { createRenderer } from '../../src/present/templates.ts';
import { resultView } from '../../src/present/view.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
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

order('what is unsure waits for a person, and is no gap anywhere until then', () => {
  const assessment = fixtureAssessment();
  const findings = assessment.findings.map(f =>
    f.requirement === 'doc.filing' ? { ...f, certainty: 'unsure' as const } : f,
  );
  const result = view({ ...assessment, findings });
  assert.equal(
    result.sections[0]?.items.map(f => f.requirement),
    ['doc.filing', 'fr.duties'],
  );
  assert.equal([result.tallies.gaps, result.tallies.toReview], [1, 2]);
  assert.equal(
    result.gaps.map(f => f.requirement),
    ['part.shortcomings'],
  );
});

order('an outcome says what decided it and how the required findings stand', () => {
  assert.is(view().outcome?.because, '必报内容有1项不完整。必报3项：已写明1项，不完整1项，未写明0项，待人工核1项。');
});

order(
  'the outcomes stand with their conditions, and in the language of the page though the result was kept in another',
  () => {
    const { ruleSet } = loadRuleSet(
      readFileSync(new URL('../../rules/fazhi-annual-report.json', import.meta.url), 'utf8'),
      'a',
    );
    if (ruleSet === null) throw new Error('the rules do not load');
    const assessment = {
      ...fixtureAssessment(),
      outcome: { id: 'to-complete', title: '需补正', why: '', provisional: false },
    };
    const looked = (lang: 'zh' | 'en') => resultView({ assessment, text: fixtureText, at: null, lang, ruleSet });
    assert.equal(
      looked('zh').ladder.map(({ title, when, current }) => [title, when, current]),
      [
        ['退回重报', '必报内容未写明2项及以上', false],
        ['需补正', '必报内容未写明1项及以上', true],
        ['基本符合，建议完善', '必报内容不完整1项及以上，或应写内容得分不到60%', false],
        ['符合要求', '其余情形', false],
      ],
    );
    assert.is(looked('en').outcome?.title, 'to be completed');
    assert.is(looked('zh').outcome?.title, '需补正');
  },
);

order('points that no better text can earn are not promised', () => {
  const assessment = fixtureAssessment();
  const findings = assessment.findings.map(f => (f.requirement === 'doc.filing' ? { ...f, fixable: false } : f));
  const late = view({ ...assessment, findings }).gaps.find(f => f.requirement === 'doc.filing');
  assert.equal([late?.gain, late?.gainWords, late?.fix], [0, '日期已过，补写不能得分', '']);
});

order('figures that do not agree are told at the finding that rests on their sentence', () => {
  const assessment = fixtureAssessment();
  const start = fixtureText.indexOf('不予受理3件');
  const quote = { quote: '不予受理3件', start, end: start + 6, line: 6 };
  const findings = assessment.findings.map(f =>
    f.requirement === 'rec.correction' ? { ...f, status: 'met' as const, evidence: [quote] } : f,
  );
  const result = view({ ...assessment, findings });
  const told = (id: string) => result.sections.flatMap(s => s.items).find(f => f.requirement === id)?.alarms;
  assert.equal(told('rec.correction'), [{ note: '受理10件加不予受理3件为13件,与收到12件不符', href: '#relation-2' }]);
  assert.equal(told('lit.appearance'), [], 'its sentence ends before');
  assert.is(result.relations[0]?.id, 'relation-2');
  const relations = assessment.relations.map(relation => ({ ...relation, kind: 'equation' as const }));
  const items = view({ ...assessment, findings, relations }).sections.flatMap(s => s.items);
  assert.equal(
    items.flatMap(f => f.alarms),
    [],
    'an equation has a finding of its own',
  );
});

order('the day it came in is shown, a day that a person gave before it', () => {
  const shown = (receivedDate: string | null) => {
    const assessment = fixtureAssessment();
    const result = resultView({
      assessment: { ...assessment, report: { ...assessment.report, receivedDate } },
      text: fixtureText,
      at: null,
      lang: 'zh',
      received: '2025-02-03',
    });
    return result.fields.find(field => field.label === '收到日期')?.value;
  };
  assert.is(shown(null), '2025年2月3日');
  assert.is(shown('2025-01-31'), '2025年1月31日');
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
  assert.is(finding?.evidence[0]?.words, '第一部分（二）第1段，第6行');
  assert.is(
    finding?.evidence[0]?.href,
    `#q-${fixtureText.indexOf('出庭应诉率90%')}-${fixtureText.indexOf('出庭应诉率90%') + 8}`,
  );
});

places(
  'body and day at the end are the signature, what follows is the end, the same day in a sentence is neither',
  () => {
    const text = `${fixtureText}\n附件:1份`;
    const at = (words: string) => {
      const start = text.lastIndexOf(words);
      return { quote: words, start, end: start + words.length, line: text.slice(0, start).split('\n').length };
    };
    const wordsOf = (words: string, signed: string) => {
      const assessment = fixtureAssessment('zh', text);
      const [first, ...rest] = assessment.findings;
      assert.ok(first);
      const report = { ...assessment.report, places: { signedDate: at(signed) } };
      const result = view({ ...assessment, report, findings: [{ ...first, evidence: [at(words)] }, ...rest] }, text);
      return result.sections[2]?.items[0]?.evidence[0]?.words;
    };
    assert.is(wordsOf('2025年1月20日', '2025年1月20日'), '落款，第13行');
    assert.is(wordsOf('附件:1份', '2025年1月20日'), '文末，第14行');
    assert.is(wordsOf('力争', '2025年1月20日'), '第三部分第2段，第11行');
    assert.is(wordsOf('附件:1份', '出庭36件'), '第三部分第5段，第14行');
  },
);

places('a file with pages tells the page in place of the line', () => {
  const assessment = fixtureAssessment();
  const second = fixtureText.indexOf('(二)化解');
  const pages = [
    { start: 0, number: 1 },
    { start: second, number: 2 },
    { start: fixtureText.indexOf('云溪县人民政府\n2025'), number: 4 },
  ];
  const result = view({ ...assessment, source: { ...assessment.source, pages } });
  const finding = result.sections[2]?.items.find(f => f.requirement === 'lit.appearance');
  assert.is(finding?.evidence[0]?.words, '第2页，第一部分（二）第1段');
});

places('a quote of what is odd in the text does not look like one that was accepted', () => {
  const assessment = fixtureAssessment();
  const [first, ...rest] = assessment.findings;
  assert.ok(first);
  const start = fixtureText.indexOf('市人民政府:');
  const evidence = [{ quote: '市人民政府:', start, end: start + 6, line: 2 }];
  const result = view({ ...assessment, findings: [{ ...first, evidence }, ...rest] });
  assert.equal(
    result.document.lines[1]?.pieces.map(piece => piece.kind),
    ['anomaly'],
  );
  assert.is(result.sections[2]?.items[0]?.evidence[0]?.kind, 'anomaly');
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

exports_('a text of another kind has no counts in the list of the terminal', () => {
  const assessment = fixtureAssessment();
  const other = {
    ...assessment,
    outcome: null,
    findings: [],
    report: { ...assessment.report, recognised: false },
    score: { ...assessment.score, value: null },
  };
  assert.equal(summaryRow('甲', view(other)).slice(-5), ['—', '—', '—', '—', '—']);
});

exports_('terminal cells count Chinese as two', () => {
  assert.is(cellWidth('县abc。'), 7);
  assert.is(fitCell('法治政府', 6), '法治… ');
  assert.is(fitCell('a\u001b[31mb', 8), 'a [31mb ');
});
exports_.run();
