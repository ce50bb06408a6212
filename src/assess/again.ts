/** Judges the same texts again as rules change: what was read of a text, and the findings of requirements that did not change, are kept. */
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { Lang } from '../words/bilingual.ts';
import type { ReadText } from './examples.ts';
import type { FindingMemory, Judged } from './index.ts';
import { KeptMatches } from './kept-matches.ts';
import { keysOf, verdictKey } from './keys.ts';
import { assessRead, assessText, readText, type TextToAssess } from './pipeline.ts';
import type { Assessment } from './types.ts';

/** Characters of texts kept in all; the reading of a text takes some forty bytes a character. */
const mostCharacters = 2_000_000;
/** Findings kept of one text; an edit adds one or two. */
const mostFindings = 400;

interface KeptText {
  readonly read: ReadText;
  readonly judged: Map<string, Judged>;
  readonly matches: KeptMatches;
}

/** The same as `assessText`, with a memory of its own. */
export function createAssessor(): (input: TextToAssess) => Assessment {
  const texts = new Map<string, KeptText>();
  let characters = 0;
  return input => {
    const { source, ruleSet, corrections, fenced, lang } = input;
    if (source.text.length > mostCharacters) return assessText(input);
    const keys = findingKeys(ruleSet, fenced, lang);
    const name = JSON.stringify([source.name, source.sha256, source.textSha256, corrections, keysOf(ruleSet).genre]);
    let kept = texts.get(name);
    if (kept === undefined) {
      kept = { read: readText(source, ruleSet, corrections), judged: new Map(), matches: new KeptMatches() };
      characters += source.text.length;
    } else texts.delete(name);
    // The one used last stands last; the first goes when there are too many.
    texts.set(name, kept);
    for (const [oldest, { read }] of texts) {
      if (characters <= mostCharacters) break;
      texts.delete(oldest);
      characters -= read.report.source.text.length;
    }
    const { read, judged, matches } = kept;
    if (judged.size > mostFindings) judged.clear();
    const named = (rule: RuledRequirement): string => keys.get(rule.id) ?? '';
    const memory: FindingMemory = {
      get: rule => judged.get(named(rule)),
      set: (rule, one) => judged.set(named(rule), one),
      search: (rules, text) => matches.search(ruleSet, rules, text),
    };
    return assessRead(input, read, memory);
  };
}

const foundByRuleSet = new WeakMap<RuleSet, Map<string, ReadonlyMap<string, string>>>();

/** By id: all that the finding on a text can rest on, and its language. */
function findingKeys(ruleSet: RuleSet, fenced: readonly string[], lang: Lang): ReadonlyMap<string, string> {
  const known = foundByRuleSet.get(ruleSet) ?? new Map<string, ReadonlyMap<string, string>>();
  foundByRuleSet.set(ruleSet, known);
  const name = `${lang} ${fenced.join()}`;
  let keys = known.get(name);
  if (keys === undefined) {
    const rules = ruleSet.requirements.filter(rule => !fenced.includes(rule.id));
    keys = new Map(rules.map(rule => [rule.id, `${lang} ${verdictKey(ruleSet, rule, rules)}`]));
    known.set(name, keys);
  }
  return keys;
}
