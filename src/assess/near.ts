/** The closest passage that was refused: among all that hold the words, the one a reader would point at. */
import type { Context } from './context.ts';
import type { Refusal, RefusalKind } from './refuse.ts';

/** Nearer first: a figure of the wrong time is closer to what was asked than a bare mention. */
const order: readonly RefusalKind[] = [
  'part-year',
  'prior-year',
  'change',
  'target',
  'shortfall',
  'no-figure',
  'excluded',
  'plan',
  'problem',
  'heading',
  'negated',
  'title',
  'mention',
  'elsewhere',
];

export function nearestOf(context: Context, refused: readonly Refusal[]): Refusal | null {
  let best: Refusal | null = null;
  for (const refusal of refused) {
    if (refusal.kind === 'elsewhere' && context.report.zoneOf[refusal.span.start] === undefined) continue;
    if (best === null || rank(refusal) < rank(best)) best = refusal;
  }
  return best;
}

function rank(refusal: Refusal): number {
  const place = order.indexOf(refusal.kind);
  // Of one kind the longer wording says more; then the earlier in the text.
  return place * 1e6 - Math.min(refusal.span.end - refusal.span.start, 200) * 1e3 + refusal.span.start / 1e3;
}
