/** Finds what sites that collect documents write between the sentences of a text: their name with their address, again and again. */
import { allMatches } from '../read/all-matches.ts';
import type { Span } from './types.ts';

/** An address that is no office's own: those are told in honest reports (在www.….gov.cn公开). */
const address = /(?:https?:\/\/)?www\.[a-z0-9-]{2,30}(?:\.[a-z]{2,6}){1,2}(?![a-z0-9.@-])/gi;
const official = /\.gov\.|\.org\.cn/i;
/** Longest name that is taken before an address. */
const longest = 24;

/** Every occurrence of an address that stands twice or more behind the same name, with that name. */
export function siteMarks(norm: string): Span[] {
  if (!/www\./i.test(norm)) return [];
  const groups = new Map<string, Span[]>();
  for (const found of allMatches(norm, address)) {
    if (official.test(found[0])) continue;
    const span = { start: found.index, end: found.index + found[0].length };
    const group = groups.get(found[0].toLowerCase());
    if (group === undefined) groups.set(found[0].toLowerCase(), [span]);
    else group.push(span);
  }
  return [...groups.values()].flatMap(group => (group.length < 2 ? [] : withNames(norm, group)));
}

function withNames(norm: string, group: readonly Span[]): Span[] {
  const [first] = group;
  if (first === undefined) return [];
  const blank = norm[first.start - 1] === ' ' ? 1 : 0;
  let left = 0;
  while (left < longest && sharedBefore(norm, group, left + 1, blank)) left += 1;
  return left < 2 ? [] : group.map(({ start, end }) => ({ start: start - left, end }));
}

/** Whether all have the same character so far before them, and it may be one of a name. */
function sharedBefore(norm: string, group: readonly Span[], distance: number, blank: number): boolean {
  const [first] = group;
  const character = norm[(first?.start ?? 0) - distance];
  if (character === undefined || (/[\s,;:。!?、》”)]/.test(character) && distance > blank)) return false;
  return group.every(({ start }) => norm[start - distance] === character);
}
