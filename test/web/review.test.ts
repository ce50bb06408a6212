import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Assessment } from '../../src/assess/types.ts';
import { StoreError } from '../../src/store/types.ts';
import { fixtureText } from '../present/fixture.ts';
import { post, standIn, upload, type World, world } from './world.ts';

/** The stand-in quotes 出庭应诉率90% wherever it stands; a text that says 91% has another quote. */
const check: typeof standIn = (source, rules, corrections, lang) => {
  const assessment = standIn(source, rules, corrections, lang);
  const start = source.text.indexOf('出庭应诉率9');
  const quote = { quote: source.text.slice(start, start + 8), start, end: start + 8, line: 6 };
  return {
    ...assessment,
    findings: assessment.findings.map(f => (f.requirement === 'lit.appearance' ? { ...f, evidence: [quote] } : f)),
  };
};

const review = suite('review');
let here: World;
let id = '';
review.before.each(async () => {
  here = await world({ check });
  id = await send(fixtureText);
});
review.after.each(() => here.end());

async function send(text: string): Promise<string> {
  const answer = await here.app.request('/reports', post(upload([['云溪县.txt', text]])));
  return /r-[a-z2-7]+/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
}
const page = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await here.app.request(path, { headers })).text();
const decide = (requirement: string, fields: Record<string, string>, query = '') =>
  here.app.request(`/reports/${id}/review/${requirement}${query}`, post(new URLSearchParams(fields)));

review('a finding is decided otherwise: it is told on every form of the result, with the score before', async () => {
  const answer = await decide('doc.filing', {
    decision: 'change',
    status: 'met',
    reason: 'elsewhere',
    note: '见第二部分',
    by: '王五',
  });
  assert.is(answer.status, 303);
  assert.match(answer.headers.get('set-cookie') ?? '', 'reviewer=');
  const result = await page(answer.headers.get('location') ?? '');
  for (const words of [
    '已记下复核',
    '由“未写明”改为“已写明”',
    '原文另有表述',
    '见第二部分',
    '王五',
    '人工复核前为62.5分',
    '复核记录',
  ])
    assert.match(result, words);
  assert.ok(result.indexOf('id="met"') < result.indexOf('id="f-doc.filing"'), 'it stands among what is met');
  for (const form of ['report.html', 'report.md', 'checklist']) {
    const told = await page(`/reports/${id}/${form}`);
    for (const words of ['由“未写明”改为“已写明”', '王五']) assert.match(told, words, form);
  }
  const json = JSON.parse(await page(`/reports/${id}/assessment.json`)) as Assessment;
  const finding = json.findings.find(f => f.requirement === 'doc.filing');
  assert.equal([finding?.status, finding?.ruling?.by, finding?.ruling?.machine], ['met', '王五', 'missing']);
  assert.is(json.score.beforeRulings, 62.5);
  const [row] = await here.store.list();
  assert.is(row?.drafts[0]?.summary.score, json.score.value);
});

review('agreeing is recorded, offered with one click once the name is known, and can be withdrawn', async () => {
  assert.not.match(await page(`/reports/${id}`), 'name="decision" value="agree"');
  await decide('lit.appearance', { decision: 'agree', by: '王五' });
  const result = await page(`/reports/${id}`, { Cookie: `reviewer=${encodeURIComponent('王五')}` });
  assert.match(result, '同意机器结论');
  assert.match(result, 'name="decision" value="agree"');
  assert.match(result, '人工已复核1项');
  await decide('lit.appearance', { decision: 'withdraw', by: '赵六' });
  const after = await page(`/reports/${id}`);
  assert.not.match(after, '人工已复核');
  assert.match(after, '赵六');
  const record = await here.store.get(id);
  assert.equal(
    record?.rulings?.map(each => each.decision),
    ['agree', 'withdraw'],
  );
});

const wrong: readonly (readonly [Record<string, string>, string])[] = [
  [{ decision: 'agree', by: '' }, '请写复核人姓名'],
  [{ decision: 'change', by: '王五', status: '', reason: 'misread' }, '请选择改为哪种结论'],
  [{ decision: 'change', by: '王五', status: 'missing', reason: '' }, '请选择复核理由'],
  [{ decision: 'change', by: '王五', status: 'missing', reason: 'other', note: '' }, '请写说明'],
  [{ decision: 'change', by: '王五', status: 'missing', reason: 'not-concerned' }, '复核理由与改判的结论对不上'],
  [{ decision: 'change', by: '王五', status: 'not-applicable', reason: 'insufficient' }, '只能改为未写明或不完整'],
];
for (const decision of ['agree', 'withdraw'])
  for (const chosen of [{ status: 'missing', reason: 'misread' }, { status: 'missing' }, { reason: 'misread' }])
    review(`another decision that is filled in is not dropped by “${decision}”: ${Object.keys(chosen)}`, async () => {
      await decide('lit.appearance', { decision: 'change', status: 'partial', reason: 'insufficient', by: '王五' });
      const answer = await decide('lit.appearance', { decision, ...chosen, note: '见第三部分', by: '王五' });
      assert.is(answer.status, 422);
      const html = await answer.text();
      assert.match(html, '已填了改判，没有保存');
      for (const value of Object.values(chosen)) assert.match(html, `value="${value}" selected`);
      assert.match(html, '见第三部分');
      const english = await here.app.request(
        `/reports/${id}/review/lit.appearance?lang=en`,
        post(new URLSearchParams({ decision, ...chosen, by: '王五' })),
      );
      assert.match(await english.text(), 'nothing was stored');
      assert.is((await here.store.get(id))?.rulings?.length, 1);
    });

