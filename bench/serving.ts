/** A process that serves the pages over a folder of stored reports, and bare Hono beside it; benches start it and ask it things. */

import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { createAssessor } from '../src/assess/again.ts';
import { readSource } from '../src/read/index.ts';
import { systemDisk } from '../src/store/disk.ts';
import { openStore } from '../src/store/index.ts';
import { RuleFiles } from '../src/store/rule-files.ts';
import { checkSource } from '../src/web/check.ts';
import { createApp, serveApp } from '../src/web/index.ts';
import type { AppOptions } from '../src/web/options.ts';
import type { Env } from '../src/web/page.ts';
import { createChecking } from '../src/workers/checking.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'fajian-serving-'));
const clock = () => new Date();
let durable = true;
const disk: typeof systemDisk = {
  ...systemDisk,
  // The reports that are there before anything is measured need not survive a power cut.
  create: async (path, mode) => {
    const file = await systemDisk.create(path, mode);
    return durable ? file : { ...file, sync: async () => {} };
  },
  syncFolder: async path => {
    if (durable) await systemDisk.syncFolder(path);
  },
};
const store = await openStore(folder, { clock, disk });
const rules = new RuleFiles(join(project, 'rules'));
const assessor = createAssessor();
const checking = createChecking({ log: () => {}, cache: null, toolVersion: 'bench' });
const options: AppOptions = {
  store,
  rules,
  clock,
  toolVersion: 'bench',
  read: checking.read,
  apart: {
    ahead: checking.ahead,
    check: (source, chosen, corrections, lang) =>
      checking.check({ source, rules: rules.list(), chosen, corrections, lang }),
  },
  check: (source, { ruleSet, fenced }, corrections, lang) =>
    assessor({ source, ruleSet, fenced, corrections, lang, toolVersion: 'bench' }),
};
const serving = await serveApp({ app: createApp(options), host: '127.0.0.1', port: 0 });
const bare = new Hono<Env>();
bare.get('/', c => c.text('hello'));
const floor = await serveApp({ app: bare, host: '127.0.0.1', port: 0 });

const seeds = readdirSync(join(project, 'seeds'))
  .filter(name => name.endsWith('.txt'))
  .map(name => readSource(readFileSync(join(project, 'seeds', name)), name));
const ruleSet = rules.list()[0];
const checked = ruleSet === undefined ? [] : seeds.map(source => checkSource(options, source, ruleSet, {}));
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

/** Reports up to this number, each like one of the five samples, of a body and with a text of its own. */
async function grow(to: number): Promise<readonly string[]> {
  durable = false;
  for (let n = (await store.list()).length; n < to; n++) {
    const one = checked[n % checked.length];
    if (one === undefined) break;
    const name = `第${n}局`;
    const text = `${one.draft.source.text}\n${n}`;
    const source = { ...one.draft.source, name: `${n}.txt`, sha256: String(n), textSha256: String(n), text };
    await store.create({ ...one.head, subject: name, issuer: name, year: 2023 }, { ...one.draft, source });
  }
  durable = true;
  return (await store.list()).map(({ id }) => id);
}

/** Milliseconds of each of so many saves of an existing report. */
async function saves(count: number): Promise<readonly number[]> {
  const ids = (await store.list()).map(({ id }) => id);
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    await store.update(ids[(n * 7919) % ids.length] ?? '', record => ({
      ...record,
      progress: { answered: null, passed: null },
    }));
    times.push(performance.now() - began);
  }
  return times;
}

const answers: Readonly<Record<string, (value: number) => unknown>> = {
  where: () => ({ url: serving.url, floor: floor.url, text: seeds[0]?.text ?? '' }),
  grow,
  saves,
  /** Longest pause of the event loop since this was asked last, in milliseconds, and the memory in use, in MB. */
  rest: () => {
    globalThis.gc?.();
    const pause = delay.max / 1e6;
    delay.reset();
    return { pause, memory: process.memoryUsage().rss / 1024 / 1024 };
  },
  end: async () => {
    await serving.close();
    await floor.close();
    await checking.close();
    await store.close();
    await rm(folder, { recursive: true });
    setTimeout(() => process.exit(0), 50);
  },
};
process.on('message', (asked: { readonly what: string; readonly value: number }) => {
  Promise.resolve(answers[asked.what]?.(asked.value)).then(value => process.send?.({ value: value ?? null }));
});
process.send?.({ value: 'ready' });
