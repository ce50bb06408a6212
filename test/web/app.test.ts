import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadRuleSet } from '../../src/rules/load.ts';
import { fixtureText } from '../present/fixture.ts';
import { endOf, post, sentTo, sourceOf, upload, type World, world } from './world.ts';

const county = (name: string, year = 2024): string =>
  fixtureText.replaceAll('云溪县', name).replace('2024年度', `${year}年度`);

/** Uploads one file and follows to its result page. */
async function add(
  { app }: World,
  name: string,
  text: string,
): Promise<{ readonly id: string; readonly html: string }> {
  const answer = await app.request('/reports', post(upload([[name, text]])));
  assert.is(answer.status, 303, await answer.clone().text());
  const href = answer.headers.get('location') ?? '';
  const page = await app.request(href);
  assert.is(page.status, 200);
  return { id: /r-[a-z2-7]+/.exec(href)?.[0] ?? '', html: await page.text() };
}

const text = async ({ app }: World, path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await app.request(path, { headers })).text();

const form = (fields: Record<string, string>): RequestInit => post(new URLSearchParams(fields));

const story = suite<World>('a season');
let here: World;
story.before.each(async () => {
  here = await world();
});
story.after.each(() => here.end());

story('a file is uploaded, and its result tells outcome, gaps and quotes', async () => {
  const { html } = await add(here, '云溪县.txt', county('云溪县'));
  for (const words of [
    '需补正',
    '补上可得 +25 分',
    '力争行政规范性文件备案率达到100%',
    '第一部分（二）第1段，第6行',
    'id="f-lit.appearance"',
  ]) {
    assert.match(html, words);
  }
  const register = await text(here, '/');
  assert.match(register, '云溪县');
  assert.match(register, '第1稿');
});

story(
  'each quote links to a place that the text has, and each mark links back to a finding that the page has',
  async () => {
    const { html } = await add(here, '云溪县.txt', county('云溪县'));
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(found => found[1]));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(found => found[1] ?? '');
    assert.ok(links.length > 10);
    assert.equal(
      links.filter(link => !ids.has(link)),
      [],
    );
  },
);

story('no id stands twice on a result page', async () => {
  const { html } = await add(here, '云溪县.txt', county('云溪县'));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(found => found[1]);
  assert.equal(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  );
});

story('the year is corrected, the report is checked again, and the correction is stamped everywhere', async () => {
  const { id } = await add(here, '云溪县.txt', county('云溪县'));
  const answer = await here.app.request(
    `/reports/${id}/correct`,
    form({ reportYear: '2023', subject: '', subjectLevel: '', signedDate: '' }),
  );
  assert.is(answer.status, 303);
  const page = await text(here, answer.headers.get('location') ?? '');
  assert.match(page, '已更正并重新审核');
  assert.match(page, /2023 <small>（人工更正）/);
  assert.match(await text(here, `/reports/${id}/report.md`), '2023 （人工更正）');
  assert.match(await text(here, `/reports/${id}/report.html`), /2023 <small>（人工更正）/);
  assert.match(await text(here, `/reports/${id}/checklist`), /2023 <small>（人工更正）/);
  const json = JSON.parse(await text(here, `/reports/${id}/assessment.json`)) as {
    report: { corrected: string[]; reportYear: number };
  };
  assert.equal([json.report.corrected, json.report.reportYear], [['reportYear'], 2023]);
  assert.match(await text(here, '/'), '2023');
});

story('the day it was received is that of the import, until a person gives another one', async () => {
  const { id, html } = await add(here, '云溪县.txt', county('云溪县'));
  assert.match(html, /收到日期<\/dt><dd>2025年2月10日/);
  await here.app.request(`/reports/${id}/correct`, form({ receivedDate: '2025-01-31' }));
  assert.match(await text(here, '/'), '2025年1月31日');
});

story('everything is unfolded when the address asks for it, for print', async () => {
  const { id, html } = await add(here, '云溪县.txt', county('云溪县'));
  const folded = (page: string): number => [...page.matchAll(/<details>\s*<summary><header>/g)].length;
  assert.ok(folded(html) > 0);
  assert.match(html, `/reports/${id}?draft&#x3D;1&amp;all&#x3D;1`);
  assert.is(folded(await text(here, `/reports/${id}?all=1`)), 0);
});

