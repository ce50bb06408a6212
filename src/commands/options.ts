/** The options of the command line, read and checked before anything is done. */
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import type { Corrections } from '../assess/pipeline.ts';
import {
  type DocumentName,
  documentNames,
  type ExportFormat,
  exportFormats,
  formatsOf,
  hasFormat,
} from '../present/formats.ts';
import type { Level } from '../report/types.ts';
import type { Tier } from '../rules/types.ts';
import { type Role, roles } from '../store/roles.ts';
import { batchWords } from '../words/batch.ts';
import type { Lang } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { documentWords, exportTexts } from '../words/exports.ts';
import { blockLines } from '../words/new-requirement.ts';
import { levelWords, tierWords } from '../words/terms.ts';
import { CommandError } from './fail.ts';

const levels = Object.keys(levelWords) as readonly Level[];
const tiers = Object.keys(tierWords) as readonly Tier[];
const logged = ['errors', 'all', 'none'] as const;

/** What options of a choice may be, as the help tells it: the lists that they are read by. */
export const choices: Readonly<Record<string, string>> = {
  levels: levels.join('|'),
  tiers: tiers.join('|'),
  documents: documentNames.join('|'),
  logs: logged.join('|'),
  roles: roles.join('|'),
  kinds: Object.keys(blockLines).join('|'),
};

export interface Options {
  readonly words: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly lang: Lang;
  readonly document: DocumentName;
  /** One that there is of the document. */
  readonly format: ExportFormat;
  /** Files that bear a marking are written all the same. */
  readonly allowRestricted: boolean;
  /** What a letter bears; '' and null for what the office's settings and the day say. */
  readonly letter: { readonly date: string; readonly number: number | null; readonly due: string };
  /** Name of the office that signs letters; null for that of the settings. */
  readonly office: string | null;
  readonly out: string | null;
  readonly rules: string | null;
  /** Goes on with the results that `out` holds. */
  readonly resume: boolean;
  /** Threads that judge; null for one a core. */
  readonly jobs: number | null;
  readonly failOn: Tier | null;
  readonly corrections: Corrections;
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** Somebody named it, so that it must be there where it is only read. */
  readonly dataNamed: boolean;
  /** What `serve` writes to standard error while it runs. */
  readonly log: 'errors' | 'all' | 'none';
  /** PEM files. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Address of the proxy from which alone requests are taken. */
  readonly proxy: string | null;
  /** Where browsers reach the pages: `https://name`. */
  readonly origin: string | null;
  readonly role: Role | null;
}

const known = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  lang: { type: 'string' },
  document: { type: 'string' },
  format: { type: 'string' },
  'allow-restricted': { type: 'boolean' },
  office: { type: 'string' },
  number: { type: 'string' },
  date: { type: 'string' },
  due: { type: 'string' },
  out: { type: 'string' },
  rules: { type: 'string' },
  resume: { type: 'boolean' },
  jobs: { type: 'string' },
  'fail-on': { type: 'string' },
  level: { type: 'string' },
  year: { type: 'string' },
  published: { type: 'string' },
  received: { type: 'string' },
  'as-report': { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  log: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'behind-proxy': { type: 'string' },
  origin: { type: 'string' },
  role: { type: 'string' },
} as const;

const defaultPort = 8723;

