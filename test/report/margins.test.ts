import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { read, work, zoneAt } from './sample.ts';

const text = [
  '云山县水利局',
  '关于2023年度法治政府建设情况的报告',
  '县人民政府：',
  '2023年，我局坚持依法行政。现将有关情况报告如下。',
  '一、主要举措和成效',
  work,
  '二、存在的不足',
  '执法人员偏少。',
  '三、下一年打算',
  '加强培训。',
].join('\n');
const lines = text.split('\n');

const marked: readonly (readonly [string, (line: string, nth: number) => string])[] = [
  ['> of a quoted letter', line => `> ${line}`],
  ['> of a letter that was answered twice', line => `>> ${line}`],
  ['numbers of an editor', (line, nth) => `${String(nth + 1).padStart(4)}  ${line}`],
];

for (const [name, mark] of marked) {
  test(name, () => {
    const report = read(lines.map(mark).join('\n'));
    assert.is(report.meta.title?.value, '云山县水利局关于2023年度法治政府建设情况的报告');
    assert.is(report.meta.addressee?.value, '县人民政府');
    assert.equal(
      report.outline.map(heading => heading.text),
      read(text).outline.map(heading => heading.text),
    );
    assert.is(zoneAt(report, '执法人员偏少'), 'problem');
  });
}

test('points that are numbered one after the other keep their numbers', () => {
  const points = lines.slice(3).map((line, nth) => `${nth + 1} ${line}`);
  const report = read([...lines.slice(0, 3), ...points].join('\n'));
  assert.ok(report.copy.flat.includes('1 2023年'));
});

test.run();
