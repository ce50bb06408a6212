/** Makes files of a report by programs that people use: LibreOffice and Chromium, where they are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const browsers = ['chromium', 'chromium-browser', 'google-chrome'];
const browser = browsers.find(name => spawnSync(name, ['--version']).status === 0);
export const hasBrowser = browser !== undefined;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Lines of a text as they are set: without the blanks that indent them and without empty ones. */
const paragraphsOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');

/** A report as a flat OpenDocument text: 16 points, lines 28 apart, paragraphs indented, a header, a page number below. */
export function openDocument(text: string): string {
  const style = (name: string, rest: string, size = 16): string =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:line-height="28pt" ${rest}/><style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt" style:font-name="F" style:font-name-asian="F"/></style:style>`;
  const body = paragraphsOf(text)
    .map(line => `<text:p text:style-name="Body">${escaped(line)}</text:p>`)
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Noto Serif CJK SC'"/></office:font-face-decls>
<office:styles>${style('Body', 'fo:text-indent="32pt" fo:text-align="justify" style:punctuation-wrap="simple"')}${style('Edge', 'fo:text-align="center"', 10.5)}</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="1.5cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"/><style:header-style><style:header-footer-properties fo:min-height="1.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Edge">法治政府建设年度报告材料汇编</text:p></style:header><style:footer><text:p text:style-name="Edge">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
${body}
</office:text></office:body></office:document>`;
}

/** A report as a page that a browser prints: A4, 16 points, paragraphs indented. */
export function printedPage(text: string): string {
  const body = paragraphsOf(text)
    .map(line => `<p>${escaped(line)}</p>`)
    .join('\n');
  return `<!doctype html><meta charset="utf-8"><title>报告</title><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}body{margin:0;font:16pt/28pt "Noto Serif CJK SC";text-align:justify}p{margin:0;text-indent:2em}</style>${body}`;
}

/** Filters of LibreOffice by the ending of what they write. */
const filters: Readonly<Record<string, string>> = {
  docx: 'docx:MS Word 2007 XML',
  doc: 'doc:MS Word 97',
  rtf: 'rtf:Rich Text Format',
  html: 'html:HTML (StarWriter)',
  pdf: 'pdf:writer_pdf_Export',
};

/** `NAME.fodt` in `folder` as files of another format in a folder of its own; gives that folder. */
export function convert(folder: string, names: readonly string[], ending: string): string {
  const out = join(folder, ending);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const files = names.map(name => join(folder, `${name}.fodt`));
  const filter = filters[ending] ?? ending;
  const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', out, ...files];
  spawnSync('soffice', args, { stdio: 'ignore' });
  return out;
}

/** Prints a page to PDF; null where the browser gave none. */
export function print(page: string, folder: string, name: string): Uint8Array | null {
  if (browser === undefined) return null;
  const html = join(folder, `${name}.print.html`);
  const pdf = join(folder, `${name}.print.pdf`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(html, page);
  const args = ['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${pdf}`, pathToFileURL(html).href];
  spawnSync(browser, args, { stdio: 'ignore' });
  return existsSync(pdf) ? readFileSync(pdf) : null;
}
