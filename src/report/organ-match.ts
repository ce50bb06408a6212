/** Tells from title, signature and file name which known organ a report comes from; where two answers fit, a person is asked. */
import { isNear, looksLikeBody, namesIn, type OrganName, organName, samePlace, shortens } from './organ-names.ts';
import { levelOfBody } from './places.ts';
import type { Level } from './types.ts';

export interface KnownOrgan {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: Level | null;
}

/** What a report and its file tell of where it comes from. */
export interface Sender {
  readonly title: string | null;
  readonly subject: string | null;
  readonly issuer: string | null;
  /** The level that the text speaks at. */
  readonly level: Level | null;
  readonly fileName: string;
}

export type OrganMatch =
  | { readonly state: 'sure'; readonly organ: string; readonly by: 'text' | 'file' }
  /** `candidates` are ids, the most likely first; none where neither text nor file names anyone. */
  | { readonly state: 'ask'; readonly why: AskReason; readonly candidates: readonly string[] }
  /** The text names a body that is like none of the known. */
  | { readonly state: 'new'; readonly name: string };

/** Several fit; text and file name disagree; the name is only like a known one; nothing names a body. */
export type AskReason = 'several' | 'disagree' | 'alike' | 'silent';

export interface Roster {
  match(sender: Sender): OrganMatch;
}

interface Known {
  readonly organ: KnownOrgan;
  readonly names: readonly OrganName[];
}

/** What one source (a name in the text, the file name) says. */
interface Vote {
  readonly fits: ReadonlySet<string>;
  readonly alike: ReadonlySet<string>;
  /** It names a body that none of the known fits. */
  readonly stranger: boolean;
}

/** Names are taken apart once for all reports. */
export function createRoster(organs: readonly KnownOrgan[]): Roster {
  const home = commonPlace(organs);
  const known = organs.map(organ => ({
    organ,
    names: [organ.name, ...organ.aliases].map(name => {
      const parts = organName(name);
      return parts.places.length === 0 && home !== null ? { ...parts, places: [home] } : parts;
    }),
  }));
  return { match: sender => decide(known, sender) };
}

/** The place that most names carry: a name without place means one of that place. */
function commonPlace(organs: readonly KnownOrgan[]): string | null {
  const counts = new Map<string, number>();
  for (const organ of organs) {
    const place = organName(organ.name).places.at(-1);
    if (place !== undefined && place.length > 1) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function decide(known: readonly Known[], sender: Sender): OrganMatch {
  const { subject, issuer } = sender;
  const votes: Vote[] = [];
  for (const body of [subject, issuer]) {
    if (body !== null) votes.push(together(body.split('、').map(name => voteOf(known, name, true))));
  }
  const named = subject ?? issuer;
  if (named === null) votes.push(voteOfWords(known, sender.title ?? ''));
  const text = votes.filter(vote => vote.fits.size > 0);
  const file = voteOfWords(known, sender.fileName.replace(/\.[a-z\d]{1,5}$/i, ''));
  votes.push(file);

  const voting = votes.filter(vote => vote.fits.size > 0);
  const alike = [...new Set(votes.flatMap(vote => [...vote.alike]))];
  const all = [...new Set(voting.flatMap(vote => [...vote.fits]))];
  const candidates = [...new Set([...all, ...alike])];
  const common = all.filter(id => voting.every(vote => vote.fits.has(id)));
  const [only] = common;
  if (voting.length > 0) {
    if (only === undefined || votes.some(vote => vote.stranger)) return { state: 'ask', why: 'disagree', candidates };
    if (common.length > 1) return { state: 'ask', why: 'several', candidates };
    const organ = known.find(one => one.organ.id === only)?.organ;
    if (text.length === 0 && organ !== undefined && !levelsAgree(sender.level, organ))
      return { state: 'ask', why: 'disagree', candidates };
    return { state: 'sure', organ: only, by: text.length > 0 ? 'text' : 'file' };
  }
  if (alike.length > 0) return { state: 'ask', why: 'alike', candidates };
  if (named !== null) return { state: 'new', name: named };
  return { state: 'ask', why: 'silent', candidates };
}

/** A text that speaks of 我镇 is no department's, whatever its file is called; 我县 is said by departments too. */
function levelsAgree(level: Level | null, organ: KnownOrgan): boolean {
  const known = organ.level ?? levelOfBody(organ.name);
  return level === null || known === null || (level === 'township') === (known === 'township');
}

/** One source that gives several names: 中共某镇委员会、某镇人民政府. */
function together(votes: readonly Vote[]): Vote {
  const fits = new Set(votes.flatMap(vote => [...vote.fits]));
  const alike = new Set(votes.flatMap(vote => [...vote.alike]));
  return { fits, alike, stranger: fits.size === 0 && votes.some(vote => vote.stranger) };
}

/** A title or file name: the pieces left of it once the words that all reports share are gone. */
function voteOfWords(known: readonly Known[], text: string): Vote {
  return together(namesIn(text).map(piece => voteOf(known, piece, looksLikeBody(piece))));
}

/** `isBody` where what is no known name must be the name of a stranger. */
function voteOf(known: readonly Known[], written: string, isBody: boolean): Vote {
  const read = organName(written);
  // A mere place stands for its government where the text is about it, and for nothing in a file name.
  const name = read.core === '' && isBody ? { ...read, core: '政府' } : read;
  const fits = new Set<string>();
  const short = new Set<string>();
  const alike = new Set<string>();
  if (name.core === '') return { fits, alike, stranger: false };
  for (const { organ, names } of known) {
    const grade = Math.max(...names.map(other => gradeOf(name, other)));
    if (grade === 3) fits.add(organ.id);
    else if (grade === 2) short.add(organ.id);
    else if (grade === 1) alike.add(organ.id);
  }
  if (fits.size > 0) return { fits, alike: new Set(), stranger: false };
  if (short.size > 0) return { fits: short, alike, stranger: false };
  return { fits, alike, stranger: isBody };
}

/** 3 the same organ, 2 its name in short, 1 alike, 0 another. */
function gradeOf(name: OrganName, other: OrganName): 0 | 1 | 2 | 3 {
  const here = samePlace(name.places, other.places);
  if (name.core === other.core) return here ? 3 : 1;
  // 柳河 for 柳河镇, in a file name.
  const township = /^(.{2,})(?:乡|镇|街道)$/.exec(other.core)?.[1];
  if (shortens(name.core, other.core) || township === name.core) return here ? 2 : 1;
  return here && isNear(name.core, other.core) ? 1 : 0;
}
