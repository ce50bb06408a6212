/** Where the results of `assess` go, file by file in the order given: printed, or written into a folder. */
import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import type { FailedAssessment } from '../assess/types.ts';
import { endings } from '../present/formats.ts';
import { summaryTable } from '../present/table.ts';
import type { RuleSet } from '../rules/load.ts';
import { makeFolder } from '../store/make-folder.ts';
import { pick, say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { documentWords } from '../words/exports.ts';
import { type Judged, type JudgedUnit, tiersByWeight, type Wishes } from '../workers/judging.ts';
import { CommandError, type Io, type LongIo, systemReason } from './fail.ts';
import { type Entry, Journal, type Kept, sha256, type Written } from './journal.ts';
import type { Options } from './options.ts';

/** Of one file, or of one of the files in an archive. */
export type Result = { readonly name: string /** As shown to the person. */; readonly path: string } & (
  | { readonly judged: Judged }
  | { readonly failure: FailedAssessment }
  /** Bears a marking: nothing of it may be written. */
  | { readonly held: true }
);

export interface Sink {
  /** All results of one file of the command line; `sha256` of its content where that is known. */
  put(file: { readonly name: string; readonly sha256: string | null }, results: readonly Result[]): void;
  /** After the last file, also where the run was interrupted: what was put is then complete. */
  end(): void | Promise<void>;
  /** What an earlier run made of a file of this name and content. */
  known?(name: string, bytes: () => Promise<Uint8Array>): Promise<Kept | null>;
  keep?(kept: Kept): void;
}

/** All that results rest on but their files. */
export interface Run {
  readonly wishes: Wishes;
  readonly rules: readonly RuleSet[];
  /** Names program and rules. */
  readonly judgedBy: unknown;
  /** Paths of the files that are read: none of them is written over. */
  readonly inputs: readonly string[];
}

/** `tell` writes a line for the person. */
export function openSink(options: Options, run: Run, io: LongIo, tell: (line: string) => void): Sink {
  const { out, format } = options;
  if (options.document === 'overview') return overview(options, run, io, tell);
  const key = sha256(JSON.stringify([run.judgedBy, { ...run.wishes, at: '' }]));
  if (out !== null) {
    const read = namesIn(out, run.inputs);
    return inFolder(out, key, read, options, io.progress.terminal ? () => {} : tell);
  }
  if (format === 'json') return printedJson(io);
  return format === 'table' ? printedTable(io, options) : printedPages(io);
}

/** The object of a JSON result as it stands in an array of several. */
const inArray = (json: string): string => json.slice('[\n'.length, -'\n]'.length);

const failureJson = (failure: FailedAssessment): string => JSON.stringify([failure], null, 2);

/** One JSON array, begun with the first result and closed at the end. */
function printedJson(io: Io): Sink {
  let before = '[\n';
  return {
    put: (_, results) => {
      for (const result of results) {
        if ('held' in result) continue;
        io.raw(before + inArray('failure' in result ? failureJson(result.failure) : String(result.judged.content)));
        before = ',\n';
      }
    },
    end: () => io.raw(before === ',\n' ? '\n]\n' : '[]\n'),
  };
}

/** Each result as a document of its own, one after the other. */
function printedPages(io: Io): Sink {
  return {
    put: (_, results) => {
      for (const result of results) if ('judged' in result) io.raw(String(ended(result.judged.content)));
    },
    end: () => {},
  };
}

/** One report in full, several as a table of a line each; of these only the lines are kept until the end. */
function printedTable(io: Io, { lang }: Options): Sink {
  const rows: (readonly string[])[] = [];
  const paths: string[] = [];
  let only = '';
  return {
    put: (_, results) => {
      for (const result of results) {
        if (!('judged' in result)) continue;
        only = rows.length === 0 ? String(result.judged.content) : '';
        rows.push(result.judged.row ?? []);
        paths.push(result.path);
      }
    },
    end: () => {
      if (rows.length === 1) io.out(only);
      else if (rows.length > 1) io.out(summaryTable(toldApart(rows, paths), lang));
    },
  };
}

/** Where names occur twice, the folders stand before them from where they part. */
function toldApart(rows: readonly (readonly string[])[], paths: readonly string[]): readonly (readonly string[])[] {
  const count = new Map<string, number>();
  for (const [name = ''] of rows) count.set(name, (count.get(name) ?? 0) + 1);
  return rows.map((row, i) => {
    const [name = '', ...cells] = row;
    if (count.get(name) === 1) return row;
    const alike = paths.filter((_, other) => rows[other]?.[0] === name).map(path => path.split(/[\\/]/));
    const parts = (paths[i] ?? name).split(/[\\/]/);
    const common = parts.findIndex((part, at) => alike.some(other => other[at] !== part));
    return common < 0 ? row : [parts.slice(common).join('/'), ...cells];
  });
}

/** Texts end with an end of line. */
const ended = (content: string | Uint8Array): string | Uint8Array =>
  typeof content !== 'string' || content.endsWith('\n') ? content : `${content}\n`;

/** All units are kept until the end, with what an overview shows of them. */
function overview({ out, lang, format }: Options, { wishes, rules }: Run, io: Io, tell: (line: string) => void): Sink {
  const units: JudgedUnit[] = [];
  return {
    put: (_, results) => {
      for (const { name, ...result } of results) {
        const unit = 'judged' in result ? result.judged.unit : null;
        if (unit === null) continue;
        units.push(unit);
        const { recognised, why } = unit.assessment.report;
        if (!recognised) tell(say(words.notInOverview, lang, { name, why }));
      }
    },
    end: async () => {
      const { overviewFiles } = await import('./overview.ts');
      const files = await overviewFiles(units, rules, wishes);
      if (out === null) {
        if (format !== 'json') for (const { content } of files) io.raw(String(ended(content)));
        else io.raw(`[\n${files.map(({ content }) => inArray(String(content))).join(',\n')}\n]\n`);
        return;
      }
      orRefused(out, () => {
        makeFolder(out);
        for (const { name, content } of files) {
          writeWhole(out, name, ended(content));
          tell(say(words.written, lang, { path: join(out, name) }));
        }
      });
    },
  };
}

/** Names, in small letters, of those files that lie in a folder. */
function namesIn(folder: string, paths: readonly string[]): ReadonlySet<string> {
  const home = realPlace(folder);
  const lies = new Map<string, boolean>();
  const names = paths.filter(path => {
    const place = dirname(path);
    const known = lies.get(place) ?? realPlace(place) === home;
    lies.set(place, known);
    return known;
  });
  return new Set(names.map(path => basename(path).toLowerCase()));
}

function realPlace(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // It is not there yet.
    return resolve(folder);
  }
}

