/** Builds the copy that matching works on: the text without furniture, injections and blanks, and its walls. */
import type { Line } from './lines.ts';
import { isBlank } from './lines.ts';
import type { Copy, Span } from './types.ts';

/** A piece of the source that becomes one paragraph line: its span, and whether a paragraph ends behind it. */
export interface Piece extends Span {
  readonly ends: boolean;
}

/**
 * The copy of `text`. `norm` is `normaliseUnits(text)`; `pieces` are the visible lines in order; `skip` holds spans to
 * step over, sorted and apart.
 */
export function buildCopy(text: string, norm: string, pieces: readonly Piece[], skip: readonly Span[]): Copy {
  const units = new Uint16Array(norm.length);
  const at = new Int32Array(norm.length + 1);
  let size = 0;
  let skipAt = 0;
  for (const piece of pieces) {
    const paragraphFrom = size;
    let straight = 0;
    for (let offset = piece.start; offset < piece.end; offset += 1) {
      while (skipAt < skip.length && (skip[skipAt] as Span).end <= offset) skipAt += 1;
      const skipped = skip[skipAt];
      if (skipped !== undefined && skipped.start <= offset) {
        offset = Math.min(skipped.end, piece.end) - 1;
        continue;
      }
      let unit = norm.charCodeAt(offset);
      if (unit > 0x3000 && unit !== 0xfeff) {
        units[size] = unit;
        at[size] = offset;
        size += 1;
        continue;
      }
      if (isBlank(unit)) {
        if (unit > 32 || !keepsBlank(norm, offset, units[size - 1] ?? 0, size > paragraphFrom, piece.end)) continue;
        unit = 32;
      } else if (unit === 0x201c && isStraight(text.charCodeAt(offset))) {
        straight += 1;
        if (straight % 2 === 0) unit = 0x201d;
      }
      units[size] = unit;
      at[size] = offset;
      size += 1;
    }
    if (piece.ends && size > 0 && units[size - 1] !== 10) {
      units[size] = 10;
      at[size] = Math.min(piece.end, Math.max(0, norm.length - 1));
      size += 1;
    }
  }
  // The last paragraph needs no end, and a text without a line end has no unit for one.
  if (size > 0 && units[size - 1] === 10 && (at[size - 1] as number) <= (at[size - 2] ?? -1)) size -= 1;
  at[size] = text.length;
  const flat = stringOf(units.subarray(0, size));
  return { flat, at: at.slice(0, size + 1), ...walls(flat) };
}

const isStraight = (unit: number): boolean => unit === 0x22 || unit === 0xff02;

const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/** A blank stays between two ASCII letters or digits, once. */
function keepsBlank(norm: string, offset: number, before: number, inside: boolean, end: number): boolean {
  if (!inside || !isWord(before)) return false;
  let next = offset + 1;
  while (next < end && isBlank(norm.charCodeAt(next))) next += 1;
  return next < end && isWord(norm.charCodeAt(next));
}

function stringOf(units: Uint16Array): string {
  let result = '';
  for (let from = 0; from < units.length; from += 8192) {
    result += String.fromCharCode.apply(null, units.subarray(from, from + 8192) as unknown as number[]);
  }
  return result;
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

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** How far a pair of brackets may reach and still hide the walls inside; longer ones are two pairs that lost a half. */
const reach: ReadonlyMap<number, number> = new Map([
  [0x300a, 120],
  [0x201c, 160],
  [40, 160],
]);
const closers: ReadonlyMap<number, number> = new Map([
  [0x300b, 0x300a],
  [0x201d, 0x201c],
  [41, 40],
]);

/** Clause, sentence and paragraph numbers of a flat text, and where it stands inside 《》. */
export function walls(flat: string): Pick<Copy, 'clauseOf' | 'sentenceOf' | 'paragraphOf' | 'inTitle'> {
  const size = flat.length;
  const clauseOf = new Int32Array(size);
  const sentenceOf = new Int32Array(size);
  const paragraphOf = new Int32Array(size);
  const { sheltered, inTitle } = shelters(flat);
  let clause = 0;
  let sentence = 0;
  let paragraph = 0;
  let next = flat.charCodeAt(0);
  for (let i = 0; i < size; i += 1) {
    const unit = next;
    next = flat.charCodeAt(i + 1);
    // 一是 and 一方面 are told by their second character, which is rarer.
    if ((next === 0x662f || next === 0x65b9 || unit === 0x53e6) && sheltered[i] === 0 && opensPoint(flat, i))
      clause += 1;
    clauseOf[i] = clause;
    sentenceOf[i] = sentence;
    paragraphOf[i] = paragraph;
    if (unit > 0x3002) continue;
    if (unit === newline) {
      clause += 1;
      sentence += 1;
      paragraph += 1;
    } else if (sheltered[i] === 0) {
      if (unit === stop || unit === semicolon || unit === exclamation || unit === question) {
        clause += 1;
        sentence += 1;
      } else if (unit === comma || unit === colon) {
        if (!(isDigit(flat.charCodeAt(i - 1)) && isDigit(next))) clause += 1;
      }
    }
  }
  return { clauseOf, sentenceOf, paragraphOf, inTitle };
}

function shelters(flat: string): { sheltered: Uint8Array; inTitle: Uint8Array } {
  const size = flat.length;
  const sheltered = new Uint8Array(size);
  const inTitle = new Uint8Array(size);
  const open = new Map<number, number[]>([...reach.keys()].map(left => [left, []]));
  for (let i = 0; i < size; i += 1) {
    const unit = flat.charCodeAt(i);
    if (unit > 0x300b || (unit > 41 && unit < 0x201c)) continue;
    if (unit === newline) {
      for (const stack of open.values()) stack.length = 0;
      continue;
    }
    const stack = open.get(unit);
    if (stack !== undefined) {
      stack.push(i);
      continue;
    }
    const left = closers.get(unit);
    if (left === undefined) continue;
    const from = open.get(left)?.pop();
    if (from === undefined || i - from > (reach.get(left) ?? 0)) continue;
    for (let inside = from; inside <= i; inside += 1) sheltered[inside] = 1;
    if (left === 0x300a) for (let inside = from; inside <= i; inside += 1) inTitle[inside] = 1;
  }
  return { sheltered, inTitle };
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
