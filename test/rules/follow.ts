/** Does to a rule file what a message about it says, to the letter. */
import type { RuleError } from '../../src/rules/errors.ts';

/** The text after what the message says was written at its place; null where the message names nothing to write. */
export function followed(text: string, error: RuleError): string | null {
  const lines = text.split('\n');
  const at = lines.slice(0, error.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + error.column - 1;
  const said = error.text.en;
  const replace = (length: number, instead: string): string => text.slice(0, at) + instead + text.slice(at + length);
  const token = /^(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s,:[\]{}"]+)/.exec(text.slice(at))?.[0] ?? '';
  const rest = (lines[error.line - 1] ?? '').slice(error.column - 1);
  const inPhrase = /^Phrase "(.*?)"(?:,| must).*; write (.+)$/.exec(said);
  if (inPhrase !== null) {
    const [, phrase = '', write = ''] = inPhrase;
    const here = text.slice(at);
    if (/belongs inside|must not/.test(said)) return replace(phrase.length, write);
    const mark = /"([^"]+)" cannot stand here/.exec(said)?.[1];
    return replace(mark?.length ?? /^(?:<[^>]*>|[{][^}]*[}]|…+\d*…*)/.exec(here)?.[0].length ?? 0, write);
  }
  const [, instead, found = ''] = /; write (\S+) for (\S+)$/.exec(said) ?? [];
  if (instead !== undefined) return replace(found.length, instead);
  if (/join the next line to it$/.test(said)) return text.slice(0, at) + text.slice(at).replace(/\r?\n[ \t]*/, '');
  if (/for example; write (.+)$/.test(said)) return replace(0, ` ${/; write (.+)$/.exec(said)?.[1]}`);
  const mark = /cannot stand here; write (.)$/.exec(said)?.[1];
  if (mark !== undefined) return replace(1, mark);
  const added = /; add ([^\w\s])$/.exec(said)?.[1] ?? /^a ([\]}]) lacks here/.exec(said)?.[1];
  if (added !== undefined) return replace(0, added);
  const write = /(?:; write|Write) (.+?)\.?$/.exec(said)?.[1];
  if (write !== undefined && !/ or /.test(write)) return replace(token.length, write);
  const meant = /did you mean "([^"]+)"/.exec(said)?.[1];
  if (meant !== undefined) return replace(token.length, JSON.stringify(meant));
  const removed = /; remove (\S+)$/.exec(said)?.[1];
  if (removed !== undefined && text.startsWith(removed, at)) return replace(removed.length, '');
  if (/repeated here; remove it$/.test(said)) return replace(token.length, '');
  if (/end it with "$/.test(said)) {
    const end = rest.replace(/[\s,]+$/, '').length;
    return `${text.slice(0, at + end)}"${text.slice(at + end)}`;
  }
  return null;
}
