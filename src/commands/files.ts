/** The files that paths on the command line stand for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { commandWords as words } from '../words/commands.ts';
import { CommandError, type Io } from './fail.ts';

export interface InputFile {
  /** As shown to the person: the path given, or `-`. */
  readonly path: string;
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Files in the order given; a folder stands for its files by name, its folders included, hidden ones left out. */
export function inputFiles(paths: readonly string[], io: Io): InputFile[] {
  if (paths.length === 0) throw new CommandError(words.noPath);
  return paths.flatMap(path => {
    if (path === '-') return [{ path, name: 'stdin.txt', bytes: io.stdin }];
    const found = filesBelow(path);
    if (found.length === 0) throw new CommandError(words.noFiles, { path });
    return found.map(file => ({ path: file, name: basename(file), bytes: async () => readFileSync(file) }));
  });
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
