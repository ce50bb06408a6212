import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from './sample.ts';

/** Text, and its headings as `level marker text`. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'headings on their own lines',
    '一、总体情况\n依法行政。\n(一)加强领导\n成立小组。\n1.强化学习\n学习6次。\n(1)集中学习\n开会。\n①首先\n学习。',
    ['1 一、 总体情况', '2 (一) 加强领导', '3 1. 强化学习', '4 (1) 集中学习', '4 ① 首先'],
  ],
  [
    'run-in headings',
    '一、依法全面履职。一是取消事项。\n(一)规范执法。办案30件。\n1.化解纠纷。调解40件。',
    ['1 一、 依法全面履职', '2 (一) 规范执法', '3 1. 化解纠纷'],
  ],
  [
    'full-width markers keep their characters',
    '（一）规范执法。办案30件。\n１．化解纠纷。调解40件。',
    ['2 （一） 规范执法', '3 １． 化解纠纷'],
  ],
  [
    'parts push the rest down',
    '第一部分 主要工作\n一、规范执法\n(一)办案\n第二部分 存在问题\n一、力量不足',
    ['1 第一部分 主要工作', '2 一、 规范执法', '3 (一) 办案', '1 第二部分 存在问题', '2 一、 力量不足'],
  ],
  [
    'a year straight behind the marker',
    '1、主要举措\n学习6次。\n2、2024年工作安排\n培训执法人员。\n3.5%的案件',
    ['3 1、 主要举措', '3 2、 2024年工作安排'],
  ],
  [
    'the opening bracket is lost',
    '一、主要举措\n一)强化学习\n学习6次。\n二)规范执法\n办案30件。',
    ['1 一、 主要举措', '2 一) 强化学习', '2 二) 规范执法'],
  ],
  [
    'a numeral that is part of a word behind brackets',
    '三、存在不足\n(一)一线力量不足。夜间缺人。\n(二)三级联动不畅。信息滞后。',
    ['1 三、 存在不足', '2 (一) 一线力量不足', '2 (二) 三级联动不畅'],
  ],
  [
    'numbers that are one sign',
    '一、主要举措\n㈠强化学习\n学习6次。\n⒈会前学法\n⑴集中学习\n㈡规范执法\n办案30件。',
    ['1 一、 主要举措', '2 ㈠ 强化学习', '3 ⒈ 会前学法', '4 ⑴ 集中学习', '2 ㈡ 规范执法'],
  ],
  [
    '(一) above 一、',
    '(一)主要举措\n一、强化学习\n学习6次。\n二、规范执法\n办案30件。\n(二)存在问题\n一、力量不足\n人少。',
    ['1 (一) 主要举措', '2 一、 强化学习', '2 二、 规范执法', '1 (二) 存在问题', '2 一、 力量不足'],
  ],
  [
    'a mark of enumeration is no heading',
    '一、总体情况\n一是加强领导。二是规范执法。\n第一,加强学习。',
    ['1 一、 总体情况'],
  ],
  [
    'a colon cuts a heading that runs into its paragraph',
    '(一)化解矛盾:构建大调解格局。调解40件。',
    ['2 (一) 化解矛盾'],
  ],
  [
    'a colon stays in a heading of its own line',
    '一、工作打算:以创建为抓手\n继续推进。',
    ['1 一、 工作打算:以创建为抓手'],
  ],
  [
    'over 60 characters to the first comma',
    `(一)${'加强'.repeat(20)},${'规范'.repeat(20)}。完成。`,
    [`2 (一) ${'加强'.repeat(20)}`],
  ],
  [
    'headings behind full stops, line ends lost',
    '现将情况报告如下。一、规范执法。办案30件。(一)加强培训。培训60人。二、化解纠纷。调解40件。',
    ['1 一、 规范执法', '2 (一) 加强培训', '1 二、 化解纠纷'],
  ],
  [
    'a heading runs into its first section',
    '现将情况报告如下。一、主要成效(一)加强领导。开会3次。(二)规范执法。办案30件。二、存在问题。力量不足。',
    ['1 一、 主要成效', '2 (一) 加强领导', '2 (二) 规范执法', '1 二、 存在问题'],
  ],
  [
    'a heading runs into 一是',
    '一、提高认识,压实责任一是加强领导。成立小组。二是规范执法。',
    ['1 一、 提高认识,压实责任'],
  ],
  [
    'a heading without full stop runs into its paragraph',
    `三、存在的主要问题一年来,我局法治建设取得成效,但还有${'不足'.repeat(20)}。`,
    ['1 三、 存在的主要问题'],
  ],
  [
    'numbers count on through sections',
    '(一)加强领导\n1.学习。学6次。\n2.开会。开3次。\n(二)规范执法\n3.办案。办30件。',
    ['2 (一) 加强领导', '3 1. 学习', '3 2. 开会', '2 (二) 规范执法', '3 3. 办案'],
  ],
  ['a heading said twice is listed once', '一、总体情况\n一、总体情况\n依法行政。', ['1 一、 总体情况']],
  [
    'ordinals, decimals and dates are none',
    '全年完成三、四季度任务。3.5个工作日办结。12.4宪法日活动。\n一、二审案件30件。',
    [],
  ],
  [
    'named documents in a list are none',
    '学习以下法规:\n1.《行政处罚法》;\n2.《行政复议法》。\n一、规范执法\n办案。',
    ['1 一、 规范执法'],
  ],
  [
    'numbered sentences of a plan',
    '三、下步打算\n1.分批培训执法人员。\n2.开展案卷评查。',
    ['1 三、 下步打算', '3 1. 分批培训执法人员', '3 2. 开展案卷评查'],
  ],
  [
    'items behind a colon in one paragraph',
    '主要表现在:1.力量不足。人员偏少。2.普法不深。形式单一。',
    ['3 1. 力量不足', '3 2. 普法不深'],
  ],
  [
    'a list inside a paragraph, by full stops or semicolons, while the headings count on',
    '一、主要工作\n(一)规范执法\n做到:(一)公示12项。(二)备案3件。全年办案12件。\n(二)化解纠纷\n抓好:(一)排查;(二)调解;(三)回访。调解40件。\n(三)普法\n宣传3场。',
    ['1 一、 主要工作', '2 (一) 规范执法', '2 (二) 化解纠纷', '2 (三) 普法'],
  ],
  [
    'items of another text, named by their numbers',
    '符合(一)、(二)两种情形的3件。\n按第十二条(一)款和(二)款办理。\n完成指标(一)至(五)项。\n(一)款项管理\n管好。\n(二)项目建设\n建好。',
    ['2 (一) 款项管理', '2 (二) 项目建设'],
  ],
  [
    'a first part that runs on behind its heading',
    '一、主要工作(一)规范执法。办案12件。\n(二)化解纠纷。调解40件。\n二、存在问题(一)力量不足。人少。\n(二)经费不足。钱少。',
    ['1 一、 主要工作', '2 (一) 规范执法', '2 (二) 化解纠纷', '1 二、 存在问题', '2 (一) 力量不足', '2 (二) 经费不足'],
  ],
  ['a clause with numbers in brackets is none', '按照第(一)项规定办理,落实(二)类事项。', []],
];

for (const [name, text, wanted] of rows) {
  test(name, () => {
    const report = read(text);
    assert.equal(
      report.outline.map(heading => `${heading.level} ${heading.marker} ${heading.text}`),
      wanted,
    );
    for (const heading of report.outline) {
      assert.ok(report.text.slice(heading.start, heading.end).startsWith(heading.marker));
    }
  });
}

test.run();
