/** Asks a genre's phrases about headings and sentences: which zone a heading opens, which cue a sentence begins with. */
import { compilePhrases, findPhrases, type Match, type MatchText, type PhraseList } from '../rules/phrase.ts';
import type { Genre } from '../rules/types.ts';
import type { Zone } from './types.ts';

interface ZoneLists {
  readonly zone: Zone;
  readonly headings: PhraseList;
  readonly cues: PhraseList;
  readonly not: PhraseList;
}

export interface KindLists {
  readonly kind: Genre['recognise']['kinds'][number]['kind'];
  readonly any: PhraseList;
  readonly not: PhraseList;
}

/** A genre with its phrases compiled; made once a genre. */
export interface Cues {
  readonly zones: readonly ZoneLists[];
  readonly subject: PhraseList;
  readonly kinds: readonly KindLists[];
}

const known = new WeakMap<Genre, Cues>();

export function cuesOf(genre: Genre): Cues {
  const before = known.get(genre);
  if (before !== undefined) return before;
  const cues: Cues = {
    zones: genre.zones.map(zone => ({
      zone: zone.zone,
      headings: compilePhrases(zone.headings),
      cues: compilePhrases(zone.cues),
      not: compilePhrases(zone.not ?? []),
    })),
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

/** What a heading says of each zone: the offset in the heading where its first phrase begins. */
export type HeadingSays = ReadonlyMap<Zone, number>;

/** `from`, `to`: flat range of the heading's text without its marker. */
export function headingSays(cues: Cues, text: MatchText, from: number, to: number): HeadingSays {
  const says = new Map<Zone, number>();
  for (const zone of cues.zones) {
    const matches = findPhrases(zone.headings, text, from, to).filter(match => !match.inTitle);
    if (matches.length === 0) continue;
    const against = zone.not.sources.length === 0 ? [] : findPhrases(zone.not, text, from, to);
    const first = matches.find(match => !against.some(other => overlaps(match, other)));
    if (first !== undefined) says.set(zone.zone, first.start - from);
  }
  return says;
}

/** The first cue of a zone between `from` and `to`, or null. */
export function findCue(cues: Cues, zone: Zone, text: MatchText, from: number, to: number): Match | null {
  const lists = cues.zones.find(candidate => candidate.zone === zone);
  if (lists === undefined || to <= from) return null;
  const matches = findPhrases(lists.cues, text, from, to).filter(match => !match.inTitle);
  if (matches.length === 0) return null;
  const against = lists.not.sources.length === 0 ? [] : findPhrases(lists.not, text, from, to);
  return matches.find(match => !against.some(other => overlaps(match, other))) ?? null;
}

const overlaps = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end;
