/** Listens for the application, and says plainly why it cannot. */
import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Bilingual } from '../words/bilingual.ts';
import { fill } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { isLoopback, loopbackHosts, refusalOf, refuse } from './gate.ts';
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
  /** Finishes what was accepted first. */
  close(): Promise<void>;
}

/** How long somebody may take, in milliseconds, and how much at once. */
export interface ServingLimits {
  /** Until the head of a request is there. */
  readonly headMs: number;
  /** Until the whole of a request is there: 20 MB over a slow office network. */
  readonly requestMs: number;
  /** Between two requests of one connection. */
  readonly pauseMs: number;
  /** While nothing goes either way: a reader that does not read, or a check of many reports. */
  readonly silenceMs: number;
  readonly connections: number;
  /** For what is under way when the program is told to stop. */
  readonly graceMs: number;
}

const usualLimits: ServingLimits = {
  headMs: 10_000,
  requestMs: 120_000,
  pauseMs: 5_000,
  silenceMs: 600_000,
  connections: 512,
  graceMs: 30_000,
};
const headBytes = 16 * 1024;

export interface ServingOptions {
  readonly app: Hono<Env>;
  readonly host: string;
  readonly port: number;
  /** PEM texts of the certificate and of its key. */
  readonly tls?: { readonly cert: string; readonly key: string } | null;
  /** Address of the proxy from which alone requests are taken. */
  readonly proxy?: string | null;
  /** Where the pages are reached; no other Host is answered. */
  readonly origin?: string | null;
  readonly limits?: Partial<ServingLimits>;
}

/** `port` 0 takes any free one. Rejects with ServeError where the address cannot be had. */
export async function serveApp(options: ServingOptions): Promise<Serving> {
  const { app, host, port, tls = null, proxy = null, origin = null } = options;
  const limits = { ...usualLimits, ...options.limits };
  const local = isLoopback(host) && proxy === null;
  let hosts = origin === null ? null : (new Set([new URL(origin).host]) as ReadonlySet<string>);
  const pages = getRequestListener(app.fetch);
  const server = createLimited(limits, tls);
  server.on('request', (request, response) => {
    const refusal = refusalOf(request, { hosts, proxy, local });
    if (refusal !== null) refuse(response, refusal);
    else void pages(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(serveError(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      if (local && hosts === null) hosts = loopbackHosts(taken);
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve({
        url: `${tls === null ? 'http' : 'https'}://${shown}:${taken}/`,
        port: taken,
        close: () => closed(server, limits.graceMs),
      });
    });
  });
}

/** Takes no more requests, finishes those that were accepted, then ends; who takes longer than `graceMs` is cut off. */
function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise(done => {
    // A connection kept open for a next request is idle once its answer is out.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const last = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(last);
      done();
    });
  });
}

function createLimited(limits: ServingLimits, tls: ServingOptions['tls']): Server {
  const options: ServerOptions = {
    maxHeaderSize: headBytes,
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.pauseMs,
    connectionsCheckingInterval: Math.min(1000, limits.headMs),
  };
  const server = tls
    ? createSecureServer({ ...options, ...tls, minVersion: 'TLSv1.2', handshakeTimeout: limits.headMs })
    : createServer(options);
  // Counted by the gate, which answers in words; Node would drop what is beyond.
  server.maxHeadersCount = 0;
  server.maxConnections = limits.connections;
  server.setTimeout(limits.silenceMs);
  return server;
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
