/** Lines of sheets joined into paragraphs: blanks, broken figures, indents, headings, headers and page numbers. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run, Sheet } from '../../src/read/sheet-lines.ts';
import { textOfSheets } from '../../src/read/sheet-text.ts';
import { type Placed, typeset, widthOf } from './typeset.ts';

const sheetsOf = (pages: readonly (readonly Placed[])[]): Sheet[] =>
  pages.map((texts, nth) => ({
    number: nth + 1,
    width: 595,
    height: 842,
    rules: [],
    runs: texts.map((text): Run => ({ ...text, width: widthOf(text.text) * text.size })),
  }));
const textOf = (pages: readonly (readonly Placed[])[]): string => textOfSheets(sheetsOf(pages)).text;

/** A paragraph that fills its lines, so that a page has a right margin. */
const filler = '全县各级行政机关坚持依法履职，严格规范公正文明执法，法治政府建设取得新的成效。'.repeat(3);
const around = typeset([filler]).flat();

/** What becomes of lines below such a paragraph: text, then left edge in characters, size, and extra space above in points. */
type Setting = readonly [text: string, left?: number, size?: number, gap?: number];

function below(...lines: readonly Setting[]): string[] {
  let y = Math.max(...around.map(line => line.y));
  const placed = lines.map(([text, left = 0, size = 16, gap = 0]): Placed => {
    y += 28 + gap;
    return { x: 79 + left * 16, y, text, size };
  });
  return textOf([[...around, ...placed]])
    .split('\n')
    .slice(1);
}

const full = '有关情况报告如下，请审阅并提出意见建议，以便进一步修改完善后';
const joining = suite('read/sheet-text paragraphs');
const rows: readonly (readonly [string, readonly Setting[], readonly string[]])[] = [
  [
    'a figure over two lines',
    [
      [`${full.slice(0, 25)}共办理1`, 0],
      ['234件。', 0],
    ],
    [`${full.slice(0, 25)}共办理1234件。`],
  ],
  [
    'a rate over two lines',
    [
      [`${full.slice(0, 25)}达98.`, 0],
      ['5%。', 0],
    ],
    [`${full.slice(0, 25)}达98.5%。`],
  ],
  [
    'words stay apart',
    [
      [`${full.slice(0, 22)}使用Word`, 0],
      ['Office软件。', 0],
    ],
    [`${full.slice(0, 22)}使用Word Office软件。`],
  ],
  [
    'an address over two lines',
    [
      [`${full.slice(0, 19)}见www.qinghe.examp`, 0],
      ['le网页。', 0],
    ],
    [`${full.slice(0, 19)}见www.qinghe.example网页。`],
  ],
  [
    'an address and a name behind it stay apart',
    [
      [`${full.slice(0, 18)}见www.qinghe.example`, 0],
      ['App或网页。', 0],
    ],
    [`${full.slice(0, 18)}见www.qinghe.example App或网页。`],
  ],
  [
    'a number and a point make no address',
    [
      [`${full.slice(0, 22)}2.deepin`, 0],
      ['office软件。', 0],
    ],
    [`${full.slice(0, 22)}2.deepin office软件。`],
  ],
  [
    'a day and a clock are two figures',
    [
      [`${full.slice(0, 18)}发布时间：2024-02-01`, 0],
      ['10:26止。', 0],
    ],
    [`${full.slice(0, 18)}发布时间：2024-02-01 10:26止。`],
  ],
  [
    'an indent begins a paragraph',
    [
      [full.slice(0, 28), 0],
      ['二是加强监督。', 2],
    ],
    [full.slice(0, 28), '二是加强监督。'],
  ],
  [
    'a line that ends early ends one',
    [
      ['情况如下。', 0],
      ['县司法局负责。', 0],
    ],
    ['情况如下。', '县司法局负责。'],
  ],
  [
    'a comma ends none',
    [
      ['情况如下，', 0],
      ['由县司法局负责。', 0],
    ],
    ['情况如下，由县司法局负责。'],
  ],
  [
    'a heading stays alone',
    [
      ['一、主要工作', 2],
      ['全面推进依法行政。', 2],
    ],
    ['一、主要工作', '全面推进依法行政。'],
  ],
  [
    'a larger heading',
    [
      ['主要工作', 0, 18],
      ['全面推进依法行政。', 0],
    ],
    ['主要工作', '全面推进依法行政。'],
  ],
  [
    'a gap parts',
    [
      [full.slice(0, 28), 0],
      ['县司法局负责。', 0, 16, 14],
    ],
    [full.slice(0, 28), '县司法局负责。'],
  ],
  [
    'a title over two lines',
    [
      ['县人民政府关于法治', 7, 22, 8],
      ['建设情况的报告', 9, 22, 4],
    ],
    ['县人民政府关于法治建设情况的报告'],
  ],
  [
    'a name and a date at the end',
    [
      ['青禾县人民政府', 19],
      ['2024年1月5日', 20],
    ],
    ['青禾县人民政府', '2024年1月5日'],
  ],
  [
    'a figure that could not be parted',
    [
      [full.slice(0, 26), 0],
      ['12345.67万元到位。', 0],
    ],
    [`${full.slice(0, 26)}12345.67万元到位。`],
  ],
];
for (const [name, lines, wanted] of rows) joining(name, () => assert.equal(below(...lines), wanted));
joining.run();

