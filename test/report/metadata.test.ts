import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Metadata } from '../../src/report/types.ts';
import { read } from './sample.ts';

const body =
  '2023年,我县坚持依法行政。现将有关情况报告如下。\n一、主要工作\n全年办理案件30件,群众满意。\n二、存在问题\n力量不足。\n三、下步打算\n继续推进。\n';

type Values = Partial<Record<keyof Metadata, unknown>>;

/** Text, and what must be read from it; what a row does not name is not looked at. */
const rows: readonly (readonly [string, string, Values])[] = [
  [
    'title, signature and date',
    `云山县人民政府关于2023年度法治政府建设情况的报告\n${body}云山县人民政府\n2024年2月1日`,
    {
      title: '云山县人民政府关于2023年度法治政府建设情况的报告',
      issuer: '云山县人民政府',
      subject: '云山县',
      issuerLevel: 'county',
      subjectLevel: 'county',
      reportYear: 2023,
      signedDate: '2024-02-01',
      documentNumber: null,
      addressee: null,
    },
  ],
  [
    'a title with the labels of a page behind it on one line',
    `云山县档案局2023年度法治政府建设情况报告 信息来源: 发布时间:2024-01-02\n${body}`,
    {
      title: '云山县档案局2023年度法治政府建设情况报告',
      issuer: '云山县档案局',
      publishedDate: '2024-01-02',
    },
  ],
  [
    'a bare name in title and signature, its place in the first sentence',
    `园林绿化局2023年度法治政府建设情况报告\n2023年,云山区园林绿化局坚持依法行政。现将有关情况报告如下。\n一、主要工作\n办理案件30件。\n园林绿化局\n2024年2月1日`,
    { issuer: '园林绿化局', subject: '云山区园林绿化局', subjectLevel: 'department' },
  ],
  [
    'a bureau that speaks of its city as often as of itself',
    '2018年,我市审计工作全面推进。\n一、主要工作\n2018年我局没有制定文件。\n二、2019年工作计划\n继续推进。',
    { subject: null, subjectLevel: 'department' },
  ],
  [
    'a bureau that its opening names without the place that its publisher names',
    `发布机构：云山县教育局\n发布日期：2024-01-05\n2023年,县教育局深入贯彻依法治国方略。现将工作情况报告如下:\n一、主要工作\n办理案件30件。\n二、存在问题\n力量不足。`,
    { subject: '云山县教育局', issuer: '云山县教育局' },
  ],
  [
    'a zone that the title calls by its kind, with its place in the first sentence',
    `经济开发区2023年度法治政府建设情况报告\n2023年青禾经济开发区在区委的领导下推进依法行政。现将有关情况报告如下:\n一、主要工作\n办理案件30件。`,
    { subject: '青禾经济开发区' },
  ],
  [
    'a zone whose place the first sentence does not give',
    `经济开发区2023年度法治政府建设情况报告\n2023年,经济开发区坚持依法行政。现将有关情况报告如下:\n一、主要工作\n办理案件30件。`,
    { subject: '经济开发区' },
  ],
  [
    'a town that only a drive in its name tells, beside 我镇',
    `2023年,我镇坚持依法行政。现将本镇2023年度法治政府建设情况报告如下:\n一、主要工作\n办理案件30件,以网格服务强化青禾镇法治建设。\n二、存在问题\n力量不足。`,
    { subject: '青禾镇', subjectLevel: 'township' },
  ],
  [
    'towns in general do not name the one that reports',
    `2023年,我镇坚持依法行政。现将本镇2023年度法治政府建设情况报告如下:\n一、主要工作\n按照推进全县乡镇法治建设的要求,办理案件30件。\n二、存在问题\n力量不足。`,
    { subject: null, subjectLevel: 'township' },
  ],
  [
    'a commission named by its short name alone',
    `县卫健委2023年度法治政府建设情况报告\n${body}`,
    { subject: '县卫健委', issuer: '县卫健委', issuerLevel: 'department' },
  ],
  [
    'a body whose name ends in 部',
    `云山县委宣传部2023年度法治政府建设情况报告\n${body}`,
    { subject: '云山县委宣传部', issuerLevel: 'department' },
  ],
  [
    'a bureau that names itself in its own papers alone',
    '2023年,我局坚持依法行政。现将有关情况报告如下:\n一、主要工作\n制定《云山县水利局2023年法治建设工作要点》,印发《云山县水利局普法责任清单》。\n二、存在问题\n力量不足。',
    { subject: '云山县水利局', subjectLevel: 'department' },
  ],
  [
    'a city that names itself in its own papers alone',
    '2023年,市政府坚持依法行政。现将有关工作报告如下:\n一、主要工作\n印发《关于做好全市法治建设的通知》,制定《云山市2023年度法治政府建设工作要点》。\n二、存在问题\n力量不足。',
    { subject: '云山市', subjectLevel: 'city' },
  ],
  [
    'two bureaus in the papers of one that says 我局',
    '2023年,我局坚持依法行政。现将有关情况报告如下:\n一、主要工作\n制定《云山县水利局2023年法治建设工作要点》,印发《云山县农业局法治建设要点》。\n二、存在问题\n力量不足。',
    { subject: null, subjectLevel: 'department' },
  ],
  [
    'a number glued to its label',
    `发文字号云教发〔2024〕3号\n云山县教育局2023年度法治政府建设情况报告\n${body}`,
    { documentNumber: '云教发〔2024〕3号', title: '云山县教育局2023年度法治政府建设情况报告' },
  ],
  [
    'an issue of a bulletin before the title',
    `公告(2024年第1号):云山县教育局2023年度法治政府建设情况报告\n${body}`,
    { reportYear: 2023 },
  ],
  [
    'a title that a blank parts from the text of the same line',
    `云山县教育局2023年法治政府建设情况报告 2023年,我局坚持依法行政。现将有关情况报告如下。\n一、主要工作\n办理案件30件。`,
    { title: '云山县教育局2023年法治政府建设情况报告', subject: '云山县教育局' },
  ],
  [
    'a custom house that signs',
    `一、2023年主要工作\n办理案件30件。\n云山海关\n2024年3月28日`,
    { issuer: '云山海关', issuerLevel: 'department', signedDate: '2024-03-28' },
  ],
  [
    "the party committee of a bureau is the bureau's",
    `云山市公安局党委关于2023年度法治政府建设情况的报告\n${body}云山市公安局党委\n2024年2月1日`,
    { issuer: '云山市公安局党委', issuerLevel: 'department' },
  ],
  [
    'title on two lines',
    `云山县教育局\n关于2023年度法治政府建设情况的报告\n${body}`,
    {
      title: '云山县教育局关于2023年度法治政府建设情况的报告',
      issuer: '云山县教育局',
      subject: '云山县教育局',
      subjectLevel: 'department',
    },
  ],
  [
    'a research office of the party committee above its title',
    `云山县委党史和地方志研究室\n关于2023年法治建设工作情况的报告\n${body}`,
    {
      title: '云山县委党史和地方志研究室关于2023年法治建设工作情况的报告',
      issuer: '云山县委党史和地方志研究室',
      subjectLevel: 'department',
    },
  ],
  [
    'the year in brackets below the title',
    `云山县红十字会法治建设工作情况汇报\n（2023年度）\n${body}`,
    { title: '云山县红十字会法治建设工作情况汇报（2023年度）', reportYear: 2023 },
  ],
  [
    'a title whose last words stand on a line of their own',
    `云山县教育局2023年度法治政府建设情况\n的报告\n${body}`,
    { title: '云山县教育局2023年度法治政府建设情况的报告', issuer: '云山县教育局', subject: '云山县教育局' },
  ],
  [
    'a title broken within 法治',
    `云山县教育局关于2023年度法\n治政府建设情况的报告\n${body}`,
    { title: '云山县教育局关于2023年度法治政府建设情况的报告', subject: '云山县教育局' },
  ],
  [
    'a title set wide, the year in words',
    `云 山 县 教 育 局 二 〇 二 三 年 法 治 政 府 建 设 报 告\n${body}`,
    { title: '云山县教育局二〇二三年法治政府建设报告', subject: '云山县教育局', reportYear: 2023 },
  ],
  [
    'blanks in the number of the document',
    `云山县教育局2023年法治政府建设报告\n云教发〔 2024 〕 3 号\n${body}`,
    { documentNumber: '云教发〔 2024 〕 3 号', subject: '云山县教育局' },
  ],
  [
    'a township that put the page up and says 我镇',
    `发布机构：青禾镇人民政府\n发布日期：2024-02-01\n一、2023年主要工作\n我镇办理案件30件。我镇制定清单2项。`,
    { issuer: '青禾镇人民政府', subject: '青禾镇人民政府', subjectLevel: 'township', publishedDate: '2024-02-01' },
  ],
  [
    'clicks behind the source',
    `望汐街道2023年度法治政府建设情况报告\n发布时间：2024-02-10 15:34:38\n来源：望汐街道 点击率：\n${body}`,
    { issuer: '望汐街道', subject: '望汐街道', publishedDate: '2024-02-10' },
  ],
  [
    'a street that signs without its office',
    `望汐街道2023年度法治政府建设情况报告\n${body}望汐街道\n2024年2月1日`,
    { issuer: '望汐街道', subject: '望汐街道', subjectLevel: 'township', signedDate: '2024-02-01' },
  ],
  [
    'a short signature below a full title',
    `青禾乡人民政府2023年度法治政府建设情况报告\n${body}青禾乡\n2024年2月1日`,
    { issuer: '青禾乡人民政府', subject: '青禾乡人民政府', signedDate: '2024-02-01' },
  ],
  [
    'a government that names its county in its own papers alone',
    '现将县人民政府2023年法治政府建设工作情况报告如下。\n一、主要工作\n制定《云山县人民政府会前学法制度》,办理案件30件。\n二、存在问题\n力量不足。',
    { subject: '云山县', subjectLevel: 'county' },
  ],
  [
    'a word behind 法治 is no place; its own papers name the county',
    '2023年,我县组织现场法治述职,制定《云山县贯彻落实若干措施分工》。现将有关情况报告如下。\n一、主要工作\n办理案件30件。',
    { subject: '云山县', subjectLevel: 'county' },
  ],
  [
    'title broken in the middle',
    `云山县人民政府关于2023年度法治政府\n建设情况的报告\n${body}`,
    { title: '云山县人民政府关于2023年度法治政府建设情况的报告' },
  ],
  ...['机密★1年 ', '机密★1年', '机密★1年\n', '秘密★五年\n', '000012 机密★1年 特急\n', '内部资料 注意保存 '].map(
    (mark): [string, string, Values] => [
      `a marking before the title: ${mark.trim()}`,
      `${mark}云山县水利局2023年度法治政府建设情况报告\n${body}`,
      { title: '云山县水利局2023年度法治政府建设情况报告', subject: '云山县水利局', subjectLevel: 'department' },
    ],
  ),
  [
    'a name that begins like a marking',
    `机密设备管理局2023年度法治政府建设情况报告\n${body}`,
    { title: '机密设备管理局2023年度法治政府建设情况报告' },
  ],
  [
    '总工会 reports as a department',
    `云山县总工会2023年法治政府建设情况报告\n${body}`,
    { subject: '云山县总工会', issuer: '云山县总工会', subjectLevel: 'department' },
  ],
  [
    '教委 reports as a department',
    `云山县教委2023年法治政府建设情况报告\n${body}`,
    { subject: '云山县教委', issuer: '云山县教委', subjectLevel: 'department' },
  ],
  [
    'a body that bears two names reports under the first',
    `云山县卫生健康委员会（县疾控局）2023年度法治政府建设情况报告\n${body}`,
    { subject: '云山县卫生健康委员会', issuer: '云山县卫生健康委员会', subjectLevel: 'department' },
  ],
  [
    'the second name may be a company',
    `云山县烟草专卖局（公司）2023年法治政府建设情况报告\n${body}`,
    { subject: '云山县烟草专卖局', issuer: '云山县烟草专卖局' },
  ],
  [
    'a motto before the title, signed in brackets',
    '以法治之力护一江碧水——云山县水利局2023年法治政府建设情况报告\n一、主要工作\n开展检查3次。\n(云山县水利局,2024年2月8日)',
    { subject: '云山县水利局', issuer: '云山县水利局', signedDate: '2024-02-08' },
  ],
  [
    'signed and dated below the title',
    `2023年云溪镇法治政府建设年度报告\n云溪镇人民政府  2024-01-20\n${body}`,
    { subject: '云溪镇人民政府', issuer: '云溪镇人民政府', signedDate: '2024-01-20', subjectLevel: 'township' },
  ],
  [
    '供销合作联社 reports as a department',
    `云山县供销合作联社2023年法治政府建设情况报告\n${body}`,
    { subject: '云山县供销合作联社', issuer: '云山县供销合作联社', subjectLevel: 'department' },
  ],
  [
    'a title that speaks about a body',
    `关于云山县医疗保障局2023年度法治政府建设情况的公示\n${body}`,
    { subject: '云山县医疗保障局', issuer: '云山县医疗保障局', subjectLevel: 'department' },
  ],
  [
    'a survey team',
    `国家统计局云山调查队2023年法治政府建设情况报告\n${body}`,
    { subject: '国家统计局云山调查队', subjectLevel: 'department' },
  ],
  [
    'a people’s organisation signs',
    `关于2023年度法治政府建设情况的报告\n${body}云山县残联\n2024年2月1日`,
    { subject: '云山县残联', issuer: '云山县残联', signedDate: '2024-02-01' },
  ],
  [
    'title without a body, signature names it',
    `关于2023年度法治政府建设情况的报告\n${body}云山县水利局\n2024年2月1日`,
    { title: '关于2023年度法治政府建设情况的报告', subject: '云山县水利局', issuer: '云山县水利局' },
  ],
  [
    'an announcement that ends in a colon addresses nobody',
    `按照县委依法治县办要求,现将云山县档案局2023年度法治政府建设情况报告如下:\n一、主要工作\n全年办理案件30件。\n`,
    { addressee: null, title: null },
  ],
  [
    'an announcement is no title that runs into the body',
    `现将县档案局2023年度法治政府建设工作报告如下:\n一、主要工作\n2023年以来,云山县档案局坚持依法行政。\n`,
    { title: null, subject: '县档案局' },
  ],
  [
    'another name in brackets behind the name of a body',
    `云山县粮食局(储备局)关于2023年度法治政府建设情况的报告\n${body}`,
    { issuer: '云山县粮食局', subject: '云山县粮食局', subjectLevel: 'department' },
  ],
  [
    'a body alone below the title',
    `2023年度法治建设工作报告\n云山县粮食局\n2023年,我局坚持依法行政。\n一、主要工作\n全年办理案件30件。\n`,
    { issuer: '云山县粮食局', subject: '云山县粮食局', addressee: null },
  ],
  [
    'a body alone in place of a title',
    `云山县粮食局\n时间:2024-02-06 10:00 来源:云山县人民政府网站\n2023年,我局坚持依法行政。\n一、主要工作\n全年办理案件30件。\n`,
    { title: null, issuer: '云山县粮食局', subject: '云山县粮食局', subjectLevel: 'department' },
  ],
  [
    'a body below the title that is not the one which speaks',
    `2023年度法治建设工作报告\n云山县粮食局\n2023年,我县坚持依法行政。\n一、主要工作\n全年办理案件30件。\n`,
    { issuer: null },
  ],
  [
    'a commission that signs in full and speaks as 我委',
    `2023年,市政府国资委扎实推进法治建设。现将我委2023年度法治政府建设工作情况报告如下:\n${body}云山市人民政府国有资产监督管理委员会\n2024年1月30日\n`,
    { subject: '云山市人民政府国有资产监督管理委员会', subjectLevel: 'department' },
  ],
  [
    'a bureau that opens without its place and speaks of its district',
    `区委、区政府:\n2023年,区教育局推进依法治教,服务我区发展。现将法治政府建设工作情况报告如下:\n${body}青山区教育局\n2024年1月30日\n`,
    { subject: '青山区教育局', subjectLevel: 'department' },
  ],
  [
    'a bureau that documents named before it push far down, and that speaks of its district',
    `区委、区政府:\n2023年是实施《法治政府建设实施纲要(2021—2025年)》《云山省法治政府建设实施方案(2021—2025年)》《法治云山建设规划》的关键之年,区水利局推进依法行政,服务我区发展。现将有关情况报告如下:\n一、主要工作\n开展检查20次,全面分析我区水情。\n`,
    { subject: '区水利局', subjectLevel: 'department', addressee: '区委、区政府' },
  ],
  [
    'a bureau that its title calls in short and the opening in full',
    `云山县林草局2023年度法治政府建设年度报告\n根据通知要求,现将云山县林业和草原局落实2023年度法治政府建设年度报告如下:\n一、主要工作\n开展检查20次。\n`,
    { subject: '云山县林业和草原局', subjectLevel: 'department' },
  ],
  [
    'the report that the opening makes public names its body',
    `根据通知要求,现将《云山市文化和旅游局2023年度法治政府建设情况报告》予以公布。\n2023年,市文旅局推进法治建设。\n一、主要工作\n开展检查20次。\n`,
    { subject: '云山市文化和旅游局', subjectLevel: 'department' },
  ],
  [
    'a table of which the colons were lost',
    `索引号000014349/2024-04795\n发文字号 著录时间2024-02-26\n发文机关云山县林业局 主题词\n标题云山县林业局关于2023年法治政府建设情况的报告\n主题分类其它 发布日期2024-02-26\n\n云山县林业局关于2023年法治政府建设情况的报告\n 时间:2017-08-20 来源:云山日报\n${body}`,
    {
      title: '云山县林业局关于2023年法治政府建设情况的报告',
      issuer: '云山县林业局',
      subject: '云山县林业局',
      publishedDate: '2024-02-26',
    },
  ],
  [
    'a verb before the name of a township',
    `2023年度法治政府建设情况报告\n一、主要举措\n根据班子分工变动,及时调整青禾镇法治政府建设领导小组。\n二、其他\n全面提升青禾镇法治政府建设水平。\n`,
    { subject: '青禾镇', subjectLevel: 'township' },
  ],
  [
    'a report that is handed in on demand names its year before the plan does',
    `根据规定,现按要求报送我局2022年度法治政府建设年度报告。\n一、主要工作\n全年办理案件30件。\n四、2023年工作計劃\n加强学习。\n`,
    { reportYear: 2022 },
  ],
  [
    'a plan is told by its heading in traditional characters, too',
    `今年以來,我局依法行政。\n一、主要工作\n全年辦理案件30件。\n二、2024年工作計劃\n加強學習。\n`,
    { reportYear: 2023 },
  ],
  [
    'a place that only a plan names is not who speaks as 委',
    `2023年,全市商务法治工作有力推进,对照《2023年云山市法治政府建设工作要点》抓好落实。现将工作情况报告如下:\n一、主要工作\n一是委领导班子把法治建设摆上日程。\n`,
    { subject: null, subjectLevel: 'department', issuerLevel: 'department' },
  ],
  [
    'the notice that asks for the report names its year',
    `根据《市政府办公室关于报送2018年度法治政府建设情况报告的通知》要求,现将我局法治政府建设情况报告如下:\n一、主要工作\n2016年以来简化审批。\n`,
    { reportYear: 2018 },
  ],
  [
    'a work committee and the committee that governs a zone together',
    `中共青禾区云山新区建设工作委员会 青禾区云山新区建设管理委员会关于2021年度法治政府建设情况的报告\n${body}`,
    { subject: '青禾区云山新区建设管理委员会', subjectLevel: 'county' },
  ],
  [
    'only the plan of the year, with the place before it, names the year',
    `今年以来,我局按照《云山市2023年法治政府建设工作要点》抓好落实。现将工作情况报告如下:\n一、主要工作\n全年办理案件30件。\n`,
    { reportYear: 2023 },
  ],
  [
    'who opens with the year and 我局 is a department, though it says 我市 later on',
    `2023年我局法治建设的总体要求是服务我市发展、维护我市稳定。现将工作情况报告如下:\n一、主要工作\n全年办理案件30件。\n`,
    { subject: null, subjectLevel: 'department' },
  ],
  [
    'an index number beside the name of a list',
    `索 引 号:115301/2024-0415 公文目录:部门报告 发文机关:县政府办\n云山县粮食局2023年度法治政府建设情况报告\n${body}`,
    { indexNumber: '115301/2024-0415', subject: '云山县粮食局' },
  ],
  [
    'the name of a column above the title of a township',
    `政府信息公开\n\n青禾乡2023年法治政府建设情况报告\n${body}`,
    { title: '青禾乡2023年法治政府建设情况报告', subject: '青禾乡' },
  ],
  [
    'the name of a column above a whole title',
    `政务信息公开\n\n云山县粮食局2023年法治政府建设情况报告\n${body}`,
    { title: '云山县粮食局2023年法治政府建设情况报告', issuer: '云山县粮食局' },
  ],
  [
    'the page repeats the title with its number',
    `云粮〔2024〕6号《云山县粮食局关于2023年度法治政府建设情况的报告》\n云山县粮食局关于2023年度法治政府建设情况的报告\n云粮〔2024〕6号\n${body}`,
    {
      title: '云山县粮食局关于2023年度法治政府建设情况的报告',
      subject: '云山县粮食局',
      documentNumber: '云粮〔2024〕6号',
    },
  ],
  [
    'a covering letter names, signs and dates the report behind it',
    `关于报送《粮食局2023年度法治政府建设情况报告》的报告\n县法治政府建设领导小组办公室:\n现报上我局2023年度报告,请审阅。\n云山县粮食局\n2024年2月6日\n云山县粮食局2023年度法治政府建设\n情况报告\n${body}`,
    { issuer: '云山县粮食局', signedDate: '2024-02-06', subject: '粮食局' },
  ],
  [
    'a title that sends its report names the place behind the word for it',
    `关于报送石门镇2023年法治政府建设工作报告的报告\n县人民政府:\n现将我镇2023年工作报告如下。\n${body}\n石门镇人民政府\n2024年1月25日\n`,
    { subject: '石门镇人民政府', issuer: '石门镇人民政府' },
  ],
  [
    'what a covering letter sends stands under the word for it',
    `关于报送《粮食局2023年度法治政府建设情况报告》的报告\n县法治政府建设领导小组办公室:\n我局2023年度报告已编好,请审阅。\n附件:云山县粮食局2023年度法治政府建设情况报告\n云山县粮食局\n2024 年 2 月 6 日\n附件:\n云山县粮食局\n2023年度法治政府建设情况报告\n${body}`,
    { issuer: '云山县粮食局', signedDate: '2024-02-06' },
  ],
  [
    'title, source and day of the page on one line',
    `云山县粮食局2023年度法治政府建设情况报告 云山县粮食局 2024-03-07\n${body}`,
    {
      title: '云山县粮食局2023年度法治政府建设情况报告',
      subject: '云山县粮食局',
      issuer: '云山县粮食局',
      publishedDate: '2024-03-07',
      signedDate: null,
    },
  ],
  [
    'a date in the body signs nothing',
    `云山县粮食局2023年度法治政府建设情况报告\n2023年,我局依法行政。\n一、主要工作\n县委依法治县办\n2023年6月1日\n检查了案卷30件。\n二、存在问题\n力量不足。\n`,
    { signedDate: null },
  ],
  [
    'a stamp of day and hour below the title',
    `云山县粮食局2023年度法治政府建设情况报告\n2024-02-09 08:30 浏览次数: 信息来源:县粮食局\n${body}`,
    { publishedDate: '2024-02-09', signedDate: null },
  ],
  [
    'a clock above the title dates nothing',
    `2025-06-09 08:30 星期一\n云山县粮食局2023年度法治政府建设情况报告\n${body}`,
    { publishedDate: null, signedDate: null },
  ],
  [
    'a committee in front of a department is not its name',
    `2023年度法治政府建设情况报告\n今年,在市委、市政府的领导下,在市依法治市委的指导下,市粮食局全面落实各项部署。现将情况报告如下:\n一、主要工作\n开展检查30次。\n`,
    { subject: '市粮食局', subjectLevel: 'department' },
  ],
  [
    'a department that says no more of itself than 局党委',
    `2023年,在县委、县政府领导下,扎实推进法治建设。现将有关工作报告如下:\n一、主要工作\n形成了局党委牵头、上下联动的工作格局。\n`,
    { subjectLevel: 'department' },
  ],
  [
    'labels on lines of their own, each value below',
    `• 索引号\n  ysx-lscbj/2025-00009\n• 发布机构\n  云山县粮食局\n• 文号\n• 发布日期\n  2025-03-09\n• 时效性\n  有效\n\n云山县粮食局2024年度法治政府建设年度报告\n${body}`,
    {
      publishedDate: '2025-03-09',
      signedDate: null,
      indexNumber: 'ysx-lscbj/2025-00009',
      title: '云山县粮食局2024年度法治政府建设年度报告',
    },
  ],
  [
    'a commission by its short name',
    `青禾市国资委关于2023年法治政府建设情况的报告\n${body}`,
    { issuer: '青禾市国资委', issuerLevel: 'department' },
  ],
  [
    'a department that speaks of its county more often than of itself',
    `按照通知要求,我局认真总结2023年度法治政府建设情况,现将有关情况报告如下:\n一、主要工作\n我县新设企业500家,我县办理登记900件,我县无投诉。\n`,
    { subjectLevel: 'department' },
  ],
  ['no title', `${body}`, { title: null, issuer: null, reportYear: 2023 }],
  [
    'title field only',
    `标 题:云山县2023年法治政府建设年度报告\n成文日期:2024年2月1日\n${body}`,
    { title: '云山县2023年法治政府建设年度报告', signedDate: '2024-02-01', subject: '云山县' },
  ],
  [
    'a date behind the name of an editor, its label spaced out',
    `云山园区管理委员会2023年法治政府建设工作报告\n责任编辑:云山园区 文章来源:云山在线 发布日期:2024-03-07 点 击 量:\n${body}`,
    { publishedDate: '2024-03-07', issuer: '云山园区管理委员会', subjectLevel: 'county' },
  ],
  [
    'a label run on behind the value before it',
    `云山县2023年法治政府建设年度报告\n浏览次数:信息来源: 云山县司法局发布时间:2024-03-07 16:34\n${body}`,
    { publishedDate: '2024-03-07' },
  ],
  [
    'the number in a row of cells, an empty one behind it',
    `发文字号 | 云政发〔2024〕3号 | 制发机构 | |\n成文日期 | 2024-02-01 | 发布日期 | 2024-02-03 |\n云山县2023年法治政府建设年度报告\n${body}`,
    { documentNumber: '云政发〔2024〕3号', signedDate: '2024-02-01', publishedDate: '2024-02-03' },
  ],
  [
    'when a page was put up, without a label',
    `云山县2023年法治政府建设年度报告\n2024-03-07 09:11:42 来源:云山在线\n${body}`,
    { publishedDate: '2024-03-07', signedDate: null },
  ],
  [
    'a day alone on a page that names where it is from',
    `云山县2023年法治政府建设年度报告\n2024-03-07\n来源:云山在线\n${body}`,
    { publishedDate: '2024-03-07', signedDate: null },
  ],
  [
    'a day alone where no page speaks',
    `云山县2023年法治政府建设年度报告\n2024-03-07\n${body}`,
    { publishedDate: null, signedDate: '2024-03-07' },
  ],
  [
    'a day with author and clicks behind it',
    `云山县2023年法治政府建设年度报告\n2024-03-07 作者:佚名 点击数:\n${body}`,
    { publishedDate: '2024-03-07', signedDate: null },
  ],
  [
    'a site and its time, without a label',
    `云山县2023年法治政府建设年度报告\n云山县人民政府网站 www.example.gov.cn 2024-03-07 15:20:00\n${body}`,
    { publishedDate: '2024-03-07' },
  ],
  [
    'who had it printed signs nothing',
    `云山县人民政府关于2023年度法治政府建设情况的报告\n${body}云山县人民政府\n2024年2月1日\n抄送:县委。\n云山县人民政府办公室 2024年2月2日印发\n`,
    { issuer: '云山县人民政府', signedDate: '2024-02-01' },
  ],
  [
    'names of columns above the title',
    `首页\n政务公开\n法治政府建设年度报告\n云山县人民政府关于2023年度法治政府建设情况的报告\n${body}`,
    { title: '云山县人民政府关于2023年度法治政府建设情况的报告' },
  ],
  [
    'the office of a committee reports for its county',
    `中共云山县委全面依法治县委员会办公室\n关于报送2023年度法治政府建设情况的报告\n${body}中共云山县委全面依法治县委员会办公室\n2024年2月1日`,
    { subject: '云山县', issuer: '中共云山县委全面依法治县委员会办公室' },
  ],
  [
    'a day alone below the title is its own',
    `云山县2023年法治政府建设年度报告\n2024年3月7日\n${body}`,
    { publishedDate: null, signedDate: '2024-03-07' },
  ],
  [
    'a day in brackets behind the title is its own',
    `云山县粮食局2023年度法治政府建设情况报告 ( 2024年03月07日 )\n${body}`,
    { title: '云山县粮食局2023年度法治政府建设情况报告', publishedDate: null, signedDate: '2024-03-07' },
  ],
  [
    'an office within the body publishes nothing of its own',
    `关于2023年度法治政府建设情况的报告\n发布时间:2024-03-07 来源:政策法规与督导处\n2023年,县粮食局扎实推进依法行政。现将情况报告如下:\n一、主要工作\n开展检查30次。\n`,
    { issuer: null, subject: '县粮食局' },
  ],
  [
    'labels spaced out far',
    `索引号 : 01/2024-5 文       号 : 云政发〔2024〕3号\n云山县2023年法治政府建设年度报告\n${body}`,
    { indexNumber: '01/2024-5', documentNumber: '云政发〔2024〕3号' },
  ],
  [
    'a street whose committee and office sign in one breath',
    '云山县望汐街道党工委、办事处2024年度法治政府建设情况报告\n一、主要举措\n组织学法4次。\n云山县望汐街道党工委、办事处\n2025年1月20日',
    { subject: '云山县望汐街道办事处', subjectLevel: 'township', issuer: '云山县望汐街道党工委、办事处' },
  ],
  [
    'a township whose committee and government sign in one breath',
    '云山县青禾镇党委、政府2024年度法治政府建设情况报告\n一、主要举措\n组织学法4次。\n云山县青禾镇党委、政府\n2025年1月20日',
    { subject: '云山县青禾镇政府', subjectLevel: 'township', issuer: '云山县青禾镇党委、政府' },
  ],
  [
    'an office that leaves out 街道',
    '云山县东风办事处2024年度法治政府建设情况报告\n一、主要举措\n组织学法4次。\n云山县东风办事处\n2025年1月20日',
    { subject: '云山县东风办事处', subjectLevel: 'township' },
  ],
  [
    'an office in another city is no street',
    '云山县驻省城办事处2024年度法治政府建设情况报告\n一、主要举措\n组织学法4次。\n云山县驻省城办事处\n2025年1月20日',
    { subject: '云山县驻省城办事处', subjectLevel: 'department' },
  ],
  [
    'a street that signs with its county and without 办事处',
    '云山县望汐街道2024年度法治政府建设情况报告\n一、主要举措\n组织学法4次。\n云山县望汐街道\n2025年1月20日',
    { subject: '云山县望汐街道', subjectLevel: 'township', issuer: '云山县望汐街道' },
  ],
  [
    'a street without its 道',
    '望汐街2024年法治政府建设情况报告\n2024年,望汐街严格依法行政。\n一、主要举措\n组织学法4次。',
    { subject: '望汐街', subjectLevel: 'township', issuer: null },
  ],
  [
    'a street without its 道 that no title names',
    '2024年,望汐街在区委领导下推进法治政府建设。我街2024年工作情况报告如下。\n一、主要举措\n组织学法4次。\n望汐街道办事处\n2025年1月20日',
    { subject: '望汐街道办事处', subjectLevel: 'township', issuer: '望汐街道办事处' },
  ],
  [
    'a district that names itself in its catalogue',
    '2021年,我区推进依法行政。现将有关情况报告如下。\n一、主要做法\n我区公布《青禾区人民政府2021年度重大行政决策事项目录》。',
    { subject: '青禾区', subjectLevel: 'county', issuer: null },
  ],
  [
    'a street whose circumstances are named',
    '根据文件要求,推进法治政府建设。结合望汐街道实际,现就2022年法治政府建设工作报告如下:\n一、主要举措\n我街道组织学法4次。',
    { subject: '望汐街道', subjectLevel: 'township', issuer: null },
  ],
  [
    'a team that enforces',
    '云山县文化市场综合行政执法队2024年度法治政府建设情况报告\n一、主要举措\n组织学法4次。\n云山县文化市场综合行政执法队\n2025年1月20日',
    { subject: '云山县文化市场综合行政执法队', subjectLevel: 'department', issuer: '云山县文化市场综合行政执法队' },
  ],
  [
    'the place on a line above the title',
    '云山市青禾乡\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息30条。',
    { title: '云山市青禾乡2023年政府信息公开工作年度报告', subject: '云山市青禾乡', subjectLevel: 'township' },
  ],
  [
    'a list of contents is no title',
    '目录\n望汐街道政府信息公开工作年度报告\n一、总体情况\n报告由望汐街道编制,统计期限自2023年1月1日起。',
    { title: '望汐街道政府信息公开工作年度报告', subject: '望汐街道', reportYear: 2023 },
  ],
  [
    'years of plans and in names of documents are not that of the report',
    '根据会议安排,现将全县法治政府建设情况报告如下。\n一、主要工作\n落实《实施纲要(2021-2025年)》和五年规划(2021-2025年),办理案件30件。',
    { reportYear: null },
  ],
  [
    'the plan of the year names it where nothing else does',
    '为落实《2023年全县法治政府建设工作要点》,我镇推进依法行政。现将有关情况报告如下:\n一、主要工作\n办理案件30件。',
    { reportYear: 2023 },
  ],
  [
    'the committee of a development zone, in its first sentence',
    '一、总体情况\n2023年,云山经济技术开发区管委会坚持公开为常态。\n(一)主动公开情况。公开信息30条。',
    { subject: '云山经济技术开发区管委会', subjectLevel: 'county' },
  ],
  [
    'an autonomous region calls itself 我区',
    '2023年,我区坚持依法行政。现将有关情况报告如下。\n一、主要工作\n自治区人民政府常务会议研究法治建设3次。',
    { subject: null, subjectLevel: 'province' },
  ],
  [
    'a title run into the text, blanks around its year',
    `云山县 2023 年度法治政府建设情况报告2023 年,全县坚持依法行政。一、主要工作。全年办案30件。`,
    { title: '云山县 2023 年度法治政府建设情况报告', subject: '云山县' },
  ],
  [
    'an announcement is no salutation',
    `现将县人民政府2023年法治政府建设工作情况报告如下:\n一、主要工作\n摆在工作全局的重要位置。办理案件30件。`,
    { addressee: null, subjectLevel: 'county', issuerLevel: 'county' },
  ],
  [
    'a province that does not name itself',
    '省人民政府关于2023年度推进法治政府建设情况的报告\n2023年,省政府坚持依法行政。\n一、主要工作\n办理案件30件。',
    { subject: null, subjectLevel: 'province' },
  ],
  [
    'the office of a government that tells of itself, named in the opening',
    `2023年,在县司法局的指导下,云山县人民政府办公室坚持依法行政。现将情况报告如下:\n一、主要工作\n县政府办下设法律顾问室,办理案件30件。\n`,
    { subject: '云山县人民政府办公室', subjectLevel: 'department' },
  ],
  [
    'the office of a government that tells of its county',
    `2023年,在县司法局的指导下,云山县人民政府办公室坚持依法行政。现将情况报告如下:\n一、主要工作\n我县办理案件30件。\n`,
    { subject: '云山县', subjectLevel: 'county' },
  ],
  [
    'what ends in 如下 addresses nobody',
    `云山县2023年度法治政府建设情况报告\n按照市委、市人民政府要求,我县编制年度报告,具体如下:\n${body}`,
    { addressee: null },
  ],
  [
    'an office and a lecture hall are no places',
    '坚持高位推动,把握我县方向。\n组织干部参加市委依法治市办“法治大讲堂”学习5期,我县培训人员30人次。',
    { subject: null },
  ],
  [
    'a city called without 市, in full elsewhere',
    '2023年,义乌坚持依法行政。\n一、主要工作\n印发《中共义乌市委依法治市工作要点》。',
    { subject: '义乌市', subjectLevel: 'county' },
  ],
  [
    'who publishes the report, in its first sentence',
    '根据条例,现公布区统计局2023年政府信息公开工作年度报告。\n一、总体情况\n公开信息30条。',
    { subject: '区统计局', subjectLevel: 'department' },
  ],
  [
    'an office under a government, in its first sentence',
    '根据条例,特编制云山市人民政府地方志办公室2023年政府信息公开工作年度报告。\n一、总体情况\n公开信息30条。',
    { subject: '云山市人民政府地方志办公室', subjectLevel: 'department' },
  ],
  [
    'an office of a party committee',
    '区依法治区委员会:\n2023年,区党政办坚持依法行政。\n一、主要工作\n学法3次。',
    { subject: '区党政办', subjectLevel: 'department', addressee: '区依法治区委员会' },
  ],
  [
    'a bureau named behind a document that names its city',
    '根据《2023年云山市法治政府建设工作要点》,市应急局对照有关要求总结了工作,现将2023年法治政府建设情况报告如下。\n一、主要工作\n学法3次。',
    { subject: '市应急局', subjectLevel: 'department' },
  ],
  [
    'a bureau that speaks of the whole branch in its county',
    '县委、县政府:\n2023年以来,教育局坚持依法行政。\n一、主要工作\n全县教育系统学法3次。',
    { subject: null, subjectLevel: 'department', addressee: '县委、县政府' },
  ],
  [
    "a government's office that reports of its own work",
    `云山市人民政府办公室2023年法治政府建设工作总结\n2023年,办公室党组高度重视法治建设。\n一、主要工作\n我办审核文件30件。\n`,
    { subject: '云山市人民政府办公室', subjectLevel: 'department' },
  ],
  [
    "a government's office that reports for its government",
    `云山县人民政府办公室关于2023年度法治政府建设情况的报告\n${body}`,
    { subject: '云山县', subjectLevel: 'county' },
  ],
  [
    'year in Chinese numerals',
    `云山县二〇二三年法治政府建设情况报告\n${body}`,
    { reportYear: 2023, subject: '云山县' },
  ],
  [
    'the first year of the title counts',
    `云山县关于2023年法治政府建设情况及2024年工作安排的报告\n${body}`,
    { reportYear: 2023 },
  ],
  [
    'a report signed in December',
    `云山县法治政府建设情况报告\n2023年,我县依法行政。\n一、工作情况\n办案30件。\n云山县人民政府\n2023年12月20日`,
    { reportYear: 2023, signedDate: '2023-12-20' },
  ],
  [
    'the year before an early date',
    '云山县法治政府建设情况报告\n一年来,我县依法行政。\n一、工作情况\n办案30件。\n云山县人民政府\n2024年1月20日',
    { reportYear: 2023 },
  ],
  [
    'document number of its own',
    `云政〔2024〕9号\n云山县人民政府关于2023年度法治政府建设情况的报告\n${body}`,
    { documentNumber: '云政〔2024〕9号' },
  ],
  [
    'body, address and day of the page on one line are no salutation',
    `云山县信访局关于2024年法治政府建设工作的报告\n\n云山县人民政府 www.example.gov.cn 发布时间: 2025-04-07 15:10 【字体:\n\n${body}`,
    { addressee: null, publishedDate: '2025-04-07' },
  ],
  [
    'the title below a covering letter that has none',
    `云山县委、云山县人民政府:\n现将我局《2024年度交通运输法治政府建设工作总结》随文上报。\n特此报告。\n云山县交通运输局\n2025年1月15日\n2024年度交通运输法治政府建设\n工作总结\n${body}`,
    { title: '2024年度交通运输法治政府建设工作总结', signedDate: '2025-01-15', addressee: '云山县委、云山县人民政府' },
  ],
  [
    'a number in brackets behind the title',
    `云山县粮食局2024年度法治政府建设工作报告(云粮字〔2024〕79号)\n云山县人民政府网站 发布时间:2024-12-24 11:51\n县委、县人民政府:\n${body}`,
    {
      title: '云山县粮食局2024年度法治政府建设工作报告',
      documentNumber: '云粮字〔2024〕79号',
      addressee: '县委、县人民政府',
    },
  ],
  [
    'document number in square brackets',
    `云政发[2024]3号 签发人:王某\n云山县人民政府关于2023年度法治政府建设情况的报告\n${body}`,
    { documentNumber: '云政发[2024]3号' },
  ],
  [
    'a cited number is not its own',
    `云山县2023年法治政府建设年度报告\n根据《规定》(厅字〔2019〕28号),现将情况报告如下。\n${body}`,
    { documentNumber: null },
  ],
  ['an empty number field', `文 号:无\n云山县2023年法治政府建设年度报告\n${body}`, { documentNumber: null }],
  [
    'number field',
    `发文字号:云司〔2024〕2号 发布日期:2024-02-05\n云山县司法局2023年法治政府建设年度报告\n${body}`,
    { documentNumber: '云司〔2024〕2号', publishedDate: '2024-02-05' },
  ],
  [
    'fields side by side',
    `索引号:430500/2024-04928 发布机构:云山县人民政府办公室\n成文日期:2024年1月15日 发布日期:2024-01-31 更新时间:2024-02-20 有效期:永久\n云山县2023年法治政府建设年度报告\n${body}`,
    {
      indexNumber: '430500/2024-04928',
      issuer: '云山县人民政府办公室',
      issuerLevel: 'county',
      signedDate: '2024-01-15',
      publishedDate: '2024-01-31',
    },
  ],
  [
    'a row of fields broken inside a value',
    `索引号:430500/2024-04928 主题分类:政务公开、法治建设 发布机构:云山县\n人民政府办公室 成文日期:2024年1月15日\n发布日期:2024-01-31 有效期:永久\n云山县2023年法治政府建设年度报告\n${body}`,
    {
      indexNumber: '430500/2024-04928',
      issuer: '云山县人民政府办公室',
      signedDate: '2024-01-15',
      publishedDate: '2024-01-31',
      title: '云山县2023年法治政府建设年度报告',
    },
  ],
  [
    'a row of fields broken inside a label, and again inside a day',
    `索引号:430500/2024-04928 主题分类:政务公开、法治建设 成文日\n期:2024年1月15日 效力状态:有效 发布日期:2024年\n1月31日 公开方式:主动公开\n云山县2023年法治政府建设年度报告\n${body}`,
    { signedDate: '2024-01-15', publishedDate: '2024-01-31', title: '云山县2023年法治政府建设年度报告' },
  ],
  [
    'a row of cells broken inside a value, indented',
    `| 索引号 | 430500/2024-04928 | 主题分类 | 政务公开 | 发布机构 | 云山县\n   人民政府 | 成文日期 | 2024年1月15日 |\n云山县2023年法治政府建设年度报告\n${body}`,
    { issuer: '云山县人民政府', signedDate: '2024-01-15', title: '云山县2023年法治政府建设年度报告' },
  ],
  [
    'a title with fields behind it below a row is no part of the row',
    `索引号:430500/2024-04928 主题分类:政务公开、法治政府建设、年度报告、其他有关事项、其他材料及有关的说明\n云山县2023年法治政府建设年度报告 信息来源: 发布时间:2024-01-02\n${body}`,
    { title: '云山县2023年法治政府建设年度报告', indexNumber: '430500/2024-04928', publishedDate: '2024-01-02' },
  ],
  [
    'spaced labels and a cell below',
    `索 引 号\t:\n370405/2020-00025\n发 布 日 期 :\n2020年01月15日\n云山县2019年法治政府建设年度报告\n${body}`,
    { indexNumber: '370405/2020-00025', publishedDate: '2020-01-15' },
  ],
  [
    'a label at the end of a row whose value lacks',
    `索引号\t370405/2020-00025\t发文字号\n云山县2019年法治政府建设年度报告\n${body}`,
    { indexNumber: '370405/2020-00025' },
  ],
  [
    'date with slashes beside the source',
    `云山县2023年法治政府建设年度报告\n来源:县司法局 发布时间:2024/03/11 09:18 浏览次数:12\n${body}`,
    { publishedDate: '2024-03-11', subject: '云山县', issuer: null },
  ],
  [
    'neither effect nor update is publication',
    `生效日期:2024-01-31 更新时间:2024-02-01\n云山县2023年法治政府建设年度报告\n${body}`,
    { publishedDate: null, signedDate: null },
  ],
  [
    'date in Chinese numerals',
    `云山县2023年法治政府建设年度报告\n${body}云山县人民政府\n二〇二四年三月一日`,
    { signedDate: '2024-03-01' },
  ],
  [
    'below signature and date the foot of a page',
    `云山县2023年法治政府建设年度报告\n${body}云山县人民政府\n2024年2月1日\n【打印】【关闭】\n今日访问 23\n地址:城关镇南路1号 邮编:000000\n您是第12345位访问者`,
    { issuer: '云山县人民政府', signedDate: '2024-02-01' },
  ],
  [
    'below signature and date who edited the page',
    `云山县2023年法治政府建设年度报告\n${body}云山县人民政府 2024年2月1日\n-END-\n终审:某某\n写留言`,
    { issuer: '云山县人民政府', signedDate: '2024-02-01' },
  ],
  [
    'below signature, date and copies the foot of a page',
    `云山县2023年法治政府建设年度报告\n${body}云山县人民政府\n2024年2月1日\n抄送:县委办公室。\n您是第12345位访问者`,
    { issuer: '云山县人民政府', signedDate: '2024-02-01' },
  ],
  [
    'a signature alone above the foot of a page',
    `云山县2023年法治政府建设年度报告\n${body}云山县人民政府\n您是第12345位访问者`,
    { issuer: '云山县人民政府', signedDate: null },
  ],
  [
    'who keeps the site signs nothing',
    `云山县青石镇2023年法治政府建设年度报告\n${body}云山县青石镇人民政府\n主办单位:\n云山县人民政府办公室\n网站地图`,
    { issuer: '云山县青石镇人民政府', signedDate: null },
  ],
  [
    'a date alone above the foot of a page',
    `云山县2023年法治政府建设年度报告\n${body}2024年2月1日\n您是第12345位访问者`,
    { signedDate: '2024-02-01' },
  ],
  [
    'names and dates of a list sign nothing',
    `云山县2023年法治政府建设年度报告\n${body}附表\n办理单位\n云山县公安局\n青石镇\n2023-05-06\n已办结`,
    { issuer: null, signedDate: null },
  ],
  [
    'rows of a table sign nothing',
    `云山县2023年法治政府建设年度报告\n${body}单位\t办结\n云山县公安局\t2023-05-06\n合计\t12\n平均\t3`,
    { issuer: null, signedDate: null },
  ],
  [
    'signature and date on one line',
    `云山县2023年法治政府建设年度报告\n${body}云山县人民政府 2024年2月1日`,
    { issuer: '云山县人民政府', signedDate: '2024-02-01' },
  ],
  [
    'signature run into the last sentence',
    `云山县2023年法治政府建设年度报告\n${body.trim()}云山县人民政府2024年2月1日`,
    { issuer: '云山县人民政府', signedDate: '2024-02-01' },
  ],
  [
    'only year and month',
    `云山县2023年法治政府建设年度报告\n${body}云山县人民政府\n2024年2月`,
    { signedDate: '2024-02' },
  ],
  [
    'two bodies sign',
    `中共云山县委 云山县人民政府\n关于2023年法治政府建设情况的报告\n${body}中共云山县委 云山县人民政府\n2024年2月1日`,
    { issuer: '中共云山县委、云山县人民政府', issuerLevel: 'county', subject: '云山县' },
  ],
  [
    'two bodies above the title, one below the other',
    `中共云山县委\n云山县人民政府\n关于2023年法治政府建设情况的报告\n${body}中共云山县委\n云山县人民政府\n2024年2月1日`,
    { title: '中共云山县委云山县人民政府关于2023年法治政府建设情况的报告', issuer: '中共云山县委、云山县人民政府' },
  ],
  [
    'two bodies sign on two lines',
    `2023年法治政府建设情况的报告\n${body}中共云山县委\n云山县人民政府\n2024年2月1日`,
    { issuer: '中共云山县委、云山县人民政府', subject: '云山县' },
  ],
  [
    'salutation',
    `云山县2023年法治政府建设年度报告\n市委、市政府,市人大常委会:\n${body}`,
    { addressee: '市委、市政府,市人大常委会' },
  ],
  [
    'salutation of a department',
    `云山县教育局2023年法治政府建设年度报告\n县委依法治县办：\n${body}`,
    { addressee: '县委依法治县办' },
  ],
  [
    'a township',
    `青禾镇2023年法治政府建设年度报告\n${body.replaceAll('我县', '我镇')}青禾镇人民政府\n2024年1月20日`,
    { subject: '青禾镇人民政府', issuer: '青禾镇人民政府', issuerLevel: 'township', subjectLevel: 'township' },
  ],
  [
    'a street office',
    `湖屏区望汐街道办事处2023年法治政府建设工作总结\n${body}`,
    { subject: '湖屏区望汐街道办事处', subjectLevel: 'township' },
  ],
  [
    'a development zone in short in the title, in full where it signs',
    `云山经济开发区管委会2023年法治政府建设年度报告\n${body}云山经济开发区管理委员会\n2024年1月30日\n`,
    { subject: '云山经济开发区管理委员会', issuerLevel: 'county' },
  ],
  ['a development zone', `云山经济开发区管理委员会2023年法治政府建设年度报告\n${body}`, { issuerLevel: 'county' }],
  [
    'signed by the office of a party commission',
    `江源市云山县2023年法治政府建设年度报告\n${body}中共江源市委全面依法治市委员会办公室\n2024年1月22日`,
    { subject: '云山县', subjectLevel: 'county', issuerLevel: 'party-committee' },
  ],
  [
    'a county-level city',
    `义乌市人民政府2023年法治政府建设年度报告\n${body}`,
    { subject: '义乌市', subjectLevel: 'county' },
  ],
  ['a prefecture', `金华市人民政府2023年法治政府建设年度报告\n${body}`, { subject: '金华市', subjectLevel: 'city' }],
  [
    'a city that is a province',
    `重庆市人民政府2023年法治政府建设年度报告\n${body}`,
    { subject: '重庆市', subjectLevel: 'province' },
  ],
  [
    'an autonomous prefecture',
    `凉山彝族自治州人民政府2023年法治政府建设年度报告\n${body}`,
    { subject: '凉山彝族自治州', subjectLevel: 'city' },
  ],
  [
    'a league signs by its administrative office',
    `清岭盟2023年法治政府建设年度报告\n自治区人民政府:\n${body}\n清岭盟行政公署\n2024年1月20日`,
    { subject: '清岭盟', subjectLevel: 'city', issuer: '清岭盟行政公署', addressee: '自治区人民政府' },
  ],
  [
    'a banner reports to the office of its league',
    `青溪旗2023年法治政府建设年度报告\n清岭盟行署:\n${body}\n青溪旗人民政府\n2024年1月20日`,
    { subject: '青溪旗', subjectLevel: 'county', issuer: '青溪旗人民政府', addressee: '清岭盟行署' },
  ],
  [
    'a township of a banner',
    `青溪旗柳河苏木2023年法治政府建设年度报告\n${body}`,
    { subject: '青溪旗柳河苏木', subjectLevel: 'township' },
  ],
  [
    'an administrative office in the title',
    `清岭地区行署2023年法治政府建设年度报告\n${body}`,
    { subject: '清岭地区', subjectLevel: 'city', issuer: '清岭地区行署' },
  ],
  [
    'the office of a government has its level',
    `云山县人民政府办公室2023年法治政府建设年度报告\n${body}`,
    { issuerLevel: 'county' },
  ],
  [
    'a commission under a government',
    `云山县卫生健康委员会2023年法治政府建设年度报告\n${body}`,
    { subject: '云山县卫生健康委员会', subjectLevel: 'department' },
  ],
  [
    'named in the opening',
    '2023年,在市委、市政府的正确领导下,云山县人民政府坚持依法行政。\n一、主要工作\n我县办案30件。\n二、存在问题\n力量不足。',
    { subject: '云山县', title: null },
  ],
  [
    'named beside 我区',
    '2023年,我区依法行政。\n一、主要工作\n推进法治新港建设,我区办案30件。深化平安新港建设。\n二、存在问题\n我区力量不足。',
    { subject: '新港区', subjectLevel: 'county' },
  ],
  [
    'a table without colons',
    `索引号 /2025-00251 生成日期 2025-01-16\n发布机构 县教育局 文号\n组配分类 法治政府建设报告 主题分类\n云山县教育局2024年度法治政府建设工作报告\n信息来源: 县教育局 发布日期: 2025- 01- 17 10: 28 浏览次数:\n${body}`,
    {
      title: '云山县教育局2024年度法治政府建设工作报告',
      indexNumber: '/2025-00251',
      signedDate: '2025-01-16',
      publishedDate: '2025-01-17',
      documentNumber: null,
      issuer: '云山县教育局',
    },
  ],
  [
    'a table whose cells went to the next lines',
    `- 索 引 号:4311230009/2025-00578 分 类:\n-\n发文机关:\n云山县教育局 发文日期:2025-02-25 15:58 - 名称:\n云山县教育局2024年度法治政府建设年度报告 - 文号:\n${body}`,
    {
      title: '云山县教育局2024年度法治政府建设年度报告',
      indexNumber: '4311230009/2025-00578',
      publishedDate: '2025-02-25',
      documentNumber: null,
      subject: '云山县教育局',
    },
  ],
  [
    'a list of fields, each value below its label',
    `云山县2023年法治政府建设年度报告\n\n• 索引号:\n\n6107280000/2024-001005\n• 主题分类:\n\n• 发文机构:\n\n云山县人民政府\n• 发文字号:\n\n云政发〔2024〕7号\n• 发布日期:\n\n2024年04月06日 16:34\n• 内容概述:\n\n${body}`,
    {
      indexNumber: '6107280000/2024-001005',
      documentNumber: '云政发〔2024〕7号',
      publishedDate: '2024-04-06',
      issuer: '云山县人民政府',
      title: '云山县2023年法治政府建设年度报告',
    },
  ],
  [
    'publisher and date below the title',
    `云山县2023年法治政府建设年度报告\n云山县人民政府 2024年01月08日\n${body}`,
    { signedDate: '2024-01-08', title: '云山县2023年法治政府建设年度报告' },
  ],
  [
    'a page clock is no date',
    `云山县人民政府 2019年12月3日星期二\n无障碍 简体| 繁体\n云山县2023年法治政府建设年度报告\n${body}`,
    { signedDate: null, publishedDate: null, issuer: null },
  ],
  [
    'recipients without their colon',
    `备注/文号:云交法〔2024〕3号\n公文生成日期:2024-02-01\n云山县交通运输局关于2023年度法治政府建设情况的报告\n中共云山县委、云山县人民政府\n${body.replace('我县', '我局')}`,
    {
      addressee: '中共云山县委、云山县人民政府',
      subject: '云山县交通运输局',
      subjectLevel: 'department',
      documentNumber: '云交法〔2024〕3号',
      signedDate: '2024-02-01',
    },
  ],
  [
    'recipients without their colon and without a title above them',
    `时间:2024-02-01 10:12\n中共云山县委、云山县人民政府\n${body.replace('我县', '我局')}`,
    { title: null, addressee: '中共云山县委、云山县人民政府' },
  ],
  [
    'one body before the text, which may as well be its author',
    `云山县人民政府\n${body}`,
    { title: null, addressee: null },
  ],
  [
    'where it was said is no title',
    `(2024年5月8日在县人大常委会第九次会议上)\n县人大常委会:\n${body}`,
    { title: null, addressee: '县人大常委会' },
  ],
  [
    'the line of a portal is no title',
    `云山县人民政府门户网站 发布时间:2024-04-17 12:23\n县委、县政府:\n${body}`,
    { title: null, addressee: '县委、县政府' },
  ],
  [
    'a bureau named only as who put it up',
    '发布机构:云山市水利局\n成文日期:2024-02-01\n现将我局2023年度法治政府建设情况报告如下:\n一、主要工作\n办理案件30件。',
    { title: null, subject: '云山市水利局', issuer: '云山市水利局', subjectLevel: 'department' },
  ],
  [
    'a 司法局 puts up what others report',
    '发布机构:云山市司法局\n成文日期:2024-02-01\n现将我局2023年度法治政府建设情况报告如下:\n一、主要工作\n办理案件30件。',
    { title: null, subject: null, subjectLevel: 'department' },
  ],
  [
    'joint authors below the title',
    `云山县2023年法治政府建设情况的报告\n中共云山县委、云山县人民政府\n${body}`,
    { addressee: null },
  ],
  [
    'a bureau that signs alone under a title that names the party office above it too',
    '中共云山县委社会工作部　云山县信访局\n2023年度法治政府建设工作报告\n现将我局工作情况报告如下:\n一、主要工作\n办理案件30件。\n云山县信访局\n2024年1月5日',
    { subject: '云山县信访局', subjectLevel: 'department' },
  ],
  [
    'a branch whose title leaves out the place that its signature gives',
    '市生态环境局昭阳分局2023年度法治政府建设工作报告\n现将我局工作情况报告如下:\n一、主要工作\n办理案件30件。\n云山市生态环境局昭阳分局\n2024年1月5日',
    { subject: '云山市生态环境局昭阳分局', subjectLevel: 'department' },
  ],
  [
    'a title of 云山海关 that nobody signs',
    '云山海关2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '云山海关', subject: '云山海关', subjectLevel: 'department' },
  ],
  [
    'a title of 云山县气象台 that nobody signs',
    '云山县气象台2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '云山县气象台', subject: '云山县气象台', subjectLevel: 'department' },
  ],
  [
    'a title of 云山监狱 that nobody signs',
    '云山监狱2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '云山监狱', subject: '云山监狱', subjectLevel: 'department' },
  ],
  [
    'a title of 云山大学 that nobody signs',
    '云山大学2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '云山大学', subject: '云山大学', subjectLevel: 'department' },
  ],
  [
    'a title of 云山县烟草专卖局（营销部） that nobody signs',
    '云山县烟草专卖局（营销部）2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '云山县烟草专卖局', subject: '云山县烟草专卖局', subjectLevel: 'department' },
  ],
  [
    'a title of 共青团云山县委 that nobody signs',
    '共青团云山县委2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '共青团云山县委', subject: '共青团云山县委', subjectLevel: 'department' },
  ],
  [
    'a title of 云山县史志研究室 that nobody signs',
    '云山县史志研究室2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '云山县史志研究室', subject: '云山县史志研究室', subjectLevel: 'department' },
  ],
  [
    'a title of 云山边防检查站 that nobody signs',
    '云山边防检查站2023年度法治政府建设工作报告\n现将工作情况报告如下:\n一、主要工作\n办理案件30件。',
    { issuer: '云山边防检查站', subject: '云山边防检查站', subjectLevel: 'department' },
  ],
  [
    'other names in brackets behind the name',
    '2023年,云山县数据局(县行政审批局)在县委领导下坚持依法行政。现将情况报告如下:\n一、主要工作\n办理事项30件。',
    { subject: '云山县数据局', subjectLevel: 'department' },
  ],
  [
    'what it calls itself in brackets behind the name',
    '2023年,云山市统计局青禾分局(以下简称“我局”)坚持依法行政。现将情况报告如下:\n一、主要工作\n办理案件30件。',
    { subject: '云山市统计局青禾分局', subjectLevel: 'department' },
  ],
  [
    'a body called by its kind only has no name',
    '县委、县政府:\n2024年以来,教育局坚持依法治教。现将法治政府建设情况报告如下。\n一、主要工作\n培训教师。\n二、存在问题\n力量不足。',
    { subject: null, addressee: '县委、县政府', reportYear: 2024 },
  ],
  [
    'the announcement of the report greets nobody',
    '双溪镇人民政府\n关于2023年度法治政府建设情况的报告\n按照有关规定,现将双溪镇2023年度法治政府建设情况报告如下:\n一、主要工作\n调解纠纷30件。\n二、存在问题\n力量不足。',
    { addressee: null, title: '双溪镇人民政府关于2023年度法治政府建设情况的报告' },
  ],
  [
    'a list of a page whose labels are lost',
    `  • 法制\n  • 云山县双溪镇\n  • 2024-01-27\n云山县双溪镇2023年度法治政府建设工作报告\n${body.replace('我县', '我镇')}`,
    { signedDate: '2024-01-27', title: '云山县双溪镇2023年度法治政府建设工作报告' },
  ],
  [
    'the page leaves out the body above the title, and tells its own code for it',
    `2023年法治政府建设工作情况报告\n发文机构:sxz1\n发布日期:2024-03-01\n云山县双溪镇人民政府\n2023年法治政府建设工作情况报告\n${body.replace('我县', '我镇')}`,
    { title: '云山县双溪镇人民政府2023年法治政府建设工作情况报告', issuer: '云山县双溪镇人民政府' },
  ],
  [
    'a date behind the number of visits',
    `云山县双溪镇2023年度法治政府建设工作报告\n浏览:5072次 时间:2024-01-07 来源:本站\n${body.replace('我县', '我镇')}`,
    { publishedDate: '2024-01-07' },
  ],
  [
    'years in the name of a document are not the report’s',
    '根据《全面深化改革纲要(2023—2027年)》部署,2024年,望汐街道推进法治政府建设。现对2024年工作总结如下。\n一、主要工作\n普法20场。\n二、存在问题\n力量不足。',
    { reportYear: 2024, subject: '望汐街道' },
  ],
  [
    'labels that lost what stood between them and their values',
    `- 乡镇信息公开\n-\n索引号syz0101/2024-00003\n-\n发布机构云山县双溪镇人民政府\n-\n文号\n-\n发布日期2024-01-27\n-\n时效性有效\n双溪镇2023年法治政府建设工作情况报告\n${body.replace('我县', '我镇')}`,
    { publishedDate: '2024-01-27', indexNumber: 'syz0101/2024-00003', issuer: '云山县双溪镇人民政府' },
  ],
  [
    'a title with the short name, the publisher with the full one',
    `索引号:YS0412-2024-00007 发布机构:云山县望汐街道办事处\n发布日期:2024-01-24 公开方式:主动公开\n望汐街道2023年度法治政府建设情况报告\n${body.replace('我县', '街道')}`,
    { issuer: '云山县望汐街道办事处', subject: '云山县望汐街道办事处', subjectLevel: 'township' },
  ],
  [
    'the publisher is another body than the title names',
    `索引号:YS0412-2024-00007 发布机构:云山县司法局\n发布日期:2024-01-24 公开方式:主动公开\n望汐街道2023年度法治政府建设情况报告\n${body.replace('我县', '街道')}`,
    { subject: '望汐街道' },
  ],
  [
    'labels and values set apart by blanks, a label that is rarely printed',
    `责任科室 双溪镇 公开范围 面向社会\n成文日期 2024-03-21 公开时限 长期公开\n双溪镇法治政府建设年度报告(2023年度)\n${body.replace('我县', '我镇')}`,
    { signedDate: '2024-03-21', reportYear: 2023 },
  ],
  [
    'a classification beside the index number',
    `索引号: 11500106/2024-00008 信息分类名称: 其他/其他\n发布机构: 望汐街道 生成日期: 2024-01-28 发布日期: 2024-01-29\n望汐街道党工委、望汐街道办事处关于2023年法治政府建设情况的报告\n${body.replace('我县', '街道')}`,
    {
      indexNumber: '11500106/2024-00008',
      subject: '望汐街道办事处',
      issuer: '望汐街道党工委、望汐街道办事处',
      signedDate: '2024-01-28',
    },
  ],
  [
    'a party working committee and its office one below the other',
    `中共云山县望汐街道工作委员会\n云山县人民政府望汐街道办事处\n关于2023年度法治政府建设情况的报告\n${body.replace('我县', '街道')}`,
    {
      issuer: '中共云山县望汐街道工作委员会、云山县人民政府望汐街道办事处',
      subject: '云山县人民政府望汐街道办事处',
      subjectLevel: 'township',
    },
  ],
  [
    'a verb before the name of a place above, the own name in the announcement',
    '中共云山县委、云山县人民政府:\n2023年以来,立足全镇实际,紧扣云山县2023年度法治政府建设工作重点。现将青禾镇2023年度法治政府建设情况报告如下。\n一、主要工作\n普法20场。',
    { subject: '青禾镇', subjectLevel: 'township', addressee: '中共云山县委、云山县人民政府' },
  ],
  [
    'the committee that it goes to is not what it is about; labels of an old table',
    '- 备注/文号: 青镇委〔2024〕5号\n- 发布机构: 青禾镇人民政府\n- 公文生成日期: 2024-02-07\n中共将山县委员会,将山县人民政府:\n2023年,青禾镇法治政府建设工作在县委、县政府领导下扎实推进。现将工作情况总结如下:\n一、主要工作\n普法20场。',
    { subject: '青禾镇人民政府', documentNumber: '青镇委〔2024〕5号', signedDate: '2024-02-07' },
  ],
  [
    'verbs are no part of a name',
    '2023年,红岭新区(以下简称“新区”)坚持依法行政。现将有关情况报告如下。\n一、主要工作\n主动担当新区法治建设领导责任。普法20场。',
    { subject: '红岭新区' },
  ],
  [
    'a year in the name of a plan',
    '2023年,区政府坚持依法行政。现将有关情况报告如下。\n一、主要工作\n印发《2023年度青禾区法治政府建设工作要点》。普法20场。',
    { subject: '青禾区' },
  ],
  [
    'a name that begins with the character of a unit',
    '2023年在县委的坚强领导下,镇岭自治县坚持依法行政,统筹推进我县法治政府建设,取得成效。创建“平安贵州示范县”。\n一、工作开展情况\n普法20场。',
    { subject: '镇岭自治县' },
  ],
  [
    'committee and government in one breath',
    '2023年,云岭省委、省政府坚持依法行政。现将有关情况报告如下。\n一、主要工作\n普法20场。',
    { subject: '云岭省', subjectLevel: 'province' },
  ],
  [
    'what comes behind the committee is no name',
    '2023年,教育系统全面贯彻落实区委、区政府法治政府建设要求。现将有关情况报告如下。\n一、主要工作\n普法20场。',
    { subject: null },
  ],
  [
    'one body under two names',
    `青禾区(云山新区)人民政府2023年法治政府建设工作报告\n${body}`,
    { subject: '青禾区(云山新区)' },
  ],
  [
    'a township that names itself further down',
    '一、主要举措和成效\n我镇把法治建设摆上日程,利用镇党委会议学法。2023年青禾镇组织开展执法检查20次。\n二、存在问题\n力量不足。',
    { subject: '青禾镇', subjectLevel: 'township' },
  ],
  [
    'no name, but the party committee of a township',
    '2023年,坚持依法行政。现将有关情况报告如下。\n一、主要工作\n将习近平法治思想纳入乡党委理论学习中心组学习。',
    { subject: null, subjectLevel: 'township' },
  ],
  [
    'the year before the name in a title',
    `关于2023年度望汐街道法治政府建设情况的报告\n${body.replace('我县', '街道')}`,
    { subject: '望汐街道' },
  ],
  [
    'who does it stands before the verb of a title',
    '青禾区开展乡镇街道法治建设专项督察\n督察由2个督察组进行。',
    { subject: '青禾区' },
  ],
  [
    'what is put into a report is no name',
    '现将省政府2023年度法治政府建设情况报告如下。\n一、主要工作\n将法治政府建设纳入省政府2023年工作报告重点部署。普法20场。',
    { subject: null, subjectLevel: 'province' },
  ],
  [
    'the day of a meeting is not the year',
    '云岭省人民政府关于法治政府建设情况的报告\n(2024年5月28日在省人大常委会第九次会议上)\n省人大常委会:\n现就法治政府建设情况报告如下。\n一、主要工作\n2023年,全省各级行政机关坚持依法行政。',
    { reportYear: 2023 },
  ],
  [
    'a date and its time as an entry of a list',
    `云山县2023年法治政府建设年度报告\n  • 2024-01-29 15:19\n  • 来源: 云山县司法局\n${body}`,
    { publishedDate: '2024-01-29', title: '云山县2023年法治政府建设年度报告' },
  ],
  [
    'the body that keeps the page before the day',
    `双溪乡2023年度法治政府建设报告\n云山县人民政府 发布时间: 2024-03-03 09:36\n${body}`,
    { publishedDate: '2024-03-03', title: '双溪乡2023年度法治政府建设报告' },
  ],
  [
    'when it was given to the portal, its source glued to the hour',
    `双溪街道2023年法治政府建设情况报告\n信息提供日期 : 2024-02-09 16:29来源 : 云山区双溪街道办事处\n${body}`,
    { publishedDate: '2024-02-09', issuer: '云山区双溪街道办事处' },
  ],
  [
    'versions of a site above a title that two bodies begin',
    `云山政府在线 青禾政府在线PC端 青禾政府在线英文网站 关怀版\n中共云山市青禾区双溪街道工作委员会 云山市青禾区双溪街道办事处关于双溪街道2023年度法治政府建设情况的报告\n${body}`,
    { issuer: '中共云山市青禾区双溪街道工作委员会、云山市青禾区双溪街道办事处' },
  ],
  [
    'labels and values on lines of their own with a blank between them',
    `双溪乡信息公开\n索引号 sxxrmzf/2024-00001\n发布机构 云山县双溪乡人民政府\n文号\n发布日期 2024-01-27\n时效性 有效\n双溪乡2023年法治政府建设工作情况报告\n${body}`,
    { publishedDate: '2024-01-27', indexNumber: 'sxxrmzf/2024-00001', issuer: '云山县双溪乡人民政府' },
  ],
  [
    'names in traditional characters, kept as they are written',
    `雲嶺市順青區人民政府關於2023年度法治政府建設情況的報告\n${body}`,
    { subject: '順青區', issuer: '雲嶺市順青區人民政府', subjectLevel: 'county' },
  ],
  [
    'a place in traditional characters, kept as it is written',
    `順青區青禾鎮2023年度法治政府建設情況報告\n${body}`,
    { subject: '順青區青禾鎮', subjectLevel: 'township' },
  ],
  [
    'an empty label glued to the next',
    `云山县2023年法治政府建设年度报告\n来源:时间:2024-02-28\n${body}`,
    { publishedDate: '2024-02-28' },
  ],
  ['corrections', `云山县2023年法治政府建设年度报告\n${body}`, { subject: '云山县' }],
];

