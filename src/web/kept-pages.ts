/** Conditional requests: a page that nothing has changed is not made again, and not sent again to who has it already. */
import { createHash, randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { ReportRow } from '../store/types.ts';
import { localDay } from '../words/dates.ts';
import { placesOf } from './entries.ts';
import type { AppOptions } from './options.ts';
import type { Env, PageContext } from './page.ts';

/** Characters of pages that are kept ready, over all of them. */
const mostKept = 16 * 1024 * 1024;

/** Pages by the name of what they were made from, the one asked for last at the end. */
class KeptPages {
  readonly #pages = new Map<string, string>();
  #size = 0;

  get(tag: string): string | null {
    const page = this.#pages.get(tag);
    if (page === undefined) return null;
    this.#pages.delete(tag);
    this.#pages.set(tag, page);
    return page;
  }

  set(tag: string, page: string): void {
    if (this.#pages.has(tag) || page.length > mostKept / 4) return;
    this.#pages.set(tag, page);
    this.#size += page.length;
    for (const [oldest, text] of this.#pages) {
      if (this.#size <= mostKept) break;
      this.#pages.delete(oldest);
      this.#size -= text.length;
    }
  }
}

/**
 * Answers a GET from what is kept, where `stateOf` gives the same as when the page was made: all in the store that the page
 * shows. Null where there is no such page. Rules in force, day, person, language and choices of the browser count anyway.
 */
export function keptPages(options: AppOptions) {
  const kept = new KeptPages();
  // Another program may write other pages.
  const run = randomBytes(8).toString('hex');
  return (stateOf: (c: PageContext) => unknown | Promise<unknown>): MiddlewareHandler<Env> =>
    async function answerFromKept(c, next) {
      const state = c.req.method === 'GET' ? await stateOf(c) : null;
      if (state === null) return next();
      const { req } = c;
      const { person = null, lang } = c.var;
      const asked = [req.url, req.header('Cookie'), req.header('HX-Request'), req.header('HX-Target'), lang, person];
      const today = localDay(options.clock().toISOString());
      const tag = `"${hashOf([run, asked, today, rulesState(options), state])}"`;
      if (req.header('If-None-Match') === tag) return setTag(c, tag).body(null, 304);
      const page = kept.get(tag);
      if (page !== null) return setTag(c, tag).html(page);
      await next();
      const { status, headers } = c.res;
      const isPage = status === 200 && (headers.get('Content-Type') ?? '').startsWith('text/html');
      if (!isPage || headers.has('Set-Cookie')) return;
      const made = await c.res.text();
      kept.set(tag, made);
      const again = new Headers(headers);
      again.set('ETag', tag);
      c.res = undefined;
      c.res = new Response(made, { status, headers: again });
    };
}

/** The register shows all of the store. */
export const registerState = (options: AppOptions) => (): unknown => options.store.version;

/** A result shows its record, what the roster says of its unit, and links to the same body's reports of other years. */
export function resultState({ store }: AppOptions) {
  return async (c: PageContext): Promise<unknown> => {
    const row = store.row(c.req.param('id') ?? '');
    if (row === null) return null;
    const linked = (await store.list()).filter(other => isLinked(row, other));
    const { organ } = placesOf(store.organs.list()).ofRow(row);
    return [
      row.id,
      row.revision,
      organ,
      linked.map(({ id, year, drafts }) => [id, year, drafts.at(-1)?.summary.outcome === null]),
    ];
  };
}

const isLinked = (row: ReportRow, other: ReportRow): boolean =>
  other.ruleSetId === row.ruleSetId &&
  other.id !== row.id &&
  (other.issuer ?? other.subject) === (row.issuer ?? row.subject);

function setTag(c: PageContext, tag: string): PageContext {
  c.header('ETag', tag);
  c.header('Cache-Control', 'no-cache');
  return c;
}

/** What pages show of rules: their versions, what is suspended, what is wrong with their files. */
function rulesState({ rules }: AppOptions): unknown {
  return [
    rules.list().map(({ ruleSet, fenced, errors }) => [ruleSet.sha256, fenced, errors]),
    rules.problems?.() ?? [],
  ];
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27);
