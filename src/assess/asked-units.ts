/** The units of the figures that a requirement takes, as its wordings name them. */
import type { RuleSet } from '../rules/load.ts';
import type { Requirement } from '../rules/schema.ts';
import { termFinder } from './keys.ts';

/** What a requirement says without asking for it. */
const unasked: ReadonlySet<string> = new Set([
  'not',
  'partial',
  'about',
  'examples',
  'appliesTo',
  'attention',
  'doubt',
  'fix',
]);

const known = new WeakMap<Requirement, ReadonlySet<string>>();

/** Measure words, and `%` where a rate is asked for; empty where no wording asks for a figure. */
export function unitsAsked(ruleSet: RuleSet, rule: Requirement): ReadonlySet<string> {
  const before = known.get(rule);
  if (before !== undefined) return before;
  const asked = JSON.parse(JSON.stringify(rule, (key, value) => (unasked.has(key) ? undefined : value)));
  const written = JSON.stringify([asked, termFinder(ruleSet)(asked)]);
  const units = new Set(rule.kind === 'quantity' ? rule.unit : []);
  for (const [slot] of written.matchAll(/<(?:n[^<>]+|rate)>/g))
    for (const unit of slot === '<rate>' ? ['%'] : slot.slice(2, -1).split('/')) units.add(unit);
  known.set(rule, units);
  return units;
}
