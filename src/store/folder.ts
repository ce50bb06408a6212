/** The files of a data folder: where a record lies, how it is read, saved, moved away and set aside. */
import { basename, dirname, join, relative } from 'node:path';
import { Low } from 'lowdb';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { keepingWords } from '../words/keeping.ts';
import { isObject } from './checks.ts';
import { codeOf } from './codes.ts';
import type { Disk } from './disk.ts';
import { DamagedFile, isTemporary, JsonFile, jsonIn, settle, Unsettled, writeWhole } from './json-file.ts';
import type { Lock } from './owner.ts';
import { checkOrgan, checkRecord, isId, isOrganId } from './record.ts';
import { type Organ, type ReportRecord, type Settings, StoreError, type StoreErrorCode } from './types.ts';
import { type FileKind, forward, versions } from './versions.ts';

/** Folders of records within the data folder. */
export const recordFolders = ['reports', 'removed', 'organs'] as const;
export type RecordFolder = (typeof recordFolders)[number];

/** What a file holds in the form of today, and whether the file itself has another. */
interface Found<T> {
  readonly value: T;
  /** The version that the file has, or that an editor put a byte order mark before it; null where it is as it should be. */
  readonly old: number | 'marked' | null;
}

type Check<T> = (value: Readonly<Record<string, unknown>>, id: string) => T | null;

export class Folder {
  readonly path: string;
  readonly disk: Disk;
  /** Set once the folder is owned. */
  lock: Lock | null = null;
  #problems: Bilingual[] = [];
  /** Files that could not be brought forward yet. */
  readonly #stillOld = new Set<string>();
  /** Grows when a backup takes the place of the records: what was made from earlier ones is no longer written. */
  #life = 1;
  #changes = 0;
  /** Called when no change is under way any more. */
  #quiet: (() => void) | null = null;
  /** While it is there, no change begins. */
  #stillness: Promise<void> | null = null;

  constructor(path: string, disk: Disk) {
    this.path = path;
    this.disk = disk;
  }

  /** What was found wrong, oldest first. */
  get problems(): readonly Bilingual[] {
    return this.#problems;
  }
  get life(): number {
    return this.#life;
  }

  get lockFile(): string {
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
    for (const part of recordFolders) await this.disk.makeFolder(join(this.path, part));
    // The names of new folders are put on the disk too, where the system lets us.
    for (const path of [this.path, dirname(this.path)]) await this.disk.syncFolder(path).catch(() => {});
  }

  /** Deletes what a save left behind when it was cut off. Only the folder's owner may do so. */
  async sweep(): Promise<void> {
    for (const part of ['.', ...recordFolders]) {
      for (const name of await this.disk.names(join(this.path, part))) {
        if (isTemporary(name)) await this.disk.removeFolder(join(this.path, part, name)).catch(() => {});
      }
    }
  }

  /** A move that a power cut broke off may leave a record in both places: it then stays where it can be worked with. */
  async finishMoves(): Promise<void> {
    for (const name of await this.disk.names(join(this.path, 'removed'))) {
      const removed = join(this.path, 'removed', name);
      const kept = join(this.path, name.startsWith('o-') ? 'organs' : 'reports', name);
      if (!(await this.isThere(kept))) continue;
      const [one, other] = [await this.disk.read(removed), await this.disk.read(kept)];
      if (Buffer.compare(one, other) === 0) await this.disk.remove(removed);
    }
  }

  async ids(part: RecordFolder): Promise<string[]> {
    const names = await this.disk.names(join(this.path, part));
    return names
      .filter(name => name.endsWith('.json'))
      .map(name => name.slice(0, -'.json'.length))
      .filter(part === 'organs' ? isOrganId : isId)
      .sort();
  }

  async isThere(path: string): Promise<boolean> {
    return this.disk.mark(path).then(
      () => true,
      () => false,
    );
  }

