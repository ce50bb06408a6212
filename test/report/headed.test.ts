import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Zone } from '../../src/report/types.ts';
import { read, work, zoneAt } from './sample.ts';

const opening = '云山县水利局2023年法治政府建设年度报告\n2023年,我局依法履职。现将有关情况报告如下。\n';
const tail = '\n云山县水利局\n2024年2月1日\n';

/** Headings that no phrase of the genre knows, behind the work part. */
const headings: readonly (readonly [string, Zone])[] = [
  ['不足和打算', 'problem'],
  ['问题与建议', 'problem'],
  ['问题与对策', 'problem'],
  ['短板及改进方向', 'problem'],
  ['推进法治政府建设中的不足', 'problem'],
  ['工作中遇到的困难', 'problem'],
  ['执法工作中的难点堵点', 'problem'],
  ['自查发现的问题', 'problem'],
  ['查摆出的突出问题', 'problem'],
  ['亟待解决的问题', 'problem'],
  ['几点不足', 'problem'],
  ['几个突出问题', 'problem'],
  ['困难挑战', 'problem'],
  ['认清差距,补齐短板', 'problem'],
  ['欠缺之处', 'problem'],
  ['制约因素', 'problem'],
  ['努力不够的方面', 'problem'],
  ['自我检视', 'problem'],
  ['不容忽视的问题', 'problem'],
  ['制约发展的瓶颈', 'problem'],
  ['工作中的遗憾', 'problem'],
  ['短板及其成因', 'problem'],
  ['党政主官履职', 'first-responsible'],
  ['履行法治政府建设领导责任', 'first-responsible'],
  ['法治建设短板和2024年工作安排', 'problem'],
  ['局党组书记、局长抓法治情况', 'first-responsible'],
  ['还差在哪里', 'problem'],
  ['还有哪些差距', 'problem'],
  ['问题出在哪', 'problem'],
  ['为什么会这样', 'problem'],
  ['问题产生根源', 'problem'],
  ['正视自身不足', 'problem'],
  ['差距几何', 'problem'],
  ['问题清单', 'problem'],
  ['问题查摆', 'problem'],
  ['需要引起重视的问题', 'problem'],
  ['失分项与原因', 'problem'],
  ['今年的遗憾', 'problem'],
  ['对照问题挖根源', 'problem'],
  ['剖析原因', 'problem'],
  ['成因与对策', 'problem'],
  ['缘由何在', 'problem'],
  ['聚焦自身短板', 'problem'],
  ['主要负责同志履责情况', 'first-responsible'],
  ['整治执法领域突出问题', 'work'],
  ['破解审批工作中的堵点', 'work'],
  ['帮助企业发展中的困难', 'work'],
  ['群众急难愁盼的问题', 'work'],
  ['信访工作中的突出问题', 'work'],
  ['聚焦短板,补齐弱项', 'work'],
  ['工作举措', 'work'],
  ['2024年初步考虑', 'plan'],
  ['新一年再出新招', 'plan'],
  ['这一年还有老问题', 'problem'],
];

/** Headings that say nothing of what stands below them. */
const silent = ['对标先进看自身', '查不足、找差距', '影响法治建设的主要因素', '尚待改进之处'];
const lacking = '一是办案质量参差不齐。二是普法形式单一,针对性不强。三是法制审核人员不足。';
const named = '其一,办案质量参差不齐。其二,普法形式单一。其三,法制审核人员不足。';
const doing = '一是针对办案质量不高开展评查2次。二是加强普法,解决形式单一问题。三是补齐审核力量不足短板,配备3人。';
const plan = '三、2024年工作安排\n开展评查4次。';

test('what a survey found of others is no shortcoming', () => {
  const report = read(`${opening}${work}二、开展行业调研\n${lacking}\n${plan}${tail}`);
  assert.is(zoneAt(report, '普法形式单一'), 'work');
});

const shortcomings = `二、存在的不足\n${lacking}\n`;
const intended = '(一)组织干部报考执法证。(二)用短视频普法。(三)卷宗一案一归。';

test('the last part behind the shortcomings that tells nothing done is a plan, whatever its heading says', () => {
  const zoneOf = (rest: string, passage: string): Zone | null =>
    zoneAt(read(`${opening}${work}${rest}${tail}`), passage);
  assert.is(zoneOf(`${shortcomings}三、理清思路,持续发力\n${intended}`, '用短视频普法'), 'plan');
  assert.is(zoneOf(`二、对标先进看自身\n${lacking}\n三、理清思路,持续发力\n${intended}`, '用短视频普法'), 'plan');
  assert.is(zoneOf(`${shortcomings}三、优化服务\n(一)全年接待群众90人次。`, '接待群众'), 'work');
  assert.is(zoneOf(`二、优化服务\n(一)走进企业。\n三、理清思路,持续发力\n${intended}`, '用短视频普法'), 'work');
});

