/** Two tabs, or two people: a form made from what others changed meanwhile is refused, with both versions shown. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixtureText } from '../present/fixture.ts';
import { post, upload, type World, world } from './world.ts';

const stale = suite('two at once');
let here: World;
let id = '';
stale.before.each(async () => {
  here = await world();
  const answer = await here.app.request('/reports', post(upload([['云溪县.txt', fixtureText]])));
  id = /r-[a-z2-7]+/.exec(answer.headers.get('location') ?? '')?.[0] ?? '';
});
stale.after.each(() => here.end());

const page = async (path: string): Promise<string> => (await here.app.request(path)).text();
/** What the form on a page was made from. */
const seenOn = async (path: string): Promise<string> => {
  const seen = /name="seen" value="([0-9a-f]{16})"/.exec(await page(path))?.[1];
  assert.ok(seen, path);
  return seen ?? '';
};
const send = (path: string, fields: Record<string, string>) =>
  here.app.request(path, post(new URLSearchParams(fields)));

interface Story {
  readonly what: string;
  readonly form: () => Promise<string> | string;
  readonly to: () => Promise<string> | string;
  readonly mine: Record<string, string>;
  readonly theirs: Record<string, string>;
  /** Both are shown. */
  readonly shown: readonly string[];
  /** What holds after the refused save, and after the second. */
  readonly kept: () => Promise<unknown>;
  readonly held: readonly [unknown, unknown];
}

const unitPath = (): string => `/units/${here.store.organs.list()[0]?.id}`;
const stories: readonly Story[] = [
  {
    what: 'a decision on a finding',
    form: () => `/reports/${id}/review/doc.filing`,
    to: () => `/reports/${id}/review/doc.filing`,
    mine: { decision: 'change', status: 'met', reason: 'elsewhere', note: '见第二部分', by: '王五' },
    theirs: { decision: 'change', status: 'partial', reason: 'insufficient', note: '只有一半', by: '赵六' },
    shown: ['见第二部分', '只有一半', '王五', '赵六', '已写明', '不完整'],
    kept: async () => (await here.store.get(id))?.rulings?.map(({ by }) => by),
    held: [['赵六'], ['赵六', '王五']],
  },
  {
    what: 'a correction',
    form: () => `/reports/${id}`,
    to: () => `/reports/${id}/correct`,
    mine: { subject: '云溪县', reportYear: '2022' },
    theirs: { subject: '云溪县', reportYear: '2021' },
    shown: ['2022', '2021'],
    kept: async () => (await here.store.get(id))?.drafts[0]?.given.corrections.reportYear,
    held: [2021, 2022],
  },
  {
    what: 'how far a report is',
    form: () => `/reports/${id}/progress`,
    to: () => `/reports/${id}/progress`,
    mine: { passed: '2025-02-11' },
    theirs: { passed: '2025-02-12' },
    shown: ['2025-02-11', '2025-02-12'],
    kept: async () => (await here.store.get(id))?.progress?.passed,
    held: ['2025-02-12', '2025-02-11'],
  },
  {
    what: 'a unit of the roster',
    form: async () => {
      await send('/units', { units: '云溪县财政局' });
      return unitPath();
    },
    to: unitPath,
    mine: { name: '云溪县财政局', contact: '某甲 111' },
    theirs: { name: '云溪县财政局', contact: '某乙 222' },
    shown: ['某甲 111', '某乙 222'],
    kept: async () => here.store.organs.list()[0]?.contact,
    held: ['某乙 222', '某甲 111'],
  },
  {
    what: 'the settings',
    form: () => '/settings',
    to: () => '/settings',
    mine: { name: '云溪县司法局' },
    theirs: { name: '云溪县司法局办公室' },
    shown: ['云溪县司法局', '云溪县司法局办公室'],
    kept: async () => ((await here.store.settings()).office as { name: string } | undefined)?.name,
    held: ['云溪县司法局办公室', '云溪县司法局'],
  },
];
for (const { what, form, to, mine, theirs, shown, kept, held } of stories) {
  stale(`${what} made from a stale page is refused with both shown, and holds when it is saved once more`, async () => {
    const seen = await seenOn(await form());
    const path = await to();
    assert.is.not((await send(path, { ...theirs, seen })).status, 409);
    const refused = await send(path, { ...mine, seen });
    assert.is(refused.status, 409);
    const html = await refused.text();
    const told = /class="problem conflict"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    for (const words of shown) assert.ok(told.includes(words), `${words} in ${told}`);
    assert.equal(await kept(), held[0], 'what the other saved holds');
    const now = /name="seen" value="([0-9a-f]{16})"[\s\S]*?class="problem conflict"/.exec(html)?.[1] ?? '';
    assert.is.not(now, seen);
    assert.is.not((await send(path, { ...mine, seen: now })).status, 409);
    assert.equal(await kept(), held[1], 'what was typed holds');
  });
}

stale('decisions on two findings of one report do not stand in each other’s way', async () => {
  const one = await seenOn(`/reports/${id}/review/doc.filing`);
  const other = await seenOn(`/reports/${id}/review/lit.appearance`);
  for (const [requirement, seen] of [
    ['doc.filing', one],
    ['lit.appearance', other],
  ] as const)
    assert.is(
      (await send(`/reports/${id}/review/${requirement}`, { decision: 'agree', by: '王五', seen })).status,
      303,
    );
  assert.is((await here.store.get(id))?.rulings?.length, 2);
});

stale('twenty people who decide at once lose nothing: each decision is kept, or refused and told', async () => {
  const seen = await seenOn(`/reports/${id}/review/doc.filing`);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      send(`/reports/${id}/review/doc.filing`, { decision: 'agree', by: `第${n}人`, seen }),
    ),
  );
  assert.is(answers.filter(({ status }) => status === 303).length, 1);
  assert.is(answers.filter(({ status }) => status === 409).length, 19);
  assert.is((await here.store.get(id))?.rulings?.length, 1);
});

stale('“answered” said of a page that shows an older draft is not put down on the new one', async () => {
  await here.app.request('/reports', post(upload([['云溪县.txt', `${fixtureText}\n补充。`]])));
  const refused = await send(`/reports/${id}/progress`, { mark: 'answered', draft: '1' });
  assert.is(refused.status, 409);
  assert.match(await refused.text(), '又来了第2稿');
  assert.is((await here.store.get(id))?.progress, undefined);
});

stale('a unit chosen for a report that another has placed meanwhile is told of', async () => {
  const answer = await send('/place', { [`unit-${id}`]: 'o-aaaaaaaa' });
  assert.match(await page(answer.headers.get('location') ?? ''), '已由他人定了单位');
});
stale.run();
