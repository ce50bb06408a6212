/** Judges the same texts again as rules change: what was read of a text, and the findings of requirements that did not change, are kept. */
import { createHash } from 'node:crypto';
import { compileSources } from '../rules/compile.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { ReadText } from './examples.ts';
import type { FindingMemory, Judged } from './index.ts';
import { assessRead, assessText, readText, type TextToAssess } from './pipeline.ts';
import type { Assessment } from './types.ts';

/** Characters of texts kept in all; the reading of a text takes some forty bytes a character. */
const mostCharacters = 2_000_000;
/** Findings kept of one text; an edit adds one or two. */
const mostFindings = 400;

interface KeptText {
  readonly read: ReadText;
  readonly judged: Map<string, Judged>;
}

/** The same as `assessText`, with a memory of its own. */
export function createAssessor(): (input: TextToAssess) => Assessment {
  const texts = new Map<string, KeptText>();
  let characters = 0;
  return input => {
    const { source, ruleSet, corrections, fenced, lang } = input;
    if (source.text.length > mostCharacters) return assessText(input);
    const keys = keysOf(ruleSet, fenced);
    const name = JSON.stringify([source.name, source.sha256, source.textSha256, corrections, keys.genre]);
    let kept = texts.get(name);
    if (kept === undefined) {
      kept = { read: readText(source, ruleSet, corrections), judged: new Map() };
      characters += source.text.length;
    } else texts.delete(name);
    // The one used last stands last; the first goes when there are too many.
    texts.set(name, kept);
    for (const [oldest, { read }] of texts) {
      if (characters <= mostCharacters) break;
      texts.delete(oldest);
      characters -= read.report.source.text.length;
    }
    const { read, judged } = kept;
    if (judged.size > mostFindings) judged.clear();
    const keyOf = (rule: RuledRequirement): string => `${lang} ${keys.rules.get(rule.id)}`;
    const memory: FindingMemory = {
      get: rule => judged.get(keyOf(rule)),
      set: (rule, one) => judged.set(keyOf(rule), one),
      narrowed: rules => narrowed(ruleSet, rules),
    };
    return assessRead(input, read, memory);
  };
}

interface Keys {
  readonly genre: string;
  /** By id: all that the finding on a text can rest on. */
  readonly rules: ReadonlyMap<string, string>;
}

const keysByRuleSet = new WeakMap<RuleSet, Map<string, Keys>>();

function keysOf(ruleSet: RuleSet, fenced: readonly string[]): Keys {
  const known = keysByRuleSet.get(ruleSet) ?? new Map<string, Keys>();
  keysByRuleSet.set(ruleSet, known);
  const name = fenced.join();
  let keys = known.get(name);
  if (keys === undefined) {
    keys = makeKeys(
      ruleSet,
      ruleSet.requirements.filter(rule => !fenced.includes(rule.id)),
    );
    known.set(name, keys);
  }
  return keys;
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64');

function makeKeys(ruleSet: RuleSet, rules: readonly RuledRequirement[]): Keys {
  const powers = hashOf([ruleSet.powers, termsIn(ruleSet, ruleSet.powers)]);
  const alone = new Map(
    rules.map(rule => {
      const sources = (rule.basis ?? []).map(({ source }) => ruleSet.sources[source]);
      return [rule.id, hashOf([rule, powers, sources, termsIn(ruleSet, rule)])];
    }),
  );
  const all = hashOf([...alone]);
  const withOthers = rules.map((rule): [string, string] => {
    const own = alone.get(rule.id) ?? '';
    if (rule.kind === 'check') return [rule.id, own + all];
    const facts = rule.kind === 'part' ? (rule.facts?.of ?? []).map(id => alone.get(id) ?? '') : [];
    return [rule.id, facts.length === 0 ? own : own + hashOf(facts)];
  });
  return { genre: hashOf(ruleSet.genre), rules: new Map(withOthers) };
}

/** The term lists that the phrases of a value use, and those that these use. */
function termsIn(ruleSet: RuleSet, value: unknown): readonly (readonly [string, unknown])[] {
  const found = new Map<string, unknown>();
  const visit = (inner: unknown): void => {
    for (const [, name = ''] of JSON.stringify(inner ?? null).matchAll(/[{｛]([^{}｛｝"]+)[}｝]/g)) {
      const list = ruleSet.terms[name];
      if (list === undefined || found.has(name)) continue;
      found.set(name, list);
      visit(list);
    }
  };
  visit(value);
  return [...found];
}

const narrowedByRuleSet = new WeakMap<RuleSet, Map<string, RuleSet>>();

/** The rule set with the phrases of some requirements only: a text need not be searched for the others. */
function narrowed(ruleSet: RuleSet, rules: readonly RuledRequirement[]): RuleSet {
  const known = narrowedByRuleSet.get(ruleSet) ?? new Map<string, RuleSet>();
  narrowedByRuleSet.set(ruleSet, known);
  const name = rules.map(rule => rule.id).join();
  let narrow = known.get(name);
  if (narrow === undefined) {
    const phrases = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value === 'string') {
        if (ruleSet.phraseIds.has(value)) phrases.add(value);
      } else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) collect(inner);
    };
    collect(rules);
    collect(ruleSet.powers);
    narrow = { ...ruleSet, ...compileSources([...phrases], ruleSet.terms) };
    known.set(name, narrow);
  }
  return narrow;
}
