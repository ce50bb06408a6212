import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { articleWords } from '../../src/present/articles.ts';

const articles = suite('articles in English');
const rows: readonly (readonly [string, string])[] = [
  ['第三条', 'Art. 3'],
  ['第三条第三款', 'Art. 3(3)'],
  ['第二十四条、第三十条', 'Art. 24, Art. 30'],
  ['第六十三条至第六十九条、第七十三条', 'Art. 63 to Art. 69, Art. 73'],
  ['第七条之一第二款第（三）项', 'Art. 7-1(2)(3)'],
  ['年度报告章', '年度报告章'],
  ['', ''],
];
for (const [zh, en] of rows) {
  articles(`${zh || 'none'}: ${en || 'none'}`, () => {
    assert.is(articleWords(zh, 'en'), en);
    assert.is(articleWords(zh, 'zh'), zh);
  });
}
articles.run();
