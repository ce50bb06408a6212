/** Finds the charset of a text file's bytes and decodes them. */

export type Charset = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly charset: Charset;
  /** Neither a mark nor the bytes' own form settled it: the likeliest charset was taken. */
  readonly guessed: boolean;
  /** Replacement characters that decoding put in. */
  readonly damaged: number;
  /** A guess was made and even the likeliest reading looks like no text at all. */
  readonly senseless: boolean;
}

/** Likeness under which a guessed text is none: Chinese prose is near 0.9, random bytes stay near 0 in every charset. */
const leastLikeness = 0.25;

/** Bytes from which the charset is judged; an even number, so that UTF-16 is cut between characters. */
const sampleBytes = 65_536;

/** Byte order marks, longest first. */
const marks: readonly (readonly [readonly number[], Charset])[] = [
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Decodes a text. In this order: a byte order mark; bytes that are valid UTF-8 without NUL; the candidate whose
 * characters look most like Chinese official prose, GB18030 before the others where two look alike.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  for (const [mark, charset] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte))
      return decodeAs(bytes.subarray(mark.length), charset, false);
  }
  const hasNul = bytes.subarray(0, sampleBytes).includes(0);
  if (!hasNul) {
    const text = strictUtf8(bytes);
    if (text !== null) return { text, charset: 'utf-8', guessed: false, damaged: 0, senseless: false };
  }
  return decodeAs(bytes, likeliest(bytes.subarray(0, sampleBytes)), true);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, charset: Charset, guessed: boolean): Decoded {
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  const senseless = guessed && likeness(text.slice(0, sampleBytes)) < leastLikeness;
  return { text, charset, guessed, damaged: count(text, '\uFFFD'), senseless };
}

function likeliest(sample: Uint8Array): Charset {
  const candidates: readonly Charset[] = ['gb18030', 'utf-8', 'utf-16le', 'utf-16be'];
  let best: Charset = 'gb18030';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const charset of candidates) {
    const score = likeness(new TextDecoder(charset, { ignoreBOM: true }).decode(sample));
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

/** The 3,755 characters of everyday Chinese (level 1 of GB 2312) and the punctuation of prose. */
const everyday: ReadonlySet<string> = new Set([...level1(), ...'，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％　〇']);

function level1(): string {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    const last = lead === 0xd7 ? 0xf9 : 0xfe;
    for (let trail = 0xa1; trail <= last; trail++) bytes.push(lead, trail);
  }
  return new TextDecoder('gb18030').decode(new Uint8Array(bytes));
}

/** From -1 (junk) to 1: how much a decoded sample looks like Chinese prose; printable ASCII counts a little. */
function likeness(text: string): number {
  if (text.length === 0) return -1;
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (everyday.has(character)) sum += 1;
    else if (code === 0xfffd || isControl(code) || (code >= 0xe000 && code <= 0xf8ff)) sum -= 3;
    else if (code < 0x80) sum += 0.5;
    else if (code >= 0x4e00 && code <= 0x9fff) sum -= 0.2;
    else sum -= 0.5;
  }
  return sum / text.length;
}

/** Control characters that no text holds; tab, line ends, form feed and the old end-of-file sign pass. */
export function isControl(code: number): boolean {
  if (code < 0x20) return !((code >= 0x09 && code <= 0x0d) || code === 0x1a);
  return code >= 0x7f && code < 0xa0 && code !== 0x85;
}

function count(text: string, wanted: string): number {
  let found = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found++;
  return found;
}
