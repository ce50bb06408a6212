/** Refuses what another site makes a browser send here: forms, scripts, and pages that would embed ours. */
import type { MiddlewareHandler } from 'hono';
import { errorPage } from './errors.ts';
import type { AppOptions } from './options.ts';
import type { Env, Pages } from './page.ts';

const formTypes = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/**
 * A form must name this origin as its own and be sent as pages send forms. Other requests are taken unless a browser says
 * that another site asks for them other than by a link.
 */
export function sameOriginOnly(options: AppOptions, pages: Pages): MiddlewareHandler<Env> {
  return async (c, next) => {
    const own = options.origin ?? new URL(c.req.url).origin;
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const from = c.req.header('Sec-Fetch-Site');
      const foreign = from === 'cross-site' || from === 'same-site';
      return foreign && c.req.header('Sec-Fetch-Mode') !== 'navigate' ? errorPage(c, pages, 403) : next();
    }
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
    const isForm = type === undefined || formTypes.includes(type);
    return c.req.header('Origin') === own && isForm ? next() : errorPage(c, pages, 403);
  };
}
