/** From findings to score, ledger and outcome. Met counts whole, partial half; not-applicable and review leave the sum. */
import type { RuleSet } from '../rules/load.ts';
import { bilingual } from '../rules/load.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import type { Finding, LedgerLine, Outcome, Score, Tally } from './types.ts';

const weightless = (finding: Finding): boolean => finding.status === 'not-applicable' || finding.status === 'review';

export function scoreOf(findings: readonly Finding[]): Score {
  let earned = 0;
  let applicable = 0;
  let decided = 0;
  let toReview = 0;
  const ledger: LedgerLine[] = [];
  for (const finding of findings) {
    if (finding.status === 'not-applicable') continue;
    if (finding.status === 'review' || finding.certainty === 'unsure') toReview += 1;
    else decided += 1;
    if (weightless(finding)) continue;
    earned += finding.earned;
    applicable += finding.points;
    if (finding.earned < finding.points)
      ledger.push({
        requirement: finding.requirement,
        lost: round(finding.points - finding.earned, 2),
        why: finding.reason,
      });
  }
  const value = applicable === 0 ? null : round((earned / applicable) * 100, 1);
  return {
    value,
    earned: round(earned, 2),
    applicable: round(applicable, 2),
    decided,
    toReview,
    beforeRulings: value,
    ledger,
  };
}

/** Half up, on the decimal value as a person would do it. */
export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.floor(value * scale + 0.5 + 1e-9) / scale;
}

export function tally(findings: readonly Finding[], tier: Finding['tier']): Tally {
  const counted = findings.filter(finding => finding.tier === tier && finding.status !== 'not-applicable');
  return { met: counted.filter(finding => finding.status === 'met').length, of: counted.length };
}

/** The first outcome of the rule set whose condition holds; the last, without condition, otherwise. */
export function outcomeOf(ruleSet: RuleSet, findings: readonly Finding[], lang: Lang): Outcome {
  const mandatory = findings.filter(finding => finding.tier === 'mandatory');
  const missing = mandatory.filter(finding => finding.status === 'missing').length;
  const partial = mandatory.filter(finding => finding.status === 'partial').length;
  const expected = findings.filter(finding => finding.tier === 'expected' && !weightless(finding));
  const points = expected.reduce((sum, finding) => sum + finding.points, 0);
  const share = points === 0 ? 100 : (expected.reduce((sum, finding) => sum + finding.earned, 0) / points) * 100;
  const provisional = mandatory.some(finding => finding.status === 'review' || finding.certainty === 'unsure');
  const holds = ruleSet.outcomes.find(({ when }) => {
    if (when === undefined) return true;
    if (when.mandatoryMissing !== undefined && missing >= when.mandatoryMissing.atLeast) return true;
    if (when.mandatoryPartial !== undefined && partial >= when.mandatoryPartial.atLeast) return true;
    return when.expectedShare !== undefined && share < when.expectedShare.below;
  });
  const chosen = holds ?? ruleSet.outcomes[ruleSet.outcomes.length - 1];
  return { id: chosen?.id ?? '', title: chosen === undefined ? '' : pick(bilingual(chosen.title), lang), provisional };
}
