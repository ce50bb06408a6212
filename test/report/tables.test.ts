/** Tables in the forms in which reports bring them, read as cells with their places. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pageText } from '../../src/read/html.ts';
import type { Table } from '../../src/report/types.ts';
import { read } from './sample.ts';

const opening = '云山县2023年法治政府建设年度报告\n2023年,我县坚持依法行政。\n一、主要工作\n';

/** `heads = cells` of each row; an empty cell is ∅, columns stand first where they are known. */
function shown(tables: readonly Table[]): string[] {
  return tables.flatMap(({ columns, rows }) => [
    ...(columns.length === 0 ? [] : [columns.map(heads => heads.map(head => head.text).join('>')).join(' ')]),
    ...rows.map(
      ({ heads, cells }) =>
        `${heads.map(head => head.text).join('>')} = ${cells.map(cell => cell?.value ?? cell?.text ?? '∅').join(' ')}`,
    ),
  ]);
}

const test = suite('tables');

const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['no table', '办理案件30件,其中许可12件。\n(一)规范执法。办案30件。', []],
  ['tabs', '事项\t本年\t上年\n许可\t12\t9\n处罚\t0\t3', ['本年 上年', '许可 = 12 9', '处罚 = 0 3']],
  ['bars', '| 事项 | 本年 |\n|---|---|\n| 许可 | 1,204 |\n| 处罚 | 3.5 |', ['本年', '许可 = 1204', '处罚 = 3.5']],
  ['blanks', '事项    本年    上年\n许可    12      9\n处罚    0       3', ['本年 上年', '许可 = 12 9', '处罚 = 0 3']],
  [
    'single blanks, as a file for print is copied',
    '事项 单位 上年 本年\n许可 件 9 12\n处罚 件 3 0',
    ['上年 本年', '许可>件 = 9 12', '处罚>件 = 3 0'],
  ],
  ['names and no number behind single blanks', '组长 李某 副组长\n成员 王某 赵某\n办公室 法规科 张某', []],
  ['full width', '事项\t本年\n许可\t１２\n处罚\t０', ['本年', '许可 = 12', '处罚 = 0']],
  ['a dash and an empty cell', '事项\t本年\t上年\n许可\t——\t9\n处罚\t\t3', ['本年 上年', '许可 = —— 9', '处罚 = ∅ 3']],
  [
    'numerals',
    '事项\t本年\t上年\n许可\t十二件\t九件\n处罚率\t百分之九十\t无',
    ['本年 上年', '许可 = 12 9', '处罚率 = 90 无'],
  ],
  [
    'percent in words before digits or a number with a point',
    '事项\t本年\t上年\n应诉率\t百分之98.5\t百分之 91\n办结率\t百分之九十八点五\t百分之百',
    ['本年 上年', '应诉率 = 98.5 91', '办结率 = 98.5 100'],
  ],
  ['one cell a line', '事项\n本年\n上年\n许可\n12\n9\n处罚\n0\n3', ['本年 上年', '许可 = 12 9', '处罚 = 0 3']],
  [
    'one cell a line, then a heading of the report and another table',
    '许可\n12\n9\n处罚\n0\n3\n二、收费情况\n项目\n本年\n行政收费\n5',
    ['许可 = 12 9', '处罚 = 0 3', '本年', '行政收费 = 5'],
  ],
  [
    'heads over several columns and rows',
    '\t申请人\t\t总计\n\t自然人\t企业\t\n一、新收\t3\t1\t4\n二、结转\t1\t0\t1',
    ['申请人>自然人 申请人>企业 总计', '一、新收 = 3 1 4', '二、结转 = 1 0 1'],
  ],
  [
    'a head over several rows',
    '结果\t种类\t件数\n公开\t全部\t3\n\t部分\t1\n不公开\t秘密\t0',
    ['件数', '公开>全部 = 3', '公开>部分 = 1', '不公开>秘密 = 0'],
  ],
  [
    'merged cells lost in copying: numbers stand at the right',
    '申请人\t总计\n自然人\t企业\n一、新收\t3\t1\t4\n三、结果\t予以公开\t2\t0\t2\n部分公开\t1\t1\t2',
    ['一、新收 = 3 1 4', '三、结果>予以公开 = 2 0 2', '部分公开 = 1 1 2'],
  ],
  [
    'heads that stand again in the middle',
    '事项\t本年\t上年\n许可\t12\t9\n第二十条第(八)项\n事项\t金额\n收费\t7',
    ['本年 上年', '许可 = 12 9', '金额', '第二十条第(八)项 = ∅', '收费 = 7'],
  ],
];

for (const [name, text, expected] of rows) {
  test(name, () => assert.equal(shown(read(opening + text).tables), expected));
}

test('rows of a table are no headings, and what follows is read on', () => {
  const report = read(`${opening}一、新收\t3\t4\n二、结转\t1\t1\n二、存在问题\n力量不足。`);
  assert.equal(
    report.outline.map(heading => heading.text),
    ['主要工作', '存在问题'],
  );
});

test('every cell is cut from the text', () => {
  const report = read(`${opening}事 项\t本　年\n许可\t１２\n处罚\t0\n`);
  const cells = report.tables.flatMap(table => [
    ...table.labels,
    ...table.rows.flatMap(row => [...row.heads, ...row.cells.flatMap(cell => cell ?? [])]),
  ]);
  assert.equal(
    cells.map(({ start, end }) => report.text.slice(start, end)),
    ['事 项', '本　年', '许可', '１２', '处罚', '0'],
  );
  assert.equal(
    cells.map(({ flatStart, flatEnd }) => report.copy.flat.slice(flatStart, flatEnd)),
    ['事项', '本年', '许可', '12', '处罚', '0'],
  );
});

test('a disclosure table is none', () => {
  assert.equal(read(`索引号\t000123\n发布日期\t2024-02-01\n${opening}办理案件30件。`).tables, []);
});

test('a page: merged cells keep their places', () => {
  const page = pageText(
    `<div id="zoom"><p>云山县2023年法治政府建设年度报告</p><p>一、主要工作</p><table>
    <tr><td rowspan="2">项目</td><td colspan="2">申请人</td><td rowspan="2">总计</td></tr>
    <tr><td>自然人</td><td>其他<br>组织</td></tr>
    <tr><td>新收</td><td>3</td><td></td><td>4</td></tr></table><p>力量不足。</p></div>`,
    'page.html',
  );
  assert.equal(page.split('\n').slice(2, 5), ['项目\t申请人\t\t总计', '\t自然人\t其他 组织\t', '新收\t3\t\t4']);
  assert.equal(shown(read(page).tables), ['申请人>自然人 申请人>其他组织 总计', '新收 = 3 ∅ 4']);
});

test.run();
