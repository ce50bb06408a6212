/** What the data folder keeps: reports with their drafts, and what can go wrong with the folder. */
import type { RulingEntry } from '../assess/rulings.ts';
import type { CorrectableField, Outcome, Tally } from '../assess/types.ts';
import type { SourceText } from '../read/types.ts';
import type { OrganFacts, RosterFacts } from '../report/organ.ts';
import type { Level } from '../report/types.ts';
import type { Bilingual } from '../words/bilingual.ts';

/** The file as it was read, with its text, so that a record stands alone. */
export type KeptSource = Pick<
  SourceText,
  'name' | 'sha256' | 'textSha256' | 'mediaType' | 'charset' | 'text' | 'pages'
>;

/** What lists and the register show of a draft without opening its assessment. */
export interface DraftSummary {
  readonly outcome: Outcome | null;
  readonly score: number | null;
  readonly mandatory: Tally;
  readonly expected: Tally;
  readonly toReview: number;
  readonly gaps: number;
  readonly ruleSetSha256: string;
  /** ISO time. */
  readonly assessedAt: string;
}

export interface NewDraft {
  readonly source: KeptSource;
  readonly given: {
    /** What a person gave or corrected of this report. */
    readonly corrections: Readonly<Partial<Record<Exclude<CorrectableField, 'powers'>, string | number>>>;
    /** What the roster said of its unit when it was checked; a correction of the report goes before it. */
    readonly roster?: RosterFacts;
  };
  readonly summary: DraftSummary;
  /** The assessment in Chinese, as JSON. */
  readonly assessment: unknown;
}

export interface Draft extends NewDraft {
  /** Counts from 1: 第一稿. */
  readonly n: number;
  /** ISO time. */
  readonly receivedAt: string;
}

/** A draft that was taken out of a report by a person; it can be put back. */
export interface TakenOut {
  /** With the number that it had. */
  readonly draft: Draft;
  /** The last decision on each of its findings. */
  readonly rulings: readonly RulingEntry[];
  /** ISO time. */
  readonly at: string;
}

/** What a report is about; each draft may correct it. */
export interface ReportHead {
  readonly title: string | null;
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly level: Level | null;
  readonly year: number | null;
  readonly ruleSetId: string;
}

/** Feedback that went back to the organ; days as ISO dates. */
export interface SentLetter {
  readonly on: string;
  readonly draft: number;
  /** The day that the letter bears, where it went out on another. */
  readonly dated?: string;
  /** Letter number, where it bears one. */
  readonly number?: number;
  /** Until when the completed report is wanted. */
  readonly due?: string;
}

/** What the office did with a report after the check; days as ISO dates. */
export interface Progress {
  /** The letter on the latest draft that was answered. */
  readonly answered: SentLetter | null;
  /** Letters on drafts before that one, oldest first. */
  readonly earlier?: readonly SentLetter[];
  readonly passed: string | null;
}

/** A body of the roster (单位名册). */
export interface Organ extends OrganFacts {
  readonly schema: 1;
  /** `o-` and eight letters or digits. */
  readonly id: string;
  /** ISO times. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ReportRecord extends ReportHead {
  readonly schema: 2;
  readonly id: string;
  /** Counts the saves, from 1. */
  readonly revision: number;
  /** ISO times. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** At least one, oldest first. */
  readonly drafts: readonly Draft[];
  /** What people decided on findings, oldest first: it only grows. Records of old have none. */
  readonly rulings?: readonly RulingEntry[];
  /** In the order in which they were taken out; most records have none. */
  readonly takenOut?: readonly TakenOut[];
  /** The organ that it was placed with, by the program or by a person; records of old have none. */
  readonly organ?: string;
  readonly progress?: Progress;
}

/** One line of the register: a record without texts and assessments. */
export interface ReportRow extends ReportHead {
  readonly id: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Id of its organ; null where it was not placed. */
  readonly organ: string | null;
  readonly progress: Progress | null;
  /** Oldest first. */
  readonly drafts: readonly {
    readonly n: number;
    readonly receivedAt: string;
    /** ISO date on which it was received, as a person gave it; null where nobody did. */
    readonly receivedDate: string | null;
    /** ISO date of publication, as the text or a person gave it; null where neither did. */
    readonly publishedDate: string | null;
    readonly fileName: string;
    readonly sha256: string;
    /** The same for the same text, whatever its encoding, format or line ends (see `textKey`). */
    readonly textKey: string;
    readonly summary: DraftSummary;
  }[];
}

/** With whom a report that comes in is placed, and which kept reports of its rule set and year are earlier drafts of it. */
export interface Placing {
  readonly organ: string | null;
  readonly isEarlier: (row: ReportRow) => boolean;
}

export interface RemovedRow {
  readonly row: ReportRow;
  /** ISO time. */
  readonly removedAt: string;
}

/** How a file was taken in. */
export interface Receipt {
  readonly id: string;
  readonly n: number;
  readonly outcome: 'created' | 'next-draft' | 'already-there';
}

/** Choices of the office, by name; what a name means is for its reader to say. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * `unsure`: the disk failed after the file had been replaced; what is read afterwards is what holds. `lost`: the folder was
 * taken over by another process. `gone`: the folder, or a part of it, is no longer there. `replaced`: a backup took the place of what the change was made from. `busy`: too much waits.
 */
export type StoreErrorCode =
  | 'unwritable'
  | 'full'
  | 'unsure'
  | 'locked'
  | 'lost'
  | 'gone'
  | 'busy'
  | 'replaced'
  | 'not-found'
  | 'closed'
  | 'newer'
  | 'history'
  | 'backup';

/** The store cannot do what was asked, told to a person in both languages. Nothing was changed, but for `unsure`. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly text: Bilingual;
  constructor(code: StoreErrorCode, text: Bilingual, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.text = text;
  }
}
