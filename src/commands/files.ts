/** The files that paths on the command line stand for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { baseName } from '../read/source.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import type { FileIn, FileRead, Reading } from '../workers/reading.ts';
import { CommandError, type Io, systemReason } from './fail.ts';

export interface InputFile extends FileIn {
  /** As shown to the person: the path given, or `-`. */
  readonly path: string;
}

/** Files in the order given; a folder stands for its files by name, its folders included, hidden ones left out. */
export function inputFiles(paths: readonly string[], io: Io): InputFile[] {
  if (paths.length === 0) throw new CommandError(words.noPath);
  return paths.flatMap((path): InputFile[] => {
    if (path === '-') return [{ path, name: 'stdin', size: null, bytes: io.stdin }];
    const found = filesBelow(path);
    if (found.length === 0) throw new CommandError(words.noFiles, { path });
    return found.map(file => ({
      path: file,
      name: basename(file),
      size: sizeOf(file),
      bytes: async () => readFileSync(file),
    }));
  });
}

/** Reads a file; a file that the system refuses is thrown as the system's error. `path` of each result is as shown to the person. */
export async function readInput<Source>(
  reading: Pick<Reading<Source>, 'read'>,
  file: InputFile,
): Promise<readonly (FileRead<Source> & { readonly path: string })[]> {
  const reads = await reading.read(file);
  return reads.map(read => ({ ...read, path: file.path + read.shown.slice(baseName(file.name).length) }));
}

/** The same, but what the system refuses is told in one line on standard error. */
export async function readOrTell(
  reading: Pick<Reading, 'read'>,
  file: InputFile,
  lang: Lang,
  io: Io,
): Promise<{ readonly reads: readonly (FileRead & { readonly path: string })[]; readonly refused: boolean }> {
  try {
    return { reads: await readInput(reading, file), refused: false };
  } catch (error) {
    const refused = systemReason(error);
    if (refused === null) throw error;
    io.err(say(words.cannotRead, lang, { path: file.path, detail: pick(refused.text, lang) }));
    return { reads: [], refused: true };
  }
}

/** Null where it cannot be told; reading the file then says why. */
function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}

/** Files that lie beside reports and are none; named by themselves they are read all the same. */
const besideReports = /\.(?:json|jsonc|csv|md|css|js|mjs|ts|log)$/i;

function filesBelow(path: string, below = false): string[] {
  let names: string[];
  try {
    if (!statSync(path).isDirectory()) return [path];
    names = readdirSync(path);
  } catch {
    // Among others, a link that leads nowhere or a closed folder is one file that cannot be read.
    if (below) return [path];
    throw new CommandError(words.notFound, { path });
  }
  return names
    .filter(name => !name.startsWith('.') && !besideReports.test(name))
    .sort()
    .flatMap(name => filesBelow(join(path, name), true));
}
