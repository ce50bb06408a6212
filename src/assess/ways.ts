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

/** A wording that counts, with its figures. */
interface Passage {
  readonly match: Match;
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

/** A way that is tried: what it asks of its matches, made out once. */
interface Trial {
  readonly context: Context;
  readonly way: Way;
  readonly conditions: Conditions;
  /** For what goes with a wording: it may stand in a list of areas, the wording says what was done with it. */
  readonly beside: Conditions;
  /** The way has no wordings of its own: those who act are its matches. */
  readonly acting: boolean;
  /** What must go with each wording: who acts, what else is said. */
  readonly lists: readonly (readonly string[])[];
  readonly scope: Scope;
  /** By list, what counts of it in the sentence that was asked for last. */
  readonly counted: Map<readonly string[], { readonly sentence: number; readonly found: readonly Match[] }>;
}

/** What the matches of a way gave. */
interface Tally {
  readonly evidence: Match[];
  readonly said: Match[];
  readonly passages: Passage[];
  /** Evidence whose figures cover part of the year only: it counts where there is no other. */
  readonly short: { readonly matches: readonly Match[]; readonly quantities: readonly Quantity[] }[];
  readonly refused: Refusal[];
  readonly incomplete: Match[];
}

/** Judges one way; conditions of the requirement (zones, not) hold unless the way names its own. */
export function tryWay(context: Context, way: Way, inherited: Conditions): WayResult {
  if (!yearFits(context, way)) return nothing;
  // Most ways end here.
  const candidates = matchesOf(context, way.any ?? way.by);
  if (candidates.length === 0) return nothing;
  if (way.unless !== undefined && denials(context, way.unless, {}).length > 0) return nothing;
  const trial = trialOf(context, way, inherited);
  const refused: Refusal[] = [];
  const leading = leadingOf(trial, candidates, refused);
  if (leading.length === 0) return refused.length === 0 ? nothing : { ...nothing, refused };
  const tally: Tally = { evidence: [], said: [], passages: [], short: [], refused, incomplete: [] };
  const groups = way.atLeast === undefined ? leading.map(match => [match]) : gather(context, leading, way);
  for (const group of groups) weighGroup(trial, group, tally);
  return resultOf(trial, tally);
}

function trialOf(context: Context, way: Way, inherited: Conditions): Trial {
  const conditions = conditionsOf(way, inherited);
  const acting = way.any === undefined;
  const lists: (readonly string[])[] = [];
  if (!acting && way.by !== undefined) lists.push(way.by);
  if (way.and !== undefined) lists.push(way.and);
  const { zones, not, outsideHeadings, anyStance } = conditions;
  const beside: Conditions = { zones, not, outsideHeadings, anyStance, outsideLists: false };
  return { context, way, conditions, beside, acting, lists, scope: way.within ?? 'sentence', counted: new Map() };
}

/** The matches that count for themselves; of the others the refusals, where what goes with the wording stands beside it. */
function leadingOf(trial: Trial, candidates: readonly Match[], refused: Refusal[]): Match[] {
  const { context, conditions, acting } = trial;
  const leading: Match[] = [];
  for (const match of candidates) {
    const refusal = refuse(context, match, conditions);
    if (refusal === null) {
      if (!(acting && leadsOnly(context, match))) leading.push(match);
    } else if (isWhole(trial, match)) refused.push(refusal);
  }
  return leading;
}

/** Half of a wording is no near miss: what goes with it must stand beside it, wherever that is. */
function isWhole({ context, way, lists, scope }: Trial, match: Match): boolean {
  return (way.atLeast ?? 1) === 1 && lists.every(list => standingBy(context, list, match, scope).length > 0);
}

/** Weighs wordings that stand together: evidence with its figures, a refusal, or an incomplete passage. */
function weighGroup(trial: Trial, group: readonly Match[], tally: Tally): void {
  const { context, way, conditions } = trial;
  const match = group[0] as Match;
  const wordings = wordingsOf(trial, group, tally);
  if (wordings === null) return;
  const held = heldBy(context, wordings);
  const foreign = foreignOf(context, held, match);
  if (foreign !== null) {
    tally.refused.push(foreign);
    return;
  }
  const stated = way.with === undefined ? none : findStated(context, group, way, conditions);
  if (stated === null) {
    tally.refused.push(withoutFigure(context, match, way.unit));
    tally.incomplete.push(match);
    return;
  }
  const quantities = stated.length === 0 ? held : [...held, ...stated];
  const reach = reachOf(context, quantities);
  const matches = wordings.map((one, nth) => (nth < group.length && one.end < reach ? { ...one, end: reach } : one));
  const part = quantities.find(quantity => quantity.partYear);
  if (part !== undefined) {
    tally.short.push({ matches, quantities });
    tally.refused.push({ kind: 'part-year', span: match, word: part.period });
    return;
  }
  for (const one of matches) tally.evidence.push(one);
  if (held.length > 0 && group.every(({ numbers }) => numbers.length === 0)) tally.said.push(match);
  tally.passages.push({ match, quantities });
}

/** The wordings with what must go with them; null, and told in the tally, where that lacks or belongs to another matter. */
function wordingsOf(trial: Trial, group: readonly Match[], tally: Tally): readonly Match[] | null {
  const { context, conditions, lists, scope } = trial;
  if (lists.length === 0) return group;
  const match = group[0] as Match;
  const near = lists.map(list => goingWith(trial, list, match));
  const rival = rivalOf(context, match, scope, conditions);
  const company = near.map((found, nth) =>
    found.find(other => rival === null || standsNearer(context, match, other, rival, isActor(trial, nth))),
  );
  if (rival !== null && near.every(found => found.length > 0) && company.includes(undefined)) {
    tally.refused.push({ kind: 'excluded', span: match, word: context.text.flat.slice(rival.start, rival.end) });
    return null;
  }
  if (company.includes(undefined)) {
    tally.incomplete.push(match);
    return null;
  }
  return [...group, ...(company as Match[])];
}

/** Whether the list of this place says who acts. */
const isActor = ({ lists, way }: Trial, nth: number): boolean => lists[nth] === way.by;

/** Of one list what stands by a match and counts; where none does, what the head of its row lends. */
function goingWith(trial: Trial, list: readonly string[], match: Match): readonly Match[] {
  const { context, beside, scope } = trial;
  const acts = list === trial.way.by;
  const counts = (other: Match): boolean =>
    refuse(context, other, beside) === null && !(acts && leadsOnly(context, other));
  if (scope !== 'sentence') return standingBy(context, list, match, scope).filter(counts);
  const sentence = context.report.copy.sentenceOf[match.start] as number;
  const known = trial.counted.get(list);
  const found = known?.sentence === sentence ? known.found : standingBy(context, list, match, scope).filter(counts);
  if (found !== known?.found) trial.counted.set(list, { sentence, found });
  if (found.length > 0) return found;
  return lent(context, list, lendingHead(context, match, acts)).filter(counts);
}

/** The value is the first figure of the text; of two in one stretch (28家机关共设公职律师68名) that of the phrase named first. */
function resultOf({ context, way }: Trial, tally: Tally): WayResult {
  const { evidence, said, passages, short, refused, incomplete } = tally;
  const partYear = evidence.length === 0 && short.length > 0;
  const quantities: Quantity[] = [];
  for (const one of inOrder(context, way, passages)) for (const quantity of one.quantities) quantities.push(quantity);
  for (const one of partYear ? short : []) {
    evidence.push(...one.matches);
    quantities.push(...one.quantities);
  }
  return { evidence, quantities, said, partYear, refused, incomplete, percent: way.percent ?? null };
}

function inOrder(context: Context, way: Way, passages: readonly Passage[]): readonly Passage[] {
  if (passages.length < 2) return passages;
  const order = context.lists.of(way.any ?? way.by ?? none).phrases;
  const ranked = passages.map(passage => ({
    passage,
    stretch: stretchStart(context, passage.quantities[0]?.flatStart ?? passage.match.start),
    rank: order.indexOf(passage.match.phrase),
  }));
  return ranked.sort((a, b) => a.stretch - b.stretch || a.rank - b.rank).map(({ passage }) => passage);
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

const none: readonly never[] = [];

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
