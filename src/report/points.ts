/**
 * Points that begin a paragraph and head it (二是主要负责人履行第一责任人职责。…): the heads' duties told inside the work. Inside of a
 * paragraph a point is a sentence like the others.
 */
import { opensPoint } from './copy.ts';
import type { HeadingSays } from './cues.ts';
import type { Copy, ZoneStretch } from './types.ts';

const numerals = '一二三四五六七八九十';
/** Longest heading of a point. */
const longestHead = 40;
/** Farthest that a point reaches for the next. */
const longestPoint = 2000;

/** Stretches of work in which a point heads the heads' duties, cut apart; `says` asks what zones a heading names. */
export function cutPoints(
  stretches: readonly ZoneStretch[],
  { flat }: Pick<Copy, 'flat'>,
  says: (from: number, to: number) => HeadingSays,
): ZoneStretch[] {
  return stretches.flatMap(stretch => {
    const { zone, flatStart, flatEnd } = stretch;
    if (zone === 'first-responsible' && opensAt(flat, flatStart)) {
      const end = pointEnd(flat, flatStart, flatEnd);
      if (end === flatEnd) return [stretch];
      return [{ ...stretch, flatEnd: end }, ...cutPoints([work(end, flatEnd)], { flat }, says)];
    }
    if (zone !== 'work') return [stretch];
    const cut: ZoneStretch[] = [];
    let from = flatStart;
    for (let at = flat.indexOf('是', flatStart + 1); at !== -1 && at < flatEnd; at = flat.indexOf('是', at + 1)) {
      const start = at - 1;
      if (start < from || !opensAt(flat, start)) continue;
      const length = flat.slice(at + 1, at + 1 + longestHead).search(/[。:\n,;]/);
      const stop = at + 1 + length;
      if (length < 4 || ',;'.includes(flat[stop] as string)) continue;
      const named = says(at + 1, stop);
      if (!named.has('first-responsible') || named.has('problem') || named.has('plan')) continue;
      const end = pointEnd(flat, start, flatEnd);
      if (start > from) cut.push({ ...stretch, flatStart: from, flatEnd: start });
      cut.push({ zone: 'first-responsible', flatStart: start, flatEnd: end, openedBy: flat.slice(start, stop) });
      from = end;
    }
    if (from === flatStart) return [stretch];
    return from < flatEnd ? [...cut, work(from, flatEnd)] : cut;
  });
}

const work = (flatStart: number, flatEnd: number): ZoneStretch => ({
  zone: 'work',
  flatStart,
  flatEnd,
  openedBy: null,
});

/** Whether 一是, 二是 … begins a paragraph there. */
function opensAt(flat: string, at: number): boolean {
  return flat[at + 1] === '是' && (flat[at - 1] ?? '\n') === '\n' && opensPoint(flat, at);
}

/** Where a point ends: at the next of its list, else with its paragraph. */
function pointEnd(flat: string, start: number, limit: number): number {
  const line = flat.indexOf('\n', start);
  const paragraph = line === -1 || line >= limit ? limit : line + 1;
  const reach = Math.min(limit, start + longestPoint);
  const next = numerals[numerals.indexOf(flat[start] as string) + 1];
  if (next === undefined) return paragraph;
  for (let at = flat.indexOf(`${next}是`, start + 2); at !== -1 && at < reach; at = flat.indexOf(`${next}是`, at + 2)) {
    if (opensAt(flat, at) || (at < paragraph && flat[at - 1] === '。')) return at;
  }
  return paragraph;
}
