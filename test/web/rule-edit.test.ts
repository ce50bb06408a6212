import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changed, smallRules } from '../store/small-rules.ts';
import { type RulesWorld, rulesWorld } from './rules-world.ts';

const edit = suite('editing a rule set in the page');
let here: RulesWorld;
edit.before.each(async () => {
  here = await rulesWorld();
});
edit.after.each(() => here.end());

const path = '/rules/small/edit';
const onDisk = (): string => readFileSync(join(here.rulesFolder, 'small.json'), 'utf8');

/** A hidden or visible field as the browser would send it back. */
const fieldValue = (page: string, name: string): string =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1] ?? '';

const fromHtml = (html: string): string =>
  html
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** What a browser reads in a text field: the line end after the tag is no part of it. */
const fieldText = (page: string, name: string): string | null => {
  const found = new RegExp(`<textarea name="${name}"[^>]*>\\n?([\\s\\S]*?)</textarea>`).exec(page)?.[1];
  return found === undefined ? null : fromHtml(found);
};

async function send(fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return here.app.request(path, { method: 'POST', body, headers: { Origin: 'http://localhost', ...headers } });
}

/** Checks a text and gives the page with the result. */
async function check(text: string): Promise<{ readonly page: string; readonly base: string }> {
  const base = fieldValue(await here.text(path), 'base');
  const page = await (await send({ here: text, base, do: 'check' })).text();
  return { page, base };
}

async function save(text: string) {
  const { page, base } = await check(text);
  return send({ here: text, base, checked: fieldValue(page, 'checked'), do: 'save' });
}

edit('the page shows the file as it stands, and a check of it as it stands changes nothing', async () => {
  assert.is(fieldText(await here.text(path), 'here'), smallRules);
  const { page } = await check(smallRules.replaceAll('\n', '\r\n'));
  assert.match(page, '没有改动');
  assert.match(page, '例句 3 条，全部通过');
  assert.not.match(page, '保存并启用');
});

edit('a mistake is told with line, column, the line itself and a mark, and cannot be saved', async () => {
  const text = changed({ '"points": 5': '"points": "5"' });
  const { page } = await check(text);
  const line = text.slice(0, text.indexOf('"points": "5"')).split('\n').length;
  assert.match(page, `第${line}行第21列`);
  assert.match(page, '<span>&quot;points&quot;: </span><mark>&quot;5&quot;,</mark>');
  assert.match(page, '写成 5');
  assert.not.match(page, '保存并启用');
  const answer = await save(text);
  assert.is(answer.status, 422);
  assert.is(onDisk(), smallRules);
});

edit('a failing example is listed with its place, and its requirement will be suspended', async () => {
  const { page } = await check(changed({ '全年办理行政应诉案件12件。': '全年召开会议12次。' }));
  assert.match(page, '例句 3 条，1 条未通过');
  assert.match(page, /value="line:\d+"/);
  assert.match(page, '全年召开会议12次');
  assert.match(page, '保存并启用');
});

edit('the effect is shown before saving: gaps that appear and go, the mean, the reports', async () => {
  await here.add('云溪县', ['全年出庭应诉率98%。', '办理诉讼案件12件。']);
  await here.add('青石县', ['深入推进依法行政。']);
  const { page } = await check(changed({ '"of": ["行政应诉案件"]': '"of": ["行政应诉案件", "诉讼案件"]' }));
  assert.match(page, '已收报告 2 份，结果有变化的 1 份');
  assert.match(page, /平均得分 \d+\.\d → \d+\.\d/);
  assert.match(page, '应诉案件数：未写明 → 已写明');
  assert.match(page, /<a href="\/reports\/r-[a-z2-7]+">云溪县<\/a>/);
  assert.match(page, '改 1 项：应诉案件数（lit.cases）');
  assert.is(onDisk(), smallRules, 'nothing is saved by a check');
});

edit('a save writes the file, is in force at once, and keeps the version before', async () => {
  const text = changed({ '"1.0.0"': '"1.1.0"' });
  const answer = await save(text);
  assert.is(answer.status, 303);
  assert.match(await here.text(answer.headers.get('location') ?? ''), '已保存，即时生效');
  assert.is(onDisk(), text);
  assert.match(await here.text('/rules/small'), '版本 1.1.0');
  assert.match(await here.text('/rules/small/history'), '1.0.0');
});

