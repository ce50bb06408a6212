/** Checklists in which an item stands on one line and what became of it on the next: 行政诉讼 / 完成情况:无。 */
import type { Piece } from './copy.ts';
import type { Line } from './lines.ts';
import type { Span } from './types.ts';

export interface Answered {
  /** The labels, which say nothing: 行政诉讼无。 is what the two lines tell. */
  readonly labels: readonly Span[];
  /** Indexes of the lines that such an answer goes on. */
  readonly joined: ReadonlySet<number>;
  /** Ends of such lines that bear no mark. */
  readonly open: ReadonlySet<number>;
}

const label = /^\s*(?:(?:完成|落实|进展|开展|办理|工作|实际|本年)(?:情况|结果|数)?|情况|结果|答)\s*[::]\s*/;
/** None, or a figure alone; whatever says more says itself what it is about. */
const answer =
  /^(?:本?[年全]?度?(?:无|没有|未发生|未涉及|不涉及|零)|\d[\d,.]*\s*[%件次份项名人场期起宗户家条]{1,2})[。;]?\s*$/;
const longestItem = 40;

export function findAnswered(lines: readonly Line[]): Answered {
  const labels: Span[] = [];
  const joined = new Set<number>();
  const open = new Set<number>();
  let item = -1;
  for (const [index, line] of lines.entries()) {
    if (line.start === line.end) continue;
    const said = label.exec(line.text)?.[0] ?? '';
    const before = lines[item];
    item = index;
    if (said === '' || before === undefined || !answer.test(line.text.slice(said.length))) continue;
    if (before.tight.length > longestItem || /[。;,::]$/.test(before.tight)) continue;
    labels.push({ start: line.start, end: line.start + said.length });
    joined.add(index);
    if (!/[。;]$/.test(line.text)) open.add(line.end);
  }
  return { labels, joined, open };
}

/** `units`, a full stop in place of each line end that closes an answer without a mark. */
export function stopped(units: Uint16Array, { open }: Answered): Uint16Array {
  const ends = [...open].filter(end => end < units.length);
  if (ends.length === 0) return units;
  const made = units.slice();
  for (const end of ends) made[end] = 0x3002;
  return made;
}

/** Pieces that take in these stops. */
export const withStops = (pieces: readonly Piece[], { open }: Answered, size: number): Piece[] =>
  pieces.map(piece => (open.has(piece.end) && piece.end < size ? { ...piece, end: piece.end + 1 } : piece));
