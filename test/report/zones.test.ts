import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Zone } from '../../src/report/types.ts';
import { read, work, zoneAt } from './sample.ts';

const opening = '云山县2023年法治政府建设年度报告\n2023年,我县坚持以习近平法治思想为指导。现将有关情况报告如下。\n';
const tail = '\n云山县人民政府\n2024年2月1日\n';

/** A heading of level 1 behind the work part, and the zone it opens. */
const headings: readonly (readonly [string, Zone])[] = [
  ['存在的主要问题', 'problem'],
  ['存在的问题', 'problem'],
  ['存在问题', 'problem'],
  ['存在的不足', 'problem'],
  ['存在的不足和原因', 'problem'],
  ['上一年度推进法治政府建设存在的不足和原因', 'problem'],
  ['2023年度推进法治政府建设存在的不足、原因和问题整改情况', 'problem'],
  ['推进法治政府建设存在的问题及原因分析', 'problem'],
  ['存在的困难和问题', 'problem'],
  ['工作中存在的短板与不足', 'problem'],
  ['当前存在的差距', 'problem'],
  ['面临的困难和挑战', 'problem'],
  ['问题和不足', 'problem'],
  ['问题与不足', 'problem'],
  ['困难与问题', 'problem'],
  ['主要问题及原因', 'problem'],
  ['主要不足', 'problem'],
  ['不足之处', 'problem'],
  ['工作中的困难', 'problem'],
  ['问题短板', 'problem'],
  ['自身不足', 'problem'],
  ['查找的不足', 'problem'],
  ['不足方面', 'problem'],
  ['法治建设中的薄弱点', 'problem'],
  ['需要进一步改进的问题', 'problem'],
  ['原因', 'problem'],
  ['加强薄弱地方执法力量', 'work'],
  ['补齐工作短板', 'work'],
  ['接下来的工作', 'plan'],
  ['后续工作安排', 'plan'],
  ['薄弱环节', 'problem'],
  ['短板检视', 'problem'],
  ['问题在哪里', 'problem'],
  ['还差什么、为什么差', 'problem'],
  ['差距怎么看', 'problem'],
  ['新年度谋划', 'plan'],
  ['短板弱项', 'problem'],
  ['工作不足', 'problem'],
  ['问题整改情况', 'problem'],
  ['上年度问题整改落实情况', 'problem'],
  ['查摆出的问题及整改情况', 'problem'],
  ['原因分析', 'problem'],
  ['存在的问题及下一步打算', 'problem'],
  ['存在问题和2024年工作安排', 'problem'],
  ['存在着一些问题', 'problem'],
  ['法治政府建设中存在的突出问题', 'problem'],
  ['下一步工作打算', 'plan'],
  ['下步打算', 'plan'],
  ['下一步工作安排', 'plan'],
  ['下一步工作计划', 'plan'],
  ['下一步工作思路及措施', 'plan'],
  ['下一阶段工作打算', 'plan'],
  ['下一年度推进法治政府建设的主要安排', 'plan'],
  ['下一年工作重点', 'plan'],
  ['下年度工作思路', 'plan'],
  ['2024年工作安排', 'plan'],
  ['2024年度推进法治政府建设的初步安排', 'plan'],
  ['2024年重点工作', 'plan'],
  ['2024年法治政府建设工作要点', 'plan'],
  ['2024年度主要任务', 'plan'],
  ['今后工作打算', 'plan'],
  ['今后努力方向', 'plan'],
  ['今后的工作思路', 'plan'],
  ['明年工作计划', 'plan'],
  ['来年工作安排', 'plan'],
  ['努力方向', 'plan'],
  ['工作打算', 'plan'],
  ['工作思路', 'plan'],
  ['工作展望', 'plan'],
  ['改进措施', 'plan'],
  ['意见和建议', 'plan'],
  ['下一步改进措施及工作打算', 'plan'],
  ['新的一年工作设想', 'plan'],
  ['2024年度法治政府建设主要工作设想', 'plan'],
  ['2024年主要工作计划', 'plan'],
  ['主要工作打算', 'plan'],
  ['2023年主要工作和2024年工作计划', 'work'],
  ['下阶段工作谋划', 'plan'],
  ['主要负责人履行职责情况', 'first-responsible'],
  ['党政主要负责人履行推进法治建设第一责任人职责情况', 'first-responsible'],
  ['2023年度党政主要负责人履行推进法治建设第一责任人职责,加强法治政府建设的有关情况', 'first-responsible'],
  ['主要负责同志履行推进法治建设第一责任人职责情况', 'first-responsible'],
  ['区政府主要负责同志履行推进法治建设第一责任人职责情况', 'first-responsible'],
  ['扛牢法治建设第一责任人职责', 'first-responsible'],
  ['切实履行法治建设第一责任人职责', 'first-responsible'],
  ['单位主要负责人履行法治建设职责情况', 'first-responsible'],
  ['主要领导履行法治政府建设职责情况', 'first-responsible'],
  ['一把手履行法治建设职责情况', 'first-responsible'],
  ['局长履行推进法治建设职责情况', 'first-responsible'],
  ['镇长履行法治建设职责情况', 'first-responsible'],
  ['党委书记、镇长带头履行法治建设责任情况', 'first-responsible'],
  ['主要负责人述法情况', 'first-responsible'],
  ['主要负责人履职情况', 'first-responsible'],
  ['履行推进法治建设第一责任人职责', 'first-responsible'],
  ['健全矛盾纠纷多元化解机制', 'work'],
  ['坚持问题导向,补齐法治短板', 'work'],
  ['聚焦突出问题,强化执法监督', 'work'],
  ['着力解决群众反映的突出问题', 'work'],
  ['明确工作目标,压实工作责任', 'work'],
  ['加强工作部署,健全推进机制', 'work'],
  ['强化问题整改,提升督察质效', 'work'],
  ['推动审计查出问题整改', 'work'],
  ['督促巡察发现的问题整改', 'work'],
  ['2023年工作计划完成情况', 'work'],
  ['化解历史遗留问题', 'work'],
  ['排查整治执法领域突出问题', 'work'],
  ['制定年度工作计划,统筹推进任务', 'work'],
  ['其他需要报告的情况', 'work'],
  ['特色亮点工作', 'work'],
  ['强化法治政府建设组织保障', 'work'],
];

