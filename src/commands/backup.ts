/** `fajian backup FILE` and `fajian restore FILE`: by the program that runs over the data folder, or without one. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { orderBackup, orderRestore } from '../store/control.ts';
import { systemDisk } from '../store/disk.ts';
import { ActivityLog, openStore } from '../store/index.ts';
import { besides } from '../store/json-file.ts';
import { ownerOf } from '../store/owner.ts';
import type { Restored } from '../store/restore.ts';
import { say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { formatTime } from '../words/dates.ts';
import { CommandError, type Io, systemReason } from './fail.ts';
import type { Options } from './options.ts';

const clock = () => new Date();

export async function backupCommand(given: readonly string[], options: Options, version: string, io: Io) {
  const file = oneFile(given);
  const { data, lang } = options;
  if (!existsSync(data)) throw new CommandError(words.noData, { data });
  if (existsSync(file)) throw new CommandError(words.backupThere, { file });
  const control = (await ownerOf(join(data, 'owner.lock'), systemDisk))?.control ?? null;
  const unfinished = besides(resolve(file));
  try {
    const out = createWriteStream(unfinished, { flags: 'wx', mode: 0o600 });
    // A folder that is not there, or takes no file, is told before anything is read.
    await once(out, 'open');
    if (control !== null) {
      await orderBackup(control, out);
    } else {
      const store = await openStore(data, { clock });
      try {
        await store.backup(
          version,
          piece =>
            new Promise((written, failed) => {
              out.once('error', failed);
              out.write(piece, error => (error ? failed(error) : written()));
            }),
        );
        await new Promise<void>((ended, failed) => {
          out.once('error', failed);
          out.end(ended);
        });
        await writeDown(data, 'backup-made');
      } finally {
        await store.close();
      }
    }
    const written = await open(unfinished, 'r+');
    await written.sync();
    await written.close();
    await rename(unfinished, file);
    await systemDisk.syncFolder(dirname(resolve(file)));
  } catch (error) {
    const reason = systemReason(error);
    throw reason === null ? error : new CommandError(words.backupUnwritable, { file, detail: reason.text });
  } finally {
    // Where nothing could be written there is nothing to remove, and what was refused is told already.
    await rm(unfinished, { force: true }).catch(() => {});
  }
  io.out(say(words.backupMade, lang, { file: resolve(file) }));
  return 0;
}

export async function restoreCommand(given: readonly string[], options: Options, io: Io) {
  const file = oneFile(given);
  const { data, lang } = options;
  if (!existsSync(file)) throw new CommandError(words.notFound, { path: file });
  const control = (await ownerOf(join(data, 'owner.lock'), systemDisk))?.control ?? null;
  let restored: Restored;
  if (control !== null) {
    restored = await orderRestore(control, createReadStream(file));
  } else {
    const store = await openStore(data, { clock });
    try {
      restored = await store.restoreFrom(resolve(file));
      await writeDown(data, 'backup-restored');
    } finally {
      await store.close();
    }
  }
  const { reports, organs, at, replaced } = restored;
  const kept = join(resolve(data), replaced);
  io.out(say(words.restored, lang, { reports, organs, time: formatTime(at, lang), kept }));
  return 0;
}

async function writeDown(data: string, action: 'backup-made' | 'backup-restored'): Promise<void> {
  const log = new ActivityLog(join(data, 'activity'));
  await log.append({ at: clock().toISOString(), actor: 'command line', action, of: '', detail: '', address: '' });
}

function oneFile(given: readonly string[]): string {
  const [file] = given;
  if (file === undefined || given.length > 1) throw new CommandError(words.oneBackup);
  return file;
}
