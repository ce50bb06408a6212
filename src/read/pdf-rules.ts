/** Finds the ruled lines of a PDF page: what is stroked level or upright, and boxes as thin as a line. */
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Rule } from './sheet-lines.ts';

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
export type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

/** Points within which a line is level, and a box is a line. */
const level = 0.6;
const thin = 3;
/** Most rules of a page; a drawing has more, a table has not. */
const mostRules = 4000;

// Newer than Node 20, and the one such method that unpdf does not bring: without it a page's drawing ends at its first font.
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length: number): ArrayBuffer {
      return this.slice(0, length);
    },
    configurable: true,
    writable: true,
  });
}

/** In points from the upper left corner, as `viewport` turns them. */
export async function rulesOfPage(page: PdfPage, viewport: Matrix): Promise<Rule[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const strokes: readonly number[] = [OPS.stroke, OPS.closeStroke];
  const fills: readonly number[] = [OPS.fill, OPS.eoFill];
  const both: readonly number[] = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = viewport;
  for (const [at, operator] of fnArray.entries()) {
    const args: unknown = argsArray[at];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? viewport;
    else if (operator === OPS.transform) matrix = product(matrix, matrixOf(args));
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = product(matrix, matrixOf(Array.isArray(args) ? args[0] : null));
    } else if (operator === OPS.constructPath && Array.isArray(args)) {
      const [painted, paths] = args as unknown[];
      const data: unknown = Array.isArray(paths) ? paths[0] : null;
      if (typeof painted !== 'number' || !(data instanceof Float32Array)) continue;
      const drawn = pathsOf(data, matrix);
      if (strokes.includes(painted) || both.includes(painted)) rules.push(...drawn.flatMap(strokeRules));
      if (fills.includes(painted) || both.includes(painted)) rules.push(...drawn.flatMap(thinBox));
      if (rules.length > mostRules) return [];
    }
  }
  return rules;
}

export function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const same: Matrix = [1, 0, 0, 1, 0, 0];

/** Six numbers as a matrix; anything else changes nothing. */
export function matrixOf(numbers: unknown): Matrix {
  if (numbers === null || typeof numbers !== 'object') return same;
  const [a, b, c, d, e, f] = Array.from(numbers as ArrayLike<unknown>, Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/** Corners of each part of a path. Parts with curves are no rules and are left out. */
function pathsOf(data: Float32Array, [a, b, c, d, e, f]: Matrix): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  let curved = false;
  const end = (): void => {
    if (part.length > 1 && !curved) parts.push(part);
    part = [];
    curved = false;
  };
  for (let at = 0; at < data.length; ) {
    const step = data[at] ?? 4;
    if (step === 0) end();
    if (step === 0 || step === 1) {
      const [x, y] = [data[at + 1] ?? 0, data[at + 2] ?? 0];
      part.push([a * x + c * y + e, b * x + d * y + f]);
      at += 3;
    } else if (step === 2 || step === 3) {
      curved = true;
      at += step === 2 ? 7 : 5;
    } else {
      if (part[0] !== undefined) part.push(part[0]);
      at += 1;
    }
  }
  end();
  return parts;
}

function boxOf(points: readonly Point[]): Rule {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function strokeRules(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((point, at) => {
    const box = boxOf([points[at] as Point, point]);
    return box.right - box.left < level || box.bottom - box.top < level ? [box] : [];
  });
}

function thinBox(points: readonly Point[]): Rule[] {
  const box = boxOf(points);
  return Math.min(box.right - box.left, box.bottom - box.top) < thin ? [box] : [];
}
