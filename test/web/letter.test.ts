import { unzipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { post, upload, type World, world } from './world.ts';

const paper = suite('letters and overview');
let here: World;
paper.before.each(async () => {
  here = await world();
});
paper.after.each(() => here.end());

/** Lines of a letter are set apart; here they stand as one text. */
const page = async (path: string): Promise<string> =>
  (await (await here.app.request(path)).text()).replaceAll('</span><wbr><span class="line">', '');
async function send(text: string): Promise<string> {
  const answer = await here.app.request('/reports', post(upload([['稿.txt', text]])));
  return /r-[a-z2-7]+/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
}
const office = {
  name: '临江县司法局',
  letterhead: '',
  number: '临司函〔{year}〕{n}号',
  contact: '王五',
  phone: '',
  dueDays: '7',
  dueDate: '',
  reportsDue: '01-31',
  verify: 'yes',
};
const save = (fields: Readonly<Record<string, string>>) =>
  here.app.request('/settings', post(new URLSearchParams(fields)));
const bytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await here.app.request(path)).arrayBuffer());

paper('the office is kept and stands on the letter; what is wrong is told and what was typed stays', async () => {
  const id = await send(fixtureText);
  assert.match(await page(`/reports/${id}/letter`), '（审核单位名称）');
  const refused = await save({ ...office, dueDays: '很多', contact: '赵六' });
  assert.is(refused.status, 422);
  const form = await refused.text();
  assert.match(form, '天数应是1到999的整数');
  assert.match(form, 'value="赵六"');
  assert.is((await save(office)).status, 303);
  assert.match(await page('/settings'), 'value="临江县司法局"');
  const letter = await page(`/reports/${id}/letter?number=7&date=2025-03-01`);
  for (const words of ['临司函〔2025〕7号', '请于2025年3月8日前', '联系人：王五', '临江县司法局（印章）'])
    assert.match(letter, words);
  assert.match(await page(`/reports/${id}/letter?date=2025-03-01&due=2025-03-20&lang=en`), '20 March 2025');
});

paper('a letter is marked as sent and taken back: the register and the letter follow', async () => {
  await save(office);
  const id = await send(fixtureText);
  const mark = (fields: Readonly<Record<string, string>>) =>
    here.app.request(`/reports/${id}/letter`, post(new URLSearchParams(fields)));
  const progress = async () => (await here.store.get(id))?.progress;
  const status = async (): Promise<string> => /class="state (\w+)"/.exec(await page('/'))?.[1] ?? '';
  const fields = { draft: '1', date: '2025-01-20', number: '7', due: '2025-01-27' };
  assert.is((await mark(fields)).status, 303);
  const first = { on: '2025-01-20', draft: 1, number: 7, due: '2025-01-27' };
  assert.equal(await progress(), { answered: first, passed: null });
  const letter = await page(`/reports/${id}/letter`);
  for (const words of ['这封信已于2025年1月20日发出', '临司函〔2025〕7号', '请于2025年1月27日前', '撤回这条记录'])
    assert.match(letter, words);
  assert.not.match(letter, '记为已发出');
  assert.is(await status(), 'answered');
  for (const words of [/待催报 <b>1<\/b>/, '补正 2025年1月27日', '逾期']) assert.match(await page('/'), words);

  await send(`${fixtureText}\n补充。`);
  assert.is(await status(), 'completed');
  await mark({ draft: '2', date: '2025-02-01', number: '', unnumbered: 'yes' });
  assert.is(await status(), 'answered');
  await mark({ draft: '2', undo: 'yes' });
  assert.equal(await progress(), { answered: first, passed: null }, 'the letter on the draft before is still told of');
  await mark({ draft: '1', undo: 'yes' });
  assert.is(await status(), 'received');

  const days = (fields: Readonly<Record<string, string>>) =>
    here.app.request(`/reports/${id}/progress`, post(new URLSearchParams({ draft: '2', ...fields })));
  await days({ published: '2025-01-15' });
  assert.is(await status(), 'published');
  await mark({ draft: '2', date: '2025-02-01', unnumbered: 'yes' });
  assert.is(await status(), 'answered', 'what was public before the letter is not done with');
  await days({ published: '2025-01-15', answered: '2025-02-01', passed: '2025-02-09' });
  assert.is(await status(), 'published');
});

