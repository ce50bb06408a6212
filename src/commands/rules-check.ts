/** `fajian rules check`: form, phrases and examples of rule files, with file, line and column of each mistake. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mistakeLines } from '../present/rule-text.ts';
import { charsetWarnings, checkRuleText, decodeRuleFile } from '../store/rule-files.ts';
import { say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';

/** Without `files` all of the folder `rules` here, or where there is none those beside the shipped file. */
export function rulesCheckCommand(files: readonly string[], shipped: string, options: Options, io: Io): number {
  const folder = existsSync('rules') ? 'rules' : dirname(shipped);
  const asked = files.length > 0 || options.rules === null ? files : [options.rules];
  const named = asked.length > 0 ? asked : ruleFilesIn(folder);
  if (named.length === 0) throw new CommandError(words.noFiles, { path: folder });
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
