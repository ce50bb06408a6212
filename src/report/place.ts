/** Tells a person where in a report a place is: line, part, section and paragraph. */
import type { Heading, Report } from './types.ts';

export interface Place {
  /** Counted from 1 in the source text. */
  readonly line: number;
  readonly zh: string;
  readonly en: string;
}

const han = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const hanOf = (n: number): string =>
  n <= 10
    ? (han[n] as string)
    : n < 20
      ? `十${han[n - 10]}`
      : `${han[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : han[n % 10]}`;

/** The place of a flat index: `第三部分(二)第4段`, `part 3 (2), paragraph 4`; the paragraph counts from the last heading. */
export function placeOf(report: Report, flatIndex: number): Place {
  const { copy, outline, text } = report;
  const line = lineOf(text, copy.at[Math.min(flatIndex, copy.flat.length)] as number);
  let part: Heading | null = null;
  let section: Heading | null = null;
  let partNumber = 0;
  let sectionNumber = 0;
  for (const heading of outline) {
    if (heading.flatStart > flatIndex) break;
    if (heading.level === 1) {
      part = heading;
      section = null;
      partNumber += 1;
      sectionNumber = 0;
    } else if (heading.level === 2) {
      section = heading;
      sectionNumber += 1;
    }
  }
  const heading = section ?? part;
  const paragraph =
    (copy.paragraphOf[Math.min(flatIndex, copy.flat.length - 1)] ?? 0) -
    (heading === null ? 0 : (copy.paragraphOf[heading.flatStart] ?? 0)) +
    1;
  if (heading === null) return { line, zh: `开头第${paragraph}段`, en: `opening, paragraph ${paragraph}` };
  const partZh = part === null ? '' : `第${hanOf(partNumber)}部分`;
  const sectionZh = section === null ? '' : `(${hanOf(sectionNumber)})`;
  const partEn = part === null ? '' : `part ${partNumber}`;
  const sectionEn = section === null ? '' : `${part === null ? 'section ' : ' '}(${sectionNumber})`;
  return {
    line,
    zh: `${partZh}${sectionZh}第${paragraph}段`,
    en: `${partEn}${sectionEn}, paragraph ${paragraph}`,
  };
}

/** Line of a source offset, from 1; \r\n counts once. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset && at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line += 1;
  }
  return line;
}
