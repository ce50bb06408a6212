/** Attacks by text that would become markup on a page: of a report, a file's name, a unit, a rule, a form, an address. */
import { load } from 'cheerio';
import { changed } from '../store/small-rules.ts';
import { Browser, type OfficeWorld, officeWorld } from '../web/office.ts';
import { type RulesWorld, rulesWorld } from '../web/rules-world.ts';
import { post, upload, type World, world } from '../web/world.ts';
import { type Attack, rows } from './target.ts';

/** Comes alive wherever it is taken for markup: an element of its own, a script, a handler. */
export const live = `"'><x-evil onclick="alert(1)"></x-evil><script>alert(1)</script><img src=x onerror=alert(1)>`;
/** The same without a slash, so that all of it is a file's name. */
const liveName = `'><x-evil onclick=alert(1)><img src=x onerror=alert(1)>`;
export const mark = 'x-evil';

export interface Hostile {
  readonly rules: RulesWorld;
  readonly plain: World;
  readonly office: OfficeWorld;
  /** Id of a report full of markup. */
  readonly id: string;
  end(): Promise<void>;
}

export async function hostile(): Promise<Hostile> {
  const rules = await rulesWorld(
    changed({
      写明了出庭应诉率: `写明了出庭应诉率${live.replaceAll('"', '\\"')}`,
      '"zh": "小标准"': `"zh": "小标准${live.replaceAll('"', '\\"')}"`,
    }),
  );
  await rules.store.organs.add({
    name: `青禾县${live}`,
    aliases: [live],
    level: 'county',
    powers: [],
    contact: live,
    due: {},
  });
  await rules.store.updateSettings(kept => ({
    ...kept,
    office: { name: live, letterhead: live, contact: live, phone: live },
  }));
  const lines = [
    `（一）${live}。出庭应诉率98%${live}。`,
    `<!--${live}`,
    `]]>${live}`,
    '=HYPERLINK("http://evil.example")',
    '\u0000\u0008\u001b[31m',
  ];
  await rules.app.request(
    '/reports',
    post(upload([[`${liveName}.txt`, reportText(`青禾县${live}`, lines)]], { confirm: 'yes' })),
  );
  const [row] = await rules.store.list();
  if (row === undefined) throw new Error('the hostile report was not stored');
  const entry = {
    draft: 1,
    requirement: 'lit.appearance',
    machine: 'met',
    decision: 'agree',
    status: 'met',
    reason: null,
    note: live,
    by: live,
    at: '2025-02-10T08:00:00.000Z',
    quotes: [],
  } as const;
  await rules.store.update(row.id, record => ({ ...record, rulings: [entry] }));
  const [plain, office] = [await world(), await officeWorld()];
  return {
    rules,
    plain,
    office,
    id: row.id,
    end: async () => {
      await rules.end();
      await plain.end();
      await office.end();
    },
  };
}

const reportText = (unit: string, lines: readonly string[]): string =>
  [
    `${unit}人民政府2024年度法治政府建设情况报告`,
    '一、主要举措和成效',
    ...lines,
    ...Array.from(
      { length: 8 },
      (_, i) => `（${i + 2}）坚持和加强党对法治政府建设的领导，压实工作责任，完善工作机制。`,
    ),
    '二、下一年度安排',
    '继续推进各项工作。',
  ].join('\n');

/** What in a page would run or be styled from within it; '' where nothing would. */
export function aliveIn(html: string): string {
  const $ = load(html);
  const found: string[] = [];
  for (const element of $('*').toArray()) {
    if (!('attribs' in element)) continue;
    const { name, attribs } = element;
    if (name === mark || name === 'style' || name === 'iframe' || name === 'object' || name === 'base')
      found.push(name);
    if (name === 'script' && !/^\/static\/[\w.]+js\?v=\w+$/.test(attribs.src ?? '')) found.push('script');
    if (name === 'script' && $(element).text() !== '') found.push('script with text');
    for (const [attribute, value] of Object.entries(attribs)) {
      if (/^on|^style$|^srcdoc$|^hx-on/.test(attribute)) found.push(attribute);
      if (/^\s*(?:javascript|data|vbscript):/i.test(value)) found.push(`${attribute} ${value.slice(0, 20)}`);
    }
  }
  return [...new Set(found)].join(', ');
}

const pageLimit = 90;