const wrong: readonly [Record<string, string>, string][] = [
  [{ reportYear: '24' }, '四位数字'],
  [{ signedDate: '2025-02-31' }, '日期应写成'],
  [{ subjectLevel: 'constructor' }, '没有这个层级'],
];
for (const [fields, message] of wrong) {
  story(`a correction that cannot be is told: ${message}`, async () => {
    const { id } = await add(here, '云溪县.txt', county('云溪县'));
    const answer = await here.app.request(`/reports/${id}/correct`, form(fields));
    assert.is(answer.status, 422);
    const page = await answer.text();
    assert.match(page, message);
    for (const [name, value] of Object.entries(fields))
      if (name !== 'subjectLevel') assert.match(page, new RegExp(`name="${name}"[^>]* value="${value}"`));
  });
}

story('the same body and year again is the next draft; both drafts can be read', async () => {
  const { id } = await add(here, '云溪县.txt', county('云溪县'));
  const second = await add(here, '云溪县改.txt', `${county('云溪县')}\n补充。`);
  assert.is(second.id, id);
  assert.match(second.html, '第2稿');
  assert.match(await text(here, `/reports/${id}?draft=1`), '云溪县.txt');
  assert.is((await here.app.request(`/reports/${id}?draft=9`)).status, 404);
});

story('the very same file is recognised and not stored twice', async () => {
  await add(here, '云溪县.txt', county('云溪县'));
  const again = post(upload([['另存.txt', county('云溪县')]]));
  assert.match(await sentTo(here.app, '/reports', again), '文字相同');
  assert.is((await here.store.list()).length, 1);
});

story('a deleted report can be brought back', async () => {
  const { id } = await add(here, '云溪县.txt', county('云溪县'));
  const gone = await here.app.request(`/reports/${id}/delete`, form({}));
  const register = await text(here, gone.headers.get('location') ?? '');
  assert.match(register, '已删除“云溪县”');
  assert.is((await here.app.request(`/reports/${id}`)).status, 404);
  const back = await here.app.request(`/reports/${id}/restore`, form({}));
  assert.is((await here.app.request(back.headers.get('location') ?? '')).status, 200);
  assert.is((await here.app.request(`/reports/${id}/restore`, form({}))).status, 404);
});

story('of several files the bad ones are told and the good ones stored', async () => {
  const files = upload([
    ['a.txt', county('青石县')],
    ['空.txt', ''],
    ['b.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
    ['c.txt', county('临江县')],
  ]);
  const answer = await here.app.request('/reports', post(files));
  const href = answer.headers.get('location') ?? '';
  const page = await endOf(here.app, href);
  assert.is(await text(here, href), page, 'its page can be gone back to');
  assert.match(await text(here, `${href}?lang=en`), 'files: 2 stored');
  assert.is((await here.app.request('/reports/added/unknown')).headers.get('location'), '/?import=gone');
  assert.match(await text(here, '/?import=gone'), '这次导入的进度已不在');
  const polled = await here.app.request('/reports/added/unknown', { headers: { 'HX-Request': 'true' } });
  assert.is(polled.headers.get('HX-Redirect'), '/?import=gone', 'the page that waits is led away, too');
  assert.is((await here.store.list()).length, 2);
  assert.is([...page.matchAll(/<li class="failed">/g)].length, 2);
  assert.is([...page.matchAll(/<li class="done">/g)].length, 2);
  assert.match(page, '共 4 个文件：存入 2，未审核 2（原因见下）。');
});

story(
  'the numbers told of an import add up to the files: what is stored is told once, with what is to be decided',
  async () => {
    const files = (extra: Record<string, string> = {}) =>
      post(
        upload(
          [
            ['a.txt', county('青石县')],
            ['b.txt', county('青石县')],
            ['c.txt', fixtureText.replace('云溪县人民政府关于2024年度', '关于').replaceAll('云溪县人民政府', '')],
            ['要点.txt', '云溪县2024年法治政府建设工作要点\n一、总体要求'],
          ],
          extra,
        ),
      );
    const href = (await here.app.request('/reports', files())).headers.get('location') ?? '';
    assert.match(
      await endOf(here.app, href),
      '共 4 个文件：存入 2（其中 1 份待确定单位或年度），重复未存 1，未审核 1（原因见下）。',
    );
    assert.match(
      await text(here, `${href}?lang=en`),
      '4 files: 2 stored (1 of them with unit or year to decide), 1 known already, 1 not checked (see why below).',
    );
    const looked = await (await here.app.request('/reports', files({ store: 'no' }))).text();
    assert.match(looked, '共 4 个文件：只审核未存入 3，未审核 1（原因见下）。');
  },
);

story('a text of another kind is told as such, with why, and stored only when a person insists', async () => {
  const { app } = here;
  const page = await (
    await app.request('/reports', post(upload([['要点.txt', '云溪县2024年法治政府建设工作要点\n一、总体要求']])))
  ).text();
  assert.match(page, '标题写明文种没有存入台账');
  assert.is((await here.store.list()).length, 0);
  const hidden = Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(found => [found[1], found[2] ?? '']),
  );
  assert.match(await sentTo(app, '/reports', post(upload([], hidden))), '已按您的意思存入台账');
  const again = post(upload([['要点.txt', '云溪县2024年法治政府建设工作要点\r\n\r\n一、总体要求\n']]));
  assert.match(await sentTo(app, '/reports', again), '文字相同');
  const [row] = await here.store.list();
  const result = await text(here, `/reports/${row?.id}`);
  assert.match(result, '标题写明文种');
  assert.not.match(result, 'id="ledger"');
});

