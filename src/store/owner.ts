/** One process owns a data folder: a lock file that names it, taken over when that process has ended. */
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './json-file.ts';

interface Owner {
  readonly pid: number;
  /** When the process began, as its system counts; tells a new process with an old number. Null where unknown. */
  readonly began: string | null;
}

/** The lock is held by a process that runs. */
export class Owned extends Error {
  readonly pid: number;
  constructor(pid: number) {
    super(`owned by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * Takes the lock file; gives the function that lets it go.
 * Throws Owned while another runs, and any error of the disk.
 */
export async function own(path: string): Promise<() => Promise<void>> {
  const mine = JSON.stringify({ pid: process.pid, began: await began(process.pid) } satisfies Owner);
  // A second round follows when the owner has ended, or lets go between two steps.
  for (let round = 0; round < 3; round++) {
    if (await createWith(path, mine)) {
      return async () => {
        if ((await contentOf(path)) === mine) await unlink(path);
      };
    }
    const theirs = await contentOf(path);
    if (theirs === null) continue;
    const owner = parse(theirs);
    if (owner !== null && (await runs(owner))) throw new Owned(owner.pid);
    await takeAway(path, theirs);
  }
  throw new Owned(0);
}

/** Makes the lock file unless there is one. */
async function createWith(path: string, content: string): Promise<boolean> {
  // Written beside and linked, so that nobody reads a lock that is still empty.
  const draft = besides(path);
  try {
    await writeFile(draft, content, { flag: 'wx', mode: 0o600 });
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!noLinks.has(codeOf(error))) throw error;
  } finally {
    await unlink(draft).catch(() => {});
  }
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** What a disk without hard links (a memory stick) answers. */
const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
}

/** Removes the lock of an owner that has ended, unless another process has replaced it meanwhile. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = besides(path);
  try {
    await rename(path, aside);
    if ((await contentOf(aside)) !== stale) await link(aside, path).catch(() => {});
    await unlink(aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
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
    if (typeof value.pid !== 'number' || !Number.isInteger(value.pid) || value.pid <= 0) return null;
    return { pid: value.pid, began: 'began' in value && typeof value.began === 'string' ? value.began : null };
  } catch {
    return null;
  }
}

async function runs(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = await began(owner.pid);
  return owner.began === null || now === null || owner.began === now;
}

/** Start time of a process as Linux counts it; null on other systems. */
async function began(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
