/** Checks of rule files kept from one run to the next: the same results, and never trusted where anything is in doubt. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadRuleSet } from '../../src/rules/load.ts';
import { ExamplesMemo } from '../../src/store/examples-memo.ts';
import { cacheFolder, KeptChecks } from '../../src/store/kept-checks.ts';
import { RuleFiles, readRuleFile } from '../../src/store/rule-files.ts';
import { atOnce } from '../../src/store/steps.ts';
import { changed, smallRules } from './small-rules.ts';

const kept = suite<{ folder: string }>('kept checks');
kept.before.each(context => {
  context.folder = mkdtempSync(join(tmpdir(), 'fajian-kept-'));
});
kept.after.each(({ folder }) => rmSync(folder, { recursive: true }));

/** Checks the text as one run of the program does; `ran` counts the requirements whose examples were really run. */
function check(folder: string, text: string, program = 'one') {
  const checks = new KeptChecks(folder, program);
  const examples = new ExamplesMemo();
  examples.keepIn(checks);
  const { ruleSet, errors } = loadRuleSet(text, 'small.json', () => null, checks);
  const result = ruleSet === null ? null : atOnce(examples.run(ruleSet));
  checks.save();
  return { ruleSet, errors, result, ran: examples.ran };
}

const onlyFile = (folder: string): string => join(folder, readdirSync(folder)[0] ?? '');

kept('the next run gives the same without running an example', ({ folder }) => {
  const first = check(folder, smallRules);
  const second = check(folder, smallRules);
  assert.is(first.ran, 2);
  assert.is(second.ran, 0);
  assert.equal(second.result, first.result);
  assert.equal(second.errors, first.errors);
});

kept('only the first run, and that of another program, has nothing kept', ({ folder }) => {
  assert.is(new KeptChecks(folder, 'one').isEmpty, true);
  check(folder, smallRules);
  assert.is(new KeptChecks(folder, 'one').isEmpty, false);
  assert.is(new KeptChecks(folder, 'other').isEmpty, true);
});

kept('an edit runs the examples of what it changed; a failure is kept like a success', ({ folder }) => {
  check(folder, smallRules);
  const edited = changed({ '"met": ["全年办理行政应诉案件12件。"]': '"met": ["全年办理行政应诉案件若干。"]' });
  const first = check(folder, edited);
  assert.is(first.ran, 1);
  assert.equal(first.result?.fenced, ['lit.cases']);
  const second = check(folder, edited);
  assert.is(second.ran, 0);
  assert.equal(second.result, first.result);
});

kept('what is only typed takes the place of no file: its check is still known in the next run', ({ folder }) => {
  const rules = join(folder, 'rules');
  mkdirSync(rules);
  const write = (text: string) => writeFileSync(join(rules, 'small.json'), text);
  const isKnown = (sha256: string): boolean =>
    new KeptChecks(folder, 'one').warningsOf('rules/small.json', sha256) !== null;
  write(smallRules);
  const checks = new KeptChecks(folder, 'one');
  const examples = new ExamplesMemo();
  examples.keepIn(checks);
  const files = new RuleFiles(rules, null, examples);
  const before = files.list()[0]?.ruleSet.sha256 ?? '';
  const typed = (n: number): string => smallRules.replace('"points": 2', `"points": ${n}`);
  for (let n = 1; n <= 90; n += 1) assert.is(files.check(typed(n), 'small.json').errors.length, 0);
  checks.save();
  assert.ok(isKnown(before));
  // Saved: the text that was only typed is now the file's.
  write(typed(90));
  const after = files.list()[0]?.ruleSet.sha256 ?? '';
  assert.is.not(after, before);
  checks.save();
  assert.ok(isKnown(after));
});

kept('a file with mistakes is told of them each time', ({ folder }) => {
  const broken = changed({ '"points": 5': '"points": "5"' });
  const first = check(folder, broken);
  assert.is(first.errors.length, 1);
  assert.equal(check(folder, broken).errors, first.errors);
});

