/** Agreement of an assessment with the truth about a report, counted as test/gold/README.md says. */
import type { Assessment } from '../src/assess/types.ts';

export interface TruthRequirement {
  status: string;
  evidence: string[];
  value: number | null;
  alternatives?: number[];
  disputed?: boolean;
  note?: string;
}
export interface Truth {
  file: string;
  metadata: Record<string, string | number | null>;
  outline: { level: number; text: string }[];
  requirements: Record<string, TruthRequirement>;
  figures: { quote: string; value: number; stance: string; stanceAlternative?: string; disputed?: boolean }[];
  relations: { kind: string; quote: string; holds: boolean | null }[];
  anomalies: { kind: string; quote: string; occurrences?: number }[];
}

export class Count {
  right = 0;
  of = 0;
  add(right: boolean): boolean {
    this.of += 1;
    if (right) this.right += 1;
    return right;
  }
  plus(other: Count): void {
    this.right += other.right;
    this.of += other.of;
  }
  toString(): string {
    return this.of === 0 ? '—' : `${((100 * this.right) / this.of).toFixed(1)}% (${this.right}/${this.of})`;
  }
}

export const names = [
  'all',
  'undisputed',
  'mandatory',
  'missing called met',
  'values',
  'metadata',
  'outline',
  'figure recall',
  'figure precision',
  'stance',
  'anomalies',
  'sum false alarms',
  'quotes exact',
] as const;
export type Name = (typeof names)[number];
export type Tally = Record<Name, Count>;
export const emptyTally = (): Tally => Object.fromEntries(names.map(name => [name, new Count()])) as Tally;

export interface Agreement {
  readonly tally: Tally;
  /** Every disagreement, a line each. */
  readonly told: readonly string[];
}

const squeeze = (value: unknown) =>
  value === null || value === undefined ? null : String(value).replace(/[\s\p{P}\p{S}]/gu, '');

/** `wanted` limits the requirements; with a limit only verdicts and values are counted. */
export function agreement(
  truth: Truth,
  result: Assessment,
  text: string,
  wanted: ((id: string) => boolean) | null = null,
): Agreement {
  const told: string[] = [];
  return { tally: compare(truth, result, text, told, wanted), told };
}

function compare(
  truth: Truth,
  result: Assessment,
  text: string,
  told: string[],
  wanted: ((id: string) => boolean) | null,
): Tally {
  const tally = emptyTally();
  for (const [id, expected] of Object.entries(truth.requirements)) {
    if (id === 'part.other' || wanted?.(id) === false) continue;
    const finding = result.findings.find(one => one.requirement === id);
    const status = finding?.status ?? '(none)';
    const right = tally.all.add(status === expected.status);
    if (!expected.disputed) tally.undisputed.add(right);
    if (finding?.tier === 'mandatory') tally.mandatory.add(right);
    if (expected.status === 'missing' && !expected.disputed) tally['missing called met'].add(status === 'met');
    if (!right)
      told.push(
        `${id} ${status}, truth ${expected.status}${expected.disputed ? ' (disputed)' : ''} | ours: ${finding?.evidence.map(one => one.quote.slice(0, 50)).join(' / ') || finding?.nearest?.quote.slice(0, 60) || '—'} | truth: ${expected.evidence.map(one => one.slice(0, 60)).join(' / ')} | ${expected.note?.slice(0, 80) ?? ''}`,
      );
    if (expected.status === 'met' && expected.value !== null && status === 'met') {
      const inQuotes = truth.figures
        .filter(figure =>
          expected.evidence.some(
            quote => quote.includes(figure.quote) || figure.quote.includes(quote) || numbersMeet(quote, figure.quote),
          ),
        )
        .map(figure => figure.value);
      const accepted = [expected.value, ...(expected.alternatives ?? []), ...inQuotes];
      if (
        !tally.values.add(finding?.value !== null && finding?.value !== undefined && accepted.includes(finding.value))
      )
        told.push(
          `${id} value ${finding?.value}, truth ${accepted.join('|')} | ${finding?.evidence[0]?.quote.slice(0, 80)}`,
        );
    }
  }
  if (wanted !== null) return tally;
  for (const [key, value] of Object.entries(truth.metadata)) {
    const ours = (result.report as unknown as Record<string, unknown>)[key] ?? null;
    if (!tally.metadata.add(squeeze(ours) === squeeze(value)))
      told.push(`metadata ${key}: ${String(ours)}, truth ${String(value)}`);
  }
  const outline = new Set(truth.outline.map(one => `${one.level} ${squeeze(one.text)}`));
  const ours = result.report.outline.map(one => `${one.level} ${squeeze(one.text)}`);
  for (const one of ours) if (!outline.has(one)) told.push(`outline extra: ${one}`);
  for (const one of outline) if (!ours.includes(one)) told.push(`outline lost: ${one}`);
  const agreed = ours.filter(one => outline.has(one)).length;
  tally.outline.right += agreed;
  tally.outline.of += Math.max(ours.length, truth.outline.length);
  compareFigures(truth, result, text, tally, told);
  compareAnomalies(truth, result, text, tally, told);
  for (const relation of result.relations) {
    const alarm = relation.verdict === 'inconsistent' || relation.verdict === 'crosses-threshold';
    if (!alarm) continue;
    const meant = truth.relations.some(
      one => one.holds === false && relation.sides.some(side => one.quote.includes(side.quote)),
    );
    tally['sum false alarms'].add(!meant);
    told.push(`${meant ? 'alarm' : 'FALSE ALARM'} ${relation.kind}: ${relation.note}`);
  }
  for (const one of [
    ...result.findings.flatMap(finding => [...finding.evidence, ...(finding.nearest ? [finding.nearest] : [])]),
    ...result.quantities,
    ...result.anomalies,
    ...result.relations.flatMap(relation => relation.sides),
  ]) {
    tally['quotes exact'].add(text.slice(one.start, one.end) === one.quote);
  }
  return tally;
}

