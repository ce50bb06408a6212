/** The static files, read once; their address carries a hash, so that a browser keeps them until they change. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { styleSheet } from '../present/templates.ts';

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly etag: string;
}

/** Routes under /static and the hash that stands in the addresses of its files. */
export function createStatic(): { readonly routes: Hono; readonly version: string } {
  const own = (name: string): string =>
    readFileSync(new URL(`../../templates/static/${name}`, import.meta.url), 'utf8');
  const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');
  const assets = new Map<string, Asset>([
    ['fajian.css', asset(styleSheet(), 'text/css; charset=utf-8')],
    ['icon.svg', asset(own('icon.svg'), 'image/svg+xml')],
    ['htmx.min.js', asset(readFileSync(htmx, 'utf8'), 'text/javascript; charset=utf-8')],
    ['unsaved.js', asset(own('unsaved.js'), 'text/javascript; charset=utf-8')],
  ]);
  const version = createHash('sha256')
    .update([...assets.values()].map(file => file.etag).join(''))
    .digest('hex')
    .slice(0, 10);

  const routes = new Hono();
  routes.get('/:file', c => {
    const file = assets.get(c.req.param('file'));
    if (file === undefined) return c.notFound();
    c.header('ETag', file.etag);
    c.header('Cache-Control', c.req.query('v') === version ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (c.req.header('If-None-Match') === file.etag) return c.body(null, 304);
    return c.body(file.body, 200, { 'Content-Type': file.type });
  });
  return { routes, version };
}

function asset(body: string, type: string): Asset {
  return { body, type, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` };
}
