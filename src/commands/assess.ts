/** `fajian assess`: checks files and prints the results, or writes one file each. */
import { writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { chooseRules } from '../assess/choose.ts';
import { assessText } from '../assess/pipeline.ts';
import type { Assessment, FailedAssessment } from '../assess/types.ts';
import { resultHtml } from '../present/html.ts';
import { resultMarkdown } from '../present/markdown.ts';
import { resultTable, summaryTable } from '../present/table.ts';
import { createRenderer } from '../present/templates.ts';
import { resultView } from '../present/view.ts';
import type { SourceText } from '../read/types.ts';
import type { RuleSet } from '../rules/load.ts';
import { makeFolder } from '../store/make-folder.ts';
import type { LoadedRules } from '../store/rule-files.ts';
import { type Bilingual, pick, say } from '../words/bilingual.ts';
import { commandWords as words } from '../words/commands.ts';
import { createReading, type Reading } from '../workers/reading.ts';
import { CommandError, type Io, systemReason } from './fail.ts';
import { type InputFile, inputFiles, readInput } from './files.ts';
import type { FailOn, Format, Options } from './options.ts';

/** What a result belongs to: a file, or a file in an archive. */
interface Named {
  readonly name: string;
  readonly path: string;
}

interface Done {
  readonly file: Named;
  readonly text: string;
  readonly assessment: Assessment;
  readonly ruleSet: RuleSet;
}

interface Failed {
  readonly file: Named;
  readonly failure: FailedAssessment;
}

export async function assessCommand(
  paths: readonly string[],
  rules: readonly LoadedRules[],
  options: Options,
  toolVersion: string,
  io: Io,
): Promise<number> {
  const files = inputFiles(paths, io);
  const told = new Set<LoadedRules>();
  const tellFenced = (used: LoadedRules): void => {
    if (told.has(used)) return;
    told.add(used);
    if (used.fenced.length > 0) io.err(say(words.fenced, options.lang, { ids: used.fenced.join(', ') }));
  };
  const results: (Done | Failed)[] = [];
  const reading = createReading({ log: io.err });
  try {
    for (const file of files) {
      for (const read of await readNamed(reading, file, options)) {
        if ('skipped' in read) io.err(pick(read.skipped, options.lang));
        else if ('source' in read) results.push(assessOne(read, read.source, rules, tellFenced, options, toolVersion));
        else results.push(read);
      }
    }
  } finally {
    await reading.close();
  }
  const failed = results.filter(result => 'failure' in result);
  for (const { file, failure } of failed)
    io.err(say(words.cannotRead, options.lang, { path: file.path, detail: failure.error.message }));
  if (options.out === null) print(results, options, io);
  else writeAll(results, options.out, options, io);
  if (failed.length > 0) return 2;
  return results.some(result => 'assessment' in result && hasGap(result.assessment, options.failOn)) ? 1 : 0;
}

type Read = Failed | (Named & ({ readonly source: SourceText } | { readonly skipped: Bilingual }));

/** What a file on the command line holds; one that cannot be read is a result, so that the others go on. */
async function readNamed(reading: Reading, file: InputFile, { lang }: Options): Promise<readonly Read[]> {
  const failed = (of: Named, code: string, told: Bilingual): Failed => ({
    file: of,
    failure: { schemaVersion: 1, source: { name: of.name, sha256: null }, error: { code, message: pick(told, lang) } },
  });
  try {
    const reads = await readInput(reading, file);
    return reads.map(read => ('error' in read ? failed(read, read.error.code, read.error.text) : read));
  } catch (error) {
    const reason = systemReason(error);
    if (reason === null) throw error;
    return [failed(file, reason.code, reason.text)];
  }
}

function assessOne(
  file: Named,
  source: SourceText,
  rules: readonly LoadedRules[],
  use: (rules: LoadedRules) => void,
  { corrections, lang }: Options,
  toolVersion: string,
): Done {
  const chosen = chooseRules(source, rules);
  if (chosen === null) throw new Error('no rules');
  use(chosen);
  const { ruleSet, fenced } = chosen;
  const assessment = assessText({ source, ruleSet, fenced, corrections, lang, toolVersion });
  return { file, text: source.text, assessment, ruleSet };
}

const order: readonly FailOn[] = ['mandatory', 'expected', 'optional'];

/** Whether a requirement of this tier or above is partial or missing. */
function hasGap(assessment: Assessment, failOn: FailOn | null): boolean {
  if (failOn === null) return false;
  const tiers = order.slice(0, order.indexOf(failOn) + 1);
  return assessment.findings.some(
    ({ tier, status }) => tiers.includes(tier) && (status === 'partial' || status === 'missing'),
  );
}

function print(results: readonly (Done | Failed)[], options: Options, io: Io): void {
  const { lang } = options;
  if (options.format === 'json') {
    io.out(
      JSON.stringify(
        results.map(result => ('failure' in result ? result.failure : result.assessment)),
        null,
        2,
      ),
    );
    return;
  }
  const done = results.filter(result => 'assessment' in result);
  if (options.format !== 'table') {
    for (const result of done) io.out(render(result, options.format, options));
    return;
  }
  const views = done.map(({ file, text, assessment, ruleSet }) => ({
    name: file.name,
    result: resultView({ assessment, text, at: null, lang, ruleSet }),
  }));
  if (views.length === 1) for (const { result } of views) io.out(resultTable(result));
  else if (views.length > 1) io.out(summaryTable(views, lang));
}

function render({ text, assessment, ruleSet }: Done, format: Format, { lang }: Options): string {
  if (format === 'json') return JSON.stringify([assessment], null, 2);
  const view = resultView({ assessment, text, at: null, lang, ruleSet });
  if (format === 'html') return resultHtml(view, createRenderer(lang));
  return format === 'md' ? resultMarkdown(view) : resultTable(view);
}

const endings: Readonly<Record<Format, string>> = { table: '.txt', json: '.json', html: '.html', md: '.md' };

function writeAll(results: readonly (Done | Failed)[], folder: string, options: Options, io: Io): void {
  const taken = new Set<string>();
  try {
    makeFolder(folder);
    for (const result of results) {
      const base = parse(result.file.name).name;
      let name = base + endings[options.format];
      for (let n = 2; taken.has(name); n += 1) name = `${base}-${n}${endings[options.format]}`;
      taken.add(name);
      if ('failure' in result && options.format !== 'json') continue;
      const text =
        'failure' in result ? JSON.stringify([result.failure], null, 2) : render(result, options.format, options);
      writeFileSync(join(folder, name), `${text}\n`);
      io.err(say(words.written, options.lang, { path: join(folder, name) }));
    }
  } catch (error) {
    const reason = systemReason(error);
    if (reason === null) throw error;
    throw new CommandError(words.cannotWrite, { path: folder, detail: reason.text });
  }
}
