import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { duration, Progress } from '../../src/commands/progress.ts';
import { inOrder } from '../../src/workers/in-order.ts';

const progress = suite('progress');

/** Steps that take so many milliseconds each; what was written. */
function steps(terminal: boolean, total: number, each: number): string[] {
  const written: string[] = [];
  let time = 0;
  const shown = new Progress(total, 'en', { write: text => written.push(text), terminal, now: () => time });
  for (let n = 0; n < total; n += 1) {
    time += each;
    shown.step();
  }
  shown.clear();
  return written;
}

progress('a terminal gets one line that is written over, with rate and time left', () => {
  const written = steps(true, 100, 50);
  assert.is(written[0], `\r\x1b[K${'█'.repeat(2)}${'░'.repeat(22)} 12/100 (12%)  20 a second  about 4 s left`);
  assert.ok(written.every(text => text.startsWith('\r\x1b[K')));
  assert.is(written.at(-1), '\r\x1b[K', 'it is gone at the end');
});

progress('elsewhere a plain line from time to time', () => {
  assert.equal(steps(false, 100, 300), [
    '34/100 (34%)  3.3 a second  about 20 s left\n',
    '68/100 (68%)  3.3 a second  about 10 s left\n',
  ]);
});

progress('what is done at once shows nothing', () => {
  assert.equal(steps(true, 20, 10), []);
  assert.equal(steps(true, 1, 5000), []);
  assert.equal(steps(false, 20, 10), []);
});

const times: readonly [number, string, string][] = [
  [0.2, '1秒', '1 s'],
  [59, '59秒', '59 s'],
  [61, '1分1秒', '1 min 1 s'],
  [3723, '1小时2分', '1 h 2 min'],
];
for (const [seconds, zh, en] of times) {
  progress(`${seconds} seconds`, () => assert.equal([duration(seconds, 'zh'), duration(seconds, 'en')], [zh, en]));
}

progress('work comes in order, few at a time, and what was begun is handed on after a stop', async () => {
  const begun: number[] = [];
  const given: number[] = [];
  const work = async (n: number): Promise<number> => {
    begun.push(n);
    await new Promise(done => setTimeout(done, n % 2 === 0 ? 4 : 1));
    return n;
  };
  const items = Array.from({ length: 20 }, (_, n) => n);
  for await (const n of inOrder(items, 3, work, () => given.length >= 10)) {
    given.push(n);
    assert.ok(begun.length <= given.length + 3, 'too many are begun');
  }
  assert.equal(given, items.slice(0, begun.length));
  assert.ok(begun.length >= 10 && begun.length <= 13);
});

progress('a failure is told when its turn comes', async () => {
  const given: number[] = [];
  try {
    for await (const n of inOrder(
      [1, 2, 3],
      3,
      n => (n === 2 ? Promise.reject(new Error('two')) : Promise.resolve(n)),
      () => false,
    ))
      given.push(n);
    assert.unreachable();
  } catch (error) {
    assert.is((error as Error).message, 'two');
  }
  assert.equal(given, [1]);
});

progress.run();
