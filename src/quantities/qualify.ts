/** Words around a number that open it to one side: 超过, 近, 不少于 before it; 以上, 以内, 左右 behind it. */
import { holdsUnit, unitSet } from '../read/unit-set.ts';
import type { Qualifier } from './types.ts';

const before: readonly (readonly [string, Qualifier])[] = [
  ['不得少于', 'at-least'],
  ['不得低于', 'at-least'],
  ['不少于', 'at-least'],
  ['不低于', 'at-least'],
  ['不小于', 'at-least'],
  ['不下于', 'at-least'],
  ['不下', 'at-least'],
  ['至少', 'at-least'],
  ['最少', 'at-least'],
  ['不得超过', 'at-most'],
  ['不得高于', 'at-most'],
  ['不超过', 'at-most'],
  ['未超过', 'at-most'],
  ['不高于', 'at-most'],
  ['不多于', 'at-most'],
  ['不大于', 'at-most'],
  ['至多', 'at-most'],
  ['最多', 'at-most'],
  ['不足', 'below'],
  ['低于', 'below'],
  ['少于', 'below'],
  ['小于', 'below'],
  ['不到', 'below'],
  ['未达到', 'below'],
  ['未达', 'below'],
  ['未到', 'below'],
  ['未满', 'below'],
  ['不满', 'below'],
  ['超过', 'over'],
  ['突破', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['大于', 'over'],
  ['逾', 'over'],
  ['破', 'over'],
  ['超', 'over'],
  ['上', 'about'],
  ['大约', 'about'],
  ['接近', 'about'],
  ['将近', 'about'],
  ['近', 'about'],
  ['约', 'about'],
  ['满', 'at-least'],
];
const byLast = new Map<number, (readonly [string, Qualifier])[]>();
for (const row of before) {
  const last = row[0].charCodeAt(row[0].length - 1);
  const rows = byLast.get(last);
  if (rows === undefined) byLast.set(last, [row]);
  else rows.push(row);
}
const none: readonly (readonly [string, Qualifier])[] = [];
/** Characters before a one-character qualifier that make it the end of another word (节约, 侦破, 最近, 圆满). */
const wordEnds: Readonly<Record<string, string>> = {
  约: '节预签公制集违履契合条失解特邀赴',
  破: '侦告查打爆',
  近: '最附临靠亲走',
  超: '赶高',
  满: '圆美充届期',
  上: '以线网会路街车晚早',
  逾: '',
};

export interface Prefix {
  /** Where the qualifier begins; the number's own start where there is none. */
  readonly start: number;
  readonly qualifier: Qualifier;
}

/** The qualifier that stands straight before the number at `at`. `bare`: the number is 百, 千 or 万 alone (上百). */
export function prefixAt(text: string, at: number, bare: boolean): Prefix {
  let end = at;
  if (text[end - 1] === ' ') end -= 1;
  // 超过了100人, 突破了.
  if (text[end - 1] === '了' && (text.endsWith('超过', end - 1) || text.endsWith('突破', end - 1))) end -= 1;
  for (const [word, qualifier] of byLast.get(text.charCodeAt(end - 1)) ?? none) {
    if (!text.endsWith(word, end)) continue;
    if (word.length === 1) {
      if (word === '上' && !bare) continue;
      if (wordEnds[word]?.includes(text[end - 2] ?? '。') === true) continue;
      // 村规民约2项, but 居民约200人.
      if (word === '约' && text.startsWith('规民', end - 3)) continue;
    }
    return { start: end - word.length, qualifier };
  }
  return { start: at, qualifier: distant(text, end) };
}

const endsReach = unitSet(',;:。、\n0123456789');

/** 至少有1件, 最多不得再报3次: the word may stand a verb away from its number. */
function distant(text: string, end: number): Qualifier {
  for (let at = end - 2; at >= end - 8 && at >= 1; at -= 1) {
    const unit = text.charCodeAt(at);
    if (holdsUnit(endsReach, unit)) return 'exact';
    if (unit === 0x5c11 && '至最'.includes(text[at - 1] as string)) return 'at-least';
    if (unit === 0x591a && text[at - 1] === '至') return 'at-most';
  }
  return 'exact';
}

const behind: readonly (readonly [string, Qualifier])[] = [
  ['及以上', 'at-least'],
  ['(含)以上', 'at-least'],
  ['以上', 'at-least'],
  ['及以下', 'at-most'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
  ['之内', 'at-most'],
  ['内', 'at-most'],
  ['左右', 'about'],
  ['上下', 'about'],
];

export interface Suffix {
  readonly end: number;
  readonly qualifier: Qualifier;
}

const beginsBehind = unitSet(behind.map(([word]) => word.charAt(0)).join(''));
const endsNoun = unitSet(',;:。、()“”\n0123456789级岁职龄历年处科');

/** The qualifier that stands straight behind the unit that ends at `at`. */
export function suffixAt(text: string, at: number): Suffix {
  if (holdsUnit(beginsBehind, text.charCodeAt(at))) {
    for (const [word, qualifier] of behind) {
      if (!text.startsWith(word, at)) continue;
      if (word === '内' && '容部设外心控网涵勤'.includes(text[at + 1] ?? '。')) break;
      if (word === '以下' && '简称内'.includes(text[at + 2] ?? '。')) break;
      if (word === '上下' && '级联'.includes(text[at + 2] ?? '。')) break;
      return { end: at + word.length, qualifier };
    }
  }
  // 20个单位以上: the counted noun stands between.
  for (let to = at + 1; to <= at + 4 && to <= text.length; to += 1) {
    if (holdsUnit(endsNoun, text.charCodeAt(to - 1))) break;
    if (text.startsWith('以上', to)) return { end: to + 2, qualifier: 'at-least' };
  }
  return { end: at, qualifier: 'exact' };
}

/** One qualifier for a figure: what stands behind it is the most definite, then what stands before, then 余. */
export function qualify(prefix: Qualifier, suffix: Qualifier, more: boolean, estimate: boolean): Qualifier {
  if (suffix !== 'exact') return suffix;
  if (prefix !== 'exact') return prefix;
  if (more) return 'over';
  return estimate ? 'about' : 'exact';
}
