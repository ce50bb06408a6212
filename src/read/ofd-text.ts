/** Places the characters of one text of an OFD page. */
import type { Run } from './sheet-lines.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** Gaps in heights of the font: what parts two runs, and what may be a blank. */
const parting = 0.6;
const blankGap = 0.12;

/**
 * The runs of a `TextCode` in its `TextObject`, in millimetres on the page. A text that is turned gives none: marks across
 * a page and stamps are no part of it.
 */
export function runsOfText(text: string, code: Attributes, object: Attributes): Run[] {
  const [left = 0, top = 0] = numbersOf(object.Boundary);
  const matrix = numbersOf(object.CTM);
  const [a, b, c, d, e, f] =
    matrix.length === 6 ? (matrix as [number, number, number, number, number, number]) : identity;
  if (Math.abs(b) > 0.05 * Math.abs(a) || a <= 0) return [];
  const size = (Number(object.Size) || 0) * Math.abs(d);
  if (!(size > 0)) return [];
  const shrink = Number(object.HScale) > 0 ? Number(object.HScale) : 1;
  const characters = [...text.replace(/[\r\n\t]/g, '')];
  const right = stepsOf(code.DeltaX, characters.length);
  const down = stepsOf(code.DeltaY, characters.length);
  let x = Number(code.X) || 0;
  let y = Number(code.Y) || 0;
  const runs: { text: string; x: number; y: number; width: number; size: number }[] = [];
  for (const [at, character] of characters.entries()) {
    const natural = (character.charCodeAt(0) < 0x2000 ? 0.5 : 1) * size * shrink;
    const step = (right[at] ?? 0) * a;
    const place = { x: left + a * x + c * y + e, y: top + b * x + d * y + f };
    const last = runs.at(-1);
    const level = last !== undefined && Math.abs(last.y - place.y) < 0.1 * size;
    const width = step > 0 && step < natural + parting * size ? step : natural;
    // A blank is what it takes: how wide the gap is tells what it means.
    if (/\S/.test(character)) {
      const gap = last === undefined ? 0 : place.x - (last.x + last.width);
      if (last !== undefined && level && gap < parting * size && place.x >= last.x) {
        last.text += gap > blankGap * size ? ` ${character}` : character;
        last.width = place.x + width - last.x;
      } else runs.push({ text: character, ...place, width, size });
    }
    x += right[at] ?? (down[at] === undefined || down[at] === 0 ? natural / a : 0);
    y += down[at] ?? 0;
  }
  return runs;
}

const identity: [number, number, number, number, number, number] = [1, 0, 0, 1, 0, 0];

function numbersOf(list: string | undefined): number[] {
  const numbers = (list ?? '').trim().split(/\s+/).map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}

/** `4 4 g 3 5` is 4 4 5 5 5: steps from one character to the next, at most `most` of them. */
function stepsOf(list: string | undefined, most: number): number[] {
  const words = (list ?? '').trim().split(/\s+/);
  const steps: number[] = [];
  for (let at = 0; at < words.length && steps.length < most; at += 1) {
    const grouped = words[at] === 'g';
    const step = Number(words[grouped ? at + 2 : at]);
    const times = grouped ? Number(words[at + 1]) : 1;
    if (words[at] === '' || !Number.isFinite(step) || !Number.isFinite(times)) break;
    for (let nth = 0; nth < times && steps.length < most; nth += 1) steps.push(step);
    if (grouped) at += 2;
  }
  return steps;
}
