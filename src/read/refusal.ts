/** Makes the error by which a file is refused, its words filled in both languages. */
import { type Bilingual, fill } from '../words/bilingual.ts';
import { ReadError, type ReadErrorCode } from './types.ts';

export type Values = Readonly<Record<string, string | number>>;

export function filled(words: Bilingual, values: Values): Bilingual {
  return { zh: fill(words.zh, values), en: fill(words.en, values) };
}

export function refusal(code: ReadErrorCode, words: Bilingual, values: Values): ReadError {
  return new ReadError(code, filled(words, values));
}
