/** What the page of the office's settings says, in both languages. */
import type { Bilingual } from './bilingual.ts';

export const settingsTexts = {
  settings: { zh: '设置', en: 'Settings' },
  settingsLead: {
    zh: '写在反馈意见里的单位信息和期限。保存在本机的数据文件夹。',
    en: 'What letters say of your office, and when answers are due. Kept in the data folder of this computer.',
  },
  settingsOffice: { zh: '审核单位', en: 'Your office' },
  officeName: { zh: '单位全称（落款）', en: 'Full name (as signed)' },
  officeLetterhead: { zh: '发文机关标志（红头）', en: 'Letterhead (in red)' },
  officeLetterheadHint: { zh: '用印好红头的纸时留空', en: 'Leave empty for paper that has it already' },
  officeNumber: { zh: '文号格式', en: 'Form of the letter number' },
  officeNumberHint: {
    zh: '{year} 代年份，{n} 代序号，例如 ×司函〔{year}〕{n}号；不编文号则留空',
    en: '{year} stands for the year and {n} for the number; leave empty for letters without number',
  },
  officeContact: { zh: '联系人', en: 'Contact' },
  officePhone: { zh: '联系电话', en: 'Telephone' },
  settingsDates: { zh: '期限', en: 'Dates' },
  officeReportsDue: { zh: '报告报送截止日（次年，月-日）', en: 'Reports due (month-day of the following year)' },
  officeReportsDueHint: {
    zh: '例如 01-31；用于汇总里的按时、逾期',
    en: 'Such as 01-31; tells on time from late in the overview',
  },
  officeDueDays: { zh: '补正期限（发函后天数）', en: 'Days to complete the report' },
  officeDueDate: { zh: '或统一的补正期限', en: 'Or one day for all' },
  officeDueDateHint: { zh: '早于发函日期时按天数计算', en: 'When it is before the letter, the days count' },
  settingsContent: { zh: '信中内容', en: 'What letters say' },
  officeVerify: { zh: '列出正在核实的事项（不作为缺项）', en: 'Name the points being verified (not as gaps)' },
  officeScore: { zh: '告知得分', en: 'Tell the score' },
  saveSettings: { zh: '保存设置', en: 'Save the settings' },
  settingsSaved: { zh: '设置已保存。', en: 'The settings were saved.' },
  settingsNotSaved: { zh: '没有保存，请改正：', en: 'Not saved. Please mend:' },
  tooLong: { zh: '不超过60个字。', en: 'At most 60 characters.' },
  badNumber: { zh: '文号格式里要有 {n}，代表序号。', en: 'The form must hold {n}, which stands for the number.' },
  badDays: { zh: '天数应是1到999的整数。', en: 'Days must be a whole number from 1 to 999.' },
  badDay: { zh: '日期应写成 2025-02-28 的形式。', en: 'A date must look like 2025-02-28.' },
  badMonthDay: { zh: '应写成 01-31 的形式。', en: 'It must look like 01-31.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
