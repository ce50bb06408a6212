/** Why a passage that holds the words does not count: the zone it stands in, a target, another year, a title. */
import type { Zone } from '../report/types.ts';
import type { Match } from '../rules/phrase.ts';
import {
  type Context,
  clauseAround,
  countedZones,
  type FlatSpan,
  inHeading,
  matchesOf,
  sentenceAround,
  zoneAt,
} from './context.ts';

export type RefusalKind =
  | 'plan'
  | 'problem'
  | 'elsewhere'
  | 'heading'
  | 'title'
  | 'negated'
  | 'excluded'
  | 'target'
  | 'shortfall'
  | 'prior-year'
  | 'part-year'
  | 'no-figure'
  | 'change'
  | 'mention';

export interface Refusal {
  readonly kind: RefusalKind;
  readonly span: FlatSpan;
  /** The word that decided, where there is one. */
  readonly word: string | null;
}

export interface Conditions {
  readonly zones?: readonly Zone[] | undefined;
  readonly not?: readonly string[] | undefined;
  readonly outsideHeadings?: boolean | undefined;
  /** A requirement about problems or plans reads them as they are. */
  readonly anyStance?: boolean | undefined;
}

const targetWords = [
  '力争',
  '争取',
  '拟于',
  '拟在',
  '计划于',
  '下一步',
  '今后',
  '即将',
  '将继续',
  '将进一步',
  '将持续',
  '将着力',
  '将全力',
  '将不断',
  '将大力',
  '将认真',
  '将加大',
  '将加强',
  '目标是',
];
const shortfallWords = ['有待', '仍需', '还需', '亟待', '尚未', '不够', '依然较低', '仍然较低', '不到位', '未能'];

/** Why a match does not count; null where it does. */
export function refuse(context: Context, match: Match, conditions: Conditions): Refusal | null {
  const zone = zoneAt(context, match.start);
  const zones = conditions.zones ?? countedZones;
  const say = (kind: RefusalKind, word: string | null = null): Refusal => ({ kind, span: match, word });
  if (!zones.includes(zone)) return say(zone === 'plan' || zone === 'problem' ? zone : 'elsewhere');
  if (match.inTitle) return say('title');
  if (match.negated) return say('negated');
  if (conditions.outsideHeadings === true && inHeading(context, match.start)) return say('heading');
  const excluded = excludedBy(context, match, conditions.not, context.ruleSet.phrases.sources[match.phrase]);
  if (excluded !== null) return say('excluded', excluded);
  if (conditions.anyStance === true || zone === 'problem' || zone === 'plan') return null;
  return refuseStance(context, match);
}

/** A target, a shortfall or another year in the clause of the match. */
export function refuseStance(context: Context, match: FlatSpan): Refusal | null {
  const { flat } = context.report.copy;
  const clause = clauseAround(context, match.start);
  const said = flat.slice(clause.start, match.end);
  const matched = flat.slice(match.start, match.end);
  for (const word of targetWords) {
    if (said.includes(word) && !matched.includes(word)) return { kind: 'target', span: match, word };
  }
  const whole = flat.slice(clause.start, Math.max(clause.end, match.end));
  for (const word of shortfallWords) {
    if (whole.includes(word) && !matched.includes(word)) return { kind: 'shortfall', span: match, word };
  }
  const year = adverbialYear(context, match.start);
  if (year !== null && context.year !== null && year !== context.year) {
    return { kind: year > context.year ? 'target' : 'prior-year', span: match, word: `${year}年` };
  }
  return null;
}

/** The year at the start of the clause, or of the sentence (2022年, … ; 2022年全年…); null where none governs the place. */
function adverbialYear(context: Context, at: number): number | null {
  const { flat } = context.report.copy;
  const clause = clauseAround(context, at);
  const own = yearAt(flat, clause.start, at);
  if (own !== null) return own;
  const sentence = sentenceAround(context, at);
  let year: number | null = null;
  // The last clause before this one that opens with a year governs; a later year replaces an earlier.
  for (let from = sentence.start; from < clause.start; ) {
    const opening = yearAt(flat, from, at);
    if (opening !== null) year = opening;
    const next = clauseAround(context, from);
    from = next.end + 1;
  }
  return year;
}

const openingYear =
  /^(?:[一二三四五六七八九十]是|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])?((?:19|20)\d\d)年(?!\d{1,2}月)/;

/** A year that opens a clause as an adverb of time (2022年, 2022年全年). A date of the next year is an event, not an adverb. */
function yearAt(flat: string, from: number, at: number): number | null {
  const opening = openingYear.exec(flat.slice(from, from + 14));
  if (opening === null || from + opening[0].length > at + 5) return null;
  return Number(opening[1]);
}

/**
 * The excluded wording that overlaps the match or stands before it after the last wall or figure of its clause. A word
 * that the matched phrase itself says is meant, not excluded (受理并审结 beside a `not` of 审结).
 */
function excludedBy(context: Context, match: FlatSpan, not: readonly string[] | undefined, says = ''): string | null {
  if (not === undefined || not.length === 0) return null;
  const { flat } = context.report.copy;
  const clause = clauseAround(context, match.start);
  let from = clause.start;
  for (const number of context.text.slots?.numbers ?? []) {
    if (number.end <= match.start && number.end > from) from = number.end;
    if (number.start > match.start) break;
  }
  for (const other of matchesOf(context, not)) {
    const overlaps = other.start < match.end && other.end > match.start;
    const word = flat.slice(other.start, other.end);
    if ((overlaps || (other.start >= from && other.end <= match.end)) && !says.includes(word)) return word;
  }
  return null;
}