/** Whether two quotes overlap at a number: the end of one is the beginning of the other. */
function numbersMeet(a: string, b: string): boolean {
  for (let length = Math.min(a.length, b.length); length > 3; length -= 1) {
    if ((a.endsWith(b.slice(0, length)) || b.endsWith(a.slice(0, length))) && /\d/.test(b.slice(0, length)))
      return true;
  }
  return false;
}

function placesOf(text: string, quote: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push([at, at + quote.length]);
  return places;
}

function compareFigures(truth: Truth, result: Assessment, text: string, tally: Tally, told: string[]): void {
  const placed = truth.figures.map(figure => ({ figure, places: placesOf(text, figure.quote) }));
  const covers = (places: [number, number][], one: { start: number; end: number }) =>
    places.some(([start, end]) => one.start < end && one.end > start);
  for (const { figure, places } of placed) {
    if (figure.disputed) continue;
    const found = result.quantities.find(one => Math.abs(one.value - figure.value) < 1e-6 && covers(places, one));
    if (!tally['figure recall'].add(found !== undefined)) told.push(`figure lost: ${figure.quote} = ${figure.value}`);
    if (
      found !== undefined &&
      !tally.stance.add(found.stance === figure.stance || found.stance === figure.stanceAlternative)
    )
      told.push(`stance ${found.stance}, truth ${figure.stance}: ${figure.quote}`);
  }
  for (const one of result.quantities) {
    const there = placed.filter(
      ({ figure, places }) => Math.abs(one.value - figure.value) < 1e-6 && covers(places, one),
    );
    if (there.some(({ figure }) => figure.disputed)) continue;
    if (!tally['figure precision'].add(there.length > 0))
      told.push(
        `figure extra: ${text.slice(Math.max(0, one.start - 10), one.end + 6).replace(/\n/g, '⏎')} = ${one.value}${one.unit}`,
      );
  }
}

function compareAnomalies(truth: Truth, result: Assessment, text: string, tally: Tally, told: string[]): void {
  for (const anomaly of truth.anomalies) {
    const counted =
      anomaly.kind === 'injected-text' ||
      anomaly.kind === 'web-chrome' ||
      (anomaly.kind === 'lost-punctuation' && /[一二三四五六七八九]是/.test(anomaly.quote));
    if (!counted) continue;
    const places = placesOf(text, anomaly.quote);
    const hits = places.filter(([start, end]) =>
      result.anomalies.some(one => one.kind === anomaly.kind && one.start < end && one.end > start),
    ).length;
    if (!tally.anomalies.add(hits >= Math.min(places.length, anomaly.occurrences ?? 1)))
      told.push(`anomaly lost: ${anomaly.kind} ${anomaly.quote}`);
  }
  for (const one of result.anomalies) {
    if (one.kind !== 'injected-text' && one.kind !== 'web-chrome') continue;
    const meant = truth.anomalies.some(
      anomaly =>
        anomaly.kind === one.kind &&
        placesOf(text, anomaly.quote).some(([start, end]) => one.start < end && one.end > start),
    );
    if (!meant) {
      tally.anomalies.add(false);
      told.push(`anomaly extra: ${one.kind} ${one.quote}`);
    }
  }
}
