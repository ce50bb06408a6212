/** After a change of the rules: what stored results say of it, and checking all of them again. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changed, smallRules } from '../store/small-rules.ts';
import { type RulesWorld, rulesWorld } from './rules-world.ts';
import { post } from './world.ts';

const recheck = suite('stored results after a change of the rules');
let here: RulesWorld;
recheck.before.each(async () => {
  here = await rulesWorld();
  await here.add('云溪县', ['出庭应诉率98%。', '全年办理行政应诉案件12件。']);
  await here.add('清河县', ['出庭应诉率95%。', '全年办结案件12件。']);
});
recheck.after.each(() => here.end());

const wider = changed({
  '"1.0.0"': '"1.1.0"',
  '"of": ["行政应诉案件"]': '"of": ["行政应诉案件", "办结案件"]',
});
const checkAll = () => here.app.request('/reports/recheck', post(new URLSearchParams()));
const idOf = async (unit: string): Promise<string> =>
  (await here.store.list()).find(row => row.subject?.startsWith(unit))?.id ?? '';

recheck('nothing is said while all results are of the rules in force', async () => {
  for (const path of ['/', '/rules/small/edit']) assert.not.match(await here.text(path), '以前的版本');
});

recheck(
  'the register and the editor say how many results are of an earlier version, each result of which',
  async () => {
    here.write('small.json', wider);
    for (const path of ['/', '/rules/small/edit']) {
      const page = await here.text(path);
      assert.match(page, '有 2 份报告的结果是按审核标准以前的版本得出的', path);
      assert.match(
        page,
        /<form[^>]*action="\/reports\/recheck"[^>]*>[^<]*<button type="submit">全部按现行标准重新审核/,
        path,
      );
      assert.match(await here.text(`${path}?lang=en`), 'The results of 2 reports are of earlier versions', path);
    }
    const result = `/reports/${await idOf('清河县')}`;
    assert.match(
      await here.text(result),
      /按版本 1\.0\.0（[0-9a-f]{12}）审核的结果，现行版本是 1\.1\.0（[0-9a-f]{12}）/,
    );
    assert.match(await here.text(`${result}?lang=en`), /under version 1\.0\.0 \([0-9a-f]{12}\)/);
  },
);

recheck('one button checks all of them again, and what does not change is left alone afterwards', async () => {
  here.write('small.json', wider);
  const before = (await here.store.list()).map(({ drafts }) => drafts.at(-1)?.summary.gaps);
  assert.equal(before.sort(), [0, 1]);
  const answer = await checkAll();
  assert.is(answer.status, 303);
  const page = await here.text(answer.headers.get('location') ?? '');
  assert.match(page, '已按现行标准重新审核 2 份报告');
  assert.not.match(page, '以前的版本');
  assert.equal(
    (await here.store.list()).map(({ drafts }) => drafts.at(-1)?.summary.gaps),
    [0, 0],
  );
  assert.not.match(await here.text(`/reports/${await idOf('清河县')}`), '按版本 1.0.0');
  assert.is((await checkAll()).headers.get('location'), '/?rechecked=0');
});

recheck('reviews stay where quote and result are the same, and are withdrawn where they are not', async () => {
  const [same, other] = [await idOf('云溪县'), await idOf('清河县')];
  const decide = (id: string, fields: Record<string, string>) =>
    here.app.request(`/reports/${id}/review/lit.cases`, post(new URLSearchParams({ by: '王五', ...fields })));
  await decide(same, { decision: 'agree' });
  await decide(other, { decision: 'change', status: 'met', reason: 'elsewhere' });
  here.write('small.json', wider);
  await checkAll();
  const decisions = async (id: string) => (await here.store.get(id))?.rulings?.map(one => one.decision);
  assert.equal(await decisions(same), ['agree']);
  assert.equal(await decisions(other), ['change', 'lapse']);
});

recheck('while the file is broken the last good version is in force, and nothing is out of date', async () => {
  here.write('small.json', changed({ '"points": 5': '"points": "5"' }));
  const page = await here.text('/');
  assert.match(page, '有误');
  assert.not.match(page, '以前的版本');
  here.write('small.json', smallRules);
});

recheck.run();
