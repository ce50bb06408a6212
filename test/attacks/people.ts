/** Attacks on accounts and on the way to them: guessed and stolen sessions, roles overstepped, proxies that are none, plain connections. */

import { request } from 'node:https';
import { connect } from 'node:net';
import { Browser, type OfficeWorld, officeWorld, passwords } from '../web/office.ts';
import { post } from '../web/world.ts';
import { type Attack, form, rows, sent, type Target, target } from './target.ts';
import { selfSigned } from './tls.ts';

const reviewer = '审核人乙';
const administrator = '管理员甲';

async function signedIn(here: OfficeWorld, name: keyof typeof passwords = reviewer): Promise<Browser> {
  const browser = new Browser(here);
  await browser.signIn(name);
  return browser;
}

/** Over a world of its own, which is ended after it. */
const alone = (see: (here: OfficeWorld) => Promise<string>) => async (): Promise<string> => {
  const here = await officeWorld();
  try {
    return await see(here);
  } finally {
    await here.end();
  }
};

const accounts = rows<null>('accounts', [
  {
    attack: 'a page, a download and a form without a session',
    expected: '303 303 401',
    see: alone(async here => {
      const browser = new Browser(here);
      const answers = [
        await browser.get('/reports/r-aaaaaaaa'),
        await browser.get('/overview/overview.csv'),
        await browser.send('/reports/r-aaaaaaaa/delete'),
      ];
      return answers.map(({ status }) => status).join(' ');
    }),
  },
  {
    attack: 'a made-up session',
    expected: '303',
    see: alone(async here =>
      String((await here.app.request('/rules', { headers: { Cookie: `session=${'A'.repeat(43)}` } })).status),
    ),
  },
  {
    attack: 'a session brought along to the sign-in (fixation)',
    expected: 'another one is given',
    see: alone(async here => {
      const browser = new Browser(here);
      browser.cookies.set('session', 'A'.repeat(43));
      await browser.signIn(reviewer);
      return browser.cookies.get('session') === 'A'.repeat(43) ? 'it is taken' : 'another one is given';
    }),
  },
  {
    attack: 'a copied session after the sign-out, after a new password, after the removal of the account',
    expected: '303 303 303',
    see: alone(async here => {
      const seen: number[] = [];
      const ways = [
        (browser: Browser) => browser.send('/sign-out'),
        () => here.accounts.setPassword(reviewer, passwords[reviewer]),
        () => here.accounts.remove(reviewer),
      ];
      for (const end of ways) {
        const browser = await signedIn(here);
        const token = browser.cookies.get('session') ?? '';
        await end(browser);
        seen.push((await here.app.request('/rules', { headers: { Cookie: `session=${token}` } })).status);
      }
      return seen.join(' ');
    }),
  },
  {
    attack: 'a script on a page that reads the session, or another site that sends it along',
    expected: 'HttpOnly, SameSite=Strict',
    see: alone(async here => {
      const answer = await here.app.request(
        '/sign-in',
        post(new URLSearchParams({ name: reviewer, password: passwords[reviewer] })),
      );
      return ['HttpOnly', 'SameSite=Strict']
        .filter(word => answer.headers.getSetCookie().join().includes(word))
        .join(', ');
    }),
  },
  {
    attack: 'twenty passwords for one account',
    expected: '5 tried, then refused, the right one too',
    see: alone(async here => {
      let tried = 0;
      for (let i = 0; i < 20; i += 1)
        if ((await new Browser(here).send('/sign-in', { name: reviewer, password: `guess ${i}` })).status === 401)
          tried += 1;
      const right = (await new Browser(here).signIn(reviewer)).status === 429;
      return `${tried} tried, then refused, the right one ${right ? 'too' : 'let in'}`;
    }),
  },
  {
    attack: 'one password for fifty accounts',
    expected: '30 tried, then refused',
    see: alone(async here => {
      let tried = 0;
      for (let i = 0; i < 50; i += 1)
        if ((await new Browser(here).send('/sign-in', { name: `n${i}`, password: 'guess' })).status === 401) tried += 1;
      return `${tried} tried, then refused`;
    }),
  },
  {
    attack: 'names tried out: what is said to a known and to an unknown one',
    expected: 'the same words',
    see: alone(async here => {
      const told = async (name: string): Promise<string> =>
        (await (await new Browser(here).send('/sign-in', { name, password: 'x' })).text()).replaceAll(name, '');
      return (await told(reviewer)) === (await told('无此人')) ? 'the same words' : 'other words';
    }),
  },
  {
    attack: 'a reviewer who sends forms of the administrator, and reads the record',
    expected: '403 403 403 403',
    see: alone(async here => {
      const browser = await signedIn(here);
      const answers = [
        await browser.send('/settings', { name: 'evil' }),
        await browser.send('/seasons/2024/archive'),
        await browser.send('/rules/fazhi-annual-report/edit'),
        await browser.get('/activity'),
      ];
      return answers.map(({ status }) => status).join(' ');
    }),
  },
  {
    attack: 'a way on after the sign-in to another site',
    expected: '/ / / / /',
    see: alone(async here => {
      const seen: string[] = [];
      for (const next of [
        '//evil.example',
        '/\\evil.example',
        'https://evil.example',
        '/\t/evil.example',
        '/..//evil.example',
      ])
        seen.push(
          (
            await new Browser(here).send('/sign-in', { name: administrator, password: passwords[administrator], next })
          ).headers.get('Location') ?? '',
        );
      return seen.join(' ');
    }),
  },
]);

