/** Keeps reports in a data folder: one small file a record, a register derived from them, one process at a time. */
import { randomBytes } from 'node:crypto';
import type { Bilingual } from '../words/bilingual.ts';
import { keepingWords } from '../words/keeping.ts';
import { Folder, storeError } from './folder.ts';
import { codeOf } from './json-file.ts';
import { OrganRecords, type Organs } from './organs.ts';
import { Owned, own } from './owner.ts';
import { idFrom, isId, isObject, rowOf, sameness, samenessOf, textKey, withDraft } from './record.ts';
import { type MarkedRow, markOf, readIndex, sameMark, writeIndex } from './register.ts';
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

export interface StoreOptions {
  readonly clock: () => Date;
  /** How long the index file waits for more changes; milliseconds. */
  readonly indexDelay?: number;
}

/** Every promise may be rejected with a StoreError, and then nothing has changed. */
export interface Store {
  /** The register, newest change first. */
  list(): Promise<readonly ReportRow[]>;
  /** Null where there is no such report, or its file is damaged. */
  get(id: string): Promise<ReportRecord | null>;
  /** A new report with its first draft. */
  create(head: ReportHead, draft: NewDraft): Promise<ReportRecord>;
  /** Saves what `change` makes of the record; changes of one record follow each other. A history of rulings can only grow. */
  update(id: string, change: (record: ReportRecord) => ReportRecord): Promise<ReportRecord>;
  /**
   * Takes a file in: one that is there already (same rule set, same text) is recognised, the next draft of a report
   * (see `findSame`, or as `placing` says) joins it, anything else becomes a report of its own.
   */
  receive(head: ReportHead, draft: NewDraft, placing?: Placing): Promise<Receipt>;
  /** The report of this body (issuer, or else subject) and year under a rule set; null where body or year is unknown. */
  findSame(ruleSetId: string, body: string | null, year: number | null): Promise<ReportRow | null>;
  /** Where this text is kept, whatever file it came in. */
  findText(ruleSetId: string, text: string): Promise<{ readonly id: string; readonly n: number } | null>;
  /** Moves a report to the removed ones. */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<ReportRecord>;
  /** Last removed first. */
  listRemoved(): Promise<readonly RemovedRow[]>;
  /** The roster of bodies that must report. */
  readonly organs: Organs;
  settings(): Promise<Settings>;
  updateSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Waits for what is under way, saves the index, lets the folder go. */
  close(): Promise<void>;
  /** What was found wrong in the folder since it was opened. */
  readonly problems: readonly Bilingual[];
}

/**
 * Opens a data folder, makes it where there is none, and brings the register up to date with the records.
 * @throws StoreError `unwritable`, `full`, or `locked` while another process has it open
 */
export async function openStore(path: string, options: StoreOptions): Promise<Store> {
  const folder = new Folder(path);
  let letGo: (() => Promise<void>) | null = null;
  try {
    await folder.make();
    letGo = await own(folder.lock);
    await folder.sweep();
    const store = new FileStore(folder, options, letGo);
    await store.load();
    await store.organs.load();
    return store;
  } catch (error) {
    await letGo?.().catch(() => {});
    if (error instanceof Owned) throw storeError('locked', keepingWords.locked, { folder: path, pid: error.pid });
    throw folder.refusal(error);
  }
}

class FileStore implements Store {
  readonly #folder: Folder;
  readonly #clock: () => Date;
  readonly #indexDelay: number;
  readonly #letGo: () => Promise<void>;
  readonly #rows = new Map<string, MarkedRow>();
  /** The last task of each queue: tasks of one record, of the intake and of the settings follow each other. */
  readonly #queues = new Map<string, Promise<unknown>>();
  /** Null until it is asked for, and after a change. */
  #removed: Promise<readonly RemovedRow[]> | null = null;
  #indexTimer: NodeJS.Timeout | null = null;
  #closed = false;
  readonly organs: OrganRecords;

  constructor(folder: Folder, options: StoreOptions, letGo: () => Promise<void>) {
    this.#folder = folder;
    this.#clock = options.clock;
    this.#indexDelay = options.indexDelay ?? 1000;
    this.#letGo = letGo;
    this.organs = new OrganRecords(folder, options.clock, task => {
      this.#mustBeOpen();
      return this.#inTurn('organs', task);
    });
  }

  get problems(): readonly Bilingual[] {
    return this.#folder.problems;
  }

