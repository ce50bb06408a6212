/** What every store must do: reports are kept, found again, changed one after the other, removed and brought back. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Store } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/types.ts';
import { draft, head } from './sample.ts';

/** A kind of store: each place is one that nobody has used, and can be opened again. */
export interface Implementation {
  readonly inFolder: (work: (place: string) => Promise<void>) => Promise<void>;
  readonly open: (place: string) => Promise<Store>;
}

async function refusedWith(code: string, work: () => Promise<unknown>): Promise<StoreError> {
  try {
    await work();
  } catch (error) {
    assert.instance(error, StoreError);
    assert.is((error as StoreError).code, code);
    return error as StoreError;
  }
  throw new Error(`not refused: ${code}`);
}

/** Runs the suites over one kind of store. */
export function storeContract(name: string, { inFolder, open }: Implementation): void {
  async function withStore(place: string, work: (store: Store) => Promise<void>): Promise<void> {
    const store = await open(place);
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }

  const keeping = suite(`${name}: keeping`);
  keeping('a report comes back as it was saved, also after a restart', () =>
    inFolder(async folder => {
      let id = '';
      await withStore(folder, async store => {
        assert.equal(await store.list(), []);
        const record = await store.create(head(), draft('正文'));
        id = record.id;
        assert.match(id, /^r-[a-z2-7]{8}$/);
        assert.is(record.drafts[0]?.n, 1);
        assert.is(record.createdAt, '2024-02-01T00:00:01.000Z');
        assert.equal(await store.get(id), record);
      });
      await withStore(folder, async store => {
        const record = await store.get(id);
        assert.is(record?.drafts[0]?.source.text, '正文');
        assert.equal(record?.drafts[0]?.assessment, { schemaVersion: 1, findings: [] });
        const [row] = await store.list();
        assert.is(row?.drafts[0]?.summary.score, 86.5);
        assert.not('text' in (row?.drafts[0] ?? {}), 'the register holds no texts');
      });
    }),
  );
  keeping('an unknown id gives nothing, a path is no id', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        for (const id of ['r-aaaaaaaa', '../settings', '', 'r-AAAAAAAA']) {
          assert.is(await store.get(id), null);
          await refusedWith('not-found', () => store.update(id, record => record));
          await refusedWith('not-found', () => store.remove(id));
          await refusedWith('not-found', () => store.restore(id));
        }
      }),
    ),
  );
  keeping('what was changed last stands first', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        const first = await store.create(head({ issuer: '甲局' }), draft('甲'));
        const second = await store.create(head({ issuer: '乙局' }), draft('乙'));
        assert.equal(
          (await store.list()).map(({ id }) => id),
          [second.id, first.id],
        );
        await store.update(first.id, record => ({ ...record, title: '改后的标题' }));
        assert.equal(
          (await store.list()).map(({ title }) => title),
          ['改后的标题', second.title],
        );
      }),
    ),
  );
  keeping('a change cannot give a record another id or birth', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        const { id, createdAt } = await store.create(head(), draft('甲'));
        const changed = await store.update(id, record => ({ ...record, id: 'r-bbbbbbbb', createdAt: 'never' }));
        assert.is(changed.id, id);
        assert.is(changed.createdAt, createdAt);
      }),
    ),
  );
  keeping('a change that throws changes nothing, and the next one runs', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        const { id } = await store.create(head(), draft('甲'));
        const failed = await store
          .update(id, () => {
            throw new Error('no');
          })
          .then(
            () => false,
            () => true,
          );
        assert.ok(failed);
        assert.is((await store.update(id, record => ({ ...record, year: 2022 }))).year, 2022);
      }),
    ),
  );
  keeping('fifty changes at once lose nothing', () =>
    inFolder(async folder => {
      let id = '';
      await withStore(folder, async store => {
        id = (await store.create(head({ title: '' }), draft('甲'))).id;
        await Promise.all(
          Array.from({ length: 50 }, (_, index) =>
            store.update(id, record => ({ ...record, title: `${record.title}${index};` })),
          ),
        );
      });
      await withStore(folder, async store => {
        const numbers = (await store.get(id))?.title?.split(';').slice(0, -1).map(Number);
        assert.equal(
          numbers,
          Array.from({ length: 50 }, (_, index) => index),
        );
      });
    }),
  );
  keeping('settings are kept', () =>
    inFolder(async folder => {
      await withStore(folder, async store => {
        assert.equal(await store.settings(), {});
        await Promise.all([
          store.updateSettings(settings => ({ ...settings, office: '某县司法局' })),
          store.updateSettings(settings => ({ ...settings, due: '2024-03-01' })),
        ]);
      });
      await withStore(folder, async store => {
        assert.equal(await store.settings(), { office: '某县司法局', due: '2024-03-01' });
      });
    }),
  );
  keeping('a closed store refuses', () =>
    inFolder(async folder => {
      const store = await open(folder);
      await store.close();
      await store.close();
      await refusedWith('closed', () => store.list());
      await refusedWith('closed', () => store.create(head(), draft('甲')));
    }),
  );
  keeping.run();

  const removing = suite(`${name}: removing`);
  removing('a removed report leaves the register and can be brought back whole', () =>
    inFolder(async folder => {
      let id = '';
      await withStore(folder, async store => {
        id = (await store.create(head(), draft('甲'))).id;
        const before = await store.get(id);
        await store.remove(id);
        assert.equal(await store.list(), []);
        assert.is(await store.get(id), null);
        const [removed] = await store.listRemoved();
        assert.is(removed?.row.id, id);
        assert.is(removed?.removedAt, '2024-02-01T00:00:02.000Z');
        assert.equal(await store.restore(id), before);
        assert.equal(await store.listRemoved(), []);
        await store.remove(id);
      });
      await withStore(folder, async store => {
        assert.equal(await store.list(), []);
        await store.restore(id);
        assert.is((await store.list())[0]?.id, id);
      });
    }),
  );
  removing('a file that was removed can be added anew', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        const first = await store.receive(head(), draft('甲'));
        await store.remove(first.id);
        const again = await store.receive(head(), draft('甲'));
        assert.is(again.outcome, 'created');
        assert.is.not(again.id, first.id);
      }),
    ),
  );
  removing.run();

  const drafts = suite(`${name}: drafts`);
  const pairs: readonly (readonly [string, Parameters<typeof head>[0], Parameters<typeof head>[0], boolean])[] = [
    ['the same body and year', {}, {}, true],
    ['blanks in the name', {}, { issuer: '某县 财政局' }, true],
    ['another year', {}, { year: 2024 }, false],
    ['another body', {}, { issuer: '某县教育局' }, false],
    ['another rule set', {}, { ruleSetId: 'other' }, false],
    ['no issuer, the same subject', { issuer: null }, { issuer: null }, true],
    ['no issuer, the subject is the issuer of the first', {}, { issuer: null }, true],
    ['neither issuer nor subject', { issuer: null, subject: null }, { issuer: null, subject: null }, false],
    ['no year', { year: null }, { year: null }, false],
    ['another title and subject under the same issuer', {}, { title: '另一个标题', subject: '某县' }, true],
  ];
  for (const [what, first, second, same] of pairs) {
    drafts(`${what}: ${same ? 'the next draft' : 'a report of its own'}`, () =>
      inFolder(folder =>
        withStore(folder, async store => {
          const one = await store.receive(head(first), draft('第一稿'));
          const other = await store.receive(head(second), draft('第二稿'));
          assert.equal(one, { id: one.id, n: 1, outcome: 'created' });
          assert.is(other.outcome, same ? 'next-draft' : 'created');
          assert.is(other.id === one.id, same);
          assert.is(other.n, same ? 2 : 1);
        }),
      ),
    );
  }
  drafts('the last draft tells what the report is about, and each keeps its text', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        const { id } = await store.receive(head({ title: null }), draft('第一稿'));
        await store.receive(head({ title: '补上的标题' }), draft('第二稿'));
        const record = await store.get(id);
        assert.is(record?.title, '补上的标题');
        assert.equal(
          record?.drafts.map(each => [each.n, each.source.text]),
          [
            [1, '第一稿'],
            [2, '第二稿'],
          ],
        );
      }),
    ),
  );
  drafts('the same text is recognised, whatever is said of it', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        const { id } = await store.receive(head(), draft('第一稿'));
        await store.receive(head(), draft('第二稿'));
        assert.equal(await store.receive(head({ year: 2020 }), draft('第一稿')), {
          id,
          n: 1,
          outcome: 'already-there',
        });
        assert.equal(await store.findText('fazhi-annual-report', '第二稿'), { id, n: 2 });
        assert.is(await store.findText('other', '第二稿'), null);
      }),
    ),
  );
  const texts: readonly (readonly [string, string, string, boolean])[] = [
    ['other line ends', '标题\n一、成效\n做了。', '标题\r\n一、成效\r\n做了。\r\n', true],
    ['blank lines and blanks at the ends of lines', '标题\n一、成效', '  标题 \n\n\u3000\u3000一、成效', true],
    ['blanks inside a line', '标题\n实施方案(2023-2025年)', '标题\n实施方案(2023-2025 年)', true],
    ['lines run together', '标题\n一、成效', '标题一、成效', false],
    ['another word', '标题\n一、成效', '标题\n一、成绩', false],
  ];
  for (const [what, first, second, same] of texts) {
    drafts(`${what}: ${same ? 'the same text' : 'another text'}`, () =>
      inFolder(folder =>
        withStore(folder, async store => {
          await store.receive(head(), draft(first));
          assert.is((await store.receive(head(), draft(second))).outcome, same ? 'already-there' : 'next-draft');
        }),
      ),
    );
  }
  drafts('files that arrive together become one report', () =>
    inFolder(folder =>
      withStore(folder, async store => {
        const receipts = await Promise.all(
          ['一稿', '二稿', '一稿', '三稿'].map(text => store.receive(head(), draft(text))),
        );
        assert.is((await store.list()).length, 1);
        assert.equal(
          receipts.map(({ n }) => n),
          [1, 2, 1, 3],
        );
      }),
    ),
  );
  drafts.run();
}
