import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureAssessment } from '../present/fixture.ts';
import { changed, smallRules } from '../store/small-rules.ts';
import { type RulesWorld, rulesWorld } from './rules-world.ts';
import { post, upload, world } from './world.ts';

const live = suite('rules that people edit while the pages are open');
let here: RulesWorld;
live.before.each(async () => {
  here = await rulesWorld();
});
live.after.each(() => here.end());

/** Pages of the one stored report. */
async function pagesOfReport(): Promise<readonly string[]> {
  const id = (await here.store.list())[0]?.id ?? '';
  return ['', '/checklist', '/review/lit.cases'].map(page => `/reports/${id}${page}`);
}

/** The page once it says these words; it is asked for again and again as a person would. */
async function once(path: string, words: string): Promise<string> {
  for (let asked = 0; asked < 200; asked += 1) {
    const page = await here.text(path);
    if (page.includes(words)) return page;
    await new Promise(next => setTimeout(next, 10));
  }
  throw new Error(`${path} never says ${words}`);
}

const allPages = [
  '/',
  '/rules',
  '/rules/small',
  '/rules/small/edit',
  '/rules/small/history',
  '/rules/small/try',
  '/rules/small/self-check',
  '/nope',
];

live(
  'a broken file: every page tells file, line, column and mistake in its language, and judges by the last good version',
  async () => {
    await here.add('云溪县', ['全年办理行政应诉案件12件。']);
    here.write('small.json', changed({ '"points": 5': '"points": "5"' }));
    for (const path of [...allPages, ...(await pagesOfReport())]) {
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

live('a saved file is picked up without a restart, written in place or put in the place of the old one', async () => {
  await once('/rules/small', '版本 1.0.0');
  here.write('small.json', changed({ '"1.0.0"': '"1.0.1"' }));
  await once('/rules/small', '版本 1.0.1');
  // Many editors write another file and give it the name.
  here.write('small.json.tmp', changed({ '"1.0.0"': '"1.0.2"' }));
  renameSync(join(here.rulesFolder, 'small.json.tmp'), join(here.rulesFolder, 'small.json'));
  await once('/rules/small', '版本 1.0.2');
});

const local = (groups: string): string =>
  `{ "extends": "./small.json", "id": "local", "version": "3.0", "title": "本地标准", "groups": [${groups}] }`;
const twoPoints = '{ "id": "litigation", "requirements": [{ "id": "lit.cases", "points": 2 }] }';

live(
  'a file that builds on a saved one is picked up with it, and stays as it was while that one is broken',
  async () => {
    here.write('local.json', local(twoPoints));
    await once('/rules/local', '写明了应诉案件数');
    here.write('small.json', changed({ 写明了应诉案件数: '写明了应诉件数' }));
    await once('/rules/local', '写明了应诉件数');
    here.write('small.json', changed({ '"points": 5': '"points": "5"' }));
    const page = await once('/rules/local', 'local.json 第1行');
    assert.match(page, '写明了应诉件数');
    assert.match(page, 'small.json 第');
  },
);

live(
  'a requirement whose own example fails is suspended by the save and named on every result from then on',
  async () => {
    here.write('small.json', changed({ '全年办理行政应诉案件12件。': '全年召开会议12次。' }));
    await here.add('云溪县', ['出庭应诉率98%。', '全年办理行政应诉案件12件。']);
    const [result = ''] = await pagesOfReport();
    for (const path of [result, `${result}/checklist`, `${result}/report.html`, `${result}/report.md`]) {
      const page = await here.text(path);
      assert.match(page, '暂停使用（例句未通过）', path);
      assert.match(page, '应诉案件数', path);
      assert.match(await here.text(`${path}?lang=en`), /Suspended[\s\S]*Cases/, path);
    }
    assert.match(await here.text(`${result}/assessment.json`), '"fenced": [\n    "lit.cases"');
    here.write('small.json', smallRules);
    await here.app.request(`${result}/recheck`, post(new URLSearchParams()));
    assert.not.match(await here.text(result), '暂停使用');
  },
);

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
