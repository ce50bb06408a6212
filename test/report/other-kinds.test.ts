import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ReportKind } from '../../src/report/types.ts';
import { read } from './sample.ts';

const work = '依法履职,办理案件20件,群众满意。'.repeat(14);
const parts = `一、主要举措\n推进法治政府建设。${work}\n二、存在不足\n${work}`;

/** Texts that name such a report and are none, and beside them reports that are written alike. */
const texts: readonly (readonly [string, string, ReportKind])[] = [
  ['a tool', `法治政府建设年度报告检查工具\n把文件拖进页面即可。\n${parts}`, 'other'],
  ['a guide', `法治政府建设年度报告编写指南\n${parts}`, 'other'],
  ['a specimen', `某局2023年法治政府建设情况报告(模板)\n${parts}`, 'other'],
  ['a year in brackets', `云山县水利局法治政府建设情况报告(2023年度)\n${parts}`, 'annual-report'],
  ['a table by its title', `2023年度法治政府建设情况统计表\n${parts}`, 'other'],
  ['an opinion on a report', `关于云山县法治政府建设情况报告的审议意见\n${parts}`, 'other'],
  ['a notice of marks', `关于2023年度法治政府建设考核结果的通报\n${parts}`, 'other'],
  ['a report that says 通报', `云山县水利局2023年法治政府建设情况通报\n${parts}`, 'annual-report'],
  [
    'a report of tables',
    `云山县2023年法治政府建设年度报告\n一、工作数据\n${'行政检查|20次\n'.repeat(20)}二、其他`,
    'annual-report',
  ],
  ['a question', `怎样写好法治政府建设年度报告\n${parts}`, 'other'],
  ['a notice that asks', `关于报送2023年度法治政府建设情况报告的通知\n各乡镇:\n${parts}`, 'other'],
  ['a notice that passes a report on', `关于印发《云山县2023年法治政府建设年度报告》的通知\n${parts}`, 'annual-report'],
  ['a report under the name of an outline', `云山县水利局2023年法治政府建设工作汇报提纲\n${parts}`, 'annual-report'],
  ['an account of one indicator', `关于第3项指标的情况说明\n${parts}`, 'other'],
  ['a report that calls itself an account', `云山县水利局2023年法治政府建设情况的说明\n${parts}`, 'annual-report'],
  [
    'a title with the unit behind it, over a text without parts',
    `2023年法治政府建设情况报告云山县水利局\n2023年,我局推进法治政府建设。${work}`,
    'annual-report',
  ],
  [
    'a report before deputies',
    `各位代表:\n现在报告2023年法治政府建设情况,请各位代表审议,会后形成总结。\n${parts}`,
    'annual-report',
  ],
  [
    'a report that says 将 of what it did',
    `2023年,我局将法治政府建设与业务同部署,扎实开展以下工作:\n${parts}`,
    'annual-report',
  ],
  [
    'a text whose full stops are those of another script',
    `2023年法治政府建设情况报告\n2023年,我局推进法治政府建设.\n一、主要举措\n${'依法履职,办理案件20件.'.repeat(14)}`,
    'annual-report',
  ],
  [
    'parts alone that tell of a course',
    `一、深入学习,推进法治政府建设\n举办专题培训班2次,听取年度报告。${work}`,
    'annual-report',
  ],
  ['a cover letter alone', `关于报送2023年度法治政府建设情况报告的函\n现将报告送上,请查收。${work}`, 'other'],
  ['a headline', `县水利局三举措提升法治政府建设年度报告质量\n年初早作部署,年底逐份审核。${work}`, 'other'],
  [
    'a notice without a title',
    `各乡镇人民政府:\n请认真总结2023年度法治政府建设情况,按时报送。\n一、报告内容\n${work}\n二、报送时间\n${work}`,
    'other',
  ],
  ['matters notified', `现就法治政府建设年度报告有关事项通知如下:\n${parts}`, 'other'],
  ['an explanation', `云山县印发《2023年法治政府建设年度报告》,现解读如下:\n${parts}`, 'interpretation'],
  ['an explanation of a plan', `《云山县2024年法治政府建设工作要点》已印发,现作如下解读。\n${parts}`, 'interpretation'],
  ['questions and answers', `问:什么是法治政府建设年度报告?\n答:${work}\n问:何时公开?\n答:${work}`, 'interpretation'],
  ['a plan that lays itself down', `为推进法治政府建设,结合实际,制定本工作指引。\n${parts}`, 'work-plan'],
  ['rules that lay themselves down', `为推进法治政府建设,制定本制度。\n${parts}`, 'law'],
  ['a report that made rules', `2023年,我局推进法治政府建设,制定本局学法制度,落实到人。\n${parts}`, 'annual-report'],
  [
    'a plan by its first part',
    `为推进法治政府建设,作如下安排。\n一、指导思想\n${work}\n二、主要任务\n${work}`,
    'work-plan',
  ],
  [
    'a plan by who does what',
    `推进法治政府建设。\n一、学习\n组织学法。(责任单位:办公室)${work}\n二、执法\n规范执法。(责任单位:法规股)`,
    'work-plan',
  ],
  [
    'a plan for the year to come',
    `2024年,我局将深入推进法治政府建设,重点做好以下工作:\n一、加强学习\n${work}\n二、规范执法\n${work}`,
    'work-plan',
  ],
  ['news without a meeting', `近日,法治政府建设年度报告审查工作启动。${work}`, 'news'],
  ['an article', `本文谈谈法治政府建设年度报告的写法。\n${parts}`, 'other'],
  ['a list of titles', `${'云山县水利局2023年法治政府建设情况报告 2024-01-20\n'.repeat(9)}`, 'other'],
  [
    'pages of a program',
    `法治政府建设年度报告\n运行 \`check\`,或者 \`serve\`、\`text\`、\`rules\`。\n${parts}`,
    'other',
  ],
  [
    'pages in another language',
    `Checks 法治政府建设年度报告 against rules.\n${'Drop a file on the page; wait. '.repeat(20)}`,
    'other',
  ],
  [
    'a report among whose lines a page put its own',
    `云山县水利局2023年法治政府建设情况报告\n${'<div onclick="document.location.href=about">'.repeat(40)}\n${parts}`,
    'annual-report',
  ],
  [
    'a whole year of other things',
    `县应急管理局2023年工作总结\n全力防风险。现将工作情况总结如下:\n一、防汛\n依法行政扎实推进。${work}\n二、救灾\n${work}`,
    'other',
  ],
  [
    'parts of a report alone, which name a law that was explained',
    `一、2023年主要工作及成效\n(一)推进法治政府建设\n请法律顾问讲课,重点解读民法典。${work}`,
    'annual-report',
  ],
];

for (const [name, text, kind] of texts) {
  test(`${name}: ${kind}`, () => {
    const report = read(text);
    assert.is(report.kind, kind, report.why.zh);
    assert.is(report.recognised, kind === 'annual-report');
  });
}

test('what a person says of the kind goes before what it looks like', () => {
  const [, text] = texts[0] ?? ['', ''];
  const report = read(text, { asReport: true });
  assert.equal([report.recognised, report.kind], [true, 'annual-report']);
  assert.match(report.why.zh, '审核人的认定');
});

test.run();
