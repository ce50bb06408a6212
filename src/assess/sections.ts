/** The sections of a report by their headings, numbered or standing alone on a line, for the kinds that ask for one. */
import { flatFrom } from '../report/copy.ts';
import type { RuledRequirement } from '../rules/load.ts';
import { fillBoth } from '../words/bilingual.ts';
import { sectionWords } from '../words/findings.ts';
import { type Context, type FlatSpan, matchesOf, matchesOfPhrase } from './context.ts';
import type { Verdict } from './verdict.ts';

/** A heading with what stands below it, up to the next heading of its level or above. */
export interface Section {
  readonly heading: FlatSpan;
  readonly body: FlatSpan;
}

interface Opener extends FlatSpan {
  readonly level: number;
}

const longestHeading = 44;
const known = new WeakMap<Context, readonly Opener[]>();

/** Sections whose heading holds one of these phrases. */
export function sectionsUnder(context: Context, headings: readonly string[] | undefined): readonly Section[] {
  const wordings = matchesOf(context, headings);
  if (wordings.length === 0) return [];
  const openers = openersOf(context);
  return openers.flatMap((opener, nth) => {
    if (!wordings.some(match => !match.inTitle && match.start >= opener.start && match.end <= opener.end)) return [];
    const next = openers.slice(nth + 1).find(other => other.level <= opener.level);
    return [{ heading: opener, body: { start: opener.end, end: next?.start ?? bodyEnd(context) } }];
  });
}

/** Where signature and date begin. */
function bodyEnd(context: Context): number {
  const tail = context.report.zones.find(({ zone }) => zone === 'tail');
  return tail?.flatStart ?? context.report.copy.flat.length;
}

/** Headings of the outline, and short lines that a requirement of the rule set knows as a heading. */
function openersOf(context: Context): readonly Opener[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const { outline, tables, meta, copy } = context.report;
  const place = meta.title?.place ?? null;
  const title = place && { start: flatFrom(copy, place.start), end: flatFrom(copy, place.end) };
  const openers: Opener[] = outline.map(({ flatStart, flatEnd, level }) => ({ start: flatStart, end: flatEnd, level }));
  const wordings = new Set(context.ruleSet.requirements.flatMap(headingsOf));
  const headings = [...wordings].flatMap(wording => matchesOfPhrase(context, wording));
  for (const match of headings.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const line = lineAround(copy.flat, match.start);
    if (line.end - line.start > longestHeading || /[。;,]/.test(copy.flat.slice(line.start, line.end))) continue;
    // The title of the report is no heading of a section, a cell of a table neither.
    if (title !== null && line.start < title.end && line.end > title.start) continue;
    const inTable = tables.some(table => line.start < table.flatEnd && line.end > table.flatStart);
    const taken = openers.some(other => other.start < line.end && other.end > line.start);
    if (!inTable && !taken) openers.push({ ...line, level: 1 });
  }
  openers.sort((a, b) => a.start - b.start);
  known.set(context, openers);
  return openers;
}

const headingsOf = (rule: RuledRequirement): readonly string[] =>
  rule.kind === 'section' || rule.kind === 'table' || rule.kind === 'equation' ? (rule.headings ?? []) : [];

function lineAround(flat: string, at: number): FlatSpan {
  const end = flat.indexOf('\n', at);
  return { start: flat.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? flat.length : end };
}

/** `judged` with a note where the heading stands before the one that must come first. */
export function inOrder(
  context: Context,
  rule: { readonly headings?: readonly string[]; readonly after?: readonly string[] },
  judged: Verdict,
): Verdict {
  const [own] = sectionsUnder(context, rule.headings);
  const [first] = sectionsUnder(context, rule.after);
  if (own === undefined || first === undefined || first.heading.start < own.heading.start) return judged;
  const said = ({ start, end }: FlatSpan) => context.report.copy.flat.slice(start, end);
  const note = fillBoth(sectionWords.outOfOrder, { heading: said(own.heading), before: said(first.heading) });
  return { ...judged, attention: [...judged.attention, note] };
}
