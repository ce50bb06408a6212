import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Assessment, Status } from '../../src/assess/types.ts';
import { impactOf } from '../../src/compare/impact.ts';
import { type RuleChanges, ruleChanges } from '../../src/compare/rule-changes.ts';
import { fixtureAssessment } from '../present/fixture.ts';
import { changed, smallRules } from '../store/small-rules.ts';

const whole = fixtureAssessment('zh');
const [some] = whole.findings;
if (some === undefined) throw new Error('the fixture has no finding');

const result = (statuses: Readonly<Record<string, Status>>, score: number | null): Assessment => ({
  ...whole,
  findings: Object.entries(statuses).map(([requirement, status]) => ({
    ...some,
    requirement,
    title: `要点${requirement}`,
    status,
  })),
  score: { ...whole.score, value: score },
});

test('gaps that appear and go, reports that change, and the mean', () => {
  const impact = impactOf([
    { key: '甲', before: result({ a: 'met', b: 'missing' }, 80), after: result({ a: 'missing', b: 'met' }, 70) },
    { key: '乙', before: result({ a: 'met' }, 90), after: result({ a: 'partial' }, 85.5) },
    { key: '丙', before: result({ a: 'missing' }, 60), after: result({ a: 'missing' }, 60) },
  ]);
  assert.is(impact.reports, 3);
  assert.equal(
    impact.changed.map(one => one.key),
    ['甲', '乙'],
  );
  assert.equal(impact.appearing, [{ requirement: 'a', title: '要点a', keys: ['甲', '乙'] }]);
  assert.equal(impact.going, [{ requirement: 'b', title: '要点b', keys: ['甲'] }]);
  assert.equal([impact.meanBefore, impact.meanAfter], [76.7, 71.8]);
});

test('a gap of a requirement that is asked no more is told apart from one that goes', () => {
  const impact = impactOf([
    { key: '甲', before: result({ a: 'missing', b: 'met' }, 60), after: result({ b: 'met' }, 70) },
    { key: '乙', before: result({ a: 'partial' }, 60), after: result({ a: 'not-applicable' }, 70) },
  ]);
  assert.equal([impact.appearing, impact.going], [[], []]);
  assert.equal(impact.unasked, [{ requirement: 'a', title: '要点a', keys: ['甲', '乙'] }]);
});

test('from partial to missing is a change, but no new gap', () => {
  const impact = impactOf([{ key: '甲', before: result({ a: 'partial' }, 80), after: result({ a: 'missing' }, 70) }]);
  assert.is(impact.changed.length, 1);
  assert.equal([impact.appearing, impact.going], [[], []]);
});

test('a requirement that is new, switched off or suspended changes the report', () => {
  const impact = impactOf([{ key: '甲', before: result({ a: 'missing' }, 80), after: result({ b: 'missing' }, 80) }]);
  assert.equal(
    impact.changed[0]?.findings.map(({ requirement, before, after }) => [requirement, before, after]),
    [
      ['a', 'missing', null],
      ['b', null, 'missing'],
    ],
  );
});

test('only the score: still a change; a report without score is left out of the mean', () => {
  const impact = impactOf([
    { key: '甲', before: result({ a: 'met' }, 80), after: result({ a: 'met' }, 81) },
    { key: '乙', before: result({}, null), after: result({}, null) },
  ]);
  assert.equal([impact.changed.length, impact.meanBefore, impact.meanAfter], [1, 80, 81]);
});

const none: RuleChanges = { added: [], removed: [], changed: [], elsewhere: false, none: true };
const rate = { id: 'lit.appearance', title: { zh: '出庭应诉率', en: 'Appearance rate' } };
const cases = { id: 'lit.cases', title: { zh: '应诉案件数', en: 'Cases' } };
const edits: readonly [string, string, Partial<RuleChanges>][] = [
  ['a comment and blanks', changed({ '// 供测试用': '// 另一句说明' }), {}],
  ['points', changed({ '"points": 5': '"points": 4' }), { changed: [rate], none: false }],
  [
    'another id',
    changed({ '"lit.cases"': '"lit.all"' }),
    { added: [{ ...cases, id: 'lit.all' }], removed: [cases], none: false },
  ],
  ['terms', changed({ '"诉讼": []': '"诉讼": ["官司"]' }), { elsewhere: true, none: false }],
];
for (const [name, text, expected] of edits) {
  test(`counted in requirements: ${name}`, () => {
    assert.equal(ruleChanges(smallRules, text), { ...none, ...expected });
  });
}

test.run();
