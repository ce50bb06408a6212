/** A folder that a crash, another process or a disk has touched: what can be kept is kept, the rest is told. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openStore } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/types.ts';
import { draft, head, inFolder, ticking, withStore } from './sample.ts';

const options = { clock: ticking(), indexDelay: 5 };

async function refusal(folder: string): Promise<StoreError> {
  try {
    await (await openStore(folder, options)).close();
  } catch (error) {
    assert.instance(error, StoreError);
    return error as StoreError;
  }
  throw new Error('the folder was opened');
}

/** A folder with two reports; gives their ids. */
async function twoReports(folder: string): Promise<readonly [string, string]> {
  let ids: readonly [string, string] = ['', ''];
  await withStore(folder, async store => {
    const one = await store.create(head({ issuer: '甲局' }), draft('甲'));
    const other = await store.create(head({ issuer: '乙局' }), draft('乙'));
    ids = [one.id, other.id];
  });
  return ids;
}

const files = suite('records');
files('a save leaves one file a record and no other', () =>
  inFolder(async folder => {
    const ids = await twoReports(folder);
    assert.equal((await readdir(join(folder, 'reports'))).sort(), ids.map(id => `${id}.json`).sort());
    assert.equal((await readdir(folder)).sort(), ['index.json', 'organs', 'removed', 'reports']);
  }),
);
files('what a cut-off save left behind is swept out', () =>
  inFolder(async folder => {
    const [id] = await twoReports(folder);
    const left = [join(folder, 'reports', `.${id}.json.0badf00d.tmp`), join(folder, '.index.json.12345678.tmp')];
    for (const path of left) await writeFile(path, '{"half":');
    await withStore(folder, async store => {
      assert.is((await store.list()).length, 2);
      assert.equal(store.problems, []);
    });
    for (const path of left) assert.is(await stat(path).catch(() => null), null, path);
  }),
);

