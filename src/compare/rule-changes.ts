/** What differs between two texts of one rule file, counted in requirements. */
import { parse } from 'jsonc-parser';
import type { Bilingual } from '../words/bilingual.ts';

/** A requirement that differs, by its id. */
export interface ChangedRequirement {
  readonly id: string;
  /** As the later text has it, or else the one before; null where a file leaves it to the one it builds on. */
  readonly title: Bilingual | null;
}

export interface RuleChanges {
  readonly added: readonly ChangedRequirement[];
  readonly removed: readonly ChangedRequirement[];
  readonly changed: readonly ChangedRequirement[];
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
  const titled = (ids: readonly string[]): readonly ChangedRequirement[] =>
    ids.map(id => ({ id, title: other.titles.get(id) ?? one.titles.get(id) ?? null }));
  return {
    added: titled(added),
    removed: titled(removed),
    changed: titled(changed),
    elsewhere,
    none: added.length + removed.length + changed.length === 0 && !elsewhere,
  };
}

interface Parts {
  readonly requirements: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, Bilingual | null>;
  readonly rest: string;
}

/** The text before stays the same while the one after is edited. */
const known = new Map<string, Parts>();
const mostKnown = 2;

function partsOf(text: string): Parts {
  const parts = known.get(text) ?? readParts(text);
  known.delete(text);
  known.set(text, parts);
  for (const [oldest] of known) if (known.size > mostKnown) known.delete(oldest);
  return parts;
}

/** Plain JSON is read some times as fast; texts with comments or mistakes are read as far as they go. */
function plainValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parse(text, [], { allowTrailingComma: true });
  }
}

function readParts(text: string): Parts {
  const value = plainValue(text.replace(/^\uFEFF/, ''));
  const requirements = new Map<string, string>();
  const titles = new Map<string, Bilingual | null>();
  const rest = JSON.stringify(value, (key, inner: unknown) => {
    if (key !== 'requirements' || !Array.isArray(inner)) return inner;
    for (const one of inner as unknown[]) {
      if (typeof one !== 'object' || one === null || !('id' in one)) continue;
      requirements.set(String(one.id), JSON.stringify(one));
      titles.set(String(one.id), 'title' in one ? givenTitle(one.title) : null);
    }
    return undefined;
  });
  return { requirements, titles, rest: rest ?? '' };
}

/** A title as a text gives it; null where it gives none. */
export function givenTitle(said: unknown): Bilingual | null {
  if (typeof said === 'string') return said === '' ? null : { zh: said, en: said };
  if (typeof said !== 'object' || said === null || !('zh' in said) || typeof said.zh !== 'string') return null;
  return { zh: said.zh, en: 'en' in said && typeof said.en === 'string' ? said.en : said.zh };
}
