/** A broken rule file: the place of each mistake, a sentence in both languages, and a file that is right once it is followed. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeRules } from '../../src/rules/decode.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { broken, whole, wholeFiles } from './broken-files.ts';
import { followed } from './follow.ts';

const load = (text: string) => loadRuleSet(text, 'rules.json');
const mending = suite('a broken file');
let named = 0;
for (const [name, from, to, at, zh, en] of broken) {
  mending(name, () => {
    assert.ok(whole.includes(from), `the whole file holds ${from}`);
    let text = whole.replace(from, () => to);
    const { ruleSet, errors } = load(text);
    assert.ok(ruleSet === null, 'it loads');
    const [first] = errors;
    assert.ok(first);
    assert.is(`${first.line}:${first.column}`, at, first.text.en);
    assert.ok(first.text.zh.includes(zh), `${first.text.zh} says ${zh}`);
    assert.ok(first.text.en.includes(en), `${first.text.en} says ${en}`);
    assert.not.match(`${first.text.zh} ${first.text.en}`, /[{]\w+[}]|undefined|\[object/);
    assert.match(first.text.zh, /\p{Script=Han}/u);
    if (followed(text, first) === null) return;
    named += 1;
    // One wrong mark of a pair is told, then the other.
    for (let turn = 0; turn < 4; turn += 1) {
      const [next] = load(text).errors;
      const mended = next === undefined || next.severity === 'warning' ? null : followed(text, next);
      if (mended === null) break;
      text = mended;
    }
    assert.equal(
      load(text)
        .errors.filter(error => error.severity === 'error')
        .map(error => error.text.en),
      [],
      `right after "${first.text.en}" was followed`,
    );
  });
}

mending('most messages name what to write', () => {
  assert.ok(broken.length >= 80 && named / broken.length > 0.6, `${named} of ${broken.length}`);
});

for (const [name, bytes, at, zh, en] of wholeFiles) {
  mending(name, () => {
    const { text } = decodeRules(Buffer.from(bytes, 'latin1'));
    const [first] = loadRuleSet(text, 'rules/rules.json', path => (path === 'rules/rules.json' ? text : null)).errors;
    assert.is(`${first?.line}:${first?.column}`, at);
    assert.ok(first?.text.zh.includes(zh), first?.text.zh);
    assert.ok(first?.text.en.includes(en), first?.text.en);
  });
}
mending.run();
