/** The day itself on which something is due, and what kind of body a report is taken to be of. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Level } from '../../src/report/types.ts';
import { fillHead } from '../../src/web/joining.ts';
import { levelWords } from '../../src/words/terms.ts';
import { fixtureText } from '../present/fixture.ts';
import { post, sentTo, upload, type World, world } from './world.ts';

const days = suite('the day on which something is due');
let here: World;
days.before.each(async () => {
  here = await world();
});
days.after.each(() => here.end());

const text = async (path: string): Promise<string> => (await here.app.request(path)).text();
const send = (path: string, fields: Readonly<Record<string, string>>) =>
  here.app.request(path, post(new URLSearchParams(fields)));
const today = '2025-02-10';

for (const [due, late] of [
  ['2025-02-09', true],
  [today, false],
  ['2025-02-11', false],
] as const) {
  days(`nothing came in, due on ${due}: ${late ? 'late' : 'not late'} on ${today}`, async () => {
    await send('/seasons', { year: '2024', due });
    await send('/units', { units: '青禾县水利局' });
    const page = await text('/');
    assert.is(page.includes('待催报'), late);
    assert.is(page.includes('class="late"'), late);
  });

  days(`a report that came in on ${today}, due on ${due}: ${late ? 'late' : 'on time'}`, async () => {
    await send('/seasons', { year: '2024', due });
    await sentTo(here.app, '/reports', post(upload([['a.txt', fixtureText]])));
    assert.is((await text('/')).includes('class="late"'), late);
  });

  days(`a completed report wanted by ${due} is ${late ? '' : 'not '}chased on ${today}`, async () => {
    await sentTo(here.app, '/reports', post(upload([['a.txt', fixtureText]])));
    const id = (await here.store.list())[0]?.id ?? '';
    await send(`/reports/${id}/letter`, { draft: '1', date: '2025-02-01', due, unnumbered: 'yes' });
    assert.is((await here.store.get(id))?.progress?.answered?.due, due);
    const page = await text('/');
    assert.is(page.includes('待催报'), late);
    assert.is(page.includes('class="late"'), late);
  });
}

days('a report that was answered without a day is never chased', async () => {
  await sentTo(here.app, '/reports', post(upload([['a.txt', fixtureText]])));
  const id = (await here.store.list())[0]?.id ?? '';
  await send(`/reports/${id}/progress`, { mark: 'answered' });
  assert.not.match(await text('/'), '待催报');
});
days.run();

const kinds = suite('the kind of body');
const head = (level: Level | null) => ({ title: null, subject: null, issuer: null, level, year: null, ruleSetId: 'r' });
kinds('a draft that does not tell it is of the kind that the earlier ones told', () => {
  assert.is(fillHead(head(null), head('township')).level, 'township');
  assert.is(fillHead(head('county'), head('township')).level, 'county');
});

kinds('in the overview it is that of the roster, and else that of the report', async () => {
  for (const level of ['department', null] as const) {
    here = await world();
    await sentTo(here.app, '/reports', post(upload([['a.txt', fixtureText]])));
    const [row] = await here.store.list();
    assert.is(row?.level, 'county');
    await here.store.organs.add({
      name: '云溪县人民政府',
      aliases: ['云溪县'],
      level,
      powers: [],
      contact: '',
      due: {},
    });
    const page = await text('/overview');
    await here.end();
    const told = levelWords[level ?? 'county'].zh;
    assert.match(page, new RegExp(`云溪县人民政府</a></th><td data-label="[^"]+">${told}<`), String(level));
  }
});
kinds('letters of a season follow it: that of the roster, and else that of the report', async () => {
  here = await world();
  const [county, bureau] = [fixtureText, fixtureText.replaceAll('云溪县', '安平县')];
  await sentTo(here.app, '/reports', post(upload([['a.txt', county]])));
  await sentTo(here.app, '/reports', post(upload([['b.txt', bureau]])));
  for (const [name, level] of [
    ['安平县', 'department'],
    ['云溪县', null],
  ] as const)
    await here.store.organs.add({ name: `${name}人民政府`, aliases: [name], level, powers: [], contact: '', due: {} });
  const page = await text('/letters?year=2024');
  await here.end();
  assert.ok(page.indexOf('云溪县') > 0 && page.indexOf('云溪县') < page.indexOf('安平县'));
});
kinds.run();
