/** Entries of `not` that can have no effect, since a shorter one beside them excludes wherever they stand. */
import type { Requirement } from './schema.ts';

/** An entry by its place below the requirement, and the one that covers it. */
export interface Covered {
  readonly at: readonly (string | number)[];
  readonly phrase: string;
  readonly other: string;
}

/** A phrase of characters alone. */
const isPlain = (phrase: string): boolean => !/[()（）[\]［］{}｛｝<>＜＞|｜…/\s]|句|100%/.test(phrase);

/**
 * Of two plain entries one of which begins with the other (调解, 调解书) the longer one. Where a wording of the requirement says
 * the shorter one itself, that one excludes less, and the longer one may have an effect.
 */
export function coveredExclusions(requirement: Requirement): Covered[] {
  if (requirement.kind !== 'statement' && requirement.kind !== 'quantity') return [];
  const said = wordingsOf(requirement);
  const found: Covered[] = [];
  const look = (own: readonly string[] | undefined, inherited: readonly string[], at: Covered['at']): void => {
    for (const [index, phrase] of (own ?? []).entries()) {
      const others = [...inherited, ...(own ?? []).filter((other, nth) => other !== phrase || nth < index)];
      const other = others.find(
        one => isPlain(one) && phrase.startsWith(one) && !said.some(text => text.includes(one)),
      );
      if (other !== undefined && isPlain(phrase)) found.push({ at: [...at, index], phrase, other });
    }
  };
  const inherited = requirement.not ?? [];
  look(requirement.not, [], ['not']);
  for (const [w, way] of (requirement.or ?? []).entries()) look(way.not, inherited, ['or', w, 'not']);
  for (const [w, way] of (requirement.partial ?? []).entries())
    if (typeof way !== 'string') look(way.not, inherited, ['partial', w, 'not']);
  return found;
}

/** Every wording of a requirement, as it is written. */
function wordingsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    ['not', 'examples', 'title', 'met', 'gap', 'fix', 'id'].includes(key) ? [] : wordingsOf(item),
  );
}
