/** The contract of a store, over each that there is. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemDisk } from '../../src/store/disk.ts';
import { openStore } from '../../src/store/store.ts';
import { storeContract } from './contract.ts';
import { faultyDisk } from './faulty-disk.ts';
import { MemoryDisk } from './memory-disk.ts';
import { draft, head, inFolder, ticking } from './sample.ts';

const options = { indexDelay: 5 };

storeContract('lowdb in a folder', {
  inFolder,
  open: folder => openStore(folder, { ...options, clock: ticking() }),
});

let memory = new MemoryDisk();
storeContract('lowdb over a disk in memory', {
  inFolder: work => {
    memory = new MemoryDisk();
    return work('/data');
  },
  open: folder => openStore(folder, { ...options, clock: ticking(), disk: memory }),
});

const cost = suite('the cost of a save');
cost('it asks the same of the disk with many reports as with few', () =>
  inFolder(async folder => {
    const disk = faultyDisk(systemDisk);
    const store = await openStore(folder, { clock: ticking(), indexDelay: 60_000, disk });
    const asked: (readonly string[])[] = [];
    for (let n = 0; n < 40; n++) {
      disk.arm('EIO', null);
      await store.receive(head({ issuer: `某县第${n}局` }), draft(`第${n}份`));
      asked.push([...disk.asked]);
    }
    assert.equal(asked.at(-1), asked[0]);
    assert.ok(disk.asked.includes('sync') && disk.asked.includes('syncFolder'));
    await store.close();
  }),
);
cost.run();
