/** What became of the last imports, kept in memory for a while, so that their page has an address to come back to. */
import { randomBytes } from 'node:crypto';
import type { Lang } from '../words/bilingual.ts';

/** One import, under way or done. */
export interface Arrival {
  /** Where it leads instead of to a page of its own; '' for none. */
  readonly href: string;
  /** What its page shows. */
  in(lang: Lang): object;
}

/** More than a person goes back to; texts that are offered for storing are part of it. */
const most = 12;

export class Arrivals {
  readonly #kept = new Map<string, Arrival>();

  /** Gives the name under which it is found. */
  keep(arrival: Arrival): string {
    const name = randomBytes(9).toString('base64url');
    this.#kept.set(name, arrival);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) break;
      this.#kept.delete(oldest);
    }
    return name;
  }

  /** Under the same name, while it is kept. */
  change(name: string, arrival: Arrival): void {
    if (this.#kept.has(name)) this.#kept.set(name, arrival);
  }

  /** Null where it was never kept, or so long ago that newer ones took its place. */
  get(name: string): Arrival | null {
    return this.#kept.get(name) ?? null;
  }
}
