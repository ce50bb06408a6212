/** What attacks are aimed at: the pages of a world, served over a real socket, and ways to send what no browser would. */
import { connect } from 'node:net';
import { type Serving, serveApp } from '../../src/web/index.ts';
import type { ServingOptions } from '../../src/web/server.ts';
import { type World, world } from '../web/world.ts';

export interface Target {
  readonly here: World;
  readonly port: number;
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  end(): Promise<void>;
}

/** One attack: what is sent, what should come of it, and what does. */
export interface Attack<T> {
  readonly kind: string;
  readonly attack: string;
  readonly expected: string;
  readonly see: (target: T) => Promise<string> | string;
}

/** Attacks of one kind. */
export const rows = <T>(kind: string, attacks: readonly Omit<Attack<T>, 'kind'>[]): readonly Attack<T>[] =>
  attacks.map(attack => ({ kind, ...attack }));

/** Times short enough for a test; what is slower than these is cut off. */
export const shortTimes = { headMs: 400, requestMs: 800, pauseMs: 400, silenceMs: 2000, connections: 40 } as const;

export async function target(
  here: World | null = null,
  options: Partial<Omit<ServingOptions, 'app'>> = {},
): Promise<Target> {
  const made = here ?? (await world());
  const serving: Serving = await serveApp({ app: made.app, host: '127.0.0.1', port: 0, ...options });
  return {
    here: made,
    port: serving.port,
    origin: `http://127.0.0.1:${serving.port}`,
    end: async () => {
      await serving.close();
      await made.end();
    },
  };
}

export interface Answer {
  /** 0 where the connection was closed without an answer. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/**
 * Sends the pieces over a socket, one every `every` milliseconds, and waits until the other side closes or has been silent
 * for `patience`.
 */
export function raw(
  port: number,
  pieces: string | readonly string[],
  { every = 0, patience = 3000 }: { readonly every?: number; readonly patience?: number } = {},
): Promise<Answer> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const queue = typeof pieces === 'string' ? [pieces] : [...pieces];
    let timer: NodeJS.Timeout | undefined;
    const next = (): void => {
      const piece = queue.shift();
      if (piece === undefined || socket.destroyed) return;
      socket.write(piece, 'latin1');
      if (every > 0) timer = setTimeout(next, every);
      else next();
    };
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('utf8');
      const at = text.indexOf('\r\n\r\n');
      const head = at < 0 ? text : text.slice(0, at);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      resolve({ status, head, body: at < 0 ? '' : text.slice(at + 4) });
    };
    socket.setTimeout(patience, finish);
    socket.on('connect', next);
    socket.on('data', data => chunks.push(data));
    socket.on('error', finish);
    socket.on('close', finish);
  });
}

/** The status of a request written by hand; the connection is asked to be closed after it. */
export async function sent(
  { port }: Pick<Target, 'port'>,
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answer> {
  const fields = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return raw(port, `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** A form as the pages' own would be, but for what `headers` change; '' leaves one out. */
export const form = (
  at: Pick<Target, 'port' | 'origin'>,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  sent(
    at,
    `POST ${path}`,
    {
      Origin: at.origin,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  );
