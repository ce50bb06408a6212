/** Where a rule file stops being JSON, and what to write there: missing commas, Chinese punctuation, quotes inside a text. */
import { createScanner, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { syntaxErrors as words } from '../words/rules.ts';
import { bracketMistake, type Token } from './brackets.ts';
import { applied, breaksOnLine, isWhole, quoteMistake } from './quotes.ts';
import { valueLike } from './value-like.ts';

/** What a message says to write, as a change of the text; with it reading goes on to the next mistake. */
export interface Fix {
  readonly at: number;
  readonly remove: number;
  readonly put: string;
}

export interface SyntaxMistake {
  readonly offset: number;
  readonly text: Bilingual;
  /** Null where what follows cannot be read with any sense before the mistake is corrected. */
  readonly fix: Fix | null;
}

/** Marks that an input method gives in the place of JSON's own. Full-width forms not named here are narrowed. */
const plainMarks: Readonly<Record<string, string>> = {
  '；': ',',
  '、': ',',
  '。': ',',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  "'": '"',
  '「': '"',
  '」': '"',
  '【': '[',
  '】': ']',
  '\u3000': ' ',
  '\u00a0': ' ',
};

function plainOf(mark: string): string | null {
  const plain = plainMarks[mark] ?? mark.normalize('NFKC');
  return plain !== mark && /^[ -~]$/.test(plain) ? plain : null;
}

/** The first mistake: without its correction what follows is mostly its echo. What makes the file whole is told before all else. */
export function explainSyntax(text: string, error: ParseError): SyntaxMistake {
  const likely = likelyMistake(text, error);
  if (likely.fix === null || isWhole(applied(text, likely.fix))) return likely;
  const quote = quoteMistake(text, error.offset);
  if (quote !== null) return quote;
  // A quote that leaves its line as broken as it was is no advice.
  return likely.fix.put === '"' && likely.fix.remove === 0 && breaksOnLine(applied(text, likely.fix), likely.fix.at)
    ? { offset: likely.offset, text: words.unpaired, fix: null }
    : likely;
}

function likelyMistake(text: string, error: ParseError): SyntaxMistake {
  const { offset, length } = error;
  const token = text.slice(offset, offset + length);
  const before = tokenBefore(text, offset);
  const at = (
    place: number,
    said: Bilingual,
    values: Record<string, string | number> = {},
    fix: Fix | null = null,
  ): SyntaxMistake => ({ offset: place, text: fillBoth(said, values), fix });
  const put = (place: number, written: string): Fix => ({ at: place, remove: 0, put: written });
  const afterIt = before === null ? offset : before.end;
  const slip = tokenSlip(text, offset, token, before);
  if (slip !== null) return slip;
  const code = printParseErrorCode(error.error);
  if (bracketCodes.has(code)) {
    const found = bracketMistake(text, offset);
    if (found !== null) return { ...found, fix: null };
  }
  switch (code) {
    case 'InvalidSymbol': {
      const plain = plainValue(token);
      if (plain !== null)
        return at(offset, words.plainNumber, { word: token, plain }, { at: offset, remove: length, put: plain });
      if (token.startsWith('#')) {
        // The rest of the line is the comment.
        return at(offset, words.hash, { mark: '#' }, { at: offset, remove: 1, put: '//' });
      }
      const single = /^'([^'\n"]*)'/.exec(text.slice(offset));
      if (single !== null) {
        const put = JSON.stringify(single[1]);
        return at(offset, words.singleQuotes, { text: put }, { at: offset, remove: single[0].length, put });
      }
      if (before !== null && lastOpen(text, offset) === null)
        return at(offset, words.tooMuch, { token: shorten(token) });
      const first = markAt(offset, token[0] ?? '');
      if (first !== null) return first;
      if (before?.text.startsWith('"') && before.end === offset)
        return strayQuote(before.text, before.start) ?? at(offset, words.innerQuotes);
      for (let index = 1; index < token.length; index += 1) {
        const mark = markAt(offset + index, token[index] ?? '');
        if (mark !== null) return mark;
      }
      return at(
        offset,
        words.bareWord,
        { word: shorten(token) },
        { at: offset, remove: length, put: JSON.stringify(token) },
      );
    }
    case 'UnexpectedEndOfString': {
      const joined = strayQuote(token, offset) === null ? lineAfter(text, offset + length) : null;
      if (joined !== null) return at(offset, words.joinLines, {}, joined);
      return strayQuote(token, offset) ?? openText(token, offset);
    }
    case 'CommaExpected':
      return at(afterIt, words.comma, {}, put(afterIt, ','));
    case 'ColonExpected':
      return at(afterIt, words.colon, {}, put(afterIt, ':'));
    case 'CloseBraceExpected':
    case 'CloseBracketExpected': {
      const open = lastOpen(text, offset);
      const close = open?.mark === '[' ? ']' : '}';
      return at(Math.min(offset, text.trimEnd().length), words.close, {
        close,
        open: open?.mark ?? '{',
        line: text.slice(0, open?.offset ?? 0).split('\n').length,
      });
    }
    case 'PropertyNameExpected':
      return at(offset, words.key);
    case 'ValueExpected': {
      const key = /"([\w-]+)"\s*:\s*$/.exec(text.slice(Math.max(0, afterIt - 60), afterIt))?.[1] ?? '';
      // The name or kind of another requirement would be no more than an echo of it.
      const like = key === 'id' || key === 'kind' ? null : valueLike(key);
      if (like === null) return at(offset, words.value);
      return at(afterIt, words.valueLike, { key, like }, put(afterIt, ` ${like}`));
    }
    case 'EndOfFileExpected':
      return at(offset, words.tooMuch, { token: shorten(token) });
    case 'UnexpectedEndOfComment':
      return at(offset, words.openComment);
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return at(offset, words.escape);
    case 'InvalidCharacter':
      return at(offset, words.control);
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return at(offset, words.number, { text: shorten(token) });
    default:
      return at(offset, words.other, { detail: printParseErrorCode(error.error) });
  }
}

/** Errors that a bracket too many, too few or of the wrong kind can lead to. */
const bracketCodes = new Set([
  'CommaExpected',
  'ColonExpected',
  'PropertyNameExpected',
  'ValueExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
  'EndOfFileExpected',
]);

/** One token doubled, or a quote too many or too few, seen from the two tokens where reading stopped. */
function tokenSlip(text: string, offset: number, token: string, before: Token | null): SyntaxMistake | null {
  const extra = (place: number, mark: string): SyntaxMistake => ({
    offset: place,
    text: fillBoth(words.extra, { token: mark }),
    fix: { at: place, remove: mark.length, put: '' },
  });
  const quote = (place: number, said: Bilingual): SyntaxMistake => ({
    offset: place,
    text: said,
    fix: { at: place, remove: 0, put: '"' },
  });
  if (before === null) return null;
  if (opensText(text, offset, token, before))
    return quote(before.start, fillBoth(words.openQuote, { word: shorten(before.text + token) }));
  const number = numberSlip(text, offset, token, before);
  if (number !== null) return number;
  if (plainOf(token[0] ?? '') !== null) return null;
  // A text closed with ” is told as such.
  if (strayQuote(before.text, 0) !== null || strayQuote(token, 0) !== null) return null;
  if ((token === ',' && /^[,[{]$/.test(before.text)) || (token === ':' && before.text === ':'))
    return extra(offset, token);
  const isText = before.text.startsWith('"');
  if (isText && token === before.text)
    return { offset, text: words.repeated, fix: { at: offset, remove: token.length, put: '' } };
  if (isText && before.end === offset && !/^[,:\]}]/.test(token)) {
    if (before.text === '""') return extra(before.start, '"');
    if (/^"\s*(?:[,:\]}]|$)/.test(token)) return extra(offset, '"');
    // The text ran on to the quote that opens the next one.
    const ran = /[,:]\s*"$/.exec(before.text);
    const mark = /“(?=\s*[,:]\s*"$)/.exec(before.text);
    if (mark !== null) return markAt(before.start + mark.index, '“');
    if (ran !== null) return quote(before.start + ran.index, words.closeQuote);
  }
  const key = /^"[\w-]+(?=:)/.exec(token);
  if (key !== null && !token.endsWith('"')) return quote(offset + key[0].length, words.closeQuote);
  if (/^[^\s"[\]{},:]/.test(token) && !isText) {
    const rest = text.slice(offset).split('\n')[0] ?? '';
    const quotes = rest.replace(/\\./g, '').split('"').length - 1;
    if (quotes % 2 === 1) return quote(offset, fillBoth(words.openQuote, { word: shorten(token) }));
  }
  return null;
}

/** A number with which a text begins whose opening quote lacks (2021-02", 2023年…"): the quotes left on its line do not pair. */
function opensText(text: string, offset: number, token: string, before: Token): boolean {
  if (!/^-?\d[\d.]*$/.test(before.text) || before.end !== offset || /^[,\]}]/.test(token)) return false;
  const rest = text.slice(before.start).split('\n')[0] ?? '';
  return rest.replace(/\\./g, '').split('"').length % 2 === 0;
}

/** Something stands in or right behind a number: a unit, a second point, the comma of the thousands. */
function numberSlip(text: string, offset: number, token: string, before: Token): SyntaxMistake | null {
  const isNumber = /^-?\d[\d.]*$/.test(before.text);
  if (before.text === ',' && /^\d{3}$/.test(token) && /\d,$/.test(text.slice(offset - 2, offset)))
    return { offset: offset - 1, text: words.thousands, fix: { at: offset - 1, remove: 1, put: '' } };
  if (!isNumber || before.end !== offset) return null;
  if (/^\.?\d/.test(token)) {
    const word = before.text + token;
    const plain = String(Number.parseFloat(word.replace(/^0+(?=\d)/, '')));
    const text = fillBoth(words.plainNumber, { word, plain });
    return { offset: before.start, text, fix: { at: before.start, remove: word.length, put: plain } };
  }
  if (!/^[\p{Script=Han}%％℃a-z]+$/u.test(token)) return null;
  const told = fillBoth(words.unitAfter, { unit: token });
  return { offset, text: told, fix: { at: offset, remove: token.length, put: '' } };
}

/** A number, true or false as people write it elsewhere: １００, +5, .5, True, 否. */
function plainValue(token: string): string | null {
  const word = token.normalize('NFKC');
  if (/^(?:true|是|真)$/i.test(word)) return 'true';
  if (/^(?:false|否|假)$/i.test(word)) return 'false';
  if (/^(?:null|none)$/i.test(word)) return 'null';
  const numeral = '零一二三四五六七八九十'.indexOf(word);
  if (word.length === 1 && numeral >= 0) return String(numeral);
  return /^[+-]?\d*\.?\d+$/.test(word) ? String(Number(word)) : null;
}

function markAt(offset: number, mark: string): SyntaxMistake | null {
  const plain = plainOf(mark);
  if (plain === null) return null;
  const text = plain === ' ' ? words.blank : fillBoth(words.chineseMark, { mark, plain });
  return { offset, text, fix: { at: offset, remove: mark.length, put: plain } };
}

/** Where the line after a text without its closing quote begins with the rest of the text: the line end that is too much. */
function lineAfter(text: string, end: number): Fix | null {
  const after = /^\r?\n[ \t]*(?=[^\s"[\]{}][^"\n]*"\s*[,\]}])/.exec(text.slice(end, end + 2000));
  return after === null ? null : { at: end, remove: after[0].length, put: '' };
}

/** A text without its closing quote: before the bracket that ends its list, or at the end of the line. */
function openText(token: string, offset: number): SyntaxMistake {
  const mark = /“(?=\s*(?:[,:\]}]|$))/.exec(token);
  const stray = mark === null ? null : markAt(offset + mark.index, '“');
  if (stray !== null) return stray;
  const end = token.search(/(?:\s*\]|\s+\})+[\s,]*$/);
  if (end > 0) return { offset: offset + end, text: words.closeQuote, fix: { at: offset + end, remove: 0, put: '"' } };
  const fix = { at: offset + token.replace(/[\s,]+$/, '').length, remove: 0, put: '"' };
  return { offset, text: fillBoth(words.openText, { text: shorten(token) }), fix };
}

