/** What the application is given from outside, so that it runs in tests without disk, clock or engine of its own. */
import type { Assessment } from '../assess/types.ts';
import type { SourceText } from '../read/types.ts';
import type { Level } from '../report/types.ts';
import type { RuleError } from '../rules/errors.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Store } from '../store/store.ts';
import type { Lang } from '../words/bilingual.ts';

/** A rule set in force, with the requirements suspended because their own examples fail. */
export interface RulesInForce {
  readonly ruleSet: RuleSet;
  readonly fenced: readonly string[];
  /** Mistakes of the file as it is now on disk; the rule set is then the last good version. */
  readonly errors: readonly RuleError[];
}

export interface RuleSource {
  list(): readonly RulesInForce[];
  get(id: string): RulesInForce | null;
  /** Mistakes of files of which no good version is known. */
  problems?(): readonly RuleError[];
}

/** What a person says of a report where the text does not tell or tells it wrongly. */
export interface Corrections {
  readonly subject?: string;
  readonly subjectLevel?: Level;
  readonly reportYear?: number;
  readonly signedDate?: string;
  readonly publishedDate?: string;
  readonly receivedDate?: string;
}

/** Checks one text against one rule set. Pure. */
export type Check = (source: SourceText, rules: RulesInForce, corrections: Corrections, lang: Lang) => Assessment;

export interface AppOptions {
  readonly store: Store;
  readonly rules: RuleSource;
  readonly check: Check;
  readonly clock: () => Date;
  readonly toolVersion: string;
  /** Sample reports, offered while the register is empty. */
  readonly samples?: readonly SourceText[];
  /** Told of faults of the program, with the number that the person sees. */
  readonly log?: (message: string) => void;
}
