/** Judges one pasted passage as if it stood in a report: what each requirement makes of it, and why. */
import { readQuantities } from '../quantities/index.ts';
import type { Level, Report, Zone } from '../report/types.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Lang } from '../words/bilingual.ts';
import { createContext } from './context.ts';
import { readSentence } from './examples.ts';
import { linesOf, toFinding } from './finding.ts';
import { judgeAll } from './judge.ts';
import type { Finding } from './types.ts';

export interface Passage {
  readonly text: string;
  /** Where it is taken to stand. */
  readonly zone: Zone;
  /** Report year and level of the body it is taken to be of. */
  readonly year: number;
  readonly level: Level;
}

/**
 * The findings of the requirements that a passage can show, in the rule set's order. Parts, formal elements and checks
 * ask for a whole report and are left out. Offsets count in the passage.
 */
export function assessPassage(ruleSet: RuleSet, passage: Passage, lang: Lang): Finding[] {
  const report: Report = readSentence(passage);
  const { quantities, relations } = readQuantities(report);
  const requirements = ruleSet.requirements.filter(rule => rule.kind === 'statement' || rule.kind === 'quantity');
  // The powers of a body are not what a passage can show.
  const context = {
    ...createContext({ report, ruleSet: { ...ruleSet, requirements }, quantities, relations }),
    powers: new Set(['enforcement', 'normative-documents', 'reconsideration'] as const),
  };
  const verdicts = judgeAll(context);
  const lines = linesOf(report.source);
  return requirements.flatMap(rule => {
    const judged = verdicts.get(rule.id);
    return judged === undefined ? [] : [toFinding(context, lines, rule, judged, lang)];
  });
}
