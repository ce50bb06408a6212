/** `fajian rules …` as its functions are called by the command line: what is printed, and the exit code. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CommandError } from '../../src/commands/fail.ts';
import { readOptions } from '../../src/commands/options.ts';
import { rulesCommand } from '../../src/commands/rules.ts';
import { newRequirement } from '../../src/commands/rules-new.ts';
import { checkRuleText } from '../../src/store/rule-files.ts';
import { blockLines } from '../../src/words/new-requirement.ts';
import { changed, smallRules } from '../store/small-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'fajian-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const small = file('small.json', smallRules);

async function rules(args: readonly string[], lang: 'zh' | 'en' = 'zh'): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const put = (text: string): void => void lines.push(text);
  const io = { out: put, err: put, raw: put, stdin: async () => new Uint8Array() };
  const options = readOptions([...args, '--lang', lang], {});
  try {
    const code = await rulesCommand(options.words, small, options, '0', io);
    return { code, said: lines.join('\n') };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { code: 2, said: error.text[lang] };
  }
}

const commands = suite('rules commands');
commands.after(() => rmSync(folder, { recursive: true }));

commands('test shows each example, and exits 2 when one fails', async () => {
  const fine = await rules(['test']);
  assert.is(fine.code, 0, fine.said);
  assert.match(fine.said, /✓ 通过 +已写明 +出庭应诉率98%。/);
  assert.match(fine.said, /2条审核要点，\d个例句，\d个通过，0个未通过/);
  const failing = file('failing.json', changed({ '出庭应诉率98%。': '召开会议9次。' }));
  const told = await rules(['test', failing, 'lit.appearance'], 'en');
  assert.is(told.code, 2);
  assert.match(told.said, /✗ fails +Met +召开会议9次。\n +is Missing/);
  assert.not.match(told.said, 'lit.cases');
  const value = file('value.json', changed({ '"出庭应诉率98%。"': '{ "text": "出庭应诉率98%。", "value": 89 }' }));
  assert.match((await rules(['test', value, 'lit.appearance'])).said, '实为98 ≠ 89');
});

/** What the example is written as, and the reason that is told. */
const reasons: [name: string, example: string, zh: string, en: string][] = [
  ['nothing there', '"召开会议9次。"', '没有找到本条的任何说法', 'none of its wordings stands there'],
  [
    'a plan',
    '{ "zone": "plan", "text": "出庭应诉率98%。" }',
    '「出庭应诉率',
    '" does not count, it stands in the plan',
  ],
  ['no figure', '"落实出庭应诉率通报。"', '没有写出数量或比率', 'no figure is given'],
  [
    'another level',
    '"出庭应诉率98%。"',
    '对县级政府的报告不作要求。例句没有写 "level" 的按县级判断，请写成 { "level": "department", "text": "…" }',
    'is judged as of a county; write { "level": "department", "text": "…" }',
  ],
];
for (const [name, example, zh, en] of reasons) {
  commands(`why an example fails is told: ${name}`, async () => {
    const put = { '"出庭应诉率98%。"': example };
    const applies = { '"points": 5': '"appliesTo": { "levels": ["department"] }, "points": 5' };
    const failing = file('why.json', changed(name === 'another level' ? { ...put, ...applies } : put));
    for (const [lang, said] of [
      ['zh', zh],
      ['en', en],
    ] as const)
      for (const args of [
        ['check', failing],
        ['test', failing, 'lit.appearance'],
      ])
        assert.ok((await rules(args, lang)).said.includes(said), (await rules(args, lang)).said);
  });
}

commands('what counts against the list is quoted', async () => {
  const failing = file('counts.json', changed({ '"missing": [': '"missing": ["全年出庭应诉率97%。", ' }));
  assert.match((await rules(['check', failing])).said, '算到的是「出庭应诉率');
  assert.match((await rules(['check', failing], 'en')).said, 'what counts is "出庭应诉率');
});

