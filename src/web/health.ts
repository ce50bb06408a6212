/** Tells whoever watches over the program whether it can do its work. */
import { Hono } from 'hono';
import type { AppOptions } from './options.ts';

/** The disk is asked at most this often; milliseconds. */
const askAgainAfter = 5000;

/** `/healthz`: 200 while the data folder takes writes and rules are in force, else 503; the body says which of them fails. */
export function healthRoutes(options: AppOptions): Hono {
  const routes = new Hono();
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;

  function storeWritable(): Promise<boolean> {
    const now = performance.now();
    if (asked === null || now - asked.at > askAgainAfter) {
      const answer = (options.writable ?? (async () => true))().catch(() => false);
      asked = { at: now, answer };
    }
    return asked.answer;
  }

  routes.get('/', async c => {
    const store = (await storeWritable()) ? 'writable' : 'failing';
    const rules = options.rules.list().length;
    const well = store === 'writable' && rules > 0;
    return c.json({ status: well ? 'ok' : 'failing', version: options.toolVersion, store, rules }, well ? 200 : 503);
  });
  return routes;
}
