/** Judges a statement: is this said to have been done, with a count, a date or a named document where asked? */
import { normaliseUnits } from '../read/copy-table.ts';
import type { Match } from '../rules/phrase.ts';
import type { Statement, Way } from '../rules/schema.ts';
import { type Context, clauseAround, type FlatSpan, matchesOf } from './context.ts';
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
  const { any, by, and, with: stated, unit, within, atLeast, outsideHeadings, years, percent } = rule;
  return {
    ...(any && { any }),
    ...(by && { by }),
    ...(and && { and }),
    ...(stated && { with: stated }),
    ...(unit && { unit }),
    ...(within && { within }),
    ...(atLeast && { atLeast }),
    ...(outsideHeadings && { outsideHeadings }),
    ...(years && { years }),
    ...(percent !== undefined && { percent }),
  };
}

export interface WayRule {
  readonly partial?: Statement['partial'];
  readonly about?: readonly string[];
}

/** Met by the first way that holds; partial by what is enough for partial, or by a figure of part of the year. */
export function judgeWays(context: Context, rule: WayRule, ways: readonly Way[], conditions: Conditions): Verdict {
  const refused: Refusal[] = [];
  const results = ways.map(way => tryWay(context, way, conditions));
  for (const result of results) refused.push(...result.refused);
  const whole = results.filter(result => result.evidence.length > 0 && !result.partYear);
  if (whole.length > 0) return fromWays('met', whole, refused);
  const partYear = results.find(result => result.evidence.length > 0);
  if (partYear !== undefined) return { ...fromWays('partial', [partYear], refused), partYear: true };
  const partial = tryPartial(context, rule.partial, conditions);
  refused.push(...partial.refused);
  if (partial.evidence.length > 0) {
    return verdict('partial', { evidence: spans(partial.evidence), refused });
  }
  return verdict('missing', { refused: [...refused, ...mentions(context, rule.about, conditions)] });
}

function fromWays(status: 'met' | 'partial', results: readonly WayResult[], refused: readonly Refusal[]): Verdict {
  const quantities = results.flatMap(result => result.quantities);
  const percent = results[0]?.percent ?? null;
  const values = quantities.map(quantity => quantity.value);
  return verdict(status, {
    evidence: spans(results.flatMap(result => result.evidence)),
    figures: [...new Set(percent === null ? values : [percent, ...values])],
    unit: percent === null ? (quantities[0]?.unit ?? null) : '%',
    rests: quantities,
    said: spans(results.flatMap(result => result.said)),
    refused,
  });
}

export function spans(matches: readonly FlatSpan[]): FlatSpan[] {
  return matches.map(match => ({ start: match.start, end: match.end }));
}

const partialWays = new WeakMap<object, readonly Way[]>();

/** The entries of a `partial` list as ways: its plain phrases together make one. */
function waysOf(partial: Statement['partial']): readonly Way[] {
  if (partial === undefined) return [];
  const known = partialWays.get(partial);
  if (known !== undefined) return known;
  const phrases = partial.filter(item => typeof item === 'string');
  const ways = partial.filter(item => typeof item !== 'string');
  const all = phrases.length > 0 ? [{ any: phrases }, ...ways] : ways;
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
  for (const way of waysOf(partial)) {
    const result = tryWay(context, way, { ...conditions, outsideLists: true });
    evidence.push(...result.evidence);
    refused.push(...result.refused);
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
    const said = unbroken(copy.flat.slice(clause.start, clause.end));
    return title !== '' && (said.includes(title) || title.includes(said));
  };
  return matchesOf(context, about)
    .filter(match => !saysTitle(match))
    .map(match => ({
      ...(refuse(context, match, conditions) ?? { kind: 'mention', span: match, word: null }),
      topic: true,
    }));
}

/** As the copy has it, on one line and without blanks. */
const unbroken = (text: string): string => normaliseUnits(text).replace(/\s/g, '');
