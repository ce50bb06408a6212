/** What mail and editors write before every line of a text: > of a quoted letter, the number of the line. */
import { cutHead, type Line } from './lines.ts';

/** So many lines make a pattern of it. */
const fewest = 3;
const quoted = /^(?:[>|] ?)+/;
const numbered = /^(\d{1,4})(?:[ \t:|]+|$)/;

/** The lines without a mark that nearly all of them begin with; as they are where there is none. */
export function withoutMargins(lines: readonly Line[]): readonly Line[] {
  const [first] = lines;
  // Nothing else is asked of a text whose first line begins in neither way.
  if (first === undefined || !(quoted.test(first.text) || numbered.test(first.text))) return lines;
  if (mostly(lines, line => quoted.test(line.text))) return lines.map(line => cut(line, quoted));
  const from = Number(numbered.exec(first.text)?.[1]);
  const counts = (line: Line, nth: number): boolean => Number(numbered.exec(line.text)?.[1]) === from + nth;
  return mostly(lines, counts) ? lines.map((line, nth) => (counts(line, nth) ? cut(line, numbered) : line)) : lines;
}

function mostly(lines: readonly Line[], is: (line: Line, nth: number) => boolean): boolean {
  let marked = 0;
  let plain = 0;
  for (const [nth, line] of lines.entries()) {
    if (line.text === '') continue;
    if (is(line, nth)) marked += 1;
    else plain += 1;
  }
  return marked >= fewest && plain * 20 <= marked;
}

function cut(line: Line, mark: RegExp): Line {
  const size = mark.exec(line.text)?.[0].length ?? 0;
  return size === 0 ? line : { ...cutHead(line, size), width: line.width - size };
}
