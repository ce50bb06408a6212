import { request } from 'node:http';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ServeError, serveApp } from '../../src/web/index.ts';
import { fixtureText } from '../present/fixture.ts';
import { post, upload, world } from './world.ts';

test('a port in use is told with another one to take', async () => {
  const { app, end } = await world();
  const first = await serveApp({ app, host: '127.0.0.1', port: 0 });
  const refused = await serveApp({ app, host: '127.0.0.1', port: first.port }).catch((error: unknown) => error);
  assert.instance(refused, ServeError);
  assert.match((refused as ServeError).text.zh, `端口 ${first.port} 已被占用`);
  assert.match((refused as ServeError).text.en, `--port ${first.port + 1}`);
  await first.close();
  await end();
});

test('over a real connection pages are served and too much is refused in words', async () => {
  const { app, end } = await world();
  const { url, close } = await serveApp({ app, host: '127.0.0.1', port: 0 });
  assert.is((await fetch(url)).status, 200);
  const big = await fetch(
    `${url}reports`,
    post(upload([['big.txt', 'a'.repeat(22 * 1024 * 1024)]]), { Origin: url.slice(0, -1) }),
  );
  assert.is(big.status, 413);
  assert.match(await big.text(), '20 MB');
  await close();
  await end();
});

test('served to this computer only, it answers to no other name', async () => {
  const { app, end } = await world();
  const { port, close } = await serveApp({ app, host: '127.0.0.1', port: 0 });
  const status = (host: string): Promise<number | undefined> =>
    new Promise((done, fail) => {
      request({ host: '127.0.0.1', port, headers: { Host: host } }, answer => {
        answer.resume();
        done(answer.statusCode);
      })
        .on('error', fail)
        .end();
    });
  assert.equal([await status(`localhost:${port}`), await status('evil.example')], [200, 403]);
  await close();
  await end();
});

test('told to stop, it finishes an upload that has begun, takes no other, and then ends', async () => {
  const { app, store, end } = await world();
  const { port, close } = await serveApp({ app, host: '127.0.0.1', port: 0 });
  const boundary = 'b';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="x.txt"\r\n\r\n`;
  let status = 0;
  let stopped = Promise.resolve();
  const answered = new Promise<void>((done, fail) => {
    const sending = request(
      {
        host: '127.0.0.1',
        port,
        path: '/reports',
        method: 'POST',
        headers: { Origin: `http://127.0.0.1:${port}`, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
      },
      answer => {
        status = answer.statusCode ?? 0;
        answer.resume().on('end', done);
      },
    );
    sending.on('error', fail);
    sending.write(`${head}${fixtureText.slice(0, 40)}`);
    setTimeout(() => {
      stopped = close();
      setTimeout(() => sending.end(`${fixtureText.slice(40)}\r\n--${boundary}--\r\n`), 100);
    }, 100);
  });
  await answered;
  await stopped;
  assert.is(status, 303);
  assert.is((await store.list()).length, 1);
  const refused = await fetch(`http://127.0.0.1:${port}/`).catch((error: unknown) => error);
  assert.instance(refused, Error);
  await end();
});

test('who takes longer than the grace is cut off', async () => {
  const { app, end } = await world();
  const { port, close } = await serveApp({ app, host: '127.0.0.1', port: 0, limits: { graceMs: 50 } });
  const cut = new Promise<boolean>(done => {
    const headers = { Origin: `http://127.0.0.1:${port}`, 'Content-Type': 'multipart/form-data; boundary=b' };
    const sending = request({ host: '127.0.0.1', port, path: '/reports', method: 'POST', headers });
    sending.on('error', () => done(true));
    sending.on('response', () => done(false));
    sending.write('a');
    sending.flushHeaders();
  });
  await new Promise(done => setTimeout(done, 100));
  await close();
  assert.ok(await cut);
  await end();
});

test.run();
