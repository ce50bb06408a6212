/** What requirements of every kind have in common. */
import { Type } from 'typebox';
import {
  about,
  level,
  levelsOf,
  not,
  own,
  phrasesOf,
  points,
  textOf,
  tier,
  wayOrPhrase,
  year,
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

export const attention = Type.Object(
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

export const example = Type.Union([
  Type.String({
    minLength: 1,
    ...about('例句：报告里可能出现的一句话', 'a sentence as a report may have it', { examples: ['出庭应诉率98%。'] }),
  }),
  Type.Object(
    {
      text: Type.String({ minLength: 1, ...about('例句', 'the sentence', { examples: ['出庭应诉率98%。'] }) }),
      zone: Type.Optional(zone),
      year: Type.Optional(year('报告年度，不写为 2023', 'report year, 2023 unless given')),
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

/** What a second look searches for. */
const look = {
  any: phrasesOf('像是在写本条的说法', 'wordings that read like it', ['(由于|因为)']),
  and: Type.Optional(
    phrasesOf('同一句或相邻的句子里还要有其中一条', 'and one of these in its sentence or one beside it', ['薄弱']),
  ),
  not: Type.Optional(phrasesOf('句子里有其中一条则不算', 'a sentence with one of these does not count', ['企业'])),
  zones: Type.Optional(
    Type.Array(
      zone,
      about('只看这些部分；不写时看全文', 'only these parts; the whole report unless given', {
        examples: [['work', 'problem']],
      }),
    ),
  ),
  atLeast: Type.Optional(
    Type.Integer({ minimum: 1, ...about('至少几个分句', 'so many clauses', { default: 1, examples: [2] }) }),
  ),
  outsideHeadings: Type.Optional(
    Type.Boolean(about('标题里的不算：写 true', 'true: headings do not count', { default: false })),
  ),
  late: Type.Optional(
    Type.Boolean(
      about('只看报告的后三分之一：写 true', 'true: only the last third of the report is looked at', {
        default: false,
      }),
    ),
  ),
};
const doubt = Type.Object(
  {
    ...look,
    partial: Type.Optional(
      Type.Boolean(
        about('只够“不完整”时也请人核对：写 true', 'true: asked as well where it is only partial', { default: false }),
      ),
    ),
    or: Type.Optional(
      Type.Array(
        Type.Object(look, own),
        about('还可以这样找，写法相同', 'further looks of the same form; one is enough', {
          examples: [[{ any: ['(造成|导致)'], zones: ['problem'] }]],
        }),
      ),
    ),
  },
  {
    ...own,
    ...about(
      '没有认出写了本条，可文中有这样的句子：不判“未写明”，请人核对',
      'nothing was found, yet sentences of the report read like it: a person decides instead of missing',
      { examples: [{ any: ['(由于|因为)'], and: ['薄弱'] }] },
    ),
  },
);

export const common = {
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
  enabled: Type.Optional(Type.Boolean(about('是否启用，写 false 即停用', 'false switches it off', { default: true }))),
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
  doubt: Type.Optional(doubt),
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
        review: examplesOf('应为“待人工核对”的例句', 'must be left to a person', [['由于人手紧，力量薄弱。']]),
      },
      {
        ...own,
        ...about('例句：每一句都要得到所在位置的结论，否则本条暂停使用', 'each must come out so, or it is suspended'),
      },
    ),
  ),
};

/** `kind` with what it asks. */
export const kindOf = <Name extends string>(name: Name, zh: string, en: string) =>
  Type.Literal(name, about(`类型：${zh}`, en));
