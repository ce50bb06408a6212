/** A way to fulfil a requirement: one of these phrases, said by this actor, with a count or a date, within this stretch. */
import type { Quantity } from '../quantities/types.ts';
import { findFirst } from '../rules/literals.ts';
import type { Match } from '../rules/phrase.ts';
import type { Way } from '../rules/schema.ts';
import {
  type Context,
  clauseAround,
  type FlatSpan,
  matchesInSentence,
  matchesOf,
  type Scope,
  together,
} from './context.ts';
import { denials } from './denial.ts';
import { type Conditions, type Refusal, refuse, withoutFigure } from './refuse.ts';
import { lendingHead } from './rows.ts';
import { findStated, foreignOf, heldBy, reachOf } from './way-figures.ts';

export interface WayResult {
  /** The matches that fulfil it; empty where it is not fulfilled. */
  readonly evidence: readonly Match[];
  readonly quantities: readonly Quantity[];
  /** Of these, wordings whose figure a passage beside them holds. */
  readonly said: readonly Match[];
  readonly partYear: boolean;
  readonly refused: readonly Refusal[];
  /** Passages with the words whose count, date or actor lacks. */
  readonly incomplete: readonly Match[];
  /** The percentage that the way's wording means (件件有负责人到庭: 100); null where its figures speak. */
  readonly percent: number | null;
}

/** The value is the first figure of the text; of two in one stretch (28家机关共设公职律师68名) that of the phrase named first. */
interface Ranked {
  readonly stretch: number;
  /** Place of the phrase in the way's list. */
  readonly rank: number;
  readonly quantities: readonly Quantity[];
}

/** A wall is looked for no further back than that. */
const longestStretch = 400;

/** Where the stretch around a place begins: after the last wall of a clause or 、. */
function stretchStart(context: Context, at: number): number {
  const { start } = clauseAround(context, at);
  const from = Math.max(start, at - longestStretch);
  return Math.max(start, from + context.text.flat.slice(from, at + 1).lastIndexOf('、') + 1);
}

