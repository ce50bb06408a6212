/** What a reader gives: the text of a file, unchanged, and where it came from. */
import type { Bilingual } from '../words/bilingual.ts';

/** By the content, not by the name. */
export type MediaType =
  | 'text/plain'
  | 'text/html'
  | 'message/rfc822'
  | 'application/rtf'
  | 'application/msword'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.oasis.opendocument.text'
  | 'application/pdf'
  | 'application/ofd';

/** A page of the paper. */
export interface PageStart {
  /** Offset in the text of the first character of the page. */
  readonly start: number;
  /** Counts from 1, as sheets lie; what a page calls itself is not read. */
  readonly number: number;
}

/** What the reader of one format gives. */
export interface DocumentText {
  /** Paragraphs as lines; cells of a table row set apart by a tab. */
  readonly text: string;
  /** What a person should know about the reading. */
  readonly notes: readonly Bilingual[];
  readonly pages?: readonly PageStart[];
  /** Lines of page headers and footers, each once: no part of the text, but a marking may stand there. */
  readonly outside?: readonly string[];
}

/**
 * Reads one format. `name` is the file name, for errors.
 * @throws ReadError with a text for a person
 */
export type DocumentReader = (bytes: Uint8Array, name: string) => Promise<DocumentText>;

export interface SourceText {
  /** File name as given, without its folder. */
  readonly name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of `text` as UTF-8. */
  readonly textSha256: string;
  readonly mediaType: MediaType;
  /** Charset the bytes of a text or page were decoded with: `utf-8`, `gb18030`, `utf-16le`, `utf-16be`; null for other formats. */
  readonly charset: string | null;
  /** For txt the decoded characters without BOM, line ends as they are; for others the reader's output. Offsets everywhere count its UTF-16 units. */
  readonly text: string;
  /** Where each page begins, in order, for formats that have pages. */
  readonly pages?: readonly PageStart[];
  /** Lines of page headers and footers, for formats that have them. */
  readonly outside?: readonly string[];
  /** What a person should know about the reading (a wrong extension, a guessed charset). */
  readonly notes: readonly Bilingual[];
}

export type ReadErrorCode =
  | 'empty-file'
  | 'not-text'
  | 'unsupported-format'
  | 'too-large'
  /** There is none, or it is a picture of text. */
  | 'no-text'
  | 'scanned'
  | 'unreadable'
  /** Opens with a password only. */
  | 'encrypted'
  /** Cut off, or changed on its way. */
  | 'damaged'
  /** Stopped while it was being read. */
  | 'too-slow'
  | 'too-much-memory'
  /** An archive in an archive in an archive. */
  | 'nested-archive';

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
