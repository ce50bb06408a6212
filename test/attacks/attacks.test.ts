/** Every attack of the tables, carried out; what is seen must be what is expected. `bench/attacks.ts` prints the same as a table. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aliveIn, type Hostile, hostile, markupAttacks } from './content.ts';
import { fileAttacks } from './files.ts';
import { peopleAttacks } from './people.ts';
import { requestAttacks } from './requests.ts';
import { shortTimes, type Target, target } from './target.ts';

const requests = suite('attacks by request');
let at: Target;
requests.before(async () => {
  at = await target(null, { limits: shortTimes });
});
requests.after(() => at.end());
for (const { kind, attack, expected, see } of requestAttacks)
  requests(`${kind}: ${attack.slice(0, 100)}`, async () => assert.is(await see(at), expected));
requests.run();

const contents = suite('attacks by content');
let among: Hostile;
contents.before(async () => {
  among = await hostile();
});
contents.after(() => among.end());
for (const { kind, attack, expected, see } of [...markupAttacks, ...fileAttacks])
  contents(`${kind}: ${attack.slice(0, 100)}`, async () => assert.is(await see(among), expected));
contents('the scanner finds what it looks for', () => {
  for (const [html, found] of [
    ['<p onclick="a()">', 'onclick'],
    ['<p style="color:red">', 'style'],
    ['<style>p{}</style>', 'style'],
    ['<script>a()</script>', 'script, script with text'],
    ['<script src="https://evil.example/x.js"></script>', 'script'],
    ['<a href=" javascript:a()">', 'href  javascript:a()'],
    ['<x-evil>', 'x-evil'],
  ] as const)
    assert.is(aliveIn(html), found);
});
contents.run();

const people = suite('attacks on accounts and on the way to them');
for (const { kind, attack, expected, see } of peopleAttacks)
  people(`${kind}: ${attack.slice(0, 100)}`, async () => assert.is(await see(null), expected));
people.run();
