/** `fajian backup` and `fajian restore` as a person uses them: real processes, real files, exit codes, words in both languages. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ActivityLog, openStore, type Store } from '../../src/store/index.ts';
import type { Lang } from '../../src/words/bilingual.ts';
import { draft, head, inFolder, ticking, withStore } from '../store/sample.ts';
import { holdings } from '../store/season.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const env = { ...process.env, FAJIAN_CACHE: '', PORT: '' };

function fajian(args: readonly string[], lang: Lang = 'zh') {
  const run = spawnSync(process.execPath, ['bin/fajian.mjs', ...args, '--lang', lang], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const backups = suite('backup and restore from the command line');

/** A data folder with two reports, a unit and settings; gives what it holds. */
async function fill(data: string): Promise<string> {
  let held = '';
  await withStore(data, async store => {
    await store.receive(head({ issuer: '甲局' }), draft('甲'));
    await store.receive(head({ issuer: '乙局' }), draft('乙'));
    await store.organs.add({ name: '甲局', aliases: [], level: null, powers: [], contact: '', due: {} });
    await store.updateSettings(() => ({ office: '某局' }));
    held = await holdings(store);
  });
  return held;
}

async function heldIn(data: string): Promise<string> {
  let held = '';
  await withStore(data, async (store: Store) => {
    held = await holdings(store);
  });
  return held;
}

const deeds = async (data: string): Promise<readonly string[]> => {
  const log = new ActivityLog(join(data, 'activity'));
  const { entries } = await log.read((await log.months())[0] ?? '');
  return entries.map(({ actor, action }) => `${actor}: ${action}`);
};

const told: readonly (readonly [Lang, made: RegExp, restored: RegExp])[] = [
  ['zh', /^已备份到 .*season\.zip\n$/, /^已恢复 .*：报告 2 份，单位 1 个。.*replaced/],
  ['en', /^Backed up to .*season\.zip\n$/, /^Restored the backup of .*: 2 reports, 1 units\..*replaced/],
];
for (const [lang, made, restored] of told) {
  backups(`${lang}: what was backed up, and then lost, comes back; what was there is kept`, () =>
    inFolder(async data => {
      const before = await fill(data);
      const zip = join(dirname(data), 'season.zip');
      const backup = fajian(['backup', zip, '--data', data], lang);
      assert.is(backup.code, 0, backup.err);
      assert.match(backup.out, made);
      for (const name of readdirSync(join(data, 'reports'))) rmSync(join(data, 'reports', name));
      rmSync(join(data, 'organs'), { recursive: true });
      await withStore(data, async store => {
        await store.receive(head({ issuer: '丙局' }), draft('丙'));
      });
      const restore = fajian(['restore', zip, '--data', data], lang);
      assert.is(restore.code, 0, restore.err);
      assert.match(restore.out, restored);
      assert.is(await heldIn(data), before);
      const [aside = ''] = readdirSync(join(data, 'replaced'));
      assert.is(readdirSync(join(data, 'replaced', aside, 'reports')).length, 1);
      assert.equal(await deeds(data), ['command line: backup-restored', 'command line: backup-made']);
    }),
  );
}

backups('a backup comes back in a folder that is not there yet', () =>
  inFolder(async data => {
    const before = await fill(data);
    const zip = join(dirname(data), 'season.zip');
    fajian(['backup', zip, '--data', data]);
    const other = join(dirname(data), 'new', 'data');
    assert.is(fajian(['restore', zip, '--data', other]).code, 0);
    assert.is(await heldIn(other), before);
  }),
);

