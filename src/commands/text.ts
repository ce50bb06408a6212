/** `fajian text`: prints what was read from a file; places in every output count in this text. */
import type { SourceText } from '../read/types.ts';
import { findRestricted } from '../report/restricted.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { createReading } from '../workers/reading.ts';
import { CommandError, type Io } from './fail.ts';
import { inputFiles, readOrTell } from './files.ts';
import type { Options } from './options.ts';

export async function textCommand(paths: readonly string[], options: Options, io: Io): Promise<number> {
  if (paths.length === 0) throw new CommandError(words.noTextPath);
  const reading = createReading({ log: io.err });
  let code = 0;
  try {
    for (const file of inputFiles(paths, io)) {
      const { reads, refused } = await readOrTell(reading, file, options.lang, io);
      if (refused) code = 2;
      for (const read of reads) {
        if ('source' in read) {
          for (const note of read.source.notes) io.err(pick(note, options.lang));
          await tellRestricted(read, options.lang, io);
          io.raw(read.source.text);
        } else if ('skipped' in read) io.err(pick(read.skipped, options.lang));
        else {
          io.err(pick(read.error.text, options.lang));
          code = 2;
        }
      }
    }
  } finally {
    await reading.close();
  }
  return code;
}

async function tellRestricted(
  { path, source }: { readonly path: string; readonly source: SourceText },
  lang: Lang,
  io: Io,
): Promise<void> {
  const restricted = findRestricted(source.text, source.outside);
  if (restricted.length === 0) return;
  const { restrictedLines } = await import('../present/masked.ts');
  const found = restrictedLines(restricted, lang).join(pick(words.between, lang));
  io.err(say(words.restricted, lang, { path, found }));
}
