/** Reads plain texts and saved web pages, and finishes what the readers of other formats give. */
import { createHash } from 'node:crypto';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { readingWords } from '../words/reading.ts';
import { decodeText, isControl } from './charset.ts';
import { isHtml, sniff, sniffText } from './format.ts';
import { charsetLabel, pageEdges, pageText } from './html.ts';
import { filled, refusal, unsupported } from './refusal.ts';
import { withoutUnseen } from './stand-in-units.ts';
import type { ReadError, SourceText } from './types.ts';

/** The text of an annual report is some 20 KB, a saved page seldom more than 1 MB. */
export const defaultLimit = 20 * 1024 * 1024;

/** Most characters of a text; the longest annual reports seen are under 60,000. Longer ones would hold up everybody's pages. */
export const longestText = 300_000;

/** Shares of a decoded text, above which bytes are taken to be no text. */
const controlShare = 0.01;
const damagedShare = 0.05;

/**
 * Reads a plain text or a saved web page.
 *
 * @param name file name; a folder before it is dropped
 * @param limit largest number of bytes
 * @throws ReadError with a text for a person, in both languages
 */
export function readSource(bytes: Uint8Array, name: string, limit: number = defaultLimit): SourceText {
  const fileName = baseName(name);
  checkSize(bytes.length, fileName, limit);
  const format = sniff(bytes);
  if (format !== null) throw unsupported(format, fileName);

  const decoded = decodeText(bytes);
  if (decoded.text === '') throw refusal('empty-file', readingWords.emptyFile, { name: fileName });
  if (decoded.senseless || isBinary(decoded.text, decoded.damaged)) {
    if (named(fileName, textExtensions) || named(fileName, pageExtensions)) {
      throw refusal('not-text', readingWords.notText, { name: fileName });
    }
    throw unsupported('binary', fileName);
  }
  const textFormat = sniffText(decoded.text);
  if (textFormat !== null) throw unsupported(textFormat, fileName);

  const notes: Bilingual[] = [];
  const page = isHtml(decoded.text, fileName);
  const wrong = wrongExtension(
    fileName,
    page ? pageExtensions : textExtensions,
    readingWords[page ? 'webPage' : 'plainText'],
  );
  if (wrong !== null) notes.push(wrong);
  const label = page ? charsetLabel(decoded.text) : null;
  if (label !== null && label.charset !== decoded.charset) {
    notes.push(filled(readingWords.charsetLies, { label: label.written, charset: decoded.charset }));
  } else if (decoded.guessed && label === null && decoded.charset !== 'gb18030') {
    notes.push(filled(readingWords.charsetGuessed, { charset: decoded.charset }));
  }
  if (decoded.damaged > 0) notes.push(filled(readingWords.damagedCharacters, { count: decoded.damaged }));

  const outside = page ? pageEdges(decoded.text, fileName) : [];
  const text = withoutUnseen(page ? pageText(decoded.text, fileName) : decoded.text);
  return finished(bytes, fileName, page ? readingWords.pageWithoutText : readingWords.onlyBlanks, {
    mediaType: page ? 'text/html' : 'text/plain',
    charset: decoded.charset,
    text,
    notes,
    ...(outside.length > 0 && { outside }),
  });
}

/** The file name without its folder. */
export const baseName = (name: string): string => name.split(/[\\/]/).at(-1) || name;

/** @throws ReadError for a file of no bytes or of more than `limit` */
export function checkSize(size: number, name: string, limit: number): void {
  if (size === 0) throw refusal('empty-file', readingWords.emptyFile, { name });
  if (size <= limit) return;
  const inMegabytes = (bytes: number, digits: number): number => +(bytes / 1024 / 1024).toFixed(digits);
  throw refusal('too-large', readingWords.tooLarge, {
    name,
    size: (size / 1024 / 1024).toFixed(1),
    limit: inMegabytes(limit, 2),
  });
}

/** What is said where a file's name ends in what its content is not; null where it ends so, or in nothing. */
export function wrongExtension(name: string, extensions: readonly string[], what: Bilingual): Bilingual | null {
  const extension = /\.[^.]+$/.exec(name)?.[0] ?? '';
  if (extension === '' || named(name, extensions)) return null;
  return {
    zh: fill(readingWords.extensionSays.zh, { extension, what: what.zh }),
    en: fill(readingWords.extensionSays.en, { extension, what: what.en }),
  };
}

/**
 * Checks a text that was read and gives it its sums.
 * @param without what is said where there is no text
 * @throws ReadError `no-text`, or `too-large` for more than `longestText` characters
 */
export function finished(
  bytes: Uint8Array,
  name: string,
  without: Bilingual,
  read: Omit<SourceText, 'name' | 'sha256' | 'textSha256'>,
): SourceText {
  const { text } = read;
  if (isBlank(text)) throw refusal('no-text', without, { name });
  if (text.length > longestText) throw tooLong(name, text.length);
  return { name, sha256: sha256(bytes), textSha256: sha256(text), ...read };
}

/** Readers stop with it as soon as a text grows beyond `longestText`. */
export function tooLong(name: string, length: number): ReadError {
  return refusal('too-large', readingWords.tooLong, { name, length, limit: longestText });
}

const textExtensions = ['.txt', '.text', '.md', '.log'];
const pageExtensions = ['.html', '.htm', '.xhtml', '.shtml'];

function named(name: string, extensions: readonly string[]): boolean {
  return extensions.some(extension => name.toLowerCase().endsWith(extension));
}

function isBinary(text: string, damaged: number): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++;
  return controls > text.length * controlShare || damaged > text.length * damagedShare;
}

/** Nothing but blanks of every width and signs that are not seen. */
function isBlank(text: string): boolean {
  return !/[^\s\p{C}]/u.test(text);
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
