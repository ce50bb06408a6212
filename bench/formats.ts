/**
 * Agreement of formats: each seed report in every format that can be made here, against the result of its text: verdicts
 * (with their figures), metadata and quotes (blanks removed), and every difference by id. Where cells that the text sets
 * apart by bars were made cells of a table, quotes are held against the text with tabs between them, as such a file holds
 * no bars. Files are made by LibreOffice and Chromium where they are installed, and by the writers of the tests. Then time
 * and memory of reading one of each format, in a process of its own. `--folder PATH` takes other reports (NAME.txt),
 * `--quick` only files that need no other program, `--keep PATH` keeps the files there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { assessText } from '../src/assess/pipeline.ts';
import type { Assessment } from '../src/assess/types.ts';
import { normaliseUnits } from '../src/read/copy-table.ts';
import { ReadError, readSource, type SourceText } from '../src/read/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import { readHere } from '../src/workers/reading.ts';
import { gb18030, marked, utf16le } from '../test/read/encode.ts';
import { ofdOfSheets } from '../test/read/make-ofd.ts';
import { makePdf } from '../test/read/make-pdf.ts';
import { typeset } from '../test/read/typeset.ts';
import { Count } from './agreement.ts';
import {
  convert,
  hasBrowser,
  hasOffice,
  openDocument,
  print,
  printedPage,
  sitePage,
  textWithCells,
} from './office-files.ts';
import { printTable } from './print-table.ts';

const { values: flags } = parseArgs({
  options: {
    folder: { type: 'string' },
    keep: { type: 'string' },
    quick: { type: 'boolean' },
    measure: { type: 'string' },
  },
});
const own = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** As files come in, but in this thread; of an archive its one report. */
async function read(bytes: Uint8Array, path: string): Promise<SourceText> {
  const [one] = await readHere({ name: path, size: bytes.length, bytes: async () => bytes });
  if (one === undefined || 'skipped' in one) throw new Error(`${path} holds no report`);
  if ('error' in one) throw one.error;
  return one.source;
}

/** Reads one file several times and prints times and memory: a process of its own for each format. */
async function measure(path: string): Promise<void> {
  const bytes = readFileSync(path);
  const before = process.resourceUsage().maxRSS;
  const times: number[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    const from = performance.now();
    await read(bytes, path);
    times.push(performance.now() - from);
  }
  const [first, ...rest] = times;
  rest.sort((a, b) => a - b);
  console.log(JSON.stringify({ first, next: rest[2], megabytes: (process.resourceUsage().maxRSS - before) / 1024 }));
}

async function compareFormats(): Promise<void> {
  const rulesPath = own('rules/fazhi-annual-report.json');
  const { ruleSet } = loadRuleSet(readFileSync(rulesPath, 'utf8'), rulesPath);
  if (ruleSet === null) throw new Error('the rule set does not load');
  const result = (source: SourceText): Assessment =>
    assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });

  const folder = flags.keep ?? mkdtempSync(join(tmpdir(), 'fajian-formats-'));
  mkdirSync(folder, { recursive: true });
  const reports = flags.folder ?? own('seeds');
  const names = readdirSync(reports).flatMap(file => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));
  const texts = new Map(names.map(name => [name, readFileSync(join(reports, `${name}.txt`), 'utf8')]));
  const formats = makeFiles(texts, folder);

  const rows: string[][] = [['format', 'reports', 'verdicts', 'metadata', 'quotes']];
  const ofText = (text: string, name: string): Assessment => result(readSource(strToU8(text), `${name}.txt`));
  for (const [format, { cells, files }] of formats) {
    const [verdicts, metadata, quotes] = [new Count(), new Count(), new Count()];
    for (const [name, path] of files) {
      const text = texts.get(name) ?? '';
      const wanted = ofText(text, name);
      const quoted = cells ? ofText(textWithCells(text), name) : wanted;
      const tell = (id: string, one: unknown, other: unknown): void =>
        console.log(`  ${format} ${name.slice(0, 20)} ${id}\n    text:   ${clip(one)}\n    format: ${clip(other)}`);
      try {
        const got = result(await read(readFileSync(path), path));
        compare(wanted, quoted, got, { verdicts, metadata, quotes }, tell);
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        console.log(`  ${format} ${name} cannot be read: ${error.text.en}`);
        verdicts.add(false);
      }
    }
    rows.push([format, String(files.size), String(verdicts), String(metadata), String(quotes)]);
  }
  printTable(rows);

  const costs: string[][] = [['format', 'KB', 'first ms', 'then ms', 'MB more']];
  for (const [format, { files }] of formats) {
    const [path] = [...files.values()].slice(0, 1);
    if (path === undefined) continue;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', own('bench/formats.ts'), '--measure', path], {
      encoding: 'utf8',
      cwd: own('.'),
    });
    const last = stdout.trim().split('\n').at(-1) ?? '';
    if (!last.startsWith('{')) continue;
    const cost = JSON.parse(last) as Record<string, number>;
    const told = [cost.first, cost.next, cost.megabytes].map(figure => (figure ?? Number.NaN).toFixed(0));
    costs.push([format, (readFileSync(path).length / 1024).toFixed(0), ...told]);
  }
  console.log('');
  printTable(costs);
  if (!hasOffice) console.log('LibreOffice is not installed: no files of it were made.');
  if (!hasBrowser) console.log('Chromium is not installed: no pages were printed.');
  if (flags.keep === undefined) rmSync(folder, { recursive: true });
}

