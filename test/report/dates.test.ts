import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findDate, findYear } from '../../src/report/dates.ts';

const dates: readonly (readonly [string, string | null])[] = [
  ['2024年3月1日', '2024-03-01'],
  ['2024 年 3 月 1 日', '2024-03-01'],
  ['2024年03月01日', '2024-03-01'],
  ['二〇二四年三月一日', '2024-03-01'],
  ['二〇二三年十二月二十五日', '2023-12-25'],
  ['2024-01-31 16:05', '2024-01-31'],
  ['2025/03/11', '2025-03-11'],
  ['2024.1.5', '2024-01-05'],
  ['2024年3月', '2024-03'],
  ['2024年13月1日', null],
  ['2024年2月30日', null],
  ['2024-02', null],
  ['第3页', null],
];
for (const [text, iso] of dates) test(text, () => assert.is(findDate(text)?.iso ?? null, iso));

const years: readonly (readonly [string, number | null])[] = [
  ['云山县2023年法治政府建设年度报告', 2023],
  ['二〇二三年度', 2023],
  ['二零二三年度', 2023],
  ['(2021-2025年)', 2025],
  ['三年行动', null],
];
for (const [text, year] of years) test(`year of ${text}`, () => assert.is(findYear(text)?.value ?? null, year));

test.run();
