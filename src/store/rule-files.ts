/** The rule files of a folder: loaded, their examples run, and read again when a file changes; a broken file leaves the last good version in force. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { whyFailed } from '../assess/example-why.ts';
import type { Status } from '../assess/types.ts';
import { charsetNames, type DecodedRules, decodeRules } from '../rules/decode.ts';
import { placeAt, type RuleError } from '../rules/errors.ts';
import type { ReadRuleFile } from '../rules/extend.ts';
import { loadRuleSet, type RuleSet, type SoundFiles } from '../rules/load.ts';
import { type Bilingual, fill, fillBoth } from '../words/bilingual.ts';
import { keepingWords } from '../words/keeping.ts';
import { exampleWords, ruleErrors } from '../words/rules.ts';
import { statusWords } from '../words/terms.ts';
import type { RuleTexts } from '../workers/shared-setup.ts';
import { ExamplesMemo, memoOfProcess } from './examples-memo.ts';
import { LastGood } from './last-good.ts';
import { atOnce, inSteps, type Steps } from './steps.ts';

export interface LoadedRules {
  readonly ruleSet: RuleSet;
  /** Requirements suspended because their own examples fail. */
  readonly fenced: readonly string[];
  /** Mistakes of the file as it is now on disk; the rule set is then the last good version. */
  readonly errors: readonly RuleError[];
}

/** A rule set in force with the texts that it was made of, for processes that make it again. */
export interface RulesFromFile extends LoadedRules, RuleTexts {}

export interface RuleFileCheck {
  readonly rules: RulesFromFile | null;
  readonly errors: readonly RuleError[];
  readonly examples: number;
  /** Files that this one builds on, as `file` is written. */
  readonly bases: readonly string[];
}

/** A rule file on the disk, in whatever charset it is; null when there is none. */
export function decodeRuleFile(path: string): DecodedRules | null {
  try {
    return decodeRules(readFileSync(path));
  } catch {
    return null;
  }
}

export const readRuleFile: ReadRuleFile = path => decodeRuleFile(path)?.text ?? null;

/** What to say of a file that is not UTF-8; nothing of one that is. */
export function charsetWarnings({ text, charset }: DecodedRules, file: string): RuleError[] {
  if (charset === 'utf-8') return [];
  const said = fillBoth(ruleErrors.charset, { charset: charsetNames[charset] });
  return [{ file, ...placeAt(text, 0), severity: 'warning', path: '', text: said }];
}

/** Checks the text of one rule file: schema, phrases, examples. A failing example is an error at its sentence. */
export function checkRuleText(text: string, file: string, readFile: ReadRuleFile = readRuleFile): RuleFileCheck {
  return atOnce(checkSteps(text, file, readFile, memoOfProcess, memoOfProcess.sound));
}

/** `sound` is where it is kept that a text was found sound: of what is only typed there would soon be more than of the files themselves. */
function* checkSteps(
  text: string,
  file: string,
  readFile: ReadRuleFile,
  examples: ExamplesMemo,
  sound: SoundFiles | undefined = lookedUpIn(examples),
): Steps<RuleFileCheck> {
  const found: Record<string, string> = {};
  const readBase: ReadRuleFile = path => {
    const base = readFile(path);
    if (base !== null) found[path] = base;
    return base;
  };
  const { ruleSet, errors, bases } = loadRuleSet(text, file, readBase, sound);
  if (ruleSet === null) return { rules: null, errors, examples: 0, bases };
  yield;
  const { run, failures, fenced } = yield* examples.run(ruleSet);
  const told = failures.map((failure, index): RuleError => {
    const sentence = failure.text.replace(/\s*\n\s*/g, ' ');
    const [expected, actual] =
      failure.value === undefined
        ? [statusName(failure.expected), statusName(failure.actual)]
        : [plainName(failure.value.expected), plainName(failure.value.actual ?? '—')];
    const why = index < mostExplained ? whyFailed(ruleSet, failure) : null;
    const put = (lang: 'zh' | 'en'): string =>
      fill(ruleErrors.example[lang], {
        id: failure.requirement,
        text: sentence.length > 60 ? `${sentence.slice(0, 60)}…` : sentence,
        expected: expected[lang],
        actual: actual[lang],
        why: why === null ? '' : fill(exampleWords.because[lang], { why: why[lang] }),
      });
    const where = placeAt(text, placeOfExample(text, failure.requirement, failure.text));
    return { file, ...where, severity: 'error', path: failure.requirement, text: { zh: put('zh'), en: put('en') } };
  });
  return {
    rules: { ruleSet, fenced, errors, file, text, bases: found },
    errors: [...errors, ...told],
    examples: run,
    bases,
  };
}

