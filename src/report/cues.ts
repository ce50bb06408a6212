/** Asks a genre's phrases about a text, once: which zones its headings open, which cues its sentences begin with. */
import { keptPhrases } from '../rules/kept-lists.ts';
import { findFirst } from '../rules/literals.ts';
import { findPhrases, type Match, type MatchText, type PhraseList } from '../rules/phrase.ts';
import type { Genre } from '../rules/types.ts';
import type { ReportKind, Zone } from './types.ts';

type Role = 'heading' | 'cue' | 'not';

/** Phrases of all zones in one list; `zones` and `roles` by the phrase's index. */
interface ZoneList {
  readonly list: PhraseList;
  readonly zones: readonly Zone[];
  readonly roles: readonly Role[];
}

/** Phrases that tell what a document is; `entries` by the phrase's index: which entry of the genre's list, null for its own subject. */
interface KindList {
  readonly list: PhraseList;
  readonly entries: readonly (number | null)[];
  readonly against: readonly boolean[];
}

interface Compiled {
  readonly zones: ZoneList;
  readonly kinds: KindList;
  /** Which entries are asked of titles only. */
  readonly ofTitles: readonly boolean[];
  /** The kind of each entry, in the genre's order; a kind may have several, each with phrases against it. */
  readonly order: readonly ReportKind[];
}

const known = new WeakMap<Genre, Compiled>();

function compiled(genre: Genre): Compiled {
  const before = known.get(genre);
  if (before !== undefined) return before;
  const made: Compiled = {
    zones: zoneList(genre),
    kinds: kindList(genre),
    ofTitles: genre.recognise.kinds.map(kind => kind.titleOnly === true),
    order: genre.recognise.kinds.map(kind => kind.kind),
  };
  known.set(genre, made);
  return made;
}

function zoneList(genre: Genre): ZoneList {
  const rows = genre.zones.flatMap(zone => [
    ...zone.headings.map(source => ({ source, zone: zone.zone, role: 'heading' as const })),
    ...zone.cues.map(source => ({ source, zone: zone.zone, role: 'cue' as const })),
    ...(zone.not ?? []).map(source => ({ source, zone: zone.zone, role: 'not' as const })),
  ]);
  return {
    list: keptPhrases(rows.map(row => row.source)),
    zones: rows.map(row => row.zone),
    roles: rows.map(row => row.role),
  };
}

function kindList(genre: Genre): KindList {
  const rows = [
    ...genre.recognise.any.map(source => ({ source, entry: null, not: false })),
    ...genre.recognise.kinds.flatMap((kind, entry) => [
      ...kind.any.map(source => ({ source, entry, not: false })),
      ...(kind.not ?? []).map(source => ({ source, entry, not: true })),
    ]),
  ];
  return {
    list: keptPhrases(rows.map(row => row.source)),
    entries: rows.map(row => row.entry),
    against: rows.map(row => row.not),
  };
}

/** What a heading says of each zone: the offset in the heading where its first phrase begins. */
export type HeadingSays = ReadonlyMap<Zone, number>;

/** The zone phrases of a copy, found in one pass and asked for by place. */
export class ZoneCues {
  private readonly matches: readonly Match[];
  private readonly list: ZoneList;

  constructor(genre: Genre, text: MatchText, from: number, to: number) {
    this.list = compiled(genre).zones;
    this.matches = findPhrases(this.list.list, text, from, to);
  }

  /** `from`, `to`: flat range of a heading's text without its marker. */
  heading(from: number, to: number): HeadingSays {
    const { matches, list } = this;
    const says = new Map<Zone, number>();
    for (let at = findFirst(matches, from); at < matches.length; at += 1) {
      const match = matches[at] as Match;
      if (match.start >= to) break;
      if (match.end > to || list.roles[match.phrase] !== 'heading' || match.inTitle) continue;
      const zone = list.zones[match.phrase] as Zone;
      if (says.has(zone) || this.refused(match, zone, from, to)) continue;
      says.set(zone, match.start - from);
    }
    return says;
  }

  /** Flat start of the first cue of a zone between `from` and `to`, or null. */
  cue(zone: Zone, from: number, to: number): number | null {
    const { matches, list } = this;
    for (let at = findFirst(matches, from); at < matches.length; at += 1) {
      const match = matches[at] as Match;
      if (match.start >= to) break;
      if (match.end > to || list.roles[match.phrase] !== 'cue' || list.zones[match.phrase] !== zone) continue;
      if (!match.inTitle && !this.refused(match, zone, from, to)) return match.start;
    }
    return null;
  }

  private refused(match: Match, zone: Zone, from: number, to: number): boolean {
    const { matches, list } = this;
    for (let at = findFirst(matches, from); at < matches.length; at += 1) {
      const other = matches[at] as Match;
      if (other.start >= match.end) break;
      if (other.end > to || list.roles[other.phrase] !== 'not' || list.zones[other.phrase] !== zone) continue;
      if (match.start < other.end) return true;
    }
    return false;
  }
}

/** What a title or opening says of the kind of document. */
export interface KindSays {
  /** It speaks of the genre's own subject, outside of 《》. */
  readonly own: boolean;
  /** The first kind, in the genre's order, whose phrases stand there and none of those against it. */
  readonly other: ReportKind | null;
}

/** What a title says. */
export const titleSays = (genre: Genre, title: MatchText): KindSays => says(genre, title, 0, title.flat.length, true);

/** What a stretch of the text says. */
export function kindSays(genre: Genre, text: MatchText, from = 0, to = text.flat.length): KindSays {
  return says(genre, text, from, to, false);
}

function says(genre: Genre, text: MatchText, from: number, to: number, isTitle: boolean): KindSays {
  const { kinds, ofTitles, order } = compiled(genre);
  const said = new Set<number>();
  const denied = new Set<number>();
  let own = false;
  for (const match of findPhrases(kinds.list, text, from, to)) {
    const entry = kinds.entries[match.phrase];
    if (entry === undefined || (entry !== null && !isTitle && ofTitles[entry] === true)) continue;
    if (entry === null) own ||= !match.inTitle;
    else if (kinds.against[match.phrase] === true) denied.add(entry);
    else if (!match.inTitle) said.add(entry);
  }
  return { own, other: order.find((_, entry) => said.has(entry) && !denied.has(entry)) ?? null };
}
