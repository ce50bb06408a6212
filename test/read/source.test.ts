/** What is read, what is refused, and what a person is told. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocument } from '../../src/read/document.ts';
import { readSource } from '../../src/read/source.ts';
import { ReadError, type ReadErrorCode } from '../../src/read/types.ts';
import { gb18030, marked, utf8, utf16le } from './encode.ts';

/** Bytes without any sense, the same at each run. */
function senseless(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 12345;
  for (let at = 0; at < length; at += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    bytes[at] = (state >> 16) & 0xff;
  }
  return bytes;
}

const sentence = '2023年，县司法局办理行政复议案件23件。';

/** Bytes written one a character. */
function raw(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

async function refused(bytes: Uint8Array, name: string, limit?: number): Promise<ReadError> {
  try {
    await readDocument(bytes, name, limit);
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

const compound = `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}`;
const wide = (name: string): string => [...name].map(letter => `${letter}\0`).join('');
const noise = new Uint8Array(4096).map((_, index) => (index * 7919 + (index >> 3) * 131) % 256);

const refusals: readonly (readonly [string, Uint8Array, string, ReadErrorCode, string])[] = [
  ['an empty file', new Uint8Array(), '报告.txt', 'empty-file', '空文件'],
  ['a mark and nothing else', raw('\xef\xbb\xbf'), '报告.txt', 'empty-file', '空文件'],
  ['blanks', utf8(' \r\n\t　\u200b\n'), '报告.txt', 'no-text', '只有空白'],
  [
    'a page without text',
    utf8('<html><body><img src="1.png"><script>var x = "正文";</script></body></html>'),
    'a.html',
    'no-text',
    '没有找到正文',
  ],
  [
    'a zip that is cut off',
    raw('PK\x03\x04....[Content_Types].xml....word/document.xml'),
    '报告.docx',
    'damaged',
    '压缩结构',
  ],
  ['an archive that is cut off', raw('PK\x03\x04....'), '报送稿.zip', 'damaged', '解压后直接导入'],
  ['a compound file of no known kind', raw(compound), '报告.wps', 'unsupported-format', 'WPS'],
  ['xls', raw(compound + wide('Workbook')), '表.xls', 'unsupported-format', '电子表格'],
  ['ppt', raw(compound + wide('PowerPoint Document')), '表.ppt', 'unsupported-format', '演示'],
  ['docx behind a password', raw(compound + wide('EncryptedPackage')), '报告.docx', 'encrypted', '密码'],
  ['rar', raw('Rar!\x1a\x07\x00'), '报告.rar', 'unsupported-format', '解压'],
  ['png', raw('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), '扫描.png', 'unsupported-format', '图片'],
  ['jpeg', raw('\xff\xd8\xff\xe0\0\x10JFIF'), '扫描.jpg', 'unsupported-format', '图片'],
  ['bytes of no kind', noise, '报告.dat', 'unsupported-format', '不是文字'],
  ['bytes of no kind under the name of a text', noise, '报告.txt', 'not-text', '不是文字'],
  ['senseless bytes renamed .txt', senseless(5000), '报告.txt', 'not-text', '不是文字'],
  ['a text full of NUL', raw(`report${'\0'.repeat(200)}`), '报告.txt', 'not-text', '不是文字'],
];

const refusing = suite('what is refused');
for (const [what, bytes, name, code, words] of refusals) {
  refusing(`${what}: ${code}`, async () => {
    const error = await refused(bytes, name);
    assert.is(error.code, code);
    assert.ok(error.text.zh.includes(words), error.text.zh);
    for (const text of [error.text.zh, error.text.en]) {
      assert.ok(text.includes(name), text);
      assert.not(/[{}]/.test(text), text);
    }
    if (code === 'unsupported-format') {
      for (const format of ['txt', 'html']) assert.ok(error.text.zh.includes(format) && error.text.en.includes(format));
    }
  });
}
refusing('a file beyond the limit is told its size and the limit', async () => {
  const error = await refused(new Uint8Array(3 * 1024 * 1024).fill(0x20), '大.txt', 2 * 1024 * 1024);
  assert.is(error.code, 'too-large');
  assert.ok(error.text.zh.includes('3.0 MB') && error.text.zh.includes('2 MB'), error.text.zh);
});
refusing('the limit of a text is 20 MB unless told', async () => {
  assert.is((await refused(new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20), '大.txt')).code, 'too-large');
});
refusing.run();

const reading = suite('what is read');
reading('a text is given unchanged, line ends and blanks as they are', () => {
  const text = `  标题\r\n\r\n　　${sentence}\n`;
  const source = readSource(utf8(text), 'C:\\报送稿\\县司法局.txt');
  assert.is(source.text, text);
  assert.is(source.name, '县司法局.txt');
  assert.is(source.mediaType, 'text/plain');
  assert.equal(source.notes, []);
});
reading('textSha256 is over the text as UTF-8, sha256 over the bytes', () => {
  const plain = readSource(utf8(sentence), 'a.txt');
  assert.is(plain.textSha256, plain.sha256);
  const other = readSource(gb18030(sentence), 'a.txt');
  assert.is(other.textSha256, plain.textSha256);
  assert.is.not(other.sha256, plain.sha256);
});

const noted: readonly (readonly [string, Uint8Array, string, string, RegExp | null])[] = [
  ['a text named docx', utf8(sentence), '报告.docx', 'text/plain', /\.docx.*纯文本/],
  [
    'a page named doc, as Word saves it',
    utf8(`<html><body><p>${sentence}</p></body></html>`),
    '报告.doc',
    'text/html',
    /\.doc.*网页/,
  ],
  [
    'a page named txt',
    utf8(`\ufeff<!-- saved -->\n<!DOCTYPE html><p>${sentence}</p>`),
    '报告.txt',
    'text/html',
    /\.txt.*网页/,
  ],
  ['a text named html', utf8(sentence), '报告.html', 'text/plain', /\.html.*纯文本/],
  ['a text without extension', utf8(sentence), '报告', 'text/plain', null],
  [
    'a page that says gb2312 but is UTF-8',
    utf8(`<meta charset="gb2312"><p>${sentence}</p>`),
    'a.html',
    'text/html',
    /gb2312.*utf-8/,
  ],
  [
    'a page that says utf-8 but is GB18030',
    gb18030(`<meta charset="utf-8"><p>${sentence}</p>`),
    'a.html',
    'text/html',
    /utf-8.*gb18030/,
  ],
  ['a page that says gbk and is', gb18030(`<meta charset="gbk"><p>${sentence}</p>`), 'a.html', 'text/html', null],
  ['UTF-16 without a mark', utf16le(sentence), 'a.txt', 'text/plain', /utf-16le/],
  ['UTF-16 with a mark', marked([0xff, 0xfe], utf16le(sentence)), 'a.txt', 'text/plain', null],
  ['a text that begins with a bracket', utf8(`<通知> ${sentence}`), 'a.txt', 'text/plain', null],
  ['a text cut inside a character', utf8(sentence.repeat(5)).subarray(0, -1), 'a.txt', 'text/plain', /1 处|utf-8/],
];
for (const [what, bytes, name, mediaType, note] of noted) {
  reading(what, () => {
    const source = readSource(bytes, name);
    assert.is(source.mediaType, mediaType);
    assert.ok(source.text.includes(sentence), source.text);
    if (note === null) assert.equal(source.notes, []);
    else
      assert.ok(
        source.notes.some(({ zh }) => note.test(zh)),
        JSON.stringify(source.notes),
      );
  });
}
reading.run();
