/** Reads tables off a sheet: by the lines that are ruled, else by stretches of text that stand below each other. */
import { pairedRow } from './page-fields.ts';
import { linesOfSheet, type Rule, type Run, type Sheet, type SheetLine, sizeOf } from './sheet-lines.ts';
import { joined } from './sheet-paragraphs.ts';

/** A cell with more than this holds prose: what is ruled is then no table but a page laid out by lines. */
const longestCell = 200;
/** Points within which two rules stand at one place, or touch. */
const near = 3;

/** Whether several lines of a sheet have text apart from each other, as rows of a table have. */
export function mayHoldTable(sheet: Sheet): boolean {
  return linesOfSheet(sheet).filter(line => line.stretches.length > 1).length >= 2;
}

/** The lines of a sheet from top to bottom, a row of a table as one line. */
export function readSheet(sheet: Sheet): SheetLine[] {
  let runs = sheet.runs;
  const rows: SheetLine[] = [];
  for (const grid of gridsOf(sheet.rules)) {
    const inside = runs.filter(run => holds(grid, run));
    const read = rowsOf(grid, sheet, inside);
    if (read === null) continue;
    rows.push(...read);
    const taken = new Set(inside);
    runs = runs.filter(run => !taken.has(run));
  }
  const lines = linesOfSheet({ ...sheet, runs });
  return [...withRows(lines), ...rows].sort((a, b) => a.y - b.y);
}

/** Places of the upright rules from left to right, of the level ones from top to bottom, and the rules themselves. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly upright: readonly Rule[];
  readonly level: readonly Rule[];
}

function gridsOf(rules: readonly Rule[]): Grid[] {
  const long = rules.filter(rule => Math.max(rule.right - rule.left, rule.bottom - rule.top) > 4);
  return groupsOf(long).flatMap(group => {
    const level = group.filter(rule => rule.right - rule.left > rule.bottom - rule.top);
    const upright = group.filter(rule => rule.right - rule.left <= rule.bottom - rule.top);
    if (level.length < 2 || upright.length === 0) return [];
    // Some tables have no rules at their sides: they end where the level rules do.
    const sides = [Math.min(...level.map(rule => rule.left)), Math.max(...level.map(rule => rule.right))];
    const xs = places([...upright.map(rule => (rule.left + rule.right) / 2), ...sides]);
    const ys = places(level.map(rule => (rule.top + rule.bottom) / 2));
    return xs.length > 2 && ys.length > 1 ? [{ xs, ys, upright, level }] : [];
  });
}

/** Rules that touch each other, directly or through others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touching = groups.filter(group => group.some(other => touch(rule, other)));
    const first = touching[0];
    if (first === undefined) groups.push([rule]);
    else {
      first.push(rule);
      for (const other of touching.slice(1)) {
        first.push(...other);
        groups.splice(groups.indexOf(other), 1);
      }
    }
  }
  return groups;
}

const touch = (a: Rule, b: Rule): boolean =>
  a.left <= b.right + near && b.left <= a.right + near && a.top <= b.bottom + near && b.top <= a.bottom + near;

function places(all: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of [...all].sort((a, b) => a - b)) {
    if (found.length === 0 || place - (found.at(-1) as number) > near) found.push(place);
  }
  return found;
}

const middle = (run: Run): { readonly x: number; readonly y: number } => ({
  x: run.x + run.width / 2,
  y: run.y - run.size * 0.35,
});

function holds({ xs, ys }: Grid, run: Run): boolean {
  const { x, y } = middle(run);
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

/** The rows of a grid; a cell over several columns or rows has its text at its first place. Null where it is no table. */
function rowsOf(grid: Grid, sheet: Sheet, runs: readonly Run[]): SheetLine[] | null {
  const { xs, ys } = grid;
  const owner = cellsOf(grid);
  const texts = new Map<number, Run[]>();
  const width = xs.length - 1;
  for (const run of runs.flatMap(one => parted(one, xs))) {
    const { x, y } = middle(run);
    const column = xs.findLastIndex(place => place <= x);
    const row = ys.findLastIndex(place => place <= y);
    const cell = owner[row * width + column];
    if (cell === undefined) return null;
    const known = texts.get(cell);
    if (known === undefined) texts.set(cell, [run]);
    else known.push(run);
  }
  const said = (index: number): string => {
    const lines = linesOfSheet({ ...sheet, runs: texts.get(index) ?? [] });
    const text = lines.reduce((all, line) => joined(all, line.text), '').replaceAll('\t', ' ');
    // Words set apart to fill a cell (案  件  数) are one.
    return text.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
  };
  const cells = ys.slice(1).map((_, row) => xs.slice(1).map((_, column) => said(row * width + column)));
  if (cells.flat().some(cell => cell.length > longestCell)) return null;
  if (cells.every(row => row.filter(cell => cell !== '').length < 2)) return null;
  return cells.flatMap((row, at) => {
    if (row.every(cell => cell === '')) return [];
    const pairs = pairedRow(row) ?? [row.join('\t')];
    return pairs.map((text, nth) => rowLine(sheet, text, grid, (ys[at] ?? 0) + near + nth * 0.01, runs));
  });
}

