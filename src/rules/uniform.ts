/**
 * Requirements and ways as the judges read them, each with every key that any of them may have, in one order. The engine then
 * knows where a key stands without looking: objects as they come from a file have some fifty layouts, and asking thousands
 * of times a report costs a tenth of it.
 */
import type { Requirement, Way } from './schema.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;
type Some<T> = { readonly [Key in KeysOf<T>]?: unknown };
type Every<T> = { readonly [Key in KeysOf<T>]: unknown };

type AppliesTo = NonNullable<Requirement['appliesTo']>;

/** The same requirement; what it does not say is there and undefined. */
export function uniform<Rule extends Requirement>(rule: Rule & { group: string }): Rule & { group: string } {
  const given: Some<Requirement> & { group: string } = rule;
  const full: Every<Requirement> & { readonly group: string } = {
    id: given.id,
    kind: given.kind,
    group: given.group,
    tier: given.tier,
    points: given.points,
    title: given.title,
    met: given.met,
    gap: given.gap,
    fix: given.fix,
    enabled: given.enabled,
    appliesTo: rule.appliesTo === undefined ? undefined : uniformCase(rule.appliesTo),
    byYear: given.byYear,
    zones: given.zones,
    not: given.not,
    partial: rule.partial?.map(way => (typeof way === 'string' ? way : uniformWay(way))),
    about: given.about,
    doubt: given.doubt,
    attention: given.attention,
    basis: given.basis,
    examples: given.examples,
    any: given.any,
    by: given.by,
    and: given.and,
    with: given.with,
    unit: given.unit,
    within: given.within,
    atLeast: given.atLeast,
    years: given.years,
    outsideHeadings: given.outsideHeadings,
    percent: given.percent,
    or: 'or' in rule ? rule.or?.map(uniformWay) : undefined,
    of: given.of,
    zero: given.zero,
    coverage: given.coverage,
    zone: given.zone,
    headings: given.headings,
    cues: given.cues,
    needs: given.needs,
    items: given.items,
    figures: given.figures,
    facts: given.facts,
    absent: given.absent,
    after: given.after,
    topics: given.topics,
    some: given.some,
    rows: given.rows,
    columns: given.columns,
    left: given.left,
    right: given.right,
    tolerance: given.tolerance,
    element: given.element,
    date: given.date,
    dates: given.dates,
    subject: given.subject,
    form: given.form,
    check: given.check,
    ask: given.ask,
  };
  return withAuthors(full, rule) as Rule & { group: string };
}

/** The same way; what it does not say is there and undefined. */
export function uniformWay(way: Way): Way {
  const full: Every<Way> = {
    any: way.any,
    by: way.by,
    and: way.and,
    with: way.with,
    unit: way.unit,
    within: way.within,
    atLeast: way.atLeast,
    zones: way.zones,
    not: way.not,
    years: way.years,
    outsideHeadings: way.outsideHeadings,
    percent: way.percent,
    unless: way.unless,
  };
  return withAuthors(full, way) as Way;
}

function uniformCase(given: AppliesTo): AppliesTo {
  const full: Every<AppliesTo> = {
    years: given.years,
    levels: given.levels,
    powers: given.powers,
    unless: given.unless,
    optionalFor: given.optionalFor,
    exceptSubject: given.exceptSubject,
    silentZones: given.silentZones,
  };
  return withAuthors(full, given) as AppliesTo;
}

/** Adds the keys of the author's own (x-…), of which nothing is asked here: they are shown where two rule sets are compared. */
function withAuthors<Full extends object>(full: Full, given: object): Full {
  const authors = Object.entries(given).filter(([key]) => key.startsWith('x-'));
  return authors.length === 0 ? full : { ...full, ...Object.fromEntries(authors) };
}
