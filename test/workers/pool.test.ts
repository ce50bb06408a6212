/** Tasks that never end or take all memory are stopped; those behind them run. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Pool, WorkerStopped } from '../../src/workers/pool.ts';

const test = suite<{ pool: Pool<string, string> }>('worker processes');
test.before(context => {
  const module = new URL('./stuck-task.ts', import.meta.url);
  context.pool = new Pool({ module, seconds: 12, megabytes: 64, threads: 1 });
});
test.after(({ pool }) => pool.close());

test('a task gives its result', async ({ pool }) => {
  assert.equal(await Promise.all([pool.run('a'), pool.run('b'), pool.run('c')]), ['a', 'b', 'c']);
});
test('one that hoards is stopped for its memory, however fast, one that loops for its time; the next ones run', async ({
  pool,
}) => {
  const results = await Promise.allSettled(['hoard', 'jump', 'b', 'loop', 'd'].map(how => pool.run(how)));
  assert.equal(
    results.map(result =>
      result.status === 'fulfilled' ? result.value : result.reason instanceof WorkerStopped && result.reason.why,
    ),
    ['memory', 'memory', 'b', 'time', 'd'],
  );
});
test('what a task throws comes out', async ({ pool }) => {
  const [result] = await Promise.allSettled([pool.run('throw')]);
  assert.ok(result?.status === 'rejected' && result.reason instanceof Error && result.reason.name === 'TypeError');
});
test('after closing it starts anew', async ({ pool }) => {
  await pool.close();
  assert.is(await pool.run('e'), 'e');
});
test.run();
