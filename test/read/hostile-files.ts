/** Files that are broken, or made to break who reads them: for the tests small, for bench/hostile.ts in full size. */
import { readFileSync } from 'node:fs';
import type { ReadErrorCode } from '../../src/read/types.ts';
import { gb18030, utf8 } from './encode.ts';
import { makeDocx, par, xmlOf } from './make-docx.ts';
import { makeZip } from './make-zip.ts';

export interface Hostile {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** What must come of it: a code, or null where it can be read. */
  readonly code: ReadErrorCode | null;
}

const own = (name: string): Uint8Array => readFileSync(new URL(`../files/${name}`, import.meta.url));
const sentence = '2023年，县司法局办理行政复议案件23件。';
const types = utf8('<Types/>');

/** A docx of this main part. */
const docxOf = (document: Uint8Array): Uint8Array =>
  makeZip([
    { name: '[Content_Types].xml', data: types },
    { name: 'word/document.xml', data: document },
  ]);

const compound = (...streams: readonly string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
    Buffer.alloc(1016),
    ...streams.map(name => Buffer.from(name, 'utf16le')),
  ]);

/** The word that says of an old Word file that it is encrypted lies behind its mark. */
function encryptedDoc(): Uint8Array {
  const bytes = Buffer.from(own('typed-libreoffice.doc'));
  const head = bytes.indexOf(Buffer.from([0xec, 0xa5, 0x01, 0x01]));
  bytes.writeUInt16LE(bytes.readUInt16LE(head + 10) | 0x100, head + 10);
  return bytes;
}

/** Every so many bytes one bit is turned. */
function flipped(bytes: Uint8Array, every: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = every; at < copy.length; at += every) copy.writeUInt8(copy.readUInt8(at) ^ (1 << (at % 8)), at);
  return copy;
}

const entities = (): Uint8Array => {
  const declared = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');
  return utf8(
    xmlOf('document', `<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body>`).replace(
      '<w:document',
      `<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">${declared}]><w:document`,
    ),
  );
};

/** @param size megabytes of what is huge when unpacked */
export function hostileFiles(size: number): readonly Hostile[] {
  const huge = size * 1024 * 1024;
  const cut = (name: string): Uint8Array => own(name).subarray(0, Math.floor(own(name).length * 0.7));
  const inZip = (name: string, data: Uint8Array): Uint8Array => makeZip([{ name, data, stored: true }]);
  const table = (): string => '<w:tbl><w:tr><w:tc>'.repeat(20_000);
  return [
    { what: 'nothing', name: '空.docx', bytes: () => new Uint8Array(), code: 'empty-file' },
    { what: 'docx bomb', name: '弹.docx', bytes: () => docxOf(Buffer.alloc(huge, 0x20)), code: 'too-large' },
    {
      what: 'docx that lies about its size',
      name: '谎.docx',
      bytes: () =>
        makeZip([
          { name: '[Content_Types].xml', data: types },
          { name: 'word/document.xml', data: Buffer.alloc(huge, 0x20), claims: 100 },
        ]),
      code: 'damaged',
    },
    {
      what: 'docx with far too much text',
      name: '长.docx',
      bytes: () => makeDocx({ body: par(sentence.repeat(1_000)).repeat(Math.ceil(huge / 65_000)) }),
      code: 'too-large',
    },
    { what: 'entity bomb', name: '实体.docx', bytes: () => docxOf(entities()), code: 'damaged' },
    {
      what: 'tables in tables without end',
      name: '深.docx',
      bytes: () => docxOf(utf8(xmlOf('document', `<w:body>${table()}`))),
      code: 'damaged',
    },
    {
      what: 'docx without its main part',
      name: '缺.docx',
      bytes: () => makeZip([{ name: '[Content_Types].xml', data: types }]),
      code: 'damaged',
    },
    { what: 'docx cut off', name: '断.docx', bytes: () => cut('typed.docx'), code: 'damaged' },
    { what: 'docx with bits turned', name: '坏.docx', bytes: () => flipped(own('typed.docx'), 3_000), code: 'damaged' },
    {
      what: 'docx whose sum is wrong',
      name: '改.docx',
      bytes: () =>
        makeZip([
          { name: '[Content_Types].xml', data: types },
          {
            name: 'word/document.xml',
            data: utf8(xmlOf('document', `<w:body>${par(sentence)}</w:body>`)),
            wrongSum: true,
          },
        ]),
      code: 'damaged',
    },
    {
      what: 'docx behind a password',
      name: '密.docx',
      bytes: () => compound('EncryptedPackage', 'EncryptionInfo'),
      code: 'encrypted',
    },
    { what: 'doc behind a password', name: '密.doc', bytes: encryptedDoc, code: 'encrypted' },
    { what: 'doc cut off', name: '断.doc', bytes: () => cut('typed-libreoffice.doc'), code: 'damaged' },
    { what: 'doc of nothing but its mark', name: '空.doc', bytes: () => compound('WordDocument'), code: 'damaged' },
    { what: 'rtf cut off', name: '断.rtf', bytes: () => cut('typed-libreoffice.rtf'), code: 'damaged' },
    {
      what: 'rtf of open groups',
      name: '深.rtf',
      bytes: () => utf8(`{\\rtf1 ${'{'.repeat(100_000)}`),
      code: 'damaged',
    },
    {
      what: 'rtf of a huge raw part',
      name: '生.rtf',
      bytes: () => Buffer.concat([utf8(`{\\rtf1 {\\*\\x\\bin99999999 `), Buffer.alloc(1_000)]),
      code: 'damaged',
    },
    {
      what: 'page that says gb2312 and is UTF-8',
      name: '标.html',
      bytes: () => utf8(`<meta charset="gb2312"><p>${sentence}</p>`),
      code: null,
    },
    { what: 'page of tags only', name: '签.html', bytes: () => utf8('<div>'.repeat(400_000)), code: 'too-large' },
    {
      what: 'archive behind a password',
      name: '密.zip',
      bytes: () => makeZip([{ name: '报告.txt', data: utf8(sentence), encrypted: true }]),
      code: 'encrypted',
    },
    {
      what: 'archive bomb',
      name: '弹.zip',
      bytes: () => makeZip([{ name: '报告.txt', data: Buffer.alloc(huge, 0x20) }]),
      code: 'too-large',
    },
    {
      what: 'archive of too many files',
      name: '多.zip',
      bytes: () =>
        makeZip(Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}.txt`, data: new Uint8Array(), stored: true }))),
      code: 'too-large',
    },
    {
      what: 'archive in an archive in an archive',
      name: '套.zip',
      bytes: () => inZip('b.zip', inZip('c.zip', inZip('d.txt', utf8(sentence)))),
      code: 'nested-archive',
    },
    { what: 'archive with nothing in it', name: '空.zip', bytes: () => makeZip([]), code: 'empty-file' },
    {
      what: 'archive that names a place above',
      name: '上.zip',
      bytes: () => inZip('../../../../etc/报告.txt', utf8(sentence)),
      code: null,
    },
    {
      what: 'archive with names in GBK',
      name: '国标.zip',
      bytes: () => makeZip([{ name: gb18030('报送/县司法局.txt'), data: gb18030(sentence) }]),
      code: null,
    },
  ];
}
