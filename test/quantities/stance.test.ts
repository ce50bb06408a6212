import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readQuantities } from '../../src/quantities/index.ts';
import { type Given, reportOf } from './setting.ts';

/** Figures as `value stance period`, `*` behind a part of the year, `Δ` before a change. */
function stances(text: string, given: Given = {}): string {
  const { quantities } = readQuantities(reportOf(text, given));
  return quantities
    .map(({ kind, value, stance, period, partYear }) => {
      return `${kind === 'change' ? 'Δ' : ''}${value} ${stance} ${period}${partYear ? '*' : ''}`;
    })
    .join('; ');
}

/** The report is of 2023 and signed in January 2024. */
const rows: readonly (readonly [string, string, Given?])[] = [
  ['全年共办理行政复议案件32件。', '32 done 2023'],
  ['出庭应诉率由2022年的78.13%提高到2023年的100%。', '78.13 prior-year 2022; 100 done 2023'],
  ['成员单位从14家扩充为16家', '14 prior-year 2022; 16 done 2023'],
  ['分值由上年的3分提高到6分', '3 prior-year 2022; 6 done 2023'],
  ['从各股室抽调4人组成2个专班', '4 done 2023; 2 done 2023'],
  ['高频事项由2021年的110项扩大到目前的200项', '110 prior-year 2021; 200 done 2023'],
  ['从16个申报单位中评选示范点5个', '16 done 2023; 5 done 2023'],
  ['办理环节由5个减少到2个，压缩60%', '5 prior-year 2022; 2 done 2023; Δ60 done 2023'],
  ['出庭率92.6%，比上年的88.1%提高4.5个百分点', '92.6 done 2023; 88.1 prior-year 2022; Δ4.5 done 2023'],
  ['由原来审批时间24天多，缩短到9天', '24 prior-year 2022; 9 done 2023'],
  ['从3个平台，扩展到全县9个', '3 done 2023; 9 done 2023'],
  ['承诺提速率65.1%，超过自治区规定的62.5%', '65.1 done 2023; 62.5 background 2023'],
  ['2022年12件、2023年15件', '12 prior-year 2022; 15 done 2023'],
  ['2022年、2023年出庭率分别为88%和96%', '88 prior-year 2022; 96 done 2023'],
  ['2021年至2023年案件分别为20件、12件、8件', '20 prior-year 2021; 12 prior-year 2022; 8 done 2023'],
  ['近两年出庭率分别为88%、96%', '88 prior-year 2022; 96 done 2023'],
  ['2022年、2023年分别办理案件12件，培训3期、5期', '12 done 2023; 3 done 2023; 5 done 2023'],
  ['2023年出庭率和败诉率分别为96%和8%', '96 done 2023; 8 done 2023'],
  ['前11个月办理案件12件', '12 done 2023-01..2023-11*'],
  ['前12个月台账3本', '3 done 2023'],
  ['上年度同期为8件，今年9件', '8 prior-year 2022; 9 done 2023'],
  ['据法院通报，全县同期行政案件败诉率为12.5%', '12.5 background 2023', { level: 'department' }],
  ['据法院通报，全旗同期行政案件败诉率为12.5%', '12.5 background 2023', { level: 'department' }],
  ['市法院通报全市出庭率为92%', '92 background 2023', { level: 'township' }],
  ['省厅要求调解成功率不低于96%，全年为98%', '96 background 2023; 98 done 2023'],
  ['省厅下达法律援助任务600件，办理632件', '600 background 2023; 632 done 2023'],
  ['按照省厅要求组织培训不少于40学时', '40 done 2023'],
  ['出庭率96%，全盟平均88%', '96 done 2023; 88 background 2023'],
  ['同期全省行政案件败诉率为12.5%', '12.5 background 2023'],
  [
    '对上年指出的设备老化问题，我局已通过购置无人机2架、更换记录仪15台完成整改',
    '2 done 2023; 15 done 2023',
    { zone: 'problem' },
  ],
  ['设备老化，已通过购置无人机2架缓解，但尚未完成整改', '2 problem 2023', { zone: 'problem' }],
  ['全县同期行政案件败诉率为12.5%', '12.5 done 2023'],
  ['今年9件，同期8件', '9 done 2023; 8 prior-year 2022'],
  ['全县去年同期败诉率为12.5%', '12.5 prior-year 2022'],
  ['可办率98%，比全省平均高3个百分点', '98 done 2023; Δ3 done 2023'],
  ['经费8万元，比2022年增加2万元', '80000 done 2023; Δ20000 done 2023'],
  ['投诉量同比下降18.7%', 'Δ18.7 done 2023'],
  ['收案和结案分别比上年增长6.5%和9.8%', 'Δ6.5 done 2023; Δ9.8 done 2023'],
  ['出庭率和办结率分别由上年的80%和90%提高', '80 prior-year 2022; 90 prior-year 2022'],
  ['日均受理量是2022年的1.3倍', '1.3 done 2023'],
  ['追缴金额为上年的85%', '85 done 2023'],
  ['自2019年开展执法以来，累计立案320件，结案率96%', '320 background 2019..2023; 96 background 2019..2023'],
  ['比去年增加3件，较上年减少两成', 'Δ3 done 2023; Δ20 done 2023'],
  ['败诉率降至15%，满意率提升到98%', '15 done 2023; 98 done 2023'],
  ['减少审批环节40个，精减材料43项', '40 done 2023; 43 done 2023'],
  ['对2021年底前印发的30件文件进行清理，废止4件', '30 done 2023; 4 done 2023'],
  ['根据2022年度报告指出的5个问题，整改到位5个', '5 done 2023; 5 done 2023'],
  ['拟定2024年立法项目2个、调研项目4个', '2 planned 2024; 4 planned 2024'],
  ['全员通过考核，持证率将达到100%', '100 planned 2023'],
  ['将持证率提高到100%', '100 done 2023'],
  ['力争70%的问题用服务解决，20%用管理解决，10%用执法解决', '70 planned 2023; 20 planned 2023; 10 planned 2023'],
  ['确保出庭应诉率达到100%', '100 planned 2023'],
  ['超额完成年初确定的30公里目标', '30 planned 2023'],
  ['清理文件18件:继续有效12件,拟修改4件,废止2件', '18 done 2023; 12 done 2023; 4 done 2023; 2 done 2023'],
  ['审结(含上年结转6件)113件', '6 done 2023; 113 done 2023'],
  [
    '全镇幅员面积104平方公里，辖13个村、1个社区；现有事业编制52名',
    '104 background 2023; 13 background 2023; 1 background 2023; 52 background 2023',
  ],
  ['走访辖区企业30家，编制清单3份', '30 done 2023; 3 done 2023'],
  ['法治建设在综合考核中占5分,权重占3%', '5 background 2023; 3 background 2023'],
  // Figures in a table are of the year that heads their column or row, however the cells are set apart.
  ...['项目 | 2023年 | 2022年', '项目    2023年    2022年', '项目\t本年度\t上年同期', '项目  2023年数  2022年数'].map(
    (heads): readonly [string, string] => {
      const apart = /( \| |\t| +)/.exec(heads)?.[0] ?? '';
      const row = ['行政应诉案件', '4件', '6件'].join(apart);
      return [`${heads}\n${row}`, '4 done 2023; 6 prior-year 2022'];
    },
  ),
  [
    '项目\n2023年\n2022年\n应诉案件\n4件\n6件\n出庭率\n90%\n80%',
    '4 done 2023; 6 prior-year 2022; 90 done 2023; 80 prior-year 2022',
  ],
  ['项目\t2022年\t2023年\t同比\n应诉案件\t6件\t4件\t-2件', '6 prior-year 2022; 4 done 2023; Δ2 done 2023'],
  [
    '项目\t2022年\t\t2023年\t\n\t收案\t结案\t收案\t结案\n行政复议\t7件\t6件\t5件\t4件',
    '7 prior-year 2022; 6 prior-year 2022; 5 done 2023; 4 done 2023',
  ],
  [
    '年度\t收案\t结案\n2022年\t7件\t6件\n2023年\t5件\t4件',
    '7 prior-year 2022; 6 prior-year 2022; 5 done 2023; 4 done 2023',
  ],
  ['项目 | 2023年 | 2022年\n行政应诉案件 | 四件 | 十二件', '4 done 2023; 12 prior-year 2022'],
  ['项目\t上年结转\t本年新收\n行政复议\t1件\t5件', '1 done 2023; 5 done 2023'],
  ['项目\t2023年\t2024年目标\n培训\t5期\t8期', '5 done 2023; 8 planned 2024'],
  ['确保了网上可办率100%', '100 done 2023'],
  ['将158项事项赋权园区，年度检查计划318项', '158 done 2023; 318 done 2023'],
  ['计划招录3名，拟新建2个', '3 planned 2023; 2 planned 2023'],
  ['结合行政处罚、计划生育等组织清理3次', '3 done 2023'],
  ['平均用时63天，较2022年缩短17天', '63 done 2023; Δ17 done 2023'],
  ['“十三五”期间累计取消事项312项', '312 background 2016..2020'],
  ['近三年，收案40件，2023年新收12件', '40 background 2021..2023; 12 done 2023'],
  ['近三年未发生行政诉讼案件', '0 done 2021..2023'],
  ['对上年度12卷案卷开展评查', '12 done 2023'],
  ['上年度评查案卷12卷', '12 prior-year 2022'],
  [
    '全市共检查单位136家，其中我区21家',
    '136 background 2023; 21 done 2023',
    { subject: '青禾区统计局', level: 'department' },
  ],
  ['全市共检查单位136家', '136 done 2023', { subject: '青禾市统计局', level: 'department' }],
  ['全省共抽查单位136家', '136 done 2023', { subject: '青禾省民政厅', level: 'department' }],
  ['全省共抽查单位136家', '136 background 2023', { subject: '青禾省丰泽市民政局', level: 'department' }],
  ['全省共抽查单位136家', '136 background 2023', { subject: '丰泽市民政局', level: 'department' }],
  ['全市域通办业务31宗', '31 done 2023', { subject: '青禾街道办事处', level: 'township' }],
  [
    '2023年全区发生行政诉讼案件90件，负责人出庭应诉率97%，我镇2件',
    '90 background 2023; 97 background 2023; 2 done 2023',
    { subject: '青禾镇', level: 'township' },
  ],
  ['全县办理案件90件，我镇办理4件', '90 background 2023; 4 done 2023', { subject: '青禾镇', level: 'township' }],
  ['市政府受理行政复议案件520件，我县31件', '520 background 2023; 31 done 2023', { subject: '青禾县' }],
  ['市政府审结案件480件，其中维持300件', '480 background 2023; 300 background 2023', { subject: '青禾县' }],
  ['全年市司法局办理法律援助案件90件', '90 background 2023', { subject: '青禾县' }],
  ['以市政府为被告的案件64件，以县政府为被告的案件9件', '64 background 2023; 9 done 2023', { subject: '青禾县' }],
  ['市政府受理以县政府为被申请人的案件4件', '4 done 2023', { subject: '青禾县' }],
  ['市政府受理行政复议案件520件', '520 done 2023', { subject: '青禾市' }],
  ['市政府受理行政复议案件520件', '520 done 2023', { subject: '青禾市', level: 'city' }],
  ['省政府受理行政复议案件520件', '520 background 2023', { subject: '青禾市', level: 'city' }],
  ['县人民调解中心调解纠纷90件', '90 background 2023', { subject: '青禾镇', level: 'township' }],
  ['依托县人民调解中心，我镇调解纠纷9件', '9 done 2023', { subject: '青禾镇', level: 'township' }],
  ['社区人民调解委员会调解纠纷9件', '9 done 2023', { subject: '青禾街道办事处', level: 'township' }],
  ['区政府受理以街道为被申请人的案件3件', '3 done 2023', { subject: '青禾街道办事处', level: 'township' }],
  ['全市首家法治公园1个，在全市率先组织12个部门', '1 done 2023; 12 done 2023', { subject: '青禾区' }],
  ['组织拟提请任命的干部参加考试5批', '5 done 2023'],
  ['争取上级资金300万元，争取达到90%', '3000000 done 2023; 90 planned 2023'],
  ['网站公开90条，全省平均满意率95%', '90 done 2023; 95 background 2023'],
  ['2016年以来，累计制定规章17件。', '17 background 2016..2023'],
  ['外地司法局一行10人来访', '10 background 2023'],
  ['局内设5个科室，在岗职工61人', '5 background 2023; 61 background 2023'],
  // Last year's figure set beside this year's dates nothing that follows it.
  ['审核协议34份，上年为27份，提出意见52条', '34 done 2023; 27 prior-year 2022; 52 done 2023'],
  ['宣讲8场，去年6场，发放手册300册', '8 done 2023; 6 prior-year 2022; 300 done 2023'],
  [
    '建议6件、提案9件，2022年分别为8件、7件，满意率100%',
    '6 done 2023; 9 done 2023; 8 prior-year 2022; 7 prior-year 2022; 100 done 2023',
  ],
  ['培训3期，去年办理5件，调解4件', '3 done 2023; 5 prior-year 2022; 4 prior-year 2022'],
  ['梳理2015年以来文件37件，废止7件', '37 done 2023; 7 done 2023'],
  // Targets told in the work part.
  ['年初提出持证率90%以上的工作目标，年底为93%', '90 planned 2023; 93 done 2023'],
  ['排出积案化解目标6件，化解6件', '6 planned 2023; 6 done 2023'],
  ['完成化解目标6件', '6 done 2023'],
  ['宣讲31场，比年初计划的24场多7场', '31 done 2023; 24 planned 2023; 7 done 2023'],
  ['项目\t2023年\t年初目标\n培训\t5期\t8期', '5 done 2023; 8 planned 2023'],
  ['项目\t计划数(期)\t完成数(期)\n培训\t8期\t5期', '8 planned 2023; 5 done 2023'],
  ['力争行政诉讼零败诉', '0 planned 2024', { zone: 'plan' }],
  ['中心组计划学法6次，实际学法8次', '6 planned 2023; 8 done 2023'],
  ['年度目标：持证率95%；完成情况：持证率100%', '95 planned 2023; 100 done 2023'],
  ['出台实施两年行动方案', '2 background 2023'],
  // Parts of the year.
  ['今年上半年，正职出庭率为20%。', '20 done 2023-H1*'],
  ['截至9月底，办结33件，办结率95%。', '33 done 2023-01..2023-09*; 95 done 2023-01..2023-09*'],
  ['截至2023年12月底，办结33件', '33 done 2023'],
  ['2020年4月至2023年3月共审查合同4700件', '4700 background 2020..2023'],
  ['2021年1月1日至2023年12月31日审查合同4700件', '4700 background 2021..2023'],
  ['2022年12月26日至2023年12月25日受理12件', '12 done 2022-12..2023-12'],
  ['2021年至2023年共审查合同4700件', '4700 background 2021..2023'],
  ['2021-2023年，审查合同4700件', '4700 background 2021..2023'],
  ['2020年到2022年审查合同31件，2023年审查8件', '31 prior-year 2020..2022; 8 done 2023'],
  ['抽取去年以来办结的案卷40件开展评查', '40 done 2023'],
  ['去年以来办结案件40件', '40 background 2022..2023'],
  ['自2021年至今，审查合同4700件', '4700 background 2021..2023'],
  ['落实实施方案（2021—2023年），制定文件5件', '5 done 2023'],
  ['截止2023年底，39家部门完成', '39 done 2023'],
  ['截至2024年1月底，整改5个', '5 done 2023'],
  ['2023年以来，检查239次；今年以来，检查30次', '239 done 2023; 30 done 2023'],
  ['今年1月至11月，调解89件', '89 done 2023-01..2023-11*'],
  ['2023年1-6月受理12件，全年受理30件', '12 done 2023-01..2023-06*; 30 done 2023'],
  ['2023年1月至12月，受理12件', '12 done 2023'],
  ['一季度完成3件，前三季度完成9件', '3 done 2023-01..2023-03*; 9 done 2023-01..2023-09*'],
  ['2023年5月，开展活动10场。', '10 done 2023'],
  ['每季度开展1次，每半年通报2次', '1 done 2023; 2 done 2023'],
  ['截至11月底，受理12件；上半年8件', '12 done 2023-01..2023-11; 8 done 2023-H1*', { signed: '2023-12-15' }],
  ['《纲要（2021—2025年）》印发后，2021—2025年规划任务12项', '12 done 2023'],
  ['上半年，受理12件；办结8件', '12 done 2023-H1*; 8 done 2023-H1*'],
  ['上半年受理12件；全年，办结28件；调解9件', '12 done 2023-H1*; 28 done 2023; 9 done 2023'],
  ['2022年，受理12件；办结8件。培训3期', '12 prior-year 2022; 8 prior-year 2022; 3 done 2023'],
  ['上年度反馈的问题已整改；培训3期', '3 done 2023'],
  // Zones.
  [
    '出庭应诉率已达到100%，尚有1个未整改，由上年的8件降为3件',
    '100 problem 2023; 1 problem 2023; 8 problem 2022; 3 problem 2023',
    { zone: 'problem' },
  ],
  ['部分单位未制定规范性文件。', '', { zone: 'problem' }],
  ['开展培训不少于4场，2024年底前覆盖率达95%以上', '4 planned 2024; 95 planned 2024', { zone: 'plan' }],
  ['县长主持召开常务会议3次', '3 done 2023', { zone: 'first-responsible' }],
  ['共办理12件，2022年办理8件', '12 done null; 8 done 2022', { reportYear: null }],
  ['全年共办理5件，上年同期4件', '5 done null; 4 prior-year null', { reportYear: null }],
  ['从8个增加到11个', '8 prior-year null; 11 done null', { reportYear: null }],
];

for (const [text, expected, given] of rows) {
  test(text, () => assert.is(stances(text, given), expected));
}

test.run();
