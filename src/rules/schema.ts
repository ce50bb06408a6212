/** The shape of a rule file: JSON Schema for editors and Ajv, and the types of the code, from one source. */
import { type Static, Type } from 'typebox';

const own = { additionalProperties: false, patternProperties: { '^x-': {} } } as const;
const about = (zh: string, en: string, more: Record<string, unknown> = {}) => ({
  description: `${zh} / ${en}`,
  ...more,
});

const text = Type.Union(
  [
    Type.String({ minLength: 1 }),
    Type.Object(
      { zh: Type.String({ minLength: 1 }), en: Type.Optional(Type.String({ minLength: 1 })) },
      { additionalProperties: false },
    ),
  ],
  about('一段文字:只写中文,或 { "zh": …, "en": … }', 'a text: Chinese alone, or both languages'),
);

const phrase = Type.String({
  minLength: 1,
  description: '短语,写法见 docs/rule-language.md / a phrase of the rule language',
});
const phrases = Type.Array(phrase);
const level = Type.Enum(['province', 'city', 'county', 'township', 'department', 'party-committee']);
const zone = Type.Enum(['head', 'work', 'first-responsible', 'problem', 'plan', 'tail']);
const power = Type.Enum(['enforcement', 'normative-documents', 'reconsideration']);
const reportKind = Type.Enum([
  'annual-report',
  'work-plan',
  'self-inspection',
  'half-year',
  'disclosure',
  'news',
  'law',
  'interpretation',
  'other',
]);
export const tierWords = ['mandatory', 'expected', 'optional', '必报', '应写', '选写'] as const;
const tier = Type.Enum(
  [...tierWords],
  about('必报 mandatory、应写 expected、选写 optional', 'required, expected or optional'),
);
const years = Type.Object(
  {
    from: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })),
    to: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })),
  },
  { ...own, ...about('报告年度的范围', 'range of report years') },
);

const way = {
  any: Type.Optional(Type.Array(phrase, about('其中一条出现即可', 'one of these phrases'))),
  by: Type.Optional(
    Type.Array(phrase, about('并且出现其中一条,通常是主体', 'and one of these as well, usually who acts')),
  ),
  and: Type.Optional(Type.Array(phrase, about('并且还要出现其中一条', 'and one of these as well'))),
  with: Type.Optional(
    Type.Array(
      Type.Enum(['count', 'rate', 'date', 'doc', 'coverage']),
      about('并且写明其中一项:数量、比率、日期、文件名、全覆盖', 'and one of these is stated'),
    ),
  ),
  unit: Type.Optional(Type.Array(Type.String(), about('数量的单位', 'units the count may have'))),
  within: Type.Optional(
    Type.Enum(
      ['clause', 'sentence', 'paragraph', 'section'],
      about('上述各项要出现在同一分句、句子、段落或部分里', 'where all of these must meet'),
    ),
  ),
  atLeast: Type.Optional(
    Type.Integer({ minimum: 1, description: 'any 中至少出现几条 / how many of "any" must stand' }),
  ),
  zones: Type.Optional(Type.Array(zone)),
  not: Type.Optional(Type.Array(phrase, about('出现即不算', 'speaks against it'))),
  years: Type.Optional(years),
  outsideHeadings: Type.Optional(Type.Boolean({ description: '标题里的不算 / a heading alone does not count' })),
  percent: Type.Optional(
    Type.Number({
      description: '这种说法等于百分之几,如“件件有负责人到庭”为100 / the percentage that this wording means',
    }),
  ),
};
const waySchema = Type.Object(
  {
    ...way,
    unless: Type.Optional(
      Type.Array(phrase, about('报告写明这一情况时这种写法不算', 'this way does not count where the report says so')),
    ),
  },
  { ...own, ...about('另一种写法', 'another way to fulfil it') },
);
const wayOrPhrase = Type.Union([phrase, waySchema]);

const basis = Type.Object(
  {
    source: Type.String(),
    article: Type.Optional(Type.String()),
    reference: Type.Optional(Type.Array(level, about('对这些层级为“参照”', 'for these levels by reference only'))),
  },
  own,
);

const attention = Type.Object(
  {
    below: Type.Optional(Type.Number()),
    above: Type.Optional(Type.Number()),
    any: Type.Optional(phrases),
    text: Type.Optional(text),
    source: Type.Optional(
      Type.String({ description: '依据的 sources 键,或 "proposal" / a key of sources, or "proposal"' }),
    ),
  },
  { ...own, ...about('提示(不扣分):低于、高于某值,或摘录里出现某短语时给出', 'a note without loss of points') },
);

