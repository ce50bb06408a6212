/** Compiled phrase lists as plain data, handed to whoever keeps such things, so that the next start need not compile them. */
import { createHash } from 'node:crypto';
import type { Always } from './compiled.ts';
import { LiteralSet } from './literals.ts';
import { compilePhrases, type PhraseList, type Terms } from './phrase.ts';
import type { Program } from './program.ts';

/** Numbers, texts, lists and maps alone: all that a list is but the phrases as they are written. */
export interface ListData {
  /** The public fields of a LiteralSet. */
  readonly literals: object;
  readonly always: Always;
  readonly program: Program;
}

export interface ListKeeper {
  /** What was kept under a key by this very program; null where there is none. */
  read(key: string): ListData | null;
  keep(key: string, data: ListData): void;
}

let keeper: ListKeeper | null = null;

/** Lists of rule sets and genres are kept there from now on. Without it they are compiled in each process. */
export function keepListsIn(there: ListKeeper): void {
  keeper = there;
}

/** As `compilePhrases`, which is asked only where no list was kept. */
export function keptPhrases(sources: readonly string[], terms: Terms = {}): PhraseList {
  if (keeper === null) return compilePhrases(sources, terms);
  const key = createHash('sha256')
    .update(JSON.stringify([sources, terms]))
    .digest('hex');
  const data = keeper.read(key);
  if (data !== null) return { ...data, sources, literals: Object.assign(new LiteralSet(), data.literals) };
  const { literals, always, program } = compilePhrases(sources, terms);
  keeper.keep(key, { literals: { ...literals }, always, program });
  return { sources, literals, always, program };
}
