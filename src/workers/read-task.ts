/** Runs in a worker process: reads one file that nobody vouches for, and gives its text, its files or why there are none. */
import { type ArchiveEntry, readArchive } from '../read/archive.ts';
import { documentLimit, formatOf, readDocument } from '../read/document.ts';
import { filled } from '../read/refusal.ts';
import { baseName, checkSize } from '../read/source.ts';
import { ReadError, type ReadErrorCode, type SourceText } from '../read/types.ts';
import type { Bilingual } from '../words/bilingual.ts';
import { readingWords } from '../words/reading.ts';

export interface ReadTask {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Bytes that may be unpacked where the file is an archive; null where an archive is not opened any more. */
  readonly bytesLeft: number | null;
}

/** A ReadError as it goes from a worker process to the main one. `detail` is for the log: what went wrong where no reader foresaw it. */
export interface Refusal {
  readonly code: ReadErrorCode;
  readonly text: Bilingual;
  readonly detail?: string;
}

export type Unpacked = { readonly path: string; readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly refusal: Refusal }
  | { readonly skipped: Bilingual }
);

export type ReadResult<Source = SourceText> =
  | { readonly source: Source }
  | { readonly refusal: Refusal }
  | { readonly unpacked: readonly Unpacked[] };

export default async function readTask({ bytes, name, bytesLeft }: ReadTask): Promise<ReadResult> {
  const fileName = baseName(name);
  try {
    if ((await formatOf(bytes, fileName)) !== 'zip') {
      checkSize(bytes.length, fileName, documentLimit);
      return { source: await readDocument(bytes, fileName) };
    }
    if (bytesLeft === null)
      throw new ReadError('nested-archive', filled(readingWords.nestedArchive, { name: fileName }));
    const entries = await readArchive(bytes, fileName, bytesLeft, documentLimit);
    return { unpacked: entries.map(asUnpacked) };
  } catch (error) {
    return { refusal: refusalOf(error, fileName) };
  }
}

function asUnpacked(entry: ArchiveEntry): Unpacked {
  if (!('error' in entry)) return entry;
  return { path: entry.path, name: entry.name, refusal: refusalOf(entry.error, entry.name) };
}

/** A reader that breaks on a file is told as a file that cannot be read: the others go on. */
function refusalOf(error: unknown, name: string): Refusal {
  if (error instanceof ReadError) return { code: error.code, text: error.text };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'unreadable', text: filled(readingWords.readerFailed, { name }), detail };
}
