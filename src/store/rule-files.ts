/** The rule files of a folder: loaded, their examples run, and read again when a file changes; a broken file leaves the last good version in force. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runExamples } from '../assess/examples.ts';
import { lineAndColumn, type RuleError } from '../rules/errors.ts';
import { loadRuleSet, type RuleSet } from '../rules/load.ts';
import { fill } from '../words/bilingual.ts';
import { ruleErrors } from '../words/rules.ts';

export interface LoadedRules {
  readonly ruleSet: RuleSet;
  /** Requirements suspended because their own examples fail. */
  readonly fenced: readonly string[];
  /** Mistakes of the file as it is now on disk; the rule set is then the last good version. */
  readonly errors: readonly RuleError[];
}

export interface RuleFileCheck {
  readonly rules: LoadedRules | null;
  readonly errors: readonly RuleError[];
  readonly examples: number;
}

/** Checks the text of one rule file: schema, phrases, examples. A failing example is an error at its sentence. */
export function checkRuleText(text: string, file: string): RuleFileCheck {
  const { ruleSet, errors } = loadRuleSet(text, file);
  if (ruleSet === null) return { rules: null, errors, examples: 0 };
  const { run, failures, fenced } = runExamples(ruleSet);
  const told = failures.map((failure): RuleError => {
    const offset = Math.max(0, text.indexOf(JSON.stringify(failure.text)));
    const values = {
      id: failure.requirement,
      text: failure.text.length > 60 ? `${failure.text.slice(0, 60)}…` : failure.text,
      expected: failure.value === undefined ? failure.expected : String(failure.value.expected),
      actual: failure.value === undefined ? failure.actual : String(failure.value.actual),
    };
    const words = { zh: fill(ruleErrors.example.zh, values), en: fill(ruleErrors.example.en, values) };
    return { file, ...lineAndColumn(text, offset), severity: 'error', path: failure.requirement, text: words };
  });
  return { rules: { ruleSet, fenced, errors }, errors: [...errors, ...told], examples: run };
}

interface Kept {
  readonly modified: number;
  readonly size: number;
  readonly good: LoadedRules | null;
  readonly errors: readonly RuleError[];
}

export class RuleFiles {
  readonly #folder: string;
  readonly #kept = new Map<string, Kept>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Rule sets in force. Files that changed since the last call are read again. */
  list(): LoadedRules[] {
    this.#refresh();
    return [...this.#kept.values()].flatMap(({ good, errors }) => (good === null ? [] : [{ ...good, errors }]));
  }

  get(id: string): LoadedRules | null {
    return this.list().find(rules => rules.ruleSet.id === id) ?? null;
  }

  /** Mistakes of files of which no good version is known. */
  problems(): RuleError[] {
    this.#refresh();
    return [...this.#kept.values()].flatMap(({ good, errors }) => (good === null ? errors : []));
  }

  #refresh(): void {
    const names = readdirSync(this.#folder).filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'));
    for (const name of this.#kept.keys()) if (!names.includes(name)) this.#kept.delete(name);
    for (const name of names.sort()) {
      const path = join(this.#folder, name);
      const { mtimeMs, size } = statSync(path);
      const before = this.#kept.get(name);
      if (before !== undefined && before.modified === mtimeMs && before.size === size) continue;
      const { rules, errors } = checkRuleText(readFileSync(path, 'utf8'), `${basename(this.#folder)}/${name}`);
      this.#kept.set(name, {
        modified: mtimeMs,
        size,
        good: rules ?? before?.good ?? null,
        errors: rules === null ? errors : [],
      });
    }
  }
}
