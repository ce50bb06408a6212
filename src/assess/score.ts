/** From findings to score, ledger and outcome. Met counts whole, partial half; not-applicable and review leave the sum. */
import type { RuleSet } from '../rules/load.ts';
import { bilingual } from '../rules/load.ts';
import { type Bilingual, fillBoth, type Lang, pick } from '../words/bilingual.ts';
import { outcomeWords } from '../words/findings.ts';
import { standCounts, waits } from './stand.ts';
import type { Finding, LedgerLine, Outcome, Score, Tally } from './types.ts';

const weightless = (finding: Finding): boolean => finding.status === 'not-applicable' || finding.status === 'review';

export function scoreOf(findings: readonly Finding[]): Score {
  let earned = 0;
  let applicable = 0;
  const ledger: LedgerLine[] = [];
  for (const finding of findings) {
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
  const { decided, toReview } = standCounts(findings);
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
  const expected = findings.filter(finding => finding.tier === 'expected' && !weightless(finding));
  const points = expected.reduce((sum, finding) => sum + finding.points, 0);
  const facts: Facts = {
    missing: mandatory.filter(finding => finding.status === 'missing').length,
    partial: mandatory.filter(finding => finding.status === 'partial').length,
    share: points === 0 ? 100 : (expected.reduce((sum, finding) => sum + finding.earned, 0) / points) * 100,
  };
  const provisional = mandatory.some(finding => waits(finding));
  const whole = mandatory.every(finding => finding.status === 'met' || finding.status === 'not-applicable');
  const otherwise = whole ? outcomeWords.whole : outcomeWords.none;
  for (const { id, title, when } of ruleSet.outcomes) {
    const why = when === undefined ? otherwise : reasonFor(when, facts);
    if (why !== null) return { id, title: pick(bilingual(title), lang), why: pick(why, lang), provisional };
  }
  const last = ruleSet.outcomes.at(-1);
  const title = last === undefined ? '' : pick(bilingual(last.title), lang);
  return { id: last?.id ?? '', title, why: pick(otherwise, lang), provisional };
}

interface Facts {
  /** Required findings. */
  readonly missing: number;
  readonly partial: number;
  /** Percent of the points of expected content. */
  readonly share: number;
}

/** Null where the condition does not hold. Shares are judged unrounded and told rounded down, so that 59.96 is not told as 60. */
function reasonFor(when: NonNullable<RuleSet['outcomes'][number]['when']>, facts: Facts): Bilingual | null {
  const { mandatoryMissing, mandatoryPartial, expectedShare } = when;
  const why: Bilingual[] = [];
  if (mandatoryMissing !== undefined && facts.missing >= mandatoryMissing.atLeast)
    why.push(fillBoth(outcomeWords.missing, { n: facts.missing }));
  if (mandatoryPartial !== undefined && facts.partial >= mandatoryPartial.atLeast)
    why.push(fillBoth(outcomeWords.partial, { n: facts.partial }));
  if (expectedShare !== undefined && facts.share < expectedShare.below)
    why.push(fillBoth(outcomeWords.share, { share: Math.floor(facts.share * 10) / 10, below: expectedShare.below }));
  return why.length === 0 ? null : { zh: why.map(each => each.zh).join('，'), en: why.map(each => each.en).join('; ') };
}
