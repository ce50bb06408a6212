/** A rule file read without the places of its values: the same as with them, and left to that reading where there is anything to tell. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadRuleSet } from '../../src/rules/load.ts';
import { plainJson } from '../../src/rules/plain.ts';

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

type Row = [what: string, text: string, plain: boolean];
const rows: Row[] = [
  ['plain', '{ "a": 1, "b": [ { "a": "c" } ] }', true],
  ['no value at all', '', false],
  ['no object', '3', false],
  ['a comment', '{ "a": 1 } // so', false],
  ['a comma too many', '{ "a": 1, }', false],
  ['a key twice', '{ "a": 1, "a": 2 }', false],
  ['a key twice further down', '{ "a": { "b": [ { "c": 1, "c": 1 } ] } }', false],
  ['a key twice, once written otherwise', '{ "a": 1, "\\u0061": 2 }', false],
  ['the same key in two places', '{ "a": { "a": 1 } }', true],
  ['a colon in a text', '{ "a": "b: c", "d": "\\"e\\": f" }', true],
  ['a text that ends with a backslash', '{ "a": "b\\\\", "c": ":" }', true],
  ['a quote in a key', '{ "a\\": ": 1 }', true],
  ['a blank before the colon', '{ "a" : 1,\n"b"\n:\t2 }', true],
  ['an unreadable character', '{ "a": "\uFFFD" }', false],
  ['sixty deep', deep(60), true],
  ['deeper', deep(61), false],
];

const plain = suite('rule files without places');
for (const [what, text, expected] of rows) {
  plain(what, () => {
    assert.equal(plainJson(text), expected ? JSON.parse(text) : null);
  });
}

const folder = new URL('../../rules/', import.meta.url);
for (const name of readdirSync(folder).filter(file => /(?<!schema)\.json$/.test(file))) {
  plain(`${name} is the same with a comment`, () => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    assert.ok(plainJson(text) !== null, 'it is plain');
    const [one, other] = [text, `// checked by hand\n${text}`].map(one => loadRuleSet(one, name));
    const without = (loaded: typeof one) =>
      JSON.stringify({
        ...loaded,
        ruleSet: { ...loaded?.ruleSet, sha256: '', phraseIds: [...(loaded?.ruleSet?.phraseIds ?? [])] },
      });
    assert.ok(without(one) === without(other));
  });
  plain(`${name} with a mistake tells its place`, () => {
    const text = readFileSync(new URL(name, folder), 'utf8').replace(/"points": \d+/, '"points": "many"');
    const { ruleSet, errors } = loadRuleSet(text, name);
    assert.is(ruleSet, null);
    const line = text.slice(0, text.indexOf('"many"')).split('\n').length;
    assert.equal(
      errors.map(error => error.line),
      [line],
    );
  });
}
plain.run();