function rowLine(sheet: Sheet, text: string, { xs }: Grid, y: number, runs: readonly Run[]): SheetLine {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  return { sheet, text, stretches: [{ text, left, right }], left, right, y, size: sizeOf(runs), row: true };
}

/** For each place of the grid, by rows, the place where its cell begins: places without a rule between are one cell. */
function cellsOf({ xs, ys, upright, level }: Grid): number[] {
  const width = xs.length - 1;
  const owner = Array.from({ length: width * (ys.length - 1) }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (owner[root] !== root) root = owner[root] as number;
    return root;
  };
  const unite = (a: number, b: number): void => {
    const [first, second] = [rootOf(a), rootOf(b)];
    owner[Math.max(first, second)] = Math.min(first, second);
  };
  for (let row = 0; row < ys.length - 1; row += 1) {
    const y = ((ys[row] as number) + (ys[row + 1] as number)) / 2;
    for (let column = 0; column < width; column += 1) {
      const x = ((xs[column] as number) + (xs[column + 1] as number)) / 2;
      const right = xs[column + 1] as number;
      const below = ys[row + 1] as number;
      const at = row * width + column;
      const walled = upright.some(
        rule => Math.abs((rule.left + rule.right) / 2 - right) <= near && rule.top <= y && rule.bottom >= y,
      );
      const floored = level.some(
        rule => Math.abs((rule.top + rule.bottom) / 2 - below) <= near && rule.left <= x && rule.right >= x,
      );
      if (column < width - 1 && !walled) unite(at, at + 1);
      if (row < ys.length - 2 && !floored) unite(at, at + width);
    }
  }
  return owner.map((_, at) => rootOf(at));
}

/** A run over a rule, as where a reader of PDF took two near cells together, parted at its blanks. */
function parted(run: Run, xs: readonly number[]): Run[] {
  const crossed = xs.some(x => x > run.x + 1 && x < run.x + run.width - 1);
  if (!crossed || !run.text.includes(' ')) return [run];
  const weight = (text: string): number =>
    [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
  const unit = run.width / weight(run.text);
  let x = run.x;
  return run.text.split(' ').flatMap(text => {
    const width = weight(text) * unit;
    const part = { ...run, text, x, width };
    x += width + unit / 2;
    return text === '' ? [] : [part];
  });
}

/** Lines of which two or more in a row have stretches below each other become rows. */
function withRows(lines: readonly SheetLine[]): SheetLine[] {
  const rows = new Set<SheetLine>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next !== undefined && isRow(line) && isRow(next) && lineUp(line, next)) rows.add(line).add(next);
  }
  return lines.map(line =>
    rows.has(line) ? { ...line, row: true, text: line.stretches.map(stretch => stretch.text).join('\t') } : line,
  );
}

const isRow = (line: SheetLine): boolean => line.stretches.length > 1 && !/[。；]/.test(line.text);

/** Whether two stretches of one line stand below two of the other: at their left, right or middle. */
function lineUp(line: SheetLine, next: SheetLine): boolean {
  const close = (a: number, b: number): boolean => Math.abs(a - b) < 0.7 * line.size;
  const matching = line.stretches.filter(one =>
    next.stretches.some(
      other =>
        close(one.left, other.left) ||
        close(one.right, other.right) ||
        close((one.left + one.right) / 2, (other.left + other.right) / 2),
    ),
  );
  return matching.length >= 2;
}
