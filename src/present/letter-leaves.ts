/** A letter as pages of A4 in the measures of GB/T 9704: 22 lines a page, 28 characters a line. */
import { type Lang, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { leavesOf, linesNeeded } from './leaves.ts';
import type { LetterPart, LetterView } from './letter.ts';
import { type SetLine, setLines } from './set-lines.ts';

/** Millimetres of a line of text, 29 pt. */
const line = 10.23;
const perLine = 28;
const indent = 2;
// A hundredth more: twenty-two lines add up to no less than that.
const room = 22 * line + 0.01;

type Piece = { readonly height: number; readonly keepNext: boolean } & (
  | { readonly is: 'head' | 'sign' | 'reply' }
  | {
      readonly is: 'line';
      readonly part: LetterPart;
      readonly line: SetLine;
      readonly first: boolean;
      readonly last: boolean;
    }
);

/** What of a paragraph stands on one page. */
export interface LeafPart {
  readonly kind: LetterPart['kind'];
  readonly lines: readonly SetLine[];
  /** It began on the page before. */
  readonly goesOn: boolean;
  /** It ends on the page after. */
  readonly isCut: boolean;
}

export interface LetterLeaf {
  readonly head: boolean;
  readonly parts: readonly LeafPart[];
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
    ...letter.parts.flatMap((part, i) => linePieces(part, i === letter.parts.length - 1)),
    { is: 'sign', height: (5 + letter.contact.length) * line, keepNext: false },
    ...(letter.reply === null ? [] : [{ is: 'reply', height: 10 * line, keepNext: false } as const]),
  ];
  const leaves = leavesOf(pieces, () => room);
  return leaves.map((leaf, i) => ({
    head: leaf.some(piece => piece.is === 'head'),
    parts: partsOf(leaf),
    sign: leaf.some(piece => piece.is === 'sign'),
    reply: leaf.some(piece => piece.is === 'reply'),
    foot: `— ${i + 1} —`,
    even: i % 2 === 1,
    label: pageLabel(i + 1, leaves.length, letter.lang),
  }));
}

/** Lines may part at the end of a page, but no first line stands alone there, and no signature without two lines before it. */
function linePieces(part: LetterPart, last: boolean): Piece[] {
  const lines = setLines(part.lead, part.text, perLine, indent);
  return lines.map((set, i) => ({
    is: 'line',
    part,
    line: set,
    first: i === 0,
    last: i === lines.length - 1,
    height: line,
    keepNext:
      (i === 0 && lines.length > 1) || (i === lines.length - 1 && part.keepNext) || (last && i >= lines.length - 2),
  }));
}

function partsOf(leaf: readonly Piece[]): readonly LeafPart[] {
  const parts: { part: LetterPart; lines: SetLine[]; goesOn: boolean; isCut: boolean }[] = [];
  for (const piece of leaf) {
    if (piece.is !== 'line') continue;
    const open = parts.at(-1);
    if (open?.part === piece.part) {
      open.lines.push(piece.line);
      open.isCut = !piece.last;
    } else parts.push({ part: piece.part, lines: [piece.line], goesOn: !piece.first, isCut: !piece.last });
  }
  return parts.map(({ part, lines, goesOn, isCut }) => ({ kind: part.kind, lines, goesOn, isCut }));
}

export const pageLabel = (n: number, of: number, lang: Lang): string => say(pageTexts.pageOf, lang, { n, of });

/** Letterhead, number, title and addressee, with the lines left blank between them. */
function headHeight(letter: LetterView): number {
  const title = Math.max(letter.titleLines.length, linesNeeded(letter.title, 19.5)) * 13;
  return (letter.letterhead === '' ? 0 : 34) + (letter.number === '' ? 0 : 14) + title + 16 + line;
}
