/** Sets paragraphs on sheets of A4 as official papers are set, for tests of what reads sheets. */

export interface Placed {
  /** Points from the upper left corner; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
}

export interface Setting {
  /** Header of every sheet, and footer made from its number. */
  readonly header?: string;
  readonly footer?: (number: number, of: number) => string;
  /** Without indents, paragraphs half a line apart. */
  readonly block?: boolean;
  /** Lines of a sheet. */
  readonly lines?: number;
}

const size = 16;
const pitch = 28;
const left = 79;
const top = 120;
/** Characters on a line. */
const measure = 28;

export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);

const closing = /[，。；：、！？”’》）〉】,.;:!?)\]%％]/;
const opening = /[“‘《（〈【([]/;

/** Lines of at most `measure` characters; none begins with a closing mark or ends with an opening one, figures may break. */
function wrapped(paragraph: string, indent: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let room = measure - indent;
  for (const character of paragraph) {
    if (widthOf(line.join('')) + widthOf(character) > room) {
      let from = line.length;
      if (closing.test(character)) from -= 1;
      while (from > 1 && (opening.test(line[from - 1] ?? '') || closing.test(line[from] ?? ''))) from -= 1;
      lines.push(line.slice(0, from).join(''));
      line = line.slice(from);
      room = measure;
    }
    line.push(character);
  }
  return [...lines, line.join('')];
}

/** The sheets on which `paragraphs` are set; one that begins with a blank of full width stands in the middle, larger. */
export function typeset(paragraphs: readonly string[], setting: Setting = {}): Placed[][] {
  const { header, footer, block = false, lines = 22 } = setting;
  const sheets: Placed[][] = [[]];
  let row = 0;
  const put = (x: number, text: string, height: number): void => {
    if (row > lines - 1) {
      sheets.push([]);
      row = 0;
    }
    sheets.at(-1)?.push({ x, y: top + row * pitch, text, size: height });
    row += 1;
  };
  for (const paragraph of paragraphs) {
    if (paragraph.startsWith('\u3000')) {
      const title = paragraph.trim();
      const half = title.length > 18 ? [title.slice(0, 15), title.slice(15)] : [title];
      for (const part of half) put(left + (measure * size - widthOf(part) * 22) / 2, part, 22);
      continue;
    }
    const indent = block ? 0 : 2;
    for (const [nth, line] of wrapped(paragraph, indent).entries())
      put(left + (nth === 0 ? indent * size : 0), line, size);
    if (block) row += 0.5;
  }
  return sheets.map((sheet, nth) => [
    ...(header === undefined ? [] : [{ x: 220, y: 60, text: header, size: 10.5 }]),
    ...sheet,
    ...(footer === undefined ? [] : [{ x: 280, y: 775, text: footer(nth + 1, sheets.length), size: 14 }]),
  ]);
}
