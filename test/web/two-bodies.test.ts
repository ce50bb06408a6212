import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { areDrafts } from '../../src/web/same-body.ts';
import { fixtureText } from '../present/fixture.ts';
import { post, standIn, upload, type World, world } from './world.ts';

/** The stand-in, for which the signature is always that of one body, as where a report was copied from another. */
const check: typeof standIn = (source, rules, corrections, lang) => {
  const assessment = standIn(source, rules, corrections, lang);
  return { ...assessment, report: { ...assessment.report, issuer: '云溪县人民政府' } };
};

const bodies = suite('title and signature of two bodies');
let here: World;
bodies.before.each(async () => {
  here = await world({ check });
});
bodies.after.each(() => here.end());

const page = async (path: string): Promise<string> => (await here.app.request(path)).text();
const drop = async (text: string, lang = 'zh'): Promise<string> => {
  const answer = await here.app.request(`/reports?lang=${lang}`, post(upload([['稿.txt', text]])));
  const place = answer.headers.get('location');
  return place === null ? answer.text() : page(place);
};
const decide = async (fields: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await here.app.request('/place', post(new URLSearchParams(fields)));
  return page(answer.headers.get('location') ?? '');
};
const other = fixtureText.replaceAll('云溪县', '柳河镇');
const rowOf = async (subject: string) => (await here.store.list()).find(row => row.subject === subject);
const drafts = async () =>
  Object.fromEntries((await here.store.list()).map(row => [row.subject ?? '', row.drafts.length]));

bodies('a report under the signature of another’s joins nothing before a person has said whose it is', async () => {
  assert.not.match(await drop(fixtureText), '待确定单位');
  assert.not.match(await drop(`${fixtureText}\n补充。`), '待确定单位', 'the short name of the same body');
  const why = '标题写的是“柳河镇”，落款是“云溪县人民政府”，而这个落款本年度另有别的单位的报告';
  assert.match(await drop(other), why);
  assert.equal(await drafts(), { 云溪县: 2, 柳河镇: 1 });
  assert.match(await page('/'), /待定单位 <b>1<\/b>/);
  assert.match(await page('/letters'), '有1份报告还没有确定单位');
  const id = (await rowOf('柳河镇'))?.id ?? '';
  for (const path of [`/reports/${id}`, `/reports/${id}/letter`]) assert.match(await page(path), why);
  assert.match(await page(`/reports/${id}?lang=en`), 'the title says “柳河镇”, the signature “云溪县人民政府”');
  await drop(`${other}\n补充。`);
  assert.equal(await drafts(), { 云溪县: 2, 柳河镇: 2 }, 'the same title again: the next draft');
});

bodies('a report of the body that its title names is that body’s by one choice', async () => {
  await drop(fixtureText);
  await drop(other);
  const id = (await rowOf('柳河镇'))?.id ?? '';
  assert.match(await page('/place?lang=zh'), '<option value="own">柳河镇人民政府（标题所写）</option>');
  assert.match(await decide({ [`unit-${id}`]: 'own' }), '没有待定的报告');
  assert.equal(await drafts(), { 云溪县: 1, 柳河镇: 1 });
  assert.equal(
    here.store.organs.list().map(organ => organ.name),
    ['柳河镇人民政府'],
  );
  assert.not.match(await page(`/reports/${id}/letter`), '待确定单位');
});

bodies('a report whose title was left from another body’s becomes the next draft by one choice', async () => {
  await drop(fixtureText);
  await drop(other);
  const id = (await rowOf('柳河镇'))?.id ?? '';
  const first = (await rowOf('云溪县'))?.id ?? '';
  assert.match(await page('/place?lang=zh'), `<option value="${first}">云溪县（同一落款）</option>`);
  assert.match(await decide({ [`unit-${id}`]: first }), '没有待定的报告');
  const [row, ...more] = await here.store.list();
  assert.equal([row?.id, row?.drafts.length, more.length], [first, 2, 0]);
});

