/** The shape of a requirement, one schema a kind. */
import { type Static, Type } from 'typebox';
import {
  about,
  level,
  levelsOf,
  not,
  otherWays,
  own,
  phrase,
  phrasesOf,
  points,
  someUnit,
  textOf,
  tier,
  way,
  wayOrPhrase,
  years,
  zone,
  zonesOf,
} from './shapes.ts';

const power = Type.Enum(
  ['enforcement', 'normative-documents', 'reconsideration'],
  about('enforcement 执法、normative-documents 制定规范性文件、reconsideration 行政复议', 'a power of the body'),
);
const basis = Type.Object(
  {
    source: Type.String(about('sources 里的键', 'a key of sources', { examples: ['A1'] })),
    article: Type.Optional(Type.String(about('条款', 'article', { examples: ['第二十四条'] }))),
    reference: Type.Optional(levelsOf('对这些层级为“参照”', 'for these levels by reference only')),
  },
  { ...own, ...about('一项依据', 'one basis', { examples: [{ source: 'A1', article: '第二十四条' }] }) },
);

const attention = Type.Object(
  {
    below: Type.Optional(Type.Number(about('数值低于它时提示', 'a value below this is noted', { examples: [90] }))),
    above: Type.Optional(Type.Number(about('数值高于它时提示', 'a value above this is noted', { examples: [100] }))),
    unit: Type.Optional(
      Type.String(
        about('上下限只用于这个单位的数值', 'the limits hold only for a value of this unit', { examples: ['%'] }),
      ),
    ),
    any: Type.Optional(phrasesOf('摘录里出现其中一条时提示', 'noted where one of these stands in the quote')),
    text: Type.Optional(textOf('提示的话', 'what the note says', ['出庭应诉率低于90%，建议说明未出庭的原因'])),
    source: Type.Optional(
      Type.String(
        about(
          '依据的 sources 键；写 "proposal" 表示参考值',
          'a key of sources; "proposal" marks no legal requirement',
          {
            examples: ['proposal'],
          },
        ),
      ),
    ),
  },
  {
    ...own,
    ...about('一条提示，不扣分', 'a note without loss of points', { examples: [{ below: 90, source: 'proposal' }] }),
  },
);

const example = Type.Union([
  Type.String({
    minLength: 1,
    ...about('例句：报告里可能出现的一句话', 'a sentence as a report may have it', { examples: ['出庭应诉率98%。'] }),
  }),
  Type.Object(
    {
      text: Type.String({ minLength: 1, ...about('例句', 'the sentence', { examples: ['出庭应诉率98%。'] }) }),
      zone: Type.Optional(zone),
      year: Type.Optional(Type.Integer(about('报告年度', 'report year', { default: 2023, examples: [2023] }))),
      level: Type.Optional(level),
      value: Type.Optional(Type.Number(about('应读出的数', 'the value it must give', { examples: [98] }))),
    },
    {
      ...own,
      ...about('例句，并说明它在哪一部分、哪一年、哪一级', 'a sentence with its zone, year, level or value', {
        examples: [{ zone: 'plan', text: '力争出庭应诉率达到100%。' }],
      }),
    },
  ),
]);
const examplesOf = (zh: string, en: string, examples: readonly unknown[]) =>
  Type.Optional(Type.Array(example, about(zh, en, { examples })));