test('a sentence that turns from what was reached to what lacks tells shortcomings', () => {
  const zoneOf = (sentence: string, passage: string): Zone | null =>
    zoneAt(read(`${opening}${work}${sentence}\n下一步,我局将加强培训。${tail}`), passage);
  assert.is(zoneOf('总的来看,法治建设取得一定成效,但执法能力还需提高,普法不够深入。', '执法能力'), 'problem');
  assert.is(zoneOf('虽然做了一些工作,但也存在学法自觉性不高、载体单一的问题。', '学法自觉性'), 'problem');
  assert.is(zoneOf('执法取得成效,但群众知晓率不高,为此开展宣传12场。', '知晓率'), 'work');
  assert.is(zoneOf('虽取得进展,但归档不够及时,已全部整改。', '归档'), 'work');
});

test('a part headed by what was looked for tells shortcomings in a sentence', () => {
  const zoneOf = (text: string): Zone | null =>
    zoneAt(read(`${opening}${work}二、不回避、找差距\n${text}\n三、再聚焦、谋新篇\n(一)许可双告知。${tail}`), '文书');
  assert.is(zoneOf('从自查看,我局还有许可监管跟进慢、文书电子化率不高等情况。'), 'problem');
  assert.is(zoneOf('针对文书质量不高开展评查2次。'), 'work');
});

test('a paragraph that begins with a shortcoming tells shortcomings, unless it tells what was done', () => {
  const zoneOf = (sentence: string, passage: string): Zone | null =>
    zoneAt(read(`${opening}${work}${sentence}\n2024年,抓好普法工作。${tail}`), passage);
  assert.is(zoneOf('档案执法检查的深度和广度不够,主动作为少。', '深度和广度'), 'problem');
  assert.is(zoneOf('从检查情况看,学法的深度不够、形式不活。', '学法的深度'), 'problem');
  assert.is(zoneOf('受疫情防控任务重影响,部分培训没有开展。', '部分培训'), 'problem');
  assert.is(zoneOf('遗憾的是,部分培训没有开展。', '部分培训'), 'problem');
  assert.is(zoneOf('普法力度不够,为此开展宣传12场。', '普法力度'), 'work');
  assert.is(zoneOf('遗憾的是,部分培训没有开展。', '抓好普法'), 'plan');
});

test('what was done therefore opens no plan, what is to be done does', () => {
  const zoneOf = (sentence: string, before: string): Zone | null =>
    zoneAt(read(`${opening}${work}${before}为此,${sentence}${tail}`), sentence.slice(0, 6));
  const lacks = '二、存在的不足\n(一)执法力量不足。\n';
  assert.is(zoneOf('我局专门成立了工作专班,由局长任组长,压实了责任。', '法治建设摆上议事日程。'), 'work');
  assert.is(zoneOf('我局定期召开会议研究。', '法治建设摆上议事日程。'), 'work');
  assert.is(zoneOf('我局已招聘2人。', lacks), 'problem');
  assert.is(zoneOf('我局将招聘2人,加强培训。', lacks), 'plan');
  assert.is(zoneOf('一是加强培训,二是规范执法。', lacks), 'plan');
});

test('a report that begins with what was put right of last year tells work there, not shortcomings', () => {
  const first = '一、上一年度问题整改“回头看”\n针对培训不够问题,举办培训4期。\n';
  assert.is(zoneAt(read(`${opening}${first}${work.replace('一、', '二、')}${tail}`), '举办培训'), 'work');
  const named = first.replace('上一年度问题整改“回头看”', '2022年度报告指出问题整改情况');
  assert.is(zoneAt(read(`${opening}${named}${work.replace('一、', '二、')}${tail}`), '举办培训'), 'work');
  assert.is(zoneAt(read(`${opening}${work}${first.replace('一、', '二、')}${tail}`), '举办培训'), 'problem');
});

