/** A rule file that builds on another: what is replaced, added and switched off, and where its mistakes are told. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import { pathOfBase } from '../../src/rules/extend.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { checkRuleText } from '../../src/store/rule-files.ts';

const national = `{
  "id": "national", "version": "7", "title": "全国标准",
  "recognise": { "any": ["法治政府"], "kinds": [], "years": { "from": 2015 } },
  "zones": [], "terms": { "审查": ["合法性审查"], "会议": ["常务会议"] },
  "sources": { "A1": { "title": "规定", "certainty": "verified" } },
  "groups": [
    { "id": "first", "title": "甲", "requirements": [
      { "id": "lit.rate", "kind": "statement", "tier": "应写", "points": 5, "title": "出庭",
        "met": "写明了出庭", "gap": "没写", "any": ["出庭应诉率", "{审查}意见"], "not": ["正职"] },
      { "id": "lit.cases", "kind": "quantity", "tier": "应写", "points": 2, "title": "案件",
        "met": "写明了案件", "gap": "没写", "of": ["应诉案件"], "unit": ["件"] } ] },
    { "id": "second", "title": "乙", "requirements": [
      { "id": "doc.issued", "kind": "quantity", "tier": "选写", "points": 1, "title": "文件",
        "met": "写明了文件", "gap": "没写", "of": ["规范性文件"], "unit": ["件"] } ] } ],
  "outcomes": [ { "id": "late", "title": "补正", "when": { "mandatoryMissing": { "atLeast": 1 } } },
                { "id": "done", "title": "符合要求" } ]
}`;

const local = (rest: string): string =>
  `{\n  "id": "local", "version": "1", "title": "本地标准",\n  "extends": "./national.json"${rest === '' ? '' : `,\n  ${rest}`}\n}`;

type Files = Readonly<Record<string, string>>;
const load = (text: string, files: Files = { 'rules/national.json': national }) =>
  loadRuleSet(text, 'rules/local.json', path => files[path] ?? null);

const laying = suite('a file that builds on another');

laying('as it is, it has all of the base under its own name', () => {
  const { ruleSet, errors, bases } = load(local(''));
  assert.equal(errors, []);
  assert.equal(bases, ['rules/national.json']);
  assert.equal([ruleSet?.id, ruleSet?.version, ruleSet?.title.zh], ['local', '1', '本地标准']);
  assert.equal(
    ruleSet?.requirements.map(rule => rule.id),
    ['lit.rate', 'lit.cases', 'doc.issued'],
  );
});

const one = (id: string, rest: string, group = 'first') =>
  `"groups": [{ "id": "${group}", "requirements": [{ "id": "${id}", ${rest} }] }]`;

laying('given keys replace, lists as a whole, the rest stays', () => {
  const { ruleSet } = load(local(one('lit.rate', '"points": 8, "any": ["负责人出庭率"]')));
  const rule = ruleSet?.requirements[0];
  assert.ok(rule?.kind === 'statement');
  assert.is(rule.points, 8);
  assert.equal(rule.any, ['负责人出庭率']);
  assert.equal(rule.not, ['正职']);
  assert.is(rule.group, 'first');
});

laying('an entry "…" keeps what the list held, in a requirement, its examples and a term list', () => {
  const { ruleSet, errors } = load(
    local(
      `"terms": { "审查": ["合法性审核", "…"] },
       ${one('lit.rate', '"any": ["…", "负责人出庭率"], "not": ["律师", "……"]')}`,
    ),
  );
  assert.equal(errors, []);
  const rule = ruleSet?.requirements[0];
  assert.ok(rule?.kind === 'statement');
  assert.equal(rule.any, ['出庭应诉率', '{审查}意见', '负责人出庭率']);
  assert.equal(rule.not, ['律师', '正职']);
  assert.equal(ruleSet?.terms.审查, ['合法性审核', '合法性审查']);
  const files = {
    'rules/national.json': national.replace('"not": ["正职"]', '"examples": { "met": ["甲"], "missing": ["乙"] }'),
  };
  const { ruleSet: more } = load(
    local(one('lit.rate', '"examples": { "met": ["…", "丙"], "partial": ["丁"] }')),
    files,
  );
  assert.equal(more?.requirements[0]?.examples, { met: ['甲', '丙'], partial: ['丁'] });
});

laying('another kind replaces the requirement whole', () => {
  const { ruleSet, errors } = load(
    local(
      one(
        'lit.rate',
        '"kind": "manual", "tier": "选写", "points": 0, "title": "出庭", "met": "有", "gap": "无", "ask": "看"',
      ),
    ),
  );
  assert.equal(errors, []);
  assert.is(ruleSet?.requirements[0]?.not, undefined);
});

laying('switched off, and on again one file further', () => {
  const off = local(one('lit.cases', '"enabled": false'));
  assert.equal(
    load(off).ruleSet?.requirements.map(rule => rule.id),
    ['lit.rate', 'doc.issued'],
  );
  const town = `{ "id": "town", "version": "1", "title": "乡镇标准", "extends": "../rules/local.json",
    ${one('lit.cases', '"enabled": true')} }`;
  const files = { 'rules/national.json': national, 'rules/local.json': off };
  const { ruleSet, bases } = loadRuleSet(town, 'town/own.json', path => files[path as keyof typeof files] ?? null);
  assert.is(ruleSet?.requirements.length, 3);
  assert.equal(bases, ['rules/local.json', 'rules/national.json']);
});

laying('requirements are added to a group, new groups after the others', () => {
  const added = (id: string) =>
    `{ "id": "${id}", "kind": "quantity", "tier": "选写", "points": 1, "title": "新", "met": "有", "gap": "无", "of": ["法律咨询"], "unit": ["人次"] }`;
  const { ruleSet, errors } = load(
    local(
      `"groups": [ { "id": "first", "requirements": [${added('a.new')}] },
                   { "id": "third", "title": "丙", "requirements": [${added('b.new')}] } ]`,
    ),
  );
  assert.equal(errors, []);
  assert.equal(
    ruleSet?.requirements.map(rule => `${rule.group} ${rule.id}`),
    ['first lit.rate', 'first lit.cases', 'first a.new', 'second doc.issued', 'third b.new'],
  );
});

laying('terms, sources and what is recognised by key; a new outcome is tried first', () => {
  const { ruleSet, errors } = load(
    local(
      `"terms": { "审查": ["合法性审核"], "新词": ["听证会"] },
       "sources": { "L1": { "title": "县办法", "certainty": "quoted" } },
       "recognise": { "years": { "from": 2020 } },
       "outcomes": [ { "id": "done", "title": "齐备" },
                     { "id": "talk", "title": "约谈", "when": { "mandatoryMissing": { "atLeast": 3 } } } ]`,
    ),
  );
  assert.equal(
    errors.map(({ severity, path }) => `${severity} ${path}`),
    ['warning terms.新词'],
    'of lists that nothing uses only its own are told',
  );
  assert.equal(ruleSet?.terms, { 审查: ['合法性审核'], 会议: ['常务会议'], 新词: ['听证会'] });
  assert.equal(Object.keys(ruleSet?.sources ?? {}), ['A1', 'L1']);
  assert.equal(ruleSet?.genre.recognise, { any: ['法治政府'], kinds: [], years: { from: 2020 } });
  assert.equal(
    ruleSet?.outcomes.map(outcome => `${outcome.id} ${outcome.title}`),
    ['talk 约谈', 'late 补正', 'done 齐备'],
  );
});

laying('the hash tells of both files', () => {
  const hash = (text: string, base: string) => load(text, { 'rules/national.json': base }).ruleSet?.sha256;
  const first = hash(local(''), national);
  assert.match(first ?? '', /^[0-9a-f]{64}$/);
  assert.is(hash(local(''), national), first);
  assert.is.not(hash(local(''), national.replace('"version": "7"', '"version": "8"')), first);
  assert.is.not(hash(local('"notes": []'), national), first);
});
laying.run();

const telling = suite('mistakes of a file that builds on another');

type Row = [name: string, rest: string, at: string, zh: string, en: string];
const rows: Row[] = [
  ['a wrong value', one('lit.rate', '"points": "8"'), '4:78', '写成 8', 'Write 8.'],
  ['an unknown key', one('lit.rate', '"point": 8'), '4:68', '是不是 "points"？', 'did you mean "points"?'],
  ['a key of another kind', one('lit.rate', '"of": ["出庭"]'), '4:68', 'quantity 类才有', 'it belongs to quantity'],
  ['an id nearly right', one('lit.rat', '"points": 8'), '4:56', '是不是 "lit.rate"？', 'did you mean "lit.rate"?'],
  ['an id of another group', one('doc.issued', '"points": 8'), '4:56', '"second" 组', 'in the group "second"'],
  ['a group nearly right', one('lit.rate', '"points": 8', 'frist'), '4:22', '是不是 "first"', 'mean "first"'],
  [
    'an unknown group',
    one('lit.rate', '"points": 8', 'xxxxxxx'),
    '4:22',
    '已有：first, second',
    'known: first, second',
  ],
  ['a broken phrase', one('lit.rate', '"any": ["出庭(应诉"]'), '4:79', '没有配对的「)」', 'without its ")"'],
  ['a term that breaks what uses it', '"terms": { "审查": ["{审核}"] }', '4:22', '写成 {审查}', 'write {审查}'],
  ['nothing to keep', one('lit.rate', '"partial": ["…"]'), '4:81', '没有可以接着用的列表', 'there is no such list'],
  ['no list of groups', '"groups": {}', '4:13', '要写列表', 'must be a list'],
];
for (const [name, rest, at, zh, en] of rows) {
  telling(`${name}, at its own place`, () => {
    const { ruleSet, errors } = load(local(rest));
    assert.is(ruleSet, null);
    const [first] = errors;
    assert.is(`${first?.file} ${first?.line}:${first?.column}`, `rules/local.json ${at}`);
    assert.ok(first?.text.zh.includes(zh), `${first?.text.zh} says ${zh}`);
    assert.ok(first?.text.en.includes(en), `${first?.text.en} says ${en}`);
  });
}

telling('a base under a key that is misspelt: that alone, not all that the file then lacks', () => {
  for (const key of ['extendss', 'extend', '继承']) {
    const { errors } = load(local('').replace('"extends"', `"${key}"`));
    assert.is(errors.length, 1, key);
    assert.equal([errors[0]?.line, errors[0]?.column], [3, 3]);
    assert.match(errors[0]?.text.zh ?? '', `不认识 "${key}"；要以另一个审核标准文件为基础，写 "extends"`);
    assert.match(errors[0]?.text.en ?? '', 'write "extends"');
  }
});

telling('its own id, version and title are not taken from the base', () => {
  const { errors } = load('{ "extends": "./national.json" }');
  assert.equal(
    errors.map(error => error.text.en),
    ['the file lacks "id", "version", "title"; add it'],
  );
  const [same] = load(local('').replace('"local"', '"national"')).errors;
  assert.match(same?.text.en ?? '', 'choose another');
});

telling('a requirement changed twice', () => {
  const text = local(
    `"groups": [{ "id": "first", "requirements": [
      { "id": "lit.rate", "points": 3 },
      { "id": "lit.rate", "points": 4 } ] }]`,
  );
  const [first] = load(text).errors;
  assert.is(first?.line, 6);
  assert.match(first?.text.zh ?? '', '第5行');
});

/** Told where the file names its base, with the place of the mistake. */
const bases: [name: string, files: Files, zh: string, en: string][] = [
  ['is not there', {}, 'rules/national.json 找不到', 'rules/national.json named by extends does not exist'],
  [
    'has a mistake',
    { 'rules/national.json': national.replace('"points": 5', '"points": "5"') },
    '请先改正：rules/national.json:8:72 lit.rate.points 要写数字',
    'rules/national.json:8:72 lit.rate.points must be a number',
  ],
  [
    'is no JSON',
    { 'rules/national.json': national.replace('"points": 5,', '"points": 5，') },
    'rules/national.json:8:73 这里的「，」要换成',
    'rules/national.json:8:73 "，" cannot stand here',
  ],
  [
    'builds on the file itself',
    { 'rules/national.json': national.replace('{', '{ "extends": "local.json",') },
    'rules/local.json → rules/national.json → rules/local.json',
    'in a circle: rules/local.json → rules/national.json → rules/local.json',
  ],
];
for (const [name, files, zh, en] of bases) {
  telling(`the base ${name}`, () => {
    const { ruleSet, errors } = load(local(''), files);
    assert.is(ruleSet, null);
    assert.is(errors.length, 1);
    assert.is(`${errors[0]?.file} ${errors[0]?.line}:${errors[0]?.column}`, 'rules/local.json 3:14');
    assert.ok(errors[0]?.text.zh.includes(zh), errors[0]?.text.zh);
    assert.ok(errors[0]?.text.en.includes(en), errors[0]?.text.en);
  });
}