paper(
  'a letter without its number, with one that is taken, or wanted back before it goes out is not marked',
  async () => {
    await save(office);
    const id = await send(fixtureText);
    const mark = (of: string, fields: Readonly<Record<string, string>>) =>
      here.app.request(`/reports/${of}/letter`, post(new URLSearchParams({ draft: '1', ...fields })));
    const progress = async (of: string) => (await here.store.get(of))?.progress?.answered ?? null;

    const blank = await mark(id, { date: '2025-02-10', number: '', due: '2025-02-20', on: '2025-02-12' });
    assert.is(blank.status, 422);
    const form = await blank.text();
    for (const words of [
      '没有填文号',
      '文号另行手写',
      'value="2025-02-10"',
      'value="2025-02-12"',
      'date&#x3D;2025-02-10',
    ])
      assert.match(form, words);
    for (const number of ['abc', '0', '-1', '1.5']) {
      const words = `填的“${number}”没有采用`;
      assert.match(await page(`/reports/${id}/letter?number=${number}`), words);
      assert.match(await page(`/letters?number=${number}`), words);
      assert.match(await (await mark(id, { date: '2025-02-10', number })).text(), words);
    }
    assert.not.match(await page(`/reports/${id}/letter?number=7`), '没有采用');
    assert.is(await progress(id), null);
    assert.is((await mark(id, { date: '2025-02-10', due: '2025-02-20', unnumbered: 'yes' })).status, 303);
    assert.equal(await progress(id), { on: '2025-02-10', draft: 1, due: '2025-02-20' });
    await mark(id, { undo: 'yes' });

    await mark(id, { date: '2025-02-10', number: '7', on: '2025-02-12' });
    assert.equal(await progress(id), { on: '2025-02-12', draft: 1, dated: '2025-02-10', number: 7, due: '2025-02-17' });
    const letter = await page(`/reports/${id}/letter`);
    for (const words of ['这封信已于2025年2月12日发出', '2025年2月10日', '请于2025年2月17日前'])
      assert.match(letter, words);

    const other = await send(fixtureText.replaceAll('云溪县', '青石县'));
    const taken = await mark(other, { date: '2025-03-01', number: '7' });
    assert.is(taken.status, 422);
    const offer = await taken.text();
    for (const words of [
      '文号已经用过：7（云溪县）',
      `/reports/${other}/letter?draft&#x3D;1&amp;number&#x3D;8&amp;date&#x3D;2025-03-01`,
    ])
      assert.match(offer, words);
    for (const [fields, words] of [
      [{ date: '2025-03-01', number: '8', due: '2025-02-20' }, '补正期限 2025年2月20日 早于发出日期 2025年3月1日'],
      [{ date: '2025-03-01', number: '8', on: '2025-02-20' }, '发出日期 2025年2月20日 早于成文日期 2025年3月1日'],
    ] as const) {
      const answer = await mark(other, fields);
      assert.is(answer.status, 422);
      assert.match(await answer.text(), words);
    }
    assert.is(await progress(other), null);
    assert.match(
      await page(`/reports/${other}/letter?number=8&date=2025-03-01&due=2025-02-20`),
      '补正期限 2025年2月20日 早于成文日期 2025年3月1日',
    );
  },
);

paper('a letter that went with its draft into another report is no second one with its number', async () => {
  await save(office);
  await send(fixtureText);
  const id = await send(fixtureText.replaceAll('2024年', '2023年'));
  await here.app.request(
    `/reports/${id}/letter`,
    post(new URLSearchParams({ draft: '1', date: '2025-02-10', number: '7' })),
  );
  await here.app.request(`/reports/${id}/correct`, post(new URLSearchParams({ reportYear: '2024' })));
  const [row, ...more] = await here.store.list();
  assert.equal([row?.drafts.length, more.length], [2, 0]);
  const letter = await page(`/reports/${row?.id}/letter?draft=2`);
  assert.match(letter, '临司函〔2025〕7号');
  assert.not.match(letter, '已经用过');
});

