/** Texts that are judged in a process of their own give what they give in this one, byte for byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chooseRules } from '../../src/assess/choose.ts';
import { assessText, type Corrections } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/source.ts';
import { ReadError, type SourceText } from '../../src/read/types.ts';
import { memoOfProcess } from '../../src/store/examples-memo.ts';
import { RuleFiles } from '../../src/store/rule-files.ts';
import { type Checking, createChecking } from '../../src/workers/checking.ts';
import type { FileIn } from '../../src/workers/reading.ts';

const project = new URL('../../', import.meta.url);
const rules = new RuleFiles(fileURLToPath(new URL('rules', project)), null, memoOfProcess);
const toolVersion = '0.1.0';
const read = (path: string): SourceText => readSource(readFileSync(new URL(path, project)), path);

const test = suite<{ checking: Checking }>('checking');
test.before(context => {
  context.checking = createChecking({ cache: null, toolVersion, threads: 2 });
});
test.after(({ checking }) => checking.close());

const here = (source: SourceText, chosen: string | null, corrections: Corrections): string => {
  const by = chosen === null ? chooseRules(source, rules.list()) : rules.get(chosen);
  if (by === null) throw new Error('no rules');
  const { ruleSet, fenced } = by;
  return JSON.stringify(assessText({ source, ruleSet, fenced, corrections, lang: 'zh', toolVersion }));
};

const seeds = readdirSync(new URL('seeds', project)).filter(name => name.endsWith('.txt'));
const cases: readonly (readonly [path: string, chosen: string | null, corrections: Corrections])[] = [
  ...seeds.map(name => [`seeds/${name}`, null, {}] as const),
  ['test/reports/dept-water.txt', null, { powers: ['enforcement'] }],
  ['test/reports/dept-water.txt', null, { subjectLevel: 'township', receivedDate: '2024-02-03' }],
  ['test/reports-disclosure/dept-transport.txt', null, {}],
  ['test/reports/township-plain.txt', 'gov-info-disclosure-report', {}],
];
test('the same bytes, by the rule set that fits or by the chosen one', async ({ checking }) => {
  const given = cases.map(([path, chosen, corrections]) => ({ source: read(path), chosen, corrections }));
  const all = await Promise.all(
    given.map(async one => JSON.stringify(await checking.check({ ...one, rules: rules.list(), lang: 'zh' }))),
  );
  given.forEach(({ source, chosen, corrections }, i) => {
    assert.is(all[i], here(source, chosen, corrections), cases[i]?.join(' '));
  });
});

test('the same processes read files', async ({ checking }) => {
  const bytes = readFileSync(new URL('test/files/tables.docx', project));
  const file: FileIn = { name: 'tables.docx', size: bytes.length, bytes: async () => bytes };
  const [one] = await checking.read(file);
  assert.ok(one !== undefined && 'source' in one && one.source.text.length > 0);
});

test('other rules are judged by from the next text on', async ({ checking }) => {
  const source = read('test/reports/township-plain.txt');
  const [first] = rules.list();
  const fenced = first?.ruleSet.requirements.slice(0, 1).map(({ id }) => id) ?? [];
  const changed = rules.list().map((one, i) => (i === 0 ? { ...one, fenced } : one));
  const check = { source, chosen: null, corrections: {}, lang: 'zh' } as const;
  assert.equal((await checking.check({ ...check, rules: changed })).fenced, fenced);
  assert.equal((await checking.check({ ...check, rules: rules.list() })).fenced, []);
});

test('one that takes too long is refused in words', async () => {
  const checking = createChecking({ cache: null, toolVersion, threads: 1, limits: { seconds: 0.01, megabytes: 512 } });
  const source = read('test/reports/township-plain.txt');
  const check = checking.check({ source, chosen: null, corrections: {}, lang: 'zh', rules: rules.list() });
  const refused = await check.catch((error: unknown) => error);
  assert.instance(refused, ReadError);
  assert.is((refused as ReadError).code, 'too-slow');
  await checking.close();
});
test.run();
