/** What a person is told when the disk takes nothing, and that work goes on once it does again. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemDisk } from '../../src/store/disk.ts';
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
