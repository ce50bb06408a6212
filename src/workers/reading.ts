/** The door for files from outside: plain texts are read here, everything else in a worker process that can be stopped. */
import { archiveLimits } from '../read/archive.ts';
import { isPlainText } from '../read/document.ts';
import { filled } from '../read/refusal.ts';
import { baseName, checkSize, readSource } from '../read/source.ts';
import { ReadError, type SourceText } from '../read/types.ts';
import type { Bilingual } from '../words/bilingual.ts';
import { readingWords } from '../words/reading.ts';
import { Pool, WorkerStopped } from './pool.ts';
import readTask, { type ReadResult, type ReadTask, type Refusal } from './read-task.ts';

/** A file as it comes in; `bytes` is asked for only where `size` is within bounds. */
export interface FileIn {
  readonly name: string;
  /** Bytes; null where it is known only when they are there. */
  readonly size: number | null;
  readonly bytes: () => Promise<Uint8Array>;
}

/** What became of a file, or of one of the files in an archive; `Source` is its text, or what was made of it at once. */
export type FileRead<Source = SourceText> = {
  /** Name of the file without folder. */
  readonly name: string;
  /** As told to a person: for a file in an archive the archive's name before it. */
  readonly shown: string;
} & (
  | { readonly source: Source }
  | { readonly error: ReadError }
  /** A file in an archive that is no report, and this is said of it. */
  | { readonly skipped: Bilingual }
);

export interface Reading<Source = SourceText> {
  /** Reads a file: one result, or one for each file of an archive. A file that cannot be read is a result, not an error. */
  read(file: FileIn): Promise<readonly FileRead<Source>[]>;
  /** Ends the worker processes. */
  close(): Promise<void>;
}

/** What one file may take. Typical reports take well under a second and 100 MB. */
export const readingLimits = { seconds: 30, megabytes: 512 } as const;

/** An archive may be larger than one document. */
const largest = 200 * 1024 * 1024;

export interface ReadingOptions {
  /** Told of readers that broke on a file, with where; `detail` is the same without the name of the file. */
  readonly log?: (message: string, detail: string) => void;
  readonly limits?: { readonly seconds: number; readonly megabytes: number };
  /** Most processes at a time; one for each core but one where it is not told. */
  readonly threads?: number;
}

/** Reading in worker processes; none is started before the first file that needs one. */
export function createReading(options: ReadingOptions = {}): Reading {
  const module = new URL('./read-task.ts', import.meta.url);
  return readingBy<SourceText>(module, { ...options, here: plainHere });
}

/** What is read without a worker: of that kind of file nothing takes long. Null for others. */
type ReadHere<Source> = (bytes: Uint8Array, name: string) => Source | null;

export const plainHere: ReadHere<SourceText> = (bytes, name) =>
  isPlainText(bytes, name) ? readSource(bytes, name) : null;

interface ReadingByOptions<Source> extends ReadingOptions {
  readonly here?: ReadHere<Source>;
  /** Goes to the task with each file. */
  readonly more?: object;
}

/** Reading by a task of another module, which may make something else of the text in the same process. */
export function readingBy<Source>(module: URL, options: ReadingByOptions<Source>): Reading<Source> {
  const limits = options.limits ?? readingLimits;
  const threads = options.threads === undefined ? {} : { threads: options.threads };
  return readingIn(new Pool<ReadTask, ReadResult<Source>>({ module, ...limits, ...threads }), options);
}

/** The same in a pool that does other work as well. */
export function readingIn<Source>(
  pool: Pool<ReadTask, ReadResult<Source>>,
  options: ReadingByOptions<Source>,
): Reading<Source> {
  const limits = options.limits ?? readingLimits;
  const run: RunTask<Source> = async task => {
    try {
      return await pool.run({ ...task, ...options.more });
    } catch (error) {
      if (!(error instanceof WorkerStopped)) throw error;
      return { refusal: refusalOfStopped(error, baseName(task.name), limits.seconds) };
    }
  };
  const here = options.here ?? (() => null);
  return { read: file => readWith(run, here, file, options.log), close: () => pool.close() };
}

/** What is said of a file on which a worker was stopped. */
export function refusalOfStopped({ why }: WorkerStopped, name: string, seconds: number): Refusal {
  if (why === 'time') return { code: 'too-slow', text: filled(readingWords.tooSlow, { name, seconds }) };
  return { code: 'too-much-memory', text: filled(readingWords.tooMuchMemory, { name }) };
}

/** Reading in this process, where nothing stops a file that never ends: for files of the project's own. */
export const readHere: Reading['read'] = file => readWith(readTask, plainHere, file);

type RunTask<Source> = (task: ReadTask) => Promise<ReadResult<Source>>;

async function readWith<Source>(
  run: RunTask<Source>,
  here: ReadHere<Source>,
  file: FileIn,
  log: (message: string, detail: string) => void = () => {},
): Promise<readonly FileRead<Source>[]> {
  const name = baseName(file.name);
  let bytes: Uint8Array;
  try {
    if (file.size !== null) checkSize(file.size, name, largest);
    bytes = await file.bytes();
    checkSize(bytes.length, name, largest);
    const source = here(bytes, name);
    if (source !== null) return [{ name, shown: name, source }];
  } catch (error) {
    if (error instanceof ReadError) return [{ name, shown: name, error }];
    throw error;
  }
  const budget = { left: archiveLimits.bytes as number };
  return readBytes(bytes, name, name, 0);

  async function readBytes(bytes: Uint8Array, name: string, shown: string, depth: number): Promise<FileRead<Source>[]> {
    const result = await run({ bytes, name, bytesLeft: depth < 2 ? budget.left : null });
    if ('source' in result) return [{ name, shown, source: result.source }];
    if ('refusal' in result) return [failed(name, shown, result.refusal, depth > 0)];
    const reads: FileRead<Source>[] = [];
    for (const entry of result.unpacked) if ('bytes' in entry) budget.left -= entry.bytes.length;
    for (const entry of result.unpacked) {
      const inside = `${shown} › ${entry.path}`;
      if ('skipped' in entry) reads.push({ name: entry.name, shown: inside, skipped: entry.skipped });
      else if ('refusal' in entry) reads.push(failed(entry.name, inside, entry.refusal, true));
      else reads.push(...(await readBytes(entry.bytes, entry.name, inside, depth + 1)));
    }
    return reads;
  }

  function failed(name: string, shown: string, { code, text, detail }: Refusal, packed: boolean): FileRead<Source> {
    if (detail !== undefined) log(`${shown}: ${detail}`, detail);
    return packed && code === 'unsupported-format'
      ? { name, shown, skipped: text }
      : { name, shown, error: new ReadError(code, text) };
  }
}
