import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import type { Assessment, Finding } from '../../src/assess/types.ts';
import { leavesOf, linesNeeded } from '../../src/present/leaves.ts';
import { type LetterInput, letterView } from '../../src/present/letter.ts';
import { lettersDocx } from '../../src/present/letter-docx.ts';
import { letterLeaves } from '../../src/present/letter-leaves.ts';
import { dueOf, noOffice, numberOf, officeFrom, readOffice } from '../../src/present/office.ts';
import { setLines } from '../../src/present/set-lines.ts';
import { checklistSections } from '../../src/present/sheet.ts';
import { resultView } from '../../src/present/view.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { fixtureAssessment, fixtureText } from './fixture.ts';

const office = {
  ...noOffice,
  name: '临江县司法局',
  letterhead: '临江县司法局',
  number: '临司函〔{year}〕{n}号',
  dueDays: 7,
};

function judged(assessment: Assessment, text = fixtureText) {
  return { assessment, result: resultView({ assessment, text, at: null, lang: assessment.lang }) };
}

const letterFor = (assessment: Assessment, more: Partial<LetterInput> = {}) =>
  letterView({
    ...judged(assessment),
    office,
    date: '2025-02-10',
    number: 12,
    due: dueOf(office, '2025-02-10'),
    unit: null,
    draft: 1,
    received: '2025-02-03',
    ruleSet: undefined,
    before: null,
    ...more,
  });

const wholeText = (letter: ReturnType<typeof letterView>): string =>
  letter.parts.map(part => part.lead + part.text).join('\n');

/** Gives the findings named a status (and more) of their own. */
const withStatus = (assessment: Assessment, changes: Readonly<Record<string, Partial<Finding>>>): Assessment => ({
  ...assessment,
  findings: assessment.findings.map(finding => ({ ...finding, ...changes[finding.requirement] })),
});

const letters = suite('feedback letter');

letters('states the decided gaps in the order of tiers, bears number and due date, and tells no score', () => {
  const letter = letterFor(fixtureAssessment('zh'));
  const gaps = fixtureAssessment('zh').findings.filter(f => f.status === 'partial' || f.status === 'missing');
  assert.ok(gaps.length > 1);
  assert.equal(letter.gaps.map(gap => gap.requirement).sort(), gaps.map(gap => gap.requirement).sort());
  assert.is(letter.title, '关于云溪县人民政府2024年度年度报告的审核反馈意见');
  assert.is(letter.number, '临司函〔2025〕12号');
  assert.match(wholeText(letter), '请于2025年2月17日前');
  assert.not.match(wholeText(letter), /62\.5|得分/);
  assert.match(wholeText(letterFor(fixtureAssessment('zh'), { office: { ...office, score: true } })), '得分：62.5分');
});

letters('of a report that passes nothing is asked, and what is optional may be added', () => {
  const name = new URL('../../rules/fazhi-annual-report.json', import.meta.url);
  const { ruleSet } = loadRuleSet(readFileSync(name, 'utf8'), 'fazhi-annual-report.json');
  if (ruleSet === null) throw new Error('the rules do not load');
  const of = (outcome: string, provisional = false) => {
    const assessment = fixtureAssessment('zh');
    if (assessment.outcome === null) throw new Error('the fixture has an outcome');
    return letterFor({ ...assessment, outcome: { ...assessment.outcome, id: outcome, provisional } }, { ruleSet });
  };
  const passed = of('complete');
  assert.match(wholeText(passed), '不必重新报送');
  assert.not.match(wholeText(passed), /请于|请补正|待补正事项共/);
  assert.is(passed.due, '');
  assert.is(passed.reply, null);
  for (const asked of [of('to-complete'), of('complete', true)]) {
    assert.match(wholeText(asked), '请于2025年2月17日前');
    assert.is.not(asked.reply, null);
  }
  const optional = withStatus(fixtureAssessment('zh'), { 'doc.filing': { tier: 'optional' } });
  assert.match(wholeText(letterFor(optional)), '可补充：');
});

