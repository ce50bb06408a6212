/**
 * A backup takes the place of a folder's records, as one: all that was there, or all of the backup, whenever the power goes.
 * What it replaced is kept beside it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { keepingWords } from '../words/keeping.ts';
import { backupSchema, type Manifest, manifestName } from './backup.ts';
import { isObject } from './checks.ts';
import { type Folder, recordFolders, storeError } from './folder.ts';
import { jsonIn, settle, writeNew, writeWhole } from './json-file.ts';
import { isId, isOrganId } from './record.ts';
import { StoreError } from './types.ts';
import { type FileKind, forward, versions } from './versions.ts';

/** A backup unpacked beside the records, ready to take their place. */
export interface Staged {
  readonly staging: string;
  readonly manifest: Manifest;
  readonly reports: number;
  readonly organs: number;
}

/** What a restore did. */
export interface Restored {
  readonly reports: number;
  readonly organs: number;
  /** ISO time of the backup. */
  readonly at: string;
  /** Folder within the data folder where what it replaced is kept. */
  readonly replaced: string;
}

/** What changes places. Each is there in a staged backup. */
const parts = [...recordFolders, 'settings.json'] as const;

/** No record is near that large. */
const mostBytes = 256 * 1024 * 1024;

interface Journal {
  readonly schema: 1;
  /** Within the folder. */
  readonly staging: string;
  readonly replaced: string;
}

const journalPath = (folder: Folder): string => join(folder.path, 'restore.json');

/**
 * Reads and checks a backup and unpacks it. Nothing of the folder has changed yet, but that files which the store does not
 * know, and versions of rules, are added where the folder has none of that name.
 * @throws StoreError `backup` for a file that is none, is damaged, or was made by a later version
 */
export async function stageBackup(folder: Folder, zipFile: string): Promise<Staged> {
  const { disk } = folder;
  const staging = join(folder.path, `.restore-${randomBytes(4).toString('hex')}.tmp`);
  const name = basename(zipFile);
  let zip: ZipFile;
  try {
    zip = await openPromise(zipFile);
  } catch (error) {
    throw storeError('backup', keepingWords.noBackup, { file: name }, error);
  }
  try {
    for (const part of recordFolders) await disk.makeFolder(join(staging, part));
    let manifest: Manifest | null = null;
    const extras: { readonly name: string; readonly path: string }[] = [];
    let [files, reports, organs, withSettings] = [0, 0, 0, false];
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const bytes = await contentOf(zip, entry, name);
      if (manifest === null) {
        manifest = manifestFrom(entry.fileName, bytes, name);
        continue;
      }
      files += 1;
      const kind = kindOf(entry.fileName);
      if (kind === null) {
        const path = join(staging, `extra-${files}`);
        await writeNew(disk, path, bytes, 0o600);
        extras.push({ name: entry.fileName, path });
        continue;
      }
      if (kind === 'settings') withSettings = true;
      if (entry.fileName.startsWith('reports/')) reports += 1;
      if (entry.fileName.startsWith('organs/')) organs += 1;
      const path = join(staging, entry.fileName);
      await writeNew(disk, path, inFormOfToday(kind, bytes, entry.fileName), 0o600);
      await disk.setTime(path, entry.getLastModDate());
    }
    if (manifest === null) throw storeError('backup', keepingWords.noBackup, { file: name });
    if (files !== manifest.files) throw storeError('backup', keepingWords.damagedBackup, { file: name });
    if (!withSettings) {
      const none = JSON.stringify({ schema: versions.settings.current, settings: {} });
      await writeNew(disk, join(staging, 'settings.json'), `${none}\n`, 0o600);
    }
    for (const extra of extras) await addExtra(folder, extra.name, extra.path, manifest.at);
    for (const part of recordFolders) await settle(disk, join(staging, part));
    await settle(disk, staging);
    return { staging, manifest, reports, organs };
  } catch (error) {
    await disk.removeFolder(staging).catch(() => {});
    // What yauzl says is for programmers.
    const isOurs = error instanceof StoreError || (error instanceof Error && 'syscall' in error);
    throw isOurs ? folder.refusal(error) : storeError('backup', keepingWords.damagedBackup, { file: name }, error);
  } finally {
    zip.close();
  }
}

/** Puts the staged backup in the place of the records; gives the folder where these are now. Nothing else may write meanwhile. */
export async function takePlace(folder: Folder, { staging }: Staged, at: Date): Promise<string> {
  const time = at.toISOString().replace(/[-:.]/g, '');
  const journal: Journal = { schema: 1, staging: basename(staging), replaced: join('replaced', time) };
  await folder.disk.makeFolder(join(folder.path, journal.replaced));
  await settle(folder.disk, join(folder.path, 'replaced'));
  await writeWhole(folder.disk, journalPath(folder), `${JSON.stringify(journal)}\n`, 0o600);
  await finishRestore(folder);
  return journal.replaced;
}

