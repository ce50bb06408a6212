/** Encodes a text into the charsets that reports come in, for tests: the platform only decodes them. */

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function utf16le(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

export function utf16be(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
}

export function marked(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  return new Uint8Array([...mark, ...bytes]);
}

export function gb18030(text: string): Uint8Array {
  const table = gbTable();
  return new Uint8Array(
    [...text].flatMap(character => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`no GB18030 code for ${character}`);
      return bytes;
    }),
  );
}

let made: ReadonlyMap<string, readonly number[]> | null = null;

/** Every two-byte code, then the four-byte codes of the basic plane, turned round. */
function gbTable(): ReadonlyMap<string, readonly number[]> {
  if (made !== null) return made;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  const add = (...bytes: number[]): void => {
    const character = decoder.decode(new Uint8Array(bytes));
    if (!character.includes('\uFFFD') && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) add(byte);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add(lead, trail);
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        for (let fourth = 0x30; fourth <= 0x39; fourth++) add(first, second, third, fourth);
  made = table;
  return table;
}
