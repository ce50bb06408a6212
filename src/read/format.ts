/** Tells what kind of file bytes are, by their content. */
import type { FileFormat } from '../words/reading.ts';

const archiveMarks = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '\x1f\x8b'];
const imageMarks = ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'];

/** `null` where the bytes may be text. `zip` may be an office document too: what is inside decides (`zipKind`). */
export function sniff(bytes: Uint8Array): FileFormat | null {
  const head = latin(bytes.subarray(0, 1024));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  if (head.includes('%PDF-')) return 'pdf';
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  if (archiveMarks.some(mark => head.startsWith(mark))) return 'archive';
  if (isImage(head)) return 'image';
  return null;
}

/** Formats that are text to the eye of a decoder: web archives and Word's XML. */
export function sniffText(text: string): FileFormat | null {
  const head = text.slice(0, 2048);
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type:\s*multipart\/related/i.test(head)) return 'mht';
  if (
    /^\s*<\?xml\b/.test(head) &&
    /progid="Word\.Document"|schemas\.microsoft\.com\/office\/(?:word|2006)/.test(head)
  ) {
    return 'word-xml';
  }
  return null;
}

const htmlStart =
  /^<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|div|p|table|span|article|section|center|font|h[1-6])[\s/>])/i;

/** Whether a decoded text is a web page: it begins with a tag, or is named as one and holds closing tags. */
export function isHtml(text: string, name: string): boolean {
  if (htmlStart.test(text.slice(startOfMarkup(text), startOfMarkup(text) + 64))) return true;
  return /\.(?:html?|xhtml|shtml)$/i.test(name) && /<\/[a-z][a-z0-9]*\s*>/i.test(text.slice(0, 1_000_000));
}

/** Offset of the first thing that is neither blank, comment nor processing instruction. */
function startOfMarkup(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null;
    if (close === null) return at;
    const end = text.indexOf(close, at + 2);
    if (end < 0) return at;
    at = end + close.length;
  }
}

/** Streams of a compound file are listed by their names in UTF-16. */
function compoundKind(bytes: Uint8Array): FileFormat {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => all.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook')) return 'sheet';
  if (holds('PowerPoint Document')) return 'slides';
  return 'compound';
}

/** Whether the list of streams, by which a compound file is told, lies beyond its end. */
export function isCutCompound(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.length < 512) return true;
  const size = 1 << head.readUInt16LE(30);
  return size >= 512 && (head.readUInt32LE(48) + 1) * size >= head.length;
}

/** What a zip is by the names of its entries. */
export function zipKind(names: readonly string[], mimetype: string | null): FileFormat {
  const has = (pattern: RegExp): boolean => names.some(name => pattern.test(name));
  if (mimetype?.includes('opendocument.text')) return 'odt';
  if (mimetype?.includes('opendocument.spreadsheet')) return 'sheet';
  if (mimetype?.includes('opendocument.presentation')) return 'slides';
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^xl\//i)) return 'sheet';
    if (has(/^ppt\//i)) return 'slides';
    return 'docx';
  }
  return 'zip';
}

function isImage(head: string): boolean {
  if (imageMarks.some(mark => head.startsWith(mark))) return true;
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return true;
  return /^RIFF[\s\S]{4}WEBP/.test(head) || /^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/.test(head);
}

/** One character a byte. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
