/** Takes headers, footers and page numbers off sheets: what stands at their edges, repeated or counted on. */
import type { SheetLine } from './sheet-lines.ts';

/** Shares of a sheet's height in which headers and footers stand. */
const headerShare = 0.12;
const footerShare = 0.15;

/** 3, — 3 —, 第3页, 第3页 共9页, 3/9, Page 3 of 9: the number is the first figure. */
const pageNumber =
  /^(?:[-—–―─~·.•]{0,3}(\d{1,3})[-—–―─~·.•]{0,3}|第?(\d{1,3})页?[,/|]?共?(?:\d{1,3})?页?|[Pp]age(\d{1,3})(?:of\d{1,3})?)$/;
/** The address that browsers print at the foot of a sheet, and the day and hour at its head. */
const printed = /^(?:file|https?):\/\/|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?(?:(?:上|下)午)?\d{1,2}:\d{2}/;

/** The lines of each sheet that belong to its text; `lines` holds those of each sheet from top to bottom. */
export function withoutMargins(lines: readonly (readonly SheetLine[])[]): SheetLine[][] {
  const repeated = repeatedLines(lines);
  const numbered = numberedSheets(lines);
  return lines.map((all, index) => {
    const kept = all.filter(line => !(inMargin(line) && repeated.has(keyOf(line))) && !isPrinted(line));
    return kept.filter((line, at) => !isPageNumber(line, at, kept, index, numbered));
  });
}

const tight = (line: SheetLine): string => line.text.replace(/\s/g, '');
const inMargin = ({ y, sheet, row }: SheetLine): boolean =>
  !row && (y < sheet.height * headerShare || y > sheet.height * (1 - footerShare));

const isPrinted = (line: SheetLine): boolean => inMargin(line) && printed.test(tight(line).normalize('NFKC'));

/** Two headers are one when they differ in figures only and stand at one height. */
function keyOf(line: SheetLine): string {
  return `${tight(line).replace(/\d+/g, '#')} ${Math.round(line.y / 6)}`;
}

function repeatedLines(lines: readonly (readonly SheetLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const all of lines) {
    for (const key of new Set(all.filter(inMargin).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, lines.filter(all => all.length > 0).length * 0.35);
  return new Set([...counts].flatMap(([key, count]) => (count >= enough ? [key] : [])));
}

function numberOf(line: SheetLine): number | null {
  const found = pageNumber.exec(tight(line));
  const figure = found?.[1] ?? found?.[2] ?? found?.[3];
  return figure === undefined ? null : Number(figure);
}

/** By how much the numbers at the edges run ahead of the count of sheets, where most of them agree; else null. */
function numberedSheets(lines: readonly (readonly SheetLine[])[]): number | null {
  const counts = new Map<number, number>();
  for (const [index, all] of lines.entries()) {
    const ahead = new Set<number>();
    for (const line of [...all.slice(0, 2), ...all.slice(-2)]) {
      const number = inMargin(line) ? numberOf(line) : null;
      if (number !== null) ahead.add(number - index);
    }
    for (const by of ahead) counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  const [by, count] = [...counts].reduce<[number, number]>((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return count >= 2 || (count === 1 && lines.length === 1 && by === 1) ? by : null;
}

function isPageNumber(
  line: SheetLine,
  at: number,
  kept: readonly SheetLine[],
  index: number,
  numbered: number | null,
): boolean {
  if ((at > 1 && at < kept.length - 2) || !inMargin(line)) return false;
  const number = numberOf(line);
  if (number === null) return false;
  return numbered === number - index || /[^\d]/.test(tight(line));
}
