/** Writes zip files by hand, so that a test can make them lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Packed {
  /** Bytes of the name, in whatever charset. */
  readonly name: Uint8Array | string;
  readonly data: Uint8Array;
  readonly stored?: boolean;
  /** What the archive says is the size when unpacked. */
  readonly claims?: number;
  readonly encrypted?: boolean;
  /** The sum is of other bytes. */
  readonly wrongSum?: boolean;
}

export function makeZip(entries: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, stored, claims, encrypted, wrongSum } of entries) {
    const called = typeof name === 'string' ? Buffer.from(name) : Buffer.from(name);
    const packed = stored === true ? Buffer.from(data) : deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((encrypted === true ? 1 : 0) | (typeof name === 'string' ? 0x800 : 0), 2);
    head.writeUInt16LE(stored === true ? 0 : 8, 4);
    head.writeUInt32LE((crc32(data) ^ (wrongSum === true ? 1 : 0)) >>> 0, 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? data.length, 18);
    head.writeUInt16LE(called.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, called, packed);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(at, 12);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail.subarray(2), called);
    at += 4 + head.length + called.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
