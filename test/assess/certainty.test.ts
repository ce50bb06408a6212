/** How sure a finding is, and why: two readings go to a person, an inference is likely, the rest is sure. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessPassage } from '../../src/assess/passage.ts';
import { assessText } from '../../src/assess/pipeline.ts';
import type { Finding } from '../../src/assess/types.ts';
import { readSource } from '../../src/read/index.ts';
import type { Level } from '../../src/report/types.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { doubtWords } from '../../src/words/findings.ts';

const path = 'rules/fazhi-annual-report.json';
const { ruleSet } = loadRuleSet(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);

function one(findings: readonly Finding[], id: string): Finding {
  const finding = findings.find(({ requirement }) => requirement === id);
  if (finding === undefined) throw new Error(`no finding for ${id}`);
  return finding;
}

function ofPassage(id: string, text: string, level: Level): Finding {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  return one(assessPassage(ruleSet, { text, zone: 'work', year: 2023, level }, 'zh'), id);
}

function ofReport(id: string, problems: string, measure = '聘请法律顾问XX名。'): Finding {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const text = `云山县教育局2023年度法治政府建设情况报告
2023年,我局扎实推进法治政府建设。现将有关情况报告如下:
一、主要举措和成效
(一)压实责任。${measure}
(二)严格依法决策。开展普法宣传6场。
二、存在的不足
${problems}
三、2024年工作安排
(一)充实执法队伍。
云山县教育局
2024年2月1日
`;
  const source = readSource(Buffer.from(text), 'one.txt');
  return one(assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' }).findings, id);
}

const told = ({ status, certainty, doubt }: Finding) => [status, certainty, doubt];

const test = suite('certainty');
type Row = readonly [string, Level, string, string, string, keyof typeof doubtWords | null];
const rows: readonly Row[] = [
  ['lit.appearance', 'county', '行政机关负责人出庭应诉率100%。', 'met', 'sure', null],
  [
    'lit.appearance',
    'county',
    '行政机关负责人出庭应诉率100%。开展庭审观摩。行政机关负责人出庭应诉率87.5%。',
    'met',
    'unsure',
    'two-rates',
  ],
  ['lit.loss', 'county', '全年无败诉案件。', 'met', 'likely', 'derived'],
  ['svc.online', 'county', '推进“一网通办”,行政处罚实现网上运行。', 'partial', 'unsure', 'other-reading'],
  ['svc.online', 'county', '推进“一网通办”。', 'partial', 'sure', null],
  ['doc.issued', 'county', '全年审核行政规范性文件2件。', 'partial', 'unsure', 'figure-beside'],
  ['enf.training', 'department', '全部完成年度执法培训任务。', 'partial', 'sure', null],
  ['enf.training', 'department', '全部完成年度执法培训任务,合格18人。', 'partial', 'unsure', 'figure-beside'],
  ['enf.training', 'department', '全部完成年度执法培训任务,罚没8.6万元。', 'partial', 'sure', null],
  ['dec.counsel', 'department', '法律顾问参与合同审查14份。', 'partial', 'likely', 'one-passage'],
  ['fr.meetings', 'department', '召开主任办公会议36次,确保决策科学。', 'missing', 'unsure', 'figure-near'],
  ['fr.meetings', 'department', '开展普法宣传。', 'missing', 'sure', null],
  ['enf.credentials', 'department', '执法人员全部持证上岗。', 'met', 'unsure', 'all-without-figure'],
  ['fr.shufa', 'department', '局长作了专题述法。', 'met', 'likely', 'one-passage'],
];
for (const [id, level, text, status, certainty, ground] of rows) {
  test(`${id}: ${text}`, () => {
    assert.equal(told(ofPassage(id, text, level)), [status, certainty, ground === null ? '' : doubtWords[ground].zh]);
  });
}

test('what is for information only is not put to anybody', () => {
  assert.equal(told(ofReport('part.other', '(一)力量薄弱。\n四、其他需要报告的情况\n无。')), ['met', 'sure', '']);
});

test('work read as shortcomings goes to a person, one sentence of it does not', () => {
  const works =
    '一是制发行政规范性文件2件。二是办理人大建议6件。三是开展执法培训3期。四是行政复议案件2件。五是评查案卷12卷。';
  const all = ofReport('enf.training', `${works}仍存在普法形式单一的问题。`);
  assert.equal(told(all), ['missing', 'unsure', doubtWords['other-part-read'].zh]);
  assert.is(ofReport('lit.loss', `${works}仍存在普法形式单一的问题。`).certainty, 'sure');
  assert.is(ofReport('enf.training', '开展执法培训3期,覆盖不够。普法形式单一。').certainty, 'sure');
});

test('what rests on a heading alone goes to a person', () => {
  const { certainty, doubt } = ofReport('dec.procedure', '(一)力量薄弱。\n(二)普法形式单一。\n(三)装备不足。');
  assert.equal([certainty, doubt], ['unsure', doubtWords['heading-only'].zh]);
});

for (const marker of ['(一)', '1.'])
  test(`a couplet on a line of its own is a heading, too, and says nothing done: ${marker}`, () => {
    if (ruleSet === null) throw new Error('the shipped rule set does not load');
    const text = `云山县统计局2023年度法治政府建设情况报告
2023年,我局扎实推进法治政府建设。现将有关情况报告如下:
一、主要举措和成效
${marker}强化执法监督,严守数据质量
一是规范统计执法检查程序。二是查处统计违法案件2起。三是通报统计违纪违法典型案例,以案示警、以案明纪,引导干部树立和践行正确政绩观。
(二)开展普法宣传,营造良好氛围
利用统计开放日开展普法宣传6场,发放宣传资料3000份,营造依法统计的良好氛围。
二、2024年工作安排
(一)充实执法队伍。
云山县统计局
2024年2月1日
`;
    const source = readSource(Buffer.from(text), 'one.txt');
    const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
    assert.is(one(findings, 'enf.files').status, 'missing');
  });

test('a list of sentences in one part leaves the headings of another what they are', () => {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const text = `云山县教育局2023年度法治政府建设情况报告
2023年,我局扎实推进法治政府建设。现将有关情况报告如下:
一、主要举措和成效
(一)严格依法决策。
全年召开教育工作会议6次,全局干部职工依法办事的习惯正在形成,各项工作有序推进。
(二)规范执法行为。
全年检查学校64所,发现并督促整改安全隐患29处,学校周边环境持续好转。
二、2024年工作安排
(一)组织学法6次。
(二)开展普法9次。
云山县教育局
2024年2月1日
`;
  const source = readSource(Buffer.from(text), 'one.txt');
  const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  const { certainty, doubt } = one(findings, 'dec.procedure');
  assert.equal([certainty, doubt], ['unsure', doubtWords['heading-only'].zh]);
});

test('a report that is a numbered list of sentences has no headings there', () => {
  if (ruleSet === null) throw new Error('the shipped rule set does not load');
  const text = `望汐街道办事处2023年法治政府建设情况报告
2023年,街道认真抓好法治政府建设,现将情况报告如下:
一、街道党工委会议研究法治工作3次,述职述法同步进行。
二、街道中心组学习宪法、民法典等共计6次。
三、开展国家宪法日等普法活动9次。
四、综合行政执法队全年查处占道经营等违法行为64起,均依法依规处理到位。
五、各社区建立公共法律服务工作室,调解邻里纠纷等案件29件。
存在的不足:没有专职法制审核人员,执法规范化水平有待提高。
明年,街道将配强法制审核力量,抓好社区普法,推动法治建设上新台阶。
望汐街道办事处
2024年1月5日
`;
  const source = readSource(Buffer.from(text), 'one.txt');
  const { findings } = assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  for (const id of ['fr.meetings', 'fr.study', 'soc.publicity'])
    assert.equal(told(one(findings, id)), ['met', 'sure', '']);
});

test('required content that two readings fit is to be reviewed, with the reason', () => {
  const { status, points, reason } = ofReport(
    'part.shortcomings',
    '执法队伍的力量还比较薄弱;普法宣传的形式还比较单一;基层执法的装备还比较落后。',
  );
  assert.equal([status, points], ['review', 0]);
  assert.ok(reason.includes(doubtWords['one-sentence'].zh), reason);
});
test('what would be partial elsewhere takes nothing from what is partial in its part', () => {
  const items = '一是程序意识不强;二是普法形式有待丰富;三是案卷质量有待提高。';
  const finding = ofReport('part.causes', items, '专题研究解决执法力量不足等问题2次。');
  assert.equal(told(finding), ['partial', 'likely', doubtWords['one-passage'].zh]);
});

test.run();
