/** OFD files: reports come out as they were written, templates and seals are left out, broken ones are told. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readOfd } from '../../src/read/ofd.ts';
import { ReadError, type ReadErrorCode } from '../../src/read/types.ts';
import { makeOfd, type OfdOptions, type OfdText, pagesOfSheets } from './make-ofd.ts';
import { typeset } from './typeset.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const bare = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.replace(/\s/g, ''))
    .filter(line => line !== '');

const pagesOf = (paragraphs: readonly string[]): OfdText[][] =>
  pagesOfSheets(typeset(paragraphs, { header: '县人民政府文件', footer: number => `— ${number} —` }));

const whole = suite('read/ofd reports');
for (const file of readdirSync(seeds).sort()) {
  whole(file.slice(0, 3), async () => {
    const lines = bare(readFileSync(new URL(file, seeds), 'utf8'));
    const pages = pagesOf(lines);
    const read = await readOfd(makeOfd({ documents: [pages] }), 'a.ofd');
    assert.equal(bare(read.text), lines);
    assert.equal(read.notes, []);
    assert.is(read.pages?.length, pages.length);
  });
}
whole.run();

const sentence = '2023年，县司法局办理行政复议案件123件，全部按期审结，没有一件被上级纠正。';
const said: OfdText[] = [
  { x: 30, y: 40, text: sentence.slice(0, 22), steps: 'g 4 2.8 g 17 5.6' },
  { x: 30, y: 50, text: sentence.slice(22), steps: '5.6 5.6 5.6 g 2 5.6 g 20 5.6' },
];

const reading = suite('read/ofd pages');
const files: readonly (readonly [string, OfdOptions, string])[] = [
  ['steps in groups', { documents: [[said]] }, sentence],
  [
    'blanks between two fields, and beside a figure',
    {
      documents: [
        [
          [
            ...said,
            { x: 30, y: 70, text: '索引号：A1  发布机构：县司法局 3 件', steps: 'g 4 5.6 g 4 2.8 g 9 5.6 g 3 2.8' },
          ],
        ],
      ],
    },
    `${sentence}索引号：A1^发布机构：县司法局3件`,
  ],
  ['lines in another order', { documents: [[[...said].reverse()]] }, sentence],
  ['two documents in one', { documents: [[said], [said]] }, sentence + sentence],
  ['a template', { documents: [[said]], template: [{ x: 30, y: 20, text: '内部办公系统' }] }, sentence],
  ['an annotation', { documents: [[said]], annotation: [{ x: 30, y: 60, text: '已阅' }] }, sentence],
  [
    'a mark across',
    { documents: [[[...said, { x: 60, y: 150, text: '征求意见', matrix: '0.7 0.7 -0.7 0.7 0 0' }]]] },
    sentence,
  ],
  [
    'a text scaled by its matrix',
    { documents: [[said.map(text => ({ ...text, size: 2.8, steps: 'g 30 2.8', matrix: '2 0 0 2 0 -2.8' }))]] },
    sentence,
  ],
];
for (const [name, options, text] of files) {
  reading(name, async () =>
    assert.is(bare((await readOfd(makeOfd(options), 'a.ofd')).text.replaceAll('  ', '^')).join(''), text),
  );
}
reading.run();

const page = 'Doc_0/Pages/Page_0/Content.xml';
const refusals: readonly (readonly [string, Uint8Array, ReadErrorCode, RegExp])[] = [
  ['no text', makeOfd({ documents: [[[], []]] }), 'scanned', /共 2 页.*扫描件/],
  ['no list of documents', makeOfd({ documents: [[said]], parts: { 'OFD.xml': null } }), 'damaged', /OFD\.xml/],
  [
    'no document',
    makeOfd({ documents: [[said]], parts: { 'Doc_0/Document.xml': '<a/>' } }),
    'damaged',
    /Document\.xml/,
  ],
  ['its only page missing', makeOfd({ documents: [[said]], parts: { [page]: null } }), 'damaged', /Content\.xml/],
  [
    'its only page cut off',
    makeOfd({ documents: [[said]], parts: { [page]: '<ofd:Page><ofd' } }),
    'damaged',
    /没有传完/,
  ],
  [
    'entities',
    makeOfd({ documents: [[said]], parts: { [page]: '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' } }),
    'damaged',
    /Content\.xml/,
  ],
  ['encryption', makeOfd({ documents: [[said]], parts: { 'Encryptions.xml': '<a/>' } }), 'encrypted', /加密/],
  ['too many pages', makeOfd({ documents: [Array.from({ length: 301 }, () => said)] }), 'too-large', /301 页/],
];
const refusing = suite('read/ofd refusals');
for (const [name, bytes, code, words] of refusals) {
  refusing(name, async () => {
    try {
      await readOfd(bytes, '报告.ofd');
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      assert.is(error.code, code);
      assert.match(error.text.zh, words);
      return;
    }
    throw new Error('it was read');
  });
}
refusing('one page of several missing', async () => {
  const { text, notes } = await readOfd(makeOfd({ documents: [[said, said]], parts: { [page]: null } }), 'a.ofd');
  assert.is(bare(text).join(''), sentence);
  assert.match(notes[0]?.zh ?? '', /第 1 页已损坏/);
});
refusing.run();
