import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readReport } from '../../src/report/index.ts';
import type { ReportKind } from '../../src/report/types.ts';
import { disclosureGenre, read, sourceOf } from './sample.ts';

const body =
  '\n2023年,我单位坚持以习近平法治思想为指导,扎实推进法治政府建设。现将有关情况报告如下。\n一、主要工作情况\n(一)规范执法。全年办理案件30件,培训执法人员90人次,行政执法水平不断提高。\n(二)化解纠纷。全年调解纠纷200件,调解成功率达到99%,基层治理水平不断提高。\n二、存在的问题\n执法力量不足,普法形式单一,能力有待提高。\n三、下一步打算\n继续推进法治政府建设各项工作。\n云山县某某局\n2024年2月1日\n';

const titles: readonly (readonly [string, ReportKind])[] = [
  ['云山县2023年法治政府建设年度报告', 'annual-report'],
  ['云山县人民政府关于2023年度法治政府建设情况的报告', 'annual-report'],
  ['云山县教育局2023年法治政府建设工作报告', 'annual-report'],
  ['云山县水利局2023年度法治政府建设工作总结', 'annual-report'],
  ['云山县水利局2023年法治建设工作总结', 'annual-report'],
  ['云山县水利局2023年依法行政工作情况报告', 'annual-report'],
  ['云山县2016年度依法行政报告', 'annual-report'],
  ['望汐街道2023年度述法报告暨法治政府建设工作总结', 'annual-report'],
  ['青禾镇2023年推进法治政府建设工作情况报告', 'annual-report'],
  ['中共云山县委 云山县人民政府关于2023年法治政府建设情况的报告', 'annual-report'],
  ['云山县自然资源局关于2023年度法治政府建设工作情况及2024年工作计划的报告', 'annual-report'],
  ['云山县公安局2023年法治公安建设年度报告', 'annual-report'],
  ['关于报送2023年法治政府建设年度报告的报告', 'annual-report'],
  ['云山县2023年法治政府建设情况汇报', 'annual-report'],
  ['云山县财政局2023年法治财政建设工作总结', 'annual-report'],
  ['云山县财政局2023年法治财政建设情况', 'annual-report'],
  ['云山县财政局2023年依法行政工作开展情况', 'annual-report'],
  ['云山县财政局2023年财政预算执行情况', 'other'],
  ['云山县财政局关于报送2023年法治财政建设情况的通知', 'other'],
  ['云山县水利局2023年依法治水工作情况报告', 'annual-report'],
  ['云山县应急管理局2023年法治政府建设情况及问题整改情况报告', 'annual-report'],
  ['云山县2023年工作总结', 'annual-report'],
  ['云山县发布2023年法治政府建设年度报告', 'news'],
  ['县人大常委会听取2023年法治政府建设情况报告', 'news'],
  ['云山县法治政府建设督察反馈问题整改情况的报告', 'self-inspection'],
  ['中华人民共和国行政复议法', 'law'],
  ['行政规范性文件管理办法', 'law'],
  ['云山县2023年招商指南', 'other'],
  ['云山县2024年法治政府建设工作要点', 'work-plan'],
  ['云山县2024年法治政府建设工作计划', 'work-plan'],
  ['云山县法治政府建设实施方案(2021-2025年)', 'work-plan'],
  ['云山县2024年法治政府建设工作安排', 'work-plan'],
  ['云山县法治政府建设责任分解', 'work-plan'],
  ['云山县关于法治政府建设情况的自查报告', 'self-inspection'],
  ['云山县法治政府建设自评报告', 'self-inspection'],
  ['云山县2023年上半年法治政府建设工作情况报告', 'half-year'],
  ['云山县2023年半年度法治政府建设工作总结', 'half-year'],
  ['云山县2023年政府信息公开工作年度报告', 'disclosure'],
  ['云山县司法局2023年政府信息公开年报', 'disclosure'],
  ['《云山县2023年法治政府建设年度报告》政策解读', 'interpretation'],
  ['一图读懂云山县2023年法治政府建设年度报告', 'interpretation'],
  ['法治政府建设与责任落实督察工作规定', 'law'],
  ['云山县召开2023年法治政府建设工作推进会', 'news'],
  ['我县举办法治政府建设专题培训班', 'news'],
  ['云山县人民政府关于印发法治政府建设工作方案的通知', 'work-plan'],
  ['云山县2023年行政执法工作报告', 'other'],
  ['云山县2023年政府工作报告', 'other'],
  ['云山县2023年《政府工作报告》法治政府建设任务完成情况表', 'other'],
  ['云山县司法局2023年工作总结及2024年工作计划', 'other'],
  ['云山县党政主要负责人推进法治建设职责清单', 'law'],
  ['县级法治政府建设报告的对策研究', 'other'],
  ['浅谈乡镇法治政府建设工作情况', 'other'],
  ['法治政府建设工作总结范文', 'other'],
  ['云山县2023年度行政复议工作报告', 'other'],
  ['云山县2023年行政应诉工作情况报告', 'other'],
  ['云山县水利局2023年普法工作总结', 'other'],
  ['云山县2023年优化营商环境工作报告', 'other'],
  ['云山县2023年党风廉政建设工作总结', 'other'],
  ['云山县2023年法治督察报告', 'other'],
  ['关于做好2023年度法治政府建设年度报告工作的通知', 'other'],
  ['云山县法治政府建设考核办法', 'law'],
  ['云山县水利局2023年度普法依法治理暨法治政府建设情况报告', 'annual-report'],
  ['云山县水利局2023年度法治政府建设情况及2024年工作要点', 'annual-report'],
  ['云山县法治政府建设情况调研报告', 'other'],
  ['法治政府建设示范指标体系', 'other'],
  ['法治政府建设情况报告模板', 'other'],
  ['法治政府发展报告(2023)', 'other'],
  ['云山县近五年法治政府建设工作情况报告', 'other'],
  ['云山县主要负责人述法会议召开', 'news'],
  ['县人大常委会调研指导法治政府建设工作', 'news'],
  ['云山市发布法治政府建设白皮书', 'news'],
];

