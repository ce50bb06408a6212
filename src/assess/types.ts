/** The result of checking one report against one rule set: plain data that scripts may depend on. */
import type { Qualifier, QuantityKind, RelationKind, RelationVerdict, Stance } from '../quantities/types.ts';
import type { PageStart } from '../read/types.ts';
import type { AnomalyKind, Level, ReportKind } from '../report/types.ts';
import type { Power, Tier } from '../rules/types.ts';
import type { Lang } from '../words/bilingual.ts';

/** A stretch of the source text: UTF-16 offsets, end exclusive; `line` counts from 1. `text.slice(start, end)` is the quote. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Page of the paper on which it begins, counted from 1; for files that have pages (PDF, OFD) alone. */
  readonly page?: number;
}

export interface Evidence extends Place {
  readonly quote: string;
}

/** The closest passage that was refused, and why. */
export interface NearMiss extends Evidence {
  readonly why: string;
}

export type Status = 'met' | 'partial' | 'missing' | 'not-applicable' | 'review';
export type Certainty = 'sure' | 'likely' | 'unsure';

/** Where a duty comes from. Title, number and certainty are repeated from the rule set's `sources`, so that a result stands alone. */
export interface Basis {
  /** Key in the rule set's `sources`. */
  readonly source: string;
  readonly article: string | null;
  readonly title: string;
  readonly number: string | null;
  /** The rule set's own word for how far the source was checked, such as `verified`. */
  readonly certainty: string;
}

/** A person's decision on a finding, which then has its status. */
export interface Ruling {
  readonly decision: 'agree' | 'change';
  readonly status: Status;
  /** What the machine found, and its reason. */
  readonly machine: Status;
  readonly machineReason: string;
  /** '' where the person agrees. */
  readonly reason: string;
  readonly note: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

export interface Finding {
  readonly requirement: string;
  readonly group: string;
  readonly title: string;
  readonly tier: Tier;
  readonly status: Status;
  readonly certainty: Certainty;
  /** Why it is less than sure, one clause; '' where it is sure or the reason says so. */
  readonly doubt: string;
  /** What the requirement is worth; 0 where nothing can be earned (not applicable, review). */
  readonly points: number;
  /** What it is worth whenever it counts. */
  readonly worth: number;
  readonly earned: number;
  readonly evidence: readonly Evidence[];
  readonly value: number | null;
  readonly values: readonly number[];
  readonly unit: string | null;
  readonly attention: readonly string[];
  readonly nearest: NearMiss | null;
  readonly reason: string;
  readonly fix: string;
  /** False where a better text could not change the finding any more: a day that is past stays past. */
  readonly fixable: boolean;
  readonly basis: readonly Basis[];
  readonly ruling: Ruling | null;
}

export type Gap = Finding & { readonly status: 'partial' | 'missing' };

/** Points lost on one requirement. `earned` plus all that is lost gives `applicable`. */
export interface LedgerLine {
  readonly requirement: string;
  readonly lost: number;
  readonly why: string;
}

export interface Outcome {
  readonly id: string;
  readonly title: string;
  /** Why it is this outcome and no other. */
  readonly why: string;
  /** True while findings of required content are still to be reviewed. */
  readonly provisional: boolean;
}

export interface Tally {
  readonly met: number;
  readonly of: number;
}

export interface Score {
  /** 0 to 100 with one decimal, half up; null where nothing applies or the text is not such a report. */
  readonly value: number | null;
  readonly earned: number;
  readonly applicable: number;
  readonly decided: number;
  readonly toReview: number;
  readonly beforeRulings: number | null;
  readonly ledger: readonly LedgerLine[];
}

export interface OutlineEntry {
  readonly level: number;
  readonly marker: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Metadata fields that a person can correct. */
export type CorrectableField =
  | 'subject'
  | 'issuer'
  | 'subjectLevel'
  | 'reportYear'
  | 'signedDate'
  | 'publishedDate'
  | 'receivedDate'
  | 'asReport'
  | 'powers';

export interface ReportSummary {
  readonly recognised: boolean;
  readonly kind: ReportKind;
  readonly why: string;
  readonly title: string | null;
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly addressee: string | null;
  readonly issuerLevel: Level | null;
  readonly subjectLevel: Level | null;
  readonly reportYear: number | null;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  /** ISO date; a year and month alone are `2024-02`. */
  readonly signedDate: string | null;
  readonly publishedDate: string | null;
  /** Given by a person; no text tells when it was received. */
  readonly receivedDate: string | null;
  /** The powers that the body has, as a person said; null where the text and the level tell. */
  readonly powers: readonly Power[] | null;
  /** Fields given by a person instead of read from the text; stamped in every output. */
  readonly corrected: readonly CorrectableField[];
  /** Where a field was read, by the field's name. */
  readonly places: Readonly<Record<string, Place>>;
  readonly outline: readonly OutlineEntry[];
}

export interface QuantityEntry {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly qualifier: Qualifier;
  readonly what: string;
  readonly stance: Stance;
  readonly period: string | null;
}

export interface RelationEntry {
  readonly kind: RelationKind;
  readonly verdict: RelationVerdict;
  readonly sides: readonly {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly value: number;
  }[];
  readonly stated: number;
  readonly computed: number;
  readonly note: string;
}

export interface AnomalyEntry {
  readonly kind: AnomalyKind;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface SourceStamp {
  readonly name: string;
  readonly sha256: string;
  readonly textSha256: string;
  readonly mediaType: string;
  readonly charset: string | null;
  /** Where each page begins in the text that was read, for files that have pages. */
  readonly pages?: readonly PageStart[];
}

export interface RuleSetStamp {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

export interface Assessment {
  readonly schemaVersion: 1;
  /** Language of every text in it that is not a quote. */
  readonly lang: Lang;
  readonly tool: { readonly name: 'fajian'; readonly version: string };
  readonly source: SourceStamp;
  readonly ruleSet: RuleSetStamp;
  /** Requirements that fail their own examples and are suspended. */
  readonly fenced: readonly string[];
  readonly report: ReportSummary;
  /** Null where the text is not such a report. */
  readonly outcome: Outcome | null;
  readonly mandatory: Tally;
  readonly expected: Tally;
  readonly score: Score;
  readonly findings: readonly Finding[];
  readonly quantities: readonly QuantityEntry[];
  readonly relations: readonly RelationEntry[];
  readonly anomalies: readonly AnomalyEntry[];
}

/** What stands in the place of an assessment for a file that cannot be read. */
export interface FailedAssessment {
  readonly schemaVersion: 1;
  readonly source: { readonly name: string; readonly sha256: string | null };
  readonly error: { readonly code: string; readonly message: string };
}