const common = {
  id: Type.String({
    pattern: '^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*$',
    ...about('编号：小写英文字母、数字、连字符和点，全文件不重复', 'identifier, once in the file', {
      examples: ['lit.appearance'],
    }),
  }),
  tier,
  points,
  title: textOf('名称', 'its name', ['法律咨询人次', { zh: '法律咨询人次', en: 'People given legal advice' }]),
  met: textOf('写到了怎么说，不加句号', 'what is said when it is there', ['写明了本年度法律咨询人次']),
  gap: textOf('没写到怎么说，不加句号', 'what is said when it is not', ['未写明本年度法律咨询人次']),
  fix: Type.Optional(
    textOf('修改建议，要填的空写 ____', 'the suggestion shown; blanks are ____', [
      '写明全年数，如“解答咨询____人次”。',
    ]),
  ),
  enabled: Type.Optional(Type.Boolean(about('写 false 即停用', 'false switches it off', { default: true }))),
  appliesTo: Type.Optional(
    Type.Object(
      {
        years: Type.Optional(years),
        levels: Type.Optional(levelsOf('只适用于这些层级', 'only these levels')),
        powers: Type.Optional(
          Type.Array(power, about('须有这些职权', 'only bodies with these powers', { examples: [['enforcement']] })),
        ),
        unless: Type.Optional(
          phrasesOf('写明这一情况时本条不涉及', 'not applicable where the text says so', ['(无|未发生)行政诉讼案件']),
        ),
        optionalFor: Type.Optional(
          levelsOf('这些层级的报告只字未提时不涉及', 'not applicable to a report of these levels that is silent on it'),
        ),
        exceptSubject: Type.Optional(
          phrasesOf('单位名称含这些字的，不受层级限制', 'bodies named so are exempt from the levels', ['司法局']),
        ),
        silentZones: Type.Optional(zonesOf('判断“只字未提”时看哪些部分', 'where silence is looked for')),
      },
      {
        ...own,
        ...about('什么情况下适用', 'when it applies', { examples: [{ years: { from: 2021 }, levels: ['county'] }] }),
      },
    ),
  ),
  byYear: Type.Optional(
    Type.Array(
      Type.Object({ years, tier: Type.Optional(tier), points: Type.Optional(points) }, own),
      about('某些年度另定类别或分值', 'another tier or other points for some years', {
        examples: [[{ years: { to: 2018 }, tier: '选写' }]],
      }),
    ),
  ),
  zones: Type.Optional(zonesOf('写在哪些部分才算', 'zones where evidence counts')),
  not: Type.Optional(not),
  partial: Type.Optional(
    Type.Array(
      wayOrPhrase,
      about('只够“不完整”的说法：短语，或一种写法', 'what is enough for partial only', { examples: [['开展…咨询']] }),
    ),
  ),
  about: Type.Optional(
    phrasesOf('与本条有关的词，用来找相近表述', 'words by which the closest passage is found', ['法律咨询']),
  ),
  attention: Type.Optional(Type.Array(attention, about('提示，不扣分', 'notes without loss of points'))),
  basis: Type.Optional(Type.Array(basis, about('依据', 'what it rests on'))),
  examples: Type.Optional(
    Type.Object(
      {
        met: examplesOf('应为“已写明”的例句', 'must come out as met', [['全年解答法律咨询1206人次。']]),
        partial: examplesOf('应为“不完整”的例句', 'must come out as partial', [['深入村居开展法律咨询。']]),
        missing: examplesOf('应为“未写明”的例句，相像而不该算的至少三句', 'must not count; three at least', [
          ['持续完善公共法律服务体系。', { zone: 'plan', text: '力争全年解答法律咨询2000人次。' }],
        ]),
        'not-applicable': examplesOf('应为“不涉及”的例句', 'must come out as not applicable', [
          ['全年无行政诉讼案件。'],
        ]),
      },
      {
        ...own,
        ...about('例句：每一句都要得到所在位置的结论，否则本条暂停使用', 'each must come out so, or it is suspended'),
      },
    ),
  ),
};

/** `kind` with what it asks. */
const kindOf = <Name extends string>(name: Name, zh: string, en: string) =>
  Type.Literal(name, about(`类型：${zh}`, en));

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
      Type.Boolean(about('写 true，“全覆盖”“全部”“均”也算', 'true: full coverage in words counts', { default: false })),
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
    needs: Type.Array(Type.Array(Type.Enum(['heading', 'items', 'figures', 'facts', 'cue'])), {
      minItems: 1,
      ...about(
        '怎样算齐备，满足一组即可：heading 有标题、items 有几项、figures 有几个数字、facts 有几件事、cue 有明确说法',
        'sets of what makes it complete; one set is enough',
        { examples: [[['heading', 'items'], ['facts']]] },
      ),
    }),
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

const topic = Type.Object(
  {
    name: textOf('叫什么，缺了时这样说', 'its name, said where it lacks', ['依申请公开']),
    any: Type.Array(phrase, { minItems: 1, ...about('其中一条出现即可', 'one of these phrases') }),
  },
  own,
);
const headed = Type.Object(
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

const section = Type.Object(
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

const table = Type.Object(
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

const equation = Type.Object(
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
