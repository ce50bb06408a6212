/**
 * Opens every export of the sample reports in LibreOffice, reads back what it makes of them, and counts what of the
 * assessment is there. Needs `soffice`. Usage: node --import tsx bench/exports.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assessText } from '../src/assess/pipeline.ts';
import { overviewFile, type ReportPaper, reportFile } from '../src/present/exports.ts';
import { type ExportFormat, endings, formatsOf } from '../src/present/formats.ts';
import { letterView } from '../src/present/letter.ts';
import { noOffice } from '../src/present/office.ts';
import { type OverviewUnit, overviewView } from '../src/present/overview.ts';
import { createRenderer } from '../src/present/templates.ts';
import { resultView } from '../src/present/view.ts';
import { readSource } from '../src/read/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import { type Fact, factsOf, lacking } from './export-facts.ts';

const lang = 'zh';
const at = '2025-02-10T08:00:00Z';
const documents = ['result', 'letter', 'checklist', 'working-paper'] as const;
const opened: readonly ExportFormat[] = ['docx', 'xlsx', 'csv', 'html'];

interface Written {
  readonly document: string;
  readonly format: ExportFormat;
  readonly file: string;
  readonly facts: readonly Fact[];
}

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
const seeds = new URL('../seeds/', import.meta.url);
const rules = readFileSync(new URL('../rules/fazhi-annual-report.json', import.meta.url), 'utf8');
const { ruleSet } = loadRuleSet(rules, 'fazhi-annual-report.json');
if (ruleSet === null) throw new Error('the rule set is broken');
const renderer = createRenderer(lang);
const written: Written[] = [];
const units: OverviewUnit[] = [];

/** Writes one export, for LibreOffice to open. */
function keep(
  document: string,
  format: ExportFormat,
  name: string,
  facts: readonly Fact[],
  content: string | Uint8Array,
) {
  const file = `${name}-${document}-${format}.${endings[format]}`;
  mkdirSync(join(folder, format), { recursive: true });
  writeFileSync(join(folder, format, file), content);
  written.push({ document, format, file, facts });
}

for (const name of readdirSync(seeds).sort()) {
  const source = readSource(readFileSync(new URL(name, seeds)), name);
  const assessment = assessText({ source, ruleSet, fenced: [], corrections: {}, lang, toolVersion: '0.1.0' });
  const { text } = source;
  const result = resultView({ assessment, text, at, lang, ruleSet });
  const letter = letterView({
    result,
    assessment,
    office: noOffice,
    date: '2025-02-10',
    number: 1,
    due: '',
    unit: null,
    draft: 1,
    received: null,
    ruleSet,
    before: null,
  });
  const paper: ReportPaper = { assessment, result, text, letter: () => letter };
  for (const document of documents) {
    const facts = factsOf(assessment, document);
    for (const format of formatsOf[document].filter(one => opened.includes(one)))
      keep(document, format, name, facts, await reportFile(document, format, paper, renderer));
  }
  units.push({
    id: name,
    name: assessment.report.subject ?? name,
    level: assessment.report.subjectLevel,
    draft: 1,
    received: '2025-01-20',
    due: '2025-01-31',
    assessment,
    lapsed: new Set(),
  });
}

const common = {
  year: 2024,
  isCollected: true,
  ruleSet,
  due: '2025-01-31',
  awaited: [],
  today: '2025-02-10',
  rank: false,
  lang,
} as const;
const view = overviewView({ units, ...common });
const overviewFacts = view.units.flatMap(({ name, outcome, score, stamp }) =>
  [name, outcome, String(Number(score)), stamp.sourceHash].map(text => ({ of: 'unit', text })),
);
overviewFacts.push(...view.requirements.map(({ title }) => ({ of: 'requirement', text: title })));
for (const format of formatsOf.overview.filter(one => opened.includes(one))) {
  const paper = { heading: '汇总', view, rank: false, lang, time: at } as const;
  keep('overview', format, 'all', overviewFacts, await overviewFile(format, paper, renderer));
}

/** What LibreOffice saves a file as: text of documents, every sheet of a workbook as CSV. */
const filters: Readonly<Record<string, readonly string[]>> = {
  docx: ['--convert-to', 'txt:Text (encoded):UTF8'],
  html: ['--infilter=HTML (StarWriter)', '--convert-to', 'txt:Text (encoded):UTF8'],
  xlsx: ['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'],
  csv: ['--infilter=CSV:44,34,76,1', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'],
};

const profile = pathToFileURL(join(folder, 'profile')).href;
const times = new Map<string, number>();
for (const format of opened) {
  const files = written.filter(one => one.format === format).map(({ file }) => join(folder, format, file));
  const started = performance.now();
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      ...(filters[format] ?? []),
      '--outdir',
      join(folder, `${format}-read`),
      ...files,
    ],
    { encoding: 'utf8' },
  );
  if (run.error !== undefined) throw run.error;
  times.set(format, (performance.now() - started) / files.length / 1000);
}

/** What was read back of a file; a workbook gives several. */
function readBack({ format, file }: Written): string {
  const at = join(folder, `${format}-read`);
  const base = file.slice(0, file.lastIndexOf('.'));
  const names = readdirSync(at).filter(name => name.startsWith(`${base}.`) || name.startsWith(`${base}-`));
  return names.map(name => readFileSync(join(at, name), 'utf8').replaceAll('""', '"')).join('\n');
}

console.log('document        format  files  facts  found  missing');
let all = 0;
for (const document of [...documents, 'overview']) {
  for (const format of opened) {
    const files = written.filter(one => one.document === document && one.format === format);
    if (files.length === 0) continue;
    const missing = files.flatMap(file =>
      lacking(file.facts, readBack(file)).map(one => `${file.file}: ${one.of}: ${one.text}`),
    );
    const facts = files.reduce((sum, file) => sum + file.facts.length, 0);
    all += missing.length;
    const cells = [files.length, facts, facts - missing.length, missing.length].map(n => String(n).padStart(6));
    console.log(`${document.padEnd(15)} ${format.padEnd(6)} ${cells.join(' ')}`);
    for (const line of missing.slice(0, 5)) console.log(`    ${line}`);
  }
}
console.log([...times].map(([format, seconds]) => `${format} ${seconds.toFixed(1)} s a file`).join(', '));
rmSync(folder, { recursive: true });
process.exitCode = all === 0 ? 0 : 1;
