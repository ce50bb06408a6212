/** The table that makes text fit for matching: one UTF-16 unit for each unit, so that offsets stay true. */
import { nothing, unseen } from './stand-in-units.ts';
import { mayBeStandIn, putBack } from './stand-ins.ts';
import { simplified, traditional } from './traditional.ts';
import { holdsUnit, unitSet } from './unit-set.ts';

/** Of the CJK radicals supplement, which NFKC leaves alone: the radicals that PDF files put in place of characters. */
const radicals =
  '⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⺟母⺒巳⺬示⻣骨';

/**
 * Variants and what they become. A straight or low quotation mark has no direction of its own and becomes the opening
 * one; the copy turns every second one of a paragraph round.
 */
const variants: readonly (readonly [string, string])[] = [
  ['　\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f', ' '],
  ['﹪', '%'],
  ['﹙', '('],
  ['﹚', ')'],
  ['[［【﹝〖', '〔'],
  [']］】﹞〗', '〕'],
  ['"＂「『﹁﹃〝„‟', '“'],
  ['」』﹂﹄〞〟', '”'],
  ["'＇", '‘'],
  ['‚‛', '‘'],
  ['﹐', ','],
  ['﹑､', '、'],
  ['﹒', '.'],
  ['｡', '。'],
  ['﹔', ';'],
  ['﹕︰∶', ':'],
  ['﹖', '?'],
  ['﹗', '!'],
  ['﹤', '<'],
  ['﹥', '>'],
  ['﹢', '+'],
  ['﹣－', '-'],
  ['﹟', '#'],
  ['﹡', '*'],
  ['○', '〇'],
  ['•‧・･', '·'],
];

/** The radicals of Kangxi, and characters that exist once more for the sake of older codes (⽂, 立). */
const radicalRange = [0x2f00, 0x2fd5] as const;
const compatibleRange = [0xf900, 0xfaff] as const;
/** Signs of fonts of symbols: what Word keeps its bullets in. */
const symbolRange = [0xf020, 0xf0ff] as const;

function build(): Uint16Array {
  const table = Uint16Array.from({ length: 65536 }, (_, unit) => unit);
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) table[unit] = unit - 0xfee0;
  for (const [from, to] of [radicalRange, compatibleRange]) {
    for (let unit = from; unit <= to; unit += 1) {
      const character = String.fromCharCode(unit).normalize('NFKC');
      if (character.length === 1) table[unit] = character.charCodeAt(0);
    }
  }
  for (let at = 0; at < radicals.length; at += 2) table[radicals.charCodeAt(at)] = radicals.charCodeAt(at + 1);
  for (let at = 0; at < traditional.length; at += 1) table[traditional.charCodeAt(at)] = simplified.charCodeAt(at);
  // Radicals may stand for traditional forms (⾒ gives 見): follow them to the simplified one.
  for (const [from, to] of [radicalRange, compatibleRange]) {
    for (let unit = from; unit <= to; unit += 1) table[unit] = table[table[unit] ?? unit] ?? unit;
  }
  for (const one of unseen) table[one.charCodeAt(0)] = nothing;
  for (let unit: number = symbolRange[0]; unit <= symbolRange[1]; unit += 1) table[unit] = nothing;
  for (const [from, to] of variants) {
    for (const character of from) table[character.charCodeAt(0)] = to.charCodeAt(0);
  }
  return table;
}

/** The radicals that PDF files put in place of characters, each as its character; the length stays. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, radical => {
    const at = radicals.indexOf(radical);
    if (at >= 0 && at % 2 === 0) return radicals.charAt(at + 1);
    const character = radical.normalize('NFKC');
    return character.length === 1 ? character : radical;
  });
}

const table = build();

/** 覆 and 瞭: simplified text has them too (覆盖, 瞭望), so that the word around tells what they become (答覆, 瞭解). */
const covering = 0x8986;
const clear = 0x77ad;
const beforeCovering = unitSet('答回批办反函电');
const behindCovering = unitSet('核议議函信');

/** What 覆 or 瞭 becomes between these plain units and the unit behind it. */
function inItsWord(units: Uint16Array, at: number): number {
  const unit = units[at] as number;
  const next = units[at + 1] ?? 0;
  if (unit === clear) return next === 0x89e3 ? 0x4e86 : unit;
  return holdsUnit(beforeCovering, units[at - 1] ?? 0) || holdsUnit(behindCovering, next) ? 0x590d : unit;
}

/** Units that may change; a small part of any text. */
const changed = unitSet([...Array.from(table.keys()).filter(unit => table[unit] !== unit), covering, clear]);

/**
 * The units of `text`, each replaced by its plain form: full width to half width, brackets and quotation marks to one
 * kind (〔〕 for square ones, “” for double ones), radicals and traditional characters to simplified ones; what stands in
 * for something else is put back.
 */
export function plainUnits(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (!holdsUnit(changed, unit)) continue;
    units[at] = unit === covering || unit === clear ? inItsWord(units, at) : (table[unit] as number);
  }
  putBack(units);
  return units;
}

/** The string of these units, lone surrogates kept. */
export function textOf(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
}

/** `text` with each unit replaced by its plain form; the length stays. */
export function normaliseUnits(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (holdsUnit(changed, unit) || mayBeStandIn(unit)) return textOf(plainUnits(text));
  }
  return text;
}

const setWide = /^(?:\d{1,4}|\S)(?:\s{1,4}(?:\d{1,4}|\S))+$/;
/** A figure glued to its neighbours keeps a piece from being set wide all through: 云 山 县2023年 度 报 告. */
function isSetWide(piece: string): boolean {
  if (setWide.test(piece)) return true;
  const parts = piece.split(/\s+/);
  return parts.length > 5 && parts.filter(part => part.length === 1).length * 3 >= parts.length * 2;
}

/** A short piece of a text as it is told: without what stands for nothing, and closed up where it is set wide (关 于 报 告). */
export function shown(piece: string): string {
  let made = piece;
  const units = normaliseUnits(piece);
  if (units.includes('\u200b'))
    made = piece
      .split('')
      .filter((_, at) => units[at] !== '\u200b')
      .join('');
  return isSetWide(made) && /\p{Script=Han}/u.test(made) ? made.replace(/\s+/g, '') : made;
}
