import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding, Status } from '../../src/assess/types.ts';
import { compareAssessments } from '../../src/compare/assessments.ts';
import { fixtureAssessment } from '../present/fixture.ts';

const base = fixtureAssessment();
const [sample] = base.findings;

/** A result with one finding of this status; none for null. */
function result(status: Status | null, parts: Partial<Finding> = {}) {
  if (sample === undefined || status === null) return { ...base, findings: [] };
  const earned = status === 'met' ? 5 : status === 'partial' ? 2.5 : 0;
  const points = status === 'not-applicable' || status === 'review' ? 0 : 5;
  return { ...base, findings: [{ ...sample, requirement: 'a', status, points, earned, ...parts }] };
}

const comparing = suite('two results side by side');
const rows: readonly (readonly [
  Status | null,
  Status | null,
  'added' | 'mended' | 'remaining' | 'open' | '',
  number | null,
])[] = [
  ['met', 'missing', 'added', -5],
  ['met', 'partial', 'added', -2.5],
  ['missing', 'met', 'mended', 5],
  ['partial', 'not-applicable', 'mended', 2.5],
  ['missing', 'partial', 'remaining', 2.5],
  ['partial', 'partial', 'remaining', null],
  ['review', 'missing', 'open', -5],
  ['met', 'review', 'open', null],
  ['met', 'met', '', null],
  [null, 'missing', 'added', -5],
  ['missing', null, 'mended', 5],
];
for (const [before, after, group, change] of rows) {
  comparing(`${before ?? 'not asked'} and then ${after ?? 'not asked'}: ${group || 'nothing to tell'}`, () => {
    const compared = compareAssessments(result(before), result(after));
    const found = (['added', 'mended', 'remaining', 'open'] as const).filter(each => compared[each].length > 0);
    assert.equal(found, group === '' ? [] : [group]);
    assert.equal(
      compared.points.map(each => each.change),
      change === null ? [] : [change],
    );
  });
}

comparing('figures of either side are told', () => {
  const figure = (value: number | null) => result('met', { value });
  assert.is(compareAssessments(figure(90), figure(null)).figures.length, 1);
  assert.is(compareAssessments(figure(null), figure(0)).figures.length, 1);
  assert.is(compareAssessments(figure(null), figure(null)).figures.length, 0);
});
comparing.run();
