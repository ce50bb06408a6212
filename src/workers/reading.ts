/** The door for files from outside: plain texts are read here, everything else in a worker thread that can be stopped. */
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

/** What became of a file, or of one of the files in an archive. */
export type FileRead = {
  /** Name of the file without folder. */
  readonly name: string;
  /** As told to a person: for a file in an archive the archive's name before it. */
  readonly shown: string;
} & (
  | { readonly source: SourceText }
  | { readonly error: ReadError }
  /** A file in an archive that is no report, and this is said of it. */
  | { readonly skipped: Bilingual }
);

export interface Reading {
  /** Reads a file: one result, or one for each file of an archive. A file that cannot be read is a result, not an error. */
  read(file: FileIn): Promise<readonly FileRead[]>;
  /** Ends the worker threads. */
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
}

/** Reading in worker threads; none is started before the first file that needs one. */
export function createReading(options: ReadingOptions = {}): Reading {
  const limits = options.limits ?? readingLimits;
  const pool = new Pool<ReadTask, ReadResult>({ module: new URL('./read-task.ts', import.meta.url), ...limits });
  const run = async (task: ReadTask): Promise<ReadResult> => {
    try {
      return await pool.run(task);
    } catch (error) {
      if (!(error instanceof WorkerStopped)) throw error;
      return { refusal: stopped(error, baseName(task.name), limits.seconds) };
    }
  };
  return { read: file => readWith(run, file, options.log), close: () => pool.close() };
}

function stopped({ why }: WorkerStopped, name: string, seconds: number): Refusal {
  if (why === 'time') return { code: 'too-slow', text: filled(readingWords.tooSlow, { name, seconds }) };
  if (why === 'memory') return { code: 'too-much-memory', text: filled(readingWords.tooMuchMemory, { name }) };
  return { code: 'unreadable', text: filled(readingWords.readerFailed, { name }) };
}

/** Reading in this thread, where nothing stops a file that never ends: for files of the project's own. */
export const readHere: Reading['read'] = file => readWith(readTask, file);

type RunTask = (task: ReadTask) => Promise<ReadResult>;

async function readWith(
  run: RunTask,
  file: FileIn,
  log: (message: string, detail: string) => void = () => {},
): Promise<readonly FileRead[]> {
  const name = baseName(file.name);
  let bytes: Uint8Array;
  try {
    if (file.size !== null) checkSize(file.size, name, largest);
    bytes = await file.bytes();
    checkSize(bytes.length, name, largest);
    if (isPlainText(bytes, name)) return [{ name, shown: name, source: readSource(bytes, name) }];
  } catch (error) {
    if (error instanceof ReadError) return [{ name, shown: name, error }];
    throw error;
  }
  const budget = { left: archiveLimits.bytes as number };
  return readBytes(bytes, name, name, 0);

  async function readBytes(bytes: Uint8Array, name: string, shown: string, depth: number): Promise<FileRead[]> {
    const result = await run({ bytes, name, bytesLeft: depth < 2 ? budget.left : null });
    if ('source' in result) return [{ name, shown, source: result.source }];
    if ('refusal' in result) return [failed(name, shown, result.refusal, depth > 0)];
    const reads: FileRead[] = [];
    for (const entry of result.unpacked) if ('bytes' in entry) budget.left -= entry.bytes.length;
    for (const entry of result.unpacked) {
      const inside = `${shown} › ${entry.path}`;
      if ('skipped' in entry) reads.push({ name: entry.name, shown: inside, skipped: entry.skipped });
      else if ('refusal' in entry) reads.push(failed(entry.name, inside, entry.refusal, true));
      else reads.push(...(await readBytes(entry.bytes, entry.name, inside, depth + 1)));
    }
    return reads;
  }

  function failed(name: string, shown: string, { code, text, detail }: Refusal, packed: boolean): FileRead {
    if (detail !== undefined) log(`${shown}: ${detail}`, detail);
    return packed && code === 'unsupported-format'
      ? { name, shown, skipped: text }
      : { name, shown, error: new ReadError(code, text) };
  }
}
