/** Finds what a printed page repeats: its number alone on a line, and the running header above or below it. */
import type { Line } from './lines.ts';

export const pageNumber =
  /^(?:[-—–―~·.]{1,3}\d{1,3}[-—–―~·.]{1,3}|第\d{1,3}页(?:[,/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3}|[Pp]age\d{1,3}(?:of\d{1,3})?)$/;
const bareNumber = /^\d{1,3}$/;
/** Least characters of a page between two numbers. */
const leastPage = 100;
const namesReport = /(?:报告|总结)$/;
const longestHeader = 60;
const shortestHeader = 6;

/** The lines that are the number of a page without any mark, and the headers that stand beside numbers more than once. */
export function findPageEdges(norm: string, lines: readonly Line[]): Set<Line> {
  const filled = lines.filter(line => line.start < line.end);
  const found = bareNumbers(norm, filled);
  const beside = new Map<string, Line[]>();
  const first = new Map<string, Line>();
  const isNumber = (line: Line | undefined): boolean =>
    line !== undefined && (found.has(line) || (line.text.length < 16 && pageNumber.test(line.tight)));
  for (const [at, line] of filled.entries()) {
    const { tight } = line;
    if (namesReport.test(numbered(tight)) && first.has(numbered(tight))) found.add(line);
    if (tight.length < shortestHeader || tight.length > longestHeader || /[。;,:]/.test(tight)) continue;
    if (!first.has(tight)) first.set(tight, line);
    else if (namesReport.test(tight)) {
      // The title again beside a number: both are of the page.
      for (const near of [filled[at - 1], filled[at + 1]]) {
        if (near !== undefined && bareNumber.test(near.tight)) found.add(near);
      }
    }
    if (!isNumber(filled[at - 1]) && !isNumber(filled[at + 1])) continue;
    const all = beside.get(tight);
    if (all === undefined) beside.set(tight, [line]);
    else all.push(line);
  }
  for (const [tight, all] of beside) {
    const own = first.get(tight) as Line;
    // The first is the title, or the header above it.
    const again = all.filter(line => line !== own);
    if (again.length > 1 || (again.length === 1 && namesReport.test(tight))) for (const line of again) found.add(line);
  }
  return found;
}

/** 2023年法治政府建设情况报告 3: a header without the number of its page. */
const numbered = (tight: string): string =>
  /[告结][-—·]?\d{1,3}[-—·]?$/.test(tight) ? tight.replace(/[-—·]?\d{1,3}[-—·]?$/, '') : '';

/** Numbers alone on lines, where all of a text count on by one and a page lies between them. */
function bareNumbers(norm: string, filled: readonly Line[]): Set<Line> {
  const bare = filled.filter(line => bareNumber.test(line.tight));
  const inOrder = bare.every((line, nth) => {
    const before = bare[nth - 1];
    if (before === undefined) return true;
    return Number(line.tight) === Number(before.tight) + 1 && line.start - before.end >= leastPage;
  });
  const [first] = bare;
  if (first === undefined || !inOrder) return new Set();
  if (bare.length > 1) return new Set(Number(first.tight) < 10 ? bare : []);
  return new Set(/^[ \t]*\n?\f/.test(norm.slice(first.end, first.end + 20)) ? bare : []);
}
