/** Asks a folder whether it takes writes: what a save needs, tried on a file of no meaning. */
import { randomBytes } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** False on a full or read-only disk. What it leaves behind when cut off is swept at the next start. */
export async function takesWrites(folder: string): Promise<boolean> {
  const path = join(folder, `.probe.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile('.');
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  } finally {
    await unlink(path).catch(() => {});
  }
}