/** Judges one way; conditions of the requirement (zones, not) hold unless the way names its own. */
export function tryWay(context: Context, way: Way, inherited: Conditions): WayResult {
  if (!yearFits(context, way)) return nothing;
  // Most ways end here.
  const acting = way.any === undefined;
  const candidates = matchesOf(context, way.any ?? way.by);
  if (candidates.length === 0) return nothing;
  if (denials(context, way.unless, {}).length > 0) return nothing;
  const conditions = conditionsOf(way, inherited);
  const refused: Refusal[] = [];
  const by = acting ? undefined : way.by;
  const lists = [by, way.and].filter(list => list !== undefined);
  const scope = way.within ?? 'sentence';
  /** What goes with a wording may stand in a list of areas: the wording says what was done with it. */
  const beside: Conditions = {
    zones: conditions.zones,
    not: conditions.not,
    outsideHeadings: conditions.outsideHeadings,
    anyStance: conditions.anyStance,
    outsideLists: false,
  };
  const accepted = (match: Match, acts: boolean): boolean =>
    refuse(context, match, beside) === null && !(acts && leadsOnly(context, match));
  /** Half of a wording is no near miss: what goes with it must stand beside it, wherever that is. */
  const whole = (match: Match): boolean =>
    (way.atLeast ?? 1) === 1 && lists.every(list => standingBy(context, list, match, scope).length > 0);
  const leading = candidates.filter(match => {
    const refusal = refuse(context, match, conditions);
    if (refusal !== null && whole(match)) refused.push(refusal);
    return refusal === null && !(acting && leadsOnly(context, match));
  });
  if (leading.length === 0) return refused.length === 0 ? nothing : { ...nothing, refused };
  const order = context.lists.of(way.any ?? way.by ?? []).phrases;
  const evidence: Match[] = [];
  const said: Match[] = [];
  const ranked: Ranked[] = [];
  const incomplete: Match[] = [];
  /** Evidence whose figures cover part of the year only: it counts where there is no other. */
  const short: { readonly matches: readonly Match[]; readonly quantities: readonly Quantity[] }[] = [];

  const groups = way.atLeast === undefined ? leading.map(match => [match]) : gather(context, leading, way);
  for (const group of groups) {
    const match = group[0] as Match;
    const near = lists.map(list => {
      const acts = list === by;
      const found = standingBy(context, list, match, scope).filter(other => accepted(other, acts));
      if (found.length > 0 || scope !== 'sentence') return found;
      return lent(context, list, lendingHead(context, match, acts)).filter(other => accepted(other, acts));
    });
    const rival = near.length === 0 ? null : rivalOf(context, match, scope, conditions);
    const company = near.map((list, nth) =>
      list.find(other => rival === null || standsNearer(context, match, other, rival, lists[nth] === by)),
    );
    if (rival !== null && near.every(list => list.length > 0) && company.includes(undefined)) {
      refused.push({ kind: 'excluded', span: match, word: context.text.flat.slice(rival.start, rival.end) });
      continue;
    }
    if (company.some(other => other === undefined)) {
      incomplete.push(match);
      continue;
    }
    const wordings = company.length === 0 ? group : [...group, ...(company as Match[])];
    const held = heldBy(context, wordings);
    const foreign = foreignOf(context, held, match);
    if (foreign !== null) {
      refused.push(foreign);
      continue;
    }
    const stated = way.with === undefined ? [] : findStated(context, group, way, conditions);
    if (way.with !== undefined && stated === null) {
      refused.push(withoutFigure(context, match, way.unit));
      incomplete.push(match);
      continue;
    }
    const all = stated === null || stated.length === 0 ? held : [...held, ...stated];
    const reach = reachOf(context, all);
    const matches = wordings.map((one, nth) => (nth < group.length && one.end < reach ? { ...one, end: reach } : one));
    const part = all.find(quantity => quantity.partYear);
    if (part !== undefined) {
      short.push({ matches, quantities: all });
      refused.push({ kind: 'part-year', span: match, word: part.period });
      continue;
    }
    for (const one of matches) evidence.push(one);
    if (held.length > 0 && group.every(({ numbers }) => numbers.length === 0)) said.push(match);
    ranked.push({
      stretch: stretchStart(context, all[0]?.flatStart ?? match.start),
      rank: order.indexOf(match.phrase),
      quantities: all,
    });
  }
  if (ranked.length > 1) ranked.sort((a, b) => a.stretch - b.stretch || a.rank - b.rank);
  const quantities: Quantity[] = [];
  for (const one of ranked) for (const quantity of one.quantities) quantities.push(quantity);
  const partYear = evidence.length === 0 && short.length > 0;
  for (const one of partYear ? short : []) {
    evidence.push(...one.matches);
    quantities.push(...one.quantities);
  }
  return { evidence, quantities, said, partYear, refused, incomplete, percent: way.percent ?? null };
}

const underLead = /^[^,;:。]{0,16}(?:领导|指导|支持|关心|关怀)下/;

/** 在区委、区政府的坚强领导下: they lead, and did not do what is told after it. */
function leadsOnly({ text: { flat } }: Context, { end }: Match): boolean {
  return underLead.test(flat.slice(end, end + 20));
}

/** The matches of a list that stand in the stretch around `match`; of a sentence only that is searched. */
function standingBy(context: Context, phrases: readonly string[], match: Match, scope: Scope): readonly Match[] {
  if (scope === 'sentence') return matchesInSentence(context, phrases, match.start);
  const list = scope === 'clause' ? matchesInSentence(context, phrases, match.start) : matchesOf(context, phrases);
  const stands = (index: number): boolean => together(context, (list[index] as Match).start, match.start, scope);
  let from = findFirst(list, match.start);
  let to = from;
  while (from > 0 && stands(from - 1)) from -= 1;
  while (to < list.length && stands(to)) to += 1;
  return from === to ? none : list.slice(from, to);
}

