/** Writes small PDF files for tests: text in a Chinese font that the file names and does not hold. */
import { gb18030 } from './encode.ts';

export interface PdfText {
  /** Points from the upper left corner of the page; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** Degrees to the left. */
  readonly turned?: number;
}

export type PdfEncoding = 'GBK-EUC-H' | 'GB-EUC-H' | 'UniGB-UCS2-H' | 'UniGB-UTF16-H';

export interface PdfOptions {
  readonly encoding?: PdfEncoding;
  readonly width?: number;
  readonly height?: number;
  /** Entry of each page, such as `/Rotate 90`. */
  readonly page?: string;
  /** Entries of the catalogue. */
  readonly catalog?: string;
  /** Entries of the trailer. */
  readonly trailer?: string;
  /** Drawing of each page before its texts. */
  readonly drawing?: string;
}

/** A PDF of A4 pages that show these texts. */
export function makePdf(pages: readonly (readonly PdfText[])[], options: PdfOptions = {}): Uint8Array {
  const {
    encoding = 'GBK-EUC-H',
    width = 595,
    height = 842,
    page = '',
    catalog = '',
    trailer = '',
    drawing = '',
  } = options;
  const objects: string[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, nth) => `${6 + nth * 2} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  for (const [nth, texts] of pages.entries()) {
    const stream = `${drawing}\n${texts.map(text => shown(text, encoding, height)).join('\n')}`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + nth * 2} 0 R ${page} >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  let file = '%PDF-1.6\n';
  const places = objects.map((object, nth) => {
    const place = file.length;
    file += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function shown({ x, y, text, size = 16, turned = 0 }: PdfText, encoding: PdfEncoding, height: number): string {
  const cos = Math.cos((turned * Math.PI) / 180).toFixed(4);
  const sin = Number(Math.sin((turned * Math.PI) / 180).toFixed(4));
  const bytes = encoding.startsWith('Uni') ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(gb18030(text));
  return `BT /F1 ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${height - y} Tm <${bytes.toString('hex')}> Tj ET`;
}