const damages: readonly (readonly [string, string | Uint8Array])[] = [
  ['half a file', '{"schema":1,"id":"r-'],
  ['an empty file', ''],
  ['zeros', new Uint8Array(512)],
  ['null', 'null'],
  ['another value', '[1,2,3]'],
  ['a record without drafts', '{"schema":1,"drafts":[]}'],
];
for (const [name, content] of damages) {
  files(`${name} is set aside with a message, and the other record works`, () =>
    inFolder(async folder => {
      const [bad, good] = await twoReports(folder);
      await writeFile(join(folder, 'reports', `${bad}.json`), content);
      await withStore(folder, async store => {
        assert.equal(
          (await store.list()).map(({ id }) => id),
          [good],
        );
        assert.is(store.problems.length, 1);
        assert.ok(store.problems[0]?.zh.includes(`${bad}.json.damaged`), store.problems[0]?.zh);
        assert.ok(await store.get(good));
      });
      assert.equal(await readFile(join(folder, 'reports', `${bad}.json.damaged`)), Buffer.from(content));
    }),
  );
}
files('a record damaged while the store is open is set aside when it is asked for', () =>
  inFolder(async folder => {
    const [bad] = await twoReports(folder);
    await withStore(folder, async store => {
      await writeFile(join(folder, 'reports', `${bad}.json`), 'x');
      assert.is(await store.get(bad), null);
      assert.is((await store.list()).length, 1);
      assert.is(store.problems.length, 1);
    });
  }),
);
files('a record of another id is damaged, so that a copied file does not stand twice', () =>
  inFolder(async folder => {
    const [id] = await twoReports(folder);
    await writeFile(join(folder, 'reports', 'r-aaaaaaaa.json'), await readFile(join(folder, 'reports', `${id}.json`)));
    await withStore(folder, async store => {
      assert.is((await store.list()).length, 2);
      assert.is(store.problems.length, 1);
    });
  }),
);
files('a record that an editor put a byte order mark before is set aside and works on', () =>
  inFolder(async folder => {
    const [id] = await twoReports(folder);
    const path = join(folder, 'reports', `${id}.json`);
    const marked = `\uFEFF${await readFile(path, 'utf8')}`;
    await writeFile(path, marked);
    await withStore(folder, async store => {
      assert.is((await store.list()).length, 2);
      assert.is((await store.get(id))?.drafts[0]?.source.text, '甲');
      assert.ok(store.problems[0]?.zh.includes(`${id}.json.damaged`), store.problems[0]?.zh);
      await store.update(id, record => ({ ...record, title: '改后' }));
    });
    assert.is(await readFile(`${path}.damaged`, 'utf8'), marked, 'the file as it was is kept');
    await withStore(folder, async store => assert.equal(store.problems, []));
  }),
);
files('a record of a newer version is left as it is', () =>
  inFolder(async folder => {
    const [id] = await twoReports(folder);
    const path = join(folder, 'reports', `${id}.json`);
    const newer = `{"schema":99,"id":"${id}"}`;
    await writeFile(path, newer);
    await withStore(folder, async store => {
      assert.is((await store.list()).length, 1);
      assert.ok(store.problems[0]?.en.includes('newer'));
    });
    assert.is(await readFile(path, 'utf8'), newer);
  }),
);
files('files that are no records are left alone', () =>
  inFolder(async folder => {
    await twoReports(folder);
    await writeFile(join(folder, 'reports', '说明.txt'), '勿删');
    await withStore(folder, async store => {
      assert.is((await store.list()).length, 2);
      assert.equal(store.problems, []);
    });
    assert.is(await readFile(join(folder, 'reports', '说明.txt'), 'utf8'), '勿删');
  }),
);
files('damaged settings are set aside and start empty', () =>
  inFolder(async folder => {
    await twoReports(folder);
    await writeFile(join(folder, 'settings.json'), '{');
    await withStore(folder, async store => {
      assert.equal(await store.settings(), {});
      assert.is(store.problems.length, 1);
      await store.updateSettings(() => ({ office: '某局' }));
      assert.equal(await store.settings(), { office: '某局' });
    });
  }),
);
files('settings of a newer version are left as they are, and a change of them is refused in words', () =>
  inFolder(async folder => {
    await twoReports(folder);
    const newer = '{"schema":99,"settings":{"office":"某局"}}';
    await writeFile(join(folder, 'settings.json'), newer);
    await withStore(folder, async store => {
      assert.ok(store.problems[0]?.zh.includes('更新版本'), JSON.stringify(store.problems));
      const refused = await store.updateSettings(() => ({})).catch((error: unknown) => error);
      assert.is(refused instanceof StoreError && refused.code, 'newer');
      assert.is((await store.list()).length, 2, 'the rest works');
    });
    assert.is(await readFile(join(folder, 'settings.json'), 'utf8'), newer);
  }),
);
files('a save that fails says so, keeps what was there and leaves nothing behind', () =>
  inFolder(async folder => {
    const [id] = await twoReports(folder);
    await withStore(folder, async store => {
      // A number JSON cannot hold stands for a write that breaks off.
      const unwritable = { ...head(), drafts: [draft('甲')], year: 1n as unknown as number };
      const failed = await store
        .update(id, record => ({ ...record, year: unwritable.year }))
        .then(
          () => null,
          (error: unknown) => error,
        );
      assert.instance(failed, StoreError);
      assert.is((await store.get(id))?.year, 2023);
      assert.is((await store.list()).find(row => row.id === id)?.year, 2023);
    });
    assert.is((await readdir(join(folder, 'reports'))).length, 2);
  }),
);
files.run();

