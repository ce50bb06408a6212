/** Judges a statement: is this said to have been done, with a count, a date or a named document where asked? */
import type { Quantity } from '../quantities/types.ts';
import { normaliseUnits } from '../read/copy-table.ts';
import type { Match } from '../rules/phrase.ts';
import type { Statement, Way } from '../rules/schema.ts';
import { uniformWay } from '../rules/uniform.ts';
import { type Context, clauseAround, type FlatSpan, matchesOf } from './context.ts';
import { coversYear } from './part-year.ts';
import { type Conditions, type Refusal, refuse } from './refuse.ts';
import { type Verdict, verdict } from './verdict.ts';
import { tryWay, type WayResult } from './ways.ts';

export function judgeStatement(context: Context, rule: Statement): Verdict {
  const conditions: Conditions = { zones: rule.zones, not: rule.not };
  return judgeWays(context, rule, waysOfRule(rule), conditions);
}

const ruleWays = new WeakMap<Statement, readonly Way[]>();

/** The rule's own way and its others. */
function waysOfRule(rule: Statement): readonly Way[] {
  const known = ruleWays.get(rule);
  if (known !== undefined) return known;
  const first = pickWay(rule);
  const ways = [...(first.any || first.by ? [first] : []), ...(rule.or ?? [])];
  ruleWays.set(rule, ways);
  return ways;
}

function pickWay(rule: Statement): Way {
  const { zones: _zones, not: _not, ...way } = rule;
  return uniformWay(way);
}

export interface WayRule {
  readonly partial?: Statement['partial'];
  readonly about?: readonly string[];
}

/** Met by the first way that holds; partial by what is enough for partial, or by a figure of part of the year. */
export function judgeWays(context: Context, rule: WayRule, ways: readonly Way[], conditions: Conditions): Verdict {
  const refused: Refusal[] = [];
  const whole: WayResult[] = [];
  const partYear: WayResult[] = [];
  for (const way of ways) {
    const result = tryWay(context, way, conditions);
    for (const one of result.refused) refused.push(one);
    if (result.evidence.length === 0) continue;
    if (!result.partYear) whole.push(result);
    else partYear.push(result);
  }
  if (whole.length > 0) return fromWays('met', whole, refused);
  const [first] = partYear;
  // 上半年4次,下半年5次 is the year told in two.
  if (coversYear(partYear.flatMap(({ quantities }) => quantities)))
    return { ...fromWays('met', partYear, refused), certainty: 'likely' };
  if (first !== undefined) return { ...fromWays('partial', [first], refused), partYear: true };
  const partial = tryPartial(context, rule.partial, conditions);
  const found = partial.evidence.length > 0;
  // 研究解决执法力量不足 among the measures: no more than partial there too, it takes nothing from what is partial here.
  for (const one of partial.refused) if (!found || one.kind !== 'other-part') refused.push(one);
  if (found) return verdict('partial', { evidence: spans(partial.evidence), refused });
  for (const one of mentions(context, rule.about, conditions)) refused.push(one);
  return verdict('missing', { refused });
}

function fromWays(status: 'met' | 'partial', results: readonly WayResult[], refused: readonly Refusal[]): Verdict {
  const percent = results[0]?.percent ?? null;
  const evidence: FlatSpan[] = [];
  const said: FlatSpan[] = [];
  const rests: Quantity[] = [];
  const figures: number[] = percent === null ? [] : [percent];
  for (const result of results) {
    addSpans(evidence, result.evidence);
    addSpans(said, result.said);
    for (const quantity of result.quantities) {
      rests.push(quantity);
      if (!figures.includes(quantity.value)) figures.push(quantity.value);
    }
  }
  const unit = percent === null ? (rests[0]?.unit ?? null) : '%';
  return verdict(status, { evidence, figures, unit, rests, said, refused });
}

export function spans(matches: readonly FlatSpan[]): FlatSpan[] {
  const made: FlatSpan[] = [];
  addSpans(made, matches);
  return made;
}

function addSpans(made: FlatSpan[], matches: readonly FlatSpan[]): void {
  for (const { start, end } of matches) made.push({ start, end });
}

const partialWays = new WeakMap<object, readonly Way[]>();

/** The entries of a `partial` list as ways: its plain phrases together make one. */
function waysOf(partial: Statement['partial']): readonly Way[] {
  if (partial === undefined) return [];
  const known = partialWays.get(partial);
  if (known !== undefined) return known;
  const phrases = partial.filter(item => typeof item === 'string');
  const ways = partial.filter(item => typeof item !== 'string');
  const all = phrases.length > 0 ? [uniformWay({ any: phrases }), ...ways] : ways;
  partialWays.set(partial, all);
  return all;
}

/** What is enough for partial: phrases, or ways of their own. */
export function tryPartial(
  context: Context,
  partial: Statement['partial'],
  conditions: Conditions,
): { evidence: Match[]; refused: Refusal[] } {
  const evidence: Match[] = [];
  const refused: Refusal[] = [];
  const { zones, not, outsideHeadings, anyStance } = conditions;
  const outside: Conditions = { zones, not, outsideHeadings, anyStance, outsideLists: true };
  for (const way of waysOf(partial)) {
    const result = tryWay(context, way, outside);
    for (const match of result.evidence) evidence.push(match);
    for (const one of result.refused) refused.push(one);
  }
  return { evidence, refused };
}

/**
 * Passages that only name the matter; closest passages where nothing better was refused. A report's own title names what it
 * is, here and wherever it is said again, and is close to nothing.
 */
export function mentions(context: Context, about: readonly string[] | undefined, conditions: Conditions): Refusal[] {
  const { meta, copy } = context.report;
  const title = unbroken(meta.title?.value ?? '');
  const saysTitle = ({ start }: FlatSpan): boolean => {
    const clause = clauseAround(context, start);
    const from = Math.max(clause.start, start - titleReach);
    const said = unbroken(copy.flat.slice(from, Math.min(clause.end, start + titleReach)));
    return title !== '' && (said.includes(title) || title.includes(said));
  };
  const named: Refusal[] = [];
  for (const match of matchesOf(context, about)) {
    if (saysTitle(match)) continue;
    const refused = refuse(context, match, conditions);
    named.push({ kind: refused?.kind ?? 'mention', span: match, word: refused?.word ?? null, topic: true });
  }
  return named;
}

/** Characters of a clause looked at on either side of a match. */
const titleReach = 300;

/** As the copy has it, on one line and without blanks. */
const unbroken = (text: string): string => normaliseUnits(text).replace(/\s/g, '');
