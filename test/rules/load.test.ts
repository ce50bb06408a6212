/** A broken rule file: the place of each mistake, and a sentence in both languages that says what to write. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatRuleError, lineAndColumn, nearest } from '../../src/rules/errors.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const whole = `{
  "id": "trial", "version": "1", "title": "试用标准",
  "recognise": { "any": ["法治政府"], "kinds": [], "years": { "from": 2015 } },
  "zones": [], "terms": { "审查": ["合法性审查"] },
  "sources": { "A1": { "title": "规定", "certainty": "verified" } },
  "groups": [ { "id": "first", "title": "甲", "requirements": [
    { "id": "lit.rate", "kind": "statement", "tier": "应写", "points": 5,
      "title": "出庭", "met": "写明了出庭", "gap": "没写",
      "any": ["出庭应诉率"] }
  ] } ],
  "outcomes": [ { "id": "done", "title": "符合要求" } ]
}`;

type Row = [name: string, from: string, to: string, at: string, zh: string, en: string];

/** The whole file with one piece written otherwise; the first mistake must stand at `line:column` and say both. */
const broken: Row[] = [
  ['a comma lacks', '"gap": "没写",', '"gap": "没写"', '8:49', '补上英文的 ,', 'add ,'],
  ['a comma of the input method', '"points": 5,', '"points": 5，', '7:71', '「，」要换成英文的 ,', 'write ,'],
  ['a comma after true', '"points": 5', '"enabled": true，"points": 5', '7:75', '「，」要换成', 'write ,'],
  ['a colon of the input method', '"points": 5', '"points"：5', '7:68', '「：」要换成英文的 :', 'write :'],
  ['a colon lacks', '"points": 5', '"points" 5', '7:68', '补上英文的 :', 'add :'],
  ['quotes of the input method', '"title": "出庭"', '"title": “出庭”', '8:16', '「“」要换成英文的 "', 'write "'],
  ['only the closing quote is Chinese', '"title": "出庭"', '"title": "出庭”', '8:19', '「”」要换成', 'write "'],
  ['a quote inside a text', '"met": "写明了出庭"', '"met": "写明了"出庭"率"', '8:34', '请用“”', 'write “”'],
  ['a text without quotes', '"title": "出庭"', '"title": 出庭', '8:16', '写成 "出庭"', 'write "出庭"'],
  ['a text not closed', '"没写",', '"没写,', '8:45', '末尾加 "', 'end it with "'],
  ['a full-width blank', '"points": 5', '"points":　5', '7:69', '全角空格', 'blank'],
  ['a brace lacks', '符合要求" } ]\n}', '符合要求" } ]', '11:52', '与第1行的 { 配对', 'for the { of line 1'],
  ['a brace too many', '符合要求" } ]\n}', '符合要求" } ]\n}}', '12:2', '多了一个 }', 'remove }'],
  ['a comment not closed', '"zones"', '/* 分区 "zones"', '4:3', '用 */ 收尾', 'with */'],
  ['a comma twice', '"points": 5,', '"points": 5,,', '7:72', '多了一个 ,', 'remove ,'],
  ['a colon twice', '"points": 5', '"points":: 5', '7:69', '多了一个 :', 'remove :'],
  ['an opening quote twice', '"title": "出庭"', '"title": ""出庭"', '8:16', '多了一个 "', 'remove "'],
  ['a closing quote twice', '"title": "出庭"', '"title": "出庭""', '8:20', '多了一个 "', 'remove "'],
  ['no opening quote', '"title": "出庭"', '"title": 出庭"', '8:16', '前面缺英文引号', 'add "'],
  ['a key not closed', '"points": 5', '"points: 5', '7:67', '补上 "', 'add "'],
  ['a text not closed before another', '"出庭", "met"', '"出庭, "met"', '8:19', '补上 "', 'add "'],
  ['the last of a list not closed', '["出庭应诉率"] }', '["出庭应诉率] }', '9:21', '补上 "', 'add "'],
  ['a text twice', '"title": "出庭"', '"title": "出庭" "出庭"', '8:21', '又写了一遍', 'remove it'],
  ['a list not closed', '["出庭应诉率"] }', '["出庭应诉率" }', '9:23', '缺 ]，与第9行的 [ 配对', 'a ] lacks here'],
  ['a list not opened', '["法治政府"]', '"法治政府"]', '3:24', '缺一个 [', 'add ['],
  ['a bracket of the other kind', '["法治政府"]', '["法治政府"}', '3:32', '} 要写成 ]', 'write ]'],
  ['a bracket twice', '["法治政府"]', '["法治政府"]]', '3:33', '多了一个 ]', 'remove ]'],
  ['a number in quotes', '"points": 5', '"points": "5"', '7:70', '写成 5', 'Write 5.'],
  ['true in quotes', '"points": 5', '"enabled": "false", "points": 5', '7:71', '写成 false', 'Write false.'],
  ['one text for a list', '["出庭应诉率"]', '"出庭应诉率"', '9:14', '写成 ["出庭应诉率"]', 'Write ["出庭应诉率"].'],
  ['a key nearly right', '"points"', '"point"', '7:60', '是不是 "points"？', 'did you mean "points"?'],
  ['a key in Chinese', '"points": 5', '"points": 5, "分值": 5', '7:73', '可用的键：', 'Known keys: '],
  ['a key that lacks', ', "gap": "没写"', '', '7:5', '缺少 "gap"', 'lacks "gap"; add it'],
  ['a key given twice', '"points": 5', '"points": 5, "points": 6', '7:73', '删去一个', 'remove one'],
  ['an unknown kind', '"statement"', '"statment"', '7:33', '是不是 "statement"？', 'did you mean "statement"?'],
  ['no kind', '"kind": "statement", ', '', '7:5', '缺少 "kind"', 'lacks "kind"; add one of statement'],
  ['an unknown tier', '"应写"', '"应该写"', '7:54', '是不是 "应写"？', 'did you mean "应写"?'],
  ['a number for a text', '"title": "出庭"', '"title": 5', '8:16', '{ "zh": … }', 'a text in quotes or { "zh": … }'],
  [
    'a wrong key of a text',
    '"title": "出庭"',
    '"title": { "zn": "出庭" }',
    '8:18',
    '是不是 "zh"？',
    'did you mean "zh"?',
  ],
  ['points below zero', '"points": 5', '"points": -5', '7:70', '不能小于 0', 'must be 0 or more'],
  ['an empty phrase', '"出庭应诉率"', '""', '9:15', '不能是空的', 'must not be empty'],
  ['an identifier in Chinese', '"lit.rate"', '"出庭"', '7:13', '如 lit.appearance', 'such as lit.appearance'],
  ['an unknown source', '"points": 5', '"points": 5, "basis": [{ "source": "A2" }]', '7:95', '已有：A1', 'Known: A1'],
  [
    'an unknown power',
    '"points": 5',
    '"points": 5, "appliesTo": { "powers": ["enforcement"] }',
    '7:99',
    '先在 powers 里写明',
    'define it there',
  ],
  ['nothing to look for', '"any": ["出庭应诉率"]', '"with": ["count"]', '7:5', '请补上 "any"', 'add "any"'],
  ['a bracket not closed in a phrase', '"出庭应诉率"', '"出庭(应诉率"', '9:18', '没有配对的「)」', 'without its ")"'],
  ['a gap too wide', '"出庭应诉率"', '"出庭…100…率"', '9:18', '间隔最多60字', 'at most 60'],
  ['a gap at the end', '"出庭应诉率"', '"出庭…"', '9:16', '开头或结尾', 'begin or end'],
  ['a phrase too wide', '"出庭应诉率"', '"率"', '9:16', '至少要有两个连续的固定字', 'at least two fixed'],
  ['an unknown term', '"出庭应诉率"', '"{审核}意见"', '9:16', '已有：审查', 'Known: 审查'],
  ['an unknown slot', '"出庭应诉率"', '"出庭<几件>"', '9:18', '可写 <n件>', 'write <n件>'],
  ['in the title of a document', '"出庭应诉率"', '"<doc 工作(要点>"', '9:23', '没有配对', 'without its'],
  ['in a term list', '"合法性审查"', '"合法(性审查"', '4:37', '没有配对', 'without its'],
];

const breaking = suite('a broken file');
for (const [name, from, to, at, zh, en] of broken) {
  breaking(name, () => {
    assert.ok(whole.includes(from), `the whole file holds ${from}`);
    const { ruleSet, errors } = loadRuleSet(whole.replace(from, to), 'rules.json');
    assert.is(ruleSet, null);
    const [first] = errors;
    assert.is(`${first?.line}:${first?.column}`, at);
    assert.ok(first?.text.zh.includes(zh), `${first?.text.zh} says ${zh}`);
    assert.ok(first?.text.en.includes(en), `${first?.text.en} says ${en}`);
    assert.not.match(first?.text.en ?? '', /[{]\w+[}]|undefined|\[object/);
    assert.match(first?.text.zh ?? '', /\p{Script=Han}/u);
  });
}

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
