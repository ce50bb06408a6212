/** Numbers with a unit, read from a report. */
import type { Span } from '../report/types.ts';

export type QuantityKind = 'count' | 'rate' | 'change' | 'duration' | 'money';
export type Qualifier = 'exact' | 'over' | 'about' | 'at-most' | 'at-least' | 'below';
export type Stance = 'done' | 'planned' | 'problem' | 'prior-year' | 'background';

export interface Quantity extends Span {
  /** The expression as it stands: qualifier, number, unit (近4千余件). */
  readonly quote: string;
  readonly flatStart: number;
  readonly flatEnd: number;
  /** In base units: 万 and 千 multiplied out, a rate in percent, money in 元. */
  readonly value: number;
  /** Digits after the decimal point as written. */
  readonly decimals: number;
  /** Measure word (件, 次, 人次, %, 元, 工作日); 个 where the text has none. */
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly qualifier: Qualifier;
  /** The noun phrase the number counts, as far as its clause tells; for people to read. */
  readonly what: string;
  readonly stance: Stance;
  /** `2023`, `2022`, `2023-H1`, `2023-01..2023-09`; null where nothing tells and no report year is known. */
  readonly period: string | null;
  /** The only figure of a part of the year (上半年, 截至9月底). */
  readonly partYear: boolean;
}

/** `equation` is asked for by a rule set, between the rows of a table; the others are found in the prose of any report. */
export type RelationKind = 'sum' | 'ratio' | 'difference' | 'repeat' | 'reachable-rate' | 'equation';
export type RelationVerdict = 'consistent' | 'rounding' | 'inconsistent' | 'crosses-threshold' | 'unreachable';

export interface Relation {
  readonly kind: RelationKind;
  readonly verdict: RelationVerdict;
  readonly sides: readonly (Span & { readonly quote: string; readonly value: number })[];
  readonly stated: number;
  readonly computed: number;
  readonly note: { readonly zh: string; readonly en: string };
}