for (const [heading, zone] of headings) {
  test(`the part headed ${heading} is ${zone}`, () => {
    const report = read(`${opening}${work}二、${heading}\n相关内容在此说明,各单位按要求落实到位。${tail}`);
    assert.is(zoneAt(report, '相关内容在此说明'), zone);
    assert.is(zoneAt(report, '全年办理案件'), 'work');
    assert.is(zoneAt(report, '现将有关情况'), 'head');
    assert.is(zoneAt(report, '2024年2月1日'), 'tail');
  });
}

test('what stands before the title and in fields is page data, not the report', () => {
  const report = read(
    `网上办事大厅 互动交流\n云山县2023年法治政府建设年度报告\n发布日期:2024-02-10 来源:云山政务服务平台\n2023年,我县坚持依法行政。现将有关情况报告如下。\n${work}${tail}`,
  );
  assert.is(zoneAt(report, '网上办事'), 'tail');
  assert.is(zoneAt(report, '政务服务平台'), 'tail');
  assert.is(zoneAt(report, '云山县2023年'), 'head');
  assert.is(zoneAt(report, '我县坚持'), 'head');
});

test('an unmarked short line opens a part as a numbered heading does', () => {
  const report = read(
    '某某县气象局2023年法治政府建设年度报告\n2023年,我局依法履职。现将情况报告如下:\n主要工作情况\n加强组织领导。成立领导小组。\n存在不足\n执法力量薄弱,普法形式单一。\n下一步工作安排\n加强联合执法,提高执法水平。\n',
  );
  assert.is(zoneAt(report, '成立领导小组'), 'work');
  assert.is(zoneAt(report, '执法力量薄弱'), 'problem');
  assert.is(zoneAt(report, '加强联合执法'), 'plan');
});

