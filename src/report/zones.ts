/** Cuts a report into zones by its headings and, where no heading does it, by sentences that open a part. */
import { firstFrom } from '../rules/literals.ts';
import type { Genre } from '../rules/types.ts';
import { heldByCue, ownPart, recurs, restarts, resumesWork } from './counted.ts';
import { ZoneCues } from './cues.ts';
import {
  earlier,
  headsPlannedWork,
  headsRemedies,
  joinsParts,
  joinsWork,
  labelled,
  namesTrouble,
  opensYear,
  saysIntention,
  styleOf,
  takesUp,
  tellsDeed,
  tellsOfOthers,
} from './headed.ts';
import { beginsLacking, tellsLacks, tellsNothingDone, tellsOfNone, turnsRound, turnsToLacks } from './lacking.ts';
import {
  announcedEnd,
  headsAndWork,
  nextYearIn,
  type Opener,
  openersOf,
  reportFormula,
  type ZoneSources,
} from './openers.ts';
import { Lacks, paragraphsOf, type Range, resumes, saysLack, tellsMeasured, tellsResults } from './openings.ts';
import { cutPoints } from './points.ts';
import type { Zone, ZoneStretch } from './types.ts';

const byCue = 9; // The reach of a zone that a sentence opened, in place of a heading's level.
export function cutZones(sources: ZoneSources, genre: Genre): ZoneStretch[] {
  const cues = new ZoneCues(genre, sources.copy, sources.bodyFrom, sources.tailFrom);
  const cutter = new Cutter(sources, cues, openersOf(sources, cues));
  return cutPoints(cutter.cut(), sources.copy, (from, to) => cues.heading(from, to));
}

class Cutter {
  private readonly stretches: ZoneStretch[] = [];
  private zone: Zone = 'head';
  private from = 0;
  private openedBy: string | null = null;
  /** Zones of parts, as far as asked for. */
  private readonly zones = new Map<Opener, Zone>();
  private readonly inside = new Lacks();
  private readonly sources: ZoneSources;
  private readonly cues: ZoneCues;
  private readonly openers: readonly Opener[];

  constructor(sources: ZoneSources, cues: ZoneCues, openers: readonly Opener[]) {
    this.sources = sources;
    this.cues = cues;
    this.openers = openers;
  }

  cut(): ZoneStretch[] {
    const { tailFrom, copy } = this.sources;
    const work = this.headEnd();
    if (work < tailFrom) this.open('work', work, null);
    this.body(work);
    if (tailFrom < copy.flat.length) this.open('tail', tailFrom, null);
    this.close(copy.flat.length);
    return this.stretches;
  }

  private open(zone: Zone, at: number, openedBy: string | null): void {
    if (zone === this.zone && openedBy === null) return;
    this.close(at);
    this.zone = zone;
    this.openedBy = openedBy;
  }

  private close(at: number): void {
    if (at > this.from) {
      this.stretches.push({ zone: this.zone, flatStart: this.from, flatEnd: at, openedBy: this.openedBy });
    }
    this.from = at;
  }

  /** Where the opening ends: at the first heading, behind 现将…报告如下, or behind the first paragraph. */
  private headEnd(): number {
    const { copy, bodyFrom, tailFrom } = this.sources;
    const first = this.openers[0]?.from ?? tailFrom;
    const paragraphs = paragraphsOf(copy.flat, bodyFrom, Math.min(first, tailFrom));
    const formula = paragraphs.findIndex(({ from, to }) => reportFormula.test(copy.flat.slice(from, to)));
    const after = formula === -1 ? paragraphs[1] : paragraphs[formula + 1];
    const far = paragraphs.length > 3 && first - bodyFrom > 1200;
    if (formula !== -1 && after !== undefined) return after.from;
    const late = formula === -1 && this.opensLate();
    if ((late || this.openers.length === 0) && tellsResults(copy.flat, paragraphs[0])) return bodyFrom;
    if (late) return (after ?? paragraphs[0])?.from ?? bodyFrom;
    if (formula !== -1 && this.openers.length === 0) return announcedEnd(copy.flat, paragraphs[formula] as Range);
    if (this.openers.length === 0 || far) return after?.from ?? bodyFrom;
    return first;
  }

  /** Where the first heading is that of shortcomings or plans, the work stands before it. */
  private opensLate(): boolean {
    const [first] = this.openers;
    return first !== undefined && ['problem', 'plan'].includes(this.zoneOfPart(first));
  }

