/** The lines of a source text with what their look alone tells; everything that reads a report starts from them. */

export interface Line {
  /** Source offsets of the trimmed content; `start === end` for a blank line. */
  readonly start: number;
  readonly end: number;
  /** Normalised units from `start` to `end`. */
  readonly text: string;
  /** Blanks before the content. */
  readonly indent: number;
  /** Width in half characters: a Han character counts two. */
  readonly width: number;
}

const isEnd = (unit: number): boolean =>
  unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029 || unit === 0x85 || unit === 11 || unit === 12;

/** Blank in normalised text: a space, a tab or one of the characters without width. */
export const isBlank = (unit: number): boolean =>
  unit === 32 ||
  unit === 9 ||
  unit === 0xfeff ||
  unit === 0xad ||
  (unit >= 0x200b && unit <= 0x200d) ||
  unit === 0x2060;

/** Cuts normalised text into lines; \r\n, \r, \n and the Unicode line ends close one. */
export function splitLines(norm: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  const size = norm.length;
  while (from <= size) {
    let to = from;
    let width = 0;
    while (to < size && !isEnd(norm.charCodeAt(to))) {
      width += norm.charCodeAt(to) > 0x2e7f ? 2 : 1;
      to += 1;
    }
    lines.push(trimmed(norm, from, to, width));
    if (to >= size) break;
    from = norm.charCodeAt(to) === 13 && norm.charCodeAt(to + 1) === 10 ? to + 2 : to + 1;
  }
  return lines;
}

function trimmed(norm: string, from: number, to: number, width: number): Line {
  let start = from;
  let end = to;
  while (start < end && isBlank(norm.charCodeAt(start))) start += 1;
  while (end > start && isBlank(norm.charCodeAt(end - 1))) end -= 1;
  const indent = start - from;
  return { start, end, text: norm.slice(start, end), indent, width: width - indent };
}

const blanks = /[ \t\ufeff\u00ad\u200b-\u200d\u2060]+/g;

/** `text` without blanks, for comparing a line whatever its letter spacing (日 期, 文 号). */
export function tight(text: string): string {
  return text.replace(blanks, '');
}
