/** The shape of requirements about how a report is built: its sections, the cells of its tables, and whether they add up. */
import { Type } from 'typebox';
import { common, kindOf } from './common-schema.ts';
import { about, otherWays, own, phrase, phrasesOf, textOf } from './shapes.ts';

const topic = Type.Object(
  {
    name: textOf('叫什么，缺了时这样说', 'its name, said where it lacks', ['依申请公开']),
    any: Type.Array(phrase, { minItems: 1, ...about('其中一条出现即可', 'one of these phrases') }),
  },
  own,
);
export const headed = Type.Object(
  {
    ...topic.properties,
    under: Type.Optional(phrasesOf('并且上一级表头里有其中一条', 'and one of these in a head above it', ['行政复议'])),
  },
  own,
);
const below = {
  headings: Type.Optional(
    phrasesOf('在哪个标题下面；没有这个标题就看全文', 'below which heading; without such a heading the whole text', [
      '主动公开…情况',
    ]),
  ),
  after: Type.Optional(
    phrasesOf(
      '这个标题应当在哪个标题之后，次序不对时提示',
      'the heading that must stand before; noted where it does not',
      ['总体情况'],
    ),
  ),
};

export const section = Type.Object(
  {
    kind: kindOf(
      'section',
      '某个标题下有没有内容，说到了哪几件事',
      'is this section there, and does it speak of these things?',
    ),
    ...common,
    ...below,
    topics: Type.Optional(
      Type.Array(topic, {
        minItems: 1,
        ...about('要说到的几件事', 'what it must speak of', {
          examples: [[{ name: '主动公开', any: ['主动公开'] }]],
        }),
      }),
    ),
    atLeast: Type.Optional(
      Type.Integer({
        minimum: 1,
        ...about('说到几件算已写明，不写为全部', 'so many topics are enough; all unless given', { examples: [4] }),
      }),
    ),
    some: Type.Optional(
      Type.Integer({
        minimum: 1,
        ...about('说到几件算不完整', 'so many topics are enough for partial', { default: 1, examples: [2] }),
      }),
    ),
  },
  own,
);

export const table = Type.Object(
  {
    kind: kindOf('table', '表格里这些格子有没有填数', 'do these cells of a table hold numbers?'),
    ...common,
    ...below,
    rows: Type.Optional(
      Type.Array(headed, {
        minItems: 1,
        ...about('要填的行，按行的表头', 'rows that must be filled, by their heads', {
          examples: [[{ name: '行政许可', any: ['行政许可'] }]],
        }),
      }),
    ),
    columns: Type.Optional(
      Type.Array(headed, {
        minItems: 1,
        ...about(
          '要填的列，按列的表头；不写为所有列',
          'columns that must be filled, by their heads; all unless given',
          {
            examples: [[{ name: '总计', any: ['总计'], under: ['行政复议'] }]],
          },
        ),
      }),
    ),
    or: Type.Optional(otherWays),
  },
  own,
);

const sideOf = (zh: string, en: string) =>
  Type.Array(headed, { minItems: 1, ...about(zh, en, { examples: [[{ name: '本年新收', any: ['本年新收'] }]] }) });

export const equation = Type.Object(
  {
    kind: kindOf('equation', '表格里两边的数相等不相等，逐列算', 'do rows of a table add up, column by column?'),
    ...common,
    ...below,
    left: sideOf('左边各行，相加', 'the rows on the left, added'),
    right: sideOf('右边各行，相加', 'the rows on the right, added'),
    tolerance: Type.Optional(
      Type.Number({
        minimum: 0,
        ...about('相差不超过它为不完整', 'a difference up to this is partial', { default: 0, examples: [1] }),
      }),
    ),
  },
  own,
);
