/** Sections, tables, equations and deadlines by level, by the shipped rules of the second rule set; and which rule set a text gets. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chooseRules } from '../../src/assess/choose.ts';
import { assessText, type Corrections } from '../../src/assess/pipeline.ts';
import type { Assessment, Finding } from '../../src/assess/types.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const root = new URL('../../', import.meta.url);
const load = (path: string) => {
  const { ruleSet } = loadRuleSet(readFileSync(new URL(path, root), 'utf8'), path);
  if (ruleSet === null) throw new Error(`${path} does not load`);
  return { ruleSet };
};
const fazhi = load('rules/fazhi-annual-report.json');
const disclosure = load('rules/gov-info-disclosure-report.json');

const read = (path: string) => readSource(readFileSync(new URL(path, root)), path);
const county = read('test/reports-disclosure/county-html.html');
const town = read('test/reports-disclosure/township-cells.txt');

function assessed(text: string, corrections: Corrections = {}): Assessment {
  const source = readSource(new TextEncoder().encode(text), 'one.txt');
  return assessText({ source, ruleSet: disclosure.ruleSet, fenced: [], corrections, lang: 'zh', toolVersion: '0' });
}

function finding(text: string, id: string, corrections: Corrections = {}): Finding {
  const assessment = assessed(text, corrections);
  const found = assessment.findings.find(one => one.requirement === id);
  if (found === undefined) throw new Error(`${id} was not judged: ${assessment.report.why}`);
  return found;
}

const test = suite('sections, tables, equations, deadlines');

/** A whole report changed in one place: what becomes of one requirement. */
const rows: readonly (readonly [name: string, from: string, to: string, id: string, status: string, said: RegExp])[] = [
  ['a cell emptied', '行政处罚\t4,318', '行政处罚\t', 'gk.proactive', 'partial', /行政处罚（没有填数）/],
  ['a row left out', '行政强制\t127\t\t\n', '', 'gk.proactive', 'partial', /行政强制（没有这一项）/],
  [
    'off by one',
    '四、结转下年度继续办理\t\t\t5\t1',
    '四、结转下年度继续办理\t\t\t5\t0',
    'gk.requests-sum',
    'partial',
    /第2列（商业企业）：9 \+ 0 = 9，而8 \+ 0 = 8/,
  ],
  [
    'off by more',
    '一、本年新收政府信息公开申请数量\t\t\t46',
    '一、本年新收政府信息公开申请数量\t\t\t36',
    'gk.requests-sum',
    'missing',
    /36 \+ 2 = 38，而43 \+ 5 = 48/,
  ],
  ['a term that is not there', '二、上年结转', '二、其余', 'gk.requests-sum', 'missing', /找不到“上年结转”/],
  [
    'a number of the second row missing',
    '2\t0\t1\t0\t3\t1',
    '2\t0\t1\t0\t3\t',
    'gk.disputes',
    'partial',
    /未经复议直接起诉（没有填数）/,
  ],
  [
    'nothing below the heading',
    '2023年本县各行政机关依申请公开政府信息未收取信息处理费。',
    '',
    'gk.other',
    'partial',
    /标题下的内容/,
  ],
  ['the heading lost', '六、其他需要报告的事项\n', '', 'gk.other', 'partial', /./],
  ['published late', '2024-03-28', '2024-04-18', 'gk.deadline', 'partial', /晚于 2024年3月31日/],
  ['published much later', '2024-03-28', '2024-05-18', 'gk.deadline', 'missing', /晚于 2024年3月31日/],
];
for (const [name, from, to, id, status, said] of rows) {
  test(name, () => {
    assert.ok(county.text.includes(from), 'the passage is there to be changed');
    const { status: now, reason } = finding(county.text.replace(from, to), id);
    assert.is(now, status, reason);
    assert.match(reason, said);
  });
}

