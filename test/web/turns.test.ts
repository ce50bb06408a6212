import { Hono } from 'hono';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { StoreError } from '../../src/store/types.ts';
import type { Env } from '../../src/web/page.ts';
import { inTurns } from '../../src/web/turns.ts';

test('so many are worked on, so many wait, the rest is refused; readers are not counted', async () => {
  const app = new Hono<Env>();
  let working = 0;
  let most = 0;
  let open = () => {};
  const gate = new Promise<void>(done => {
    open = done;
  });
  app.use(inTurns({ atOnce: 2, waiting: 3 }, method => method === 'POST'));
  app.post('/', async c => {
    working += 1;
    most = Math.max(most, working);
    await gate;
    working -= 1;
    if (c.req.query('fails') !== undefined) throw new Error('fails');
    return c.text('done');
  });
  app.get('/', c => c.text('page'));
  app.onError((error, c) => c.text(error.message, error instanceof StoreError && error.code === 'busy' ? 503 : 500));
  const sent = Array.from({ length: 8 }, (_, n) => app.request(n === 0 ? '/?fails' : '/', { method: 'POST' }));
  assert.is((await app.request('/')).status, 200);
  open();
  const answers = (await Promise.all(sent)).map(({ status }) => status);
  assert.equal(answers, [500, 200, 200, 200, 200, 503, 503, 503]);
  assert.is(most, 2);
  assert.is((await app.request('/', { method: 'POST' })).status, 200, 'turns are given back');
});
test.run();
