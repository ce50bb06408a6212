/** `fajian serve`: the pages on this machine, with their store, rules and clock handed in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createAssessor } from '../assess/again.ts';
import { readSource } from '../read/index.ts';
import type { SourceText } from '../read/types.ts';
import { type Controlled, takeOrders } from '../store/control.ts';
import { memoOfProcess } from '../store/examples-memo.ts';
import { Accounts, ActivityLog, openStore } from '../store/index.ts';
import { takesWrites } from '../store/probe.ts';
import { RuleFiles } from '../store/rule-files.ts';
import { RuleKeeping } from '../store/rule-keeping.ts';
import {
  type Access,
  createApp,
  isLoopback,
  type Log,
  Sessions,
  serveApp,
  Throttle,
  UnderWay,
  withoutQuotes,
} from '../web/index.ts';
import { pick, say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { userWords } from '../words/users.ts';
import { createChecking } from '../workers/checking.ts';
import type { Cache } from '../workers/shared-setup.ts';
import { CommandError, type Io, systemReason } from './fail.ts';
import type { Options } from './options.ts';
import { onStopAsked } from './stopping.ts';

/** For uploads that are still being taken in when the program is told to stop. */
const graceMs = 30_000;

const seeds = new URL('../../seeds/', import.meta.url);

/** Serves until the process is told to stop; resolves with the exit code then. */
export async function serveCommand(
  options: Options,
  rulesFolder: string,
  toolVersion: string,
  cache: Cache | null,
  io: Io,
): Promise<number> {
  const clock = () => new Date();
  const tls = readTls(options);
  const access = await accessFor(options, clock, io);
  if (!existsSync(rulesFolder)) throw new CommandError(words.notFound, { path: rulesFolder });
  const rules = new RuleFiles(rulesFolder, join(options.data, 'rules-history', 'last-good'), memoOfProcess);
  if (memoOfProcess.sound?.isEmpty !== false) io.err(pick(words.firstStart, options.lang));
  rules.list();
  memoOfProcess.sound?.save();
  const assessor = createAssessor();
  const log = logTo(options.log, io);
  // The name of a file is left out, and whatever of it an error quotes.
  const checking = createChecking({
    cache,
    toolVersion,
    log: (_, detail) => log({ level: 'error', event: 'reader', id: '', message: withoutQuotes(detail) }),
  });
  const underWay = new UnderWay();
  const activity = new ActivityLog(join(options.data, 'activity'));
  const store = await openStore(options.data, { clock });
  let controlled: Controlled | null = null;
  try {
    const { host, port, proxy, origin } = options;
    const app = createApp({
      store,
      rules,
      editing: new RuleKeeping(rules, join(options.data, 'rules-history'), clock),
      clock,
      toolVersion,
      read: checking.read,
      ...(access !== null && { access }),
      ...(options.origin !== null && { origin: options.origin }),
      activity,
      check: (source, { ruleSet, fenced }, corrections, lang) =>
        assessor({ source, ruleSet, fenced, corrections, lang, toolVersion }),
      apart: {
        ahead: checking.ahead,
        check: (source, chosen, corrections, lang) =>
          checking.check({ source, rules: rules.list(), chosen, corrections, lang }),
      },
      underWay,
      samples: readSamples(),
      writable: () => takesWrites(options.data),
      log,
    });
    controlled = await takeOrders({
      store,
      folder: options.data,
      version: toolVersion,
      done: action =>
        activity.append({ at: clock().toISOString(), actor: 'command line', action, of: '', detail: '', address: '' }),
    });
    const serving = await serveApp({ app, host, port, tls, proxy, origin }).catch(error => {
      throw tls === null ? error : tlsRefused(options, error);
    });
    io.out(say(words.serving, options.lang, { url: serving.url, data: resolve(options.data) }));
    await new Promise<void>(stop => {
      onStopAsked(stop);
    });
    await serving.close();
    await underWay.ended(graceMs);
    io.err(pick(words.stopped, options.lang));
  } finally {
    await controlled?.close();
    await checking.close();
    await store.close();
  }
  return 0;
}

/** Null where only this computer is served: then nobody is asked who they are. Anywhere else there must be users. */
async function accessFor(options: Options, clock: () => Date, io: Io): Promise<Access | null> {
  const { host, proxy, origin, lang, tls, data } = options;
  if (proxy !== null && origin === null) throw new CommandError(userWords.proxyNeedsOrigin);
  const alone = isLoopback(host) && proxy === null;
  // Whoever gives a name means others to come: they must not come in as if they sat here.
  if (alone && origin !== null) throw new CommandError(userWords.originAlone);
  if (alone) return null;
  const accounts = new Accounts(data, clock);
  const known = await accounts.list();
  if (known.length === 0) throw new CommandError(userWords.noAccounts, { host, data });
  if (known.every(({ role }) => role !== 'administrator')) io.err(pick(userWords.noAdministrator, lang));
  const secure = tls !== null || (origin?.startsWith('https:') ?? false);
  if (!secure) io.err(pick(userWords.plainConnection, lang));
  return { accounts, sessions: new Sessions(clock), throttle: new Throttle(clock), secure, proxy };
}

function readTls({ tls }: Options): { readonly cert: string; readonly key: string } | null {
  if (tls === null) return null;
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      throw new CommandError(words.cannotRead, { path, detail: systemReason(error)?.text ?? String(error) });
    }
  };
  return { cert: read(tls.cert), key: read(tls.key) };
}

/** What the certificate or key is refused for comes from OpenSSL; other errors are left as they are. */
function tlsRefused({ tls }: Options, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return tls === null || !code.startsWith('ERR_OSSL')
    ? error
    : new CommandError(userWords.badTls, { ...tls, detail: code });
}

/** One line of JSON an entry, on standard error. */
function logTo(wanted: Options['log'], io: Io): Log {
  return entry => {
    if (wanted === 'none' || (wanted === 'errors' && entry.level !== 'error')) return;
    io.err(JSON.stringify({ at: new Date().toISOString(), ...entry }));
  };
}

function readSamples(): SourceText[] {
  return readdirSync(seeds)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readSource(readFileSync(new URL(name, seeds)), name));
}