/** Files of every report by format, and then by the report's name; `cells` where rows of cells became tables. */
type Files = Map<string, { readonly cells: boolean; readonly files: Map<string, string> }>;

function makeFiles(texts: ReadonlyMap<string, string>, folder: string): Files {
  const formats: Files = new Map();
  const put = (format: string, name: string, ending: string, bytes: Uint8Array | string, cells = true): void => {
    const place = join(folder, format.replace(/\W+/g, '-'));
    mkdirSync(place, { recursive: true });
    const path = join(place, `${name}.${ending}`);
    writeFileSync(path, bytes);
    const made = formats.get(format) ?? { cells, files: new Map<string, string>() };
    made.files.set(name, path);
    formats.set(format, made);
  };
  for (const [name, text] of texts) {
    const bare = text.replace(/^\ufeff/, '');
    if (!bare.includes('\uFFFD')) put('txt, GB18030', name, 'txt', gb18030(bare), false);
    put('txt, UTF-16', name, 'txt', marked([0xff, 0xfe], utf16le(bare)), false);
    put('html, a page', name, 'html', printedPage(text));
    put('html, of a site', name, 'html', sitePage(text));
    const lines = bare.split(/\r?\n/).flatMap(line => (line.trim() === '' ? [] : [line.trim()]));
    const sheets = typeset(lines, { header: '法治政府建设年度报告', footer: number => `— ${number} —` });
    put('pdf, fonts not in it', name, 'pdf', makePdf(sheets, { encoding: 'UniGB-UTF16-H' }), false);
    put('ofd', name, 'ofd', ofdOfSheets(sheets), false);
  }
  if (flags.quick !== true && hasBrowser) {
    for (const [name, text] of texts) {
      const pdf = print(printedPage(text), folder, name);
      if (pdf !== null) put('pdf, Chromium', name, 'pdf', pdf);
    }
  }
  if (flags.quick !== true && hasOffice) {
    for (const [name, text] of texts) writeFileSync(join(folder, `${name}.fodt`), openDocument(text));
    for (const ending of ['docx', 'doc', 'rtf', 'html', 'pdf']) {
      const made = convert(folder, [...texts.keys()], ending);
      for (const name of texts.keys()) {
        const path = join(made, `${name}.${ending}`);
        if (!existsSync(path)) continue;
        put(`${ending}, LibreOffice`, name, ending, readFileSync(path));
        if (ending === 'doc') put('doc named wps', name, 'wps', readFileSync(path));
        if (ending === 'docx') put('docx in a zip', name, 'zip', zipSync({ [`${name}.docx`]: readFileSync(path) }));
      }
    }
  }
  return formats;
}

const fields = [
  'title',
  'subject',
  'issuer',
  'addressee',
  'issuerLevel',
  'subjectLevel',
  'reportYear',
  'documentNumber',
  'indexNumber',
  'signedDate',
  'publishedDate',
] as const;

const bare = (value: unknown): string => normaliseUnits(String(value)).replace(/\s/g, '');
const clip = (value: unknown): string => JSON.stringify(value)?.slice(0, 2000) ?? '—';

function compare(
  wanted: Assessment,
  quoted: Assessment,
  got: Assessment,
  counts: { readonly verdicts: Count; readonly metadata: Count; readonly quotes: Count },
  tell: (id: string, one: unknown, other: unknown) => void,
): void {
  for (const field of fields) {
    const same = bare(wanted.report[field]) === bare(got.report[field]);
    if (!counts.metadata.add(same)) tell(field, wanted.report[field], got.report[field]);
  }
  if (wanted.findings.length !== got.findings.length) tell('findings', wanted.findings.length, got.findings.length);
  for (const finding of wanted.findings) {
    const other = got.findings.find(one => one.requirement === finding.requirement);
    const [one, two] = [finding, other].map(f => [f?.status, f?.values, f?.certainty]);
    if (!counts.verdicts.add(JSON.stringify(one) === JSON.stringify(two))) tell(finding.requirement, one, two);
    const quotedThere = quoted.findings.find(one => one.requirement === finding.requirement);
    const [these, those] = [quotedThere, other].map(f => f?.evidence.map(({ quote }) => bare(quote)));
    if (!counts.quotes.add(JSON.stringify(these) === JSON.stringify(those)))
      tell(`${finding.requirement} quotes`, these, those);
  }
}

if (flags.measure !== undefined) await measure(flags.measure);
else await compareFormats();
