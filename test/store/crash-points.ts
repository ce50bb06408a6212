/** Plays a recorded season up to every operation of its disk, opens what a crash there would leave, and tells what holds. */
import { spawnSync } from 'node:child_process';
import { openStore } from '../../src/store/store.ts';
import { afterCrash, type Crash, crashes, MemoryDisk } from './memory-disk.ts';
import { ticking } from './sample.ts';
import { holdings, type Step } from './season.ts';

export interface CrashPoints {
  readonly operations: number;
  /** What was found after a crash at each point: all as before the step, or all as after it, or neither. */
  readonly found: Readonly<Record<Crash, { old: number; new: number; neither: number; damaged: number }>>;
  /** The first crash after which neither was found. */
  readonly example: string;
}

const folder = '/data';
const lock = `${folder}/owner.lock`;
const ended = spawnSync(process.execPath, ['--version']).pid;

export async function crashPoints(steps: readonly Step[]): Promise<CrashPoints> {
  const disk = new MemoryDisk();
  const options = { clock: ticking(), indexDelay: 0, disk };
  const store = await openStore(folder, options);
  // Operation at which a step was acknowledged, and what the store held from then on.
  const acknowledged = [{ at: disk.done.length, holds: await holdings(store) }];
  for (const step of steps) {
    await step(store);
    acknowledged.push({ at: disk.done.length, holds: await holdings(store) });
    // The index is saved between two steps, or in the midst of the next.
    await new Promise(done => setTimeout(done));
  }
  await store.close();

  const found = Object.fromEntries(crashes.map(crash => [crash, { old: 0, new: 0, neither: 0, damaged: 0 }])) as {
    [K in Crash]: { old: number; new: number; neither: number; damaged: number };
  };
  const { done } = disk;
  const opened = acknowledged[0]?.at ?? 0;
  let example = '';
  for (let point = opened; point <= done.length; point++) {
    const before = acknowledged.findLast(({ at }) => at <= point);
    const after = acknowledged.find(({ at }) => at > point);
    for (const crash of crashes) {
      const counts = found[crash];
      const broken = afterCrash(done.slice(0, point), crash);
      // The process whose lock was left has ended, unlike this one.
      if (broken.contents().has(lock)) broken.place(lock, Buffer.from(`{"pid":${ended}}`));
      const left = await openStore(folder, { ...options, disk: broken });
      const holds = await holdings(left);
      if (left.problems.length > 0) counts.damaged += 1;
      if (holds === before?.holds) counts.old += 1;
      else if (holds === after?.holds) counts.new += 1;
      else {
        counts.neither += 1;
        if (example === '') example = `${crash} at ${point} (${JSON.stringify(done[point - 1]).slice(0, 120)})`;
      }
      await left.close();
    }
  }
  return { operations: done.length - opened, found, example };
}
