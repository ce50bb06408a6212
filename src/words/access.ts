/** What is said to a person who is not let in, or whose request is refused before any page sees it. */
import type { Bilingual } from './bilingual.ts';

/** Answers given before the pages are asked, as plain text. */
export const gateTexts = {
  foreignHost: { zh: '这个地址不是本工具的地址。', en: 'This is not an address of this tool.' },
  notFromProxy: {
    zh: '本工具只接受经代理服务器转来的请求。',
    en: 'This tool only takes requests that come through its proxy.',
  },
  unnamedProxy: {
    zh: '请求经过了代理服务器，而启动时没有指明它。请用 --behind-proxy 和 --origin 指明后再启动。',
    en: 'The request came through a proxy that was not named. Start the tool with --behind-proxy and --origin.',
  },
  badMethod: { zh: '不支持这种请求。', en: 'Requests of this kind are not supported.' },
  badRequest: { zh: '请求的写法不对。', en: 'The request is malformed.' },
  manyHeaders: { zh: '请求的头部字段太多。', en: 'The request has too many header fields.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const accessTexts = {
  forbiddenText: {
    zh: '这一操作只能从本工具的页面发出。请从台账重新进入后再试。',
    en: 'This can only be done from the pages of this tool. Open it from the register and try again.',
  },
  formTooLargeText: {
    zh: '填写的内容超过 {most} MB，没有保存。请分几次填写。',
    en: 'What was sent is larger than {most} MB and was not saved. Send it in several parts.',
  },
  tooManyFieldsText: {
    zh: '一次最多 {most} 个文件，这次没有保存。请分几次导入。',
    en: 'At most {most} files at once; nothing was saved. Add them in several parts.',
  },
  administratorOnly: {
    zh: '这一页和这一操作由管理员负责：审核标准、设置、年度、操作记录。请找管理员，或用管理员的账号登录。',
    en: 'This page or action is the administrator’s: rules, settings, seasons, the record of activity. Ask the administrator, or sign in as one.',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  accountName: { zh: '用户名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  signInHelp: {
    zh: '没有账号或忘了密码，请找管理员：账号和密码在运行法鉴的电脑上用命令设置。',
    en: 'No account, or the password forgotten? Ask the administrator: both are set by a command on the computer that runs Fajian.',
  },
  plainConnection: {
    zh: '这个连接没有加密，同一网络上的人可能看到密码和报告。请管理员配置证书或代理服务器。',
    en: 'This connection is not encrypted: others on the network may see password and reports. The administrator can set up a certificate or a proxy.',
  },
  signInRefused: { zh: '用户名或密码不对。', en: 'Name or password is wrong.' },
  signInWait: {
    zh: '尝试次数太多，请过 {n} 分钟再试。',
    en: 'Too many tries. Please try again in {n} min.',
  },
  signInBusy: { zh: '同时登录的人太多，请稍候再试。', en: 'Too many people are signing in at once. Please try again.' },
  signedOutNotice: { zh: '已退出登录。', en: 'You are signed out.' },
  signedOutTitle: { zh: '登录已到期，还没有提交', en: 'You are signed out; nothing was sent yet' },
  signedOutText: {
    zh: '您填写的内容还在这一页上。先在新窗口登录，再回到这里提交。',
    en: 'What you filled in is still on this page. Sign in in a new window, then come back and send it.',
  },
  filesNotHeld: {
    zh: '选择的文件没有留在这一页上，登录后请重新选择。',
    en: 'Files are not kept on this page; choose them again after signing in.',
  },
  signInInNewWindow: { zh: '在新窗口登录', en: 'Sign in in a new window' },
  sendAgain: { zh: '提交', en: 'Send' },
  account: { zh: '我的账号', en: 'My account' },
  changePassword: { zh: '修改密码', en: 'Change password' },
  passwordNow: { zh: '现在的密码', en: 'Present password' },
  passwordNew: { zh: '新密码', en: 'New password' },
  passwordAgain: { zh: '再写一遍新密码', en: 'New password again' },
  passwordHint: {
    zh: '至少 {least} 个字，可以是一句只有您知道的话。修改后，其他电脑上的登录都会退出。',
    en: 'At least {least} characters; a sentence that only you know will do. Sign-ins on other computers end.',
  },
  passwordChanged: { zh: '密码已修改。', en: 'The password was changed.' },
  passwordShort: {
    zh: '新密码太短，至少 {least} 个字。',
    en: 'The new password is too short: at least {least} characters.',
  },
  passwordLong: {
    zh: '新密码太长，至多 {most} 个字。',
    en: 'The new password is too long: at most {most} characters.',
  },
  passwordIsName: { zh: '新密码不能就是用户名。', en: 'The new password cannot be the name.' },
  passwordPlain: {
    zh: '新密码太简单：请多用几个不同的字，不要只是顺着数的数字、字母。',
    en: 'The new password is too simple: use more different characters, and not only digits or letters in their order.',
  },
  passwordsDiffer: { zh: '两遍新密码不一样。', en: 'The two new passwords differ.' },
  passwordWrong: { zh: '现在的密码不对。', en: 'The present password is wrong.' },
  activity: { zh: '操作记录', en: 'Record of activity' },
  activityLead: {
    zh: '谁在什么时候做了什么。只增不改，存在数据文件夹里；不含报告的内容。',
    en: 'Who did what, and when. Lines are only added, and are kept in the data folder; none holds text of a report.',
  },
  activityDamaged: { zh: '有 {n} 行读不出来，已略过。', en: '{n} lines cannot be read and were passed over.' },
  activityMonth: { zh: '月份', en: 'Month' },
  activityNone: { zh: '还没有记录。', en: 'Nothing is recorded yet.' },
  entriesOfMonth: { zh: '本月记录', en: 'Entries of the month' },
  show: { zh: '查看', en: 'Show' },
  activityTime: { zh: '时间', en: 'Time' },
  activityWho: { zh: '何人', en: 'Who' },
  activityWhat: { zh: '何事', en: 'What' },
  activityOf: { zh: '对象', en: 'Of' },
  activityDetail: { zh: '细目', en: 'Detail' },
  activityAddress: { zh: '来自', en: 'From' },
  newerEntries: { zh: '较新的', en: 'Newer' },
  olderEntries: { zh: '较早的', en: 'Older' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const roleWords = {
  reviewer: { zh: '审核人', en: 'reviewer' },
  administrator: { zh: '管理员', en: 'administrator' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Actors that are no account. */
export const actorWords = {
  '': { zh: '（未登录）', en: '(not signed in)' },
  local: { zh: '本机', en: 'this computer' },
  'command line': { zh: '命令行', en: 'command line' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What is recorded of people, by its kind. */
export const deedWords = {
  'sign-in': { zh: '登录', en: 'signed in' },
  'sign-in-refused': { zh: '登录被拒', en: 'sign-in refused' },
  'sign-out': { zh: '退出登录', en: 'signed out' },
  'password-changed': { zh: '修改了自己的密码', en: 'changed own password' },
  'report-received': { zh: '导入报告', en: 'added a report' },
  'report-checked': { zh: '重新审核', en: 'checked again' },
  'report-placed': { zh: '认定单位或年度', en: 'decided unit or year' },
  'report-marked': { zh: '登记进度', en: 'marked progress' },
  'report-removed': { zh: '删除报告', en: 'removed a report' },
  'report-restored': { zh: '恢复报告', en: 'brought back a report' },
  review: { zh: '人工复核', en: 'reviewed' },
  letter: { zh: '生成反馈意见', en: 'made a letter' },
  'rules-saved': { zh: '保存审核标准', en: 'saved rules' },
  'rules-restored': { zh: '恢复旧版审核标准', en: 'brought back rules' },
  'settings-saved': { zh: '保存设置', en: 'saved settings' },
  'season-changed': { zh: '变更年度', en: 'changed a season' },
  'units-changed': { zh: '变更单位名册', en: 'changed the roster' },
  'user-added': { zh: '添加用户', en: 'added a user' },
  'user-removed': { zh: '移除用户', en: 'removed a user' },
  'user-role': { zh: '改变用户角色', en: 'changed a role' },
  'user-password': { zh: '重设用户密码', en: 'set a password' },
  'backup-made': { zh: '备份', en: 'made a backup' },
  'backup-restored': { zh: '由备份恢复', en: 'restored a backup' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What the record keeps in short of a deed, by the word that is kept; `several` of a number of reports or letters. */
export const deedParticulars = {
  several: { zh: '{n}份', en: '{n}' },
  units: { zh: '新增{added}个，更新{updated}个', en: '{added} added, {updated} updated' },
  '-1': { zh: '移出名册', en: 'taken from the roster' },
  docx: { zh: 'Word', en: 'Word' },
  zip: { zh: '每封一个 Word（zip）', en: 'one Word file each (zip)' },
  html: { zh: '网页文件', en: 'HTML file' },
  json: { zh: 'JSON', en: 'JSON' },
  sent: { zh: '记为已发出', en: 'marked as sent' },
  unsent: { zh: '撤回发出记录', en: 'took back that it was sent' },
  'draft-swapped': { zh: '与前一稿对调', en: 'swapped with the one before' },
  'draft-removed': { zh: '移除该稿', en: 'taken out' },
  'draft-back': { zh: '恢复该稿', en: 'put back' },
  answered: { zh: '标记为已反馈', en: 'marked as answered' },
  passed: { zh: '标记为通过', en: 'marked as passed' },
  archived: { zh: '归档', en: 'archived' },
  reopened: { zh: '重新打开', en: 'opened again' },
  due: { zh: '设定截止日期', en: 'set the due date' },
} as const satisfies Readonly<Record<string, Bilingual>>;
