/** Which bracket of a broken rule file is too many, too few or of the wrong kind: the one whose change makes the file whole. */
import { createScanner } from 'jsonc-parser';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { syntaxErrors as words } from '../words/rules.ts';

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Edit {
  /** Number of the token before which, or in whose place, something is written. */
  readonly at: number;
  readonly remove: boolean;
  readonly put: string;
}

/** So many tokens are tried before the place where reading stopped, and before the one where the indentation first disagrees. */
const tried = 60;

/**
 * Tries the brackets near the place where reading stopped, and near the one where the indentation first tells that
 * something is wrong: it may be a hundred lines before. Of the changes that make the file whole, the one is told after
 * which the brackets agree best with the indentation, then the nearest. Null where none does: then something else is wrong.
 */
export function bracketMistake(text: string, offset: number): { offset: number; text: Bilingual } | null {
  const tokens = tokensOf(text);
  const indents = indentsOf(text, tokens);
  const stop = tokens.findIndex(token => token.end > offset);
  const last = stop < 0 ? tokens.length : stop;
  const first = Math.min(last, firstMisfit(tokens, indents));
  let best: Edit | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let at = last; at >= Math.max(0, first - tried); at -= 1) {
    if (at < last - tried && at > first) continue;
    for (const edit of editsAt(tokens, at)) {
      const agreed = misfitsAfter(tokens, indents, edit);
      if (agreed === null) continue;
      const misfits = agreed + leaning(tokens, edit);
      if (misfits >= least) continue;
      best = edit;
      least = misfits;
    }
  }
  // One of two like brackets side by side may be too many wherever it stands: the indentation tells nothing of it.
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (!/^[[{]$/.test(token.text) || before?.text !== token.text || before.end !== token.start) continue;
    const edit = { at, remove: true, put: '' };
    const agreed = misfitsAfter(tokens, indents, edit);
    if (agreed === null || agreed + leaning(tokens, edit) >= least) continue;
    best = edit;
    least = agreed + leaning(tokens, edit);
  }
  return best === null ? null : told(tokens, best, text);
}

function told(tokens: readonly Token[], { at, remove, put }: Edit, text: string): { offset: number; text: Bilingual } {
  const token = tokens[at];
  const found = token?.text ?? '';
  const place = token?.start ?? text.trimEnd().length;
  if (!remove) {
    const before = tokens[at - 1];
    // A value that is opened begins behind the colon of its key, even where the rest stands on the next line.
    const opens = before?.text === ':' ? before.end : place;
    if (put === '[' || put === '{') return { offset: opens, text: fillBoth(words.lacksBracket, { bracket: put }) };
    const open = openBefore(tokens, at);
    const line = text.slice(0, open?.start ?? 0).split('\n').length;
    return { offset: place, text: fillBoth(words.close, { close: put, open: open?.text ?? '', line }) };
  }
  if (put === '') return { offset: place, text: fillBoth(words.extra, { token: found }) };
  return { offset: place, text: fillBoth(words.otherBracket, { found, bracket: put }) };
}

/** Where the indentation does not decide: of two like brackets side by side one is too many; any other one lacks its pair. */
function leaning(tokens: readonly Token[], { at, remove, put }: Edit): number {
  if (!remove || put !== '') return 0;
  const [before, token] = [tokens[at - 1], tokens[at]];
  return token !== undefined && before?.text === token.text && before.end === token.start ? -0.5 : 0.25;
}

/** The innermost bracket still open before a token. */
function openBefore(tokens: readonly Token[], at: number): Token | null {
  const open: Token[] = [];
  for (const token of tokens.slice(0, at)) {
    if (token.text === '[' || token.text === '{') open.push(token);
    else if (token.text === ']' || token.text === '}') open.pop();
  }
  return open.at(-1) ?? null;
}

const pairs: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
const isBracket = (text: string): boolean => /^[[\]{}]$/.test(text);
const otherKind: Readonly<Record<string, string>> = { '[': '{', '{': '[', ']': '}', '}': ']' };

function editsAt(tokens: readonly Token[], at: number): Edit[] {
  const found = tokens[at]?.text ?? '';
  const put = (text: string, remove: boolean): Edit => ({ at, remove, put: text });
  return [
    ...(isBracket(found) ? [put(otherKind[found] ?? '', true), put('', true)] : []),
    ...['}', ']', '{', '['].map(bracket => put(bracket, false)),
  ];
}

