import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { neutralText } from '../../src/compare/neutral.ts';

const test = suite('a passage made neutral');

const rows: readonly (readonly [text: string, neutral: string, names?: readonly string[]])[] = [
  ['云溪县行政机关负责人出庭应诉率96.5%。', '某县行政机关负责人出庭应诉率97.6%。'],
  ['赴青石镇、柳河街道开展法治督察6次。', '赴某镇、某街道开展法治督察7次。'],
  ['青禾市云溪县司法局培训执法人员320人次。', '某市某县司法局培训执法人员330人次。'],
  ['持续擦亮法治云溪品牌。', '持续擦亮法治某地品牌。', ['云溪县人民政府']],
  ['建成示范县1个、试点镇12个,各乡镇均已落实。', '建成示范县1个、试点镇13个,各乡镇均已落实。'],
  ['我县、全市、本局、辖区、社区、12345热线。', '我县、全市、本局、辖区、社区、12345热线。'],
  ['县长王建国带头出庭应诉2次。', '县长某某带头出庭应诉3次。'],
  ['聘请云山律师事务所3名律师。', '聘请某律师事务所4名律师。'],
  ['2023年8月15日,印发云府〔2023〕15号文件,办结率100%。', '2023年8月15日,印发云府〔2023〕15号文件,办结率100%。'],
];

for (const [text, neutral, names] of rows) {
  test(text, () => assert.equal(neutralText(text, names), { text: neutral, changed: neutral !== text }));
}

test('figures are left alone where they must be', () => {
  assert.is(neutralText('云溪县办结件32件。', [], false).text, '某县办结件32件。');
});

test.run();
