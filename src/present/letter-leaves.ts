/** A letter as pages of A4 in the measures of GB/T 9704: 22 lines a page, 27 to 28 characters a line. */
import { type Lang, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { leavesOf, linesNeeded } from './leaves.ts';
import type { LetterPart, LetterView } from './letter.ts';

/** Millimetres of a line of text, 29 pt. */
const line = 10.23;
/** Han characters of 16 pt in 156 mm. */
const perLine = 27.6;
const room = 22 * line;

type Piece =
  | { readonly is: 'head'; readonly height: number; readonly keepNext: boolean }
  | { readonly is: 'part'; readonly part: LetterPart; readonly height: number; readonly keepNext: boolean }
  | { readonly is: 'sign'; readonly height: number; readonly keepNext: boolean }
  | { readonly is: 'reply'; readonly height: number; readonly keepNext: boolean };

export interface LetterLeaf {
  readonly head: boolean;
  readonly parts: readonly LetterPart[];
  readonly sign: boolean;
  readonly reply: boolean;
  /** As it stands at the foot: — 2 —. */
  readonly foot: string;
  readonly even: boolean;
  /** `第2页 共5页`, for people who look at the screen. */
  readonly label: string;
}

export function letterLeaves(letter: LetterView): readonly LetterLeaf[] {
  const pieces: Piece[] = [
    { is: 'head', height: headHeight(letter), keepNext: true },
    ...letter.parts.map(
      (part, i): Piece => ({
        is: 'part',
        part,
        height: linesNeeded(part.lead + part.text, perLine * (letter.lang === 'zh' ? 1 : 1.06), 2) * line,
        // The signature does not stand alone on a page.
        keepNext: part.keepNext || i === letter.parts.length - 1,
      }),
    ),
    { is: 'sign', height: (5 + letter.contact.length) * line, keepNext: false },
    ...(letter.reply === null ? [] : [{ is: 'reply', height: 11.5 * line, keepNext: false } as const]),
  ];
  const leaves = leavesOf(pieces, () => room);
  return leaves.map((leaf, i) => ({
    head: leaf.some(piece => piece.is === 'head'),
    parts: leaf.flatMap(piece => (piece.is === 'part' ? [piece.part] : [])),
    sign: leaf.some(piece => piece.is === 'sign'),
    reply: leaf.some(piece => piece.is === 'reply'),
    foot: `— ${i + 1} —`,
    even: i % 2 === 1,
    label: pageLabel(i + 1, leaves.length, letter.lang),
  }));
}

export const pageLabel = (n: number, of: number, lang: Lang): string => say(pageTexts.pageOf, lang, { n, of });

/** Letterhead, number, title and addressee, with the lines left blank between them. */
function headHeight(letter: LetterView): number {
  const title = linesNeeded(letter.title, 19.5) * 13;
  return (letter.letterhead === '' ? 0 : 34) + (letter.number === '' ? 0 : 14) + title + 16 + line;
}
