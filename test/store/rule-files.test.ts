import { mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { charsetWarnings, decodeRuleFile, RuleFiles } from '../../src/store/rule-files.ts';
import { changed, smallRules } from './small-rules.ts';

const live = suite<{ folder: string; files: RuleFiles }>('rule files');
let folder: string;
let files: RuleFiles;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
live.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), 'fajian-rules-'));
  write('small.json', smallRules);
  files = new RuleFiles(folder);
});
live.after.each(() => rmSync(folder, { recursive: true }));

const version = (): string | undefined => files.get('small')?.ruleSet.version;

live('a saved file is in force at the next question', () => {
  assert.is(version(), '1.0.0');
  write('small.json', changed({ '"1.0.0"': '"1.1.0"' }));
  assert.is(version(), '1.1.0');
});

live('a broken file leaves the last good version in force, with the mistake and its place', () => {
  files.list();
  write('small.json', changed({ '"points": 5': '"points": "5"' }));
  const loaded = files.get('small');
  assert.is(loaded?.ruleSet.version, '1.0.0');
  const line = smallRules.slice(0, smallRules.indexOf('"points": 5')).split('\n').length;
  assert.is(loaded?.errors[0]?.line, line);
  write('small.json', smallRules);
  assert.equal(files.get('small')?.errors, []);
});

live('examples of what did not change are not run again', () => {
  files.list();
  assert.is(files.examplesRun, 2);
  files.list();
  utimesSync(join(folder, 'small.json'), 1, 1);
  files.list();
  assert.is(files.examplesRun, 2, 'a new time, the same text');
  write('small.json', changed({ '全年办理行政应诉案件12件。': '全年办理行政应诉案件13件。' }));
  files.list();
  assert.is(files.examplesRun, 3, 'one requirement changed');
  write('small.json', changed({ '"诉讼": []': '"诉讼": ["官司"]' }));
  files.list();
  assert.is(files.examplesRun, 3, 'a list that none uses changed; the sentence is again as it was at first');
  const using = { '"of": ["出庭应诉率"]': '"of": ["出庭应诉率", "出庭{诉讼}率"]' };
  write('small.json', changed({ ...using, '"诉讼": []': '"诉讼": ["官司"]' }));
  files.list();
  assert.is(files.examplesRun, 4, 'one uses it now');
  write('small.json', changed({ ...using, '"诉讼": []': '"诉讼": ["官司", "案件"]' }));
  files.list();
  assert.is(files.examplesRun, 5, 'a list that one uses changed');
});

live('a failing example suspends its requirement alone', () => {
  write('small.json', changed({ '全年办理行政应诉案件12件。': '全年召开会议12次。' }));
  assert.equal(files.get('small')?.fenced, ['lit.cases']);
});

live('a copy of the file beside it is not in force and is told of', () => {
  write('small - 副本.json', changed({ '"1.0.0"': '"0.9.0"' }));
  assert.is(version(), '1.0.0');
  assert.is(files.list().length, 1);
  assert.match(files.problems()[0]?.text.zh ?? '', '与 small.json 相同');
  assert.match(files.problems()[0]?.file ?? '', 'small - 副本.json');
});

live('a removed file is no longer in force', () => {
  files.list();
  unlinkSync(join(folder, 'small.json'));
  assert.is(files.get('small'), null);
});

live('the file of a rule set is found by its id, or by its name while it has mistakes', () => {
  assert.is(files.fileOf('small'), 'small.json');
  write('other.json', '{');
  assert.is(files.fileOf('other'), 'other.json');
  assert.is(files.fileOf('../small'), null);
});

const local = `{ "id": "local", "version": "1", "title": "本地", "extends": "./small.json",
  "groups": [{ "id": "litigation", "requirements": [{ "id": "lit.cases", "enabled": false }] }] }`;

live('a file is read again when the file it builds on changes, breaks or comes back', () => {
  write('local.json', local);
  const title = (): string | undefined => files.get('local')?.ruleSet.requirements[0]?.met.toString();
  assert.is(title(), '写明了出庭应诉率');
  write('small.json', changed({ '"写明了出庭应诉率"': '"写明了比率"' }));
  assert.is(title(), '写明了比率');
  write('small.json', changed({ '"points": 5': '"points": "5"' }));
  assert.is(title(), '写明了比率');
  assert.match(files.get('local')?.errors[0]?.text.zh ?? '', /small\.json:\d+:\d+/);
  unlinkSync(join(folder, 'small.json'));
  assert.match(files.get('local')?.errors[0]?.text.zh ?? '', '找不到');
  write('small.json', smallRules);
  assert.is(title(), '写明了出庭应诉率');
  assert.equal(files.get('local')?.errors, []);
});

live('a restart over broken files still has the last good versions, of a file and of what it builds on', () => {
  const lastGood = join(folder, 'kept');
  const start = (): RuleFiles => new RuleFiles(folder, lastGood);
  write('local.json', local);
  start().list();
  write('small.json', changed({ '"points": 5': '"points": "5"' }));
  const again = start();
  assert.is(again.get('small')?.ruleSet.version, '1.0.0');
  assert.match(again.get('small')?.errors[0]?.text.zh ?? '', '写成 5');
  assert.is(again.get('local')?.ruleSet.requirements.length, 1);
  assert.match(again.get('local')?.errors[0]?.text.zh ?? '', '请先改正');
  assert.equal(again.problems(), []);
  write('small.json', changed({ '"1.0.0"': '"1.2.0"' }));
  assert.is(again.get('small')?.ruleSet.version, '1.2.0');
  write('small.json', '');
  assert.is(start().get('small')?.ruleSet.version, '1.2.0');
  assert.is(new RuleFiles(folder).get('small'), null);
});

live('a file that an old editor saved in another charset is read, and said to be so', () => {
  const utf16 = Buffer.from(`\uFEFF${smallRules}`, 'utf16le');
  const bytes: [name: string, bytes: Buffer, charset: string | null][] = [
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${smallRules}`), null],
    ['UTF-16 with its mark', utf16, 'UTF-16'],
    ['UTF-16 without', utf16.subarray(2), 'UTF-16'],
    ['UTF-16 the other way', Buffer.from(utf16).swap16(), 'UTF-16'],
    ['GB18030', Buffer.from('{ "title": "\xb3\xf6\xcd\xa5" }', 'latin1'), 'GB18030'],
  ];
  for (const [name, content, charset] of bytes) {
    writeFileSync(join(folder, 'small.json'), content);
    const decoded = decodeRuleFile(join(folder, 'small.json'));
    assert.ok(decoded);
    const told = charsetWarnings(decoded, 'small.json').map(error => error.text.zh);
    assert.is(told.length, charset === null ? 0 : 1, name);
    assert.match(told[0] ?? '', charset ?? '');
    if (charset === 'GB18030') assert.match(decoded.text, '出庭');
    else assert.is(files.get('small')?.ruleSet.title.zh, '小标准', name);
  }
});

live('no file outside the folder is read', () => {
  writeFileSync(`${folder}.json`, smallRules);
  write('local.json', local.replace('./small.json', `../${basename(folder)}.json`));
  assert.is(files.get('local'), null);
  rmSync(`${folder}.json`);
});

live.run();
