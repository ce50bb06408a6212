/** A broken rule file: the place of each mistake, and a sentence in both languages that says what to write. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatRuleError, lineAndColumn, nearest } from '../../src/rules/errors.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { whole as plain } from './broken-files.ts';

const whole = plain.replace('"any": ["法治政府"]', '"any": ["法治政府", "{审查}报告"]');

const breaking = suite('a broken file');
breaking('an empty file, or blanks only', () => {
  for (const text of ['', ' \n\n', '\uFEFF']) {
    const { ruleSet, errors } = loadRuleSet(text, 'rules.json');
    assert.is(ruleSet, null);
    assert.is(errors.length, 1);
    assert.match(errors[0]?.text.zh ?? '', '备份');
    assert.match(errors[0]?.text.en ?? '', 'from a copy');
  }
});

breaking('a list instead of a rule set', () => {
  const [first] = loadRuleSet('[]', 'rules.json').errors;
  assert.match(first?.text.zh ?? '', '文件 要写一组键值');
  assert.match(first?.text.en ?? '', 'the file must be an object');
});

breaking('an id used twice names the line of the first', () => {
  const second = `,
    { "id": "lit.rate", "kind": "manual", "tier": "选写", "points": 0, "title": "乙", "met": "是", "gap": "否", "ask": "看" }`;
  const { errors } = loadRuleSet(whole.replace('["出庭应诉率"] }', `["出庭应诉率"] }${second}`), 'rules.json');
  assert.is(errors.length, 1);
  assert.is(`${errors[0]?.line}:${errors[0]?.column}`, '10:13');
  assert.match(errors[0]?.text.zh ?? '', '第7行');
  assert.match(errors[0]?.text.en ?? '', 'line 7');
});

breaking('every mistake of the content is told, in the order of the file, one a place', () => {
  const text = whole
    .replace('"points": 5', '"points": "5"')
    .replace('"met": "写明了出庭", "gap": "没写",', '')
    .replace('["出庭应诉率"]', '"出庭应诉率"');
  assert.equal(
    loadRuleSet(text, 'rules.json').errors.map(({ line, column, path }) => `${line}:${column} ${path}`),
    ['7:5 groups[0].requirements[0]', '7:70 groups[0].requirements[0].points', '9:14 groups[0].requirements[0].any'],
  );
});

breaking('mistakes of the writing are told together, before those of the content that they do not hide', () => {
  const text = whole
    .replace('"points": 5,', '"points"：5，')
    .replace('"title": "出庭"', '"title": “出庭”')
    .replace('"gap": "没写",', '"gap": "没写"')
    .replace('"id": "done", "title"', '"id": "done" "title"')
    .replace('"应写"', '"必写"')
    .replace('"出庭应诉率"', '"出庭(应诉率"');
  assert.equal(
    loadRuleSet(text, 'rules.json').errors.map(({ line, column, text: { en } }) => `${line}:${column} ${en.slice(-8)}`),
    [
      '7:68  write :',
      '7:70  write ,',
      '8:16  write "',
      '8:19  write "',
      '8:49 e; add ,',
      '11:31 e; add ,',
      '7:54 , 应写, 选写',
      '9:18  its ")"',
    ],
  );
});

breaking('a broken term is told where it stands, not where it is used', () => {
  const text = whole.replace('"合法性审查"', '"合法(性审查"').replace('"出庭应诉率"', '"{审查}意见"');
  const { errors } = loadRuleSet(text, 'rules.json');
  assert.equal(
    errors.map(({ path }) => path),
    ['terms.审查[0]'],
  );
});

breaking('a byte order mark moves no column', () => {
  const [first] = loadRuleSet(`\uFEFF${whole.replace('"version": "1"', '"version": 1')}`, 'rules.json').errors;
  assert.is(`${first?.line}:${first?.column}`, '2:29');
});

breaking('a message names the requirement, not its number', () => {
  const [first] = loadRuleSet(whole.replace('"points": 5', '"points": "5"'), 'rules/trial.json').errors;
  assert.ok(first);
  assert.is(
    formatRuleError(first, 'zh'),
    'rules/trial.json:7:70  错误  lit.rate.points 要写数字，这里是带引号的 "5"。写成 5',
  );
  assert.is(
    formatRuleError(first, 'en'),
    'rules/trial.json:7:70  error  lit.rate.points must be a number; this is "5" in quotes. Write 5.',
  );
});
breaking.run();

const sound = suite('a sound file');
const accepted: [name: string, text: string][] = [
  ['as it is', whole],
  ['with a byte order mark', `\uFEFF${whole}`],
  ['with Windows line ends', whole.replaceAll('\n', '\r\n')],
  ['with comments', `// 试用\n${whole.replace('"zones"', '/* 暂不分区 */ "zones"')}`],
  ['with a comma too many at the end of a list', whole.replace('["出庭应诉率"]', '["出庭应诉率",]')],
  ['with keys of its own', whole.replace('"points": 5', '"x-说明": "改于三月", "points": 5')],
  ['with the operators of a Chinese keyboard', whole.replace('出庭应诉率', '出庭［应诉］（率｜比例）')],
];
for (const [name, text] of accepted) {
  sound(name, () => {
    const { ruleSet, errors } = loadRuleSet(text, 'rules.json');
    assert.equal(errors, []);
    assert.is(ruleSet?.requirements[0]?.tier, 'expected');
    assert.is(ruleSet?.requirements[0]?.group, 'first');
  });
}

