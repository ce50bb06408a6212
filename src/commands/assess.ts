/** `fajian assess`: checks files and prints the results, or writes one file each; a long run can be stopped and gone on with. */
import { existsSync } from 'node:fs';
import type { FailedAssessment } from '../assess/types.ts';
import { isBinary } from '../present/formats.ts';
import { noOffice } from '../present/office.ts';
import { rosterIn } from '../store/roster-in.ts';
import type { RulesFromFile } from '../store/rule-files.ts';
import { createPause } from '../store/steps.ts';
import { batchWords } from '../words/batch.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { localDay } from '../words/dates.ts';
import { type Assessing, createAssessing, type Outcome } from '../workers/assessing.ts';
import { inOrder } from '../workers/in-order.ts';
import { tiersByWeight, type Wishes } from '../workers/judging.ts';
import type { FileRead } from '../workers/reading.ts';
import type { Cache } from '../workers/shared-setup.ts';
import { CommandError, type LongIo, systemReason } from './fail.ts';
import { type InputFile, inputFiles, readInput } from './files.ts';
import { type Entry, type Kept, sha256 } from './journal.ts';
import { officeOf } from './office.ts';
import type { Options } from './options.ts';
import { duration, Progress } from './progress.ts';
import { openSink, type Result, type Sink } from './results.ts';
import { interrupted, onStopAsked } from './stopping.ts';

/** What a run judges by: `program` is a key of the code itself, empty where none is known. */
export interface Judge {
  readonly rules: readonly RulesFromFile[];
  readonly toolVersion: string;
  readonly program: string;
  readonly cache: Cache | null;
}

export async function assessCommand(
  paths: readonly string[],
  { rules, toolVersion, program, cache }: Judge,
  options: Options,
  io: LongIo,
): Promise<number> {
  const { lang } = options;
  refuseWhatDoesNotFit(options);
  const files = inputFiles(paths, io);
  const progress = new Progress(files.length, lang, io.progress);
  const tell = (line: string): void => progress.aside(() => io.err(line));
  const wishes = await wishesOf(options, toolVersion);
  const judgedBy = [program, rules.map(({ ruleSet, fenced }) => [ruleSet.id, ruleSet.sha256, fenced])];
  const sink = openSink(
    options,
    { wishes, judgedBy, rules: rules.map(({ ruleSet }) => ruleSet), inputs: files.map(({ path }) => path) },
    io,
    tell,
  );
  const assessing = await createAssessing({ rules, wishes, cache, files, threads: options.jobs, log: tell });
  let isAsked = false;
  const end = onStopAsked(() => {
    isAsked = true;
  });
  const sum: Sum = { done: 0, failed: 0, held: 0, kept: 0, gap: null, roster: 0, text: 0 };
  const tellFenced = fencedOnce(rules, lang, tell);
  const pause = createPause();
  try {
    for await (const done of inOrder(
      files,
      assessing.ahead,
      file => assessFile(file, sink, assessing),
      () => isAsked,
    )) {
      sum.done += 1;
      if ('kept' in done) {
        sink.keep?.(done.kept);
        sum.kept += 1;
        sum.gap = weightier(sum.gap, done.kept.entry.gap);
      } else {
        const results = resultsOf(done.outcomes, options, tell);
        for (const result of results) count(result, sum, tellFenced);
        progress.aside(() => sink.put(done.file, results));
      }
      progress.step('kept' in done);
      await io.drained();
      await pause();
    }
  } finally {
    end();
    progress.clear();
    await assessing.close();
  }
  await sink.end();
  if (!isAsked) return tellOfAll(sum, files.length, progress, options, io);
  io.err(say(batchWords.interrupted, lang, { done: sum.done, total: files.length }));
  if (options.out !== null) io.err(pick(batchWords.goOn, lang));
  return interrupted;
}

/** Options that do not go together, or without which nothing can be written. */
function refuseWhatDoesNotFit({ resume, out, document, letter, format, dataNamed, data }: Options): void {
  if (resume && out === null) throw new CommandError(batchWords.resumeNeedsOut);
  if (resume && document === 'overview') throw new CommandError(words.overviewNotResumed);
  // What an earlier run wrote bears numbers that this one would give again.
  if (resume && document === 'letter' && letter.number !== null) throw new CommandError(words.numbersNotResumed);
  if (out === null && isBinary(format)) throw new CommandError(words.needsOut, { format });
  if (dataNamed && !existsSync(data)) throw new CommandError(words.noDataThere, { data });
}

async function wishesOf(options: Options, toolVersion: string): Promise<Wishes> {
  const { lang, corrections, format, document } = options;
  const roster = await rosterIn(options.data);
  const letter = { ...options.letter, office: document === 'letter' ? await officeOf(options) : noOffice };
  const at = new Date().toISOString();
  return {
    corrections,
    lang,
    document,
    format,
    toolVersion,
    at,
    letter: { ...letter, date: letter.date === '' ? localDay(at) : letter.date },
    roster: roster.map(({ id, name, aliases, level, powers, due }) => ({ id, name, aliases, level, powers, due })),
    holdsMarked: options.out !== null && !options.allowRestricted,
  };
}

