/** Attacks by what is sent, and how: foreign forms, foreign names, too much, too slow, wrongly formed, out of the way. */
import { type Attack, form, raw, rows, sent, shortTimes, type Target } from './target.ts';

const settings = 'name=evil';
/** Whether the office's name was changed: what the forms below try to do. */
const changed = async ({ here }: Target): Promise<string> =>
  JSON.stringify(await here.store.settings()).includes('evil') ? ', saved' : ', not saved';
const foreignForm =
  (headers: Readonly<Record<string, string>>, body = settings) =>
  async (at: Target): Promise<string> =>
    `${(await form(at, '/settings', body, headers)).status}${await changed(at)}`;

const withHost =
  (host: (port: number) => string) =>
  async (at: Target): Promise<string> =>
    String((await sent(at, 'GET /', { Host: host(at.port) })).status);
const line =
  (text: string | ((at: Target) => string), headers: Readonly<Record<string, string>> = {}) =>
  async (at: Target): Promise<string> =>
    String((await sent(at, typeof text === 'string' ? text : text(at), headers)).status);
const bytes =
  (text: (at: Target) => string | readonly string[], every = 0) =>
  async (at: Target): Promise<string> => {
    const { status } = await raw(at.port, text(at), { every });
    return status === 0 ? 'closed' : String(status);
  };
/** Every request of this kind is asked once more as it should be: the server still answers. */
const thenAlive = (see: Attack<Target>['see']) => async (at: Target) => {
  const seen = await see(at);
  return `${seen}, then ${(await sent(at, 'GET /healthz')).status}`;
};

const part = (i: number): string =>
  `--b\r\nContent-Disposition: form-data; name="files"; filename="${i}.txt"\r\n\r\n\r\n`;
const manyParts = `${Array.from({ length: 600 }, (_, i) => part(i)).join('')}--b--\r\n`;
const start = (at: Target): string => `GET / HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\n`;

const foreign = rows<Target>('foreign pages', [
  { attack: 'a form on another site', expected: '403, not saved', see: foreignForm({ Origin: 'http://evil.example' }) },
  {
    attack: 'a form of another program on this computer',
    expected: '403, not saved',
    see: foreignForm({ Origin: 'http://127.0.0.1:3000' }),
  },
  {
    attack: 'a form from a sandboxed frame (Origin null)',
    expected: '403, not saved',
    see: foreignForm({ Origin: 'null' }),
  },
  { attack: 'a form without Origin', expected: '403, not saved', see: foreignForm({ Origin: '' }) },
  {
    attack: 'a form as text/plain, without Origin',
    expected: '403, not saved',
    see: foreignForm({ Origin: '', 'Content-Type': 'text/plain' }),
  },
  {
    attack: 'a form as text/plain, with our Origin',
    expected: '403, not saved',
    see: foreignForm({ 'Content-Type': 'text/plain' }),
  },
  {
    attack: 'JSON from another site',
    expected: '403, not saved',
    see: foreignForm({ Origin: 'http://evil.example', 'Content-Type': 'application/json' }, '{"name":"evil"}'),
  },
  { attack: 'our own form (to compare)', expected: '303, saved', see: foreignForm({}) },
  {
    attack: 'a page of another site that loads ours as picture or script',
    expected: '403',
    see: line('GET /', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }),
  },
  {
    attack: 'a link on another site (to compare)',
    expected: '200',
    see: line('GET /', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }),
  },
  {
    attack: 'a page of another site that shows ours in a frame',
    expected: "frame-ancestors 'none', DENY",
    see: async at => {
      const { head } = await sent(at, 'GET /settings');
      const ancestors = /frame-ancestors [^;\r]*/i.exec(head)?.[0] ?? 'no policy';
      return `${ancestors}, ${/x-frame-options: (\w+)/i.exec(head)?.[1] ?? 'none'}`;
    },
  },
]);

