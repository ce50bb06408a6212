/** Why no phrase makes a passage count, or stop counting: what decides instead, and the key of the rule file that says so. */
import type { ReadText } from '../assess/examples.ts';
import type { RefusalKind } from '../assess/refuse.ts';
import type { Verdict } from '../assess/verdict.ts';
import type { RuledRequirement } from '../rules/load.ts';
import type { Said } from './trial.ts';

export type ObstacleKind =
  /** The passage by itself is judged so already. */
  | 'already'
  /** Kinds that read the whole report. */
  | 'part'
  | 'section'
  | 'table'
  | 'equation'
  | 'element'
  | 'check'
  | 'manual'
  /** The passage stands where nothing counts for this requirement. */
  | 'zone'
  | 'not-applicable'
  | 'figure'
  | 'target'
  | 'year'
  | 'shortfall'
  | 'excluded'
  | 'title'
  /** Accepted by a phrase that says the word itself: `not` has no say there. */
  | 'phrase'
  /** No small edit was found, and not even the wording itself holds. */
  | 'none';

export interface Obstacle {
  readonly kind: ObstacleKind;
  /** The word that decided, where there is one. */
  readonly word?: string;
}

const byRefusal: Partial<Record<RefusalKind, ObstacleKind>> = {
  plan: 'zone',
  problem: 'zone',
  elsewhere: 'zone',
  title: 'title',
  excluded: 'excluded',
  target: 'target',
  shortfall: 'shortfall',
  'prior-year': 'year',
  'part-year': 'year',
  'no-figure': 'figure',
  change: 'figure',
};

/** Why a passage cannot be made to count. */
export function obstacleOf(rule: RuledRequirement, { zone }: Said, before: Verdict, read: ReadText): Obstacle {
  const zones = rule.zones ?? ['head', 'work', 'first-responsible'];
  if (!zones.includes(zone)) return { kind: 'zone' };
  if (before.status === 'not-applicable') return { kind: 'not-applicable' };
  for (const { kind, word } of before.refused) {
    const obstacle = byRefusal[kind];
    if (obstacle !== undefined) return { kind: obstacle, ...(word !== null && { word }) };
  }
  const stated = read.quantities.some(({ kind }) => kind !== 'change' && kind !== 'duration');
  return { kind: !stated && asksFigure(rule) ? 'figure' : 'none' };
}

const asksFigure = (rule: RuledRequirement): boolean =>
  rule.kind === 'quantity' ||
  (rule.kind === 'statement' && JSON.stringify([rule.any, rule.with, rule.or]).includes('<n'));
