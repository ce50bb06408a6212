/** Runs of characters with their places on a sheet of paper, as PDF and OFD hold them, and the lines that they form. */

/** Characters that stand side by side on one baseline. Measures in points from the upper left corner of the sheet. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

/** Ruled lines and thin boxes of a sheet, as rectangles. */
export interface Rule {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Sheet {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
}

/** What stands together on a line; a gap of about a character parts two of them. */
export interface Stretch {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface SheetLine {
  readonly sheet: Sheet;
  readonly stretches: readonly Stretch[];
  /** All stretches, two blanks between them. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of the font of most characters. */
  readonly size: number;
  /** A row of a table: a paragraph of its own, its cells set apart by tabs. */
  readonly row: boolean;
}

/** Gaps in heights of the font: what parts stretches, and what may be a blank. */
const partingGap = 0.9;
const blankGap = 0.12;

/** The lines of a sheet from top to bottom, each from left to right; what is drawn twice (bold by overprinting) counts once. */
export function linesOfSheet(sheet: Sheet): SheetLine[] {
  const rows: Run[][] = [];
  const runs = sheet.runs.filter(run => /\S/.test(run.text) && onSheet(run, sheet)).sort((a, b) => a.y - b.y);
  for (const run of runs) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && run.y - first.y < 0.4 * Math.max(run.size, first.size))
      row.push(run);
    else rows.push([run]);
  }
  return rows.map(row => lineOf(sheet, row));
}

function onSheet(run: Run, sheet: Sheet): boolean {
  return run.x + run.width > 0 && run.x < sheet.width && run.y > 0 && run.y - run.size < sheet.height;
}

function lineOf(sheet: Sheet, row: Run[]): SheetLine {
  row.sort((a, b) => a.x - b.x);
  const stretches: { text: string; left: number; right: number }[] = [];
  let before: Run | undefined;
  for (const run of row) {
    if (before !== undefined && isOverprint(before, run)) continue;
    const last = stretches.at(-1);
    const gap = last === undefined ? 0 : run.x - last.right;
    if (last === undefined || gap > partingGap * run.size) {
      stretches.push({ text: run.text, left: run.x, right: run.x + run.width });
    } else {
      last.text += gap > blankGap * run.size ? ` ${run.text}` : run.text;
      last.right = Math.max(last.right, run.x + run.width);
    }
    before = run;
  }
  const tidied = stretches.map(stretch => ({ ...stretch, text: withoutSetting(stretch.text) }));
  return {
    sheet,
    stretches: tidied,
    text: tidied.map(stretch => stretch.text).join('  '),
    left: Math.min(...tidied.map(stretch => stretch.left)),
    right: Math.max(...tidied.map(stretch => stretch.right)),
    y: row.reduce((sum, run) => sum + run.y, 0) / row.length,
    size: sizeOf(row),
    row: false,
  };
}

function isOverprint(before: Run, run: Run): boolean {
  return (
    before.text === run.text &&
    Math.abs(run.x - before.x) < 0.2 * run.size &&
    Math.abs(run.y - before.y) < 0.2 * run.size
  );
}

/** The size that most of the characters have. */
export function sizeOf(runs: readonly { readonly size: number; readonly text: string }[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  return [...weights].reduce<[number, number]>((best, one) => (one[1] > best[1] ? one : best), [1, 0])[0];
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f“”‘’—…·]/;

/** Takes out the blanks that typesetting made: beside a Han character and a figure, and where a line was stretched. */
function withoutSetting(text: string): string {
  const tidy = text.trim().replace(/[\s\u00a0]+/g, ' ');
  const blanks = tidy.split(' ').length - 1;
  if (blanks === 0) return tidy;
  // A line set wide has blanks nearly everywhere: they part nothing, figures neither.
  if (blanks > 3 && blanks * 5 > (tidy.length - blanks) * 2) return tidy.replaceAll(' ', '');
  const both = [...tidy.matchAll(/(\S) (?=(\S))/g)].filter(
    ([, a, b]) => wide.test(a ?? '') && wide.test(b ?? ''),
  ).length;
  const stretched = both > 2;
  return tidy.replace(/(\S) (?=(\S))/g, (whole, a: string, b: string) => {
    const wides = (wide.test(a) ? 1 : 0) + (wide.test(b) ? 1 : 0);
    return wides === 1 || (wides === 2 && stretched) ? a : whole;
  });
}
