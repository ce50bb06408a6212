/** A report: its text, a copy fit for matching, and what was read from it. */
import type { SourceText } from '../read/types.ts';
import type { Level, ReportKind, Zone } from '../rules/types.ts';

export { type Level, type ReportKind, type Zone, zoneNames } from '../rules/types.ts';

/** UTF-16 offsets into the source text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The copy that matching works on. `flat` is the text unit for unit normalised (full width to half width, Kangxi
 * radicals, traditional characters), with the skipped units taken out: blanks and line ends inside a paragraph, page
 * furniture, injected text. A `\n` in `flat` ends a paragraph. `at[i]` is the offset in the source text of `flat[i]`;
 * `at[flat.length]` is the text's length. Clause, sentence and paragraph numbers are by flat index and rise by one at
 * each wall, the wall itself belonging to what it closes; two places stand in one clause when their numbers are equal.
 */
export interface Copy {
  readonly flat: string;
  /** The characters of `flat` as numbers. */
  readonly units: Uint16Array;
  readonly at: Int32Array;
  readonly clauseOf: Int32Array;
  readonly sentenceOf: Int32Array;
  readonly paragraphOf: Int32Array;
  /** 1 where the character stands inside 《》 (the brackets themselves included), else 0. */
  readonly inTitle: Uint8Array;
}

/** A cell of a table; `value` is the number that it holds and nothing else, null for words, a dash or 无. */
export interface TableCell extends Span {
  /** Normalised, without blanks. */
  readonly text: string;
  readonly value: number | null;
  readonly flatStart: number;
  readonly flatEnd: number;
}

export interface TableRow extends Span {
  /** What stands before the numbers, and heads over several rows that reach this one; the outermost first. */
  readonly heads: readonly TableCell[];
  /** One a column of numbers; null where the cell is empty. */
  readonly cells: readonly (TableCell | null)[];
  readonly flatStart: number;
  readonly flatEnd: number;
}

/** Rows under one set of heads. A printed table whose heads stand again in its middle is several of these. */
export interface Table extends Span {
  /** The heads above each column of numbers, the topmost first; empty where they cannot be told column by column. */
  readonly columns: readonly (readonly TableCell[])[];
  /** Every head of a column, whether its column is known or not. */
  readonly labels: readonly TableCell[];
  readonly rows: readonly TableRow[];
  readonly flatStart: number;
  readonly flatEnd: number;
}

export interface Heading extends Span {
  readonly level: number;
  readonly marker: string;
  /** Without marker, to the first 。 or the line end, original characters. */
  readonly text: string;
  /** Flat range of the whole heading, marker included. */
  readonly flatStart: number;
  readonly flatEnd: number;
}

/** One stretch of `flat`, in order and without holes. */
export interface ZoneStretch {
  readonly zone: Zone;
  readonly flatStart: number;
  readonly flatEnd: number;
  /** The heading or cue that opened it, for the reader; null for head, tail and what no cue opened. */
  readonly openedBy: string | null;
}

/** Value read from the text with its place; `place` is null where it was derived or given by a person. */
export interface Field<T> {
  readonly value: T;
  readonly place: Span | null;
}

export interface Metadata {
  readonly title: Field<string> | null;
  readonly subject: Field<string> | null;
  readonly issuer: Field<string> | null;
  readonly addressee: Field<string> | null;
  readonly issuerLevel: Level | null;
  readonly subjectLevel: Level | null;
  readonly reportYear: Field<number> | null;
  readonly documentNumber: Field<string> | null;
  readonly indexNumber: Field<string> | null;
  /** ISO dates; a year and month alone are `2024-02`. */
  readonly signedDate: Field<string> | null;
  readonly publishedDate: Field<string> | null;
  /** Fields of a disclosure table as they stand (主题分类, 公开形式, 文号:无 …), label without blanks or colon. */
  readonly fields: readonly { readonly label: string; readonly value: string; readonly place: Span }[];
}

export type AnomalyKind =
  | 'injected-text'
  | 'web-chrome'
  | 'lost-punctuation'
  | 'duplicate-passage'
  | 'placeholder'
  | 'wrong-year'
  | 'garbled';

export interface Anomaly extends Span {
  readonly kind: AnomalyKind;
  readonly quote: string;
}

export interface Recognition {
  readonly recognised: boolean;
  readonly kind: ReportKind;
  /** Why, as a sentence in both languages. */
  readonly why: { readonly zh: string; readonly en: string };
}

export interface Report extends Recognition {
  readonly source: SourceText;
  /** `source.text`. */
  readonly text: string;
  readonly copy: Copy;
  readonly meta: Metadata;
  readonly outline: readonly Heading[];
  readonly tables: readonly Table[];
  readonly zones: readonly ZoneStretch[];
  /** Zone of each flat index, as an index into `zoneNames`. */
  readonly zoneOf: Uint8Array;
  readonly anomalies: readonly Anomaly[];
}
