/** What of a rich text file is read. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocument } from '../../src/read/document.ts';
import { ReadError } from '../../src/read/types.ts';

const fonts = '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset136 MingLiU;}}';
const rtf = (body: string, head = '\\ansi\\ansicpg936'): Uint8Array =>
  new Uint8Array(Buffer.from(`{\\rtf1${head}${fonts}\\uc1\\f0 ${body}}`, 'latin1'));

/** 县 in GBK is CF D8. */
const rows: readonly (readonly [what: string, body: string, lines: readonly string[]])[] = [
  ['bytes of the code page', "\\'cf\\'d8\\'b0\\'ec 23\\'bc\\'fe\\par", ['县办 23件']],
  ['a second byte written plainly', "\\'81@\\'81A\\par", ['丂丄']],
  ['bytes of the font, not of the file', "{\\f2 \\'bf\\'a4}\\par", ['縣']],
  ['characters by number, with what stands for them left out', '\\u21439?\\u21150?\\par', ['县办']],
  ['two signs stand for one', "\\uc2\\u21439\\'cf\\'d8\\u21150\\'b0\\'ec\\par", ['县办']],
  ['no sign stands for it', '\\uc0\\u21439\\u21150\\par', ['县办']],
  ['numbers above 32767 are negative', '\\u-257?A\\par', ['A']],
  ['surrogates come in two', '\\u-10187?\\u-9098?\\par', ['\ud835\udc76']],
  ['quotes and dashes by name', '\\ldblquote a\\rdblquote\\emdash b\\~c\\_d\\par', ['“a”—b\u00a0c-d']],
  ['braces and line ends', 'a\\{b\\}\\\\c\\line d\\par', ['a{b}\\c', 'd']],
  [
    'labels of numbering',
    '{\\listtext\\pard\\plain \\u19968?\\u12289?\\tab}a\\par{\\pntext 1.\\tab}b\\par',
    ['一、a', '1. b'],
  ],
  [
    'what stands beside the text',
    '{\\header x\\par}{\\footer y\\par}{\\footnote z}{\\*\\generator q;}{\\info{\\title t}}a\\par',
    ['a'],
  ],
  ['a field gives its result', '{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 12}}\\par', ['12']],
  ['a table of contents', '{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt a 1\\par b 2}}\\par c\\par', ['c']],
  ['contents by style', '{\\stylesheet{\\s5 toc 1;}{\\s6 Body;}}\\pard\\s5 a 1\\par\\pard\\s6 b\\par', ['b']],
  ['deleted and hidden text', 'a{\\deleted b}{\\revised c}{\\v d}e\\par', ['ace']],
  [
    'a text box once',
    '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt box\\par}}{\\shprslt{\\pict 00}box}}a\\par',
    ['box', 'a'],
  ],
  ['raw bytes are passed over', '{\\*\\blob\\bin4 }}}}}a\\par', ['a']],
  [
    'a table: merged cells keep the width',
    '\\trowd\\cellx1000\\cellx3000\\pard\\intbl a\\cell b\\cell\\row\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl c\\cell 1\\cell 2\\cell\\row\\pard d\\par',
    ['a\tb\t', 'c\t1\t2', 'd'],
  ],
  [
    'a cell that reaches down',
    '\\trowd\\clvmgf\\cellx1000\\cellx2000\\pard\\intbl a\\cell 1\\cell\\row\\trowd\\clvmrg\\cellx1000\\cellx2000\\pard\\intbl\\cell 2\\cell\\row\\pard',
    ['a\t1', '\t2'],
  ],
];

const test = suite('rich text');
for (const [what, body, lines] of rows)
  test(what, async () => assert.equal((await readDocument(rtf(body), '报告.rtf')).text.split('\n'), lines));
test('under the name of a doc it is told', async () => {
  assert.match((await readDocument(rtf('a\\par'), '报告.doc')).notes[0]?.zh ?? '', /\.doc.*rtf/);
  assert.equal((await readDocument(rtf('a\\par'), '报告.rtf')).notes, []);
});
test('accepted changes are told', async () => {
  assert.match(
    (await readDocument(rtf('a{\\deleted b}{\\revised c}\\par'), '报告.rtf')).notes[0]?.zh ?? '',
    '插入 1 处，删除 1 处',
  );
});
test('one that breaks off is refused', async () => {
  const whole = rtf('a\\par b\\par');
  try {
    await readDocument(whole.subarray(0, -1), '报告.rtf');
    assert.unreachable();
  } catch (error) {
    assert.ok(error instanceof ReadError);
    assert.is(error.code, 'damaged');
  }
});
test.run();
