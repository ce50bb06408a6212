/**
 * Prints how far metadata, outline and anomalies agree with the truth beside the reports, counted as
 * test/gold/README.md says: `node --import tsx bench/accuracy-report.ts [-v]`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../src/read/types.ts';
import { readReport } from '../src/report/index.ts';
import type { Anomaly, Metadata, Report } from '../src/report/types.ts';
import type { Genre } from '../src/rules/types.ts';

interface Truth {
  readonly metadata: Readonly<Record<string, string | number | null>>;
  readonly outline: readonly { readonly level: number; readonly text: string }[];
  readonly anomalies: readonly {
    readonly kind: string;
    readonly quote: string;
    readonly occurrences?: number;
    readonly note?: string;
  }[];
}

const root = new URL('..', import.meta.url).pathname;
const genre = JSON.parse(readFileSync(join(root, 'rules/parts/genre.json'), 'utf8')) as Genre;
const verbose = process.argv.includes('-v');

function sourceOf(path: string): SourceText {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: path, sha256, textSha256: sha256, mediaType: 'text/plain', charset: 'utf-8', text, notes: [] };
}

const bare = (value: unknown): string => String(value ?? 'null').replace(/[\s\p{P}]/gu, '');

function metaValues(meta: Metadata): Record<string, string | number | null> {
  return {
    title: meta.title?.value ?? null,
    issuer: meta.issuer?.value ?? null,
    subject: meta.subject?.value ?? null,
    issuerLevel: meta.issuerLevel,
    subjectLevel: meta.subjectLevel,
    reportYear: meta.reportYear?.value ?? null,
    documentNumber: meta.documentNumber?.value ?? null,
    indexNumber: meta.indexNumber?.value ?? null,
    signedDate: meta.signedDate?.value ?? null,
    publishedDate: meta.publishedDate?.value ?? null,
    addressee: meta.addressee?.value ?? null,
  };
}

interface Count {
  right: number;
  of: number;
}

/** Only losses before 一是/二是, behind a run-in heading and of a quotation mark are counted. */
const counted = (truth: Truth['anomalies'][number]): boolean =>
  truth.kind !== 'lost-punctuation' ||
  /[一二三四五六七八九]是|quotation mark|heading/.test(truth.quote + (truth.note ?? ''));

function checkAnomalies(
  report: Report,
  truth: Truth,
  kind: Anomaly['kind'],
  missed: string[],
): { recall: Count; precision: Count } {
  const places: { start: number; end: number }[] = [];
  const wanted = truth.anomalies.filter(anomaly => anomaly.kind === kind);
  const recall = { right: 0, of: 0 };
  const ours = report.anomalies.filter(anomaly => anomaly.kind === kind);
  for (const anomaly of wanted) {
    let from = 0;
    for (let n = 0; n < (anomaly.occurrences ?? 1); n += 1) {
      const at = report.text.indexOf(anomaly.quote, from);
      if (at === -1) break;
      from = at + anomaly.quote.length;
      places.push({ start: at, end: from });
      if (!counted(anomaly)) continue;
      recall.of += 1;
      if (ours.some(own => own.start < from && at < own.end)) recall.right += 1;
      else missed.push(`missed ${kind}: ${anomaly.quote}`);
    }
  }
  const precision = { right: 0, of: ours.length };
  for (const own of ours) {
    if (places.some(place => place.start < own.end && own.start < place.end)) precision.right += 1;
    else missed.push(`false ${kind}: ${own.quote}`);
  }
  return { recall, precision };
}

const totals = new Map<string, Count>();
function add(name: string, right: number, of: number): void {
  const total = totals.get(name) ?? { right: 0, of: 0 };
  total.right += right;
  total.of += of;
  totals.set(name, total);
}

function check(path: string, truthPath: string, group: string): void {
  const truth = JSON.parse(readFileSync(truthPath, 'utf8')) as Truth;
  const report = readReport(sourceOf(path), genre);
  const notes: string[] = [];
  if (!report.recognised) notes.push(`not recognised: ${report.kind} ${report.why.zh}`);
  add(`${group} recognised`, report.recognised ? 1 : 0, 1);
  const values = metaValues(report.meta);
  for (const [key, wanted] of Object.entries(truth.metadata)) {
    const same = wanted === null || values[key] === null ? wanted === values[key] : bare(wanted) === bare(values[key]);
    add(`${group} metadata`, same ? 1 : 0, 1);
    if (!same) notes.push(`${key}: ${values[key]} (truth: ${wanted})`);
  }
  const key = (heading: { level: number; text: string }) => `${heading.level} ${bare(heading.text)}`;
  const ours = report.outline.map(key);
  const left = [...ours];
  let right = 0;
  for (const heading of truth.outline) {
    const at = left.indexOf(key(heading));
    if (at === -1) notes.push(`heading lacking: ${heading.level} ${heading.text}`);
    else {
      left.splice(at, 1);
      right += 1;
    }
  }
  for (const extra of left) notes.push(`heading not in truth: ${extra}`);
  add(`${group} outline`, right, Math.max(truth.outline.length, ours.length));
  for (const kind of ['injected-text', 'web-chrome', 'lost-punctuation'] as const) {
    const { recall, precision } = checkAnomalies(report, truth, kind, notes);
    add(`${group} ${kind} recall`, recall.right, recall.of);
    add(`${group} ${kind} precision`, precision.right, precision.of);
  }
  for (const other of report.anomalies) {
    if (!['injected-text', 'web-chrome', 'lost-punctuation'].includes(other.kind))
      notes.push(`(also ${other.kind}: ${other.quote.slice(0, 50)})`);
  }
  if (notes.length > 0 || verbose) console.log(`\n${path.replace(root, '')}`);
  for (const note of notes) console.log(`  ${note}`);
  if (verbose) {
    for (const zone of report.zones) {
      console.log(
        `  ${zone.zone} ${zone.flatStart}-${zone.flatEnd} ${zone.openedBy ?? ''} | ${report.copy.flat.slice(zone.flatStart, zone.flatStart + 24).replaceAll('\n', '⏎')}`,
      );
    }
  }
}

for (const name of readdirSync(join(root, 'seeds'))) {
  check(join(root, 'seeds', name), join(root, 'test/gold', name.replace('.txt', '.json')), 'seeds');
}
const invented = join(root, 'test/reports');
if (existsSync(invented)) {
  for (const name of readdirSync(invented).filter(file => file.endsWith('.txt'))) {
    const truth = join(invented, name.replace('.txt', '.json'));
    if (existsSync(truth)) check(join(invented, name), truth, 'reports');
  }
}
console.log();
for (const [name, { right, of }] of totals) console.log(`${name.padEnd(36)} ${right}/${of}`);
