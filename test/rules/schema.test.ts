/** The schema that editors use: as generated, every key explained in both languages, its own examples right, and in step with the loader. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'jsonc-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { editorSchema } from '../../src/rules/editor-schema.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
type Schema = Record<string, unknown>;
const schema = editorSchema() as Schema;
const ajv = new Ajv({ allErrors: true, strict: false });
const validate = ajv.compile(schema);
const mistakes = (value: unknown): string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);

/** Every schema below a node, with its path; values of `examples` and `default` are no schemas. */
function* schemasBelow(node: unknown, path: string): Generator<[path: string, schema: Schema]> {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) yield [path, node as Schema];
  for (const [key, inner] of Object.entries(node)) {
    if (!Array.isArray(inner) || ['anyOf', 'allOf'].includes(key)) yield* schemasBelow(inner, `${path}/${key}`);
  }
}
const all = [...schemasBelow(schema, '')];

const editors = suite('schema for editors');

editors('the committed file is the generated one', () => {
  assert.ok(
    read('rules/ruleset.schema.json') === `${JSON.stringify(schema, null, 2)}\n`,
    'run npm run schema and commit the result',
  );
});

editors('every key is described in Chinese and in English', () => {
  const defs = schema.$defs as Record<string, Schema>;
  let keys = 0;
  for (const [path, { properties }] of all) {
    if (properties === undefined || /\/(if|properties)$/.test(path)) continue;
    for (const [key, written] of Object.entries(properties as Record<string, Schema>)) {
      const name = String(written.$ref ?? '').replace('#/$defs/', '');
      const { description, type } = name === '' ? written : (defs[name] ?? {});
      // The parts that differ between whole and extending files are described above them.
      if (/^\/(then|else)$/.test(path)) continue;
      keys += 1;
      assert.match(String(description), /\p{Script=Han}.* \/ .*[a-z]|^statement /u, `${path} ${key} ${type}`);
    }
  }
  assert.ok(keys > 60, `${keys} keys`);
});

editors('each level, zone, power and kind of requirement is explained for itself', () => {
  const explained = new Map<string, string>();
  for (const [path, one] of all) {
    if (one.enumDescriptions === undefined) continue;
    const [values, words] = [one.enum as string[], one.enumDescriptions as string[]];
    assert.is(words.length, values.length, path);
    for (const [index, value] of values.entries()) explained.set(value, words[index] ?? '');
  }
  for (const value of ['county', 'township', 'work', 'tail', 'enforcement', 'quantity', 'manual', 'rectification'])
    assert.match(explained.get(value) ?? '', /^\p{Script=Han}.* \/ [a-z]/u, value);
});

editors('its own examples and defaults are right', () => {
  let run = 0;
  for (const [path, one] of all) {
    const values = [...(Array.isArray(one.examples) ? one.examples : []), ...('default' in one ? [one.default] : [])];
    if (values.length === 0 || path.endsWith('/properties')) continue;
    const check = ajv.compile({ ...one, $defs: schema.$defs });
    for (const value of values) {
      run += 1;
      assert.ok(check(value), `${path}: ${JSON.stringify(value)} ${ajv.errorsText(check.errors)}`);
    }
  }
  assert.ok(run > 40, `${run} examples`);
});

const files = [
  ...readdirSync(new URL('rules/', root))
    .filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map(name => `rules/${name}`),
  'rules/examples/local-county.json',
  'rules/examples/enforcement-report.json',
];
for (const path of files) {
  editors(`${path} is right by it`, () => {
    assert.equal(mistakes(parse(read(path), [], { allowTrailingComma: true })), []);
  });
}

const shipped = (): Schema => JSON.parse(read('rules/fazhi-annual-report.json')) as Schema;
type Group = { requirements: Schema[] };
const wrong: [name: string, change: (file: Schema, first: Schema) => void, said: RegExp][] = [
  ['points in quotes', (_, first) => Object.assign(first, { points: '5' }), /points must be number/],
  ['a key of another kind', (_, first) => Object.assign(first, { of: ['x'] }), /additional properties/],
  ['an unknown kind', (_, first) => Object.assign(first, { kind: 'statment' }), /kind must be equal to one of/],
  ['a missing key', (_, first) => Reflect.deleteProperty(first, 'met'), /must have required property 'met'/],
  ['no groups', file => Reflect.deleteProperty(file, 'groups'), /must have required property 'groups'/],
  ['an unknown key of the file', file => Object.assign(file, { group: [] }), /additional properties/],
];
for (const [name, change, said] of wrong) {
  editors(`${name} is wrong by it`, () => {
    const file = shipped();
    const [group] = file.groups as Group[];
    change(file, group?.requirements[0] ?? {});
    assert.match(mistakes(file).join('\n'), said);
  });
}

editors('a file that builds on another may leave out what it takes over, and no more', () => {
  const local = { id: 'local', version: '1', title: '本地', extends: './other.json' };
  assert.equal(mistakes(local), []);
  assert.equal(mistakes({ ...local, groups: [{ id: 'a', requirements: [{ id: 'b', points: 3 }] }] }), []);
  assert.is.not(mistakes({ ...local, groups: [{ id: 'a', requirements: [{ id: 'b', point: 3 }] }] }).length, 0);
  assert.is.not(mistakes({ extends: './other.json' }).length, 0);
});
editors.run();
