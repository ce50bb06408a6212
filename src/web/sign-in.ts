/** Signing in and out, and one's own password. */
import { Hono } from 'hono';
import { foldAccount, passwordLength, passwordMistake } from '../store/index.ts';
import { roleWords } from '../words/access.ts';
import { pick } from '../words/bilingual.ts';
import type { PageText } from '../words/pages.ts';
import { type Access, closeSession, openSession, senderOf } from './access.ts';
import { note } from './actor.ts';
import { type Env, type Frame, type PageContext, type Pages, wordsFor } from './page.ts';

export function signInRoutes(pages: Pages, access: Access): Hono<Env> {
  const routes = new Hono<Env>();
  const { accounts, throttle } = access;

  function signInPage(
    c: PageContext,
    typed: { readonly name: string; readonly next: string },
    problem = '',
    status: Frame['status'] = 200,
  ) {
    const t = wordsFor(c.var.lang);
    const plain = access.secure ? '' : t('plainConnection');
    const notice = c.req.query('done') === 'signed-out' ? t('signedOutNotice') : '';
    return pages.page(c, 'sign-in', { title: t('signIn'), status }, { typed, problem, plain, notice });
  }

  routes.get('/sign-in', c => {
    const next = ownPath(c.req.query('next'));
    return c.var.person === null ? signInPage(c, { name: '', next }) : c.redirect(next, 303);
  });

  routes.post('/sign-in', async c => {
    const t = wordsFor(c.var.lang);
    const form = await c.req.parseBody();
    const name = textOf(form.name).trim().slice(0, 80);
    const typed = { name, next: ownPath(textOf(form.next)) };
    const address = senderOf(c, access.proxy);
    const wait = throttle.begin(foldAccount(name), address);
    if (wait !== null) return signInPage(c, typed, t('signInWait', { n: wait }), 429);
    const account = await accounts.check(name, textOf(form.password));
    if (account === 'busy') return signInPage(c, typed, t('signInBusy'), 429);
    if (account === null) {
      // A name that is no account's may be a password typed into the wrong field: it is not written down.
      const known = await accounts.get(name);
      note(c, 'sign-in-refused', known?.name ?? '', '', '');
      return signInPage(c, typed, t('signInRefused'), 401);
    }
    throttle.succeed(foldAccount(name), address);
    openSession(c, access, account);
    note(c, 'sign-in', '', '', account.name);
    return c.redirect(typed.next, 303);
  });

  routes.post('/sign-out', c => {
    closeSession(c, access);
    note(c, 'sign-out');
    return c.redirect('/sign-in?done=signed-out', 303);
  });

  function accountPage(c: PageContext, mistakes: readonly PageText[], status: Frame['status'] = 200, wait = 0) {
    const t = wordsFor(c.var.lang);
    const { person } = c.var;
    return pages.page(
      c,
      'account',
      { title: t('account'), section: 'account', status },
      {
        name: person?.name ?? '',
        role: person === null ? '' : pick(roleWords[person.role], c.var.lang),
        notice: c.req.query('done') === 'password' ? t('passwordChanged') : '',
        mistakes: mistakes.map(mistake =>
          t(mistake, { n: wait, least: passwordLength.least, most: passwordLength.most }),
        ),
        hint: t('passwordHint', { least: passwordLength.least }),
      },
    );
  }

  routes.get('/account', c => accountPage(c, []));

  routes.post('/account', async c => {
    const name = c.var.person?.name ?? '';
    const form = await c.req.parseBody();
    const fresh = textOf(form.fresh);
    const mistake = passwordMistake(fresh, name);
    if (mistake !== null) return accountPage(c, [mistake], 422);
    if (fresh !== textOf(form.again)) return accountPage(c, ['passwordsDiffer'], 422);
    const address = senderOf(c, access.proxy);
    const wait = throttle.begin(foldAccount(name), address);
    if (wait !== null) return accountPage(c, ['signInWait'], 429, wait);
    const account = await accounts.check(name, textOf(form.current));
    if (account === 'busy') return accountPage(c, ['signInBusy'], 429);
    if (account === null) return accountPage(c, ['passwordWrong'], 422);
    throttle.succeed(foldAccount(name), address);
    await accounts.setPassword(name, fresh);
    access.sessions.endAllOf(account.name);
    const changed = await accounts.get(name);
    if (changed !== null) openSession(c, access, changed);
    note(c, 'password-changed');
    return c.redirect('/account?done=password', 303);
  });

  return routes;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A path of these pages; anything that a browser might read as another site is the register. */
export function ownPath(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/';
  const here = 'http://here.invalid';
  const url = URL.canParse(asked, here) ? new URL(asked, here) : null;
  if (url === null || url.origin !== here || url.pathname.startsWith('//') || asked.includes('\\')) return '/';
  return url.pathname === '/sign-in' || url.pathname === '/sign-out' ? '/' : `${url.pathname}${url.search}`;
}
