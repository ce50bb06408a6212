/** Reads written files back as other programs do: text of Word files, cells of workbooks, rows of CSV. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

const partsOf = (file: Uint8Array): ((name: string) => string) => {
  const parts = unzipSync(file);
  return name => new TextDecoder().decode(parts[name]);
};

/** Paragraphs as lines; throws where the XML is not well formed. */
export function docxText(file: Uint8Array): string {
  let text = '';
  const parser = new SaxesParser();
  let shown = false;
  parser.on('opentag', ({ name }) => {
    shown = name === 'w:t';
    if (name === 'w:br' || name === 'w:p') text += '\n';
  });
  parser.on('closetag', () => {
    shown = false;
  });
  parser.on('text', words => {
    if (shown) text += words;
  });
  const part = partsOf(file);
  for (const name of ['word/document.xml', 'word/styles.xml', 'word/settings.xml', 'word/footer1.xml']) {
    new SaxesParser().write(part(name)).close();
  }
  parser.write(part('word/document.xml')).close();
  return text;
}

export type Cell = string | number | undefined;

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly xml: string;
}

/** Sheets with their cells: numbers as numbers, texts as texts. A formula throws. */
export function xlsxSheets(file: Uint8Array): readonly ReadSheet[] {
  const part = partsOf(file);
  const shared = strings(part('xl/sharedStrings.xml'));
  const names: string[] = [];
  const book = new SaxesParser();
  book.on('opentag', ({ name, attributes }) => {
    if (name === 'sheet') names.push(String(attributes.name));
  });
  book.write(part('xl/workbook.xml')).close();
  return names.map((name, i) => {
    const xml = part(`xl/worksheets/sheet${i + 1}.xml`);
    return { name, xml, rows: cells(xml, shared) };
  });
}

function strings(xml: string): readonly string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') found.push('');
  });
  parser.on('text', text => {
    if (found.length > 0) found[found.length - 1] += text;
  });
  parser.write(xml).close();
  return found;
}

function cells(xml: string, shared: readonly string[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let at = 0;
  let type = '';
  let value = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'f') throw new Error('a formula');
    if (name === 'row') rows.push([]);
    if (name === 'c') {
      at = columnOf(String(attributes.r));
      type = String(attributes.t ?? 'n');
    }
    value = '';
  });
  parser.on('text', text => {
    value += text;
  });
  parser.on('closetag', ({ name }) => {
    const row = rows.at(-1);
    if (name === 'v' && row !== undefined) row[at] = type === 's' ? (shared[Number(value)] ?? '') : Number(value);
  });
  parser.write(xml).close();
  return rows;
}

const columnOf = (address: string): number =>
  [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Rows of a CSV as RFC 4180 has them. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',' || (sign === '\r' && text.charAt(at + 1) === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        rows.push([]);
        at += 1;
      }
    } else cell += sign;
  }
  if (rows.at(-1)?.length === 0 && cell === '') rows.pop();
  return rows;
}

/** What a page says, without its style and marks. */
export const htmlText = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&#x60;/g, '`')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
