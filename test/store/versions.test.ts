/** Files of earlier versions are brought forward with a copy kept; each step of the table has an older file to prove it. */
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemDisk } from '../../src/store/disk.ts';
import { openStore } from '../../src/store/store.ts';
import { type FileKind, forward, versions } from '../../src/store/versions.ts';
import { faultyDisk } from './faulty-disk.ts';
import { inFolder, ticking, withStore } from './sample.ts';

/** A folder as an earlier version of the program left it. */
const older = fileURLToPath(new URL('older', import.meta.url));
const reports = ['r-hfl5xmhj', 'r-xdfvnktf'];

const steps = suite('files of earlier versions');
steps('a folder of an earlier version is brought forward, and a copy of each file is kept', () =>
  inFolder(async folder => {
    await cp(older, folder, { recursive: true });
    await withStore(folder, async store => {
      assert.equal(store.problems, []);
      assert.equal((await store.list()).map(({ id }) => id).sort(), reports);
      const ruled = await store.get('r-xdfvnktf');
      const record = (await store.get('r-hfl5xmhj')) ?? ruled;
      assert.equal([record?.schema, record?.revision], [2, 1]);
      assert.equal((await store.settings()).office, { name: '某县司法局' });
      assert.is(store.organs.list()[0]?.name, '某县财政局');
      const [gone] = await store.listRemoved();
      assert.is(gone?.row.revision, 1);
      assert.is((await store.restore(gone?.row.id ?? '')).revision, 1);
    });
    for (const id of reports) {
      const before = await readFile(join(older, 'reports', `${id}.json`));
      assert.equal(await readFile(join(folder, 'older', 'reports', `${id}.schema-1.json`)), before);
      assert.is(JSON.parse(await readFile(join(folder, 'reports', `${id}.json`), 'utf8')).schema, 2);
    }
    assert.equal(
      await readFile(join(folder, 'older', 'settings.schema-0.json')),
      await readFile(join(older, 'settings.json')),
    );
    assert.is((await readdir(join(folder, 'older', 'removed'))).length, 1);
  }),
);
steps('what cannot be rewritten for now is used all the same, told of, and tried again at the next start', () =>
  inFolder(async folder => {
    await cp(older, folder, { recursive: true });
    const disk = faultyDisk(systemDisk);
    const full = {
      ...disk,
      makeFolder: async (path: string) => {
        if (path.includes('older')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        return systemDisk.makeFolder(path);
      },
    };
    const store = await openStore(folder, { clock: ticking(), indexDelay: 5, disk: full });
    assert.is((await store.list()).length, 2);
    assert.is((await store.get(reports[0] ?? ''))?.revision, 1);
    assert.ok(
      store.problems.some(({ zh }) => zh.includes('ENOSPC')),
      JSON.stringify(store.problems),
    );
    await store.close();
    assert.is(JSON.parse(await readFile(join(folder, 'reports', `${reports[0]}.json`), 'utf8')).schema, 1);
    await withStore(folder, async again => assert.equal(again.problems, []));
    assert.is(JSON.parse(await readFile(join(folder, 'reports', `${reports[0]}.json`), 'utf8')).schema, 2);
  }),
);
steps('every kind has a step from each version to the next', () => {
  for (const kind of Object.keys(versions) as FileKind[]) {
    const { unmarked, steps: table, current } = versions[kind];
    for (let at = unmarked ?? 1; at < current; at++) assert.type(table[at], 'function', `${kind} ${at}`);
  }
});
const rows: readonly (readonly [string, FileKind, unknown, string | number])[] = [
  ['a record of today', 'report', { schema: 2 }, 2],
  ['a record of version 1', 'report', { schema: 1 }, 1],
  ['a record without a mark', 'report', {}, 'damaged'],
  ['a mark that is none', 'report', { schema: '2' }, 'damaged'],
  ['version 0', 'report', { schema: 0 }, 'damaged'],
  ['a later version', 'organ', { schema: 2 }, 'newer'],
  ['bare settings', 'settings', { office: '某局' }, 0],
  ['no object', 'settings', [], 'damaged'],
];
for (const [what, kind, value, expected] of rows) {
  steps(`${what}: ${expected}`, () => {
    const found = forward(kind, value);
    assert.is(typeof found === 'string' ? found : found.from, expected);
  });
}
steps.run();