const example = Type.Union([
  Type.String({ minLength: 1 }),
  Type.Object(
    {
      text: Type.String({ minLength: 1 }),
      zone: Type.Optional(zone),
      year: Type.Optional(Type.Integer()),
      level: Type.Optional(level),
      value: Type.Optional(Type.Number()),
    },
    own,
  ),
]);

const common = {
  id: Type.String({
    pattern: '^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*$',
    description: '编号,如 lit.appearance / identifier',
  }),
  tier,
  points: Type.Number({ minimum: 0, description: '分值 / points' }),
  title: text,
  met: text,
  gap: text,
  fix: Type.Optional(text),
  enabled: Type.Optional(Type.Boolean({ default: true, description: '写 false 即停用 / false switches it off' })),
  appliesTo: Type.Optional(
    Type.Object(
      {
        years: Type.Optional(years),
        levels: Type.Optional(Type.Array(level)),
        powers: Type.Optional(Type.Array(power)),
        unless: Type.Optional(
          Type.Array(phrase, about('写明这一情况时本条不涉及', 'not applicable where the text says so')),
        ),
        optionalFor: Type.Optional(
          Type.Array(
            level,
            about('这些层级的报告只字未提时不涉及', 'not applicable to a report of these levels that is silent on it'),
          ),
        ),
        exceptSubject: Type.Optional(
          Type.Array(phrase, about('单位名称含这些字的除外', 'but applicable where the subject is named so')),
        ),
        silentZones: Type.Optional(
          Type.Array(zone, about('判断“只字未提”时查看的部分', 'where silence is looked for')),
        ),
      },
      own,
    ),
  ),
  byYear: Type.Optional(
    Type.Array(
      Type.Object({ years, tier: Type.Optional(tier), points: Type.Optional(Type.Number({ minimum: 0 })) }, own),
    ),
  ),
  zones: Type.Optional(
    Type.Array(zone, about('证据可在的部分,缺省为 head、work、first-responsible', 'zones where evidence counts')),
  ),
  not: Type.Optional(Type.Array(phrase, about('不算的说法', 'wordings that do not count'))),
  partial: Type.Optional(Type.Array(wayOrPhrase, about('只够“不完整”的说法', 'what is enough for partial only'))),
  about: Type.Optional(
    Type.Array(phrase, about('与本条有关的词,用来找相近表述', 'words by which the closest passage is found')),
  ),
  attention: Type.Optional(Type.Array(attention)),
  basis: Type.Optional(Type.Array(basis)),
  examples: Type.Optional(
    Type.Object(
      {
        met: Type.Optional(Type.Array(example)),
        partial: Type.Optional(Type.Array(example)),
        missing: Type.Optional(Type.Array(example)),
        'not-applicable': Type.Optional(Type.Array(example)),
      },
      own,
    ),
  ),
};

const statement = Type.Object(
  {
    kind: Type.Literal('statement'),
    ...common,
    ...way,
    not: common.not,
    zones: common.zones,
    or: Type.Optional(Type.Array(waySchema)),
  },
  own,
);

const quantity = Type.Object(
  {
    kind: Type.Literal('quantity'),
    ...common,
    of: Type.Array(phrase, {
      minItems: 1,
      description: '哪一项的数,按优先次序 / what the number counts, in order of preference',
    }),
    unit: Type.Array(Type.String(), { minItems: 1 }),
    zero: Type.Optional(Type.Array(phrase, about('表示为零的说法', 'wordings for zero'))),
    coverage: Type.Optional(
      Type.Boolean({ description: '“全覆盖”“全部”“均”也算 100% / full coverage in words counts' }),
    ),
    or: Type.Optional(Type.Array(waySchema)),
  },
  own,
);

