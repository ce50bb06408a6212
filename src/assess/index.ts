/** Judges one report against one rule set. Pure: the same report and rules give the same bytes. */
import type { Quantity, Relation } from '../quantities/types.ts';
import type { Field, Report } from '../report/types.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { MatchText } from '../rules/phrase.ts';
import type { Power } from '../rules/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { createContext } from './context.ts';
import { type Lines, linesOf, toFinding } from './finding.ts';
import { judgeAll } from './judge.ts';
import type { Search } from './kept-matches.ts';
import { leaveMisread } from './misread.ts';
import { outcomeOf, scoreOf, tally } from './score.ts';
import type { Assessment, CorrectableField, Finding, Place, ReportSummary } from './types.ts';
import type { Verdict } from './verdict.ts';

export interface AssessInput {
  readonly report: Report;
  readonly quantities: readonly Quantity[];
  readonly relations: readonly Relation[];
  readonly ruleSet: RuleSet;
  /** Requirements that fail their own examples: not judged, and named. */
  readonly fenced: readonly string[];
  readonly lang: Lang;
  readonly toolVersion: string;
  /** Fields a person gave instead of the text. */
  readonly corrected?: readonly CorrectableField[];
  /** ISO date on which the report was received, as a person gave it. */
  readonly received?: string | undefined;
  /** The powers of the body, as a person said. */
  readonly powers?: readonly Power[] | undefined;
  /** Findings known already of this report. */
  readonly memory?: FindingMemory;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly finding: Finding;
}

/** What is remembered of one report. */
export interface FindingMemory {
  get(rule: RuledRequirement): Judged | undefined;
  set(rule: RuledRequirement, judged: Judged): void;
  /** What of the phrases of these requirements stands in the text. */
  search(rules: readonly RuledRequirement[], text: MatchText): Search;
}

export function assess(input: AssessInput): Assessment {
  const { report, ruleSet, lang } = input;
  const lines = linesOf(report.source);
  const judged = report.recognised ? judgeFindings(input, lines) : [];
  const findings = leaveMisread(judged, lang);
  const relations = [...input.relations, ...judged.flatMap(({ verdict }) => verdict.relations)];
  const { source } = report;
  return {
    schemaVersion: 1,
    lang,
    tool: { name: 'fajian', version: input.toolVersion },
    source: {
      name: source.name,
      sha256: source.sha256,
      textSha256: source.textSha256,
      mediaType: source.mediaType,
      charset: source.charset,
      ...(source.pages !== undefined && { pages: source.pages }),
    },
    ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: ruleSet.sha256 },
    fenced: input.fenced,
    report: summaryOf(input, lines),
    outcome: report.recognised ? outcomeOf(ruleSet, findings, lang) : null,
    mandatory: tally(findings, 'mandatory'),
    expected: tally(findings, 'expected'),
    score: scoreOf(findings),
    findings,
    quantities: input.quantities.map(({ quote, start, end, value, unit, kind, qualifier, what, stance, period }) => ({
      quote,
      start,
      end,
      value,
      unit,
      kind,
      qualifier,
      what,
      stance,
      period,
    })),
    relations: relations.map(({ kind, verdict, sides, stated, computed, note }) => ({
      kind,
      verdict,
      sides: sides.map(({ quote, start, end, value }) => ({ quote, start, end, value })),
      stated,
      computed,
      note: pick(note, lang),
    })),
    anomalies: report.anomalies.map(({ kind, quote, start, end }) => ({ kind, quote, start, end })),
  };
}

function judgeFindings(input: AssessInput, lines: Lines): Judged[] {
  const { ruleSet, lang, memory } = input;
  const requirements = ruleSet.requirements.filter(rule => !input.fenced.includes(rule.id));
  const known = new Map(requirements.map(rule => [rule.id, memory?.get(rule)]));
  const open = requirements.filter(rule => known.get(rule.id) === undefined);
  if (open.length === 0) return requirements.flatMap(rule => known.get(rule.id) ?? []);
  const context = createContext({
    report: input.report,
    ruleSet: { ...ruleSet, requirements },
    quantities: input.quantities,
    relations: input.relations,
    powers: input.powers,
    ...(memory !== undefined && open.length <= requirements.length / 2
      ? { search: (text: MatchText) => memory.search(open, text) }
      : {}),
  });
  const verdicts = judgeAll(context, rule => known.get(rule.id)?.verdict);
  return requirements.flatMap(rule => {
    const before = known.get(rule.id);
    if (before !== undefined) return [before];
    const verdict = verdicts.get(rule.id);
    if (verdict === undefined) return [];
    const one = { verdict, finding: toFinding(context, lines, rule, verdict, lang) };
    memory?.set(rule, one);
    return [one];
  });
}

function summaryOf({ report, lang, corrected, received, powers }: AssessInput, lines: Lines): ReportSummary {
  const { meta } = report;
  const places: Record<string, Place> = {};
  const named = {
    title: meta.title,
    subject: meta.subject,
    issuer: meta.issuer,
    addressee: meta.addressee,
    reportYear: meta.reportYear,
    documentNumber: meta.documentNumber,
    indexNumber: meta.indexNumber,
    signedDate: meta.signedDate,
    publishedDate: meta.publishedDate,
  };
  for (const [name, field] of Object.entries(named) as [string, Field<unknown> | null][]) {
    if (field?.place) places[name] = lines.placeOf(field.place.start, field.place.end);
  }
  return {
    recognised: report.recognised,
    kind: report.kind,
    why: pick(report.why, lang),
    title: meta.title?.value ?? null,
    subject: meta.subject?.value ?? null,
    issuer: meta.issuer?.value ?? null,
    addressee: meta.addressee?.value ?? null,
    issuerLevel: meta.issuerLevel,
    subjectLevel: meta.subjectLevel,
    reportYear: meta.reportYear?.value ?? null,
    documentNumber: meta.documentNumber?.value ?? null,
    indexNumber: meta.indexNumber?.value ?? null,
    signedDate: meta.signedDate?.value ?? null,
    publishedDate: meta.publishedDate?.value ?? null,
    receivedDate: received ?? null,
    powers: powers ?? null,
    corrected: corrected ?? [],
    places,
    outline: report.outline.map(({ level, marker, text, start, end }) => ({ level, marker, text, start, end })),
  };
}
