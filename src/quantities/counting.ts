/** Whether a word behind a number really counts there: 3年 and 三年, 30日内 and 3月30日, 98分 and 九时三十分. */
import { leadsList, sloganAt, structuralAt } from './names.ts';
import type { WrittenNumber } from './numbers.ts';
import { prefixAt, suffixAt } from './qualify.ts';
import { type Measure, measureAt } from './units.ts';

/** Before N日 they make it a term: 公示5日, 由法定20日压缩至5日. */
const termOpeners = [
  '为期',
  '期限',
  '公示',
  '法定',
  '征求意见',
  '公开征求',
  '压缩至',
  '压缩到',
  '缩短至',
  '缩短到',
  '缩减至',
  '限时',
];

/** A measure word that really measures here, or null. */
export function countingAt(text: string, number: WrittenNumber, at: number): Measure | null {
  const measure = measureAt(text, at, number.words);
  if (measure === null) return null;
  const after = at + measure.length;
  const next = text[after] ?? '\n';
  const before = text[number.start - 1] ?? '\n';
  switch (measure.unit) {
    case '年':
      if (number.words && !wordYears(text, number, after)) return null;
      return standsForPeriod(text, number.start, after) ? null : measure;
    case '月':
    case '天':
    case '周':
    case '季度':
      if (measure.unit === '周' && '年岁边期'.includes(next)) return null;
      return standsForPeriod(text, number.start, after) ? null : measure;
    case '日':
      return isTerm(text, number.start, after) || measure.length > 1 ? measure : null;
    case '分':
      if ('之别类布级管为钟子析享成支工'.includes(next) || before === '时' || before === '点') return null;
      return number.words && !'得扣满值加减'.includes(before) ? null : measure;
    case '个':
      if (measure.length === 0) return bareNoun(number) ? measure : null;
      if (number.words && structuralAt(text, after)) return null;
      if (number.value <= 12 && sloganAt(text, after)) return null;
      // 5个一活动 as well, but 5个一级站所 counts.
      if (!number.words) return next === '一' && !'级类般等次线流'.includes(text[after + 1] ?? '\n') ? null : measure;
      return '一二三四五六七八九十百'.includes(next) ? null : measure;
    case '部':
      // The parts of the text itself; 三部门 and 三部委 are bodies.
      return measure.length === 1 && '分门委'.includes(next) ? null : measure;
    case '件':
    case '项':
      return number.words && leadsList(text, after) ? null : measure;
    case '条':
      return number.words && next === ':' ? null : measure;
    case '起':
      return '来到草义'.includes(next) && number.words ? null : measure;
    case '位':
      return text.startsWith('一体', after) ? null : measure;
    case '种':
    case '处':
      return '植级置理长室科罚'.includes(next) && number.words ? null : measure;
    default:
      return measure;
  }
}

/** A noun straight behind its number: hotlines (12345平台) and years are none. */
function bareNoun(number: WrittenNumber): boolean {
  const { value } = number;
  return !number.words && number.decimals === 0 && value < 1000 && ![110, 114, 119, 120, 122].includes(value);
}

/** 近三年, 五年来, 今后5年: a stretch of time that dates other figures. */
function standsForPeriod(text: string, start: number, after: number): boolean {
  const before = text[start - 1] ?? '\n';
  if ('近这前后每第今本'.includes(before) || text.endsWith('过去', start) || text.endsWith('未来', start)) return true;
  return '来度前后级'.includes(text[after] ?? '\n') || text.startsWith('以来', after) || text.startsWith('多来', after);
}

/** 连续三年, 为期两年, 两年行动: with Chinese numerals years count only in such company. */
function wordYears(text: string, number: WrittenNumber, after: number): boolean {
  const { start } = number;
  if (['连续', '为期', '期限', '历时', '满', '超过', '近'].some(word => text.endsWith(word, start))) return true;
  return text.startsWith('行动', after) || text.startsWith('以上', after) || text.startsWith('以内', after);
}

/** 30日内, 不少于30日: a term, not a date. */
function isTerm(text: string, start: number, after: number): boolean {
  if (text[start - 1] === '月') return false;
  if (suffixAt(text, after).qualifier !== 'exact') return true;
  const prefix = prefixAt(text, start, false).qualifier;
  return prefix !== 'exact' || termOpeners.some(word => text.endsWith(word, start));
}
