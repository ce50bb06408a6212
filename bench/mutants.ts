/** Which entries of a rule file its examples hold: each entry is deleted alone, and an example must then come out wrong. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Context } from '../src/assess/context.ts';
import { judgeExample, readExample } from '../src/assess/examples.ts';
import type { Status } from '../src/assess/types.ts';
import { compileSources } from '../src/rules/compile.ts';
import { lineAndColumn } from '../src/rules/errors.ts';
import type { RuledRequirement, RuleSet } from '../src/rules/load.ts';
import type { Example } from '../src/rules/schema.ts';

/**
 * What an entry is for. `phrase`: a wording that counts, for met, partial or not applicable. `not`: one that does not.
 * `topic`: a word of `about`. `note`: a wording of `attention`. `name`: a word of `exceptSubject`. `term`: a member of a term.
 */
export const entryKinds = ['phrase', 'not', 'topic', 'note', 'name', 'term'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Entry {
  readonly kind: EntryKind;
  /** The requirement, or the term. */
  readonly owner: string;
  /** Where in the owner: keys and places in lists, the last is the entry's own place. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Of the rule file. */
  readonly line: number;
}

export interface Mutant extends Entry {
  /** Text of an example that fails without the entry; null where none does. */
  readonly killedBy: string | null;
}

type Path = readonly (string | number)[];

const kindOfKey: Readonly<Record<string, EntryKind>> = {
  any: 'phrase',
  by: 'phrase',
  and: 'phrase',
  of: 'phrase',
  zero: 'phrase',
  partial: 'phrase',
  headings: 'phrase',
  cues: 'phrase',
  unless: 'phrase',
  not: 'not',
  about: 'topic',
  exceptSubject: 'name',
};

function entriesBelow(node: unknown, path: Path, kind: EntryKind | null, found: Omit<Entry, 'owner' | 'line'>[]): void {
  if (typeof node === 'string') {
    if (kind !== null && typeof path.at(-1) === 'number') found.push({ kind, path, text: node });
  } else if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) entriesBelow(item, [...path, index], kind, found);
  } else if (node !== null && typeof node === 'object') {
    for (const [key, item] of Object.entries(node)) {
      // `of` in `facts` names requirements.
      if (key === 'examples' || key.startsWith('x-') || (path.at(-1) === 'facts' && key === 'of')) continue;
      const own = path[0] === 'attention' && key === 'any' ? 'note' : (kindOfKey[key] ?? null);
      entriesBelow(item, [...path, key], own, found);
    }
  }
}

/** All entries of requirements and terms, in the order of the file. */
export function entriesOf(source: string): Entry[] {
  const root = parseTree(source, [], { allowTrailingComma: true });
  if (root === undefined) return [];
  const value = JSON.parse(source) as {
    readonly terms?: Readonly<Record<string, readonly string[]>>;
    readonly groups: readonly { readonly requirements: readonly { readonly id: string }[] }[];
  };
  const lineOf = (path: Path): number => lineAndColumn(source, findNodeAtLocation(root, [...path])?.offset ?? 0).line;
  const entries: Entry[] = [];
  for (const [owner, members] of Object.entries(value.terms ?? {})) {
    for (const [index, text] of members.entries())
      entries.push({ kind: 'term', owner, path: [index], text, line: lineOf(['terms', owner, index]) });
  }
  value.groups.forEach((group, g) => {
    group.requirements.forEach((requirement, r) => {
      const found: Omit<Entry, 'owner' | 'line'>[] = [];
      entriesBelow(requirement, [], null, found);
      const at = ['groups', g, 'requirements', r];
      for (const one of found) entries.push({ ...one, owner: requirement.id, line: lineOf([...at, ...one.path]) });
    });
  });
  return entries;
}

/** One example of a requirement, read once for all mutants. */
interface Case {
  readonly rule: RuledRequirement;
  readonly example: Example;
  readonly expected: Status;
  readonly context: Context;
}

function casesOf(ruleSet: RuleSet, rule: RuledRequirement): Case[] {
  return (Object.entries(rule.examples ?? {}) as [Status, Example[]][]).flatMap(([expected, examples]) =>
    examples.map(example => ({ rule, example, expected, context: readExample(ruleSet, rule, example) })),
  );
}

/** The examples that a change of this requirement can touch: its own, and those of parts that count it among their facts. */
const touched = (ruleSet: RuleSet, id: string): readonly RuledRequirement[] =>
  ruleSet.requirements.filter(rule => rule.id === id || (rule.kind === 'part' && rule.facts?.of.includes(id) === true));

