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
const fates = async (pool: Pool<string, string>, ...tasks: readonly string[]) =>
  (await Promise.allSettled(tasks.map(how => pool.run(how)))).map(result =>
    result.status === 'fulfilled' ? result.value : result.reason instanceof WorkerStopped && result.reason.why,
  );

/** What is written to standard error meanwhile. */
async function whatIsSaid(work: () => Promise<void>): Promise<string> {
  const said: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = (text: string | Uint8Array): boolean => said.push(Buffer.from(text).toString()) > 0;
  try {
    await work();
  } finally {
    process.stderr.write = write;
  }
  return said.join('');
}

test('one that hoards is stopped for its memory without a word of the engine; the next one runs', async ({ pool }) => {
  const said = await whatIsSaid(async () => {
    assert.equal(await fates(pool, 'hoard', 'b'), ['memory', 'b']);
  });
  assert.is(said, '');
});
test('one that loops is stopped for its time; the next one runs', async () => {
  const module = new URL('./stuck-task.ts', import.meta.url);
  const pool = new Pool<string, string>({ module, seconds: 6, megabytes: 64, threads: 1 });
  assert.equal(await fates(pool, 'loop', 'd'), ['time', 'd']);
  await pool.close();
});
test('one that is ended from outside while it has nothing to do is replaced', async ({ pool }) => {
  process.kill(Number(await pool.run('pid')), 'SIGKILL');
  await new Promise(done => setTimeout(done, 300));
  assert.is(await pool.run('g'), 'g');
});
test('Ctrl+C, which a terminal sends to every process, leaves what was begun to its end', async ({ pool }) => {
  const pid = Number(await pool.run('pid'));
  const slow = pool.run('slow');
  process.kill(pid, 'SIGINT');
  assert.is(await slow, 'slow');
  assert.is(await pool.run('pid'), String(pid));
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
