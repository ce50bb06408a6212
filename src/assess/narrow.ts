/** A rule set with the phrases of some requirements only: a text need not be searched for the others. */
import { compileSources } from '../rules/compile.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';

const known = new WeakMap<RuleSet, Map<string, RuleSet>>();

export function narrowed(ruleSet: RuleSet, rules: readonly RuledRequirement[]): RuleSet {
  const ofSet = known.get(ruleSet) ?? new Map<string, RuleSet>();
  known.set(ruleSet, ofSet);
  const phrases = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (ruleSet.phraseIds.has(value)) phrases.add(value);
    } else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) collect(inner);
  };
  collect(rules);
  collect(ruleSet.powers);
  const name = JSON.stringify([...phrases]);
  const narrow = ofSet.get(name) ?? { ...ruleSet, ...compileSources([...phrases], ruleSet.terms) };
  ofSet.set(name, narrow);
  return narrow;
}
