import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isGap, standCounts, toldStatus, waits } from '../../src/assess/stand.ts';
import type { Certainty, Status } from '../../src/assess/types.ts';

const stand = suite('gaps, and what waits for a person');

const rows: readonly (readonly [Status, Certainty, lapsed: boolean, told: Status])[] = [
  ['met', 'sure', false, 'met'],
  ['met', 'likely', false, 'met'],
  ['met', 'unsure', false, 'review'],
  ['partial', 'sure', false, 'partial'],
  ['partial', 'unsure', false, 'review'],
  ['missing', 'likely', false, 'missing'],
  ['missing', 'unsure', false, 'review'],
  ['missing', 'sure', true, 'review'],
  ['review', 'sure', false, 'review'],
  ['not-applicable', 'unsure', false, 'not-applicable'],
  ['not-applicable', 'sure', true, 'review'],
];
for (const [status, certainty, lapsed, told] of rows) {
  stand(`${status}, ${certainty}${lapsed ? ', a decision lapsed' : ''}: told as ${told}`, () => {
    const finding = { requirement: 'a', status, certainty };
    const fallen = new Set(lapsed ? ['a'] : ['b']);
    assert.is(toldStatus(finding, fallen), told);
    assert.is(waits(finding, fallen), told === 'review');
    assert.is(isGap(finding, fallen), told === 'partial' || told === 'missing');
  });
}

stand('gaps, what waits and what is decided count each finding that applies once', () => {
  const findings = rows.map(([status, certainty], i) => ({ requirement: String(i), status, certainty }));
  assert.equal(standCounts(findings), { gaps: 3, toReview: 4, decided: 5 });
  assert.equal(standCounts(findings, new Set(['7'])), { gaps: 2, toReview: 5, decided: 4 });
});
stand.run();
