/** The files of a data folder: where a record lies, how it is read, saved, moved away and set aside. */
import { readdir, rename, stat, unlink, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { keepingWords } from '../words/keeping.ts';
import { codeOf, DamagedFile, isTemporary, JsonFile, syncFolder } from './json-file.ts';
import { makeFolder } from './make-folder.ts';
import { checkOrgan, checkRecord, isId, isOrganId } from './record.ts';
import { type Organ, type ReportRecord, StoreError, type StoreErrorCode } from './types.ts';

export class Folder {
  readonly path: string;
  readonly #problems: Bilingual[] = [];

  constructor(path: string) {
    this.path = path;
  }

  /** What was found wrong, oldest first. */
  get problems(): readonly Bilingual[] {
    return this.#problems;
  }

  get lock(): string {
    return join(this.path, 'owner.lock');
  }
  get index(): string {
    return join(this.path, 'index.json');
  }
  get settings(): string {
    return join(this.path, 'settings.json');
  }
  kept(id: string): string {
    return join(this.path, 'reports', `${id}.json`);
  }
  removed(id: string): string {
    return join(this.path, 'removed', `${id}.json`);
  }

  organ(id: string): string {
    return join(this.path, 'organs', `${id}.json`);
  }

  async make(): Promise<void> {
    for (const part of ['reports', 'removed', 'organs']) makeFolder(join(this.path, part));
  }

  /** Deletes what a save left behind when it was cut off. Only the folder's owner may do so. */
  async sweep(): Promise<void> {
    for (const part of ['.', 'reports', 'removed', 'organs']) {
      for (const name of await readdir(join(this.path, part))) {
        if (isTemporary(name)) await unlink(join(this.path, part, name)).catch(() => {});
      }
    }
  }

  async ids(part: 'reports' | 'removed' | 'organs'): Promise<string[]> {
    const names = await readdir(join(this.path, part));
    return names
      .filter(name => name.endsWith('.json'))
      .map(name => name.slice(0, -'.json'.length))
      .filter(part === 'organs' ? isOrganId : isId)
      .sort();
  }

  /** Null where there is no such record, or none that can be used; a damaged one is set aside and told of. */
  read(path: string): Promise<ReportRecord | null> {
    return this.#readChecked(path, checkRecord);
  }

  /** Null as for `read`. */
  readOrgan(path: string): Promise<Organ | null> {
    return this.#readChecked(path, checkOrgan);
  }

  async #readChecked<T extends object>(
    path: string,
    check: (value: unknown, id: string) => T | 'newer' | 'damaged',
  ): Promise<T | null> {
    const low = new Low<unknown>(new JsonFile<unknown>(path), null);
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw this.refusal(error);
      await this.#setAside(path);
      return null;
    }
    if (low.data === null && !(await isThere(path))) return null;
    const record = check(low.data, basename(path, '.json'));
    if (record === 'damaged') {
      await this.#setAside(path);
      return null;
    }
    if (record === 'newer') {
      this.tell(keepingWords.newer, { file: basename(path) });
      return null;
    }
    return record;
  }

  /** Any JSON value of a file; `otherwise` where it is missing or damaged (then it is set aside). */
  async readValue<T>(path: string, otherwise: T, isValue: (value: unknown) => value is T): Promise<T> {
    const low = new Low<unknown>(new JsonFile<unknown>(path), null);
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw this.refusal(error);
    }
    if (isValue(low.data)) return low.data;
    if (await isThere(path)) await this.#setAside(path);
    return otherwise;
  }

  /** @throws StoreError; the file is then as it was. */
  async write(path: string, value: unknown): Promise<void> {
    try {
      await new Low<unknown>(new JsonFile<unknown>(path), value).write();
    } catch (error) {
      throw this.refusal(error);
    }
  }

  /** Moves a record between the kept and the removed; its time becomes `at`. */
  async move(from: string, to: string, at: Date): Promise<void> {
    try {
      await rename(from, to);
      await utimes(to, at, at);
      await syncFolder(dirname(to));
      await syncFolder(dirname(from));
    } catch (error) {
      throw this.refusal(error);
    }
  }

  tell(words: Bilingual, values: Readonly<Record<string, string>>): void {
    this.#problems.push({ zh: fill(words.zh, values), en: fill(words.en, values) });
  }

  /** An error of the disk in words for a person. */
  refusal(error: unknown): StoreError {
    if (error instanceof StoreError) return error;
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return storeError('full', keepingWords.full, {}, error);
    const reason = code || String(error);
    return storeError('unwritable', keepingWords.unwritable, { folder: this.path, reason }, error);
  }

  async #setAside(path: string): Promise<void> {
    let to = `${path}.damaged`;
    for (let again = 2; await isThere(to); again++) to = `${path}.${again}.damaged`;
    try {
      await rename(path, to);
    } catch (error) {
      throw this.refusal(error);
    }
    this.tell(keepingWords.setAside, { file: basename(path), damaged: basename(to) });
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export function storeError(
  code: StoreErrorCode,
  words: Bilingual,
  values: Readonly<Record<string, string | number>>,
  cause?: unknown,
): StoreError {
  return new StoreError(code, { zh: fill(words.zh, values), en: fill(words.en, values) }, cause);
}
