import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureAssessment } from '../present/fixture.ts';
import { changed } from '../store/small-rules.ts';
import { type RulesWorld, rulesWorld } from './rules-world.ts';
import { post, upload, world } from './world.ts';

const live = suite('rules that people edit while the pages are open');
let here: RulesWorld;
live.before.each(async () => {
  here = await rulesWorld();
});
live.after.each(() => here.end());

const allPages = [
  '/',
  '/rules',
  '/rules/small',
  '/rules/small/edit',
  '/rules/small/history',
  '/rules/small/try',
  '/nope',
];

live(
  'a broken file: every page tells file, line, column and mistake in its language, and judges by the last good version',
  async () => {
    await here.text('/');
    here.write('small.json', changed({ '"points": 5': '"points": "5"' }));
    for (const path of allPages) {
      const page = await here.text(path);
      assert.match(page, '现行的是上一次正确的版本', path);
      assert.match(page, /small\.json 第\d+行第\d+列/, path);
      assert.match(page, '写成 5', path);
      assert.match(await here.text(`${path}?lang=en`), /small\.json, line \d+, column \d+/, path);
    }
    assert.match(await here.text('/rules/small'), '版本 1.0.0');
    here.write('small.json', changed({ '"1.0.0"': '"1.0.1"' }));
    const mended = await here.text('/rules/small');
    assert.not.match(mended, '有误');
    assert.match(mended, '版本 1.0.1');
  },
);

live('a file that was never good is told of as not in force', async () => {
  here.write('other.json', '{ "id": "other" ');
  assert.match(await here.text('/'), '没有启用');
});

live('a suspended requirement is named on the result, the checklist and every export', async () => {
  const w = await world({
    check: (source, _rules, _given, lang) => ({ ...fixtureAssessment(lang, source.text), fenced: ['lit.appearance'] }),
  });
  const answer = await w.app.request(
    '/reports',
    post(upload([['a.txt', '云溪县人民政府2024年度法治政府建设情况报告']])),
  );
  const href = answer.headers.get('location')?.split('?')[0] ?? '';
  for (const path of ['', '/checklist', '/report.html', '/report.md']) {
    const page = await (await w.app.request(`${href}${path}`)).text();
    assert.match(page, '暂停使用（例句未通过）', path);
    assert.match(page, '行政机关负责人出庭应诉率', path);
  }
  assert.match(await (await w.app.request(`${href}/assessment.json`)).text(), '"fenced": [\n    "lit.appearance"');
  await w.end();
});

live.run();