const index = suite('the index');
const states: readonly (readonly [string, (path: string) => Promise<void>])[] = [
  ['missing', path => rm(path)],
  ['empty', path => writeFile(path, '')],
  ['damaged', path => writeFile(path, '{"schema":1,"rows":[{')],
  ['of another shape', path => writeFile(path, '{"schema":99,"rows":[]}')],
  ['with rows that are none', path => writeFile(path, '{"schema":1,"rows":[null,{"row":{}},7]}')],
];
for (const [name, change] of states) {
  index(`${name}: it is rebuilt from the records`, () =>
    inFolder(async folder => {
      const ids = await twoReports(folder);
      await change(join(folder, 'index.json'));
      await withStore(folder, async store => {
        assert.equal((await store.list()).map(({ id }) => id).sort(), [...ids].sort());
        assert.is((await store.list())[0]?.drafts[0]?.summary.gaps, 9);
      });
      const saved: unknown = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
      assert.is((saved as { rows: unknown[] }).rows.length, 2);
    }),
  );
}
index('older than a record: that record is read again', () =>
  inFolder(async folder => {
    const [id] = await twoReports(folder);
    const old = await readFile(join(folder, 'index.json'));
    await withStore(folder, async store => {
      await store.update(id, record => ({ ...record, title: '新的标题' }));
    });
    await writeFile(join(folder, 'index.json'), old);
    await withStore(folder, async store => {
      assert.is((await store.list()).find(row => row.id === id)?.title, '新的标题');
    });
  }),
);
index('rows of records that are gone are dropped', () =>
  inFolder(async folder => {
    const [id, other] = await twoReports(folder);
    await rm(join(folder, 'reports', `${id}.json`));
    await withStore(folder, async store => {
      assert.equal(
        (await store.list()).map(row => row.id),
        [other],
      );
    });
  }),
);
index('a row whose record has not changed is taken as it is', () =>
  inFolder(async folder => {
    const [id] = await twoReports(folder);
    const path = join(folder, 'index.json');
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('甲局', '目录里的名字'));
    await withStore(folder, async store => {
      assert.is((await store.list()).find(row => row.id === id)?.issuer, '目录里的名字');
    });
  }),
);
index('one that cannot be saved is told of, and the records work', () =>
  inFolder(async folder => {
    await mkdir(join(folder, 'index.json', 'in the way'), { recursive: true });
    const store = await openStore(folder, options);
    const { id } = await store.create(head(), draft('甲'));
    await store.close();
    assert.ok(store.problems[0]?.zh.includes('目录'), JSON.stringify(store.problems));
    await withStore(folder, async again => assert.is((await again.list())[0]?.id, id));
  }),
);
index('a folder under the name of a record is passed over with a message', () =>
  inFolder(async folder => {
    await twoReports(folder);
    await mkdir(join(folder, 'reports', 'r-aaaaaaaa.json'));
    await withStore(folder, async store => {
      assert.is((await store.list()).length, 2);
      assert.ok(store.problems[0]?.zh.includes('EISDIR'), JSON.stringify(store.problems));
    });
  }),
);
index.run();

