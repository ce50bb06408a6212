/** `fajian text`: prints what was read from a file; places in every output count in this text. */
import { readSource } from '../read/index.ts';
import { pick } from '../words/bilingual.ts';
import type { Io } from './fail.ts';
import { inputFiles } from './files.ts';
import type { Options } from './options.ts';

export async function textCommand(paths: readonly string[], options: Options, io: Io): Promise<number> {
  for (const file of inputFiles(paths, io)) {
    const source = readSource(await file.bytes(), file.name);
    for (const note of source.notes) io.err(pick(note, options.lang));
    io.raw(source.text);
  }
  return 0;
}
