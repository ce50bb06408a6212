/** Reads the bytes of a file into the text that everything after works on. */
import { createHash } from 'node:crypto';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { formatWords, readingWords, type UnreadFormat } from '../words/reading.ts';
import { decodeText, isControl } from './charset.ts';
import { isHtml, unreadFormat, unreadTextFormat } from './format.ts';
import { charsetLabel, pageText } from './html.ts';
import { filled, refusal } from './refusal.ts';
import { ReadError, type SourceText } from './types.ts';

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
  const fileName = name.split(/[\\/]/).at(-1) || name;
  if (bytes.length === 0) throw refusal('empty-file', readingWords.emptyFile, { name: fileName });
  if (bytes.length > limit) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw refusal('too-large', readingWords.tooLarge, {
      name: fileName,
      size,
      limit: +(limit / 1024 / 1024).toFixed(2),
    });
  }
  const format = unreadFormat(bytes, fileName);
  if (format !== null) throw unsupported(format, fileName);

  const decoded = decodeText(bytes);
  if (decoded.text === '') throw refusal('empty-file', readingWords.emptyFile, { name: fileName });
  if (decoded.senseless || isBinary(decoded.text, decoded.damaged)) {
    if (named(fileName, textExtensions) || named(fileName, pageExtensions)) {
      throw refusal('not-text', readingWords.notText, { name: fileName });
    }
    throw unsupported('binary', fileName);
  }
  const textFormat = unreadTextFormat(decoded.text);
  if (textFormat !== null) throw unsupported(textFormat, fileName);

  const notes: Bilingual[] = [];
  const page = isHtml(decoded.text, fileName);
  const extension = /\.[^.]+$/.exec(fileName)?.[0] ?? '';
  if (extension !== '' && !named(fileName, page ? pageExtensions : textExtensions)) {
    const what = page ? readingWords.webPage : readingWords.plainText;
    notes.push({
      zh: fill(readingWords.extensionSays.zh, { extension, what: what.zh }),
      en: fill(readingWords.extensionSays.en, { extension, what: what.en }),
    });
  }
  const label = page ? charsetLabel(decoded.text) : null;
  if (label !== null && label.charset !== decoded.charset) {
    notes.push(filled(readingWords.charsetLies, { label: label.written, charset: decoded.charset }));
  } else if (decoded.guessed && label === null && decoded.charset !== 'gb18030') {
    notes.push(filled(readingWords.charsetGuessed, { charset: decoded.charset }));
  }
  if (decoded.damaged > 0) notes.push(filled(readingWords.damagedCharacters, { count: decoded.damaged }));

  const text = page ? pageText(decoded.text, fileName) : decoded.text;
  if (isBlank(text)) {
    throw refusal('no-text', page ? readingWords.pageWithoutText : readingWords.onlyBlanks, { name: fileName });
  }
  if (text.length > longestText) {
    throw refusal('too-large', readingWords.tooLong, {
      name: fileName,
      length: text.length,
      limit: longestText,
    });
  }
  return {
    name: fileName,
    sha256: sha256(bytes),
    textSha256: sha256(text),
    mediaType: page ? 'text/html' : 'text/plain',
    charset: decoded.charset,
    text,
    notes,
  };
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

function unsupported(format: UnreadFormat, name: string): ReadError {
  const { what, remedy } = formatWords[format];
  return new ReadError('unsupported-format', {
    zh: fill(readingWords.unsupported.zh, { name, what: what.zh, remedy: remedy.zh }),
    en: fill(readingWords.unsupported.en, { name, what: what.en, remedy: remedy.en }),
  });
}
