/** The gap checklist and the working paper as pages of A4 with tables whose rows are never cut. */
import { pick } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { leavesOf, linesNeeded } from './leaves.ts';
import { pageLabel } from './letter-leaves.ts';
import { setLines } from './set-lines.ts';
import { type Column, checklistSections, type Row, type Section, sheetWidths, workingPaperSections } from './sheet.ts';
import type { ResultView } from './view-types.ts';

export interface SheetLeaf {
  readonly first: boolean;
  readonly last: boolean;
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    /** How many rows the section has in all; 0 where it is continued from the page before. */
    readonly count: number;
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
  }[];
  readonly foot: string;
}

/** Millimetres, as the style sheet has them: a line of 10.5 pt, a Han character in it, what a page holds between its margins. */
const line = 5.56;
const character = 3.71;
const page = 253;
/** The title of a section and the head of its table. */
const opening = 20;
/** Lines to sign, the note and the stamp below the last table. */
const closing = 30;
/** Padding and border of a row; the same of a field in the head of the paper, and a line of it. */
const rowEdges = 2.4;
const fieldEdges = 1.1;
const fieldLine = 5.1;

export function checklistLeaves(result: ResultView): readonly SheetLeaf[] {
  return sheetLeaves(result, checklistSections(result), 1);
}

export function workingPaperLeaves(result: ResultView): readonly SheetLeaf[] {
  return sheetLeaves(result, workingPaperSections(result), 2);
}

/** `tallies`: lines of the head with tallies. */
function sheetLeaves(result: ResultView, sections: readonly Section[], tallies: number): readonly SheetLeaf[] {
  const { lang } = result;
  type Piece =
    | { readonly is: 'head' | 'closing'; readonly height: number; readonly keepNext: boolean }
    | {
        readonly is: 'section' | 'row';
        readonly section: Section;
        readonly row: Row | null;
        readonly height: number;
        readonly keepNext: boolean;
      };
  const pieces: Piece[] = [
    { is: 'head', height: headHeight(result, tallies), keepNext: true },
    ...sections.flatMap((section): Piece[] => [
      { is: 'section', section, row: null, height: opening, keepNext: true },
      ...section.rows.map((row): Piece => ({ is: 'row', section, row, height: rowHeight(row), keepNext: false })),
    ]),
    { is: 'closing', height: closing, keepNext: false },
  ];
  // A table that goes on has its title and head again.
  const leaves = leavesOf(pieces, n => (n === 1 ? page : page - opening));
  return leaves.map((leaf, i) => {
    const tables: { section: Section; continued: boolean; rows: Row[] }[] = [];
    for (const piece of leaf) {
      if (piece.is === 'section') tables.push({ section: piece.section, continued: false, rows: [] });
      if (piece.is !== 'row' || piece.row === null) continue;
      const open = tables.at(-1);
      if (open?.section === piece.section) open.rows.push(piece.row);
      else tables.push({ section: piece.section, continued: true, rows: [piece.row] });
    }
    return {
      first: i === 0,
      last: i === leaves.length - 1,
      tables: tables.map(({ section: { id, title, count, columns }, continued, rows }) => ({
        id: continued ? `${id}-${i + 1}` : id,
        title: continued ? `${title}${pick(pageTexts.continued, lang)}` : title,
        count: continued ? 0 : count,
        columns,
        rows,
      })),
      foot: pageLabel(i + 1, leaves.length, lang),
    };
  });
}

function headHeight(result: ResultView, tallies: number): number {
  const stated = result.fields.filter(field => field.stated).map(({ label, value }) => linesNeeded(label + value, 22));
  // Two stand side by side.
  const fields = stated.map((lines, i) => (i % 2 === 0 ? Math.max(lines, stated[i + 1] ?? 1) : 0));
  const because = result.outcome === null ? 1 : linesNeeded(result.outcome.because, 44) + 1;
  const edges = (Math.ceil(stated.length / 2) + 1 + tallies) * fieldEdges;
  const lines = fields.reduce((sum, one) => sum + one, 0) + because + tallies;
  const fenced =
    result.fenced.length === 0 ? 0 : linesNeeded(result.fenced.map(({ title }) => title).join('、'), 40) + 2;
  const told = result.restricted.length === 0 ? 0 : result.restricted.length + 3;
  return 18 + linesNeeded(result.heading, 38) * 6.4 + lines * fieldLine + edges + (fenced + told) * 6.2;
}

function rowHeight({ cells }: Row): number {
  const heights = cells.map(({ column, paras }) =>
    paras.reduce(
      (sum, { label, text, after }) => sum + linesIn(label + text + after, (sheetWidths[column] - 4.5) / character),
      0,
    ),
  );
  return Math.max(1.3, ...heights) * line + rowEdges;
}

/** As a browser breaks them; of fonts a little wider than those known here, a fifth of a character is kept. */
const linesIn = (text: string, perLine: number): number =>
  text.split('\n').reduce((sum, one) => sum + setLines('', one, Math.max(1, perLine - 0.2)).length, 0);
