/** The files that paths on the command line stand for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { baseName } from '../read/source.ts';
import { commandWords as words } from '../words/commands.ts';
import type { FileIn, FileRead, Reading } from '../workers/reading.ts';
import { CommandError, type Io } from './fail.ts';

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

function filesBelow(path: string): string[] {
  let entry: ReturnType<typeof statSync>;
  try {
    entry = statSync(path);
  } catch {
    throw new CommandError(words.notFound, { path });
  }
  if (!entry.isDirectory()) return [path];
  return readdirSync(path)
    .filter(name => !name.startsWith('.') && !besideReports.test(name))
    .sort()
    .flatMap(name => filesBelow(join(path, name)));
}
