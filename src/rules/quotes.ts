/** Which quote of a line of a broken rule file lacks, is too many or is a Chinese one: the one whose change makes the file whole. */
import { type ParseError, parseTree } from 'jsonc-parser';
import { type Bilingual, fillBoth } from '../words/bilingual.ts';
import { syntaxErrors as words } from '../words/rules.ts';
import type { Fix } from './syntax.ts';

/** More places of one line are not tried: each is a reading of the file. */
const mostTried = 60;

export function isWhole(text: string): boolean {
  const errors: ParseError[] = [];
  return (
    parseTree(text, errors, { allowTrailingComma: true, disallowComments: false }) !== undefined && errors.length === 0
  );
}

/** Whether reading stops on the line of `offset`. */
export function breaksOnLine(text: string, offset: number): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const at = errors[0]?.offset ?? text.length;
  return !text.slice(Math.min(at, offset), Math.max(at, offset)).includes('\n');
}

export const applied = (text: string, { at, remove, put }: Fix): string =>
  text.slice(0, at) + put + text.slice(at + remove);

interface Change {
  readonly fix: Fix;
  readonly text: Bilingual;
}

/** Of the changes of one quote on the line of `offset` that make the file whole, the nearest to it; null where none does. */
export function quoteMistake(text: string, offset: number): { offset: number; text: Bilingual; fix: Fix } | null {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(from, end < 0 ? text.length : end);
  const changes = changesOf(line, from)
    .filter(change => pairs(applied(line, { ...change.fix, at: change.fix.at - from })))
    .sort((a, b) => rank(a) - rank(b) || Math.abs(a.fix.at - offset) - Math.abs(b.fix.at - offset));
  for (const { fix, text: said } of changes.slice(0, mostTried)) {
    if (isWhole(applied(text, fix))) return { offset: fix.at, text: said, fix };
  }
  return null;
}

/** A quote written behind a Chinese one would make the file whole as well, and leave the Chinese one in the text. */
const rank = ({ fix }: Change): number => (fix.remove === 1 && fix.put !== '' ? 0 : 1);

/** Quotes written where a text can open or close, taken away, or written in the place of Chinese ones. */
function changesOf(line: string, from: number): Change[] {
  const change = (at: number, remove: number, put: string, said: Bilingual): Change => ({
    fix: { at: from + at, remove, put },
    text: said,
  });
  const all = (pattern: RegExp, made: (match: RegExpExecArray) => Change): Change[] =>
    [...line.matchAll(pattern)].map(made);
  return [
    ...all(/[“”]/g, ({ index, 0: mark }) => change(index, 1, '"', fillBoth(words.chineseMark, { mark, plain: '"' }))),
    ...all(/(?<=[^\s"])(?=\s*(?:[,:\]}]|$))/g, ({ index }) => change(index, 0, '"', words.closeQuote)),
    ...all(/(?<=(?:^|[[{,:])\s*)[^\s,:[\]{}"][^\s,:[\]{}"]*/g, ({ index, 0: word }) =>
      change(index, 0, '"', fillBoth(words.openQuote, { word: word.slice(0, 20) })),
    ),
    ...all(/"/g, ({ index }) => change(index, 1, '', fillBoth(words.extra, { token: '"' }))),
  ];
}

/** Chinese quotes beside a comma or colon of JSON's own, inside a text: they were to close one and open the next. */
const swallowed = /"[^"“”]*[“”]\s*[,:]\s*[“”](?:[^"\\]|\\.)*"/;

/** Whether the English quotes of a line pair, and what stands between texts is JSON's own. */
function pairs(line: string): boolean {
  if (swallowed.test(line)) return false;
  const rest = line.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\/\/.*$/, '');
  return /^(?:[\s,:[\]{}]|-?\d+(?:\.\d+)?|true|false|null)*$/.test(rest);
}
