import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { placeOf } from '../../src/report/index.ts';
import { lineOf } from '../../src/report/place.ts';
import { read } from './sample.ts';

const report = read(
  '云山县2023年法治政府建设年度报告\n2023年,我县依法行政。\n一、主要工作\n办案30件。\n(一)规范执法。培训90人。\n评查案卷40卷。\n二、存在问题\n力量不足。\n',
);

const rows: readonly (readonly [string, number, string, string])[] = [
  ['2023年,我县', 2, '开头第2段', 'opening, paragraph 2'],
  ['办案30件', 4, '第一部分第2段', 'part 1, paragraph 2'],
  ['培训90人', 5, '第一部分(一)第1段', 'part 1 (1), paragraph 1'],
  ['评查案卷', 6, '第一部分(一)第2段', 'part 1 (1), paragraph 2'],
  ['力量不足', 8, '第二部分第2段', 'part 2, paragraph 2'],
];

for (const [passage, line, zh, en] of rows) {
  test(passage, () => {
    assert.equal(placeOf(report, report.copy.flat.indexOf(passage)), { line, zh, en });
  });
}

test('lines are counted alike for every line end', () => {
  for (const text of ['甲\n乙\n丙', '甲\r\n乙\r\n丙', '甲\r乙\r丙']) assert.is(lineOf(text, text.indexOf('丙')), 3);
});

test.run();
