/** One text in every charset and under every mark gives the same text. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeText } from '../../src/read/charset.ts';
import { readSource } from '../../src/read/source.ts';
import { gb18030, marked, utf8, utf16be, utf16le } from './encode.ts';

const seeds = readdirSync('seeds').map(
  name => [name, readFileSync(`seeds/${name}`, 'utf8').replace(/^\uFEFF/, '')] as const,
);

const encodings: readonly (readonly [string, (text: string) => Uint8Array, string])[] = [
  ['UTF-8', utf8, 'utf-8'],
  ['UTF-8 with a mark', text => marked([0xef, 0xbb, 0xbf], utf8(text)), 'utf-8'],
  ['GB18030', gb18030, 'gb18030'],
  ['GB18030 with a mark', text => marked([0x84, 0x31, 0x95, 0x33], gb18030(text)), 'gb18030'],
  ['UTF-16LE', utf16le, 'utf-16le'],
  ['UTF-16LE with a mark', text => marked([0xff, 0xfe], utf16le(text)), 'utf-16le'],
  ['UTF-16BE', utf16be, 'utf-16be'],
  ['UTF-16BE with a mark', text => marked([0xfe, 0xff], utf16be(text)), 'utf-16be'],
];

const whole = suite('a whole report');
for (const [encoding, encode, charset] of encodings) {
  whole(`${encoding} gives the same text`, () => {
    assert.ok(seeds.length > 0);
    for (const [name, text] of seeds) {
      const source = readSource(encode(text), name);
      assert.is(source.text, text, `${name} in ${encoding}`);
      assert.is(source.charset, charset);
      assert.is(source.textSha256, readSource(utf8(text), name).textSha256);
    }
  });
}
whole.run();

const short = suite('a short text');
const sentences = [
  '年度报告',
  '2023年，我局收到行政复议申请23件。',
  '一、主要举措和成效\r\n（一）加强领导。\r\n',
  'No. 12: 100%',
  '䶮县人民政府〇二三年度报告',
];
for (const [encoding, encode, charset] of encodings) {
  short(`${encoding} gives the same text`, () => {
    for (const sentence of sentences) {
      const decoded = decodeText(encode(sentence));
      assert.is(decoded.text, sentence, `${sentence} in ${encoding}`);
      // Bytes below 0x80 are the same characters in UTF-8 and GB18030.
      if (/\P{ASCII}/u.test(sentence)) assert.is(decoded.charset, charset);
    }
  });
}
short('a UTF-8 text cut inside a character stays UTF-8', () => {
  const bytes = utf8('全面推进法治政府建设，严格规范公正文明执法');
  const decoded = decodeText(bytes.subarray(0, bytes.length - 1));
  assert.is(decoded.charset, 'utf-8');
  assert.is(decoded.damaged, 1);
  assert.ok(decoded.text.startsWith('全面推进法治政府建设'));
});
short.run();
