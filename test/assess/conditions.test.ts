/** When a requirement applies, what speaks against a match, and what a wording is worth, on rules of one sentence each. */
import { createHash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createContext } from '../../src/assess/context.ts';
import { judgeAll } from '../../src/assess/judge.ts';
import { readQuantities } from '../../src/quantities/index.ts';
import { readReport } from '../../src/report/index.ts';
import type { Level } from '../../src/report/types.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { Power } from '../../src/rules/types.ts';

const common = { tier: 'expected', points: 1, title: '试', met: '写明了', gap: '未写明' };
const rules = {
  intake: { kind: 'quantity', of: ['受理并审结…<n件>', '受理…复议[案件]…<n件>'], unit: ['件'], not: ['审结'] },
  rate: {
    kind: 'quantity',
    of: ['出庭应诉率'],
    unit: ['%'],
    appliesTo: { unless: ['无行政诉讼案件'], optionalFor: ['township'] },
    or: [{ any: ['件件到庭'], and: ['<n件>'], within: 'sentence', percent: 100 }],
    partial: ['出庭应诉'],
    about: ['出庭'],
  },
  lost: { kind: 'quantity', of: ['败诉<n件>'], unit: ['件'], appliesTo: { unless: ['未发生…行政诉讼'] } },
  cases: { kind: 'quantity', of: ['办理案件<n件>'], unit: ['件'], appliesTo: { powers: ['enforcement'] } },
  heard: { kind: 'statement', any: ['听取…汇报<n次>'], by: ['党组', '局长'], not: ['每季度', '分管'] },
  answered: { kind: 'statement', any: ['办结[案件]<n件>'], and: ['复议'] },
  learned: { kind: 'statement', any: ['学习…法规<n次>', '印发…40…<doc 要点>'], not: ['工作人员', '普法'] },
  papers: { kind: 'statement', any: ['法治要点'], not: ['普法'] },
  topics: { kind: 'statement', any: ['文件审核<n件>'], partial: ['文件审核'] },
  events: { kind: 'statement', any: ['宣传…10…<n场>', '培训…10…<n期>'] },
} as const;

/** What counts that of which there may be none. */
const suits = {
  id: 'suits',
  ...common,
  kind: 'quantity',
  of: ['行政诉讼…<n件>'],
  unit: ['件'],
  zero: ['未发生…行政诉讼'],
};

function judge(rule: keyof typeof rules, text: string, level: Level = 'county', powers?: readonly Power[]) {
  const file = {
    id: 'one',
    version: '1.0.0',
    title: '一条规则',
    recognise: { any: [], kinds: [], years: { from: 2015 } },
    zones: [],
    powers: {
      enforcement: {
        levels: ['county'],
        any: ['行政处罚'],
        unless: ['我(局|中心)不再承担行政处罚职能'],
        subjects: ['公安局'],
      },
    },
    sources: {},
    groups: [{ id: 'group', title: '组', requirements: [{ id: rule, ...common, ...rules[rule] }, suits] }],
    outcomes: [{ id: 'complete', title: '符合要求' }],
  };
  const { ruleSet, errors } = loadRuleSet(JSON.stringify(file), 'one.json');
  if (ruleSet === null) throw new Error(errors.map(error => error.text.en).join('\n'));
  const sha256 = createHash('sha256').update(text).digest('hex');
  const source = {
    name: 'one',
    sha256,
    textSha256: sha256,
    mediaType: 'text/plain' as const,
    charset: 'utf-8',
    text,
    notes: [],
  };
  const read = readReport(source, ruleSet.genre, { year: 2023, level });
  const report = { ...read, zoneOf: new Uint8Array(read.copy.flat.length + 1).fill(1) };
  const verdict = judgeAll(createContext({ report, ruleSet, ...readQuantities(report), powers })).get(rule);
  return [verdict?.status, verdict?.figures[0] ?? null] as const;
}

