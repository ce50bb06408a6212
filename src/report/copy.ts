/** Builds the copy that matching works on: the text without furniture, injections and blanks, and its walls. */
import { plainUnits, textOf } from '../read/copy-table.ts';
import { firstFrom } from '../rules/literals.ts';
import type { Line } from './lines.ts';
import { isBlank } from './lines.ts';
import type { Copy, Span } from './types.ts';

/** A piece of the source that becomes one paragraph line: its span, and whether a paragraph ends behind it. */
export interface Piece extends Span {
  readonly ends: boolean;
}

export interface Built {
  readonly copy: Copy;
  /** The units of `copy.flat`, for those who read it one by one. */
  readonly flatUnits: Uint16Array;
  /** Flat places of punctuation, brackets and line ends, in order: all that is neither a letter, a digit nor Han. */
  readonly marks: readonly number[];
}

/**
 * The copy of `text`. `units` is `plainUnits(text)`; `pieces` are the visible lines in order; `skip` holds spans to
 * step over, sorted and apart.
 */
export function buildCopy(text: string, units: Uint16Array, pieces: readonly Piece[], skip: readonly Span[]): Built {
  const taken = new Uint16Array(units.length);
  const marks: number[] = [];
  const at = new Int32Array(units.length + 1);
  let size = 0;
  let skipAt = 0;
  for (const piece of pieces) {
    const paragraphFrom = size;
    let straight = 0;
    let from = piece.start;
    while (from < piece.end) {
      while (skipAt < skip.length && (skip[skipAt] as Span).end <= from) skipAt += 1;
      const skipped = skip[skipAt];
      if (skipped !== undefined && skipped.start <= from) {
        from = skipped.end;
        continue;
      }
      const to = skipped === undefined ? piece.end : Math.min(skipped.start, piece.end);
      for (; from < to; from += 1) {
        let unit = units[from] as number;
        if (unit <= lastMark || unit === 0xfeff) {
          if (isBlank(unit)) {
            if (unit > 32 || !keepsBlank(units, from, taken[size - 1] ?? 0, size > paragraphFrom, piece.end)) continue;
            unit = 32;
          } else if (unit === 0x201c && isStraight(text.charCodeAt(from))) {
            straight += 1;
            if (straight % 2 === 0) unit = 0x201d;
          }
          if (!isWord(unit)) marks.push(size);
        }
        taken[size] = unit;
        at[size] = from;
        size += 1;
      }
    }
    if (piece.ends && size > 0 && taken[size - 1] !== newline) {
      taken[size] = newline;
      marks.push(size);
      at[size] = Math.min(piece.end, Math.max(0, units.length - 1));
      size += 1;
    }
  }
  // The last paragraph needs no end, and a text without a line end has no unit for one.
  if (size > 0 && taken[size - 1] === newline && (at[size - 1] as number) <= (at[size - 2] ?? -1)) {
    size -= 1;
    marks.pop();
  }
  at[size] = text.length;
  const flatUnits = taken.subarray(0, size);
  const flat = textOf(flatUnits);
  return {
    copy: { flat, units: flatUnits, at: at.subarray(0, size + 1), ...wallsOf(flat, flatUnits, marks) },
    flatUnits,
    marks,
  };
}

/** The first flat index at or behind a source offset. */
export function flatFrom(copy: Copy, offset: number): number {
  return Math.min(firstFrom(copy.at, offset), copy.flat.length);
}

const isStraight = (unit: number): boolean => unit === 0x22 || unit === 0xff02;

const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/** A blank stays between two ASCII letters or digits, once. */
function keepsBlank(units: Uint16Array, offset: number, before: number, inside: boolean, end: number): boolean {
  if (!inside || !isWord(before)) return false;
  let next = offset + 1;
  while (next < end && isBlank(units[next] as number)) next += 1;
  return next < end && isWord(units[next] as number);
}

/** Normalised pieces for lines: what `buildCopy` takes. */
export function piecesOf(lines: readonly Line[], visible: readonly number[], ends: readonly boolean[]): Piece[] {
  return visible.map((index, nth) => {
    const line = lines[index] as Line;
    return { start: line.start, end: line.end, ends: ends[nth] ?? true };
  });
}

