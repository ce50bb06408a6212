/** Makes the error by which a file is refused, its words filled in both languages. */
import { type Bilingual, fill } from '../words/bilingual.ts';
import { type FileFormat, formatWords, readEndings, readingWords } from '../words/reading.ts';
import { ReadError, type ReadErrorCode } from './types.ts';

export type Values = Readonly<Record<string, string | number>>;

export function filled(words: Bilingual, values: Values): Bilingual {
  return { zh: fill(words.zh, values), en: fill(words.en, values) };
}

export function refusal(code: ReadErrorCode, words: Bilingual, values: Values): ReadError {
  return new ReadError(code, filled(words, values));
}

/** A file that is cut off or was changed; `detail` says by what that was seen. */
export function damaged(name: string, detail: Bilingual): ReadError {
  const words = /\.zip$/i.test(name) ? readingWords.damagedArchive : readingWords.damaged;
  return new ReadError('damaged', {
    zh: fill(words.zh, { name, detail: detail.zh }),
    en: fill(words.en, { name, detail: detail.en }),
  });
}

/** A format that is told but not read. */
export function unsupported(format: FileFormat, name: string): ReadError {
  const { what, remedy } = formatWords[format];
  const code = format === 'encrypted' ? 'encrypted' : 'unsupported-format';
  return new ReadError(code, {
    zh: fill(readingWords.unsupported.zh, { name, what: what.zh, remedy: remedy.zh, formats: readEndings.join('、') }),
    en: fill(readingWords.unsupported.en, { name, what: what.en, remedy: remedy.en, formats: readEndings.join(', ') }),
  });
}
