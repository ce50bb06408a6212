/** What one requirement's judge gives back: plain, in flat offsets, before it is put into words and points. */
import type { Quantity, Relation } from '../quantities/types.ts';
import type { Span } from '../report/types.ts';
import type { Bilingual } from '../words/bilingual.ts';
import type { FlatSpan } from './context.ts';
import type { Refusal } from './refuse.ts';
import type { Certainty, Status } from './types.ts';

export interface Verdict {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly evidence: readonly FlatSpan[];
  /** Evidence that was read as a field, in source offsets. */
  readonly places: readonly Span[];
  /** Figures accepted, the one to report first. */
  readonly figures: readonly number[];
  readonly unit: string | null;
  readonly attention: readonly Bilingual[];
  /** Passages that hold the words and do not count, as found. */
  readonly refused: readonly Refusal[];
  /** Said instead of the general reason, where the judge knows better. */
  readonly reason: Bilingual | null;
  /** A figure of part of the year, or of another, is all there is. */
  readonly partYear: boolean;
  /** A day that is past: no better text can change the verdict. */
  readonly settled: boolean;
  /** Quantities the verdict rests on. */
  readonly rests: readonly Quantity[];
  /** Of these, the ones told together as the value: one wording, one sentence, one unit (建议31件、政协提案44件). */
  readonly beside: readonly Quantity[];
  /** Of the evidence, wordings whose figure stands in another passage (制发规范性文件4件,并及时备案): both are to be quoted. */
  readonly said: readonly FlatSpan[];
  /** Another rate of the same wording stands elsewhere in the report: either may be the one meant. */
  readonly rivals: boolean;
  /** A part whose items are told apart by semicolons only. */
  readonly oneSentence: boolean;
  /** Sums that were checked on the way, to stand among those of the prose. */
  readonly relations: readonly Relation[];
}

const none: readonly never[] = [];

export function verdict(status: Status, more: Partial<Verdict> = {}): Verdict {
  return {
    status,
    certainty: more.certainty ?? 'sure',
    evidence: more.evidence ?? none,
    places: more.places ?? none,
    figures: more.figures ?? none,
    unit: more.unit ?? null,
    attention: more.attention ?? none,
    refused: more.refused ?? none,
    reason: more.reason ?? null,
    partYear: more.partYear ?? false,
    settled: more.settled ?? false,
    rests: more.rests ?? none,
    beside: more.beside ?? none,
    said: more.said ?? none,
    rivals: more.rivals ?? false,
    oneSentence: more.oneSentence ?? false,
    relations: more.relations ?? none,
  };
}
