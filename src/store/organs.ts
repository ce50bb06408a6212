/** The roster of bodies that must report: one small file an organ, all of them in memory. */
import { randomBytes } from 'node:crypto';
import type { OrganFacts } from '../report/organ.ts';
import { keepingWords } from '../words/keeping.ts';
import { type Folder, reasonOf, storeError } from './folder.ts';
import { idFrom } from './record.ts';
import { byAge } from './roster-in.ts';
import { type Organ, StoreError } from './types.ts';

/** Every promise may be rejected with a StoreError, and then nothing has changed. */
export interface Organs {
  /** In the order in which they were added; the same list until something changes. */
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
  readonly #changed: () => void;
  readonly #organs = new Map<string, Organ>();
  #list: readonly Organ[] | null = null;

  /** `changed` is called after each change. */
  constructor(
    folder: Folder,
    clock: () => Date,
    inTurn: <T>(task: () => Promise<T>) => Promise<T>,
    changed: () => void,
  ) {
    this.#folder = folder;
    this.#clock = clock;
    this.#inTurn = inTurn;
    this.#changed = changed;
  }

  async load(): Promise<void> {
    const ids = await this.#folder.ids('organs');
    const read = await Promise.all(ids.map(id => this.#load(id)));
    const found = read.filter(organ => organ !== null);
    this.#organs.clear();
    this.#list = null;
    found.sort(byAge);
    for (const organ of found) this.#organs.set(organ.id, organ);
  }

  /** One that cannot be read is told of. */
  #load(id: string): Promise<Organ | null> {
    return this.#folder.loadOrgan(this.#folder.organ(id)).catch((error: unknown) => {
      this.#folder.tell(keepingWords.unreadable, { file: `${id}.json`, reason: reasonOf(error) });
      return null;
    });
  }

  list(): readonly Organ[] {
    this.#list ??= [...this.#organs.values()];
    return this.#list;
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
      const { life } = this.#folder;
      const organ = this.#known(id);
      const { createdAt } = organ;
      const updatedAt = this.#clock().toISOString();
      return this.#save({ ...factsOf(change(organ)), schema: 1, id, createdAt, updatedAt }, life);
    });
  }

  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#known(id);
      try {
        await this.#folder.move(this.#folder.organ(id), this.#folder.removed(id), this.#clock());
      } catch (error) {
        await this.#lookAgain(id, error);
        throw error;
      }
      this.#set(id, null);
    });
  }

  #known(id: string): Organ {
    const organ = this.#organs.get(id);
    if (organ === undefined) throw storeError('not-found', keepingWords.noOrgan, { id });
    return organ;
  }

  async #save(organ: Organ, life?: number): Promise<Organ> {
    try {
      await this.#folder.write(this.#folder.organ(organ.id), organ, life);
    } catch (error) {
      await this.#lookAgain(organ.id, error);
      throw error;
    }
    this.#set(organ.id, organ);
    return organ;
  }

  /** After a save of which nobody knows whether it holds, memory says what the disk says. */
  async #lookAgain(id: string, error: unknown): Promise<void> {
    if (error instanceof StoreError && error.code === 'unsure') this.#set(id, await this.#load(id));
  }

  #set(id: string, organ: Organ | null): void {
    if (organ === null) this.#organs.delete(id);
    else this.#organs.set(id, organ);
    this.#list = null;
    this.#changed();
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
