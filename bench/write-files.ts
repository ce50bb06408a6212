/**
 * Writes the office files of test/files from the text of a seed report and of an invented report with tables: docx with
 * typed numbers, with automatic ones and with tracked changes are made here, the others from those by LibreOffice.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cell, level, list, makeDocx, numbered, par, row, run, use } from '../test/read/make-docx.ts';

const own = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const out = own('test/files');

const linesOf = (path: string): string[] =>
  readFileSync(own(path), 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(line => line.replace(/^[ \u3000]+|[ \u3000]+$/g, ''))
    .filter(line => line !== '');

const styles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>';

/** Parts by a style, their points by hand; what is counted within those is a list of its own for each count. */
const numbering =
  list(
    1,
    level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="1"/><w:suff w:val="nothing"/>') +
      level(1, 'chineseCounting', '(%2)', '<w:suff w:val="nothing"/>'),
  ) +
  [2, 3, 4].map(id => list(id, level(0, 'decimal', '%1.', '<w:suff w:val="nothing"/>'))).join('') +
  [1, 2, 3, 4].map(id => use(id, id)).join('');

const markers = [/^[一二三四五六七八九十]+、/, /^\([一二三四五六七八九十]+\)/, /^\d{1,2}\.(?!\d)/];

/** The list that is counted by; the next one is taken where the text begins anew. */
let counted = 1;

/** The marker of a line becomes an automatic number. */
function automatic(line: string): string {
  const at = markers.findIndex(marker => marker.test(line));
  if (at < 0) return par(line);
  const text = line.replace(markers[at] ?? '', '');
  if (at === 0) return par(text, '<w:pStyle w:val="1"/>');
  if (at === 2 && line.startsWith('1.')) counted += 1;
  return par(text, at === 1 ? numbered(1, 1) : numbered(counted, 0));
}

const author = 'w:id="1" w:author="" w:date="2024-01-01T00:00:00Z"';
const deleted = (text: string): string => `<w:del ${author}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

/** A line as it comes back from who corrected it: words put in, wrong figures and a whole paragraph taken out. */
function tracked(line: string, index: number): string {
  const half = Math.floor(line.length / 2);
  const middle = `<w:ins ${author}>${run(line.slice(half, half + 6))}</w:ins>`;
  const corrected = `<w:p>${run(line.slice(0, half))}${deleted('出庭应诉率为12%，')}${middle}${run(line.slice(half + 6))}</w:p>`;
  const gone = `<w:p><w:pPr><w:rPr><w:del ${author}/></w:rPr></w:pPr>${deleted('五、已经删去的部分')}</w:p>`;
  return index % 4 === 1 ? gone + corrected : corrected;
}

/** How the cells of a row lie: `3` reaches over three columns, `v` begins a cell that reaches down, `^` goes on with it. */
function shapeOf(cells: readonly string[]): readonly string[] {
  const [first = ''] = cells;
  const numbers = Array.from<string>({ length: 7 }).fill('1');
  if (cells.length === 2 && cells[1] === '申请人情况') return ['v3', '7'];
  if (cells.length === 3 && first === '自然人') return ['^3', 'v1', '5', 'v1'];
  if (cells.length === 5 && first === '商业企业') return ['^3', '^1', '1', '1', '1', '1', '1', '^1'];
  if (cells.length < 8) return cells.map(() => '1');
  if (/^三、/.test(first)) return ['v1', '2', ...numbers];
  if (/^[一二四]、/.test(first)) return ['3', ...numbers];
  if (/^\d/.test(first)) return ['^1', '^1', '1', ...numbers];
  return cells.length === 8 ? ['^1', '2', ...numbers] : ['^1', 'v1', '1', ...numbers];
}

/** Lines with tabs become rows of tables, with the merged cells that such a table has on paper. */
function withTables(lines: readonly string[]): string {
  const blocks: string[] = [];
  let rows: string[] = [];
  let columns = 0;
  for (const line of [...lines, '']) {
    const texts = line.split('\t');
    if (texts.length > 1) {
      const left = [...texts];
      const shape = shapeOf(texts);
      const cells = shape.map(one => {
        const span = Number(one.slice(-1));
        const merge = one.startsWith('v') ? '<w:vMerge w:val="restart"/>' : one.startsWith('^') ? '<w:vMerge/>' : '';
        const wide = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
        return cell(
          merge === '<w:vMerge/>' ? '' : (left.shift() ?? ''),
          `<w:tcW w:w="${span * 900}" w:type="dxa"/>${wide}${merge}`,
        );
      });
      columns = Math.max(
        columns,
        shape.reduce((sum, one) => sum + Number(one.slice(-1)), 0),
      );
      rows.push(row(...cells));
      continue;
    }
    const grid = '<w:gridCol w:w="900"/>'.repeat(columns);
    if (rows.length > 0) blocks.push(`<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`);
    rows = [];
    columns = 0;
    blocks.push(par(line));
  }
  return blocks.join('');
}

/** A page whose header bears a marking, as a flat file of LibreOffice. */
function withHeader(header: readonly string[], body: readonly string[]): string {
  const names = ['office', 'style', 'text'].map(
    name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const paragraphs = (all: readonly string[]): string => all.map(line => `<text:p>${line}</text:p>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names.join(' ')} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="p"><style:page-layout-properties/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="p"><style:header>${paragraphs(header)}</style:header><style:footer><text:p>第<text:page-number>1</text:page-number>页</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${paragraphs(body)}</office:text></office:body></office:document>`;
}

const lines = linesOf('seeds/004_45b352535d3cba1d.txt');
const table = linesOf('test/reports-disclosure/dept-transport.txt');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'typed.docx'), makeDocx({ styles, body: lines.map(line => par(line)).join('') }));
writeFileSync(join(out, 'numbered.docx'), makeDocx({ styles, numbering, body: lines.map(automatic).join('') }));
writeFileSync(join(out, 'tracked.docx'), makeDocx({ styles, body: lines.map(tracked).join('') }));
writeFileSync(join(out, 'tables.docx'), makeDocx({ styles, body: withTables(table) }));

const folder = mkdtempSync(join(tmpdir(), 'fajian-files-'));
const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
const wanted: readonly (readonly [from: string, ending: string, filter: string])[] = [
  ['typed', 'html', 'html:HTML (StarWriter)'],
  ...['typed', 'numbered', 'tracked', 'tables', 'marked'].flatMap(
    from =>
      [
        [from, 'doc', 'doc:MS Word 97'],
        [from, 'rtf', 'rtf:Rich Text Format'],
        [from, 'docx', 'docx:MS Word 2007 XML'],
      ] as const,
  ),
  ['tables', 'html', 'html:HTML (StarWriter)'],
  ['marked', 'html', 'html:HTML (StarWriter)'],
];
const marked = ['某县水务局2023年度法治政府建设情况报告', '一、主要工作', '开展执法检查12次。'];
writeFileSync(join(folder, 'marked.fodt'), withHeader(['机密★一年', '内部材料汇编'], marked));
for (const [from, ending, filter] of wanted) {
  const source = from === 'marked' ? join(folder, 'marked.fodt') : join(out, `${from}.docx`);
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, source];
  spawnSync('soffice', args, { stdio: 'ignore' });
  renameSync(join(folder, `${from}.${ending}`), join(out, `${from}-libreoffice.${ending}`));
}
rmSync(folder, { recursive: true });
