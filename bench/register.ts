/**
 * Drops eighty badly named files on the register of the running program at once: how many found their organ, how many were
 * misplaced, how many are asked about, the time until the list of results is there, and how long somebody else waits for a
 * page meanwhile. The organs are invented; the texts are the invented reports of `test/reports`, under the organs' names.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../src/store/index.ts';
import { askOf, Places } from '../src/web/entries.ts';

const county = '青梧县';
const bureaus =
  '水利局 财政局 教育体育局 民政局 司法局 审计局 统计局 林业和草原局 农业农村局 自然资源和规划局 住房和城乡建设局 城市管理局 交通运输局 文化广电和旅游局 卫生健康委员会 退役军人事务局 应急管理局 市场监督管理局 医疗保障局 人力资源和社会保障局 发展和改革局 科学技术局 工业和信息化局 商务局 公安局 生态环境局 乡村振兴局 信访局 气象局 档案局 粮食和物资储备局 政务服务和数据管理局 金融工作局 机关事务管理局 地震局 民族宗教事务局 招商局 供销合作社联合社 消防救援大队 交通运输综合行政执法大队 水利局河道管理所 城市管理局环境卫生管理所 政府办公室 机构编制委员会办公室 国防动员办公室 信访联席办公室 园林管理局 投资促进局 大数据管理局 体育局 矿产资源管理局 能源局 经济开发区管理委员会 住房保障中心 公共资源交易中心 就业服务局 农业机械化服务中心 畜牧水产服务中心 政务督查办公室 气候变化应对中心'.split(
    ' ',
  );
const towns =
  '柳河镇 东柳河镇 石坪乡 望汐街道 槐湾镇 枫坞乡 鹭塘镇 新柳镇 云岭乡 沙洲镇 南屏街道 北屏街道 苇渡镇 青岩乡 桐坑镇 白渡镇 茶亭乡 高塘镇 古渡街道 枣林乡'.split(
    ' ',
  );

interface Wanted {
  readonly organ: string;
  readonly file: string;
  readonly text: string;
}

const reports = new URL('../test/reports/', import.meta.url);
interface Truth {
  readonly metadata: { readonly subject: string; readonly issuer: string | null };
}
/** Invented reports of one kind of body: their text and the names that stand in it, the longest first. */
const textsOf = (kind: string) =>
  readdirSync(reports)
    .filter(name => name.startsWith(kind) && name.endsWith('.txt'))
    .sort()
    .map(name => {
      const truth = JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), reports), 'utf8')) as Truth;
      const { subject, issuer } = truth.metadata;
      return { text: readFileSync(new URL(name, reports), 'utf8'), subject, issuer: issuer ?? subject };
    });

/** Divisions of the invented reports' own names, in front of a bureau. */
const placeOf = (name: string): string => /^.{2,4}?[县市区]/.exec(name)?.[0] ?? '';

function asBureau(source: { text: string; subject: string; issuer: string }, bureau: string): string {
  const place = placeOf(source.subject);
  const own = source.subject.slice(place.length);
  const short = source.subject === source.issuer ? own : source.issuer.slice(place.length);
  return source.text
    .replaceAll(short, bureau)
    .replaceAll(own, bureau)
    .replaceAll(place, county)
    .replaceAll(`${place.at(-1)}${bureau}`, `县${bureau}`);
}

function asTown(source: { text: string; subject: string }, town: string): string {
  const own = source.subject.replace(/^.*?区(?=.{2,}街道)/, '').replace(/人民政府|办事处/, '');
  return source.text.replaceAll(own, town);
}

/** A text from which nobody could tell whose it is, but by its file's name. */
const nameless = (text: string, names: readonly string[]): string =>
  names.reduce((left, name) => left.replaceAll(name, ''), text);

const bad: readonly ((short: string, i: number) => string)[] = [
  (short, i) => `${short}报告(${i % 4}).txt`,
  () => '新建文本文档.txt',
  () => '2023年法治政府建设年度报告-终稿2.txt',
  short => `【报送】${short}2023年度法治建设总结（盖章版）.txt`,
  (_, i) => `IMG_2024${i}.txt`,
  short => `${short}.txt`,
  () => '法治政府建设情况报告(最终版) - 副本.txt',
];

const bureauTexts = textsOf('dept');
const townTexts = [...textsOf('township'), ...textsOf('street')];
const files: Wanted[] = [];
for (const [i, organ] of [...bureaus, ...towns].entries()) {
  const isTown = i >= bureaus.length;
  const pool = isTown ? townTexts : bureauTexts;
  const source = pool[i % pool.length];
  const name = bad[i % bad.length];
  if (source === undefined || name === undefined) continue;
  const full = isTown ? organ : `${county}${organ}`;
  const file = name(organ, i);
  const told = isTown ? asTown(source, organ) : asBureau(source, organ);
  // Every tenth text names nobody: only its file's name is left, and often not even that.
  const text = i % 10 === 3 ? nameless(told, [full, organ, county]) : told;
  files.push({ organ: full, file, text });
}