const test = suite('conditions of a requirement');
const table: readonly (readonly [keyof typeof rules, string, Level, string, number | null, string])[] = [
  ['intake', '全年受理行政复议案件38件。', 'county', 'met', 38, 'a plain count'],
  ['intake', '全年受理后审结行政复议案件38件。', 'county', 'missing', null, 'an excluded word in the gap'],
  ['intake', '全年受理并审结行政复议案件38件。', 'county', 'met', 38, 'an excluded word that the phrase says itself'],
  ['rate', '本局无行政诉讼案件。', 'department', 'not-applicable', null, 'a wording that says there was none'],
  ['rate', '全县出庭应诉率97%;本局无行政诉讼案件。', 'department', 'met', 97, 'a figure overrules that wording'],
  [
    'lost',
    '未发生因执法不当引发的行政诉讼。',
    'county',
    'not-applicable',
    null,
    'none of one cause, and no others told of',
  ],
  [
    'lost',
    '行政诉讼案件3件。未发生因执法不当引发的行政诉讼。',
    'county',
    'missing',
    null,
    'none of one cause, and others counted',
  ],
  [
    'lost',
    '全县行政诉讼案件3件。本局未发生行政诉讼。',
    'county',
    'not-applicable',
    null,
    'none of its own beside those of others',
  ],
  ['rate', '加强普法宣传。', 'township', 'not-applicable', null, 'a silent township'],
  ['rate', '加强普法宣传。', 'county', 'missing', null, 'a silent county'],
  ['rate', '落实出庭应诉制度。', 'township', 'partial', null, 'a township that is not silent'],
  ['rate', '行政诉讼案件3件,件件到庭。', 'county', 'met', 100, 'the percentage a wording means'],
  ['rate', '出庭应诉率稳步提高,由上年的89.6%提升到94.3%。', 'county', 'met', 94.3, 'a comparison behind the wall'],
  ['rate', '出庭应诉率同比提高3个百分点,达96%。', 'county', 'met', 96, 'a change before the level'],
  ['rate', '出庭应诉率连续三年保持100%。', 'county', 'met', 100, 'a span of years before the level'],
  ['rate', '出庭应诉率、办结率分别为96.1%和88%。', 'county', 'met', 96.1, 'the first of two rates told respectively'],
  [
    'rate',
    '办结率、出庭应诉率分别达到88%、96.1%。',
    'county',
    'met',
    96.1,
    'the second of two rates told respectively',
  ],
  ['events', '“十四五”以来累计宣传120场。', 'county', 'missing', null, 'a total of several years'],
  ['papers', '印发普法规划、法治要点。', 'county', 'met', null, 'an excluded word in the paper before'],
  ['papers', '印发普法、法治要点。', 'county', 'missing', null, 'an excluded word that names no paper'],
  ['events', '近三年宣传120场,今年培训2期。', 'county', 'met', 2, 'a figure of the year beside one of several'],
  ['rate', '出庭应诉率稳步提高,败诉率8%。', 'county', 'partial', null, 'the level of another rate'],
  [
    'events',
    '上半年开展宣传12场,全年举办培训2期。',
    'county',
    'met',
    2,
    'a full-year figure beside one of half a year',
  ],
  ['events', '上半年开展宣传12场。', 'county', 'partial', 12, 'a figure of half a year alone'],
  [
    'events',
    '上半年,完成摸底;开展宣传12场。',
    'county',
    'partial',
    12,
    'half a year set off by a comma, over a semicolon',
  ],
  ['events', '上半年开展宣传12场,下半年开展宣传9场。', 'county', 'met', 12, 'both halves of the year, each by itself'],
  [
    'events',
    '上半年开展宣传12场,前三季度开展宣传15场,第四季度开展宣传2场。',
    'county',
    'partial',
    12,
    'parts that overlap',
  ],
  ['events', '2022年下半年开展宣传9场,2023年上半年开展宣传12场。', 'county', 'partial', 12, 'halves of two years'],
  ['events', '上半年完成摸底;开展宣传12场。', 'county', 'met', 12, 'half a year that dates its own clause only'],
  ['events', '2022年,制定办法;开展宣传12场。', 'county', 'missing', null, 'last year over a semicolon'],
  ['events', '2022年,制定办法;今年,开展宣传12场。', 'county', 'met', 12, 'this year behind last year'],
  ['events', '我局2022年开展宣传12场。', 'county', 'missing', null, 'last year behind who reports'],
  ['events', '我局2023年开展宣传12场。', 'county', 'met', 12, 'the year of the report behind who reports'],
  ['events', '2022年,制定办法。开展宣传12场。', 'county', 'met', 12, 'a new sentence begins anew'],
  ['heard', '局党组加强领导:一是压实责任;二是全年听取汇报3次。', 'county', 'met', 3, 'who acts stands before the list'],
  ['heard', '局党组加强领导。一是压实责任。二是听取汇报3次。', 'county', 'met', 3, 'in a sentence before the list'],
  ['heard', '局党组加强领导。二是听取汇报3次。', 'county', 'missing', null, 'a list without its beginning'],
  ['heard', '局长履职;先后听取汇报3次。', 'county', 'met', 3, 'who acts goes on acting'],
  ['heard', '局长履职;市局听取汇报3次。', 'county', 'missing', null, 'another acts behind the semicolon'],
  ['heard', '完善制度,局长履职;听取汇报3次。', 'county', 'missing', null, 'the head of a row is its first clause'],
  [
    'heard',
    '局党组每季度调度一次,听取汇报3次。',
    'county',
    'met',
    3,
    'who acts in the clause before, counted regularly',
  ],
  ['heard', '局长履职,分管领导调研2次,听取汇报3次。', 'county', 'missing', null, 'another who acts stands nearer'],
  ['answered', '收到复议申请5件;办结4件。', 'county', 'met', 4, 'a topic with its count goes on'],
  ['answered', '复议方面,制定办法;办结4件。', 'county', 'met', 4, 'a topic named as one goes on'],
  ['answered', '规范复议工作;办结案件4件。', 'county', 'missing', null, 'a topic that is only mentioned does not'],
  [
    'learned',
    '学习《工作人员守则》等法规6次。',
    'county',
    'met',
    6,
    'an excluded word in the name of a document beside it',
  ],
  ['learned', '按照《普法规划》学习有关法规6次。', 'county', 'met', 6, 'the same before the wording'],
  ['learned', '组织工作人员学习法规6次。', 'county', 'missing', null, 'an excluded word outside of names'],
  ['learned', '印发《普法清单》《法治要点》。', 'county', 'met', null, 'the name asked for stands last'],
  ['learned', '印发《普法要点》。', 'county', 'missing', null, 'an excluded word in the name asked for'],
  ['learned', '印发《2024年法治要点》。', 'county', 'missing', null, 'a document of the next year'],
  ['learned', '印发《2022年法治要点》。', 'county', 'missing', null, 'a plan of the year before'],
  [
    'learned',
    '印发《2022年总结和2023年法治要点》。',
    'county',
    'met',
    null,
    'a plan beside the account of the year before',
  ],
  ['learned', '印发《法治规划(2021—2024年)要点》。', 'county', 'met', null, 'a document of several years'],
  ['topics', '加强文件审核、备案。', 'county', 'partial', null, 'work that is told of'],
  ['topics', '讲座涵盖文件审核、执法监督等方面。', 'county', 'missing', null, 'a name in a list of areas'],
  ['topics', '统筹解决执法规范、文件审核等重大问题。', 'county', 'missing', null, 'an agenda of what is settled'],
  [
    'topics',
    '要求干部在文件审核、矛盾化解等工作中严格依法办事。',
    'county',
    'missing',
    null,
    'areas where law is to be kept',
  ],
  ['topics', '以文件审核、执法监督为重点推进工作。', 'county', 'missing', null, 'areas that work is to turn on'],
  ['topics', '专题研究文件审核、执法监督等重点任务。', 'county', 'missing', null, 'an agenda'],
  ['topics', '对文件审核、执法监督等重点工作进行了安排部署。', 'county', 'missing', null, 'an agenda told by its end'],
  ['topics', '围绕文件审核、执法监督等情况述法。', 'county', 'missing', null, 'what is accounted for'],
  [
    'topics',
    '把法治要求落实到文件审核、执法监督各环节。',
    'county',
    'missing',
    null,
    'all fields that a principle pervades',
  ],
  ['topics', '把法治要求落实到文件审核。', 'county', 'partial', null, 'the one thing it is carried out in'],
  ['heard', '在县委党组的坚强领导下,听取汇报3次。', 'county', 'missing', null, 'who leads does not act'],
  ['heard', '在县委领导下,局党组听取汇报3次。', 'county', 'met', 3, 'who acts beside who leads'],
  ['topics', '讲座涵盖文件审核、执法监督等方面,文件审核6件。', 'county', 'met', 6, 'a count beside such a list'],
];
for (const [rule, text, level, status, value, why] of table) {
  test(`${rule}: ${why}`, () => {
    assert.equal(judge(rule, text, level), [status, value]);
  });
}