  /** Null where there is no such record, or none that can be used; a damaged one is set aside and told of. */
  async read(path: string): Promise<ReportRecord | null> {
    return (await this.#find(path, 'report', checkRecord))?.value ?? null;
  }

  /** As `read`; a file of an earlier version, or one that an editor has marked, is written anew and a copy of it kept; `isOld` where that failed. */
  async loadReport(path: string): Promise<{ readonly record: ReportRecord; readonly isOld: boolean } | null> {
    const record = await this.#load(path, 'report', checkRecord);
    return record === null ? null : { record, isOld: this.#stillOld.has(path) };
  }

  /** As `loadReport`. */
  loadOrgan(path: string): Promise<Organ | null> {
    return this.#load(path, 'organ', checkOrgan);
  }

  async #load<T extends object>(path: string, kind: FileKind, check: Check<T>): Promise<T | null> {
    const found = await this.#find(path, kind, check);
    if (found === null || found.old === null) return found?.value ?? null;
    const file = basename(path);
    try {
      await this.#keepCopy(path, found.old);
      await this.write(path, found.value);
    } catch (error) {
      // It can be used all the same; the next start tries again.
      this.#stillOld.add(path);
      this.tell(keepingWords.notBroughtForward, { file, reason: reasonOf(error) });
    }
    return found.value;
  }

  /** An older file as it was, or the one that bore a mark. */
  async #keepCopy(path: string, old: number | 'marked'): Promise<void> {
    const bytes = await this.disk.read(path);
    if (old === 'marked') {
      const damaged = await this.#nameAside(path);
      await writeWhole(this.disk, damaged, bytes, 0o600);
      this.tell(keepingWords.markedFile, { file: basename(path), damaged: basename(damaged) });
      return;
    }
    const to = join(this.path, 'older', relative(this.path, path).replace(/\.json$/, `.schema-${old}.json`));
    await this.disk.makeFolder(dirname(to));
    await writeWhole(this.disk, to, bytes, 0o600);
  }

