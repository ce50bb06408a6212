/** A crash at any operation of the disk leaves what was there before a save, or what was there after it. */
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { crashPoints } from './crash-points.ts';
import { crashes } from './memory-disk.ts';
import { draft, head, inFolder } from './sample.ts';
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

crash('a backup that takes the place of the records does so as one', () =>
  inFolder(async folder => {
    await mkdir(folder);
    const zip = join(folder, 'backup.zip');
    const { operations, found, example } = await crashPoints([
      store => store.receive(head({ issuer: '甲局' }), draft('甲')),
      store => store.organs.add({ name: '甲局', aliases: [], level: null, powers: [], contact: '', due: {} }),
      store => store.backup('1', piece => appendFile(zip, piece)),
      store => store.receive(head({ issuer: '乙局' }), draft('乙')),
      store => store.updateSettings(() => ({ office: '某局' })),
      store => store.restoreFrom(zip),
      store => store.receive(head({ issuer: '丙局' }), draft('丙')),
    ]);
    assert.ok(operations > 60, `${operations} operations`);
    for (const kind of crashes) {
      assert.is(found[kind].neither, 0, example);
      assert.is(found[kind].damaged, 0, kind);
    }
  }),
);
crash.run();
