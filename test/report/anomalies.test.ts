import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { AnomalyKind } from '../../src/report/types.ts';
import { read } from './sample.ts';

const frame = (body: string) =>
  `云山县2023年法治政府建设年度报告\n2023年,我县坚持依法行政。现将情况报告如下。\n一、主要工作\n${body}\n二、存在问题\n力量不足。\n三、2024年打算\n继续推进。\n云山县人民政府\n2024年2月1日\n`;

/** A passage of the work part, and what must be noted of it: kind and a piece of the quote. */
const found: readonly (readonly [string, AnomalyKind, string])[] = [
  ['深入开展法治宣传,受众8万人次。幸运28论坛\n各乡镇开展活动。', 'injected-text', '幸运28论坛'],
  ['深入开展法治宣传。金沙棋牌官网下载\n各乡镇开展活动。', 'injected-text', '金沙棋牌官网下载'],
  ['审查文件20件,pk10计划彩票平台提出意见30条。', 'injected-text', 'pk10计划彩票平台'],
  ['开展活动40场。澳门新葡京官网登录\n培训人员90人。', 'injected-text', '澳门新葡京官网登录'],
  ['开展活动40场。bet365手机版下载\n培训人员90人。', 'injected-text', 'bet365手机版下载'],
  ['开展活动40场。天天赢棋牌游戏\n培训90人。天天赢棋牌游戏\n审查20件。', 'injected-text', '天天赢棋牌游戏'],
  ['按照足球比分在线推荐:全面依法治县的意见要求,开展活动40场。', 'injected-text', '足球比分在线推荐'],
  ['请联系澳門賭場推荐办公室。依托澳門賭場推荐平台办理。', 'injected-text', '澳門賭場推荐'],
  ['开展学法3次,世界杯买球app开展督察2次。', 'injected-text', '世界杯买球app'],
  ['云山县教育局情况报告-和记娱乐国际', 'injected-text', '和记娱乐'],
  ['听取工作汇报亚博体育app下载6次。', 'injected-text', '亚博体育app下载'],
  ['建立了工作机制,乐动体育足球 一体化逐步完善。', 'injected-text', '乐动体育足球'],
  ['环球某某(中国)官方网站 退役军人事务局加强领导。', 'injected-text', '(中国)官方网站'],
  ['化解矛盾纠纷老虎机平台2916件。', 'injected-text', '老虎机平台'],
  ['提升行政执法质量彩票平台注册,评查案卷20宗。', 'injected-text', '彩票平台注册'],
  ['败诉4件,必赢亚洲手机版败诉率10%。', 'injected-text', '必赢亚洲手机版'],
  ['审核4件,论文代写价格查询报市政府备案4件。', 'injected-text', '论文代写价格查询'],
  ['股票配资开户 举办活动132场次。', 'injected-text', '股票配资开户'],
  ['败诉1件,快手刷粉网站全县出庭率93%。', 'injected-text', '快手刷粉网站'],
  ['依托体育365投注平台办理20件,开展督察2次。', 'injected-text', '体育365投注平台'],
  ['开展督察2次。九州娱乐备用\n培训人员90人。', 'injected-text', '九州娱乐备用'],
  [
    '开展法治宣传活动四十场次,受众两万余人。飞鸟云\n深入培训执法人员九十人次,提升素质。飞鸟云\n审查合同20件。',
    'injected-text',
    '飞鸟云',
  ],
  ['开展督察2次,全面推进飞腾体育平台依法行政。', 'injected-text', '飞腾体育平台'],
  ['开展督察2次。\n鸿运通体育(中国)官方网站\n培训人员90人。', 'injected-text', '鸿运通体育(中国)官方网站'],
  ['开展督察2次。星澜电竞APP下载\n培训人员90人。星澜电竞\n审查20件。', 'injected-text', '星澜电竞APP下载'],
  ['开展督察2次。龙腾彩票注册培训人员90人。\n海悦棋牌\n审查20件。', 'injected-text', '海悦棋牌'],
  ['推进云顶峰娱乐登录入口依法行政。', 'injected-text', '娱乐登录入口'],
  [
    '文稿集www.wengaoji.com落实第一文稿集www.wengaoji.com责任人职责,培训90人。',
    'injected-text',
    '文稿集www.wengaoji.com',
  ],
  ['联系我们代孕包成功微信abc123审查文件20件。', 'injected-text', '代孕'],
  ['一是加强领导。成立小组,报告率达100%二是强化落实。开展督察。', 'lost-punctuation', '二是'],
  ['一是加强领导。开会3次三是加强学习。二是强化落实三是强化督察。', 'lost-punctuation', '落实三是'],
  ['一是加强领导。成立小组。二是畅通行政复议主渠道高位推进行政复议改革,办案30件。', 'lost-punctuation', '二是畅通'],
  ['落实谁执法谁普法”责任制,开展活动。', 'lost-punctuation', '普法”'],
  ['落实“谁执法谁普法责任制,开展活动。', 'lost-punctuation', '“谁执法'],
  ['指导XX社区开展活动。', 'placeholder', 'XX'],
  ['服务xx经济发展。', 'placeholder', 'xx'],
  ['指导**村开展活动。', 'placeholder', '**'],
  ['20XX年培训人员90人。', 'placeholder', '20XX年'],
  ['培训人员____人。', 'placeholder', '____'],
  ['开展宣讲  次,覆盖企业30家。', 'placeholder', '开展宣讲  次'],
  ['连续多 (略) 依法行政先进单位,培训人员90人。', 'placeholder', '(略)'],
  ['云山县应急管理局\n2026年2月 日', 'placeholder', '2026年2月 日'],
  ['云山县应急管理局\n2026年 月 日', 'placeholder', '2026年 月 日'],
  ['开展��活动40场。', 'garbled', '��'],
  ['开展锟斤拷活动40场。', 'garbled', '锟斤拷'],
  [
    `${'坚持以习近平法治思想为指导,深入推进依法行政,全面提升各级领导干部运用法治思维的能力水平。'}规范执法。\n坚持以习近平法治思想为指导,深入推进依法行政,全面提升各级领导干部运用法治思维的能力水平。化解纠纷。`,
    'duplicate-passage',
    '坚持以习近平法治思想为指导',
  ],
];

