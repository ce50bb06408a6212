/** What differs between two texts of one rule file, counted in requirements. */
import { parse } from 'jsonc-parser';

export interface RuleChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Something outside the requirements differs: terms, zones, sources, outcomes, titles. */
  readonly elsewhere: boolean;
  /** Only blanks, comments or order differ. */
  readonly none: boolean;
}

/** Texts with mistakes are read as far as they go. */
export function ruleChanges(before: string, after: string): RuleChanges {
  const [one, other] = [partsOf(before), partsOf(after)];
  const added = [...other.requirements.keys()].filter(id => !one.requirements.has(id));
  const removed = [...one.requirements.keys()].filter(id => !other.requirements.has(id));
  const changed = [...other.requirements].flatMap(([id, text]) =>
    one.requirements.has(id) && one.requirements.get(id) !== text ? [id] : [],
  );
  const elsewhere = one.rest !== other.rest;
  return {
    added,
    removed,
    changed,
    elsewhere,
    none: added.length + removed.length + changed.length === 0 && !elsewhere,
  };
}

function partsOf(text: string): { readonly requirements: ReadonlyMap<string, string>; readonly rest: string } {
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true });
  const requirements = new Map<string, string>();
  const rest = JSON.stringify(value, (key, inner: unknown) => {
    if (key !== 'requirements' || !Array.isArray(inner)) return inner;
    for (const one of inner as unknown[]) {
      if (typeof one === 'object' && one !== null && 'id' in one) requirements.set(String(one.id), JSON.stringify(one));
    }
    return undefined;
  });
  return { requirements, rest: rest ?? '' };
}