  /** Walks the body from opener to opener; between them sentences may open a zone. */
  private body(start: number): void {
    const { tailFrom } = this.sources;
    const openers = this.openers.filter(opener => opener.from >= start);
    /** The part (level 1) that is open, and what a cue or a sub-heading opened inside it. */
    let part: Zone = 'work';
    let merged = false;
    let heads = false;
    let joined = false;
    let scope = 1;
    let nested = false;
    /** A sentence of the work opened the zone. */
    let underWork = false;
    this.sentences(start, openers[0]?.from ?? tailFrom, 'work', false, null, openers);
    for (const [nth, opener] of openers.entries()) {
      const next = openers[nth + 1];
      const to = next?.from ?? tailFrom;
      if (opener.level === 1 && !opener.runIn) {
        const read = this.zoneOfPart(opener);
        const remedies = this.zone === 'problem' && read !== 'plan' && this.isRemedies(opener, openers, nth);
        const zone = remedies ? 'plan' : read;
        const restart = zone === 'work' && opener.says.get('work') === undefined && this.underCue(opener, openers, nth);
        if (!restart) {
          underWork = false;
          part = zone;
          merged = opener.says.has('problem') && opener.says.has('plan');
          heads = this.joinsHeads(opener);
          joined = zone === 'work' && joinsWork(this.named(opener), opener.says);
          nested = false;
          this.openPart(zone, opener);
          if (opener.marker === '') this.plainCounted = true;
        } else this.plainCounted = true;
        scope = 1;
      } else {
        if (underWork && this.zone !== 'work' && resumesWork(this.sources, openers, nth, this.from)) {
          part = 'work';
          scope = byCue;
          nested = true;
        }
        const item = this.zoneOfItem(opener, part, merged, heads, joined);
        const remedies = this.zone === 'problem' && item !== 'plan' && this.isRemedies(opener, openers, nth);
        const zone = remedies ? 'plan' : item;
        if (zone !== null) {
          // 1.2025年… below (二)下一步打算 goes on in it: the plan still reaches as far as its own heading.
          if (!nested || zone !== this.zone) scope = opener.level;
          else if (scope !== byCue) scope = Math.min(scope, opener.level);
          if (zone !== this.zone) this.open(zone, opener.from, this.quote(opener));
          nested = true;
        } else if (nested && opener.level <= scope && !(scope === byCue && this.held(openers, nth))) {
          if (part !== this.zone) this.open(part, opener.from, null);
          nested = false;
        }
      }
      const before = this.zone;
      this.sentences(opener.to, to, this.zone, merged, opener, openers.slice(nth + 1));
      if (this.zone !== before) {
        nested = true;
        scope = byCue;
        underWork ||= part === 'work';
        if (part === 'work' || (opener.level === 1 && !opener.runIn)) part = this.zone;
      }
    }
  }

  private openPart(zone: Zone, opener: Opener): void {
    // An open part keeps its zone under a heading of the same kind, but the reader is told which heading it was.
    this.open(zone, opener.from, zone === 'work' ? null : this.quote(opener) || null);
  }

  /** 存在的不足及主要负责人履职情况, 2025年打算和主要负责人履职情况: a part whose later half is the heads'. */
  private joinsHeads(opener: Opener): boolean {
    const { says } = opener;
    const before = says.get('problem') ?? earlier(says.get('plan'), nextYearIn(this.sources, opener));
    return joinsParts(this.named(opener), before, says.get('first-responsible'));
  }

  private isRemedies(opener: Opener, openers: readonly Opener[], nth: number): boolean {
    const next = openers.slice(nth + 1).find(other => !other.runIn && other.level <= opener.level);
    const end = next?.from ?? this.sources.tailFrom;
    return headsRemedies(this.named(opener), this.sources.copy.flat.slice(opener.to, end));
  }

  private readonly quote = ({ from, to }: Range): string => this.sources.copy.flat.slice(from, to);

  private named(opener: Opener): string {
    return this.quote(opener).slice(opener.marker.length).trim();
  }

  private zoneOfPart(opener: Opener): Zone {
    const known = this.zones.get(opener);
    if (known !== undefined) return known;
    const zone = this.readZoneOfPart(opener);
    this.zones.set(opener, zone);
    return zone;
  }

  private readZoneOfPart(opener: Opener): Zone {
    const { says } = opener;
    const problem = says.get('problem') ?? (namesTrouble(this.named(opener)) ? 0 : undefined);
    const plan = earlier(says.get('plan'), nextYearIn(this.sources, opener));
    if (says.has('first-responsible') && problem === undefined && plan === undefined)
      return headsAndWork(this.openers, opener, this.named(opener)) ? 'work' : 'first-responsible';
    if (joinsParts(this.named(opener), says.get('first-responsible'), problem ?? plan)) return 'first-responsible';
    if (plan === undefined && joinsWork(this.named(opener), says)) return 'work';
    if (problem !== undefined && (plan === undefined || problem <= plan)) return 'problem';
    if (plan === undefined && says.size === 0) return this.zoneByContent(opener);
    if (plan === undefined) return 'work';
    return (says.get('work') ?? plan) < plan && !headsPlannedWork(this.named(opener)) ? 'work' : 'plan';
  }

