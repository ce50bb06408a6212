/** Compiled phrase lists in files of the user's cache folder, one a list. */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ListData, ListKeeper } from '../rules/kept-lists.ts';

/** A process that edits rules compiles many lists; those of its start are worth keeping. */
const mostWritten = 8;
/** Files kept, those asked for last. */
const mostFiles = 24;
const hashLength = 32;

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * The name of a file tells the program, the version of Node and the list; it begins with the hash of the rest, so that one
 * that is damaged is none. What cannot be written costs time alone.
 */
export class ListFiles implements ListKeeper {
  readonly #folder: string;
  readonly #program: string;
  #written = 0;

  /** `program` is a key of the code that compiles and searches; the folder is there, or nothing is kept. */
  constructor(folder: string, program: string) {
    this.#folder = folder;
    this.#program = program;
  }

  read(key: string): ListData | null {
    try {
      const bytes = readFileSync(this.#path(key));
      const data = bytes.subarray(hashLength);
      return hashOf(data).equals(bytes.subarray(0, hashLength)) ? (deserialize(data) as ListData) : null;
    } catch {
      return null;
    }
  }

  keep(key: string, list: ListData): void {
    if (this.#written >= mostWritten) return;
    this.#written += 1;
    const path = this.#path(key);
    const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      const data = serialize(list);
      writeFileSync(temporary, Buffer.concat([hashOf(data), data]), { mode: 0o600 });
      renameSync(temporary, path);
      this.#removeOld();
    } catch {
      removeIfThere(temporary);
    }
  }

  #path(key: string): string {
    return join(this.#folder, `list-${this.#program}-${process.versions.node}-${key.slice(0, 24)}.bin`);
  }

  #removeOld(): void {
    const files = readdirSync(this.#folder)
      .filter(name => name.startsWith('list-'))
      .map(name => join(this.#folder, name))
      .map(path => ({ path, at: statSync(path).mtimeMs }))
      .sort((one, other) => other.at - one.at);
    for (const { path } of files.slice(mostFiles)) removeIfThere(path);
  }
}

export function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is none.
  }
}