/** The body behind a thematic report without standard parts: passages and their zones. */
const bodies: readonly (readonly [string, string, readonly (readonly [string, Zone])[]])[] = [
  [
    'a closing paragraph names problems, its next sentence plans',
    '2023年,我县法治政府建设取得一定成绩,但也存在一些问题和不足,如执法队伍素质有待提高等。2024年是攻坚之年,我县将严格规范执法。',
    [
      ['执法队伍素质', 'problem'],
      ['严格规范执法', 'plan'],
    ],
  ],
  [
    'two closing paragraphs',
    '2023年,我县在推进法治政府建设上仍存在一些问题,比如执法文书不规范。\n2024年,我县将深入推进执法改革。',
    [
      ['执法文书不规范', 'problem'],
      ['深入推进执法改革', 'plan'],
    ],
  ],
  [
    'a merged part is divided by its own words',
    '三、存在问题及下步打算\n尽管取得进步,但也存在一些问题,如能力有待提高。\n下一步,我县将全面推进法治建设。一是深化实践。二是夯实机制。',
    [
      ['能力有待提高', 'problem'],
      ['全面推进法治建设', 'plan'],
      ['夯实机制', 'plan'],
    ],
  ],
  [
    'a merged part is divided by its sub-headings',
    '三、存在的问题和下一步打算\n(一)存在的问题\n执法力量不足。\n(二)下一步打算\n补充执法人员。',
    [
      ['执法力量不足', 'problem'],
      ['补充执法人员', 'plan'],
    ],
  ],
  [
    'each shortcoming with its own remedy',
    '三、存在的问题\n(一)执法力量不足。人员偏少。下一步,将招录人员。\n(二)普法不深入。形式单一。\n四、2024年工作打算\n继续推进。',
    [
      ['人员偏少', 'problem'],
      ['招录人员', 'plan'],
      ['形式单一', 'problem'],
      ['继续推进', 'plan'],
    ],
  ],
  [
    'a plan before the problems',
    '三、下一步工作打算\n继续深化改革。\n四、存在的问题\n力量不足。',
    [
      ['继续深化改革', 'plan'],
      ['力量不足', 'problem'],
    ],
  ],
  [
    'a plan whose numbering starts again',
    '三、存在问题\n力量不足。\n2024年,我县将重点做好以下工作:\n一、深化改革。持续放权。\n二、规范执法。严格程序。',
    [
      ['力量不足', 'problem'],
      ['持续放权', 'plan'],
      ['严格程序', 'plan'],
    ],
  ],
  [
    'a numbering that starts again below an unnumbered heading',
    '三、存在问题\n力量不足。\n2024年法治政府建设工作计划\n一、深化改革。持续放权。\n二、规范执法。严格程序。',
    [
      ['力量不足', 'problem'],
      ['持续放权', 'plan'],
      ['严格程序', 'plan'],
    ],
  ],
  [
    'a first-responsible item inside another part',
    '三、组织保障\n(一)主要负责人履行推进法治建设第一责任人职责。县长主持会议4次。\n(二)加强队伍建设。培训干部90人。',
    [
      ['县长主持会议4次', 'first-responsible'],
      ['培训干部90人', 'work'],
    ],
  ],
  [
    'causes and rectification stay in the problem part',
    '三、存在的不足\n(一)力量不足。人员偏少。\n存在问题的主要原因。一方面,认识不到位。\n问题整改情况。我县认真补短板。\n四、2024年打算\n继续推进。',
    [
      ['认识不到位', 'problem'],
      ['我县认真补短板', 'problem'],
      ['继续推进', 'plan'],
    ],
  ],
  [
    'problems that were solved stay in the work part',
    '三、强化监督\n针对检查中存在的问题,及时反馈并整改问题37条。坚持问题导向,下一步工作机制更加健全。\n四、存在的问题\n力量不足。',
    [
      ['反馈并整改问题37条', 'work'],
      ['机制更加健全', 'work'],
      ['力量不足', 'problem'],
    ],
  ],
  [
    'items that count on behind a look ahead in one of them are work',
    '二、强化监督\n(一)加强督察。办理处罚案件26件。下一步,我局将继续加大执法力度。\n(二)配强人员。加强调解队伍建设。\n(三)开展普法。全年宣讲4场。\n三、存在的问题\n力量不足。',
    [
      ['加大执法力度', 'plan'],
      ['调解队伍', 'work'],
      ['全年宣讲', 'work'],
      ['力量不足', 'problem'],
    ],
  ],
  [
    'items that a look ahead announces are plan, even where they count on',
    '二、强化监督\n(一)加强督察。办理处罚案件26件。下一步,我局将做好以下工作:\n(二)配强人员。办理调解案件20件。\n(三)开展普法。宣讲4场。',
    [
      ['配强人员', 'plan'],
      ['宣讲4场', 'plan'],
    ],
  ],
  [
    'items behind a look ahead that tell nothing done are plan',
    '二、强化监督\n(一)加强督察。办理处罚案件26件。下一步,我局将继续加大执法力度。\n(二)配强人员。加强调解队伍建设。\n(三)开展普法。力争宣讲4场。',
    [
      ['调解队伍', 'plan'],
      ['力争宣讲', 'plan'],
    ],
  ],
  [
    'problems inside a plan do not end it',
    '三、2024年工作安排\n(一)着力解决存在问题。推动整改到位。\n(二)压实第一责任人职责。开展述法。',
    [
      ['推动整改到位', 'plan'],
      ['开展述法', 'plan'],
    ],
  ],
  [
    'one heading for what the heads did and for shortcomings',
    '二、履行第一责任人职责及存在的不足\n局长主持会议4次,带头学法6次。存在的不足:一是学法不深;二是执法不严。\n三、下一年度安排\n完善制度。',
    [
      ['局长主持会议', 'first-responsible'],
      ['学法不深', 'problem'],
      ['完善制度', 'plan'],
    ],
  ],
  [
    'headings in brackets, the next year behind what the heads did',
    '【存在不足】一是学法不深。\n【第一责任人履职】局长主持会议4次。\n【2024年打算】完善制度。',
    [
      ['学法不深', 'problem'],
      ['局长主持会议', 'first-responsible'],
      ['完善制度', 'plan'],
    ],
  ],
  [
    'shortcomings first, then what the heads did, by items',
    '二、存在的不足和主要负责人履行第一责任人职责情况\n(一)存在的不足。学法不深。\n(二)主要负责人履行第一责任人职责情况。局长主持会议4次。\n三、下一年度安排\n完善制度。',
    [
      ['学法不深', 'problem'],
      ['局长主持会议', 'first-responsible'],
    ],
  ],
  [
    'shortcomings in what the heads did are shortcomings',
    '二、履行第一责任人职责方面存在的不足\n局领导带头学法偏少。\n三、下一年度安排\n完善制度。',
    [['带头学法偏少', 'problem']],
  ],
  [
    'a point that heads its paragraph tells of the heads as far as the next point',
    '三、保障措施\n一是明确分工。成立专班。\n二是落实“第一责任人”职责。主持会议4次。\n三是强化考核。开展督查2次。',
    [
      ['成立专班', 'work'],
      ['主持会议4次', 'first-responsible'],
      ['开展督查2次', 'work'],
    ],
  ],
  [
    'a point and the paragraphs below it',
    '三、保障措施\n一是主要负责人带头履职。\n主持会议4次。\n批示12次。\n二是强化考核。开展督查2次。',
    [
      ['主持会议4次', 'first-responsible'],
      ['批示12次', 'first-responsible'],
      ['开展督查2次', 'work'],
    ],
  ],
  [
    'a point in the middle of a paragraph heads nothing',
    '三、保障措施\n一是明确分工。成立专班。二是压实第一责任人职责。主持会议4次。',
    [['主持会议4次', 'work']],
  ],
  [
    'the duties of those below',
    '三、保障措施\n一是压实站所负责人第一责任人职责。约谈3次。\n二是强化考核。',
    [['约谈3次', 'work']],
  ],
  [
    'shortcomings, causes and measures item by item under labels',
    '三、存在的问题、原因和措施\n(一)学法偏少\n原因:时间紧。\n措施:每季度讲课。\n(二)队伍老化\n原因:进人少。\n措施:明年招录两名。',
    [
      ['时间紧', 'problem'],
      ['每季度讲课', 'plan'],
      ['队伍老化', 'problem'],
      ['进人少', 'problem'],
      ['明年招录', 'plan'],
    ],
  ],
  ...[' | ', '\t'].map((bar): readonly [string, string, readonly (readonly [string, Zone])[]] => [
    `shortcomings, causes and measures side by side, set apart by ${JSON.stringify(bar)}`,
    `三、存在的不足\n${[
      ['问题', '原因', '措施'],
      ['学法偏少', '时间紧', '每季度讲课'],
      ['队伍老化', '进人少', '明年招录两名'],
      ['归档偏慢', '专人少', '已增设岗位一个'],
    ]
      .map(row => row.join(bar))
      .join('\n')}\n四、2024年工作安排\n抓好落实。`,
    [
      ['学法偏少', 'problem'],
      ['时间紧', 'problem'],
      ['每季度讲课', 'plan'],
      ['队伍老化', 'problem'],
      ['明年招录', 'plan'],
      ['专人少', 'problem'],
      ['已增设', 'problem'],
      ['抓好落实', 'plan'],
    ],
  ]),
  [
    'a table of shortcomings, one cell a line',
    `三、存在的不足\n${[
      ['序号', '存在问题', '原因分析', '整改措施', '责任股室'],
      ['1', '学法次数偏少', '日常时间紧', '每季度讲课', '办公室'],
      ['2', '执法队伍老化', '多年进人少', '明年招录两名', '执法大队'],
    ]
      .flat()
      .join('\n')}\n四、2024年工作安排\n抓好落实。`,
    [
      ['学法次数偏少', 'problem'],
      ['日常时间紧', 'problem'],
      ['每季度讲课', 'plan'],
      ['执法队伍老化', 'problem'],
      ['明年招录', 'plan'],
      ['抓好落实', 'plan'],
    ],
  ],
  [
    'headings below each other are no table',
    '三、存在的不足\n存在问题\n学法次数偏少,执法队伍老化。\n原因分析\n日常时间紧。\n四、2024年工作安排\n抓好落实。',
    [
      ['学法次数偏少', 'problem'],
      ['抓好落实', 'plan'],
    ],
  ],
  [
    'a table of what was found at others',
    '三、监督检查\n企业问题|整改措施\n证照过期12起|限期换证12起\n(一)强化监管。全年检查12次。',
    [['限期换证', 'work']],
  ],
  [
    'an event of the next year is no plan',
    '三、接受监督\n依法接受监督。2024年1月,县政府向县人大常委会报告法治政府建设情况。',
    [['向县人大常委会报告', 'work']],
  ],
];

