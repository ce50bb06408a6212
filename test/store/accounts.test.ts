/** Accounts and the record of activity on a real disk: what is kept, what two processes see, what a damage does. */
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Accounts, type Activity, ActivityLog, isAccountName, StoreError } from '../../src/store/index.ts';
import { hashPassword, isPassword, usualCost } from '../../src/store/password.ts';

const cheap = { N: 16, r: 1, p: 1 };
const clock = () => new Date('2025-02-10T08:00:00Z');

const accounts = suite<{ folder: string }>('accounts');
let folder = '';
accounts.before.each(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fajian-accounts-'));
});
accounts.after.each(() => rm(folder, { recursive: true }));
const open = (cost = cheap): Accounts => new Accounts(folder, clock, cost);

accounts(
  'a password is kept as scrypt with its parameters and a salt of its own, in a file for its owner only',
  async () => {
    const one = await hashPassword('一句只有我知道的话');
    const other = await hashPassword('一句只有我知道的话', cheap);
    assert.equal({ ...one, salt: '', hash: '' }, { kind: 'scrypt', ...usualCost, salt: '', hash: '' });
    assert.is(await isPassword('一句只有我知道的话', one), true);
    assert.is(await isPassword('一句只有我知道的话。', one), false);
    assert.is(await isPassword('ａｂｃ１２３', await hashPassword('abc123', cheap)), true, 'full width is the same');
    assert.is.not(one.salt, other.salt);
    await open().add('li', 'reviewer', 'a secret of mine');
    const path = join(folder, 'accounts.json');
    assert.not.match(await readFile(path, 'utf8'), 'secret');
    if (process.platform !== 'win32') assert.is((await stat(path)).mode & 0o777, 0o600);
  },
);

accounts('what one process changes, another sees at once', async () => {
  const [here, there] = [open(), open()];
  assert.is(await here.add('Li', 'reviewer', 'first password'), true);
  assert.is(await there.add('ｌｉ', 'reviewer', 'another'), false, 'the same name');
  assert.is(((await there.check('LI', 'first password')) as { name: string }).name, 'Li');
  await there.setPassword('li', 'second password');
  assert.is(await here.check('li', 'first password'), null);
  await here.setRole('li', 'administrator');
  assert.is((await there.get('li'))?.role, 'administrator');
  await there.remove('li');
  assert.equal(await here.list(), []);
  assert.is(await here.remove('li'), false);
});

accounts('changes at the same moment, by two processes, all stay', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `name${i}`);
  await Promise.all(
    names.map((name, i) => open().add(name, i % 2 === 0 ? 'reviewer' : 'administrator', 'one for all')),
  );
  assert.equal((await open().list()).map(({ name }) => name).sort(), [...names].sort());
});

accounts('with a new cost a password is hashed anew at the next sign-in, and its sessions go on', async () => {
  await open().add('li', 'reviewer', 'first password');
  const before = await open().get('li');
  const dearer = open({ N: 32, r: 1, p: 1 });
  assert.is(await dearer.check('li', 'a wrong one'), null);
  assert.is((await dearer.get('li'))?.password.N, 16);
  await dearer.check('li', 'first password');
  const after = await dearer.get('li');
  assert.equal([after?.password.N, after?.passwordAt], [32, before?.passwordAt]);
  assert.is(((await dearer.check('li', 'first password')) as { name: string }).name, 'li');
});

accounts('too many sign-ins at the same moment are told to come again', async () => {
  const here = open();
  await here.add('li', 'reviewer', 'first password');
  const answers = await Promise.all(Array.from({ length: 30 }, () => here.check('li', 'first password')));
  assert.is(answers.filter(answer => answer === 'busy').length, 10);
});

const damages = [
  '',
  '{',
  '[]',
  '{"schema":2,"accounts":[]}',
  '{"schema":1,"accounts":[{"name":"li"}]}',
  '{"schema":1,"accounts":[{"name":"li","role":"owner","passwordAt":"x","password":{}}]}',
  '{"schema":1,"accounts":[{"name":"li","role":"reviewer","passwordAt":"x","password":{"kind":"scrypt","N":16,"r":1,"p":1,"salt":"","hash":""}}]}',
];
for (const text of damages) {
  accounts(`a damaged file lets nobody in: ${text.slice(0, 60)}`, async () => {
    await writeFile(join(folder, 'accounts.json'), text);
    const refused = await open()
      .check('li', 'x')
      .catch((error: unknown) => error);
    assert.instance(refused, StoreError);
    assert.match((refused as StoreError).text.zh, '谁也不能登录');
    assert.instance(
      await open()
        .add('li', 'reviewer', 'x')
        .catch((error: unknown) => error),
      StoreError,
    );
    assert.is(await readFile(join(folder, 'accounts.json'), 'utf8'), text, 'it is left as it is');
  });
}

accounts('names are words of letters and digits', () => {
  for (const name of ['王芳', 'li', 'Li.Ming-2', '阿布都·热合曼']) assert.ok(isAccountName(name), name);
  for (const name of ['', ' li', '../li', 'a b', '<b>', '.li', '__proto__', 'x'.repeat(41), 'a\nb'])
    assert.not.ok(isAccountName(name), name);
});
accounts.run();

const activity = suite('record of activity');
const entry = (of: string, at = '2025-02-10T08:00:00.000Z'): Activity => ({
  at,
  actor: 'li',
  action: 'review',
  of,
  detail: '',
  address: '',
});
activity('lines are added, month by month, and read newest first', async () => {
  const at = await mkdtemp(join(tmpdir(), 'fajian-activity-'));
  const log = new ActivityLog(join(at, 'activity'));
  assert.equal(await log.months(), []);
  await Promise.all(['a', 'b', 'c'].map(of => log.append(entry(of))));
  await log.append(entry('d', '2025-03-01T00:00:00.000Z'));
  assert.equal(await log.months(), ['2025-03', '2025-02']);
  assert.equal(
    (await log.read('2025-02')).entries.map(({ of }) => of),
    ['c', 'b', 'a'],
  );
  for (const month of ['../accounts', '2025-04', '__proto__'])
    assert.equal(await log.read(month), { entries: [], damaged: 0 });
  await rm(at, { recursive: true });
});
activity('a line that was cut off is told of, and swallows no other', async () => {
  const at = await mkdtemp(join(tmpdir(), 'fajian-activity-'));
  await new ActivityLog(at).append(entry('a'));
  await appendFile(join(at, '2025-02.jsonl'), '{"at":"2025-02-1');
  await new ActivityLog(at).append(entry('b'));
  await appendFile(join(at, '2025-02.jsonl'), '{"at":"x","actor":"y","action":"made up"}\n');
  const { entries, damaged } = await new ActivityLog(at).read('2025-02');
  assert.equal([entries.map(({ of }) => of), damaged], [['b', 'a'], 2]);
  await rm(at, { recursive: true });
});
activity.run();
