/** Conditional requests: 304 while nothing has changed, the new page once something has; nothing stored is assessed again. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { MemoryDisk } from '../store/memory-disk.ts';
import { draft, head } from '../store/sample.ts';
import { post, standIn, upload, type World, world } from './world.ts';

const kept = suite('conditional requests');
let here: World;
let id = '';
let checks = 0;
kept.before.each(async () => {
  here = await world({
    check: (...given) => {
      checks += 1;
      return standIn(...given);
    },
  });
  const answer = await here.app.request('/reports', post(upload([['云溪县.txt', fixtureText]])));
  id = /r-[a-z2-7]+/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
  checks = 0;
});
kept.after.each(() => here.end());

const get = (path: string, headers: Record<string, string> = {}) => here.app.request(path, { headers });
const tagOf = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await get(path, headers);
  assert.is(answer.status, 200);
  return answer.headers.get('etag') ?? '';
};

const paths: readonly (() => string)[] = [
  () => '/',
  () => `/reports/${id}`,
  () => `/reports/${id}?draft=1&all=1`,
  () => `/reports/${id}/checklist`,
  () => `/reports/${id}/working-paper`,
];
for (const [n, path] of paths.entries()) {
  kept(`page ${n}: 304 without a body while nothing has changed, with the same page when asked anew`, async () => {
    const first = await get(path());
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^"[\w-]+"$/);
    const html = await first.text();
    const again = await get(path(), { 'If-None-Match': tag });
    assert.equal([again.status, await again.text()], [304, '']);
    const anew = await get(path());
    assert.equal([anew.status, await anew.text()], [200, html]);
    assert.is(anew.headers.get('content-security-policy'), first.headers.get('content-security-policy'));
    assert.is(anew.headers.get('cache-control'), 'no-cache');
  });
}

const changes: readonly (readonly [string, boolean, () => Promise<unknown> | unknown])[] = [
  ['the report is changed', true, () => here.store.update(id, record => ({ ...record, title: '改后' }))],
  ['the rules are changed', true, () => here.changeRules('2.0.0')],
  [
    'the same body has a report of another year',
    true,
    async () => here.store.create(head({ ...(await here.store.get(id)), year: 2019 }), draft('别的年度')),
  ],
  ['another body sends a report', false, () => here.store.create(head({ issuer: '别的局' }), draft('别的'))],
];
for (const [what, changed, change] of changes) {
  kept(`${what}: the page of the result is ${changed ? 'another' : 'the same'}, the register another`, async () => {
    const [result, register] = [await tagOf(`/reports/${id}`), await tagOf('/')];
    await change();
    assert.is((await get(`/reports/${id}`, { 'If-None-Match': result })).status, changed ? 200 : 304);
    assert.is((await get('/', { 'If-None-Match': register })).status, 200);
  });
}

kept('what differs by person, language or part is never mixed up', async () => {
  const path = `/reports/${id}`;
  const asked: readonly Record<string, string>[] = [
    {},
    { Cookie: 'lang=en' },
    { Cookie: `reviewer=${encodeURIComponent('王五')}` },
    { 'HX-Request': 'true', 'HX-Target': 'rows' },
  ];
  const tags = [];
  for (const headers of asked) tags.push(await tagOf(path, headers));
  assert.is(new Set(tags).size, asked.length);
  assert.match(await (await get(path, { Cookie: 'lang=en' })).text(), 'lang="en"');
  assert.match(await (await get(path)).text(), 'lang="zh');
});

kept('a stored result is not assessed again: in Chinese never, in English once', async () => {
  for (let n = 0; n < 3; n++) {
    await get(`/reports/${id}?n=${n}`);
    await get(`/reports/${id}/checklist?n=${n}`);
  }
  assert.is(checks, 0);
  for (let n = 0; n < 3; n++) await get(`/reports/${id}?n=${n}`, { Cookie: 'lang=en' });
  assert.is(checks, 1);
});

kept('a removed report is gone, whatever was kept of it', async () => {
  const tag = await tagOf(`/reports/${id}`);
  await here.store.remove(id);
  assert.is((await get(`/reports/${id}`, { 'If-None-Match': tag })).status, 404);
});
kept.run();

const paging = suite('pages of the register');
paging('a hundred lines to a page, links to the others, search over all of them', async () => {
  const busy = await world({ disk: new MemoryDisk() });
  for (let n = 1; n <= 205; n++)
    await busy.store.create(head({ issuer: `某县第${n}局`, subject: `某县第${n}局` }), draft(`第${n}份`));
  const page = async (query: string) => (await busy.app.request(`/${query}`)).text();
  const names = (html: string): string[] =>
    [...html.matchAll(/<th scope="row">.*?>(某县第\d+局)</g)].map(one => one[1] ?? '');
  const seen = new Set<string>();
  for (const [query, lines] of [
    ['', 100],
    ['?page=2', 100],
    ['?page=3', 5],
  ] as const) {
    const html = await page(query);
    const shown = names(html);
    assert.is(shown.length, lines, query);
    for (const name of shown) seen.add(name);
    assert.is((html.match(/aria-current="page"/g) ?? []).length >= 1, true);
  }
  assert.is(seen.size, 205, 'each stands on one page');
  assert.equal(names(await page('?page=99')).length, 5, 'beyond the last page is the last');
  assert.equal(names(await page(`?q=${encodeURIComponent('第7局')}`)), ['某县第7局']);
  assert.match(await page('?page=2&sort=name'), /href="\/\?sort&#x3D;name&amp;page&#x3D;3"/);
  await busy.end();
});
paging.run();
