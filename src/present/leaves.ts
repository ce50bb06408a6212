/** Cuts paper into pages of A4 before a browser sees it, so that each page bears its number in any browser. */
import { cellWidth } from './table.ts';

/** Something that stands on a page whole. */
export interface Block {
  /** Millimetres, rather too many than too few. */
  readonly height: number;
  /** Stays on the page of the next block. */
  readonly keepNext?: boolean;
}

/**
 * The blocks page by page, in their order. A block higher than a page gets a page of its own.
 * `room` gives the millimetres of a page, which counts from 1.
 */
export function leavesOf<T extends Block>(
  blocks: readonly T[],
  room: (page: number) => number,
): readonly (readonly T[])[] {
  const leaves: T[][] = [];
  let leaf: T[] = [];
  let left = room(1);
  for (let i = 0; i < blocks.length; ) {
    // What keeps together moves together.
    let end = i + 1;
    while (end < blocks.length && blocks[end - 1]?.keepNext === true) end += 1;
    const group = blocks.slice(i, end);
    const height = group.reduce((sum, block) => sum + block.height, 0);
    if (height > left && leaf.length > 0) {
      leaves.push(leaf);
      leaf = [];
      left = room(leaves.length + 1);
    }
    leaf.push(...group);
    left -= height;
    i = end;
  }
  if (leaf.length > 0 || leaves.length === 0) leaves.push(leaf);
  return leaves;
}

/** How many lines a text takes where a line holds `perLine` Han characters; `indent` is that of its first line. */
export function linesNeeded(text: string, perLine: number, indent = 0): number {
  return (
    text
      .split('\n')
      // Punctuation that may not open a line costs up to a character a line.
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((ems(line) + indent) / Math.max(1, perLine - 0.7))), 0)
  );
}

/** Width in Han characters. Latin letters and digits are a little wider than half of one in most fonts. */
function ems(text: string): number {
  const cells = cellWidth(text);
  const narrow = [...text].length * 2 - cells;
  return (cells + Math.max(0, narrow) * 0.16) / 2;
}
