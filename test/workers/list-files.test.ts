/** Compiled lists kept from one run to the next: they find the same, and a damaged one is compiled anew. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assessText } from '../../src/assess/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import { keepListsIn, type ListData } from '../../src/rules/kept-lists.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { ListFiles } from '../../src/workers/list-files.ts';

const root = new URL('../../', import.meta.url);
const path = 'rules/fazhi-annual-report.json';
const rules = readFileSync(new URL(path, root), 'utf8');
const names = readdirSync(new URL('seeds/', root)).filter(name => name.endsWith('.txt'));
const sources = names.map(name => readSource(readFileSync(new URL(`seeds/${name}`, root)), name));

const lists = suite<{ folder: string }>('kept lists');
lists.before.each(context => {
  context.folder = mkdtempSync(join(tmpdir(), 'fajian-lists-'));
});
lists.after.each(({ folder }) => {
  keepListsIn({ read: () => null, keep: () => {} });
  rmSync(folder, { recursive: true });
});

/** The assessments of the seeds by a rule set that is loaded anew; how many lists were read and how many kept. */
function assessed(folder: string, program = 'one') {
  const files = new ListFiles(folder, program);
  const count = { read: 0, kept: 0 };
  keepListsIn({
    read: key => {
      const data = files.read(key);
      if (data !== null) count.read += 1;
      return data;
    },
    keep: (key, data) => {
      count.kept += 1;
      files.keep(key, data);
    },
  });
  const { ruleSet } = loadRuleSet(rules, path);
  if (ruleSet === null) throw new Error('the rules are broken');
  const results = sources.map(source =>
    assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' }),
  );
  return { results, ...count };
}

lists('what was kept finds the same as what was compiled', ({ folder }) => {
  const first = assessed(folder);
  const second = assessed(folder);
  assert.is(first.read, 0);
  assert.ok(first.kept >= 3);
  assert.equal([second.read, second.kept], [first.kept, 0]);
  assert.equal(second.results, first.results);
  assert.equal([assessed(folder, 'other').read], [0], 'another program compiles for itself');
});

lists('a damaged file is compiled anew and mended', ({ folder }) => {
  const first = assessed(folder);
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(folder, name), bytes);
  }
  const second = assessed(folder);
  assert.equal([second.read, second.kept], [0, first.kept]);
  assert.equal(second.results, first.results);
  assert.is(assessed(folder).read, first.kept);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '');
  assert.is(assessed(folder).read, 0);
});

lists('a process keeps the lists of its start, not those of every edit', ({ folder }) => {
  const files = new ListFiles(folder, 'one');
  const empty = {} as ListData;
  for (let n = 0; n < 20; n += 1) files.keep(`list number ${n} of this process`, empty);
  assert.is(readdirSync(folder).length, 8);
  for (let n = 0; n < 5; n += 1) {
    const other = new ListFiles(folder, `program ${n}`);
    for (let m = 0; m < 8; m += 1) other.keep(`list number ${m} of this process`, empty);
  }
  assert.is(readdirSync(folder).length, 24, 'old ones go');
});

lists('a folder that is not there keeps nothing', ({ folder }) => {
  const files = new ListFiles(join(folder, 'nowhere'), 'one');
  files.keep('a list', {} as ListData);
  assert.is(files.read('a list'), null);
});

lists.run();