test('a numbering that begins anew behind a sentence on what lacks belongs to it', () => {
  const report = read(
    `云山镇2023年法治政府建设年度报告\n1.健全机制。印发清单23项。\n2.严把审核。审查合同31份。\n法治建设虽稳步推进,但对照群众期盼,仍有“三个不到位”:\n1.思想认识不到位。遇到矛盾花钱买平安。\n2.制度执行不到位。风险评估有时补材料。\n3.力量配备不到位。一人长期在外轮训。\n2024年,做到三个强化。${tail}`,
  );
  assert.is(zoneAt(report, '审查合同'), 'work');
  assert.is(zoneAt(report, '补材料'), 'problem');
  assert.is(zoneAt(report, '三个强化'), 'plan');
});

test('what answers the shortcomings above opens the plan', () => {
  const report = read(
    `${opening}${work}二、存在的问题\n宣传不深入,人员偏少。\n对此,2024年要重点抓好以下方面:固定执法人员。${tail}`,
  );
  assert.is(zoneAt(report, '固定执法人员'), 'plan');
});

test('a first paragraph with results is no opening', () => {
  const report = read(
    `云山县水利局2023年法治政府建设年度报告\n我局全年办理审批事项173件,网上可办率97%。\n举办讲座2场。\n存在的问题:宣传不深入,人员偏少。${tail}`,
  );
  assert.is(zoneAt(report, '审批事项'), 'work');
});

test('the opening ends before the work where the first heading is that of shortcomings', () => {
  const report = read(
    `云山县水利局2023年法治政府建设年度报告\n2023年,我局依法履职。\n一是思想重视。二是宣传广泛。\n存在的问题:宣传不深入,人员偏少。${tail}`,
  );
  assert.is(zoneAt(report, '宣传广泛'), 'work');
});

test('what will be done against named shortcomings opens the plan', () => {
  const said = '针对监察力量不足等问题,2024年我局将重点做好以下工作:完善预警平台。';
  assert.is(zoneAt(read(`${opening}${work}二、攻坚克难\n${said}${tail}`), '完善预警平台'), 'plan');
});

for (const heading of ['再出发、再加力', '几点考虑', '怎么改']) {
  test(`${heading} heads the plan as the last part behind shortcomings, where nothing was done in it`, () => {
    const zoneOf = (text: string): Zone | null =>
      zoneAt(read(`${opening}${work}二、自我画像\n${lacking}\n三、${heading}\n${text}${tail}`), '开展评查');
    assert.is(zoneOf('(一)每季度开展评查。\n(二)拍摄短视频。\n(三)增加审核人员。'), 'plan');
    assert.is(zoneOf('(一)已开展评查。\n(二)拍摄短视频。\n(三)增加审核人员。'), 'work');
    assert.is(zoneOf('(一)2023年开展评查。\n(二)拍摄短视频。\n(三)增加审核人员。'), 'work');
    assert.is(zoneOf('局长主持会议研究开展评查。\n局长述法。'), 'work');
  });
}

test('sentences without numbers tell shortcomings; what sums up the year and the causes beside them are not counted', () => {
  const told =
    '一年下来,有喜有憾。学法以传达文件居多,研讨偏少。燃气领域执法经验不多。面对骑手办法不灵。这里头有客观因素,更主要是因为坐等上门。';
  assert.is(zoneAt(read(`${opening}${work}二、回望\n${told}\n${plan}${tail}`), '坐等上门'), 'problem');
});

for (const heading of silent) {
  test(`${heading} heads shortcomings where what stands below tells them, and the plan follows`, () => {
    const zoneOf = (text: string, passage: string): Zone | null =>
      zoneAt(read(`${opening}${work}${text}${tail}`), passage);
    assert.is(zoneOf(`二、${heading}\n${lacking}\n${plan}`, '普法形式单一'), 'problem');
    assert.is(zoneOf(`二、${heading}\n${lacking}`, '普法形式单一'), 'problem');
    assert.is(zoneOf(`二、${heading}\n${named}`, '普法形式单一'), 'problem');
    assert.is(zoneOf(`二、${heading}\n${doing}\n${plan}`, '加强普法'), 'work');
    assert.is(
      zoneOf(
        `二、${heading}\n${lacking}\n三、规范执法\n办理案件3件。\n四、2024年工作安排\n开展评查4次。`,
        '普法形式单一',
      ),
      'work',
    );
  });
}

test('what a heading in brackets says ends with its bracket', () => {
  const report = read(
    `${opening}【法治建设】开展检查3次。\n【主要负责人履职】局长认真履行第一责任人职责,批示文件23件。\n【不足】学法不深。${tail}`,
  );
  assert.is(zoneAt(report, '批示文件'), 'first-responsible');
});