for (const [body, kind, piece] of found) {
  test(`${kind}: ${body.slice(0, 30)}`, () => {
    const report = read(frame(body));
    const hits = report.anomalies.filter(anomaly => anomaly.kind === kind);
    assert.ok(
      hits.some(anomaly => anomaly.quote.includes(piece)),
      JSON.stringify(report.anomalies),
    );
    for (const hit of report.anomalies) assert.is(report.text.slice(hit.start, hit.end), hit.quote);
  });
}

/** Honest passages that look like something else. */
const honest: readonly string[] = [
  '办理演出审批1场,电子游艺室审批2个,检查电子游艺场所8家。',
  '使用福利彩票公益金建设法治公园1个。',
  '举办法治论坛2期,参加民营经济发展论坛。',
  '举办世界杯足球赛观赛区安全保障,开展足球比赛安全执法检查3次。',
  '查处以买球为名的网络赌博案件2起。',
  '打击网络赌博,破获开设赌场案件3起。',
  '开展禁毒禁赌宣传,查处赌博案件23起。',
  '规范彩票销售网点30家,检查棋牌室40家。',
  '严厉打击六合彩赌博违法犯罪,抓获12人。',
  '整治非法代孕,查处刷单诈骗案件8起。',
  '查处非法博彩网站2个,防范网络赌球。',
  '市民通过全民健身体育APP预约场馆,县文化体育官网公开名录。',
  '打造滨河体育平台,依托山地体育平台开展活动20场。',
  '使用体育彩票公益金建设农民体育广场6个,规范中国体育彩票官方门店。',
  '检查文化娱乐场所40家,规范电竞酒店登记,开展棋牌室整治。',
  '组织文旅体育在线直播8场,全县教育体育\n广电体育\n系统开展培训。',
  '按照《云山县贯彻落实〈某省法治政府建设实施方案(2021—2025年)〉重点任务分工表》推进。结合《云山县贯彻落实〈某省法治政府建设实施方案(2021—2025年)〉重点任务分工表》,细化措施。',
  '全面贯彻党的二十大和二十届历次全会精神,深入学习贯彻习近平法治思想和重要讲话、重要指示精神,推进工作。学习情况:全面贯彻党的二十大和二十届历次全会精神,深入学习贯彻习近平法治思想和重要讲话、重要指示精神的情况。',
  '查处以鸿运体育官网为名的网络赌博案件2起。',
  '推广政务APP下载应用,开通官网登录服务。',
  '开展打击传销、非法集资和代开发票专项行动。',
  '推进政务服务“一网通办”,加快三项制度落实。',
  '一是加强领导。成立小组。二是规范执法。办案30件。三是强化监督。评查2次。',
  '主要做法:一是加强领导;二是规范执法;三是强化监督。',
  '实行“谁执法谁普法”,落实“三项制度”。',
  '某某公司不服处罚决定申请复议,张某某撤回申请。',
  '落实首违不罚清单×2类事项。',
  '关闭取缔企业3家,打印材料30份。',
  '分享经验做法4次,编辑简报12期。',
  '主办单位为县司法局的活动共10场。',
];

