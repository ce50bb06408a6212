/** Looks at a request before any page does: from whom it comes, to which address, and whether it is well formed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gateTexts } from '../words/access.ts';
import { type Bilingual, both } from '../words/bilingual.ts';

export interface GateOptions {
  /** Addresses under which the pages may be asked for, as a Host header writes them; null for any. */
  readonly hosts: ReadonlySet<string> | null;
  /** Address of the proxy from which alone requests are taken; null where there is none. */
  readonly proxy: string | null;
  /** True where only this computer is served: nothing may stand between. */
  readonly local: boolean;
}

interface Refusal {
  readonly status: 400 | 403 | 405 | 431;
  readonly text: Bilingual;
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
const mostHeaders = 100;
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/** Null where the request may go on to the pages. */
export function refusalOf(request: IncomingMessage, { hosts, proxy, local }: GateOptions): Refusal | null {
  const { rawHeaders, headers, method = '', url = '', socket } = request;
  if (proxy !== null && addressOf(socket.remoteAddress) !== proxy) return { status: 403, text: gateTexts.notFromProxy };
  if (!methods.has(method)) return { status: 405, text: gateTexts.badMethod };
  if (rawHeaders.length / 2 > mostHeaders) return { status: 431, text: gateTexts.manyHeaders };
  const named = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  // The address in full is for proxies; whoever sends it here has another Host in mind than the one that is checked.
  if (named !== 1 || !url.startsWith('/')) return { status: 400, text: gateTexts.badRequest };
  if (hosts !== null && !hosts.has((headers.host ?? '').toLowerCase()))
    return { status: 403, text: gateTexts.foreignHost };
  if (local && forwarding.some(name => name in headers)) return { status: 403, text: gateTexts.unnamedProxy };
  return null;
}

export function refuse(response: ServerResponse, { status, text }: Refusal): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    // What else the connection brings is not read.
    Connection: 'close',
    ...(status === 405 && { Allow: [...methods].join(', ') }),
  });
  response.end(`${both(text)}\n`);
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
export const isLoopback = (host: string): boolean => loopbackNames.includes(host) || host === '::1';

/** A foreign site whose name is made to point at this computer must not read what is kept here: the own names, with the port. */
export function loopbackHosts(port: number): ReadonlySet<string> {
  const withPort = loopbackNames.map(name => `${name}:${port}`);
  return new Set(port === 80 ? [...withPort, ...loopbackNames] : withPort);
}

/** An IPv4 address that came in by a socket of IPv6, as IPv4. */
export function addressOf(remote: string | undefined): string {
  return (remote ?? '').replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
}