  /** Rows come from the index where its mark is that of the file, from the record itself otherwise. */
  async load(): Promise<void> {
    const indexed = await readIndex(this.#folder.index);
    const ids = await this.#folder.ids('reports');
    let changed = indexed.size !== ids.length;
    const marks = await Promise.all(ids.map(id => markOf(this.#folder.kept(id))));
    for (const [order, id] of ids.entries()) {
      const mark = marks[order];
      const marked = indexed.get(id);
      if (mark === undefined) continue;
      if (marked !== undefined && sameMark(marked.mark, mark)) {
        this.#rows.set(id, marked);
        continue;
      }
      changed = true;
      try {
        const record = await this.#folder.read(this.#folder.kept(id));
        if (record !== null) this.#rows.set(id, { row: rowOf(record), mark });
      } catch (error) {
        this.#folder.tell(keepingWords.unreadable, { file: `${id}.json`, reason: reasonOf(error) });
      }
    }
    if (changed) this.#saveIndexSoon();
  }

  async list(): Promise<readonly ReportRow[]> {
    this.#mustBeOpen();
    const rows = [...this.#rows.values()].map(({ row }) => row);
    return rows.sort((one, other) => compare(other.updatedAt, one.updatedAt) || compare(one.id, other.id));
  }

  async get(id: string): Promise<ReportRecord | null> {
    this.#mustBeOpen();
    if (!this.#rows.has(id)) return null;
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
    const empty = {
      schema: 1,
      id,
      title,
      subject,
      issuer,
      level,
      year,
      ruleSetId,
      createdAt: now,
      updatedAt: now,
    } as const;
    const placed = organ === null ? {} : { organ };
    const record = withDraft({ ...empty, ...placed, drafts: [] }, head, draft, now);
    return this.#inTurn(id, () => this.#save(record));
  }

  async update(id: string, change: (record: ReportRecord) => ReportRecord): Promise<ReportRecord> {
    this.#mustBeOpen();
    return this.#inTurn(id, async () => {
      const record = await this.get(id);
      if (record === null) throw notFound(id);
      const { createdAt } = record;
      const changed = change(record);
      if (!continues(record.rulings ?? [], changed.rulings ?? []))
        throw storeError('history', keepingWords.historyChanged, { id });
      return this.#save({ ...changed, schema: 1, id, createdAt, updatedAt: this.#clock().toISOString() });
    });
  }

  async receive(head: ReportHead, draft: NewDraft, placing?: Placing): Promise<Receipt> {
    this.#mustBeOpen();
    return this.#inTurn('intake', async () => {
      const there = await this.findText(head.ruleSetId, draft.source.text);
      if (there !== null) return { ...there, outcome: 'already-there' };
      const same =
        placing === undefined
          ? await this.findSame(head.ruleSetId, head.issuer ?? head.subject, head.year)
          : this.#newest(row => isOfYear(row, head) && placing.isEarlier(row));
      const organ = placing?.organ ?? null;
      if (same !== null) {
        const receivedAt = this.#clock().toISOString();
        const record = await this.update(same.id, kept => ({
          ...withDraft(kept, head, draft, receivedAt),
          ...(organ !== null && { organ }),
        }));
        return { id: record.id, n: record.drafts.at(-1)?.n ?? 1, outcome: 'next-draft' };
      }
      return { id: (await this.#createFor(organ, head, draft)).id, n: 1, outcome: 'created' };
    });
  }

  async findSame(ruleSetId: string, body: string | null, year: number | null): Promise<ReportRow | null> {
    this.#mustBeOpen();
    const wanted = sameness(ruleSetId, body, year);
    if (wanted === null) return null;
    return this.#newest(row => row.year === year && samenessOf(row) === wanted);
  }

  /** The row of this kind that was changed last. */
  #newest(isWanted: (row: ReportRow) => boolean): ReportRow | null {
    let newest: ReportRow | null = null;
    for (const { row } of this.#rows.values()) {
      const later = newest === null || row.updatedAt > newest.updatedAt;
      if (later && isWanted(row)) newest = row;
    }
    return newest;
  }

  async findText(ruleSetId: string, text: string): Promise<{ readonly id: string; readonly n: number } | null> {
    this.#mustBeOpen();
    const key = textKey(text);
    for (const { row } of this.#rows.values()) {
      const draft = row.ruleSetId === ruleSetId ? row.drafts.find(each => each.textKey === key) : undefined;
      if (draft !== undefined) return { id: row.id, n: draft.n };
    }
    return null;
  }

  async remove(id: string): Promise<void> {
    this.#mustBeOpen();
    await this.#inTurn(id, async () => {
      if (!this.#rows.has(id)) throw notFound(id);
      await this.#folder.move(this.#folder.kept(id), this.#folder.removed(id), this.#clock());
      this.#removed = null;
      this.#forget(id);
    });
  }

  async restore(id: string): Promise<ReportRecord> {
    this.#mustBeOpen();
    return this.#inTurn(id, async () => {
      const record = isId(id) && !this.#rows.has(id) ? await this.#folder.read(this.#folder.removed(id)) : null;
      if (record === null) throw notFound(id);
      await this.#folder.move(this.#folder.removed(id), this.#folder.kept(id), this.#clock());
      this.#removed = null;
      await this.#remember(record);
      return record;
    });
  }

