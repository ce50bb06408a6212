/** Who did what: lines that are only ever added, one file a month, with ids and never a word of a report. */
import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './codes.ts';
import { makeFolder } from './make-folder.ts';

const activityKinds = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'password-changed',
  'report-received',
  'report-checked',
  'report-placed',
  'report-marked',
  'report-removed',
  'report-restored',
  'review',
  'letter',
  'rules-saved',
  'rules-restored',
  'settings-saved',
  'season-changed',
  'units-changed',
  'user-added',
  'user-removed',
  'user-role',
  'user-password',
  'backup-made',
  'backup-restored',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export interface Activity {
  /** ISO time. */
  readonly at: string;
  /** Name of the account; `local` where none is needed, `command line` for commands, '' for a name that is no account's. */
  readonly actor: string;
  readonly action: ActivityKind;
  /** Id of the report, rule set, unit or season, or name of the account, that it was done to. */
  readonly of: string;
  /** Draft, requirement and decision, role: what the id leaves open. */
  readonly detail: string;
  /** Network address it came from; '' where it came from none. */
  readonly address: string;
}

const monthForm = /^\d{4}-\d\d$/;

export class ActivityLog {
  readonly #folder: string;
  /** Files whose last line is known to be whole. */
  readonly #whole = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  /** `folder` is made when first needed. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** When this returns, the line is on the disk. Lines follow each other. */
  append(entry: Activity): Promise<void> {
    const turn = this.#turn.then(() => this.#append(entry));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #append(entry: Activity): Promise<void> {
    makeFolder(this.#folder);
    const path = join(this.#folder, `${entry.at.slice(0, 7)}.jsonl`);
    const file = await open(path, 'a+', 0o600);
    try {
      // A line that a power cut left half must not swallow the next one.
      const { size } = await file.stat();
      const cut = !this.#whole.has(path) && size > 0 && (await lastByte(file, size)) !== 0x0a;
      await file.appendFile(`${cut ? '\n' : ''}${JSON.stringify(entry)}\n`);
      await file.datasync();
      this.#whole.add(path);
    } catch (error) {
      this.#whole.delete(path);
      throw error;
    } finally {
      await file.close();
    }
  }

  /** Months of which there is something, newest first, as `2025-03`. */
  async months(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(absent);
    return (names ?? [])
      .filter(name => name.endsWith('.jsonl'))
      .map(name => name.slice(0, -'.jsonl'.length))
      .filter(month => monthForm.test(month))
      .sort()
      .reverse();
  }

  /** The entries of a month, newest first, and how many lines cannot be read. */
  async read(month: string): Promise<{ readonly entries: readonly Activity[]; readonly damaged: number }> {
    const text = monthForm.test(month)
      ? await readFile(join(this.#folder, `${month}.jsonl`), 'utf8').catch(absent)
      : null;
    const lines = (text ?? '').split('\n').filter(line => line !== '');
    const entries = lines.flatMap(line => parse(line) ?? []);
    return { entries: entries.reverse(), damaged: lines.length - entries.length };
  }
}

async function lastByte(file: FileHandle, size: number): Promise<number | undefined> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0];
}

function parse(line: string): Activity | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return null;
    const { at, actor, action, of, detail, address } = value as Readonly<Record<string, unknown>>;
    const kind = activityKinds.find(known => known === action);
    const texts = [at, actor, of, detail, address];
    if (kind === undefined || !texts.every(text => typeof text === 'string')) return null;
    return value as Activity;
  } catch {
    return null;
  }
}

function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}
