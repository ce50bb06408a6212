/** Headers that keep a page from loading, framing or sending anything foreign, and bounds on what a form may hold. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PageText } from '../words/pages.ts';
import { errorPage, problemPage } from './errors.ts';
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
/** Of all files that come in at once. */
const uploadLimit = 20 * megabyte;
/** Parts of a form with files, and fields of one without: what the largest forms of the pages have, many times over. */
const mostParts = 500;
const mostFields = 20_000;

/** Bounds every form by size and by count. */
export function formLimit(pages: Pages): MiddlewareHandler<Env> {
  const refuse = (c: PageContext, text: PageText, values: Readonly<Record<string, number>>) => {
    const t = wordsFor(c.var.lang);
    return problemPage(c, pages, 413, { title: t('tooLargeTitle'), text: t(text, values), id: '' });
  };
  const limitTo = (bytes: number, text: PageText) =>
    bodyLimit({
      maxSize: bytes,
      onError: c => refuse(c as PageContext, text, { most: bytes / megabyte }),
    });
  const short = limitTo(megabyte, 'formTooLargeText');
  // Texts of rules have closer bounds and words of their own.
  const ruleText = limitTo(16 * megabyte, 'formTooLargeText');
  const files = limitTo(uploadLimit, 'tooLargeText');
  return async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const limit = c.req.path === '/reports' ? files : c.req.path.startsWith('/rules/') ? ruleText : short;
    let refused: Response | undefined;
    const answer = await limit(c, async () => {
      if (await hasTooMany(c)) refused = await refuse(c, 'tooManyFieldsText', { most: mostParts });
      else if (await isTorn(c)) refused = await errorPage(c, pages, 400);
      else await next();
    });
    return refused ?? answer;
  };
}

/** Taking a form of many small parts apart would keep everybody waiting for half a minute; counting them does not. */
export async function hasTooMany(c: PageContext): Promise<boolean> {
  const type = c.req.header('Content-Type') ?? '';
  const bytes = Buffer.from(await c.req.arrayBuffer());
  // A closer bound of the page itself reads a body of unknown length once more.
  if (c.req.header('Content-Length') === undefined) c.req.raw = new Request(c.req.raw, { body: bytes });
  if (!/^\s*multipart\//i.test(type)) return occursMoreThan(bytes, '&', mostFields);
  // As browsers write it: with anything beside it, another boundary might be counted than the one that parts the form.
  const [, quoted, bare] = /^multipart\/form-data; *boundary=(?:"([^"\\]+)"|([^;\s"\\]+))$/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  return boundary === undefined || occursMoreThan(bytes, `--${boundary}`, mostParts);
}

/** A form that breaks off, or is none. What is read here is kept for the page. */
async function isTorn(c: PageContext): Promise<boolean> {
  return c.req.parseBody().then(
    () => false,
    () => true,
  );
}

function occursMoreThan(bytes: Buffer, sign: string, most: number): boolean {
  let count = 0;
  for (let at = bytes.indexOf(sign); at !== -1 && count <= most; at = bytes.indexOf(sign, at + sign.length)) count += 1;
  return count > most;
}