function tokensOf(text: string): Token[] {
  const scanner = createScanner(text, true);
  const tokens: Token[] = [];
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (length === 0) return tokens;
    tokens.push({ text: text.slice(start, start + length), start, end: start + length });
  }
}

interface Indent {
  /** Blanks at the beginning of the token's line. */
  readonly width: number;
  readonly opensLine: boolean;
}

function indentsOf(text: string, tokens: readonly Token[]): Indent[] {
  return tokens.map(({ start }) => {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    const width = /^[ \t]*/.exec(text.slice(line, start))?.[0].length ?? 0;
    return { width, opensLine: line + width === start };
  });
}

type Wants = 'value' | 'value-or-end' | 'key-or-end' | 'colon' | 'comma' | 'nothing';

const noEdit: Edit = { at: -1, remove: false, put: '' };

/** Number of the first token that does not agree with the indentation, or where reading stops. */
function firstMisfit(tokens: readonly Token[], indents: readonly Indent[]): number {
  return scan(tokens, indents, noEdit).first;
}

/** Tokens that do not agree with the indentation once the edit is made; null where the file is not whole then. */
function misfitsAfter(tokens: readonly Token[], indents: readonly Indent[], edit: Edit): number | null {
  const { whole, misfits } = scan(tokens, indents, edit);
  return whole ? misfits : null;
}

interface Scan {
  readonly whole: boolean;
  readonly misfits: number;
  readonly first: number;
}

/** Reads brackets and commas as JSON does; what opens a line should stand as far in as its neighbours, or as its own bracket. */
function scan(tokens: readonly Token[], indents: readonly Indent[], edit: Edit): Scan {
  /** `child`: how far in the first thing stands that opens a line in it; -1 for none. */
  const open: { readonly text: string; readonly width: number; child: number }[] = [];
  let misfits = 0;
  let first = tokens.length;
  let index = 0;
  const misfit = (): void => {
    misfits += 1;
    first = Math.min(first, index);
  };
  let wants = 'value' as Wants;
  const afterValue = (): Wants => (open.length === 0 ? 'nothing' : 'comma');
  const take = (text: string, indent: Indent | undefined): boolean => {
    const within = open.at(-1);
    if (indent?.opensLine && within !== undefined && !/^[\]},:]$/.test(text)) {
      const farther = within.width < 0 || indent.width > within.width;
      if (!farther || (within.child >= 0 && within.child !== indent.width)) misfit();
      if (within.child < 0) within.child = indent.width;
    }
    if (text === '[' || text === '{') {
      if (wants !== 'value' && wants !== 'value-or-end') return false;
      open.push({ text, width: indent?.width ?? -1, child: -1 });
      wants = text === '[' ? 'value-or-end' : 'key-or-end';
    } else if (text === ']' || text === '}') {
      const ends = wants === 'comma' || wants === (text === ']' ? 'value-or-end' : 'key-or-end');
      if (!ends || within === undefined || pairs[within.text] !== text) return false;
      if (indent?.opensLine && within.width >= 0 && indent.width !== within.width) misfit();
      open.pop();
      wants = afterValue();
    } else if (text === ',') {
      if (wants !== 'comma' || within === undefined) return false;
      // A comma too many at the end of a list does no harm.
      wants = within.text === '[' ? 'value-or-end' : 'key-or-end';
    } else if (text === ':') {
      if (wants !== 'colon') return false;
      wants = 'value';
    } else if (wants === 'key-or-end') {
      if (!text.startsWith('"')) return false;
      wants = 'colon';
    } else if (wants === 'value' || wants === 'value-or-end') {
      wants = afterValue();
    } else return false;
    return true;
  };
  const stopped = (): Scan => ({ whole: false, misfits, first: Math.min(first, index) });
  for (; index <= tokens.length; index += 1) {
    const token = tokens[index];
    const here = index === edit.at;
    const indent = indents[index];
    if (here && edit.put !== '' && !take(edit.put, edit.remove ? indent : undefined)) return stopped();
    if (token !== undefined && !(here && edit.remove) && !take(token.text, indent)) return stopped();
  }
  return { whole: open.length === 0 && wants === 'nothing', misfits, first };
}