  async listRemoved(): Promise<readonly RemovedRow[]> {
    this.#mustBeOpen();
    this.#removed ??= this.#readRemoved();
    return this.#removed;
  }

  async settings(): Promise<Settings> {
    this.#mustBeOpen();
    return this.#folder.readValue<Settings>(this.#folder.settings, {}, isObject);
  }

  async updateSettings(change: (settings: Settings) => Settings): Promise<Settings> {
    this.#mustBeOpen();
    return this.#inTurn('settings', async () => {
      const settings = change(await this.settings());
      await this.#folder.write(this.#folder.settings, settings);
      return settings;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    while (this.#queues.size > 0) await Promise.allSettled([...this.#queues.values()]);
    this.#closed = true;
    if (this.#indexTimer !== null) await this.#saveIndex();
    await this.#letGo();
  }

  async #readRemoved(): Promise<readonly RemovedRow[]> {
    const found: RemovedRow[] = [];
    for (const id of await this.#folder.ids('removed')) {
      const record = await this.#folder.read(this.#folder.removed(id));
      if (record === null) continue;
      const { modified } = await markOf(this.#folder.removed(id));
      found.push({ row: rowOf(record), removedAt: new Date(modified).toISOString() });
    }
    return found.sort((one, other) => compare(other.removedAt, one.removedAt));
  }

  #mustBeOpen(): void {
    if (this.#closed) throw storeError('closed', keepingWords.closed, {});
  }

  /** Runs `task` after all tasks of the same queue that were asked for before. */
  async #inTurn<T>(queue: string, task: () => Promise<T>): Promise<T> {
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
      if (this.#queues.get(queue) === settled) this.#queues.delete(queue);
    }
  }

  async #save(record: ReportRecord): Promise<ReportRecord> {
    await this.#folder.write(this.#folder.kept(record.id), record);
    await this.#remember(record);
    return record;
  }

  async #remember(record: ReportRecord): Promise<void> {
    const mark = await markOf(this.#folder.kept(record.id));
    this.#rows.set(record.id, { row: rowOf(record), mark });
    this.#saveIndexSoon();
  }

  #forget(id: string): void {
    this.#rows.delete(id);
    this.#saveIndexSoon();
  }

  /** Neither a kept nor a removed report has it. */
  async #newId(): Promise<string> {
    const removed = new Set(await this.#folder.ids('removed'));
    for (;;) {
      const id = idFrom(randomBytes(5));
      if (!this.#rows.has(id) && !this.#queues.has(id) && !removed.has(id)) return id;
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
      await this.#inTurn('index', () => writeIndex(this.#folder.index, [...this.#rows.values()]));
    } catch (error) {
      this.#folder.tell(keepingWords.indexNotSaved, { reason: reasonOf(error) });
    }
  }
}

/** True where nothing of what was recorded is taken away or altered. */
function continues(recorded: readonly unknown[], now: readonly unknown[]): boolean {
  return recorded.every((entry, i) => JSON.stringify(entry) === JSON.stringify(now[i]));
}

const isOfYear = (row: ReportRow, head: ReportHead): boolean =>
  head.year !== null && row.year === head.year && row.ruleSetId === head.ruleSetId;

function notFound(id: string): StoreError {
  return storeError('not-found', keepingWords.notFound, { id });
}

/** The code of the disk's error. */
function reasonOf(error: unknown): string {
  return codeOf(error instanceof StoreError ? error.cause : error) || String(error);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
