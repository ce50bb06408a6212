import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type RulingEntry, settled, standing, withRulings } from '../../src/assess/rulings.ts';
import type { Assessment, Finding, Status } from '../../src/assess/types.ts';
import { fixtureAssessment } from '../present/fixture.ts';

const entry = (parts: Partial<RulingEntry> = {}): RulingEntry => ({
  draft: 1,
  requirement: 'lit.appearance',
  decision: 'agree',
  status: 'met',
  machine: 'met',
  quotes: ['出庭应诉率90%'],
  reason: null,
  note: '',
  by: '甲',
  at: '2025-02-01T00:00:00.000Z',
  ...parts,
});

const result = fixtureAssessment();
const withFinding = (requirement: string, change: Partial<Finding>): Assessment => ({
  ...result,
  findings: result.findings.map(f => (f.requirement === requirement ? { ...f, ...change } : f)),
});

const holding = suite('decisions that hold');
holding('the last entry of a requirement holds, unless it takes the decision back', () => {
  const change = entry({ decision: 'change', status: 'partial' });
  assert.equal(standing([entry(), change], 1), [change]);
  assert.equal(standing([entry(), entry({ decision: 'withdraw' })], 1), []);
  assert.equal(standing([entry(), entry({ decision: 'lapse', by: '' })], 1), []);
  assert.equal(standing([entry({ draft: 2 })], 1), []);
});

const at = '2025-02-02T00:00:00.000Z';
const quote = { quote: '出庭应诉率91%', start: 0, end: 8, line: 1 };
const cases: readonly (readonly [string, RulingEntry, number, Assessment, readonly string[]])[] = [
  ['checked again, nothing changed: nothing to write', entry(), 1, result, []],
  ['checked again, another quote', entry(), 1, withFinding('lit.appearance', { evidence: [quote] }), ['lapse']],
  [
    'checked again, another machine result',
    entry(),
    1,
    withFinding('lit.appearance', { status: 'partial' }),
    ['lapse'],
  ],
  ['the requirement is gone', entry({ requirement: 'gone' }), 1, result, ['lapse']],
  ['the next draft says the same', entry(), 2, result, ['agree']],
  ['the next draft says something else', entry(), 2, withFinding('lit.appearance', { evidence: [quote] }), ['lapse']],
  [
    'the next draft, and nothing was quoted',
    entry({ requirement: 'doc.filing', machine: 'missing', status: 'met', decision: 'change', quotes: [] }),
    2,
    result,
    ['lapse'],
  ],
];
for (const [name, given, draft, assessment, decisions] of cases) {
  holding(name, () => {
    const added = settled([given], 1, draft, assessment, at);
    assert.equal(
      added.map(each => each.decision),
      decisions,
    );
    for (const each of added) assert.is(each.draft, draft);
    if (decisions[0] === 'agree') assert.is(added[0]?.at, given.at, 'it was decided then, not now');
  });
}
holding.run();

const applied = suite('a result under decisions');
applied('no decision, no change', () => assert.is(withRulings(result, [], null), result));

applied('what a person decided is sure, whatever the machine doubted', () => {
  const doubted = withFinding('lit.appearance', { certainty: 'unsure', doubt: '两种理解都可能' });
  const decided = withRulings(doubted, [entry()], null).findings.find(f => f.requirement === 'lit.appearance');
  assert.equal([decided?.certainty, decided?.doubt], ['sure', '']);
});

const statuses: readonly (readonly [string, Status, number, number])[] = [
  ['doc.filing', 'met', 5, 5],
  ['doc.filing', 'partial', 5, 2.5],
  ['doc.filing', 'not-applicable', 0, 0],
  ['lit.appearance', 'missing', 5, 0],
];
for (const [requirement, status, points, earned] of statuses) {
  applied(`${requirement} decided ${status}`, () => {
    const machine = result.findings.find(f => f.requirement === requirement)?.status ?? 'review';
    const decision = entry({ requirement, decision: 'change', status, machine, reason: 'misread', note: '见附件' });
    const under = withRulings(result, [decision], null);
    const finding = under.findings.find(f => f.requirement === requirement);
    assert.equal([finding?.status, finding?.points, finding?.earned], [status, points, earned]);
    assert.equal([finding?.ruling?.machine, finding?.ruling?.reason], [machine, '机器理解有误']);
    assert.match(finding?.reason ?? '', '机器理解有误；见附件');
    assert.is(under.score.beforeRulings, result.score.value);
    const lost = under.score.ledger.reduce((sum, line) => sum + line.lost, 0);
    assert.ok(Math.abs(under.score.applicable - under.score.earned - lost) < 1e-6, 'the ledger does not add up');
  });
}

applied('what a person decided is to be reviewed no more and counts', () => {
  const decision = entry({
    requirement: 'fr.duties',
    decision: 'change',
    status: 'met',
    machine: 'review',
    quotes: [],
  });
  const under = withRulings(result, [decision], null);
  const finding = under.findings.find(f => f.requirement === 'fr.duties');
  assert.equal([finding?.certainty, finding?.points, under.score.toReview], ['sure', 5, 0]);
  assert.is(under.mandatory.met, 2);
});

applied('agreeing changes nothing but that it was seen', () => {
  const under = withRulings(result, [entry()], null);
  const finding = under.findings.find(f => f.requirement === 'lit.appearance');
  assert.equal([finding?.status, finding?.earned, finding?.ruling?.decision], ['met', 5, 'agree']);
});
applied.run();
