/** What the overview of a season (全县汇总) says, in both languages. */
import type { Bilingual } from './bilingual.ts';

export const overviewTexts = {
  overview: { zh: '全县汇总', en: 'Overview' },
  overviewOf: { zh: '{year}年度全县汇总', en: 'Overview of {year}' },
  overviewLead: {
    zh: '每个单位取最后一稿。人工复核的结论优先；待人工核的事项不计为缺项。',
    en: 'The last draft of each unit. Reviews by people go first; what is to be reviewed is not counted as a gap.',
  },
  overviewEmpty: {
    zh: '台账里还没有可以汇总的报告。先在台账导入报告。',
    en: 'The register holds no report to sum up. Add reports there first.',
  },
  overviewYears: { zh: '年度', en: 'Year' },
  overviewKinds: { zh: '报告种类', en: 'Kind of report' },
  overviewFacts: {
    zh: '已审核{n}份：{outcomes}。',
    en: '{n} checked: {outcomes}.',
  },
  overviewFactsAwaited: {
    zh: '已审核{n}份：{outcomes}。未报{awaited}个单位。',
    en: '{n} checked: {outcomes}. Not received: {awaited}.',
  },
  overviewTimelyOwn: { zh: '按时{on}份，逾期{late}份。', en: '{on} on time, {late} late.' },
  awaited: { zh: '未报', en: 'not received' },
  awaitedLate: { zh: '未报，已逾期{n}天', en: 'not received, {n} days late' },
  // Titles may hold commas themselves
  overviewOutcome: { zh: '“{title}”{n}份', en: '“{title}” {n}' },
  overviewTimely: {
    zh: '报送截止{due}：按时{on}份，逾期{late}份。',
    en: 'Due {due}: {on} on time, {late} late.',
  },
  overviewNoDue: {
    zh: '没有报送截止日（在“报送季”里设定），不判断是否按时。',
    en: 'No due date is set (see “Seasons”), so on time is not told.',
  },
  onTime: { zh: '按时', en: 'on time' },
  late: { zh: '逾期{n}天', en: '{n} days late' },
  timely: { zh: '报送', en: 'Sent in' },
  kindOfBody: { zh: '类别', en: 'Kind of body' },
  rankByKind: { zh: '同类单位内按得分排名', en: 'Rank by score within each kind of body' },
  rankOff: { zh: '不排名', en: 'No ranking' },
  rank: { zh: '名次', en: 'Rank' },
  overviewUnits: { zh: '各单位情况', en: 'Units' },
  overviewMatrix: { zh: '逐项对照表', en: 'Units by requirements' },
  overviewMatrixHint: {
    zh: '● 已写明　◐ 不完整　○ 未写明　◇ 待人工核　－ 不涉及',
    en: '● met  ◐ partial  ○ missing  ◇ to be reviewed  － not applicable',
  },
  overviewShared: { zh: '共性问题', en: 'What many units lack' },
  overviewSharedHint: {
    zh: '只计已判定的缺项；点开数字看是哪些单位。',
    en: 'Decided gaps only; each number leads to the units.',
  },
  sharedIntro: {
    zh: '本次共审核{year}年度{report}{n}份。从审核情况看，两个以上单位共有的问题有{all}项：',
    en: '{n} reports for {year} were checked ({report}). What two units or more lack, {all} in all:',
  },
  sharedIntroMost: {
    zh: '本次共审核{year}年度{report}{n}份。从审核情况看，两个以上单位共有的问题有{all}项，其中最普遍的{named}项是：',
    en: '{n} reports for {year} were checked ({report}). Two units or more lack {all} points; the {named} most frequent:',
  },
  sharedItem: {
    zh: '{units}个单位（占涉及单位的{share}）{lacks}“{title}”',
    en: '{units} units ({share} of those concerned) {lacks} “{title}”',
  },
  sharedLacksMissing: { zh: '未写明', en: 'do not state' },
  sharedLacksPartial: { zh: '没有写完整', en: 'state only partly' },
  sharedLacksBoth: { zh: '未写明或没有写完整', en: 'do not state, or only partly,' },
  sharedEnd: { zh: '。请各单位对照补正。', en: '. Please complete the reports accordingly.' },
  sharedNone: { zh: '没有两个以上单位共有的缺项。', en: 'No gap is shared by two or more units.' },
  sharedParagraph: { zh: '可直接粘贴的文字', en: 'Text to paste' },
  sharedUnits: { zh: '单位', en: 'Units' },
  sharedApplies: { zh: '涉及单位', en: 'Applies to' },
  sharedShare: { zh: '占比', en: 'Share' },
  allLetters: { zh: '全部反馈意见', en: 'All letters' },
  allLettersOf: { zh: '{year}年度反馈意见（{n}份）', en: 'Letters of {year} ({n})' },
  allLettersLead: {
    zh: '每个单位一封，列出最后一稿的缺项；反馈过的，对照上次反馈注明仍缺和新提出的。各封单独编页。',
    en: 'One letter a unit with the gaps of its last draft; where a letter went out before, what is still open and what is new. Pages are numbered letter by letter.',
  },
  firstNumber: { zh: '起始文号序号', en: 'First letter number' },
  lettersWord: { zh: '一个 Word 文件', en: 'One Word file' },
  lettersZip: { zh: '每封一个 Word（zip）', en: 'One Word file each (zip)' },
  lettersAsked: {
    zh: '有{n}份报告还没有确定单位，未列入，也不占文号：先去确定单位',
    en: 'Reports left out, whose unit is to be decided first (they take no number): {n}',
  },
  lettersWaiting: {
    zh: '{letters}封信中共有{n}项待人工核，不作为缺项，点开看是哪些单位',
    en: 'Waiting for a person: {n} (letters with such points: {letters}). None is stated as a gap; open to see which',
  },
  mandatoryMet: { zh: '必报已写明', en: 'Required, met' },
  mandatoryAsked: { zh: '必报应有', en: 'Required, asked' },
  expectedMet: { zh: '应写已写明', en: 'Expected, met' },
  expectedAsked: { zh: '应写应有', en: 'Expected, asked' },
  sheetUnits: { zh: '汇总', en: 'Units' },
  sheetMatrix: { zh: '逐项', en: 'Requirements' },
  sheetShared: { zh: '共性问题', en: 'Shared gaps' },
  requirementTitle: { zh: '审核要点', en: 'Requirement' },
  tierColumn: { zh: '层次', en: 'Tier' },
} as const satisfies Readonly<Record<string, Bilingual>>;
