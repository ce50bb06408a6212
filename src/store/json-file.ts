/** One file that survives a power cut whole: the old content or the new one. lowdb reads and writes a record through it. */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { codeOf } from './codes.ts';
import type { Disk } from './disk.ts';

/** The file is there, but holds no JSON value. */
export class DamagedFile extends Error {}

/** The file has its new content, but the disk would not promise to keep its name: after a power cut it may be the old one. */
export class Unsettled extends Error {}

/** Temporary files are named so that a start can tell them from records. */
export const isTemporary = (name: string): boolean => name.startsWith('.') && name.endsWith('.tmp');

/** A name for something unfinished beside `path`. */
export const besides = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);

/** The value of a file's JSON, also behind a byte order mark; null where it holds none. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    return null;
  }
}

export class JsonFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #disk: Disk;
  #marked = false;

  constructor(path: string, disk: Disk) {
    this.#path = path;
    this.#disk = disk;
  }

  /** The text began with a byte order mark, as some editors write it; the value was read without. */
  get marked(): boolean {
    return this.#marked;
  }

  /** The value, or null where there is no file. Throws DamagedFile, and any other error of the disk. */
  async read(): Promise<T | null> {
    let text: string;
    try {
      text = Buffer.from(await this.#disk.read(this.#path)).toString('utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
    this.#marked = text.startsWith('\uFEFF');
    try {
      return JSON.parse(this.#marked ? text.slice(1) : text) as T;
    } catch (error) {
      throw new DamagedFile(basename(this.#path), { cause: error });
    }
  }

  /** When this returns, the value is on the disk; when it throws, the file is as it was. */
  write(value: T): Promise<void> {
    return writeWhole(this.#disk, this.#path, `${JSON.stringify(value)}\n`, 0o600);
  }
}

/**
 * Replaces a file as one: when this returns, the content is on the disk; when it throws, the file is as it was and nothing
 * is left beside it. Throws Unsettled where the content has been replaced, but may not outlive a power cut.
 */
export async function writeWhole(disk: Disk, path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const temporary = besides(path);
  try {
    await writeNew(disk, temporary, content, mode);
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary).catch(() => {});
    throw error;
  }
  await settle(disk, dirname(path));
}

/** A new file whose content is on the disk; its name is not yet. */
export async function writeNew(disk: Disk, path: string, content: string | Uint8Array, mode: number): Promise<void> {
  let left = typeof content === 'string' ? Buffer.from(content) : content;
  const file = await disk.create(path, mode);
  try {
    while (left.length > 0) {
      const taken = await file.write(left);
      if (taken === 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' });
      left = left.subarray(taken);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts the names in a folder on the disk. Throws Unsettled. */
export async function settle(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.syncFolder(folder);
  } catch (error) {
    throw new Unsettled(folder, { cause: error });
  }
}
