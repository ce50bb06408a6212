/** Where the results of `assess` go, file by file in the order given: printed, or written into a folder. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { FailedAssessment } from '../assess/types.ts';
import { summaryTable } from '../present/table.ts';
import { makeFolder } from '../store/make-folder.ts';
import { say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { type Judged, tiersByWeight } from '../workers/judging.ts';
import { CommandError, type Io, type LongIo, systemReason } from './fail.ts';
import { type Entry, Journal, type Kept, sha256, type Written } from './journal.ts';
import type { Format, Options } from './options.ts';

/** Of one file, or of one of the files in an archive. */
export type Result = { readonly name: string } & ({ readonly judged: Judged } | { readonly failure: FailedAssessment });

export interface Sink {
  /** All results of one file of the command line; `sha256` of its content where that is known. */
  put(file: { readonly name: string; readonly sha256: string | null }, results: readonly Result[]): void;
  /** After the last file, also where the run was interrupted: what was put is then complete. */
  end(): void;
  /** What an earlier run made of a file of this name and content. */
  known?(name: string, bytes: () => Promise<Uint8Array>): Promise<Kept | null>;
  keep?(kept: Kept): void;
}

/** `key` tells all that results rest on but their files; `tell` writes a line for the person. */
export function openSink(options: Options, key: string, io: LongIo, tell: (line: string) => void): Sink {
  const { out, format } = options;
  if (out !== null) return inFolder(out, key, options, io.progress.terminal ? () => {} : tell);
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
        io.raw(before + inArray('failure' in result ? failureJson(result.failure) : result.judged.text));
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
      for (const result of results) if ('judged' in result) io.out(result.judged.text);
    },
    end: () => {},
  };
}

/** One report in full, several as a table of a line each; of these only the lines are kept until the end. */
function printedTable(io: Io, { lang }: Options): Sink {
  const rows: (readonly string[])[] = [];
  let only = '';
  return {
    put: (_, results) => {
      for (const result of results) {
        if (!('judged' in result)) continue;
        only = rows.length === 0 ? result.judged.text : '';
        rows.push(result.judged.row ?? []);
      }
    },
    end: () => {
      if (rows.length === 1) io.out(only);
      else if (rows.length > 1) io.out(summaryTable(rows, lang));
    },
  };
}

const endings: Readonly<Record<Format, string>> = { table: '.txt', json: '.json', html: '.html', md: '.md' };

/** One file a result, each there whole or not at all, and a journal of them; `told` hears of each that is written. */
function inFolder(folder: string, key: string, options: Options, told: (line: string) => void): Sink {
  const journal = orRefused(folder, () => {
    makeFolder(folder);
    return new Journal(folder, key, options.resume);
  });
  const taken = new Set<string>();
  const nameFor = (name: string): string => {
    const base = parse(name).name;
    const ending = endings[options.format];
    let free = base + ending;
    // Some file systems do not tell large letters from small.
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${base}-${n}${ending}`;
    taken.add(free.toLowerCase());
    return free;
  };
  const write = (of: string, name: string, text: string): Written => {
    writeWhole(folder, name, text);
    told(say(words.written, options.lang, { path: join(folder, name) }));
    return { of, name, sha256: sha256(text) };
  };
  return {
    put: (file, results) =>
      orRefused(folder, () => {
        const outputs = results.flatMap(result => {
          const name = nameFor(result.name);
          if ('judged' in result) return [write(result.name, name, `${result.judged.text}\n`)];
          return options.format === 'json' ? [write(result.name, name, `${failureJson(result.failure)}\n`)] : [];
        });
        if (file.sha256 === null || results.some(result => 'failure' in result)) return;
        journal.add({ name: file.name, sha256: file.sha256, outputs, gap: gapOf(results) });
      }),
    keep: ({ entry, texts }) =>
      orRefused(folder, () => {
        const outputs = entry.outputs.map((output, i) => {
          const name = nameFor(output.of);
          return name === output.name ? output : write(output.of, name, texts[i] ?? '');
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

function writeWhole(folder: string, name: string, text: string): void {
  const temporary = join(folder, `.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text);
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
