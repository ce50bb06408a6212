/** Runs in a worker process: reads one file and gives its result as it is printed, so that only this goes back. */
import { keepListsIn } from '../rules/kept-lists.ts';
import { loadRuleSet, type SoundFiles } from '../rules/load.ts';
import { createJudge, type Judge, type Judged, type JudgingFailed } from './judging.ts';
import { ListFiles } from './list-files.ts';
import readTask, { type ReadResult, type ReadTask } from './read-task.ts';
import { type SharedSetup, setupOf } from './shared-setup.ts';

/** A run starts its processes anew, so that there is one set-up for all that a process does. */
let judging: Promise<Judge> | null = null;

export default async function assessTask(task: ReadTask & SharedSetup): Promise<ReadResult<Judged | JudgingFailed>> {
  judging ??= judgeOf(task);
  const judge = await judging;
  const read = await readTask(task);
  return 'source' in read ? { source: await judge(read.source) } : read;
}

/** The main process has found these files sound: their form is not checked again. */
const sound: SoundFiles = { warningsOf: () => [], keepSound: () => {} };

function judgeOf(shared: SharedSetup): Promise<Judge> {
  const { rules, wishes, cache } = setupOf(shared);
  if (cache !== null) keepListsIn(new ListFiles(cache.folder, cache.program));
  const ready = rules.map(({ file, text, bases, fenced }) => {
    const { ruleSet } = loadRuleSet(text, file, path => bases[path] ?? null, sound);
    if (ruleSet === null) throw new Error(`${file} was sound a moment ago`);
    return { ruleSet, fenced };
  });
  return createJudge(ready, wishes);
}