  async #find<T extends object>(path: string, kind: FileKind, check: Check<T>): Promise<Found<T> | null> {
    const file = new JsonFile<unknown>(path, this.disk);
    const low = new Low<unknown>(file, null);
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw this.refusal(error);
      await this.#setAside(path);
      return null;
    }
    if (low.data === null && !(await this.isThere(path))) {
      if (await this.disk.isFolder(this.path)) return null;
      throw this.#gone(this.path);
    }
    const found = forward(kind, low.data);
    if (found === 'newer') {
      this.tell(keepingWords.newer, { file: basename(path) });
      return null;
    }
    const value = found === 'damaged' ? null : check(found.value, basename(path, '.json'));
    if (found === 'damaged' || value === null) {
      await this.#setAside(path);
      return null;
    }
    const isOlder = found.from !== versions[kind].current;
    return { value, old: isOlder ? found.from : file.marked ? 'marked' : null };
  }

  /** The choices of the office; none where the file is missing or damaged (then it is set aside). @throws StoreError `newer` */
  async readSettings(): Promise<Settings> {
    return (await this.#findSettings())?.value.settings ?? {};
  }

  /** As `readSettings`, and brings the file forward. A file of a later version is told of. */
  async loadSettings(): Promise<void> {
    try {
      await this.#load(this.settings, 'settings', checkSettings);
    } catch (error) {
      this.tell(keepingWords.unreadable, { file: basename(this.settings), reason: reasonOf(error) });
    }
  }

  /** @throws StoreError `newer` where a later program wrote the file; it is left as it is */
  async writeSettings(settings: Settings, life: number): Promise<void> {
    const found = await this.disk.read(this.settings).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw this.refusal(error);
    });
    if (found !== null && forward('settings', jsonIn(found)) === 'newer')
      throw storeError('newer', keepingWords.newer, { file: basename(this.settings) });
    await this.write(this.settings, { schema: versions.settings.current, settings }, life);
  }

  #findSettings(): Promise<Found<{ readonly settings: Settings }> | null> {
    return this.#find(this.settings, 'settings', checkSettings);
  }

  /**
   * @param life of the folder when that was read from which the value was made
   * @throws StoreError; the file is then as it was, but for `unsure`
   */
  async write(path: string, value: unknown, life = this.#life): Promise<void> {
    await this.#change(life, () => new Low<unknown>(new JsonFile<unknown>(path, this.disk), value).write());
  }

  /** Moves a record between the kept and the removed; its time becomes `at`. */
  async move(from: string, to: string, at: Date, life = this.#life): Promise<void> {
    await this.#change(life, async () => {
      await this.disk.setTime(from, at);
      await this.disk.rename(from, to);
      await settle(this.disk, dirname(to));
      await settle(this.disk, dirname(from));
    });
  }

  async #change(life: number, task: () => Promise<void>): Promise<void> {
    while (this.#stillness !== null) await this.#stillness;
    if (life !== this.#life) throw storeError('replaced', keepingWords.replaced, {});
    this.#changes += 1;
    try {
      if (this.lock !== null && !(await this.lock.holds()))
        throw storeError('lost', keepingWords.lost, { folder: this.path });
      await task();
    } catch (error) {
      const missing = codeOf(error) === 'ENOENT' ? await this.#missing() : null;
      throw missing === null ? this.refusal(error) : this.#gone(missing, error);
    } finally {
      this.#changes -= 1;
      if (this.#changes === 0) this.#quiet?.();
    }
  }

  /** Runs `work` while no file of a record changes: those that are being written are finished first, others wait. */
  async still<T>(work: () => Promise<T>): Promise<T> {
    while (this.#stillness !== null) await this.#stillness;
    let over = () => {};
    this.#stillness = new Promise(done => {
      over = done;
    });
    try {
      if (this.#changes > 0)
        await new Promise<void>(done => {
          this.#quiet = done;
        });
      this.#quiet = null;
      return await work();
    } finally {
      this.#stillness = null;
      over();
    }
  }

  /** From now on, what was made from records read before is not written any more. */
  beginAnew(): void {
    this.#life += 1;
  }

  /** Said once however often it happens. */
  tell(words: Bilingual, values: Readonly<Record<string, string>>): void {
    const told = fillBoth(words, values);
    if (!this.#problems.some(known => known.en === told.en)) this.#problems.push(told);
  }

  /** What is no longer so is not said any longer. */
  takeBack(words: Bilingual): void {
    const beginning = words.en.split('{')[0] ?? '';
    this.#problems = this.#problems.filter(({ en }) => !en.startsWith(beginning));
  }

  /** An error of the disk in words for a person. */
  refusal(error: unknown): StoreError {
    if (error instanceof StoreError) return error;
    if (error instanceof Unsettled)
      return storeError('unsure', keepingWords.unsure, { reason: reasonOf(error.cause) }, error.cause);
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return storeError('full', keepingWords.full, {}, error);
    const words = code === 'EROFS' ? keepingWords.readOnly : keepingWords.unwritable;
    return storeError('unwritable', words, { folder: this.path, reason: reasonOf(error) }, error);
  }

  /** The folder, or a part of it, that somebody has deleted or renamed, or whose drive is gone; null where all are there. */
  async #missing(): Promise<string | null> {
    for (const path of [this.path, ...recordFolders.map(part => join(this.path, part))]) {
      if (!(await this.disk.isFolder(path))) return path;
    }
    return null;
  }

  #gone(folder: string, cause?: unknown): StoreError {
    return storeError('gone', keepingWords.gone, { folder }, cause);
  }

  async #nameAside(path: string): Promise<string> {
    let to = `${path}.damaged`;
    for (let again = 2; await this.isThere(to); again++) to = `${path}.${again}.damaged`;
    return to;
  }

  async #setAside(path: string): Promise<void> {
    const to = await this.#nameAside(path);
    try {
      await this.disk.rename(path, to);
    } catch (error) {
      throw this.refusal(error);
    }
    this.tell(keepingWords.setAside, { file: basename(path), damaged: basename(to) });
  }
}

function checkSettings(value: Readonly<Record<string, unknown>>): { readonly settings: Settings } | null {
  return isObject(value.settings) ? { ...value, settings: value.settings } : null;
}

/** The code of the disk's error. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof StoreError || error instanceof Unsettled ? error.cause : error;
  return codeOf(cause) || String(cause ?? error);
}

export function storeError(
  code: StoreErrorCode,
  words: Bilingual,
  values: Readonly<Record<string, string | number>>,
  cause?: unknown,
): StoreError {
  return new StoreError(code, fillBoth(words, values), cause);
}
