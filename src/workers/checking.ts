/** Files and texts that come in over the pages: read and judged in processes that are kept for a while, one for each core but that of the pages. */
import { availableParallelism } from 'node:os';
import type { Corrections } from '../assess/pipeline.ts';
import type { Assessment } from '../assess/types.ts';
import { ReadError, type SourceText } from '../read/types.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Lang } from '../words/bilingual.ts';
import type { CheckSetup, CheckTask } from './check-task.ts';
import { Pool, WorkerStopped } from './pool.ts';
import type { ReadResult, ReadTask } from './read-task.ts';
import { plainHere, type Reading, type ReadingOptions, readingIn, readingLimits, refusalOfStopped } from './reading.ts';
import { type Cache, type CheckedRules, type SharedSetup, shareSetup } from './shared-setup.ts';

export interface TextToCheck {
  readonly source: SourceText;
  /** All that are in force. */
  readonly rules: readonly (CheckedRules & { readonly ruleSet: RuleSet })[];
  /** Id of the one to judge by; null for the one whose kind of report it is. */
  readonly chosen: string | null;
  readonly corrections: Corrections;
  readonly lang: Lang;
}

export interface Checking extends Reading {
  /** So many files should be begun at a time by one who has many. */
  readonly ahead: number;
  /** @throws ReadError where the judging took too long or too much memory */
  check(text: TextToCheck): Promise<Assessment>;
}

export interface CheckingOptions extends ReadingOptions {
  readonly cache: Cache | null;
  readonly toolVersion: string;
}

/** No process is started before the first file that needs one. */
export function createChecking({ cache, toolVersion, ...options }: CheckingOptions): Checking {
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1);
  const limits = options.limits ?? readingLimits;
  const module = new URL('./check-task.ts', import.meta.url);
  const pool = new Pool<ReadTask | CheckTask, ReadResult | Assessment>({ module, ...limits, threads });
  let packed: SharedSetup & { readonly key: string } = { key: '', setup: new Uint8Array() };
  const pack = (inForce: TextToCheck['rules']): typeof packed => {
    const key = inForce.map(({ ruleSet, fenced }) => [ruleSet.file, ruleSet.sha256, ...fenced].join()).join(';');
    if (packed.key !== key) {
      const rules = inForce.map(({ file, text, bases, fenced }) => ({ file, text, bases, fenced }));
      const setup: CheckSetup = { rules, cache, toolVersion };
      packed = { key, ...shareSetup(setup) };
    }
    return packed;
  };
  return {
    ahead: threads + 1,
    ...readingIn(pool as Pool<ReadTask, ReadResult>, { ...options, here: plainHere }),
    check: async ({ rules, ...text }) => {
      try {
        return (await pool.run({ ...pack(rules), ...text })) as Assessment;
      } catch (error) {
        if (!(error instanceof WorkerStopped)) throw error;
        const refusal = refusalOfStopped(error, text.source.name, limits.seconds);
        throw new ReadError(refusal.code, refusal.text);
      }
    },
  };
}