const part = Type.Object(
  {
    kind: Type.Literal('part'),
    ...common,
    zone,
    headings: Type.Optional(Type.Array(phrase, about('标题里的说法', 'wordings of its heading'))),
    cues: Type.Optional(phrases),
    needs: Type.Array(Type.Array(Type.Enum(['heading', 'items', 'figures', 'facts', 'cue'])), {
      minItems: 1,
      description: '齐备的组合,满足一组即可 / sets of what makes it complete; one set is enough',
    }),
    items: Type.Optional(Type.Integer({ minimum: 1 })),
    figures: Type.Optional(Type.Integer({ minimum: 1 })),
    facts: Type.Optional(
      Type.Object(
        { atLeast: Type.Integer({ minimum: 1 }), of: Type.Array(Type.String()), any: Type.Optional(phrases) },
        own,
      ),
    ),
    absent: Type.Optional(Type.Enum(['missing', 'not-applicable'])),
  },
  own,
);

const element = Type.Object(
  {
    kind: Type.Literal('element'),
    ...common,
    element: Type.Enum(['title', 'issuer', 'date', 'deadline', 'addressee', 'document-number']),
    date: Type.Optional(
      Type.Object(
        {
          by: Type.String({
            pattern: '^\\d\\d-\\d\\d$',
            description: '次年的最后一天,月-日 / last day in the next year, MM-DD',
          }),
          grace: Type.String({
            pattern: '^\\d\\d-\\d\\d$',
            description: '之后到这一天为不完整 / later until this day is partial',
          }),
        },
        own,
      ),
    ),
  },
  own,
);

const check = Type.Object(
  {
    kind: Type.Literal('check'),
    ...common,
    check: Type.Enum(['integrity', 'rectification', 'year']),
  },
  own,
);

const manual = Type.Object({ kind: Type.Literal('manual'), ...common, ask: text }, own);

const requirement = Type.Union([statement, quantity, part, element, check, manual]);

const zoneCues = Type.Object(
  {
    zone,
    headings: phrases,
    cues: phrases,
    not: Type.Optional(phrases),
  },
  own,
);

const recognise = Type.Object(
  {
    any: phrases,
    kinds: Type.Array(Type.Object({ kind: reportKind, any: phrases, not: Type.Optional(phrases) }, own)),
    years: Type.Object({ from: Type.Integer(), to: Type.Optional(Type.Integer()) }, own),
  },
  own,
);

const source = Type.Object(
  {
    title: text,
    number: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    issuer: Type.Optional(Type.String()),
    from: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    until: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    certainty: Type.Enum(
      ['verified', 'quoted', 'memory', 'proposal'],
      about('核对程度:已核对原文、经他处引用、凭记忆、本工具建议', 'how far it was checked'),
    ),
    note: Type.Optional(text),
  },
  own,
);

const outcome = Type.Object(
  {
    id: Type.String(),
    title: text,
    when: Type.Optional(
      Type.Object(
        {
          mandatoryMissing: Type.Optional(Type.Object({ atLeast: Type.Integer() }, own)),
          mandatoryPartial: Type.Optional(Type.Object({ atLeast: Type.Integer() }, own)),
          expectedShare: Type.Optional(Type.Object({ below: Type.Number() }, own)),
        },
        { ...own, ...about('满足其中任一项', 'one of these holds') },
      ),
    ),
  },
  own,
);

export const ruleSetSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    version: Type.String(),
    title: text,
    notes: Type.Optional(Type.Array(text)),
    recognise,
    zones: Type.Array(zoneCues),
    powers: Type.Optional(Type.Record(Type.String(), Type.Object({ levels: Type.Array(level), any: phrases }, own))),
    sources: Type.Record(Type.String(), source),
    terms: Type.Optional(Type.Record(Type.String(), phrases)),
    groups: Type.Array(
      Type.Object(
        { id: Type.String(), title: text, note: Type.Optional(text), requirements: Type.Array(requirement) },
        own,
      ),
    ),
    outcomes: Type.Array(outcome, { minItems: 1 }),
  },
  own,
);

/** One schema a kind, so that a mistake is told against the kind the author named. */
export const requirementSchemas = { statement, quantity, part, element, check, manual } as const;

export type RuleSetFile = Static<typeof ruleSetSchema>;
export type Way = Static<typeof waySchema>;
export type Statement = Static<typeof statement>;
export type QuantityRule = Static<typeof quantity>;
export type Part = Static<typeof part>;
export type ElementRule = Static<typeof element>;
export type CheckRule = Static<typeof check>;
export type Manual = Static<typeof manual>;
export type Requirement = Statement | QuantityRule | Part | ElementRule | CheckRule | Manual;
export type Example = Static<typeof example>;
export type AttentionRule = Static<typeof attention>;
