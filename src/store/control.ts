/**
 * The owner of a data folder takes orders from commands on the same machine: to make a backup, and to restore one. It listens
 * on a port of the loopback address, and only to who can read its lock file.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fillBoth } from '../words/bilingual.ts';
import { keepingWords } from '../words/keeping.ts';
import type { FileStore } from './file-store.ts';
import type { Control } from './owner.ts';
import type { Restored } from './restore.ts';
import { StoreError } from './types.ts';

export interface Controlled {
  readonly control: Control;
  close(): Promise<void>;
}

export interface ControlOptions {
  readonly store: FileStore;
  /** Data folder, where a backup that is being received is put down. */
  readonly folder: string;
  readonly version: string;
  /** Told of what was done. */
  readonly done: (what: 'backup-made' | 'backup-restored') => Promise<void>;
}

/** Listens, and says in the lock where. */
export async function takeOrders({ store, folder, version, done }: ControlOptions): Promise<Controlled> {
  const token = randomBytes(24).toString('hex');
  const server = createServer((order, answer) => {
    follow(order, answer).catch((error: unknown) => refuse(answer, error));
  });

  async function follow(order: IncomingMessage, answer: ServerResponse): Promise<void> {
    // A page that a browser shows can neither know the token nor send this header unasked.
    if (order.method !== 'POST' || !isToken(order.headers.authorization ?? '', token)) {
      answer.writeHead(403).end();
      return;
    }
    if (order.url === '/backup') {
      answer.writeHead(200, { 'Content-Type': 'application/zip' });
      await store.backup(version, piece => sent(answer, piece));
      answer.end();
      await done('backup-made');
    } else if (order.url === '/restore') {
      const received = join(folder, `.received-${randomBytes(4).toString('hex')}.tmp`);
      try {
        await pipeline(order, createWriteStream(received, { flags: 'wx', mode: 0o600 }));
        const restored = await store.restoreFrom(received);
        await done('backup-restored');
        answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(restored));
      } finally {
        await rm(received, { force: true });
      }
    } else {
      answer.writeHead(404).end();
    }
  }

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const control: Control = { url: `http://127.0.0.1:${port}`, token };
  await store.tell(control);
  return {
    control,
    close: () =>
      new Promise(closed => {
        server.close(() => closed());
        server.closeIdleConnections();
      }),
  };
}

function isToken(header: string, token: string): boolean {
  const [given, wanted] = [Buffer.from(header), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Waits while the reader is slower than the zip. */
async function sent(answer: ServerResponse, piece: Uint8Array): Promise<void> {
  if (answer.destroyed) throw new Error('the reader has gone');
  if (answer.write(piece)) return;
  await new Promise<void>((ready, gone) => {
    answer.once('drain', ready);
    answer.once('close', () => gone(new Error('the reader has gone')));
  });
}

/** A backup that broke off after its first bytes is cut off, so that nobody takes it for whole. */
function refuse(answer: ServerResponse, error: unknown): void {
  if (answer.headersSent) {
    answer.destroy();
    return;
  }
  const { code, text } =
    error instanceof StoreError
      ? error
      : { code: 'backup' as const, text: fillBoth(keepingWords.orderFailed, { reason: String(error) }) };
  answer.writeHead(409, { 'Content-Type': 'application/json' }).end(JSON.stringify({ code, text }));
}

/** Asks the owner for a backup; `into` takes it piece by piece. @throws StoreError */
export async function orderBackup(control: Control, into: NodeJS.WritableStream): Promise<void> {
  const answer = await ordered(control, '/backup', null);
  await pipeline(answer, into);
  if (!answer.complete) throw brokenOff();
}

/** Has the owner restore a backup. @throws StoreError, with nothing changed */
export async function orderRestore(control: Control, zip: NodeJS.ReadableStream): Promise<Restored> {
  const answer = await ordered(control, '/restore', zip);
  return JSON.parse(await textOf(answer)) as Restored;
}

async function ordered(control: Control, path: string, body: NodeJS.ReadableStream | null): Promise<IncomingMessage> {
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    const order = request(
      `${control.url}${path}`,
      { method: 'POST', headers: { Authorization: `Bearer ${control.token}` } },
      answered,
    );
    order.on('error', failed);
    if (body === null) order.end();
    else body.on('error', failed).pipe(order);
  }).catch(() => {
    throw brokenOff();
  });
  if (answer.statusCode === 200) return answer;
  const { code, text } = JSON.parse((await textOf(answer)) || '{}') as Partial<StoreError>;
  throw text === undefined ? brokenOff() : new StoreError(code ?? 'backup', text);
}

const brokenOff = (): StoreError =>
  new StoreError('backup', fillBoth(keepingWords.orderFailed, { reason: 'connection' }));

async function textOf(stream: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
