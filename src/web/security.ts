/** Headers that keep a page from loading, framing or sending anything foreign, and bounds on what a form may hold. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problemPage } from './errors.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What pages need of a computer besides the screen: nothing. */
const permissions = ['camera', 'microphone', 'geolocation', 'usb', 'payment', 'display-capture', 'clipboard-read']
  .map(name => `${name}=()`)
  .join(', ');

/** Set before the handler runs: setting headers afterwards copies every response. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  c.header('Content-Security-Policy', policy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'same-origin');
  c.header('X-Frame-Options', 'DENY');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Permissions-Policy', permissions);
  c.header('Cache-Control', 'no-store');
  await next();
};

const megabyte = 1024 * 1024;

/** Bounds every form. Files that come in have a bound and words of their own. */
export function formLimit(pages: Pages): MiddlewareHandler<Env> {
  const limitTo = (most: number) =>
    bodyLimit({
      maxSize: most * megabyte,
      onError: c => {
        const t = wordsFor((c as PageContext).var.lang);
        const error = { title: t('tooLargeTitle'), text: t('formTooLargeText', { most }), id: '' };
        return problemPage(c as PageContext, pages, 413, error);
      },
    });
  // Texts of rules have closer bounds and words of their own.
  const [short, ruleText] = [limitTo(1), limitTo(16)];
  return (c, next) => {
    if (c.req.method !== 'POST' || c.req.path === '/reports') return next();
    return c.req.path.startsWith('/rules/') ? ruleText(c, next) : short(c, next);
  };
}
