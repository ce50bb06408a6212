/** A marked report or one with personal numbers comes in: told first, and no byte of it stays anywhere unless confirmed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { paragraph, run, wordFile } from '../../src/present/word.ts';
import { fixtureText } from '../present/fixture.ts';
import { gb18030 } from '../read/encode.ts';
import { post, sentTo, upload, type World, world } from './world.ts';

const intake = suite<World>('restricted matter comes in');
intake.before.each(async context => {
  Object.assign(context, await world());
});
intake.after.each(({ end }) => end());

const marked = `机密★1年\n${fixtureText}`;
const personal = `${fixtureText}\n联系人电话：13812345678`;

intake('a marked file and one with a number are held, the others of the same go are stored', async ({ app, store }) => {
  const other = fixtureText.replaceAll('云溪县', '青石县');
  const files = upload([
    ['密.txt', marked],
    ['号.txt', personal],
    ['青石县.txt', other],
  ]);
  const html = await sentTo(app, '/reports', post(files));
  for (const words of ['没有保存', '第1行：密级标志“机密★1年”', '手机号码“138****5678”', 'name="confirm"', '存入 1'])
    assert.match(html, words);
  assert.not.match(html, '13812345678');
  assert.not.match(html, '网办率');
  assert.is((await store.list()).length, 1);
});

intake('sent again with the box ticked it is stored; the number stays masked on every page', async ({ app, store }) => {
  const sent = await app.request('/reports', post(upload([['号.txt', personal]], { confirm: 'yes' })));
  assert.is(sent.status, 303);
  const [row] = await store.list();
  for (const page of ['', '/checklist', '/working-paper', '/report.html', '/report.md', '/letter']) {
    const html = await (await app.request(`/reports/${row?.id}${page}`)).text();
    assert.not.match(html, '13812345678', page);
    if (page !== '/letter') assert.match(html.replaceAll('\\', ''), '138****5678', page);
  }
});

intake('pasted text is asked for again; without storing it is only shown', async ({ app, store }) => {
  const form = (fields: Record<string, string>) => app.request('/reports', post(upload([], fields)));
  const held = await (await form({ text: marked })).text();
  assert.match(held, '<textarea name="text"');
  assert.not.match(held, 'type="file"');
  const shown = await (await form({ text: marked, store: 'no' })).text();
  assert.match(shown, '密级标志');
  assert.match(shown, '网办率');
  assert.is((await store.list()).length, 0);
});

intake('a marked text of another kind is held first, and confirmed with it', async ({ app, store }) => {
  const plan = '云溪县2025年工作要点\n机密★1年\n一、加强学习。';
  const first = await app.request('/reports', post(upload([['要点.txt', plan]])));
  assert.not.match(await first.text(), '加强学习');
  const second = await (await app.request('/reports', post(upload([['要点.txt', plan]], { confirm: 'yes' })))).text();
  assert.match(second, 'name="confirm" value="yes"');
  assert.is((await store.list()).length, 0);
});

intake.run();

/** Everything that stands in the files below a folder. */
function contents(folder: string): Buffer {
  const parts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .map(path => readFileSync(path));
  return Buffer.concat(parts);
}

interface Served {
  readonly process: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

/** The program itself, with folders of its own for data and for temporary files. */
function serve(data: string, temporary: string): Promise<Served> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const args = ['--import', 'tsx', 'src/main.ts', 'serve', '--port', '0', '--data', data, '--lang', 'en'];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, TMPDIR: temporary } });
  let output = '';
  return new Promise((done, fail) => {
    const heard = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /http:\/\/[\d.]+:\d+\//.exec(output)?.[0];
      if (url !== undefined) done({ process: child, url, output: () => output });
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('exit', () => fail(new Error(output)));
  });
}

const nothing = suite('nothing stays');
nothing('of a refused marked upload no byte is in data, in temporary files or in what the server says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fajian-'));
  const [data, temporary] = [join(folder, 'data'), mkdtempSync(join(folder, 'tmp-'))];
  const served = await serve(data, temporary);
  try {
    const needle = '云溪县甲乙丙丁事项';
    const text = marked.replace('政务服务事项', needle);
    const files = [
      ['密.txt', text],
      ['密2.txt', Uint8Array.from(gb18030(text))],
      ['密.html', `<!doctype html><meta charset="utf-8"><body><p>${text.replaceAll('\n', '</p><p>')}</p></body>`],
      [
        '密.docx',
        Uint8Array.from(
          wordFile(
            text
              .split('\n')
              .slice(1)
              .map(line => paragraph([run(line)], {}))
              .join(''),
            [paragraph([run('机密★1年')], {})],
          ),
        ),
      ],
    ] as const;
    const sent = post(upload(files), { Origin: served.url.slice(0, -1) });
    const answer = await fetch(`${served.url}reports`, sent);
    assert.is(answer.status, 200);
    let html = await answer.text();
    while (html.includes('id="arriving"')) html = await (await fetch(answer.url)).text();
    assert.is(html.split('密级标志').length - 1, 4, html);
    assert.match(html, '页眉页脚：密级标志');
    served.process.kill('SIGTERM');
    await new Promise(done => served.process.once('exit', done));
    const found = Buffer.concat([contents(data), contents(temporary), Buffer.from(served.output())]);
    for (const form of [needle, '甲乙丙丁'])
      for (const bytes of [Buffer.from(form), Buffer.from(form, 'utf16le'), Buffer.from(gb18030(form))])
        assert.is(found.indexOf(bytes), -1);
    assert.ok(contents(data).length > 0);
  } finally {
    served.process.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
nothing.run();