/** A text that ran on because it was closed with ”: the mark that should have been an English quote. */
function strayQuote(token: string, start: number): SyntaxMistake | null {
  let open = 0;
  for (let index = 0; index < token.length; index += 1) {
    if (token[index] === '“') open += 1;
    if (token[index] !== '”') continue;
    if (open === 0) return markAt(start + index, '”');
    open -= 1;
  }
  return null;
}

function* tokensUntil(text: string, offset: number): Generator<Token> {
  const scanner = createScanner(text, true);
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (length === 0 || start >= offset) return;
    yield { text: text.slice(start, start + length), start, end: start + length };
  }
}

function tokenBefore(text: string, offset: number): Token | null {
  let last: Token | null = null;
  for (const token of tokensUntil(text, offset)) last = token;
  return last;
}

/** The innermost bracket still open at a place. */
function lastOpen(text: string, offset: number): { readonly mark: string; readonly offset: number } | null {
  const open: { mark: string; offset: number }[] = [];
  for (const token of tokensUntil(text, offset)) {
    if (token.text === '{' || token.text === '[') open.push({ mark: token.text, offset: token.start });
    if (token.text === '}' || token.text === ']') open.pop();
  }
  return open.at(-1) ?? null;
}

const shorten = (token: string): string => {
  const line = token.split('\n')[0] ?? '';
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
};