const blanks = suite('read/sheet-text blanks');
const spaced: readonly (readonly [string, string, string])[] = [
  ['beside figures', '2023 年办理 56 件', '2023年办理56件'],
  ['a line set wide', '法 治 政 府 建 设', '法治政府建设'],
  ['figures set wide', '2 0 2 3 年 1 月', '2023年1月'],
  ['between two names', '张三 李四', '张三 李四'],
  ['between words', 'Microsoft Word 软件', 'Microsoft Word软件'],
];
for (const [name, text, wanted] of spaced) blanks(name, () => assert.equal(below([text, 2]), [wanted]));
blanks('a wide gap stays one', () => {
  const y = Math.max(...around.map(line => line.y)) + 28;
  const names = ['县司法局', '县公安局'].map((text, nth) => ({ x: 111 + nth * 160, y, text, size: 16 }));
  assert.is(textOf([[...around, ...names]]).split('\n')[1], '县司法局  县公安局');
});
blanks.run();

const column = suite('read/sheet-text columns');
column('a last page of short lines is as wide as the others', () => {
  const [first = []] = typeset([filler, filler, filler]);
  const last = [
    '（二）法治宣传不够广，普法形式单一。',
    '四、明年打算',
    '（一）完善制度，配合做好修订调研论证工作落实。',
    '（二）加强协作，联合检查执法。',
    '（三）谋划普法规划。',
    '云山县司法局',
    '2024年2月1日',
  ];
  const placed = last.map((text, nth): Placed => ({ x: 79, y: 100 + nth * 28, text, size: 16 }));
  assert.equal(textOf([first, placed]).split('\n').slice(-last.length), last);
});
column('who signs on the line below a full one', () => {
  assert.equal(below([`${full.slice(0, 27)}。`], ['云山县司法局'], ['2024年2月1日']), [
    `${full.slice(0, 27)}。`,
    '云山县司法局',
    '2024年2月1日',
  ]);
});
column.run();

const margins = suite('read/sheet-text margins');
const pages = (footer: (number: number) => string, header?: string): string[] =>
  textOf(
    typeset([filler, filler, filler, filler], { lines: 6, footer, ...(header !== undefined && { header }) }),
  ).split('\n');
for (const footer of ['— # —', '-#-', '#', '第#页', '第 # 页 共 4 页', '#/4', 'Page # of 4', '· # ·']) {
  margins(`page number ${footer}`, () =>
    assert.equal(
      pages(number => footer.replace('#', String(number))),
      [filler, filler, filler, filler],
    ),
  );
}
margins('numbers that do not begin with one', () =>
  assert.equal(
    pages(number => String(number + 37)),
    [filler, filler, filler, filler],
  ),
);
margins('a header with a figure', () =>
  assert.equal(
    pages(number => `— ${number} —`, '法治政府建设年度报告（2023）'),
    [filler, filler, filler, filler],
  ),
);
margins('what stands once at the foot stays', () => {
  const [page = []] = typeset([filler]);
  const last = textOf([[...page, { x: 111, y: 775, text: '抄送：县委办公室。', size: 16 }]]);
  assert.equal(last.split('\n'), [filler, '抄送：县委办公室。']);
});
margins('a figure that is no page number stays', () => {
  const [page = []] = typeset([filler]);
  const last = textOf([[...page, { x: 111, y: 775, text: '2024', size: 16 }]]);
  assert.equal(last.split('\n'), [filler, '2024']);
});
margins.run();