  private zoneByContent(opener: Opener): Zone {
    if (this.lacking(opener)) return 'problem';
    return this.intending(opener) ? 'plan' : 'work';
  }

  /** The last part, right behind that of shortcomings, whose heading says nothing and whose text tells nothing done. */
  private intending(opener: Opener): boolean {
    const parts = this.openers.filter(other => other.level === 1 && !other.runIn);
    if (parts.at(-1) !== opener || opener.marker === '') return false;
    const before = parts.at(-2);
    const { copy, tailFrom, reportYear } = this.sources;
    if (before === undefined || !tellsNothingDone(copy.flat.slice(opener.from, tailFrom), reportYear)) return false;
    // A part before it is asked what follows: then it is this plan.
    this.zones.set(opener, 'plan');
    return this.zoneOfPart(before) === 'problem';
  }

  /** A late part before the plan whose heading says nothing (四、对标先进看自身) and whose sentences tell shortcomings. */
  private lacking(opener: Opener): boolean {
    const { copy, tailFrom } = this.sources;
    const next = this.openers.find(other => other.from > opener.from && other.level === 1 && !other.runIn);
    if (!this.inLaterPart(opener.from) || (next !== undefined && this.zoneOfPart(next) === 'work')) return false;
    return tellsLacks(this.named(opener), copy.flat.slice(opener.to, next?.from ?? tailFrom));
  }

  /** The zone that a sub-heading opens inside its part, or null where it stays in the part. */
  private zoneOfItem(opener: Opener, part: Zone, merged: boolean, heads: boolean, joined: boolean): Zone | null {
    const { says } = opener;
    const plan = says.get('plan');
    const strictPlan = plan !== undefined && plan <= 8 ? plan : nextYearIn(this.sources, opener);
    if (part === 'work' || part === 'first-responsible') {
      if (says.has('problem') && strictPlan === undefined && this.zone === 'plan' && opener.runIn) return null;
      if (says.has('first-responsible') && part === 'work') return 'first-responsible';
      const later = this.inLaterPart(opener.from) || recurs(this.openers, this.quote, opener);
      const named = this.named(opener);
      const trouble = later ? says.has('problem') || namesTrouble(named) : joined || ownPart(this.openers, named);
      if (trouble && (later || says.has('problem'))) return 'problem';
      if (strictPlan !== undefined && later) return 'plan';
      return null;
    }
    if (part === 'problem') {
      if (heads && says.has('first-responsible') && !says.has('problem') && strictPlan === undefined)
        return 'first-responsible';
      if (strictPlan !== undefined && !says.has('problem')) return 'plan';
      return says.has('problem') ? 'problem' : null;
    }
    const labels = opener.runIn && labelled(`${this.quote(opener)}:`, true) === 'problem';
    if (
      opener.runIn &&
      says.size === 1 &&
      says.has('first-responsible') &&
      tellsMeasured(this.sources.copy.flat, opener)
    )
      return 'first-responsible';
    if (part === 'plan' && (merged || labels) && says.has('problem')) return 'problem';
    if (part === 'plan' && heads && strictPlan === undefined && says.has('first-responsible'))
      return 'first-responsible';
    return null;
  }

  private inLaterPart(at: number): boolean {
    const { bodyFrom, tailFrom } = this.sources;
    return at - bodyFrom > (tailFrom - bodyFrom) * 0.4;
  }

