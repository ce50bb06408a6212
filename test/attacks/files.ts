/** Attacks by text that would become a formula, a header, a way out of a folder, a property of every object, or a line of the log. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { changed } from '../store/small-rules.ts';
import { Browser } from '../web/office.ts';
import { post, upload } from '../web/world.ts';
import { aliveIn, form, get, type Hostile, mark } from './content.ts';
import { type Attack, rows } from './target.ts';

/** A part of a Word file is XML, and the markup in it is text. */
function wordText(bytes: Uint8Array): string {
  const part = unzipSync(bytes)['word/document.xml'];
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', piece => {
    text += piece;
  });
  parser.on('error', error => {
    throw error;
  });
  parser.write(new TextDecoder().decode(part)).close();
  return text;
}

const files = rows<Hostile>('markup and formulas in files', [
  {
    attack: 'the result as one HTML file',
    expected: 'its own style sheet, nothing else alive',
    see: async at =>
      aliveIn(await (await get(at, `/reports/${at.id}/report.html`)).text()) === 'style'
        ? 'its own style sheet, nothing else alive'
        : 'alive',
  },
  {
    attack: 'the letter as Word: markup, control characters, ]]>',
    expected: 'XML whole, markup is text',
    see: async at => {
      const answer = await get(at, `/reports/${at.id}/letter.docx`);
      return wordText(new Uint8Array(await answer.arrayBuffer())).includes(`<${mark}`)
        ? 'XML whole, markup is text'
        : 'no markup found';
    },
  },
  {
    attack: 'the overview as CSV, with units named =HYPERLINK(…), +1, @SUM, -1',
    expected: 'no cell begins as a formula',
    see: async at => {
      for (const name of ['=HYPERLINK("http://evil.example")', '+1', '@SUM(1)', '-1+1', '\t=1'])
        await at.rules.store.organs.add({
          name: `${name}局`,
          aliases: [],
          level: 'department',
          powers: [],
          contact: name,
          due: {},
        });
      const csv = await (await get(at, '/overview/overview.csv?year=2024')).text();
      const cells = csv.split(/[\r\n]+/).flatMap(row => row.split(','));
      const bad = cells.filter(cell => /^"?[=+@\t]|^"?-\d+\+/.test(cell));
      return csv.includes('HYPERLINK') && bad.length === 0
        ? 'no cell begins as a formula'
        : `${bad.join(' ') || 'the names are not there'}`;
    },
  },
  {
    attack: 'a file name with a line end and a header in it',
    expected: 'one header, nothing added',
    see: async at => {
      const name = 'a"\r\nSet-Cookie: evil=1\r\n\r\n<b>.txt';
      await at.plain.app.request('/reports', post(upload([[name, '云溪县\r\nX: y局2024年度报告']], { store: 'all' })));
      const [row] = await at.plain.store.list();
      const answer = await at.plain.app.request(`/reports/${row?.id}/report.html`);
      const disposition = answer.headers.get('Content-Disposition') ?? '';
      return answer.status === 200 && !answer.headers.has('Set-Cookie') && /^[\x20-\x7e]+$/.test(disposition)
        ? 'one header, nothing added'
        : `${answer.status} ${disposition}`;
    },
  },
  {
    attack: 'names of units that lead out of an archive of letters',
    expected: 'names without a way',
    see: async at => {
      const packed = unzipSync(
        new Uint8Array(await (await get(at, '/letters/letters.zip?year=all&which=all')).arrayBuffer()),
      );
      const entries = Object.keys(packed);
      return entries.length > 0 && entries.every(name => !/[/\\]|^\.+$/.test(name))
        ? 'names without a way'
        : `${entries.length}: ${entries.join(' ')}`;
    },
  },
  {
    attack: 'the assessment as JSON opened in a browser',
    expected: 'application/json, nosniff',
    see: async at => {
      const { headers } = await get(at, `/reports/${at.id}/assessment.json`);
      return `${headers.get('Content-Type')?.split(';')[0]}, ${headers.get('X-Content-Type-Options')}`;
    },
  },
]);

const polluted = (): string => (Object.keys(Object.prototype).length > 0 || 'evil' in {} ? 'polluted' : 'clean');
const dangerous = [
  '__proto__',
  'constructor',
  'prototype',
  '__proto__.evil',
  '__proto__[evil]',
  'constructor.prototype.evil',
];
const properties = rows<Hostile>('properties of everything', [
  {
    attack: 'fields named __proto__, constructor.prototype.evil and the like, in every form',
    expected: 'clean, no 5xx',
    see: async at => {
      const fields = Object.fromEntries(dangerous.map(name => [name, 'evil']));
      const body = new URLSearchParams(Object.entries(fields));
      const paths = [
        '/settings',
        '/units',
        '/seasons',
        '/place',
        '/samples',
        '/reports',
        '/letters',
        '/reports/recheck',
        ...['correct', 'rules', 'progress', 'letter', 'review/lit.appearance'].map(way => `/reports/${at.id}/${way}`),
        ...['edit', 'try', 'correct'].map(way => `/rules/small/${way}`),
      ];
      const bad: string[] = [];
      for (const path of paths) {
        const { status } = await at.rules.app.request(path, post(body));
        if (status >= 500) bad.push(`${path} ${status}`);
      }
      return bad.length > 0 ? bad.join(' ') : `${polluted()}, no 5xx`;
    },
  },
  {
    attack: 'a rule file with __proto__ and constructor at every depth',
    expected: 'clean, told as mistakes',
    see: async at => {
      const evil = '"__proto__": { "evil": 1 }, "constructor": { "prototype": { "evil": 1 } }, ';
      const text = changed({
        '"id": "small"': `${evil}"id": "small"`,
        '"terms": {': `"terms": { ${evil}`,
        '"sources": {': `"sources": { ${evil}`,
        '"of": ["出庭应诉率"]': `${evil}"of": ["出庭应诉率"]`,
      });
      const answer = await at.rules.app.request('/rules/small/edit', form({ here: text, base: 'x', do: 'check' }));
      const html = await answer.text();
      return `${polluted()}, ${answer.status === 200 && html.includes('__proto__') && /class="problem|mistake/.test(html) ? 'told as mistakes' : `answered ${answer.status}`}`;
    },
  },
]);

const secret = '绝密词句 hunter2-secret';
const logs = rows<Hostile>('what a log tells', [
  {
    attack: 'a fault while a report with a secret is checked; a sign-in with a password; a review with a note',
    expected: 'number and stack, no word of them',
    see: async ({ plain, office }) => {
      await plain.app.request('/reports', post(upload([[`${secret}.txt`, `引擎出错 ${secret}`]])));
      await new Browser(office).send('/sign-in', { name: secret, password: secret });
      const lines = [...plain.log, ...office.log];
      const log = lines.join('\n');
      const fault = lines
        .map(line => JSON.parse(line) as { event: string; stack?: string[] })
        .find(({ event }) => event === 'fault');
      if (/hunter2|绝密|[^\x20-\x7e\n…]/.test(log)) return 'told';
      return (fault?.stack?.length ?? 0) > 2 ? 'number and stack, no word of them' : 'no stack';
    },
  },
]);

export const fileAttacks: readonly Attack<Hostile>[] = [...files, ...properties, ...logs];
