/** A backup: one zip of all that a data folder holds, as of one instant, made while work goes on. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { keepingWords } from '../words/keeping.ts';
import { codeOf } from './codes.ts';
import type { Disk } from './disk.ts';
import { type Folder, storeError } from './folder.ts';
import { isTemporary, writeNew } from './json-file.ts';
import { noLinks } from './owner.ts';

/** The first entry of a backup. */
export const manifestName = 'backup.json';
export const backupSchema = 1;

export interface Manifest {
  readonly schema: number;
  readonly tool: 'fajian';
  /** Version of the program that made it. */
  readonly version: string;
  /** ISO time. */
  readonly at: string;
  readonly files: number;
}

/** What belongs to the running process, can be made anew, or is itself a copy of what was replaced. */
const leftOut: ReadonlySet<string> = new Set(['owner.lock', 'index.json', 'restore.json', 'replaced']);

/** What a zip without its later extension can hold. */
const mostFiles = 65_000;

/** Hands the zip on piece by piece; while `put` waits, nothing more is read. */
export async function writeBackup(
  folder: Folder,
  { version, at }: { readonly version: string; readonly at: Date },
  put: (piece: Uint8Array) => Promise<void>,
): Promise<Manifest> {
  const staging = join(folder.path, `.backup-${randomBytes(4).toString('hex')}.tmp`);
  const { disk } = folder;
  try {
    const names = await folder.still(() => snapshot(folder, staging));
    if (names.length > mostFiles) throw storeError('backup', keepingWords.backupTooMany, { most: mostFiles });
    const manifest: Manifest = {
      schema: backupSchema,
      tool: 'fajian',
      version,
      at: at.toISOString(),
      files: names.length,
    };
    const pieces: Uint8Array[] = [];
    let failed: Error | null = null;
    const zip = new Zip((error, piece) => {
      if (error === null) pieces.push(piece);
      else failed = error;
    });
    const add = async (name: string, bytes: Uint8Array, time: Date): Promise<void> => {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = time;
      zip.add(entry);
      entry.push(bytes, true);
      if (failed !== null) throw failed;
      for (const piece of pieces.splice(0)) await put(piece);
    };
    await add(manifestName, Buffer.from(`${JSON.stringify(manifest)}\n`), at);
    for (const [number, name] of names.entries()) {
      const path = join(staging, String(number));
      const { modified } = await disk.mark(path);
      await add(name, await disk.read(path), new Date(modified));
    }
    zip.end();
    for (const piece of pieces.splice(0)) await put(piece);
    return manifest;
  } catch (error) {
    throw folder.refusal(error);
  } finally {
    await disk.removeFolder(staging).catch(() => {});
  }
}

/** Gives every file a second name in `staging`, by number: records are replaced and never written into, so these stay as they are. */
async function snapshot({ disk, path }: Folder, staging: string): Promise<readonly string[]> {
  await disk.makeFolder(staging);
  const names: string[] = [];
  for (const name of await filesBelow(disk, path, '')) {
    try {
      await linkOrCopy(disk, join(path, name), join(staging, String(names.length)));
      names.push(name);
    } catch (error) {
      // Not one of the store's own, and gone since the folder was listed.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return names;
}

/** Names of all files to be kept, with `/` between folders. */
async function filesBelow(disk: Disk, root: string, below: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of (await disk.names(join(root, below))).sort()) {
    if (isTemporary(name) || (below === '' && leftOut.has(name))) continue;
    const inside = below === '' ? name : `${below}/${name}`;
    if (await disk.isFolder(join(root, inside))) found.push(...(await filesBelow(disk, root, inside)));
    else found.push(inside);
  }
  return found;
}

async function linkOrCopy(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to);
  } catch (error) {
    if (!noLinks.has(codeOf(error))) throw error;
    await writeNew(disk, to, await disk.read(from), 0o600);
  }
}
