/** No text of the pages takes the place of another, and each is there in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pageTexts } from '../../src/words/pages.ts';

const texts = suite('texts of the pages');
const source = readFileSync(new URL('../../src/words/pages.ts', import.meta.url), 'utf8');
const spread = [...source.matchAll(/^ {2}\.\.\.(\w+),/gm)].map(found => found[1] ?? '');

texts('what an area says is what its pages show', async () => {
  const files = readdirSync(new URL('../../src/words/', import.meta.url)).filter(name => name !== 'pages.ts');
  const found = new Set<string>();
  for (const file of files) {
    const area = (await import(`../../src/words/${file}`)) as Readonly<Record<string, unknown>>;
    for (const [name, group] of Object.entries(area)) {
      if (!spread.includes(name)) continue;
      found.add(name);
      for (const [key, text] of Object.entries(group as object))
        assert.is((pageTexts as Readonly<Record<string, unknown>>)[key], text, `${name}.${key}`);
    }
  }
  assert.equal([...found].sort(), [...spread].sort());
});
texts('both languages have the same gaps to fill', () => {
  const gaps = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [key, { zh, en }] of Object.entries(pageTexts)) {
    assert.ok(zh.length > 0 || en.length === 0, key);
    assert.equal(gaps(en), gaps(zh), key);
  }
});
texts.run();