const powers: readonly (readonly [string, Level, readonly Power[] | undefined, string, string])[] = [
  ['办公室工作。', 'department', undefined, 'not-applicable', 'nothing shows the power'],
  ['办公室工作。', 'department', ['enforcement'], 'missing', 'the roster says it has the power'],
  [
    '云山县公安局2023年度法治政府建设情况报告\n办公室工作。',
    'department',
    undefined,
    'missing',
    'the body is named so',
  ],
  ['云山县公安局2023年度法治政府建设情况报告\n办公室工作。', 'department', [], 'not-applicable', 'and before the name'],
  ['无行政处罚职能。', 'department', undefined, 'not-applicable', 'the text says that it has none'],
  [
    '作出行政处罚决定。我局不再承担行政处罚职能。',
    'department',
    undefined,
    'not-applicable',
    'the text says that it has it no more',
  ],
  ['我局不再承担行政处罚职能。', 'county', undefined, 'missing', 'which does not take it from a government'],
  ['会同县公安局做办公室工作。', 'department', undefined, 'not-applicable', 'another body named in the text has it'],
  ['行政处罚工作。', 'department', [], 'not-applicable', 'the roster goes before what the text speaks of'],
  ['办公室工作。', 'county', [], 'not-applicable', 'and before the level'],
  ['办公室工作。', 'county', ['reconsideration'], 'not-applicable', 'another power is none'],
];
for (const [text, level, stated, status, why] of powers)
  test(`powers: ${why}`, () => {
    assert.is(judge('cases', text, level, stated)[0], status);
  });
test.run();
