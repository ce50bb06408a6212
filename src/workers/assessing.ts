/** Files from outside to results: a few in this thread, many in processes of their own, one for each core. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { RuleSet } from '../rules/load.ts';
import { countsUp, createJudge, type Judged, type JudgingFailed, type Wishes } from './judging.ts';
import { createReading, type FileIn, type FileRead, readingBy } from './reading.ts';
import { type Cache, type CheckedRules, shareSetup } from './shared-setup.ts';

/** Bytes of texts, some twelve hundred reports, that are done here before several processes, which must all warm up first, are ahead. */
const fewBytes = 8_000_000;
/** The same where somebody asked for several. */
const fewWhenAsked = 1_000_000;
/** Files that take so many times as long to read as a text of their size. */
const slowToRead = /\.(?:pdf|ofd|zip)$/i;
const timesAsLong = 16;

/**
 * Results pass through this process and stay nowhere in it: what lives is 20 MB however many there are. Left alone the engine
 * lets it grow to five times that before it looks; looking sooner takes no time that can be measured.
 */
const collectSooner = '--heap-growing-percent=30';

export type Outcome = Judged | JudgingFailed;

export interface Assessing {
  /** So many files should be begun at a time. */
  readonly ahead: number;
  /** One result, or one for each file of an archive. A file that cannot be read is a result, not an error. */
  read(file: FileIn): Promise<readonly FileRead<Outcome>[]>;
  close(): Promise<void>;
}

export interface AssessingOptions {
  readonly rules: readonly (CheckedRules & { readonly ruleSet: RuleSet })[];
  readonly wishes: Wishes;
  readonly cache: Cache | null;
  /** All files that there will be, with their bytes as far as known. */
  readonly files: readonly { readonly name: string; readonly size: number | null }[];
  /** Processes that judge; one for each core where it is not told. With 1 all is judged in this one. */
  readonly threads: number | null;
  readonly log: (message: string) => void;
}

export async function createAssessing({
  rules,
  wishes,
  cache,
  files,
  log,
  ...options
}: AssessingOptions): Promise<Assessing> {
  const threads = options.threads ?? availableParallelism();
  const isInTurn = countsUp(wishes);
  if (isInTurn || threads === 1 || workOf(files) < (options.threads === null ? fewBytes : fewWhenAsked)) {
    const judge = await createJudge(rules, wishes);
    const reading = createReading({ log });
    const judged = async (read: FileRead): Promise<FileRead<Outcome>> =>
      'source' in read ? { ...read, source: await judge(read.source) } : read;
    return {
      ahead: isInTurn ? 1 : 3,
      read: async file => {
        const reads = await reading.read(file);
        if (!isInTurn) return Promise.all(reads.map(judged));
        const done: FileRead<Outcome>[] = [];
        for (const read of reads) done.push(await judged(read));
        return done;
      },
      close: reading.close,
    };
  }
  setFlagsFromString(collectSooner);
  const setup = rules.map(({ file, text, bases, fenced }) => ({ file, text, bases, fenced }));
  const more = shareSetup({ rules: setup, wishes, cache });
  const module = new URL('./assess-task.ts', import.meta.url);
  return { ahead: 3 * threads, ...readingBy<Outcome>(module, { log, threads, more }) };
}

/** How much there is to do, in bytes of text. */
function workOf(files: AssessingOptions['files']): number {
  return files.reduce((sum, { name, size }) => sum + (size ?? 0) * (slowToRead.test(name) ? timesAsLong : 1), 0);
}