/** Every page that links lead to, and those of forms: addresses with what is alive in them. */
async function crawl(ask: (path: string) => Promise<Response>, from: readonly string[]) {
  const waiting = [...from];
  const known = new Set(from);
  const alive: string[] = [];
  let pages = 0;
  let marked = 0;
  while (waiting.length > 0 && pages < pageLimit) {
    const path = waiting.shift() ?? '';
    const answer = await ask(path);
    if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/html')) continue;
    if (answer.headers.get('Content-Disposition') !== null) continue;
    const html = await answer.text();
    pages += 1;
    if (html.includes(`&lt;${mark}`)) marked += 1;
    const found = aliveIn(html);
    if (found !== '') alive.push(`${path}: ${found}`);
    for (const [, href = ''] of html.matchAll(/(?:href|hx-get)="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
      if (!known.has(next) && !next.startsWith('/static/')) waiting.push(next);
      known.add(next);
    }
  }
  return { alive, pages, marked };
}

export const get = (at: Hostile, path: string) => Promise.resolve(at.rules.app.request(path));
export const form = (fields: Readonly<Record<string, string>>) => post(new URLSearchParams(fields));
const seen = (html: string): string => {
  const found = aliveIn(html);
  return found !== '' ? found : html.includes(`&lt;${mark}`) ? 'shown as text' : 'not shown';
};

export const markupAttacks: readonly Attack<Hostile>[] = rows<Hostile>('markup in texts', [
  {
    attack: 'a report, its file, unit, office, rulings and rules full of markup: every page that links lead to',
    expected: 'nothing alive; shown as text on more than 10 pages',
    see: async at => {
      const { alive, pages, marked } = await crawl(
        path => get(at, path),
        [
          '/',
          `/reports/${at.id}`,
          '/units',
          '/seasons',
          '/place',
          '/settings',
          '/overview?lang=en',
          '/letters',
          '/activity',
          '/rules/small/edit',
          '/rules/small/try',
          '/rules/small/history',
          `/rules/small/correct?at=lit.appearance&report=${at.id}&draft=1`,
        ],
      );
      if (alive.length > 0) return alive.join('; ');
      return `nothing alive; shown as text on ${pages > 20 && marked > 10 ? 'more than 10' : `${marked} of ${pages}`} pages`;
    },
  },
  {
    attack: 'the answer to an import of such a file, refused and taken',
    expected: 'shown as text',
    see: async at =>
      seen(
        await (
          await at.rules.app.request(
            '/reports',
            post(
              upload([
                [`${liveName}.bin`, '\u0000\u0001'],
                [`${liveName}2.txt`, '工作要点'],
              ]),
            ),
          )
        ).text(),
      ),
  },
  {
    attack: 'a form refused, with such words in each field',
    expected: 'shown as text',
    see: async at =>
      seen(await (await at.rules.app.request('/settings', form({ name: live, dueDays: live, dueDate: live }))).text()),
  },
  {
    attack: 'a roster of such lines',
    expected: 'shown as text',
    see: async at =>
      seen(await (await at.rules.app.request('/units', form({ units: `县局\t${live}`, year: live }))).text()),
  },
  {
    attack: 'a broken rule text of such words, checked',
    expected: 'shown as text',
    see: async at =>
      seen(
        await (
          await at.rules.app.request('/rules/small/edit', form({ here: `{ "id": "${live}`, base: 'x', do: 'check' }))
        ).text(),
      ),
  },
  {
    attack: 'a passage of such words, tried on a rule',
    expected: 'shown as text',
    see: async at =>
      seen(
        await (
          await at.rules.app.request('/rules/small/try', form({ passage: live, report: live, zone: live }))
        ).text(),
      ),
  },
  {
    attack: 'an address of such words that leads nowhere',
    expected: 'not shown',
    see: async at =>
      seen(await (await get(at, `/${encodeURIComponent(live)}?lang=${encodeURIComponent(live)}`)).text()),
  },
  {
    attack: 'parameters of such words on the register',
    expected: 'shown as text',
    see: async at =>
      seen(
        await (
          await get(
            at,
            `/?${['q', 'level', 'year', 'state', 'kind', 'outcome', 'sort', 'dir', 'work'].map(name => `${name}=${encodeURIComponent(live)}`).join('&')}`,
          )
        ).text(),
      ),
  },
  {
    attack: 'such a name at the sign-in, and such a way on',
    expected: 'shown as text',
    see: async at =>
      seen(
        await (await new Browser(at.office).send('/sign-in', { name: live, next: `/${live}`, password: 'x' })).text(),
      ),
  },
  {
    attack: 'a form of such words, held after the session has ended',
    expected: 'shown as text',
    see: async at => seen(await (await new Browser(at.office).send(`/settings?${live}`, { [live]: live })).text()),
  },
]);