review(
  'a form that still shows what was decided last can be agreed or withdrawn, and a note goes with it',
  async () => {
    const before = { status: 'partial', reason: 'insufficient', by: '王五' };
    await decide('lit.appearance', { decision: 'change', ...before });
    assert.is((await decide('lit.appearance', { decision: 'agree', ...before, note: '复看无误' })).status, 303);
    const rulings = (await here.store.get(id))?.rulings ?? [];
    assert.equal(
      rulings.map(entry => [entry.decision, entry.note]),
      [
        ['change', ''],
        ['agree', '复看无误'],
      ],
    );
  },
);

for (const [fields, said] of wrong) {
  review(`a form that lacks something is told and keeps what was typed: ${said}`, async () => {
    const answer = await decide('lit.appearance', fields);
    assert.is(answer.status, 422);
    const html = await answer.text();
    assert.match(html, said);
    if (fields.by !== '') assert.match(html, 'value="王五"');
    if (fields.reason) assert.match(html, `value="${fields.reason}" selected`);
    assert.is((await here.store.get(id))?.rulings, undefined);
  });
}

review('what is no decision, no requirement or no report is refused', async () => {
  assert.is((await decide('lit.appearance', { decision: 'erase', by: '王五' })).status, 400);
  assert.is((await decide('lit.appearance', { decision: 'withdraw', by: '王五' })).status, 400);
  assert.is((await decide('fr.duties', { decision: 'agree', by: '王五' })).status, 400);
  assert.is((await decide('none', { decision: 'agree', by: '王五' })).status, 404);
  assert.is((await here.app.request('/reports/r-aaaaaaaa/review/lit.appearance')).status, 404);
});

review('checked again, a decision is kept; a next draft keeps it where the quote is the same', async () => {
  await decide('lit.appearance', { decision: 'change', status: 'partial', reason: 'insufficient', by: '王五' });
  here.changeRules('2.0.0');
  await here.app.request(`/reports/${id}/recheck`, post(new URLSearchParams({})));
  assert.match(await page(`/reports/${id}`), '由“已写明”改为“不完整”');
  assert.is(await send(`${fixtureText}\n补充。`), id);
  const second = await page(`/reports/${id}`);
  assert.match(second, '由“已写明”改为“不完整”');
  assert.match(second, '第2稿');
});

review('a next draft with another quote withdraws the decision and says so where a person looks first', async () => {
  await decide('lit.appearance', { decision: 'agree', by: '王五' });
  await send(fixtureText.replace('出庭应诉率90%', '出庭应诉率91%'));
  const second = await page(`/reports/${id}`);
  assert.match(second, '有 1 项复核因原文或结论变动已撤回');
  assert.match(second, /id="review"[\s\S]*原文有变动，请重新复核。此前：已写明，王五[\s\S]*id="gaps"/);
  assert.not.match(second, '人工已复核');
  const waiting = /<section class="findings" id="review"[^>]*>\s*<h2[^>]*>[^<]*<span class="count">(\d+)</.exec(
    second,
  )?.[1];
  const drafts = (await here.store.list()).find(row => row.id === id)?.drafts;
  assert.is(String(drafts?.at(-1)?.summary.toReview), waiting, 'the register counts what the page shows');
  assert.is(drafts?.at(-1)?.summary.toReview, (drafts?.at(0)?.summary.toReview ?? 0) + 1);
  assert.match(await page(`/reports/${id}?draft=1`), '人工已复核1项');
});

review('the history only grows', async () => {
  await decide('lit.appearance', { decision: 'agree', by: '王五' });
  for (const rulings of [[], [{ draft: 1, requirement: 'lit.appearance', decision: 'agree' }]]) {
    let code = '';
    try {
      await here.store.update(id, record => ({ ...record, rulings: rulings as typeof record.rulings & object }));
    } catch (error) {
      code = error instanceof StoreError ? error.code : String(error);
    }
    assert.is(code, 'history');
  }
});

review('what a person writes is no markup', async () => {
  await decide('lit.appearance', {
    decision: 'change',
    status: 'missing',
    reason: 'other',
    note: '<b>x</b>',
    by: '<i>y',
  });
  for (const form of ['', '/checklist', '/report.html', '/report.md', '/review/lit.appearance'])
    assert.not.match(await page(`/reports/${id}${form}`), /<b>x|<i>y/, form);
});
review.run();
