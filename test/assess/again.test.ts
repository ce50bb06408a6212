/** A text judged again as the rules change: what is remembered gives the same as judging anew, whatever changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createAssessor } from '../../src/assess/again.ts';
import { ExampleMemory, judgeOne, readExampleText } from '../../src/assess/examples.ts';
import { assessText, type TextToAssess } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet, type RuleSet } from '../../src/rules/load.ts';

const root = new URL('../../', import.meta.url);
const shipped = readFileSync(new URL('rules/fazhi-annual-report.json', root), 'utf8');
const reports = readdirSync(new URL('test/reports/', root))
  .filter(name => /^(?:dept-audit|township-plain|county-2017)\.txt$/.test(name))
  .map(name => readSource(readFileSync(new URL(`test/reports/${name}`, root)), name));

function load(text: string): RuleSet {
  const { ruleSet, errors } = loadRuleSet(text, 'rules.json');
  if (ruleSet === null) throw new Error(errors[0]?.text.en);
  return ruleSet;
}

type Change = [name: string, change: (text: string) => string, fenced?: readonly string[]];
const changes: Change[] = [
  ['as it is', text => text],
  ['a phrase added', text => text.replace('"of": [', '"of": [ "规范性文件制定",')],
  ['an excluded word added', text => text.replace('"not": [', '"not": [ "会议",')],
  ['a term list widened', text => text.replace(/("terms": \{\s*"[^"]+": \[)/, '$1 "推进会",')],
  ['points', text => text.replaceAll('"points": 5', '"points": 7')],
  ['a source renamed', text => text.replace('"zh": "行政诉讼法"', '"zh": "诉讼法"')],
  [
    'a power widened',
    text => text.replace('"levels": ["province", "city", "county", "township"]', '"levels": ["province"]'),
  ],
  ['what is cut', text => text.replace('"cues": [', '"cues": [ "此外",')],
  ['a phrase that stands nowhere', text => text.replace('"of": [', '"of": [ "第三次庭前会到场率",')],
  ['another in its place', text => text.replace('"of": [', '"of": [ "规范性文件",')],
  ['two before the others', text => text.replace('"of": [', '"of": [ "规范性文件", "(审查|审核)…<n件>",')],
  [
    'a named list in a phrase',
    text =>
      text.replace('"of": [', '"of": [ "{人数}…规范性文件",').replace(/"terms": \{/, '$& "人数": ["审查", "制定"],'),
  ],
  [
    'another word in that list',
    text =>
      text.replace('"of": [', '"of": [ "{人数}…规范性文件",').replace(/"terms": \{/, '$& "人数": ["备案", "制定"],'),
  ],
  ['the first phrase taken away', text => text.replace(/"of": \[\s*"[^"]+",/, '"of": [')],
  ['a negation allowed', text => text.replace('"of": [', '"of": [ "未…规范性文件",')],
  ['requirements suspended', text => text, ['lit.appearance', 'fr.meetings']],
  ['back again', text => text],
];

/** What is said of a text; the numbers that phrases have in a version of the rules are not. */
const said = (verdict: unknown): string =>
  JSON.stringify(verdict, (key, value) => (key === 'phrase' ? undefined : value)) ?? '';

const again = suite('judging again');
const assessor = createAssessor();
const examples = new ExampleMemory();
for (const [name, change, fenced = []] of changes) {
  again(name, () => {
    const text = change(shipped);
    if (!/^(?:as it is|requirements|back)/.test(name)) assert.ok(text !== shipped, 'the change is made');
    const ruleSet = load(text);
    for (const source of reports) {
      for (const lang of source === reports[0] ? (['zh', 'en'] as const) : (['zh'] as const)) {
        const input: TextToAssess = { source, ruleSet, fenced, corrections: {}, lang, toolVersion: '0' };
        assert.ok(JSON.stringify(assessor(input)) === JSON.stringify(assessText(input)), `${source.name} ${lang}`);
      }
    }
    const [counted] = ruleSet.requirements.filter(rule => rule.kind === 'quantity');
    for (const rule of ruleSet.requirements.filter(one => one === counted || one.id === 'data.year')) {
      for (const example of Object.values(rule.examples ?? {}).flat()) {
        const anew = judgeOne(ruleSet, rule, readExampleText(ruleSet, rule, example));
        const kept = examples.judge(ruleSet, rule, example, [rule]);
        assert.is(said(kept), said(anew), `${rule.id} ${JSON.stringify(example)}`);
      }
    }
  });
}

again('a correction is no other text', () => {
  const ruleSet = load(shipped);
  for (const source of reports) {
    const input: TextToAssess = {
      source,
      ruleSet,
      fenced: [],
      corrections: { reportYear: 2020 },
      lang: 'zh',
      toolVersion: '0',
    };
    assert.ok(JSON.stringify(assessor(input)) === JSON.stringify(assessText(input)), source.name);
  }
});
again.run();
