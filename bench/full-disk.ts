/**
 * Fills a small disk of its own under a store, and makes it read-only: what is told, what is left, whether it recovers.
 * Needs the right to mount (Linux): `node --import tsx bench/full-disk.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../src/store/store.ts';
import { StoreError } from '../src/store/types.ts';
import { draft, head, ticking } from '../test/store/sample.ts';
import { holdings } from '../test/store/season.ts';

const disk = await mkdtemp(join(tmpdir(), 'fajian-full-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
const folder = join(disk, 'data');
const text = '正文。'.repeat(3000);

async function tried(what: string, store: Store, work: () => Promise<unknown>): Promise<void> {
  const before = await holdings(store);
  const told = await work().then(
    () => 'saved',
    (error: unknown) => (error instanceof StoreError ? `${error.code}: ${error.text.zh}` : String(error)),
  );
  const after = await holdings(store);
  const left = (await readdir(join(folder, 'reports'))).filter(name => !name.endsWith('.json')).length;
  const reports = (await store.list()).length;
  console.log(`${what}\t${told}\t${reports} reports\tchanged: ${before !== after}\tunfinished files: ${left}`);
}

try {
  const options = { clock: ticking(), indexDelay: 10 };
  const store = await openStore(folder, options);
  const receive = (n: number) => store.receive(head({ issuer: `第${n}局` }), draft(`${n}${text}`));
  await tried('first report', store, () => receive(1));
  await writeFile(join(disk, 'ballast'), Buffer.alloc(900 * 1024));
  for (let n = 2; n < 6; n++) await tried('disk nearly full', store, () => receive(n));
  await tried('change while full', store, async () =>
    store.update((await store.list())[0]?.id ?? '', kept => ({ ...kept, title: text })),
  );
  await rm(join(disk, 'ballast'));
  await tried('space is back', store, () => receive(9));
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  await tried('read-only', store, () => receive(10));
  execFileSync('mount', ['-o', 'remount,rw', disk]);
  await tried('writable again', store, () => receive(10));
  const held = await holdings(store);
  await store.close();
  const again = await openStore(folder, options);
  console.log(`opened anew: holds the same: ${(await holdings(again)) === held}, problems: ${again.problems.length}`);
  await again.close();
} finally {
  execFileSync('umount', [disk]);
  await rmdir(disk);
}
