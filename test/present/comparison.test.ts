/** What mended a gap is quoted: the words that the earlier draft did not have, and more than a heading. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Assessment } from '../../src/assess/types.ts';
import { comparisonView } from '../../src/present/comparison.ts';
import { fixtureAssessment } from './fixture.ts';

const base = fixtureAssessment();
const [sample] = base.findings;

/** One finding that quotes these words of the text. */
function side(
  text: string,
  status: 'missing' | 'met',
  quotes: readonly string[],
): { assessment: Assessment; text: string } {
  if (sample === undefined) throw new Error('no finding');
  const evidence = quotes.map(quote => {
    const start = text.indexOf(quote);
    return { quote, start, end: start + quote.length, line: 1 };
  });
  const finding = { ...sample, requirement: 'a', status, evidence, nearest: null };
  return { assessment: { ...base, findings: [finding], quantities: [] }, text };
}

const early = '一、工作\n抓学习。\n三、存在的不足\n主要有以下问题：\n';
const rows: readonly (readonly [name: string, later: string, quotes: readonly string[], said: string])[] = [
  ['a heading that was there', `${early}一是人手偏少。`, ['三、存在的不足', '一是人手偏少'], '一是人手偏少'],
  ['announcing words that were there', `${early}一是人手偏少。`, ['主要有以下问题：', '一是人手偏少'], '一是人手偏少'],
  ['a heading alone', '四、原因\n经费紧、人手少。\n其他。', ['四、原因'], '四、原因\n经费紧、人手少。'],
  ['announcing words alone', '原因如下：经费紧。其他。', ['原因如下'], '原因如下：经费紧。'],
  ['a new sentence after one that was there', `${early}办案5件。`, ['抓学习', '办案5件'], '办案5件'],
  [
    'two new sentences',
    `${early}一是人少。二是钱少。`,
    ['三、存在的不足', '一是人少', '二是钱少'],
    '一是人少 二是钱少',
  ],
  ['nothing new', early, ['三、存在的不足', '抓学习'], '抓学习'],
  ['a clause', '严格落实公示制度，公示信息9条。', ['严格落实公示制度'], '严格落实公示制度'],
];

const mended = suite('what mended a gap');
for (const [name, later, quotes, said] of rows) {
  mended(name, () => {
    const view = comparisonView(side(early, 'missing', []), side(later, 'met', quotes), 'zh');
    assert.is(view.groups.find(({ id }) => id === 'mended')?.pairs[0]?.quotes.join(' '), said);
  });
}
mended('a personal number in the quote is masked', () => {
  const view = comparisonView(
    side(early, 'missing', []),
    side('联系人13812345678答复。', 'met', ['联系人13812345678答复']),
    'zh',
  );
  assert.is(view.groups.find(({ id }) => id === 'mended')?.pairs[0]?.quotes[0], '联系人138****5678答复');
});
mended('a gap that stays is told without a closest passage that does not stand there', () => {
  const announced = '未写明次数；已找到的相近表述不能采信，理由见下。';
  const gap = (reason: string) => {
    const one = side(early, 'missing', []);
    return {
      ...one,
      assessment: { ...one.assessment, findings: one.assessment.findings.map(f => ({ ...f, reason })) },
    };
  };
  const view = comparisonView(gap('未写明次数。'), gap(announced), 'zh');
  assert.is(view.groups.find(({ id }) => id === 'remaining')?.pairs[0]?.said, '未写明次数。');
});
mended.run();
