/** What a gap is and what waits for a person: the one meaning behind every number, list and letter that tells of either. */
import type { Finding, Status } from './types.ts';

type Found = Pick<Finding, 'requirement' | 'status' | 'certainty'>;

/** Requirements whose decision lapsed, because text or result changed after it. */
export type Lapsed = Pick<ReadonlySet<string>, 'has'>;

const none: Lapsed = new Set<string>();

/** Something is not stated, or not whole, whoever has still to confirm it. */
export const lacks = (status: Status | null | undefined): boolean => status === 'partial' || status === 'missing';

/** A person has to look: the machine left it open or is not sure, or the person's own decision lapsed. */
export const waits = ({ requirement, status, certainty }: Found, lapsed: Lapsed = none): boolean =>
  lapsed.has(requirement) || status === 'review' || (certainty === 'unsure' && status !== 'not-applicable');

/** Partial or missing, and decided: nobody is told of a gap that a person may still take back. */
export const isGap = (finding: Found, lapsed: Lapsed = none): boolean =>
  lacks(finding.status) && !waits(finding, lapsed);

/** The status as it may be told to others: what waits for a person is `review`. */
export const toldStatus = (finding: Found, lapsed: Lapsed = none): Status =>
  waits(finding, lapsed) ? 'review' : finding.status;

export interface StandCounts {
  readonly gaps: number;
  readonly toReview: number;
  /** What applies and does not wait. */
  readonly decided: number;
}

export function standCounts(findings: readonly Found[], lapsed: Lapsed = none): StandCounts {
  const waiting = findings.filter(finding => waits(finding, lapsed));
  return {
    gaps: findings.filter(finding => isGap(finding, lapsed)).length,
    toReview: waiting.length,
    decided: findings.filter(finding => finding.status !== 'not-applicable' && !waits(finding, lapsed)).length,
  };
}
