/** The fixed vocabulary of results, as pages, exports and the terminal say it. */
import type { Bilingual, Lang } from './bilingual.ts';

type Words<K extends string> = Readonly<Record<K, Bilingual>>;

export const statusWords: Words<'met' | 'partial' | 'missing' | 'not-applicable' | 'review'> = {
  met: { zh: '已写明', en: 'Met' },
  partial: { zh: '不完整', en: 'Partial' },
  missing: { zh: '未写明', en: 'Missing' },
  'not-applicable': { zh: '不涉及', en: 'Not applicable' },
  review: { zh: '待人工核', en: 'To be reviewed' },
};

/** A shape for each status, so that colour is never the only sign. */
export const statusGlyphs: Readonly<Record<keyof typeof statusWords, string>> = {
  met: '●',
  partial: '◐',
  missing: '○',
  'not-applicable': '－',
  review: '◇',
};

export const certaintyWords: Words<'sure' | 'likely' | 'unsure'> = {
  sure: { zh: '确定', en: 'sure' },
  likely: { zh: '较有把握', en: 'likely' },
  unsure: { zh: '拿不准，请人工核', en: 'unsure, please review' },
};

export const tierWords: Words<'mandatory' | 'expected' | 'optional'> = {
  mandatory: { zh: '必报', en: 'Required' },
  expected: { zh: '应写', en: 'Expected' },
  optional: { zh: '选写', en: 'Optional' },
};

export const levelWords: Words<'province' | 'city' | 'county' | 'township' | 'department' | 'party-committee'> = {
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡镇（街道）', en: 'Township or subdistrict' },
  department: { zh: '部门', en: 'Department' },
  'party-committee': { zh: '党委', en: 'Party committee' },
};

export const stanceWords: Words<'done' | 'planned' | 'problem' | 'prior-year' | 'background'> = {
  done: { zh: '本年完成', en: 'done this year' },
  planned: { zh: '计划目标', en: 'planned' },
  problem: { zh: '问题', en: 'problem' },
  'prior-year': { zh: '上年', en: 'earlier year' },
  background: { zh: '背景', en: 'background' },
};

export const quantityKindWords: Words<'count' | 'rate' | 'change' | 'duration' | 'money'> = {
  count: { zh: '数量', en: 'count' },
  rate: { zh: '比率', en: 'rate' },
  change: { zh: '增减', en: 'change' },
  duration: { zh: '时限', en: 'duration' },
  money: { zh: '金额', en: 'money' },
};

export const qualifierWords: Words<'exact' | 'over' | 'about' | 'at-most' | 'at-least' | 'below'> = {
  exact: { zh: '', en: '' },
  over: { zh: '超过', en: 'over' },
  about: { zh: '约', en: 'about' },
  'at-most': { zh: '不超过', en: 'at most' },
  'at-least': { zh: '不少于', en: 'at least' },
  below: { zh: '不足', en: 'below' },
};

const englishUnits: Readonly<Record<string, string>> = {
  元: ' yuan',
  日: ' days',
  天: ' days',
  年: ' years',
  月: ' months',
};

/** A unit behind its number. English has no measure words: 件, 个, 名 and their like are left out. */
export function unitWords(unit: string | null, lang: Lang): string {
  if (unit === null || unit === '%') return unit ?? '';
  return lang === 'zh' ? unit : (englishUnits[unit] ?? '');
}

export const relationKindWords: Words<'sum' | 'ratio' | 'difference' | 'repeat' | 'reachable-rate' | 'equation'> = {
  sum: { zh: '分项与合计', en: 'parts and total' },
  ratio: { zh: '比率', en: 'rate' },
  difference: { zh: '增减', en: 'change' },
  repeat: { zh: '前后两处', en: 'stated twice' },
  'reachable-rate': { zh: '比率能否算出', en: 'rate that counts can give' },
  equation: { zh: '表内勾稽', en: 'rows of a table' },
};

export const verdictWords: Words<'consistent' | 'rounding' | 'inconsistent' | 'crosses-threshold' | 'unreachable'> = {
  consistent: { zh: '相符', en: 'agree' },
  rounding: { zh: '四舍五入相符', en: 'agree after rounding' },
  inconsistent: { zh: '不符', en: 'do not agree' },
  'crosses-threshold': { zh: '不符，且影响是否达标', en: 'do not agree, across a threshold' },
  unreachable: { zh: '按所列件数算不出该比率', en: 'the counts cannot give this rate' },
};

export const anomalyWords: Words<
  'injected-text' | 'web-chrome' | 'lost-punctuation' | 'duplicate-passage' | 'placeholder' | 'wrong-year' | 'garbled'
> = {
  'injected-text': { zh: '疑被植入的内容', en: 'injected text' },
  'web-chrome': { zh: '网页附带文字', en: 'page furniture' },
  'lost-punctuation': { zh: '疑缺标点', en: 'punctuation lost' },
  'duplicate-passage': { zh: '重复段落', en: 'repeated passage' },
  placeholder: { zh: '未填的空', en: 'unfilled blank' },
  'wrong-year': { zh: '年份可能有误', en: 'year may be wrong' },
  garbled: { zh: '乱码', en: 'garbled text' },
};

const sourceCertaintyWords: Readonly<Record<string, Bilingual>> = {
  verified: { zh: '已核对原文', en: 'checked against its text' },
  quoted: { zh: '据公开文件转引', en: 'quoted by a public document' },
  memory: { zh: '未核对，供参考', en: 'not checked, for reference' },
  proposal: { zh: '本工具建议', en: 'proposed by this tool' },
};

/** How far a source was checked; a rule set's own word is shown as it is. */
export function sourceCertainty(certainty: string, lang: Lang): string {
  const words = sourceCertaintyWords[certainty];
  return words === undefined ? certainty : words[lang];
}

export const zoneWords: Words<'head' | 'work' | 'first-responsible' | 'problem' | 'plan' | 'tail'> = {
  head: { zh: '文首', en: 'head' },
  work: { zh: '举措和成效', en: 'measures and results' },
  'first-responsible': { zh: '第一责任人履职', en: 'duties of the heads' },
  problem: { zh: '不足和原因', en: 'shortcomings' },
  plan: { zh: '下一年度安排', en: 'plan for next year' },
  tail: { zh: '文末', en: 'end' },
};
