/** docs/architecture.md says that a folder imports only from folders to its left. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../../', import.meta.url));
const line = /^ {4}(words → .+)$/m.exec(readFileSync(join(root, 'docs/architecture.md'), 'utf8'))?.[1] ?? '';
/** Folders with their place; those named in one breath do not import each other. */
const order = new Map(
  line.split(' → ').flatMap((names, place) => names.split(', ').map(name => [name, place] as const)),
);

test('the order names every folder of the sources', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory());
  assert.equal([...order.keys()].sort(), folders.map(({ name }) => name).sort());
});

for (const [folder, place] of order) {
  test(`${folder} imports only from folders to its left`, () => {
    const wrong: string[] = [];
    for (const file of readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const source = readFileSync(join(root, 'src', folder, file), 'utf8');
      for (const [, other = ''] of source.matchAll(/(?:from|import\()\s*'\.\.\/([\w-]+)\//g)) {
        if (other !== folder && (order.get(other) ?? place) >= place) wrong.push(`${file}: ${other}`);
      }
    }
    assert.equal(wrong, []);
  });
}

test.run();