const comma = 44;
const colon = 58;
const stop = 0x3002;
const semicolon = 59;
const exclamation = 33;
const question = 63;
const newline = 10;
/** 〕, the last of the marks that matter. */
const lastMark = 0x3015;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** How far a pair of brackets may reach and still hide the walls inside; longer ones are two pairs that lost a half. */
const reach = { title: 120, quote: 160, round: 160 } as const;

const twoYears = /20\d\d年度?[为是]?\d+(?:\.\d+)?[^\d,;、。\n]{1,3}[,;、]20\d\d年度?[为是]?\d/y;

/** 办结案件,2023年12件,2024年8件: figures of two years right behind a comma or colon belong to the clause before it. */
function comparesYears(flat: string, from: number): boolean {
  twoYears.lastIndex = from;
  return twoYears.test(flat);
}

const labelled =
  /(?:共计?|累计|合计|约|近|达到?)?\d[\d,]*(?:\.\d+)?(?:%|[余多万千亿]{0,2}[\u4e00-\u9fa5]{1,3})(?=[,;。、\n(]|$)/y;
/** 法律顾问:镇级1名、村级9名: behind a short label that opens its sentence a few characters may stand before the figure. */
const item = /[\u4e00-\u9fa5]{0,4}\d[\d,]*(?:\.\d+)?(?:%|[余多万千亿]{0,2}[\u4e00-\u9fa5]{1,3})(?=[,;。、\n(]|$)/y;
const longestLabel = 24;
const shortLabel = 12;

/** 审查合同:57份: a figure that is all there is behind a colon belongs to the label before it. */
function labels(flat: string, from: number, clauseFrom: number, opens: boolean): boolean {
  const label = from - clauseFrom;
  if (label > longestLabel) return false;
  const figure = opens && label <= shortLabel ? item : labelled;
  figure.lastIndex = from;
  return figure.test(flat);
}

type Walls = Pick<Copy, 'clauseOf' | 'sentenceOf' | 'paragraphOf' | 'inTitle'>;

/** A text on its own, ready for phrases. */
export function unbrokenCopy(text: string): Walls & { readonly flat: string } {
  const units = plainUnits(text);
  const flat = textOf(units);
  const marks: number[] = [];
  for (const [at, unit] of units.entries()) if (unit <= lastMark && !isWord(unit)) marks.push(at);
  return { flat, ...wallsOf(flat, units, marks) };
}

/**
 * Clause, sentence and paragraph numbers of a flat text, whose units are `units`, and where it stands inside 《》; walls
 * are found among the `marks` alone.
 */
function wallsOf(flat: string, units: Uint16Array, marks: readonly number[]): Walls {
  const size = units.length;
  const numbers = new Int32Array(3 * size);
  const clauseOf = numbers.subarray(0, size);
  const sentenceOf = numbers.subarray(size, 2 * size);
  const paragraphOf = numbers.subarray(2 * size);
  const { sheltered, inTitle } = shelters(units, marks);
  const points = pointsOf(flat, sheltered);
  let point = 0;
  let clause = 0;
  let clauseFrom = 0;
  let sentence = 0;
  let sentenceFrom = 0;
  let paragraph = 0;
  let paragraphFrom = 0;
  /** Numbers the places before `to` that have none yet. */
  const clauseTo = (to: number) => {
    for (; clauseFrom < to; clauseFrom += 1) clauseOf[clauseFrom] = clause;
    clause += 1;
  };
  for (let nth = 0; nth < marks.length; nth += 1) {
    const i = marks[nth] as number;
    for (; point < points.length && (points[point] as number) <= i; point += 1) clauseTo(points[point] as number);
    const unit = units[i] as number;
    if (unit === comma || unit === colon) {
      if (sheltered[i] === 1) continue;
      if (i > 0 && i + 1 < size && isDigit(units[i + 1] as number)) {
        if (isDigit(units[i - 1] as number) || comparesYears(flat, i + 1)) continue;
      }
      if (unit === colon && labels(flat, i + 1, clauseFrom, clauseFrom <= sentenceFrom)) continue;
      clauseTo(i + 1);
      continue;
    }
    const ends = unit === newline;
    const closes = unit === stop || unit === semicolon || unit === exclamation || unit === question;
    const heads = unit === 0x3015 && headsIn(units, paragraphFrom, i);
    if (!ends && !heads && (!closes || sheltered[i] === 1)) continue;
    clauseTo(i + 1);
    sentenceOf.fill(sentence, sentenceFrom, i + 1);
    sentenceFrom = i + 1;
    sentence += 1;
    if (!ends) continue;
    paragraphOf.fill(paragraph, paragraphFrom, i + 1);
    paragraphFrom = i + 1;
    paragraph += 1;
  }
  for (; point < points.length; point += 1) clauseTo(points[point] as number);
  clauseTo(size);
  sentenceOf.fill(sentence, sentenceFrom);
  paragraphOf.fill(paragraph, paragraphFrom);
  return { clauseOf, sentenceOf, paragraphOf, inTitle };
}

const longestBracket = 24;

/** 〔主要负责人履职〕关长…: a heading in brackets at the begin of its paragraph is a sentence of its own. */
const headsIn = (units: Uint16Array, from: number, to: number): boolean =>
  units[from] === 0x3014 && to - from <= longestBracket && !isDigit(units[from + 1] as number);

function shelters(units: Uint16Array, marks: readonly number[]): { sheltered: Uint8Array; inTitle: Uint8Array } {
  const sheltered = new Uint8Array(units.length);
  const inTitle = new Uint8Array(units.length);
  /** Places of the brackets that are open in the paragraph. */
  const titles: number[] = [];
  const quotes: number[] = [];
  const rounds: number[] = [];
  for (let nth = 0; nth < marks.length; nth += 1) {
    const i = marks[nth] as number;
    const unit = units[i] as number;
    let from: number | undefined;
    let far: number = reach.quote;
    switch (unit) {
      case newline:
        titles.length = 0;
        quotes.length = 0;
        rounds.length = 0;
        break;
      case 0x300a:
        titles.push(i);
        break;
      case 0x201c:
        quotes.push(i);
        break;
      case 40:
        rounds.push(i);
        break;
      case 0x300b:
        from = titles.pop();
        far = reach.title;
        break;
      case 0x201d:
        from = quotes.pop();
        break;
      case 41:
        from = rounds.pop();
        far = reach.round;
        break;
    }
    if (from === undefined || i - from > far) continue;
    sheltered.fill(1, from, i + 1);
    if (unit === 0x300b) inTitle.fill(1, from, i + 1);
  }
  return { sheltered, inTitle };
}

/** The places outside brackets where 一是, 一方面 and their fellows begin, in order. */
function pointsOf(flat: string, sheltered: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = flat.indexOf('是', 1); at !== -1; at = flat.indexOf('是', at + 1)) {
    if (sheltered[at - 1] === 0 && opensPoint(flat, at - 1)) found.push(at - 1);
  }
  const sides = found.length;
  for (let at = flat.indexOf('一方面'); at !== -1; at = flat.indexOf('一方面', at + 1)) {
    const start = flat[at - 1] === '另' ? at - 1 : at;
    if (sheltered[start] === 0 && opensPoint(flat, start)) found.push(start);
  }
  return found.length > sides ? found.sort((a, b) => a - b) : found;
}

const points = '一二三四五六七八九十';

/** Whether 一是, 二是 … or 一方面, 另一方面 begins at `i`. */
export function opensPoint(flat: string, i: number): boolean {
  const unit = flat[i] as string;
  if (unit === '另') return flat.startsWith('另一方面', i);
  if (!points.includes(unit)) return false;
  const before = i > 0 ? (flat[i - 1] as string) : '\n';
  if (flat[i + 1] === '是') {
    // 唯一是, 第三是, 二十是 and the like name no point.
    return !(points.includes(before) || '第唯之统同单专归划'.includes(before)) && flat[i + 2] !== '否';
  }
  return unit === '一' && before !== '另' && before !== '这' && before !== '那' && flat.startsWith('一方面', i);
}
