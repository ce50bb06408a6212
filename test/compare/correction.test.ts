/** Rules by correction: what is proposed, and that it is proved on a file as people write it. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runExamples } from '../../src/assess/examples.ts';
import { type Direction, proposeEdit } from '../../src/compare/correction.ts';
import { withAdditions } from '../../src/compare/rule-edit.ts';
import { readSaid } from '../../src/compare/trial.ts';
import { narrowness, piecesOf } from '../../src/compare/wordings.ts';
import type { Level, Zone } from '../../src/report/types.ts';
import { loadRuleSet, type RuleSet } from '../../src/rules/load.ts';
import { smallRules } from '../store/small-rules.ts';

const test = suite('rules by correction');

const load = (text: string, read: (path: string) => string | null = () => null): RuleSet => {
  const { ruleSet, errors } = loadRuleSet(text, 'rules/own.json', read);
  if (ruleSet === null) throw new Error(errors.map(error => error.text.en).join('\n'));
  return ruleSet;
};
const shippedText = readFileSync(new URL('../../rules/fazhi-annual-report.json', import.meta.url), 'utf8');
const shipped = load(shippedText);

interface Asked {
  readonly fileText?: string;
  readonly ruleSet?: RuleSet;
  readonly zone?: Zone;
  readonly level?: Level;
  readonly names?: readonly string[];
}

function propose(requirement: string, direction: Direction, text: string, asked: Asked = {}) {
  const { fileText = shippedText, ruleSet = shipped, zone = 'work', level = 'county', names = [] } = asked;
  const passage = { text, zone, level, names, year: 2023 };
  return proposeEdit({ fileText, ruleSet, requirement, direction, passage, reports: [] });
}

const rows: readonly (readonly [
  requirement: string,
  direction: Direction,
  text: string,
  list: string,
  holds: RegExp,
])[] = [
  ['lit.appearance', 'counts', '行政负责人临庭率达到97%。', 'of', /临庭率/],
  ['enf.training', 'counts', '开设执法晨读6期,听课人数900余人。', 'of', /晨读|听课人数/],
  ['fr.study', 'counts', '围绕新修订的行政复议法,局党组开展研读2次。', 'or.N.any', /(?:党组|{学法主体}).*研读/],
  ['lit.principal', 'not', '邻县县长出庭应诉3次的经验值得借鉴。', 'not', /邻县/],
  ['rec.intake', 'not', '翻印行政复议申请文书样本500件。', 'not', /翻印|样本|文书/],
  ['soc.publicity', 'not', '观看外地普法宣传短视频12场。', 'not', /外地|观看/],
];

for (const [requirement, direction, text, list, holds] of rows) {
  test(`${requirement} ${direction}: ${text}`, () => {
    const { candidates, obstacle } = propose(requirement, direction, text);
    const [best] = candidates;
    assert.is(obstacle, null);
    assert.ok(best);
    if (best === undefined) return;
    // Which of the other ways it is changes with the rule set.
    assert.is(best.additions[0]?.list.join('.').replace(/\d+/, 'N'), list);
    assert.match(String(best.additions[0]?.member), holds);
    assert.not.ok(best.literal);
    assert.equal(best.sentences, []);
    const edited = load(best.text);
    assert.equal(runExamples(edited, new Set([requirement])).failures, []);
    // The example holds by the edit alone: without it the same sentence fails.
    const without = load(
      withAdditions(shippedText, ruleOf(shipped, requirement), [
        { list: ['examples', best.after], member: best.example },
      ]),
    );
    assert.is(runExamples(without, new Set([requirement])).failures.length, 1);
  });
}

const ruleOf = (ruleSet: RuleSet, id: string) => {
  const rule = ruleSet.requirements.find(one => one.id === id);
  if (rule === undefined) throw new Error(id);
  return rule;
};

test('what no phrase can mend is told by its kind', () => {
  const told = (...given: Parameters<typeof propose>): unknown => propose(...given).obstacle?.kind;
  assert.is(told('part.measures', 'counts', '一年来主要做法。'), 'part');
  assert.is(told('form.date', 'not', '2024年2月1日'), 'element');
  assert.is(told('form.integrity', 'counts', '全文完整。'), 'check');
  assert.is(told('lit.appearance', 'counts', '行政机关负责人出庭应诉率98%。'), 'already');
  assert.is(told('lit.appearance', 'not', '深入推进依法行政。'), 'already');
  assert.is(told('lit.appearance', 'counts', '行政负责人上庭率达到97%。', { zone: 'plan' }), 'zone');
  assert.is(told('fr.reporting', 'not', '起草并校对县政府法治政府建设情况报告。'), 'phrase');
});

test('names of the report enter neither phrase nor example', () => {
  const { candidates } = propose('enf.training', 'counts', '云溪县开设执法晨读6期,听课人数900余人。', {
    names: ['云溪县'],
  });
  assert.ok(candidates.length > 0);
  for (const { text, example, neutral } of candidates) {
    assert.is(example, '某县开设执法晨读7期,听课人数900余人。');
    assert.is(neutral, 'all');
    assert.not.match(text, '云溪县开设');
  }
});

test('a unit that is not in the list is the smallest edit', () => {
  const { candidates } = propose('lit.cases', 'counts', '全年办理行政应诉案件12宗。', {
    fileText: smallRules,
    ruleSet: load(smallRules),
  });
  assert.equal(candidates[0]?.additions, [{ list: ['unit'], member: '宗' }]);
  assert.is(
    candidates[0]?.text,
    smallRules
      .replace('"unit": ["件"]', '"unit": ["件", "宗"]')
      .replace('["全年办理行政应诉案件12件。"]', '["全年办理行政应诉案件12件。", "全年办理行政应诉案件13宗。"]'),
  );
});

test('a requirement of the file that this one builds on is laid over with its whole list', () => {
  const own = `{\n  // 本地\n  "id": "own", "version": "1.0.0", "title": "本地标准",\n  "extends": "./base.json",\n  "groups": []\n}\n`;
  const read = (path: string): string | null => (path === 'rules/base.json' ? smallRules : null);
  const { candidates } = propose('lit.cases', 'not', '全年观摩行政应诉案件12件。', {
    fileText: own,
    ruleSet: load(own, read),
  });
  const [best] = candidates;
  assert.ok(best);
  const after = load(best?.text ?? '', read);
  const rule = ruleOf(after, 'lit.cases');
  assert.equal(rule.not, ['观摩行政应诉案件']);
  assert.equal(rule.examples?.met, ['全年办理行政应诉案件12件。']);
  assert.is(rule.examples?.missing?.length, 1);
  assert.match(best?.text ?? '', '// 本地');
  assert.equal(runExamples(after, new Set(['lit.cases'])).failures, []);
});

test('words, known lists and numbers of a passage become pieces of a phrase', () => {
  const rule = ruleOf(shipped, 'enf.training');
  const read = readSaid({
    text: '分批轮训执法骨干320人次。',
    zone: 'work',
    year: 2023,
    level: 'county',
    names: [],
  });
  const texts = piecesOf(shipped, rule, read).map(({ text }) => text);
  assert.ok(texts.includes('轮训'));
  assert.ok(texts.some(text => text.startsWith('{')));
  assert.ok(texts.some(text => /^<n.*人次/.test(text)));
});

test('of several edits the narrowest stands first: the one that leaves least open', () => {
  for (const [requirement, direction, text] of rows.slice(0, 2)) {
    const { candidates } = propose(requirement, direction, text);
    const said = candidates
      .filter(({ sentences }) => sentences.length === 0)
      .map(({ additions }) => narrowness(String(additions[0]?.member)));
    assert.ok(said.length > 1, text);
    assert.equal(
      said,
      [...said].sort((a, b) => b - a),
      text,
    );
  }
  const order = ['年终述职报告写进', '写进…年终述职', '写进…8…年终', '写进…30…年终', '写进…句…年终', '写进'];
  assert.equal(
    [...order].reverse().sort((a, b) => narrowness(b) - narrowness(a)),
    order,
  );
});

test.run();
