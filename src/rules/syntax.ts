/** Where a rule file stops being JSON, and what to write there: missing commas, Chinese punctuation, quotes inside a text. */
import { createScanner, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { syntaxErrors as words } from '../words/rules.ts';

export interface SyntaxMistake {
  readonly offset: number;
  readonly text: Bilingual;
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

/** The first mistake alone: what follows it is mostly its echo. */
export function explainSyntax(text: string, error: ParseError): SyntaxMistake {
  const { offset, length } = error;
  const token = text.slice(offset, offset + length);
  const before = tokenBefore(text, offset);
  const at = (place: number, said: Bilingual, values: Record<string, string | number> = {}): SyntaxMistake => ({
    offset: place,
    text: fillBoth(said, values),
  });
  const afterIt = before === null ? offset : before.end;
  switch (printParseErrorCode(error.error)) {
    case 'InvalidSymbol': {
      const first = markAt(offset, token[0] ?? '');
      if (first !== null) return first;
      if (before?.text.startsWith('"') && before.end === offset)
        return strayQuote(before.text, before.start) ?? at(offset, words.innerQuotes);
      for (let index = 1; index < token.length; index += 1) {
        const mark = markAt(offset + index, token[index] ?? '');
        if (mark !== null) return mark;
      }
      return at(offset, words.bareWord, { word: shorten(token) });
    }
    case 'UnexpectedEndOfString':
      return strayQuote(token, offset) ?? at(offset, words.openText, { text: shorten(token) });
    case 'CommaExpected':
      return at(afterIt, words.comma);
    case 'ColonExpected':
      return at(afterIt, words.colon);
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
    case 'ValueExpected':
      return at(offset, words.value);
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

function markAt(offset: number, mark: string): SyntaxMistake | null {
  const plain = plainOf(mark);
  if (plain === null) return null;
  return plain === ' ' ? { offset, text: words.blank } : { offset, text: fillBoth(words.chineseMark, { mark, plain }) };
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

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
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