function valueIn(meta: Metadata, key: keyof Metadata): unknown {
  const field = meta[key];
  return field !== null && typeof field === 'object' && 'value' in field ? field.value : field;
}

for (const [name, text, wanted] of rows) {
  test(name, () => {
    const { meta } = read(text);
    for (const [key, value] of Object.entries(wanted)) assert.equal(valueIn(meta, key as keyof Metadata), value, key);
  });
}

const parts = body.slice(body.indexOf('一、')).replaceAll('我县', '我单位');
const openings: readonly (readonly [string, string, string | null, string])[] = [
  ['a bureau that opens the text', '2023年,县林业局坚持依法行政,法治政府建设取得成效。', '县林业局', 'department'],
  [
    'a bureau behind those who lead it',
    '2023年,在县委的坚强领导下,云山县林业局扎实推进法治政府建设。',
    '云山县林业局',
    'department',
  ],
  [
    'a township with its party committee',
    '2023年,双溪镇党委、政府坚持依法行政,推进法治政府建设。',
    '双溪镇',
    'township',
  ],
  [
    'a township whose government is named later on',
    '2023年,双溪镇坚持依法行政,推进法治政府建设,双溪镇人民政府成立了领导小组。',
    '双溪镇人民政府',
    'township',
  ],
  ['the bureau that speaks as 我局', '我局认真落实依法行政要求,推进法治政府建设。', null, 'department'],
  ['the town that speaks as 我镇', '我镇认真落实依法行政要求,推进法治政府建设。', null, 'township'],
  [
    'a street office without any name',
    '2023年来,街道按照全县部署,推进法治政府建设,街道内设各科室完善了制度。',
    null,
    'township',
  ],
  ['a verb before the town', '2023年,按照全县部署,推进双溪镇法治政府建设各项工作取得新成效。', '双溪镇', 'township'],
  ['a branch of departments', '2023年,全市自然资源系统推进法治政府建设。', null, 'department'],
];
for (const [name, opening, subject, level] of openings) {
  test(`without title and signature: ${name}`, () => {
    const { meta } = read(`${opening}现将有关情况报告如下。\n${parts}`);
    assert.is(meta.subject?.value ?? null, subject);
    assert.is(meta.subjectLevel, level);
  });
}

