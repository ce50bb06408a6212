/** One JSON file that survives a power cut whole: lowdb reads and writes a record through it. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';

/** The file is there, but holds no JSON value. */
export class DamagedFile extends Error {}

/** Temporary files are named so that a start can tell them from records. */
export const isTemporary = (name: string): boolean => name.startsWith('.') && name.endsWith('.tmp');

export class JsonFile<T> implements Adapter<T> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** The value, or null where there is no file. Throws DamagedFile, and any other error of the disk. */
  async read(): Promise<T | null> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
    try {
      return JSON.parse(text) as T;
    } catch (error) {
      throw new DamagedFile(basename(this.#path), { cause: error });
    }
  }

  /** When this returns, the value is on the disk; when it throws, the file is as it was. */
  write(value: T): Promise<void> {
    return writeWhole(this.#path, `${JSON.stringify(value)}\n`, 0o600);
  }
}

/** Replaces a file as one: when this returns, the content is on the disk; when it throws, the file is as it was. */
export async function writeWhole(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(folder);
}

/** Puts the names in a folder on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  // Some systems cannot open or sync a folder; the rename itself has happened.
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** `ENOENT` and the like; an empty string for an error that has no code. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
