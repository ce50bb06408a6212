/** What a folder of results was made from, a line a file, so that a run that was stopped can go on. */
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Tier } from '../rules/types.ts';

/** Lies in the folder of results; hidden, since it is none. */
const journalName = '.fajian-results.jsonl';

export interface Written {
  /** Name of the file that it is the result of: the file of the command line, or one in an archive. */
  readonly of: string;
  readonly name: string;
  /** Of the file as it was written. */
  readonly sha256: string;
}

/** What became of one file of the command line. */
export interface Entry {
  readonly name: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly outputs: readonly Written[];
  readonly gap: Tier | null;
}

/** Results that are there, with what is in them. */
export interface Kept {
  readonly entry: Entry;
  readonly contents: readonly Uint8Array[];
}

interface Line extends Entry {
  /** Of everything else that the results rest on. */
  readonly key: string;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

export class Journal {
  readonly #folder: string;
  readonly #key: string;
  readonly #known = new Map<string, Entry[]>();

  /** `key` tells tool, rules and wishes; `goOn` false begins anew. */
  constructor(folder: string, key: string, goOn: boolean) {
    this.#folder = folder;
    this.#key = key;
    if (goOn) for (const entry of linesOf(join(folder, journalName), key)) this.#remember(entry);
    else rmSync(join(folder, journalName), { force: true });
  }

  /** The results of a file of this name and content, where all of them are as they were written; each is given once. */
  take(name: string, hash: string): Kept | null {
    const same = this.#known.get(keyOf(name, hash)) ?? [];
    for (let entry = same.shift(); entry !== undefined; entry = same.shift()) {
      const contents = entry.outputs.flatMap(output => this.#whole(output) ?? []);
      if (contents.length === entry.outputs.length) return { entry, contents };
    }
    return null;
  }

  add(entry: Entry): void {
    const line: Line = { ...entry, key: this.#key };
    appendFileSync(join(this.#folder, journalName), `${JSON.stringify(line)}\n`);
  }

  #remember(entry: Entry): void {
    const key = keyOf(entry.name, entry.sha256);
    this.#known.set(key, [...(this.#known.get(key) ?? []), entry]);
  }

  #whole({ name, sha256: wanted }: Written): Uint8Array | null {
    try {
      const content = readFileSync(join(this.#folder, name));
      return sha256(content) === wanted ? content : null;
    } catch {
      return null;
    }
  }
}

const keyOf = (name: string, hash: string): string => `${hash} ${name}`;

/** Lines of this key; the last may be cut off, and one that is no line is none. */
function linesOf(path: string, key: string): Entry[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  // Of two lines with the same results the later is what lies there now.
  const byOutputs = new Map<string, Entry>();
  for (const written of text.split('\n')) {
    const line = lineOf(written);
    if (line === null) continue;
    const outputs = line.outputs.map(({ name }) => name).join('\n');
    if (line.key === key) byOutputs.set(outputs, line);
    else byOutputs.delete(outputs);
  }
  return [...byOutputs.values()];
}

function lineOf(written: string): Line | null {
  try {
    const line = JSON.parse(written) as Line;
    return Array.isArray(line.outputs) && typeof line.name === 'string' ? line : null;
  } catch {
    return null;
  }
}
