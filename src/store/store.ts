/** What a store of reports can do, and the one that keeps them in a data folder. */
import type { Bilingual } from '../words/bilingual.ts';
import { keepingWords } from '../words/keeping.ts';
import { type Disk, systemDisk } from './disk.ts';
import { FileStore } from './file-store.ts';
import { Folder, storeError } from './folder.ts';
import type { Organs } from './organs.ts';
import { Owned, type Owner, own } from './owner.ts';
import { finishRestore } from './restore.ts';
import type {
  NewDraft,
  Placing,
  Receipt,
  RemovedRow,
  ReportHead,
  ReportRecord,
  ReportRow,
  Settings,
  StoreError,
} from './types.ts';

export interface StoreOptions {
  readonly clock: () => Date;
  /** How long the index file waits for more changes; milliseconds. */
  readonly indexDelay?: number;
  /** The disk of the machine unless another is given. */
  readonly disk?: Disk;
}

/** Every promise may be rejected with a StoreError, and then nothing has changed (see `StoreErrorCode` for the exception). */
export interface Store {
  /** The register, newest change first; the same list until something changes. */
  list(): Promise<readonly ReportRow[]>;
  /** One line of the register. */
  row(id: string): ReportRow | null;
  /** Grows with every change of reports, roster or settings. */
  readonly version: number;
  /** Null where there is no such report, or its file is damaged. */
  get(id: string): Promise<ReportRecord | null>;
  /** A new report with its first draft. */
  create(head: ReportHead, draft: NewDraft): Promise<ReportRecord>;
  /**
   * Saves what `change` makes of the record; changes of one record follow each other, and what `change` throws is thrown
   * with nothing saved. A history of rulings can only grow.
   */
  update(id: string, change: (record: ReportRecord) => ReportRecord): Promise<ReportRecord>;
  /**
   * Takes a file in: one that is there already (same rule set, same text) is recognised, the next draft of a report
   * (see `findSame`, or as `placing` says) joins it, anything else becomes a report of its own. What `finish` makes of a
   * record with its next draft is kept in the same save.
   */
  receive(
    head: ReportHead,
    draft: NewDraft,
    placing?: Placing,
    finish?: (record: ReportRecord, n: number) => ReportRecord,
  ): Promise<Receipt>;
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
 * Opens a data folder, makes it where there is none, and brings files of earlier versions forward and the register up to date.
 * @throws StoreError `unwritable`, `full`, or `locked` while another process has it open
 */
export async function openStore(path: string, options: StoreOptions): Promise<FileStore> {
  const folder = new Folder(path, options.disk ?? systemDisk);
  try {
    await folder.disk.makeFolder(path);
    folder.lock = await own(folder.lockFile, folder.disk);
    // Folders that a restore was moving are made only where it left none.
    await finishRestore(folder);
    await folder.make();
    await folder.sweep();
    await folder.finishMoves();
    const store = new FileStore(folder, options.clock, options.indexDelay ?? 1000);
    await store.load();
    return store;
  } catch (error) {
    await folder.lock?.letGo().catch(() => {});
    if (error instanceof Owned) throw lockedBy(path, error.owner, error.elsewhere);
    throw folder.refusal(error);
  }
}

/** Says who holds the folder. */
function lockedBy(folder: string, owner: Owner, elsewhere: boolean): StoreError {
  const values = { folder, pid: owner.pid, host: owner.host ?? '?', since: owner.since ?? '?' };
  return storeError('locked', elsewhere ? keepingWords.lockedElsewhere : keepingWords.locked, values);
}