for (const [title, kind] of titles) {
  test(`${title}: ${kind}`, () => {
    const report = read(title + body);
    assert.is(report.kind, kind, report.why.zh);
    assert.is(report.recognised, kind === 'annual-report');
    assert.ok(report.why.zh.length > 5 && report.why.en.length > 5);
  });
}

const notices: readonly (readonly [title: string, zh: string, en: string])[] = [
  ['关于召开2023年度法治政府建设工作推进会的通知', '这是通知：', 'This is a notice:'],
  ['关于举办法治政府建设专题培训班的通知(代拟稿)', '这是通知：', 'This is a notice:'],
  ['关于做好2023年度法治政府建设年度报告工作的通知', '这是通知：', 'This is a notice:'],
  ['云山县召开2023年法治政府建设工作推进会', '这是新闻稿：', 'This is a news item:'],
];
for (const [title, zh, en] of notices) {
  test(`${title}: told as what it is`, () => {
    const { recognised, why } = read(title + body);
    assert.not.ok(recognised);
    assert.ok(why.zh.startsWith(zh), why.zh);
    assert.ok(why.en.startsWith(en), why.en);
  });
}

test('a report without a title is known by its opening and parts', () => {
  assert.ok(read(body.trim()).recognised);
});

test('a report without a title that speaks of meetings is known by its announcement', () => {
  const report = read(
    `2023年,县政府召开常务会议听取汇报,举办培训班。现将法治政府建设工作情况报告如下:\n一、主要工作\n${'依法履职,办理案件20件。'.repeat(14)}`,
  );
  assert.ok(report.recognised);
});

const work = '依法履职,办理案件20件,群众满意。'.repeat(14);

