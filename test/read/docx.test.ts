/** What of a Word document is read: as its reader sees the paper. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocument } from '../../src/read/document.ts';
import { cell, level, list, makeDocx, numbered, type Parts, par, row, run, use } from './make-docx.ts';

const linesOf = async (parts: Parts): Promise<string[]> =>
  (await readDocument(makeDocx(parts), '报告.docx')).text.split('\n');

const chineseList =
  list(
    1,
    level(0, 'chineseCounting', '%1、') + level(1, 'chineseCountingThousand', '（%2）') + level(2, 'decimal', '%3.'),
  ) +
  use(1, 1) +
  use(2, 1) +
  use(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');

/** Paragraphs as `[text, list, level]`. */
const paragraphs = (...rows: readonly (readonly [string, number?, number?])[]): string =>
  rows.map(([text, id, at = 0]) => par(text, id === undefined ? '' : numbered(id, at))).join('');

const numberRows: readonly (readonly [what: string, parts: Parts, lines: readonly string[]])[] = [
  [
    'levels in Chinese and in digits; a higher level restarts the lower ones',
    {
      numbering: chineseList,
      body: paragraphs(['总体', 1], ['甲', 1, 1], ['乙', 1, 1], ['丙', 1, 2], ['主要', 1], ['丁', 1, 1], ['戊', 1, 2]),
    },
    ['一、总体', '（一）甲', '（二）乙', '1.丙', '二、主要', '（一）丁', '1.戊'],
  ],
  [
    'a label that ends in a point keeps apart from digits',
    { numbering: chineseList, body: paragraphs(['2023年', 1, 2]) },
    ['1. 2023年'],
  ],
  [
    'two uses of a list go on counting; an override starts anew once',
    { numbering: chineseList, body: paragraphs(['甲', 1], ['乙', 2], ['丙', 3], ['丁', 3], ['戊', 1]) },
    ['一、甲', '二、乙', '一、丙', '二、丁', '三、戊'],
  ],
  [
    'paragraphs without a number do not count; numId 0 takes the number away',
    { numbering: chineseList, body: paragraphs(['甲', 1], ['正文'], ['无号', 0], ['乙', 1]) },
    ['一、甲', '正文', '无号', '二、乙'],
  ],
  [
    '第%1条 and beyond ten',
    {
      numbering: list(1, level(0, 'chineseCounting', '第%1条')) + use(1, 1),
      body: paragraphs(...Array.from({ length: 12 }, (_, at) => [`甲${at}`, 1] as const)),
    },
    [...'一二三四五六七八九十', '十一', '十二'].map((n, at) => `第${n}条甲${at}`),
  ],
  [
    'a level of several numbers; digits for all where the level says so',
    {
      numbering: list(1, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + use(1, 1),
      body: paragraphs(['甲', 1], ['乙', 1, 1], ['丙', 1, 1]),
    },
    ['一、甲', '1.1乙', '1.2丙'],
  ],
  [
    'lvlRestart 0 never restarts',
    {
      numbering:
        list(1, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2）', '<w:lvlRestart w:val="0"/>')) +
        use(1, 1),
      body: paragraphs(['甲', 1], ['乙', 1, 1], ['丙', 1], ['丁', 1, 1]),
    },
    ['一、甲', '1）乙', '二、丙', '2）丁'],
  ],
  [
    'a style brings its number, and its level by the list',
    {
      styles:
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>',
      numbering:
        list(
          1,
          level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>') +
            level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="2"/>'),
        ) + use(1, 1),
      body:
        par('甲', '<w:pStyle w:val="1"/>') +
        par('乙', '<w:pStyle w:val="2"/>') +
        par('丙', '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    },
    ['一、甲', '（一）乙', '丙'],
  ],
  [
    'a list that a style holds',
    {
      styles:
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>',
      numbering: `${list(8, `<w:styleLink w:val="L"/>${level(0, 'japaneseCounting', '%1、')}`)}${list(1, '<w:numStyleLink w:val="L"/>')}${use(9, 8)}${use(1, 1)}`,
      body: paragraphs(['甲', 1], ['乙', 1]),
    },
    ['一、甲', '二、乙'],
  ],
  [
    'typed as well as automatic stands once',
    {
      numbering: chineseList,
      body: paragraphs(['一、甲', 1], ['(一)乙', 1, 1], ['1．丙', 1, 2], ['2.5万件', 1, 2]),
    },
    ['一、甲', '(一)乙', '1．丙', '2. 2.5万件'],
  ],
  [
    'kinds of numbers',
    {
      numbering: [
        'decimalFullWidth',
        'decimalEnclosedCircle',
        'ideographDigital',
        'upperLetter',
        'lowerRoman',
        'chineseLegalSimplified',
        'decimalZero',
        'ideographTraditional',
        'bullet',
        'none',
      ]
        .map((format, at) => list(at + 1, level(0, format, format === 'bullet' ? '' : '%1、')) + use(at + 1, at + 1))
        .join(''),
      body: paragraphs(...Array.from({ length: 10 }, (_, at) => ['甲', at + 1] as const)),
    },
    ['１、甲', '①、甲', '一、甲', 'A、甲', 'i、甲', '壹、甲', '01、甲', '甲、甲', '甲', '、甲'],
  ],
];

const numbering = suite('automatic numbering');
for (const [what, parts, lines] of numberRows) numbering(what, async () => assert.equal(await linesOf(parts), lines));
numbering('a typed number that differs from the automatic one stands, and is told', async () => {
  const source = await readDocument(
    makeDocx({ numbering: chineseList, body: paragraphs(['一、甲', 1], ['三、乙', 1]) }),
    'a.docx',
  );
  assert.is(source.text, '一、甲\n三、乙');
  assert.match(source.notes[0]?.zh ?? '', '三、乙');
});
numbering.run();

const box = (text: string): string => `<wps:txbx><w:txbxContent>${par(text)}</w:txbxContent></wps:txbx>`;
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const long = '依法行政水平持续提升。'.repeat(25);

const bodyRows: readonly (readonly [what: string, body: string, lines: readonly string[]])[] = [
  [
    'runs join, soft breaks part lines',
    `<w:p>${run('甲')}${run('乙')}<w:r><w:br/></w:r>${run('丙')}</w:p>`,
    ['甲乙', '丙'],
  ],
  ['an empty paragraph is a blank line', par('甲') + par('') + par('') + par('乙'), ['甲', '', '乙']],
  [
    'insertions are read, deletions are not',
    `<w:p>${run('办理')}<w:del>${'<w:r><w:delText>23</w:delText></w:r>'}</w:del><w:ins>${run('25')}</w:ins>${run('件')}</w:p>`,
    ['办理25件'],
  ],
  [
    'moved text stands where it went',
    `<w:p><w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}</w:p><w:p><w:moveTo>${run('甲')}</w:moveTo></w:p>`,
    ['乙', '甲'],
  ],
  [
    'a deleted end of a paragraph joins it with the next',
    `${par('上半句', '<w:rPr><w:del/></w:rPr>')}${par('下半句。')}`,
    ['上半句下半句。'],
  ],
  [
    'a deleted row of a table',
    `<w:tbl>${row(cell('甲'), cell('1'))}<w:tr><w:trPr><w:del/></w:trPr>${cell('乙')}${cell('2')}</w:tr></w:tbl>`,
    ['甲\t1'],
  ],
  [
    'a text box written twice is read once',
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('红头')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${par('红头')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('正文')}</w:p>`,
    ['红头', '正文'],
  ],
  ['a field gives its result', `<w:p>${run('共')}${field('=SUM(A1)', run('12'))}${run('件')}</w:p>`, ['共12件']],
  [
    'a circled number that a field draws',
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('甲')}</w:p>`,
    ['②甲'],
  ],
  [
    'a table of contents by field',
    `${par('报告')}${par('目  录')}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一、甲 1')}</w:p>${par('二、乙 2')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>${par('一、甲')}`,
    ['报告', '一、甲'],
  ],
  [
    'a table of contents in its frame',
    `${par('报告')}<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${par('一、甲 1')}</w:sdtContent></w:sdt>${par('一、甲')}`,
    ['报告', '一、甲'],
  ],
  ['text in other frames', `<w:sdt><w:sdtPr/><w:sdtContent>${par('甲')}</w:sdtContent></w:sdt>`, ['甲']],
  ['hidden text', `<w:p>${run('甲')}${run('乙', '<w:vanish/>')}${run('丙', '<w:vanish w:val="0"/>')}</w:p>`, ['甲丙']],
  [
    'marks of notes and comments',
    `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/>${run('乙')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    ['甲乙'],
  ],
  [
    'tab stops are no tabs',
    `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="8"/></w:tabs></w:pPr>${run('甲')}<w:r><w:tab/></w:r>${run('乙')}</w:p>`,
    ['甲\t乙'],
  ],
  [
    'links, formulas and readings above',
    `<w:p><w:hyperlink>${run('甲')}</w:hyperlink><m:oMath><m:r><m:t>95%</m:t></m:r></m:oMath><w:r><w:ruby><w:rt>${run('yi')}</w:rt><w:rubyBase>${run('乙')}</w:rubyBase></w:ruby></w:r></w:p>`,
    ['甲95%乙'],
  ],
  [
    'a table: cells by tabs',
    `<w:tbl>${row(cell('事项'), cell('件数'))}${row(cell('复议'), cell('23'))}</w:tbl>`,
    ['事项\t件数', '复议\t23'],
  ],
  [
    'merged cells keep the width of the rows',
    `<w:tbl>${row(cell('事项', '<w:vMerge w:val="restart"/>'), cell('件数', '<w:gridSpan w:val="2"/>'))}${row(cell('', '<w:vMerge/>'), cell('上年'), cell('本年'))}${row(cell('复议'), cell('20'), cell('23'))}</w:tbl>`,
    ['事项\t件数\t', '\t上年\t本年', '复议\t20\t23'],
  ],
  [
    'label and value',
    `<w:tbl>${row(cell('索引号'), cell('A1'), cell('发布机构'), cell('县司法局'))}</w:tbl>`,
    ['索引号:A1', '发布机构:县司法局'],
  ],
  [
    'a cell of prose is read as paragraphs',
    `<w:tbl>${row(cell('一'), `<w:tc>${par(long)}${par('第二段。')}</w:tc>`)}</w:tbl>`,
    ['一', long, '第二段。'],
  ],
  [
    'several paragraphs in a cell',
    `<w:tbl>${row(`<w:tc>${par('行政')}${par('复议')}</w:tc>`, cell('23'))}</w:tbl>`,
    ['行政 复议\t23'],
  ],
];
const bodies = suite('body of a docx');
for (const [what, body, lines] of bodyRows) bodies(what, async () => assert.equal(await linesOf({ body }), lines));

bodies('changes and hidden text are told', async () => {
  const body = `<w:p><w:ins>${run('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>${run('丙', '<w:vanish/>')}</w:p>`;
  const { notes } = await readDocument(makeDocx({ body }), 'a.docx');
  assert.equal(
    notes.map(({ zh }) => zh.slice(0, 13)),
    ['文件带有修订痕迹（插入 1', '文件里有 1 处隐藏文字，'],
  );
});
bodies('hidden by its style', async () => {
  const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>';
  assert.equal(await linesOf({ styles, body: `<w:p>${run('甲')}${run('乙', '<w:rStyle w:val="h"/>')}</w:p>` }), ['甲']);
});
bodies('contents by style', async () => {
  const styles = '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="toc 1"/></w:style>';
  assert.equal(await linesOf({ styles, body: par('目录') + par('一、甲 1', '<w:pStyle w:val="a9"/>') + par('正文') }), [
    '正文',
  ]);
});
bodies('pictures and no text: a scan', async () => {
  const bytes = makeDocx({ body: '<w:p><w:r><w:drawing/></w:r></w:p>' });
  try {
    await readDocument(bytes, 'a.docx');
    assert.unreachable();
  } catch (error) {
    assert.is((error as { code?: string }).code, 'scanned');
  }
});
bodies('a docx under another name is told', async () => {
  const { notes, mediaType, charset } = await readDocument(makeDocx({ body: par('甲') }), 'a.doc');
  assert.match(notes[0]?.zh ?? '', /\.doc.*docx/);
  assert.match(mediaType, 'wordprocessingml');
  assert.is(charset, null);
});
bodies('one that WPS saved keeps its name', async () => {
  assert.equal((await readDocument(makeDocx({ body: par('甲') }), 'a.wps')).notes, []);
});
bodies.run();
