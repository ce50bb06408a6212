/** `fajian rules …`: which command the words name, and the rule file it works on. */

import { commandWords } from '../words/commands.ts';
import { ruleCommandWords as words } from '../words/rule-commands.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';
import { partFiles } from './rule-file.ts';

export async function rulesCommand(
  given: readonly string[],
  shipped: string,
  options: Options,
  toolVersion: string,
  io: Io,
): Promise<number> {
  const [command, ...rest] = given;
  if (command === undefined) throw new CommandError(words.noCommand);
  const { files, rest: ids } = partFiles(rest);
  const file = files[0] ?? options.rules ?? shipped;
  switch (command) {
    case 'check':
      return (await import('./rules-check.ts')).rulesCheckCommand(rest, shipped, options, io);
    case 'test':
      return (await import('./rules-test.ts')).rulesTestCommand(file, ids, options, io);
    case 'explain': {
      if (ids.length === 0) throw new CommandError(words.noId, { command });
      return (await import('./rules-explain.ts')).rulesExplainCommand(file, ids, options, io);
    }
    case 'new': {
      if (ids.length === 0) throw new CommandError(words.noNewId);
      return (await import('./rules-new.ts')).rulesNewCommand(file, ids, options, io);
    }
    case 'correct':
      return (await import('./rules-correct.ts')).rulesCorrectCommand(file, ids, options, io);
    case 'diff':
      return (await import('./rules-diff.ts')).rulesDiffCommand(rest, options, io);
    case 'impact':
      return (await import('./rules-diff.ts')).rulesImpactCommand(rest, options, toolVersion, io);
    default:
      throw new CommandError(commandWords.unknownCommand, { name: ['rules', ...given].join(' ') });
  }
}
