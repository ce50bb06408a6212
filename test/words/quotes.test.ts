import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fill, innerQuotes } from '../../src/words/bilingual.ts';

const quotes = suite('quotation marks within quotation marks');

const rows: readonly (readonly [string, string])[] = [
  ['落实“双公示”要求', '落实‘双公示’要求'],
  ['“互联网+监管”', '‘互联网+监管’'],
  ['称为“村‘两委’成员”', '称为‘村“两委”成员’'],
  ['the body’s duty', 'the body’s duty'],
  ['没有引号', '没有引号'],
];
for (const [words, inner] of rows) {
  quotes(words, () => {
    assert.is(innerQuotes(words), inner);
    assert.is(fill('表述“{quote}”未采信', { quote: words }), `表述“${inner}”未采信`);
    assert.is(fill('{quote}未采信', { quote: words }), `${words}未采信`);
    assert.is(fill('“{quote}等”', { quote: words }), `“${words}等”`);
  });
}
quotes.run();