const names = rows<Target>('Host and rebinding', [
  {
    attack: 'a foreign name that points here (DNS rebinding)',
    expected: '403',
    see: withHost(port => `evil.example:${port}`),
  },
  { attack: 'a name that begins like ours', expected: '403', see: withHost(port => `127.0.0.1.evil.example:${port}`) },
  { attack: 'our name with another port', expected: '403', see: withHost(port => `localhost:${port + 1}`) },
  { attack: 'our name without the port', expected: '403', see: withHost(() => 'localhost') },
  { attack: 'our name before an @', expected: '403', see: withHost(port => `localhost:${port}@evil.example`) },
  { attack: 'no Host', expected: '400', see: withHost(() => '') },
  {
    attack: 'two Hosts',
    expected: '400',
    see: bytes(at => `${start(at)}Host: evil.example\r\nConnection: close\r\n\r\n`),
  },
  {
    attack: 'a whole address of another Host in the request line',
    expected: '400',
    see: line('GET http://evil.example/'),
  },
  {
    attack: 'X-Forwarded-Host with a proxy that nobody named',
    expected: '403',
    see: line('GET /', { 'X-Forwarded-Host': 'evil.example' }),
  },
  {
    attack: 'localhost, 127.0.0.1 and [::1] with the port (to compare)',
    expected: '200 200 200',
    see: async at =>
      (
        await Promise.all(['LOCALHOST', '127.0.0.1', '[::1]'].map(name => withHost(port => `${name}:${port}`)(at)))
      ).join(' '),
  },
]);

