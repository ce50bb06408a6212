/** A small change of one requirement: members added to its lists, written into the text of its rule file. */
import { parse } from 'jsonc-parser';
import { compileSources, phrasesIn } from '../rules/compile.ts';
import { addKey, addMember, hasPath, type JsonPath, pathOfRequirement } from '../rules/insert.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';

/** One member more at the end of a list of the requirement: `['or', 2, 'any']`, a phrase. */
export interface Addition {
  readonly list: JsonPath;
  readonly member: unknown;
}

/** Behind which key a list is written that the requirement does not have yet. */
const follows: Readonly<Record<string, readonly string[]>> = {
  not: ['by', 'and', 'with', 'within', 'any', 'of', 'unit', 'zero', 'zones', 'appliesTo'],
  or: ['not', 'by', 'and', 'with', 'within', 'any', 'of', 'unit', 'zero'],
  zero: ['of', 'unit'],
  examples: [],
};

/**
 * The text of the file with the members added. What stands in a file that this one builds on is repeated in this one
 * with the member, as `extends` asks for whole lists.
 */
export function withAdditions(text: string, rule: RuledRequirement, additions: readonly Addition[]): string {
  let out = pathOfRequirement(text, rule.id) === null ? withRequirement(text, rule) : text;
  const home = pathOfRequirement(out, rule.id) ?? [];
  for (const { list, member } of additions) {
    const key = String(list[0]);
    const inherited: unknown = Object.hasOwn(rule, key) ? rule[key as keyof RuledRequirement] : undefined;
    const own = hasPath(out, [...home, key]);
    if (own || (inherited === undefined && list.length === 1)) {
      out = addMember(out, [...home, ...list], member, follows[key] ?? []);
    } else {
      const value = added(inherited ?? {}, list.slice(1), member);
      out = addKey(out, home, key, value, follows[key] ?? []);
    }
  }
  return out;
}

/** A place in this file for a requirement of the file that it builds on. */
function withRequirement(text: string, { id, group }: RuledRequirement): string {
  const groups: unknown = (parse(text, [], { allowTrailingComma: true }) as { groups?: unknown }).groups;
  const known = Array.isArray(groups) ? groups.findIndex((one: { id?: unknown }) => one?.id === group) : -1;
  if (known >= 0) return addMember(text, ['groups', known, 'requirements'], { id });
  return addMember(text, ['groups'], { id: group, requirements: [{ id }] });
}

/** The requirement itself with the members added. */
export function withAdded(rule: RuledRequirement, additions: readonly Addition[]): RuledRequirement {
  return additions.reduce((one, { list, member }) => added(one, list, member) as RuledRequirement, rule);
}

/** A copy of a list or object with the member added at the end of the list that `path` leads to. */
function added(value: unknown, path: JsonPath, member: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return [...(Array.isArray(value) ? value : []), member];
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? added(item, rest, member) : item));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: added(fields[key] ?? (rest.length > 0 ? {} : []), rest, member) };
}

/** The rule set with this requirement alone, compiled anew: all its phrases, or those named. Throws PhraseError. */
export function alone(ruleSet: RuleSet, rule: RuledRequirement, phrases = phrasesIn(rule)): RuleSet {
  return { ...ruleSet, requirements: [rule], powers: {}, ...compileSources(phrases, ruleSet.terms) };
}

/** The phrases that additions bring. */
export const phrasesAdded = (additions: readonly Addition[]): readonly string[] =>
  additions.flatMap(({ list, member }) =>
    list[0] === 'unit' ? [] : typeof member === 'string' ? [member] : phrasesIn(member),
  );

/** The units that additions bring. */
export const unitsAdded = (additions: readonly Addition[]): readonly unknown[] =>
  additions.filter(({ list }) => list[0] === 'unit').map(({ member }) => member);