kept('a warning is told again by the next run', ({ folder }) => {
  const odd = changed({ '"of": ["行政应诉案件"]': '"of": ["行政应诉(案件)"]' });
  const first = check(folder, odd);
  assert.equal(
    first.errors.map(({ severity }) => severity),
    ['warning'],
  );
  assert.equal(check(folder, odd).errors, first.errors);
});

const damages: readonly [string, (text: string) => string][] = [
  ['cut short', text => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['one character other', text => text.replace('"run":1', '"run":9')],
  ['no JSON', () => 'x\ny\n'],
];
for (const [what, damage] of damages) {
  kept(`a damaged file (${what}) is as good as none`, ({ folder }) => {
    const first = check(folder, smallRules);
    const text = readFileSync(onlyFile(folder), 'utf8');
    assert.is.not(damage(text), text);
    writeFileSync(onlyFile(folder), damage(text));
    const again = check(folder, smallRules);
    assert.is(again.ran, 2);
    assert.equal(again.result, first.result);
    assert.is(check(folder, smallRules).ran, 0, 'and it is mended');
  });
}

kept('what another version of the program found is not trusted', ({ folder }) => {
  check(folder, smallRules, 'one');
  assert.is(check(folder, smallRules, 'other').ran, 2);
  assert.is(check(folder, smallRules, 'one').ran, 0);
  for (let version = 0; version < 9; version += 1) check(folder, smallRules, `v${version}`);
  assert.is(readdirSync(folder).length, 6, 'old versions do not pile up');
});

kept('a folder that cannot be made costs nothing but time', ({ folder }) => {
  writeFileSync(join(folder, 'file'), '');
  const inside = join(folder, 'file', 'cache');
  assert.is(check(inside, smallRules).ran, 2);
  assert.is(check(inside, smallRules).ran, 2);
});

kept('a file that builds on another is sound only with that other as it was', ({ folder }) => {
  const rules = join(folder, 'rules');
  mkdirSync(rules);
  const base = join(rules, 'small.json');
  const own = join(rules, 'own.json');
  const text = '{ "extends": "./small.json", "id": "own", "version": "1", "title": "本县" }';
  const load = () => {
    const checks = new KeptChecks(folder, 'one');
    const loaded = loadRuleSet(text, own, readRuleFile, checks);
    checks.save();
    return loaded;
  };
  writeFileSync(base, smallRules);
  const first = load();
  const second = load();
  assert.is(second.ruleSet?.sha256, first.ruleSet?.sha256);
  assert.equal(second.ruleSet?.requirements, first.ruleSet?.requirements);
  assert.equal(second.bases, first.bases);
  writeFileSync(base, changed({ '"points": 5': '"points": "5"' }));
  assert.is(load().ruleSet, null);
  writeFileSync(base, changed({ '"points": 5': '"points": 6' }));
  assert.is(load().ruleSet?.requirements[0]?.points, 6);
});

const folders: readonly [Readonly<Record<string, string>>, string, string | null][] = [
  [{}, 'linux', '/home/x/.cache/fajian'],
  [{ XDG_CACHE_HOME: '/c' }, 'linux', '/c/fajian'],
  [{ XDG_CACHE_HOME: 'relative' }, 'linux', '/home/x/.cache/fajian'],
  [{}, 'darwin', '/home/x/Library/Caches/fajian'],
  [{ LOCALAPPDATA: '/l' }, 'win32', '/l/fajian'],
  [{ FAJIAN_CACHE: '/own' }, 'linux', '/own'],
  [{ FAJIAN_CACHE: '' }, 'linux', null],
];
for (const [env, platform, expected] of folders) {
  kept(`the folder on ${platform} with ${JSON.stringify(env)}`, () =>
    assert.is(cacheFolder(env, platform, '/home/x'), expected),
  );
}

kept.run();