letters('what a person has still to decide is no gap: it is named as being verified, or left out', () => {
  const doubtful = withStatus(fixtureAssessment('zh'), { 'doc.filing': { certainty: 'unsure' } });
  const letter = letterFor(doubtful);
  assert.not.ok(letter.gaps.some(gap => gap.requirement === 'doc.filing'));
  assert.match(wholeText(letter), /待核实.*规范性文件备案率/);
  const silent = letterFor(doubtful, { office: { ...office, verify: false } });
  assert.not.match(wholeText(silent), '规范性文件备案率');
  assert.is(silent.waiting, letter.waiting);
});

letters('a later draft: the gaps told before add up, each of the others is called new', () => {
  const before = fixtureAssessment('zh');
  const told = letterFor(before).gaps;
  const after = withStatus(before, {
    'doc.filing': { status: 'met', earned: 5 },
    'lit.appearance': { status: 'missing', certainty: 'sure' },
  });
  const letter = letterFor(after, { draft: 2, before: { ...judged(before), draft: 1 } });
  assert.match(wholeText(letter), `待补正事项${told.length}项，已补正1项，仍缺${told.length - 1}项；本稿另有1项。`);
  assert.not.ok(letter.gaps.some(gap => gap.requirement === 'doc.filing'));
  assert.match(wholeText(letter), /出庭应诉率（未写明，本稿新提出）/);
  assert.match(wholeText(letter), '仍缺）');
});

letters('a decision of a person is stated with its reason and without the name', () => {
  const ruling = {
    decision: 'change',
    status: 'missing',
    machine: 'met',
    machineReason: '',
    reason: '所写内容不足以认定',
    note: '只写了会议',
    by: '王五',
    at: '2025-02-09T08:00:00Z',
  } as const;
  const letter = letterFor(
    withStatus(fixtureAssessment('zh'), { 'lit.appearance': { status: 'missing', certainty: 'sure', ruling } }),
  );
  assert.match(wholeText(letter), '所写内容不足以认定；只写了会议。');
  assert.not.match(wholeText(letter), '王五');
});

letters('only checked or quoted sources are cited; a day that is past is not asked for', () => {
  const basis = (certainty: string) => ({
    source: 'A',
    article: '第三条',
    title: `《${certainty}》`,
    number: null,
    certainty,
  });
  const cited = (certainties: readonly string[]): string =>
    wholeText(
      letterFor(
        withStatus(fixtureAssessment('zh'), { 'doc.filing': { basis: certainties.map(basis), fixable: false } }),
      ),
    );
  assert.match(cited(['memory', 'quoted', 'verified']), '依据：《verified》第三条。');
  assert.not.match(cited(['memory', 'proposal']), '依据');
  assert.match(cited([]), '期限已过，无法补正');
});

letters('a material of another kind is asked for again; a whole report is told so and asked for nothing', () => {
  const assessment = fixtureAssessment('zh');
  const other = {
    ...assessment,
    outcome: null,
    findings: [],
    report: { ...assessment.report, recognised: false, why: '这是工作要点。' },
  };
  assert.match(wholeText(letterFor(other)), '所报材料不是年度报告：这是工作要点。');
  const whole = {
    ...assessment,
    findings: assessment.findings.map(f => ({ ...f, status: 'met' as const, certainty: 'sure' as const })),
  };
  const letter = letterFor(whole);
  assert.match(wholeText(letter), '未发现需要补正的内容。');
  assert.is(letter.reply, null);
  assert.not.match(wholeText(letter), '请于');
});

letters.run();