edit('a text that was changed after its check is checked anew and not saved', async () => {
  const { page, base } = await check(changed({ '"1.0.0"': '"1.1.0"' }));
  const answer = await send({
    here: changed({ '"1.0.0"': '"1.2.0"' }),
    base,
    checked: fieldValue(page, 'checked'),
    do: 'save',
  });
  assert.match(await answer.text(), '检查之后内容又有改动');
  assert.is(onDisk(), smallRules);
});

edit('what was saved elsewhere meanwhile is shown beside and not overwritten, until a person says so', async () => {
  const mine = changed({ '"1.0.0"': '"1.1.0"' });
  const { page, base } = await check(mine);
  const theirs = changed({ '"1.0.0"': '"7.0.0"' });
  here.write('small.json', theirs);
  const fields = { here: mine, checked: fieldValue(page, 'checked') };
  const refused = await send({ ...fields, base, do: 'save' });
  const told = await refused.text();
  assert.is(refused.status, 422);
  assert.match(told, '文件已被他人改动');
  assert.match(told, /class="minus">.*7\.0\.0/);
  assert.match(told, /class="plus">.*1\.1\.0/);
  assert.is(onDisk(), theirs);
  const again = await (await send({ here: mine, base: fieldValue(told, 'base'), do: 'check' })).text();
  const saved = await send({
    here: mine,
    base: fieldValue(again, 'base'),
    checked: fieldValue(again, 'checked'),
    do: 'save',
  });
  assert.is(saved.status, 303);
  assert.is(onDisk(), mine);
});

edit('what is typed is answered with the check alone, and one line beside the button', async () => {
  await here.add('云溪县', ['全年出庭应诉率98%。', '办理诉讼案件12件。']);
  const base = fieldValue(await here.text(path), 'base');
  type Row = [text: string, brief: string, savable: boolean];
  const rows: Row[] = [
    [
      changed({ '"of": ["行政应诉案件"]': '"of": ["行政应诉案件", "诉讼案件"]' }),
      '已收报告 1 份，结果有变化的 1 份',
      true,
    ],
    [changed({ '"points": 5': '"points": "5"' }), '有 1 处错误', false],
    [changed({ '全年办理行政应诉案件12件。': '全年召开会议12次。' }), '例句 3 条，1 条未通过', true],
    [smallRules, '没有改动', false],
  ];
  for (const [text, brief, savable] of rows) {
    const typed = { 'HX-Request': 'true', 'HX-Target': 'checked' };
    const page = await (await send({ here: text, base, do: 'typed' }, typed)).text();
    assert.match(page, new RegExp(`id="brief"[^>]*>[^<]*${brief}`));
    assert.is(page.includes('保存并启用'), savable, brief);
    assert.not.match(page, '<textarea');
  }
});

edit('what is typed on does not take the place of an open decision', async () => {
  const mine = changed({ '"1.0.0"': '"1.1.0"' });
  const { page, base } = await check(mine);
  here.write('small.json', changed({ '"1.0.0"': '"7.0.0"' }));
  const told = await (await send({ here: mine, base, checked: fieldValue(page, 'checked'), do: 'save' })).text();
  const fields = { here: mine, base: fieldValue(told, 'base'), undecided: fieldValue(told, 'undecided') };
  assert.is((await send({ ...fields, do: 'typed' })).status, 204);
  assert.match(await (await send({ ...fields, do: 'check' })).text(), '保存并启用');
});

