import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inDraftOrder } from '../../src/web/draft-order.ts';

const order = suite('drafts in the order of their names');

/** Names as given, and the one that stands last. */
const later: readonly (readonly [given: readonly string[], last: string])[] = [
  [['水利局（修改）.docx', '水利局.docx'], '水利局（修改）.docx'],
  [['水利局修订稿.doc', '水利局.doc'], '水利局修订稿.doc'],
  [['更正-水利局.txt', '水利局.txt'], '更正-水利局.txt'],
  [['水利局补正.pdf', '水利局.pdf'], '水利局补正.pdf'],
  [['水利局二稿.docx', '水利局.docx'], '水利局二稿.docx'],
  [['水利局第三稿.docx', '水利局第二稿.docx'], '水利局第三稿.docx'],
  [['水利局第3稿.docx', '水利局（修改）.docx'], '水利局第3稿.docx'],
  [['水利局定稿.docx', '水利局第三稿.docx'], '水利局定稿.docx'],
  [['终稿.docx', '水利局修改.docx'], '终稿.docx'],
  [['水利局 最终.docx', '水利局.docx'], '水利局 最终.docx'],
  [['水利局（新）.docx', '水利局.docx'], '水利局（新）.docx'],
  [['水利局-新.docx', '水利局.docx'], '水利局-新.docx'],
  [['材料/水利局新.docx', '材料/水利局.docx'], '材料/水利局新.docx'],
  // Where a name says nothing the order is as given.
  [['水利局.docx', '水利局(1).docx'], '水利局(1).docx'],
  [['水利局(1).docx', '水利局.docx'], '水利局.docx'],
  [['新建文本文档.txt', '水利局.txt'], '水利局.txt'],
  [['新河镇.docx', '水利局.docx'], '水利局.docx'],
  [['第一稿.docx', '水利局.docx'], '水利局.docx'],
  [['修改/水利局.docx', '初报/水利局.docx'], '初报/水利局.docx'],
];
for (const [given, last] of later)
  order(given.join(' · '), () => {
    assert.is(inDraftOrder(given, name => name).at(-1), last);
  });

order.run();
