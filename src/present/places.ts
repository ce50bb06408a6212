/** Says where in a report a passage stands: its part, paragraph and line. */
import type { OutlineEntry, Place, ReportSummary } from '../assess/types.ts';
import { readNumeral } from '../read/numerals.ts';
import { pageOf } from '../read/pages.ts';
import type { PageStart } from '../read/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';

export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly start: number;
  /** Exclusive; the line end itself is not part of the line. */
  readonly end: number;
}

/** The lines of a text with their offsets; `\r\n`, `\r` and `\n` end a line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const lineEnd = /\r\n|\r|\n/g;
  let start = 0;
  for (const found of text.matchAll(lineEnd)) {
    lines.push({ number: lines.length + 1, start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ number: lines.length + 1, start, end: text.length });
  return lines;
}

export interface Placer {
  /** Line number of an offset, from 1. */
  line(offset: number): number;
  /** 第三部分(二)第4段,第27行; head matter has only its line. A file that has pages has no lines to count: 第3页,第三部分(二)第4段. */
  words(offset: number, lang: Lang): string;
}

/** Prepares the answers for one text. */
export function placerOf(
  text: string,
  lines: readonly Line[],
  { outline, places }: Pick<ReportSummary, 'outline' | 'places'>,
  pages: readonly PageStart[] | undefined,
): Placer {
  const lineAt = (offset: number): Line => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const line = lines[middle];
      if (line !== undefined && line.start <= offset) low = middle;
      else high = middle - 1;
    }
    return lines[low] ?? { number: 1, start: 0, end: text.length };
  };
  const lastHeading = (offset: number, level: number, after: number): OutlineEntry | undefined =>
    outline.findLast(entry => entry.level === level && entry.start <= offset && entry.start >= after);
  const paragraphsBetween = (start: number, line: Line): number =>
    lines.filter(
      l => l.start >= lineAt(start).start && l.start <= line.start && text.slice(l.start, l.end).trim() !== '',
    ).length;

  const signature = signatureOf(text, lines, outline, [places.issuer, places.signedDate]);
  return {
    line: offset => lineAt(offset).number,
    words: (offset, lang) => {
      const line = lineAt(offset);
      const page = pageOf(pages, offset);
      const told = (place: string): string => {
        if (page !== undefined)
          return say(place === '' ? pageTexts.placePage : pageTexts.placeOnPage, lang, { place, page });
        return say(place === '' ? pageTexts.placeLine : pageTexts.placeInLine, lang, { place, line: line.number });
      };
      if (signature !== null && line.number >= signature.from)
        return told(pick(line.number <= signature.to ? pageTexts.placeSignature : pageTexts.placeEnd, lang));
      const part = lastHeading(offset, 1, 0);
      if (part === undefined) return told('');
      const section = lastHeading(offset, 2, part.start);
      return told(
        say(pageTexts.placePart, lang, {
          part: partName(part.marker, lang),
          section: section === undefined ? '' : sectionName(section.marker.trim(), lang),
          paragraph: paragraphsBetween((section ?? part).start, line),
        }),
      );
    },
  };
}

/** A line of the signature holds little besides the name of the body or the day. */
const longestSignature = 60;

/** Lines of the signature (落款): body and day where they stand by themselves behind the last heading, in the second half of the text. */
function signatureOf(
  text: string,
  lines: readonly Line[],
  outline: readonly OutlineEntry[],
  signs: readonly (Place | undefined)[],
): { readonly from: number; readonly to: number } | null {
  const lastHeading = outline.at(-1)?.start ?? -1;
  const numbers = signs.flatMap(sign => {
    if (sign === undefined || sign.start <= lastHeading || sign.start < text.length / 2) return [];
    const line = lines[sign.line - 1];
    return line !== undefined && line.end - line.start <= longestSignature && line.start > lastHeading
      ? [line.number]
      : [];
  });
  return numbers.length === 0 ? null : { from: Math.min(...numbers), to: Math.max(...numbers) };
}

function partName(marker: string, lang: Lang): string {
  const bare = marker.trim().replace(/[、.．,,]$/, '');
  if (lang === 'en') return `part ${ordinal(bare)}`;
  return bare.startsWith('第') ? bare : `第${bare}部分`;
}

/** `二` and `第二部分` as 2; what is no number stays as it is. */
function ordinal(marker: string): string {
  const numeral = marker.replace(/^第/, '').replace(/(?:部分|[章节篇])$/, '');
  return String(readNumeral(numeral)?.value ?? marker);
}

/** `(二)` or `（二）` as people write it in the language. */
function sectionName(marker: string, lang: Lang): string {
  if (lang === 'zh') return marker.replace('(', '（').replace(')', '）');
  const inner = /^[(（](.+)[)）]$/.exec(marker)?.[1];
  return inner === undefined ? ordinal(marker.replace(/[、.．,]$/, '')) : `(${ordinal(inner)})`;
}
