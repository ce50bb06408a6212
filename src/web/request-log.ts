/** One line of JSON for each request and each fault: enough to find what went wrong, nothing of what people wrote. */
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppOptions } from './options.ts';
import type { Env, PageContext } from './page.ts';

export interface LogEntry {
  /** Faults are always written; requests only where they are asked for. */
  readonly level: 'info' | 'error';
  readonly event: 'request' | 'fault' | 'store' | 'activity' | 'reader';
  /** Stands on the page that the person sees, and in the header X-Request-Id; '' outside of requests. */
  readonly id: string;
  readonly method?: string;
  /** The route's pattern (`/reports/:id`), never the address itself; `-` where there is none. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly error?: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: readonly string[];
}

export type Log = (entry: LogEntry) => void;

/** Gives each request its number, and tells of it when it is answered. */
export function requestLog({ log }: AppOptions): MiddlewareHandler<Env> {
  return async (c, next) => {
    const id = randomBytes(5).toString('hex');
    c.set('requestId', id);
    c.header('X-Request-Id', id);
    if (log === undefined) return next();
    const began = performance.now();
    await next();
    const ms = Math.round((performance.now() - began) * 10) / 10;
    log({ level: 'info', event: 'request', id, ...requestOf(c), status: c.res.status, ms });
  };
}

/** What a log may say of a request. */
export function requestOf(c: PageContext): { readonly method: string; readonly route: string } {
  const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'));
  return { method: c.req.method, route: route?.path ?? '-' };
}

/** An error as a log may hold it: what people wrote, which messages like to quote, is left out. */
export function faultOf(error: Error): Pick<LogEntry, 'error' | 'code' | 'message' | 'stack'> {
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, message: withoutQuotes(error.message), stack: frames.map(line => line.trim()) };
}

const longestMessage = 200;

/** A message without what it quotes, and without a word of Chinese. */
export function withoutQuotes(message: string): string {
  return message
    .slice(0, 5 * longestMessage)
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '"…"')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .slice(0, longestMessage);
}
