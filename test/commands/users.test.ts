/** Users from the command line, and when the pages refuse to be served. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CommandError, type Io } from '../../src/commands/fail.ts';
import { readOptions } from '../../src/commands/options.ts';
import { serveCommand } from '../../src/commands/serve.ts';
import { userCommand } from '../../src/commands/user.ts';
import { Accounts, ActivityLog } from '../../src/store/index.ts';

const users = suite('users from the command line');
let data = '';
users.before.each(async () => {
  data = await mkdtemp(join(tmpdir(), 'fajian-users-'));
});
users.after.each(() => rm(data, { recursive: true }));

function ioWith(input: string): { readonly io: Io; readonly said: string[] } {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  return { said, io: { out: say, err: say, raw: say, stdin: async () => new TextEncoder().encode(input) } };
}

/** What `fajian user …` says, with `input` on its standard input; a refusal begins with !. */
async function user(args: readonly string[], input = ''): Promise<string> {
  const { io, said } = ioWith(input);
  const options = readOptions(['user', ...args, '--data', data], {});
  try {
    await userCommand(options.words.slice(1), options, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    said.push(`!${error.text.zh}`);
  }
  return said.join('\n');
}

users('a user is added, listed, changed and removed; what was done is written down', async () => {
  assert.match(await user(['list']), '还没有用户');
  assert.match(
    await user(['add', '王芳', '--role', 'administrator'], '一句只有我知道的话语\r\n'),
    '已添加管理员“王芳”',
  );
  assert.match(await user(['add', 'li', '--role', 'reviewer'], 'correct horse battery\nsecond line'), '已添加审核人');
  assert.match(await user(['list']), /王芳\t管理员.*\nli\t审核人/);
  assert.match(await user(['password', 'li'], 'another good one\n'), '已重设');
  assert.match(await user(['role', 'li', '--role', 'administrator']), '现在是管理员');
  assert.match(await user(['remove', '王芳']), '已移除');
  assert.match(await user(['role', 'li', '--role', 'reviewer']), '没有管理员');
  const accounts = new Accounts(data, () => new Date());
  assert.is(((await accounts.check('li', 'another good one')) as { name: string }).name, 'li');
  const log = new ActivityLog(join(data, 'activity'));
  const { entries } = await log.read((await log.months())[0] ?? '');
  assert.equal(
    entries.map(({ actor, action, of }) => `${actor}: ${action} ${of}`).reverse(),
    ['user-added 王芳', 'user-added li', 'user-password li', 'user-role li', 'user-removed 王芳', 'user-role li'].map(
      line => `command line: ${line}`,
    ),
  );
  assert.not.match(await readFile(join(data, 'accounts.json'), 'utf8'), /battery|good one/);
});

const refusals: readonly (readonly [readonly string[], string, string])[] = [
  [['add', 'li'], 'correct horse battery', '要写角色'],
  [['add', 'li', '--role', 'reviewer'], '', '没有输入密码'],
  [['add', 'li', '--role', 'reviewer'], 'short', '至少 10 个字'],
  [['add', 'li', 'my password', '--role', 'reviewer'], '', '密码不写在命令里'],
  [['add', '../li', '--role', 'reviewer'], 'correct horse battery', '不能用'],
  [['add', '--role', 'reviewer'], '', '要写用户名'],
  [['remove', 'nobody'], '', '没有用户“nobody”'],
  [['rename', 'li'], '', '没有“user rename”'],
  [[], '', '要写明做什么'],
  [['add', 'li', '--role', 'reviewer'], '1234567890', '太简单'],
];
for (const [args, input, words] of refusals) {
  users(`user ${args.join(' ')}: ${words}`, async () => {
    const said = await user(args, input);
    assert.match(said, words);
    assert.is(said[0], '!');
    assert.equal(await new Accounts(data, () => new Date()).list(), []);
  });
}

const starts: readonly (readonly [readonly string[], RegExp])[] = [
  [['--host', '0.0.0.0'], /没有启动.*\n添加一个管理员：fajian user add 名字 --role administrator/],
  [['--host', '::'], /没有启动/],
  [['--behind-proxy', '127.0.0.1', '--origin', 'https://fajian.example'], /没有启动/],
  [['--behind-proxy', '127.0.0.1'], /要同时写 --origin/],
  [['--behind-proxy', 'my-proxy'], /IP 地址/],
  [['--origin', 'https://fajian.example'], /要和 --behind-proxy 或 --host 一起写/],
  [['--origin', 'fajian.example'], /https:\/\/名字/],
  [['--origin', 'https://fajian.example/path'], /不带路径/],
  [['--tls-cert', 'cert.pem'], /要一起写/],
  [['--tls-cert', 'absent.pem', '--tls-key', 'absent.pem'], /读不了 absent.pem/],
  [['--log', 'everything'], /--log 不能是/],
];
for (const [args, words] of starts) {
  users(`serve ${args.join(' ')} is refused in words`, async () => {
    const { io } = ioWith('');
    try {
      const options = readOptions(['serve', ...args, '--data', data, '--port', '0'], {});
      await serveCommand(options, 'rules', '0.1.0', null, io);
      assert.unreachable('it was served');
    } catch (error) {
      assert.instance(error, CommandError);
      assert.match((error as CommandError).text.zh, words);
    }
  });
}

users('a certificate that is none is told with its file', async () => {
  const path = join(data, 'cert.pem');
  await writeFile(path, 'not a certificate');
  await user(['add', 'li', '--role', 'administrator'], 'correct horse battery');
  const { io } = ioWith('');
  const options = readOptions(['serve', '--data', data, '--port', '0', '--tls-cert', path, '--tls-key', path], {});
  const refused = await serveCommand(options, 'rules', '0.1.0', null, io).catch((error: unknown) => error);
  assert.instance(refused, CommandError);
  assert.match((refused as CommandError).text.zh, '证书或私钥用不了');
});
users.run();
