import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changed, smallRules } from '../store/small-rules.ts';
import { type RulesWorld, rulesWorld } from './rules-world.ts';
import { post } from './world.ts';

let here: RulesWorld;
const begin = async () => {
  here = await rulesWorld();
};
const form = (fields: Readonly<Record<string, string>>): RequestInit => post(new URLSearchParams(fields));

const versions = suite('versions of a rule set');
versions.before.each(begin);
versions.after.each(() => here.end());

const onDisk = (): string => readFileSync(join(here.rulesFolder, 'small.json'), 'utf8');
const baseOf = (page: string): string => /name="base" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
const newest = async (): Promise<string> =>
  /history\/([\w-]+)"/.exec(await here.text('/rules/small/history'))?.[1] ?? '';

async function save(text: string): Promise<void> {
  const base = baseOf(await here.text('/rules/small/edit'));
  const checked = await here.text('/rules/small/edit', form({ here: text, base, do: 'check' }));
  const hash = /name="checked" value="([0-9a-f]+)"/.exec(checked)?.[1] ?? '';
  await here.app.request('/rules/small/edit', form({ here: text, base, checked: hash, do: 'save' }));
}

versions('each save is listed with its time and what it changed, newest first', async () => {
  assert.match(await here.text('/rules/small/history'), '还没有留存的版本');
  await save(changed({ '"points": 5': '"points": 6' }));
  await save(changed({ '"points": 5': '"points": 6', '"诉讼": []': '"诉讼": ["官司"]' }));
  const page = await here.text('/rules/small/history');
  const told = [...page.matchAll(/<th scope="row">(.*?)<\/th>.*<td>([^<]*)<\/td><td class="do">/g)];
  assert.equal(
    told.map(([, name, changes]) => [name, changes]),
    [
      ['第3版', '其他部分有改动'],
      ['第2版', '改 1 项：出庭应诉率（lit.appearance）'],
      ['第1版', '留存的最早版本'],
    ],
  );
  assert.match(page, '2025年2月10日');
  assert.match(await here.text('/rules/small/history?lang=en'), '1 changed: Appearance rate (lit.appearance)');
});

versions('a version is compared line by line, and what it holds is shown as text', async () => {
  await save(changed({ 小标准: '<script>小标准</script>' }));
  const page = await here.text(`/rules/small/history/${await newest()}`);
  assert.match(page, /class="minus">.*小标准/);
  assert.match(page, /class="plus">.*&lt;script&gt;小标准/);
  assert.not.match(page, '<script>小');
});

versions('a version is restored; the one in force before is kept, and can be restored too', async () => {
  const later = changed({ '"1.0.0"': '"1.1.0"' });
  await save(later);
  const key = await newest();
  const base = baseOf(await here.text(`/rules/small/history/${key}`));
  const answer = await here.app.request(`/rules/small/history/${key}/restore`, form({ base }));
  const listed = await here.text(answer.headers.get('location') ?? '');
  assert.match(listed, '已恢复第1版，即时生效');
  assert.match(listed, /第3版 <small>标明 1.0.0<.*<b>恢复第1版。<\/b>/);
  assert.match(listed, '第2版 <small>标明 1.1.0<');
  assert.is(onDisk(), smallRules);
  assert.not.equal(await newest(), key);
  const again = await here.text(`/rules/small/history/${await newest()}`);
  await here.app.request(`/rules/small/history/${await newest()}/restore`, form({ base: baseOf(again) }));
  assert.is(onDisk(), later);
});

versions('a restore over what was saved meanwhile is refused', async () => {
  await save(changed({ '"1.0.0"': '"1.1.0"' }));
  const key = await newest();
  const base = baseOf(await here.text(`/rules/small/history/${key}`));
  const theirs = changed({ '"1.0.0"': '"2.0.0"' });
  here.write('small.json', theirs);
  const answer = await here.app.request(`/rules/small/history/${key}/restore`, form({ base }));
  assert.is(answer.status, 422);
  assert.match(await answer.text(), '文件已被他人改动');
  assert.is(onDisk(), theirs);
});

