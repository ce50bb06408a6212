/** The last good text of each rule file, kept beside its versions, so that a restart over a broken file still has it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class LastGood {
  readonly #folder: string | null;
  readonly #known = new Map<string, string | null>();

  /** Null keeps nothing on the disk. */
  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** By the name of the file; null where none is known. */
  read(name: string): string | null {
    if (this.#folder === null) return null;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    let text: string | null = null;
    try {
      text = readFileSync(join(this.#folder, name), 'utf8');
    } catch {
      // None was kept, or it cannot be read: then there is none.
    }
    this.#known.set(name, text);
    return text;
  }

  /** A folder that cannot be written costs the good version after a restart and nothing else: saves of reports tell of it. */
  keep(name: string, text: string): void {
    if (this.#folder === null || this.read(name) === text) return;
    this.#known.set(name, text);
    const path = join(this.#folder, name);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(`${path}.tmp`, text, { mode: 0o600 });
      renameSync(`${path}.tmp`, path);
    } catch {
      // As said above.
    }
  }
}
