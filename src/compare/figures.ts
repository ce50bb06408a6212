/** The figures of two drafts of one report: which have another value, which are gone, which are new. */
import type { QuantityEntry } from '../assess/types.ts';

/** A figure on either side; null where a draft does not have it. */
export interface FigurePair {
  readonly before: QuantityEntry | null;
  readonly after: QuantityEntry | null;
}

/** Figures that say what was done, or what lacks; targets, last year's and what laws say are none of the report's own. */
const counts = ({ stance }: QuantityEntry): boolean => stance === 'done' || stance === 'problem';

/**
 * Changed first, in the order of the later draft, then gone, then new. A figure is known by what it counts and its unit; where several
 * are alike and it cannot be told which became which, they are gone and new. One whose words alone are others is no change.
 */
export function compareFigures(
  before: readonly QuantityEntry[],
  after: readonly QuantityEntry[],
): readonly FigurePair[] {
  let old = before.filter(counts);
  let fresh = after.filter(counts);
  const changed: FigurePair[] = [];
  const drop = (isSame: (one: QuantityEntry, other: QuantityEntry) => boolean): void => {
    const left: QuantityEntry[] = [];
    const others = [...old];
    for (const figure of fresh) {
      const at = others.findIndex(other => isSame(other, figure));
      if (at < 0) left.push(figure);
      else others.splice(at, 1);
    }
    [old, fresh] = [others, left];
  };
  const pair = (isSame: (one: QuantityEntry, other: QuantityEntry) => boolean): void => {
    for (const figure of [...fresh]) {
      const earlier = old.filter(other => isSame(other, figure));
      const [only] = earlier;
      if (only === undefined || earlier.length > 1 || fresh.filter(other => isSame(only, other)).length > 1) continue;
      changed.push({ before: only, after: figure });
      old = old.filter(other => other !== only);
      fresh = fresh.filter(other => other !== figure);
    }
  };
  drop((one, other) => sameValue(one, other) && nameOf(one) === nameOf(other));
  drop(sameValue);
  pair((one, other) => one.unit === other.unit && nameOf(one) === nameOf(other));
  pair((one, other) => one.unit === other.unit && isPartOf(nameOf(one), nameOf(other)));
  return [
    ...changed.sort((one, other) => (one.after?.start ?? 0) - (other.after?.start ?? 0)),
    ...old.map(figure => ({ before: figure, after: null })),
    ...fresh.map(figure => ({ before: null, after: figure })),
  ];
}

const sameValue = (one: QuantityEntry, other: QuantityEntry): boolean =>
  one.value === other.value && one.unit === other.unit && one.qualifier === other.qualifier;

/** What it counts, without the sign of a cut and without blanks. */
const nameOf = ({ what }: QuantityEntry): string => what.replace(/[…\s，,、]/g, '');

/** Words of a kind come last: 全年开展执法检查 is 开展执法检查. */
const shortest = 4;
const isPartOf = (one: string, other: string): boolean =>
  (one.length >= shortest && other.endsWith(one)) || (other.length >= shortest && one.endsWith(other));
