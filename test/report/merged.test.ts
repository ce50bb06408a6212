/** Parts that stand in one: which of them a sentence belongs to. */
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Zone } from '../../src/report/types.ts';
import { read, work, zoneAt } from './sample.ts';

const opening = '云山县2023年法治政府建设年度报告\n2023年,我县坚持以习近平法治思想为指导。现将有关情况报告如下。\n';
const tail = '\n云山县人民政府\n2024年2月1日\n';

const bodies: readonly (readonly [string, string, readonly (readonly [string, Zone])[]])[] = [
  [
    'one heading over duties of the heads and work, with headings of both below it',
    '一、党政主要负责人履行推进法治建设第一责任人职责及法治政府建设工作开展情况\n(一)县长履职情况。主持会议4次。\n(二)依法行政情况。办理许可9件。\n二、存在的不足\n力量不足。',
    [
      ['主持会议4次', 'first-responsible'],
      ['办理许可9件', 'work'],
      ['力量不足', 'problem'],
    ],
  ],
  [
    'without headings below it all is told of the heads',
    '一、党政主要负责人履行推进法治建设第一责任人职责及法治政府建设工作开展情况\n县长主持会议4次。\n二、存在的不足\n力量不足。',
    [['县长主持会议4次', 'first-responsible']],
  ],
  [
    'answers behind their labels',
    `${work}二、存在问题与改进\n(一)问题:审查走过场。改进:未经审查不上会。\n(二)问题:检查扎堆。整改方向:推行综合检查。\n(三)问题:宣传一阵风。整改:已完成整改。`,
    [
      ['审查走过场', 'problem'],
      ['未经审查不上会', 'plan'],
      ['检查扎堆', 'problem'],
      ['推行综合检查', 'plan'],
      ['已完成整改', 'problem'],
    ],
  ],
  [
    'answers behind labels that end with a full stop',
    `${work}二、问题、成因、对策\n(一)问题。覆盖不足。成因。人员不多。对策。引入第三方力量。\n(二)问题。宣传不深。成因。形式老套。对策。制作短片。`,
    [
      ['覆盖不足', 'problem'],
      ['人员不多', 'problem'],
      ['引入第三方力量', 'plan'],
      ['形式老套', 'problem'],
      ['制作短片', 'plan'],
    ],
  ],
  [
    'the next year in the middle of a paragraph over both',
    `${work}二、差距和2024年打算\n还有差距:后评估没有开展。2024年预算安排不足。2024年做到“两个补上”:补上后评估。`,
    [
      ['后评估没有开展', 'problem'],
      ['预算安排不足', 'problem'],
      ['补上后评估', 'plan'],
    ],
  ],
  [
    'labels under a heading that tells of the plan',
    `${work}二、找差距,明确今后工作方向\n差距:人才留不住。\n方向:落实激励。`,
    [
      ['人才留不住', 'problem'],
      ['落实激励', 'plan'],
    ],
  ],
];

for (const [name, body, wanted] of bodies) {
  test(name, () => {
    const report = read(`${opening}${body}${tail}`);
    for (const [passage, zone] of wanted) assert.is(zoneAt(report, passage), zone, passage);
  });
}

test.run();
