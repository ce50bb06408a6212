/** A backup made while work goes on, and brought back: with the program running, without it, and what is refused. */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { orderBackup, orderRestore, takeOrders } from '../../src/store/control.ts';
import { systemDisk } from '../../src/store/disk.ts';
import type { FileStore } from '../../src/store/file-store.ts';
import { ownerOf } from '../../src/store/owner.ts';
import { openStore } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/types.ts';
import { draft, head, inFolder, ticking } from './sample.ts';
import { holdings } from './season.ts';

const backups = suite('backups');
const facts = { name: '甲局', aliases: [], level: null, powers: [], contact: '', due: {} };

/** A store with a little of everything; `zip` is a path for its backup. Its index is written so many ms after a change. */
async function withSeason(
  work: (store: FileStore, folder: string, zip: string) => Promise<void>,
  indexDelay = 5,
): Promise<void> {
  await inFolder(async folder => {
    const store = await openStore(folder, { clock: ticking(), indexDelay });
    await store.receive(head({ issuer: '甲局' }), draft('甲'));
    const { id } = await store.receive(head({ issuer: '乙局' }), draft('乙'));
    await store.remove(id);
    await store.organs.add(facts);
    await store.updateSettings(() => ({ office: '某局' }));
    try {
      await work(store, folder, `${folder}.zip`);
    } finally {
      await store.close();
    }
  });
}

const backup = (store: FileStore, zip: string) => store.backup('0.1.0', piece => appendFile(zip, piece));
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof StoreError ? error.code : error),
  );

backups('what was backed up comes back in another folder, removed reports and their times too', () =>
  withSeason(async (store, folder, zip) => {
    const before = await holdings(store);
    await backup(store, zip);
    const other = await openStore(`${folder}-2`, { clock: ticking(), indexDelay: 5 });
    const { reports, organs } = await other.restoreFrom(zip);
    assert.equal([reports, organs], [1, 1]);
    assert.is(await holdings(other), before);
    const [one, two] = [await store.listRemoved(), await other.listRemoved()];
    const apart = Math.abs(Date.parse(one[0]?.removedAt ?? '') - Date.parse(two[0]?.removedAt ?? ''));
    assert.ok(apart <= 2000, 'a zip tells times by two seconds');
    await other.close();
    const again = await openStore(`${folder}-2`, { clock: ticking() });
    assert.is(await holdings(again), before);
    assert.equal(again.problems, []);
    await again.close();
  }),
);

backups(
  'restored while it runs: what came after is gone from the register and kept beside it; stale changes are refused',
  () =>
    withSeason(async (store, folder, zip) => {
      const before = await holdings(store);
      await backup(store, zip);
      const [row] = await store.list();
      await store.update(row?.id ?? '', record => ({ ...record, title: '备份之后的标题' }));
      const later = await store.receive(head({ issuer: '丙局' }), draft('丙'));
      let restoring: Promise<{ replaced: string }> | null = null;
      const stale = store.update(row?.id ?? '', record => {
        restoring = store.restoreFrom(zip);
        return { ...record, title: '与恢复同时' };
      });
      const code = await codeOf(stale);
      assert.ok(code === 'done' || code === 'replaced', String(code));
      const { replaced } = (await restoring) ?? { replaced: '' };
      assert.is(await holdings(store), before);
      assert.is(await store.get(later.id), null);
      assert.ok((await readdir(join(folder, replaced, 'reports'))).includes(`${later.id}.json`));
      assert.is((await store.receive(head({ issuer: '丁局' }), draft('丁'))).outcome, 'created', 'work goes on');
      assert.equal(
        (await readdir(folder)).filter(name => /^\.(?:backup|restore)/.test(name)),
        [],
        'nothing unfinished is left',
      );
    }),
);

backups('made under a load of changes, it holds each report as one save left it', () =>
  withSeason(async (store, _, zip) => {
    const [row] = await store.list();
    const id = row?.id ?? '';
    await store.update(id, record => ({ ...record, title: 'first', subject: 'first' }));
    let stop = false;
    const load = (async () => {
      for (let n = 0; !stop; n++)
        await store.update(id, record => ({ ...record, title: String(n), subject: String(n) }));
    })();
    await backup(store, zip);
    stop = true;
    await load;
    const kept = JSON.parse(Buffer.from(unzipSync(await readFile(zip))[`reports/${id}.json`] ?? []).toString());
    assert.is(kept.title, kept.subject);
    const manifest = JSON.parse(Buffer.from(unzipSync(await readFile(zip))['backup.json'] ?? []).toString());
    assert.equal([manifest.schema, manifest.tool, manifest.version], [1, 'fajian', '0.1.0']);
  }),
);

backups('the running owner does it for a command that can read its lock, and for nobody else', () =>
  withSeason(async (store, folder, zip) => {
    const told: string[] = [];
    const done = async (what: string) => void told.push(what);
    const { close } = await takeOrders({ store, folder, version: '0.1.0', done });
    const control = (await ownerOf(join(folder, 'owner.lock'), systemDisk))?.control;
    assert.ok(control);
    if (!control) return;
    const before = await holdings(store);
    await orderBackup(control, createWriteStream(zip));
    await store.receive(head({ issuer: '丙局' }), draft('丙'));
    assert.is((await orderRestore(control, createReadStream(zip))).reports, 1);
    assert.is(await holdings(store), before);
    assert.equal(told, ['backup-made', 'backup-restored']);
    for (const path of ['/backup', '/restore']) {
      for (const headers of [{}, { Authorization: 'Bearer 0' }] as Record<string, string>[])
        assert.is((await fetch(`${control.url}${path}`, { method: 'POST', headers })).status, 403);
    }
    await writeFile(zip, 'no zip');
    assert.is(await codeOf(orderRestore(control, createReadStream(zip))), 'backup', 'a refusal comes back in words');
    assert.is(await holdings(store), before);
    assert.is((await stat(join(folder, 'owner.lock'))).mode & 0o077, 0, 'others cannot read the token');
    await close();
  }),
);

