/** The removed reports, last removed first: read when they are first asked for, then kept in step. */
import type { Folder } from './folder.ts';
import { rowOf } from './record.ts';
import type { RemovedRow, ReportRow } from './types.ts';

export class RemovedRows {
  readonly #folder: Folder;
  /** Null until it is asked for. */
  #rows: Promise<readonly RemovedRow[]> | null = null;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  async list(): Promise<readonly RemovedRow[]> {
    this.#rows ??= this.#read();
    try {
      return await this.#rows;
    } catch (error) {
      this.forget();
      throw this.#folder.refusal(error);
    }
  }

  add(row: ReportRow, at: Date): void {
    this.#rows &&= this.#rows.then(rows => [
      { row, removedAt: at.toISOString() },
      ...rows.filter(other => other.row.id !== row.id),
    ]);
  }

  delete(id: string): void {
    this.#rows &&= this.#rows.then(rows => rows.filter(({ row }) => row.id !== id));
  }

  /** They are read again when they are next asked for. */
  forget(): void {
    this.#rows = null;
  }

  async #read(): Promise<readonly RemovedRow[]> {
    const found: RemovedRow[] = [];
    for (const id of await this.#folder.ids('removed')) {
      const path = this.#folder.removed(id);
      const record = await this.#folder.read(path);
      // Brought back meanwhile, it is no longer removed.
      const mark = record === null ? null : await this.#folder.disk.mark(path).catch(() => null);
      if (record !== null && mark !== null)
        found.push({ row: rowOf(record), removedAt: new Date(mark.modified).toISOString() });
    }
    return found.sort((one, other) => (one.removedAt < other.removedAt ? 1 : one.removedAt > other.removedAt ? -1 : 0));
  }
}