telling('a warning about the base is not repeated', () => {
  const { errors } = load(local(''), { 'rules/national.json': national.replace('"正职"', '"各县(市、区)正职"') });
  assert.equal(errors, []);
});

telling('places of a base', () => {
  const paths: [file: string, named: string, path: string | null][] = [
    ['rules/own.json', './other.json', 'rules/other.json'],
    ['own.json', 'other.json', 'other.json'],
    ['rules/local/own.json', '../other.json', 'rules/other.json'],
    ['own.json', '../../other.json', '../../other.json'],
    ['/srv/rules/own.json', '../other.json', '/srv/other.json'],
    ['rules\\own.json', '.\\other.json', 'rules/other.json'],
    ['rules/own.json', '/etc/other.json', null],
    ['rules/own.json', 'https://example.org/other.json', null],
    ['rules/own.json', 'C:\\other.json', null],
    ['rules/own.json', '', null],
  ];
  for (const [file, named, path] of paths) assert.is(pathOfBase(file, named), path, named);
  assert.match(load(local('').replace('./national.json', '/national.json')).errors[0]?.text.zh ?? '', '相对于本文件');
  assert.match(load(local('').replace('"./national.json"', '5')).errors[0]?.text.en ?? '', 'beside this one');
});
telling.run();

const shipped = suite('a local rule set on the shipped one');
const path = fileURLToPath(new URL('../../rules/examples/local-county.json', import.meta.url));

