/** How sure a verdict is, by grounds a reader can see: where two readings fit it goes to a person, where one step was inferred it is likely. */
import type { Quantity } from '../quantities/types.ts';
import type { AnomalyKind } from '../report/types.ts';
import type { Requirement } from '../rules/schema.ts';
import { unitsAsked } from './asked-units.ts';
import {
  type Context,
  clauseAround,
  countedZones,
  type FlatSpan,
  inHeading,
  quantitiesBetween,
  sentenceAround,
  zoneAt,
} from './context.ts';
import type { Refusal } from './refuse.ts';
import type { Certainty } from './types.ts';
import type { Verdict } from './verdict.ts';

/** Why a verdict is less than sure. `docs/accuracy.md` tells how often each holds and how often it is right. */
export type Ground =
  | 'other-reading'
  | 'left-out'
  | 'heading-only'
  | 'all-without-figure'
  | 'two-rates'
  | 'one-sentence'
  | 'figure-near'
  | 'figure-beside'
  | 'derived'
  | 'one-passage'
  | 'damaged'
  | 'named-only'
  | 'inferred';

/** Grounds on which two readings fit. */
const twoReadings: ReadonlySet<Ground> = new Set([
  'other-reading',
  'left-out',
  'heading-only',
  'all-without-figure',
  'two-rates',
  'one-sentence',
  'figure-near',
  'figure-beside',
]);

export interface Weighed {
  readonly certainty: Certainty;
  /** The first ground that holds; null where the verdict is sure, or where its own reason says what is open. */
  readonly ground: Ground | null;
}

/** Weighs a verdict. `nearest` is the closest refused passage, whether it is shown or not. */
export function weigh(context: Context, rule: Requirement, judged: Verdict, nearest: Refusal | null): Weighed {
  if (judged.certainty === 'unsure' || judged.status === 'review') return { certainty: 'unsure', ground: null };
  const ground = groundOf(context, rule, judged, nearest);
  if (ground !== null) return { certainty: twoReadings.has(ground) ? 'unsure' : 'likely', ground };
  return judged.certainty === 'likely' ? { certainty: 'likely', ground: 'inferred' } : { certainty: 'sure', ground };
}

/** Kinds that look at the make of the report: it is so or it is not, and no wording could be read otherwise. */
const structural: readonly Requirement['kind'][] = ['element', 'check', 'manual', 'section', 'table', 'equation'];

function groundOf(context: Context, rule: Requirement, judged: Verdict, nearest: Refusal | null): Ground | null {
  const { status, evidence, figures, rests } = judged;
  if (structural.includes(rule.kind) || status === 'not-applicable') return null;
  // What is for information only is not put to anybody.
  if (rule.points === 0) return null;
  if (rule.kind === 'part') return judged.oneSentence ? 'one-sentence' : null;
  const counted = (span: FlatSpan): boolean => countedZones.includes(zoneAt(context, span.start));
  if (status === 'partial' && nearest !== null && nearest.topic !== true) {
    if (nearest.kind === 'excluded' && counted(nearest.span)) return 'other-reading';
    if (nearest.kind === 'elsewhere' || nearest.kind === 'other-part') return 'left-out';
  }
  // In the part on shortcomings the items are headings.
  if (evidence.length > 0 && evidence.every(span => counted(span) && inHeading(context, span.start)))
    return 'heading-only';
  if (status === 'missing') {
    if (nearest?.kind !== 'mention') return null;
    return holdsCount(context, nearest.span) ? 'figure-near' : 'named-only';
  }
  if (status === 'partial' && isCountedBeside(context, rule, judged)) return 'figure-beside';
  if (status === 'met' && rule.kind === 'quantity' && figures.length === 0) return 'all-without-figure';
  if (judged.rivals) return 'two-rates';
  if (evidence.some(span => isDamaged(context, span))) return 'damaged';
  if (status === 'met' && figures.length > 0 && rests[0]?.value !== figures[0]) return 'derived';
  const { clauseOf } = context.report.copy;
  const alone = new Set(evidence.map(span => clauseOf[span.start])).size === 1;
  return rule.kind === 'statement' && alone && rests.length === 0 ? 'one-passage' : null;
}

/** A count of what was done, in the sentence of the passage. */
function holdsCount(context: Context, span: FlatSpan): boolean {
  return figuresDone(context, sentenceAround(context, span.start)).some(({ kind }) => kind === 'count');
}

/**
 * What was found in part stands in words nobody has met, where a figure such as the requirement takes is told with it: of a
 * quantity in the same sentence, of a statement in the same clause. A figure that was read, and found to be
 * of part of the year, is none.
 */
function isCountedBeside(context: Context, rule: Requirement, { evidence, partYear, rests }: Verdict): boolean {
  if (partYear || rests.length > 0 || !(rule.kind === 'quantity' || rule.kind === 'statement')) return false;
  const around = rule.kind === 'quantity' ? sentenceAround : clauseAround;
  const figures = evidence.flatMap(span => figuresDone(context, around(context, span.start)));
  if (figures.length === 0) return false;
  const units = unitsAsked(context.ruleSet, rule);
  return figures.some(({ unit }) => units.has(unit));
}

/** Figures of what was done. */
const figuresDone = (context: Context, { start, end }: FlatSpan): readonly Quantity[] =>
  quantitiesBetween(context, start, end).filter(({ stance }) => stance === 'done');

const damage: readonly AnomalyKind[] = ['lost-punctuation', 'garbled', 'placeholder'];

function isDamaged(context: Context, span: FlatSpan): boolean {
  const { at } = context.report.copy;
  const damages = context.report.anomalies.filter(one => damage.includes(one.kind));
  if (damages.length === 0) return false;
  const { start, end } = sentenceAround(context, span.start);
  const [from, to] = [at[start] ?? 0, at[end - 1] ?? 0];
  return damages.some(one => one.start < to && one.end > from);
}
