/** The value of a written number, Arabic or Chinese; finding numbers in a text is not its task. */

export interface Numeral {
  readonly value: number;
  /** Digits after the decimal point as written, before a 万 or 千 multiplies the number. */
  readonly decimals: number;
}

const digits: ReadonlyMap<string, number> = new Map(
  Object.entries({
    〇: 0,
    零: 0,
    一: 1,
    壹: 1,
    二: 2,
    贰: 2,
    两: 2,
    三: 3,
    叁: 3,
    四: 4,
    肆: 4,
    五: 5,
    伍: 5,
    六: 6,
    陆: 6,
    七: 7,
    柒: 7,
    八: 8,
    捌: 8,
    九: 9,
    玖: 9,
  }),
);
const units: ReadonlyMap<string, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }),
);
const bigUnits: ReadonlyMap<string, number> = new Map(Object.entries({ 万: 1e4, 亿: 1e8 }));

/** Days, months, years and numbers of headings: the most of what is read. */
const onlyDigits = /^\d+$/;
const arabic = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,9}))?([十百千万亿]{0,2})$/;

/**
 * Reads `1,234`, `7.26万`, `4千`, `三`, `一百二十`, `二〇二三`, `廿五`, `壹佰`, `三点五`, `两千三` and the like, in the plain
 * units of `normaliseUnits`. Null when `s` is anything else, an approximate number (十几, 数百) among them.
 */
export function readNumeral(s: string): Numeral | null {
  if (s.length === 1) {
    const digit = digits.get(s);
    if (digit !== undefined) return { value: digit, decimals: 0 };
  }
  if (s.length <= 4 && onlyDigits.test(s)) return { value: Number(s), decimals: 0 };
  const match = arabic.exec(s);
  if (match !== null) {
    const [, whole = '', fraction = '', scale = ''] = match;
    // The decimals are shifted as text, so that 7.26万 is 72600 and not a sum of rounding errors.
    const value = scaled(whole.replaceAll(',', ''), fraction, scale);
    return value === null ? null : { value, decimals: fraction.length };
  }
  return readChinese(s);
}

function scaled(whole: string, fraction: string, scale: string): number | null {
  let zeros = 0;
  let last = 0;
  for (const unit of scale) {
    const power = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }[unit] ?? 0;
    if (last >= power) return null;
    zeros += power;
    last = power;
  }
  return Number(`${whole}.${fraction || '0'}e${zeros}`);
}

function readChinese(s: string): Numeral | null {
  const point = s.indexOf('点');
  if (point > 0) {
    const whole = readWhole(s.slice(0, point));
    const fraction = [...s.slice(point + 1)].map(c => digits.get(c));
    const scale = bigUnits.get(s.at(-1) ?? '');
    if (scale !== undefined) fraction.pop();
    if (whole === null || fraction.length === 0 || fraction.includes(undefined)) return null;
    const value = Number(`${whole}.${fraction.join('')}`);
    return { value: scale === undefined ? value : Math.round(value * scale), decimals: fraction.length };
  }
  const value = readWhole(s);
  return value === null ? null : { value, decimals: 0 };
}

function readWhole(s: string): number | null {
  const written = s.replace(/^[廿卅]/, tens => (tens === '廿' ? '二十' : '三十'));
  if (written === '') return null;
  const characters = [...written];
  if (characters.length > 1 && characters.every(c => digits.has(c))) {
    // Digit by digit (二〇二三); a single digit goes the other way. 两 is never part of such a row.
    return written.includes('两') ? null : Number(characters.map(c => digits.get(c)).join(''));
  }
  return readPlaces(characters);
}

/** Numbers with places: 一百二十, 三千零五, 两万三, 一亿二千万. */
function readPlaces(characters: readonly string[]): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 0;
  let lastBig = Number.POSITIVE_INFINITY;
  let zero = false;
  for (const [at, c] of characters.entries()) {
    const asDigit = digits.get(c);
    const asUnit = units.get(c);
    const asBig = bigUnits.get(c);
    if (asDigit !== undefined) {
      if (digit !== null && digit !== 0) return null;
      zero = asDigit === 0 || (zero && digit === 0);
      digit = asDigit;
    } else if (asUnit !== undefined) {
      // A bare 十 at the start is ten; other places need a digit before them.
      if (digit === null && !(asUnit === 10 && at === 0)) return null;
      if (digit === 0 && !(asUnit === 10)) return null;
      if (lastUnit !== 0 && asUnit >= lastUnit) return null;
      section += (digit === null || digit === 0 ? 1 : digit) * asUnit;
      digit = null;
      zero = false;
      lastUnit = asUnit;
    } else if (asBig !== undefined) {
      section += digit ?? 0;
      if (section === 0 || asBig >= lastBig) return null;
      total += section * asBig;
      section = 0;
      digit = null;
      zero = false;
      lastUnit = asBig;
      lastBig = asBig;
    } else return null;
  }
  if (digit !== null) {
    // 一百二 is 120 and 两万三 is 23,000: the last digit takes the next place below, unless 零 stands before it.
    const short = lastUnit > 10 && !zero && digit !== 0;
    section += short ? (digit * lastUnit) / 10 : digit;
  }
  return total + section;
}
