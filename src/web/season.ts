/** The reports of a season: those of one report year and one kind, unit by unit with their last drafts. */
import { lapsedOf } from '../assess/rulings.ts';
import type { Assessment } from '../assess/types.ts';
import { type OverviewUnit, orderedUnits } from '../present/overview.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Organ, ReportRow } from '../store/types.ts';
import { pick } from '../words/bilingual.ts';
import { localDay } from '../words/dates.ts';
import { calendarOf, currentYear, dueOf, entriesOf, placesOf } from './entries.ts';
import { underRulings } from './open.ts';
import type { AppOptions } from './options.ts';
import type { PageContext } from './page.ts';
import { entryName } from './rows.ts';

export interface Choice {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** A report with its unit, where the roster has it. */
export interface SeasonRow {
  readonly row: ReportRow;
  readonly organ: Organ | null;
}

interface Awaited {
  readonly organ: Organ;
  readonly due: string | null;
  readonly late: boolean;
}

export interface Season {
  /** Null where nothing can be summed up. */
  readonly year: number | null;
  readonly ruleSetId: string;
  readonly ruleSet: RuleSet | undefined;
  readonly rows: readonly SeasonRow[];
  /** Units of the roster that sent no report of this kind for the year, as the register has them. */
  readonly awaited: readonly Awaited[];
  /** A season is set up for the year. */
  readonly isCollected: boolean;
  readonly years: readonly Choice[];
  readonly kinds: readonly Choice[];
  /** Names the season in an address. */
  readonly query: string;
}

const isReport = (row: ReportRow): boolean => row.year !== null && row.drafts.at(-1)?.summary.outcome !== null;

/** The season that the address asks for, else the one that the register shows first, else the latest year; and the kind with most reports in it. */
export async function seasonOf(options: AppOptions, c: PageContext, path: string): Promise<Season> {
  const all = await options.store.list();
  const rows = all.filter(isReport);
  const asked = Number(c.req.query('year'));
  const years = [...new Set(rows.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a);
  const calendar = calendarOf(await options.store.settings());
  const current = currentYear(calendar.seasons);
  const latest = current !== null && years.includes(current) ? current : (years[0] ?? null);
  const year = years.includes(asked) ? asked : latest;
  const ofYear = rows.filter(row => row.year === year);
  const count = (id: string): number => ofYear.filter(row => row.ruleSetId === id).length;
  const kinds = [...new Set(ofYear.map(({ ruleSetId }) => ruleSetId))].sort((a, b) => count(b) - count(a));
  const askedKind = c.req.query('kind') ?? '';
  const ruleSetId = kinds.includes(askedKind) ? askedKind : (kinds[0] ?? '');
  const address = (y: number | null, kind: string): string => `year=${y}&kind=${encodeURIComponent(kind)}`;
  const nameOfKind = (id: string): string => {
    const rules = options.rules.get(id);
    return rules === null ? id : pick(rules.ruleSet.genre.name, c.var.lang);
  };
  const places = placesOf(options.store.organs.list());
  const placed = ofYear
    .filter(row => row.ruleSetId === ruleSetId)
    .map(row => ({ row, organ: places.ofRow(row).organ }));
  const today = localDay(options.clock().toISOString());
  // The roster is that of the kind of report which most units owe.
  const owed =
    year === null || ruleSetId !== kinds[0]
      ? []
      : entriesOf(all, places, calendar, { year, without: [], ruleSetId, today });
  return {
    year,
    ruleSetId,
    ruleSet: options.rules.get(ruleSetId)?.ruleSet,
    rows: orderedUnits(
      placed.map(one => ({ ...one, level: one.organ?.level ?? one.row.level, name: entryName(one, c.var.lang) })),
    ).map(({ row, organ }) => ({ row, organ })),
    awaited: owed.flatMap(({ row, organ, due, late }) =>
      row === null && organ !== null ? [{ organ, due, late }] : [],
    ),
    isCollected: calendar.seasons.some(season => season.year === year),
    years: years.map(y => ({ label: String(y), href: `${path}?${address(y, ruleSetId)}`, current: y === year })),
    kinds:
      kinds.length < 2
        ? []
        : kinds.map(id => ({ label: nameOfKind(id), href: `${path}?${address(year, id)}`, current: id === ruleSetId })),
    query: address(year, ruleSetId),
  };
}

/** The units of a season with their results; a record that cannot be read is left out, as the register tells of it. */
export async function unitsOf(options: AppOptions, season: Season, c: PageContext): Promise<readonly OverviewUnit[]> {
  const calendar = calendarOf(await options.store.settings());
  const units = await Promise.all(
    season.rows.map(async ({ row, organ }): Promise<OverviewUnit | null> => {
      const record = await options.store.get(row.id);
      const draft = record?.drafts.at(-1);
      const first = row.drafts[0];
      if (record === null || draft === undefined) return null;
      const assessment: Assessment = underRulings(options, record, draft);
      return {
        id: record.id,
        name: entryName({ row, organ }, c.var.lang),
        level: organ?.level ?? record.level,
        draft: draft.n,
        due: dueOf(organ, season.year, calendar),
        received: first === undefined ? null : (first.receivedDate ?? localDay(first.receivedAt)),
        assessment,
        lapsed: lapsedOf(record.rulings ?? [], draft.n),
      };
    }),
  );
  return units.filter((unit): unit is OverviewUnit => unit !== null);
}
