import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { smallRules } from '../store/small-rules.ts';
import { type RulesWorld, rulesWorld } from './rules-world.ts';

const correct = suite('rules by correction in the page');
let here: RulesWorld;
let report: string;
correct.before.each(async () => {
  here = await rulesWorld();
  await here.add('云溪县', ['全年云溪县行政机关负责人出庭比率96.5%。', '全年办理行政应诉案件12件。']);
  await here.add('青石县', ['深入推进依法行政。']);
  report = (await here.store.list()).find(row => row.subject?.startsWith('云溪'))?.id ?? '';
});
correct.after.each(() => here.end());

const path = '/rules/small/correct';
const onDisk = (): string => readFileSync(join(here.rulesFolder, 'small.json'), 'utf8');
const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const chosen = (page: string): string => /name="pick" value="([^"]*)" checked/.exec(page)?.[1] ?? '';

const missed = '全年云溪县行政机关负责人出庭比率96.5%。';

async function send(fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({
    at: 'lit.appearance',
    report,
    draft: '1',
    direction: 'counts',
    ...fields,
  }))
    body.append(name, value);
  return here.app.request(path, { method: 'POST', body, headers: { Origin: 'http://localhost', ...headers } });
}

/** Proposes for the passage, and gives the page with what a browser would send to save it. */
async function proposed(fields: Readonly<Record<string, string>> = {}) {
  const page = await (await send({ passage: missed, do: 'propose', ...fields })).text();
  const saving = { base: hidden(page, 'base'), checked: hidden(page, 'checked'), shown: hidden(page, 'shown') };
  return { page, saving: { passage: missed, ...fields, ...saving, pick: chosen(page), do: 'save' } };
}

correct('every finding of a stored result leads to its correction, the exported file does not', async () => {
  const page = await here.text(`/reports/${report}`);
  assert.match(
    page,
    `/rules/small/correct?report&#x3D;${report}&amp;draft&#x3D;1&amp;at=lit.appearance&amp;direction=counts`,
  );
  assert.match(page, 'at=lit.cases&amp;direction=not');
  assert.match(page, '<a href="/rules/small/edit?at=lit.cases" aria-label="修改本条：应诉案件数">');
  assert.not.match(await here.text(`/reports/${report}/report.html`), '/correct?');
});

correct('the passage of a finding is filled in, and another can be pasted', async () => {
  const page = await here.text(`${path}?at=lit.cases&report=${report}&draft=1&direction=not`);
  assert.match(page, '纠正判断：应诉案件数');
  assert.match(page, /<textarea name="passage"[^>]*>\n全年办理行政应诉案件12件。<\/textarea>/);
  assert.match(page, /value="not" checked/);
});

correct(
  'a missed passage: the edit, a neutral example, the change of the file and its effect; nothing saved yet',
  async () => {
    const { page } = await proposed();
    assert.match(page, /未写明<\/b> → 改后：<b>已写明/);
    assert.match(page, /“数的是什么”里加 <code>[^<]*出庭/);
    assert.not.match(page.slice(page.indexOf('choicelist'), page.indexOf('<details')), /（(?:of|any|not|or)）|[{}<|]n/);
    assert.match(page, '某县行政机关负责人出庭比率97.6%');
    assert.not.match(page.slice(page.indexOf('id="proposal"')), /class="plus">.*云溪/);
    assert.match(page, '结果有变化的 1 份');
    assert.match(page, '出庭应诉率：未写明 → 已写明');
    assert.is(onDisk(), smallRules);
  },
);

correct(
  'saved on confirmation: phrase and example stand in the file, all else as it was, the version before is kept',
  async () => {
    const { saving } = await proposed();
    const answer = await send(saving);
    assert.is(answer.status, 303);
    assert.match(await here.text(answer.headers.get('location') ?? ''), '已保存，即时生效');
    const before = smallRules.split('\n');
    const after = onDisk().split('\n');
    assert.is(after.length, before.length);
    assert.is(after.filter((line, index) => line !== before[index]).length, 2);
    assert.match(onDisk(), '// 供测试用');
    assert.match(onDisk(), '某县行政机关负责人出庭比率97.6%');
    assert.match(await here.text('/rules/small/history'), '改 1 项：出庭应诉率（lit.appearance）');
  },
);

correct('a passage that does not count: a not entry, and the gap appears', async () => {
  const passage = '全年观摩行政应诉案件12件。';
  const { page, saving } = await proposed({ at: 'lit.cases', direction: 'not', passage });
  assert.match(page, '“不算的说法”里加 <code>观摩行政应诉案件</code>');
  assert.is((await send(saving)).status, 303);
  assert.match(onDisk(), '"not": ["观摩行政应诉案件"]');
});

correct('another choice is shown before it is saved', async () => {
  const { page, saving } = await proposed();
  const other = [...page.matchAll(/name="pick" value="([^"]*)"/g)]
    .map(([, key]) => key)
    .find(key => key !== saving.pick);
  assert.ok(other);
  const shown = await (await send({ ...saving, pick: other ?? '' })).text();
  assert.is(chosen(shown), other);
  assert.is(onDisk(), smallRules);
});

correct('a file that changed meanwhile is not overwritten', async () => {
  const { saving } = await proposed();
  const theirs = smallRules.replace('"points": 2', '"points": 3');
  here.write('small.json', theirs);
  const answer = await send(saving);
  assert.is(answer.status, 422);
  assert.match(await answer.text(), '刚有变动，还没有保存');
  assert.is(onDisk(), theirs);
});

correct('what no phrase can mend is told with the key to look at', async () => {
  const plan = await (await send({ passage: '出庭比率100%。', zone: 'plan', do: 'propose' })).text();
  assert.match(plan, '请看 zones');
  const already = await (await send({ passage: '出庭应诉率98%。', do: 'propose' })).text();
  assert.match(already, '已经是您要的结论');
  const figure = await (await send({ passage: '认真做好出庭应诉工作。', do: 'propose' })).text();
  assert.match(figure, /请看 unit|“另一种说法”里加/);
});

correct('an empty passage, an unknown requirement and a foreign form are refused', async () => {
  assert.is((await send({ passage: ' ', do: 'propose' })).status, 422);
  assert.is((await here.app.request(`${path}?at=no.such`)).status, 404);
  assert.is((await send({ passage: missed, do: 'save' }, { Origin: 'http://elsewhere.example' })).status, 403);
  assert.is(onDisk(), smallRules);
});

correct('in English', async () => {
  const page = await (await send({ passage: missed, do: 'propose' }, { Cookie: 'lang=en' })).text();
  assert.match(page, 'Possible changes');
  assert.match(page, 'Names and figures were made neutral');
});

correct.run();