for (const [name, body, wanted] of bodies) {
  test(name, () => {
    const report = read(`${opening}${work}${body}${tail}`);
    for (const [passage, zone] of wanted) assert.is(zoneAt(report, passage), zone, passage);
  });
}

test('a text without any headings is divided by its sentences', () => {
  const report = read(
    '2023年,云山县人民政府依法行政。现将法治政府建设情况报告如下。\n全年办理案件30件,依法行政水平提高。坚持依法决策,审查文件20件。持续推进普法工作,开展活动40场,受众两万人次。\n虽然取得一定成绩,但仍存在一些不足,主要是执法力量薄弱。\n下一步,我县将加强队伍建设。\n云山县人民政府\n2024年2月1日',
  );
  assert.is(zoneAt(report, '现将法治政府'), 'head');
  assert.is(zoneAt(report, '审查文件20件'), 'work');
  assert.is(zoneAt(report, '执法力量薄弱'), 'problem');
  assert.is(zoneAt(report, '加强队伍建设'), 'plan');
});

test('the line that announces the report heads no part of it', () => {
  const report = read(
    `云山县2023年法治政府建设年度报告\n市人民政府：\n现将2023年度法治政府建设情况报告如下：\n三、存在问题\n力量不足。${tail}`,
  );
  assert.is(zoneAt(report, '现将2023年度'), 'head');
});

