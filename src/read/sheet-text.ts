/** The text of sheets of paper in the order of reading, and where each sheet begins in it. */
import type { Bilingual } from '../words/bilingual.ts';
import { sheetWords } from '../words/reading-sheets.ts';
import { withoutRadicals } from './copy-table.ts';
import { filled, refusal } from './refusal.ts';
import type { Sheet, SheetLine } from './sheet-lines.ts';
import { withoutMargins } from './sheet-margins.ts';
import { joined, paragraphEndsOf } from './sheet-paragraphs.ts';
import { readSheet } from './sheet-tables.ts';
import type { DocumentText, PageStart } from './types.ts';

/** Most sheets of a document; annual reports have up to some 30. */
export const mostSheets = 300;

/** Most characters that are taken from sheets; a text of this length is refused as too long by whoever asked for it. */
export const mostCharacters = 1_000_000;

/** A scan may bear a line of text that a copier put on it. */
const fewestLetters = 30;

/**
 * A text of one line a paragraph: headers, footers and page numbers are left out, lines joined into paragraphs, rows of
 * tables set apart by tabs.
 */
export function textOfSheets(sheets: readonly Sheet[]): {
  readonly text: string;
  readonly pages: readonly PageStart[];
  readonly outside: readonly string[];
} {
  const all = sheets.map(readSheet);
  const lines: SheetLine[] = withoutMargins(all).flat();
  const kept = new Set(lines);
  const outside = new Set(all.flat().flatMap(line => (kept.has(line) ? [] : [withoutRadicals(line.text)])));
  const ends = paragraphEndsOf(lines);
  const pages: PageStart[] = [];
  const paragraphs: string[] = [];
  let length = 0;
  let open = '';
  for (const [at, line] of lines.entries()) {
    const whole = joined(open, line.text);
    const { number } = line.sheet;
    if (pages.at(-1)?.number !== number) pages.push({ start: length + whole.length - line.text.length, number });
    open = whole;
    if (ends[at] === true) {
      paragraphs.push(open);
      length += open.length + 1;
      open = '';
    }
  }
  return { text: paragraphs.join('\n'), pages, outside: [...outside] };
}

/**
 * The text of a document of `sheets`, with a note of those that hold none.
 * @param damaged numbers of sheets that could not be read
 * @throws ReadError `scanned` where there is no text, `unreadable` where it makes no sense
 */
export function documentOfSheets(
  sheets: readonly Sheet[],
  name: string,
  damaged: readonly number[] = [],
): DocumentText {
  const { text, pages, outside } = textOfSheets(sheets);
  const of = sheets.length + damaged.length;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < fewestLetters) throw refusal('scanned', sheetWords.scanned, { name, pages: of });
  if (isGarbled(text)) throw refusal('unreadable', sheetWords.withoutCharacters, { name });
  const notes: Bilingual[] = [];
  const seen = new Set(pages.map(page => page.number));
  const bare = sheets.flatMap(sheet => (seen.has(sheet.number) ? [] : [sheet.number]));
  if (bare.length > 0) notes.push(filled(sheetWords.sheetsWithoutText, { of, pages: listed(bare) }));
  if (damaged.length > 0) notes.push(filled(sheetWords.unreadSheets, { of, pages: listed(damaged) }));
  return { text: withoutRadicals(text), notes, pages, outside };
}

/** 3、5–8: numbers in order, runs of them as one. */
function listed(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}

/** Characters that no text is written in, or hardly any that one is. */
function isGarbled(text: string): boolean {
  const all = text.replace(/\s/g, '');
  const odd = all.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  const known = all.match(/[\p{Script=Han}\u2e80-\u2fdf\u3000-\u303f\uff00-\uffef\u2010-\u203b!-~]/gu)?.length ?? 0;
  return odd * 5 > all.length || known * 2 < all.length;
}
