/** Rule files that would hang the program or take its memory: refused, with a place and a sentence. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadRuleSet } from '../../src/rules/load.ts';
import { whole } from './broken-files.ts';

const withPhrase = (phrase: string, terms = ''): string =>
  whole.replace('"出庭应诉率"', () => JSON.stringify(phrase)).replace('"terms": {', () => `"terms": { ${terms}`);
const many = (count: number, text: (n: number) => string, between: string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(between);
const list = (name: string, members: string): string => `"${name}": [${members}],`;

const rows: [name: string, text: string, zh: RegExp][] = [
  [
    '10 MB of phrases',
    withPhrase('x').replace('"any": [', () => `"any": [ ${many(500_000, n => `"出庭应诉率${n}"`, ',')},`),
    /超过上限/,
  ],
  ['a hundred thousand brackets', `${'['.repeat(100_000)}`, /套了 60 层以上/],
  ['a hundred thousand objects', '{"a":'.repeat(100_000), /套了 60 层以上/],
  ['brackets of a phrase', withPhrase(`出庭${'('.repeat(500)}率${'|比)'.repeat(500)}`), /嵌套超过8层/],
  ['five thousand alternatives', withPhrase(`出庭(${many(5000, n => `率${n}`, '|')})`), /展开后太长/],
  [
    'term lists that multiply',
    withPhrase(
      '{甲}{甲}出庭',
      list(
        '丙',
        many(60, n => `"丙${n}"`, ','),
      ) +
        list(
          '乙',
          many(60, n => `"{丙}${n}"`, ','),
        ) +
        list(
          '甲',
          many(60, n => `"{乙}${n}"`, ','),
        ),
    ),
    /展开后太长/,
  ],
  [
    'many phrases of long lists',
    whole
      .replace(
        '"terms": {',
        () =>
          `"terms": { ${list(
            '丙',
            many(900, n => `"丙${n}"`, ','),
          )}`,
      )
      .replace('"any": ["出庭应诉率"]', () => `"any": [${many(900, n => `"{丙}出庭${n}"`, ',')}]`),
    /代入后共有/,
  ],
  ['a gap longer than any', withPhrase('出庭…99…率'), /间隔最多60字/],
];

const limits = suite('limits of a rule file');
for (const [name, text, zh] of rows) {
  limits(name, () => {
    const { ruleSet, errors } = loadRuleSet(text, 'rules.json');
    assert.ok(ruleSet === null);
    assert.match(errors[0]?.text.zh ?? '', zh);
    assert.ok((errors[0]?.line ?? 0) > 0 && errors[0]?.text.en !== '');
    assert.ok(errors.length < 50, `${errors.length} errors`);
  });
}
limits.run();
