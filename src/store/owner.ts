/** One process owns a data folder: a lock file that names it, taken over when that process has ended. */
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './codes.ts';
import type { Disk } from './disk.ts';
import { besides, writeNew, writeWhole } from './json-file.ts';

/** Where a running owner can be asked to do something with its folder. */
export interface Control {
  /** On this machine only. */
  readonly url: string;
  /** Whoever can read the lock may ask. */
  readonly token: string;
}

export interface Owner {
  readonly pid: number;
  /** When the process began, as its system counts; tells a new process with an old number. Null where unknown. */
  readonly began: string | null;
  /** The start of the system that the process runs on; null where unknown. */
  readonly boot: string | null;
  /** Name of the machine; null in locks of old. */
  readonly host: string | null;
  /** ISO time at which it took the folder; null in locks of old. */
  readonly since: string | null;
  readonly control: Control | null;
}

/** The lock is held by a process that runs, or by one on another machine, of which nobody here can tell. */
export class Owned extends Error {
  readonly owner: Owner;
  constructor(owner: Owner) {
    super(`owned by process ${owner.pid}`);
    this.owner = owner;
  }
  get elsewhere(): boolean {
    return isElsewhere(this.owner);
  }
}

export interface Lock {
  /** False once the lock was taken away, by hand or by another machine. */
  holds(): Promise<boolean>;
  /** Says in the lock where the owner can be asked. */
  tell(control: Control): Promise<void>;
  letGo(): Promise<void>;
}

/** So often a lock of an ended owner is looked at again while others take it away, and so long is waited each time. */
const mostRounds = 100;
const waitMs = 20;

/** Takes the lock file. Throws Owned while another runs, and any error of the disk. */
export async function own(path: string, disk: Disk): Promise<Lock> {
  const owner: Owner = {
    pid: process.pid,
    began: await began(process.pid),
    boot: await boot(),
    host: hostname(),
    since: new Date().toISOString(),
    control: null,
  };
  let mine = contentFor(owner);
  // A second round follows when the owner has ended, or lets go between two steps.
  for (let round = 0; ; round++) {
    if (await createWith(disk, path, mine)) {
      return {
        holds: async () => {
          const found = await contentOf(disk, path);
          // One that was deleted by hand is put back.
          return found === mine || (found === null && (await createWith(disk, path, mine)));
        },
        tell: async control => {
          const told = contentFor({ ...owner, control });
          await writeWhole(disk, path, told, 0o600);
          mine = told;
        },
        letGo: async () => {
          if ((await contentOf(disk, path)) === mine) await disk.remove(path);
        },
      };
    }
    const theirs = await contentOf(disk, path);
    if (theirs === null) continue;
    const holder = parse(theirs);
    if (holder !== null && (round > mostRounds || (await runs(holder)))) throw new Owned(holder);
    await takeAway(disk, path, theirs, mine);
  }
}

/** Who holds the lock, if anybody does that runs. */
export async function ownerOf(path: string, disk: Disk): Promise<Owner | null> {
  const content = await contentOf(disk, path);
  const owner = content === null ? null : parse(content);
  return owner !== null && (await runs(owner)) ? owner : null;
}

const contentFor = (owner: Owner): string => `${JSON.stringify({ schema: 1, ...owner })}\n`;

/** Makes the lock file unless there is one. */
async function createWith(disk: Disk, path: string, content: string): Promise<boolean> {
  // Written beside and linked, so that nobody reads a lock that is still empty.
  const draft = besides(path);
  try {
    await writeNew(disk, draft, content, 0o600);
    await disk.link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!noLinks.has(codeOf(error))) throw error;
  } finally {
    await disk.remove(draft).catch(() => {});
  }
  try {
    await writeNew(disk, path, content, 0o600);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** What a disk without hard links (a memory stick) answers. */
export const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Removes the lock of an owner that has ended. One process at a time does so, behind a lock of its own: whoever only looked
 * before removing could remove the lock that another took meanwhile, and two would own the folder.
 */
async function takeAway(disk: Disk, path: string, stale: string, mine: string): Promise<void> {
  const takings: string[] = [];
  for (;;) {
    const taking = join(dirname(path), `.${basename(path)}.taking-${takings.length}.tmp`);
    if (await createWith(disk, taking, mine)) {
      takings.push(taking);
      break;
    }
    const taker = await contentOf(disk, taking);
    const holder = taker === null ? null : parse(taker);
    if (holder === null || (await runs(holder))) {
      await new Promise(resolve => setTimeout(resolve, waitMs));
      return;
    }
    // Who took it away ended in the middle of it: the next name is tried, as everybody does. Its own stays until the lock is gone.
    takings.push(taking);
  }
  try {
    if ((await contentOf(disk, path)) === stale) await removeIfThere(disk, path);
  } finally {
    for (const taking of takings) await removeIfThere(disk, taking);
  }
}

async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function contentOf(disk: Disk, path: string): Promise<string | null> {
  try {
    return Buffer.from(await disk.read(path)).toString('utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Null for a lock that names no process: it was left half written. */
function parse(content: string): Owner | null {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== 'object' || value === null || !('pid' in value)) return null;
    const { pid } = value;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return null;
    const text = (key: string): string | null => {
      const found: unknown = Reflect.get(value, key);
      return typeof found === 'string' ? found : null;
    };
    const control = 'control' in value && isControl(value.control) ? value.control : null;
    return { pid, began: text('began'), boot: text('boot'), host: text('host'), since: text('since'), control };
  } catch {
    return null;
  }
}

function isControl(value: unknown): value is Control {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    typeof value.url === 'string' &&
    'token' in value &&
    typeof value.token === 'string'
  );
}

const isElsewhere = (owner: Owner): boolean => owner.host !== null && owner.host !== hostname();

async function runs(owner: Owner): Promise<boolean> {
  if (isElsewhere(owner)) return true;
  const booted = await boot();
  if (owner.boot !== null && booted !== null && owner.boot !== booted) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const fields = await stateOf(owner.pid);
  // It has ended, and whoever started it has not asked how.
  if (fields[0] === 'Z') return false;
  const now = fields[startField] ?? null;
  return owner.began === null || now === null || owner.began === now;
}

/** Start time of a process as Linux counts it; null on other systems. */
const began = async (pid: number): Promise<string | null> => (await stateOf(pid))[startField] ?? null;

const startField = 19;

/** What Linux tells of a process behind its name: the state first; nothing on other systems. */
async function stateOf(pid: number): Promise<readonly string[]> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** What Linux calls its present run; null on other systems. */
async function boot(): Promise<string | null> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    return null;
  }
}
