/** Lists of phrases are numbered once for a rule set, however many reports it judges: what a report costs does not grow with those before it. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { listsOf } from '../../src/assess/lists.ts';
import { assessText } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import { loadRuleSet } from '../../src/rules/load.ts';

const root = new URL('../../', import.meta.url);
const { ruleSet } = loadRuleSet(readFileSync(new URL('rules/fazhi-annual-report.json', root), 'utf8'), 'rules');
if (ruleSet === null) throw new Error('the rules are broken');

const names = readdirSync(new URL('test/reports/', root)).filter(name => /^(?:dept-[a-e]|town).*\.txt$/.test(name));
const sources = names.map(name => readSource(readFileSync(new URL(`test/reports/${name}`, root)), name));

function judgeAll(): number {
  for (const source of sources) {
    assessText({ source, ruleSet: ruleSet ?? never(), fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  }
  return listsOf((ruleSet ?? never()).phraseIds).size;
}

function never(): never {
  throw new Error('no rule set');
}

const lists = suite('lists');

lists('the same reports again number no further list', () => {
  const first = judgeAll();
  assert.ok(sources.length >= 5 && first > 100, `${sources.length} reports, ${first} lists`);
  assert.is(judgeAll(), first);
});

lists.run();
