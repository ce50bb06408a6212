/**
 * What a person waits for and how much comes over the wire, in a real browser on loopback: time to the first byte and to
 * the full paint of each sample's result, its weight as sent and unpacked, and the ratio to the report's own text. Then
 * eighty letters as one archive of Word files: the time, and whether the gaps of each are those of its JSON.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import { createAssessor } from '../src/assess/again.ts';
import type { Assessment } from '../src/assess/types.ts';
import { readSource } from '../src/read/index.ts';
import { openStore } from '../src/store/index.ts';
import { RuleFiles } from '../src/store/rule-files.ts';
import { checkSource } from '../src/web/check.ts';
import { createApp, serveApp } from '../src/web/index.ts';
import { readHere } from '../src/workers/reading.ts';

const rounds = 7;
const letters = 80;
const seeds = new URL('../seeds/', import.meta.url);
const samples = readdirSync(seeds)
  .filter(name => name.endsWith('.txt'))
  .sort()
  .map(name => readSource(readFileSync(new URL(name, seeds)), name));

const data = mkdtempSync(join(tmpdir(), 'fajian-pages-'));
const clock = () => new Date('2025-02-10T08:00:00Z');
const rules = new RuleFiles(fileURLToPath(new URL('../rules/', import.meta.url)));
const [first] = rules.list();
if (first === undefined) throw new Error('no rules');
const store = await openStore(data, { clock });
const assessor = createAssessor();
const options: Parameters<typeof createApp>[0] = {
  store,
  rules,
  read: readHere,
  check: (source, { ruleSet, fenced }, corrections, lang) =>
    assessor({ source, ruleSet, fenced, corrections, lang, toolVersion: '0' }),
  clock,
  toolVersion: '0',
};
const app = createApp(options);
const serving = await serveApp({ app, host: '127.0.0.1', port: 0 });

const ids: { readonly id: string; readonly characters: number; readonly bytes: number }[] = [];
for (const sample of samples) {
  const { head, draft } = checkSource(options, sample, first, {});
  const { id } = await store.create(head, draft);
  ids.push({ id, characters: sample.text.length, bytes: Buffer.byteLength(sample.text) });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu'],
});
interface Timing {
  readonly firstByte: number;
  readonly paint: number;
  readonly loaded: number;
  readonly sent: number;
  readonly unpacked: number;
}
// Run by the browser, hence as text: the project's own types know no document.
const timing = `new Promise(done => requestAnimationFrame(() => setTimeout(() => {
  const [page] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  done({ firstByte: page.responseStart, paint: paint?.startTime ?? 0, loaded: page.loadEventEnd,
    sent: page.encodedBodySize, unpacked: page.decodedBodySize });
}, 50)))`;
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
console.log('result pages, middle of', rounds, 'openings in a fresh browser context each');
console.log('characters  first byte  first paint  loaded   page      ratio to the text (bytes)');
for (const { id, characters, bytes } of ids) {
  const seen: Timing[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(new URL(`/reports/${id}`, serving.url).href, { waitUntil: 'load' });
    seen.push(await page.evaluate<Timing>(timing));
    await context.close();
  }
  const of = (key: keyof Timing): number => middle(seen.map(one => one[key]));
  const ms = (key: keyof Timing): string => `${of(key).toFixed(0)} ms`;
  console.log(
    `${String(characters).padEnd(12)}${ms('firstByte').padEnd(12)}${ms('paint').padEnd(13)}${ms('loaded').padEnd(9)}${`${(of('unpacked') / 1024).toFixed(0)} KB`.padEnd(10)}${(of('unpacked') / bytes).toFixed(1)}`,
  );
}
await browser.close();

for (let n = samples.length; n < letters; n += 1) {
  const sample = samples[n % samples.length];
  if (sample === undefined) break;
  const { head, draft } = checkSource(options, { ...sample, text: `${sample.text}\n第${n}份。` }, first, {});
  await store.create({ ...head, year: 2030, subject: `第${n}单位`, issuer: null }, draft);
}
// The five samples belong to the season too.
for (const { id } of ids) await store.update(id, kept => ({ ...kept, year: 2030 }));
const cpu = process.cpuUsage();
const began = performance.now();
const answer = await fetch(new URL('/letters/letters.zip?year=2030', serving.url));
const archive = unzipSync(new Uint8Array(await answer.arrayBuffer()));
const took = performance.now() - began;
const worked = process.cpuUsage(cpu);

let wrong = 0;
const wanted = new Map<string, number>();
for (const { id } of await store.list()) {
  const { findings } = (await (
    await fetch(new URL(`/reports/${id}/assessment.json`, serving.url))
  ).json()) as Assessment;
  const gaps = findings.filter(
    ({ status, certainty }) => (status === 'partial' || status === 'missing') && certainty !== 'unsure',
  );
  const told = gaps.map(gap => `${gap.title}（${gap.status === 'missing' ? '未写明' : '不完整'}）`).sort();
  wanted.set(told.join('\n'), (wanted.get(told.join('\n')) ?? 0) + 1);
}
for (const file of Object.values(archive)) {
  const xml = new TextDecoder().decode(unzipSync(file)['word/document.xml']);
  const told = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(found => found[1]).join(''))
    .flatMap(text => /^\d+．(.*?（(?:未写明|不完整)）)。/.exec(text)?.[1] ?? [])
    .sort()
    .join('\n');
  const left = wanted.get(told) ?? 0;
  if (left === 0) wrong += 1;
  wanted.set(told, left - 1);
}
console.log(
  `letters as Word: ${Object.keys(archive).length} in ${(took / 1000).toFixed(1)} s (${((worked.user + worked.system) / 1e6).toFixed(1)} s of one processor); with other gaps than their JSON: ${wrong}`,
);
await serving.close();
await store.close();
rmSync(data, { recursive: true });
if (wrong > 0 || Object.keys(archive).length !== letters) process.exitCode = 1;
