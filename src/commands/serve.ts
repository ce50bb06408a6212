/** `fajian serve`: the pages on this machine, with their store, rules and clock handed in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createAssessor } from '../assess/again.ts';
import { readSource } from '../read/index.ts';
import type { SourceText } from '../read/types.ts';
import { memoOfProcess } from '../store/examples-memo.ts';
import { openStore } from '../store/index.ts';
import { takesWrites } from '../store/probe.ts';
import { RuleFiles } from '../store/rule-files.ts';
import { RuleKeeping } from '../store/rule-keeping.ts';
import { createApp, type Log, serveApp } from '../web/index.ts';
import { pick, say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { createReading } from '../workers/reading.ts';
import { CommandError, type Io } from './fail.ts';
import type { Options } from './options.ts';

const seeds = new URL('../../seeds/', import.meta.url);

/** Serves until the process is told to stop; resolves with the exit code then. */
export async function serveCommand(
  options: Options,
  rulesFolder: string,
  toolVersion: string,
  io: Io,
): Promise<number> {
  const clock = () => new Date();
  if (!existsSync(rulesFolder)) throw new CommandError(words.notFound, { path: rulesFolder });
  const rules = new RuleFiles(rulesFolder, join(options.data, 'rules-history', 'last-good'), memoOfProcess);
  rules.list();
  memoOfProcess.sound?.save();
  const assessor = createAssessor();
  const reading = createReading({ log: io.err });
  const store = await openStore(options.data, { clock });
  try {
    const app = createApp({
      store,
      rules,
      editing: new RuleKeeping(rules, join(options.data, 'rules-history'), clock),
      clock,
      toolVersion,
      read: reading.read,
      check: (source, { ruleSet, fenced }, corrections, lang) =>
        assessor({ source, ruleSet, fenced, corrections, lang, toolVersion }),
      samples: readSamples(),
      writable: () => takesWrites(options.data),
      log: logTo(options.log, io),
    });
    const serving = await serveApp({ app, host: options.host, port: options.port });
    io.out(say(words.serving, options.lang, { url: serving.url, data: resolve(options.data) }));
    await new Promise<void>(stop => {
      process.once('SIGINT', () => stop());
      process.once('SIGTERM', () => stop());
    });
    await serving.close();
    io.err(pick(words.stopped, options.lang));
  } finally {
    await reading.close();
    await store.close();
  }
  return 0;
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
