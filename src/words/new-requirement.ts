/** The starting block of a new requirement, one a kind: comments in both languages, keys in the order people fill them. */
import type { Bilingual } from './bilingual.ts';

/** Comments for the keys that every kind has. */
export const blockWords = {
  paste: {
    zh: '粘贴到某一组 "requirements": [ 的后面，改好各项，再运行 fajian rules check',
    en: 'paste it behind "requirements": [ of a group, change what is needed, then run fajian rules check',
  },
  kind: { zh: '类型', en: 'kind' },
  tier: { zh: '必报、应写、选写', en: 'mandatory, expected, optional' },
  points: { zh: '分值', en: 'points' },
  title: { zh: '名称', en: 'its name' },
  said: { zh: '写到了、没写到时怎么说，不加句号', en: 'what is said when it is there and when it is not' },
  any: {
    zh: '这些说法有一条即可；[ ] 可有可无，( | ) 任选一个，… 中间可隔几个字',
    en: 'one of these wordings; [ ] may be left out, ( | ) one of them, … a few characters between',
  },
  with: {
    zh: '还要写明：数量 count、比率 rate、日期 date、文件 doc、全覆盖 coverage；不要就删去这一行',
    en: 'and stated with it; remove the line if nothing is asked',
  },
  of: { zh: '数的是什么，按优先次序', en: 'what is counted, in order of preference' },
  unit: { zh: '单位，比率写 "%"', en: 'units, "%" for rates' },
  not: { zh: '出现即不算的说法', en: 'wordings that speak against it' },
  partial: { zh: '只够“不完整”的说法', en: 'enough for partial only' },
  about: { zh: '与本条有关的词，用来找相近的表述', en: 'words of the topic, to find the closest passage' },
  fix: { zh: '修改建议，要填的空写 ____', en: 'the suggestion shown; blanks are ____' },
  part: { zh: '哪一部分：work 举措和成效、problem 存在问题、plan 下一步安排……', en: 'which part of the report' },
  headings: { zh: '标题里的说法', en: 'wordings of its heading' },
  topics: { zh: '要说到的几件事；说到一件不够时为不完整', en: 'what it must speak of; some of it makes it partial' },
  rows: {
    zh: '要填数的行，按行的表头；0 算填了，空着和横线不算',
    en: 'rows that must hold numbers, by their heads; 0 is one, a dash is none',
  },
  equation: {
    zh: '逐列：左边各行之和等于右边各行之和',
    en: 'column by column: the rows on the left add up to those on the right',
  },
  needs: { zh: '怎样算齐备，满足一组即可', en: 'what makes it complete; one set is enough' },
  element: {
    zh: 'title 标题、issuer 报告机关、date 成文日期、deadline 公开时限、addressee 报告对象、document-number 发文字号',
    en: 'title, issuer, date, deadline, addressee or document-number',
  },
  check: {
    zh: 'integrity 文字完整、rectification 问题有回应、year 数据属本年度',
    en: 'integrity, rectification or year',
  },
  ask: { zh: '请人判断的问题', en: 'the question for a person' },
  examples: {
    zh: '例句：每一句都要得到所在位置的结论，否则本条暂停使用',
    en: 'each must come out as the list says, or the requirement is suspended',
  },
  nearMiss: { zh: '相像而不该算的，至少三句', en: 'three at least that look alike and must not count' },
} as const satisfies Readonly<Record<string, Bilingual>>;

type BlockLine = readonly [json: string, comment?: keyof typeof blockWords];

const report = (rest: string): string => JSON.stringify(`青禾县人民政府关于2023年度法治政府建设情况的报告\n${rest}`);

