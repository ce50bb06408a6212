/** Gaps and what waits for a person have the same numbers wherever they are told. */
import { unzipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { RulingEntry } from '../../src/assess/rulings.ts';
import type { Assessment } from '../../src/assess/types.ts';
import { letterView } from '../../src/present/letter.ts';
import { resultMarkdown } from '../../src/present/markdown.ts';
import { noOffice } from '../../src/present/office.ts';
import { overviewView } from '../../src/present/overview.ts';
import { checklistSections, workingPaperSections } from '../../src/present/sheet.ts';
import { sheetDocx } from '../../src/present/sheet-docx.ts';
import { resultTable, summaryRow } from '../../src/present/table.ts';
import { checklistTables, resultTables } from '../../src/present/tables.ts';
import { resultView } from '../../src/present/view.ts';
import { summaryOf } from '../../src/web/check.ts';
import { fixtureAssessment, fixtureText } from './fixture.ts';

/** Gaps: part.shortcomings. Waiting: fr.duties by its status, doc.filing by doubt, lit.appearance by a lapsed decision. */
const whole = fixtureAssessment('zh');
const assessment: Assessment = {
  ...whole,
  findings: whole.findings.map(finding =>
    finding.requirement === 'doc.filing'
      ? { ...finding, certainty: 'unsure' }
      : finding.requirement === 'lit.appearance'
        ? { ...finding, status: 'missing' }
        : finding,
  ),
};
const lapse: RulingEntry = {
  draft: 1,
  requirement: 'lit.appearance',
  decision: 'lapse',
  status: 'met',
  machine: 'met',
  quotes: [],
  reason: null,
  note: '',
  by: '',
  at: '2025-02-03T01:02:03.000Z',
};
const result = resultView({
  assessment,
  text: fixtureText,
  at: null,
  lang: 'zh',
  reviews: { history: [lapse], draft: 1 },
});
const judged = { result, assessment };
const lapsed = new Set(['lit.appearance']);
const letter = letterView({
  ...judged,
  office: { ...noOffice, verify: true },
  date: '2025-02-10',
  number: null,
  due: '',
  unit: null,
  draft: 1,
  received: null,
  ruleSet: undefined,
  before: null,
});
const overview = overviewView({
  units: [{ id: 'a', name: '甲局', level: null, draft: 1, received: null, due: null, assessment, lapsed }],
  year: 2024,
  ruleSet: undefined,
  isCollected: true,
  due: '',
  awaited: [],
  today: '2025-02-10',
  rank: false,
  lang: 'zh',
});
const [unit] = overview.units;
const rowsOf = (tables: ReturnType<typeof resultTables>, id: string) => tables.find(one => one.id === id)?.rows ?? [];
const told = (tables: ReturnType<typeof resultTables>): unknown[] =>
  ['缺项', '待人工核'].map(item => rowsOf(tables, 'summary').find(([label]) => label === item)?.[1]);
const sections = (of: typeof checklistSections): number[] => {
  const all = of(result);
  const n = (...ids: string[]): number =>
    all.filter(({ id }) => ids.includes(id)).reduce((sum, { count }) => sum + count, 0);
  return [n('gaps', 'mandatory', 'expected', 'optional'), n('review')];
};
const inWord = (bytes: Uint8Array): string =>
  new TextDecoder().decode(unzipSync(bytes)['word/document.xml']).replace(/<[^>]*>/g, '');
const paper = (internal: boolean) =>
  inWord(sheetDocx({ heading: '', result, sections: workingPaperSections(result), internal, signed: false }));
const summary = summaryOf(assessment, '', lapsed);
const count = (id: string): number | undefined => result.sections.find(section => section.id === id)?.count;

const counts = suite('the same counts everywhere');
const gaps = 1;
const toReview = 3;
const rows: readonly (readonly [string, readonly unknown[]])[] = [
  ['head of the result', [result.tallies.gaps, result.tallies.toReview]],
  ['sections of the result', [count('gaps'), count('review')]],
  ['line of the register', [summary.gaps, summary.toReview]],
  ['overview', [unit?.gaps, unit?.toReview]],
  [
    'matrix of the overview',
    [
      unit?.states.filter(({ status }) => status === 'missing' || status === 'partial').length,
      unit?.states.filter(({ status }) => status === 'review').length,
    ],
  ],
  ['letter', [letter.gaps.length, letter.waiting]],
  ['checklist', sections(checklistSections)],
  ['working paper', sections(workingPaperSections)],
  ['tables of the result', told(resultTables(judged, fixtureText))],
  ['tables of the checklist', told(checklistTables(judged, fixtureText))],
  ['terminal, a line a report', summaryRow('甲', result).slice(-2).map(Number)],
];
for (const [where, found] of rows) counts(where, () => assert.equal(found, [gaps, toReview]));

counts('as text: terminal, Markdown, letter, Word', () => {
  assert.match(resultTable(result), /缺项 1 {2}机器已判\d+项，待人工核3项/);
  assert.match(resultMarkdown(result), / 缺项 \| 待人工核 \|\n.*\n.* \| 1 \| 3 \|/);
  const text = letter.parts.map(part => part.lead + part.text).join('\n');
  assert.match(text, '待补正事项共1项');
  assert.match(text, '正在核实的事项（3项）');
  for (const word of [paper(true), paper(false)]) assert.match(word, '缺项 / 待人工核1 · 3');
});

counts('the outcome is provisional while a decision on required content has lapsed', () => {
  const mandatory = assessment.findings.find(({ tier, status }) => tier === 'mandatory' && status !== 'review');
  const settled = { ...assessment, outcome: { id: 'x', title: '甲', why: '', provisional: false } };
  const view = (requirement: string) =>
    resultView({
      assessment: settled,
      text: fixtureText,
      at: null,
      lang: 'zh',
      reviews: { history: [{ ...lapse, requirement }], draft: 1 },
    });
  assert.is(view(mandatory?.requirement ?? '').outcome?.provisional, true);
  assert.is(view('doc.filing').outcome?.provisional, false);
});
counts.run();
