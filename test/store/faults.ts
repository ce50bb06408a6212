/** Makes each operation of the disk that a save needs fail in turn, and tells what became of the save. */
import { join } from 'node:path';
import type { Disk } from '../../src/store/disk.ts';
import { isTemporary } from '../../src/store/json-file.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/types.ts';
import { type Fault, faults, faultyDisk } from './faulty-disk.ts';
import { draft, head, ticking } from './sample.ts';
import { holdings } from './season.ts';

export interface FaultOutcome {
  readonly save: string;
  readonly operation: string;
  readonly fault: Fault;
  /** The code of the refusal; `saved` where the save got by. */
  readonly told: string;
  /** What the store holds afterwards is what it held before. */
  readonly old: boolean;
  /** The files say what the store says, at once and when it is opened anew. */
  readonly agrees: boolean;
  /** Unfinished files that are left. */
  readonly left: number;
  /** Once the disk works again, so does the store. */
  readonly recovers: boolean;
}

const facts = (name: string) => ({ name, aliases: [], level: null, powers: [], contact: '', due: {} }) as const;
const firstOrgan = (store: Store): string => store.organs.list()[0]?.id ?? '';

type Ids = { readonly kept: string; readonly removed: string };

const saves: Readonly<Record<string, (store: Store, ids: Ids) => Promise<unknown>>> = {
  'new report': store => store.receive(head({ issuer: '丙局' }), draft('丙')),
  'next draft': store => store.receive(head({ issuer: '甲局' }), draft('甲二')),
  'change of a report': (store, { kept }) => store.update(kept, record => ({ ...record, title: '改后' })),
  'removal of a report': (store, { kept }) => store.remove(kept),
  'report brought back': (store, { removed }) => store.restore(removed),
  'new unit': store => store.organs.add(facts('乙局')),
  'change of a unit': store => store.organs.update(firstOrgan(store), organ => ({ ...organ, contact: '某某' })),
  'removal of a unit': store => store.organs.remove(firstOrgan(store)),
  settings: store => store.updateSettings(kept => ({ ...kept, due: '2024-03-01' })),
};

/** `place` gives a disk and a folder that nobody has used. */
export async function faultTable(
  place: () => Promise<{ readonly disk: Disk; readonly folder: string }>,
  tried: readonly Fault[] = faults,
): Promise<readonly FaultOutcome[]> {
  const outcomes: FaultOutcome[] = [];
  for (const [name, save] of Object.entries(saves)) {
    for (const fault of tried) {
      for (let at = 0; ; at++) {
        const { disk: real, folder } = await place();
        const disk = faultyDisk(real);
        const options = { clock: ticking(), indexDelay: 60_000, disk };
        const store = await openStore(folder, options);
        const { id: kept } = await store.receive(head({ issuer: '甲局' }), draft('甲'));
        const { id: removed } = await store.receive(head({ issuer: '丁局' }), draft('丁'));
        await store.remove(removed);
        await store.organs.add(facts('甲局'));
        await store.updateSettings(() => ({ office: '某局' }));
        const before = await holdings(store);

        disk.arm(fault, at);
        let told = 'saved';
        await save(store, { kept, removed }).catch((error: unknown) => {
          told = error instanceof StoreError ? error.code : String(error);
        });
        const operation = disk.asked[at];
        disk.arm(fault, null);
        const isWrite = operation === 'write' || fault !== 'short write';
        if (operation !== undefined && isWrite) {
          const after = await holdings(store);
          const atOnce = (await filesOf(real, folder)) === (await memoryOf(store));
          let left = 0;
          for (const part of ['', 'reports', 'removed', 'organs'])
            left += (await real.names(join(folder, part))).filter(isTemporary).length;
          const recovers = await save(store, { kept, removed }).then(
            () => true,
            // What was done in spite of the fault cannot be done once more.
            (error: unknown) =>
              told !== 'saved' && told !== 'unsure' ? false : error instanceof StoreError && error.code === 'not-found',
          );
          const now = await holdings(store);
          await store.close();
          const again = await openStore(folder, { ...options, disk: real });
          const agrees = atOnce && (await holdings(again)) === now && again.problems.length === 0;
          await again.close();
          outcomes.push({ save: name, operation, fault, told, old: after === before, agrees, left, recovers });
        } else {
          await store.close();
        }
        if (operation === undefined) break;
      }
    }
  }
  return outcomes;
}

/** What the files hold, in short. */
async function filesOf(disk: Disk, folder: string): Promise<string> {
  const valuesIn = async (part: string): Promise<{ id: string; revision?: number; contact?: string }[]> => {
    const names = (await disk.names(join(folder, part))).filter(name => name.endsWith('.json')).sort();
    return Promise.all(names.map(async name => parsed(await disk.read(join(folder, part, name)))));
  };
  const reports = (await valuesIn('reports')).map(({ id, revision }) => [id, revision]);
  const organs = (await valuesIn('organs')).map(({ id, contact }) => [id, contact]);
  return JSON.stringify([reports, organs, parsed(await disk.read(join(folder, 'settings.json'))).settings]);
}

const parsed = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8'));

async function memoryOf(store: Store): Promise<string> {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const reports = [...(await store.list())].sort(byId).map(({ id, revision }) => [id, revision]);
  const organs = [...store.organs.list()].sort(byId).map(({ id, contact }) => [id, contact]);
  return JSON.stringify([reports, organs, await store.settings()]);
}
