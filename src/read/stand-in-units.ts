/** What the readers of stand-ins share: the units that they look for and put. */
import { holdsUnit, unitSet } from './unit-set.ts';

/** A blank without width: what a unit becomes that stands for nothing. */
export const nothing = 0x200b;

/** All that is not seen: blanks without width, marks of direction, soft hyphens, symbols of a font, controls. */
export const unseen =
  '\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2066\u2067\u2068\u2069\ufeff\ufffc';

const ends = unitSet('\n\r\v\f\u2028\u2029\u0085');
const blanks = unitSet(` \t${unseen}`);
const numerals = '一二三四五六七八九';

export const endsLine = (unit: number): boolean => holdsUnit(ends, unit);
export const isBlankUnit = (unit: number): boolean => holdsUnit(blanks, unit);
export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
export const isDigitUnit = (unit: number): boolean => unit >= 48 && unit <= 57;
export const isLetterUnit = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/** 1 to 10 of 一 to 十, 0 of any other unit. */
export function numeralOf(unit: number): number {
  if (unit === 0x5341) return 10;
  return isHan(unit) ? numerals.indexOf(String.fromCharCode(unit)) + 1 : 0;
}

/** 一 to 十 of 1 to 10. */
export const numeralUnit = (value: number): number => (value === 10 ? 0x5341 : numerals.charCodeAt(value - 1));

/** The first place from `from` on that is no blank. */
export function behindBlanks(units: Uint16Array, from: number): number {
  let at = from;
  while (at < units.length && isBlankUnit(units[at] as number)) at += 1;
  return at;
}

/** The end of the line that holds `from`, looked for among so many units; -1 where it is farther off. */
export function lineEnd(units: Uint16Array, from: number, most: number): number {
  const last = Math.min(units.length, from + most);
  for (let at = from; at < last; at += 1) if (endsLine(units[at] as number)) return at;
  return last === units.length ? last : -1;
}

const unseenSigns = new RegExp(`[${unseen}]+`, 'g');

/** A text without the signs that nobody sees, which come with what is copied from pages and files. */
export const withoutUnseen = (text: string): string => text.replace(unseenSigns, '');
