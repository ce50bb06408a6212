/** Asks a folder whether it takes writes: what a save needs, tried on a file of no meaning. */
import { randomBytes } from 'node:crypto';
import { access, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { recordFolders } from './folder.ts';

/** False on a full or read-only disk, and where the folder or a part of it is gone. What it leaves behind when cut off is swept at the next start. */
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
    for (const part of recordFolders) await access(join(folder, part));
    return true;
  } catch {
    return false;
  } finally {
    await unlink(path).catch(() => {});
  }
}
