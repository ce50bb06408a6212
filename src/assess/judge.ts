/** One verdict a requirement: asks the judge of its kind, in an order in which each finds what it builds on. */

import type { RuledRequirement } from '../rules/load.ts';
import { bilingual } from '../rules/load.ts';
import type { Requirement } from '../rules/schema.ts';
import { fill } from '../words/bilingual.ts';
import { findingWords, notApplicableWords } from '../words/findings.ts';
import { type NotApplicable, notApplicable } from './applies.ts';
import { judgeCheck } from './check.ts';
import type { Context } from './context.ts';
import { readsLike } from './doubt.ts';
import { judgeElement } from './element.ts';
import { judgeEquation } from './equation.ts';
import { counterOf } from './keys.ts';
import { judgePart } from './part.ts';
import { judgeQuantity } from './quantity.ts';
import { judgeSection } from './section.ts';
import { judgeStatement } from './statement.ts';
import { judgeTable } from './table.ts';
import { type Verdict, verdict } from './verdict.ts';

/** What a zero excuses comes after what is counted; parts rest on the facts of others, checks on all of them: they come last. */
const rounds = [0, 1, 2, 3];
const roundOf = ({ kind, appliesTo }: Requirement): number =>
  kind === 'check' ? 3 : kind === 'part' ? 2 : appliesTo?.unless === undefined ? 0 : 1;

/** `known` are verdicts that need not be found again. */
export function judgeAll(
  context: Context,
  known: (rule: Requirement) => Verdict | undefined = () => undefined,
): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const round of rounds) {
    for (const rule of context.ruleSet.requirements) {
      if (roundOf(rule) === round) verdicts.set(rule.id, known(rule) ?? judge(context, rule, verdicts));
    }
  }
  return verdicts;
}

function judge(context: Context, rule: RuledRequirement, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const counter = counterOf(context.ruleSet.requirements, rule);
  const counted = counter !== undefined && counts(verdicts.get(counter.id));
  const excluded = notApplicable(context, rule, counted);
  if (excluded?.by === 'condition') return none(excluded);
  const judged = judgeKind(context, rule, verdicts);
  // 本局无行政诉讼案件 beside the figures of the whole county: what is reported is judged.
  const reported = counts(judged);
  if (excluded?.by === 'wording' && !reported) return none(excluded);
  if (excluded?.by === 'silence' && judged.status === 'missing') return none(excluded);
  const asks = judged.status === 'missing' || (judged.status === 'partial' && rule.doubt?.partial === true);
  if (asks) return inDoubt(context, rule, judged);
  return judged.status === 'not-applicable' && judged.reason === null
    ? { ...judged, reason: notApplicableWords.absent }
    : judged;
}

/** Left to a person where sentences of the report read as if they told it. */
function inDoubt(context: Context, rule: Requirement, judged: Verdict): Verdict {
  const alike = readsLike(context, rule);
  if (alike.length === 0) return judged;
  const title = bilingual(rule.title);
  const reason = {
    zh: fill(findingWords.doubt.zh, { title: title.zh }),
    en: fill(findingWords.doubt.en, { title: title.en }),
  };
  return verdict('review', { certainty: 'unsure', evidence: alike, refused: judged.refused, reason });
}

const counts = (judged: Verdict | undefined): boolean =>
  judged?.status === 'met' && judged.figures.some(figure => figure !== 0);

function none(excluded: NotApplicable): Verdict {
  return verdict('not-applicable', { reason: excluded.reason, evidence: excluded.evidence });
}

function judgeKind(context: Context, rule: Requirement, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  switch (rule.kind) {
    case 'statement':
      return judgeStatement(context, rule);
    case 'quantity':
      return judgeQuantity(context, rule);
    case 'element':
      return judgeElement(context, rule);
    case 'part':
      return judgePart(context, rule, id => verdicts.get(id));
    case 'section':
      return judgeSection(context, rule);
    case 'table':
      return judgeTable(context, rule);
    case 'equation':
      return judgeEquation(context, rule);
    case 'check':
      return judgeCheck(context, rule, verdicts);
    case 'manual': {
      const ask = bilingual(rule.ask);
      return verdict('review', {
        certainty: 'unsure',
        reason: {
          zh: fill(findingWords.manual.zh, { ask: ask.zh }),
          en: fill(findingWords.manual.en, { ask: ask.en }),
        },
      });
    }
  }
}
