/** Puts back how lines begin: bullets and marks of Markdown before them, and the numbers of headings in other signs. */
import {
  behindBlanks,
  endsLine,
  isBlankUnit,
  isDigitUnit,
  isHan,
  lineEnd,
  nothing,
  numeralOf,
  numeralUnit,
} from './stand-in-units.ts';
import { holdsUnit, unitSet } from './unit-set.ts';

const bulletSigns = '·●◆◇■□▪▫◦▲△►▶▸➢➤➔★☆※✓✔√◎⊙☑♦❖◉';
const bullets = unitSet(bulletSigns);
/** Signs that stand for something at the begin of a line. */
export const lineSigns = `${bulletSigns}#〔`;
/** Bullets only before a blank. */
const spacedBullets = unitSet('-–—*+o〇');
const dashes = unitSet('-–—―─ー');
const formal = '壹贰叁肆伍陆柒捌玖拾';
const opening = unitSet('(“《〔');
const comma = 0x3001;
const longestHeading = 60;

/** A number whose mark lacks: 一 加强领导, 1 加强领导, 1.1 加强领导. */
interface Unmarked {
  readonly kind: 'han' | 'digit' | 'decimal';
  readonly value: number;
  /** Of 1.2 the 1. */
  readonly above: number;
  readonly start: number;
  /** Where the mark lacks; -1 where it stands. */
  readonly end: number;
}

/** Goes through the lines of a text. */
export class LineStarts {
  readonly #units: Uint16Array;
  readonly #unmarked: Unmarked[] = [];

  constructor(units: Uint16Array) {
    this.#units = units;
  }

  /** A line begins at `from`. */
  take(from: number): void {
    const units = this.#units;
    let at = behindBlanks(units, from);
    const first = units[at];
    if (first === undefined || endsLine(first)) return;
    if (isBlankUnit(units[at + 1] ?? 0) && isBlankUnit(units[behindBlanks(units, at + 1) + 1] ?? 0)) closeUp(units, at);
    const bare = withoutBullet(units, at);
    if (bare !== at) {
      units.fill(nothing, at, bare);
      at = bare;
    }
    this.#number(at);
  }

  #number(at: number): void {
    const units = this.#units;
    const unit = units[at] ?? 0;
    const next = units[at + 1] ?? 0;
    if (unit === 0x3014) {
      unbracket(units, at);
      return;
    }
    if (unit === 40) {
      if (units[at + 2] === 41 && holdsUnit(dashes, next)) units[at + 1] = numeralUnit(1);
      return;
    }
    if (holdsUnit(dashes, unit)) {
      if (next === comma || (next === 0x662f && isHan(units[at + 2] ?? 0))) units[at] = numeralUnit(1);
      return;
    }
    if (next === comma || next === 46) {
      const roman = unit >= 0x2160 && unit <= 0x2169 ? unit - 0x215f : 0;
      const value = roman || (next === comma && isHan(unit) ? formal.indexOf(String.fromCharCode(unit)) + 1 : 0);
      if (value > 0) {
        units[at] = numeralUnit(value);
        units[at + 1] = comma;
        return;
      }
    }
    if (numeralOf(unit) > 0 && next === comma) {
      this.#unmarked.push({ kind: 'han', value: numeralOf(unit), above: 0, start: at, end: -1 });
    } else if (isDigitUnit(unit) || numeralOf(unit) > 0) {
      const found = unmarkedAt(units, at);
      if (found !== null) this.#unmarked.push(found);
    }
  }

  /** Gives numbers without a mark theirs, where they count from one on and leave none out. */
  finish(): void {
    const of = (kind: Unmarked['kind']): Unmarked[] => this.#unmarked.filter(one => one.kind === kind);
    const units = this.#units;
    const inOrder = (all: readonly Unmarked[]): boolean =>
      all.length > 1 && all.every((one, nth) => one.value === nth + 1);
    for (const kind of ['han', 'digit'] as const) {
      const found = of(kind);
      if (inOrder(found)) for (const one of found) if (one.end !== -1) units[one.end] = kind === 'han' ? comma : 46;
    }
    const decimals = of('decimal');
    const follows = decimals.every((one, nth) => {
      const before = decimals[nth - 1];
      if (one.value > 1) return before?.above === one.above && before.value === one.value - 1;
      return one.above > (before?.above ?? 0);
    });
    if (decimals.length < 2 || !follows) return;
    for (const { start, end, value } of decimals) {
      const digits = value > 9 ? 2 : 1;
      units.fill(nothing, start, end - digits - 1);
      units[end - digits - 1] = 40;
      units[end] = 41;
    }
  }
}

