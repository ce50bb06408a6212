/** A disk one of whose operations fails, as full, broken, forbidden and read-only disks fail. */
import type { Disk } from '../../src/store/disk.ts';

export const faults = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'short write'] as const;
export type Fault = (typeof faults)[number];

export interface FaultyDisk extends Disk {
  /** The operation of this number from now on fails, counted from 0; null counts only. */
  arm(fault: Fault, at: number | null): void;
  /** What was asked for since then. */
  readonly asked: readonly string[];
}

const failure = (code: string, what: string): Error =>
  Object.assign(new Error(`${code}: ${what}`), { code, syscall: what });

export function faultyDisk(disk: Disk): FaultyDisk {
  let fault: Fault = 'EIO';
  let at: number | null = null;
  let full = false;
  const asked: string[] = [];

  /** True where this operation is the one to fail. */
  const isHit = (what: string): boolean => {
    asked.push(what);
    return asked.length - 1 === at;
  };
  const passed = (what: string): void => {
    if (isHit(what)) throw failure(fault === 'short write' ? 'ENOSPC' : fault, what);
  };

  return {
    asked,
    arm(next, number) {
      fault = next;
      at = number;
      full = false;
      asked.length = 0;
    },
    async read(path) {
      passed('read');
      return disk.read(path);
    },
    async create(path, mode) {
      passed('create');
      const file = await disk.create(path, mode);
      return {
        async write(bytes) {
          if (full) throw failure('ENOSPC', 'write');
          if (!isHit('write')) return file.write(bytes);
          if (fault !== 'short write') throw failure(fault, 'write');
          full = true;
          return file.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
        },
        async sync() {
          passed('sync');
          return file.sync();
        },
        async close() {
          await file.close();
          passed('close');
        },
      };
    },
    async rename(from, to) {
      passed('rename');
      return disk.rename(from, to);
    },
    async remove(path) {
      passed('remove');
      return disk.remove(path);
    },
    async link(from, to) {
      passed('link');
      return disk.link(from, to);
    },
    async makeFolder(path) {
      passed('makeFolder');
      return disk.makeFolder(path);
    },
    async removeFolder(path) {
      passed('removeFolder');
      return disk.removeFolder(path);
    },
    async names(path) {
      passed('names');
      return disk.names(path);
    },
    async mark(path) {
      passed('mark');
      return disk.mark(path);
    },
    isFolder: path => disk.isFolder(path),
    async setTime(path, time) {
      passed('setTime');
      return disk.setTime(path, time);
    },
    async syncFolder(path) {
      passed('syncFolder');
      return disk.syncFolder(path);
    },
  };
}
