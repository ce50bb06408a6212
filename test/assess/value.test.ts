/** Which figure is told where several stand side by side, and in what words. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessPassage } from '../../src/assess/passage.ts';
import { assessText } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import type { Level } from '../../src/report/types.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const path = 'rules/fazhi-annual-report.json';
const { ruleSet } = loadRuleSet(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);

function judged(id: string, text: string, level: Level) {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const finding = assessPassage(ruleSet, { text, zone: 'work', year: 2023, level }, 'zh').find(
    one => one.requirement === id,
  );
  if (finding === undefined) throw new Error(`no finding for ${id}`);
  return finding;
}

const test = suite('the value told');
const told: readonly (readonly [string, Level, string, string])[] = [
  ['dec.counsel', 'county', '26家机关共有公职律师31名。', '31名'],
  ['dec.counsel', 'county', '全市40家党政机关、12个乡镇、205个村实现法律顾问全覆盖。', '40家'],
  ['dec.counsel', 'department', '聘请法律顾问2名，公职律师1名。', '2名'],
  ['fr.shufa', 'township', '组织年度述法，班子成员共18人参加，其中现场述法4人、书面述法14人。', '18人'],
  ['svc.online', 'department', '资格认定等7项政务服务事项全部实现网上办理。', '100%'],
  ['lit.appearance', 'county', '全年发生行政诉讼案件12件，件件有负责人到庭应诉。', '100%（12件）'],
  ['lit.appearance', 'county', '被诉3件（上年4件），开庭审理的3件案件均有负责人到庭。', '100%（3件）'],
  ['soc.publicity', 'department', '指标 | 2022年 | 2023年 | 年初目标\n普法宣传活动 | 9场 | 14场 | 10场', '14场'],
  [
    'soc.publicity',
    'department',
    '指标 | 2022年 | 2023年\n网上可办率 | 百分之百 | 百分之百\n普法活动 | 9场 | 14场',
    '14场',
  ],
  ['lit.appearance', 'county', '负责人出庭应诉率目标为100%，实际达到83.3%。', '83.3%'],
  ['lit.appearance', 'county', '指标\t2022年\t2023年\n行政机关负责人出庭应诉率\t百分之91.2\t百分之98.5', '98.5%'],
  [
    'lit.appearance',
    'county',
    '指标\t单位\t2022年\t2023年\n行政机关负责人出庭应诉率\t%\t91.2\t98.5\n行政诉讼案件\t件\t12\t13',
    '98.5%',
  ],
  [
    'lit.appearance',
    'county',
    '指标\t2022年\t2023年\n行政机关负责人出庭应诉率\t百分之九十一点二\t百分之九十八点五',
    '98.5%',
  ],
  ['sup.proposals', 'county', '办理人大代表建议31件、政协提案44件。', '办理人大代表建议31件、政协提案44件'],
  ['sup.proposals', 'county', '办理人大代表建议、政协提案共52件。', '52件'],
  [
    'lit.appearance',
    'township',
    '全年办理行政诉讼案件8件，镇长出庭3次、分管副镇长出庭5次。',
    '镇长出庭3次、分管副镇长出庭5次',
  ],
  ['lit.appearance', 'department', '开庭8件，负责人出庭应诉8件，其中局长出庭应诉3件。', '8件'],
  ['lit.loss', 'county', '全年无败诉案件。', '0件'],
  ['lit.loss', 'county', '行政诉讼败诉率为零。', '0%'],
  ['lit.loss', 'county', '其中胜诉10件、败诉1件。', '1件'],
  ['lit.loss', 'county', '项目\t2023年\t2022年\n行政诉讼案件\t12件\t10件\n败诉\t0件\t1件', '0件'],
  ['enf.files', 'department', '全年开展案卷评查3次。', '3次'],
  ['fr.meetings', 'department', '召开局长办公会一次，专题研究法治建设工作。', '1次'],
];
for (const [id, level, text, value] of told) {
  test(`${id}: ${text}`, () => {
    assert.ok(judged(id, text, level).reason.endsWith(`：${value}。`), judged(id, text, level).reason);
  });
}

for (const [wall, name] of [
  ['\t', 'tabs'],
  [' | ', 'bars'],
] as const) {
  test(`cells set apart by ${name}: a date in a cell dates its figure, the cell before does not`, () => {
    const rows = [
      ['事项', '办理情况'],
      ['行政许可', '120件'],
      ['规范性文件清理', '12件'],
      ['“双随机、一公开”抽查', '截至9月底,516户次'],
      ['执法人员轮训', '3期'],
    ];
    const { status, reason } = judged('enf.random', rows.map(row => row.join(wall)).join('\n'), 'department');
    assert.is(status, 'partial', reason);
  });
}

test('a limit on a rate is not held against a count', () => {
  const notes = (text: string) => judged('rec.closed', text, 'county').attention;
  assert.equal(notes('全年审结行政复议案件51件。'), []);
  assert.equal(notes('行政复议案件按期办结率达80%。').length, 1);
});

/** Of figures told for several years the report's own is taken, never another's. The report is of 2023. */
const years: readonly (readonly [string, string, string, readonly number[]])[] = [
  ['lit.appearance', '负责人出庭应诉率2022年88.3%，2023年96.5%。', 'met', [96.5]],
  ['lit.appearance', '2022年负责人出庭应诉率88.3%，2023年96.5%。', 'met', [96.5]],
  ['lit.appearance', '负责人出庭应诉率2022年88.3%；2023年96.5%。', 'met', [96.5]],
  ['lit.appearance', '负责人出庭应诉率：2021年80%，2022年88.3%，2023年96.5%。', 'met', [96.5]],
  ['lit.cases', '全年办理行政复议、行政应诉案件分别为118件、64件。', 'met', [64]],
  ['rec.intake', '全年分别办理行政复议、行政应诉案件118件、64件。', 'met', [118]],
  ['rec.intake', '行政复议、行政应诉统筹推进，分别办理案件118件和64件。', 'met', [118]],
  ['lit.cases', '涉及我县的行政复议、行政诉讼案件分别办理3件、5件。', 'met', [5]],
  ['rec.intake', '涉及我县的行政复议、行政诉讼案件分别办理3件、5件。', 'met', [3]],
  ['doc.issued', '县政府、县政府办公室分别制定行政规范性文件5件、3件。', 'met', [5]],
  ['lit.appearance', '负责人出庭应诉率2022年、2023年分别为88.3%、96.5%。', 'met', [96.5]],
  ['lit.appearance', '近两年负责人出庭应诉率分别为88.3%和96.5%。', 'met', [96.5]],
  ['rec.intake', '收到行政复议申请2022年31件，2023年45件。', 'met', [45]],
  ['lit.loss', '行政诉讼败诉率上年12.5%，今年8.1%。', 'met', [8.1]],
  ['fr.study', '县政府常务会议会前学法2022年6次，2023年9次。', 'met', [9]],
  ['lit.appearance', '负责人出庭应诉率在2022年88.3%的基础上，上升至今年的96.5%。', 'met', [96.5]],
  ['lit.appearance', '上半年负责人出庭应诉率88%，全年96.5%。', 'met', [96.5]],
  ['lit.appearance', '负责人出庭应诉率上半年98%、下半年100%，全年99%。', 'met', [99]],
  ['lit.appearance', '负责人出庭应诉率上半年98%、下半年100%，结案率99%。', 'partial', [98]],
  ['lit.appearance', '2022年、2023年负责人出庭应诉率均为100%。', 'met', [100]],
  ['lit.cases', '行政应诉案件数较2022年的52件下降12%，为46件。', 'met', [46]],
  ['lit.cases', '2022年全县行政应诉案件52件，2023年减少到46件。', 'met', [46]],
  ['lit.cases', '2022年12月至2023年11月，办理行政应诉案件46件。', 'met', [46]],
  ['doc.issued', '出台规范性文件数量由9件减至6件。', 'met', [6]],
  ['rec.intake', '2022年收到行政复议申请31件，今年收到45件。', 'met', [45]],
  ['rec.intake', '行政复议申请量同比增长45.2%，达45件。', 'met', [45]],
  ['doc.review', '2022年审核规范性文件22件，2023年审核18件。', 'met', [18]],
  ['fr.meetings', '2022年县委常委会听取法治工作汇报3次，2023年听取5次。', 'met', [5]],
  ['rec.closed', '办结行政复议案件，2022年31件，2023年45件。', 'met', [45]],
  ['soc.mediation', '调解矛盾纠纷：2022年312件，2023年405件。', 'met', [405]],
  ['lit.appearance', '全省负责人出庭应诉率平均为95.1%，我县为100%。', 'met', [100]],
  ['lit.appearance', '全县负责人出庭应诉率96%，我县受到通报表扬。', 'met', [96]],
  ['lit.appearance', '全省负责人出庭应诉率95.1%，其他县为90%。', 'partial', []],
  ['fr.study', '党组理论学习中心组未按要求开展法治学习4次。', 'missing', []],
  ['rec.intake', '2022年收到行政复议申请31件，今年走访45件次。', 'missing', []],
  ['soc.mediation', '省厅要求调解成功率不低于96%。', 'missing', []],
  ['soc.legal-aid', '省司法厅下达法律援助案件指标600件。', 'partial', []],
  ['lit.appearance', '负责人出庭应诉率2022年88.3%。', 'partial', []],
  ['lit.appearance', '负责人出庭应诉率2022年88.3%，2023年进一步提升。', 'partial', []],
  ['lit.appearance', '负责人出庭应诉率2022年88.3%，2024年力争96.5%。', 'partial', []],
  ['rec.intake', '2022年收到行政复议申请31件，2023年培训45人。', 'missing', []],
];
for (const [id, text, status, values] of years) {
  test(`${id}: ${text}`, () => {
    const finding = judged(id, text, 'county');
    assert.is(finding.status, status, finding.reason);
    assert.equal(finding.values, values);
    for (const value of values) assert.ok(finding.evidence.some(({ quote }) => quote.includes(`${value}`)));
  });
}

