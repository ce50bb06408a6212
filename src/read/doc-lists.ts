/** Lists and styles of Word 97 to 2003: where automatic numbers come from. */
import type { Declared, Level, List, NumberOf, Styles, Use } from './docx-numbering.ts';

/** Names of the kinds of numbers, by their codes. */
const kinds: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  15: 'decimal',
  16: 'ideographLegalTraditional',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  40: 'ideographDigital',
  255: 'none',
};

/** Length of what stands behind a property's code, told by its top bits. */
const operands = [1, 1, 2, 4, 2, 2, null, 3] as const;

/** The properties of a list of them: code and where its operand begins. */
export function* propertiesOf(data: Buffer): Generator<readonly [code: number, at: number]> {
  let at = 0;
  while (at + 2 < data.length) {
    const code = data.readUInt16LE(at);
    at += 2;
    yield [code, at];
    const length = operands[code >> 13];
    // Of the two properties that tell tables by a length of two bytes the second counts itself otherwise.
    if (code === 0xd608) at += at + 2 <= data.length ? data.readUInt16LE(at) + 1 : 2;
    else at += length === null || length === undefined ? data.readUInt8(at) + 1 : length;
  }
}

const listLevel = 0x260a;
const listUse = 0x460b;

/** Number that a list of properties gives to a paragraph. */
export function numberIn(data: Buffer): NumberOf {
  const number: NumberOf = { id: null, level: null };
  for (const [code, at] of propertiesOf(data)) {
    if (code === listLevel) number.level = data.readUInt8(at);
    else if (code === listUse && at + 2 <= data.length) {
      const use = data.readUInt16LE(at);
      // From 0xF801 on the number was taken away by hand.
      number.id = use > 0x7fe ? '0' : String(use);
    }
  }
  return number;
}

/** A level, and where what follows it begins. */
function levelAt(table: Buffer, from: number): readonly [Level, number] {
  const flags = table.readUInt8(from + 5);
  const follow = table.readUInt8(from + 15);
  const text = from + 28 + table.readUInt8(from + 24) + table.readUInt8(from + 25);
  const length = table.readUInt16LE(text);
  const end = text + 2 + length * 2;
  const written = table.toString('utf16le', text + 2, end);
  const level: Level = {
    start: table.readInt32LE(from),
    format: kinds[table.readUInt8(from + 4)] ?? 'decimal',
    // A sign below ten stands for the number of that level.
    text: [...written].map(sign => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign)).join(''),
    suffix: follow === 1 ? 'space' : follow === 2 ? 'nothing' : 'tab',
    style: '',
    legal: (flags & 4) !== 0,
    restart: (flags & 8) !== 0 ? table.readUInt8(from + 26) : null,
  };
  return [level, end];
}

/** @param main the stream with the head of the file; @param table the one with its tables */
export function readLists(main: Buffer, table: Buffer): Declared {
  const lists = new Map<string, List>();
  const uses = new Map<string, Use>();
  const listsAt = main.readUInt32LE(0x2e2);
  if (main.readUInt32LE(0x2e6) > 0) {
    const count = table.readUInt16LE(listsAt);
    let at = listsAt + 2 + count * 28;
    for (let index = 0; index < count; index += 1) {
      const head = listsAt + 2 + index * 28;
      const levels = new Map<number, Level>();
      const own = (table.readUInt8(head + 26) & 1) !== 0 ? 1 : 9;
      for (let level = 0; level < own; level += 1) {
        const [read, end] = levelAt(table, at);
        const style = table.readUInt16LE(head + 8 + level * 2);
        levels.set(level, { ...read, style: style === 0xfff ? '' : String(style) });
        at = end;
      }
      lists.set(String(table.readInt32LE(head)), { levels, style: '' });
    }
  }
  const usesAt = main.readUInt32LE(0x2ea);
  if (main.readUInt32LE(0x2ee) > 0) {
    const count = table.readUInt32LE(usesAt);
    let at = usesAt + 4 + count * 16;
    for (let index = 0; index < count; index += 1) {
      const head = usesAt + 4 + index * 16;
      const use: Use = { list: String(table.readInt32LE(head)), starts: new Map(), levels: new Map() };
      uses.set(String(index + 1), use);
      at += 4;
      const overrides = table.readUInt8(head + 12);
      for (let nth = 0; nth < overrides; nth += 1) {
        const start = table.readInt32LE(at);
        const flags = table.readUInt32LE(at + 4);
        at += 8;
        if ((flags & 0x20) !== 0) {
          const [level, end] = levelAt(table, at);
          use.levels.set(flags & 15, level);
          at = end;
          if ((flags & 0x10) !== 0) use.starts.set(flags & 15, level.start);
        } else if ((flags & 0x10) !== 0) use.starts.set(flags & 15, start);
      }
    }
  }
  return { lists, uses };
}

interface DocStyle {
  readonly name: string;
  readonly basedOn: string;
  readonly number: NumberOf;
}

/** The style sheet. */
export function readStyles(main: Buffer, table: Buffer): Styles & { listsContents(id: string): boolean } {
  const styles = new Map<string, DocStyle>();
  const from = main.readUInt32LE(0xa2);
  const to = Math.min(table.length, from + main.readUInt32LE(0xa6));
  if (to > from + 6) {
    const baseSize = table.readUInt16LE(from + 4);
    let at = from + 2 + table.readUInt16LE(from);
    for (let index = 0; at + 2 <= to; index += 1) {
      const size = table.readUInt16LE(at);
      at += 2;
      if (size >= baseSize + 2) styles.set(String(index), styleOf(table.subarray(at, at + size), baseSize));
      at += size;
    }
  }
  return {
    *chain(id) {
      const seen = new Set<string>();
      for (let at = id; !seen.has(at); ) {
        const style = styles.get(at);
        if (style === undefined) return;
        seen.add(at);
        yield { id: at, number: style.number };
        at = style.basedOn;
      }
    },
    listsContents: id => /^(?:toc|contents|目录)\s*(?:\d|heading|标题|$)/i.test(styles.get(id)?.name ?? ''),
  };
}

function styleOf(data: Buffer, baseSize: number): DocStyle {
  const kind = data.readUInt16LE(2);
  const nameLength = data.readUInt16LE(baseSize);
  const nameEnd = baseSize + 2 + nameLength * 2;
  const name = data.toString('utf16le', baseSize + 2, nameEnd);
  let number: NumberOf = { id: null, level: null };
  const properties = nameEnd + 2;
  if ((kind & 15) === 1 && properties + 4 <= data.length) {
    const size = data.readUInt16LE(properties);
    number = numberIn(data.subarray(properties + 4, properties + 2 + size));
  }
  return { name, basedOn: String(kind >> 4), number };
}
