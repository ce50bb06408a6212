/** What a person is told when the disk takes nothing, and that work goes on once it does again. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemDisk } from '../../src/store/disk.ts';
import { takesWrites } from '../../src/store/probe.ts';
import { fixtureText } from '../present/fixture.ts';
import { post, upload, world } from './world.ts';

const full = suite('a disk that takes nothing');
const refusals: readonly (readonly [code: string, status: number, told: string])[] = [
  ['ENOSPC', 507, '磁盘空间不足'],
  ['EDQUOT', 507, '磁盘空间不足'],
  ['EROFS', 503, '只读'],
  ['EACCES', 503, '无法写入'],
];
for (const [code, status, told] of refusals) {
  full(`${code}: ${status}, told in words, nothing changed, and it works again afterwards`, async () => {
    let refuses = false;
    const disk: typeof systemDisk = {
      ...systemDisk,
      create: (path, mode) =>
        refuses ? Promise.reject(Object.assign(new Error(code), { code })) : systemDisk.create(path, mode),
    };
    const here = await world({ disk });
    const send = () => here.app.request('/reports', post(upload([['云溪县.txt', fixtureText]])));
    const office = (name: string) => here.app.request('/settings', post(new URLSearchParams({ name })));
    await office('某县司法局');
    refuses = true;
    for (const answer of [await send(), await office('另一个局')]) {
      assert.is(answer.status, status);
      const page = await answer.text();
      assert.match(page, told);
      assert.match(page, '没有存成');
    }
    assert.equal(await here.store.list(), []);
    assert.match(await (await here.app.request('/settings')).text(), '某县司法局');
    refuses = false;
    assert.is((await send()).status, 303);
    assert.is((await here.store.list()).length, 1);
    await here.end();
  });
}
full.run();

const gone = suite('a data folder that is gone');
for (const [title, part] of [
  ['the whole folder', '.'],
  ['the folder of the reports', 'reports'],
] as const) {
  gone(
    `${title}: the page says which one and what to do, /healthz fails, and it works again once it is back`,
    async () => {
      let folder = '';
      const here = await world({
        more: path => {
          folder = path;
          return { writable: () => takesWrites(path) };
        },
      });
      const send = (lang: string) =>
        here.app.request(`/reports?lang=${lang}`, post(upload([['云溪县.txt', fixtureText]])));
      const [from, to] = [join(folder, part), `${folder}-aside`];
      await rename(from, to);
      for (const [lang, title, told] of [
        ['zh', '数据文件夹不见了', '放回原处'],
        ['en', 'The data folder is gone', 'Put it back'],
      ] as const) {
        const answer = await send(lang);
        assert.is(answer.status, 503);
        const page = await answer.text();
        for (const words of [title, told, from]) assert.ok(page.includes(words), `${words}: ${page}`);
      }
      assert.is((await here.app.request('/healthz')).status, 503);
      await rename(to, from);
      const stored = await send('zh');
      assert.is(stored.status, 303);
      if (part === '.') {
        await rename(folder, to);
        const page = await (await here.app.request(stored.headers.get('location') ?? '')).text();
        assert.ok(page.includes('数据文件夹不见了'), page);
        await rename(to, folder);
      }
      await here.end();
    },
  );
}
gone.run();
