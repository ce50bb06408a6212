/** `fajian rules correct`: the smallest edits of a rule file that make a passage count, or stop counting. Nothing is written. */
import { runExamples } from '../assess/examples.ts';
import { type Direction, proposeEdit } from '../compare/correction.ts';
import { lineDiff } from '../present/line-diff.ts';
import { readRuleFile } from '../store/rule-files.ts';
import { pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { ruleCommandWords as words } from '../words/rule-commands.ts';
import { statusWords } from '../words/terms.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';
import { knownId, loadRuleFile } from './rule-file.ts';

/** `given` is the id, `counts` or `not`, and the passage. Exit code 1 where no edit was found. */
export function rulesCorrectCommand(file: string, given: readonly string[], options: Options, io: Io): number {
  const [id = '', direction, ...said] = given;
  const text = said.join(' ').trim();
  if ((direction !== 'counts' && direction !== 'not') || text === '') throw new CommandError(words.correctUsage);
  const ruleSet = loadRuleFile(file, options, io);
  if (ruleSet === null) return 2;
  const requirement = knownId(ruleSet, id, options.lang);
  if (runExamples(ruleSet, new Set([requirement])).fenced.length > 0)
    throw new CommandError(pageTexts.correctSuspended);
  const { lang, corrections } = options;
  const fileText = (readRuleFile(file) ?? '').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { before, obstacle, candidates } = proposeEdit({
    fileText,
    ruleSet,
    requirement,
    direction: direction satisfies Direction,
    passage: {
      text,
      zone: 'work',
      year: corrections.reportYear ?? 2023,
      level: corrections.subjectLevel ?? 'county',
      names: [],
    },
    reports: [],
  });
  io.out(`${pick(pageTexts.correctJudged, lang)}${pick(statusWords[before], lang)}`);
  if (obstacle !== null) {
    io.out(say(pageTexts[`obstacle_${obstacle.kind}`], lang, { word: obstacle.word ?? '' }));
    return 1;
  }
  for (const { additions, after, text: edited } of candidates) {
    const added = additions.map(({ list, member }) => `${list.join('.')} + ${JSON.stringify(member)}`).join('; ');
    io.out(`\n${added}  → ${pick(statusWords[after], lang)}`);
    for (const { sign, before: one, after: other, text: line } of lineDiff(fileText, edited)?.hunks.flat() ?? [])
      if (sign !== ' ') io.out(`  ${sign} ${one || other}: ${line.trim()}`);
  }
  return 0;
}
