/** Verdicts that need no truth: rewritten reports keep theirs, robbed ones lose theirs, mended ones gain them. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { forms } from './forms.ts';
import { assessWith, changedVerdicts, changeKinds, type NamedText, type Outcome, sameVerdicts } from './judge.ts';
import { transformations } from './transformations.ts';

const root = new URL('../../', import.meta.url);
const path = 'rules/fazhi-annual-report.json';
const { ruleSet } = loadRuleSet(readFileSync(new URL(path, root), 'utf8'), path);
if (ruleSet === null) throw new Error('the shipped rule set does not load');
const assessIt = assessWith(ruleSet);

const read = (file: string): NamedText => ({
  name: file,
  text: readSource(readFileSync(new URL(file, root)), file).text,
});
const reports = [
  'seeds/000_c38f571da7566cdf.txt',
  'seeds/002_eda54e800f8d49ad.txt',
  'seeds/004_45b352535d3cba1d.txt',
  'test/reports/dept-market.txt',
  'test/reports/township-short.txt',
].map(read);

/** Verdicts in a thousand that may move: a rewriting can change what a careful reader would see, too. */
const allowance = 3;

function hold(outcomes: readonly Outcome[]): void {
  const compared = outcomes.reduce((sum, one) => sum + one.compared, 0);
  const broken = outcomes.flatMap(one => one.broken);
  assert.ok(broken.length <= Math.ceil((compared * allowance) / 1000), broken.join('\n'));
}

const same = suite('the same report written otherwise');
for (const change of transformations) {
  same(change.name, () => {
    hold(reports.map(report => sameVerdicts(report, change, assessIt)));
  });
}
/** Some things stand in no other report. */
const health = read('test/reports/dept-health.txt');

/** Of the many forms each is tried on so many reports; `bench/metamorphic.ts` tries them on all. */
const tried = 2;
for (const [nth, form] of forms.entries()) {
  same(form.name, () => {
    const fitting = [...reports.slice(nth % reports.length), ...reports.slice(0, nth % reports.length), health]
      .filter(({ text }) => form.apply(text) !== text)
      .slice(0, tried);
    assert.ok(fitting.length > 0, `${form.name} changes nothing`);
    hold(fitting.map(report => sameVerdicts(report, form, assessIt)));
  });
}
same('something was rewritten', () => {
  for (const change of transformations) {
    assert.ok(
      reports.some(({ text }) => change.apply(text) !== text),
      `${change.name} changes nothing`,
    );
  }
});
same.run();

const changed = suite('a report robbed or mended');
const outcomes = reports.map(report => changedVerdicts(report, assessIt));
for (const kind of changeKinds) {
  changed(kind, () => {
    const compared = outcomes.reduce((sum, one) => sum + one[kind].compared, 0);
    const broken = outcomes.flatMap(one => one[kind].broken);
    assert.ok(compared > 0, 'nothing was tried');
    assert.ok(broken.length * 50 <= compared, broken.join('\n'));
  });
}
changed.run();
