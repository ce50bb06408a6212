import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { normaliseUnits, withoutRadicals } from '../../src/read/copy-table.ts';
import { simplified, traditional } from '../../src/read/traditional.ts';

const rows: readonly (readonly [string, string])[] = [
  ['１００％', '100%'],
  ['９５．５﹪', '95.5%'],
  ['（一）', '(一)'],
  ['﹙二﹚', '(二)'],
  ['［2024］3号', '〔2024〕3号'],
  ['[2024]3号', '〔2024〕3号'],
  ['【2024】3号', '〔2024〕3号'],
  ['「三項制度」', '“三项制度”'],
  ['『枫桥』', '“枫桥”'],
  ['“枫桥”', '“枫桥”'],
  ['，；：！？', ',;:!?'],
  ['办结。｡．', '办结。。.'],
  ['一、二﹑三', '一、二、三'],
  ['<办法>〈办法〉', '《办法》《办法》'],
  ['《实施〈办法〉和<细则>的意见》', '《实施〈办法〉和<细则>的意见》'],
  ['政⽂ ⼤⺠⼯', '政文 大民工'],
  ['依法⾏政，⾒效', '依法行政,见效'],
  ['⻓⻔⻬', '长门齐'],
  ['臺兒莊區人民政府', '台儿庄区人民政府'],
  ['行政複議應訴', '行政复议应诉'],
  ['皇后 著名 乾坤 後', '皇后 著名 乾坤 后'],
  ['審議後徵求意見', '审议后征求意见'],
  ['答覆、覆核、辦覆率', '答复、复核、办复率'],
  ['全覆盖、全覆蓋、颠覆', '全覆盖、全覆盖、颠覆'],
  ['瞭解，瞭望塔', '了解,瞭望塔'],
  ['二○二四', '二〇二四'],
  ['县　政\u00a0府', '县 政 府'],
  ['𠮷祥', '𠮷祥'],
  ['①…—', '①…—'],
];

for (const [from, to] of rows) {
  test(`${from} becomes ${to}`, () => {
    assert.is(normaliseUnits(from), to);
    assert.is(normaliseUnits(from).length, from.length);
  });
}

test('the two sides of the traditional table are of one length', () => {
  assert.is(traditional.length, simplified.length);
  assert.ok(traditional.length > 2000);
});

test('radicals alone become characters where a text is shown', () => {
  assert.is(withoutRadicals('政⽂（⼀）⺠⽣⻅效，ＡＢ'), '政文（一）民生见效，ＡＢ');
});

test('long texts are cut nowhere', () => {
  const text = '（一）依法行政，'.repeat(5000);
  assert.is(normaliseUnits(text), '(一)依法行政,'.repeat(5000));
});

test.run();
