/** A season in small, told as steps that each end with an acknowledged save; and all that a store holds, to compare. */
import type { FileStore } from '../../src/store/file-store.ts';
import type { Store } from '../../src/store/store.ts';
import { draft, head } from './sample.ts';

/** All that a store holds, as text. */
export async function holdings(store: Store): Promise<string> {
  const rows = [...(await store.list())].sort((a, b) => (a.id < b.id ? -1 : 1));
  const reports = [];
  for (const row of rows) reports.push({ row: row.revision, record: await store.get(row.id) });
  const removed = (await store.listRemoved()).map(({ row }) => row.id).sort();
  return JSON.stringify({ reports, removed, organs: store.organs.list(), settings: await store.settings() });
}

export type Step = (store: FileStore) => Promise<unknown>;

const first = async (store: Store): Promise<string> => [...(await store.list())].at(-1)?.id ?? '';

const ruling = {
  draft: 1,
  requirement: 'lit.appearance',
  decision: 'agree',
  status: 'met',
  machine: 'met',
  quotes: ['出庭应诉率90%'],
  reason: null,
  note: '',
  by: '某某',
  at: '2024-02-01T00:00:00.000Z',
} as const;

const organ = (name: string) => ({ name, aliases: [], level: 'department', powers: [], contact: '', due: {} }) as const;

/** One of each thing that people do; `size` is how many characters a text has at least. */
export function seasonSteps(size: number, bodies: readonly string[]): readonly Step[] {
  const text = (name: string): string => name.repeat(Math.ceil(size / name.length));
  return [
    store => store.updateSettings(() => ({ office: { name: '某县司法局' } })),
    ...bodies.map(
      (body): Step =>
        store =>
          store.organs.add(organ(body)),
    ),
    ...bodies.flatMap((body): Step[] => [
      store => store.receive(head({ issuer: body, subject: body }), draft(text(`${body}第一稿。`))),
      store => store.receive(head({ issuer: body, subject: body }), draft(text(`${body}第二稿。`))),
    ]),
    async store => store.update(await first(store), kept => ({ ...kept, rulings: [ruling] })),
    async store =>
      store.update(await first(store), kept => ({ ...kept, rulings: [ruling, { ...ruling, note: '再看' }] })),
    store => store.updateSettings(kept => ({ ...kept, seasons: { '2023': { due: '2024-01-31', archivedAt: null } } })),
    async store => store.remove(await first(store)),
    async store => store.restore((await store.listRemoved())[0]?.row.id ?? ''),
    store => store.organs.update(store.organs.list()[0]?.id ?? '', kept => ({ ...kept, contact: '某某 12345' })),
    store => store.organs.remove(store.organs.list()[0]?.id ?? ''),
    async store => store.remove(await first(store)),
  ];
}
