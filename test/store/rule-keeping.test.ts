import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleFiles } from '../../src/store/rule-files.ts';
import { RuleKeeping } from '../../src/store/rule-keeping.ts';
import { ticking } from './sample.ts';
import { changed, smallRules } from './small-rules.ts';

let folder: string;
let rules: string;
let keeping: RuleKeeping;
const file = (): string => join(rules, 'small.json');
const onDisk = (): string => readFileSync(file(), 'utf8');
const base = async (): Promise<string> => (await keeping.read('small'))?.sha256 ?? '';
const newer = changed({ '"1.0.0"': '"1.1.0"' });

const saves = suite('saving a rule file');
saves.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), 'fajian-keeping-'));
  rules = mkdtempSync(join(folder, 'rules-'));
  writeFileSync(file(), smallRules, { mode: 0o644 });
  keeping = new RuleKeeping(new RuleFiles(rules), join(folder, 'rules-history'), ticking());
});
saves.after.each(() => rmSync(folder, { recursive: true }));

saves('the text is written whole, nothing is left beside it, and the version before is kept', async () => {
  assert.equal(await keeping.save('small', newer, await base()), { state: 'saved' });
  assert.is(onDisk(), newer);
  assert.equal(readdirSync(rules), ['small.json']);
  assert.is(statSync(file()).mode & 0o777, 0o644);
  const versions = await keeping.versions('small');
  assert.is(versions.length, 1);
  assert.is(versions[0]?.replacedAt, '2024-02-01T00:00:01.000Z');
  assert.is(await keeping.version('small', versions[0]?.key ?? ''), smallRules);
});

saves('a text that does not load is refused with its mistakes, and the file stays', async () => {
  const saved = await keeping.save('small', changed({ '"points": 5': '"points": "5"' }), await base());
  assert.is(saved.state, 'broken');
  assert.is(onDisk(), smallRules);
  assert.equal(await keeping.versions('small'), []);
});

saves('a failing example does not keep a text from being saved: its requirement is suspended', async () => {
  const text = changed({ '出庭应诉率98%。': '出庭人员98人。' });
  assert.equal(await keeping.save('small', text, await base()), { state: 'saved' });
});

saves('what somebody else saved meanwhile is not overwritten', async () => {
  const opened = await base();
  const theirs = changed({ '"1.0.0"': '"9.0.0"' });
  writeFileSync(file(), theirs);
  const saved = await keeping.save('small', newer, opened);
  assert.is(saved.state === 'conflict' ? saved.disk.text : '', theirs);
  assert.is(onDisk(), theirs);
});

saves('of two saves at once the second is told of the first', async () => {
  const opened = await base();
  const both = [newer, changed({ '"1.0.0"': '"1.2.0"' })].map(text => keeping.save('small', text, opened));
  assert.equal((await Promise.all(both)).map(saved => saved.state).sort(), ['conflict', 'saved']);
});

saves('another id would part the reports from their rules', async () => {
  assert.equal(await keeping.save('small', changed({ '"id": "small"': '"id": "other"' }), await base()), {
    state: 'renamed',
    id: 'other',
  });
  assert.is(onDisk(), smallRules);
});

saves('the same text is no new version; lines as a browser ends them are the same', async () => {
  const sent = smallRules.replaceAll('\n', '\r\n');
  assert.equal(await keeping.save('small', sent, await base()), { state: 'same' });
  assert.equal(await keeping.versions('small'), []);
});

saves('line ends and byte order mark stay as the file had them', async () => {
  writeFileSync(file(), `\uFEFF${smallRules.replaceAll('\n', '\r\n')}`);
  assert.is((await keeping.read('small'))?.text, smallRules);
  await keeping.save('small', newer, await base());
  assert.is(onDisk(), `\uFEFF${newer.replaceAll('\n', '\r\n')}`);
});

saves('a name that leads out of the folder finds nothing', async () => {
  await keeping.save('small', newer, await base());
  const key = (await keeping.versions('small'))[0]?.key ?? '';
  assert.is(await keeping.version('../rules-history/small', key), null);
  assert.is(await keeping.version('small', `../small/${key}`), null);
  assert.is(await keeping.read('../small'), null);
});

saves.run();
