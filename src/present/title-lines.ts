/** Breaks the title of a letter where a reader would: between its parts, never within a word of them, in lines of like length. */
import { widthOf } from './set-lines.ts';

/** What stands in a title where a line may end; it takes no room. */
const mayBreak = '\u200b';

/** A title without the signs of where it may be broken. */
export const plainTitle = (title: string): string => title.replaceAll(mayBreak, '');

/** As few lines of at most `perLine` Han characters as its parts allow, the most even ones; a part that is longer is left to break by itself. */
export function titleLines(title: string, perLine: number): readonly string[] {
  const parts = title.split(mayBreak).filter(part => part !== '');
  const ways = waysToBreak(parts).filter(lines => lines.every(line => widthOf(line) <= perLine));
  const fewest = Math.min(...ways.map(lines => lines.length));
  const [best] = ways
    .filter(lines => lines.length === fewest)
    .map(lines => ({ lines, longest: Math.max(...lines.map(line => widthOf(line))) }))
    .sort((a, b) => a.longest - b.longest);
  return best?.lines ?? [plainTitle(title)];
}

function waysToBreak([first, ...rest]: readonly string[]): readonly (readonly string[])[] {
  if (first === undefined) return [];
  if (rest.length === 0) return [[first]];
  return waysToBreak(rest).flatMap(([next = '', ...others]) => [
    [first + next, ...others],
    [first, next, ...others],
  ]);
}