test('a last part behind the shortcomings whose heading says nothing is the plan where it tells intentions only', () => {
  const zoneOf = (text: string, passage: string): Zone | null =>
    zoneAt(read(`${opening}${work}二、存在的不足\n${lacking}\n三、踔厉奋发向未来\n${text}${tail}`), passage);
  assert.is(zoneOf('(一)继续开展评查。\n(二)力争培训2期。', '培训2期'), 'plan');
  assert.is(zoneOf('(一)全年开展评查4次。\n(二)继续培训2期。', '培训2期'), 'work');
  const both = `${opening}${work}二、对标先进看自身\n${lacking}\n三、踔厉奋发向未来\n继续开展评查。${tail}`;
  assert.is(zoneAt(read(both), '普法形式单一'), 'problem');
  assert.is(zoneAt(read(both), '继续开展评查'), 'plan');
});

for (const [heading, zone] of headings) {
  test(`${heading} heads ${zone}, numbered and as a line of its own`, () => {
    for (const marker of ['二、', '']) {
      const report = read(`${opening}${work}${marker}${heading}\n相关内容在此说明,各单位按要求落实到位。${tail}`);
      assert.is(zoneAt(report, '相关内容在此说明'), zone);
      assert.is(zoneAt(report, '全年办理案件'), 'work');
    }
  });
}

