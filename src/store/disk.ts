/** What the store asks of a disk: few operations, each of which may fail, so that tests can make each of them fail. */
import { link, open, readdir, readFile, rename, rm, stat, unlink, utimes } from 'node:fs/promises';
import { codeOf } from './codes.ts';
import { makeFolder } from './make-folder.ts';

/** A file being written. */
export interface NewFile {
  /** Gives how many bytes were taken, which may be fewer than were given. */
  write(bytes: Uint8Array): Promise<number>;
  /** When it returns, the content is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Tells one content of a file from the next: every save makes a new file. */
export interface FileMark {
  readonly node: number;
  readonly modified: number;
  readonly size: number;
}

/** Every promise may be rejected with an error of the system that bears a code such as ENOSPC. */
export interface Disk {
  read(path: string): Promise<Uint8Array>;
  /** Makes a file that is not there yet. */
  create(path: string, mode: number): Promise<NewFile>;
  /** Replaces `to` as one where it is there. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** A second name for a file; fails where `to` is there. */
  link(from: string, to: string): Promise<void>;
  /** Makes a folder and those above it; one that is there is no error. */
  makeFolder(path: string): Promise<void>;
  /** Removes a folder with all that is in it; one that is not there is no error. */
  removeFolder(path: string): Promise<void>;
  /** Names in a folder. */
  names(path: string): Promise<string[]>;
  mark(path: string): Promise<FileMark>;
  isFolder(path: string): Promise<boolean>;
  setTime(path: string, at: Date): Promise<void>;
  /** When it returns, the names in the folder are on the disk, where the system can promise that. */
  syncFolder(path: string): Promise<void>;
}

/** What systems answer that cannot open or sync a folder, as Windows; the names are then kept by the file system's own log. */
const noFolderSync: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EBADF', 'ENOSYS']);

/** What Windows answers while another program, such as a virus scanner, looks at the file. */
const lookedAt: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renameTries = process.platform === 'win32' ? 10 : 1;

/** The disk of this machine. */
export const systemDisk: Disk = {
  read: path => readFile(path),
  async create(path, mode) {
    const file = await open(path, 'wx', mode);
    return {
      write: async bytes => (await file.write(bytes)).bytesWritten,
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  async rename(from, to) {
    for (let left = renameTries; ; left--) {
      try {
        return await rename(from, to);
      } catch (error) {
        if (left <= 1 || !lookedAt.has(codeOf(error))) throw error;
        await new Promise(done => setTimeout(done, 50));
      }
    }
  },
  remove: unlink,
  link,
  makeFolder: async path => makeFolder(path),
  removeFolder: path => rm(path, { recursive: true, force: true }),
  names: path => readdir(path),
  async mark(path) {
    const { ino, mtimeMs, size } = await stat(path);
    return { node: ino, modified: mtimeMs, size };
  },
  isFolder: path =>
    stat(path).then(
      stats => stats.isDirectory(),
      () => false,
    ),
  setTime: (path, at) => utimes(path, at, at),
  async syncFolder(path) {
    try {
      const folder = await open(path, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    } catch (error) {
      if (!noFolderSync.has(codeOf(error))) throw error;
    }
  },
};
