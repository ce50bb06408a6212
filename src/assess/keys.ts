/** What the verdicts of a rule set rest on, as keys: while a key stays, so does the verdict on a text. */

import { createHash } from 'node:crypto';
import { allMatches } from '../read/all-matches.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';

export interface RuleKeys {
  /** Of what is read of a text before any requirement is asked. */
  readonly genre: string;
  /** By id: of the requirement itself, with all of the file that it names; its examples left out. */
  readonly own: ReadonlyMap<string, string>;
}

const known = new WeakMap<RuleSet, RuleKeys>();

export function keysOf(ruleSet: RuleSet): RuleKeys {
  const keys = known.get(ruleSet) ?? makeKeys(ruleSet);
  known.set(ruleSet, keys);
  return keys;
}

/** A key of any plain value: two that are written alike have the same. */
export const keyOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64');

/** The requirements whose verdicts this one rests on; itself is not among them. */
export function restsOn(rules: readonly RuledRequirement[], rule: RuledRequirement): readonly RuledRequirement[] {
  if (restsOnAll(rule)) return rules.filter(other => other.id !== rule.id);
  const facts = rule.kind === 'part' ? (rule.facts?.of ?? []) : [];
  const counter = counterOf(rules, rule);
  if (facts.length === 0) return counter === undefined ? [] : [counter];
  return rules.filter(other => other === counter || (other.id !== rule.id && facts.includes(other.id)));
}

/** The quantity that counts what excuses this requirement when there is none: its zero is told by the same wordings. */
export function counterOf(
  rules: readonly RuledRequirement[],
  { id, appliesTo }: RuledRequirement,
): RuledRequirement | undefined {
  const unless = appliesTo?.unless;
  if (unless === undefined) return undefined;
  return rules.find(
    other => other.id !== id && other.kind === 'quantity' && other.zero?.some(phrase => unless.includes(phrase)),
  );
}

/** Of one requirement with those that its verdict rests on, among `rules`. */
export function verdictKey(ruleSet: RuleSet, rule: RuledRequirement, rules = ruleSet.requirements): string {
  const { own } = keysOf(ruleSet);
  const others = restsOn(rules, rule).map(other => own.get(other.id));
  const key = own.get(rule.id) ?? '';
  return others.length === 0 ? key : key + keyOf(others);
}

export const restsOnAll = (rule: RuledRequirement): boolean => rule.kind === 'check' && rule.check === 'year';

function makeKeys(ruleSet: RuleSet): RuleKeys {
  const termsIn = termFinder(ruleSet);
  const powers = keyOf([ruleSet.powers, termsIn(ruleSet.powers)]);
  const own = ruleSet.requirements.map((rule): [string, string] => {
    const { examples: _, ...judged } = rule;
    const sources = (rule.basis ?? []).map(({ source }) => ruleSet.sources[source]);
    return [rule.id, keyOf([judged, powers, sources, termsIn(judged)])];
  });
  return { genre: keyOf(ruleSet.genre), own: new Map(own) };
}

/** Finds the term lists that the phrases of a value use, and those that these use. */
export function termFinder({ terms }: RuleSet): (value: unknown) => readonly (readonly [string, readonly string[]])[] {
  const inside = new Map(Object.entries(terms).map(([name, list]) => [name, namesIn(list)]));
  return value => {
    const found = new Set<string>();
    const add = (names: readonly string[]): void => {
      for (const name of names) {
        if (found.has(name) || !inside.has(name)) continue;
        found.add(name);
        add(inside.get(name) ?? []);
      }
    };
    add(namesIn(value));
    return [...found].map(name => [name, terms[name] ?? []]);
  };
}

const namesIn = (value: unknown): readonly string[] =>
  allMatches(JSON.stringify(value ?? null), /[{｛]([^{}｛｝"]+)[}｝]/g).map(([, name = '']) => name);