commands('explain names the group, and what an example says besides its text', async () => {
  const given = '{ "text": "出庭应诉率98%。", "level": "department", "year": 2022, "value": 98 }';
  const path = file('explained.json', changed({ '"出庭应诉率98%。"': given }));
  const { said } = await rules(['explain', 'lit.appearance', '--rules', path]);
  assert.match(said, '所在的组：litigation 行政应诉');
  assert.match(said, '出庭应诉率98%。（部门的报告）（2022年度的报告）（应读出 98）');
  const english = await rules(['explain', 'lit.appearance', '--rules', path], 'en');
  assert.match(english.said, 'Group: litigation Litigation');
  assert.match(english.said, /\(of a department\)\(for 2022\)\(must give 98\)/i);
});

commands('diff tells a group that was added or taken out by its title', async () => {
  const more = file(
    'more.json',
    changed({ '  "groups": [\n': '  "groups": [\n    { "id": "own", "title": "本县要求", "requirements": [] },\n' }),
  );
  assert.match((await rules(['diff', small, more])).said, '组·own：加上 “本县要求”');
  assert.match((await rules(['diff', more, small], 'en')).said, 'groups · own: removed "本县要求"');
});

commands('correct proposes an edit and writes nothing', async () => {
  const { code, said } = await rules(['correct', 'lit.cases', 'not', '全年观摩行政应诉案件12件。']);
  assert.is(code, 0, said);
  assert.match(said, 'not + "观摩"  → 未写明');
  assert.match(said, '"not": ["观摩"],');
  const none = await rules(['correct', 'lit.cases', 'counts', '全年办理行政应诉案件12件。'], 'en');
  assert.is(none.code, 1);
  assert.match(none.said, 'judged as you wish');
  assert.match((await rules(['correct', 'lit.cases'])).said, '要给出编号');
});

commands('explain says a requirement in words', async () => {
  const { code, said } = await rules(['explain', 'lit.appearance']);
  assert.is(code, 0);
  for (const part of [
    '出庭应诉率',
    '必报，5分',
    '写到了：写明了出庭应诉率',
    '采信的说法：',
    '单位：%',
    '力争出庭应诉率',
  ])
    assert.ok(said.includes(part), `${part} in ${said}`);
  assert.match((await rules(['explain', 'lit.appearance'], 'en')).said, 'Required, 5 points');
  for (const name of ['出庭应诉率', '出庭', ' 出庭 应诉率', 'APPEARANCE rate', 'appear'])
    assert.is((await rules(['explain', name])).said, said, name);
});

for (const kind of Object.keys(blockLines)) {
  for (const lang of ['zh', 'en'] as const) {
    commands(`new: the block for ${kind} in ${lang} loads when pasted, and its examples pass`, () => {
      const block = newRequirement('soc.new', kind, lang);
      const text = smallRules.replace('"requirements": [', `"requirements": [\n${block}`);
      const { rules: loaded, errors } = checkRuleText(text, 'small.json');
      assert.equal(
        errors.map(error => error.text.en),
        [],
      );
      assert.is(loaded?.ruleSet.requirements[0]?.id, 'soc.new');
    });
  }
}

commands('diff tells a further way and a key of the author as they are written', async () => {
  const after = file(
    'further.json',
    changed({ '"points": 5': '"x-说明": "改于三月", "points": 5, "or": [{ "any": ["到庭率"], "with": ["rate"] }]' }),
  );
  const { said } = await rules(['diff', small, after]);
  const lines = said.split('\n').map(line => line.trim());
  for (const line of ['x-说明：（无） → 改于三月', '其他写法：加上 “采信的说法 到庭率；并且写明 rate”'])
    assert.ok(lines.includes(line), `${line} in ${said}`);
});

commands('new prints the block', async () => {
  const { code, said } = await rules(['new', 'soc.new', 'quantity']);
  assert.is(code, 0);
  assert.match(said, '"id": "soc.new"');
  assert.match(said, '"kind": "quantity", // 类型');
});

