import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import { RuleFiles } from '../../src/store/rule-files.ts';
import { createApp } from '../../src/web/index.ts';
import { readHere } from '../../src/workers/reading.ts';
import { world } from './world.ts';

const folder = new URL('../../seeds/', import.meta.url);
const samples = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .sort()
  .map(name => readSource(readFileSync(new URL(name, folder)), name));

test('each seed, checked by the shipped rules, is a page in both languages whose links all lead somewhere', async () => {
  const { store, end } = await world();
  const app = createApp({
    store,
    rules: new RuleFiles(fileURLToPath(new URL('../../rules/', import.meta.url))),
    read: readHere,
    check: (source, { ruleSet, fenced }, corrections, lang) =>
      assessText({ source, ruleSet, fenced, corrections, lang, toolVersion: '0' }),
    clock: () => new Date('2025-02-10T08:00:00Z'),
    toolVersion: '0',
    samples,
  });
  assert.is(samples.length, 5);
  const register = await (await app.request('/')).text();
  assert.is([...register.matchAll(/href="\/samples\//g)].length, 5);
  for (const [lang, numbers] of [
    ['zh', [1, 2, 3, 4, 5]],
    ['en', [5]],
  ] as const) {
    for (const n of numbers) {
      const answer = await app.request(`/samples/${n}?lang=${lang}`);
      const page = await answer.text();
      assert.is(answer.status, 200);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(found => found[1]);
      assert.equal(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        [],
        `ids twice, sample ${n}`,
      );
      const dead = [...page.matchAll(/href="#([^"]+)"/g)].map(found => found[1]).filter(id => !ids.includes(id));
      assert.equal(dead, [], `links that lead nowhere, sample ${n}`);
      const lost = [...page.matchAll(/class="n">−([\d.]+)<\/td><\/tr>/g)].map(found => Number(found[1]));
      const total = lost.pop() ?? 0;
      assert.ok(
        Math.abs(total - lost.reduce((sum, each) => sum + each, 0)) < 0.05 * lost.length + 0.01,
        `lost points add up, sample ${n}`,
      );
    }
  }
  await end();
});

test.run();