const titles: readonly (readonly [string, string, string])[] = [
  ['【2023年】县林业局2023年度法治政府建设报告', '【2023年】县林业局2023年度法治政府建设报告', '县林业局'],
  ['2023年度云山县林业局法治政府建设情况报告', '2023年度云山县林业局法治政府建设情况报告', '云山县林业局'],
  ['云山县林业局2023年度法治政府建设情况报告 2024-01-12', '云山县林业局2023年度法治政府建设情况报告', '云山县林业局'],
  [
    '政府信息公开\n索引号:A001-2024-0001\n云山县林业局2023年法治政府建设情况报告',
    '云山县林业局2023年法治政府建设情况报告',
    '云山县林业局',
  ],
];
for (const [head, title, subject] of titles) {
  test(`the title and whose it is: ${head.replaceAll('\n', ' / ')}`, () => {
    const { meta } = read(`${head}\n${body}`);
    assert.is(meta.title?.value, title);
    assert.is(meta.subject?.value, subject);
  });
}

test('places are those of the source', () => {
  const text = `云政〔2024〕9号\n云山县人民政府关于2023年度法治政府建设情况的报告\n${body}云山县人民政府\n2024年2月1日`;
  const { meta } = read(text);
  for (const field of [meta.title, meta.documentNumber, meta.issuer]) {
    assert.is(text.slice(field?.place?.start, field?.place?.end), field?.value);
  }
  assert.is(text.slice(meta.signedDate?.place?.start, meta.signedDate?.place?.end), '2024年2月1日');
});

test('what a person gives takes the place of what was read', () => {
  const { meta } = read(`云山县2023年法治政府建设年度报告\n${body}`, {
    year: 2022,
    level: 'township',
    published: '2024-01-05',
  });
  assert.equal(meta.reportYear, { value: 2022, place: null });
  assert.is(meta.subjectLevel, 'township');
  assert.equal(meta.publishedDate, { value: '2024-01-05', place: null });
});

test.run();