/** Where the line begins behind its bullet or its # of Markdown; `at` where it has none. */
function withoutBullet(units: Uint16Array, at: number): number {
  const unit = units[at] as number;
  let end = at;
  if (unit === 35) {
    while (units[end] === 35) end += 1;
    return end - at <= 6 && (isBlankUnit(units[end] ?? 0) || end - at > 1) ? behindBlanks(units, end) : at;
  }
  const symbol = unit >= 0xf020 && unit <= 0xf0ff;
  const needsBlank = holdsUnit(spacedBullets, unit);
  if (!symbol && !needsBlank && !holdsUnit(bullets, unit)) return at;
  end = behindBlanks(units, at + 1);
  if (needsBlank && end === at + 1) return at;
  const next = units[end] ?? 0;
  if (isHan(next) || holdsUnit(opening, next)) return end;
  const mark = units[end + 1] ?? 0;
  if (beginsYear(units, end)) return end;
  const counted = isDigitUnit(next) && (mark === 46 || mark === comma) && !isDigitUnit(units[end + 2] ?? 0);
  return counted ? end : at;
}

/** 【一、加强领导】 loses its brackets, 〔一〕加强领导 gets round ones. */
function unbracket(units: Uint16Array, at: number): void {
  let close = at + 1;
  while (close - at < 4 && numeralOf(units[close] ?? 0) > 0) close += 1;
  if (close > at + 1 && units[close] === 0x3015) {
    units[at] = 40;
    units[close] = 41;
    return;
  }
  if (units[at + 1] !== 40 && (close === at + 1 || units[close] !== comma)) return;
  const end = lineEnd(units, at, longestHeading);
  if (end === -1) return;
  const last = units.subarray(0, end).lastIndexOf(0x3015);
  if (last <= at || behindBlanks(units, last + 1) < end) return;
  units[at] = nothing;
  units[last] = nothing;
}

/** The number without a mark that begins a short line without a full stop; null where there is none. */
function unmarkedAt(units: Uint16Array, at: number): Unmarked | null {
  const han = numeralOf(units[at] as number);
  let end = at + 1;
  let value = han;
  let above = 0;
  if (han === 0) {
    value = (units[at] as number) - 48;
    const read = (): void => {
      if (isDigitUnit(units[end] ?? 0)) value = 10 * value + (units[end++] as number) - 48;
    };
    read();
    if (units[end] === 46 && isDigitUnit(units[end + 1] ?? 0)) {
      above = value;
      value = (units[end + 1] as number) - 48;
      end += 2;
      read();
    }
  }
  const mark = units[end] ?? 0;
  if (value === 0 || !(isBlankUnit(mark) || (han > 0 && mark === 44))) return null;
  const next = behindBlanks(units, end + 1);
  const word = isHan(units[next] ?? 0) && !isBlankUnit(units[next + 1] ?? 0);
  if (!word && !beginsYear(units, next)) return null;
  // 1.1 counts what a line begins with, however long it is.
  if (above > 0) return { kind: 'decimal', value, above, start: at, end };
  const close = lineEnd(units, next, longestHeading);
  if (close === -1) return null;
  const stop = units.subarray(next, close).indexOf(0x3002);
  if (stop !== -1 && behindBlanks(units, next + stop + 1) < close) return null;
  return { kind: han > 0 ? 'han' : 'digit', value, above, start: at, end };
}

/** 2024年 at `at`. */
const beginsYear = (units: Uint16Array, at: number): boolean =>
  units[at + 4] === 0x5e74 && units.subarray(at, at + 4).every(isDigitUnit);

const leastSpaced = 4;

/** 2 0 2 4 年 法 治 政 府: in a line set wide blanks part no numbers. */
function closeUp(units: Uint16Array, from: number): void {
  let signs = 0;
  let han = 0;
  let alone = 0;
  let at = from;
  for (; at < units.length && !endsLine(units[at] as number); at += 1) {
    const unit = units[at] as number;
    // Tabs and bars part the cells of a row.
    if (unit === 9 || unit === 0x7c) return;
    if (isBlankUnit(unit)) continue;
    signs += 1;
    if (isHan(unit)) han += 1;
    if (isBlankUnit(units[at + 1] ?? 10) || endsLine(units[at + 1] ?? 10)) alone += 1;
  }
  if (signs < leastSpaced || alone < signs * 0.9 || han * 2 < signs) return;
  for (let place = from + 1; place < at; place += 1) {
    if (!isBlankUnit(units[place] as number)) continue;
    const next = behindBlanks(units, place);
    if (isDigitUnit(units[place - 1] as number) && isDigitUnit(units[next] ?? 0)) units.fill(nothing, place, next);
    place = next;
  }
}
