/** A crash at any operation of the disk leaves what was there before a save, or what was there after it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { crashPoints } from './crash-points.ts';
import { crashes } from './memory-disk.ts';
import { seasonSteps } from './season.ts';

const crash = suite('crash at every operation');
crash('the season is opened again as it was before or after the step, with nothing damaged', async () => {
  const { operations, found, example } = await crashPoints(seasonSteps(40, ['某县财政局']));
  assert.ok(operations > 60, `${operations} operations`);
  for (const kind of crashes) {
    const counts = found[kind];
    assert.is(counts.neither, 0, example);
    assert.is(counts.damaged, 0, kind);
    assert.is(counts.old + counts.new, operations + 1);
    assert.ok(counts.old > 0 && counts.new > 0, kind);
  }
});
crash.run();