function failing(cases: readonly Case[], change: (rule: RuledRequirement) => RuledRequirement): Case | null {
  for (const one of cases) {
    const requirements = one.context.ruleSet.requirements.map(change);
    const context = { ...one.context, ruleSet: { ...one.context.ruleSet, requirements } };
    if (judgeExample(context, one.rule, one.example, one.expected) !== null) return one;
  }
  return null;
}

const textOf = (one: Case | null): string | null =>
  one === null ? null : typeof one.example === 'string' ? one.example : one.example.text;

/** The requirement without one entry; a list that it was the only one of stays, empty. */
function without(rule: RuledRequirement, path: Path): RuledRequirement {
  const copy = structuredClone(rule);
  let list: unknown = copy;
  for (const key of path.slice(0, -1)) list = (list as Record<string | number, unknown>)[key];
  (list as unknown[]).splice(path.at(-1) as number, 1);
  return copy;
}

/** Deletes each entry alone. An example that fails to begin with proves nothing and is left out. */
export function mutate(ruleSet: RuleSet, source: string, kinds: readonly EntryKind[] = entryKinds): Mutant[] {
  const entries = entriesOf(source).filter(entry => kinds.includes(entry.kind));
  const mutants: Mutant[] = [];
  for (const rule of ruleSet.requirements) {
    const own = entries.filter(entry => entry.kind !== 'term' && entry.owner === rule.id);
    if (own.length === 0) continue;
    const cases = touched(ruleSet, rule.id)
      .flatMap(one => casesOf(ruleSet, one))
      .filter(one => failing([one], same => same) === null);
    for (const entry of own) {
      const changed = without(rule, entry.path);
      mutants.push({ ...entry, killedBy: textOf(failing(cases, one => (one.id === rule.id ? changed : one))) });
    }
  }
  // A list without its only member is empty, and a file that uses it does not load.
  const members = entries.filter(entry => entry.kind === 'term' && (ruleSet.terms[entry.owner]?.length ?? 0) > 1);
  if (members.length > 0) mutants.push(...mutateTerms(ruleSet, members));
  return mutants;
}

/** Only the phrases of requirements that use the term are compiled again. */
function mutateTerms(ruleSet: RuleSet, members: readonly Entry[]): Mutant[] {
  const cases = new Map<string, Case[]>();
  const users = (names: ReadonlySet<string>): RuledRequirement[] =>
    ruleSet.requirements.filter(rule => {
      const text = JSON.stringify({ ...rule, examples: null });
      return [...names].some(name => text.includes(`{${name}}`));
    });
  return members.map(entry => {
    const rules = users(namesUsing(ruleSet, entry.owner));
    const terms = {
      ...ruleSet.terms,
      [entry.owner]: (ruleSet.terms[entry.owner] ?? []).filter((_, n) => n !== entry.path[0]),
    };
    for (const rule of rules) {
      const known = cases.get(rule.id) ?? casesOf(ruleSet, rule);
      cases.set(rule.id, known);
      const changed = { ...ruleSet, terms, ...compileSources(phrasesOf(ruleSet, rule), terms) };
      for (const one of known) {
        const context = readExample(changed, one.rule, one.example);
        if (judgeExample(context, one.rule, one.example, one.expected) !== null)
          return { ...entry, killedBy: textOf(one) };
      }
    }
    return { ...entry, killedBy: null };
  });
}

/** The term and all terms that are made with it. */
function namesUsing(ruleSet: RuleSet, name: string): ReadonlySet<string> {
  const names = new Set([name]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [other, members] of Object.entries(ruleSet.terms)) {
      if (names.has(other)) continue;
      if (!members.some(member => [...names].some(one => member.includes(`{${one}}`)))) continue;
      names.add(other);
      grown = true;
    }
  }
  return names;
}

/** The phrases of a requirement and of those that its verdict rests on. */
function phrasesOf(ruleSet: RuleSet, rule: RuledRequirement): string[] {
  const facts = rule.kind === 'part' ? (rule.facts?.of ?? []) : [];
  const texts = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node === 'string' && ruleSet.phraseIds.has(node)) texts.add(node);
    else if (Array.isArray(node)) node.forEach(collect);
    else if (node !== null && typeof node === 'object') Object.values(node).forEach(collect);
  };
  for (const one of ruleSet.requirements) {
    if (one.id === rule.id || facts.includes(one.id)) collect({ ...one, examples: null });
  }
  for (const power of Object.values(ruleSet.powers)) collect(power);
  return [...texts];
}