test('what there was none of, told behind the plan, is of the year', () => {
  const said = '我会为群团组织,不具有行政执法职能,未制定规范性文件,无行政诉讼案件。';
  const of = (last: string): string =>
    `${opening}一、主要工作\n${work}\n二、存在的不足\n（一）能力有待提高。\n三、下一步工作\n（一）加强学习。\n（二）建好服务点。\n${last}${tail}`;
  assert.is(zoneAt(read(of(said)), said), 'work');
  const aim = '我会将加强学习,确保全年无行政诉讼案件。';
  assert.is(zoneAt(read(of(aim)), aim), 'plan');
});

test('zones follow each other without holes', () => {
  const report = read(`${opening}${work}三、存在问题\n力量不足。\n四、下一步打算\n继续推进。${tail}`);
  let at = 0;
  for (const stretch of report.zones) {
    assert.is(stretch.flatStart, at);
    at = stretch.flatEnd;
  }
  assert.is(at, report.copy.flat.length);
});

test('a report whose page lost the headings of its parts: numbering that starts anew', () => {
  const items = (texts: readonly string[]): string => texts.map((text, n) => `(${'一二三'[n]})${text}\n`).join('');
  const done = items(['强化领导。全年召开会议3次。', '严格执法。检查企业26家次。', '深入普法。发放资料700份。']);
  const lacks = items(['专业人员少。取证力量薄弱。', '普法手段旧。群众知晓率不高。', '联动机制不够健全。']);
  const ahead = items(['加强队伍建设。2024年组织培训2次。', '创新普法形式。', '健全联动机制。每季度召开会议1次。']);
  const report = read(`${opening}${done}${lacks}${ahead}${tail}`);
  assert.is(zoneAt(report, '检查企业'), 'work');
  assert.is(zoneAt(report, '群众知晓率'), 'problem');
  assert.is(zoneAt(report, '创新普法形式'), 'plan');
  const work = read(
    `${opening}${done}${items(['规范审批。办件300件。', '优化服务。', '公开信息。公开18条。'])}${tail}`,
  );
  assert.is(zoneAt(work, '优化服务'), 'work');
});