/** Of more failing examples it is not told why: each is judged once more, and one mistake is behind most. */
const mostExplained = 40;

/** What is known already, with nothing added. */
const lookedUpIn = ({ sound }: ExamplesMemo): SoundFiles | undefined =>
  sound && { warningsOf: (file, sha256) => sound.warningsOf(file, sha256), keepSound: () => {} };

const plainName = (value: string | number): Bilingual => ({ zh: String(value), en: String(value) });

/** The key under which an example stands, with its Chinese name. */
function statusName(status: Status): Bilingual {
  return { zh: `${statusWords[status].zh}（${status}）`, en: status };
}

/**
 * Where an example of a requirement stands; the same sentence may prove another requirement earlier in the file. One that
 * comes from the file that this one builds on is told at the requirement, or else where that file is named.
 */
function placeOfExample(text: string, id: string, example: string): number {
  const written = JSON.stringify(example);
  const named = new RegExp(`"id"\\s*:\\s*"${id.replaceAll('.', '\\.')}"`).exec(text)?.index;
  const own = named ?? Math.max(0, text.indexOf('"extends"'));
  const after = text.indexOf(written, own);
  return Math.max(own, after >= 0 ? after : text.indexOf(written));
}

interface Kept {
  /** Time, size and number of the file on the disk, and of those that it builds on. */
  readonly mark: string;
  readonly bases: readonly string[];
  readonly text: string;
  readonly good: RulesFromFile | null;
  readonly errors: readonly RuleError[];
}

/** Checks remembered: the text in force and the one being edited, of two rule sets at a time. */
const mostChecked = 4;

export class RuleFiles {
  readonly folder: string;
  readonly #kept = new Map<string, Kept>();
  readonly #examples: ExamplesMemo;
  readonly #lastGood: LastGood;
  readonly #checked: { name: string; text: string; marks: string; check: RuleFileCheck }[] = [];

  /** `lastGood` is a folder for the last good text of each file; without it a restart over a broken file has none. */
  constructor(folder: string, lastGood: string | null = null, examples = new ExamplesMemo()) {
    this.folder = folder;
    this.#examples = examples;
    this.#lastGood = new LastGood(lastGood);
  }

  /** How many requirements had their examples run since the start. */
  get examplesRun(): number {
    return this.#examples.ran;
  }