versions('an unknown version, or one of a foreign origin, is refused', async () => {
  assert.is((await here.app.request('/rules/small/history/20250101T000000000Z-00000000')).status, 404);
  assert.is((await here.app.request('/rules/small/history/..%2f..%2fsmall')).status, 404);
  await save(changed({ '"1.0.0"': '"1.1.0"' }));
  const foreign = { ...form({ base: '' }), headers: { Origin: 'http://evil.example' } };
  assert.is((await here.app.request(`/rules/small/history/${await newest()}/restore`, foreign)).status, 403);
});
versions.run();

const tries = suite('trying a rule set');
tries.before.each(begin);
tries.after.each(() => here.end());

const tried = (fields: Readonly<Record<string, string>>): Promise<string> =>
  here.text('/rules/small/try', form(fields));

tries('a passage that counts shows its quote; the others are only counted', async () => {
  const page = await tried({ passage: '全年办理行政应诉案件15件。' });
  assert.match(page, '<q>全年办理行政应诉案件15件</q>');
  assert.match(page, '其余 1 项要点');
});

tries('a passage that is refused says why; elsewhere in a report it may count', async () => {
  const passage = '出庭应诉率100%。';
  assert.match(await tried({ passage, zone: 'plan', requirement: 'lit.appearance' }), '未采信理由');
  assert.match(await tried({ passage, zone: 'work', requirement: 'lit.appearance' }), '已写明');
});

tries('a stored report is judged for one requirement or for all', async () => {
  await here.add('云溪县', ['全年出庭应诉率98%。']);
  const report = (await here.store.list())[0]?.id ?? '';
  assert.is([...(await tried({ report })).matchAll(/<article class="finding/g)].length, 2);
  const one = await tried({ report, requirement: 'lit.cases' });
  assert.is([...one.matchAll(/<article class="finding missing/g)].length, 1);
});

tries('nothing given, a suspended requirement and another rule set are told', async () => {
  assert.match(await tried({ passage: ' ' }), '请粘贴一段话');
  here.write('small.json', changed({ '全年办理行政应诉案件12件。': '全年召开会议12次。' }));
  assert.match(await tried({ passage: '全年办理行政应诉案件15件。', requirement: 'lit.cases' }), '本条暂停使用');
  assert.is((await here.app.request('/rules/none/try')).status, 404);
});

tries('a passage is shown as it stands', async () => {
  const page = await tried({ passage: '</textarea><img src=x>全年办理行政应诉案件15件。' });
  assert.not.match(page, '<img');
});
tries.run();

const sheets = suite('self-check sheet');
sheets.before.each(begin);
sheets.after.each(() => here.end());

sheets('each kind of body has the requirements that apply to it, with what to write', async () => {
  const county = await here.text('/rules/small/self-check?level=county');
  assert.match(county, '出庭应诉率____%');
  assert.match(county, '全年办理行政应诉案件____件。');
  assert.not.match(county, '写明件数，例如');
  const township = await here.text('/rules/small/self-check?level=township');
  assert.not.match(township, '行政应诉案件');
  const department = await here.text('/rules/small/self-check');
  assert.match(department, '部门');
  assert.is([...department.matchAll(/class="if"/g)].length, 1, 'only what a department may be silent about');
  assert.is((await here.app.request('/rules/small/self-check?level=constructor')).status, 404);
});

sheets('a suspended requirement is not asked, and the page says so', async () => {
  here.write('small.json', changed({ '全年办理行政应诉案件12件。': '全年召开会议12次。' }));
  const page = await here.text('/rules/small/self-check?level=county');
  assert.match(page, '暂停使用（例句未通过）');
  assert.not.match(page, '全年办理行政应诉案件____件。');
});
sheets.run();