const settings = suite('office');
settings('what is typed is read, or refused with its field', () => {
  const rows: readonly (readonly [Record<string, string>, string | null])[] = [
    [{ name: '临江县司法局' }, null],
    [{ number: '临司函〔{year}〕{n}号' }, null],
    [{ number: '临司函〔2025〕1号' }, 'number'],
    [{ dueDays: '１０' }, null],
    [{ dueDays: '0' }, 'dueDays'],
    [{ dueDays: '十天' }, 'dueDays'],
    [{ dueDate: '2025-02-30' }, 'dueDate'],
    [{ reportsDue: '1-31' }, null],
    [{ reportsDue: '02-30' }, 'reportsDue'],
    [{ contact: '王'.repeat(61) }, 'contact'],
  ];
  for (const [form, field] of rows)
    assert.equal(
      readOffice(form).mistakes.map(mistake => mistake.field),
      field === null ? [] : [field],
      JSON.stringify(form),
    );
  assert.is(readOffice({ reportsDue: '1-31' }).office.reportsDue, '01-31');
  assert.equal(officeFrom(office), office);
  assert.equal(officeFrom('damaged'), noOffice);
});
settings('due dates and numbers', () => {
  assert.is(dueOf(office, '2025-02-25'), '2025-03-04');
  assert.is(dueOf({ ...office, dueDate: '2025-03-15' }, '2025-02-25'), '2025-03-15');
  assert.is(
    dueOf({ ...office, dueDate: '2024-03-15' }, '2025-02-25'),
    '2025-03-04',
    'a day that is past does not bind',
  );
  assert.is(dueOf({ ...office, dueDays: null }, '2025-02-25'), '');
  assert.is(numberOf(office, '2025-02-10', null), '临司函〔2025〕　　号');
});
settings.run();

const paper = suite('pages of paper');
paper('blocks fill pages in order, keep with the next, and one that is too high has its own page', () => {
  const block = (height: number, keepNext = false) => ({ height, keepNext });
  const heights = (blocks: readonly { height: number; keepNext: boolean }[]) =>
    leavesOf(blocks, () => 10).map(leaf => leaf.map(({ height }) => height));
  assert.equal(heights([block(4), block(4), block(4)]), [[4, 4], [4]]);
  assert.equal(heights([block(4), block(4, true), block(4)]), [[4], [4, 4]]);
  assert.equal(heights([block(4), block(40), block(4)]), [[4], [40], [4]]);
  assert.equal(heights([]), [[]]);
});
paper('lines are counted by width', () => {
  assert.is(linesNeeded('一'.repeat(27), 27.7), 1);
  assert.is(linesNeeded('一'.repeat(28), 27.7), 2);
  assert.is(linesNeeded('a'.repeat(40), 27.7), 1);
  assert.is(linesNeeded('一\n二', 27.7), 2);
});
paper('each page of a letter bears its number, and the signature stands with what it signs', () => {
  const leaves = letterLeaves(letterFor(fixtureAssessment('zh')));
  assert.equal(
    leaves.map(leaf => leaf.foot),
    leaves.map((_, i) => `— ${i + 1} —`),
  );
  assert.is(leaves.filter(leaf => leaf.head).length, 1);
  assert.ok(leaves.find(leaf => leaf.sign)?.parts.length);
});
paper('pages of a letter hold all of its text and are full', () => {
  const letter = letterFor(fixtureAssessment('zh'));
  const long = { ...letter, parts: [...letter.parts, ...letter.parts, ...letter.parts, ...letter.parts] };
  const leaves = letterLeaves(long);
  assert.ok(leaves.length > 2);
  assert.is(
    leaves.flatMap(leaf => leaf.parts.flatMap(part => part.lines.map(one => one.lead + one.text))).join(''),
    long.parts.map(part => part.lead + part.text).join(''),
  );
  for (const leaf of leaves.slice(1, -2)) {
    const lines = leaf.parts.flatMap(part => part.lines).length;
    assert.ok(lines >= 20 && lines <= 22, String(lines));
  }
  const cut = leaves.flatMap(leaf => leaf.parts).filter(part => part.isCut);
  assert.is(leaves.flatMap(leaf => leaf.parts).filter(part => part.goesOn).length, cut.length);
});
paper('lines end where a printer would end them', () => {
  const rows: readonly (readonly [lead: string, text: string, perLine: number, indent: number, wanted: string])[] = [
    ['', '一二三四五六', 4, 0, '一二三四|五六'],
    ['', '一二三四五六', 4, 2, '一二|三四五六'],
    ['', '一二三四，五', 4, 0, '一二三|四，五'],
    ['', '一二三（四五）', 4, 0, '一二三|（四五）'],
    ['一二三', '四五', 4, 0, '*一二三*四|五'],
    ['', '共2024年', 2.5, 0, '共|2024|年'],
    ['', 'one two', 2.5, 0, 'one |two'],
    ['', '', 4, 2, ''],
  ];
  for (const [lead, text, perLine, indent, wanted] of rows) {
    const lines = setLines(lead, text, perLine, indent);
    assert.is(lines.map(line => (line.lead === '' ? '' : `*${line.lead}*`) + line.text).join('|'), wanted);
  }
});
paper.run();

