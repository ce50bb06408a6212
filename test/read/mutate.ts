/** Damages files in the ways they get damaged, and in some that nobody would think of; the same each time. */
import { unzipSync, zipSync } from 'fflate';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Damage = (bytes: Uint8Array, random: () => number, other: Uint8Array) => Uint8Array;

const below = (random: () => number, most: number): number => Math.floor(random() * most);

/** Where a block of a file begins and ends; mostly small, at times most of it. */
function block(bytes: Uint8Array, random: () => number): readonly [number, number] {
  const start = below(random, bytes.length);
  const size = 1 + Math.floor(random() ** 4 * bytes.length);
  return [start, Math.min(bytes.length, start + size)];
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function withValues(value: (random: () => number) => number): Damage {
  return (bytes, random) => {
    const changed = bytes.slice();
    for (let times = 1 + below(random, 24); times > 0; times -= 1) {
      const at = below(random, bytes.length);
      changed[at] = value(random) ^ (random() < 0.5 ? (changed[at] ?? 0) : 0);
    }
    return changed;
  };
}

/** Figures of a file (lengths, offsets, counts) made larger, smaller or senseless. */
const figures: Damage = (bytes, random) => {
  const text = Buffer.from(bytes).toString('latin1');
  const share = random() * 0.05;
  const values = ['0', '-1', '1', '65535', '2147483647', '4294967295', '99999999999', '1e308', 'x'];
  const changed = text.replace(/\d{1,9}/g, found =>
    random() < share ? (values[below(random, values.length)] ?? '') : found,
  );
  return new Uint8Array(Buffer.from(changed, 'latin1'));
};

const damages: readonly (readonly [string, Damage])[] = [
  ['bits', withValues(random => 1 << below(random, 8))],
  ['bytes', withValues(random => below(random, 256))],
  ['cut off', (bytes, random) => bytes.slice(0, below(random, bytes.length))],
  ['beginning lost', (bytes, random) => bytes.slice(below(random, bytes.length))],
  [
    'block twice',
    (bytes, random) => {
      const [start, end] = block(bytes, random);
      return joined(bytes.subarray(0, end), bytes.subarray(start));
    },
  ],
  [
    'block lost',
    (bytes, random) => {
      const [start, end] = block(bytes, random);
      return joined(bytes.subarray(0, start), bytes.subarray(end));
    },
  ],
  [
    'block moved',
    (bytes, random) => {
      const [start, end] = block(bytes, random);
      const at = below(random, start + 1);
      return joined(bytes.subarray(0, at), bytes.subarray(start, end), bytes.subarray(at, start), bytes.subarray(end));
    },
  ],
  [
    'block blank',
    (bytes, random) => {
      const [start, end] = block(bytes, random);
      return bytes.slice().fill(random() < 0.5 ? 0 : 255, start, end);
    },
  ],
  [
    'two files',
    (bytes, random, other) =>
      joined(bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length))),
  ],
  ['figures', figures],
];

/** One of `files` damaged, with what was done to it; parts of a zip are damaged packed or unpacked. */
export function mutated(
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  seed: number,
): { readonly name: string; readonly bytes: Uint8Array; readonly how: string } {
  const random = randomFrom(seed);
  const [name, bytes] = files[below(random, files.length)] ?? ['', new Uint8Array()];
  const [, other] = files[below(random, files.length)] ?? ['', new Uint8Array()];
  const [how, damage] = damages[below(random, damages.length)] ?? damages[0] ?? ['', one => one];
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && random() < 0.7) {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts);
    const part = names[below(random, names.length)] ?? '';
    parts[part] = new Uint8Array(damage(parts[part] ?? new Uint8Array(), random, other));
    return { name, bytes: zipSync(parts, { level: 1 }), how: `${how} in ${part}` };
  }
  return { name, bytes: damage(bytes, random, other), how };
}