test('an equation stands among the figures that were cross-checked: once where it holds, else once a column', () => {
  const told = (text: string) =>
    assessed(text)
      .relations.filter(({ kind }) => kind === 'equation')
      .map(({ verdict, sides, stated, computed }) => [
        verdict,
        sides.map(({ quote }) => quote).join(),
        stated,
        computed,
      ]);
  const row = '四、结转下年度继续办理\t\t\t5\t1\t0';
  assert.ok(county.text.includes(row), 'the passage is there to be changed');
  assert.equal(told(county.text), [['consistent', '59,2,55,6', 61, 61]]);
  assert.equal(told(county.text.replace(row, '四、结转下年度继续办理\t\t\t5\t0\t1')), [
    ['inconsistent', '9,0,8,0', 9, 8],
    ['inconsistent', '0,0,0,1', 0, 1],
  ]);
  assert.equal(told(county.text.replace(row, '四、结转下年度继续办理\t\t\t5\t\t0')), []);
});

test('the same day is in time for a government and late for a department; a township is left to a person', () => {
  const statusOf = (subjectLevel: 'county' | 'department' | 'township') =>
    finding(county.text, 'gk.deadline', { subjectLevel }).status;
  assert.equal((['county', 'department', 'township'] as const).map(statusOf), ['met', 'missing', 'review']);
});

test('parts out of their order are noted, without loss of points', () => {
  const from = town.text.indexOf('　　五、');
  const problems = town.text.slice(from, town.text.indexOf('\n', town.text.indexOf('\n', from) + 1) + 1);
  const moved = town.text.replace(problems, '').replace('　　一、总体情况', `${problems}　　一、总体情况`);
  const before = finding(town.text, 'gk.problems');
  const after = finding(moved, 'gk.problems');
  assert.equal([before.status, before.attention], ['partial', []]);
  assert.is(after.status, 'partial');
  assert.match(after.attention.join(), /“五、存在的主要问题及改进情况”应当写在“一、总体情况”之后/);
});

const duty = '规范公正文明执法,开展执法培训2期,公示执法信息12条。';
const report = (said: string): string =>
  `云山县信访局2023年度法治政府建设情况报告\n一、主要举措\n${duty}${said}接待群众213人次,办理信访事项41件。\n办理回访57次。\n二、存在的问题\n个别干部依法办事的能力有待提高,信访事项办理的规范化水平还要加强。\n三、下一步工作\n将加强学习,办好每一件信访事项。\n云山县信访局\n2024年1月5日`;
for (const [said, status] of [
  ['', 'missing'],
  ['县信访局不承担行政执法职能。', 'not-applicable'],
  ['我社没有行政执法权。', 'not-applicable'],
  ['我会没有制定文件的权限,也不承担行政执法职能。', 'not-applicable'],
  ['中心不属于行政执法部门。', 'not-applicable'],
  ['乡镇站所没有行政执法权。', 'missing'],
] as const)
  test(`a department that says ${said || 'nothing'} of its power to enforce`, () => {
    const source = readSource(new TextEncoder().encode(report(said)), 'one.txt');
    const { findings } = assessText({
      source,
      ruleSet: fazhi.ruleSet,
      fenced: [],
      corrections: {},
      lang: 'zh',
      toolVersion: '0',
    });
    assert.is(findings.find(one => one.requirement === 'enf.three-systems')?.status, status);
  });

test('each report gets the rule set of its kind, whatever the order of the rules', () => {
  const wanted = [
    ...readdirSync(new URL('seeds', root))
      .filter(name => name.endsWith('.txt'))
      .map(name => [`seeds/${name}`, fazhi] as const),
    ['test/reports/township-plain.txt', fazhi] as const,
    ['test/reports/dept-water.txt', fazhi] as const,
    ['test/reports-disclosure/county-html.html', disclosure] as const,
    ['test/reports-disclosure/dept-transport.txt', disclosure] as const,
    ['test/reports-disclosure/township-cells.txt', disclosure] as const,
  ];
  for (const [path, rules] of wanted) {
    const source = read(path);
    for (const order of [
      [fazhi, disclosure],
      [disclosure, fazhi],
    ]) {
      assert.is(chooseRules(source, order)?.ruleSet.id, rules.ruleSet.id, path);
    }
  }
  const neither = readSource(new TextEncoder().encode('今天天气很好。'), 'x.txt');
  assert.is(chooseRules(neither, [disclosure, fazhi]), disclosure);
  assert.is(chooseRules(neither, []), null);
});

test.run();
