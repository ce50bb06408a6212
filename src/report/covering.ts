/** Reads the letter that goes before a report in one text: who signed it and when. */
import { findDate } from './dates.ts';
import { type Frame, signedAndDated } from './frame.ts';
import { cutLine, type Line } from './lines.ts';
import { isDateLine, isSignatureLine } from './paragraphs.ts';

export interface Covering {
  readonly signer: Line;
  readonly date: string;
  readonly dateLine: Line;
  /** The report's own title below the letter: one to three lines. */
  readonly title: readonly Line[];
}

/** A letter of this kind has no more lines than these, and the report's title stands right below its date. */
const longest = 14;
const titleLines = 3;
const reportTitle = /20\d\d年.*(?:报告|总结)$/;
/** 附件 or 附件1: alone above the title of what is sent with the letter. */
const attached = /^附件\d?:?$/;

/** Signature and date near the beginning of the body, a report's title below them; null where there is no such letter. */
export function readCovering(lines: readonly Line[], visible: readonly number[], frame: Frame): Covering | null {
  const lineAt = (at: number): Line | undefined => lines[visible[at] ?? -1];
  const stop = Math.min(frame.bodyFrom + longest, frame.tailFrom);
  for (let at = frame.bodyFrom; at < stop; at += 1) {
    const line = lineAt(at) as Line;
    const both = signedAndDated(line);
    if (both !== null) {
      const title = titleBelow(at + 1, lineAt);
      if (title !== null) return { signer: cutLine(line, both.body.length), date: both.date, dateLine: line, title };
      continue;
    }
    const below = lineAt(at + 1);
    if (below === undefined || !isSignatureLine(line) || !isDateLine(below)) continue;
    const date = findDate(below.tight)?.iso;
    const title = date === undefined ? null : titleBelow(at + 2, lineAt);
    if (date !== undefined && title !== null) return { signer: line, date, dateLine: below, title };
  }
  return null;
}

function titleBelow(from: number, lineAt: (at: number) => Line | undefined): readonly Line[] | null {
  const title: Line[] = [];
  const first = attached.test(lineAt(from)?.tight ?? '') ? from + 1 : from;
  for (let at = first; at < first + titleLines; at += 1) {
    const line = lineAt(at);
    if (line === undefined || /[。;:]/.test(line.tight)) return null;
    title.push(line);
    if (reportTitle.test(title.map(part => part.tight).join(''))) return title;
  }
  return null;
}
