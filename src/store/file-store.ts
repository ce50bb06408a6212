/** Keeps reports in a data folder: one small file a record, a register derived from them, one process at a time. */
import { randomBytes } from 'node:crypto';
import type { Bilingual } from '../words/bilingual.ts';
import { keepingWords } from '../words/keeping.ts';
import { type Manifest, writeBackup } from './backup.ts';
import type { FileMark } from './disk.ts';
import { type Folder, reasonOf, storeError } from './folder.ts';
import { OrganRecords } from './organs.ts';
import type { Control } from './owner.ts';
import { continues, idFrom, isId, isOfYear, rowOf, sameness, samenessOf, textKey, withDraft } from './record.ts';
import { noMark, Register, readIndex, sameMark } from './register.ts';
import { RemovedRows } from './removed.ts';
import { type Restored, stageBackup, takePlace } from './restore.ts';
import type { Store } from './store.ts';
import {
  type NewDraft,
  type Placing,
  type Receipt,
  type RemovedRow,
  type ReportHead,
  type ReportRecord,
  type ReportRow,
  type Settings,
  StoreError,
} from './types.ts';

/** Changes that may wait for their turn; more are refused, so that memory stays bounded. */
const mostWaiting = 1000;

export class FileStore implements Store {
  readonly organs: OrganRecords;
  readonly #folder: Folder;
  readonly #clock: () => Date;
  readonly #indexDelay: number;
  #register = new Register();
  /** The last task of each queue: tasks of one record, of the intake and of the settings follow each other. */
  readonly #queues = new Map<string, Promise<unknown>>();
  #waiting = 0;
  #version = 1;
  #settings: Settings = {};
  readonly #removed: RemovedRows;
  #indexTimer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(folder: Folder, clock: () => Date, indexDelay: number) {
    this.#folder = folder;
    this.#clock = clock;
    this.#indexDelay = indexDelay;
    this.#removed = new RemovedRows(folder);
    this.organs = new OrganRecords(
      folder,
      clock,
      task => {
        this.#mustBeOpen();
        return this.#inTurn('organs', task);
      },
      () => {
        this.#version += 1;
      },
    );
  }

  get problems(): readonly Bilingual[] {
    return this.#folder.problems;
  }

  get version(): number {
    return this.#version + this.problems.length;
  }

  async load(): Promise<void> {
    this.#register = await this.#readRegister();
    await this.organs.load();
    await this.#folder.loadSettings();
    this.#settings = await this.#folder.readSettings();
  }

  /** Rows come from the index where its mark is that of the file, from the record itself otherwise. */
  async #readRegister(): Promise<Register> {
    const folder = this.#folder;
    const register = new Register();
    const indexed = await readIndex(folder.index, folder.disk);
    const ids = await folder.ids('reports');
    let changed = indexed.size !== ids.length;
    const marks = await Promise.all(ids.map(id => folder.disk.mark(folder.kept(id)).catch(() => noMark)));
    for (const [order, id] of ids.entries()) {
      const mark = marks[order] ?? noMark;
      const marked = indexed.get(id);
      if (marked !== undefined && sameMark(marked.mark, mark)) {
        register.set(marked.row, mark);
        continue;
      }
      changed = true;
      try {
        const loaded = await folder.loadReport(folder.kept(id));
        if (loaded !== null) register.set(rowOf(loaded.record), await this.#markOf(id, loaded.isOld));
      } catch (error) {
        folder.tell(keepingWords.unreadable, { file: `${id}.json`, reason: reasonOf(error) });
      }
    }
    if (changed) this.#saveIndexSoon();
    return register;
  }

  /** Says in the lock where this process takes orders. */
  async tell(control: Control): Promise<void> {
    await this.#folder.lock?.tell(control);
  }

  /**
   * All that the folder holds as one zip, as of one instant, handed on piece by piece; work goes on meanwhile.
   * @throws StoreError, and what `put` throws
   */
  backup(version: string, put: (piece: Uint8Array) => Promise<void>): Promise<Manifest> {
    this.#mustBeOpen();
    return writeBackup(this.#folder, { version, at: this.#clock() }, put);
  }

  /**
   * Puts the records of a backup in the place of those that are here, which are kept under `replaced`. Changes that were
   * begun before are refused as `replaced`.
   * @throws StoreError; nothing has changed then, but for `unsure`
   */
  async restoreFrom(zipFile: string): Promise<Restored> {
    this.#mustBeOpen();
    const staged = await stageBackup(this.#folder, zipFile);
    return this.#folder.still(async () => {
      try {
        const replaced = await takePlace(this.#folder, staged, this.#clock());
        return { reports: staged.reports, organs: staged.organs, at: staged.manifest.at, replaced };
      } catch (error) {
        throw this.#folder.refusal(error);
      } finally {
        this.#folder.beginAnew();
        await this.load();
        this.#removed.forget();
        this.#version += 1;
        this.#saveIndexSoon();
      }
    });
  }

  async list(): Promise<readonly ReportRow[]> {
    this.#mustBeOpen();
    return this.#register.list();
  }

  row(id: string): ReportRow | null {
    return this.#register.get(id);
  }

  async get(id: string): Promise<ReportRecord | null> {
    this.#mustBeOpen();
    if (this.#register.get(id) === null) return null;
    const record = await this.#folder.read(this.#folder.kept(id));
    if (record === null) this.#forget(id);
    return record;
  }

  create(head: ReportHead, draft: NewDraft): Promise<ReportRecord> {
    return this.#createFor(null, head, draft);
  }

  async #createFor(organ: string | null, head: ReportHead, draft: NewDraft): Promise<ReportRecord> {
    this.#mustBeOpen();
    const now = this.#clock().toISOString();
    const id = await this.#newId();
    const { title, subject, issuer, level, year, ruleSetId } = head;
    const empty = { schema: 2, id, revision: 1, title, subject, issuer, level, year, ruleSetId } as const;
    const placed = organ === null ? {} : { organ };
    const record = withDraft({ ...empty, createdAt: now, updatedAt: now, ...placed, drafts: [] }, head, draft, now);
    return this.#inTurn(id, () => this.#save(record));
  }

  async update(id: string, change: (record: ReportRecord) => ReportRecord): Promise<ReportRecord> {
    this.#mustBeOpen();
    return this.#inTurn(id, async () => {
      const { life } = this.#folder;
      const record = await this.get(id);
      if (record === null) throw notFound(id);
      const { createdAt } = record;
      const changed = change(record);
      if (!continues(record.rulings ?? [], changed.rulings ?? []))
        throw storeError('history', keepingWords.historyChanged, { id });
      const revision = record.revision + 1;
      const updatedAt = this.#clock().toISOString();
      return this.#save({ ...changed, schema: 2, id, revision, createdAt, updatedAt }, life);
    });
  }

  async receive(
    head: ReportHead,
    draft: NewDraft,
    placing?: Placing,
    finish: (record: ReportRecord, n: number) => ReportRecord = record => record,
  ): Promise<Receipt> {
    this.#mustBeOpen();
    return this.#inTurn('intake', async () => {
      const there = await this.findText(head.ruleSetId, draft.source.text);
      if (there !== null) return { ...there, outcome: 'already-there' };
      const same =
        placing === undefined
          ? await this.findSame(head.ruleSetId, head.issuer ?? head.subject, head.year)
          : this.#register.newest(row => isOfYear(row, head) && placing.isEarlier(row));
      const organ = placing?.organ ?? null;
      if (same === null) return { id: (await this.#createFor(organ, head, draft)).id, n: 1, outcome: 'created' };
      const receivedAt = this.#clock().toISOString();
      const record = await this.update(same.id, kept => {
        const grown = { ...withDraft(kept, head, draft, receivedAt), ...(organ !== null && { organ }) };
        return finish(grown, grown.drafts.at(-1)?.n ?? 1);
      });
      return { id: record.id, n: record.drafts.at(-1)?.n ?? 1, outcome: 'next-draft' };
    });
  }

  async findSame(ruleSetId: string, body: string | null, year: number | null): Promise<ReportRow | null> {
    this.#mustBeOpen();
    const wanted = sameness(ruleSetId, body, year);
    if (wanted === null) return null;
    return this.#register.newest(row => row.year === year && samenessOf(row) === wanted);
  }

  async findText(ruleSetId: string, text: string): Promise<{ readonly id: string; readonly n: number } | null> {
    this.#mustBeOpen();
    return this.#register.findText(ruleSetId, textKey(text));
  }

  async remove(id: string): Promise<void> {
    this.#mustBeOpen();
    await this.#inTurn(id, async () => {
      const row = this.#register.get(id);
      if (row === null) throw notFound(id);
      const at = await this.#move(id, this.#folder.kept(id), this.#folder.removed(id));
      this.#forget(id);
      this.#removed.add(row, at);
    });
  }

  async restore(id: string): Promise<ReportRecord> {
    this.#mustBeOpen();
    return this.#inTurn(id, async () => {
      const isRemoved = isId(id) && this.#register.get(id) === null;
      const loaded = isRemoved ? await this.#folder.loadReport(this.#folder.removed(id)) : null;
      if (loaded === null) throw notFound(id);
      await this.#move(id, this.#folder.removed(id), this.#folder.kept(id));
      await this.#remember(loaded.record, loaded.isOld);
      this.#removed.delete(id);
      return loaded.record;
    });
  }

  /** Gives the time that the record bears from now on. */
  async #move(id: string, from: string, to: string): Promise<Date> {
    const { life } = this.#folder;
    const at = this.#clock();
    try {
      await this.#folder.move(from, to, at, life);
      return at;
    } catch (error) {
      await this.#lookAgain(id, error);
      this.#removed.forget();
      throw error;
    } finally {
      this.#version += 1;
    }
  }

  async listRemoved(): Promise<readonly RemovedRow[]> {
    this.#mustBeOpen();
    return this.#removed.list();
  }

  async settings(): Promise<Settings> {
    this.#mustBeOpen();
    return this.#settings;
  }

  async updateSettings(change: (settings: Settings) => Settings): Promise<Settings> {
    this.#mustBeOpen();
    return this.#inTurn('settings', async () => {
      const { life } = this.#folder;
      const settings = change(this.#settings);
      try {
        await this.#folder.writeSettings(settings, life);
        this.#settings = settings;
      } catch (error) {
        if (isUnsure(error)) this.#settings = await this.#folder.readSettings().catch(() => this.#settings);
        throw error;
      } finally {
        this.#version += 1;
      }
      return settings;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    while (this.#queues.size > 0) await Promise.allSettled([...this.#queues.values()]);
    this.#closed = true;
    if (this.#indexTimer !== null) await this.#saveIndex();
    await this.#folder.lock?.letGo();
  }

  #mustBeOpen(): void {
    if (this.#closed) throw storeError('closed', keepingWords.closed, {});
  }

  /** Runs `task` after all tasks of the same queue that were asked for before. */
  async #inTurn<T>(queue: string, task: () => Promise<T>): Promise<T> {
    if (this.#waiting >= mostWaiting) throw storeError('busy', keepingWords.busy, {});
    this.#waiting += 1;
    const before = this.#queues.get(queue) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.then(
      () => {},
      () => {},
    );
    this.#queues.set(queue, settled);
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
      if (this.#queues.get(queue) === settled) this.#queues.delete(queue);
    }
  }

  async #save(record: ReportRecord, life = this.#folder.life): Promise<ReportRecord> {
    try {
      await this.#folder.write(this.#folder.kept(record.id), record, life);
    } catch (error) {
      await this.#lookAgain(record.id, error);
      throw error;
    }
    // A backup may have taken the place of what was just saved.
    if (this.#folder.life === life) await this.#remember(record);
    return record;
  }

  /** After a save of which nobody knows whether it holds, the register says what the disk says. */
  async #lookAgain(id: string, error: unknown): Promise<void> {
    if (!isUnsure(error)) return;
    const record = await this.#folder.read(this.#folder.kept(id)).catch(() => null);
    if (record === null) this.#forget(id);
    else await this.#remember(record);
  }

  /** Without its mark a record is read again at the next start. */
  async #markOf(id: string, readAgain: boolean): Promise<FileMark> {
    return readAgain ? noMark : this.#folder.disk.mark(this.#folder.kept(id)).catch(() => noMark);
  }

  async #remember(record: ReportRecord, readAgain = false): Promise<void> {
    const register = this.#register;
    register.set(rowOf(record), await this.#markOf(record.id, readAgain));
    this.#version += 1;
    this.#saveIndexSoon();
  }

  #forget(id: string): void {
    this.#register.delete(id);
    this.#version += 1;
    this.#saveIndexSoon();
  }

  /** Neither a kept nor a removed report has it. */
  async #newId(): Promise<string> {
    for (;;) {
      const id = idFrom(randomBytes(5));
      if (this.#register.get(id) !== null || this.#queues.has(id)) continue;
      if (await this.#folder.isThere(this.#folder.kept(id))) continue;
      if (!(await this.#folder.isThere(this.#folder.removed(id)))) return id;
    }
  }

  #saveIndexSoon(): void {
    if (this.#indexTimer !== null || this.#closed) return;
    this.#indexTimer = setTimeout(() => void this.#saveIndex(), this.#indexDelay);
    // A command that forgets to close the store still ends; the index is rebuilt.
    this.#indexTimer.unref();
  }

  async #saveIndex(): Promise<void> {
    if (this.#indexTimer !== null) clearTimeout(this.#indexTimer);
    this.#indexTimer = null;
    try {
      await this.#inTurn('index', () => this.#register.save(this.#folder.index, this.#folder.disk));
      this.#folder.takeBack(keepingWords.indexNotSaved);
    } catch (error) {
      this.#folder.tell(keepingWords.indexNotSaved, { reason: reasonOf(error) });
    }
  }
}

const isUnsure = (error: unknown): boolean => error instanceof StoreError && error.code === 'unsure';

function notFound(id: string): StoreError {
  return storeError('not-found', keepingWords.notFound, { id });
}
