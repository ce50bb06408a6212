/** A disk in memory that writes down what was done to it, so that a crash at any point can be played through. */
import { basename, dirname } from 'node:path';
import type { Disk, FileMark } from '../../src/store/disk.ts';

/** One operation as the disk did it; files are known by number, names lead to them. */
export type Operation =
  | { readonly do: 'create'; readonly file: number; readonly path: string }
  | { readonly do: 'write'; readonly file: number; readonly bytes: Uint8Array }
  | { readonly do: 'sync'; readonly file: number }
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'link'; readonly from: string; readonly to: string }
  | { readonly do: 'folder'; readonly path: string }
  | { readonly do: 'syncFolder'; readonly path: string };

interface File {
  bytes: Uint8Array;
  modified: number;
}

const failed = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

/** Paths are absolute; the root is there. */
export class MemoryDisk implements Disk {
  readonly done: Operation[] = [];
  readonly #files = new Map<number, File>();
  readonly #names = new Map<string, number>();
  readonly #folders = new Set<string>(['/']);
  #numbers = 0;
  #now = 1_700_000_000_000;

  async read(path: string): Promise<Uint8Array> {
    if (this.#folders.has(path)) throw failed('EISDIR', path);
    return this.#at(path).bytes;
  }

  async create(path: string) {
    if (this.#names.has(path) || this.#folders.has(path)) throw failed('EEXIST', path);
    if (!this.#folders.has(dirname(path))) throw failed('ENOENT', path);
    this.#numbers += 1;
    const file = this.#numbers;
    this.#files.set(file, { bytes: new Uint8Array(), modified: this.#tick() });
    this.#names.set(path, file);
    this.done.push({ do: 'create', file, path });
    return {
      write: async (bytes: Uint8Array) => {
        const at = this.#files.get(file);
        if (at !== undefined) {
          at.bytes = Buffer.concat([at.bytes, bytes]);
          at.modified = this.#tick();
        }
        this.done.push({ do: 'write', file, bytes: Uint8Array.from(bytes) });
        return bytes.length;
      },
      sync: async () => {
        this.done.push({ do: 'sync', file });
      },
      close: async () => {},
    };
  }

  async rename(from: string, to: string): Promise<void> {
    if (this.#folders.has(from)) {
      this.#renameFolder(from, to);
    } else {
      const file = this.#names.get(from);
      if (file === undefined) throw failed('ENOENT', from);
      this.#names.delete(from);
      this.#names.set(to, file);
    }
    this.done.push({ do: 'rename', from, to });
  }

  #renameFolder(from: string, to: string): void {
    if ([...this.#folders, ...this.#names.keys()].some(path => path.startsWith(`${to}/`)))
      throw failed('ENOTEMPTY', to);
    const moved = (path: string): string => (path === from ? to : to + path.slice(from.length));
    const isIn = (path: string): boolean => path === from || path.startsWith(`${from}/`);
    for (const path of [...this.#folders].filter(isIn)) {
      this.#folders.delete(path);
      this.#folders.add(moved(path));
    }
    for (const [path, file] of [...this.#names].filter(([name]) => isIn(name))) {
      this.#names.delete(path);
      this.#names.set(moved(path), file);
    }
  }

  async remove(path: string): Promise<void> {
    if (!this.#names.delete(path)) throw failed('ENOENT', path);
    this.done.push({ do: 'remove', path });
  }

  async link(from: string, to: string): Promise<void> {
    const file = this.#names.get(from);
    if (file === undefined) throw failed('ENOENT', from);
    if (this.#names.has(to)) throw failed('EEXIST', to);
    this.#names.set(to, file);
    this.done.push({ do: 'link', from, to });
  }

  async makeFolder(path: string): Promise<void> {
    if (path === '/' || this.#folders.has(path)) return;
    await this.makeFolder(dirname(path));
    this.#folders.add(path);
    this.done.push({ do: 'folder', path });
  }

  async removeFolder(path: string): Promise<void> {
    for (const name of [...this.#names.keys()])
      if (name === path || name.startsWith(`${path}/`)) await this.remove(name);
    for (const folder of [...this.#folders])
      if (folder === path || folder.startsWith(`${path}/`)) this.#folders.delete(folder);
  }

  async names(path: string): Promise<string[]> {
    if (!this.#folders.has(path)) throw failed('ENOENT', path);
    return [...this.#folders, ...this.#names.keys()]
      .filter(one => one !== '/' && dirname(one) === path)
      .map(one => basename(one));
  }

  async mark(path: string): Promise<FileMark> {
    if (this.#folders.has(path)) return { node: 0, modified: 0, size: 0 };
    const { bytes, modified } = this.#at(path);
    return { node: this.#names.get(path) ?? 0, modified, size: bytes.length };
  }

  async isFolder(path: string): Promise<boolean> {
    return this.#folders.has(path);
  }

  async setTime(path: string, at: Date): Promise<void> {
    this.#at(path).modified = at.getTime();
  }

  async syncFolder(path: string): Promise<void> {
    this.done.push({ do: 'syncFolder', path });
  }

  /** All files by path, for comparing. */
  contents(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#names].map(([path]) => [path, this.#at(path).bytes]));
  }

  #at(path: string): File {
    const file = this.#files.get(this.#names.get(path) ?? 0);
    if (file === undefined) throw failed('ENOENT', path);
    return file;
  }

  #tick(): number {
    this.#now += 1;
    return this.#now;
  }

  /** Puts a file there as it is after a crash: folders that it needs are there too. */
  place(path: string, bytes: Uint8Array): void {
    for (let at = dirname(path); at !== '/'; at = dirname(at)) this.#folders.add(at);
    this.#numbers += 1;
    this.#files.set(this.#numbers, { bytes, modified: this.#tick() });
    this.#names.set(path, this.#numbers);
  }
  placeFolder(path: string): void {
    for (let at = path; at !== '/'; at = dirname(at)) this.#folders.add(at);
  }
}

/**
 * What a crash leaves. `killed`: the process ended, the disk has all. `power-late`: the power went, names are as new as they
 * can be and content that was not synced is gone. `power-half`: half of that content is there. `power-early`: names that
 * were not synced are as they were before.
 */
export const crashes = ['killed', 'power-late', 'power-half', 'power-early'] as const;
export type Crash = (typeof crashes)[number];

/** The disk as a crash after these operations leaves it. */
export function afterCrash(operations: readonly Operation[], crash: Crash): MemoryDisk {
  const files = new Map<number, { bytes: Uint8Array; synced: number }>();
  // Names as the running program sees them, and those that are on the disk.
  const seen = new Map<string, number>();
  const names = new Map<string, number>();
  const folders = new Set<string>();
  // With `power-early` a change of a name counts only once its folder was synced.
  let waiting: { readonly folder: string; readonly settle: () => void }[] = [];
  const change = (path: string, settle: () => void): void => {
    if (crash === 'power-early') waiting.push({ folder: dirname(path), settle });
    else settle();
  };
  for (const op of operations) {
    switch (op.do) {
      case 'create':
        files.set(op.file, { bytes: new Uint8Array(), synced: 0 });
        seen.set(op.path, op.file);
        change(op.path, () => names.set(op.path, op.file));
        break;
      case 'write': {
        const file = files.get(op.file);
        if (file !== undefined) file.bytes = Buffer.concat([file.bytes, op.bytes]);
        break;
      }
      case 'sync': {
        const file = files.get(op.file);
        if (file !== undefined) file.synced = file.bytes.length;
        break;
      }
      case 'link':
      case 'rename': {
        if (folders.has(op.from)) {
          moveFolder(op.from, op.to, [seen], folders);
          change(op.to, () => moveFolder(op.from, op.to, [names]));
          break;
        }
        const file = seen.get(op.from);
        if (file === undefined) throw new Error(`no file ${op.from}`);
        seen.set(op.to, file);
        change(op.to, () => names.set(op.to, file));
        if (op.do === 'rename') {
          seen.delete(op.from);
          change(op.from, () => names.delete(op.from));
        }
        break;
      }
      case 'remove':
        seen.delete(op.path);
        change(op.path, () => names.delete(op.path));
        break;
      case 'folder':
        folders.add(op.path);
        break;
      case 'syncFolder':
        for (const { folder, settle } of waiting) if (folder === op.path) settle();
        waiting = waiting.filter(({ folder }) => folder !== op.path);
        break;
    }
  }
  const disk = new MemoryDisk();
  for (const folder of folders) disk.placeFolder(folder);
  for (const [path, number] of names) {
    const file = files.get(number);
    if (file === undefined) continue;
    const kept =
      crash === 'killed'
        ? file.bytes.length
        : crash === 'power-half'
          ? file.synced + Math.floor((file.bytes.length - file.synced) / 2)
          : file.synced;
    disk.place(path, file.bytes.subarray(0, kept));
  }
  return disk;
}

function moveFolder(from: string, to: string, maps: readonly Map<string, number>[], folders?: Set<string>): void {
  const isIn = (path: string): boolean => path === from || path.startsWith(`${from}/`);
  for (const names of maps)
    for (const [path, file] of [...names].filter(([name]) => isIn(name))) {
      names.delete(path);
      names.set(to + path.slice(from.length), file);
    }
  for (const path of [...(folders ?? [])].filter(isIn)) {
    folders?.delete(path);
    folders?.add(to + path.slice(from.length));
  }
}
