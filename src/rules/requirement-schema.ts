/** The shape of a requirement, one schema a kind. */
import { type Static, Type } from 'typebox';
import { type attention, common, type example, kindOf } from './common-schema.ts';
import { about, levelsOf, otherWays, own, phrase, phrasesOf, someUnit, textOf, way, zone } from './shapes.ts';
import { equation, type headed, section, table } from './structure-schema.ts';

const statement = Type.Object(
  {
    kind: kindOf('statement', '这件事有没有写做了', 'is this said to have been done?'),
    ...common,
    ...way,
    not: common.not,
    zones: common.zones,
    or: Type.Optional(otherWays),
  },
  own,
);

const quantity = Type.Object(
  {
    kind: kindOf('quantity', '这个数有没有写', 'is this figure stated?'),
    ...common,
    of: Type.Array(phrase, {
      minItems: 1,
      ...about('数的是什么，按优先次序写', 'what the number counts, in order of preference', {
        examples: [['负责人出庭[应诉]率', '出庭应诉率']],
      }),
    }),
    unit: someUnit,
    zero: Type.Optional(phrasesOf('表示为零的说法', 'wordings for zero', ['未收到行政复议申请'])),
    coverage: Type.Optional(
      Type.Boolean(
        about('全覆盖也算：写 true，“全覆盖”“全部”“均”也算写明', 'true: full coverage in words counts', {
          default: false,
        }),
      ),
    ),
    or: Type.Optional(otherWays),
  },
  own,
);

const atLeastOne = (zh: string, en: string) => Type.Integer({ minimum: 1, ...about(zh, en, { default: 1 }) });

const part = Type.Object(
  {
    kind: kindOf('part', '这一部分有没有，内容够不够', 'is this part there, with substance?'),
    ...common,
    zone,
    headings: Type.Optional(phrasesOf('标题里的说法', 'wordings of its heading', ['存在[的]问题'])),
    cues: Type.Optional(phrasesOf('正文里的说法', 'wordings in the text')),
    needs: Type.Array(
      Type.Array(
        Type.Enum(
          ['heading', 'items', 'figures', 'facts', 'cue'],
          about('heading 标题、items 几项、figures 几个数字、facts 几件事、cue 明确的说法', 'what must be there'),
        ),
        { minItems: 1 },
      ),
      {
        minItems: 1,
        ...about(
          '怎样算齐备，满足一组即可：heading 有标题、items 有几项、figures 有几个数字、facts 有几件事、cue 有明确说法',
          'sets of what makes it complete; one set is enough',
          { examples: [[['heading', 'items'], ['facts']]] },
        ),
      },
    ),
    items: Type.Optional(atLeastOne('至少几项', 'items at least')),
    figures: Type.Optional(atLeastOne('至少几个本年度数字', 'figures of the year at least')),
    facts: Type.Optional(
      Type.Object(
        {
          atLeast: Type.Integer({ minimum: 1, ...about('至少几件', 'so many at least') }),
          of: Type.Array(Type.String(), about('要点编号，在这一部分里写明的算一件', 'ids of requirements met in it')),
          any: Type.Optional(phrasesOf('出现的短语，各算一件', 'phrases that count as well')),
        },
        {
          ...own,
          ...about('可核对的事', 'facts that can be checked', { examples: [{ atLeast: 2, of: ['fr.meetings'] }] }),
        },
      ),
    ),
    absent: Type.Optional(
      Type.Enum(
        ['missing', 'not-applicable'],
        about('没有这一部分时：missing 未写明，not-applicable 不涉及', 'what is said where there is no such part', {
          default: 'missing',
        }),
      ),
    ),
  },
  own,
);

const day = (zh: string, en: string) =>
  Type.String({ pattern: '^\\d\\d-\\d\\d$', ...about(zh, en, { examples: ['03-31'] }) });

const element = Type.Object(
  {
    kind: kindOf('element', '形式要素有没有', 'is this formal element there?'),
    ...common,
    element: Type.Enum(
      ['title', 'issuer', 'date', 'deadline', 'addressee', 'document-number'],
      about(
        'title 标题、issuer 报告机关、date 成文日期、deadline 公开时限、addressee 报告对象、document-number 发文字号',
        'which element',
      ),
    ),
    date: Type.Optional(
      Type.Object(
        {
          by: day('次年哪天以前为已写明，月-日', 'last day in the next year, MM-DD'),
          grace: day('之后到这一天为不完整', 'later until this day is partial'),
        },
        { ...own, ...about('公开时限', 'the deadline', { examples: [{ by: '03-31', grace: '06-30' }] }) },
      ),
    ),
    dates: Type.Optional(
      Type.Array(
        Type.Object(
          {
            levels: levelsOf('这些层级的时限', 'the deadline of these levels'),
            by: day('次年哪天以前为已写明，月-日', 'last day in the next year, MM-DD'),
            grace: day('之后到这一天为不完整', 'later until this day is partial'),
          },
          own,
        ),
        about(
          '时限因层级而不同时用；没有写到的层级由人核对',
          'where levels differ; a level that is not named is left to a person',
          { examples: [[{ levels: ['department'], by: '01-31', grace: '03-02' }]] },
        ),
      ),
    ),
    subject: Type.Optional(phrasesOf('标题：事项的说法', 'title: wordings of its subject', ['法治政府'])),
    form: Type.Optional(phrasesOf('标题：文种的说法', 'title: wordings of the kind of document', ['报告'])),
  },
  own,
);

const check = Type.Object(
  {
    kind: kindOf('check', '一项固定的检查', 'does a built-in check pass?'),
    ...common,
    check: Type.Enum(
      ['integrity', 'rectification', 'year'],
      about('integrity 文字是否完整、rectification 问题有没有回应、year 数据是不是本年度的', 'which check'),
    ),
  },
  own,
);

const manual = Type.Object(
  {
    kind: kindOf('manual', '由人判断', 'a person decides'),
    ...common,
    ask: textOf('请人判断的问题', 'the question for a person', ['所附材料是否与正文一致？']),
  },
  own,
);

/** One schema a kind, so that a mistake is told against the kind the author named. */
export const requirementSchemas = {
  statement,
  quantity,
  part,
  section,
  table,
  equation,
  element,
  check,
  manual,
} as const;

export type Statement = Static<typeof statement>;
export type QuantityRule = Static<typeof quantity>;
export type Part = Static<typeof part>;
export type ElementRule = Static<typeof element>;
export type CheckRule = Static<typeof check>;
export type Manual = Static<typeof manual>;
export type Section = Static<typeof section>;
export type TableRule = Static<typeof table>;
export type Equation = Static<typeof equation>;
/** A row or column asked for by its heads. */
export type Headed = Static<typeof headed>;
export type Requirement =
  | Statement
  | QuantityRule
  | Part
  | Section
  | TableRule
  | Equation
  | ElementRule
  | CheckRule
  | Manual;
export type Example = Static<typeof example>;
export type AttentionRule = Static<typeof attention>;
