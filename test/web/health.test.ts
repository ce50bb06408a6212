/** When something goes wrong: the number on the page is the number in the log; whoever watches over the program is told. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { LogEntry } from '../../src/web/index.ts';
import { withoutQuotes } from '../../src/web/index.ts';
import { post, upload, type World, world } from './world.ts';

const health = suite('when something goes wrong');
const entries = ({ log }: World): LogEntry[] => log.map(line => JSON.parse(line) as LogEntry);

for (const lang of ['zh', 'en'] as const) {
  health(`a fault is told with a number that is in the log with its stack (${lang})`, async () => {
    const here = await world();
    const answer = await here.app.request(`/reports?lang=${lang}`, post(upload([['a.txt', '引擎出错']])));
    assert.is(answer.status, 500);
    const page = await answer.text();
    assert.match(page, lang === 'zh' ? '编号' : 'Number');
    const id = answer.headers.get('X-Request-Id') ?? '';
    assert.match(page, `<code>${id}</code>`);
    const [fault, request] = entries(here);
    assert.equal([fault?.level, fault?.event, fault?.id, fault?.route], ['error', 'fault', id, '/reports']);
    assert.ok((fault?.stack?.length ?? 0) > 2);
    assert.equal([request?.event, request?.id, request?.status], ['request', id, 500]);
    await here.end();
  });
}

health('a request is told by method, route, status and time, not by its address', async () => {
  const here = await world();
  for (const path of [
    '/',
    '/reports/r-absent?q=青禾县',
    '/rules/fazhi-annual-report',
    '/nowhere/青禾县',
    '/static/fajian.css',
  ])
    await here.app.request(path);
  const told = entries(here).map(({ method, route, status }) => `${method} ${route} ${status}`);
  assert.equal(told, ['GET / 200', 'GET /reports/:id 404', 'GET /rules/:id 200', 'GET - 404', 'GET /static/:file 200']);
  assert.ok(entries(here).every(({ ms }) => typeof ms === 'number'));
  assert.is(new Set(entries(here).map(({ id }) => id)).size, 5);
  assert.not.match(here.log.join(), '青禾');
  await here.end();
});

const states: readonly (readonly [string, Parameters<typeof world>[0], number, object])[] = [
  ['well', {}, 200, { status: 'ok', store: 'writable', rules: 1 }],
  [
    'a disk that takes no writes',
    { more: () => ({ writable: async () => false }) },
    503,
    { status: 'failing', store: 'failing', rules: 1 },
  ],
  [
    'a disk that answers with an error',
    { more: () => ({ writable: () => Promise.reject(new Error('EIO')) }) },
    503,
    { status: 'failing', store: 'failing', rules: 1 },
  ],
  [
    'no rules in force',
    { more: () => ({ rules: { list: () => [], get: () => null } }) },
    503,
    { status: 'failing', store: 'writable', rules: 0 },
  ],
];
for (const [what, options, status, told] of states) {
  health(`/healthz, ${what}: ${status}`, async () => {
    const here = await world(options);
    const answer = await here.app.request('/healthz');
    assert.is(answer.status, status);
    assert.equal(await answer.json(), { version: '0.1.0', ...told });
    await here.end();
  });
}

const messages: readonly (readonly [string, string])[] = [
  ['Unexpected token 法 in JSON at position 0', 'Unexpected token … in JSON at position 0'],
  ['Unexpected token \'x\', "secret words" is not valid JSON', 'Unexpected token "…", "…" is not valid JSON'],
  ['an open quote "and all of the rest', 'an open quote "…"'],
  ['`hunter2`', '"…"'],
  ['a'.repeat(1000), 'a'.repeat(200)],
];
for (const [message, kept] of messages)
  health(`of a message is kept: ${kept.slice(0, 40)}`, () => assert.is(withoutQuotes(message), kept));
health.run();
