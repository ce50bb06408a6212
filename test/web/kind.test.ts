import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type RulesWorld, rulesWorld } from './rules-world.ts';
import { post, upload } from './world.ts';

const kind = suite('a text that looks like another kind');
let here: RulesWorld;
kind.before.each(async () => {
  here = await rulesWorld();
});
kind.after.each(() => here.end());

const text = `怎样写好法治政府建设年度报告\n一、主要举措\n全年出庭应诉率98%。\n${'坚持依法行政，压实工作责任。\n'.repeat(12)}`;
const seenIn = (page: string): string => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';

kind('a person says that it is a report: it is judged, and every output says who decided', async () => {
  const stored = await here.app.request('/reports', post(upload([['材料.txt', text]], { store: 'all' })));
  assert.ok(stored.status < 400);
  const [row] = await here.store.list();
  const path = `/reports/${row?.id}`;
  const page = await here.text(path);
  assert.match(page, '因此未逐项审核');
  assert.match(page, /<details class="correct" open>[\s\S]*name="asReport" value="yes">/);

  const said = await here.app.request(
    `${path}/correct?draft=1`,
    post(new URLSearchParams({ seen: seenIn(page), asReport: 'yes' })),
  );
  assert.is(said.status, 303);
  const judged = await here.text(path);
  assert.not.match(judged, '因此未逐项审核');
  assert.match(judged, 'id="f-lit.appearance"');
  assert.match(judged, /文种<\/dt><dd>年度报告 <small>/);
  assert.match(judged, 'name="asReport" value="yes" checked>');
  assert.match(await here.text(`${path}/report.md`), /文种.*年度报告/);

  // Without the mark it is again what it looks like.
  await here.app.request(`${path}/correct?draft=1`, post(new URLSearchParams({ seen: seenIn(judged) })));
  assert.match(await here.text(path), '因此未逐项审核');
});

kind('of a text that is one nobody is asked', async () => {
  await here.add('云溪县', ['全年出庭应诉率98%。']);
  const [row] = await here.store.list();
  assert.not.match(await here.text(`/reports/${row?.id}`), 'asReport');
});

kind.run();