/** `ZIP` is a sound backup, `DATA` its folder, `NONE` a path where nothing is; `damage` changes the backup first. */
interface Refusal {
  readonly what: string;
  readonly args: readonly string[];
  readonly damage?: (bytes: Buffer) => Uint8Array;
  readonly zh: RegExp;
  readonly en: RegExp;
}
const refusals: readonly Refusal[] = [
  {
    what: 'no file named for a backup',
    args: ['backup', '--data', 'DATA'],
    zh: /请写一个备份文件/,
    en: /Name one backup file/,
  },
  {
    what: 'two files named',
    args: ['backup', 'NONE', 'ZIP', '--data', 'DATA'],
    zh: /请写一个备份文件/,
    en: /Name one backup file/,
  },
  {
    what: 'no data folder',
    args: ['backup', 'NONE.zip', '--data', 'NONE'],
    zh: /没有数据文件夹/,
    en: /There is no data folder/,
  },
  {
    what: 'a backup over a file that is there',
    args: ['backup', 'ZIP', '--data', 'DATA'],
    zh: /已经存在，没有覆盖/,
    en: /is there already and was not written over/,
  },
  {
    what: 'a backup into a folder that is not there',
    args: ['backup', 'NONE/b.zip', '--data', 'DATA'],
    zh: /备份没有写成/,
    en: /was not written/,
  },
  {
    what: 'a backup below a file',
    args: ['backup', 'ZIP/b.zip', '--data', 'DATA'],
    zh: /备份没有写成/,
    en: /was not written/,
  },
  {
    what: 'no file named for a restore',
    args: ['restore', '--data', 'DATA'],
    zh: /请写一个备份文件/,
    en: /Name one backup file/,
  },
  {
    what: 'a restore of a file that is not there',
    args: ['restore', 'NONE.zip', '--data', 'DATA'],
    zh: /找不到/,
    en: /does not exist/,
  },
  {
    what: 'no zip',
    args: ['restore', 'ZIP', '--data', 'DATA'],
    damage: () => Buffer.from('2024 年台账'),
    zh: /没有恢复，原有内容未动/,
    en: /is no backup of Fajian/,
  },
  {
    what: 'a backup cut off',
    args: ['restore', 'ZIP', '--data', 'DATA'],
    damage: bytes => bytes.subarray(0, bytes.length / 2),
    zh: /没有恢复，原有内容未动/,
    en: /Nothing was restored and nothing has changed/,
  },
  {
    what: 'a backup with changed bytes',
    args: ['restore', 'ZIP', '--data', 'DATA'],
    damage: changed,
    zh: /已损坏或不完整。没有恢复，原有内容未动/,
    en: /is damaged or not whole\. Nothing was restored/,
  },
];

/** One byte of what is packed is another. */
function changed(bytes: Buffer): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('reports/') + 60;
  copy[at] = (copy[at] ?? 0) ^ 255;
  return copy;
}

for (const { what, args, damage, zh, en } of refusals) {
  backups(`${what}: refused in words, nothing changed`, () =>
    inFolder(async data => {
      const before = await fill(data);
      const parent = dirname(data);
      const zip = join(parent, 'season.zip');
      assert.is(fajian(['backup', zip, '--data', data]).code, 0);
      if (damage !== undefined) writeFileSync(zip, damage(readFileSync(zip)));
      const files = readdirSync(parent);
      const given = args.map(arg =>
        arg.replace(/^ZIP/, zip).replace(/^DATA/, data).replace(/^NONE/, join(parent, 'none')),
      );
      for (const [lang, words] of [
        ['zh', zh],
        ['en', en],
      ] as const) {
        const { code, out, err } = fajian(given, lang);
        assert.equal([code, out], [2, ''], err);
        assert.match(err, words);
        assert.not.match(err, /\n\s+at /, 'told without the program');
      }
      assert.equal(readdirSync(parent), files, 'nothing is left lying about');
      assert.is(await heldIn(data), before);
    }),
  );
}

backups('a folder that another program holds is left alone', () =>
  inFolder(async data => {
    const before = await fill(data);
    const zip = join(dirname(data), 'season.zip');
    fajian(['backup', zip, '--data', data]);
    const store = await openStore(data, { clock: ticking() });
    for (const [lang, words] of [
      ['zh', /正由另一个法鉴程序使用/],
      ['en', /is in use by another Fajian/],
    ] as const) {
      for (const args of [
        ['backup', `${zip}-${lang}`],
        ['restore', zip],
      ]) {
        const { code, out, err } = fajian([...args, '--data', data], lang);
        assert.equal([code, out], [2, ''], err);
        assert.match(err, words);
      }
      assert.not.ok(existsSync(`${zip}-${lang}`));
    }
    assert.is(await holdings(store), before);
    await store.close();
  }),
);

backups('while the pages run they make the backup and take it back, and show what came back', () =>
  inFolder(async data => {
    await fill(data);
    const zip = join(dirname(data), 'season.zip');
    const words = ['bin/fajian.mjs', 'serve', '--data', data, '--port', '0', '--lang', 'en'];
    const pages = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], env });
    const ended = once(pages, 'exit');
    try {
      const [said] = (await once(pages.stdout, 'data')) as [Buffer];
      const url = /http:\/\/\S+/.exec(said.toString())?.[0] ?? '';
      const id = readdirSync(join(data, 'reports'))[0]?.replace('.json', '') ?? '';
      const isListed = async (): Promise<boolean> =>
        (await (await fetch(`${url}?year=all`)).text()).includes(`<a href="/reports/${id}`);
      assert.is(fajian(['backup', zip, '--data', data]).code, 0);
      assert.ok(await isListed());
      const headers = { Origin: url.slice(0, -1) };
      await fetch(`${url}reports/${id}/delete`, { method: 'POST', headers, body: new URLSearchParams() });
      assert.not.ok(await isListed());
      const restore = fajian(['restore', zip, '--data', data], 'en');
      assert.is(restore.code, 0, restore.err);
      assert.match(restore.out, '2 reports');
      assert.ok(await isListed());
    } finally {
      pages.kill('SIGTERM');
      await ended;
    }
  }),
);
backups.run();