sound('a requirement that is switched off is left out', () => {
  const { ruleSet } = loadRuleSet(whole.replace('"points": 5', '"enabled": false, "points": 5'), 'rules.json');
  assert.equal(ruleSet?.requirements, []);
});

sound('a term list that no phrase uses is warned about', () => {
  const { ruleSet, errors } = loadRuleSet(plain, 'rules.json');
  assert.ok(ruleSet);
  assert.equal(
    errors.map(({ severity, line, column }) => `${severity} ${line}:${column}`),
    ['warning 4:27'],
    'an empty one is there to be filled',
  );
  assert.match(errors[0]?.text.zh ?? '', '没有短语用到词表「审查」。要用，就在短语里写 {审查}');
});

sound('a bracket that offers no choice is warned about, and counts all the same', () => {
  const { ruleSet, errors } = loadRuleSet(whole.replace('出庭应诉率', '各县(市、区)出庭'), 'rules.json');
  assert.ok(ruleSet);
  assert.equal(
    errors.map(({ severity, line, column }) => `${severity} ${line}:${column}`),
    ['warning 9:18'],
  );
  assert.match(errors[0]?.text.zh ?? '', '「(市、区)」');
  const raw = loadRuleSet(whole.replace('出庭应诉率', '各县「(市、区)」出庭'), 'rules.json');
  assert.equal(raw.errors, []);
});
for (const [name, phrase, at, zh, en] of [
  ['alternatives set apart by a slash', '(审查/审核)意见', '9:16', '写成 (审查|审核)', 'write (审查|审核)'],
  [
    'what may be left out set apart by a slash',
    '出庭[应诉/应诉的]率',
    '9:18',
    '写成 [应诉|应诉的]',
    'write [应诉|应诉的]',
  ],
  ['a term list as pages show it', '〔审查〕意见', '9:16', '写成 {审查}', 'write {审查}'],
  ['a number alone', '<n>', '9:15', '没有固定的字', 'no fixed characters'],
  ['a rate alone', '<rate>', '9:15', '没有固定的字', 'no fixed characters'],
] as const) {
  sound(`${name} is warned about`, () => {
    const { ruleSet, errors } = loadRuleSet(whole.replace('出庭应诉率', phrase), 'rules.json');
    assert.ok(ruleSet);
    assert.equal(
      errors.map(({ severity, line, column }) => `${severity} ${line}:${column}`),
      [`warning ${at}`],
    );
    assert.ok(errors[0]?.text.zh.includes(zh), errors[0]?.text.zh);
    assert.ok(errors[0]?.text.en.includes(en), errors[0]?.text.en);
  });
}

for (const [name, lists] of [
  ['begins with another entry', '"not": ["调解", "调解书"]'],
  ['stands twice', '"not": ["调解", "信访", "调解"]'],
  ['of a way begins with one of the requirement', '"not": ["调解"], "or": [{ "any": ["出庭率"], "not": ["调解书"] }]'],
] as const) {
  sound(`an entry of not that ${name} is warned about`, () => {
    const { ruleSet, errors } = loadRuleSet(whole.replace('"points": 5', `${lists}, "points": 5`), 'rules.json');
    assert.ok(ruleSet);
    assert.equal(
      errors.map(({ severity, text }) => `${severity} ${text.en.split(':')[0]}`),
      [`warning the excluded phrase "${lists.includes('书') ? '调解书' : '调解'}" has no effect`],
    );
  });
}
for (const lists of [
  '"not": ["出庭", "出庭通知"]',
  '"not": ["人民调解", "调解"]',
  '"not": ["调解", "调解…2…书"]',
  '"not": ["调解…2…书", "调解…2…书证"]',
]) {
  sound(`nothing is said of ${lists}`, () => {
    const { errors } = loadRuleSet(whole.replace('"points": 5', `${lists}, "points": 5`), 'rules.json');
    assert.equal(errors, []);
  });
}

for (const phrase of ['<n件/宗>出庭', '(7「/」24小时)值守', '青政发〔2023〕号', '(执法<n次/场>|检查)'])
  sound(`${phrase} is no slip`, () => {
    const { errors } = loadRuleSet(whole.replace('出庭应诉率', phrase), 'rules.json');
    assert.equal(
      errors.filter(({ text }) => /set apart by|term list|fixed/.test(text.en)),
      [],
    );
  });
sound('of very many mistakes of writing it is told that there may be more', () => {
  const { errors } = loadRuleSet(whole.replaceAll(' "', '\u3000"'), 'rules.json');
  assert.is(errors.length, 21);
  assert.match(errors.at(-1)?.text.zh ?? '', '再检查一次');
  assert.match(errors.at(-1)?.text.en ?? '', 'check again');
});
sound.run();

const places = suite('places and near words');
places('line and column count from one', () => {
  const rows: [offset: number, line: number, column: number][] = [
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [4, 2, 2],
  ];
  for (const [offset, line, column] of rows) assert.equal(lineAndColumn('甲乙\n丙丁', offset), { line, column });
});
places('the known word that is nearest', () => {
  const known = ['id', 'any', 'points', 'partial', 'outsideHeadings'];
  const rows: [word: string, near: string | null][] = [
    ['point', 'points'],
    ['Points', 'points'],
    ['parital', 'partial'],
    ['outsideHeading', 'outsideHeadings'],
    ['an', 'any'],
    ['分值', null],
    ['weight', null],
  ];
  for (const [word, near] of rows) assert.is(nearest(word, known), near);
});
places.run();
