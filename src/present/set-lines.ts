/** Sets a paragraph in lines of a known width, so that a page can be filled to its last line before a browser sees it. */
import { cellWidth } from './table.ts';

export interface SetLine {
  /** What of the line is set in bold; it stands first. */
  readonly lead: string;
  readonly text: string;
}

const noStart = '、。，．：；？！）〕》〉」』】”’％…—·';
const noEnd = '（〔《〈「『【“‘';
/** What no line end may part: a word, or a character with the signs that stay with it. */
const units = new RegExp(
  `[${noEnd}(]*(?:[A-Za-z0-9_]+(?:[.,:%/~–-]+[A-Za-z0-9_]+)*|[^])[${noStart}.,;:!?)'"%]*[ \\t]*`,
  'gu',
);

/**
 * The lines of a paragraph whose `lead` is bold. `perLine` counts Han characters; the first line is `indent` shorter.
 * Lines are rather a little too short than too long.
 */
export function setLines(lead: string, text: string, perLine: number, indent = 0): readonly SetLine[] {
  const whole = lead + text;
  const lines: SetLine[] = [];
  let start = 0;
  let end = 0;
  let left = perLine - indent;
  const close = (): void => {
    const cut = Math.min(Math.max(lead.length, start), end);
    lines.push({ lead: whole.slice(start, cut), text: whole.slice(cut, end) });
    start = end;
    left = perLine;
  };
  for (const unit of whole.match(units) ?? []) {
    for (const piece of pieces(unit, perLine)) {
      const width = widthOf(piece);
      if (width > left && end > start) close();
      end += piece.length;
      left -= widthOf(piece, true);
    }
  }
  if (end > start || lines.length === 0) close();
  return lines;
}

/** A unit that no line can hold is cut where a line ends. */
function pieces(unit: string, perLine: number): readonly string[] {
  if (widthOf(unit) <= perLine) return [unit];
  return [...unit];
}

/** Width in Han characters; a blank at the end of a line takes no room there. */
export function widthOf(text: string, inside = false): number {
  const shown = inside ? text : text.trimEnd();
  let sum = 0;
  for (const sign of shown) sum += widthOfSign(sign);
  return sum;
}

function widthOfSign(sign: string): number {
  if (wide.test(sign) || cellWidth(sign) > 1) return 1;
  if (capital.test(sign)) return 0.8;
  return narrow.test(sign) ? 0.36 : 0.56;
}

// Fonts of Chinese texts give these the width of a Han character.
const wide = /[“”‘’…—·]/;
const capital = /[A-Zmw@%]/;
const narrow = /[fijlrt .,:;'|!()-]/;
