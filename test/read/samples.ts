/** A small file of every format, for tests and benches that damage or measure them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { gb18030, utf8, utf16le } from './encode.ts';
import { level, list, makeDocx, numbered, par, use } from './make-docx.ts';
import { ofdOfSheets } from './make-ofd.ts';
import { makePdf } from './make-pdf.ts';
import { typeset } from './typeset.ts';

const paragraphs = [
  '青禾县司法局关于2023年度法治政府建设情况的报告',
  '2023年，县司法局认真学习贯彻习近平法治思想，扎实推进法治政府建设，现将有关情况报告如下：',
  '一、主要举措和成效',
  '（一）依法履职。全年办理行政复议案件123件，办结率98.5%；“谁执法谁普法”责任制全面落实。',
  '二、存在的不足',
  '执法人员能力有待提高，个别部门负责人出庭应诉意识不强。',
  '青禾县司法局',
  '2024年1月15日',
];

const rtf = `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc37\\levelstartat1{\\leveltext\\'02\\'00\\'a1\\'a2;}{\\levelnumbers\\'01;}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}}${paragraphs
  .map(line => `\\pard\\ls1 ${[...line].map(one => (one < '\u0080' ? one : `\\u${one.charCodeAt(0)}?`)).join('')}\\par`)
  .join('\n')}\\trowd\\cellx2000\\cellx4000 \\intbl 1\\cell 2\\cell\\row}`;

const page = `<!doctype html><html><head><meta charset="utf-8"><title>报告</title></head><body><div id="zoom">${paragraphs
  .map(line => `<p style="text-indent:2em">${line}</p>`)
  .join(
    '',
  )}<table border="1"><tr><td rowspan="2">事项</td><td>12</td></tr><tr><td>34</td></tr></table></div></body></html>`;

/** Names with their bytes. Files that only programs can make (doc) are those of test/files. */
export function sampleFiles(): (readonly [name: string, bytes: Uint8Array])[] {
  const text = paragraphs.join('\r\n');
  const sheets = typeset(paragraphs, { footer: number => `— ${number} —` });
  const rules =
    '80 400 m 500 400 l S 80 440 m 500 440 l S 80 400 m 80 440 l S 500 400 m 500 440 l S 300 400 m 300 440 l S';
  const cells = [90, 180, 310, 400].map(x => ({ x, y: 422, text: '12', size: 12 }));
  const docx = makeDocx({
    body: `${paragraphs.map(line => par(line, numbered(1, 0))).join('')}<w:tbl><w:tr><w:tc>${par('1')}</w:tc><w:tc>${par('2')}</w:tc></w:tr></w:tbl>`,
    numbering: list(1, level(0, 'chineseCounting', '%1、')) + use(1, 1),
  });
  const pdf = makePdf([[...(sheets[0] ?? []), ...cells]], { drawing: rules });
  const ofd = ofdOfSheets(sheets);
  const folder = new URL('../files/', import.meta.url);
  const made = existsSync(folder)
    ? readdirSync(folder).filter(name => /^typed.*\.doc$|^tables.*\.rtf$/.test(name))
    : [];
  return [
    ['a.txt', gb18030(text)],
    ['b.txt', utf8(text)],
    ['c.txt', utf16le(text)],
    ['a.html', utf8(page)],
    ['a.rtf', utf8(rtf)],
    ['a.docx', docx],
    ['a.pdf', pdf],
    ['a.ofd', ofd],
    ['a.zip', zipSync({ 'a.docx': docx, 'b/c.ofd': ofd, 'd.txt': gb18030(text) })],
    ...made.map(name => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const),
  ];
}
