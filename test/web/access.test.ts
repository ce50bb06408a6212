/** Who is let in, for how long, and to what; what is written down of it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sessionTimes } from '../../src/web/sessions.ts';
import { ownPath } from '../../src/web/sign-in.ts';
import { fixtureText } from '../present/fixture.ts';
import { Browser, type Name, type OfficeWorld, officeWorld, passwords } from './office.ts';
import { post, upload, world } from './world.ts';

const access = suite<OfficeWorld>('accounts');
let here: OfficeWorld;
access.before.each(async () => {
  here = await officeWorld();
});
access.after.each(() => here.end());

const signedIn = async (name: Name): Promise<Browser> => {
  const browser = new Browser(here);
  assert.is((await browser.signIn(name)).status, 303);
  return browser;
};

/** Signed in, with one report stored; gives its id. */
async function withReport(browser: Browser): Promise<string> {
  const answer = await browser.send('/reports', upload([['云溪县.txt', fixtureText]]));
  assert.is(answer.status, 303, await answer.clone().text());
  return /r-[a-z2-7]+/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
}

access('without a session every page leads to the sign-in and back, and shows nothing of what is kept', async () => {
  const id = await withReport(await signedIn('审核人乙'));
  for (const path of [
    '/',
    `/reports/${id}`,
    `/reports/${id}/letter.docx?draft=1`,
    '/overview/overview.csv',
    '/rules',
    '/absent',
  ]) {
    const answer = await here.app.request(path);
    assert.is(answer.status, 303, path);
    const next = path === '/' ? '' : `?next=${encodeURIComponent(path)}`;
    assert.is(answer.headers.get('location'), `/sign-in${next}`);
  }
  for (const path of ['/sign-in', '/static/fajian.css', '/healthz'])
    assert.is((await here.app.request(path)).status, 200, path);
  const page = await (await here.app.request('/sign-in?lang=en')).text();
  assert.match(page, 'Sign in');
  assert.not.match(page, '云溪县');
});

access('the sign-in leads on to where one wanted to go; the cookie is for the server alone', async () => {
  const answer = await here.app.request(
    '/sign-in',
    post(new URLSearchParams({ name: '审核人乙', password: passwords.审核人乙, next: '/rules?a=1' })),
  );
  assert.is(answer.headers.get('location'), '/rules?a=1');
  const [cookie = ''] = answer.headers.getSetCookie();
  assert.match(cookie, /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
});

access('by https the cookie has a name that only https may set', async () => {
  const office = await officeWorld({ secure: true });
  const answer = await office.app.request(
    '/sign-in',
    post(new URLSearchParams({ name: '审核人乙', password: passwords.审核人乙 })),
  );
  const [cookie = ''] = answer.headers.getSetCookie();
  assert.match(cookie, /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  await office.end();
});

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  'https:evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  ' //evil.example',
  '/sign-out',
  '/%0d%0aSet-Cookie:a=b\r\nX: y',
  '',
  '/..//evil.example',
  '/./\\evil.example',
];
access('the way on is one of these pages, whatever the address says', () => {
  for (const next of elsewhere) {
    const led = ownPath(next);
    assert.is(new URL(led, 'http://here.invalid').origin, 'http://here.invalid', next);
    assert.match(led, /^\/(?!\/)[\x21-\x7e]*$/, next);
  }
  assert.is(ownPath('/reports/r-aaaa?draft=2'), '/reports/r-aaaa?draft=2');
});

access('an unknown name, a wrong password and a removed account are told in the same words', async () => {
  const told = async (name: string, password: string): Promise<string> => {
    const answer = await new Browser(here).send('/sign-in', { name, password });
    assert.is(answer.status, 401);
    return (await answer.text()).replace(name, '');
  };
  const wrong = await told('审核人乙', 'not this one at all');
  assert.is(await told('无此人', 'not this one at all'), wrong);
  await here.accounts.remove('审核人乙');
  assert.is(await told('审核人乙', passwords.审核人乙), wrong);
});

access(
  'guessing is slowed down by account and by address, for names that do not exist too, and time heals',
  async () => {
    const guess = async (name: string): Promise<number> =>
      (await new Browser(here).send('/sign-in', { name, password: 'a wrong guess' })).status;
    for (const name of ['审核人乙', '无此人']) {
      for (let i = 0; i < 5; i += 1) assert.is(await guess(name), 401);
      assert.is(await guess(name), 429);
    }
    const refused = await new Browser(here).signIn('审核人乙');
    assert.is(refused.status, 429);
    assert.match(await refused.text(), /请过 1[45] 分钟再试/);
    assert.is((await new Browser(here).signIn('管理员甲')).status, 303);
    for (let i = 0; i < 20; i += 1) assert.is(await guess(`名字${i}`), 401);
    assert.is((await new Browser(here).signIn('管理员甲')).status, 429, 'the address has tried too often');
    here.later(16 * 60_000);
    assert.is((await new Browser(here).signIn('审核人乙')).status, 303);
  },
);

access('many guesses at the same moment are counted like one after the other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      new Browser(here).send('/sign-in', { name: '审核人乙', password: 'a wrong guess' }),
    ),
  );
  const counts = answers.map(({ status }) => status).sort();
  assert.equal(counts, [...Array(5).fill(401), ...Array(7).fill(429)]);
});

