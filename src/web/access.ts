/** Lets in whoever is signed in, keeps what is the administrator's from others, and writes down who did what. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Account, Accounts } from '../store/index.ts';
import { isAdministrator } from './actor.ts';
import { errorPage, problemPage } from './errors.ts';
import { addressOf } from './gate.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { requestOf } from './request-log.ts';
import { hasTooMany } from './security.ts';
import type { Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';
import { afterAll } from './under-way.ts';

/** What the pages need where they ask who is there. */
export interface Access {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  /** True where the browser reaches the pages by https. */
  readonly secure: boolean;
  /** Address of the proxy whose word on where a request comes from is taken. */
  readonly proxy: string | null;
}

/** Pages that need no account. `/static` holds no report. */
const open = (path: string): boolean => path === '/sign-in' || path.startsWith('/static/');

/** Forms that a reviewer may send; every other form is the administrator's. */
const reviewersForms = [
  /^\/reports(?:\/|$)/,
  /^\/units(?:\/|$)/,
  /^\/letters$/,
  /^\/place$/,
  /^\/samples$/,
  /^\/rules\/[^/]+\/try$/,
  /^\/account$/,
  /^\/sign-out$/,
];
/** Pages that lead only to forms of the administrator, or tell of others' work. */
const administratorsPages = [/^\/settings(?:\/|$)/, /^\/activity(?:\/|$)/, /^\/rules\/[^/]+\/(?:edit|correct)$/];

export function letIn(options: AppOptions, pages: Pages): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set('person', null);
    c.set('deeds', []);
    const { access } = options;
    if (access !== undefined) {
      const account = await whoIs(c, access);
      c.set('person', account === null ? null : { name: account.name, role: account.role });
      if (account === null && !open(c.req.path)) return askToSignIn(c, pages);
      const { path, method } = c.req;
      const matches = (patterns: readonly RegExp[]): boolean => patterns.some(pattern => pattern.test(path));
      const reading = method === 'GET' || method === 'HEAD';
      const theirs = reading ? matches(administratorsPages) : !open(path) && !matches(reviewersForms);
      if (theirs && account !== null && !isAdministrator(c)) return errorPage(c, pages, 403, 'administratorOnly');
    }
    // What is asked of the connection is asked while it is there.
    const address = access === undefined ? '' : senderOf(c, access.proxy);
    await next();
    await afterAll(c, () => writeDown(options, c, address));
  };
}

/** The account of the session that the browser names; null for a session that has ended, or whose account has. */
async function whoIs(c: PageContext, { accounts, sessions, secure }: Access): Promise<Account | null> {
  const token = getCookie(c, cookieName(secure));
  const session = token === undefined ? null : sessions.find(token);
  const account = session === null ? null : await accounts.get(session.name);
  if (account !== null && account.passwordAt === session?.passwordAt) return account;
  if (token !== undefined) sessions.end(token);
  return null;
}

/** By https the name itself makes browsers refuse a cookie that another host or a plain connection has set. */
const cookieName = (secure: boolean): string => (secure ? '__Host-session' : 'session');

export function openSession(c: PageContext, { sessions, secure }: Access, account: Account): void {
  const before = getCookie(c, cookieName(secure));
  if (before !== undefined) sessions.end(before);
  const token = sessions.begin(account);
  setCookie(c, cookieName(secure), token, { path: '/', httpOnly: true, sameSite: 'Strict', secure });
}

export function closeSession(c: PageContext, { sessions, secure }: Access): void {
  const token = deleteCookie(c, cookieName(secure), { path: '/', secure });
  if (token !== undefined) sessions.end(token);
}

/** A link leads back here after the sign-in; of a form nothing may be lost. */
async function askToSignIn(c: PageContext, pages: Pages): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method !== 'POST') {
    const next = pathname === '/' && search === '' ? '' : `?next=${encodeURIComponent(`${pathname}${search}`)}`;
    if (c.req.header('HX-Request') !== 'true') return c.redirect(`/sign-in${next}`, 303);
    // A part of a page was asked for: the whole page takes its place.
    c.header('HX-Redirect', '/sign-in');
    return c.body(null, 401);
  }
  return signedOutPage(c, pages, `${pathname.replace(/^\/+/, '/')}${search}`);
}

/** Forms of more bytes are not shown again: rule texts are the longest that people write here. */
const mostHeld = 4 * 1024 * 1024;

/** The form once more, to be sent again after a sign-in in another window. Files have to be chosen again. */
async function signedOutPage(c: PageContext, pages: Pages, action: string): Promise<Response> {
  const t = wordsFor(c.var.lang);
  const length = Number(c.req.header('Content-Length') ?? mostHeld + 1);
  const few = length <= mostHeld && !(await hasTooMany(c));
  const held = few ? await c.req.parseBody({ all: true }).catch(() => ({})) : {};
  const fields: { name: string; value: string }[] = [];
  let files = !few;
  for (const [name, value] of Object.entries(held)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') fields.push({ name, value: one });
      else if (one.name !== '' || one.size > 0) files = true;
    }
  }
  if (action === '/sign-out') return c.redirect('/sign-in', 303);
  const view = { action, fields, files: files ? t('filesNotHeld') : '' };
  return problemPage(c, pages, 401, { title: t('signedOutTitle'), text: t('signedOutText'), id: '', held: view });
}

/** Where a request comes from; the proxy's word is the last entry, which it has written itself. */
export function senderOf(c: Context, proxy: string | null): string {
  const env = c.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined;
  const remote = addressOf(env?.incoming?.socket?.remoteAddress);
  if (proxy === null || remote !== proxy) return remote;
  const told = addressOf(c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim());
  return /^[0-9a-f.:]{2,45}$/.test(told) ? told : remote;
}

/** Deeds are noted after they are done: where the note fails, the deed stands and the fault is told in the log. */
async function writeDown(options: AppOptions, c: PageContext, address: string): Promise<void> {
  if (options.activity === undefined || c.var.deeds.length === 0) return;
  const who = c.var.person?.name ?? (options.access === undefined ? 'local' : '');
  try {
    for (const { action, of, detail, by } of c.var.deeds) {
      const at = options.clock().toISOString();
      await options.activity.append({ at, actor: by ?? who, action, of, detail, address });
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    options.log?.({ level: 'error', event: 'activity', id: c.var.requestId, ...requestOf(c), code });
  }
}
