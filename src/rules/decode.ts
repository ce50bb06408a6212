/** The bytes of a rule file as text: UTF-8 as it should be, or what an old editor or a wrong choice in a dialog made of it. */

export type RuleCharset = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedRules {
  /** Without byte order mark. Bytes that no charset explains are U+FFFD. */
  readonly text: string;
  readonly charset: RuleCharset;
}

/** By its mark; else UTF-8 if it is valid; else UTF-16 where every other byte of the ASCII in it is 0; else GB18030. */
export function decodeRules(bytes: Uint8Array): DecodedRules {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return read(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return read(bytes, 'utf-16be');
  // Files of other programs are named by their beginning.
  if (binaries.some(start => start.every((byte, index) => bytes[index] === byte)))
    return { text: new TextDecoder('latin1').decode(bytes.subarray(0, 8)), charset: 'utf-8' };
  const zero = bytes.indexOf(0);
  if (zero >= 0 && zero < 200) return read(bytes, zero % 2 === 1 ? 'utf-16le' : 'utf-16be');
  for (const charset of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), charset };
    } catch {
      // The next one.
    }
  }
  return read(bytes, 'utf-8');
}

const binaries: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

const read = (bytes: Uint8Array, charset: RuleCharset): DecodedRules => ({
  text: new TextDecoder(charset).decode(bytes),
  charset,
});

/** What people call it in the dialogs of their editors. */
export const charsetNames: Readonly<Record<RuleCharset, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 (GBK, ANSI)',
  'utf-16le': 'UTF-16 (Unicode)',
  'utf-16be': 'UTF-16 (Unicode big endian)',
};
