/** Files of other formats come in through the page: each is stored, told of or passed over by itself. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gb18030 } from '../read/encode.ts';
import { makeDocx, par } from '../read/make-docx.ts';
import { makeZip } from '../read/make-zip.ts';
import { post, sentTo, upload, type World, world } from './world.ts';

const test = suite<{ here: World }>('files of other formats');
test.before.each(async context => {
  context.here = await world();
});
test.after.each(({ here }) => here.end());

const report = (of: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(makeDocx({ body: par(`${of}2024年法治政府建设年度报告`) + par('出庭应诉率为95%。') }));

test('an archive: reports are stored by their own names, others told of', async ({ here }) => {
  const archive = makeZip([
    { name: gb18030('报送/甲县.docx'), data: report('甲县人民政府') },
    { name: '乙县.docx', data: report('乙县人民政府').subarray(0, 500) },
    { name: '照片.jpg', data: new Uint8Array([1]) },
  ]);
  const page = await sentTo(here.app, '/reports', post(upload([['全县.zip', new Uint8Array(archive)]])));
  assert.match(page, '全县.zip › 报送/甲县.docx');
  assert.match(page, /<li class="failed">[\s\S]*乙县\.docx[\s\S]*已损坏/);
  assert.match(page, /<li class="skipped">[\s\S]*照片\.jpg[\s\S]*已跳过/);
  const rows = await here.store.list();
  assert.is(rows.length, 1);
  const record = await here.store.get(rows[0]?.id ?? '');
  const source = record?.drafts[0]?.source;
  assert.is(source?.name, '甲县.docx');
  assert.is(source?.charset, null);
  assert.match(source?.mediaType ?? '', 'wordprocessingml');
});
test('the same report in another format is recognised', async ({ here }) => {
  const text = '甲县人民政府2024年法治政府建设年度报告\n出庭应诉率为95%。';
  await here.app.request('/reports', post(upload([['甲县.docx', report('甲县人民政府')]])));
  const page = await sentTo(here.app, '/reports', post(upload([['甲县.txt', text]])));
  assert.match(page, /<li class="same">/);
  assert.is((await here.store.list()).length, 1);
});
test.run();
