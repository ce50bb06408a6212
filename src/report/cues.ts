/** Asks a genre's phrases about headings and sentences: which zone a heading opens, which cue a sentence begins with. */
import { compilePhrases, findPhrases, type Match, type MatchText, type PhraseList } from '../rules/phrase.ts';
import type { Genre } from '../rules/types.ts';
import type { Zone } from './types.ts';

/** Phrases of several zones in one list, so that a text is read once; `zones[id]` is the zone of phrase `id`. */
interface ZoneList {
  readonly list: PhraseList;
  readonly zones: readonly Zone[];
  /** Phrases that speak against the zone. */
  readonly against: readonly boolean[];
}

export interface KindLists {
  readonly kind: Genre['recognise']['kinds'][number]['kind'];
  readonly any: PhraseList;
  readonly not: PhraseList;
}

/** A genre with its phrases compiled; made once a genre. */
export interface Cues {
  readonly headings: ZoneList;
  readonly cues: ZoneList;
  readonly subject: PhraseList;
  readonly kinds: readonly KindLists[];
}

const known = new WeakMap<Genre, Cues>();

export function cuesOf(genre: Genre): Cues {
  const before = known.get(genre);
  if (before !== undefined) return before;
  const cues: Cues = {
    headings: zoneList(genre, 'headings'),
    cues: zoneList(genre, 'cues'),
    subject: compilePhrases(genre.recognise.any),
    kinds: genre.recognise.kinds.map(kind => ({
      kind: kind.kind,
      any: compilePhrases(kind.any),
      not: compilePhrases(kind.not ?? []),
    })),
  };
  known.set(genre, cues);
  return cues;
}

function zoneList(genre: Genre, which: 'headings' | 'cues'): ZoneList {
  const sources: string[] = [];
  const zones: Zone[] = [];
  const against: boolean[] = [];
  for (const zone of genre.zones) {
    const not = zone.not ?? [];
    for (const [nth, source] of [...zone[which], ...not].entries()) {
      sources.push(source);
      zones.push(zone.zone);
      against.push(nth >= zone[which].length);
    }
  }
  return { list: compilePhrases(sources), zones, against };
}

/** What a heading says of each zone: the offset in the heading where its first phrase begins. */
export type HeadingSays = ReadonlyMap<Zone, number>;

/** `from`, `to`: flat range of the heading's text without its marker. */
export function headingSays(cues: Cues, text: MatchText, from: number, to: number): HeadingSays {
  return new Map([...firstOfZones(cues.headings, text, from, to)].map(([zone, match]) => [zone, match.start - from]));
}

/** For each zone the first cue between `from` and `to`. */
export function cuesIn(cues: Cues, text: MatchText, from: number, to: number): ReadonlyMap<Zone, Match> {
  return firstOfZones(cues.cues, text, from, to);
}

function firstOfZones(list: ZoneList, text: MatchText, from: number, to: number): Map<Zone, Match> {
  const first = new Map<Zone, Match>();
  if (to <= from) return first;
  const matches = findPhrases(list.list, text, from, to);
  for (const match of matches) {
    const zone = list.zones[match.phrase] as Zone;
    if (match.inTitle || list.against[match.phrase] === true || first.has(zone)) continue;
    const refused = matches.some(
      other =>
        list.against[other.phrase] === true &&
        list.zones[other.phrase] === zone &&
        other.start < match.end &&
        match.start < other.end,
    );
    if (!refused) first.set(zone, match);
  }
  return first;
}
