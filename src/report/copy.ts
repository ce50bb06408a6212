/** Builds the copy that matching works on: the text without furniture, injections and blanks, and its walls. */
import { plainUnits, textOf } from '../read/copy-table.ts';
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
}

/**
 * The copy of `text`. `units` is `plainUnits(text)`; `pieces` are the visible lines in order; `skip` holds spans to
 * step over, sorted and apart.
 */
export function buildCopy(text: string, units: Uint16Array, pieces: readonly Piece[], skip: readonly Span[]): Built {
  const taken = new Uint16Array(units.length);
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
        if (unit <= 0x3000 || unit === 0xfeff) {
          if (isBlank(unit)) {
            if (unit > 32 || !keepsBlank(units, from, taken[size - 1] ?? 0, size > paragraphFrom, piece.end)) continue;
            unit = 32;
          } else if (unit === 0x201c && isStraight(text.charCodeAt(from))) {
            straight += 1;
            if (straight % 2 === 0) unit = 0x201d;
          }
        }
        taken[size] = unit;
        at[size] = from;
        size += 1;
      }
    }
    if (piece.ends && size > 0 && taken[size - 1] !== newline) {
      taken[size] = newline;
      at[size] = Math.min(piece.end, Math.max(0, units.length - 1));
      size += 1;
    }
  }
  // The last paragraph needs no end, and a text without a line end has no unit for one.
  if (size > 0 && taken[size - 1] === newline && (at[size - 1] as number) <= (at[size - 2] ?? -1)) size -= 1;
  at[size] = text.length;
  const flatUnits = taken.subarray(0, size);
  const flat = textOf(flatUnits);
  return { copy: { flat, at: at.subarray(0, size + 1), ...wallsOf(flat, flatUnits) }, flatUnits };
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

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** How far a pair of brackets may reach and still hide the walls inside; longer ones are two pairs that lost a half. */
const reach = { title: 120, quote: 160, round: 160 } as const;

type Walls = Pick<Copy, 'clauseOf' | 'sentenceOf' | 'paragraphOf' | 'inTitle'>;

/** A text on its own, ready for phrases. */
export function unbrokenCopy(text: string): Walls & { readonly flat: string } {
  const units = plainUnits(text);
  const flat = textOf(units);
  return { flat, ...wallsOf(flat, units) };
}

/** Clause, sentence and paragraph numbers of a flat text, whose units are `units`, and where it stands inside 《》. */
function wallsOf(flat: string, units: Uint16Array): Walls {
  const size = units.length;
  const clauseOf = new Int32Array(size);
  const sentenceOf = new Int32Array(size);
  const paragraphOf = new Int32Array(size);
  const { sheltered, inTitle } = shelters(units);
  let clause = 0;
  let sentence = 0;
  let paragraph = 0;
  let unit = 0;
  let next = units[0] ?? 0;
  for (let i = 0; i < size; i += 1) {
    const before = unit;
    unit = next;
    next = i + 1 < size ? (units[i + 1] as number) : 0;
    // 一是 and 一方面 are told by their second character, which is rarer.
    if ((next === 0x662f || next === 0x65b9 || unit === 0x53e6) && sheltered[i] === 0 && opensPoint(flat, i))
      clause += 1;
    clauseOf[i] = clause;
    sentenceOf[i] = sentence;
    paragraphOf[i] = paragraph;
    if (unit > stop) continue;
    if (unit === newline) {
      clause += 1;
      sentence += 1;
      paragraph += 1;
    } else if (sheltered[i] === 0) {
      if (unit === stop || unit === semicolon || unit === exclamation || unit === question) {
        clause += 1;
        sentence += 1;
      } else if (unit === comma || unit === colon) {
        if (!(isDigit(before) && isDigit(next))) clause += 1;
      }
    }
  }
  return { clauseOf, sentenceOf, paragraphOf, inTitle };
}

function shelters(units: Uint16Array): { sheltered: Uint8Array; inTitle: Uint8Array } {
  const sheltered = new Uint8Array(units.length);
  const inTitle = new Uint8Array(units.length);
  /** Places of the brackets that are open in the paragraph. */
  const titles: number[] = [];
  const quotes: number[] = [];
  const rounds: number[] = [];
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i] as number;
    if (unit > 0x300b || (unit > 41 && unit < 0x201c)) continue;
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