test('a count up to November is told as such in a report of December, and is of part of the year in one of January', () => {
  const told = (day: string) => {
    const text = `云山县水利局2023年度法治政府建设情况报告\n一、主要工作\n截至11月底，收到行政复议申请3件。\n${'各股室认真履职，扎实推进各项任务落地见效。'.repeat(8)}\n二、存在的不足\n力量不足。\n云山县水利局\n${day}\n`;
    const source = readSource(new TextEncoder().encode(text), 'one.txt');
    if (ruleSet === null) throw new Error('the shipped rule set does not load');
    const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
    const found = findings.find(one => one.requirement === 'rec.intake');
    return `${found?.status}: ${found?.attention.join()}`;
  };
  assert.is(told('2023年12月12日'), 'met: 所写数字为2023年1—11月的统计，未含12月');
  assert.match(told('2024年1月12日'), /^partial: 所写数字只覆盖/);
});

test('twelve months that begin in the year before are told by both years', () => {
  const { attention } = judged('lit.cases', '2022年12月至2023年11月，办理行政应诉案件46件。', 'county');
  assert.equal(attention, ['所写数字为2022年12月至2023年11月的统计，未含12月']);
});

test('that there was no suit is taken from the shortcomings too', () => {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const text = '全年未发生行政诉讼案件，应诉经验不足。';
  const findings = assessPassage(ruleSet, { text, zone: 'problem', year: 2023, level: 'department' }, 'zh');
  assert.is(findings.find(one => one.requirement === 'lit.appearance')?.status, 'not-applicable');
});