test('one part over the work and the shortcomings', () => {
  const done = '(一)主要举措及成效\n1.规范执法。全年办理案件30件。\n2.深入普法。发放资料700份。\n';
  const lacks = '(二)存在的问题与原因分析\n一是专业人员少,主要原因是编制紧张。二是普法手段旧。\n';
  const heads = '二、党政主要负责人履行第一责任人职责情况\n县长主持会议研究法治工作3次。\n'.repeat(6);
  const report = read(
    `${opening}一、主要举措、成效及存在的问题\n${done}${lacks}${heads}三、2024年打算\n继续普法。${tail}`,
  );
  assert.is(zoneAt(report, '办理案件'), 'work');
  assert.is(zoneAt(report, '专业人员少'), 'problem');
  const only = read(`${opening}${work}二、工作开展情况中存在的问题\n(一)人员少。专业人员不多。${tail}`);
  assert.is(zoneAt(only, '专业人员'), 'problem');
});

const annexed = (caption: string, heads: string, rows = 4) => {
  const table = Array.from({ length: rows }, (_, nth) => `${nth + 1}\t指标${nth + 1}(件)\t${nth + 7}\t${nth + 9}`);
  const report = read(`${opening}一、主要工作\n办案30件。${tail}附件\n${caption}\n${heads}\n${table.join('\n')}\n`);
  return { signed: report.meta.signedDate?.value ?? null, zone: zoneAt(report, '指标2') };
};