backups('one folder copied is a full backup', () =>
  withSeason(async (store, folder) => {
    const before = await holdings(store);
    await cp(folder, `${folder}-copy`, { recursive: true });
    // The copy holds the lock of the process it was copied from, which by then has ended.
    const ended = spawnSync(process.execPath, ['--version']).pid;
    await writeFile(join(`${folder}-copy`, 'owner.lock'), JSON.stringify({ pid: ended }));
    const copy = await openStore(`${folder}-copy`, { clock: ticking() });
    assert.is(await holdings(copy), before);
    await copy.close();
    // No index is being written while the folder is copied.
  }, 60_000),
);

backups('versions of rules join the history; a file the store does not know is added where there is none', () =>
  withSeason(async (store, folder, zip) => {
    const [history, good] = [join(folder, 'rules-history', 'x'), join(folder, 'rules-history', 'last-good')];
    for (const at of [history, good]) await mkdir(at, { recursive: true });
    await writeFile(join(history, '20240101T000000000Z-aaaaaaaa.json'), '{"id":"x","version":"1"}');
    await writeFile(join(good, 'x.json'), '{"id":"x","version":"2"}');
    await writeFile(join(folder, '说明.txt'), '旧');
    await backup(store, zip);
    await writeFile(join(folder, '说明.txt'), '新');
    await writeFile(join(good, 'x.json'), '{"id":"x","version":"3"}');
    await store.restoreFrom(zip);
    const kept = await readdir(history);
    assert.is(kept.length, 2);
    const texts = await Promise.all(kept.map(name => readFile(join(history, name), 'utf8')));
    assert.ok(
      texts.some(text => text.includes('"2"')),
      'the rules that were in force then',
    );
    assert.is(await readFile(join(good, 'x.json'), 'utf8'), '{"id":"x","version":"3"}', 'the rules in force stay');
    assert.is(await readFile(join(folder, '说明.txt'), 'utf8'), '新');
  }),
);

type Files = Record<string, Uint8Array>;
const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));
const manifest = (files: number, schema = 1): Uint8Array =>
  json({ schema, tool: 'fajian', version: '9', at: '2024-02-01T00:00:00.000Z', files });
const refused: readonly (readonly [string, (whole: Uint8Array) => Uint8Array | Files])[] = [
  ['no zip', () => strToU8('not a zip at all')],
  ['an empty file', () => new Uint8Array()],
  ['a zip of something else', () => ({ 'a.txt': strToU8('a') })],
  ['half a backup', whole => whole.subarray(0, whole.length / 2)],
  [
    'a backup that lacks a file',
    () => ({ 'backup.json': manifest(2), 'settings.json': json({ schema: 1, settings: {} }) }),
  ],
  ['a backup of a later version', () => ({ 'backup.json': manifest(0, 2) })],
  [
    'a record of a later version',
    () => ({ 'backup.json': manifest(1), 'reports/r-aaaaaaaa.json': json({ schema: 99 }) }),
  ],
  ['a flipped byte', whole => whole.map((byte, at) => (at === Math.floor(whole.length / 3) ? byte ^ 0xff : byte))],
];
for (const [what, make] of refused) {
  backups(`${what} is refused and nothing has changed`, () =>
    withSeason(async (store, folder, zip) => {
      await backup(store, zip);
      const made = make(await readFile(zip));
      await writeFile(zip, made instanceof Uint8Array ? made : zipSync(made));
      const before = await holdings(store);
      assert.is(await codeOf(store.restoreFrom(zip)), 'backup');
      assert.is(await holdings(store), before);
      assert.equal(
        (await readdir(folder)).filter(name => /^\.(?:backup|restore)/.test(name)),
        [],
      );
    }),
  );
}
backups('names that lead out of the folder, or to what the process owns, are not followed', () =>
  withSeason(async (store, folder, zip) => {
    const lock = await readFile(join(folder, 'owner.lock'), 'utf8');
    const names = ['owner.lock', '.x.tmp', 'a/.b', 'a\\b', 'C:x', 'reports/说明.txt'];
    const files: Files = { 'backup.json': manifest(names.length) };
    for (const name of names) files[name] = strToU8('x');
    await writeFile(zip, zipSync(files));
    await codeOf(store.restoreFrom(zip));
    assert.is(await readFile(join(folder, 'owner.lock'), 'utf8'), lock);
    for (const name of ['.x.tmp', 'a/.b', 'C:x'])
      assert.is(await stat(join(folder, name)).catch(() => null), null, name);
    await writeFile(zip, zipSync({ 'backup.json': manifest(1), '../out.txt': strToU8('x') }));
    assert.is(await codeOf(store.restoreFrom(zip)), 'backup');
    assert.is(await stat(join(folder, '..', 'out.txt')).catch(() => null), null);
  }),
);
backups.run();