/** The matches of a list that lie in what a head lends. */
function lent(context: Context, phrases: readonly string[], head: FlatSpan | null): readonly Match[] {
  if (head === null) return none;
  return matchesInSentence(context, phrases, head.start).filter(
    ({ start, end }) => start >= head.start && end <= head.end,
  );
}

const none: readonly Match[] = [];

/**
 * The excluded wording with a count of its own that stands last before the clause of `match`: what follows is of its topic
 * (行政复议案件2件;行政诉讼案件6件,审结5件 closes lawsuits). Null where there is none within `scope`.
 */
function rivalOf(context: Context, match: Match, scope: Scope, conditions: Conditions): Match | null {
  const { start } = clauseAround(context, match.start);
  const others = matchesOf(context, conditions.not);
  for (let index = findFirst(others, start) - 1; index >= 0; index -= 1) {
    const other = others[index] as Match;
    if (!together(context, other.start, match.start, scope)) return null;
    if (other.end <= start && countsIn(context, other)) return other;
  }
  return null;
}

/** Whether a count follows a wording in its clause. */
function countsIn(context: Context, { start, end }: Match): boolean {
  const clause = clauseAround(context, start);
  const numbers = context.text.slots?.numbers ?? [];
  const number = numbers[findFirst(numbers, end)];
  return number !== undefined && number.start < clause.end;
}

/** Who acts in the clause of the rival (局党组每季度听取一次汇报,专题研究5次) acts in the next one too. */
function standsNearer(context: Context, match: Match, other: Match, rival: Match, acts: boolean): boolean {
  return (
    (acts && together(context, other.start, rival.start, 'clause')) ||
    together(context, match.start, other.start, 'clause') ||
    (other.start > rival.start && other.start < match.start)
  );
}

const nothing: WayResult = {
  evidence: [],
  quantities: [],
  said: [],
  partYear: false,
  refused: [],
  incomplete: [],
  percent: null,
};

const joined = new WeakMap<readonly string[], readonly string[]>();

/** The wordings excluded by the requirement and by the way; the same list object each time, so that its matches are found once. */
function excludedIn(way: Way, inherited: readonly string[] | undefined): readonly string[] | undefined {
  if (way.not === undefined || inherited === undefined) return way.not ?? inherited;
  const known = joined.get(way.not);
  if (known !== undefined) return known;
  const both = [...inherited, ...way.not];
  joined.set(way.not, both);
  return both;
}

function conditionsOf(way: Way, inherited: Conditions): Conditions {
  if (way.zones === undefined && way.not === undefined && way.outsideHeadings === undefined) return inherited;
  return {
    zones: way.zones ?? inherited.zones,
    not: excludedIn(way, inherited.not),
    outsideHeadings: way.outsideHeadings ?? inherited.outsideHeadings,
    anyStance: inherited.anyStance,
    outsideLists: inherited.outsideLists,
  };
}

export function yearFits(context: Context, way: { readonly years?: { from?: number; to?: number } }): boolean {
  const { years } = way;
  if (years === undefined || context.year === null) return true;
  return (years.from ?? 0) <= context.year && context.year <= (years.to ?? 9999);
}

/** Groups of matches of at least `atLeast` different phrases that stand within one stretch. */
function gather(context: Context, matches: readonly Match[], way: Way): Match[][] {
  const scope = way.within ?? 'sentence';
  const groups: Match[][] = [];
  for (const match of matches) {
    const group = groups.at(-1);
    if (group !== undefined && together(context, (group[0] as Match).start, match.start, scope)) group.push(match);
    else groups.push([match]);
  }
  return groups.filter(group => new Set(group.map(match => match.phrase)).size >= (way.atLeast ?? 1));
}