const data = mkdtempSync(join(tmpdir(), 'fajian-register-'));
const clock = () => new Date('2024-02-10T08:00:00Z');
const roster = await openStore(data, { clock });
for (const [i, name] of [...bureaus.map(one => `${county}${one}`), ...towns].entries()) {
  const level = i >= bureaus.length ? 'township' : 'department';
  await roster.organs.add({ name, aliases: [], level, powers: [], contact: '', due: {} });
}
await roster.close();

const serving = await serve(data);
const form = new FormData();
for (const { file, text } of files) form.append('files', new File([text], file));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const start = performance.now();
const idle = await visits(() => performance.now() - start > 3000);
const began = performance.now();
let isListed = false;
const others = visits(() => isListed);
await upload(form);
isListed = true;
const listed = performance.now();
const busy = await others;
const page = await (await fetch(`${serving.url}?year=all`)).text();
const shown = performance.now();
const paste = [];
for (let n = 0; n < 9; n += 1) {
  const text = new FormData();
  text.append('text', `${files[0]?.text}\n${n}`);
  const before = performance.now();
  await upload(text);
  paste.push(performance.now() - before);
}
agent.destroy();
await serving.end();
const store = await openStore(data, { clock });

/** The program as it is, at a free port. */
async function serve(folder: string): Promise<{ readonly url: string; readonly end: () => Promise<void> }> {
  const main = fileURLToPath(new URL('../bin/fajian.mjs', import.meta.url));
  const words = ['serve', '--data', folder, '--port', '0', '--lang', 'en'];
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\/\/\S+/.exec(said.toString())?.[0];
  if (url === undefined) throw new Error(`no address in: ${said}`);
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, end };
}

/** Sends a form and follows it until the page that it leads to tells of all files. */
async function upload(body: FormData): Promise<void> {
  const answer = await fetch(`${serving.url}reports`, {
    method: 'POST',
    body,
    headers: { Origin: serving.url.slice(0, -1) },
  });
  if (!answer.ok) throw new Error(`the upload was answered with ${answer.status}`);
  let page = await answer.text();
  while (page.includes('id="arriving"')) {
    await new Promise(done => setTimeout(done, 500));
    page = await (await fetch(answer.url)).text();
  }
}

/** Milliseconds of the register's page, asked for by somebody else every 20 ms over one connection. */
async function visits(isEnough: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  while (!isEnough()) {
    const before = performance.now();
    await new Promise<void>((done, fail) => {
      get(serving.url, { agent }, answer => answer.resume().on('end', done)).on('error', fail);
    });
    times.push(performance.now() - before);
    await new Promise(done => setTimeout(done, 20));
  }
  return times;
}

const rows = await store.list();
const places = new Places(store.organs.list());
let found = 0;
let asked = 0;
let alone = 0;
let other = 0;
const wrong: string[] = [];
const questions = new Map<string, number>();
for (const { organ, text, file } of files) {
  const there = await draftOf(text);
  if (there === null) {
    other += 1;
    continue;
  }
  const place = places.ofRow(there);
  const why = askOf(there, place, rows);
  if (place.organ !== null) {
    if (place.organ.name === organ) found += 1;
    else wrong.push(`${file}: ${organ} stands under ${place.organ.name}`);
  } else if (why !== null) {
    asked += 1;
    questions.set(why, (questions.get(why) ?? 0) + 1);
  } else alone += 1;
}

/** The report in which a text is a draft. */
async function draftOf(text: string) {
  for (const row of rows) {
    const record = await store.get(row.id);
    if (record?.drafts.some(draft => draft.source.text.trim() === text.trim()) === true) return row;
  }
  return null;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
console.log(
  `files ${files.length}, organs in the roster ${store.organs.list().length}, lines of the register ${page.split('<tr').length - 2}`,
);
console.log(
  `found their organ ${found}, misplaced ${wrong.length}, asked about ${asked}, a unit of their own ${alone}, not stored ${other}`,
);
console.log(`asked because: ${[...questions].map(([why, n]) => `${why} ${n}`).join(', ') || '-'}`);
for (const line of wrong) console.log(`  ${line}`);
console.log(`from dropping to the list ${seconds(listed - began)}; the register after it ${seconds(shown - listed)}`);
const ms = (times: readonly number[], part: number): string =>
  `${(times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(0)} ms`;
const told = (times: readonly number[]): string =>
  `p50 ${ms(times, 0.5)}, p99 ${ms(times, 0.99)}, longest ${ms(times, 1)} (${times.length} times)`;
console.log(`the register asked for before: ${told(idle)}`);
console.log(`the register asked for meanwhile: ${told(busy)}`);
console.log(`one pasted text, from sending to its result: p50 ${ms(paste, 0.5)}, longest ${ms(paste, 1)}`);
await store.close();
rmSync(data, { recursive: true });
if (wrong.length > 0) process.exitCode = 1;