paper(
  'letters are marked from the page that showed them: what came in meanwhile is not, and no number moves',
  async () => {
    await save(office);
    await send(fixtureText);
    const shown = /name="shown" value="([^"]*)"/.exec(await page('/letters?number=5'))?.[1] ?? '';
    await send(fixtureText.replaceAll('云溪县', '丙石县'));
    const mark = (fields: Readonly<Record<string, string>>) =>
      here.app.request('/letters', post(new URLSearchParams({ date: '2025-02-11', due: '', ...fields })));
    const late = await mark({ number: '5', shown });
    assert.is(late.status, 422);
    const again = await late.text();
    assert.match(again, '待发的信有变动');
    assert.equal(
      (await here.store.list()).map(row => row.progress?.answered ?? null),
      [null, null],
    );
    const blank = await mark({ number: '' });
    assert.is(blank.status, 422);
    assert.match(await blank.text(), '没有填文号');
    const now = /name="shown" value="([^"]*)"/.exec(again)?.[1] ?? '';
    assert.is(now.split(' ').length, 2);
    assert.is((await mark({ number: '5', shown: now })).status, 303);
    assert.equal((await here.store.list()).map(row => row.progress?.answered?.number).sort(), [5, 6]);
  },
);

paper('all letters of a season are marked at once; only those not sent yet are shown', async () => {
  await save(office);
  for (const name of ['云溪县', '青石县']) await send(fixtureText.replaceAll('云溪县', name));
  const answer = await here.app.request(
    '/letters',
    post(new URLSearchParams({ number: '5', date: '2025-02-11', due: '' })),
  );
  assert.match(await page(answer.headers.get('location') ?? ''), '已记下2封信的发出日期');
  const rows = await here.store.list();
  assert.equal(rows.map(row => row.progress?.answered?.number).sort(), [5, 6]);
  assert.match(await page('/letters'), '没有待发的反馈意见');
  const all = await page('/letters?which=all');
  for (const words of ['5号', '6号', '2025年2月11日']) assert.match(all, words);
});

paper('a number that another letter of the year bears is told of, and the next one is offered', async () => {
  await save(office);
  const id = await send(fixtureText);
  const mark = (fields: Record<string, string>) =>
    here.app.request(`/reports/${id}/letter`, post(new URLSearchParams({ draft: '1', due: '', ...fields })));
  assert.not.match(await page(`/reports/${id}/letter`), '已用到', 'nothing was given yet');
  await mark({ date: '2025-02-10', number: '7' });
  assert.not.match(await page(`/reports/${id}/letter`), '文号已经用过', 'its own number');
  const other = await send(fixtureText.replaceAll('云溪县', '青石县'));
  const blank = await page(`/reports/${other}/letter`);
  assert.match(blank, `href="/reports/${other}/letter?number&#x3D;8">2025年已用到7号，改用8号</a>`);
  assert.not.match(blank, '文号已经用过');
  const same = await page(`/reports/${other}/letter?number=7&date=2025-03-01`);
  assert.match(same, '2025年的文号已经用过：7（云溪县）');
  assert.match(same, 'number&#x3D;8');
  assert.match(
    await page(`/reports/${other}/letter?number=7&lang=en`),
    'Numbers of 2025 that other letters bear already: 7',
  );
  for (const query of ['number=8', 'number=7&date=2026-03-01'])
    assert.not.match(await page(`/reports/${other}/letter?${query}`), '已用', query);

  await send(fixtureText.replaceAll('云溪县', '临江县'));
  const all = await page('/letters?number=6');
  assert.match(all, '2025年的文号已经用过：7（云溪县）');
  assert.match(all, 'number&#x3D;8">2025年已用到7号，改用8号</a>');
  assert.not.match(await page('/letters?number=8'), '已用');
  await here.app.request(`/reports/${id}/delete`, post(new URLSearchParams({})));
  assert.match(await page('/letters?number=6'), '2025年的文号已经用过：7（云溪县）', 'removed, its letter went out');
  await save({ ...office, number: '' });
  assert.not.match(await page(`/reports/${other}/letter?number=7`), '已用', 'letters without number');
});