test('an annexed table of the year is work, however long, and hides no signature', () => {
  for (const rows of [4, 30])
    assert.equal(annexed('2023年度法治政府建设主要数据表', '序号\t指标\t2022年\t2023年', rows), {
      signed: '2024-02-01',
      zone: 'work',
    });
  assert.is(annexed('法治政府建设数据统计表(2023年)', '序号\t指标\t上半年\t下半年').zone, 'work');
  assert.is(annexed('2023年度任务分解表', '序号\t指标\t2022年\t2023年').zone, 'tail');
  assert.is(annexed('2024年主要指标', '序号\t指标\t目标值\t权重').zone, 'tail');
});

test('the end of a number that a wrapped line broke hides no signature', () => {
  const report = read(`${opening}${work}${tail.trimEnd()}\n(联系人:陈某某,联系电话:0999-812345\n6)\n`);
  assert.is(report.meta.signedDate?.value, '2024-02-01');
});

test('a section that ends with what it lacks and what the next year brings', () => {
  const section = (name: string, lacks: string, plan: string) =>
    `${name}\n全年${name.slice(4)}12次。${lacks}2024年,将${plan}。\n`;
  const report = read(
    `${opening}${section('一、关于普法', '差距是:职工普法覆盖面窄。', '推动普法进班组')}${section('二、关于执法', '不足在于文书说理不强。', '建立文书范本')}三、关于决策\n审核合同12件,发现差距是常事。${tail}`,
  );
  for (const [text, zone] of [
    ['职工普法', 'problem'],
    ['普法进班组', 'plan'],
    ['全年执法', 'work'],
    ['说理', 'problem'],
    ['文书范本', 'plan'],
    ['发现差距', 'work'],
  ] as const)
    assert.is(zoneAt(report, text), zone, text);
});

test('a paragraph behind one that ended with what it lacks is work again', () => {
  const report = read(
    `${opening}抓普法，办讲座12场。差距是覆盖面窄。2024年,将送法进班组。\n抓执法，办案30件，培训队员40人。差距是文书粗。\n以上不足，原因在于人手少。${tail}`,
  );
  assert.is(zoneAt(report, '覆盖面窄'), 'problem');
  assert.is(zoneAt(report, '办案'), 'work');
  assert.is(zoneAt(report, '人手少'), 'problem');
});

test('a heading asks where it lacks', () => {
  const report = read(`${opening}${work}(五)关于“差在哪”。一是人员少。二是经验少。三是文书粗。${tail}`);
  assert.is(zoneAt(report, '文书粗'), 'problem');
});

test('title and salutation that run into the body are no work', () => {
  const report = read(`云山县水利局关于2023年度法治政府建设情况的报告县人民政府:2023年,我局办案5件。${work}`);
  assert.is(zoneAt(report, '县人民政府'), 'tail');
  assert.is(zoneAt(report, '办案5件'), 'head');
});

test('a sentence that says who is responsible heads no part', () => {
  const report = read(`${opening}一、履责\n局长为法治工作第一责任人。党组会研究5次。\n二、执法\n办案5件。${tail}`);
  assert.is(zoneAt(report, '党组会'), 'work');
});

