/** Opens a compound file (OLE), the container of Word 97 to 2003: a small file system of sectors and streams. */
import { readingWords } from '../words/reading.ts';
import { damaged } from './refusal.ts';

const endOfChain = 0xfffffffe;
/** Streams below this size lie in small sectors of a stream of their own. */
const smallStream = 4096;

/** The streams of a compound file by name; the first of two that are called the same. @throws ReadError `damaged` */
export function readCompound(bytes: Uint8Array, name: string): { stream(wanted: string): Buffer | null } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = () => damaged(name, readingWords.damagedInside);
  if (file.length < 512) throw broken();
  const size = 1 << file.readUInt16LE(30);
  const small = 1 << file.readUInt16LE(32);
  if ((size !== 512 && size !== 4096) || small !== 64) throw broken();
  const sectors = Math.ceil(file.length / size);

  const sector = (at: number): Buffer => {
    const start = (at + 1) * size;
    if (at >= sectors || start >= file.length) throw broken();
    return file.subarray(start, start + size);
  };
  const table = allocation();
  const chain = (first: number, next: readonly number[]): number[] => {
    const found: number[] = [];
    for (let at = first; at < endOfChain; at = next[at] ?? endOfChain) {
      found.push(at);
      if (found.length > next.length) throw broken();
    }
    return found;
  };
  const whole = (first: number): Buffer => Buffer.concat(chain(first, table).map(sector));

  /** Which sector follows which; sectors of the table itself are named in the head and in a chain that begins there. */
  function allocation(): number[] {
    const places: number[] = [];
    for (let at = 76; at < 512; at += 4) places.push(file.readUInt32LE(at));
    let more = file.readUInt32LE(68);
    for (let count = 0; more < endOfChain && count < sectors; count += 1) {
      const part = sector(more);
      for (let at = 0; at + 8 <= part.length; at += 4) places.push(part.readUInt32LE(at));
      more = part.length >= size ? part.readUInt32LE(size - 4) : endOfChain;
    }
    const next: number[] = [];
    for (const place of places) {
      if (place >= endOfChain || next.length > sectors) continue;
      const part = sector(place);
      for (let at = 0; at + 4 <= part.length; at += 4) next.push(part.readUInt32LE(at));
    }
    return next;
  }

  const directory = whole(file.readUInt32LE(48));
  const entries = new Map<string, { readonly first: number; readonly size: number }>();
  let root = { first: endOfChain, size: 0 };
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, directory.readUInt16LE(at + 64));
    const kind = directory.readUInt8(at + 66);
    const entry = { first: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
    const called = directory.toString('utf16le', at, at + Math.max(0, length - 2));
    if (kind === 5) root = entry;
    else if (kind === 2 && !entries.has(called)) entries.set(called, entry);
  }
  const smallTable: number[] = [];
  const firstSmall = file.readUInt32LE(60);
  if (firstSmall < endOfChain) {
    const part = whole(firstSmall);
    for (let at = 0; at + 4 <= part.length; at += 4) smallTable.push(part.readUInt32LE(at));
  }

  return {
    stream(wanted) {
      const entry = entries.get(wanted);
      if (entry === undefined) return null;
      if (entry.size >= smallStream) {
        const data = whole(entry.first);
        if (data.length < entry.size) throw broken();
        return data.subarray(0, entry.size);
      }
      const held = whole(root.first);
      const parts = chain(entry.first, smallTable).map(at => held.subarray(at * small, (at + 1) * small));
      return Buffer.concat(parts).subarray(0, entry.size);
    },
  };
}
