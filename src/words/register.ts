/** Texts of the season's register: units, seasons, whose report it is, and how far it has come. */
import type { Bilingual } from './bilingual.ts';

export const entryStatuses = ['awaited', 'received', 'answered', 'completed', 'passed', 'published'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

export const entryStatusWords: Readonly<Record<EntryStatus, Bilingual>> = {
  awaited: { zh: '未报', en: 'Not received' },
  received: { zh: '已收', en: 'Received' },
  answered: { zh: '已反馈', en: 'Feedback sent' },
  completed: { zh: '已补正', en: 'Sent again' },
  passed: { zh: '通过', en: 'Passed' },
  published: { zh: '已公开', en: 'Published' },
};

/** A shape for each status, so that colour is never the only sign. */
export const entryStatusGlyphs: Readonly<Record<EntryStatus, string>> = {
  awaited: '○',
  received: '◎',
  answered: '△',
  completed: '▲',
  passed: '●',
  published: '★',
};

export const powerWords = {
  enforcement: { zh: '行政执法', en: 'enforcement' },
  'normative-documents': { zh: '规范性文件', en: 'normative documents' },
  reconsideration: { zh: '行政复议', en: 'reconsideration' },
  none: { zh: '无', en: 'none' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const registerTexts = {
  badReceived: {
    zh: '收到日期应写成 2025-01-31 的形式，不能晚于今天。没有导入，请回到上一页改正。',
    en: 'The day of receipt must look like 2025-01-31 and may not lie after today. Nothing was added: go back and mend it.',
  },
  noPowers: { zh: '以上都没有', en: 'none of these' },
  pagesOfList: { zh: '登记表分页', en: 'Pages of the register' },
  // Register
  seasonOf: { zh: '{year}年度报送台账', en: 'Register of {year}' },
  allYears: { zh: '全部年度', en: 'all years' },
  archivedSeason: { zh: '{year}年度已归档。', en: 'The season of {year} is archived.' },
  dueOf: { zh: '报送截止 {date}。', en: 'Reports are due on {date}.' },
  seasonCounts: {
    zh: '应报 {all}：未报 {awaited}，已收 {received}，已反馈 {answered}，已补正 {completed}，通过 {passed}，已公开 {published}{open}。{asked}',
    en: 'Of {all}: {awaited} not received, {received} received, {answered} with feedback, {completed} sent again, {passed} passed, {published} published{open}.{asked}',
  },
  publishedOpen: { zh: '（其中 {n} 份有缺项，还没有通过）', en: ' ({n} of these with gaps and not passed)' },
  askedBesides: {
    zh: '另有 {n} 份待定单位或年度，未计在内。',
    en: ' Reports whose unit or year is to be decided are not among them: {n}.',
  },
  maybeSent: { zh: '可能已报，待定单位', en: 'perhaps received: unit to be decided' },
  noSeason: {
    zh: '{year}年度没有设报送季：未报的不算逾期，不列入催报。',
    en: 'No season is set up for {year}: what was not received is neither late nor to be chased.',
  },
  entries: { zh: '单位与报告', en: 'Units and reports' },
  state: { zh: '状态', en: 'Status' },
  mendBy: { zh: '补正 {date}', en: 'mend by {date}' },
  dayOnly: { zh: '{date}', en: '{date}' },
  due: { zh: '截止', en: 'Due' },
  kindOfReport: { zh: '报告种类', en: 'Kind of report' },
  lateShort: { zh: '逾期', en: 'late' },
  progressOf: { zh: '{status}：修改 {name} 的报送进度', en: '{status}: change the progress of {name}' },
  today: { zh: '今日事项', en: 'Today' },
  workPlace: { zh: '待定单位', en: 'Whose report?' },
  workReview: { zh: '待人工核', en: 'To review' },
  workAnswer: { zh: '待反馈', en: 'To answer' },
  workChase: { zh: '待催报', en: 'To chase' },
  workPlaceHint: { zh: '不能确定是哪个单位或年度', en: 'unit or year not certain' },
  workReviewHint: { zh: '机器拿不准的事项', en: 'items the machine is not sure of' },
  workAnswerHint: { zh: '已审核，还没有反馈或通过', en: 'checked, neither answered nor passed' },
  workChaseHint: {
    zh: '过了报送截止日仍未报，或过了补正期限仍未补正',
    en: 'past the due date, nothing received or nothing mended',
  },
  seeAll: { zh: '查看全部 {n}', en: 'see all {n}' },
  decideNow: { zh: '逐份确定', en: 'decide' },
  workOnly: { zh: '只显示“{work}”。', en: 'Only “{work}”.' },
  markAnswered: { zh: '标记为已反馈', en: 'Mark as answered' },
  markPassed: { zh: '标记为通过', en: 'Mark as passed' },
  markAnsweredNamed: { zh: '{name}：标记为已反馈（今天）', en: '{name}: mark as answered today' },
  markPassedNamed: { zh: '{name}：标记为通过（今天）', en: '{name}: mark as passed today' },
  marked: { zh: '已记下“{name}”：{status}。', en: '“{name}”: {status}.' },

  // Units
  units: { zh: '单位名册', en: 'Units' },
  unitsLead: {
    zh: '名册用来认出报告是哪个单位的，并看出谁还没有报。不填名册也能审核，报告来了单位自然出现。',
    en: 'The roster tells whose report a file is and who has not sent one. Reports can be checked without it: units then appear as their reports arrive.',
  },
  unitName: { zh: '名称', en: 'Name' },
  aliases: { zh: '别名、简称', en: 'Other names' },
  aliasesHint: { zh: '用顿号隔开，例如 县卫健局、卫计委', en: 'separated by commas' },
  unitKind: { zh: '种类', en: 'Kind' },
  byName: { zh: '按名称判断', en: 'by its name' },
  powers: { zh: '职权', en: 'Powers' },
  contact: { zh: '联系人', en: 'Contact' },
  dueDate: { zh: '截止日期', en: 'Due date' },
  dueDateOf: { zh: '{year}年度报告截止日期', en: 'Due date of the report of {year}' },
  dueOwn: { zh: '{year}年度报告截止日期（与全体不同时填）', en: 'Due date of the report of {year}, where it differs' },
  noUnits: { zh: '名册还是空的。', en: 'The roster is empty.' },
  pasteUnits: { zh: '从表格粘贴，或逐行填写', en: 'Paste from a sheet, or type' },
  pasteUnitsHint: {
    zh: '每行一个单位，依次为：名称、别名、种类、职权、联系人、截止日期；只有名称也行。带表头时按表头认列。同名单位会更新，不会重复。',
    en: 'One unit a line: name, other names, kind, powers, contact, due date; the name alone will do. With a head line the columns may stand in any order. A unit of the same name is updated.',
  },
  pasteUnitsExample: {
    zh: '青禾县水利局\t县水利局、水利局\t部门\t行政执法、规范性文件\t张三 600123\t1月31日\n柳河镇人民政府',
    en: '青禾县水利局\t县水利局、水利局\t部门\t行政执法、规范性文件\t张三 600123\t1月31日\n柳河镇人民政府',
  },
  seasonForDue: { zh: '截止日期属于哪个年度的报告', en: 'The due dates are for reports of' },
  addUnits: { zh: '存入名册', en: 'Save' },
  unitsSaved: { zh: '新增 {added} 个单位，更新 {updated} 个。', en: '{added} added, {updated} updated.' },
  unitsMistakes: { zh: '以下各行请改正后再存（已留在框里）：', en: 'Please mend these lines; they stay in the box:' },
  rosterMistake: { zh: '第{line}行：{what}“{text}”', en: 'line {line}: {what} “{text}”' },
  unitMeant: {
    zh: '“{name}”即名册中的“{of}”，没有另加。',
    en: '“{name}” is “{of}” of the roster and was not added beside it.',
  },
  earlySeason: {
    zh: '截止日期早于{year}年度开始，请核对年份。',
    en: 'The due date is before the year {year} begins: look at its year.',
  },
  mistake_name: { zh: '没有单位名称', en: 'no name of a unit' },
  mistake_long: { zh: '名称太长（最多80个字）', en: 'the name is too long (80 characters at most)' },
  mistake_level: { zh: '不认识的种类', en: 'unknown kind' },
  mistake_power: { zh: '不认识的职权', en: 'unknown power' },
  mistake_date: { zh: '不是日期（请写成 2025-03-15）', en: 'not a date (write 2025-03-15)' },
  badYear: {
    zh: '年度应是 1900 到 2099 之间的四位数字，例如 2024。',
    en: 'The year must have four digits, from 1900 to 2099, such as 2024.',
  },
  rosterEmpty: { zh: '没有填写单位，没有改动。', en: 'No unit was typed; nothing was changed.' },
  mistake_twice: { zh: '与前面重复', en: 'named before' },
  powersByRoster: { zh: '职权（按单位名册）', en: 'Powers (from the roster)' },
  powersHint: {
    zh: '写明的，按写明的职权审核；一项不选，按报告和单位种类判断。',
    en: 'Where powers are given, the check goes by them; where none is ticked, by the report and the kind of unit.',
  },
  checkedByRoster: { zh: '有 {n} 份报告已按名册重新审核。', en: '{n} reports were checked again by the roster.' },
  unitSaved: { zh: '已保存。', en: 'Saved.' },
  unitRemoved: { zh: '已从名册移出“{name}”。它的报告都还在。', en: '“{name}” left the roster. Its reports are kept.' },
  unitReports: { zh: '它的报告', en: 'Its reports' },
  noReports: { zh: '还没有报告。', en: 'No report yet.' },
  saveEntry: { zh: '保存', en: 'Save' },
  removeUnit: { zh: '移出名册', en: 'Remove from the roster' },
  removeUnitHint: { zh: '报告不会删除', en: 'its reports are kept' },
  unitNameTaken: { zh: '名册里已有“{name}”。', en: '“{name}” is in the roster already.' },
  unitNameMissing: { zh: '请填写单位名称。', en: 'Please give the name of the unit.' },

  // Seasons
  seasons: { zh: '报送季', en: 'Seasons' },
  seasonsLead: {
    zh: '一个年度的报告为一个报送季。设了报送季，台账先显示它，并按截止日期提醒催报。归档后不再出现在台账首页，随时可以重新打开。',
    en: 'The reports of one year are a season. The register shows the newest open season first and tells who is late. An archived season leaves the front page and can be opened again at any time.',
  },
  seasonYear: { zh: '报告年度', en: 'Year of the reports' },
  seasonReports: { zh: '已收报告', en: 'Reports' },
  seasonOpen: { zh: '进行中', en: 'open' },
  seasonArchived: { zh: '{time}归档', en: 'archived {time}' },
  seasonUnset: { zh: '未设', en: 'not set up' },
  archive: { zh: '归档', en: 'Archive' },
  archiveNamed: { zh: '归档{year}年度', en: 'Archive {year}' },
  reopen: { zh: '重新打开', en: 'Open again' },
  reopenNamed: { zh: '重新打开{year}年度', en: 'Open {year} again' },
  startSeason: { zh: '设定报送季', en: 'Set up a season' },
  startSeasonHint: {
    zh: '同一年度再次提交即改截止日期。个别单位另有日期的，在单位名册里填。',
    en: 'Give the same year again to change its date. A unit with a date of its own has it in the roster.',
  },
  seasonSaved: { zh: '{year}年度已设定。', en: 'The season of {year} is set up.' },
  seasonWasArchived: { zh: '{year}年度已归档。', en: 'The season of {year} was archived.' },
  seasonReopened: { zh: '{year}年度已重新打开。', en: 'The season of {year} is open again.' },

  // Whose report
  placing: { zh: '待定单位', en: 'Whose report?' },
  placeLead: {
    zh: '这些报告已经审核并保存，但标题、落款和文件名不足以确定是哪个单位或年度。逐份选好，一次提交；不选的留待以后。',
    en: 'These reports are checked and stored, but title, signature and file name do not settle unit or year. Choose for each and send once; what you leave open stays here.',
  },
  placeNone: { zh: '没有待定的报告。', en: 'Nothing is left to decide.' },
  placeWhy_several: { zh: '同时像几个单位', en: 'several units fit' },
  placeWhy_disagree: { zh: '正文、落款与文件名说法不一', en: 'text, signature and file name disagree' },
  placeWhy_alike: { zh: '名称与名册相近但不相同', en: 'the name is like one of the roster, not the same' },
  placeWhy_silent: {
    zh: '标题、落款和文件名都没有写明单位',
    en: 'neither title, signature nor file name tells the unit',
  },
  placeWhy_bodies: {
    zh: '标题写的是“{subject}”，落款是“{issuer}”，而这个落款本年度另有别的单位的报告',
    en: 'the title says “{subject}”, the signature “{issuer}”, and that signature stands under another body’s report of the year',
  },
  placeWhy_year: { zh: '没有写明年度', en: 'the year is not stated' },
  placeWhy_ahead: {
    zh: '写的是{year}年度，晚于收到的年份，请核实年度',
    en: 'the year stated, {year}, is later than the year it came in: please check it',
  },
  placeTitle: { zh: '标题', en: 'Title' },
  placeSigned: { zh: '落款', en: 'Signature' },
  placeOpening: { zh: '开头', en: 'Begins' },
  placeFile: { zh: '文件', en: 'File' },
  placeUnit: { zh: '单位', en: 'Unit' },
  placeLater: { zh: '暂不确定', en: 'leave it open' },
  placeLikely: { zh: '可能是', en: 'Likely' },
  placeRoster: { zh: '名册中的单位', en: 'In the roster' },
  placeOwn: { zh: '{name}（标题所写）', en: '{name} (as the title says)' },
  placeSameSigned: { zh: '{name}（同一落款）', en: '{name} (same signature)' },
  placeReports: { zh: '台账中已有报告的单位', en: 'Units with reports' },
  placeNew: { zh: '名册里没有，单位全称', en: 'Not in the list: full name' },
  placeYear: { zh: '年度', en: 'Year' },
  placeLearn: {
    zh: '把报告里的称呼记为该单位的别名，下次自动认出',
    en: 'Remember how the report names its unit, so that it is known next time',
  },
  placeSave: { zh: '全部保存', en: 'Save all' },
  placed: { zh: '已确定 {n} 份。', en: '{n} decided.' },
  askUnit: {
    zh: '已审核并保存，待确定单位或年度：{why}',
    en: 'Checked and stored; unit or year is still to be decided: {why}',
  },
  askedHere: {
    zh: '这份报告待确定单位或年度：{why}。先去确定，再发反馈意见。',
    en: 'Whose report this is, or of which year, is still to be decided: {why}. Decide that before a letter goes out.',
  },
  placeLink: { zh: '有 {n} 份要确定单位或年度，集中处理', en: '{n} need their unit or year: decide them on one page' },
  byFileName: { zh: '单位按文件名认定，请留意。', en: 'The unit was told from the file name.' },
  byRoster: { zh: '归入“{name}”。', en: 'Placed with “{name}”.' },
  otherSeason: {
    zh: '报告写的是{year}年度，现在收的是{season}年度的报告。发错了，请单位重报；年度读错了，请打开结果更正报告信息。',
    en: 'The report says {year}, while reports of {season} are being collected. If it is the wrong file, ask for the right one; if the year was read wrongly, open the result and correct it.',
  },
  intoArchived: {
    zh: '{year}年度已归档，报告仍存入该年度。',
    en: 'The season of {year} is archived; the report is kept there.',
  },
  // How many files there are and what became of them: the parts add up
  intakeCounts: { zh: '共 {all} 个文件：{parts}。', en: '{all} files: {parts}.' },
  intakeStored: { zh: '存入 {n}', en: '{n} stored' },
  intakeStoredAsked: {
    zh: '存入 {n}（其中 {asked} 份待确定单位或年度）',
    en: '{n} stored ({asked} of them with unit or year to decide)',
  },
  intakeChecked: { zh: '只审核未存入 {n}', en: '{n} checked, not stored' },
  intakeSame: { zh: '重复未存 {n}', en: '{n} known already' },
  intakeOther: { zh: '未审核 {n}（原因见下）', en: '{n} not checked (see why below)' },

  // Progress
  progress: { zh: '报送进度', en: 'Progress' },
  progressLead: {
    zh: '日期按实际填写。收到和公开日期会计入审核并注明为人工填写。',
    en: 'Days as they were. Received and published count in the check and are marked as given by a person.',
  },
  receivedOn: { zh: '收到日期', en: 'Received on' },
  publishedOn: { zh: '公开日期', en: 'Published on' },
  publishedRead: { zh: '原文写明：{date}', en: 'The text says {date}' },
  answeredOn: { zh: '反馈日期', en: 'Feedback sent on' },
  answeredDraft: { zh: '反馈的是', en: 'about' },
  passedOn: { zh: '通过日期', en: 'Passed on' },
  unitOf: { zh: '所属单位', en: 'Unit' },
  asMatched: { zh: '按报告认定', en: 'as told from the report' },
  progressSaved: { zh: '进度已保存。', en: 'Progress saved.' },

  // Order of drafts
  draftsChange: { zh: '调整稿次', en: 'Order of the drafts' },
  draftsLead: {
    zh: '先后放反的，与前一稿对调；误加的，移除那一稿。复核结论跟着各稿的文字走，移除的可以恢复。',
    en: 'Drafts in the wrong order change places; one added by mistake is taken out and can be put back. Decisions go with their texts.',
  },
  draftsDo: { zh: '调整', en: 'Change' },
  draftsSwap: { zh: '与{other}对调', en: 'Swap with {other}' },
  draftsSwapBack: { zh: '换回来', en: 'Swap back' },
  draftsRemove: { zh: '移除这一稿', en: 'Take this draft out' },
  draftsTaken: { zh: '已移除的稿', en: 'Drafts taken out' },
  takenOutAt: { zh: '移除于 {time}', en: 'taken out {time}' },
  draftsSwapped: { zh: '第{one}稿与第{other}稿已对调。', en: 'Drafts {one} and {other} have changed places.' },
  draftsRemoved: {
    zh: '原第{n}稿已移除，后面各稿依次提前；可在下方恢复。',
    en: 'Draft {n} was taken out and later ones moved up; it can be put back below.',
  },
  draftsBack: { zh: '已恢复为第{n}稿。', en: 'It is back as draft {n}.' },
  draftsBound: {
    zh: '第{n}稿的反馈意见已发出，信上写了稿次，到这一稿为止不能再调整；确需调整的，先撤回发出记录。',
    en: 'The letter on draft {n} went out and names it by its number: drafts up to it stay. To change them, first take back that it was sent.',
  },
  draftsStale: {
    zh: '没有改动：稿次已有变化，或者这一稿不能调整。请看下面的最新情况。',
    en: 'Nothing was changed: the drafts are others than when this page was opened, or this one must stay. Below is how they stand now.',
  },
  receivedWhen: { zh: '收到日期（不填为今天）', en: 'Received on (today, if left empty)' },
  importGone: {
    zh: '这次导入的进度已不在（程序重新启动过，或已过很久）。请看台账是否齐全；不齐的把文件再导入一次，已存入的会被认出，不会重复。',
    en: 'How that import went is no longer known (the program was started again, or it is long ago). Look whether all reports are here; if not, add the files again: those that are stored are recognised and not stored twice.',
  },
  correctedMoved: {
    zh: '这份报告的{n}稿已一并改列在“{unit}”名下。',
    en: 'All {n} drafts of this report are now those of “{unit}”.',
  },
  correctedStays: {
    zh: '名册中没有更正后的名称，报告仍列在“{unit}”名下；要改列，先在单位名册中添加，再改报送进度里的单位。',
    en: 'No unit of the roster bears the corrected name, and the report stays with “{unit}”. To move it, add the unit to the roster, then choose it in the progress.',
  },
  correctedStaysDrafts: {
    zh: '只更正了这一稿，整份报告（{n}稿）仍列在“{unit}”名下。各稿都要改列的，改报送进度里的单位；只有这一稿放错的，在调整稿次里移除，再单独导入。',
    en: 'This draft alone was corrected; the report with its {n} drafts stays with “{unit}”. To move them all, choose the unit in the progress; where this draft alone is misplaced, take it out and add it again by itself.',
  },
  otherReportThere: {
    zh: '该单位这一年度已有报告，两份已并为一份，各稿依次编号。',
    en: 'The unit has a report of that year; the two are one now, their drafts numbered one after the other.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
