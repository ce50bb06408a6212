/** Listens for the application, and says plainly why it cannot. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Bilingual } from '../words/bilingual.ts';
import { fill } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import type { Env } from './page.ts';

export class ServeError extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual) {
    super(text.en);
    this.name = 'ServeError';
    this.text = text;
  }
}

export interface Serving {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** `port` 0 takes any free one. Rejects with ServeError where the address cannot be had. */
export function serveApp({
  app,
  host,
  port,
}: {
  readonly app: Hono<Env>;
  readonly host: string;
  readonly port: number;
}): Promise<Serving> {
  const server = createServer(getRequestListener(isLoopback(host) ? onlyLocal(app) : app.fetch));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(serveError(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `http://${shown}:${taken}/`,
        port: taken,
        close: () =>
          new Promise(done => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const isLoopback = (host: string): boolean => loopback.has(host) || host === '::1';

/** A foreign site whose name is made to point at this computer must not read what is stored here. */
function onlyLocal(app: Hono<Env>): (request: Request) => Response | Promise<Response> {
  return request =>
    loopback.has(new URL(request.url).hostname)
      ? app.fetch(request)
      : new Response(`${pageTexts.foreignHost.zh}\n${pageTexts.foreignHost.en}\n`, {
          status: 403,
          headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        });
}

function serveError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const both = (text: Bilingual): Bilingual => {
    const values = { port, host, next: port + 1 };
    return { zh: fill(text.zh, values), en: fill(text.en, values) };
  };
  if (error.code === 'EADDRINUSE') return new ServeError(both(pageTexts.portInUse));
  if (error.code === 'EACCES') return new ServeError(both(pageTexts.portDenied));
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new ServeError(both(pageTexts.hostUnknown));
  return error;
}
