/** The view-model of a result: what every renderer of it may show, as ready-made texts. */
import type { Status } from '../assess/types.ts';
import type { Tier } from '../rules/types.ts';
import type { Lang } from '../words/bilingual.ts';
import type { Alarm } from './alarms.ts';
import type { DocumentView, MarkKind } from './document.ts';

export interface Place {
  /** Link to the marked passage. */
  readonly href: string;
  readonly words: string;
  readonly line: number;
}

export interface Quote extends Place {
  readonly text: string;
  /** What stands around the quote in its sentence, at most a few words. */
  readonly before: string;
  readonly after: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly kind: MarkKind;
}

export interface Field {
  readonly label: string;
  readonly value: string;
  /** Given by a person instead of read from the text. */
  readonly given: boolean;
  readonly stated: boolean;
}

export interface BasisView {
  readonly title: string;
  readonly number: string;
  readonly article: string;
  readonly certainty: string;
  readonly verified: boolean;
}

export interface FindingView {
  /** Counts from 1 in the rule set's order; the same number stands beside its quotes in the text. */
  readonly number: number;
  readonly id: string;
  readonly requirement: string;
  readonly title: string;
  readonly tier: Tier;
  readonly tierWord: string;
  readonly status: Status;
  readonly statusWord: string;
  readonly glyph: string;
  /** Partial or missing, decided or not. */
  readonly lacks: boolean;
  /** Waits for a person. */
  readonly waits: boolean;
  readonly certainty: string;
  /** How sure it is in a word, where no reason is given with it; else ''. */
  readonly plainCertainty: string;
  /** Points of the score that a complete statement would add. */
  /** Its number in letter and checklist; 0 for what is no gap. */
  readonly item: number;
  readonly gain: number;
  readonly gainWords: string;
  readonly points: string;
  readonly earned: string;
  readonly value: string;
  readonly reason: string;
  /** The reason, '' where a person's decision beside it says as much. */
  readonly saidReason: string;
  readonly fix: string;
  readonly attention: readonly string[];
  /** Figures beside its quotes that do not agree. */
  readonly alarms: readonly Alarm[];
  readonly evidence: readonly Quote[];
  readonly nearest: { readonly quote: Quote; readonly why: string } | null;
  readonly basis: readonly BasisView[];
  readonly ruling: RulingView | null;
  /** Said where a decision was withdrawn because the text changed; '' otherwise. */
  readonly lapsed: string;
}

export interface RulingView {
  /** 同意机器结论, or what was changed into what. */
  readonly decision: string;
  readonly changed: boolean;
  readonly reason: string;
  readonly note: string;
  readonly by: string;
  readonly at: string;
  /** The machine's own status and reason, in words. */
  readonly machineWord: string;
  readonly machineReason: string;
}

export interface HistoryLine {
  readonly time: string;
  readonly draft: string;
  readonly title: string;
  readonly href: string;
  readonly decision: string;
  readonly reason: string;
  readonly note: string;
  readonly by: string;
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  readonly items: readonly FindingView[];
  /** Shown unfolded at first. */
  readonly open: boolean;
}

export interface StampView {
  readonly tool: string;
  readonly ruleSet: string;
  readonly ruleSetHash: string;
  readonly sourceHash: string;
  /** '' where the time must not be told. */
  readonly time: string;
}

export interface ResultView {
  readonly lang: Lang;
  readonly heading: string;
  readonly recognised: boolean;
  /** What is said where it is not. */
  readonly notRecognised: string;
  readonly why: string;
  readonly fields: readonly Field[];
  /** Markings and personal numbers of the text, a line each; such numbers are masked wherever they would be shown. */
  readonly restricted: readonly string[];
  readonly outcome: {
    readonly id: string;
    readonly title: string;
    readonly provisional: boolean;
    /** What decided it and how the required findings stand. */
    readonly because: string;
  } | null;
  /** The outcomes that the rule set knows, the worst first, with their conditions; none where its rules are not known. */
  readonly ladder: readonly {
    readonly id: string;
    readonly title: string;
    readonly when: string;
    readonly current: boolean;
  }[];
  readonly tallies: {
    readonly mandatoryMet: number;
    readonly mandatoryOf: number;
    readonly expectedMet: number;
    readonly expectedOf: number;
    readonly score: string;
    /** What applies and does not wait for a person. */
    readonly decided: number;
    readonly toReview: number;
    /** Decided gaps. */
    readonly gaps: number;
    readonly reviewed: number;
  };
  /** How many decisions lapsed and wait for a person. */
  readonly lapsed: number;
  /** Every decision ever made on the report, newest first. */
  readonly history: readonly HistoryLine[];
  /** Score before a person's decisions, '' where there are none that change it. */
  readonly beforeRulings: string;
  /** Suspended requirements: not judged, named on every form of the result. */
  readonly fenced: readonly { readonly id: string; readonly title: string }[];
  readonly sections: readonly SectionView[];
  /** The decided gaps by points. */
  readonly gaps: readonly FindingView[];
  readonly ledger: {
    readonly lines: readonly {
      readonly title: string;
      readonly href: string;
      readonly lost: string;
      readonly why: string;
    }[];
    readonly applicable: string;
    readonly lost: string;
    readonly earned: string;
    readonly score: string;
  };
  readonly figures: readonly {
    readonly quote: string;
    readonly value: string;
    readonly kind: string;
    readonly what: string;
    readonly stance: string;
    readonly counts: boolean;
    readonly period: string;
    readonly place: Place;
    readonly lineHref: string;
  }[];
  readonly relations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly verdict: string;
    readonly holds: boolean;
    /** A requirement asks for it: where it fails, a finding tells so already. */
    readonly required: boolean;
    readonly stated: string;
    readonly computed: string;
    readonly note: string;
    readonly sides: readonly { readonly quote: string; readonly place: string; readonly href: string }[];
  }[];
  /** Relations that do not hold. */
  readonly failing: number;
  readonly anomalies: readonly { readonly kind: string; readonly quote: string; readonly place: Place }[];
  readonly document: DocumentView;
  readonly stamp: StampView;
}
