/** Two results side by side, of two drafts or two years: gaps that came, went or stayed, figures, points line by line. */
import { round } from '../assess/score.ts';
import { type Lapsed, lacks, waits } from '../assess/stand.ts';
import type { Assessment, Finding } from '../assess/types.ts';

/** A requirement in both results; null where a result does not have it. */
export interface Pair {
  readonly requirement: string;
  readonly before: Finding | null;
  readonly after: Finding | null;
}

export interface Comparison {
  /** Gaps that were none before. */
  readonly added: readonly Pair[];
  /** Gaps before, and none now. */
  readonly mended: readonly Pair[];
  /** Gaps before and now. */
  readonly remaining: readonly Pair[];
  /** To be reviewed by a person, before or now. */
  readonly open: readonly Pair[];
  /** Requirements with a figure on either side. */
  readonly figures: readonly Pair[];
  /** Points lost in one result and not, or not as many, in the other; what was gained comes first. */
  readonly points: readonly (Pair & { readonly change: number })[];
}

const lost = (finding: Finding | null): number => (finding === null ? 0 : finding.points - finding.earned);

/** In the order of the later result; requirements that only the earlier one has come last. `lapsed`: of either side, whose decisions lapsed. */
export function compareAssessments(
  before: Assessment,
  after: Assessment,
  lapsed: { readonly before?: Lapsed; readonly after?: Lapsed } = {},
): Comparison {
  const earlier = new Map(before.findings.map(finding => [finding.requirement, finding]));
  const later = new Map(after.findings.map(finding => [finding.requirement, finding]));
  const ids = [...new Set([...later.keys(), ...earlier.keys()])];
  const pairs = ids.map(requirement => ({
    requirement,
    before: earlier.get(requirement) ?? null,
    after: later.get(requirement) ?? null,
  }));
  const isOpen = ({ before, after }: Pair): boolean =>
    (before !== null && waits(before, lapsed.before)) || (after !== null && waits(after, lapsed.after));
  const decided = pairs.filter(pair => !isOpen(pair));
  const isGap = (finding: Finding | null): boolean => lacks(finding?.status);
  return {
    added: decided.filter(pair => !isGap(pair.before) && isGap(pair.after)),
    mended: decided.filter(pair => isGap(pair.before) && !isGap(pair.after)),
    remaining: decided.filter(pair => isGap(pair.before) && isGap(pair.after)),
    open: pairs.filter(isOpen),
    figures: pairs.filter(pair => (pair.before?.value ?? null) !== null || (pair.after?.value ?? null) !== null),
    points: pairs
      .map(pair => ({ ...pair, change: round(lost(pair.before) - lost(pair.after), 2) }))
      .filter(pair => pair.change !== 0)
      .sort((one, other) => other.change - one.change),
  };
}
