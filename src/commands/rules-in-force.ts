/** The rule sets that `assess` may check by: the one named, or those that are shipped; examples run when one is first used. */
import { dirname, relative } from 'node:path';
import { mistakeLines } from '../present/rule-text.ts';
import type { ReadRuleFile } from '../rules/extend.ts';
import { loadRuleSet } from '../rules/load.ts';
import { examplesOfProcess, memoOfProcess } from '../store/examples-memo.ts';
import { type RulesFromFile, readRuleFile } from '../store/rule-files.ts';
import { pick } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';

/** Null when one of the files has mistakes, which were then printed. Throws CommandError where a file is not there. */
export function rulesInForce(paths: readonly string[], options: Options, io: Io): readonly RulesFromFile[] | null {
  const loaded: RulesFromFile[] = [];
  for (const path of paths) {
    const text = readRuleFile(path);
    if (text === null) throw new CommandError(words.notFound, { path });
    const file = relative(process.cwd(), path) || dirname(path);
    const bases: Record<string, string> = {};
    const readBase: ReadRuleFile = base => {
      const found = readRuleFile(base);
      if (found !== null) bases[base] = found;
      return found;
    };
    const { ruleSet, errors } = loadRuleSet(text, file, readBase, memoOfProcess.sound);
    if (ruleSet === null) {
      io.err(pick(words.rulesBroken, options.lang));
      for (const error of errors) for (const line of mistakeLines(error, options.lang)) io.err(line);
      return null;
    }
    let fenced: readonly string[] | null = null;
    loaded.push({
      file,
      text,
      bases,
      ruleSet,
      errors,
      get fenced() {
        fenced ??= examplesOfProcess(ruleSet).fenced;
        return fenced;
      },
    });
  }
  return loaded;
}
