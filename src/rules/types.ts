/** A rule set as people write it, after comments are taken out and terms are known. See docs/rule-language.md. */

/** Parts of a report. */
export const zoneNames = ['head', 'work', 'first-responsible', 'problem', 'plan', 'tail'] as const;
export type Zone = (typeof zoneNames)[number];

/** Levels of a reporting body. */
export const levelNames = ['province', 'city', 'county', 'township', 'department', 'party-committee'] as const;
export type Level = (typeof levelNames)[number];

/** What a document is. */
export const reportKinds = [
  'annual-report',
  'work-plan',
  'self-inspection',
  'half-year',
  'disclosure',
  'law-based-government',
  'news',
  'law',
  'interpretation',
  'other',
] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A plain Chinese string, or both languages. */
export type Text = string | { readonly zh: string; readonly en?: string };

/** A phrase of the rule language (`听取…汇报<n次>`), as written. */
export type PhraseSource = string;

/** Cues by which a report of this genre is known and cut into zones: plain data, no code. */
export interface Genre {
  /** What such a report is called: 法治政府建设年度报告. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly recognise: Recognise;
  readonly zones: readonly ZoneCues[];
}

export interface Recognise {
  /** One of these must stand in title, opening or level-1 headings. */
  readonly any: readonly PhraseSource[];
  /** Another kind of document when one of these stands in the title or, without a title, in the first lines. */
  readonly kinds: readonly {
    readonly kind: ReportKind;
    readonly any: readonly PhraseSource[];
    readonly not?: readonly PhraseSource[];
    /** An opening may speak of it without being one. */
    readonly titleOnly?: boolean;
  }[];
  readonly years: { readonly from: number; readonly to?: number };
}

export interface ZoneCues {
  readonly zone: Zone;
  /** Phrases that make a heading (numbered or not) open the zone. */
  readonly headings: readonly PhraseSource[];
  /** Phrases at the start of a paragraph or sentence that open the zone where no heading does. */
  readonly cues: readonly PhraseSource[];
  /** Phrases in the heading that speak against it. */
  readonly not?: readonly PhraseSource[];
}

export type Tier = 'mandatory' | 'expected' | 'optional';
export type Power = 'enforcement' | 'normative-documents' | 'reconsideration';
