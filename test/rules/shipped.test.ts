/** What the shipped rule sets promise: their requirements in both languages, examples that can fail, no place names. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { manualView } from '../../src/present/manual.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const test = suite('the shipped rule sets');

for (const [path, count] of [
  ['rules/fazhi-annual-report.json', 50],
  ['rules/gov-info-disclosure-report.json', 10],
] as const) {
  const source = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const { ruleSet, errors } = loadRuleSet(source, path);

  test(`${path}: loads without a mistake`, () => {
    assert.equal(
      errors.filter(error => error.severity === 'error').map(error => error.text.en),
      [],
    );
    assert.is(ruleSet?.requirements.length, count);
  });

  test(`${path}: told in words, no wording stands twice`, () => {
    assert.ok(ruleSet);
    for (const { items } of manualView(ruleSet, [], 'zh').groups)
      for (const { id, details } of items)
        for (const { label, phrases } of details) assert.is(new Set(phrases).size, phrases.length, `${id} ${label}`);
  });

  for (const rule of ruleSet?.requirements ?? []) {
    test(`${rule.id}: both languages`, () => {
      for (const [key, text] of Object.entries({ title: rule.title, met: rule.met, gap: rule.gap, fix: rule.fix })) {
        if (text === undefined) {
          assert.is(rule.points, 0, `${key} is left out of a requirement that costs points`);
          continue;
        }
        assert.type(text, 'object', `${key} is in Chinese alone`);
        const { zh, en } = text as { zh: string; en?: string };
        assert.match(zh, /[\u4e00-\u9fff]/, key);
        assert.ok(en !== undefined && /[a-z]/.test(en), `${key} lacks English`);
      }
    });

    test(`${rule.id}: six examples, three that must not count`, () => {
      const all = Object.entries(rule.examples ?? {}).flatMap(([status, list]) => list.map(() => status));
      assert.ok(all.length >= 6, `${all.length} examples`);
      assert.ok(all.filter(status => status !== 'met').length >= 3, 'too few that must not count');
    });

    test(`${rule.id}: a basis whose sources are known, an article only where it was seen`, () => {
      assert.ok((rule.basis ?? []).length > 0, 'no basis');
      for (const { source: key, article } of rule.basis ?? []) {
        const known = ruleSet?.sources[key];
        assert.ok(known, key);
        if (article !== undefined)
          assert.ok(['verified', 'quoted'].includes(known?.certainty ?? ''), `${key} ${article}`);
      }
    });
  }

  test(`${path}: points add up to a hundred`, () => {
    assert.is(
      ruleSet?.requirements.reduce((sum, rule) => sum + rule.points, 0),
      100,
    );
  });

  test(`${path}: names no place`, () => {
    const rules = source.replace(/"examples": \{[\s\S]*?\n {10}\}/g, '');
    const places = [
      '息县',
      '鹤壁',
      '武冈',
      '台儿庄',
      '新建区',
      '邵阳',
      '信阳',
      '枣庄',
      '南昌',
      '河南',
      '湖南',
      '山东',
      '江西',
    ];
    assert.equal(
      places.filter(place => rules.includes(place)),
      [],
    );
  });
}

test.run();
