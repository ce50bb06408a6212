/** The report's own text for reading: lines cut into pieces, with each quoted passage marked and linked back to its finding. */
import type { OutlineEntry } from '../assess/types.ts';
import type { Line } from './places.ts';

export type MarkKind = 'evidence' | 'nearest' | 'anomaly';

/** A passage to be marked, and what speaks of it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  readonly back: BackLink;
}

export interface BackLink {
  /** Shown beside the passage: the finding's number. */
  readonly label: string;
  readonly title: string;
  readonly href: string;
}

export interface Piece {
  readonly text: string;
  readonly anchors: readonly string[];
  /** '' where nothing is marked. */
  readonly kind: MarkKind | '';
  /** Marked for another reason, and odd as well. */
  readonly odd: boolean;
  readonly heading: boolean;
  readonly backs: readonly BackLink[];
}

export interface DocumentLine {
  readonly number: number;
  readonly id: string;
  /** Level of the heading that starts in this line, 0 where none does. */
  readonly level: number;
  readonly pieces: readonly Piece[];
}

export interface OutlineLink {
  readonly level: number;
  readonly label: string;
  readonly href: string;
}

export interface DocumentView {
  readonly lines: readonly DocumentLine[];
  readonly outline: readonly OutlineLink[];
}

const strongest: readonly MarkKind[] = ['evidence', 'nearest', 'anomaly'];

/** Id of a quoted passage in the text. */
export const quoteId = (start: number, end: number): string => `q-${start}-${end}`;
const headingId = (start: number): string => `h-${start}`;

/** `marks` may overlap and may run over line ends; empty and outside ones are left out. Blank lines are not shown but counted. */
export function documentView(
  text: string,
  lines: readonly Line[],
  outline: readonly OutlineEntry[],
  marks: readonly Mark[],
): DocumentView {
  const sound = marks.filter(mark => mark.start >= 0 && mark.end <= text.length && mark.start < mark.end);
  const shown = lines.filter(line => text.slice(line.start, line.end).trim() !== '');
  return {
    lines: shown.map(line => lineView(text, line, outline, sound)),
    outline: outline.map(entry => ({
      level: entry.level,
      label: `${entry.marker}${entry.text}`,
      href: `#${headingId(entry.start)}`,
    })),
  };
}

function lineView(text: string, line: Line, outline: readonly OutlineEntry[], marks: readonly Mark[]): DocumentLine {
  const here = marks.filter(mark => mark.start < line.end && mark.end > line.start);
  const headings = outline.filter(entry => entry.start < line.end && entry.end > line.start);
  const cuts = new Set([line.start, line.end]);
  for (const stretch of [...here, ...headings]) {
    cuts.add(Math.max(line.start, stretch.start));
    cuts.add(Math.min(line.end, stretch.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const start = edges[i] ?? line.start;
    const end = edges[i + 1] ?? line.end;
    const over = here.filter(mark => mark.start <= start && mark.end >= end);
    const kind = strongest.find(one => over.some(mark => mark.kind === one)) ?? '';
    pieces.push({
      text: text.slice(start, end),
      anchors: [
        ...headings.filter(entry => entry.start === start).map(entry => headingId(entry.start)),
        ...new Set(here.filter(mark => mark.start === start).map(mark => quoteId(mark.start, mark.end))),
      ],
      kind,
      odd: kind !== 'anomaly' && over.some(mark => mark.kind === 'anomaly'),
      heading: headings.some(entry => entry.start <= start && entry.end >= end),
      backs: distinct(here.filter(mark => mark.end === end).map(mark => mark.back)),
    });
  }
  return {
    number: line.number,
    id: `L${line.number}`,
    level: headings.find(entry => entry.start >= line.start)?.level ?? 0,
    pieces,
  };
}

function distinct(backs: readonly BackLink[]): BackLink[] {
  return backs.filter((back, i) => backs.findIndex(other => other.href === back.href) === i);
}