const endings: readonly (readonly [string, (browser: Browser) => Promise<unknown> | unknown])[] = [
  ['a while without a request', () => here.later(sessionTimes.idle + 1000)],
  ['the sign-out', browser => browser.send('/sign-out')],
  ['a password set by the command line', () => here.accounts.setPassword('审核人乙', 'quite another one')],
  ['the removal of the account', () => here.accounts.remove('审核人乙')],
];
for (const [what, end] of endings) {
  access(`${what} ends a session, in every browser that has it`, async () => {
    const browser = await signedIn('审核人乙');
    const copied = new Browser(here);
    for (const [name, value] of browser.cookies) copied.cookies.set(name, value);
    assert.is((await copied.get('/rules')).status, 200);
    await end(browser);
    assert.is((await copied.get('/rules')).status, 303);
    assert.is((await browser.get('/rules')).status, 303);
  });
}

access('a session in use ends after its whole time all the same', async () => {
  const browser = await signedIn('审核人乙');
  for (let passed = 0; passed < sessionTimes.whole; passed += sessionTimes.idle / 2) {
    assert.is((await browser.get('/rules')).status, 200);
    here.later(sessionTimes.idle / 2);
  }
  assert.is((await browser.get('/rules')).status, 303);
});

access('a made-up token is nobody', async () => {
  for (const token of ['', 'a'.repeat(43), '__proto__', 'constructor']) {
    const answer = await here.app.request('/rules', { headers: { Cookie: `session=${token}` } });
    assert.is(answer.status, 303, token);
  }
});

access('one changes one’s own password: the others are signed out, this browser is not', async () => {
  const [browser, other] = [await signedIn('审核人乙'), await signedIn('审核人乙')];
  const fresh = '另一句只有我知道的话';
  const change = (fields: Readonly<Record<string, string>>) =>
    browser.send('/account', { current: passwords.审核人乙, fresh, again: fresh, ...fields });
  for (const [fields, words] of [
    [{ current: 'wrong by far' }, '现在的密码不对'],
    [{ again: '别的' }, '两遍新密码不一样'],
    [{ fresh: '太短了', again: '太短了' }, '至少 10 个字'],
    ...['aaaaaaaaaaaa', '1234567890', '0987654321', '123456789abc', 'Qwertyuiop123', '111222333444555'].map(
      plain => [{ fresh: plain, again: plain }, '太简单'] as const,
    ),
    [{ fresh: '审核人乙审核人乙审核人乙', again: '' }, '不能就是用户名'],
  ] as const) {
    const answer = await change(fields);
    assert.is(answer.status, 422);
    assert.match(await answer.text(), words);
  }
  assert.is((await change({})).status, 303);
  assert.is((await browser.get('/rules')).status, 200);
  assert.is((await other.get('/rules')).status, 303);
  assert.is((await new Browser(here).signIn('审核人乙')).status, 401);
  assert.is((await new Browser(here).signIn('审核人乙', fresh)).status, 303);
});

/** What each role is answered: a page or form of the administrator is refused to the reviewer, in words. */
const doors: readonly (readonly ['get' | 'send', string, reviewer: number, administrator: number])[] = [
  ['get', '/', 200, 200],
  ['get', '/rules/fazhi-annual-report', 200, 200],
  ['get', '/seasons', 200, 200],
  ['get', '/account', 200, 200],
  ['get', '/settings', 403, 200],
  ['get', '/activity', 403, 200],
  ['get', '/rules/fazhi-annual-report/edit', 403, 404],
  ['get', '/rules/fazhi-annual-report/correct', 403, 404],
  ['send', '/settings', 403, 303],
  ['send', '/seasons', 403, 422],
  ['send', '/seasons/2024/archive', 403, 303],
  ['send', '/rules/fazhi-annual-report/edit', 403, 404],
  ['send', '/rules/fazhi-annual-report/correct', 403, 404],
  ['send', '/rules/fazhi-annual-report/history/x/restore', 403, 404],
  ['send', '/whatever-comes-next', 403, 404],
  ['send', '/reports/r-absent/delete', 404, 404],
  ['send', '/place', 303, 303],
  ['send', '/letters', 303, 303],
];
access('a reviewer works with reports; rules, settings, seasons and the record are the administrator’s', async () => {
  const [reviewer, administrator] = [await signedIn('审核人乙'), await signedIn('管理员甲')];
  for (const [how, path, forReviewer, forAdministrator] of doors) {
    const refused = await reviewer[how](path);
    assert.is(refused.status, forReviewer, `reviewer ${how} ${path}`);
    if (forReviewer === 403) assert.match(await refused.text(), '由管理员负责');
    assert.is((await administrator[how](path)).status, forAdministrator, `administrator ${how} ${path}`);
  }
  const page = await (await reviewer.get('/')).text();
  assert.not.match(page, 'href="/settings"');
  assert.match(page, 'href="/account"');
  await here.accounts.setRole('审核人乙', 'administrator');
  assert.is((await reviewer.get('/settings')).status, 200, 'a new role holds at once');
});

