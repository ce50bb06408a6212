/** What differs between two rule sets, requirement by requirement and key by key. */
import type { RuledRequirement, RuleSet } from '../rules/load.ts';

/** A key by its path (`appliesTo.levels`), with its value on both sides, or what a list gained and lost. */
export type KeyChange =
  | { readonly key: string; readonly before: unknown; readonly after: unknown }
  | {
      readonly key: string;
      /** Both empty where the order alone differs. */
      readonly added: readonly unknown[];
      readonly removed: readonly unknown[];
    };

export interface RequirementChange {
  readonly before: RuledRequirement;
  readonly after: RuledRequirement;
  readonly keys: readonly KeyChange[];
}

export interface RuleSetDiff {
  readonly added: readonly RuledRequirement[];
  /** Taken out, or switched off. */
  readonly removed: readonly RuledRequirement[];
  readonly changed: readonly RequirementChange[];
  /** Terms, sources, zones, outcomes and the rest outside the requirements. */
  readonly elsewhere: readonly KeyChange[];
}

export function diffRuleSets(before: RuleSet, after: RuleSet): RuleSetDiff {
  const earlier = new Map(before.requirements.map(rule => [rule.id, rule]));
  const later = new Map(after.requirements.map(rule => [rule.id, rule]));
  return {
    added: after.requirements.filter(rule => !earlier.has(rule.id)),
    removed: before.requirements.filter(rule => !later.has(rule.id)),
    changed: after.requirements.flatMap(rule => {
      const old = earlier.get(rule.id);
      const keys = old === undefined ? [] : changesOf(old, rule, '');
      return old === undefined || keys.length === 0 ? [] : [{ before: old, after: rule, keys }];
    }),
    elsewhere: changesOf(restOf(before), restOf(after), ''),
  };
}

const restOf = ({ title, notes, genre, terms, sources, powers, groups, outcomes }: RuleSet) => ({
  title,
  notes,
  recognise: genre.recognise,
  zones: genre.zones,
  terms,
  sources,
  powers,
  groups,
  outcomes,
});

type Fields = Readonly<Record<string, unknown>>;

function changesOf(before: unknown, after: unknown, key: string): KeyChange[] {
  if (same(before, after)) return [];
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  if (one !== null && other !== null) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return names.flatMap(name => changesOf(one[name], other[name], key === '' ? name : `${key}.${name}`));
  }
  const [less, more] = [before ?? [], after ?? []];
  if (Array.isArray(less) && Array.isArray(more)) {
    return [{ key, added: without(more, less), removed: without(less, more) }];
  }
  return [{ key, before, after }];
}

/** An object by its keys, a list by the names of its members where each has one; null for all else, texts included. */
function fieldsOf(value: unknown): Fields | null {
  if (value === null || typeof value !== 'object') return null;
  if (!Array.isArray(value)) return 'zh' in value ? null : (value as Fields);
  const names = value.map((item: unknown) => nameOf(item));
  if (value.length === 0 || names.includes(null) || new Set(names).size < names.length) return null;
  return Object.fromEntries(value.map((item: unknown, index) => [names[index], item]));
}

function nameOf(item: unknown): string | null {
  if (item === null || typeof item !== 'object') return null;
  const name = 'id' in item ? item.id : 'zone' in item && !('text' in item) ? item.zone : null;
  return typeof name === 'string' ? name : null;
}

/** The members of `list` that `other` lacks; one that stands twice must stand twice there. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const left = other.map(item => JSON.stringify(item));
  return list.filter(item => {
    const at = left.indexOf(JSON.stringify(item));
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
