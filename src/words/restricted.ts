/** What is said of secrecy markings and of numbers of persons, before anything is stored. */
import type { Bilingual } from './bilingual.ts';

export const restrictedKindWords = {
  secret: { zh: '密级标志', en: 'secrecy marking' },
  internal: { zh: '内部文件标志', en: 'marking for internal use' },
  'identity-card': { zh: '身份证号码', en: 'identity card number' },
  'mobile-number': { zh: '手机号码', en: 'mobile number' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const restrictedTexts = {
  restrictedAt: { zh: '第{line}行：{kind}“{quote}”', en: 'line {line}: {kind} “{quote}”' },
  restrictedInHeader: { zh: '页眉页脚：{kind}“{quote}”', en: 'page header or footer: {kind} “{quote}”' },
  restrictedMore: { zh: '另有{n}处', en: 'and {n} more' },
  restrictedNotice: {
    zh: '文中有涉密、内部标志或个人信息（号码已遮盖），转发、公开前请处理：',
    en: 'The text bears markings or personal numbers (masked here); deal with them before it is passed on or published:',
  },
  heldMarked: {
    zh: '文首有涉密或内部标志，没有保存，本机未留下任何内容。涉密文件不得在本机处理的，请立即停止并按保密规定办理。',
    en: 'The head bears a secrecy marking or one for internal use. Nothing was stored and nothing of it is on this computer. If such papers may not be handled here, stop now.',
  },
  heldPersonal: {
    zh: '文中有个人号码，没有保存。请先核对是否需要报送单位删去。',
    en: 'The text holds personal numbers and was not stored. Check first whether the unit should take them out.',
  },
  heldTitle: { zh: '确认后再保存', en: 'Store after confirmation' },
  heldHow: {
    zh: '本工具没有留存上述文件。确需保存的，请重新选择文件（或重新粘贴）并勾选确认。',
    en: 'These files were not kept. To store them all the same, choose them (or paste the text) again and tick the box.',
  },
  heldConfirm: {
    zh: '我已核对标志和号码，可以存入本机',
    en: 'I have checked markings and numbers; they may be stored on this computer',
  },
  heldStore: { zh: '确认并存入台账', en: 'Confirm and store' },
  heldCheck: { zh: '只看结果，不保存', en: 'Check without storing' },
  heldCount: { zh: '待确认 {n} 份', en: '{n} to be confirmed' },
} as const satisfies Readonly<Record<string, Bilingual>>;