/** Lines of JSON behind the common keys, each with the comment that explains it. */
export const blockLines: Readonly<Record<string, readonly BlockLine[]>> = {
  statement: [
    ['"any": ["开展…法律咨询"],', 'any'],
    ['"with": ["count"],', 'with'],
    ['"not": ["计划开展"],', 'not'],
    ['"partial": ["开展…法律咨询"],', 'partial'],
    ['"about": ["法律咨询"],', 'about'],
    ['"fix": "写明全年次数，如“开展法律咨询____场次”。",', 'fix'],
    ['"examples": {', 'examples'],
    ['  "met": ["全年开展法律咨询36场次。", "开展义务法律咨询12次。"],'],
    ['  "partial": ["深入村居开展法律咨询。"],'],
    ['  "missing": [', 'nearMiss'],
    ['    "持续完善公共法律服务体系。",'],
    ['    { "zone": "plan", "text": "力争开展法律咨询50场次。" },'],
    ['    "计划开展法律咨询50场次。",'],
    ['  ],'],
    ['},'],
  ],
  quantity: [
    ['"of": ["法律咨询"],', 'of'],
    ['"unit": ["人次"],', 'unit'],
    ['"partial": ["(提供|解答|开展)…法律咨询"],', 'partial'],
    ['"about": ["法律咨询"],', 'about'],
    ['"fix": "写明全年数，如“全年解答法律咨询____人次”。",', 'fix'],
    ['"examples": {', 'examples'],
    ['  "met": [{ "text": "全年解答法律咨询1206人次。", "value": 1206 }],'],
    ['  "partial": ["深入村居开展法律咨询。"],'],
    ['  "missing": [', 'nearMiss'],
    ['    "持续完善公共法律服务体系。",'],
    ['    { "zone": "plan", "text": "力争全年解答法律咨询2000人次。" },'],
    ['    "2022年，全县解答法律咨询980人次。",'],
    ['  ],'],
    ['},'],
  ],
  part: [
    ['"zone": "plan",', 'part'],
    ['"headings": ["下一步"],', 'headings'],
    ['"needs": [["heading", "items"]],', 'needs'],
    ['"items": 1,'],
    ['"fix": "单列一部分，分条写明。",', 'fix'],
    ['"examples": {', 'examples'],
    [`  "missing": [${report('一、主要举措\n2023年召开会议3次。')}],`],
    ['},'],
  ],
  section: [
    ['"headings": ["法律咨询情况"],', 'headings'],
    ['"topics": [{ "name": "咨询", "any": ["(提供|解答)…咨询"] }, { "name": "援助", "any": ["法律援助"] }],', 'topics'],
    ['"fix": "单列一部分，分别写明。",', 'fix'],
    ['"examples": {', 'examples'],
    [`  "met": [${report('一、法律咨询情况\n全年提供咨询300次，办理法律援助20件。')}],`],
    [`  "partial": [${report('一、法律咨询情况\n全年提供咨询300次。')}],`],
    [`  "missing": [${report('一、主要举措\n2023年召开会议3次。')}],`],
    ['},'],
  ],
  table: [
    ['"headings": ["法律咨询情况"],', 'headings'],
    ['"rows": [{ "name": "解答咨询", "any": ["解答咨询"] }, { "name": "法律援助", "any": ["法律援助"] }],', 'rows'],
    ['"fix": "列表填明，没有的填 0。",', 'fix'],
    ['"examples": {', 'examples'],
    [`  "met": [${report('一、法律咨询情况\n项目\t件数\n解答咨询\t300\n法律援助\t0')}],`],
    [`  "partial": [${report('一、法律咨询情况\n项目\t件数\n解答咨询\t300\n法律援助\t——')}],`],
    [`  "missing": [${report('一、法律咨询情况\n解答咨询300次，法律援助20件。')}],`],
    ['},'],
  ],
  equation: [
    ['"headings": ["法律咨询情况"],', 'headings'],
    ['"left": [{ "name": "新收", "any": ["新收"] }, { "name": "上年结转", "any": ["上年结转"] }],', 'equation'],
    ['"right": [{ "name": "办结", "any": ["办结"] }, { "name": "结转下年", "any": ["结转下年"] }],'],
    ['"fix": "核对各列：新收加上年结转等于办结加结转下年。",', 'fix'],
    ['"examples": {', 'examples'],
    [`  "met": [${report('一、法律咨询情况\n项目\t件数\n新收\t5\n上年结转\t1\n办结\t4\n结转下年\t2')}],`],
    [`  "missing": [${report('一、法律咨询情况\n项目\t件数\n新收\t5\n上年结转\t1\n办结\t4\n结转下年\t0')}],`],
    ['},'],
  ],
  element: [
    ['"element": "title",', 'element'],
    ['"fix": "补上标题。",', 'fix'],
    ['"examples": {', 'examples'],
    [`  "met": [${report('一、主要举措\n2023年召开会议3次。')}],`],
    ['},'],
  ],
  check: [
    ['"check": "integrity",', 'check'],
    ['"examples": {', 'examples'],
    [`  "met": [${report('一、主要举措\n2023年召开会议3次。')}],`],
    ['},'],
  ],
  manual: [['"ask": "报告所附材料是否与正文一致？",', 'ask']],
};
