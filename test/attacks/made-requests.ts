/** Requests that no person sends: noise, requests with something broken in them, and requests by a grammar over the routes of the pages. */
import type { Hono } from 'hono';
import type { Env } from '../../src/web/page.ts';

/** Numbers from 0 to below 1, the same for the same seed. */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Draw = () => number;
const one = <T>(draw: Draw, of: readonly T[]): T => of[Math.floor(draw() * of.length)] as T;
const upTo = (draw: Draw, most: number): number => Math.floor(draw() * (most + 1));
const many = <T>(draw: Draw, most: number, make: () => T): T[] => Array.from({ length: upTo(draw, most) }, make);

/** What a campaign is aimed at: patterns of routes, and names that mean something there. */
export interface Ground {
  readonly port: number;
  readonly patterns: readonly string[];
  readonly ids: readonly string[];
}

export function patternsOf(app: Hono<Env>): string[] {
  return [...new Set(app.routes.map(({ path }) => path).filter(path => !path.includes('*')))].sort();
}

const strange = [
  '',
  '0',
  '-1',
  '1',
  '2',
  '99999999999999999999',
  '1e309',
  'NaN',
  'null',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '..',
  '../../etc/passwd',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  '%E4%B8',
  '%u0000',
  "'",
  '"',
  '<x>',
  '[]',
  '{}',
  '$where',
  '\u2028',
  '\ufeff',
  '县',
  '青禾县司法局',
  '２０２４',
  '2024',
  '2024年度',
  'a'.repeat(3000),
  '(a+)+$',
  '*',
  'all',
  'not',
  'counts',
  'f-lit.appearance',
  '\u202e',
  '2024-02-30',
  '9999-99-99',
  '2025-02-10',
  'line:1',
  'line:-9',
  'line:999999999',
  'save',
  'check',
  'try',
  'agree',
  'change',
  'withdraw',
] as const;
const queryNames = [
  'draft',
  'lang',
  'year',
  'q',
  'level',
  'state',
  'kind',
  'outcome',
  'sort',
  'dir',
  'work',
  'at',
  'line',
  'report',
  'direction',
  'quote',
  'done',
  'marked',
  'as',
  'deleted',
  'rechecked',
  'samples',
  'number',
  'date',
  'due',
  'month',
  'page',
  'with',
  'removed',
  'of',
  'placed',
  'next',
  'again',
  'v',
] as const;
const fieldNames = [
  'files',
  'text',
  'name',
  'ruleSet',
  'store',
  'confirm',
  'subject',
  'subjectLevel',
  'reportYear',
  'signedDate',
  'publishedDate',
  'receivedDate',
  'decision',
  'status',
  'reason',
  'note',
  'by',
  'here',
  'before',
  'after',
  'base',
  'do',
  'checked',
  'passage',
  'zone',
  'pick',
  'shown',
  'units',
  'year',
  'due',
  'mark',
  'draft',
  'received',
  'published',
  'answered',
  'passed',
  'organ',
  'learn',
  'undo',
  'number',
  'date',
  'dueDays',
  'dueDate',
  'reportsDue',
  'letterhead',
  'contact',
  'phone',
  'verify',
  'score',
  'aliases',
  'level',
  'powers',
  'seen',
  'at',
  'report',
  'direction',
  'requirement',
  '__proto__',
  'constructor',
  'toString',
  '',
] as const;

const value = (draw: Draw, { ids }: Ground): string => {
  const kind = draw();
  if (kind < 0.35) return one(draw, ids);
  if (kind < 0.85) return one(draw, strange);
  return many(draw, 40, () => String.fromCodePoint(1 + upTo(draw, draw() < 0.5 ? 126 : 0x9fff)))
    .join('')
    .replace(/[\ud800-\udfff]/g, '');
};

/** Mostly what the route is about: a report, a unit, a rule set, a requirement. */
function named(draw: Draw, ground: Ground, pattern: string, parameter: string): string {
  const fits = (id: string): boolean => {
    if (parameter === ':requirement') return id.includes('.');
    if (pattern.startsWith('/reports')) return id.startsWith('r-');
    if (pattern.startsWith('/units')) return id.startsWith('o-');
    return pattern.startsWith('/rules') ? /^[a-z-]{5,}$/.test(id) : true;
  };
  const fitting = ground.ids.filter(fits);
  return draw() < 0.7 && fitting.length > 0 ? one(draw, fitting) : value(draw, ground);
}