access('a form sent after the session has ended is shown again, to be sent after a new sign-in', async () => {
  const browser = await signedIn('审核人乙');
  const id = await withReport(browser);
  here.later(sessionTimes.idle + 1000);
  const path = `/reports/${id}/review/lit.appearance?draft=1`;
  const answer = await browser.send(path, { decision: 'agree', note: '第一行\n"<b>第二行' });
  assert.is(answer.status, 401);
  const page = await answer.text();
  assert.match(page, `action="/reports/${id}/review/lit.appearance?draft&#x3D;1"`);
  assert.match(page, 'name="note" value="第一行\n&quot;&lt;b&gt;第二行"');
  assert.equal((await here.store.get(id))?.rulings ?? [], []);
});

access('a part that htmx asks for after the end of the session leads to the sign-in', async () => {
  const answer = await here.app.request('/', { headers: { 'HX-Request': 'true', 'HX-Target': 'rows' } });
  assert.equal([answer.status, answer.headers.get('HX-Redirect'), await answer.text()], [401, '/sign-in', '']);
});

access('a ruling bears the name of who is signed in, whatever the form says', async () => {
  const browser = await signedIn('审核人乙');
  const id = await withReport(browser);
  const page = await (await browser.get(`/reports/${id}/review/lit.appearance`)).text();
  assert.not.match(page, 'name="by"');
  const fields = { decision: 'change', status: 'missing', reason: 'other', note: '另有说明', by: '别人' };
  assert.is((await browser.send(`/reports/${id}/review/lit.appearance`, fields)).status, 303);
  assert.equal(
    (await here.store.get(id))?.rulings?.map(({ by }) => by),
    ['审核人乙'],
  );
});

access('who did what is written down without a word of a report, and the administrator reads it', async () => {
  const browser = await signedIn('审核人乙');
  const id = await withReport(browser);
  await new Browser(here).signIn('审核人乙', 'wrong by far');
  await new Browser(here).send('/sign-in', { name: 'my password typed here', password: 'x' });
  await browser.send(`/reports/${id}/review/lit.appearance`, { decision: 'agree' });
  await browser.get(`/reports/${id}/letter.docx`);
  await browser.send(`/reports/${id}/delete`);
  const administrator = await signedIn('管理员甲');
  const [month = ''] = await here.activity.months();
  const { entries, damaged } = await here.activity.read(month);
  assert.is(damaged, 0);
  assert.equal(entries.map(({ actor, action, of }) => [actor, action, of]).reverse(), [
    ['审核人乙', 'sign-in', ''],
    ['审核人乙', 'report-received', id],
    ['', 'sign-in-refused', '审核人乙'],
    ['', 'sign-in-refused', ''],
    ['审核人乙', 'review', id],
    ['审核人乙', 'letter', id],
    ['审核人乙', 'report-removed', id],
    ['管理员甲', 'sign-in', ''],
  ]);
  assert.not.match(JSON.stringify(entries), /云溪|typed here|horse/);
  const page = await (await administrator.get('/activity?page=1')).text();
  for (const words of ['审核人乙', '人工复核', '登录被拒', '生成反馈意见', '云溪县']) assert.match(page, words);
  assert.not.match(page, id, 'a removed report is named, too');
});

access('nothing kept is left in the browser after the sign-out', async () => {
  const browser = await signedIn('审核人乙');
  const id = await withReport(browser);
  for (const path of ['/', `/reports/${id}`, `/reports/${id}/letter.docx`, `/reports/${id}/assessment.json`])
    assert.is((await browser.get(path)).headers.get('Cache-Control'), 'no-store', path);
});

access('a damaged file of accounts lets nobody in, and says so', async () => {
  const browser = await signedIn('审核人乙');
  await here.damageAccounts();
  const answer = await browser.get('/rules');
  assert.is(answer.status, 503);
  assert.match(await answer.text(), '谁也不能登录');
});
access.run();

const local = suite('this computer only');
local('what is done without accounts is written down as done here', async () => {
  const noted: string[] = [];
  const alone = await world({
    more: () => ({
      activity: {
        append: async entry => void noted.push(`${entry.actor} ${entry.action}`),
        months: async () => [],
        read: async () => ({ entries: [], damaged: 0 }),
      },
    }),
  });
  await alone.app.request('/reports', post(upload([['云溪县.txt', fixtureText]])));
  await alone.app.request('/settings', post(new URLSearchParams({ name: '司法局' })));
  assert.equal(noted, ['local report-received', 'local settings-saved']);
  assert.is((await alone.app.request('/activity')).status, 200);
  assert.is((await alone.app.request('/sign-in')).status, 404);
  await alone.end();
});
local.run();
