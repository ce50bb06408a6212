/** The closest passage that was refused: among all that hold the words, the one a reader would point at. */
import type { Quantity } from '../quantities/types.ts';
import { type Context, clauseAround, type FlatSpan, firstQuantity, inHeading, sectionAt } from './context.ts';
import type { Refusal, RefusalKind } from './refuse.ts';

/** Nearer first: a figure of the wrong time is closer to what was asked than a bare mention. */
const order: readonly RefusalKind[] = [
  'part-year',
  'prior-year',
  'change',
  'target',
  'shortfall',
  'other-count',
  'unequal',
  'unfilled',
  'no-figure',
  'excluded',
  'plan',
  'problem',
  'negated',
  'announcement',
  'mention',
  'heading',
  'title',
  'other-part',
  'elsewhere',
];

/** Formulas that stand in every report and say nothing of its own (落实上级决策部署): nobody would point at them. */
const formula = /决策部署|战略部署|部署(?:要求|安排)/;
/** 根据《…督察工作规定》: what a report names as its own basis it does not tell as done. */
const basis = /^(?:现)?(?:严格)?(?:根据|按照|依据|依照)/;

function isFormula(context: Context, { kind, span, word }: Refusal): boolean {
  const { flat } = context.report.copy;
  if (kind === 'excluded')
    return word !== null && (formula.test(word) || formula.test(flat.slice(span.start, span.end + 2)));
  if (kind === 'plan' || kind === 'problem') return namesPart(context, span);
  if (kind !== 'title') return false;
  const { start } = clauseAround(context, span.start);
  return basis.test(flat.slice(start, span.start));
}

/** 四、下一年度推进法治政府建设的主要安排: the name of a whole part says nothing of one requirement. */
function namesPart(context: Context, { start }: FlatSpan): boolean {
  return inHeading(context, start) && context.report.outline[sectionAt(context, start)]?.level === 1;
}

export function nearestOf(context: Context, refused: readonly Refusal[]): Refusal | null {
  let best: Refusal | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const refusal of refused) {
    if (isFormula(context, refusal)) continue;
    if (refusal.kind === 'elsewhere' && context.report.zoneOf[refusal.span.start] === undefined) continue;
    const place = rank(context, refusal);
    if (place >= bestRank) continue;
    best = refusal;
    bestRank = place;
  }
  return best;
}

function rank(context: Context, refusal: Refusal): number {
  const { kind, span, topic } = refusal;
  // A target with its figure says what was asked, only of another year; a topic word alone says least of all.
  const aims = (kind === 'plan' || kind === 'problem') && topic !== true && holdsFigure(context, refusal);
  const place = aims ? order.indexOf('target') : order.indexOf(kind);
  const least = topic !== true || kind === 'mention' ? 0 : kind === 'excluded' ? 2.5 : order.length;
  // Of one kind the longer wording says more; then the earlier in the text.
  return (place + least) * 1e6 - Math.min(span.end - span.start, 200) * 1e3 + span.start / 1e3;
}

function holdsFigure(context: Context, { span }: Refusal): boolean {
  const { clauseOf } = context.report.copy;
  const home = clauseOf[span.end - 1];
  // What begins in the span ends in it, or in its last clause; what begins behind it must stand in that clause.
  const { quantities } = context;
  for (let index = firstQuantity(context, span.start); index < quantities.length; index += 1) {
    const { flatStart, flatEnd } = quantities[index] as Quantity;
    if (flatEnd <= span.end || clauseOf[flatStart] === home) return true;
    if (flatStart >= span.end) return false;
  }
  return false;
}
