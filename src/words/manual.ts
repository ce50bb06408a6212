/** Texts of the manual that is made from a rule set, in both languages. */
import type { Bilingual } from './bilingual.ts';

export const manualTexts = {
  whenMissing: { zh: '必报内容未写明 {n} 项及以上', en: '{n} or more required items missing' },
  whenPartial: { zh: '必报内容不完整 {n} 项及以上', en: '{n} or more required items partial' },
  whenShare: { zh: '应写内容写明的不到 {n}%', en: 'less than {n}% of the expected items met' },
  whenElse: { zh: '其余情形', en: 'otherwise' },
  or: { zh: ',或', en: ', or ' },
  acceptedPhrases: { zh: '采信的说法', en: 'Accepted wordings' },
  partialPhrases: { zh: '只算不完整', en: 'Only partial' },
  refusedPhrases: { zh: '不算', en: 'Does not count' },
  appliesTo: { zh: '适用', en: 'Applies to' },
  appliesYears: { zh: '{from}—{to}年度', en: 'report years {from}–{to}' },
  appliesFrom: { zh: '{from}年度起', en: 'report years from {from}' },
  appliesUntil: { zh: '{to}年度以前', en: 'report years until {to}' },
  appliesUnless: { zh: '写明下列情形时不涉及', en: 'Not applicable where the report says' },
  optionalFor: { zh: '{levels}未提及时不涉及', en: 'not applicable where a report of {levels} is silent' },
  levelsAll: { zh: '各层级', en: 'all levels' },
  listSeparator: { zh: '、', en: ', ' },
  clauseSeparator: { zh: ';', en: '; ' },
  unitWords: { zh: '单位', en: 'Unit' },
  zonesWords: { zh: '采信的部分', en: 'Where it counts' },
  askPerson: { zh: '请人判断', en: 'A person decides' },
  exampleZone: { zh: '(位于{zone})', en: '(in {zone})' },
  notes: { zh: '提示', en: 'Notes' },
  noteBelow: { zh: '低于 {n} 时提示', en: 'noted below {n}' },
  noteAbove: { zh: '高于 {n} 时提示', en: 'noted above {n}' },
} as const satisfies Readonly<Record<string, Bilingual>>;
