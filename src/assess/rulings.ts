/** People's decisions on findings: which of them hold, which a changed text withdraws, and what a result is under them. */
import type { RuleSet } from '../rules/load.ts';
import { pick, say } from '../words/bilingual.ts';
import { type RulingReason, reviewTexts, rulingReasons } from '../words/reviews.ts';
import { statusWords } from '../words/terms.ts';
import { outcomeOf, round, scoreOf, tally } from './score.ts';
import type { Assessment, Finding, Ruling, Status } from './types.ts';

/** One line of the history, which only grows. */
export interface RulingEntry {
  /** Number of the draft that was decided on. */
  readonly draft: number;
  readonly requirement: string;
  /** `lapse`: withdrawn by the program, because quote or machine result changed. */
  readonly decision: 'agree' | 'change' | 'withdraw' | 'lapse';
  /** What the person decided; for `withdraw` and `lapse` what had been decided. */
  readonly status: Status;
  /** What the machine found, and what it quoted, when the decision was made. */
  readonly machine: Status;
  readonly quotes: readonly string[];
  readonly reason: RulingReason | null;
  readonly note: string;
  /** '' for the program itself. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

/** The last entry of each requirement of a draft. */
export function lastEntries(history: readonly RulingEntry[], draft: number): ReadonlyMap<string, RulingEntry> {
  return new Map(history.filter(entry => entry.draft === draft).map(entry => [entry.requirement, entry]));
}

/** Requirements of a draft whose last decision lapsed. */
export const lapsedOf = (history: readonly RulingEntry[], draft: number): ReadonlySet<string> =>
  new Set([...lastEntries(history, draft)].flatMap(([id, { decision }]) => (decision === 'lapse' ? [id] : [])));

const isDecision = ({ decision }: RulingEntry): boolean => decision === 'agree' || decision === 'change';

/** The decisions that hold for a draft. */
export function standing(history: readonly RulingEntry[], draft: number): readonly RulingEntry[] {
  return [...lastEntries(history, draft).values()].filter(isDecision);
}

export const quotesOf = (finding: Finding): readonly string[] => finding.evidence.map(({ quote }) => quote);

/**
 * What the history gains when `draft` has been checked: decisions of draft `from` (the same one checked again, or the one
 * before) whose finding still says the same are kept, the others lapse. `assessment` is the machine's own result. On another
 * draft a decision without a quote to hold on to lapses, since nobody knows what the new text says.
 */
export function settled(
  history: readonly RulingEntry[],
  from: number,
  draft: number,
  assessment: Assessment,
  at: string,
): readonly RulingEntry[] {
  return standing(history, from).flatMap(entry => {
    const finding = assessment.findings.find(({ requirement }) => requirement === entry.requirement);
    const quotes = finding === undefined ? [] : quotesOf(finding);
    const same =
      finding?.status === entry.machine &&
      quotes.length === entry.quotes.length &&
      quotes.every((quote, i) => quote === entry.quotes[i]) &&
      (from === draft || quotes.length > 0);
    if (same) return from === draft ? [] : [{ ...entry, draft }];
    return [{ ...entry, draft, decision: 'lapse', reason: null, note: '', by: '', at }];
  });
}

/** The result under these decisions: status, points, tallies, score and outcome follow them. Without a rule set the outcome stays. */
export function withRulings(
  assessment: Assessment,
  decisions: readonly RulingEntry[],
  ruleSet: RuleSet | null,
): Assessment {
  if (decisions.length === 0 || !assessment.report.recognised) return assessment;
  const { lang } = assessment;
  const byRequirement = new Map(decisions.map(entry => [entry.requirement, entry]));
  const findings = assessment.findings.map(finding => {
    const entry = byRequirement.get(finding.requirement);
    return entry === undefined ? finding : ruled(finding, entry, lang);
  });
  return {
    ...assessment,
    findings,
    outcome: ruleSet === null ? assessment.outcome : outcomeOf(ruleSet, findings, lang),
    mandatory: tally(findings, 'mandatory'),
    expected: tally(findings, 'expected'),
    score: { ...scoreOf(findings), beforeRulings: assessment.score.value },
  };
}

function ruled(finding: Finding, entry: RulingEntry, lang: Assessment['lang']): Finding {
  const { status } = entry;
  const reason = entry.reason === null ? '' : pick(rulingReasons[entry.reason], lang);
  const ruling: Ruling = {
    decision: entry.decision === 'agree' ? 'agree' : 'change',
    status,
    machine: finding.status,
    machineReason: finding.reason,
    reason,
    note: entry.note,
    by: entry.by,
    at: entry.at,
  };
  const changed = status !== finding.status;
  const points = status === 'not-applicable' || status === 'review' ? 0 : finding.worth;
  const share = status === 'met' ? 1 : status === 'partial' ? 0.5 : 0;
  const said = [reason, entry.note].filter(Boolean).join(pick({ zh: '；', en: '; ' }, lang));
  return {
    ...finding,
    status,
    certainty: 'sure',
    doubt: '',
    points,
    earned: round(points * share, 2),
    reason: changed
      ? say(reviewTexts.changedReason, lang, { status: pick(statusWords[status], lang), reason: said })
      : finding.reason,
    fix: status === 'met' || status === 'not-applicable' ? '' : finding.fix,
    ruling,
  };
}