/** Throws CommandError at the first option that cannot be understood. */
export function readOptions(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  const { values, positionals } = parse(argv);
  // An empty variable of a script: `--out ""` would write where one happens to be.
  const [empty] = Object.entries(values).find(([name, value]) => value === '' && name !== 'office') ?? [];
  if (empty !== undefined) throw new CommandError(words.valueMissing, { option: `--${empty}` });
  const level = oneOf('--level', values.level, levels);
  const published = date('--published', values.published);
  const received = date('--received', values.received);
  const lang = oneOf('--lang', values.lang ?? env.FAJIAN_LANG, ['zh', 'en'] as const) ?? 'zh';
  const document = oneOf('--document', values.document, documentNames) ?? 'result';
  const year = values.year;
  if (year !== undefined && !/^(19|20)\d\d$/.test(year))
    throw new CommandError(words.badYear, { option: '--year', value: year });
  const letterDate = date('--date', values.date) ?? '';
  const due = date('--due', values.due) ?? '';
  if (document === 'letter' && letterDate !== '' && due !== '' && due < letterDate)
    throw new CommandError(words.dueBeforeDate, { due, date: letterDate });
  return {
    words: positionals,
    help: values.help === true,
    version: values.version === true,
    lang,
    document,
    format: formatOf(document, oneOf('--format', values.format, exportFormats), lang),
    allowRestricted: values['allow-restricted'] === true,
    letter: {
      date: letterDate,
      number: letterNumber(values.number),
      due,
    },
    office: values.office ?? null,
    out: values.out ?? null,
    rules: values.rules ?? null,
    resume: values.resume === true,
    jobs: jobs(values.jobs),
    failOn: oneOf('--fail-on', values['fail-on'], tiers),
    corrections: {
      ...(level !== null && { subjectLevel: level }),
      ...(year !== undefined && { reportYear: Number(year) }),
      ...(published !== null && { publishedDate: published }),
      ...(received !== null && { receivedDate: received }),
      ...(values['as-report'] === true && { asReport: 'yes' as const }),
    },
    port: port(values.port ?? env.PORT),
    host: values.host ?? '127.0.0.1',
    data: values.data ?? 'data',
    dataNamed: values.data !== undefined,
    log: oneOf('--log', values.log, logged) ?? 'errors',
    tls: pair(values['tls-cert'], values['tls-key']),
    proxy: proxy(values['behind-proxy']),
    origin: origin(values.origin),
    role: oneOf('--role', values.role, roles),
  };
}

/** The usual format of a document, or the one asked for where the document has it. */
function formatOf(document: DocumentName, asked: ExportFormat | null, lang: Lang): ExportFormat {
  if (asked === null) return formatsOf[document][0];
  if (hasFormat(document, asked)) return asked;
  throw new CommandError(exportTexts.noSuchFormat, {
    document: documentWords[document],
    format: asked,
    formats: formatsOf[document].join(lang === 'zh' ? '、' : ', '),
  });
}

function letterNumber(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^\d{1,5}$/.test(value)) throw new CommandError(words.badNumber, { value });
  return Number(value);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    throw badOption(error);
  }
}

/** What Node says in English of an option, told in our own words. */
function badOption(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const option = /--?[\w-]+(?=[^']*')/.exec(error.message.replace('-h, --help', '--help'))?.[0] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new CommandError(words.unknownOption, { option });
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return error;
  const refused = error.message.includes('does not take');
  return new CommandError(refused ? words.noValueTaken : words.valueMissing, { option });
}

/** The language asked for, read before anything else so that a wrong option is told in it too. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const at = argv.findLastIndex(word => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? env.FAJIAN_LANG : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return asked === 'en' ? 'en' : 'zh';
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = allowed.find(one => one === value);
  if (found === undefined) throw new CommandError(words.badValue, { option, value, allowed: allowed.join(', ') });
  return found;
}

function date(option: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value))
    throw new CommandError(words.badDate, { option, value });
  return value;
}

function pair(cert: string | undefined, key: string | undefined): Options['tls'] {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) throw new CommandError(words.tlsPair);
  return { cert, key };
}

function proxy(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (value === 'localhost') return '127.0.0.1';
  if (isIP(value) === 0) throw new CommandError(words.badProxy, { value });
  return value.toLowerCase();
}

/** Scheme and name, no path. */
function origin(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || url.href !== `${url.origin}/`) throw new CommandError(words.badOrigin, { value });
  return url.origin;
}

function jobs(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^\d{1,2}$/.test(value) || Number(value) < 1 || Number(value) > 64)
    throw new CommandError(batchWords.badJobs, { value });
  return Number(value);
}

function port(value: string | undefined): number {
  if (value === undefined || value === '') return defaultPort;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) throw new CommandError(words.badPort, { value });
  return Number(value);
}
