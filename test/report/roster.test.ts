/** Rosters are read as offices keep them: from a sheet with heads, without, or typed. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDue, readRoster } from '../../src/report/roster.ts';

const roster = suite('roster');
roster('a sheet with heads, in its own order, with a column nobody asked for', () => {
  const { lines, mistakes } = readRoster(
    '序号\t单位名称\t种类\t简称\t联系人\t联系电话\t职权\t截止日期\n1\t青禾县水利局\t部门\t县水利局、水利局\t张三\t600123\t行政执法、规范性文件\t2025/1/20\n2\t柳河镇人民政府\t乡镇\t\t\t\t\t',
    2024,
  );
  assert.equal(mistakes, []);
  assert.equal(lines, [
    {
      name: '青禾县水利局',
      aliases: ['县水利局', '水利局'],
      level: 'department',
      powers: ['enforcement', 'normative-documents'],
      contact: '张三 600123',
      due: '2025-01-20',
    },
    { name: '柳河镇人民政府', aliases: [], level: 'township', powers: [], contact: '', due: null },
  ]);
});
roster('bare names, one a line, tell their kind themselves', () => {
  const { lines } = readRoster('青禾县水利局\n\n柳河镇人民政府\r\n', 2024);
  assert.equal(
    lines.map(({ name, level }) => [name, level]),
    [
      ['青禾县水利局', 'department'],
      ['柳河镇人民政府', 'township'],
    ],
  );
});
roster('numbers of a typed list are no part of a name, and figures alone are none', () => {
  const { lines, mistakes } = readRoster(
    '1、青禾县水利局\n2. 青禾县财政局\n（3）柳河镇人民政府\n八一街道办事处\n２０２５\n12345',
    2024,
  );
  assert.equal(
    lines.map(({ name }) => name),
    ['青禾县水利局', '青禾县财政局', '柳河镇人民政府', '八一街道办事处'],
  );
  assert.equal(
    mistakes.map(({ line, what }) => [line, what]),
    [
      [5, 'name'],
      [6, 'name'],
    ],
  );
});
roster('typed lines have commas or bars', () => {
  const { lines } = readRoster(
    '1,青禾县水利局,水利局\n青禾县财政局|财政局、县财局|部门|执法|李四 600456|1月31日',
    2024,
  );
  assert.equal(
    lines.map(({ aliases, due }) => [aliases, due]),
    [
      [['水利局'], null],
      [['财政局', '县财局'], '2025-01-31'],
    ],
  );
});
roster('what cannot be understood is told by its line, and only that line is left out', () => {
  const { lines, mistakes } = readRoster(
    `青禾县水利局\n甲\n青禾县水利局\n县财政局,,外星,飞行,,2025-02-30\n${'很'.repeat(81)}\n!!!`,
    2024,
  );
  assert.equal(
    lines.map(({ name }) => name),
    ['青禾县水利局'],
  );
  assert.equal(
    mistakes.map(({ line, what }) => [line, what]),
    [
      [2, 'name'],
      [3, 'twice'],
      [4, 'level'],
      [4, 'power'],
      [4, 'date'],
      [5, 'long'],
      [6, 'name'],
    ],
  );
});
for (const [written, iso] of [
  ['2025-01-31', '2025-01-31'],
  ['2025/1/5', '2025-01-05'],
  ['2025年1月31日', '2025-01-31'],
  ['1月31日', '2025-01-31'],
  ['２月１日', '2025-02-01'],
  ['', null],
  ['2025-02-30', undefined],
  ['尽快', undefined],
] as const)
  roster(`due ${written}`, () => assert.is(readDue(written, 2024), iso));
roster.run();