story('a work plan of the same body and year is no draft of its report, nor the report one of the plan', async () => {
  const plan = (note: string): string => `云溪县人民政府2024年法治政府建设工作要点\n一、总体要求${note}`;
  await here.app.request('/reports', post(upload([['要点.txt', plan('')]], { store: 'all' })));
  await add(here, '云溪县.txt', county('云溪县'));
  await here.app.request('/reports', post(upload([['要点改.txt', plan('。')]], { store: 'all' })));
  assert.equal(
    (await here.store.list()).map(row => row.drafts.length),
    [1, 1, 1],
  );
});

story('pasted text is checked; checked only, it leaves nothing behind', async () => {
  const only = upload([], { text: county('云溪县').replaceAll('\n', '\r\n'), store: 'no' });
  const page = await (await here.app.request('/reports', post(only))).text();
  assert.match(page, '没有存入台账');
  assert.match(page, '需补正');
  assert.is((await here.store.list()).length, 0);
});

story('nothing given is said', async () => {
  const answer = await here.app.request('/reports', post(upload([], { text: '  ' })));
  assert.is(answer.status, 400);
  assert.match(await answer.text(), '没有选择文件');
});

story('without a year a person is asked, and the draft joins its report', async () => {
  const { id } = await add(here, '云溪县.txt', county('云溪县'));
  const unknown = county('云溪县').replace('2024年度', '');
  const asked = await sentTo(here.app, '/reports', post(upload([['稿.txt', unknown]])));
  assert.match(asked, '没有写明年度');
  const fresh = /name="year-(r-[a-z2-7]+)"/.exec(await text(here, '/place'))?.[1] ?? '';
  const placed = await here.app.request('/place', form({ [`year-${fresh}`]: '2024' }));
  assert.match(await text(here, placed.headers.get('location') ?? ''), '已确定 1 份');
  const rows = await here.store.list();
  assert.equal(
    rows.map(row => [row.id, row.drafts.length]),
    [[id, 2]],
  );
});

story('a change of the rules leaves the result as it was until a person checks again', async () => {
  const { id } = await add(here, '云溪县.txt', county('云溪县'));
  here.changeRules('2.0.0');
  const page = await text(here, `/reports/${id}`);
  assert.match(page, '按现行标准重新审核');
  assert.match(page, 'fazhi-annual-report 1.0.0');
  const again = await here.app.request(`/reports/${id}/recheck`, form({}));
  assert.match(await text(here, again.headers.get('location') ?? ''), 'fazhi-annual-report 2.0.0');
});
story.run();

const languages = suite<World>('languages');
languages.before.each(async () => {
  here = await world();
});
languages.after.each(() => here.end());

languages('English is chosen by address and remembered by a cookie', async () => {
  const { id } = await add(here, '云溪县.txt', county('云溪县'));
  const answer = await here.app.request(`/reports/${id}?lang=en`);
  const page = await answer.text();
  assert.match(page, '<html lang="en">');
  for (const words of ['Gaps', 'Score breakdown', '20 January 2025', 'part 1(2), paragraph 1, line 6'])
    assert.match(page, words);
  const cookie = answer.headers.get('set-cookie') ?? '';
  assert.match(cookie, 'lang=en');
  assert.match(await text(here, '/rules', { Cookie: 'lang=en' }), 'Rule sets');
  assert.match(await text(here, '/rules?lang=zh', { Cookie: 'lang=en' }), '审核标准');
});
languages.run();

const safety = suite<World>('safety');
safety.before.each(async () => {
  here = await world();
});
safety.after.each(() => here.end());

const evilName = '<script>alert(1)"><img src=x onerror=alert(2)>.txt';
const evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\'{{constructor}}';