paper('a later draft: what is still missing is said so only where a letter on an earlier one went out', async () => {
  const id = await send(fixtureText);
  await send(`${fixtureText}\n补充。`);
  const mark = (draft: number) =>
    here.app.request(
      `/reports/${id}/letter`,
      post(new URLSearchParams({ draft: String(draft), date: '2025-02-01', unnumbered: 'yes' })),
    );
  const untold = await page(`/reports/${id}/letter`);
  for (const words of ['仍缺）', '本稿新提出', '以下只列仍须补正的事项']) assert.not.match(untold, words);
  assert.match(untold, '第1稿的反馈意见没有记为已发出');
  assert.match(untold, `href="/reports/${id}/letter?draft=1"`);
  assert.match(await page(`/letters?lang=en`), 'as none on it is marked as sent: 1');
  assert.not.match(await page(`/reports/${id}/letter?draft=1&lang=zh`), '没有记为已发出');

  await mark(1);
  const told = await page(`/reports/${id}/letter`);
  for (const words of ['上次反馈（第1稿）的待补正事项', '仍缺）']) assert.match(told, words);
  assert.not.match(told, '没有记为已发出');
  assert.not.match(await page('/letters'), '没有记为已发出');
  assert.not.match(await page(`/reports/${id}/letter?draft=1`), '以下只列仍须补正的事项');

  await send(`${fixtureText}\n再补充。`);
  const third = await page(`/reports/${id}/letter`);
  assert.match(third, '上次反馈（第1稿）的待补正事项');
  assert.match(third, '第2稿的反馈意见没有记为已发出');
  await here.app.request(`/reports/${id}/progress`, post(new URLSearchParams({ draft: '2', answered: '2025-02-05' })));
  assert.match(await page(`/reports/${id}/letter`), '上次反馈（第2稿）的待补正事项', 'told by hand');
});

paper('all letters of a season: on one page, as one file and as an archive, numbered in their order', async () => {
  await save(office);
  for (const name of ['云溪县', '青石县', '临江县']) await send(fixtureText.replaceAll('云溪县', name));
  await send(fixtureText.replace('2024年度', '2023年度'));
  const html = await page('/letters?number=5');
  for (const words of ['（3份）', '5号', '6号', '7号']) assert.match(html, words);
  assert.match(await page('/letters?year=2023'), '（1份）');
  const one = new TextDecoder().decode(unzipSync(await bytes('/letters/letters.docx?number=5'))['word/document.xml']);
  assert.is(one.split('<w:pgNumType').length - 1, 3);
  const names = Object.keys(unzipSync(await bytes('/letters/letters.zip')));
  assert.is(names.length, 3);
  assert.ok(names.every(name => name.startsWith('反馈意见-') && name.endsWith('.docx')));
});

paper('the overview: late or not, shared gaps that lead to units, files; empty without reports', async () => {
  assert.match(await page('/overview'), '还没有可以汇总的报告');
  assert.match(await page('/letters'), '还没有可以汇总的报告');
  await save(office);
  const id = await send(fixtureText);
  await send(fixtureText.replaceAll('云溪县', '青石县'));
  const html = await page('/overview');
  assert.match(html, '逾期10天');
  assert.match(html, '<a href="#gap-doc.filing">2</a>');
  assert.match(html, `href="/reports/${id}#f-doc.filing"`);
  assert.match(await page('/overview?lang=en'), 'Overview of 2024');
  assert.match(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes('/overview/overview.csv?lang=zh')),
    /^\ufeff单位,/,
  );
  assert.equal([...(await bytes('/overview/overview.xlsx')).slice(0, 2)], [0x50, 0x4b]);
});
paper.run();