for (const body of honest) {
  test(`nothing to note: ${body}`, () => {
    assert.equal(read(frame(body)).anomalies, []);
  });
}

/** Lines of a page around the report, furniture or not. */
const lines: readonly (readonly [string, boolean])[] = [
  ['您现在所在的位置: 首页 > 信息公开 > 通知公告', true],
  ['当前位置：首页>政务公开>法治政府建设', true],
  ['首页 政务公开 政府信息公开 法治政府建设 法治政府建设年度报告', true],
  ['首页 | 政务公开 | 政务服务 | 互动交流 | 走进云山', true],
  ['首页 设计由居民投票选定，全年更新3次', false],
  ['首页 > 法定主动公开内容 > 年度报告', true],
  ['首页/ 公开 / 区政府文件 / 正文', true],
  ['>> 政务公开 >> 法治政府工作报告', true],
  ['分享到:', true],
  ['【字体:大 中 小】', true],
  ['【浏览字体:', true],
  ['字号：[大] [中] [小] 打印 关闭', true],
  ['扫一扫在手机打开当前页', true],
  ['主办单位:云山县人民政府办公室 承办单位:县大数据中心', true],
  ['联系电话:0700-6180000', true],
  ['版权所有:云山县人民政府', true],
  ['网站标识码:4312000001 湘ICP备05000001号', true],
  ['湘公网安备43120002000001号', true],
  ['无障碍阅读 | 长者模式 | 繁体', true],
  ['上一篇:云山县水利局2022年度法治政府建设情况报告', true],
  ['责任编辑:张三', true],
  ['浏览次数:386次', true],
  ['今天是:2024年11月8日', true],
  ['云山县人民政府门户网站', true],
  ['网站地图 | 关于我们 | 联系我们', true],
  ['打印 关闭', true],
  ['云山政府在线 云山政府在线PC端 云山政府英文网站 关怀版', true],
  ['云山县青禾镇人民政府 云山县司法局', false],
  ['云山县人民政府办公室', false],
  ['发布日期:2024-02-01', false],
  ['索引号:430500/2024-04928', false],
  ['(此件主动公开)', false],
  ['[ 索引号 ] 430500/2024-04928 [ 发文字号 ]', false],
];

for (const [line, chrome] of lines) {
  test(`${line} is ${chrome ? '' : 'no '}page furniture`, () => {
    const report = read(`${line}\n${frame('规范执法。')}`);
    const hits = report.anomalies.filter(anomaly => anomaly.kind === 'web-chrome');
    assert.is(hits.length, chrome ? 1 : 0, JSON.stringify(hits));
    assert.is(report.copy.flat.startsWith('云山县2023年'), chrome);
  });
}