test('points that nothing stands above are the parts, however short the first is', () => {
  const lacks =
    '一是执法人员的素质需进一步提升,以适应案件数量攀升的新常态。二是制度建设需进一步加强。三是案卷质量不高。';
  const report = read(
    `${opening}(一)工作开展情况\n开展普法宣传23场。\n(二)存在问题\n${lacks}\n(三)下一步打算\n开展案卷评查。${tail}`,
  );
  assert.is(zoneAt(report, '普法宣传'), 'work');
  assert.is(zoneAt(report, '新常态'), 'problem');
  assert.is(zoneAt(report, '案卷评查'), 'plan');
});

test('a paragraph of work is work behind one whose last sentence told what lacks', () => {
  const report = read(
    `${opening}在执法上，全年立案78起，培训90人次。令人遗憾的是，跨区联合执法只搞了1次。\n在普法上，办讲座12场，发资料300份，进村40次。\n造成上述不足的原因，是人手少。${tail}`,
  );
  assert.is(zoneAt(report, '只搞了'), 'problem');
  assert.is(zoneAt(report, '办讲座'), 'work');
  assert.is(zoneAt(report, '人手少'), 'problem');
});

test('headings that each part repeats open their zones however early they stand', () => {
  const part = (name: string) =>
    `${name}\n1.举措。办讲座12场。\n3.不足。${name}文书粗。\n4.2024年打算。${name}做细。\n`;
  const report = read(`${opening}${part('一、普法')}${part('二、执法')}${part('三、决策')}${tail}`);
  assert.is(zoneAt(report, '一、普法文书粗'), 'problem');
  assert.is(zoneAt(report, '一、普法做细'), 'plan');
  assert.is(zoneAt(report, '二、执法\n1.举措'), 'work');
});

test('questions and labelled items head what stands below them', () => {
  const report = read(
    `${opening}${work}问：问题在哪？\n答：文书粗。\n问：根子是什么？\n答：人手少。\n〔任务7〕普法\n办讲座12场。${tail}`,
  );
  assert.is(zoneAt(report, '文书粗'), 'problem');
  assert.is(zoneAt(report, '人手少'), 'problem');
  assert.is(zoneAt(report, '办讲座'), 'work');
});

test('a label behind the plan heads what the heads did', () => {
  const report = read(
    `${opening}${work}四、2024年工作安排\n办好讲座。\n主要负责人履行第一责任人职责情况：局长对2个单位负责人作了约谈。${tail}`,
  );
  assert.is(zoneAt(report, '约谈'), 'first-responsible');
});

test('an item that is answered on the line below reads as one sentence', () => {
  const { copy } = read(
    `${opening}${work}〔任务1〕行政诉讼\n完成情况：无\n〔任务2〕普法\n完成情况：办讲座12场。${tail}`,
  );
  assert.ok(copy.flat.includes('行政诉讼无。'));
  assert.ok(copy.flat.includes('完成情况:办讲座'));
});

test('a part called by its keyword is opened by it', () => {
  const report = read(
    `${opening}【关键词:执法】\n开展检查3次,立案2件。\n【关键词:短板】\n装备不足;力量偏弱。\n【关键词:明天】\n2024年,将充实力量。${tail}`,
  );
  assert.is(zoneAt(report, '装备不足'), 'problem');
  assert.is(zoneAt(report, '立案2件'), 'work');
});

test('what is seen soberly to be a long way off is a shortcoming, without the word for one', () => {
  const report = read(
    `${opening}一、主要工作\n开展检查3次,立案2件。\n我们也清醒看到,对照上级要求,执法精细程度尚有距离,主要是力量偏弱。${tail}`,
  );
  assert.is(zoneAt(report, '执法精细'), 'problem');
});

test.run();