const pairs = (draw: Draw, ground: Ground, names: readonly string[], most: number): string =>
  many(draw, most, () => `${encodeURIComponent(one(draw, names))}=${raw(draw, value(draw, ground))}`).join('&');
/** Mostly as an address holds it, at times as it is. */
const raw = (draw: Draw, text: string): string =>
  draw() < 0.85 ? encodeURIComponent(text) : text.replace(/[^!-~]/g, '%20');

function body(draw: Draw, ground: Ground): { readonly type: string; readonly text: string } {
  if (draw() < 0.6) return { type: 'application/x-www-form-urlencoded', text: pairs(draw, ground, fieldNames, 8) };
  const parts = many(draw, 5, () => {
    const name = one(draw, fieldNames);
    const file = draw() < 0.3 ? `; filename="${value(draw, ground).replace(/["\r\n]/g, '_')}"` : '';
    return `--b\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value(draw, ground)}\r\n`;
  });
  return { type: 'multipart/form-data; boundary=b', text: `${parts.join('')}${draw() < 0.9 ? '--b--\r\n' : ''}` };
}

/** Well formed, to a route of the pages, with what it may and may not expect. */
export function grammarRequest(draw: Draw, ground: Ground): Buffer {
  const method = one(draw, ['GET', 'GET', 'HEAD', 'POST', 'POST', 'POST']);
  const drawn = one(draw, ground.patterns);
  // What is removed answers 404 from then on: mostly it is let be.
  const pattern = /\/(?:delete|remove)$/.test(drawn) && draw() < 0.9 ? '/reports/:id/restore' : drawn;
  const path = pattern.replace(/:[a-z]+/gi, parameter => raw(draw, named(draw, ground, pattern, parameter)) || 'x');
  const query = draw() < 0.6 ? `?${pairs(draw, ground, queryNames, 5)}` : '';
  const host = `127.0.0.1:${ground.port}`;
  const headers = [`Host: ${host}`, 'Connection: close'];
  if (draw() < 0.2)
    headers.push(
      `Cookie: lang=${one(draw, ['en', 'zh', 'xx', '__proto__'])}; reviewer=${encodeURIComponent(value(draw, ground))}`,
    );
  if (draw() < 0.2) headers.push('HX-Request: true', `HX-Target: ${one(draw, ['rows', 'main', 'x'])}`);
  if (draw() < 0.1) headers.push(`If-None-Match: ${one(draw, ['*', '"x"', 'W/"'])}`);
  if (draw() < 0.05) headers.push(`Range: bytes=${upTo(draw, 9)}-`);
  if (method !== 'POST') return Buffer.from(`${method} ${path}${query} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
  const { type, text } = body(draw, ground);
  headers.push(`Origin: http://${host}`, `Content-Type: ${type}`);
  const chunked = draw() < 0.15;
  const bytes = Buffer.from(text);
  headers.push(chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${bytes.length}`);
  const head = Buffer.from(`POST ${path}${query} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
  if (!chunked) return Buffer.concat([head, bytes]);
  const sized = bytes.length === 0 ? [] : [Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')];
  return Buffer.concat([head, ...sized, Buffer.from('0\r\n\r\n')]);
}

/** Bytes by chance, or a well-formed request in which some bytes are changed, lost, doubled or cut off. */
export function randomRequest(draw: Draw, ground: Ground): Buffer {
  if (draw() < 0.25) return Buffer.from(many(draw, 400, () => upTo(draw, 255)));
  const bytes = [...grammarRequest(draw, ground)];
  for (let change = 0; change <= upTo(draw, 6); change += 1) {
    // The head decides most.
    const at = Math.floor(draw() ** 2 * bytes.length);
    const kind = draw();
    if (kind < 0.4) bytes[at] = upTo(draw, 255);
    else if (kind < 0.6) bytes.splice(at, 1 + upTo(draw, 8));
    else if (kind < 0.8) bytes.splice(at, 0, ...bytes.slice(at, at + 1 + upTo(draw, 30)));
    else if (kind < 0.9)
      bytes.splice(
        at,
        0,
        ...Buffer.from(
          one(draw, [
            '\r\n',
            '\n',
            '\0',
            ' ',
            ':',
            '\t',
            'HTTP/9.9',
            'Transfer-Encoding: chunked\r\n',
            'Content-Length: 5\r\n',
            'Expect: 100-continue\r\n',
          ]),
        ),
      );
    else bytes.splice(at);
  }
  return Buffer.from(bytes);
}