test('a word of pages that goes on with a sentence broken off above is no furniture', () => {
  const report = read(
    frame(
      '全年开展宣传12场,充分利用门户网站和\n微信公众号发布信息86条,做好\n无障碍环境建设法宣传,行政复议\n纠错率为零。',
    ),
  );
  assert.equal(report.anomalies, []);
  assert.ok(report.copy.flat.includes('微信公众号发布信息86条'));
});

test('below a line of prose without its full stop a sure sign of a page is furniture all the same', () => {
  const report = read(frame('全年开展宣传12场,各项工作有序推进\n责任编辑:张三\n主办单位:云山县人民政府'));
  assert.equal(
    report.anomalies.map(({ quote }) => quote),
    ['责任编辑:张三', '主办单位:云山县人民政府'],
  );
});

test('furniture beside a field leaves the field', () => {
  const report = read(
    `云山县2023年法治政府建设年度报告\n发布时间:2024-02-01 浏览次数:386 【字体:大 中 小】\n2023年,我县坚持依法行政。\n`,
  );
  assert.is(report.meta.publishedDate?.value, '2024-02-01');
  assert.equal(
    report.anomalies.map(anomaly => anomaly.quote),
    ['浏览次数:386 【字体:大 中 小】'],
  );
});

test('furniture beside a time that opens its line', () => {
  const report = read(`云山县2023年法治政府建设年度报告\n时间:2024-02-01 15:36 浏览量:1\n2023年,我县坚持依法行政。\n`);
  assert.is(report.meta.publishedDate?.value, '2024-02-01');
  assert.equal(
    report.anomalies.map(anomaly => anomaly.quote),
    ['浏览量:1'],
  );
});

const lastYears: readonly (readonly [heading: string, told: boolean])[] = [
  ['一、2022年法治政府建设工作情况', true],
  ['一、2022年主要举措和成效', true],
  ['一、2022年度主要工作', true],
  ['一、2022年度考核反馈问题整改情况', false],
  ['一、2022年以来工作情况', false],
  ['一、2023年法治政府建设工作情况', false],
];
for (const [heading, told] of lastYears) {
  test(`${told ? 'work headed by the year before' : 'no such heading'}: ${heading}`, () => {
    const report = read(frame('办案30件。').replace(/^一、.*$/m, heading));
    assert.is(report.copy.flat.includes(heading), true);
    assert.equal(
      report.anomalies.map(anomaly => anomaly.quote),
      told ? [heading] : [],
    );
  });
}

test('an opening that announces another year', () => {
  const told = (body: string) =>
    read(frame('办案30件。').replace('现将情况报告如下', body))
      .anomalies.filter(({ kind }) => kind === 'wrong-year')
      .map(({ quote }) => quote);
  assert.equal(told('现将2022年有关情况报告如下'), ['现将2022年有关情况报告如下']);
  assert.equal(told('现将2023年度有关情况报告如下'), []);
  assert.equal(told('现将2022年以来有关情况报告如下'), []);
});

test('counts behind words that were put before them stay', () => {
  const { flat } = read(
    frame(
      '听取工作汇报亚博体育app下载6次,化解纠纷老虎机平台2916件,棋牌游戏大厅网上可办率98%,提升行政执法质量彩票平台注册水平。',
    ),
  ).copy;
  assert.ok(flat.includes('听取工作汇报6次,化解纠纷2916件,网上可办率98%,提升行政执法质量水平。'), flat);
});

test('a part headed by a year far from the report’s', () => {
  const report = read(frame('办案30件。').replace('三、2024年打算', '三、2021年打算'));
  assert.equal(
    report.anomalies.map(anomaly => [anomaly.kind, anomaly.quote]),
    [['wrong-year', '三、2021年打算']],
  );
});

test.run();
