import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readNumeral } from '../../src/read/numerals.ts';

const rows: readonly (readonly [string, number | null, number?])[] = [
  ['7', 7],
  ['1,234', 1234],
  ['12,345,678', 12345678],
  ['1,23', null],
  ['7.26', 7.26, 2],
  ['100.0', 100, 1],
  ['7.26万', 72600, 2],
  ['1.1万', 11000, 1],
  ['4千', 4000],
  ['1万', 10000],
  ['3百', 300],
  ['2.5亿', 250000000, 1],
  ['3千万', 30000000],
  ['3万千', null],
  ['零', 0],
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十三', 23],
  ['一百二十', 120],
  ['一百零五', 105],
  ['一百〇五', 105],
  ['一百二', 120],
  ['一百一十六', 116],
  ['三千零五十', 3050],
  ['两千三', 2300],
  ['两万三', 23000],
  ['一万零三', 10003],
  ['十二万', 120000],
  ['一亿二千万', 120000000],
  ['二〇二三', 2023],
  ['二零二四', 2024],
  ['廿五', 25],
  ['卅', 30],
  ['壹佰', 100],
  ['叁拾贰', 32],
  ['三点五', 3.5, 1],
  ['三点五万', 35000, 1],
  ['十几', null],
  ['数百', null],
  ['百', null],
  ['一二两', null],
  ['二十三十', null],
  ['三件', null],
  ['', null],
  ['点五', null],
];

for (const [written, value, decimals] of rows) {
  test(`${written || '(empty)'} is ${value}`, () => {
    const read = readNumeral(written);
    assert.equal(read, value === null ? null : { value, decimals: decimals ?? 0 });
  });
}

test.run();