/** Shortcomings are counted for their answers as they are where the part is judged; causes are none. */
const counted: readonly (readonly [string, string, string])[] = [
  ['一是学法偏少。二是队伍老化。三是归档偏慢。', 'met', '3项'],
  ['其一,学法偏少。其二,队伍老化。其三,归档偏慢。', 'met', '3项'],
  ['还有三个不够:其一学法不够系统;其二普法不够精准;其三执法协同不够顺畅。', 'met', '3项'],
  ['学法次数偏少,培训不够。执法队伍老化。案卷归档偏慢,缺乏专人。', 'met', '3项'],
  ['(一)学法方面。一是次数偏少;二是内容不新。\n(二)执法方面。一是队伍老化;二是归档偏慢。', 'met', '4项'],
  ['(一)存在的问题\n一是学法偏少。二是队伍老化。\n(二)原因分析\n一是时间紧。二是进人少。', 'partial', '2项'],
  ['一是学法偏少。二是队伍老化。究其原因:一是时间紧。二是进人少。三是考核软。', 'partial', '2项'],
];
for (const [problem, status, number] of counted) {
  test(`${number}: ${problem}`, () => {
    const text = `云山县水利局2023年度法治政府建设情况报告\n一、主要工作\n${'各股室认真履职，扎实推进各项任务落地见效。'.repeat(8)}\n二、存在的不足\n${problem}\n三、2024年工作安排\n抓好落实。\n云山县水利局\n2024年2月1日\n`;
    const source = readSource(new TextEncoder().encode(text), 'one.txt');
    if (ruleSet === null) throw new Error('the shipped rule set does not load');
    const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
    const of = (id: string) => findings.find(one => one.requirement === id);
    assert.is(of('part.shortcomings')?.status, status, of('part.shortcomings')?.reason);
    assert.match(of('part.rectification')?.reason ?? '', new RegExp(`^${number}不足`));
  });
}

