/** Reads a file of any format: tells what it is by its content and hands it to the reader of that format. */
import { type FileFormat, formatWords, readingWords } from '../words/reading.ts';
import { decodeText } from './charset.ts';
import { isCutCompound, isHtml, sniff, sniffText, zipKind } from './format.ts';
import { damaged, unsupported } from './refusal.ts';
import { baseName, checkSize, defaultLimit, finished, readSource, wrongExtension } from './source.ts';
import type { DocumentReader, MediaType, SourceText } from './types.ts';
import { openZip } from './zip.ts';

/** Documents carry pictures; what is read of them is bounded apart from this. */
export const documentLimit = 50 * 1024 * 1024;

interface Reader {
  readonly mediaType: MediaType;
  /** Endings of file names that fit the format. */
  readonly extensions: readonly string[];
  /** Loaded when the first file of the format comes. */
  readonly load: () => Promise<DocumentReader>;
}

/** One line a format. What is not here is told by name and refused. */
const readers: Readonly<Partial<Record<FileFormat, Reader>>> = {
  doc: {
    mediaType: 'application/msword',
    extensions: ['.doc', '.dot', '.wps', '.wpt'],
    load: async () => (await import('./doc.ts')).readDoc,
  },
  rtf: {
    mediaType: 'application/rtf',
    extensions: ['.rtf'],
    load: async () => (await import('./rtf.ts')).readRtf,
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx', '.docm', '.dotx', '.dotm', '.wps', '.wpt'],
    load: async () => (await import('./docx.ts')).readDocx,
  },
  ofd: { mediaType: 'application/ofd', extensions: ['.ofd'], load: async () => (await import('./ofd.ts')).readOfd },
  pdf: { mediaType: 'application/pdf', extensions: ['.pdf'], load: async () => (await import('./pdf.ts')).readPdf },
};

/**
 * Reads one document. An archive is refused here: `readArchive` gives the files in it.
 *
 * @param name file name; a folder before it is dropped
 * @param limit largest number of bytes
 * @throws ReadError with a text for a person, in both languages
 */
export async function readDocument(bytes: Uint8Array, name: string, limit = documentLimit): Promise<SourceText> {
  const fileName = baseName(name);
  checkSize(bytes.length, fileName, limit);
  const format = await formatOf(bytes, fileName);
  if (format === null) return readSource(bytes, fileName, Math.min(limit, defaultLimit));
  const reader = readers[format];
  if (reader === undefined) throw unsupported(format, fileName);
  const read = await reader.load();
  const { text, notes, pages, outside = [] } = await read(bytes, fileName);
  const wrong = wrongExtension(fileName, reader.extensions, formatWords[format].what);
  return finished(bytes, fileName, readingWords.documentWithoutText, {
    mediaType: reader.mediaType,
    charset: null,
    text,
    notes: wrong === null ? notes : [wrong, ...notes],
    ...(pages !== undefined && { pages }),
    ...(outside.length > 0 && { outside }),
  });
}

/** What a file is; null for a plain text or a page (or for bytes of no kind, which `readSource` tells). @throws ReadError */
export async function formatOf(bytes: Uint8Array, name: string): Promise<FileFormat | null> {
  const format = sniff(bytes);
  if (format === null) return sniffText(decodeText(bytes).text);
  if (format === 'compound' && isCutCompound(bytes)) throw damaged(name, readingWords.damagedCut);
  if (format !== 'zip') return format;
  const zip = await openZip(bytes, name);
  const mimetype = zip.find('mimetype');
  const told =
    mimetype === null || mimetype.size > 200 ? null : Buffer.from(await zip.read(mimetype)).toString('latin1');
  return zipKind(
    zip.entries.map(entry => entry.name),
    told,
  );
}

/** Whether bytes are a plain text, the one kind of file that holds nothing to unpack or to parse. */
export function isPlainText(bytes: Uint8Array, name: string): boolean {
  if (bytes.length > defaultLimit || sniff(bytes) !== null) return false;
  const { text } = decodeText(bytes);
  return sniffText(text) === null && !isHtml(text, name);
}
