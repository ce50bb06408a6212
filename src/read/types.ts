/** What a reader gives: the text of a file, unchanged, and where it came from. */
import type { Bilingual } from '../words/bilingual.ts';

export interface SourceText {
  /** File name as given, without its folder. */
  readonly name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of `text` as UTF-8. */
  readonly textSha256: string;
  readonly mediaType: 'text/plain' | 'text/html';
  /** Charset the bytes were decoded with: `utf-8`, `gb18030`, `utf-16le`, `utf-16be`. */
  readonly charset: string | null;
  /** For txt the decoded characters without BOM, line ends as they are; for html the reader's output. Offsets everywhere count its UTF-16 units. */
  readonly text: string;
  /** What a person should know about the reading (a wrong extension, a guessed charset). */
  readonly notes: readonly Bilingual[];
}

export type ReadErrorCode = 'empty-file' | 'not-text' | 'unsupported-format' | 'too-large' | 'no-text' | 'unreadable';

/** A file that cannot be read, told to a person in both languages. */
export class ReadError extends Error {
  readonly code: ReadErrorCode;
  readonly text: Bilingual;
  constructor(code: ReadErrorCode, text: Bilingual) {
    super(text.en);
    this.name = 'ReadError';
    this.code = code;
    this.text = text;
  }
}
