/** What is quoted: facts beside a heading, the cause behind its lead-in, a shortcoming with the plan's answer, this year's cell. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import type { Finding } from '../../src/assess/types.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const path = 'rules/fazhi-annual-report.json';
const { ruleSet } = loadRuleSet(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);

const text = `云山县2023年度法治政府建设情况报告
2023年,我县扎实推进法治政府建设。现将有关情况报告如下:
一、主要举措和成效
(一)健全制度。我县高度重视,持续用力。全年制发规范性文件6件,审查合同31份。
(二)规范执法。开展案卷评查2次,培训执法人员140人次。
(三)强化监督。办理人大代表建议31件、政协提案44件。
指标 | 2023年 | 2022年
败诉率 | 8% | 11%
二、党政主要负责人履行推进法治建设第一责任人职责情况
县长提高站位,认真履职。县政府常务会议听取法治政府建设汇报3次,会前学法4次。
三、存在的不足和原因
我县法治政府建设还存在以下不足:
(一)执法队伍力量薄弱。乡镇执法人员偏少。
(二)普法形式单一。
(三)合同审查质量不高。
究其原因,一是专业人才引进困难。
四、2024年工作安排
(一)充实执法队伍。选调专业人员20名。
(二)创新普法形式。拍摄短视频。
云山县人民政府
2024年2月1日
`;

function findingOf(id: string, of: string): Finding | undefined {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const source = readSource(Buffer.from(of), 'one.txt');
  const result = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  return result.findings.find(one => one.requirement === id);
}

const statusOf = (id: string, of = text): string | undefined => findingOf(id, of)?.status;

function quotesOf(id: string, of = text): string[] {
  const finding = findingOf(id, of);
  return (finding?.evidence ?? []).map(({ quote, start, end }) => {
    assert.is(of.slice(start, end), quote);
    return quote;
  });
}

const test = suite('evidence');
const rows: readonly (readonly [string, readonly string[]])[] = [
  [
    'part.measures',
    ['一、主要举措和成效', '全年制发规范性文件6件,审查合同31份', '开展案卷评查2次,培训执法人员140人次'],
  ],
  [
    'part.first-responsible',
    ['二、党政主要负责人履行推进法治建设第一责任人职责情况', '县政府常务会议听取法治政府建设汇报3次,会前学法4次'],
  ],
  ['part.shortcomings', ['三、存在的不足和原因', '(一)执法队伍力量薄弱', '乡镇执法人员偏少']],
  ['part.causes', ['究其原因,一是专业人才引进困难']],
  ['part.rectification', ['(一)执法队伍力量薄弱', '(一)充实执法队伍', '(二)普法形式单一', '(二)创新普法形式']],
  ['part.next-year', ['四、2024年工作安排', '(一)充实执法队伍', '选调专业人员20名']],
  ['lit.loss', ['败诉率 | 8%']],
];
for (const [id, quotes] of rows) test(id, () => assert.equal(quotesOf(id), quotes));
test('a cause that opens its sentence is quoted without the sentence before', () => {
  const other = text.replace('究其原因,一是专业人才引进困难。', '基层执法人手偏少。因专业人才紧缺,办案周期偏长。');
  assert.equal(quotesOf('part.causes', other), ['因专业人才紧缺']);
});
test('where a file has pages, quotes and fields tell theirs', () => {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const turn = text.indexOf('二、党政');
  const pages = [
    { start: 0, number: 1 },
    { start: turn, number: 2 },
  ];
  const source = { ...readSource(Buffer.from(text), 'one.txt'), pages };
  const result = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  const quoted = result.findings.flatMap(({ evidence }) => evidence);
  assert.ok(quoted.some(({ page }) => page === 2));
  for (const { start, page } of quoted) assert.is(page, start < turn ? 1 : 2);
  assert.is(result.report.places.title?.page, 1);
  assert.is(result.report.places.signedDate?.page, 2);
  assert.equal(result.source.pages, pages);
});

test('of the part on measures a heading that tells something is quoted before 基本情况', () => {
  const general = text.replace('一、主要举措和成效', '一、基本情况\n我县设乡镇12个。\n一、主要举措和成效');
  assert.is(quotesOf('part.measures', general)[0], '一、主要举措和成效');
  const alone = text.replace('一、主要举措和成效', '一、基本情况').replace(/\([一二三]\)[^。]*。/g, '');
  assert.is(quotesOf('part.measures', alone)[0], '一、基本情况');
});

test('work told in one paragraph is counted by its sentences', () => {
  const one = text
    .replace('一、主要举措和成效\n', '')
    .replace(/\([一二三]\)(?:健全制度|规范执法|强化监督)。/g, '')
    .replace('31份。\n', '31份。')
    .replace('140人次。\n', '140人次。');
  assert.equal(quotesOf('part.measures', one).slice(-1), ['开展案卷评查2次,培训执法人员140人次']);
  assert.is(statusOf('part.measures', one), 'met');
});

test('shortcomings that lead up to the points of a plan are no part of their own', () => {
  const plan =
    '三、2024年工作思路\n针对我县法治建设中还存在的基层执法力量不足、普法形式单一、文书不够规范等问题,2024年重点做好以下工作:一是充实执法队伍。二是创新普法形式。三是规范文书。\n';
  const led = text.replace(/三、存在的不足和原因[\s\S]*(?=云山县人民政府\n2024)/, plan);
  assert.is(statusOf('part.shortcomings', led), 'partial');
});

test('a reporting body that only the text names is quoted where it does', () => {
  const bare = text
    .replace(/^.*\n/, '')
    .replace('我县扎实推进', '青禾县水利局扎实推进')
    .replace(/云山县人民政府\n.*\n/, '');
  assert.is(statusOf('form.issuer', bare), 'partial');
  assert.equal(quotesOf('form.issuer', bare), ['青禾县水利局扎实推进法治政府建设']);
});

test.run();
