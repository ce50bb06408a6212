/** Finds the figures that do not agree beside a quote, so that a finding tells of them where it rests on them. */
import type { Evidence, RelationEntry } from '../assess/types.ts';

/** True where the parts, rates or repeats hold, by rounding at least. */
export const holds = (verdict: RelationEntry['verdict']): boolean => verdict === 'consistent' || verdict === 'rounding';

/** Id of a relation on the page; `index` counts from 0 in the assessment's order. */
export const relationId = (index: number): string => `relation-${index + 1}`;

export interface Alarm {
  readonly note: string;
  /** Link to the figures in question. */
  readonly href: string;
}

/** What ends the matter that a figure belongs to. */
const stops = /[。；;\n\r]/;

/** Relations that fail and have a side within the sentence, or its part between semicolons, of one of the quotes. */
export function alarmsOf(quotes: readonly Evidence[], relations: readonly RelationEntry[], text: string): Alarm[] {
  const stretches = quotes.map(quote => around(text, quote));
  return relations.flatMap((relation, index) => {
    // An equation has a finding of its own.
    if (holds(relation.verdict) || relation.kind === 'equation') return [];
    const touched = stretches.some(({ start, end }) =>
      relation.sides.some(side => side.start < end && side.end > start),
    );
    return touched ? [{ note: relation.note, href: `#${relationId(index)}` }] : [];
  });
}

function around(text: string, { start, end }: Evidence): { readonly start: number; readonly end: number } {
  let from = start;
  while (from > 0 && !stops.test(text[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < text.length && !stops.test(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}
