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

/** A piece of a report as it is set: a paragraph, the title, what stands at the right below, or rows of a table. */
type Piece =
  | { readonly kind: 'body' | 'title' | 'sign'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Rows of cells become a table; a short line that names the report becomes its title; body and day at the end stand right. */
function piecesOf(text: string): Piece[] {
  const lines = paragraphsOf(text);
  const title = lines.slice(0, 12).findIndex(line => /报告(?:[(（].{2,12}[)）])?$/.test(line) && line.length < 60);
  const pieces: Piece[] = [];
  for (const [at, line] of lines.entries()) {
    const cells = line.split(/\t|\s*[|│]\s*/);
    const ruled = cells.length > 1 && !/[。；;]/.test(line) && !/首页|[>＞]/.test(line);
    const last = pieces.at(-1);
    if (ruled && last?.kind === 'table') pieces[pieces.length - 1] = { kind: 'table', rows: [...last.rows, cells] };
    else if (ruled) pieces.push({ kind: 'table', rows: [cells] });
    else {
      const signs = at >= lines.length - 2 && line.length < 24 && /(?:[府局办委处会厅]|日)$/.test(line);
      pieces.push({ kind: at === title ? 'title' : signs ? 'sign' : 'body', text: line });
    }
  }
  return pieces;
}

/** The text of a report as its files hold it: what a copy of its text sets apart by bars are cells there. */
export function textWithCells(text: string): string {
  return piecesOf(text)
    .flatMap(piece => (piece.kind === 'table' ? piece.rows.map(row => row.join('\t')) : [piece.text]))
    .join('\n');
}

const widestRow = (rows: readonly (readonly string[])[]): number => Math.max(...rows.map(row => row.length));

/** A report as a flat OpenDocument text: 16 points, lines 28 apart, paragraphs indented, a header, a page number below. */
export function openDocument(text: string): string {
  const style = (name: string, rest: string, size = 16): string =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:line-height="${size * 1.75}pt" ${rest}/><style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt" style:font-name="F" style:font-name-asian="F"/></style:style>`;
  const styles = [
    // Marks that hang over the margin are lost when this LibreOffice writes a PDF.
    style('Body', 'fo:text-indent="32pt" fo:text-align="justify" style:punctuation-wrap="simple"'),
    style('Title', 'fo:text-align="center"', 22),
    style('Sign', 'fo:text-align="end" fo:margin-right="48pt"'),
    style('Cell', 'fo:text-align="start"', 12),
    style('Edge', 'fo:text-align="center"', 10.5),
  ];
  const names = { body: 'Body', title: 'Title', sign: 'Sign' } as const;
  const body = piecesOf(text).map(piece => {
    if (piece.kind !== 'table') return `<text:p text:style-name="${names[piece.kind]}">${escaped(piece.text)}</text:p>`;
    const cell = (value: string): string =>
      `<table:table-cell table:style-name="Ruled" office:value-type="string"><text:p text:style-name="Cell">${escaped(value)}</text:p></table:table-cell>`;
    const row = (cells: readonly string[]): string =>
      `<table:table-row>${Array.from({ length: widestRow(piece.rows) }, (_, at) => cell(cells[at] ?? '')).join('')}</table:table-row>`;
    return `<table:table><table:table-column table:number-columns-repeated="${widestRow(piece.rows)}"/>${piece.rows.map(row).join('')}</table:table>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Noto Serif CJK SC'"/></office:font-face-decls>
<office:styles>${styles.join('')}</office:styles>
<office:automatic-styles><style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000"/></style:style><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="1.5cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"/><style:header-style><style:header-footer-properties fo:min-height="1.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1.5cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Edge">法治政府建设年度报告材料汇编</text:p></style:header><style:footer><text:p text:style-name="Edge">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
${body.join('\n')}
</office:text></office:body></office:document>`;
}

function markedUp(text: string): string {
  const body = piecesOf(text).map(piece => {
    if (piece.kind !== 'table') return `<p class="${piece.kind}">${escaped(piece.text)}</p>`;
    const row = (cells: readonly string[]): string =>
      `<tr>${Array.from({ length: widestRow(piece.rows) }, (_, at) => `<td>${escaped(cells[at] ?? '')}</td>`).join('')}</tr>`;
    return `<table>${piece.rows.map(row).join('')}</table>`;
  });
  return body.join('\n');
}

/** A report as the page of a site that shows it: with what such pages have above, beside and below the article. */
export function sitePage(text: string): string {
  const list = (names: readonly string[]): string =>
    `<ul>${names.map(name => `<li><a href="#">${name}</a></li>`).join('')}</ul>`;
  const top = `<div class="header"><img src="logo.png">${list(['首页', '政务公开', '政务服务', '互动交流'])}</div><div class="crumbs">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a></div>`;
  const beside = `<div class="sidebar">${list(['法定主动公开内容', '政府信息公开年报', '政策文件'])}</div>`;
  const foot = `<div class="share">分享到：微信 打印 关闭</div><div class="footer"><p>主办单位：某县人民政府办公室</p><p>地址：某县南路1号 邮编：000000</p><p>某ICP备00000000号</p></div>`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>某县人民政府</title></head><body>${top}${beside}<div class="main"><div class="con" id="zoom">${markedUp(text)}</div></div>${foot}</body></html>`;
}

/** A report as a page that a browser prints: A4, 16 points, paragraphs indented. */
export function printedPage(text: string): string {
  return `<!doctype html><meta charset="utf-8"><title>报告</title><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}body{margin:0;font:16pt/28pt "Noto Serif CJK SC";text-align:justify}p{margin:0;text-indent:2em}p.title{font-size:22pt;line-height:36pt;text-align:center;text-indent:0}p.sign{text-align:right;padding-right:3em}table{border-collapse:collapse;font-size:12pt;line-height:18pt}td{border:1px solid;padding:1mm}</style>${markedUp(text)}`;
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
