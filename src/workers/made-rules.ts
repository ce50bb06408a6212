/** Rule sets made again in a worker process from the texts of which the main one made them. */
import { keepListsIn } from '../rules/kept-lists.ts';
import { loadRuleSet, type RuleSet, type SoundFiles } from '../rules/load.ts';
import { ListFiles } from './list-files.ts';
import type { Cache, CheckedRules } from './shared-setup.ts';

export interface MadeRules {
  readonly ruleSet: RuleSet;
  readonly fenced: readonly string[];
}

/** The main process has found these files sound: their form is not checked again. */
const sound: SoundFiles = { warningsOf: () => [], keepSound: () => {} };

export function makeRules(rules: readonly CheckedRules[], cache: Cache | null): readonly MadeRules[] {
  if (cache !== null) keepListsIn(new ListFiles(cache.folder, cache.program));
  return rules.map(({ file, text, bases, fenced }) => {
    const { ruleSet } = loadRuleSet(text, file, path => bases[path] ?? null, sound);
    if (ruleSet === null) throw new Error(`${file} was sound a moment ago`);
    return { ruleSet, fenced };
  });
}
