/** The roster of bodies that must report: one small file an organ, all of them in memory. */
import { randomBytes } from 'node:crypto';
import type { OrganFacts } from '../report/organ.ts';
import { keepingWords } from '../words/keeping.ts';
import { type Folder, storeError } from './folder.ts';
import { idFrom } from './record.ts';
import type { Organ } from './types.ts';

/** Every promise may be rejected with a StoreError, and then nothing has changed. */
export interface Organs {
  /** In the order in which they were added. */
  list(): readonly Organ[];
  get(id: string): Organ | null;
  add(facts: OrganFacts): Promise<Organ>;
  update(id: string, change: (organ: Organ) => OrganFacts): Promise<Organ>;
  /** Reports that were placed with it stay, and are placed anew by their names. */
  remove(id: string): Promise<void>;
}

export class OrganRecords implements Organs {
  readonly #folder: Folder;
  readonly #clock: () => Date;
  /** Runs one task after the other. */
  readonly #inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  readonly #organs = new Map<string, Organ>();

  constructor(folder: Folder, clock: () => Date, inTurn: <T>(task: () => Promise<T>) => Promise<T>) {
    this.#folder = folder;
    this.#clock = clock;
    this.#inTurn = inTurn;
  }

  async load(): Promise<void> {
    const ids = await this.#folder.ids('organs');
    const read = await Promise.all(ids.map(id => this.#folder.readOrgan(this.#folder.organ(id))));
    const found = read.filter(organ => organ !== null);
    // Those of one paste have one time: their ids keep the order stable.
    found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1));
    for (const organ of found) this.#organs.set(organ.id, organ);
  }

  list(): readonly Organ[] {
    return [...this.#organs.values()];
  }

  get(id: string): Organ | null {
    return this.#organs.get(id) ?? null;
  }

  add(facts: OrganFacts): Promise<Organ> {
    return this.#inTurn(async () => {
      let id = idFrom(randomBytes(5), 'o');
      while (this.#organs.has(id)) id = idFrom(randomBytes(5), 'o');
      const now = this.#clock().toISOString();
      return this.#save({ ...factsOf(facts), schema: 1, id, createdAt: now, updatedAt: now });
    });
  }

  update(id: string, change: (organ: Organ) => OrganFacts): Promise<Organ> {
    return this.#inTurn(async () => {
      const organ = this.#known(id);
      const { createdAt } = organ;
      return this.#save({
        ...factsOf(change(organ)),
        schema: 1,
        id,
        createdAt,
        updatedAt: this.#clock().toISOString(),
      });
    });
  }

  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#known(id);
      await this.#folder.move(this.#folder.organ(id), this.#folder.removed(id), this.#clock());
      this.#organs.delete(id);
    });
  }

  #known(id: string): Organ {
    const organ = this.#organs.get(id);
    if (organ === undefined) throw storeError('not-found', keepingWords.noOrgan, { id });
    return organ;
  }

  async #save(organ: Organ): Promise<Organ> {
    await this.#folder.write(this.#folder.organ(organ.id), organ);
    this.#organs.set(organ.id, organ);
    return organ;
  }
}

const factsOf = ({ name, aliases, level, powers, contact, due }: OrganFacts): OrganFacts => ({
  name,
  aliases,
  level,
  powers,
  contact,
  due,
});