/** How many files came to what; `gap` is the weightiest tier of which content is missing. */
interface Sum {
  done: number;
  failed: number;
  held: number;
  kept: number;
  gap: Entry['gap'];
  roster: number;
  text: number;
}

function count(result: Result, sum: Sum, tellFenced: (id: string) => void): void {
  if ('held' in result) sum.held += 1;
  else if ('failure' in result) sum.failed += 1;
  else {
    tellFenced(result.judged.ruleSet);
    if (result.judged.powers !== null) sum[result.judged.powers] += 1;
    sum.gap = weightier(sum.gap, result.judged.gap);
  }
}

/** What is to be told when all is done; gives the exit code. */
function tellOfAll(sum: Sum, files: number, progress: Progress, options: Options, io: LongIo): number {
  const { lang, out, failOn } = options;
  if (out !== null && files > 1) {
    const time = duration(progress.seconds, lang);
    io.err(say(batchWords.finished, lang, { n: sum.done, time, failed: sum.failed, kept: sum.kept }));
  }
  if (sum.roster > 0) io.err(say(words.byRoster, lang, { n: sum.roster, data: options.data }));
  if (sum.text > 0) io.err(say(words.byText, lang, { n: sum.text }));
  if (sum.held > 0) io.err(say(words.heldCount, lang, { n: sum.held }));
  if (sum.failed + sum.held > 0) return 2;
  return failOn !== null && weightier(sum.gap, failOn) === sum.gap ? 1 : 0;
}

const weightier = (one: Entry['gap'], other: Entry['gap']): Entry['gap'] =>
  tiersByWeight.find(tier => tier === one || tier === other) ?? null;

type Named<T> = { readonly name: string; readonly path: string } & T;

/** What one file of the command line holds, judged; a file that the system refuses is one of them. */
type Outcomes = readonly Named<
  FileRead<Outcome> | { readonly refused: NonNullable<ReturnType<typeof systemReason>> }
>[];

type Assessed =
  | { readonly kept: Kept }
  | { readonly file: Pick<Entry, 'name'> & { readonly sha256: string | null }; readonly outcomes: Outcomes };

/** Judges a file, or finds what an earlier run made of it. */
async function assessFile(file: InputFile, sink: Sink, assessing: Assessing): Promise<Assessed> {
  let hash: string | null = null;
  let content: Promise<Uint8Array> | null = null;
  const bytes = async (): Promise<Uint8Array> => {
    content ??= file.bytes();
    if (sink.keep !== undefined) hash ??= sha256(await content);
    return content;
  };
  try {
    const known = await sink.known?.(file.name, bytes);
    if (known) return { kept: known };
    const outcomes = await readInput(assessing, { ...file, bytes });
    return { file: { name: file.name, sha256: hash }, outcomes };
  } catch (error) {
    const refused = systemReason(error);
    if (refused === null) throw error;
    return { file: { name: file.name, sha256: null }, outcomes: [{ name: file.name, path: file.path, refused }] };
  }
}

/** Results as they are put; what is no result is told of, and what failed as well. */
function resultsOf(
  outcomes: Outcomes,
  { lang, out, allowRestricted }: Options,
  tell: (line: string) => void,
): Result[] {
  return outcomes.flatMap((outcome): Result[] => {
    const { name, path } = outcome;
    if ('skipped' in outcome) {
      tell(pick(outcome.skipped, lang));
      return [];
    }
    if ('source' in outcome && 'content' in outcome.source) {
      const { restricted, doubts } = outcome.source;
      const held = restricted?.marked === true && out !== null && !allowRestricted;
      const found = [...(restricted?.lines ?? []), ...(held ? [] : doubts)].join(pick(words.between, lang));
      if (found !== '') tell(say(held ? words.held : words.restricted, lang, { path, found }));
      return held ? [{ name, path, held }] : [{ name, path, judged: outcome.source }];
    }
    const error = errorOf(outcome, lang);
    tell(say(words.cannotRead, lang, { path, detail: error.message }));
    if ('source' in outcome && 'failed' in outcome.source) tell(outcome.source.failed);
    const failure: FailedAssessment = { schemaVersion: 1, source: { name, sha256: null }, error };
    return [{ name, path, failure }];
  });
}

function errorOf(outcome: Outcomes[number], lang: Lang): FailedAssessment['error'] {
  if ('refused' in outcome) return { code: outcome.refused.code, message: pick(outcome.refused.text, lang) };
  if ('error' in outcome) return { code: outcome.error.code, message: pick(outcome.error.text, lang) };
  return { code: 'program-failed', message: say(batchWords.judgingFailed, lang, { name: outcome.name }) };
}

/** Tells, at the first result by a rule set, which of its requirements are suspended. */
function fencedOnce(rules: readonly RulesFromFile[], lang: Lang, tell: (line: string) => void): (id: string) => void {
  const told = new Set<string>();
  return id => {
    const fenced = rules.find(({ ruleSet }) => ruleSet.id === id)?.fenced ?? [];
    if (!told.has(id) && fenced.length > 0) tell(say(words.fenced, lang, { ids: fenced.join(', ') }));
    told.add(id);
  };
}