/** Texts without a title, and what they are. */
const untitled: readonly (readonly [string, string, ReportKind])[] = [
  [
    'a report whose opening names plans of the year',
    `2023年,云山县坚持依法行政,推进法治政府建设。\n一、压实主要负责人推进法治建设责任\n制定年度工作要点和普法规划,落实示范创建实施方案。${work}\n二、规范执法\n${work}`,
    'annual-report',
  ],
  [
    'a plan whose title ran into its text',
    `云山县教育局2023年法治工作要点 2023年是全面落实普法规划之年,要推进法治政府建设。\n一、学习宣传\n${work}\n二、规范执法\n${work}`,
    'work-plan',
  ],
  [
    'a plan that says so',
    `现就做好2023年度法治政府建设工作安排如下:\n一、依法履行职能\n${work}\n二、规范执法\n${work}`,
    'work-plan',
  ],
  [
    'a report that announces its plan as well',
    `现将2023年法治政府建设情况及下一年工作计划报告如下:\n一、依法履行职能\n${work}\n二、规范执法\n${work}`,
    'annual-report',
  ],
  [
    'news of a meeting',
    `3月9日,云山县法治政府建设述法会召开,县委副书记主持会议。${work}\n会上,五名局长述法。会议强调,要推进依法行政。${work}`,
    'news',
  ],
  [
    'one official of himself, announced',
    `今年以来,我认真推进法治建设。现将本人履行第一责任人职责情况报告如下:\n一、带头学法\n${work}\n二、依法决策\n${work}`,
    'other',
  ],
  [
    'a body of its heads',
    `今年以来,我局推进法治建设。现将我局主要负责人履行第一责任人职责情况报告如下:\n一、带头学法\n${work}\n二、依法决策\n${work}`,
    'annual-report',
  ],
];
for (const [name, text, kind] of untitled) {
  test('a letter that tells of its own body reports, one that answers a request does not', () => {
    const text = (how: string) =>
      `根据通知要求，${how}如下：\n一、法治建设工作情况\n${'依法履职,办理案件20件。'.repeat(14)}\n二、不足\n力量不足。\n云山县某某局\n2024年1月5日`;
    assert.ok(read(text('现将我局2023年法治建设有关情况函告')).recognised);
    assert.not.ok(read(text('现将审核意见函告')).recognised);
  });

  test(`without a title: ${name}`, () => {
    const report = read(text);
    assert.is(report.kind, kind, report.why.zh);
    assert.is(report.recognised, kind === 'annual-report');
  });
}

test('a 述法报告 is one person speaking of himself, or a body of its year', () => {
  const of = (speaker: string): string =>
    `青禾镇2023年述法报告\n2023年,${speaker}坚持带头学法,${speaker}主持会议研究法治建设,${speaker}定期听取汇报。\n一、带头学法\n${work}\n二、依法决策\n${work}`;
  assert.not(read(of('我')).recognised);
  assert.ok(read(of('我镇')).recognised);
  const duty = (speaker: string): string =>
    of(speaker).replace('青禾镇2023年述法报告', '2023年度镇党委主要负责人履行推进法治建设第一责任人职责情况的报告');
  assert.not(read(duty('我')).recognised);
  const stated = (how: string): string =>
    `青禾镇党委书记\n2023年,镇党委、政府推进法治政府建设,现根据要求,${how}如下:\n一、履职情况\n${work}\n二、存在问题\n${work}`;
  assert.not(read(stated('述法')).recognised);
  assert.ok(read(stated('报告')).recognised);
  assert.ok(read(duty('我镇')).recognised);
});

for (const speaker of ['我分局', '我管委会', '我大队', '我开发区', '我单位', '我社', '我关', '我台', '我联']) {
  test(`a body that calls itself ${speaker} is no person`, () => {
    const text = `云山县法治建设年度报告\n2023年,${speaker}坚持依法行政。现将${speaker}2023年度法治政府建设情况报告如下:\n一、主要工作\n${work}\n二、存在问题\n${work}`;
    assert.ok(read(text).recognised, read(text).why.zh);
  });
}

test('a disclosure report without title is known by the parts of its form', () => {
  const text = `一、总体情况\n本年度公开信息30条。${work}\n二、主动公开政府信息情况\n规章0件。\n三、收到和处理政府信息公开申请情况\n无。`;
  assert.ok(readReport(sourceOf(text), disclosureGenre).recognised);
  assert.is(read(text).kind, 'disclosure');
});

test('a disclosure report without title is known by the term of its figures', () => {
  const opening = (term: string): string =>
    `本报告由云山经济开发区管委会结合有关统计数据编制。本年度报告中${term}。\n一、总体情况\n${work.repeat(2)}\n(一)主动公开\n公开信息30条。`;
  const recognised = (term: string): boolean => readReport(sourceOf(opening(term)), disclosureGenre).recognised;
  assert.ok(recognised('所列数据的统计期限自2023年1月1日起至2023年12月31日止'));
  assert.not(recognised('所列事项均已办结'));
});

test('an announcement of half a year is refused', () => {
  const report = read(
    `今年以来,我县坚持依法行政。现将上半年法治政府建设工作情况报告如下:\n一、主要工作\n${'依法履职,办理案件20件。'.repeat(14)}\n二、下步打算\n继续努力。`,
  );
  assert.is(report.kind, 'half-year');
});

