/** The shape of a rule file: JSON Schema for editors and Ajv, and the types of the code, from one source. */
import { type Static, Type } from 'typebox';
import { requirementSchemas } from './requirement-schema.ts';
import { about, levelsOf, own, phrasesOf, textOf, year, zone } from './shapes.ts';
import { reportKinds } from './types.ts';

export {
  type AttentionRule,
  type CheckRule,
  type ElementRule,
  type Equation,
  type Example,
  type Headed,
  type Manual,
  type Part,
  type QuantityRule,
  type Requirement,
  requirementSchemas,
  type Section,
  type Statement,
  type TableRule,
} from './requirement-schema.ts';
export { tierWords, type Way } from './shapes.ts';

const reportKind = Type.Enum(
  [...reportKinds],
  about(
    'work-plan 工作要点、self-inspection 自查、half-year 半年报告、disclosure 政府信息公开报告、law-based-government 法治政府建设报告、news 新闻、law 法规、interpretation 解读、other 其他',
    'which other kind of document it is',
  ),
);

const { statement, quantity, part, section, table, equation, element, check, manual } = requirementSchemas;
const requirement = Type.Union([statement, quantity, part, section, table, equation, element, check, manual]);

const zoneCues = Type.Object(
  {
    zone,
    headings: phrasesOf('这一部分标题里的说法', 'wordings of its heading', ['下一步(安排|打算)']),
    cues: phrasesOf('打开这一部分的段落或句子开头的说法', 'phrases that open a paragraph or sentence of it'),
    not: Type.Optional(phrasesOf('标题里有这些字则不是', 'wordings of the heading that speak against it')),
  },
  own,
);

const recognise = Type.Object(
  {
    name: Type.Optional(
      textOf(
        '这种报告叫什么，不写就取标准的名称',
        'what such a report is called; the title of the rule set unless given',
        ['法治政府建设年度报告'],
      ),
    ),
    any: phrasesOf('标题、开头或一级标题里出现其中一条', 'one stands in title, opening or a heading of level 1'),
    kinds: Type.Array(
      Type.Object(
        {
          kind: reportKind,
          any: phrasesOf('标题里的说法', 'wordings of its title'),
          not: Type.Optional(phrasesOf('有这些字则不是', 'wordings that speak against it')),
          titleOnly: Type.Optional(
            Type.Boolean(about('只看标题，正文开头提到不算', 'asked of titles only: an opening may speak of it')),
          ),
        },
        own,
      ),
      about('另外几种文件', 'other kinds of document'),
    ),
    years: Type.Object(
      {
        from: year('从哪一年起', 'first year'),
        to: Type.Optional(year('到哪一年', 'last year')),
      },
      { ...own, ...about('年度范围', 'range of years') },
    ),
  },
  { ...own, ...about('什么样的文件算年度报告', 'what counts as such a report') },
);

const dayOrNone = (zh: string, en: string) =>
  Type.Optional(Type.Union([Type.String(), Type.Null()], about(zh, en, { examples: ['2019-04-15', null] })));

const source = Type.Object(
  {
    title: textOf('名称', 'its title'),
    number: Type.Optional(
      Type.Union([Type.String(), Type.Null()], about('文号', 'its number', { examples: ['厅字〔2019〕28号'] })),
    ),
    issuer: Type.Optional(Type.String(about('制定机关', 'who issued it'))),
    from: dayOrNone('施行日期', 'in force from'),
    until: dayOrNone('失效日期', 'in force until'),
    certainty: Type.Enum(
      ['verified', 'quoted', 'memory', 'proposal'],
      about(
        '核对程度：verified 已核对原文、quoted 经他处引用、memory 凭记忆、proposal 本工具建议',
        'how far it was checked',
      ),
    ),
    note: Type.Optional(textOf('说明', 'remark')),
  },
  own,
);

const atLeastSome = (zh: string, en: string) =>
  Type.Optional(
    Type.Object(
      { atLeast: Type.Integer(about('几项及以上', 'so many or more', { examples: [2] })) },
      { ...own, ...about(zh, en, { examples: [{ atLeast: 2 }] }) },
    ),
  );

const outcome = Type.Object(
  {
    id: Type.String(about('编号', 'identifier', { examples: ['returned'] })),
    title: textOf('结论', 'what it is called', ['退回重报']),
    when: Type.Optional(
      Type.Object(
        {
          mandatoryMissing: atLeastSome('未写明的必报内容', 'required items missing'),
          mandatoryPartial: atLeastSome('不完整的必报内容', 'required items partial'),
          expectedShare: Type.Optional(
            Type.Object(
              { below: Type.Number(about('低于百分之几', 'below so many percent', { examples: [60] })) },
              { ...own, ...about('应写内容得分占比', 'share of the expected items', { examples: [{ below: 60 }] }) },
            ),
          ),
        },
        { ...own, ...about('满足其中任一项；最后一个结论不写', 'one of these holds; the last outcome has none') },
      ),
    ),
  },
  own,
);

export const ruleSetSchema = Type.Object(
  {
    $schema: Type.Optional(
      Type.String(
        about('编辑器据此提示可用的键', 'lets editors complete the keys', { default: './ruleset.schema.json' }),
      ),
    ),
    id: Type.String({
      pattern: '^[a-z0-9-]+$',
      ...about('审核标准的编号', 'name of the rule set', { examples: ['county-local'] }),
    }),
    version: Type.String(about('版本，改了内容请改', 'change it with the content', { examples: ['1.0.0'] })),
    title: textOf('审核标准的名称', 'title of the rule set', ['本县审核标准']),
    notes: Type.Optional(Type.Array(textOf('一条说明', 'a remark'), about('对整套标准的说明', 'remarks on the whole'))),
    recognise,
    zones: Type.Array(zoneCues, about('报告怎样分成几部分', 'how a report is cut into parts')),
    powers: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object(
          {
            levels: levelsOf('这些层级都有', 'levels that always have it'),
            any: phrasesOf('文中出现其中一条说明有', 'phrases by which a report shows it'),
            unless: Type.Optional(
              phrasesOf('文中出现其中一条说明没有（比 any 优先）', 'phrases that say it has none; they go before any', [
                '我局不再承担行政处罚职能',
              ]),
            ),
            subjects: Type.Optional(phrasesOf('单位名称含这些字的都有', 'bodies named so have it', ['公安局'])),
          },
          own,
        ),
        about('职权', 'powers of bodies, by name'),
      ),
    ),
    sources: Type.Record(Type.String(), source, about('依据文件，按键', 'what requirements rest on, by key')),
    terms: Type.Optional(
      Type.Record(
        Type.String(),
        phrasesOf('一个词表', 'a list of phrases'),
        about('词表：短语里写 {名字} 引用', 'named lists of phrases, used as {name}', {
          examples: [{ 规范性文件: ['[行政]规范性文件'] }],
        }),
      ),
    ),
    groups: Type.Array(
      Type.Object(
        {
          id: Type.String(about('组的编号', 'identifier of the group', { examples: ['litigation'] })),
          title: textOf('组的名称', 'name of the group', ['行政应诉']),
          note: Type.Optional(textOf('说明', 'remark')),
          requirements: Type.Array(requirement, about('审核要点', 'requirements')),
        },
        own,
      ),
      about('审核要点，按组', 'requirements by group'),
    ),
    outcomes: Type.Array(outcome, { minItems: 1, ...about('结论，取第一个符合的', 'the first that holds is taken') }),
  },
  own,
);

export type RuleSetFile = Static<typeof ruleSetSchema>;
