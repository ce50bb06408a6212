/** The rule files of a folder: loaded, their examples run, and read again when a file changes; a broken file leaves the last good version in force. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runExamples } from '../assess/examples.ts';
import type { Status } from '../assess/types.ts';
import { lineAndColumn, type RuleError } from '../rules/errors.ts';
import { loadRuleSet, type RuleSet } from '../rules/load.ts';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { ruleErrors } from '../words/rules.ts';
import { statusWords } from '../words/terms.ts';

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
    const sentence = failure.text.replace(/\s*\n\s*/g, ' ');
    const [expected, actual] =
      failure.value === undefined
        ? [statusName(failure.expected), statusName(failure.actual)]
        : [plainName(failure.value.expected), plainName(failure.value.actual ?? '—')];
    const put = (lang: 'zh' | 'en'): string =>
      fill(ruleErrors.example[lang], {
        id: failure.requirement,
        text: sentence.length > 60 ? `${sentence.slice(0, 60)}…` : sentence,
        expected: expected[lang],
        actual: actual[lang],
      });
    const where = lineAndColumn(text, placeOfExample(text, failure.requirement, failure.text));
    return { file, ...where, severity: 'error', path: failure.requirement, text: { zh: put('zh'), en: put('en') } };
  });
  return { rules: { ruleSet, fenced, errors }, errors: [...errors, ...told], examples: run };
}

const plainName = (value: string | number): Bilingual => ({ zh: String(value), en: String(value) });

/** The key under which an example stands, with its Chinese name. */
function statusName(status: Status): Bilingual {
  return { zh: `${statusWords[status].zh}（${status}）`, en: status };
}

/** Where an example of a requirement stands; the same sentence may prove another requirement earlier in the file. */
function placeOfExample(text: string, id: string, example: string): number {
  const written = JSON.stringify(example);
  const own = new RegExp(`"id"\\s*:\\s*"${id.replaceAll('.', '\\.')}"`).exec(text)?.index ?? 0;
  const after = text.indexOf(written, own);
  return Math.max(own, after >= 0 ? after : text.indexOf(written));
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
