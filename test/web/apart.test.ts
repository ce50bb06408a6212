/** An upload of many files is judged in processes of their own: what is stored and told is what one process gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import { ReadError } from '../../src/read/types.ts';
import { memoOfProcess } from '../../src/store/examples-memo.ts';
import { RuleFiles } from '../../src/store/rule-files.ts';
import type { AppOptions } from '../../src/web/options.ts';
import { type Checking, createChecking } from '../../src/workers/checking.ts';
import { makeZip } from '../read/make-zip.ts';
import { post, sentTo, upload, type World, world } from './world.ts';

const project = new URL('../../', import.meta.url);
const rules = new RuleFiles(fileURLToPath(new URL('rules', project)), null, memoOfProcess);
const toolVersion = '0.1.0';
const reports = readdirSync(new URL('test/reports', project)).filter(name =>
  /^(?:dept-[a-h]|county|province).*\.txt$/.test(name),
);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`test/reports/${name}`, project)));

const test = suite<{ checking: Checking }>('apart');
test.before(context => {
  context.checking = createChecking({ cache: null, toolVersion, threads: 2 });
});
test.after(({ checking }) => checking.close());

const checkHere: AppOptions['check'] = (source, { ruleSet, fenced }, corrections, lang) =>
  assessText({ source, ruleSet, fenced, corrections, lang, toolVersion });

/** A world with the shipped rules, and an organ of which the roster tells powers that no report tells. */
async function office(more: Partial<AppOptions>): Promise<World> {
  const here = await world({ more: () => ({ rules, check: checkHere, ...more }) });
  const organ = { aliases: [], contact: '', due: {} };
  await here.store.organs.add({ ...organ, name: '泽坪县审计局', level: 'department', powers: ['none'] });
  return here;
}

/** Some that are sound, one that is none, the rest in an archive. */
const files = () =>
  upload([
    ...reports.slice(0, 5).map(name => [name, bytesOf(name)] as const),
    ['broken.pdf', new Uint8Array([37, 80, 68, 70, 45, 49, 46, 55, 10, 1, 2, 3])],
    ['rest.zip', new Uint8Array(makeZip(reports.slice(5).map(name => ({ name, data: bytesOf(name) }))))],
  ]);

/** What the page says of each file, without the number under which it is kept. */
const linesOf = (page: string): readonly string[] =>
  [...page.matchAll(/<span class="file">.*/g)].map(([line]) => line.replace(/href="[^"]*"/g, ''));

async function stored({ store }: World): Promise<readonly string[]> {
  const rows = await store.list();
  const records = await Promise.all(rows.map(({ id }) => store.get(id)));
  const kept = records.flatMap(record =>
    (record?.drafts ?? []).map(({ source, given, assessment }) =>
      JSON.stringify([source.name, record?.organ !== undefined, given, assessment]),
    ),
  );
  return kept.sort();
}

test('the same reports, drafts and findings, in the same order', async ({ checking }) => {
  let apart = 0;
  const check: NonNullable<AppOptions['apart']>['check'] = (source, chosen, corrections, lang) => {
    apart += 1;
    return checking.check({ source, rules: rules.list(), chosen, corrections, lang });
  };
  const one = await office({});
  const many = await office({ read: checking.read, apart: { ahead: checking.ahead, check } });
  const told = linesOf(await sentTo(one.app, '/reports', post(files())));
  assert.is(told.length, reports.length + 1);
  assert.equal(linesOf(await sentTo(many.app, '/reports', post(files()))), told);
  assert.ok(apart > 0, 'those that are many');
  const here = await stored(one);
  assert.is(here.length, reports.length);
  const there = await stored(many);
  here.forEach((one, i) => {
    assert.ok(one === there[i], `${one.slice(0, 100)} is kept otherwise`);
  });
  await one.end();
  await many.end();
});

test('one on which the judging is stopped is told with its name, and the others are stored', async () => {
  const stopped = new ReadError('too-slow', { zh: '太慢', en: 'too slow' });
  const check: NonNullable<AppOptions['apart']>['check'] = async (source, _, corrections, lang) => {
    const [by] = rules.list();
    if (source.name === reports.at(-1) || by === undefined) throw stopped;
    return checkHere(source, by, corrections, lang);
  };
  const here = await office({ apart: { ahead: 2, check } });
  const page = await sentTo(here.app, '/reports', post(files()));
  assert.match(page, new RegExp(`${reports.at(-1)}</span> — 太慢`));
  assert.is((await here.store.list()).length, reports.length - 1);
  await here.end();
});
test.run();