const word = suite('letters as Word');
const rules = readFileSync(new URL('../../rules/fazhi-annual-report.json', import.meta.url), 'utf8');
const { ruleSet } = loadRuleSet(rules, 'fazhi-annual-report.json');

word('the gaps that the file states are those of the JSON, for every sample report', () => {
  if (ruleSet === null) throw new Error('no rules');
  const folder = new URL('../../seeds/', import.meta.url);
  for (const name of readdirSync(folder).filter(file => file.endsWith('.txt'))) {
    const source = readSource(readFileSync(new URL(name, folder)), name);
    const assessment = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
    const letter = letterFor(assessment, { ...judged(assessment, source.text), ruleSet });
    assert.equal(
      statedIn(lettersDocx([letter])),
      assessment.findings
        .filter(f => (f.status === 'partial' || f.status === 'missing') && f.certainty !== 'unsure')
        .map(f => `${f.title}（${f.status === 'missing' ? '未写明' : '不完整'}）`)
        .sort(),
      name,
    );
  }
});

word('an item of the letter bears its number on the checklist and on the result too, in one order', () => {
  if (ruleSet === null) throw new Error('no rules');
  const folder = new URL('../../seeds/', import.meta.url);
  let figures = 0;
  for (const name of readdirSync(folder).filter(file => file.endsWith('.txt'))) {
    const source = readSource(readFileSync(new URL(name, folder)), name);
    const assessment = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
    const one = judged(assessment, source.text);
    const letter = letterFor(assessment, { ...one, ruleSet });
    const items = letter.parts
      .filter(({ kind }) => kind === 'gap')
      .map(({ lead }) => lead.replace(/（[^（]*）。$/, ''));
    assert.ok(items.length > 0);
    const sections = checklistSections(one.result);
    const listed = sections.filter(({ id }) => ['mandatory', 'expected', 'optional'].includes(id));
    const heads = listed.flatMap(({ rows }) => rows.map(({ cells }) => cells[1]?.paras[0]?.text));
    assert.equal(heads, items, name);
    const onPage = one.result.gaps.map(({ item, title }) => `${item}．${title}`);
    assert.equal(onPage.sort(), [...items].sort(), name);
    const parts = (words: readonly string[]) => words.map(text => text[0]);
    const headings = letter.parts.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    const told = sections.map(({ title }) => title).filter(title => !/复核|人工/.test(title));
    assert.equal(parts(told), parts(headings.filter(text => !/核实/.test(text))), name);
    figures += headings.length - listed.length;
  }
  assert.ok(figures > 0);
});

word(
  'characters that XML does not know do no harm, markup of a report stays text, the bytes are the same twice',
  () => {
    const assessment = withStatus(fixtureAssessment('zh'), { 'doc.filing': { reason: '<w:p>&\u0000\u000b甲' } });
    const file = lettersDocx([letterFor(assessment)]);
    assert.match(documentOf(file), '&lt;w:p&gt;&amp;甲');
    assert.equal(file, lettersDocx([letterFor(assessment)]));
  },
);

word('several letters: a section each, its pages counted from 1', () => {
  const letter = letterFor(fixtureAssessment('zh'));
  const xml = documentOf(lettersDocx([letter, letter, letter]));
  assert.is(xml.split('<w:pgNumType w:start="1"/>').length - 1, 3);
});
word.run();

function documentOf(file: Uint8Array): string {
  return new TextDecoder().decode(unzipSync(file)['word/document.xml']);
}

/** Titles and statuses of the gaps, as the paragraphs of the file tell them. */
function statedIn(file: Uint8Array): string[] {
  return [...documentOf(file).matchAll(/<w:p>.*?<\/w:p>/g)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(found => found[1]).join(''))
    .flatMap(text => /^\d+．(.*?（(?:未写明|不完整)）)。/.exec(text)?.[1] ?? [])
    .sort();
}
