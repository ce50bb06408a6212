/** What the application is given from outside, so that it runs in tests without disk, clock or engine of its own. */
import type { Corrections } from '../assess/pipeline.ts';
import type { Assessment } from '../assess/types.ts';
import type { SourceText } from '../read/types.ts';
import type { RuleError } from '../rules/errors.ts';
import type { ActivityLog } from '../store/activity.ts';
import type { LoadedRules } from '../store/rule-files.ts';
import type { RuleKeeping } from '../store/rule-keeping.ts';
import type { Store } from '../store/store.ts';
import type { Lang } from '../words/bilingual.ts';
import type { Reading } from '../workers/reading.ts';
import type { Access } from './access.ts';
import type { Log } from './request-log.ts';
import type { TurnLimits } from './turns.ts';
import type { UnderWay } from './under-way.ts';

export type { Corrections };
export type RulesInForce = LoadedRules & {
  /** Texts of the files that it builds on, by their names, the nearest first. */
  readonly bases?: Readonly<Record<string, string>>;
};

export interface RuleSource {
  list(): readonly RulesInForce[];
  get(id: string): RulesInForce | null;
  /** Mistakes of files of which no good version is known. */
  problems?(): readonly RuleError[];
}

/** Checks one text against one rule set. Pure. */
export type Check = (source: SourceText, rules: RulesInForce, corrections: Corrections, lang: Lang) => Assessment;

/** Checks a text in another process, so that nobody waits for it who does not ask for it. */
export interface CheckApart {
  /** So many files should be begun at a time. */
  readonly ahead: number;
  /**
   * The same as `Check`; without `chosen`, the id of a rule set, by the one whose kind of report the text is.
   * @throws ReadError where it took too long or too much memory
   */
  check(source: SourceText, chosen: string | null, corrections: Corrections, lang: Lang): Promise<Assessment>;
}

export interface AppOptions {
  /** How much is worked on at once and how much may wait; bounds of its own without it. */
  readonly turns?: { readonly uploads: TurnLimits; readonly changes: TurnLimits };
  readonly store: Store;
  readonly rules: RuleSource;
  /** Reads, checks and saves rule files; without it rule sets can only be read. */
  readonly editing?: RuleKeeping;
  /** Reads files that come in; one archive gives many. */
  readonly read: Reading['read'];
  readonly check: Check;
  /** For many files or large ones; without it they are checked by `check`. */
  readonly apart?: CheckApart;
  readonly clock: () => Date;
  readonly toolVersion: string;
  /** Sample reports, offered while the register is empty. */
  readonly samples?: readonly SourceText[];
  /** Where the pages are reached (`https://name`), when that is not what a request says; its forms name it as their origin. */
  readonly origin?: string;
  /** Without it, as on this computer only, nobody is asked who they are. */
  readonly access?: Access;
  /** Where it is written down who did what. */
  readonly activity?: Pick<ActivityLog, 'append' | 'months' | 'read'>;
  /** Whether the data folder takes writes now. */
  readonly writable?: () => Promise<boolean>;
  /** Told of work that goes on after its answer, so that it can be waited for. */
  readonly underWay?: UnderWay;
  /** Told of requests and of faults, with the number that the person sees. */
  readonly log?: Log;
}