shipped('loads, and its examples and those of the shipped one pass', () => {
  const text = readFileSync(path, 'utf8');
  const { rules, errors } = checkRuleText(text, path);
  assert.equal(
    errors.map(error => error.text.en),
    [],
  );
  const ruled = new Map(rules?.ruleSet.requirements.map(rule => [rule.id, rule]));
  assert.is(ruled.get('lit.appearance')?.points, 8);
  assert.is(ruled.get('svc.consultation')?.group, 'services');
  const deadline = ruled.get('form.deadline');
  assert.equal(deadline?.kind === 'element' ? deadline.date : null, { by: '02-28', grace: '03-31' });
});

shipped('an example of the shipped rules that no longer holds is told at the requirement that was changed', () => {
  const text = readFileSync(path, 'utf8').replace(/,\n *"examples": \{ "met": \["发布[^}]*\}/, '');
  const { rules, errors } = checkRuleText(text, path);
  assert.equal(rules?.fenced, ['form.deadline']);
  const line = text.slice(0, text.indexOf('"form.deadline"')).split('\n').length;
  assert.equal(
    errors.map(error => error.line),
    errors.map(() => line),
  );
});

shipped('the rule set written from nothing judges a report of its kind, and knows others', () => {
  const file = fileURLToPath(new URL('../../rules/examples/enforcement-report.json', import.meta.url));
  const { rules, errors } = checkRuleText(readFileSync(file, 'utf8'), file);
  assert.equal(
    errors.map(error => error.text.en),
    [],
  );
  assert.ok(rules);
  const { ruleSet, fenced } = rules;
  const judged = (lines: readonly string[]) => {
    const text = lines.join('\n');
    const source = {
      name: 'x.txt',
      sha256: '',
      textSha256: '',
      mediaType: 'text/plain' as const,
      charset: 'utf-8' as const,
      text,
      notes: [],
    };
    return assessText({ source, ruleSet, fenced, corrections: {}, lang: 'en', toolVersion: '0' });
  };
  const { findings, report } = judged([
    '青禾县水利局2023年度行政执法工作年度报告',
    '现将2023年度行政执法工作情况报告如下。',
    '一、主要做法',
    '（一）严格执法。全年办理行政处罚案件46件，罚没款12万元。开展案卷评查，合格率98%。',
    '（二）加强队伍建设。重视执法人员培训。',
    '二、存在的问题',
    '一是执法力量不足，专业人员少。二是信息化水平不高。',
    '三、下一步工作打算',
    '举办执法人员培训班5期，办理行政处罚案件60件。',
    '青禾县水利局',
    '2024年1月15日',
  ]);
  assert.ok(report.recognised);
  assert.equal(
    findings.map(({ requirement, status, value }) => [requirement, status, value]),
    [
      ['fig.penalties', 'met', 46],
      ['fig.files', 'met', 98],
      ['work.training', 'partial', null],
      ['part.problems', 'met', null],
      ['part.date', 'met', null],
    ],
  );
  assert.not(
    judged(['青禾县人民政府2023年度法治政府建设情况报告', '一、主要举措', '开展执法检查12次。']).report.recognised,
  );
});
shipped.run();
