/** Opens a zip within bounds: entries, bytes unpacked and how much smaller than those the file is. */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { readingWords } from '../words/reading.ts';
import { damaged, refusal } from './refusal.ts';
import { ReadError } from './types.ts';

export interface ZipEntry {
  /** As packed, folders by `/`; never used as a path on disk. */
  readonly name: string;
  /** Bytes when unpacked, as the archive claims. */
  readonly size: number;
  readonly encrypted: boolean;
}

export interface Zip {
  /** Files in the order of the archive's directory, folders left out. */
  readonly entries: readonly ZipEntry[];
  /** The entry of that name, upper or lower case; null where there is none. */
  find(name: string): ZipEntry | null;
  /** Unpacks an entry whole. `called` is its name in errors, else that of the zip. @throws ReadError */
  read(entry: ZipEntry, called?: string): Promise<Uint8Array>;
  /** Unpacks an entry piece by piece; what `take` throws stops it. @throws ReadError */
  stream(entry: ZipEntry, take: (piece: Uint8Array) => void, called?: string): Promise<void>;
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes unpacked over all entries that are read. */
  readonly bytes: number;
}

/** For documents: parts of a report's file are some 100 KB, pictures are never unpacked. */
const documentLimits: ZipLimits = { entries: 20_000, bytes: 64 * 1024 * 1024 };

/** Unpacked bytes for one packed, beyond which more than a few MB are a bomb; XML of repeated table cells reaches some 60. */
const mostRatio = 200;
const freeOfRatio = 4 * 1024 * 1024;

/**
 * Opens a zip and lists what it holds.
 * @param name file name, for errors
 * @throws ReadError `damaged`, `too-large` (here or while reading), `encrypted`
 */
export async function openZip(bytes: Uint8Array, name: string, limits: ZipLimits = documentLimits): Promise<Zip> {
  const broken = (): ReadError => damaged(name, readingWords.damagedZip);
  const raw = new Map<ZipEntry, Entry>();
  const byName = new Map<string, ZipEntry>();
  let file: ZipFile;
  try {
    file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      decodeStrings: false,
    });
    if (file.entryCount > limits.entries) {
      const values = { name, count: file.entryCount, limit: limits.entries };
      throw refusal('too-large', readingWords.tooManyEntries, values);
    }
    for await (const entry of file.eachEntry()) {
      const listed = { name: nameOf(entry), size: entry.uncompressedSize, encrypted: entry.isEncrypted() };
      if (listed.name === '' || listed.name.endsWith('/')) continue;
      raw.set(listed, entry);
      const key = listed.name.toLowerCase();
      if (!byName.has(key)) byName.set(key, listed);
    }
  } catch (error) {
    throw error instanceof ReadError ? error : broken();
  }

  let unpacked = 0;
  const stream: Zip['stream'] = async (listed, take, called = name) => {
    const entry = raw.get(listed);
    if (entry === undefined) throw damaged(called, readingWords.damagedZip);
    if (entry.isEncrypted()) throw refusal('encrypted', readingWords.encryptedEntry, { name: called });
    if (!entry.canDecodeFileData()) throw refusal('unsupported-format', readingWords.unknownPacking, { name: called });
    const tooLarge = (): ReadError =>
      refusal('too-large', readingWords.unpacksTooLarge, {
        name: called,
        limit: Math.round(limits.bytes / 1024 / 1024),
      });
    let sum = 0;
    let taken = 0;
    try {
      for await (const piece of await file.openReadStreamPromise(entry)) {
        const chunk = piece as Uint8Array;
        taken += chunk.length;
        unpacked += chunk.length;
        if (unpacked > limits.bytes) throw tooLarge();
        if (taken > freeOfRatio && taken > entry.compressedSize * mostRatio) throw tooLarge();
        sum = crc32(chunk, sum);
        take(chunk);
      }
    } catch (error) {
      // Words of yauzl and of zlib are for programmers; everything else was thrown for people.
      if (error instanceof ReadError || !isLibraryError(error)) throw error;
      throw damaged(called, readingWords.damagedZip);
    }
    if (sum >>> 0 !== entry.crc32 >>> 0) throw damaged(called, readingWords.damagedCheck);
  };
  return {
    entries: [...raw.keys()],
    find: wanted => byName.get(wanted.toLowerCase()) ?? null,
    read: async (entry, called) => {
      const pieces: Uint8Array[] = [];
      await stream(entry, piece => pieces.push(piece), called);
      return Buffer.concat(pieces);
    },
    stream,
  };
}

/** Plain errors are yauzl's, errors with a code are zlib's. */
function isLibraryError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Object.getPrototypeOf(error) === Error.prototype || 'code' in error;
}

/** Names marked as UTF-8 are that; unmarked ones are UTF-8 or, by Chinese archivers, GBK. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileNameRaw;
  const told = (entry.generalPurposeBitFlag & 0x800) !== 0 || entry.extraFields.some(({ id }) => id === 0x7075);
  const marked = told ? getFileNameLowLevel(entry.generalPurposeBitFlag, bytes, entry.extraFields, false) : null;
  const name = marked === null || marked.includes('\uFFFD') ? decode(bytes) : marked;
  return name.replaceAll('\\', '/');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