  /** Rule sets in force, one an id. Files that changed since the last call are read again. */
  list(): RulesFromFile[] {
    return this.#refresh().flatMap(({ kept, shadowedBy }) =>
      kept.good === null || shadowedBy !== null ? [] : [{ ...kept.good, errors: kept.errors }],
    );
  }

  get(id: string): RulesFromFile | null {
    return this.list().find(rules => rules.ruleSet.id === id) ?? null;
  }

  /** Mistakes of files that are not in force: no good version is known, or another file has the same id. */
  problems(): RuleError[] {
    return this.#refresh().flatMap(({ name, kept, shadowedBy }): readonly RuleError[] => {
      if (kept.good === null) return kept.errors;
      if (shadowedBy === null) return [];
      const text = fillBoth(keepingWords.sameRuleSet, { id: kept.good.ruleSet.id, file: shadowedBy });
      const at = Math.max(0, kept.text.search(/"id"\s*:/));
      return [{ file: this.#shown(name), ...placeAt(kept.text, at), severity: 'error', path: 'id', text }];
    });
  }

  /** Name of the file that holds a rule set, or that is named after it and has mistakes; null where there is none. */
  fileOf(id: string): string | null {
    const files = this.#refresh();
    const holds = files.find(({ kept, shadowedBy }) => kept.good?.ruleSet.id === id && shadowedBy === null);
    return holds?.name ?? files.find(({ name }) => name === `${id}.json`)?.name ?? null;
  }

  /** Checks a text as the file of that name would be, without taking it over. The last few are remembered: check, save, read. */
  check(text: string, name: string): RuleFileCheck {
    return atOnce(this.#checking(text, name));
  }

  /** The same, with turns for others in between. */
  checkInSteps(text: string, name: string): Promise<RuleFileCheck> {
    return inSteps(this.#checking(text, name));
  }

  /** Checks of the files in force that build on this one, as if it had this text; others have their turn meanwhile. */
  async checkThoseBuiltOn(text: string, name: string): Promise<readonly RuleFileCheck[]> {
    const shown = this.#shown(name);
    const readWith: ReadRuleFile = path => (path === shown ? text : this.#readFile(path));
    const found: RuleFileCheck[] = [];
    for (const { name: other, kept, shadowedBy } of this.#refresh()) {
      if (shadowedBy !== null || !kept.bases.includes(shown)) continue;
      found.push(await inSteps(checkSteps(kept.text, this.#shown(other), readWith, this.#examples)));
    }
    return found;
  }

  *#checking(text: string, name: string): Steps<RuleFileCheck> {
    const marksOf = (bases: readonly string[]): string => bases.map(base => this.#markOf(base)).join();
    const known = this.#checked.find(
      one => one.name === name && one.text === text && one.marks === marksOf(one.check.bases),
    );
    if (known !== undefined) return known.check;
    const shown = this.#shown(name);
    const check = yield* checkSteps(text, shown, this.#readFile, this.#examples);
    this.#checked.unshift({ name, text, marks: marksOf(check.bases), check });
    this.#checked.length = Math.min(this.#checked.length, mostChecked);
    return check;
  }

  #shown(name: string): string {
    return `${basename(resolve(this.folder))}/${name}`;
  }

  /** Only files of the folder: a rule file cannot make the pages read anything else. */
  #readFile: ReadRuleFile = shown => {
    const path = join(dirname(resolve(this.folder)), shown);
    return relative(resolve(this.folder), path).startsWith('..') ? null : readRuleFile(path);
  };

  /** The last good version that an earlier run kept; it may build on files that are broken by now as well. */
  #goodBefore(name: string): RulesFromFile | null {
    const text = this.#lastGood.read(name);
    if (text === null) return null;
    const readGood: ReadRuleFile = shown => this.#lastGood.read(basename(shown)) ?? this.#readFile(shown);
    return atOnce(checkSteps(text, this.#shown(name), readGood, this.#examples, this.#examples.sound)).rules;
  }

  #markOf(shown: string): string {
    const stats = statSync(join(dirname(resolve(this.folder)), shown), { throwIfNoEntry: false });
    return stats === undefined ? 'none' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
  }

  #refresh(): { readonly name: string; readonly kept: Kept; readonly shadowedBy: string | null }[] {
    const names = readdirSync(this.folder).filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'));
    for (const name of this.#kept.keys()) if (!names.includes(name)) this.#kept.delete(name);
    for (const name of names) this.#read(name);
    const kept = [...this.#kept].sort(([one], [other]) => (one < other ? -1 : 1));
    // A copy kept beside the file, such as x - 副本.json, must not take its place: the file named after the id has it.
    const holders = new Map<string, string>();
    for (const [name, { good }] of kept) {
      if (good !== null && (!holders.has(good.ruleSet.id) || name === `${good.ruleSet.id}.json`))
        holders.set(good.ruleSet.id, name);
    }
    return kept.map(([name, one]) => {
      const holder = one.good === null ? name : holders.get(one.good.ruleSet.id);
      return { name, kept: one, shadowedBy: holder === undefined || holder === name ? null : holder };
    });
  }

  #read(name: string): void {
    const markWith = (bases: readonly string[]) => [this.#shown(name), ...bases].map(one => this.#markOf(one)).join();
    const before = this.#kept.get(name);
    const mark = markWith(before?.bases ?? []);
    if (before?.mark === mark) return;
    const text = this.#readFile(this.#shown(name));
    // Gone since the folder was listed: the next call sees what took its place.
    if (text === null) return;
    if (before?.text === text && before.bases.length === 0) {
      this.#kept.set(name, { ...before, mark });
      return;
    }
    const { rules, errors, bases } = this.check(text, name);
    if (rules !== null) {
      this.#lastGood.keep(name, text);
      this.#examples.sound?.keepSound(this.#shown(name), rules.ruleSet.sha256, rules.errors);
    }
    this.#kept.set(name, {
      mark: markWith(bases),
      bases,
      text,
      good: rules ?? (before === undefined ? this.#goodBefore(name) : before.good),
      errors: rules === null ? errors : [],
    });
  }
}
