/** `fajian rules check`: form, phrases and examples of rule files, with file, line and column of each mistake. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mistakeLines } from '../present/rule-text.ts';
import { charsetWarnings, checkRuleText, decodeRuleFile } from '../store/rule-files.ts';
import { say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';

export function rulesCheckCommand(files: readonly string[], options: Options, io: Io): number {
  const named = files.length > 0 ? files : ruleFilesIn('rules');
  let broken = false;
  for (const file of named) {
    const decoded = decodeRuleFile(file);
    if (decoded === null) throw new CommandError(words.notFound, { path: file });
    const { rules, errors, examples } = checkRuleText(decoded.text, file);
    for (const error of [...charsetWarnings(decoded, file), ...errors])
      for (const line of mistakeLines(error, options.lang)) io.out(line);
    if (errors.some(error => error.severity === 'error') || rules === null) broken = true;
    else {
      const { ruleSet } = rules;
      io.out(
        say(words.rulesFine, options.lang, {
          file,
          count: ruleSet.requirements.length,
          phrases: ruleSet.phrases.sources.length,
          examples,
        }),
      );
    }
  }
  return broken ? 2 : 0;
}

function ruleFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()
    .map(name => join(folder, name));
}