/** What follows shortcomings, and the zone of a passage in it. */
const behind: readonly (readonly [string, string, Zone])[] = [
  ['三、整改措施\n(一)每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、解决办法\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['对策与措施\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、应对之策\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、明确方向,持续发力\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、改进的方面\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、难点成因\n每月只抽查案卷5本。', '抽查案卷', 'problem'],
  ['三、整改方向\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、改进\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、整改计划\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、努力目标\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、2024年怎么做\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、产生问题的根源\n每月只抽查案卷5本。', '抽查案卷', 'problem'],
  ['三、重点任务\n已抽查案卷5本,完成整改。', '抽查案卷', 'work'],
  ['三、整改措施和努力方向\n每月抽查案卷5本。', '每月抽查案卷', 'plan'],
  ['三、整改措施\n抽查案卷5本,瑕疵已全部补正,完成整改。', '抽查案卷', 'problem'],
  ['后续我局将重点抽查案卷。', '重点抽查', 'plan'],
  ['踏上新征程,我局将以更大力度抽查案卷。', '更大力度', 'plan'],
  ['针对上述问题,我局拟采取抽查案卷等措施。', '采取抽查', 'plan'],
  ['为补齐短板,我局将每月抽查案卷。', '每月抽查', 'plan'],
  ['针对上述问题,我局每月抽查案卷,已补正瑕疵。', '每月抽查', 'problem'],
  ['我局将案卷抽查纳入考核,尚未形成制度。', '尚未形成', 'problem'],
];

for (const [text, passage, zone] of behind) {
  test(`behind shortcomings: ${text.replaceAll('\n', ' ')}`, () => {
    const report = read(`${opening}${work}二、存在的不足\n(一)案卷质量不高。(二)学法不深。\n${text}${tail}`);
    assert.is(zoneAt(report, '案卷质量不高'), 'problem');
    assert.is(zoneAt(report, passage), zone);
  });
}

test('shortcoming, cause and remedy told one after the other, each behind its label', () => {
  const report = read(
    `${opening}${work}二、问题、原因及对策\n问题一:案卷质量不高。\n原因:培训少。\n对策:每月抽查案卷5本。\n问题二:学法不深。\n对策:开设讲堂4期。${tail}`,
  );
  for (const passage of ['案卷质量不高', '培训少', '学法不深']) assert.is(zoneAt(report, passage), 'problem', passage);
  for (const passage of ['每月抽查', '开设讲堂']) assert.is(zoneAt(report, passage), 'plan', passage);
});

test('shortcomings counted with their name and what was thought of against them with its own', () => {
  const report = read(
    `${opening}${work}三、回头看存在的差距和下步思考\n差距一:案卷质量不高。\n差距二:学法不深。\n思考一:每月抽查案卷5本;思考二:开设讲堂4期。${tail}`,
  );
  for (const passage of ['案卷质量不高', '学法不深']) assert.is(zoneAt(report, passage), 'problem', passage);
  for (const passage of ['每月抽查', '开设讲堂']) assert.is(zoneAt(report, passage), 'plan', passage);
});

test('each shortcoming with its remedy behind a label in the middle of the paragraph', () => {
  const report = read(
    `${opening}${work}二、存在问题和改进措施\n(一)案卷质量不高。改进措施:每月抽查案卷5本。\n(二)学法不深。改进措施:开设讲堂4期。${tail}`,
  );
  for (const passage of ['案卷质量不高', '学法不深']) assert.is(zoneAt(report, passage), 'problem', passage);
  for (const passage of ['每月抽查', '开设讲堂']) assert.is(zoneAt(report, passage), 'plan', passage);
});

test('an item of the plan that names its year does not end the plan for the next', () => {
  const report = read(
    `${opening}${work}二、主要问题及下一年思路\n(一)主要问题\n案卷质量不高。\n(二)下一年思路\n1.2024年抽查案卷5本。2.开设讲堂4期。${tail}`,
  );
  for (const passage of ['抽查案卷', '开设讲堂']) assert.is(zoneAt(report, passage), 'plan', passage);
});

test('rectification that looks ahead, as a sub-heading of the shortcomings', () => {
  const report = read(
    `${opening}${work}二、存在问题及整改方向\n(一)存在问题:案卷质量不高;学法不深。\n(二)整改方向:每月抽查案卷5本。\n三、问题原因探究\n培训少。${tail}`,
  );
  assert.is(zoneAt(report, '案卷质量不高'), 'problem');
  assert.is(zoneAt(report, '每月抽查'), 'plan');
  assert.is(zoneAt(report, '培训少'), 'problem');
});

test('a short sentence before a colon that owns up to shortcomings opens them', () => {
  const report = read(`${opening}${work}成绩来之不易,问题不容忽视:一是案卷质量不高。二是学法不深。${tail}`);
  assert.is(zoneAt(report, '案卷质量不高'), 'problem');
});

test('an intention in the work part that only places something opens no plan', () => {
  const report = read(`${opening}${work}我局将普法工作持续纳入考核,全年督查4次。${tail}`);
  assert.is(zoneAt(report, '督查4次'), 'work');
});

/** Paragraphs of the work part that only begin like a shortcoming or a plan. */
for (const text of [
  '存在问题的水库12座,下达整改通知9份。',
  '存在问题的水库9家已全部整改。',
  '对存在短板的4个站开展帮扶12次。',
  '我们清醒认识到法治建设的重要性,全年研究任务12项。',
  '按照下一步工作要求,完成清理文件16件。',
]) {
  test(`work: ${text}`, () => {
    const report = read(`${opening}${work}${text}${tail}`);
    assert.is(zoneAt(report, text.slice(2, 9)), 'work');
  });
}

/** Reports that number from small to large: style of the parts, style below them. */
for (const [above, below] of [
  ['1、', '(一)'],
  ['1.', '(一)'],
  ['1、', '1.'],
  ['1.', '1、'],
] as const) {
  test(`parts counted ${above} above ${below}`, () => {
    const at = (marker: string, nth: number) =>
      marker.replace('1', String(nth)).replace('一', '一二三四'[nth - 1] ?? '');
    const part = (nth: number, heading: string, items: readonly string[]) =>
      `${at(above, nth)}${heading}\n${items.map((item, index) => `${at(below, index + 1)}${item}\n`).join('')}`;
    const report = read(
      `${opening}${part(1, '主要工作情况', ['全年办理案件30件。', '调解纠纷200件。'])}${part(2, '主要负责人履行推进法治建设第一责任人职责情况', ['局长主持会议4次。', '带头学法6次。'])}${part(3, '存在的不足', ['力量不足。', '学法不深。'])}${part(4, '下一步打算', ['招录3人。', '开设讲堂。'])}${tail}`,
    );
    for (const [passage, zone] of [
      ['办理案件', 'work'],
      ['调解纠纷', 'work'],
      ['主持会议4次', 'first-responsible'],
      ['带头学法', 'first-responsible'],
      ['力量不足', 'problem'],
      ['学法不深', 'problem'],
      ['招录3人', 'plan'],
      ['开设讲堂', 'plan'],
    ] as const)
      assert.is(zoneAt(report, passage), zone, passage);
  });
}

/** The last line above the signature, and its zone. */
const lastLines: readonly (readonly [string, Zone])[] = [
  ['印发《云山县水利局法治机关建设实施方案》。', 'work'],
  ['报送年度报告《法治政府建设情况》。', 'work'],
  ['印发:局属各单位', 'tail'],
  ['报送:县委依法治县办。', 'tail'],
];

for (const [line, zone] of lastLines) {
  test(`the last line ${line} is ${zone}`, () => {
    const report = read(`${opening}${work}${line}${tail}`);
    assert.is(zoneAt(report, line.slice(0, 8)), zone);
  });
}

test.run();
