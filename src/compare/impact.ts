/** What a change of the rules does to reports: which results change, which gaps appear and go, the mean score before and after. */
import { lacks, toldStatus } from '../assess/stand.ts';
import type { Assessment, Finding, Status } from '../assess/types.ts';

/** One report under the rules before and after the change. */
export interface Pair {
  /** What the report is known by to the caller. */
  readonly key: string;
  readonly before: Judged;
  readonly after: Judged;
}

/** What of an assessment the comparison looks at. */
export type Judged = Pick<Assessment, 'score' | 'outcome'> & {
  readonly findings: readonly Pick<Finding, 'requirement' | 'title' | 'status' | 'certainty'>[];
};

export interface FindingChange {
  readonly requirement: string;
  readonly title: string;
  /** As it is told to others; null where the requirement is not there on that side. */
  readonly before: Status | null;
  readonly after: Status | null;
}

export interface ReportChange {
  readonly key: string;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number | null;
  readonly outcomeBefore: string | null;
  readonly outcomeAfter: string | null;
  readonly findings: readonly FindingChange[];
}

/** A gap that appears in, or goes from, some reports. */
export interface GapChange {
  readonly requirement: string;
  readonly title: string;
  readonly keys: readonly string[];
}

export interface Impact {
  readonly reports: number;
  /** Reports of which a status, the score or the outcome changes, those with most changes first. */
  readonly changed: readonly ReportChange[];
  readonly appearing: readonly GapChange[];
  readonly going: readonly GapChange[];
  /** Gaps of requirements that are asked no more, of anyone or of these reports: switched off, suspended, removed, not applicable. The reports lack it as before. */
  readonly unasked: readonly GapChange[];
  /** Over the reports that are scored on both sides; null where there is none. */
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
}

export function impactOf(pairs: readonly Pair[]): Impact {
  const changed = pairs
    .map(changeOf)
    .filter(
      one => one.findings.length > 0 || one.scoreBefore !== one.scoreAfter || one.outcomeBefore !== one.outcomeAfter,
    )
    .sort((a, b) => b.findings.length - a.findings.length);
  const scored = pairs.flatMap(({ before, after }) =>
    before.score.value === null || after.score.value === null ? [] : [[before.score.value, after.score.value] as const],
  );
  return {
    reports: pairs.length,
    changed,
    appearing: gaps(changed, change => !lacks(change.before) && lacks(change.after)),
    going: gaps(changed, change => lacks(change.before) && isAsked(change.after) && !lacks(change.after)),
    unasked: gaps(changed, change => lacks(change.before) && !isAsked(change.after)),
    meanBefore: mean(scored.map(([before]) => before)),
    meanAfter: mean(scored.map(([, after]) => after)),
  };
}

const isAsked = (status: Status | null): boolean => status !== null && status !== 'not-applicable';

function changeOf({ key, before, after }: Pair): ReportChange {
  const earlier = byRequirement(before);
  const later = byRequirement(after);
  const ids = new Set([...earlier.keys(), ...later.keys()]);
  const findings = [...ids].flatMap((requirement): FindingChange[] => {
    const one = earlier.get(requirement);
    const other = later.get(requirement);
    const [was, is] = [one, other].map(finding => (finding === undefined ? null : toldStatus(finding)));
    if (was === is) return [];
    const title = other?.title ?? one?.title ?? requirement;
    return [{ requirement, title, before: was ?? null, after: is ?? null }];
  });
  return {
    key,
    scoreBefore: before.score.value,
    scoreAfter: after.score.value,
    outcomeBefore: before.outcome?.title ?? null,
    outcomeAfter: after.outcome?.title ?? null,
    findings,
  };
}

const byRequirement = (assessment: Judged): Map<string, Judged['findings'][number]> =>
  new Map(assessment.findings.map(finding => [finding.requirement, finding]));

function gaps(changed: readonly ReportChange[], counts: (change: FindingChange) => boolean): GapChange[] {
  const found = new Map<string, { title: string; keys: string[] }>();
  for (const report of changed) {
    for (const change of report.findings) {
      if (!counts(change)) continue;
      const gap = found.get(change.requirement) ?? { title: change.title, keys: [] };
      gap.keys.push(report.key);
      found.set(change.requirement, gap);
    }
  }
  return [...found]
    .map(([requirement, { title, keys }]) => ({ requirement, title, keys }))
    .sort((a, b) => b.keys.length - a.keys.length);
}

/** To one decimal; null of nothing. */
function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
}
