/** Runs in a worker process of the pages: reads one file, or judges one text by the rules in force. */
import { createAssessor } from '../assess/again.ts';
import { chooseRules } from '../assess/choose.ts';
import type { Corrections } from '../assess/pipeline.ts';
import type { Assessment } from '../assess/types.ts';
import type { SourceText } from '../read/types.ts';
import type { Lang } from '../words/bilingual.ts';
import { type MadeRules, makeRules } from './made-rules.ts';
import readTask, { type ReadResult, type ReadTask } from './read-task.ts';
import { type Cache, type CheckedRules, type SharedSetup, setupOf } from './shared-setup.ts';

/** What is the same for all texts that are judged by these rules. */
export interface CheckSetup {
  readonly rules: readonly CheckedRules[];
  readonly cache: Cache | null;
  readonly toolVersion: string;
}

export interface CheckTask extends SharedSetup {
  /** Names the set-up: it is unpacked where it is another than before. */
  readonly key: string;
  readonly source: SourceText;
  /** Id of the rule set to judge by; null for the one whose kind of report it is. */
  readonly chosen: string | null;
  readonly corrections: Corrections;
  readonly lang: Lang;
}

const assess = createAssessor();
let made: { readonly key: string; readonly toolVersion: string; readonly rules: readonly MadeRules[] } | null = null;

export default async function checkTask(task: ReadTask | CheckTask): Promise<ReadResult | Assessment> {
  return 'key' in task ? check(task) : readTask(task);
}

function check(task: CheckTask): Assessment {
  if (made?.key !== task.key) {
    const { rules, cache, toolVersion } = setupOf<CheckSetup>(task);
    made = { key: task.key, toolVersion, rules: makeRules(rules, cache) };
  }
  const { source, corrections, lang } = task;
  const { rules, toolVersion } = made;
  const by = task.chosen === null ? chooseRules(source, rules) : rules.find(one => one.ruleSet.id === task.chosen);
  if (!by) throw new Error('no rules');
  return assess({ source, ...by, corrections, lang, toolVersion });
}
