/** An error of the person at the terminal: told in one line, exit code 2. */
import { type Bilingual, fill, type Lang } from '../words/bilingual.ts';
import { commandWords } from '../words/commands.ts';
import type { ProgressTo } from './progress.ts';

export class CommandError extends Error {
  readonly text: Bilingual;
  /** A value may itself have two languages. */
  constructor(text: Bilingual, values: Readonly<Record<string, string | number | Bilingual>> = {}) {
    const told = { zh: fill(text.zh, inLanguage(values, 'zh')), en: fill(text.en, inLanguage(values, 'en')) };
    super(told.en);
    this.name = 'CommandError';
    this.text = told;
  }
}

function inLanguage(values: Readonly<Record<string, string | number | Bilingual>>, lang: Lang) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]),
  );
}

/** Why the system refused a file, in words; null for an error of another kind. A reason without words of its own is its code. */
export function systemReason(error: unknown): { readonly code: string; readonly text: Bilingual } | null {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return null;
  const code = String(error.code);
  const known: Readonly<Record<string, Bilingual>> = commandWords.reasons;
  return { code, text: known[code] ?? { zh: code, en: code } };
}

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes as it is, without a line end of its own. */
  readonly raw: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
}

/** What a long run needs besides. */
export interface LongIo extends Io {
  /** Resolves when what was written to standard output has left the program: a slow reader is waited for. */
  readonly drained: () => Promise<void>;
  /** Where progress is shown. */
  readonly progress: ProgressTo;
}
