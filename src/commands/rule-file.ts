/** The rule file that a `rules` command is about: loaded, or its mistakes told. */
import { mistakeLines } from '../present/rule-text.ts';
import { nearest } from '../rules/errors.ts';
import { loadRuleSet, type RuleSet } from '../rules/load.ts';
import { memoOfProcess } from '../store/examples-memo.ts';
import { readRuleFile } from '../store/rule-files.ts';
import { type Lang, pick } from '../words/bilingual.ts';
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

const longestList = 20;

/**
 * The id of the requirement that a person named, by its id, its title in either language or a part of it that no other
 * has. Throws CommandError where none is meant, with the nearest, or several, with a list of them.
 */
export function knownId(ruleSet: RuleSet, given: string, lang: Lang): string {
  const { requirements, groups, file } = ruleSet;
  if (requirements.some(rule => rule.id === given)) return given;
  const said = plain(given);
  // The name of a group stands for what it holds.
  const held = new Set(
    groups
      .filter(({ title }) => said === plain(pick(title, 'zh')) || said === plain(pick(title, 'en')))
      .map(({ id }) => id),
  );
  const rows = requirements.map(({ id, group, title }) => ({
    id,
    title,
    said: [plain(pick(title, 'zh')), plain(pick(title, 'en'))],
    held: held.has(group),
  }));
  const whole = rows.filter(row => row.said.includes(said));
  const part = rows.filter(row => row.held || (said !== '' && row.said.some(title => title.includes(said))));
  const meant = whole.length > 0 ? whole : part;
  if (meant.length > 1) {
    const list = meant.slice(0, longestList).map(({ id, title }) => `\n  ${id}  ${pick(title, lang)}`);
    throw new CommandError(words.severalRules, { given, n: meant.length, list: list.join('') });
  }
  if (meant[0] !== undefined) return meant[0].id;
  const near = nearest(
    given,
    requirements.map(rule => rule.id),
  );
  throw new CommandError(near === null ? words.unknownRule : words.unknownRuleNear, {
    file,
    id: given,
    near: near ?? '',
  });
}

/** A title as it is compared: without blanks and quotation marks, in small letters. */
const plain = (title: string): string => title.replace(/[\s“”"'‘’《》]/g, '').toLowerCase();
