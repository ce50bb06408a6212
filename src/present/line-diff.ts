/** Two texts compared line by line, for a table with the lines around each change. */
import { structuredPatch } from 'diff';

export interface DiffLine {
  readonly sign: '+' | '-' | ' ';
  /** Line numbers from 1; '' on the side that has no such line. */
  readonly before: string;
  readonly after: string;
  readonly text: string;
}

export interface LineDiff {
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly (readonly DiffLine[])[];
}

/** Beyond so many changed lines the comparison would take long and tell nobody anything. */
const mostChanges = 2000;

/** Null where the texts differ too much to be shown line by line. */
export function lineDiff(before: string, after: string): LineDiff | null {
  const patch = structuredPatch('', '', before, after, '', '', { context: 3, maxEditLength: mostChanges });
  if (patch === undefined) return null;
  const hunks = patch.hunks.map(hunk => {
    let one = hunk.oldStart;
    let other = hunk.newStart;
    return hunk.lines.flatMap((line): DiffLine[] => {
      const text = line.slice(1);
      if (line.startsWith('+')) return [{ sign: '+', before: '', after: String(other++), text }];
      if (line.startsWith('-')) return [{ sign: '-', before: String(one++), after: '', text }];
      if (line.startsWith(' ')) return [{ sign: ' ', before: String(one++), after: String(other++), text }];
      return [];
    });
  });
  const count = (sign: DiffLine['sign']): number => hunks.flat().filter(line => line.sign === sign).length;
  return { added: count('+'), removed: count('-'), hunks };
}

/** The same without the blanks that every line of a hunk begins with: deep in a file they would take half of a narrow page. */
export function dedented(diff: LineDiff | null): LineDiff | null {
  if (diff === null) return null;
  const hunks = diff.hunks.map(hunk => {
    const blanks = hunk.filter(({ text }) => text.trim() !== '').map(({ text }) => text.search(/\S/));
    const indent = Math.min(...blanks);
    return Number.isFinite(indent) ? hunk.map(line => ({ ...line, text: line.text.slice(indent) })) : hunk;
  });
  return { ...diff, hunks };
}
