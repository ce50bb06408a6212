/** Drafts in the wrong order change places, one is taken out and put back; decisions go with their texts. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lastEntries } from '../../src/assess/rulings.ts';
import type { ReportRecord } from '../../src/store/types.ts';
import { fixtureText } from '../present/fixture.ts';
import { post, upload, type World, world } from './world.ts';

const drafts = suite('order of drafts');
let here: World;
let id = '';
drafts.before.each(async () => {
  here = await world();
  for (const more of ['后一稿。', '前一稿。', '另一稿。']) id = await send(`${fixtureText}\n${more}`, `${more}.txt`);
  await decide('doc.filing', 1, { decision: 'change', status: 'met', reason: 'elsewhere', by: '王五' });
  await decide('lit.appearance', 2, { decision: 'agree', by: '赵六' });
});
drafts.after.each(() => here.end());

async function send(text: string, name: string): Promise<string> {
  const answer = await here.app.request('/reports', post(upload([[name, text]])));
  return /r-[a-z2-7]+/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
}
const page = async (path: string): Promise<string> => (await here.app.request(path)).text();
const decide = (requirement: string, n: number, fields: Record<string, string>) =>
  here.app.request(`/reports/${id}/review/${requirement}?draft=${n}`, post(new URLSearchParams(fields)));
const change = (what: string, n: number, more: Record<string, string> = {}) =>
  here.app.request(`/reports/${id}/drafts`, post(new URLSearchParams({ do: what, n: String(n), ...more })));
const kept = async (): Promise<ReportRecord> => (await here.store.get(id)) as ReportRecord;
/** File, who decided what holds, and score of each draft. */
const stand = async (): Promise<string[]> => {
  const { drafts: all, rulings = [] } = await kept();
  return all.map(({ n, source, summary }) => {
    const held = [...lastEntries(rulings, n).values()].filter(({ decision }) => /agree|change/.test(decision));
    return [n, source.name[0], ...held.map(({ by }) => by), summary.score].join(' ');
  });
};

drafts('two change places with their decisions, and back; the history only grows', async () => {
  const before = await stand();
  assert.match(before[0] ?? '', /^1 后 王五 /);
  assert.match(before[1] ?? '', /^2 前 赵六 /);
  const { rulings: history = [] } = await kept();
  const answer = await change('swap', 2);
  const told = await page(answer.headers.get('location') ?? '');
  assert.match(told, '第1稿与第2稿已对调');
  const after = await stand();
  assert.equal(
    after.map(line => line.slice(2)),
    [before[1], before[0], before[2]].map(line => line?.slice(2)),
  );
  assert.equal((await kept()).rulings?.slice(0, history.length), history);
  assert.match(await page(`/reports/${id}?draft=2`), '由“未写明”改为“已写明”');
  assert.match(told, '换回来');
  await change('swap', 2);
  assert.equal(await stand(), before);
  assert.match(await page(`/reports/${id}?lang=en`), 'Order of the drafts');
});

drafts('one is taken out, later ones move up, and it comes back where it was', async () => {
  const before = await stand();
  const answer = await change('remove', 1);
  assert.match(await page(answer.headers.get('location') ?? ''), '原第1稿已移除');
  assert.equal(
    (await stand()).map(line => line.slice(0, 3)),
    ['1 前', '2 另'],
  );
  assert.match(await page(`/reports/${id}`), '/drafts">调整稿次', 'the way back stands on the result');
  assert.match(await page(`/reports/${id}/drafts?lang=en`), 'Drafts taken out <span class="count">1</span>');
  const again = await send(`${fixtureText}\n后一稿。`, '再来.txt');
  assert.is(again, id, 'its text is known no longer, and may come again');
  assert.match((await stand())[2] ?? '', /^3 再 /);
  await change('remove', 3);
  await change('back', 0);
  assert.equal(await stand(), before);
  await change('remove', 3);
  await change('remove', 2);
  assert.is((await change('remove', 1)).status, 409, 'the only one stays');
  assert.is((await stand()).length, 1);
});

drafts('what is last tells what the report is about', async () => {
  await send(`${fixtureText.replace('法治政府', '法治政府 ')}`, '新.txt');
  const title = async () => (await kept()).title;
  const latest = await title();
  await change('remove', 4);
  assert.is.not(await title(), latest);
  assert.is(here.store.row(id)?.title, await title());
});

drafts('a draft whose letter went out keeps its number, and so do those before it', async () => {
  await here.app.request(`/reports/${id}/letter`, post(new URLSearchParams({ draft: '2', date: '2025-02-01' })));
  const before = await stand();
  for (const [what, n] of [
    ['swap', 2],
    ['swap', 3],
    ['remove', 1],
    ['remove', 2],
  ] as const)
    assert.is((await change(what, n)).status, 409, `${what} ${n}`);
  assert.equal(await stand(), before);
  assert.match(await page(`/reports/${id}/drafts`), '第2稿的反馈意见已发出');
  assert.is((await change('remove', 3)).status, 303);
});

drafts('a form that is out of date, or no change at all, changes nothing', async () => {
  const seen = /name="seen" value="(\w+)"/.exec(await page(`/reports/${id}/drafts`))?.[1] ?? '';
  await change('swap', 3);
  const before = await stand();
  const late = await change('swap', 3, { seen });
  assert.is(late.status, 409);
  assert.match(await late.text(), '没有改动');
  for (const [what, n] of [
    ['swap', 1],
    ['swap', 4],
    ['remove', 9],
    ['back', 0],
    ['else', 1],
  ] as const)
    assert.is((await change(what, n)).status, 409, `${what} ${n}`);
  assert.equal(await stand(), before);
  assert.is((await here.app.request('/reports/r-aaaaaaaa/drafts')).status, 404);
});

drafts.run();
