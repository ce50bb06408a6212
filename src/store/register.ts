/** The register in memory and its file: derived from the records, so it may be lost at any time. */
import { stat } from 'node:fs/promises';
import { Low } from 'lowdb';
import { JsonFile } from './json-file.ts';
import { isObject } from './record.ts';
import type { ReportRow } from './types.ts';

/** Changes whenever a row's shape does: an index of another shape is rebuilt. */
const indexSchema = 4;

/** Tells whether a record's file is the one a row was made from: every save makes a new file. */
export interface FileMark {
  readonly node: number;
  readonly modified: number;
  readonly size: number;
}

export interface MarkedRow {
  readonly row: ReportRow;
  readonly mark: FileMark;
}

interface IndexFile {
  readonly schema: number;
  readonly rows: readonly MarkedRow[];
}

export async function markOf(path: string): Promise<FileMark> {
  const { ino, mtimeMs, size } = await stat(path);
  return { node: ino, modified: mtimeMs, size };
}

export function sameMark(one: FileMark, other: FileMark): boolean {
  return one.node === other.node && one.modified === other.modified && one.size === other.size;
}

/** Rows of the index file by id; none where it is missing, damaged or of another shape. */
export async function readIndex(path: string): Promise<ReadonlyMap<string, MarkedRow>> {
  const file = new Low<unknown>(new JsonFile<unknown>(path), null);
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

export async function writeIndex(path: string, rows: readonly MarkedRow[]): Promise<void> {
  await new Low<IndexFile>(new JsonFile<IndexFile>(path), { schema: indexSchema, rows }).write();
}

function isMarkedRow(value: unknown): value is MarkedRow {
  return (
    isObject(value) &&
    isObject(value.mark) &&
    isObject(value.row) &&
    typeof value.row.id === 'string' &&
    typeof value.row.ruleSetId === 'string' &&
    Array.isArray(value.row.drafts)
  );
}
