/** The season of reports: who should report, what came in, how far each report is, what waits today. Pure over records. */

import { officeFrom } from '../present/office.ts';
import { type AskReason, createRoster, type OrganMatch, type Roster, type Sender } from '../report/organ-match.ts';
import type { Level } from '../report/types.ts';
import type { Organs } from '../store/organs.ts';
import { rowOf } from '../store/record.ts';
import type { Organ, ReportHead, ReportRecord, ReportRow, Settings } from '../store/types.ts';
import { localDay } from '../words/dates.ts';
import type { EntryStatus } from '../words/register.ts';
import { othersSigned } from './same-body.ts';
import { isUnanswered } from './sending.ts';

export interface Season {
  /** The year that its reports are about. */
  readonly year: number;
  /** ISO date; null where none was set. */
  readonly due: string | null;
  /** ISO time; null while it is open. */
  readonly archivedAt: string | null;
}

/** The seasons that were set up, newest first. */
export function seasonsOf(settings: Settings): readonly Season[] {
  const kept = settings.seasons;
  if (typeof kept !== 'object' || kept === null) return [];
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return Object.entries(kept)
    .filter(([year, value]) => /^\d{4}$/.test(year) && typeof value === 'object' && value !== null)
    .map(([year, value]) => ({ year: Number(year), due: text(value.due), archivedAt: text(value.archivedAt) }))
    .sort((a, b) => b.year - a.year);
}

/** The settings with one season set up anew or changed. */
export function withSeason(settings: Settings, { year, due, archivedAt }: Season): Settings {
  const seasons = Object.fromEntries(seasonsOf(settings).map(({ year: of, ...rest }) => [of, rest]));
  return { ...settings, seasons: { ...seasons, [year]: { due, archivedAt } } };
}

/** The year that the register shows first: the newest open season; null where none was set up. */
export const currentYear = (seasons: readonly Season[]): number | null =>
  seasons.find(season => season.archivedAt === null)?.year ?? null;

/** When reports are due. */
export interface Calendar {
  readonly seasons: readonly Season[];
  /** Month and day (`01-31`) of the year after the report year, where a season has no day of its own; '' for none. */
  readonly yearly: string;
}

export const calendarOf = (settings: Settings): Calendar => ({
  seasons: seasonsOf(settings),
  yearly: officeFrom(settings.office).reportsDue,
});

/** When an organ's report of a year is due: its own day, that of the season, that of every year; null where nobody said. */
export function dueOf(organ: Organ | null, year: number | null, { seasons, yearly }: Calendar): string | null {
  if (year === null) return null;
  const ofSeason = seasons.find(season => season.year === year)?.due ?? null;
  return organ?.due[year] ?? ofSeason ?? (yearly === '' ? null : `${year + 1}-${yearly}`);
}

/** With whom a report stands. */
export interface Place {
  readonly organ: Organ | null;
  readonly match: OrganMatch;
}

/** Senders remembered, as the files of an upload ask for theirs several times. */
const mostSenders = 1000;

/** Tells of each report which organ of the roster it is from; what a person or the intake settled stays so. */
export class Places {
  readonly organs: readonly Organ[];
  readonly #byId: ReadonlyMap<string, Organ>;
  readonly #roster: Roster;
  readonly #ofSenders = new Map<string, Place>();
  /** Rows are never changed, only replaced. */
  readonly #ofRows = new WeakMap<ReportRow, Place>();

  constructor(organs: readonly Organ[]) {
    this.organs = organs;
    this.#byId = new Map(organs.map(organ => [organ.id, organ]));
    this.#roster = createRoster(organs);
  }

  ofRow(row: ReportRow): Place {
    let place = this.#ofRows.get(row);
    if (place === undefined) {
      place = this.#find(row);
      this.#ofRows.set(row, place);
    }
    return place;
  }