const owner = suite('one owner');
const ended = spawnSync(process.execPath, ['--version']).pid;
owner('a second store of the same folder is refused until the first is closed', () =>
  inFolder(async folder => {
    await withStore(folder, async () => {
      const error = await refusal(folder);
      assert.is(error.code, 'locked');
      assert.ok(error.text.zh.includes(String(process.pid)) && error.text.en.includes(folder));
      assert.ok(error.text.zh.includes(hostname()), error.text.zh);
      assert.match(error.text.en, /since \d{4}-\d\d-\d\dT/);
    });
    await withStore(folder, async store => assert.equal(await store.list(), []));
  }),
);
owner('a lock of another computer is not taken over: nobody here can tell whether its process runs', () =>
  inFolder(async folder => {
    await mkdir(folder, { recursive: true });
    const lock = { schema: 1, pid: ended, began: '1', boot: 'x', host: 'office-2', since: '2024-02-01T00:00:00.000Z' };
    await writeFile(join(folder, 'owner.lock'), JSON.stringify(lock));
    const error = await refusal(folder);
    assert.is(error.code, 'locked');
    for (const told of ['office-2', String(ended), 'owner.lock', '2024-02-01'])
      assert.ok(error.text.zh.includes(told) && error.text.en.includes(told), error.text.zh);
  }),
);
owner('an owner whose lock another has replaced saves no more; one whose lock was deleted takes it again', () =>
  inFolder(async folder => {
    const store = await openStore(folder, options);
    const { id } = await store.create(head(), draft('甲'));
    await rm(join(folder, 'owner.lock'));
    await store.update(id, record => ({ ...record, title: '一' }));
    await writeFile(join(folder, 'owner.lock'), JSON.stringify({ pid: 1, host: 'office-2' }));
    const refused = await store.update(id, record => ({ ...record, title: '二' })).catch((error: unknown) => error);
    assert.is(refused instanceof StoreError && refused.code, 'lost');
    assert.is((await store.get(id))?.title, '一');
    await store.close();
    assert.ok((await readFile(join(folder, 'owner.lock'), 'utf8')).includes('office-2'), 'the other keeps its lock');
  }),
);
owner('a lock of a process that was killed and that nobody has asked after is taken over', () =>
  inFolder(async folder => {
    // The shell becomes a program that never asks how its child ended.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const pid = Number(String(await new Promise(resolve => parent.stdout.once('data', resolve))));
      const isDead = async () => / Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ' Z '));
      for (let tries = 0; tries < 200 && !(await isDead()); tries += 1) await new Promise(go => setTimeout(go, 10));
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'owner.lock'), JSON.stringify({ pid, began: null }));
      await withStore(folder, async store => assert.equal(await store.list(), []));
    } finally {
      parent.kill('SIGKILL');
    }
  }),
);
const stale: readonly (readonly [string, string])[] = [
  ['of a process that has ended', JSON.stringify({ pid: ended, began: null })],
  ['of an ended process whose number another has now', JSON.stringify({ pid: process.pid, began: '1' })],
  ['of a run of the system before this one', JSON.stringify({ pid: process.pid, boot: 'another run', began: null })],
  ['half written', '{"pid":'],
  ['empty', ''],
];
for (const [name, content] of stale) {
  owner(`a lock ${name} is taken over`, () =>
    inFolder(async folder => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'owner.lock'), content);
      await withStore(folder, async store => assert.equal(await store.list(), []));
      assert.is(await stat(join(folder, 'owner.lock')).catch(() => null), null);
    }),
  );
}
const takers: readonly (readonly [string, string | null])[] = [
  ['of stores opened at once over a stale lock one gets the folder', null],
  ['the same where one ended while it took the lock away', JSON.stringify({ pid: ended, began: null })],
];
for (const [name, taking] of takers) {
  owner(name, async () => {
    // One time in forty two had it, when the lock was looked at before it was removed.
    for (let round = 0; round < 40; round += 1) {
      await inFolder(async folder => {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'owner.lock'), JSON.stringify({ pid: ended, began: null }));
        if (taking !== null) await writeFile(join(folder, '.owner.lock.taking-0.tmp'), taking);
        const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openStore(folder, options)));
        const stores = opened.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
        assert.is(stores.length, 1);
        for (const store of stores) await store.close();
        assert.equal(
          (await readdir(folder)).filter(file => file.includes('lock')),
          [],
        );
      });
    }
  });
}
owner.run();

const unwritable = suite('a folder that cannot be written');
unwritable('a path below a file is refused in both languages', () =>
  inFolder(async folder => {
    await writeFile(folder, 'a file');
    const error = await refusal(join(folder, 'deeper'));
    assert.is(error.code, 'unwritable');
    assert.ok(error.text.zh.includes('无法写入') && error.text.en.includes('cannot be written'));
    assert.ok(error.text.zh.includes(join(folder, 'deeper')));
  }),
);
unwritable('a folder is made where there is none', () =>
  inFolder(async folder => {
    await withStore(join(folder, 'a', 'b'), async store => assert.equal(await store.list(), []));
    assert.ok((await stat(dirname(join(folder, 'a', 'b')))).isDirectory());
  }),
);
unwritable.run();
