/**
 * A process that saves as fast as it can until it is killed: several at once, each with something of its own. It says on its
 * output what it begins and what was acknowledged: `node kill-writer FOLDER STEPS`, STEPS being the last step of each.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';
import { draft, head } from './sample.ts';

const [folder = '', steps = '[]'] = process.argv.slice(2);
const last = JSON.parse(steps) as number[];
const store = await openStore(folder, { clock: () => new Date(), indexDelay: 20 });
const text = '正文。'.repeat(10_000);

/** What worker `k` does as step `n`; the parent knows from `n` alone what must be there afterwards. */
async function step(k: number, n: number): Promise<void> {
  const name = `第${k}局`;
  if (k === 0) {
    await store.updateSettings(() => ({ n }));
    return;
  }
  if (k === 1) {
    const organ = store.organs.list()[0];
    const facts = { name: '名册', aliases: [], level: null, powers: [], contact: String(n), due: {} };
    await (organ === undefined ? store.organs.add(facts) : store.organs.update(organ.id, () => facts));
    return;
  }
  const row = (await store.list()).find(one => one.issuer === name);
  if (n === 1) await store.receive(head({ issuer: name, subject: '1' }), draft(`${name}${text}`));
  else if (n % 10 === 8) await store.remove(row?.id ?? '');
  else if (n % 10 === 9) {
    const gone = (await store.listRemoved()).find(one => one.row.issuer === name);
    await store.restore(gone?.row.id ?? '');
  } else await store.update(row?.id ?? '', record => ({ ...record, subject: String(n) }));
}

writeSync(1, 'ready\n');
await Promise.all(
  last.map(async (before, k) => {
    for (let n = before + 1; ; n++) {
      writeSync(1, `try ${k} ${n}\n`);
      await step(k, n);
      writeSync(1, `ack ${k} ${n}\n`);
    }
  }),
);
