/** Shapes that stand in many places of a rule file, each with what it is for, in both languages, for editors to show. */
import { type Static, Type } from 'typebox';
import { levelNames, zoneNames } from './types.ts';

/** Objects know their keys; those that begin with x- are the author's. */
export const own = { additionalProperties: false, patternProperties: { '^x-': {} } } as const;

/** A description for editors, and further keywords such as `examples` and `default`. */
export const about = (zh: string, en: string, more: Record<string, unknown> = {}) => ({
  description: `${zh} / ${en}`,
  ...more,
});

/** A plain Chinese text, or one in both languages. */
export const textOf = (zh: string, en: string, examples: readonly unknown[] = []) =>
  Type.Union(
    [
      Type.String({ minLength: 1 }),
      Type.Object(
        {
          zh: Type.String({ minLength: 1, ...about('中文', 'in Chinese') }),
          en: Type.Optional(Type.String({ minLength: 1, ...about('英文，可不写', 'in English, may be left out') })),
        },
        { additionalProperties: false },
      ),
    ],
    about(`${zh}。只写中文，或写 { "zh": …, "en": … }`, en, examples.length > 0 ? { examples } : {}),
  );

export const phrase = Type.String({
  minLength: 1,
  ...about(
    '短语：[ ] 可有可无，( | ) 任选一个，… 中间隔几个字，<n件> 数量，<rate> 比率，<date> 日期，<doc 名称> 文件，{词表}，「」 一字不差',
    'a phrase: [ ] may be left out, ( | ) one of them, … a gap, <n件> a number, <rate>, <date>, <doc title>, {term}, 「」 exactly',
    { examples: ['出庭应诉率', '[行政]规范性文件', '(审查|审核)<n件>', '听取…汇报', '印发<doc 工作要点>'] },
  ),
});
export const phrasesOf = (zh: string, en: string, examples: readonly string[] = []) =>
  Type.Array(phrase, about(zh, en, examples.length > 0 ? { examples: [examples] } : {}));

export const level = Type.Enum(
  [...levelNames],
  about(
    'province 省级、city 市级、county 县级、township 乡镇（街道）、department 部门、party-committee 党委',
    'level of the reporting body',
  ),
);
export const levelsOf = (zh: string, en: string) =>
  Type.Array(level, about(zh, en, { examples: [['county', 'township']] }));

export const zone = Type.Enum(
  [...zoneNames],
  about(
    'head 标题和开头、work 举措和成效、first-responsible 第一责任人职责、problem 存在问题、plan 下一步安排、tail 落款',
    'part of the report',
  ),
);
export const zonesOf = (zh: string, en: string) =>
  Type.Array(zone, about(zh, en, { default: ['head', 'work', 'first-responsible'], examples: [['work']] }));

export const tierWords = ['mandatory', 'expected', 'optional', '必报', '应写', '选写'] as const;
export const tier = Type.Enum(
  [...tierWords],
  about('类别：必报 mandatory、应写 expected、选写 optional', 'required, expected or optional', { examples: ['应写'] }),
);

export const points = Type.Number({
  minimum: 0,
  ...about('分值，不小于 0。已写明得全分，不完整得一半', 'points, 0 or more; met earns all, partial half', {
    examples: [5, 2.5],
  }),
});

export const year = (zh: string, en: string) =>
  Type.Integer({ minimum: 1990, maximum: 2100, ...about(zh, en, { examples: [2021] }) });
export const years = Type.Object(
  {
    from: Type.Optional(year('从哪个报告年度起', 'first report year')),
    to: Type.Optional(year('到哪个报告年度为止', 'last report year')),
  },
  { ...own, ...about('报告年度的范围', 'range of report years', { examples: [{ from: 2021 }] }) },
);

const units = about('数量的单位，比率写 "%"', 'units the number may have, "%" for rates', {
  examples: [['%'], ['件', '宗']],
});
const oneUnit = Type.String(about('一个单位', 'a unit', { examples: ['件', '次', '人次', '%'] }));
export const unit = Type.Array(oneUnit, units);
export const someUnit = Type.Array(oneUnit, { minItems: 1, ...units });

export const not = phrasesOf('出现即不算的说法', 'wordings that speak against it', ['旁听', '计划开展']);

/** The keys of one way to say something. */
export const way = {
  any: Type.Optional(phrasesOf('其中一条出现即可', 'one of these phrases', ['开展…法律咨询'])),
  by: Type.Optional(
    phrasesOf('并且出现其中一条，通常是谁做的', 'and one of these as well, usually who acts', ['(县委|县政府)']),
  ),
  and: Type.Optional(phrasesOf('并且还要出现其中一条', 'and one of these as well')),
  with: Type.Optional(
    Type.Array(
      Type.Enum(
        ['count', 'rate', 'date', 'doc', 'coverage'],
        about('count 数量、rate 比率、date 到日的日期、doc 《文件》、coverage 全覆盖', 'what is stated'),
      ),
      about(
        '并且写明其中一项：count 数量、rate 比率、date 到日的日期、doc 《文件》、coverage 全覆盖',
        'and one of these is stated',
        { examples: [['count', 'doc']] },
      ),
    ),
  ),
  unit: Type.Optional(unit),
  within: Type.Optional(
    Type.Enum(
      ['clause', 'sentence', 'paragraph', 'section', 'part'],
      about(
        '上述各项要在多近的地方：clause 分句、sentence 句子、paragraph 段落、section 同一标题下、part 同一上级标题下的各小标题。不写时 by、and 按句子，with 按分句',
        'how near all of these must stand; unless given, sentence for by and and, clause for with',
      ),
    ),
  ),
  atLeast: Type.Optional(
    Type.Integer({
      minimum: 1,
      ...about('至少出现几条：any 里几条不同的短语', 'how many of "any" must stand', { default: 1, examples: [2] }),
    }),
  ),
  zones: Type.Optional(
    Type.Array(zone, about('这种写法写在哪些部分才算', 'where this way counts', { examples: [['work', 'plan']] })),
  ),
  not: Type.Optional(not),
  years: Type.Optional(years),
  outsideHeadings: Type.Optional(
    Type.Boolean(about('标题里的不算：写 true', 'true: a heading alone does not count', { default: false })),
  ),
  percent: Type.Optional(
    Type.Number(
      about('这种说法等于百分之几，如“件件有负责人到庭”为 100', 'the percentage that this wording means', {
        examples: [100],
      }),
    ),
  ),
};
const waySchema = Type.Object(
  {
    ...way,
    unless: Type.Optional(
      phrasesOf('报告写明这一情况时这种写法不算', 'this way does not count where the report says so'),
    ),
  },
  { ...own, ...about('一种写法', 'one way to fulfil it', { examples: [{ any: ['开展…培训'], with: ['count'] }] }) },
);
export const otherWays = Type.Array(waySchema, about('其他写法，任何一种成立即可', 'other ways; one is enough'));
export const wayOrPhrase = Type.Union([phrase, waySchema]);
export type Way = Static<typeof waySchema>;