safety('what stands in a file name, a text or a paste is shown as it stands', async () => {
  const nasty = county('云溪县').replace('市人民政府:', evil);
  const { id, html } = await add(here, evilName, nasty);
  const pasted = await (await here.app.request('/reports', post(upload([], { text: nasty, store: 'no' })))).text();
  const bad = await (await here.app.request('/reports', post(upload([[evilName, '']])))).text();
  const found = await text(here, `/?q=${encodeURIComponent(evil)}`);
  const exported = await text(here, `/reports/${id}/report.html`);
  for (const [name, page] of Object.entries({ html, pasted, bad, found, exported })) {
    assert.not.match(page, /<script>alert|<img/, name);
    assert.match(page, '&lt;script&gt;alert(1)', name);
  }
});

safety('every page forbids foreign content and framing', async () => {
  for (const path of ['/', '/rules', '/nope', '/static/fajian.css']) {
    const { headers } = await here.app.request(path);
    assert.match(headers.get('content-security-policy') ?? '', "default-src 'none'");
    assert.match(headers.get('content-security-policy') ?? '', "frame-ancestors 'none'");
    assert.is(headers.get('x-content-type-options'), 'nosniff');
    assert.ok(headers.get('referrer-policy'));
  }
});

safety('a form of another origin is refused and changes nothing', async () => {
  const { id } = await add(here, '云溪县.txt', county('云溪县'));
  const foreign = { method: 'POST', body: new URLSearchParams(), headers: { Origin: 'http://evil.example' } };
  assert.is((await here.app.request(`/reports/${id}/delete`, foreign)).status, 403);
  assert.is((await here.store.list()).length, 1);
});

safety('more than 20 MB is refused in words', async () => {
  const answer = await here.app.request('/reports', post(upload([['big.txt', 'a'.repeat(21 * 1024 * 1024)]])));
  assert.is(answer.status, 413);
  assert.match(await answer.text(), '最多 20 MB');
});

safety('a fault of the program is a page with a number that the log has, and tells nothing of itself', async () => {
  const answer = await here.app.request('/reports', post(upload([['x.txt', `${county('云溪县')}\n引擎出错`]])));
  const page = await answer.text();
  assert.is(answer.status, 500);
  const id = /<code>([0-9a-f]{8})<\/code>/.exec(page)?.[1] ?? '';
  assert.match(here.log.join('\n'), id);
  assert.not.match(page, 'the engine fails');
});

safety('a store that cannot take a report says why', async () => {
  await here.store.close();
  const answer = await here.app.request('/reports', post(upload([['x.txt', county('云溪县')]])));
  assert.is(answer.status, 503);
  assert.match(await answer.text(), '没有存成');
  await here.end();
  here = await world();
});

safety('an unknown report, sample, rule set or page is a 404 page', async () => {
  for (const path of [
    '/reports/r-aaaaaaaa',
    '/reports/..%2f..%2fetc',
    '/samples/9',
    '/rules/none',
    '/static/../app.ts',
    '/x',
  ]) {
    assert.is((await here.app.request(path)).status, 404, path);
  }
});
safety.run();

const parts = suite<World>('parts for htmx');
parts.before.each(async () => {
  here = await world();
});
parts.after.each(() => here.end());

parts('the find box gets only rows', async () => {
  await add(here, 'a.txt', county('青石县'));
  await add(here, 'b.txt', county('临江县'));
  const rows = await text(here, '/?q=青石', { 'HX-Request': 'true', 'HX-Target': 'rows' });
  assert.not.match(rows, '<html');
  assert.match(rows, '青石县');
  assert.not.match(rows, '临江县');
});

parts('the register is filtered and sorted by its address', async () => {
  const school = county('青石县').replaceAll('人民政府', '教育局');
  for (const [name, content] of [
    ['a.txt', county('青石县')],
    ['b.txt', county('临江县', 2023)],
    ['c.txt', school],
  ] as const)
    await add(here, name, content);
  const names = async (query: string): Promise<string[]> => {
    const page = await text(here, `/?${query}`);
    return [...page.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)/g)].map(found => found[1] ?? '');
  };
  assert.equal(await names('year=2023'), ['临江县']);
  assert.equal((await names('sort=year')).at(0), '临江县');
  assert.equal((await names('sort=year&dir=desc')).at(-1), '临江县');
  assert.equal(await names('sort=name'), ['临江县', '青石县', '青石县教育局']);
  assert.equal(await names('outcome=complete'), []);
  assert.equal((await names('level=county&sort=nonsense')).length, 3);
  const page = await text(here, '/?sort=year&q=临江');
  assert.match(page, /aria-sort="ascending"><a class="sort" href="[^"]*dir&#x3D;desc"/);
  assert.match(page, '显示 1 份，共 3 份');
});

