/** What the pages say about people's decisions on findings (人工复核), in both languages. */
import type { Bilingual } from './bilingual.ts';

/** Why a person decides otherwise; the keys are kept with the decision. */
export const rulingReasons = {
  elsewhere: { zh: '原文另有表述', en: 'it is stated elsewhere in the text' },
  misread: { zh: '机器理解有误', en: 'the machine misread the passage' },
  insufficient: { zh: '所写内容不足以认定', en: 'what is written is not enough' },
  'not-concerned': { zh: '该单位不涉及此项', en: 'it does not concern this body' },
  verified: { zh: '已另行核实', en: 'verified by other means' },
  other: { zh: '其他（见说明）', en: 'another reason (see the note)' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type RulingReason = keyof typeof rulingReasons;

export const reviewTexts = {
  review: { zh: '人工复核', en: 'Review' },
  reviewOf: { zh: '人工复核：{title}', en: 'Review: {title}' },
  reviewThis: { zh: '人工复核本项', en: 'Review this' },
  reviewNamed: { zh: '人工复核本项：{title}', en: 'Review this: {title}' },
  reviewAgainNamed: { zh: '重新复核：{title}', en: 'Review again: {title}' },
  reviewAgain: { zh: '重新复核', en: 'Review again' },
  agree: { zh: '同意机器结论', en: 'Agree with the machine' },
  agreeNamed: { zh: '同意机器结论：{title}', en: 'Agree with the machine: {title}' },
  machineSays: { zh: '机器结论：{status}。', en: 'The machine says: {status}.' },
  decideOtherwise: { zh: '改判', en: 'Decide otherwise' },
  changeTo: { zh: '改为', en: 'Change to' },
  choose: { zh: '请选择', en: 'choose' },
  reviewReason: { zh: '复核理由', en: 'Reason' },
  reviewNote: { zh: '说明', en: 'Note' },
  reviewer: { zh: '复核人', en: 'Reviewer' },
  saveRuling: { zh: '保存改判', en: 'Save the decision' },
  withdraw: { zh: '撤回复核', en: 'Withdraw the review' },
  reviewed: { zh: '已复核', en: 'reviewed' },
  agreed: { zh: '同意机器结论', en: 'agreed with the machine' },
  changed: { zh: '由“{machine}”改为“{status}”', en: 'changed from “{machine}” to “{status}”' },
  changedReason: { zh: '人工复核改为“{status}”：{reason}', en: 'A person decided “{status}”: {reason}' },
  withdrawn: { zh: '撤回复核', en: 'review withdrawn' },
  withdrawnChanged: {
    zh: '原文摘录或机器结论有变动，原复核（{status}）自动撤回',
    en: 'quote or machine result changed: the review ({status}) was withdrawn',
  },
  textChanged: { zh: '原文有变动，请重新复核。', en: 'The text changed: review again.' },
  before: { zh: '此前：{status}，{by}，{at}', en: 'Before: {status}, {by}, {at}' },
  byAt: { zh: '{by}，{at}', en: '{by}, {at}' },
  reviewSaved: { zh: '已记下复核。', en: 'The review was recorded.' },
  reviewWithdrawnNotice: {
    zh: '已撤回复核，恢复机器结论。',
    en: 'The review was withdrawn; the machine result holds again.',
  },
  staleCount: {
    zh: '有 {n} 项复核因原文或结论变动已撤回，请重新复核。',
    en: 'Reviews withdrawn because text or result changed: {n}. Please review again.',
  },
  reviewedCount: { zh: '人工已复核{n}项。', en: '{n} reviewed by a person.' },
  reviewHistory: { zh: '复核记录', en: 'Review history' },
  reviewHistoryHint: {
    zh: '只增不改：撤回和改判都另记一条。',
    en: 'Entries are only added: a withdrawal or another decision is an entry of its own.',
  },
  reviewTime: { zh: '时间', en: 'Time' },
  decision: { zh: '决定', en: 'Decision' },
  byProgram: { zh: '程序', en: 'the program' },
  noName: { zh: '请写复核人姓名。', en: 'Please give the name of the reviewer.' },
  noStatus: { zh: '请选择改为哪种结论。', en: 'Please choose what to change it to.' },
  noReason: { zh: '请选择复核理由。', en: 'Please choose a reason.' },
  reasonGainsays: {
    zh: '复核理由与改判的结论对不上：“所写内容不足以认定”只能改为未写明或不完整，“该单位不涉及此项”只能改为不涉及。',
    en: 'The reason speaks against the decision: “not enough” goes with missing or partial, “does not concern this body” with not applicable.',
  },
  noNote: { zh: '选择“其他”时请写说明。', en: 'Please explain the other reason in the note.' },
  twoDecisions: {
    zh: '下面已填了改判，没有保存：要改判请点“保存改判”；否则请先把“改为”和“复核理由”改回“请选择”。',
    en: 'Another decision is filled in below, so nothing was stored: press “Save the decision” for it, or first set “Change to” and “Reason” back to “choose”.',
  },
  listRulings: { zh: '人工复核改判', en: 'Decided otherwise by a person' },
  scoreBefore: { zh: '复核前 {score}', en: '{score} before reviews' },
} as const satisfies Readonly<Record<string, Bilingual>>;
