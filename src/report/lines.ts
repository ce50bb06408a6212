/** The lines of a source text with what their look alone tells; everything that reads a report starts from them. */

export interface Line {
  /** Source offsets of the trimmed content; `start === end` for a blank line. */
  readonly start: number;
  readonly end: number;
  /** Normalised units from `start` to `end`. */
  readonly text: string;
  /** `text` without blanks, for comparing a line whatever its letter spacing (日 期, 文 号). */
  readonly tight: string;
  /** Blanks before the content. */
  readonly indent: number;
  /** Width in half characters: a Han character counts two. */
  readonly width: number;
}

/** Blank in normalised text: a space, a tab or one of the characters without width. */
export const isBlank = (unit: number): boolean =>
  unit === 32 ||
  unit === 9 ||
  unit === 0xfeff ||
  unit === 0xad ||
  (unit >= 0x200b && unit <= 0x200d) ||
  unit === 0x2060;

const isEnd = (unit: number): boolean =>
  (unit <= 13 && unit >= 10) || unit === 0x2028 || unit === 0x2029 || unit === 0x85;

/** Cuts normalised text, whose units are `units`, into lines; \r\n, \r, \n and the Unicode line ends close one. */
export function splitLines(norm: string, units: Uint16Array): Line[] {
  const lines: Line[] = [];
  const size = units.length;
  let from = 0;
  let width = 0;
  let blanks = 0;
  for (let at = 0; at < size; at += 1) {
    const unit = units[at] as number;
    if (unit > 0x2e7f && unit !== 0xfeff) {
      width += 2;
      continue;
    }
    if (!isEnd(unit)) {
      width += unit > 0x2e7f ? 2 : 1;
      if (isBlank(unit)) blanks += 1;
      continue;
    }
    lines.push(trimmed(norm, units, from, at, width, blanks));
    if (unit === 13 && units[at + 1] === 10) at += 1;
    from = at + 1;
    width = 0;
    blanks = 0;
  }
  lines.push(trimmed(norm, units, from, size, width, blanks));
  return lines;
}

function trimmed(norm: string, units: Uint16Array, from: number, to: number, width: number, blanks: number): Line {
  let start = from;
  let end = to;
  while (start < end && isBlank(units[start] as number)) start += 1;
  while (end > start && isBlank(units[end - 1] as number)) end -= 1;
  const indent = start - from;
  const text = norm.slice(start, end);
  const spaced = blanks > indent + to - end;
  return { start, end, text, tight: spaced ? tight(text) : text, indent, width: width - indent };
}

/** The line without what stands behind its first `size` units. */
export function cutLine(line: Line, size: number): Line {
  const text = line.text.slice(0, size);
  return { ...line, text, tight: tight(text), end: line.start + size };
}

/** The line without its first `size` units and the blanks behind them. */
export function cutHead(line: Line, size: number): Line {
  const rest = line.text.slice(size);
  const text = rest.replace(/^[ \t\ufeff\u00ad\u200b-\u200d\u2060]+/, '');
  return { ...line, text, tight: tight(text), start: line.end - text.length };
}

const runs = /[ \t\ufeff\u00ad\u200b-\u200d\u2060]+/g;

/** `text` without blanks. */
export function tight(text: string): string {
  return text.replace(runs, '');
}