bodies('once a person corrects the unit or the year, it is the next draft of what that unit sent', async () => {
  await drop(fixtureText);
  await drop(other);
  await drop(`${fixtureText.replaceAll('2024年', '2023年')}\n另一年。`);
  const correct = async (id: string | undefined, fields: Readonly<Record<string, string>>) =>
    (await here.app.request(`/reports/${id}/correct`, post(new URLSearchParams(fields)))).headers.get('location') ?? '';
  const of2024 = (await here.store.list()).find(row => row.subject === '云溪县' && row.year === 2024)?.id;
  const of2023 = (await here.store.list()).find(row => row.year === 2023)?.id;
  const corrected = await correct((await rowOf('柳河镇'))?.id, { subject: '云溪县' });
  assert.is(corrected, `/reports/${of2024}?done=joined`);
  assert.match(await page(`${corrected}&lang=zh`), '两份已并为一份');
  assert.is(await correct(of2023, { reportYear: '2024' }), `/reports/${of2024}?done=joined`);
  assert.equal((await here.store.get(of2024 ?? ''))?.drafts.length, 3);
  assert.match(await correct(of2024, { subject: '柳河镇' }), 'done=corrected', 'several drafts stay together');
});

bodies('all its drafts are joined, with the letters that went out on them', async () => {
  await drop(fixtureText);
  await drop(other);
  const id = (await rowOf('柳河镇'))?.id ?? '';
  const first = (await rowOf('云溪县'))?.id ?? '';
  await here.app.request(
    `/reports/${id}/letter`,
    post(new URLSearchParams({ draft: '1', date: '2025-02-12', unnumbered: 'yes' })),
  );
  await drop(`${other}\n补充。`);
  await decide({ [`unit-${id}`]: first });
  const record = await here.store.get(first);
  assert.equal(
    record?.drafts.map(draft => draft.source.text),
    [fixtureText, other, `${other}\n补充。`],
  );
  assert.equal([record?.progress?.answered?.draft, record?.progress?.answered?.on], [2, '2025-02-12']);
});

bodies('a letter that is taken back after its report was joined leaves its number free', async () => {
  await here.app.request(
    '/settings',
    post(new URLSearchParams({ name: '云溪县司法局', number: '云司函〔{year}〕{n}号', dueDays: '7' })),
  );
  await drop(fixtureText);
  await drop(other);
  const id = (await rowOf('柳河镇'))?.id ?? '';
  const first = (await rowOf('云溪县'))?.id ?? '';
  const send = (of: string, fields: Readonly<Record<string, string>>) =>
    here.app.request(`/reports/${of}/letter`, post(new URLSearchParams({ date: '2025-02-12', ...fields })));
  assert.is((await send(id, { draft: '1', number: '3' })).status, 303);
  await decide({ [`unit-${id}`]: first });
  const record = await here.store.get(first);
  assert.equal([record?.drafts.length, record?.progress?.answered?.number], [2, 3]);
  assert.is((await send(first, { draft: '1', number: '3' })).status, 422, 'it is taken while the letter stands');
  assert.is((await send(first, { draft: '2', undo: 'yes' })).status, 303);
  assert.is((await send(first, { draft: '1', number: '3' })).status, 303);
});

bodies('it is asked about also where the other report comes after it', async () => {
  assert.not.match(await drop(other), '待确定单位', 'nothing to take it for');
  assert.not.match(await drop(fixtureText), '待确定单位');
  assert.equal(await drafts(), { 云溪县: 1, 柳河镇: 1 });
  assert.match(await page('/place?lang=zh'), '柳河镇人民政府（标题所写）');
});
bodies('a draft that lost its signature joins the signed one that its title names, and no other', () => {
  const head = (
    subject: string | null,
    issuer: string | null,
    year = 2023,
    level: 'township' | 'county' = 'township',
  ) => ({
    title: null,
    subject,
    issuer,
    level,
    year,
    ruleSetId: 'r',
  });
  const signed = head('双溪镇人民政府', '双溪镇人民政府');
  assert.ok(areDrafts(head('双溪镇', null), signed));
  assert.ok(areDrafts(signed, head('双溪镇', null)));
  assert.ok(areDrafts(head('云山县', null, 2023, 'county'), head('云山县', '云山县人民政府', 2023, 'county')));
  assert.not(areDrafts(head('双溪镇', null, 2022), signed), 'of another year');
  assert.not(areDrafts(head('柳河镇', null), signed));
  assert.not(areDrafts(head(null, null), signed));
  assert.not(
    areDrafts(head('双溪镇', null), head('云山县双溪镇人民政府', '云山县双溪镇人民政府')),
    'perhaps of another county',
  );
});

bodies.run();
