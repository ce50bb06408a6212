/** The command line: `fajian assess | rules … | text | serve | user …`. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, type LongIo } from './commands/fail.ts';
import { choices, languageOf, type Options, readOptions } from './commands/options.ts';
import { type Bilingual, pick, say } from './words/bilingual.ts';
import { commandWords as words } from './words/commands.ts';
import type { Cache } from './workers/shared-setup.ts';

const own = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { version } = JSON.parse(readFileSync(own('package.json'), 'utf8')) as { version: string };

/** In the built program, a key of all its code. */
declare const builtFrom: string | undefined;
const program = typeof builtFrom === 'undefined' ? '' : builtFrom;

/** Rule sets that come with the program; commands on one rule set take the first unless another is named. */
const shipped = ['rules/fazhi-annual-report.json', 'rules/gov-info-disclosure-report.json'] as const;

/** More than any file that is read may have; what comes behind it is not waited for. */
const mostInput = 201 * 1024 * 1024;

const io: LongIo = {
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
  raw: text => process.stdout.write(text),
  stdin: async () => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
      if (size > mostInput) break;
    }
    return Buffer.concat(chunks);
  },
  drained: () =>
    process.stdout.writableNeedDrain ? new Promise(done => process.stdout.once('drain', done)) : Promise.resolve(),
  progress: {
    write: text => process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    now: () => performance.now(),
  },
};

// A reader that stops early (… | head) is no fault of ours.
process.stdout.on('error', () => process.exit());

/** Where the built program keeps what it found of rule files; only its key tells that the judge is the same. */
async function rememberRules(): Promise<Cache | null> {
  const { cacheFolder, KeptChecks, madeCacheFolder } = await import('./store/kept-checks.ts');
  const folder = cacheFolder(process.env);
  if (program === '' || folder === null || !madeCacheFolder(folder)) return null;
  const [{ memoOfProcess }, { keepListsIn }, { ListFiles }] = await Promise.all([
    import('./store/examples-memo.ts'),
    import('./rules/kept-lists.ts'),
    import('./workers/list-files.ts'),
  ]);
  keepListsIn(new ListFiles(folder, program));
  const kept = new KeptChecks(folder, program);
  memoOfProcess.keepIn(kept);
  process.once('exit', () => kept.save());
  return { folder, program };
}

async function run(options: Options): Promise<number> {
  const [command, ...rest] = options.words;
  if (options.version) {
    io.out(version);
    return 0;
  }
  if (options.help || command === undefined || command === 'help') {
    io.out(say(words.help, options.lang, { version, ...choices }));
    return command === undefined && !options.help ? 2 : 0;
  }
  switch (command) {
    case 'assess': {
      const cache = await rememberRules();
      const { assessCommand } = await import('./commands/assess.ts');
      const { rulesInForce } = await import('./commands/rules-in-force.ts');
      const rules = rulesInForce(options.rules === null ? shipped.map(own) : [options.rules], options, io);
      return rules === null ? 2 : assessCommand(rest, { rules, toolVersion: version, program, cache }, options, io);
    }
    case 'rules': {
      await rememberRules();
      const { rulesCommand } = await import('./commands/rules.ts');
      const first = relative(process.cwd(), own(shipped[0]));
      return rulesCommand(rest, first, options, version, io);
    }
    case 'text': {
      const { textCommand } = await import('./commands/text.ts');
      return textCommand(rest, options, io);
    }
    case 'user': {
      const { userCommand } = await import('./commands/user.ts');
      return userCommand(rest, options, io);
    }
    case 'backup': {
      const { backupCommand } = await import('./commands/backup.ts');
      return backupCommand(rest, options, version, io);
    }
    case 'restore': {
      const { restoreCommand } = await import('./commands/backup.ts');
      return restoreCommand(rest, options, io);
    }
    case 'serve': {
      const cache = await rememberRules();
      const { serveCommand } = await import('./commands/serve.ts');
      return serveCommand(options, options.rules ?? own('rules'), version, cache, io);
    }
    default:
      throw new CommandError(words.unknownCommand, { name: command });
  }
}

/** Errors that carry their own words for people: a wrong option, a file that cannot be read, a port that is taken. */
function wordsOf(error: unknown): Bilingual | null {
  const text = error instanceof Error && 'text' in error ? (error.text as Bilingual) : null;
  return text !== null && typeof text.zh === 'string' ? text : null;
}

async function start(): Promise<void> {
  let options: Options | null = null;
  try {
    options = readOptions(process.argv.slice(2), process.env);
    process.exitCode = await run(options);
  } catch (error) {
    const told = wordsOf(error);
    const lang = options?.lang ?? languageOf(process.argv.slice(2), process.env);
    io.err(
      told === null
        ? say(words.unexpected, lang, {
            detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
          })
        : pick(told, lang),
    );
    process.exitCode = 2;
  }
}

void start();
