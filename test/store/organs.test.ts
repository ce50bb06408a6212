/** The roster is kept beside the reports, and a folder from before there was one opens as it did. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { OrganFacts } from '../../src/report/organ.ts';
import { StoreError } from '../../src/store/types.ts';
import { draft, head, inFolder, withStore } from './sample.ts';

const facts = (changes: Partial<OrganFacts> = {}): OrganFacts => ({
  name: '某县水利局',
  aliases: ['水利局'],
  level: 'department',
  powers: ['enforcement'],
  contact: '张三',
  due: { '2024': '2025-01-20' },
  ...changes,
});

const organs = suite('organs');
organs('an organ comes back as it was saved, in a file a person can read', () =>
  inFolder(async folder => {
    let id = '';
    await withStore(folder, async store => {
      id = (await store.organs.add(facts())).id;
      await store.organs.add(facts({ name: '某县财政局' }));
      await store.organs.update(id, organ => ({ ...organ, contact: '李四' }));
    });
    const written = JSON.parse(await readFile(join(folder, 'organs', `${id}.json`), 'utf8'));
    assert.is(written.contact, '李四');
    await withStore(folder, async store => {
      assert.equal(
        store.organs.list().map(({ name }) => name),
        ['某县水利局', '某县财政局'],
      );
      assert.equal(store.organs.get(id)?.due, { '2024': '2025-01-20' });
      await store.organs.remove(id);
      assert.is(store.organs.get(id), null);
      assert.equal(await store.listRemoved(), [], 'a removed organ is no removed report');
    });
    await withStore(folder, async store => assert.is(store.organs.list().length, 1));
  }),
);
organs('one that is not there is refused', () =>
  inFolder(folder =>
    withStore(folder, async store => {
      const refused = await store.organs.update('o-aaaaaaaa', organ => organ).catch((error: unknown) => error);
      assert.instance(refused, StoreError);
      assert.is((refused as StoreError).code, 'not-found');
    }),
  ),
);
organs('a damaged one is set aside and told of, the others work', () =>
  inFolder(async folder => {
    await withStore(folder, store => store.organs.add(facts()).then(() => {}));
    await writeFile(join(folder, 'organs', 'o-aaaaaaaa.json'), '{"schema":1,"id":"o-aaaaaaaa"}');
    await withStore(folder, async store => {
      assert.is(store.organs.list().length, 1);
      assert.ok(store.problems[0]?.zh.includes('o-aaaaaaaa'));
    });
    assert.ok((await readdir(join(folder, 'organs'))).includes('o-aaaaaaaa.json.damaged'));
  }),
);
organs('a report is placed; the next draft of its organ joins it whatever the text calls it', () =>
  inFolder(folder =>
    withStore(folder, async store => {
      const { id } = await store.organs.add(facts());
      const placing = { organ: id, isEarlier: (row: { organ: string | null }) => row.organ === id };
      const first = await store.receive(head({ issuer: '某县水利局' }), draft('甲'), placing);
      const second = await store.receive(head({ issuer: '县水利局' }), draft('乙'), placing);
      assert.equal([second.outcome, second.id, second.n], ['next-draft', first.id, 2]);
      const other = await store.receive(head({ issuer: '县水利局', year: 2022 }), draft('丙'), placing);
      assert.is(other.outcome, 'created', 'of another year');
      const aside = { organ: null, isEarlier: () => false };
      assert.is((await store.receive(head({ issuer: '县水利局' }), draft('丁'), aside)).outcome, 'created');
      assert.equal(
        (await store.list()).map(row => row.organ),
        [null, id, id],
      );
    }),
  ),
);
organs.run();

const before = suite('a folder from before there was a roster');
before('opens: its records are brought forward with a copy kept, its index is made anew', () =>
  inFolder(async folder => {
    await mkdir(join(folder, 'reports'), { recursive: true });
    const record = {
      schema: 1,
      id: 'r-aaaaaaaa',
      ...head(),
      createdAt: '2024-02-01T00:00:00.000Z',
      updatedAt: '2024-02-01T00:00:00.000Z',
      drafts: [{ n: 1, receivedAt: '2024-02-01T00:00:00.000Z', ...draft('甲') }],
    };
    const text = `${JSON.stringify(record)}\n`;
    await writeFile(join(folder, 'reports', 'r-aaaaaaaa.json'), text);
    await writeFile(join(folder, 'index.json'), '{"schema":3,"rows":[]}');
    await withStore(folder, async store => {
      const [row] = await store.list();
      assert.equal([row?.id, row?.organ, row?.progress], ['r-aaaaaaaa', null, null]);
      assert.is(row?.drafts[0]?.publishedDate, null);
      assert.equal(store.organs.list(), []);
      assert.equal(store.problems, []);
      await store.organs.add(facts());
    });
    const copy = await readFile(join(folder, 'older', 'reports', 'r-aaaaaaaa.schema-1.json'), 'utf8');
    assert.is(copy, text, 'the copy is the file as it was');
    await withStore(folder, async store => {
      await store.update('r-aaaaaaaa', kept => ({ ...kept, organ: 'o-aaaaaaaa' }));
      assert.is((await store.list())[0]?.organ, 'o-aaaaaaaa');
    });
  }),
);
before.run();