edit('from the manual the requirement alone is open, and the parts make the whole again', async () => {
  assert.match(await here.text('/rules/small'), '/rules/small/edit?at=lit.cases');
  const page = await here.text(`${path}?at=lit.cases`);
  const parts = ['before', 'here', 'after'].map(name => fieldText(page, name) ?? '');
  assert.match(parts[1] ?? '', /^ {8}\{\n {10}"id": "lit.cases"/);
  assert.not.match(parts[1] ?? '', 'lit.appearance');
  assert.is(parts.join('\n'), smallRules);
  const [before = '', own = '', after = ''] = parts;
  const base = fieldValue(page, 'base');
  const fields = { before, here: own.replace('"points": 2', '"points": 3'), after, base };
  const checked = await (await send({ ...fields, do: 'check' })).text();
  assert.match(checked, '改 1 项：应诉案件数（lit.cases）');
  await send({ ...fields, checked: fieldValue(checked, 'checked'), do: 'save' });
  assert.is(onDisk(), changed({ '"points": 2': '"points": 3' }));
});

edit('a requirement is found by title in its group, and opens alone with what was typed', async () => {
  const page = await here.text(path);
  assert.match(page, '<optgroup label="行政应诉">');
  assert.match(page, '<option value="lit.cases">应诉案件数</option>');
  assert.match(await here.text(`${path}?lang=en`), '<option value="lit.cases">Cases</option>');
  const text = changed({ '"points": 2': '"points": 3' });
  for (const htmx of [{}, { 'HX-Request': 'true', 'HX-Target': 'checked' }]) {
    const opened = await (await send({ here: text, base: 'x', to: 'lit.cases', do: 'goto' }, htmx)).text();
    assert.match(fieldText(opened, 'here') ?? '', /^ {8}\{\n {10}"id": "lit.cases"[\s\S]*"points": 3/);
    assert.not.match(fieldText(opened, 'here') ?? '', 'lit.appearance');
    assert.is(['before', 'here', 'after'].map(name => fieldText(opened, name)).join('\n'), text);
    assert.match(opened, '<option value="lit.cases" selected>');
    assert.match(opened, '改 1 项：应诉案件数（lit.cases）');
  }
  const [before = '', ...rest] = text.split('\n');
  const whole = await (await send({ before, here: rest.join('\n'), base: 'x', to: '', do: 'goto' })).text();
  assert.is(fieldText(whole, 'here'), text, 'nothing chosen: the whole file');
});

edit('a requirement or line that the file does not have', async () => {
  const page = await here.text(`${path}?at=lit.other`);
  assert.match(page, 'small.json 里没有 lit.other 这一条');
  assert.is(fieldText(page, 'here'), smallRules);
  assert.match(fieldText(await here.text(`${path}?line=99999`), 'here') ?? '', '"outcomes"');
});

edit('a file that builds on another names it, and says how a requirement of it is changed', async () => {
  const local = { id: 'local', version: '1.0.0', title: '本县标准', extends: './small.json', groups: [] };
  here.write('local.json', JSON.stringify(local, null, 2));
  assert.match(await here.text('/rules'), '以“小标准”为基础');
  assert.match(await here.text('/rules/local'), '以“小标准”为基础');
  assert.match(await here.text('/rules/local?lang=en'), 'builds on “Small rules”');
  assert.not.match(await here.text('/rules/small'), '为基础');
  const page = await here.text('/rules/local/edit?at=lit.cases');
  assert.match(page, '它在所依据的文件里');
  assert.match(page, '{ &quot;id&quot;: &quot;lit.cases&quot;, &quot;points&quot;: 2 }');
  assert.match(page, '&quot;litigation&quot; 组');
});

edit('from a mistake its lines open, and nothing that was typed is lost', async () => {
  const text = changed({ '"points": 2': '"points": two' });
  const line = text.slice(0, text.indexOf('two')).split('\n').length;
  const page = await (await send({ here: text, base: 'x', do: `line:${line}` }, { 'HX-Request': 'true' })).text();
  assert.match(fieldText(page, 'here') ?? '', '"points": two');
  assert.is(['before', 'here', 'after'].map(name => fieldText(page, name)).join('\n'), text);
});

edit('a file that was broken outside opens with its mistakes', async () => {
  await here.text('/');
  here.write('small.json', changed({ '"points": 5,': '"points": 5' }));
  const page = await here.text(path);
  assert.match(page, '缺一个逗号');
  here.write('new.json', '{ "id": "new"');
  assert.match(await here.text('/rules/new/edit'), '检查结果');
});

edit('another id is refused with the reason', async () => {
  const { page } = await check(changed({ '"id": "small"': '"id": "other"' }));
  assert.match(page, '由 small 改成了 other');
  assert.not.match(page, '保存并启用');
});

edit('a passage and a report are tried on the text in the editor, which stays unsaved', async () => {
  await here.add('云溪县', ['办理诉讼案件12件。']);
  const text = changed({ '"of": ["行政应诉案件"]': '"of": ["行政应诉案件", "诉讼案件"]' });
  const passage = await (await send({ here: text, base: 'x', passage: '全年办理诉讼案件15件。', do: 'try' })).text();
  assert.match(passage, '按编辑中的内容（未保存）');
  assert.match(passage, '<q>全年办理诉讼案件15件</q>');
  const id = (await here.store.list())[0]?.id ?? '';
  const report = await (await send({ here: text, base: 'x', report: id, requirement: 'lit.cases', do: 'try' })).text();
  assert.match(report, '<article class="finding met"');
  assert.is(onDisk(), smallRules);
});

edit('what is typed is shown as it stands', async () => {
  const evil = '</textarea><script>alert(1)</script>';
  const text = changed({ 小标准: evil });
  const { page } = await check(text);
  assert.not.match(page, '<script>alert');
  assert.is(fieldText(page, 'here'), text);
  const broken = await (await send({ here: `${evil}<img src=x>`, base: '"><img src=x>', do: 'check' })).text();
  assert.not.match(broken, /<img|<script>alert/);
});

edit('a form of another origin, one without text and one too long are refused', async () => {
  const foreign = await send({ here: smallRules, base: 'x', do: 'save' }, { Origin: 'http://evil.example' });
  assert.is(foreign.status, 403);
  assert.is((await send({ do: 'check' })).status, 400);
  const long = await send({ here: 'a'.repeat(4 * 1024 * 1024), do: 'check' });
  assert.is(long.status, 413);
  assert.match(await long.text(), '不超过 2 MB');
  assert.is((await here.app.request('/rules/..%2fsmall/edit')).status, 404);
});

const localRules = (cases: string): string =>
  `{ "extends": "./small.json", "id": "local", "version": "3.0", "title": "本地标准",
     "groups": [{ "id": "litigation", "requirements": [{ "id": "lit.cases", ${cases} }] }] }`;

async function withLocal(cases: string): Promise<void> {
  here.write('local.json', localRules(cases));
  await here.add('云溪县', ['出庭应诉率98%。', '全年办结案件12件。'], 'local');
  await here.add('清河县', ['出庭应诉率98%。', '全年办结案件12件。'], 'small');
}

edit('the effect of an edit in a file that builds on another is that on the reports of its own rule set', async () => {
  await withLocal('"points": 2');
  const page = '/rules/local/edit';
  const base = fieldValue(await here.text(page), 'base');
  const body = new FormData();
  const text = localRules('"points": 2, "of": ["…", "办结案件"]');
  for (const [name, value] of Object.entries({ here: text, base, do: 'check' })) body.append(name, value);
  const said = await (
    await here.app.request(page, { method: 'POST', body, headers: { Origin: 'http://localhost' } })
  ).text();
  assert.match(said, '已收报告 1 份，结果有变化的 1 份');
  assert.match(said, /云溪县[\s\S]*应诉案件数：未写明 → 已写明/);
  assert.not.match(said, '清河县</a>');
});

const wider = changed({ '"of": ["行政应诉案件"]': '"of": ["行政应诉案件", "办结案件"]' });

edit('the effect of an edit counts the reports of files that build on the edited one', async () => {
  await withLocal('"points": 3');
  const { page } = await check(wider);
  assert.match(page, '已收报告 2 份，结果有变化的 2 份');
  assert.match(page, /云溪县[\s\S]*应诉案件数：未写明 → 已写明/);
});

edit('where the file that builds on it says otherwise, nothing changes for its reports', async () => {
  await withLocal('"of": ["受理案件"]');
  assert.match((await check(wider)).page, '已收报告 2 份，结果有变化的 1 份');
});

edit('an edit that breaks a file that builds on the edited one is told before it is saved', async () => {
  await withLocal('"points": 2');
  const { page } = await check(smallRules.replaceAll('lit.cases', 'lit.number'));
  assert.match(page, 'local.json 以本文件为基础，保存后它会有错误');
  assert.match(page, '保存并启用');
});

edit.run();