/** Over a served office; `options` as for `serveApp`. */
const served =
  (options: Parameters<typeof target>[1], see: (at: Target, here: OfficeWorld) => Promise<string>) =>
  async (): Promise<string> => {
    const here = await officeWorld({ proxy: options?.proxy ?? null, secure: options?.tls != null });
    const at = await target(here, options);
    try {
      return await see(at, here);
    } finally {
      await at.end();
    }
  };

const guess = (at: Target, from: string) =>
  form(at, '/sign-in', 'name=n&password=x', {
    Origin: 'https://fajian.example',
    Host: 'fajian.example',
    'X-Forwarded-For': from,
  });
const behind = { proxy: '127.0.0.1', origin: 'https://fajian.example' } as const;

const way = rows<null>('the way to the pages', [
  {
    attack: 'a request that goes round the proxy',
    expected: '403',
    see: served({ ...behind, proxy: '192.0.2.1' }, async at =>
      String((await sent(at, 'GET /sign-in', { Host: 'fajian.example' })).status),
    ),
  },
  {
    attack: 'another Host through the proxy',
    expected: '403',
    see: served(behind, async at => String((await sent(at, 'GET /sign-in', { Host: 'evil.example' })).status)),
  },
  {
    attack: 'another scheme and Host in forwarded headers',
    expected: '200, no other site named',
    see: served(behind, async at => {
      const { status, body } = await sent(at, 'GET /sign-in', {
        Host: 'fajian.example',
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'ftp',
      });
      return `${status}, ${body.includes('evil') ? 'evil named' : 'no other site named'}`;
    }),
  },
  {
    attack: 'addresses made up in X-Forwarded-For, to be counted as many',
    expected: 'counted as the one that the proxy saw: 5, then 429',
    see: served(behind, async at => {
      const seen: number[] = [];
      for (let i = 0; i < 6; i += 1) seen.push((await guess(at, `10.0.0.${i}, 192.0.2.7`)).status);
      return `counted as the one that the proxy saw: ${seen.filter(status => status === 401).length}, then ${seen.at(-1)}`;
    }),
  },
  {
    attack: 'a plain request to the port of TLS',
    expected: 'no answer',
    see: served({ tls: selfSigned() }, async at =>
      (await sent(at, 'GET /sign-in')).status === 0 ? 'no answer' : 'answered',
    ),
  },
  {
    attack: 'TLS 1.1',
    expected: 'refused',
    see: served(
      { tls: selfSigned() },
      at =>
        new Promise(resolve => {
          request(
            {
              host: '127.0.0.1',
              port: at.port,
              path: '/sign-in',
              rejectUnauthorized: false,
              maxVersion: 'TLSv1.1',
              minVersion: 'TLSv1',
              ciphers: 'DEFAULT@SECLEVEL=0',
            },
            () => resolve('taken'),
          )
            .on('error', () => resolve('refused'))
            .end();
        }),
    ),
  },
  {
    attack: 'a session by TLS that a plain connection should carry',
    expected: '__Host-, Secure',
    see: served(
      { tls: selfSigned() },
      (at, here) =>
        new Promise(resolve => {
          const body = new URLSearchParams({ name: reviewer, password: passwords[reviewer] }).toString();
          const origin = `https://127.0.0.1:${at.port}`;
          const headers = {
            Origin: origin,
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(body),
          };
          request(
            { host: '127.0.0.1', port: at.port, path: '/sign-in', method: 'POST', rejectUnauthorized: false, headers },
            answer => {
              const cookie = answer.headers['set-cookie']?.join() ?? `${answer.statusCode} ${here.log.join()}`;
              answer.resume();
              resolve(/^__Host-session=.*; Secure/.test(cookie) ? '__Host-, Secure' : cookie);
            },
          )
            .on('error', error => resolve(error.message))
            .end(body);
        }),
    ),
  },
  {
    attack: 'a TLS handshake that is never finished',
    expected: 'closed',
    see: served(
      { tls: selfSigned(), limits: { headMs: 300 } },
      at =>
        new Promise(resolve => {
          const socket = connect(at.port, '127.0.0.1');
          socket.setTimeout(5000, () => {
            resolve('still open');
            socket.destroy();
          });
          socket.on('error', () => {});
          socket.on('close', () => resolve('closed'));
        }),
    ),
  },
]);

export const peopleAttacks: readonly Attack<null>[] = [...accounts, ...way];
