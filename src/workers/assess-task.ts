/** Runs in a worker process: reads one file and gives its result as it is printed, so that only this goes back. */
import { createJudge, type Judge, type Judged, type JudgingFailed } from './judging.ts';
import { makeRules } from './made-rules.ts';
import readTask, { type ReadResult, type ReadTask } from './read-task.ts';
import { type AssessSetup, type SharedSetup, setupOf } from './shared-setup.ts';

/** A run starts its processes anew, so that there is one set-up for all that a process does. */
let judging: Promise<Judge> | null = null;

export default async function assessTask(task: ReadTask & SharedSetup): Promise<ReadResult<Judged | JudgingFailed>> {
  judging ??= judgeOf(task);
  const judge = await judging;
  const read = await readTask(task);
  return 'source' in read ? { source: await judge(read.source) } : read;
}

function judgeOf(shared: SharedSetup): Promise<Judge> {
  const { rules, wishes, cache } = setupOf<AssessSetup>(shared);
  return createJudge(makeRules(rules, cache), wishes);
}
