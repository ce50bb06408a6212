/** `fajian rules diff` and `rules impact`: what differs between two rule files, and what that does to reports. */
import { assessText } from '../assess/pipeline.ts';
import type { Status } from '../assess/types.ts';
import { type Impact, impactOf, type Pair } from '../compare/impact.ts';
import { diffRuleSets } from '../compare/rule-sets.ts';
import { ruleDiffLines } from '../present/rule-diff.ts';
import type { SourceText } from '../read/types.ts';
import type { RuleSet } from '../rules/load.ts';
import { examplesOfProcess } from '../store/examples-memo.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { commandWords } from '../words/commands.ts';
import { ruleCommandWords as words } from '../words/rule-commands.ts';
import { statusWords } from '../words/terms.ts';
import { createReading } from '../workers/reading.ts';
import { CommandError, type Io } from './fail.ts';
import { inputFiles, readOrTell } from './files.ts';
import type { Options } from './options.ts';
import { loadRuleFile } from './rule-file.ts';

export function rulesDiffCommand(given: readonly string[], options: Options, io: Io): number {
  const both = loadBoth('diff', given, options, io);
  if (both === null) return 2;
  const diff = diffRuleSets(both.before, both.after);
  io.out(ruleDiffLines(diff, options.lang).join('\n'));
  return 0;
}

export async function rulesImpactCommand(
  given: readonly string[],
  options: Options,
  toolVersion: string,
  io: Io,
): Promise<number> {
  const [, , ...paths] = given;
  const both = loadBoth('impact', given, options, io);
  if (both === null) return 2;
  if (paths.length === 0) throw new CommandError(words.noReports);
  const { lang, corrections } = options;
  const assessor = (ruleSet: RuleSet) => {
    const { fenced } = examplesOfProcess(ruleSet);
    if (fenced.length > 0) io.err(`${ruleSet.file}  ${say(commandWords.fenced, lang, { ids: fenced.join(', ') })}`);
    return (source: SourceText) => assessText({ source, ruleSet, fenced, corrections, lang, toolVersion });
  };
  const [before, after] = [assessor(both.before), assessor(both.after)];
  const pairs: Pair[] = [];
  let unread = 0;
  const reading = createReading({ log: io.err });
  try {
    for (const file of inputFiles(paths, io)) {
      const { reads, refused } = await readOrTell(reading, file, lang, io);
      if (refused) unread += 1;
      for (const read of reads) {
        if ('source' in read) {
          pairs.push({ key: read.path, before: before(read.source), after: after(read.source) });
        } else if ('skipped' in read) io.err(pick(read.skipped, lang));
        else {
          unread += 1;
          io.err(say(commandWords.cannotRead, lang, { path: read.path, detail: pick(read.error.text, lang) }));
        }
      }
    }
  } finally {
    await reading.close();
  }
  io.out(impactLines(impactOf(pairs), lang).join('\n'));
  if (unread > 0) io.err(say(words.unread, lang, { n: unread }));
  return unread > 0 ? 2 : 0;
}

function loadBoth(
  command: string,
  given: readonly string[],
  options: Options,
  io: Io,
): { readonly before: RuleSet; readonly after: RuleSet } | null {
  const [one, other] = given;
  if (one === undefined || other === undefined) throw new CommandError(words.twoFiles, { command });
  const before = loadRuleFile(one, options, io);
  const after = loadRuleFile(other, options, io);
  return before === null || after === null ? null : { before, after };
}

function impactLines(impact: Impact, lang: Lang): string[] {
  const score = (value: number | null): string => (value === null ? '—' : value.toFixed(1));
  const status = (value: Status | null): string => pick(value === null ? words.notThere : statusWords[value], lang);
  const lines = [
    say(words.impactSum, lang, {
      reports: impact.reports,
      changed: impact.changed.length,
      before: score(impact.meanBefore),
      after: score(impact.meanAfter),
    }),
  ];
  for (const [label, gaps] of [
    [words.appearing, impact.appearing],
    [words.going, impact.going],
    [words.unasked, impact.unasked],
  ] as const) {
    if (gaps.length > 0) lines.push('', pick(label, lang));
    for (const { requirement, title, keys } of gaps)
      lines.push(`  ${say(words.gapLine, lang, { id: requirement, title, n: keys.length })}`);
  }
  if (impact.changed.length > 0) lines.push('', pick(words.changedReports, lang));
  for (const report of impact.changed) {
    const outcome =
      report.outcomeBefore === report.outcomeAfter
        ? ''
        : `  ${report.outcomeBefore ?? '—'} → ${report.outcomeAfter ?? '—'}`;
    lines.push(`  ${report.key}  ${score(report.scoreBefore)} → ${score(report.scoreAfter)}${outcome}`);
    for (const { requirement, title, before, after } of report.findings)
      lines.push(`      ${requirement} ${title}  ${status(before)} → ${status(after)}`);
  }
  return lines;
}