commands('diff tells key by key', async () => {
  const after = file(
    'after.json',
    changed({
      '"points": 5': '"points": 8',
      '"of": ["出庭应诉率"]': '"of": ["出庭应诉率", "负责人…到庭率"]',
      '"诉讼": []': '"诉讼": ["官司"]',
      '"lit.cases"': '"lit.suits"',
    }),
  );
  const { code, said } = await rules(['diff', small, after]);
  assert.is(code, 0);
  const lines = said.split('\n').map(line => line.trim());
  for (const line of [
    '增加 1 条',
    '+ lit.suits 应诉案件数（应写，2分）',
    '删去或停用 1 条',
    '- lit.cases 应诉案件数（应写，2分）',
    '* lit.appearance 出庭应诉率',
    '分值：5 → 8',
    '数的是什么：加上 “负责人…到庭率”',
    '* 词表·诉讼：加上 “官司”',
  ])
    assert.ok(lines.includes(line), `${line} in ${said}`);
  assert.match((await rules(['diff', small, after], 'en')).said, 'points: 5 → 8');
  assert.match((await rules(['diff', small, small])).said, '内容相同');
});

commands('impact tells which reports change, which gaps appear and go, and the mean', async () => {
  const report = file(
    'report.txt',
    `青禾县人民政府关于2023年度法治政府建设情况的报告\n一、主要举措\n${'我县坚持依法行政，扎实推进各项工作。\n'.repeat(12)}2023年，全县负责人到庭率98%，办理行政应诉案件12件。\n`,
  );
  const after = file('more.json', changed({ '"of": ["出庭应诉率"]': '"of": ["出庭应诉率", "负责人…到庭率"]' }));
  const { code, said } = await rules(['impact', small, after, report]);
  assert.is(code, 0);
  assert.match(said, '1份报告，1份的结果有变化；平均得分 28.6 → 100.0');
  assert.match(said, /消失的缺项\n {2}lit\.appearance 出庭应诉率：1份/);
  assert.match(said, 'lit.appearance 出庭应诉率  未写明 → 已写明');
  const back = await rules(['impact', after, small, report], 'en');
  assert.match(back.said, /Gaps that appear\n {2}lit\.appearance Appearance rate: reports 1/);
  assert.match((await rules(['impact', small, small, report])).said, '0份的结果有变化');
  assert.is((await rules(['impact', small, after, report, file('empty.txt', '')])).code, 2);
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  renameSync(report, join(reports, 'report.txt'));
  symlinkSync('nowhere', join(reports, 'link.txt'));
  const told = await rules(['impact', small, after, reports]);
  assert.is(told.code, 2);
  assert.match(told.said, /link\.txt：没有这个文件[\s\S]*1份报告，1份的结果有变化/);
});

const mistakes: [args: string[], said: RegExp][] = [
  [[], /rules 后面要写做什么：check/],
  [['check', '--rules', 'no-such-file.json'], /找不到 no-such-file\.json/],
  [['explain'], /没有给出编号或名称/],
  [['new'], /没有给出新要点的编号/],
  [['explain', '应诉'], /“应诉”合于 2 条.*\n {2}lit\.appearance {2}出庭应诉率\n {2}lit\.cases/],
  [['explain', '行政应诉'], /合于 2 条/],
  [['explain', '没有这一条'], /没有编号或名称是“没有这一条”/],
  [['explain', 'lit.apearance'], /是不是 lit\.appearance？/],
  [['test', 'nothing'], /没有编号或名称是“nothing”/],
  [['test', 'no-such-file.json'], /找不到 no-such-file\.json/],
  [['new', '出庭'], /编号不能是“出庭”/],
  [['new', 'lit.cases'], /已有编号 lit\.cases/],
  [['new', 'lit.new', 'sentence'], /没有“sentence”这种类型。可写：statement, quantity/],
  [['diff', 'one.json'], /两个审核标准文件/],
  [['impact', small, small], /没有给出报告/],
  [['test', file('broken.json', '{')], /broken\.json:1:2 {2}错误/],
  [['explane', 'lit.cases'], /没有“rules explane lit\.cases”这个命令/],
];
for (const [args, said] of mistakes) {
  commands(`exit 2: rules ${args.map(arg => arg.replace(folder, '')).join(' ')}`, async () => {
    const result = await rules(args);
    assert.is(result.code, 2);
    assert.match(result.said, said);
  });
}
commands.run();
