/** The register in memory and its file: derived from the records, so it may be lost at any time. */
import { Low } from 'lowdb';
import { isObject } from './checks.ts';
import type { Disk, FileMark } from './disk.ts';
import { besides, JsonFile } from './json-file.ts';
import type { ReportRow } from './types.ts';

/** Changes whenever a row's shape does: an index of another shape is rebuilt. */
const indexSchema = 6;

/** A row, and the file that it was made from: every save makes a new file. */
export interface MarkedRow {
  readonly row: ReportRow;
  readonly mark: FileMark;
}

/** Of a file that must be read again at the next start. */
export const noMark: FileMark = { node: 0, modified: 0, size: -1 };

export function sameMark(one: FileMark, other: FileMark): boolean {
  return one.node === other.node && one.modified === other.modified && one.size === other.size;
}

/** Rows of all kept reports, found by id, by text and in the order of their last change. */
export class Register {
  readonly #rows = new Map<string, MarkedRow>();
  /** Where each text is kept; a text may have come in twice. */
  readonly #texts = new Map<string, { readonly id: string; readonly n: number }[]>();
  /** The lines of the index file, each made once. */
  readonly #lines = new WeakMap<MarkedRow, string>();
  #sorted: readonly ReportRow[] | null = null;

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): ReportRow | null {
    return this.#rows.get(id)?.row ?? null;
  }

  set(row: ReportRow, mark: FileMark): void {
    const newest = this.#sorted?.[0];
    const others = this.#sorted?.filter(other => other.id !== row.id);
    this.#forget(row.id);
    this.#rows.set(row.id, { row, mark });
    for (const { n, textKey } of row.drafts) {
      const key = keyOfText(row.ruleSetId, textKey);
      const known = this.#texts.get(key);
      if (known === undefined) this.#texts.set(key, [{ id: row.id, n }]);
      else known.push({ id: row.id, n });
    }
    const isLast = newest === undefined || row.updatedAt > newest.updatedAt;
    this.#sorted = others !== undefined && isLast ? [row, ...others] : null;
  }

  delete(id: string): void {
    this.#forget(id);
    this.#sorted = null;
  }

  clear(): void {
    this.#rows.clear();
    this.#texts.clear();
    this.#sorted = null;
  }

  #forget(id: string): void {
    const before = this.#rows.get(id)?.row;
    if (before === undefined) return;
    this.#rows.delete(id);
    for (const { textKey } of before.drafts) {
      const key = keyOfText(before.ruleSetId, textKey);
      const left = this.#texts.get(key)?.filter(place => place.id !== id) ?? [];
      if (left.length === 0) this.#texts.delete(key);
      else this.#texts.set(key, left);
    }
  }

  /** Newest change first; the same list until something changes. */
  list(): readonly ReportRow[] {
    this.#sorted ??= [...this.#rows.values()]
      .map(({ row }) => row)
      .sort((one, other) => compare(other.updatedAt, one.updatedAt) || compare(one.id, other.id));
    return this.#sorted;
  }

  /** The row of this kind that was changed last. */
  newest(isWanted: (row: ReportRow) => boolean): ReportRow | null {
    return this.list().find(isWanted) ?? null;
  }

  /** Where a text of this key is kept under a rule set. */
  findText(ruleSetId: string, textKey: string): { readonly id: string; readonly n: number } | null {
    return this.#texts.get(keyOfText(ruleSetId, textKey))?.[0] ?? null;
  }

  /**
   * Writes the index file; others have their turn while its lines are made. It is not forced to the disk: what a power cut
   * leaves of it is no index, and it is rebuilt.
   */
  async save(path: string, disk: Disk): Promise<void> {
    const lines: string[] = [];
    for (const marked of [...this.#rows.values()]) {
      let line = this.#lines.get(marked);
      if (line === undefined) {
        line = JSON.stringify(marked);
        this.#lines.set(marked, line);
        if (lines.length % linesAtOnce === 0) await new Promise(done => setImmediate(done));
      }
      lines.push(line);
    }
    const temporary = besides(path);
    try {
      const file = await disk.create(temporary, 0o600);
      try {
        let left = Buffer.from(`{"schema":${indexSchema},"rows":[\n${lines.join(',\n')}\n]}\n`);
        while (left.length > 0) left = left.subarray((await file.write(left)) || left.length);
      } finally {
        await file.close();
      }
      await disk.rename(temporary, path);
    } catch (error) {
      await disk.remove(temporary).catch(() => {});
      throw error;
    }
  }
}

const linesAtOnce = 100;

const keyOfText = (ruleSetId: string, textKey: string): string => `${ruleSetId}\n${textKey}`;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Rows of the index file by id; none where it is missing, damaged or of another shape. */
export async function readIndex(path: string, disk: Disk): Promise<ReadonlyMap<string, MarkedRow>> {
  const file = new Low<unknown>(new JsonFile<unknown>(path, disk), null);
  try {
    await file.read();
  } catch {
    return new Map();
  }
  const index = file.data;
  if (!isObject(index) || index.schema !== indexSchema || !Array.isArray(index.rows)) return new Map();
  const rows = index.rows.filter(isMarkedRow);
  return new Map(rows.map(marked => [marked.row.id, marked]));
}

function isMarkedRow(value: unknown): value is MarkedRow {
  return (
    isObject(value) &&
    isObject(value.mark) &&
    isObject(value.row) &&
    typeof value.row.id === 'string' &&
    typeof value.row.ruleSetId === 'string' &&
    typeof value.row.revision === 'number' &&
    Array.isArray(value.row.drafts)
  );
}
