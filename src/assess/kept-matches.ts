/** What phrases matched in one text, kept while rules change: only phrases that are new there are looked for. */
import { type CompiledPhrases, compileSources } from '../rules/compile.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import { type Match, type MatchText, type PhraseList, PhraseSearch, startingIn } from '../rules/phrase.ts';
import { keyOf, termFinder } from './keys.ts';

/** The phrases of a rule set in one text, by their numbers. */
export type Search = Pick<PhraseSearch, 'matchesOf' | 'matchesIn'>;

/**
 * Phrases of some requirements, as an edit touches them; those of many, as a named list touches them, are not kept.
 * The shipped requirement that names most names 173 with the ones it rests on.
 */
const mostNamed = 300;
/** Phrases kept of one text. */
const mostPhrases = 1000;

/** Matches of one text, by phrase with the named lists that it uses. */
export class KeptMatches {
  /** Null of phrases that were named and not asked for. */
  readonly #known = new Map<string, readonly Match[] | null>();

  /** Finds the same as a search for all phrases of the rule set; those that these requirements name are expected. */
  search(ruleSet: RuleSet, rules: readonly RuledRequirement[], text: MatchText): Search {
    const known = this.#known;
    if (known.size > mostPhrases) known.clear();
    const { phrases } = ruleSet;
    const { namedBy, keyOf, listOf } = phrasesOf(ruleSet);
    const named = namedBy(rules);
    let together: { readonly ids: ReadonlyMap<string, number>; readonly search: PhraseSearch } | null = null;
    const findTogether = (phrase: string): readonly Match[] => {
      if (together === null) {
        const list = listOf(named);
        together = { ids: list.phraseIds, search: new PhraseSearch(list.phrases, text) };
      }
      const id = together.ids.get(phrase);
      // Otherwise of a requirement that nobody named.
      return id === undefined ? findAlone(phrase) : together.search.matchesOf(id);
    };
    const findAlone = (phrase: string): readonly Match[] => {
      const { phrases: one } = listOf([phrase]);
      return mayStand(one, text.flat) ? new PhraseSearch(one, text).matchesOf(0) : none;
    };
    if (named.length > mostNamed) return searchOf(id => numbered(findTogether(phrases.sources[id] as string), id));
    let open = 0;
    for (const phrase of named) {
      const key = keyOf(phrase);
      if (known.has(key)) continue;
      known.set(key, null);
      open += 1;
    }
    const find = open > fewPhrases ? findTogether : findAlone;
    return searchOf(id => {
      const phrase = phrases.sources[id] as string;
      const key = keyOf(phrase);
      const before = known.get(key) ?? null;
      const found = numbered(before ?? find(phrase), id);
      if (found !== before) known.set(key, found);
      return found;
    });
  }
}

/** A search that finds a phrase in the whole text, and keeps it, wherever it is asked for. */
const searchOf = (matchesOf: Search['matchesOf']): Search => ({
  matchesOf,
  matchesIn: (id, from, to) => startingIn(matchesOf(id), from, to),
});

/** The same matches as of the phrase with this number. */
const numbered = (matches: readonly Match[], phrase: number): readonly Match[] =>
  matches.every(match => match.phrase === phrase) ? matches : matches.map(match => ({ ...match, phrase }));

const none: readonly Match[] = [];

/** So many phrases that are new are looked for one by one, as an edit adds them; more are looked for together. */
const fewPhrases = 4;
/** Of a choice so few literals are looked for beforehand. */
const fewLiterals = 16;

/** Whether a phrase, the only one of its list, may stand in a text: a new one stands in few, and this is told sooner than where. */
function mayStand({ literals, program: { gates, whole } }: PhraseList, flat: string): boolean {
  const stands = (literal: number): boolean => flat.includes(literals.texts[literal] as string);
  const literal = whole[0] as number;
  if (literal >= 0) return stands(literal);
  const held = (group: number): boolean => {
    const some = literals.groups[group] ?? [];
    return some.length === 0 || some.length > fewLiterals || some.some(stands);
  };
  // The phrase is the only one: all branches are its own.
  for (let branch = 0; branch + 1 < gates.starts.length; branch += 1)
    if (gates.items.subarray(gates.starts[branch], gates.starts[branch + 1]).every(held)) return true;
  return false;
}

/** The phrases of one rule set: by what each is known, those of requirements, and lists of some of them compiled. */
interface RuleSetPhrases {
  keyOf(phrase: string): string;
  namedBy(rules: readonly RuledRequirement[]): readonly string[];
  listOf(phrases: readonly string[]): CompiledPhrases;
}

const byRuleSet = new WeakMap<object, RuleSetPhrases>();

function phrasesOf(ruleSet: RuleSet): RuleSetPhrases {
  const known = byRuleSet.get(ruleSet.phraseIds);
  if (known !== undefined) return known;
  const { phraseIds, powers, terms } = ruleSet;
  const termsIn = termFinder(ruleSet);
  const keys = new Map<string, string>();
  const named = new Map<string, readonly string[]>();
  const lists = new Map<string, CompiledPhrases>();
  const made: RuleSetPhrases = {
    keyOf: phrase => {
      const key = keys.get(phrase) ?? nameOf(phrase, termsIn(phrase));
      keys.set(phrase, key);
      return key;
    },
    namedBy: rules => {
      const name = rules.map(({ id }) => id).join(' ');
      const found = named.get(name) ?? namedIn([rules, powers], phraseIds);
      named.set(name, found);
      return found;
    },
    listOf: phrases => {
      const name = JSON.stringify(phrases);
      const list = lists.get(name) ?? compileSources(phrases, terms);
      lists.set(name, list);
      return list;
    },
  };
  byRuleSet.set(phraseIds, made);
  return made;
}

const nameOf = (phrase: string, terms: readonly unknown[]): string =>
  terms.length === 0 ? phrase : keyOf([phrase, terms]);

/** Every phrase below a value; examples name none. */
function namedIn(value: unknown, phraseIds: ReadonlyMap<string, number>): readonly string[] {
  const phrases = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node === 'string') {
      if (phraseIds.has(node)) phrases.add(node);
    } else if (node !== null && typeof node === 'object') {
      for (const [key, inner] of Object.entries(node)) if (key !== 'examples') collect(inner);
    }
  };
  collect(value);
  return [...phrases];
}
