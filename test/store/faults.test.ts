/** Whatever a disk refuses during a save: a clear answer, the old data intact, nothing half, and all works again afterwards. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { faultTable } from './faults.ts';
import { MemoryDisk } from './memory-disk.ts';

const faults = suite('each operation of a save fails in turn');
faults('the save is refused and nothing has changed, or it got by, or it is told that nobody knows', async () => {
  const place = async () => ({ disk: new MemoryDisk(), folder: '/data' });
  const outcomes = await faultTable(place, ['ENOSPC', 'EIO', 'short write']);
  assert.ok(outcomes.length > 100, String(outcomes.length));
  for (const one of outcomes) {
    const row = JSON.stringify(one);
    assert.ok(['saved', 'full', 'unwritable', 'unsure'].includes(one.told), row);
    if (one.told === 'full' || one.told === 'unwritable') assert.ok(one.old, row);
    if (one.told === 'full') assert.ok(one.fault === 'ENOSPC' || one.fault === 'short write', row);
    if (one.told === 'unsure') assert.is(one.operation, 'syncFolder', row);
    assert.ok(one.agrees, `memory and disk agree: ${row}`);
    assert.is(one.left, 0, row);
    assert.ok(one.recovers, row);
  }
  for (const told of ['saved', 'full', 'unwritable', 'unsure'])
    assert.ok(
      outcomes.some(one => one.told === told),
      `some were ${told}`,
    );
});
faults.run();