  #find(row: ReportRow): Place {
    const organ = row.organ === null ? undefined : this.#byId.get(row.organ);
    if (organ !== undefined) return { organ, match: { state: 'sure', organ: organ.id, by: 'text' } };
    return this.ofHead(row, row.drafts.at(-1)?.fileName ?? '');
  }

  ofHead(head: ReportHead, fileName: string): Place {
    const { title, subject, issuer, level } = head;
    const sender: Sender = { title, subject, issuer, level, fileName };
    const key = JSON.stringify(sender);
    let place = this.#ofSenders.get(key);
    if (place === undefined) {
      const match = this.#roster.match(sender);
      place = { organ: match.state === 'sure' ? (this.#byId.get(match.organ) ?? null) : null, match };
      if (this.#ofSenders.size >= mostSenders) this.#ofSenders.clear();
      this.#ofSenders.set(key, place);
    }
    return place;
  }
}

/** The organ of a report, as it was settled or else by its names; null where the roster has none. */
export function organOf(organs: Pick<Organs, 'get' | 'list'>, record: ReportRecord): Organ | null {
  const settled = record.organ === undefined ? null : organs.get(record.organ);
  return settled ?? placesOf(organs.list()).ofRow(rowOf(record)).organ;
}

const known = new WeakMap<readonly Organ[], Places>();

/** The places for a roster; the store gives the same roster until it changes, so that each report is placed once. */
export function placesOf(organs: readonly Organ[]): Places {
  let places = known.get(organs);
  if (places === undefined) {
    places = new Places(organs);
    known.set(organs, places);
  }
  return places;
}

/** `bodies`: title and signature name two, and a report of another body bears that signature. */
export type Ask = AskReason | 'bodies' | 'year';

/** Why a person must say whose report it is, or of which year; null where all is clear, or it is no such report. */
export function askOf(row: ReportRow, { organ, match }: Place, rows: readonly ReportRow[]): Ask | null {
  const recognised = row.drafts.at(-1)?.summary.outcome != null;
  if (!recognised) return null;
  if (organ === null && match.state === 'ask') return match.why;
  if (organ === null && othersSigned(row, rows).length > 0) return 'bodies';
  return row.year === null ? 'year' : null;
}

/** One line of the register: a report, or an organ that sent none. */
export interface Entry {
  readonly row: ReportRow | null;
  readonly organ: Organ | null;
  readonly level: Level | null;
  readonly year: number | null;
  readonly due: string | null;
  /** Nothing came in under this organ, but a report whose unit a person must tell may be its. */
  readonly maybeSent: boolean;
  /** `due` is the day on which the completed report is wanted. */
  readonly mends: boolean;
  readonly late: boolean;
  readonly status: EntryStatus;
  readonly ask: Ask | null;
  readonly work: Work | null;
}

/** What waits for a person. */
export const works = ['place', 'review', 'answer', 'chase'] as const;
export type Work = (typeof works)[number];

export interface Scope {
  /** Null for all years. */
  readonly year: number | null;
  /** Years that are left out where all are shown. */
  readonly without: readonly number[];
  /** The kind of report of which organs that sent none are told; other kinds show only what came in. */
  readonly ruleSetId: string;
  /** ISO date. */
  readonly today: string;
}

/** The last entries made of a list of reports, by what else they were made from. */
const made = new WeakMap<
  readonly ReportRow[],
  Map<string, { readonly places: Places; readonly entries: readonly Entry[] }>
>();
const mostMade = 8;

/**
 * Reports of the scope, the one whose last draft came last first, then the organs that sent none. A report whose year is unknown is always shown.
 * The same lists give the same entries, made once: the store gives the same list until something changes.
 */
export function entriesOf(
  rows: readonly ReportRow[],
  places: Places,
  calendar: Calendar,
  scope: Scope,
): readonly Entry[] {
  const key = JSON.stringify([calendar, scope]);
  const ofRows = made.get(rows) ?? new Map<string, { places: Places; entries: readonly Entry[] }>();
  made.set(rows, ofRows);
  const known = ofRows.get(key);
  if (known?.places === places) return known.entries;
  if (ofRows.size >= mostMade) ofRows.clear();
  const entries = makeEntries(rows, places, calendar, scope);
  ofRows.set(key, { places, entries });
  return entries;
}

function makeEntries(rows: readonly ReportRow[], places: Places, calendar: Calendar, scope: Scope): readonly Entry[] {
  const shown = rows
    .filter(row =>
      scope.year === null
        ? row.year === null || !scope.without.includes(row.year)
        : row.year === scope.year || row.year === null,
    )
    .sort(byArrival);
  const sent = new Set<string>();
  const maybe = new Set<string>();
  const entries = shown.map(row => {
    const place = places.ofRow(row);
    const ask = askOf(row, place, rows);
    if (row.ruleSetId === scope.ruleSetId) {
      if (place.organ !== null) sent.add(place.organ.id);
      if (ask !== null && place.match.state === 'ask') for (const id of place.match.candidates) maybe.add(id);
    }
    return entryOf(row, ask, place, calendar, scope.today);
  });
  const season = calendar.seasons.find(({ year }) => year === scope.year);
  const awaited = places.organs
    .filter(organ => !sent.has(organ.id))
    .map(organ => {
      const due = dueOf(organ, scope.year, calendar);
      // Nobody is late for a year that is not collected, nor while a report waits that may be its, nor chased for a year that is done with.
      const maybeSent = maybe.has(organ.id);
      const late = season !== undefined && due !== null && due < scope.today && !maybeSent;
      const work = late && season.archivedAt === null ? ('chase' as const) : null;
      const { level } = organ;
      return {
        row: null,
        organ,
        level,
        year: scope.year,
        due,
        maybeSent,
        mends: false,
        late,
        status: 'awaited' as const,
        ask: null,
        work,
      };
    });
  return [...entries, ...awaited];
}

/** By what no check and no mark changes. */
function byArrival(one: ReportRow, other: ReportRow): number {
  const [came, otherCame] = [one, other].map(row => row.drafts.at(-1)?.receivedAt ?? '') as [string, string];
  if (came !== otherCame) return came < otherCame ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

function entryOf(row: ReportRow, ask: Ask | null, { organ }: Place, calendar: Calendar, today: string): Entry {
  const status = statusOf(row);
  const mendBy = status === 'answered' ? (row.progress?.answered?.due ?? null) : null;
  const due = dueOf(organ, row.year, calendar);
  const first = row.drafts[0];
  const came = first === undefined ? today : (first.receivedDate ?? localDay(first.receivedAt));
  return {
    row,
    organ,
    level: organ?.level ?? row.level,
    year: row.year,
    due: mendBy ?? due,
    maybeSent: false,
    mends: mendBy !== null,
    late: mendBy !== null ? mendBy < today : due !== null && due < came,
    status,
    ask,
    work: ask === null ? workOf(row, today) : 'place',
  };
}

/** Feedback went out, and the day is past on which the completed report was wanted. */
const overdue = ({ progress }: ReportRow, today: string): boolean => (progress?.answered?.due ?? today) < today;

export function statusOf(row: ReportRow): EntryStatus {
  const last = row.drafts.at(-1);
  const { answered = null, passed = null } = row.progress ?? {};
  const published = last?.publishedDate ?? null;
  // What was public before the office sent its letter is public, but not done with.
  if (published !== null && (answered === null || passed !== null || published >= answered.on)) return 'published';
  if (passed !== null) return 'passed';
  if (answered === null) return 'received';
  return last !== undefined && last.n > answered.draft ? 'completed' : 'answered';
}

function workOf(row: ReportRow, today: string): Work | null {
  const last = row.drafts.at(-1);
  if (last === undefined || last.summary.outcome === null || row.progress?.passed != null) return null;
  if (!isUnanswered(row)) return overdue(row, today) ? 'chase' : null;
  return last.summary.toReview > 0 ? 'review' : 'answer';
}
