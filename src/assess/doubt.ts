/** A second look where a requirement found nothing: sentences that read as if they told it, wherever they stand. */
import type { Match } from '../rules/phrase.ts';
import type { Requirement } from '../rules/schema.ts';
import { type Context, type FlatSpan, inHeading, matchesOf, sectionAt, sentenceAround, zoneAt } from './context.ts';

/** Most passages given. */
const mostShown = 3;
/** A sentence up to this length is given whole. */
const longestShown = 100;

/** Of a doubt that is `late`, where in the report its clauses may begin. */
const lateFrom = 2 / 3;

/** 《主要负责人职责规定》,组织村支书述法: the words begin in the name of a document. */
const beginsInTitle = (flat: string, at: number): boolean =>
  flat.lastIndexOf('《', at) > flat.lastIndexOf('》', at - 1);

type Doubt = NonNullable<Requirement['doubt']>;
/** One way to look: a doubt's own, or one of its `or`. */
type Look = Omit<Doubt, 'or' | 'partial'>;

/** What the doubt's own look finds, else what the first of its further looks does that finds anything. */
export function readsLike(context: Context, rule: Requirement): readonly FlatSpan[] {
  const { doubt } = rule;
  if (doubt === undefined) return [];
  for (const look of [doubt, ...(doubt.or ?? [])]) {
    const found = foundBy(context, look, rule.not);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * One passage a sentence, in order; none where there are fewer clauses than the look asks for. Neither outline nor, unless it
 * names some, zones play a part: where they were read wrongly, this is another reading of the same text.
 */
function foundBy(context: Context, doubt: Look, excluded: readonly string[] | undefined): readonly FlatSpan[] {
  const { copy } = context.report;
  const from = doubt.late === true ? copy.flat.length * lateFrom : 0;
  const asked = (at: number): boolean => at >= from && doubt.zones?.includes(zoneAt(context, at)) !== false;
  // The heading of a part names what follows, and says nothing of it.
  const heads = (at: number): boolean =>
    inHeading(context, at) &&
    (doubt.outsideHeadings === true || context.report.outline[sectionAt(context, at)]?.level === 1);
  const told = ({ start, inTitle, negated }: Match): boolean =>
    asked(start) && !inTitle && !negated && !heads(start) && !beginsInTitle(copy.flat, start);
  const found = matchesOf(context, doubt.any).filter(told);
  if (found.length === 0) return [];
  const sentencesOf = (phrases: readonly string[] | undefined): readonly number[] =>
    matchesOf(context, phrases).map(({ start }) => copy.sentenceOf[start] as number);
  const not = new Set([...sentencesOf(doubt.not), ...sentencesOf(excluded)]);
  const and = doubt.and === undefined ? null : new Set(sentencesOf(doubt.and));
  const byClause = new Map<number, Match>();
  for (const match of found) {
    const sentence = copy.sentenceOf[match.start] as number;
    const clause = copy.clauseOf[match.start] as number;
    if (byClause.has(clause) || not.has(sentence)) continue;
    if (and !== null && ![sentence, sentence - 1, sentence + 1].some(one => and.has(one) && !not.has(one))) continue;
    byClause.set(clause, match);
  }
  if (byClause.size < (doubt.atLeast ?? 1)) return [];
  const shown = new Map<number, FlatSpan>();
  for (const match of byClause.values()) {
    const sentence = sentenceAround(context, match.start);
    const { start, end } = sentence.end - sentence.start <= longestShown ? sentence : match;
    if (!shown.has(sentence.start)) shown.set(sentence.start, { start, end });
  }
  return [...shown.values()].slice(0, mostShown);
}
