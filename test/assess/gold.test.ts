/** The five seed reports against the truth of test/gold, and the invented ones against theirs: floors that must not be lost again. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agreement, emptyTally, type Name, names, type Tally, type Truth } from '../../bench/agreement.ts';
import { chooseRules } from '../../src/assess/choose.ts';
import { assessText } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const root = new URL('../../', import.meta.url);
const rules = ['rules/fazhi-annual-report.json', 'rules/gov-info-disclosure-report.json'].map(path => {
  const { ruleSet } = loadRuleSet(readFileSync(new URL(path, root), 'utf8'), path);
  if (ruleSet === null) throw new Error(`${path} does not load`);
  return { ruleSet };
});

/** Least share of agreement, in percent. */
type Floors = Partial<Record<Name, number>>;

function measure(truths: string, texts: string): { tally: Tally; told: string[] } {
  const tally = emptyTally();
  const told: string[] = [];
  for (const file of readdirSync(new URL(truths, root)).filter(name => name.endsWith('.json'))) {
    const truth = JSON.parse(readFileSync(new URL(`${truths}${file}`, root), 'utf8')) as Truth;
    const { file: name } = truth;
    const source = readSource(readFileSync(new URL(`${texts}${name}`, root)), name);
    const chosen = chooseRules(source, rules);
    if (chosen === null) throw new Error(`${name}: no rule set was chosen`);
    const result = assessText({
      source,
      ruleSet: chosen.ruleSet,
      fenced: [],
      corrections: {},
      lang: 'zh',
      toolVersion: '0',
    });
    const one = agreement(truth, result, source.text);
    for (const key of names) tally[key].plus(one.tally[key]);
    told.push(...one.told.map(line => `${name}: ${line}`));
  }
  return { tally, told };
}

const test = suite('agreement with the truth');

function holds(tally: Tally, told: readonly string[], floors: Floors): void {
  for (const [name, floor] of Object.entries(floors) as [Name, number][]) {
    const { right, of } = tally[name];
    assert.ok(of > 0, `${name}: nothing was counted`);
    const share = (100 * right) / of;
    assert.ok(share >= floor, `${name} ${share.toFixed(1)}% is under ${floor}%\n${told.join('\n')}`);
  }
}

test('seeds', () => {
  const { tally, told } = measure('test/gold/', 'seeds/');
  holds(tally, told, {
    undisputed: 99,
    mandatory: 100,
    values: 98,
    metadata: 100,
    outline: 100,
    'figure recall': 99,
    'figure precision': 99,
    stance: 97,
    anomalies: 100,
    'quotes exact': 100,
  });
  assert.is(tally['missing called met'].right, 0, 'a missing requirement is called met');
  assert.is(tally['sum false alarms'].of - tally['sum false alarms'].right, 0, 'a false alarm on a sum');
});

test('invented reports', () => {
  const { tally, told } = measure('test/reports/', 'test/reports/');
  holds(tally, told, {
    undisputed: 98.5,
    mandatory: 99,
    values: 98,
    metadata: 99,
    outline: 99,
    'figure recall': 98,
    'figure precision': 98,
    'quotes exact': 100,
  });
});

test('invented reports of the second rule set', () => {
  const folder = 'test/reports-disclosure/';
  const { tally, told } = measure(folder, folder);
  holds(tally, told, {
    undisputed: 100,
    mandatory: 100,
    metadata: 100,
    outline: 100,
    'figure recall': 100,
    'figure precision': 100,
    'quotes exact': 100,
  });
});

test('a report of one kind given to the rules of the other is told as what it is', () => {
  const [first, second] = rules;
  if (first === undefined || second === undefined) throw new Error('two rule sets are shipped');
  const rows = [
    ['test/reports/dept-water.txt', second.ruleSet, 'law-based-government'],
    ['test/reports-disclosure/dept-transport.txt', first.ruleSet, 'disclosure'],
    ['test/reports-disclosure/county-html.html', first.ruleSet, 'disclosure'],
  ] as const;
  for (const [file, ruleSet, kind] of rows) {
    const source = readSource(readFileSync(new URL(file, root)), file);
    const { report, findings } = assessText({
      source,
      ruleSet,
      fenced: [],
      corrections: {},
      lang: 'zh',
      toolVersion: '0',
    });
    assert.equal([report.recognised, report.kind, findings.length], [false, kind, 0], file);
  }
});

test.run();