/**
 * One file a result, each there whole or not at all, and a journal of them; `told` hears of each that is written. Nothing
 * is written over a file of the folder that is being read, named by `read`.
 */
function inFolder(
  folder: string,
  key: string,
  read: ReadonlySet<string>,
  options: Options,
  told: (line: string) => void,
): Sink {
  const journal = orRefused(folder, () => {
    makeFolder(folder);
    return new Journal(folder, key, options.resume);
  });
  const taken = new Set<string>();
  const nameFor = (name: string): string => {
    // Several documents on one report may lie in one folder.
    const document = `-${pick(documentWords[options.document], options.lang)}`;
    const ending = `.${endings[options.format]}`;
    const plain = parse(name).name;
    const base =
      options.document === 'result' && !read.has(`${plain}${ending}`.toLowerCase()) ? plain : plain + document;
    let free = base + ending;
    // Some file systems do not tell large letters from small.
    const used = (one: string): boolean => taken.has(one.toLowerCase()) || read.has(one.toLowerCase());
    for (let n = 2; used(free); n += 1) free = `${base}-${n}${ending}`;
    taken.add(free.toLowerCase());
    return free;
  };
  const write = (of: string, name: string, content: string | Uint8Array): Written => {
    writeWhole(folder, name, content);
    told(say(words.written, options.lang, { path: join(folder, name) }));
    return { of, name, sha256: sha256(content) };
  };
  return {
    put: (file, results) =>
      orRefused(folder, () => {
        const outputs = results.flatMap(result => {
          if ('held' in result) return [];
          const name = nameFor(result.name);
          if ('judged' in result) return [write(result.name, name, ended(result.judged.content))];
          return options.format === 'json' ? [write(result.name, name, `${failureJson(result.failure)}\n`)] : [];
        });
        if (file.sha256 === null || results.some(result => !('judged' in result))) return;
        journal.add({ name: file.name, sha256: file.sha256, outputs, gap: gapOf(results) });
      }),
    keep: ({ entry, contents }) =>
      orRefused(folder, () => {
        const outputs = entry.outputs.map((output, i) => {
          const name = nameFor(output.of);
          return name === output.name ? output : write(output.of, name, contents[i] ?? '');
        });
        if (outputs.some((output, i) => output !== entry.outputs[i])) journal.add({ ...entry, outputs });
      }),
    end: () => {},
    known: async (name, bytes) => (options.resume ? journal.take(name, sha256(await bytes())) : null),
  };
}

/** The weightiest tier with a gap among the results. */
function gapOf(results: readonly Result[]): Entry['gap'] {
  const gaps = results.map(result => ('judged' in result ? result.judged.gap : null));
  return tiersByWeight.find(tier => gaps.includes(tier)) ?? null;
}

function writeWhole(folder: string, name: string, content: string | Uint8Array): void {
  const temporary = join(folder, `.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, join(folder, name));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A folder that the system refuses ends the run in words. */
function orRefused<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === null) throw error;
    throw new CommandError(words.cannotWrite, { path: folder, detail: reason.text });
  }
}
