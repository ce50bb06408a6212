/** While many files are taken in their page tells of each, as a page that asks again; what it stands on holds its turn. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Activity } from '../../src/store/activity.ts';
import { systemDisk } from '../../src/store/disk.ts';
import type { AppOptions } from '../../src/web/options.ts';
import { UnderWay } from '../../src/web/under-way.ts';
import { makeZip } from '../read/make-zip.ts';
import { endOf, post, standIn, upload, type World, world } from './world.ts';

const arriving = suite('files that come in');
const report = (unit: string): string =>
  `${unit}2024年法治政府建设年度报告\n${'一、依法履职情况。认真落实各项任务。\n'.repeat(1200)}`;
const units = ['云溪县', '青石县', '临江县', '望川县', '柳塘县'].map(name => `${name}人民政府`);
const files = units.map(name => [`${name}.txt`, report(name)] as const);
const isUnderWay = (page: string): boolean => page.includes('http-equiv="refresh"');

/** Each check waits until it is let go; `next` lets the first that waits go and gives the page once it has moved on. */
function gated(): { readonly apart: NonNullable<AppOptions['apart']>; readonly next: () => Promise<void> } {
  const waiting: (() => void)[] = [];
  const soon = () => new Promise(done => setTimeout(done, 2));
  return {
    apart: {
      ahead: 2,
      check: async (source, _, corrections, lang) => {
        await new Promise<void>(go => waiting.push(go));
        const [rules] = here.rules();
        if (rules === undefined) throw new Error('no rules');
        return standIn(source, rules, corrections, lang);
      },
    },
    next: async () => {
      for (let n = 0; waiting.length === 0; n += 1) {
        if (n > 2000) assert.unreachable('nothing waits');
        await soon();
      }
      waiting.shift()?.();
      await soon();
    },
  };
}

interface Here extends World {
  readonly rules: () => ReturnType<AppOptions['rules']['list']>;
  readonly noted: Activity[];
  readonly underWay: UnderWay;
}
let here: Here;
async function open(more: Partial<AppOptions>, disk = systemDisk): Promise<void> {
  const noted: Activity[] = [];
  const underWay = new UnderWay();
  const activity = {
    append: async (entry: Activity) => void noted.push(entry),
    months: async () => [],
    read: async () => ({ entries: [], damaged: 0 }),
  };
  let rules: Here['rules'] = () => [];
  const made = await world({
    disk,
    more: (_, __, given) => {
      rules = given.list;
      return { activity, underWay, ...more };
    },
  });
  here = { ...made, rules, noted, underWay };
}
const send = async (given = files as Parameters<typeof upload>[0]): Promise<string> => {
  const answer = await here.app.request('/reports', post(upload(given)));
  assert.is(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const read = async (path: string): Promise<string> => (await here.app.request(path)).text();
/** Waits until the page says so. */
async function seen(path: string, what: string): Promise<string> {
  for (let n = 0; n < 500; n += 1) {
    const page = await read(path);
    if (page.includes(what)) return page;
    await new Promise(done => setTimeout(done, 5));
  }
  return assert.unreachable(`the page never said ${what}`) as never;
}

arriving('each file is told of as it is done, in both languages; then the page tells all', async () => {
  const { apart, next } = gated();
  await open({ apart });
  const href = await send();
  const first = await read(href);
  assert.ok(isUnderWay(first));
  assert.match(first, '已处理 0 个文件，共 5 个');
  assert.match(first, `hx-get="${href}" hx-trigger="every 1s"`);
  assert.match(first, `<a href="${href}">刷新进度</a>`);
  await next();
  const page = await seen(href, '已处理 1 个文件，共 5 个');
  assert.match(page, /云溪县人民政府\.txt<\/span> — 已审核并存入台账/);
  assert.not.match(page, '青石县');
  assert.match(await read(`${href}?lang=en`), '1 of 5 files done');
  assert.is((await here.store.list()).length, 1);
  assert.equal(here.noted, [], 'what was done is written down when all is');
  const asked = await here.app.request(href, { headers: { 'HX-Request': 'true' } });
  assert.is(asked.headers.get('HX-Retarget'), null);
  for (const _ of units.slice(1)) await next();
  const last = await endOf(here.app, href);
  assert.not.ok(isUnderWay(last));
  assert.match(last, '共 5 个文件：存入 5');
  const swapped = await here.app.request(href, { headers: { 'HX-Request': 'true' } });
  assert.is(swapped.headers.get('HX-Retarget'), '#main');
  await here.underWay.ended(5000);
  await new Promise(done => setTimeout(done, 5));
  assert.equal(
    here.noted.map(({ action }) => action),
    units.map(() => 'report-received'),
  );
  await here.end();
});

arriving('of an archive as many files are told as it holds', async () => {
  const { apart, next } = gated();
  await open({ apart });
  const packed = files.map(([name, text]) => ({ name, data: Buffer.from(text) }));
  const href = await send([['all.zip', new Uint8Array(makeZip(packed))]]);
  for (const _ of units.slice(0, 2)) await next();
  await seen(href, '已处理 2 个文件，共 5 个');
  for (const _ of units.slice(2)) await next();
  assert.match(await endOf(here.app, href), '共 5 个文件：存入 5');
  await here.end();
});

arriving('an upload keeps its turn until all of it is taken in', async () => {
  const { apart, next } = gated();
  const turns = { uploads: { atOnce: 1, waiting: 0 }, changes: { atOnce: 9, waiting: 9 } };
  await open({ apart, turns });
  const href = await send();
  const other = () => here.app.request('/reports', post(upload([['x.txt', '短文\n']])));
  assert.is((await other()).status, 503);
  for (const _ of units) await next();
  await endOf(here.app, href);
  await here.underWay.ended(5000);
  assert.is.not((await other()).status, 503);
  await here.end();
});

arriving('where the disk refuses in the middle the page says so, and the log has its number', async () => {
  let left = 3;
  const disk: typeof systemDisk = {
    ...systemDisk,
    create: (path, mode) => {
      if (path.includes('reports')) left -= 1;
      return left < 0
        ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
        : systemDisk.create(path, mode);
    },
  };
  await open({}, disk);
  const href = await send();
  const page = await seen(href, '后停下');
  assert.match(page, '磁盘空间不足');
  assert.match(page, '处理了 3 个文件（共 5 个）后停下');
  assert.not.ok(isUnderWay(page));
  const [id] = /<code>([0-9a-f]+)<\/code>/.exec(page)?.slice(1) ?? [];
  assert.ok(here.log.some(line => line.includes(`"id":"${id}"`) && line.includes('"event":"store"')));
  assert.match(await read(`${href}?lang=en`), 'It stopped after 3 of 5 files');
  assert.is((await here.store.list()).length, 3);
  await here.end();
});
arriving.run();
