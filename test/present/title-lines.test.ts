import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainTitle, titleLines } from '../../src/present/title-lines.ts';

const titles = suite('lines of a title');

const rows: readonly (readonly [title: string, lines: readonly string[]])[] = [
  ['关于甲镇\u200b2024年度\u200b工作报告的\u200b审核意见', ['关于甲镇2024年度工作报告的审核意见']],
  [
    '关于云溪县人民政府\u200b2024年度\u200b法治政府建设年度报告的\u200b审核反馈意见',
    ['关于云溪县人民政府2024年度', '法治政府建设年度报告的审核反馈意见'],
  ],
  [
    '关于云溪县机关事务服务保障中心\u200b2024年度\u200b政府信息公开工作年度报告的\u200b审核反馈意见',
    ['关于云溪县机关事务服务保障中心2024年度', '政府信息公开工作年度报告的审核反馈意见'],
  ],
  [
    '关于云溪县某某某某某某某某某某某某某某某某某某某某局\u200b2024年度\u200b报告的\u200b审核反馈意见',
    ['关于云溪县某某某某某某某某某某某某某某某某某某某某局2024年度报告的审核反馈意见'],
  ],
  ['Feedback on the 2024 annual report of Yunxi', ['Feedback on the 2024 annual report of Yunxi']],
];
for (const [title, lines] of rows) {
  titles(plainTitle(title), () => {
    assert.equal(titleLines(title, 19.5), lines);
    assert.is(lines.join(''), plainTitle(title));
  });
}
titles.run();
