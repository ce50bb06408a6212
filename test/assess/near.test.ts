/** The closest passage to what is missing: what a reader would point at first, and why it does not count. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const common = { tier: 'expected', points: 1, title: '试', met: '写明了', gap: '未写明' };
const file = {
  id: 'one',
  version: '1.0.0',
  title: '一条规则',
  recognise: { any: ['法治政府建设'], kinds: [], years: { from: 2015 } },
  zones: [{ zone: 'plan', headings: ['下一步'], cues: [] }],
  sources: {},
  groups: [
    {
      id: 'group',
      title: '组',
      requirements: [
        {
          id: 'rate',
          kind: 'quantity',
          ...common,
          of: ['出庭应诉率', '败诉率'],
          unit: ['%'],
          not: ['正职'],
          partial: ['出庭应诉'],
          about: ['应诉'],
        },
        {
          id: 'settled',
          kind: 'statement',
          ...common,
          any: ['调解…6…<n件>'],
          and: ['行政复议'],
          within: 'sentence',
          about: ['行政复议'],
        },
        {
          id: 'reported',
          kind: 'statement',
          ...common,
          any: ['部署…法治'],
          not: ['决策部署', '部署要求', '会议部署'],
          about: ['年度报告'],
        },
      ],
    },
  ],
  outcomes: [{ id: 'complete', title: '符合要求' }],
};
const { ruleSet } = loadRuleSet(JSON.stringify(file), 'one.json');

function near(rule: string, work: string, plan = '继续努力。', part = '下一步打算'): string {
  const text = `云山县2023年法治政府建设年度报告\n2023年,我县坚持依法行政,认真落实各项部署,扎实推进法治政府建设,各项工作取得了新的进展。现将情况报告如下:\n一、主要工作\n${work}${'各部门依法履职。'.repeat(8)}\n二、${part}\n${plan}\n云山县人民政府\n2024年2月1日\n`;
  if (ruleSet === null) throw new Error('the rules do not load');
  const { findings } = assessText({
    source: readSource(Buffer.from(text), 'one.txt'),
    ruleSet,
    fenced: [],
    corrections: {},
    lang: 'zh',
    toolVersion: '0',
  });
  const found = findings.find(finding => finding.requirement === rule)?.nearest;
  return found == null ? '-' : `${found.quote} | ${found.why}`;
}

const test = suite('the closest passage');

const rows: readonly (readonly [name: string, rule: string, work: string, plan: string, quote: string, why: string])[] =
  [
    [
      'a target with its figure before a mention',
      'rate',
      '重视应诉。',
      '力争出庭应诉率达到95%。',
      '力争出庭应诉率达到95%',
      '打算',
    ],
    [
      'a change before a target',
      'rate',
      '败诉率下降3个百分点。',
      '败诉率控制在5%以内。',
      '败诉率下降3个百分点',
      '增减',
    ],
    [
      'what speaks of another before a plan without figure',
      'rate',
      '正职出庭应诉率为20%。',
      '提高出庭应诉率。',
      '正职出庭应诉率为20%',
      '另一回事',
    ],
    [
      'a mention before the title of a document',
      'rate',
      '印发《应诉办法》。做好应诉工作。',
      '继续努力。',
      '做好应诉工作',
      '只是提到',
    ],
    [
      'half of a wording is none',
      'settled',
      '做好行政复议工作。调解纠纷30件。',
      '继续努力。',
      '做好行政复议工作',
      '只是提到',
    ],
    [
      'the contents of the report are none of its acts',
      'settled',
      '本报告包括行政复议、调解案件30件等情况。',
      '继续努力。',
      '本报告包括行政复议',
      '报告写了什么',
    ],
    [
      'the figure of those above',
      'rate',
      '全省出庭应诉率平均为90%。',
      '继续努力。',
      '全省出庭应诉率平均为90%',
      '另一回事',
    ],
  ];
for (const [name, rule, work, plan, quote, why] of rows) {
  test(name, () => {
    const said = near(rule, work, plan);
    assert.ok(said.startsWith(quote), said);
    assert.ok(said.includes(why), said);
  });
}

test('neither the report’s own title nor a formula of every report is close to anything', () => {
  for (const work of [
    '云山县2023年法治政府建设年度报告编写完成。',
    '落实上级决策部署，推进法治建设。',
    '按部署要求推进法治。',
  ])
    assert.is(near('reported', work), '-', work);
  assert.is(near('reported', '根据《年度报告办法》，编写材料。'), '-');
  assert.match(near('reported', '落实《年度报告办法》。'), /文件名称/);
  assert.match(near('reported', '制发了年度报告制度。'), /^制发了年度报告制度 \| /);
  assert.match(near('reported', '会议部署法治工作。'), /^会议部署法治工作 \| .*另一回事/);
});

test('the name of a whole part is close to no requirement, one of its items is', () => {
  assert.is(near('reported', '依法行政。', '继续努力。', '下一步部署法治工作'), '-');
  assert.match(near('reported', '依法行政。', '(一)部署法治工作\n加强培训。'), '打算');
});

test.run();
