/** Cuts rich text (rtf) into groups, control words and characters. */

export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** `number` is null where the word has none. */
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  /** A byte of a text in a code page, 0 to 255. */
  | { readonly kind: 'byte'; readonly byte: number; readonly escaped: boolean }
  /** `\*`: a group that who does not know it leaves out. */
  | { readonly kind: 'optional' };

/** Characters that a control sign stands for. */
const signs: Readonly<Record<string, number>> = { '~': 0xa0, _: 0x2d };

/** @param text the file, one character a byte */
export function* rtfTokens(text: string): Generator<RtfToken> {
  const word = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '{' || sign === '}') {
      at += 1;
      yield { kind: sign === '{' ? 'open' : 'close' };
    } else if (sign === '\r' || sign === '\n' || sign === '\0') at += 1;
    else if (sign !== '\\') {
      at += 1;
      yield { kind: 'byte', byte: sign.charCodeAt(0) & 0xff, escaped: false };
    } else {
      const next = text.charAt(at + 1);
      word.lastIndex = at + 1;
      const found = word.exec(text);
      if (found !== null) {
        const number = found[2] === undefined ? null : Number(found[2]);
        at = word.lastIndex;
        // Raw bytes follow, whatever they look like.
        if (found[1] === 'bin') at += Math.max(0, number ?? 0);
        else yield { kind: 'word', word: found[1] ?? '', number };
      } else if (next === "'") {
        const byte = Number.parseInt(text.slice(at + 2, at + 4), 16);
        at += 4;
        if (!Number.isNaN(byte)) yield { kind: 'byte', byte, escaped: true };
      } else {
        at += 2;
        if (next === '*') yield { kind: 'optional' };
        else if (next === '\n' || next === '\r') yield { kind: 'word', word: 'par', number: null };
        else if (next === '\\' || next === '{' || next === '}')
          yield { kind: 'byte', byte: next.charCodeAt(0), escaped: false };
        else if (Object.hasOwn(signs, next)) yield { kind: 'word', word: 'sign', number: signs[next] ?? 0x20 };
      }
    }
  }
}
