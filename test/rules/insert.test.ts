import { parse } from 'jsonc-parser';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addMember, hasPath, pathOfRequirement } from '../../src/rules/insert.ts';

const test = suite('writing one member into a rule file');

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  ['an empty list', '{ "not": [] }', '{ "not": ["新"] }'],
  ['a list on one line', '{ "not": ["甲", "乙"] }', '{ "not": ["甲", "乙", "新"] }'],
  ['one with a comma too many', '{ "not": ["甲",] }', '{ "not": ["甲", "新",] }'],
  [
    'one member a line',
    '{\n  "not": [\n    "甲",\n    "乙"\n  ]\n}',
    '{\n  "not": [\n    "甲",\n    "乙",\n    "新"\n  ]\n}',
  ],
  [
    'a comma and a remark behind the last',
    '{\n  "not": [\n    "甲", // 说明\n  ]\n}',
    '{\n  "not": [\n    "甲", // 说明\n    "新",\n  ]\n}',
  ],
  [
    'a remark and no comma behind the last',
    '{\n  "not": [\n    "甲", /* 一 */\n    "乙" // 二\n  ]\n}',
    '{\n  "not": [\n    "甲", /* 一 */\n    "乙", // 二\n    "新"\n  ]\n}',
  ],
  [
    'a list that is not there, behind the key before it',
    '{\n  "of": ["甲"], // 一\n  "unit": ["件"]\n}',
    '{\n  "of": ["甲"], // 一\n  "not": ["新"],\n  "unit": ["件"]\n}',
  ],
  ['at the end of the object', '{\n  "id": "x"\n}', '{\n  "id": "x",\n  "not": ["新"]\n}'],
  ['an object on one line', '{ "of": ["甲"], "unit": ["件"] }', '{ "of": ["甲"], "not": ["新"], "unit": ["件"] }'],
  ['an empty object', '{}', '{ "not": ["新"] }'],
];

for (const [name, before, after] of rows) {
  test(name, () => {
    const text = addMember(before, ['not'], '新', ['of']);
    assert.is(text, after);
    const { not } = parse(text, [], { allowTrailingComma: true }) as { not: string[] };
    assert.is(not.at(-1), '新');
  });
}

test('an object as member is written in a line', () => {
  assert.is(
    addMember('{ "or": [] }', ['or'], { any: ['甲'], with: ['count'] }),
    '{ "or": [{ "any": ["甲"], "with": ["count"] }] }',
  );
});

test('a requirement is found in the file itself, not in the one it builds on', () => {
  const text = '{ "groups": [{ "id": "a", "requirements": [] }, { "id": "b", "requirements": [{ "id": "b.x" }] }] }';
  assert.equal(pathOfRequirement(text, 'b.x'), ['groups', 1, 'requirements', 0]);
  assert.is(pathOfRequirement(text, 'b.y'), null);
  assert.ok(hasPath(text, ['groups', 1, 'id']));
  assert.not.ok(hasPath(text, ['groups', 2]));
});

test('without the object there is no place for the list', () => {
  assert.throws(() => addMember('{ "a": 1 }', ['b', 'not'], '新'), RangeError);
});

test.run();
