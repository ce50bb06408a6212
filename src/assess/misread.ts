/** A report whose parts were read wrongly: much of what it lacks stands where shortcomings or plans are told, and is left to a person. */
import { type Lang, pick } from '../words/bilingual.ts';
import { doubtWords } from '../words/findings.ts';
import type { RefusalKind } from './refuse.ts';
import type { Finding } from './types.ts';
import type { Verdict } from './verdict.ts';

/**
 * Requirements found missing because their wordings stand in the part on shortcomings, or on plans, that a report read rightly has at
 * most. Of 323 reports none had more than 2 and 5; one whose work was taken for shortcomings had 14 and 5.
 */
const most: readonly (readonly [RefusalKind, number])[] = [
  ['problem', 3],
  ['plan', 6],
];

/** Findings as they are, or where the parts cannot be right, the missing ones told in a wrong part unsure. */
export function leaveMisread(
  judged: readonly { readonly verdict: Verdict; readonly finding: Finding }[],
  lang: Lang,
): readonly Finding[] {
  const toldIn = (verdict: Verdict, kind: RefusalKind): boolean =>
    verdict.status === 'missing' && verdict.refused.some(refused => refused.kind === kind);
  const misread = most.some(([kind, count]) => judged.filter(({ verdict }) => toldIn(verdict, kind)).length > count);
  return judged.map(({ verdict, finding }) =>
    misread && finding.status === 'missing' && most.some(([kind]) => toldIn(verdict, kind))
      ? { ...finding, certainty: 'unsure', doubt: pick(doubtWords['other-part-read'], lang) }
      : finding,
  );
}