test('a self-inspection is told by the clause before its announcement', () => {
  const text = (said: string) =>
    `我镇对2023年法治政府建设工作${said}。\n一、落实集体学法\n全年学法4次,${'制度逐步完善,'.repeat(20)}\n二、规范执法行为\n办理案件2件。`;
  assert.is(read(text('进行了自查自评,现报告如下')).kind, 'self-inspection');
  assert.is(read(text('组织自查,现将2023年法治政府建设情况报告如下')).kind, 'annual-report');
});

test('a report of a year before the rules is refused', () => {
  const report = read(
    `云山县2012年依法行政报告${body.replaceAll('2023年', '2012年').replace('2024年2月1日', '2013年2月1日')}`,
  );
  assert.not(report.recognised);
  assert.ok(report.why.zh.includes('2012'));
});

test('rules in articles are a law whatever their title', () => {
  const report = read(
    `云山县法治政府建设报告制度\n第一条 为推进法治政府建设,制定本制度。\n第二条 各单位应当报告。\n第三条 报告应当公开。\n${'第四条 本制度自印发之日起施行。'.repeat(8)}`,
  );
  assert.is(report.kind, 'law');
});

test('a plan without a title is no report', () => {
  const report = read(
    `为深入推进法治政府建设,结合我县实际,制定本方案。\n一、总体要求\n${'坚持依法行政,提高能力水平。'.repeat(12)}\n二、主要任务\n${'规范执法,化解纠纷。'.repeat(8)}\n`,
  );
  assert.is(report.kind, 'work-plan');
});

test('a headline over news is no report', () => {
  const report = read(
    `推动法治政府建设再上新台阶\n3月9日,云山县畜牧局召开党组会议,专题研究法治政府建设工作。\n会议听取了有关科室汇报。${'会议要求,各科室压实责任,规范执法。'.repeat(10)}\n`,
  );
  assert.not(report.recognised);
});

test('figures on enforcement without title and opening are no report', () => {
  const report = read(
    `一、2023年行政执法基本情况\n我局持有执法证3人,未办理处罚案件。\n二、规范化建设情况\n(一)法治队伍建设。组织培训4次。\n${'落实执法公示制度。'.repeat(12)}\n三、其他\n无。\n`,
  );
  assert.is(report.kind, 'other');
});

test('a year on enforcement work is another report', () => {
  const report = read(`云山县综合行政执法局2023年度行政执法工作年报${body}`);
  assert.not(report.recognised);
});

test('an opening that speaks of the year and of conferences held elsewhere is no news', () => {
  const report = read(
    `今年以来,我局以法治建设为抓手服务发展,上级在本县召开现场会3次,举办活动2次。\n一、主要举措和成效\n全年组织会前学法9次。${'坚持依法行政。'.repeat(20)}\n`,
  );
  assert.ok(report.recognised);
});

test('an untitled year under the lead of a committee is no other report', () => {
  const report = read(
    `2023年在县委、县政府的坚强领导下,我县统筹推进法治政府建设工作取得成效,1项做法入选全省优秀改革案例。\n一、工作开展情况及成效\n公示证明事项36项。${'坚持依法行政。'.repeat(20)}\n`,
  );
  assert.ok(report.recognised);
});

test('laws that a head of section explained are no interpretation', () => {
  const report = read(
    `2023年,云山县畜牧中心认真落实法治建设各项部署,服务全县养殖户。\n一、带头学法\n由各股室负责人解读动物防疫法等法律法规9次。${'坚持依法行政。'.repeat(20)}\n`,
  );
  assert.ok(report.recognised);
});

test('a report of a report is one in traditional characters, too', () => {
  assert.ok(read(`關於報送《雲山縣財政局2023年度法治政府建設情況報告》的報告${body}`).recognised);
});

test('another subject altogether is refused', () => {
  const report = read(
    '云山县2023年防汛抗旱工作总结\n2023年,我县防汛工作取得成效。\n一、主要工作\n修复堤防30处。\n二、存在问题\n资金不足。\n',
  );
  assert.not(report.recognised);
});

for (const text of ['', '\n\n', '法治', '�����']) {
  test(`a text that is hardly one (${JSON.stringify(text)}) is refused without an error`, () => {
    assert.not(read(text).recognised);
  });
}

test.run();
