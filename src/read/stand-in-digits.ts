/** Puts back digits: years in words (二〇二四年, 二O二四年), and letters that a scanner read for them (2O24年, l5件). */
import { isDigitUnit, isLetterUnit } from './stand-in-units.ts';
import { holdsUnit, unitSet } from './unit-set.ts';

const inWords: ReadonlyMap<number, number> = new Map(
  [...'〇零Oo0一二三四五六七八九'].map((sign, nth) => [sign.charCodeAt(0), nth < 5 ? 0 : nth - 4]),
);
const one = 0x4e00;
const two = 0x4e8c;
const nine = 0x4e5d;
/** What stands behind a year. */
const behindYear = unitSet('年-—–至到~');
/** What stands behind a number that holds letters; a word such as O2O has something else behind it. */
const behindNumber = unitSet('年月日号%件次人份场条名册户起宗家项个万余多部批篇元张吨亩页本期天亿千百位');

/** Turns the four signs before `end` into digits where they are a year in words. */
export function putBackYear(units: Uint16Array, end: number): void {
  // The engine gives up its fast code, each time anew, where an array of numbers is asked for a place before its first.
  if (end < 4) return;
  const first = units[end - 4];
  const second = units[end - 3] ?? 0;
  if (first === two ? inWords.get(second) !== 0 : first !== one || second !== nine) return;
  for (let at = end - 4; at < end; at += 1) if (!inWords.has(units[at] as number)) return;
  if (end > 4 && inWords.has(units[end - 5] as number)) return;
  for (let at = end - 4; at < end; at += 1) units[at] = 48 + (inWords.get(units[at] as number) ?? 0);
}

export const mayEndYear = (unit: number): boolean => holdsUnit(behindYear, unit);

const isZero = (unit: number): boolean => unit === 0x4f || unit === 0x6f;
const isOne = (unit: number): boolean => unit === 0x6c || unit === 0x49;
export const looksLikeDigit = (unit: number): boolean => isZero(unit) || isOne(unit);

const longestNumber = 12;

/** The letter at `at` and its neighbours become digits where they stand in a number. */
export function putBackLetter(units: Uint16Array, at: number): void {
  const fits = (place: number): boolean => isDigitUnit(units[place] ?? 0) || looksLikeDigit(units[place] ?? 0);
  let from = at;
  while (at - from < longestNumber && fits(from - 1)) from -= 1;
  let to = at + 1;
  while (to - at < longestNumber && fits(to)) to += 1;
  if (to - from < 2 || isZero(units[from] as number) || !holdsUnit(behindNumber, units[to] ?? 0)) return;
  if (isLetterUnit(units[from - 1] ?? 0)) return;
  const number = units.subarray(from, to);
  // ll件 is no word; II期 is a second phase.
  if (!number.some(isDigitUnit) && !number.every(unit => unit === 0x6c)) return;
  for (let place = from; place < to; place += 1) {
    const unit = units[place] as number;
    if (isZero(unit)) units[place] = 48;
    else if (isOne(unit)) units[place] = 49;
  }
}

const dashes = unitSet('-—–');
const walls = unitSet('。;:');

/** 。—是加强学习 at the dash: a scanner takes 一 for one. */
export function putBackFirst(units: Uint16Array, at: number): void {
  if (units[at + 1] !== 0x662f || !holdsUnit(dashes, units[at] as number)) return;
  if (holdsUnit(walls, units[at - 1] ?? 0)) units[at] = one;
}
