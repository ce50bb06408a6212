/** The sums, rates, differences and repetitions that a report claims, each with a verdict; silence where a check is not certain. */
import type { Copy } from '../report/types.ts';
import { relationNotes } from '../words/quantities.ts';
import { type Claim, claimsOf, note, numberText, relation } from './claims.ts';
import { findDifferences, findRatios } from './rates.ts';
import type { Figure } from './scan.ts';
import { findRest, findSums } from './sums.ts';
import type { Quantity, Relation } from './types.ts';

/**
 * Relations between `quantities` in text order. A reported number is taken as the interval its decimals give. `figures`
 * stand at the same indexes.
 */
export function findRelations(quantities: readonly Quantity[], figures: readonly Figure[], copy: Copy): Relation[] {
  const claims = claimsOf(quantities, figures, copy);
  const sums = findSums(claims);
  const found = [
    ...sums,
    ...findRest(claims, sums),
    ...findRatios(claims),
    ...findDifferences(claims),
    ...findRepeats(claims),
  ];
  const order = (item: Relation): number => Math.min(...item.sides.map(side => side.start));
  return found.sort((a, b) => order(a) - order(b));
}

/** Shortest name under which two figures are taken for the same thing. */
const shortestName = 6;

/** The same rate given twice under the same full name for the same period. */
function findRepeats(claims: readonly Claim[]): Relation[] {
  const found: Relation[] = [];
  const seen = new Map<string, Claim>();
  for (const claim of claims) {
    const { quantity } = claim;
    if (claim.change || !claim.exact || claim.unit !== '%' || !quantity.what.endsWith('率')) continue;
    if (claim.stance !== 'done' || quantity.partYear || quantity.what.length < shortestName) continue;
    const key = `${quantity.what}|${quantity.period}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, claim);
      continue;
    }
    const same = first.value === claim.value;
    // Two differing rates under one name may belong to two topics of one paragraph; far apart they are a contradiction.
    if (!same && first.paragraph === claim.paragraph) continue;
    const values = { what: quantity.what, first: numberText(first.value), second: numberText(claim.value) };
    const said = note(same ? relationNotes.repeatHolds : relationNotes.repeatFails, values);
    found.push(
      relation('repeat', same ? 'consistent' : 'inconsistent', [first, claim], first.value, claim.value, said),
    );
  }
  return found;
}