  /** A restarted numbering (一、 again) right under a sentence that opened a plan belongs to that plan. */
  private underCue(opener: Opener, openers: readonly Opener[], nth: number): boolean {
    if (this.zone !== 'plan' && this.zone !== 'problem') return false;
    if (opener.marker === '') return false;
    const earlier = openers.slice(0, nth).filter(other => other.level === 1 && other.marker !== '');
    if (/^\(?[一1①](?!\d)/.test(opener.marker)) return restarts(this.openers, opener);
    const previous = earlier.at(-1);
    return previous !== undefined && this.from <= previous.from && this.plainCounted;
  }

  private plainCounted = false;
  private closedWork = false;
  private readonly held = (openers: readonly Opener[], nth: number): boolean =>
    heldByCue(openers, nth, this.openedBy === null ? null : this.from);

  private sentences(
    from: number,
    to: number,
    zone: Zone,
    merged: boolean,
    opener: Opener | null,
    later: readonly Opener[],
  ): void {
    const { flat, sentenceOf } = this.sources.copy;
    const last = this.lastPart(later);
    let now = zone;
    let at = from;
    let first = opener !== null;
    while (at < to) {
      const end = Math.min(to, firstFrom(sentenceOf, (sentenceOf[at] as number) + 1));
      const starts = at === 0 || flat[at - 1] === '\n';
      const opened = this.cueZone(at, end, now, merged, starts, first && at === from, last);
      if (opened !== null && opened !== now) {
        this.open(opened, at, flat.slice(at, Math.min(end, at + 24)));
        this.plainCounted = starts;
        this.closedWork = opened === 'problem' && now === 'work' && !starts;
        now = opened;
      }
      first = false;
      at = end;
    }
  }

  /** The zone that a sentence opens, or null. */
  private cueZone(
    from: number,
    to: number,
    zone: Zone,
    merged: boolean,
    starts: boolean,
    rest: boolean,
    last: boolean,
  ): Zone | null {
    if (rest || to - from < 3 || zone === 'head' || zone === 'tail') return null;
    const said = this.sources.copy.flat.slice(from, to);
    const inside = this.inside.zone(said, zone, this.openedBy, starts, this.nextYearAt(from));
    if (inside !== null) return inside;
    const closing = last && this.inLaterPart(from);
    if (last && starts && zone === 'work' && this.restartsBehind(from, to)) return 'problem';
    const later = zone === 'problem' || (zone === 'plan' && starts);
    const told = later ? labelled(said, starts) : null;
    if (told !== null) return told;
    if (zone === 'problem') {
      if (starts && this.closedWork && resumes(this.sources.copy.flat, from)) return 'work';
      const ahead = merged && this.nextYearAt(from) && !saysLack(this.sources.copy.flat, from, to);
      return ahead || ((merged || starts || closing) && this.planned(from, to, starts)) ? 'plan' : null;
    }
    if (zone === 'plan') {
      if (!starts || !closing) return null;
      if (this.troubled(from, to, true)) return 'problem';
      return tellsOfNone(said) ? 'work' : null;
    }
    if (!closing) return null;
    if (this.planned(from, to, starts)) return 'plan';
    return this.troubled(from, to, starts) ? 'problem' : null;
  }

  /** 虽稳步推进,但仍有“三个不到位”: behind which a numbering begins anew, however early it stands. */
  private restartsBehind(from: number, to: number): boolean {
    const { copy, bodyFrom } = this.sources;
    const next = this.openers.find(opener => opener.from >= to);
    if (next === undefined || from === bodyFrom || next.from > to + 1 || !restarts(this.openers, next)) return false;
    return turnsToLacks(copy.flat.slice(from, to));
  }

  /** Whether no part of work follows: then a sentence may open another zone. */
  private lastPart(later: readonly Opener[]): boolean {
    const [next] = later;
    const nested = next !== undefined && restarts(this.openers, next) ? styleOf(next.marker) : null;
    return !later.some(
      opener => opener.level === 1 && styleOf(opener.marker) !== nested && this.zoneOfPart(opener) === 'work',
    );
  }

  private nextYearAt(at: number): boolean {
    const { copy, reportYear } = this.sources;
    return reportYear !== null && copy.flat.startsWith(`${reportYear + 1}年`, at);
  }

  private planned(from: number, to: number, starts: boolean): boolean {
    const { copy, reportYear } = this.sources;
    if ((starts ? saysIntention : takesUp)(copy.flat.slice(from, to))) return true;
    const cue = this.cues.cue('plan', from, Math.min(to, from + 12));
    const leads = cue !== null && cue - from <= 2 && !tellsDeed(copy.flat.slice(from, to));
    if (leads && !saysLack(copy.flat, cue, to)) return true;
    return reportYear !== null && opensYear(copy.flat, from, to, reportYear + 1);
  }

  private troubled(from: number, to: number, starts: boolean): boolean {
    const { copy } = this.sources;
    const said = copy.flat.slice(from, to);
    if (turnsToLacks(said) || (starts && beginsLacking(said))) return true;
    const cue = this.cues.cue('problem', from, Math.min(to, from + 130));
    if (cue === null || tellsOfOthers(copy.flat.slice(from, to), cue - from)) return false;
    const before = copy.flat.slice(from, cue);
    // In the middle of a paragraph only a sentence that turns round (虽然, 但, 还) or says it at once.
    return starts || cue - from <= 4 || turnsRound.test(before);
  }
}