parts('one good file leads to its page, several to what became of each', async () => {
  const hx = { 'HX-Request': 'true' };
  const one = await here.app.request('/reports', post(upload([['a.txt', county('青石县')]]), hx));
  assert.match(one.headers.get('hx-redirect') ?? '', /^\/reports\/r-/);
  const two = await here.app.request(
    '/reports',
    post(
      upload([
        ['b.txt', county('临江县')],
        ['c.txt', ''],
      ]),
      hx,
    ),
  );
  assert.match(await text(here, two.headers.get('hx-redirect') ?? ''), '临江县');
});

parts('static files are kept by the browser until they change', async () => {
  const html = await text(here, '/');
  const path = /\/static\/fajian\.css\?v=[0-9a-f]+/.exec(html)?.[0] ?? '';
  const first = await here.app.request(path);
  assert.match(first.headers.get('cache-control') ?? '', 'immutable');
  const second = await here.app.request(path, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
  assert.is(second.status, 304);
});
parts.run();

const samples = suite('samples');

samples('an empty register shows the samples checked; they can be stored, are marked, and can be removed', async () => {
  const w = await world({ samples: [sourceOf('样例.txt', county('青石县'))] });
  const empty = await (await w.app.request('/')).text();
  assert.match(empty, '样例报告');
  assert.match(empty, '需补正');
  assert.match(await (await w.app.request('/samples/1')).text(), '未存入台账');
  const stored = await w.app.request('/samples', form({}));
  const register = await (await w.app.request(stored.headers.get('location') ?? '')).text();
  assert.match(register, /<span class="tag">样例<\/span> <a href="\/reports\//);
  const id = (await w.store.list())[0]?.id ?? '';
  await w.app.request(`/reports/${id}/delete`, form({}));
  assert.is((await w.store.list()).length, 0);
  await w.end();
});
samples.run();

const manual = suite('rule sets');

manual('a report gets the rule set of its kind, and a person can choose another', async () => {
  const path = 'rules/gov-info-disclosure-report.json';
  const { ruleSet } = loadRuleSet(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);
  if (ruleSet === null) throw new Error(`${path} does not load`);
  const w = await world({ second: ruleSet });
  assert.match(await text(w, '/'), '<option value="">按报告种类自动选用</option>');
  const disclosure = county('临江县').replace('法治政府建设情况的报告', '政府信息公开工作年度报告');
  const kinds = async () => (await w.store.list()).map(row => row.ruleSetId).sort();
  await add(w, '法治.txt', county('云溪县'));
  const { id } = await add(w, '公开.txt', disclosure);
  assert.equal(await kinds(), ['fazhi-annual-report', 'gov-info-disclosure-report']);
  assert.match(await text(w, '/'), '<small class="kind">政府信息公开工作年度报告</small>');
  const again = upload([
    ['一.txt', disclosure],
    ['二.txt', disclosure],
  ]);
  const intake = await sentTo(w.app, '/reports', post(again));
  assert.match(intake, '</a> <small class="kind">政府信息公开工作年度报告</small>');
  const english = await text(w, '/rules/gov-info-disclosure-report?lang=en');
  assert.match(english, 'Department: by 31 January of the next year (partial by 2 March)');
  assert.match(english, 'Art. 49');
  assert.match(
    await text(w, '/rules/gov-info-disclosure-report/self-check?lang=en'),
    '<h1>Annual report on open government information: self-check sheet</h1>',
  );
  assert.match(await text(w, `/reports/${id}`), '<option value="fazhi-annual-report">');
  const other = await w.app.request(`/reports/${id}/rules`, form({ ruleSet: 'fazhi-annual-report' }));
  assert.is(other.status, 303);
  assert.match(await text(w, other.headers.get('location') ?? ''), /已换用“法治政府建设年度报告”重新审核/);
  assert.equal(await kinds(), ['fazhi-annual-report', 'fazhi-annual-report']);
  assert.is((await w.app.request(`/reports/${id}/rules`, form({ ruleSet: 'none' }))).status, 400);
  await w.end();
});

manual('a rule set reads as a manual', async () => {
  const w = await world();
  const page = await (await w.app.request('/rules/fazhi-annual-report')).text();
  for (const words of [
    '行政机关负责人出庭应诉率',
    '应写',
    '5 分',
    '负责人出庭[应诉]率',
    '县级、市级；2015年度起',
    '力争出庭应诉率达到100%。',
    '已核对原文',
    '分值为内部参考',
    '必报内容未写明2项及以上',
  ]) {
    assert.match(page, words);
  }
  await w.end();
});
manual.run();