test('the name of the part on plans answers no shortcoming', () => {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const text = `云山县水利局2023年度法治政府建设情况报告\n第一部分 主要工作\n${'各股室认真履职，扎实推进各项任务落地见效。'.repeat(8)}\n第二部分 存在的不足\n(一)部分人员学法偏少。\n(二)案卷归档偏慢。\n第三部分 2024年工作安排\n(一)开展案卷归档检查。\n云山县水利局\n2024年2月1日\n`;
  const source = readSource(new TextEncoder().encode(text), 'one.txt');
  const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  const { status, reason } = findings.find(one => one.requirement === 'part.rectification') ?? {};
  assert.equal([status, reason?.includes('1项在')], ['partial', true], reason);
});

test('a plan answers shortcomings in other words: awareness by tests, staff by new posts', () => {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const told = (plan: string) => {
    const text = `云山县水利局2023年度法治政府建设情况报告\n一、主要工作\n${'各股室认真履职，扎实推进各项任务落地见效。'.repeat(8)}\n二、存在的不足\n(一)个别同志观念陈旧。\n(二)力量偏弱。\n三、2024年工作安排\n${plan}\n云山县水利局\n2024年2月1日\n`;
    const source = readSource(new TextEncoder().encode(text), 'one.txt');
    const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
    return findings.find(one => one.requirement === 'part.rectification')?.status;
  };
  assert.is(told('(一)每季度闭卷测试一次。\n(二)招录专业人员2名。'), 'met');
  assert.is(told('(一)每季度闭卷测试一次。\n(二)召开现场会2次。'), 'partial');
  assert.is(told('(一)召开现场会2次。'), 'missing');
});

test('items counted anew as parts below the heading of the plan answer shortcomings', () => {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const text = `云山县双溪镇2023年度法治政府建设情况报告\n一、主要工作\n${'各站所认真履职，扎实推进各项任务落地见效。'.repeat(8)}\n二、存在的不足\n(一)部分人员学法偏少。\n(二)案卷归档偏慢。\n2024年法治政府建设工作计划\n一、开展案卷归档检查。\n二、集中学法四次。\n云山县双溪镇人民政府\n2024年2月1日\n`;
  const source = readSource(new TextEncoder().encode(text), 'one.txt');
  const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  const { status, reason } = findings.find(one => one.requirement === 'part.rectification') ?? {};
  assert.equal([status, reason?.includes('2项在')], ['met', true], reason);
});

test('a total of several subjects is told as such', () => {
  const notes = (id: string, text: string) =>
    judged(id, text, 'county').attention.filter(note => note.includes('合计'));
  const total = '县政府常务会议学习法律法规和研究法治工作共15次。';
  assert.is(notes('fr.study', total).length, 1);
  assert.is(notes('fr.meetings', total).length, 1);
  assert.equal(notes('fr.meetings', '县政府常务会议研究法治工作4次，会前学法6次。'), []);
});

test('topics counted where meetings are asked for', () => {
  const { status, nearest } = judged('fr.meetings', '党组会全年研究涉法议题9个。', 'department');
  assert.is(status, 'partial');
  assert.match(nearest?.why ?? '', '“涉法议题9个”');
});
test.run();
