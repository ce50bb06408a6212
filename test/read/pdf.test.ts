/** PDFs: text in fonts that are not in the file, what is refused, and that a report comes out as it was written. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readPdf } from '../../src/read/pdf.ts';
import { ReadError, type ReadErrorCode } from '../../src/read/types.ts';
import { makePdf, type PdfEncoding, type PdfOptions, type PdfText } from './make-pdf.ts';
import { type Setting, typeset } from './typeset.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const bare = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.replace(/\s/g, ''))
    .filter(line => line !== '');

async function refused(bytes: Uint8Array): Promise<ReadError> {
  try {
    await readPdf(bytes, '报告.pdf');
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const fonts = suite('read/pdf fonts');
const sentence = '2023年，县司法局办理行政复议案件1,234件，办结率98.5%；“谁执法谁普法”责任制全面落实。';
for (const encoding of ['GBK-EUC-H', 'GB-EUC-H', 'UniGB-UCS2-H', 'UniGB-UTF16-H'] satisfies PdfEncoding[]) {
  fonts(`${encoding}, the font not in the file`, async () => {
    const pages = typeset([sentence, sentence]);
    const { text } = await readPdf(Buffer.from(makePdf(pages, { encoding })), 'a.pdf');
    assert.equal(bare(text), [sentence, sentence]);
  });
}
fonts.run();

const whole = suite('read/pdf reports');
const settings: readonly (readonly [string, Setting])[] = [
  ['indents', {}],
  ['paragraphs apart', { block: true }],
  ['header and numbers', { header: '法治政府建设年度报告', footer: number => `— ${number} —` }],
  ['bare numbers, few lines', { footer: number => `${number}`, lines: 9 }],
  ['第几页共几页', { footer: (number, of) => `第${number}页 共${of}页` }],
];
for (const [nth, file] of readdirSync(seeds).sort().entries()) {
  const [name, setting] = settings[nth % settings.length] as (typeof settings)[number];
  whole(`${file.slice(0, 3)}: ${name}`, async () => {
    const lines = bare(readFileSync(new URL(file, seeds), 'utf8'));
    const pages = typeset(lines, setting);
    const read = await readPdf(makePdf(pages), 'a.pdf');
    assert.equal(bare(read.text), lines);
    assert.equal(read.notes, []);
    const starts = read.pages ?? [];
    assert.equal(
      starts.map(page => page.number),
      pages.map((_, page) => page + 1),
    );
    for (const { start, number } of starts) {
      const first = pages[number - 1]?.find(text => text.size === 16)?.text ?? '?';
      assert.is(read.text.slice(start, start + 4).replace(/\s/g, ''), first.replace(/\s/g, '').slice(0, 4).trim());
    }
  });
}
whole.run();

const said: PdfText[] = [sentence.slice(0, 24), sentence.slice(24)].map((text, nth) => ({
  x: 80,
  y: 120 + nth * 28,
  text,
}));
const form: PdfText[] = [
  { x: 80, y: 120, text: 'Please wait... If this message is not replaced, your viewer cannot show this form.' },
];
const password = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00><00>]`;

const refusals: readonly (readonly [string, Uint8Array, ReadErrorCode, RegExp])[] = [
  ['no text on any page', makePdf([[], []]), 'scanned', /共 2 页.*扫描件.*电子原稿/],
  ['a line of a copier', makePdf([[{ x: 9, y: 9, text: 'Scan 0012' }], []]), 'scanned', /扫描件/],
  ['a password', makePdf([said], { trailer: password }), 'encrypted', /密码.*另存/],
  [
    'a form of Adobe',
    makePdf([form], { catalog: '/AcroForm << /Fields [] /XFA [(datasets) 7 0 R] >>' }),
    'unsupported-format',
    /XFA.*打印成 PDF/,
  ],
  ['nothing but the head', makePdf([said]).slice(0, 20), 'damaged', /没有传完/],
];
const refusing = suite('read/pdf refusals');
for (const [name, bytes, code, words] of refusals) {
  refusing(name, async () => {
    const error = await refused(bytes);
    assert.is(error.code, code);
    assert.match(error.text.zh, words);
    assert.match(error.text.en, '报告.pdf');
  });
}
refusing('more pages than any report', async () => {
  const error = await refused(makePdf(Array.from({ length: 301 }, () => said)));
  assert.is(error.code, 'too-large');
  assert.match(error.text.zh, '301 页');
});
refusing('a page without text among others is told of', async () => {
  const { text, notes } = await readPdf(makePdf([said, [], [], said, []]), 'a.pdf');
  assert.match(text, '行政复议案件');
  assert.match(notes[0]?.zh ?? '', '第 2–3、5 页');
});
refusing.run();

/** A table as office programs draw it: heads over two columns and over two rows, a cell of two lines. */
const rules = [
  ...[80, 240, 320, 400, 500].map(x => `${x} ${842 - 300} m ${x} ${842 - (x === 320 ? 220 : 200)} l S`),
  ...[200, 240, 280, 300].map(y => `80 ${842 - y} m 500 ${842 - y} l S`),
  `240 ${842 - 220} m 400 ${842 - 220} l S`,
].join('\n');
const cells: PdfText[] = [
  { x: 85, y: 226, text: '执法领域' },
  { x: 280, y: 214, text: '行政处罚' },
  { x: 245, y: 234, text: '件数' },
  { x: 325, y: 234, text: '金额（万元）' },
  { x: 405, y: 226, text: '被纠错（件）' },
  { x: 85, y: 256, text: '市场监管和' },
  { x: 85, y: 272, text: '药品监管' },
  { x: 245, y: 264, text: '1,234' },
  { x: 325, y: 264, text: '56.7' },
  { x: 405, y: 264, text: '0' },
  { x: 85, y: 294, text: '交通运输' },
  { x: 245, y: 294, text: '88' },
  { x: 405, y: 294, text: '3' },
].map(cell => ({ ...cell, size: 12 }));
const table = [
  '执法领域\t行政处罚\t\t被纠错（件）',
  '\t件数\t金额（万元）\t',
  '市场监管和药品监管\t1,234\t56.7\t0',
  '交通运输\t88\t\t3',
];
const thin = rules.replace(
  /(\S+) (\S+) m (\S+) (\S+) l S/g,
  (_, x1, y1, x2, y2) => `${x1} ${y1} ${Math.max(x2 - x1, 0.5)} ${Math.max(y2 - y1, 0.5)} re f`,
);
const tables = suite('read/pdf tables');
for (const [name, drawing] of [
  ['ruled by strokes', rules],
  ['ruled by thin boxes', thin],
] as const) {
  tables(name, async () => {
    const { text } = await readPdf(makePdf([[...said, ...cells]], { drawing }), 'a.pdf');
    assert.equal(text.split('\n').slice(1), table);
  });
}
tables('without rules, rows of cells below each other', async () => {
  const rows = [
    ['执法领域', '件数', '金额'],
    ['市场监管', '1,234', '56.7'],
    ['交通运输', '88', '9.5'],
  ].flatMap((row, nth) => row.map((text, column): PdfText => ({ x: 85 + column * 120, y: 220 + nth * 24, text })));
  const { text } = await readPdf(makePdf([[...said, ...rows]]), 'a.pdf');
  assert.equal(text.split('\n').slice(1), ['执法领域\t件数\t金额', '市场监管\t1,234\t56.7', '交通运输\t88\t9.5']);
});
tables('a frame round prose is no table', async () => {
  const frame = `70 700 m 530 700 l S 70 760 m 530 760 l S 70 700 m 70 760 l S 530 700 m 530 760 l S`;
  const { text } = await readPdf(makePdf([[...said]], { drawing: frame }), 'a.pdf');
  assert.equal(bare(text).join(''), sentence);
});
tables.run();

const turned = suite('read/pdf turned pages');
const ways: readonly (readonly [string, readonly PdfText[], PdfOptions])[] = [
  ['a mark across the page', [...said, { x: 150, y: 500, text: '内部征求意见稿', size: 60, turned: 45 }], {}],
  [
    'a page turned by its entry',
    said.map(({ x, y, text }) => ({ x: y, y: 595 - x, text, turned: 90 })),
    { page: '/Rotate 90', width: 842, height: 595 },
  ],
  [
    'a page turned by its text',
    said.map(({ x, y, text }) => ({ x: y, y: 595 - x, text, turned: 90 })),
    { width: 842, height: 595 },
  ],
  ['bold by printing twice', said.flatMap(text => [text, { ...text, x: text.x + 0.4 }]), {}],
  ['text beside the page', [...said, { x: 900, y: 120, text: '页外文字' }], {}],
];
for (const [name, texts, options] of ways) {
  turned(name, async () => {
    const { text } = await readPdf(makePdf([texts], options), 'a.pdf');
    assert.equal(bare(text).join(''), sentence);
  });
}
turned.run();
