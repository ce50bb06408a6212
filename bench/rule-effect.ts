/**
 * From a check in the rule editor to the page that shows the effect, with 80 stored reports (seeds and invented ones, varied):
 * `node --import tsx bench/rule-effect.ts [reports]`. Prints milliseconds by the clock and of the processor, how long another
 * page waited meanwhile, and the spread of forty edits of one phrase, without script and as they are typed.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAssessor } from '../src/assess/again.ts';
import { RuleFiles } from '../src/store/rule-files.ts';
import { RuleKeeping } from '../src/store/rule-keeping.ts';
import { openStore } from '../src/store/store.ts';
import { createApp } from '../src/web/app.ts';
import { readHere } from '../src/workers/reading.ts';
import { post as posted, upload } from '../test/web/world.ts';

const count = Number(process.argv[2] ?? 80);
const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fajian-effect-'));
const rulesFolder = join(folder, 'rules');
mkdirSync(rulesFolder);
const name = 'fazhi-annual-report.json';
copyFileSync(join(root, 'rules', name), join(rulesFolder, name));

const texts = ['seeds', 'test/reports'].flatMap(from =>
  readdirSync(join(root, from))
    .filter(file => file.endsWith('.txt'))
    .map(file => readFileSync(join(root, from, file), 'utf8')),
);
const clock = (): Date => new Date();
const store = await openStore(join(folder, 'data'), { clock });
const files = new RuleFiles(rulesFolder);
const start = () => {
  const assessor = createAssessor();
  return createApp({
    store,
    rules: files,
    editing: new RuleKeeping(files, join(folder, 'history'), clock),
    read: readHere,
    check: (source, { ruleSet, fenced }, corrections, lang) =>
      assessor({ source, ruleSet, fenced, corrections, lang, toolVersion: '0' }),
    clock,
    toolVersion: '0',
    samples: [],
  });
};
let app = start();
for (let n = 0; n < count; n += 1) {
  // Earlier years and other counts make another report of the same kind.
  const back = Math.floor(n / texts.length);
  const text = (texts[n % texts.length] ?? '').replace(/20\d\d(?=年)/g, year => String(Number(year) - back));
  await app.request('/reports', posted(upload([[`${n}.txt`, text.replace(/(\d)件/g, `${n % 10}件`)]])));
}
// As after a restart: nothing read is remembered.
app = start();
const path = '/rules/fazhi-annual-report/edit';
const shipped = readFileSync(join(rulesFolder, name), 'utf8');

const baseOf = (page: string): string => /name="base" value="([^"]*)"/.exec(page)?.[1] ?? '';

async function post(fields: Record<string, string>, headers: Record<string, string>) {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.append(key, value);
  const answer = await app.request(path, { method: 'POST', body, headers: { Origin: 'http://localhost', ...headers } });
  return { page: await answer.text(), status: answer.status };
}

/** Without script: the page is opened, the whole file sent, and the whole page comes back. */
async function send(text: string): Promise<{ page: string; status: number }> {
  const base = baseOf(await (await app.request(path)).text());
  return post({ here: text, base, do: 'check' }, {});
}

const opened = baseOf(await (await app.request(path)).text());
/** As it is typed into a page that is open. */
const type = (text: string) =>
  post({ here: text, base: opened, do: 'typed' }, { 'HX-Request': 'true', 'HX-Target': 'checked' });

async function time(what: string, text: string): Promise<void> {
  let longest = 0;
  let done = false;
  const others = (async () => {
    while (!done) {
      const asked = performance.now();
      await new Promise(next => setTimeout(next, 5));
      longest = Math.max(longest, performance.now() - asked - 5);
    }
  })();
  const began = performance.now();
  const work = process.cpuUsage();
  const { page, status } = await send(text);
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(work);
  const worked = ((user + system) / 1000).toFixed(0);
  done = true;
  await others;
  const summary = /已收报告 \d+ 份，结果有变化的 \d+ 份/.exec(page)?.[0] ?? `status ${status}`;
  console.log(
    `${what.padEnd(34)}${took.toFixed(0).padStart(8)} ms (${worked.padStart(6)} ms of work)   longest wait of another ${longest.toFixed(0).padStart(6)} ms   ${summary}`,
  );
}

const phrase = (words: string): string => shipped.replace('"出庭应诉率",', `"出庭应诉率", "${words}",`);
await time('one phrase, first time', phrase('负责人参加庭审率'));
await time('another phrase', phrase('负责人参加庭审的比率'));
await time('a third', phrase('负责人参加庭审的比例'));
async function fortyEdits(what: string, ask: (text: string) => Promise<unknown>): Promise<void> {
  const edits: number[] = [];
  const works: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const text = phrase(`第${n + 1}次${what.length}庭审到场率`);
    const began = performance.now();
    const work = process.cpuUsage();
    await ask(text);
    edits.push(performance.now() - began);
    const { user, system } = process.cpuUsage(work);
    works.push((user + system) / 1000);
  }
  console.log(`${what.padEnd(34)}${spread(edits)}`);
  console.log(`${'  of the processor'.padEnd(34)}${spread(works)}`);
}
function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const share = (part: number): string => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(0);
  return `p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, longest ${share(1)} ms`;
}
await fortyEdits('forty edits of one phrase', send);
await fortyEdits('forty more, as they are typed', type);
await time('points of one requirement', shipped.replace('"points": 5,', '"points": 6,'));
await time('a word list that many use', shipped.replace(/("terms": \{\s*"[^"]+": \[)/, '$1 "推进会",'));
await store.close();
rmSync(folder, { recursive: true });
