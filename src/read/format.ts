/** Tells what kind of file bytes are, by their content; the name only tells a doc from a wps. */
import type { UnreadFormat } from '../words/reading.ts';

const archiveMarks = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '\x1f\x8b'];
const imageMarks = ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'];

/** `null` where the bytes may be text. */
export function unreadFormat(bytes: Uint8Array, name: string): UnreadFormat | null {
  const head = latin(bytes.subarray(0, 1024));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes, name);
  if (head.includes('%PDF-')) return 'pdf';
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  if (archiveMarks.some(mark => head.startsWith(mark))) return 'zip';
  if (isImage(head)) return 'image';
  return null;
}

/** Formats that are text to the eye of a decoder: web archives and Word's XML. */
export function unreadTextFormat(text: string): UnreadFormat | null {
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

function zipKind(bytes: Uint8Array): UnreadFormat {
  // Entry names stand uncompressed at the front of each entry and again in the directory at the end.
  const names = latin(bytes.subarray(0, 65_536)) + latin(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  if (names.includes('word/')) return 'docx';
  if (names.includes('OFD.xml')) return 'ofd';
  if (names.includes('opendocument.text')) return 'odt';
  if (names.includes('xl/') || names.includes('opendocument.spreadsheet')) return 'sheet';
  if (names.includes('ppt/') || names.includes('opendocument.presentation')) return 'slides';
  return 'zip';
}

function compoundKind(bytes: Uint8Array, name: string): UnreadFormat {
  if (/\.wps$/i.test(name)) return 'wps';
  const wide = latin(bytes).replaceAll('\0', '');
  if (wide.includes('WordDocument')) return 'doc';
  if (wide.includes('Workbook')) return 'sheet';
  if (wide.includes('PowerPoint Document')) return 'slides';
  return /\.doc$/i.test(name) ? 'doc' : 'binary';
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
