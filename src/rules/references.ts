/** What one place of a rule file says of others: ids given twice, sources, powers and facts named, years and days in their order, which outcome holds last. */
import { findNodeAtLocation, type Node as JsonNode } from 'jsonc-parser';
import type { Bilingual } from '../words/bilingual.ts';
import { ruleErrors as words } from '../words/rules.ts';
import type { ReportMistake } from './compile.ts';
import { coveredExclusions } from './covered.ts';
import { lineAndColumn, pathOf, tellAt } from './errors.ts';
import type { Requirement, RuleSetFile, Way } from './schema.ts';

type Path = readonly (string | number)[];
type Tell = (
  said: Bilingual,
  at: Path,
  values?: Record<string, string | number>,
  severity?: 'error' | 'warning',
) => void;

/** Of a file whose shape was found sound, requirements that break their own left out. */
export function reportReferences(
  value: RuleSetFile,
  text: string,
  root: JsonNode,
  wrong: ReadonlySet<unknown>,
  report: ReportMistake,
): void {
  const ids = new Map<string, Path>();
  const all = value.groups.flatMap((group, g) =>
    group.requirements.map((requirement, r) => ({ requirement, at: ['groups', g, 'requirements', r] })),
  );
  const tell: Tell = (said, at, values = {}, severity = 'error') => {
    const { offset } = findNodeAtLocation(root, [...at]) ?? root;
    report(offset, pathOf(at), tellAt(said, root, at, values), severity);
  };
  const lineOf = (at: Path): number => lineAndColumn(text, (findNodeAtLocation(root, [...at]) ?? root).offset).line;
  const known = Object.keys(value.sources).join(', ');
  for (const [g, { id }] of value.groups.entries()) {
    const earlier = value.groups.findIndex(group => group.id === id);
    if (earlier < g) tell(words.duplicateGroup, ['groups', g, 'id'], { id, line: lineOf(['groups', earlier, 'id']) });
  }
  reportOrder(value.recognise, ['recognise'], tell);
  reportOutcomes(value.outcomes, tell);
  for (const { requirement, at } of all) {
    const { id } = requirement;
    const earlier = ids.get(id);
    if (earlier !== undefined) tell(words.duplicateId, [...at, 'id'], { id, line: lineOf([...earlier, 'id']) });
    else if (typeof id === 'string') ids.set(id, at);
    if (wrong.has(requirement)) continue;
    reportOrder(requirement, at, tell);
    reportDeadline(requirement, at, tell);
    reportBare(requirement, at, tell);
    for (const { at: place, phrase, other } of coveredExclusions(requirement))
      tell(words.coveredNot, [...at, ...place], { phrase, other }, 'warning');
    for (const [b, { source }] of (requirement.basis ?? []).entries()) {
      if (value.sources[source] === undefined)
        tell(words.unknownSource, [...at, 'basis', b, 'source'], { source, known });
    }
    for (const [p, power] of (requirement.appliesTo?.powers ?? []).entries()) {
      if (value.powers?.[power] === undefined) tell(words.unknownPower, [...at, 'appliesTo', 'powers', p], { power });
    }
    if (requirement.kind === 'statement' && !requirement.any?.length && !requirement.by && !requirement.or)
      tell(words.needsAny, at);
    if (requirement.kind === 'section' && !requirement.headings && !requirement.topics) tell(words.needsHeading, at);
    if (requirement.kind === 'table' && !requirement.rows && !requirement.columns) tell(words.needsRows, at);
  }
  for (const { requirement, at } of all) {
    if (requirement.kind !== 'part' || wrong.has(requirement)) continue;
    for (const [f, id] of (requirement.facts?.of ?? []).entries()) {
      if (!ids.has(id)) tell(words.unknownFact, [...at, 'facts', 'of', f], { id }, 'warning');
    }
  }
}

/** `years` below a value whose first year comes after the last. */
function reportOrder(value: unknown, at: Path, tell: Tell): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'examples' || key.startsWith('x-') || item === null || typeof item !== 'object') continue;
    const place = [...at, Array.isArray(value) ? Number(key) : key];
    if (key !== 'years') reportOrder(item, place, tell);
    else if (Number(item.from) > Number(item.to))
      tell(words.yearsTurned, place, { from: Number(item.from), to: Number(item.to) });
  }
}

/** The outcomes are asked in turn: behind one without `when` none is reached, and without such a one none may hold. */
function reportOutcomes(outcomes: RuleSetFile['outcomes'] | undefined, tell: Tell): void {
  if (!Array.isArray(outcomes)) return;
  for (const [o, outcome] of outcomes.entries()) {
    if (outcome === null || typeof outcome !== 'object') return;
    const last = o === outcomes.length - 1;
    if (last === (outcome.when !== undefined)) tell(last ? words.lastWhen : words.noWhen, ['outcomes', o]);
  }
}

/** A deadline without a day, on a day that no month has, or with a grace that ends before it. */
function reportDeadline(requirement: Requirement, at: Path, tell: Tell): void {
  if (requirement.kind !== 'element' || requirement.element !== 'deadline') return;
  const { date, dates } = requirement;
  if (date === undefined && dates === undefined) tell(words.needsDate, at);
  const places: [{ by: string; grace: string } | undefined, Path][] = [
    [date, [...at, 'date']],
    ...(dates ?? []).map((one, d): [typeof one, Path] => [one, [...at, 'dates', d]]),
  ];
  for (const [given, place] of places) {
    if (given === undefined) continue;
    for (const key of ['by', 'grace'] as const)
      if (!isDay(given[key])) tell(words.noSuchDay, [...place, key], { day: given[key] });
    if (given.grace < given.by) tell(words.graceBefore, [...place, 'grace'], { by: given.by, grace: given.grace });
  }
}

/** Of the days of all years together: 29 February is one. */
function isDay(day: string): boolean {
  const [month = 0, date = 0] = day.split('-').map(Number);
  const made = new Date(Date.UTC(2000, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** A slot and nothing else: every number, rate or day of the report would count. */
const bareSlot = /^\s*[<＜]\s*(?:n[^a-z>＞]*|rate|date|doc)\s*[>＞]\s*$/;

/** Wordings that count without any word of what they speak of. */
function reportBare(requirement: Requirement, at: Path, tell: Tell): void {
  const look = (list: readonly unknown[] | undefined, place: Path): void => {
    for (const [index, phrase] of (list ?? []).entries())
      if (typeof phrase === 'string' && bareSlot.test(phrase))
        tell(words.bareSlot, [...place, index], { phrase: phrase.trim() }, 'warning');
  };
  const lookIn = (way: Way, place: Path): void => {
    if (way.by === undefined && way.and === undefined) look(way.any, [...place, 'any']);
  };
  if (requirement.kind === 'statement') lookIn(requirement, at);
  if (requirement.kind === 'quantity') look(requirement.of, [...at, 'of']);
  if (requirement.kind !== 'statement' && requirement.kind !== 'quantity') return;
  for (const [w, way] of (requirement.or ?? []).entries()) lookIn(way, [...at, 'or', w]);
  look(requirement.partial, [...at, 'partial']);
  for (const [w, way] of (requirement.partial ?? []).entries())
    if (typeof way !== 'string') lookIn(way, [...at, 'partial', w]);
}
