/** Unpacks an archive of reports: every file in it with its bytes, or why there are none. */
import type { Bilingual } from '../words/bilingual.ts';
import { formatWords, readingWords } from '../words/reading.ts';
import { filled, refusal } from './refusal.ts';
import { baseName, checkSize } from './source.ts';
import { ReadError } from './types.ts';
import { openZip } from './zip.ts';

/** A file in an archive. `path` is for showing only: it is never used as a path on disk. */
export type ArchiveEntry = { readonly path: string; readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly error: ReadError }
  /** It cannot be a report, and this is said of it. */
  | { readonly skipped: Bilingual }
);

/** A county has some hundred units that report; with every attachment an archive stays below this. */
export const archiveLimits = { entries: 2_000, bytes: 256 * 1024 * 1024 } as const;

/** What systems and archivers put beside people's files. */
const litter = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;
const pictures = /\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic)$/i;
const programs = /\.(?:exe|dll|msi|bat|mp[34]|avi|mov|wmv|wav|iso)$/i;

/**
 * The files of an archive in its order, without what systems add. Pictures, films and programs are named, not unpacked.
 *
 * @param name file name of the archive, for errors
 * @param bytesLeft how many bytes may still be unpacked
 * @param entryLimit bytes of the largest single file
 * @throws ReadError where the archive itself cannot be opened
 */
export async function readArchive(
  bytes: Uint8Array,
  name: string,
  bytesLeft: number,
  entryLimit: number,
): Promise<readonly ArchiveEntry[]> {
  const zip = await openZip(bytes, name, { entries: archiveLimits.entries, bytes: bytesLeft });
  const files: ArchiveEntry[] = [];
  for (const entry of zip.entries) {
    if (litter.test(entry.name)) continue;
    const path = shownPath(entry.name);
    const file = { path, name: baseName(path) };
    const kind = pictures.test(path) ? 'image' : programs.test(path) ? 'binary' : null;
    if (kind !== null) {
      const { what } = formatWords[kind];
      files.push({
        ...file,
        skipped: {
          zh: filled(readingWords.notReport, { name: path, what: what.zh }).zh,
          en: filled(readingWords.notReport, { name: path, what: what.en }).en,
        },
      });
      continue;
    }
    try {
      if (entry.encrypted) throw refusal('encrypted', readingWords.encryptedEntry, { name: file.name });
      checkSize(entry.size, file.name, entryLimit);
      files.push({ ...file, bytes: await zip.read(entry, file.name) });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      files.push({ ...file, error });
    }
  }
  if (files.length === 0) throw refusal('empty-file', readingWords.emptyArchive, { name });
  return files;
}

/** A name as it may be shown: without steps upwards, drive letters and signs that are not seen. */
function shownPath(name: string): string {
  const steps = name
    .replace(/\p{C}/gu, '')
    .split('/')
    .filter(step => step !== '' && step !== '.' && step !== '..' && !/^[A-Za-z]:$/.test(step));
  return steps.join('/') || '?';
}
