/** Sums and rates that the text claims. */
import type { Copy } from '../report/types.ts';
import type { Figure } from './scan.ts';
import type { Quantity, Relation } from './types.ts';

export function findRelations(_quantities: readonly Quantity[], _figures: readonly Figure[], _copy: Copy): Relation[] {
  return [];
}
