/** How far a number reaches in running text, with the 余, 多, 几 and 数 that make it open: 4千余, 56余万, 十几, 数百, 百余. */
import { readNumeral } from '../read/numerals.ts';
import { holdsUnit, unitSet } from '../read/unit-set.ts';

export interface WrittenNumber {
  readonly start: number;
  /** After the last character that belongs to the number, a 余 or 多 behind it included. */
  readonly end: number;
  /** 万, 千 and 亿 multiplied out. */
  readonly value: number;
  /** Digits after the decimal point as written. */
  readonly decimals: number;
  /** What one unit of the last written digit is worth: 0.01 for 99.55, 100 for 7.26万. */
  readonly step: number;
  /** Somewhat more than `value`. */
  readonly more: boolean;
  /** Two neighbouring digits as an estimate (三四, 七八); the value is the first. */
  readonly estimate: boolean;
  /** Written in Chinese numerals. */
  readonly words: boolean;
  /** 百, 千, 万 or 亿 with no digit before it (百余, 千家). */
  readonly bare: boolean;
  /** Written with 万 or 亿. */
  readonly large: boolean;
}

/** Zeros that 十, 百, 千, 万 and 亿 stand for; 0 for any other unit. */
function zerosOf(unit: number): number {
  switch (unit) {
    case 0x5341:
      return 1;
    case 0x767e:
      return 2;
    case 0x5343:
      return 3;
    case 0x4e07:
      return 4;
    case 0x4ebf:
      return 8;
    default:
      return 0;
  }
}

/** No number is written longer in words. */
const longestCore = 24;
const wordDigits = '〇零一二两三四五六七八九';
const digitUnits = unitSet(wordDigits);
const wordUnits = unitSet(`${wordDigits}十百千万亿`);
/** Words in which 多 after a number is no 余. */
const afterMore = '元样方年部';

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The number that begins at `at` and reaches as far as it can, or null where none begins. */
export function numberAt(text: string, at: number): WrittenNumber | null {
  return isDigit(text.charCodeAt(at)) ? digitsAt(text, at) : wordsAt(text, at);
}

/** The number behind 百分之, whose point may be a word between digits: 百分之98点5. */
export function hundredthsAt(text: string, at: number): WrittenNumber | null {
  const number = numberAt(text, at);
  if (number === null || number.words || number.decimals > 0 || number.more) return number;
  const tail = /^点(\d{1,4})/.exec(text.slice(number.end, number.end + 5))?.[1];
  if (tail === undefined) return number;
  const decimals = tail.length;
  const end = number.end + 1 + decimals;
  return { ...number, end, value: Number(`${number.value}.${tail}`), decimals, step: 10 ** -decimals };
}

/** Whether a 余, 几 or 多 stands at `at` that makes the number open. */
function opens(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x4f59 || unit === 0x51e0 || (unit === 0x591a && !afterMore.includes(text[at + 1] ?? '元'));
}

function digitsAt(text: string, start: number): WrittenNumber | null {
  let at = start;
  let value = 0;
  let decimals = 0;
  let step = 1;
  let more = false;
  let large = false;
  for (;;) {
    const from = at;
    while (isDigit(text.charCodeAt(at))) at += 1;
    if (at - from <= 3) at = groupsEnd(text, from, at);
    if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) {
      at += 1;
      while (isDigit(text.charCodeAt(at))) at += 1;
    }
    let core = text.slice(from, at);
    let zeros = 0;
    for (;;) {
      let next = at;
      if (text[next] === ' ') next += 1;
      const inner = opens(text, next);
      if (inner) next += 1;
      const size = zerosOf(text.charCodeAt(next));
      // 5百分点 is five points and 37千克 as many kilograms: 百 before 分 and 千 before 克 are no scale.
      if (size <= 1 || size <= zeros % 8 || (size === 2 && text[next + 1] === '分')) break;
      if (size === 3 && '克瓦伏米卡'.includes(text[next + 1] ?? '元')) break;
      if (inner) more = true;
      core += text.charAt(next);
      zeros += size;
      at = next + 1;
    }
    if (core.includes(' ')) core = core.replaceAll(' ', ',');
    const read = zeros === 0 && !core.includes(',') ? plain(core) : readNumeral(core);
    if (read === null) return null;
    value += read.value;
    decimals = Math.max(decimals, read.decimals);
    step = 10 ** (zeros - read.decimals);
    if (zeros >= 4) large = true;
    // 3万6千, 1亿2000万: a lower part follows its higher one at once.
    if (zeros >= 4 && !more && isDigit(text.charCodeAt(at))) continue;
    break;
  }
  if (opens(text, at)) {
    more = true;
    at += 1;
  }
  return { start, end: at, value, decimals, step, more, estimate: false, words: false, bare: false, large };
}

/** 1,234 and 机构1 532家: groups of three behind a comma, or behind a blank where a word or mark stands close before and a word behind. */
function groupsEnd(text: string, from: number, first: number): number {
  let at = first;
  while (text[at] === ',' && threeDigits(text, at + 1)) at += 4;
  if (
    at > first ||
    text[from] === '0' ||
    !(isHan(text.charCodeAt(from - 1)) || '、,;:'.includes(text[from - 1] ?? '\n'))
  )
    return at;
  while (text[at] === ' ' && threeDigits(text, at + 1)) at += 4;
  const behind = text[at] === '.' ? isDigit(text.charCodeAt(at + 1)) : isHan(text.charCodeAt(at));
  return behind ? at : first;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Digits with at most a point, the common case. */
function plain(core: string): { readonly value: number; readonly decimals: number } {
  const point = core.indexOf('.');
  return { value: Number(core), decimals: point < 0 ? 0 : core.length - point - 1 };
}

function threeDigits(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i += 1) if (!isDigit(text.charCodeAt(i))) return false;
  return !isDigit(text.charCodeAt(at + 3));
}

function wordsAt(text: string, start: number): WrittenNumber | null {
  let at = start;
  let core = '';
  let more = false;
  const first = text[start] ?? '';
  if (first === '几' || first === '数') {
    if (zerosOf(text.charCodeAt(start + 1)) === 0) return null;
    core = '一';
    more = true;
    at += 1;
  }
  const bare = core === '' && '百千万亿'.includes(first);
  if (bare) core = '一';
  while (holdsUnit(wordUnits, text.charCodeAt(at))) {
    // 百分之, 百分点, 百分制 and the second half of 百分百 are no part of a number.
    if (text[at] === '百' && text[at + 1] === '分') break;
    core += text[at];
    at += 1;
  }
  if (core === '' || at === start || core.length > longestCore) return null;
  const tens = zerosOf(text.charCodeAt(at - 1)) > 0;
  let decimals = 0;
  if (tens && opens(text, at)) {
    more = true;
    at += 1;
    if (text[at] === '万' || text[at] === '亿') {
      core += text[at];
      at += 1;
    }
  } else if (text[at] === '点' && holdsUnit(digitUnits, text.charCodeAt(at + 1))) {
    const from = at;
    at += 1;
    while (holdsUnit(digitUnits, text.charCodeAt(at))) at += 1;
    core += text.slice(from, at);
    decimals = at - from - 1;
  }
  const estimate = core.length === 2 && !/[零〇十百千万亿]/.test(core);
  const read = readNumeral(estimate ? (core[0] ?? '') : core);
  if (read === null) return null;
  const large = core.includes('万') || core.includes('亿');
  return {
    start,
    end: at,
    value: read.value,
    decimals,
    step: 10 ** -decimals,
    more,
    estimate,
    words: true,
    bare,
    large,
  };
}
