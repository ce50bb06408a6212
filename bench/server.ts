/**
 * The pages over 2,000 stored reports: list, result and upload beside bare Hono's hello in the same run, the time of a save
 * at 10, 200 and 2,000, and the longest pause of the event loop: `node --import tsx bench/server.ts [REQUESTS]`.
 */
import { Agent, request } from 'node:http';
import { startServing } from './ask-serving.ts';

const requests = Number(process.argv[2] ?? 300);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Milliseconds from sending to the last byte; the status. */
function timed({ url, headers = {}, body }: Asked): Promise<readonly [ms: number, status: number]> {
  const began = performance.now();
  return new Promise((done, fail) => {
    const sent = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers }, answer => {
      answer.resume();
      answer.on('end', () => done([performance.now() - began, answer.statusCode ?? 0]));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

function quantiles(times: readonly number[]): readonly [p50: number, p99: number] {
  const sorted = [...times].sort((a, b) => a - b);
  return [at(sorted, 0.5), at(sorted, 0.99)];
}

const serving = await startServing();
const where = await serving.ask<{ url: string; floor: string; text: string }>('where');
const rest = () => serving.ask<{ pause: number; memory: number }>('rest');

async function measured(count: number, ask: (n: number) => Asked, expected: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const [ms, status] = await timed(ask(n));
    if (status !== expected) throw new Error(`${ask(n).url}: ${status}`);
    times.push(ms);
  }
  return times;
}

const show = (...cells: readonly (string | number)[]): void =>
  console.log(cells.map(cell => (typeof cell === 'number' ? cell.toFixed(2) : cell)).join('\t'));

console.log('stored\tsave p50 ms\tsave p99 ms\tlongest pause ms');
for (const stored of [10, 200, 2000]) {
  await serving.ask('grow', stored);
  // The index, which follows a second later, is no part of this.
  await new Promise(done => setTimeout(done, 1500));
  await rest();
  const [p50, p99] = quantiles(await serving.ask<readonly number[]>('saves', 200));
  await new Promise(done => setTimeout(done, 1500));
  show(String(stored), p50, p99, (await rest()).pause);
}

async function lists(ids: readonly string[]): Promise<void> {
  const upload = (n: number): Asked => {
    const boundary = 'b';
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="u${n}.txt"\r\n\r\n${where.text}\n${ids.length} ${n}\r\n--${boundary}--\r\n`;
    const headers = { Origin: where.url.slice(0, -1), 'Content-Type': `multipart/form-data; boundary=${boundary}` };
    return { url: `${where.url}reports`, headers, body };
  };
  const hello = (): Asked => ({ url: where.floor });
  const kinds: readonly (readonly [string, number, (n: number) => Asked, number])[] = [
    ['hello', requests, hello, 200],
    ['list, first page', requests, () => ({ url: where.url }), 200],
    [
      'list, never asked before',
      requests,
      n => ({ url: `${where.url}?year=all&q=${encodeURIComponent(`第${n}`)}&n=${n}-${ids.length}` }),
      200,
    ],
    ['list, sorted, page 2', requests, n => ({ url: `${where.url}?sort=score&page=2&n=${n}-${ids.length}` }), 200],
    ['result, asked again', requests, () => ({ url: `${where.url}reports/${ids[0]}` }), 200],
    [
      'result, never asked before',
      Math.min(requests, ids.length),
      n => ({ url: `${where.url}reports/${ids[n]}?n=${ids.length}` }),
      200,
    ],
    ['upload', Math.min(requests, 40), upload, 303],
    ['hello', requests, hello, 200],
  ];
  await measured(50, hello, 200);
  let floor: readonly number[] = [];
  console.log(`\n${ids.length} stored\tp50 ms\tp99 ms\tp50 to hello\tp99 to hello\tlongest pause ms\tmemory MB`);
  for (const [name, count, ask, status] of kinds) {
    await rest();
    const found = quantiles(await measured(count, ask, status));
    if (floor.length === 0) floor = found;
    const { pause, memory } = await rest();
    show(name, found[0], found[1], found[0] / (floor[0] ?? 1), found[1] / (floor[1] ?? 1), pause, memory);
  }
}

const ids = await serving.ask<readonly string[]>('grow', 2000);
await lists(ids);
await serving.ask('end');
agent.destroy();

const small = await startServing();
Object.assign(where, await small.ask('where'));
Object.assign(serving, small);
await lists(await small.ask<readonly string[]>('grow', 100));
await small.ask('end');
agent.destroy();
