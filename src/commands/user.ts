/** `fajian user …`: who may sign in to the pages, added, listed, changed and removed on the computer that runs them. */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Account, Accounts, type ActivityKind, ActivityLog, isAccountName } from '../store/index.ts';
import { passwordLength, passwordMistake } from '../store/password.ts';
import { roleWords } from '../words/access.ts';
import { pick, say } from '../words/bilingual.ts';
import { formatTime } from '../words/dates.ts';
import { pageTexts } from '../words/pages.ts';
import { userWords as words } from '../words/users.ts';
import { askPassword } from './ask-password.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';

export async function userCommand(given: readonly string[], options: Options, io: Io): Promise<number> {
  const [command = '', name = '', ...more] = given;
  const clock = () => new Date();
  const accounts = new Accounts(options.data, clock);
  if (command === 'list') return list(await accounts.list(), options, io);
  if (command === '') throw new CommandError(words.noCommand);
  if (!['add', 'remove', 'password', 'role'].includes(command))
    throw new CommandError(words.unknown, { name: command });
  if (name === '') throw new CommandError(words.noName, { command });
  if (more.length > 0) throw new CommandError(words.moreNames);

  const known = await accounts.get(name);
  if (command === 'add') {
    if (!isAccountName(name)) throw new CommandError(words.badName, { name });
    if (known !== null) throw new CommandError(words.there, { name });
  } else if (known === null) throw new CommandError(words.absent, { name });

  const { role } = options;
  switch (command) {
    case 'add': {
      if (role === null) throw new CommandError(words.noRole);
      if (!(await accounts.add(name, role, await newPassword(name, options, io))))
        throw new CommandError(words.there, { name });
      io.out(say(words.added, options.lang, { name, role: pick(roleWords[role], options.lang) }));
      await writeDown('user-added', role);
      break;
    }
    case 'role': {
      if (role === null) throw new CommandError(words.noRole);
      await accounts.setRole(name, role);
      io.out(say(words.roleSet, options.lang, { name, role: pick(roleWords[role], options.lang) }));
      await writeDown('user-role', role);
      break;
    }
    case 'password':
      await accounts.setPassword(name, await newPassword(name, options, io));
      io.out(say(words.passwordSet, options.lang, { name }));
      await writeDown('user-password', '');
      break;
    default:
      await accounts.remove(name);
      io.out(say(words.removed, options.lang, { name }));
      await writeDown('user-removed', '');
  }
  if ((await accounts.list()).every(account => account.role !== 'administrator'))
    io.err(pick(words.noAdministrator, options.lang));
  return 0;

  async function writeDown(action: ActivityKind, detail: string): Promise<void> {
    const log = new ActivityLog(join(options.data, 'activity'));
    const by = [loginName(), detail].filter(part => part !== '').join(' ');
    const at = clock().toISOString();
    await log.append({ at, actor: 'command line', action, of: known?.name ?? name, detail: by, address: '' });
  }
}

function list(accounts: readonly Account[], { lang }: Options, io: Io): number {
  if (accounts.length === 0) io.err(pick(words.none, lang));
  for (const { name, role, createdAt } of accounts)
    io.out(`${name}\t${pick(roleWords[role], lang)}\t${formatTime(createdAt, lang)}`);
  return 0;
}

/** '' where the system knows no name for who runs the command. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

async function newPassword(name: string, { lang }: Options, io: Io): Promise<string> {
  const given = await askPassword(say(words.askPassword, lang, { name }), pick(words.askAgain, lang), io);
  if (given === null) throw new CommandError(words.passwordsDiffer);
  if (given === '') throw new CommandError(words.noPassword);
  const mistake = passwordMistake(given, name);
  if (mistake !== null) throw new CommandError(pageTexts[mistake], { ...passwordLength });
  return given;
}