/** Goes on with a restore that a crash broke off; nothing where there was none. Each part is moved once, however often this is begun. */
export async function finishRestore(folder: Folder): Promise<void> {
  const { disk, path } = folder;
  if (!(await folder.isThere(journalPath(folder)))) return;
  const journal: unknown = JSON.parse(Buffer.from(await disk.read(journalPath(folder))).toString('utf8'));
  if (isObject(journal) && typeof journal.staging === 'string' && typeof journal.replaced === 'string') {
    const [staging, replaced] = [join(path, basename(journal.staging)), join(path, journal.replaced)];
    for (const part of parts) {
      if (!(await folder.isThere(join(staging, part)))) continue;
      if (await folder.isThere(join(path, part))) {
        let away = join(replaced, part);
        while (await folder.isThere(away)) away += '.again';
        await disk.rename(join(path, part), away);
      }
      await disk.rename(join(staging, part), join(path, part));
    }
    for (const changed of [replaced, path]) await settle(disk, changed);
    await disk.remove(journalPath(folder));
    await settle(disk, path);
    await disk.removeFolder(staging);
  }
}

function manifestFrom(name: string, bytes: Uint8Array, file: string): Manifest {
  const value: unknown = name === manifestName ? jsonIn(bytes) : null;
  if (!isObject(value) || value.tool !== 'fajian' || typeof value.schema !== 'number')
    throw storeError('backup', keepingWords.noBackup, { file });
  if (value.schema > backupSchema) throw storeError('backup', keepingWords.newerBackup, { file });
  return value as unknown as Manifest;
}

async function contentOf(zip: ZipFile, entry: Entry, file: string): Promise<Uint8Array> {
  if (entry.uncompressedSize > mostBytes) throw storeError('backup', keepingWords.damagedBackup, { file });
  const pieces: Uint8Array[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}

/** Null for a file that is none of the store's records. */
function kindOf(name: string): FileKind | null {
  if (name === 'settings.json') return 'settings';
  const [, part, id = ''] = /^(reports|removed|organs)\/([^/]+)\.json$/.exec(name) ?? [];
  if (part !== undefined && part !== 'organs' && isId(id)) return 'report';
  return part !== undefined && part !== 'reports' && isOrganId(id) ? 'organ' : null;
}

/** A record of an earlier version is brought forward; the backup keeps it as it was. One that is damaged is told of once it is read. */
function inFormOfToday(kind: FileKind, bytes: Uint8Array, name: string): Uint8Array {
  const found = forward(kind, jsonIn(bytes));
  if (found === 'newer') throw storeError('backup', keepingWords.newerBackup, { file: name });
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (found === 'damaged' || (found.from === versions[kind].current && !isMarked)) return bytes;
  return Buffer.from(`${JSON.stringify(found.value)}\n`);
}

/** Versions of rules join the history, the ones that were in force at the time of the backup too; other files are added where there is none. */
async function addExtra({ disk, path: root }: Folder, name: string, from: string, at: string): Promise<void> {
  const wasInForce = name.startsWith('rules-history/last-good/');
  const bytes = await disk.read(from);
  // Rules that are in force still are no earlier version.
  const now = wasInForce ? await disk.read(join(root, name)).catch(() => null) : null;
  if (now !== null && Buffer.compare(now, bytes) === 0) return;
  const to = wasInForce ? versionPath(bytes, at) : name;
  if (to === null || !isSafe(to)) return;
  const path = join(root, to);
  const isThere = await disk.mark(path).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await disk.makeFolder(dirname(path));
  await disk.rename(from, path);
  await settle(disk, dirname(path));
}

/** Where a rule file stands among the versions of its rule set. */
function versionPath(bytes: Uint8Array, at: string): string | null {
  const rules: unknown = parse(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  if (!isObject(rules) || typeof rules.id !== 'string' || !/^[a-z0-9][a-z0-9.-]*$/.test(rules.id)) return null;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `rules-history/${rules.id}/${at.replace(/[-:.]/g, '')}-${hash}.json`;
}

/** Nothing leads out of the folder, and nothing stands where the running process has its own. */
function isSafe(name: string): boolean {
  const steps = name.split('/');
  return (
    steps.every(step => step !== '' && !step.startsWith('.') && !/[\\:\0]/.test(step)) && steps[0] !== 'owner.lock'
  );
}