const shapes = rows<Target>('wrongly formed', [
  {
    attack: 'TRACE, OPTIONS, PUT, DELETE',
    expected: '405 405 405 405',
    see: async (at: Target) =>
      (await Promise.all(['TRACE', 'OPTIONS', 'PUT', 'DELETE'].map(method => line(`${method} /`)(at)))).join(' '),
  },
  {
    attack: 'CONNECT',
    expected: 'closed',
    see: bytes(at => `CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\n\r\n`),
  },
  {
    attack: 'two lengths (smuggling)',
    expected: '400',
    see: bytes(
      at =>
        `POST /settings HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\na=b`,
    ),
  },
  {
    attack: 'a length and chunks (smuggling)',
    expected: '400',
    see: bytes(
      at =>
        `POST /settings HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ),
  },
  {
    attack: 'a header that hides another behind a bare line end',
    expected: '400',
    see: bytes(at => `${start(at)}X: a\nHost: evil.example\r\nX Y: z\r\n\r\n`),
  },
  { attack: 'bytes of a TLS hello', expected: '400', see: bytes(() => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03') },
  {
    attack: 'an upgrade to websocket',
    expected: '200',
    see: line('GET /healthz', { Connection: 'Upgrade', Upgrade: 'websocket' }),
  },
]);

const sizes = rows<Target>('too much', [
  {
    attack: 'an address of 20,000 characters',
    expected: '431, then 200',
    see: thenAlive(line(`GET /${'a'.repeat(20_000)}`)),
  },
  {
    attack: 'a header of 20,000 characters',
    expected: '431, then 200',
    see: thenAlive(line('GET /', { Cookie: 'a'.repeat(20_000) })),
  },
  {
    attack: '200 headers',
    expected: '431, then 200',
    see: thenAlive(
      bytes(
        at => `${start(at)}Connection: close\r\n${Array.from({ length: 200 }, (_, i) => `X-${i}: a\r\n`).join('')}\r\n`,
      ),
    ),
  },
  {
    attack: 'a form of 2 MB',
    expected: '413, then 200',
    see: thenAlive(async at => String((await form(at, '/settings', `name=${'a'.repeat(2 << 20)}`)).status)),
  },
  {
    attack: 'the same in chunks, its length unsaid',
    expected: '413, then 200',
    see: thenAlive(async at =>
      String(
        (
          await form(at, '/settings', `${(2 << 20).toString(16)}\r\n${'a'.repeat(2 << 20)}\r\n0\r\n\r\n`, {
            'Content-Length': '',
            'Transfer-Encoding': 'chunked',
          })
        ).status,
      ),
    ),
  },
  {
    attack: 'an upload that says it has 1 GB',
    expected: '413, then 200',
    see: thenAlive(async at =>
      String(
        (
          await form(at, '/reports', '--b', {
            'Content-Type': 'multipart/form-data; boundary=b',
            'Content-Length': String(1 << 30),
          })
        ).status,
      ),
    ),
  },
  {
    attack: '600 files at once',
    expected: '413, then 200',
    see: thenAlive(async at =>
      String((await form(at, '/reports', manyParts, { 'Content-Type': 'multipart/form-data; boundary=b' })).status),
    ),
  },
  {
    attack: '600 files, parted by another boundary than the one counted',
    expected: '413, then 200',
    see: thenAlive(async at =>
      String(
        (await form(at, '/reports', manyParts, { 'Content-Type': 'multipart/form-data; boundary=b; x="boundary=zzz"' }))
          .status,
      ),
    ),
  },
  {
    attack: '30,000 fields',
    expected: '413, then 200',
    see: thenAlive(async at => String((await form(at, '/place', 'a=&'.repeat(30_000))).status)),
  },
]);

const slow = rows<Target>('too slow (times shortened)', [
  {
    attack: 'a head that never ends, a header every 50 ms (Slowloris)',
    expected: '408, then 200',
    see: thenAlive(bytes(at => [start(at), ...Array.from({ length: 100 }, (_, i) => `X-${i}: a\r\n`)], 50)),
  },
  {
    attack: 'a form that never ends, a byte every 50 ms',
    expected: '408, then 200',
    see: thenAlive(
      bytes(
        at => [
          `POST /settings HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\nOrigin: ${at.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n`,
          ...Array.from({ length: 100 }, () => 'a'),
        ],
        50,
      ),
    ),
  },
  { attack: 'a connection on which nothing is sent', expected: '408, then 200', see: thenAlive(bytes(() => '')) },
  {
    attack: `${shortTimes.connections} connections that send half a head, then a request`,
    expected: '200 once they are cut off',
    see: async at => {
      const held = Array.from({ length: shortTimes.connections }, () => raw(at.port, start(at)));
      await Promise.all(held);
      return `${(await sent(at, 'GET /healthz')).status} once they are cut off`;
    },
  },
]);

/** Where the link to the other language leads: a path of this site, or another site. */
const languageLink =
  (path: string) =>
  async (at: Target): Promise<string> => {
    const { body } = await sent(at, `GET ${path}`);
    const href =
      /class="lang" href="([^"]*)"/.exec(body)?.[1]?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') ?? '';
    return new URL(href, at.origin).origin === at.origin && href !== '' ? 'stays here' : `leads to ${href}`;
  };
const ways = rows<Target>('open redirect', [
  {
    attack: 'the language link of a page asked for as //evil.example',
    expected: 'stays here',
    see: languageLink('//evil.example'),
  },
  { attack: 'the same as /%5Cevil.example', expected: 'stays here', see: languageLink('/%5Cevil.example') },
  { attack: 'the same as ///evil.example/%2e%2e', expected: 'stays here', see: languageLink('///evil.example/%2e%2e') },
  {
    attack: 'every parameter that might say where to go next',
    expected: 'no other site is named',
    see: async at => {
      const query = ['next', 'back', 'return', 'url', 'redirect', 'done', 'deleted', 'marked', 'year', 'work', 'sort']
        .map(name => `${name}=//evil.example`)
        .join('&');
      const found: string[] = [];
      for (const path of [
        '/',
        '/settings',
        '/units',
        '/seasons',
        '/place',
        '/rules',
        '/overview',
        '/letters',
        '/activity',
      ]) {
        const { head, body } = await sent(at, `GET ${path}?${query}`);
        if (/(?:href|action|hx-get)="(?:\/\/|https?:|\\)/.test(body) || /^location: (?:\/\/|http)/im.test(head))
          found.push(path);
      }
      return found.length === 0 ? 'no other site is named' : found.join(' ');
    },
  },
]);

const traversals = [
  '/static/..%2f..%2fpackage.json',
  '/static/../../package.json',
  '/static/%2e%2e/%2e%2e/package.json',
  '/static/fajian.css%00.json',
  '/reports/..%2fsettings',
  '/reports/..%2f..%2f..%2fetc%2fpasswd',
  '/reports/r-aaaaaaaa%2f..%2f..%2fsettings/letter',
  '/reports/%00',
  '/rules/..%2f..%2fpackage',
  '/rules/..%2fhistory/history/..%2f..%2faccounts',
  '/units/o-aaaaaaaa%2f..%2fx',
  '/samples/..%2f..%2f1',
  '/rules/__proto__',
  '/rules/constructor',
  '/reports/__proto__',
  '/static/__proto__',
  '/units/toString',
  '/samples/-1',
  '/samples/1e9',
];
const outside: readonly Attack<Target>[] = traversals.map(path => ({
  kind: 'paths that lead out',
  attack: `\`GET ${path}\``,
  expected: '404',
  see: line(`GET ${path}`),
}));

export const requestAttacks: readonly Attack<Target>[] = [
  ...foreign,
  ...names,
  ...shapes,
  ...sizes,
  ...slow,
  ...ways,
  ...outside,
];
