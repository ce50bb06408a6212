/** The rule file that a `rules` command is about: loaded, or its mistakes told. */
import { mistakeLines } from '../present/rule-text.ts';
import { nearest } from '../rules/errors.ts';
import { loadRuleSet, type RuleSet } from '../rules/load.ts';
import { memoOfProcess } from '../store/examples-memo.ts';
import { readRuleFile } from '../store/rule-files.ts';
import { pick } from '../words/bilingual.ts';
import { commandWords } from '../words/commands.ts';
import { ruleCommandWords as words } from '../words/rule-commands.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';

/** Null when the file has mistakes, which were then printed. Examples are not run. */
export function loadRuleFile(file: string, options: Options, io: Io): RuleSet | null {
  const text = readRuleFile(file);
  if (text === null) throw new CommandError(commandWords.notFound, { path: file });
  const { ruleSet, errors } = loadRuleSet(text, file, readRuleFile, memoOfProcess.sound);
  if (ruleSet !== null) return ruleSet;
  io.err(pick(commandWords.rulesBrokenAlone, options.lang));
  for (const error of errors) for (const line of mistakeLines(error, options.lang)) io.err(line);
  return null;
}

/** Parts words into rule files (they end in .json) and the rest. */
export function partFiles(given: readonly string[]): { files: readonly string[]; rest: readonly string[] } {
  const isFile = (word: string): boolean => word.toLowerCase().endsWith('.json');
  return { files: given.filter(isFile), rest: given.filter(word => !isFile(word)) };
}

/** Throws CommandError where the rule set has no such requirement, with the nearest that it has. */
export function knownId(ruleSet: RuleSet, id: string): string {
  if (ruleSet.requirements.some(rule => rule.id === id)) return id;
  const near = nearest(
    id,
    ruleSet.requirements.map(rule => rule.id),
  );
  const said = near === null ? words.unknownRule : words.unknownRuleNear;
  throw new CommandError(said, { file: ruleSet.file, id, near: near ?? '' });
}
