/** The version mark of each kind of file, and the steps that bring a file of an earlier version forward. */
import { isObject } from './checks.ts';

/** Kinds of files; `index` is derived and made anew instead. */
export type FileKind = 'report' | 'organ' | 'settings';

type Value = Readonly<Record<string, unknown>>;

interface Versions {
  /** Version of a file that bears no mark; null where there never was such a file. */
  readonly unmarked: number | null;
  /** From version n to the next, by n. */
  readonly steps: Readonly<Record<number, (value: Value) => Value>>;
  /** What this program writes. */
  readonly current: number;
}

export const versions: Readonly<Record<FileKind, Versions>> = {
  report: {
    unmarked: null,
    // Version 2 counts the saves of a record, so that a page can tell whether it has changed.
    steps: { 1: record => ({ ...record, schema: 2, revision: 1 }) },
    current: 2,
  },
  organ: { unmarked: null, steps: {}, current: 1 },
  settings: {
    unmarked: 0,
    // Version 0 was the bare choices.
    steps: { 0: settings => ({ schema: 1, settings }) },
    current: 1,
  },
};

/** A file's value as this program writes it, and the version that it came in. */
export interface Forward {
  readonly value: Value;
  readonly from: number;
}

/** `newer` for a file that a later program wrote, `damaged` where no version can be told. */
export function forward(kind: FileKind, value: unknown): Forward | 'newer' | 'damaged' {
  if (!isObject(value)) return 'damaged';
  const { unmarked, steps, current } = versions[kind];
  const from = value.schema === undefined ? unmarked : value.schema;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 0) return 'damaged';
  if (from > current) return 'newer';
  let now: Value = value;
  for (let at = from; at < current; at++) {
    const step = steps[at];
    if (step === undefined) return 'damaged';
    now = step(now);
  }
  return { value: now, from };
}
