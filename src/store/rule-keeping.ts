/** Editing of rule files: reads one, saves it whole, and keeps each version before a save with its time. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeRules, type RuleCharset } from '../rules/decode.ts';
import { keepingWords } from '../words/keeping.ts';
import { codeOf } from './codes.ts';
import { type Disk, systemDisk } from './disk.ts';
import { reasonOf, storeError } from './folder.ts';
import { Unsettled, writeWhole } from './json-file.ts';
import type { RuleFileCheck, RuleFiles } from './rule-files.ts';

/** A rule file as it is on the disk. */
export interface RuleText {
  /** Name within the rules folder. */
  readonly name: string;
  /** Without byte order mark, lines ended by \n. */
  readonly text: string;
  /** Of the bytes; a save that names another one is refused. */
  readonly sha256: string;
  /** As it is on the disk; a save writes UTF-8. */
  readonly charset: RuleCharset;
}

/** A version that a save replaced. */
export interface KeptVersion {
  /** Name by which it is asked for. */
  readonly key: string;
  /** ISO time at which it was replaced. */
  readonly replacedAt: string;
}

export type Saved =
  | { readonly state: 'saved' }
  /** The text is the one on the disk. */
  | { readonly state: 'same' }
  | { readonly state: 'broken'; readonly check: RuleFileCheck }
  /** The file loads, but under another id than the one it had. */
  | { readonly state: 'renamed'; readonly id: string }
  /** The file was changed meanwhile; `disk` is what stands there now. */
  | { readonly state: 'conflict'; readonly disk: RuleText };

const keyForm = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;

export class RuleKeeping {
  readonly #files: RuleFiles;
  readonly #history: string;
  readonly #clock: () => Date;
  readonly #disk: Disk;
  #turn: Promise<unknown> = Promise.resolve();

  /** `history` is the folder that holds one folder a rule set; it is made when first needed. */
  constructor(files: RuleFiles, history: string, clock: () => Date, disk: Disk = systemDisk) {
    this.#disk = disk;
    this.#files = files;
    this.#history = history;
    this.#clock = clock;
  }

  /** Null where no file holds this rule set. */
  async read(id: string): Promise<RuleText | null> {
    const name = this.#files.fileOf(id);
    if (name === null) return null;
    const bytes = await readFile(join(this.#files.folder, name)).catch(absent);
    if (bytes === null) return null;
    const { text, charset } = decodeRules(bytes);
    return { name, text: plain(text), sha256: sha256(bytes), charset };
  }

  /** Checks a text as if it were saved; others have their turn meanwhile. */
  check(name: string, text: string): Promise<RuleFileCheck> {
    return this.#files.checkInSteps(text, name);
  }

  /** The same for the files that build on this one. */
  checkThoseBuiltOn(name: string, text: string): Promise<readonly RuleFileCheck[]> {
    return this.#files.checkThoseBuiltOn(text, name);
  }

  /**
   * Puts a text in the place of the file, if it loads and the file is still the one with `base`.
   * The version before is kept first. Saves follow each other.
   * @throws StoreError `unwritable`, `full`; the file is then as it was
   */
  save(id: string, text: string, base: string): Promise<Saved> {
    const turn = this.#turn.then(() => this.#save(id, plain(text), base));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #save(id: string, text: string, base: string): Promise<Saved> {
    const disk = await this.read(id);
    if (disk === null) throw storeError('not-found', keepingWords.noRules, { id });
    if (disk.sha256 !== base) return { state: 'conflict', disk };
    if (disk.text === text) return { state: 'same' };
    const check = await this.check(disk.name, text);
    if (check.rules === null) return { state: 'broken', check };
    if (check.rules.ruleSet.id !== id) return { state: 'renamed', id: check.rules.ruleSet.id };
    const path = join(this.#files.folder, disk.name);
    try {
      const before = await readFile(path);
      await this.#keep(id, before);
      const { mode } = await stat(path);
      await writeWhole(this.#disk, path, likeBefore(text, before), mode & 0o777);
    } catch (error) {
      if (error instanceof Unsettled)
        throw storeError('unsure', keepingWords.unsure, { reason: reasonOf(error) }, error);
      const code = codeOf(error);
      if (code === 'ENOSPC' || code === 'EDQUOT') throw storeError('full', keepingWords.full, {}, error);
      const values = { folder: this.#files.folder, reason: code || String(error) };
      throw storeError('unwritable', keepingWords.rulesUnwritable, values, error);
    }
    return { state: 'saved' };
  }

  async #keep(id: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.#history, id);
    await this.#disk.makeFolder(folder);
    await this.#disk.syncFolder(dirname(folder));
    const time = this.#clock().toISOString().replace(/[-:.]/g, '');
    await writeWhole(this.#disk, join(folder, `${time}-${sha256(bytes).slice(0, 8)}.json`), bytes, 0o600);
  }

  /** Versions that saves replaced, newest first. */
  async versions(id: string): Promise<readonly KeptVersion[]> {
    if (!isFolderName(id)) return [];
    const names = (await readdir(join(this.#history, id)).catch(absent)) ?? [];
    return names
      .filter(name => name.endsWith('.json'))
      .map(name => name.slice(0, -'.json'.length))
      .filter(key => keyForm.test(key))
      .sort()
      .reverse()
      .map(key => ({ key, replacedAt: timeOf(key) }));
  }

  /** The text of a kept version; null where there is none. */
  async version(id: string, key: string): Promise<string | null> {
    if (!isFolderName(id) || !keyForm.test(key)) return null;
    const bytes = await readFile(join(this.#history, id, `${key}.json`)).catch(absent);
    return bytes === null ? null : plain(decodeRules(bytes).text);
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Ids of rule sets have this form; anything else might lead out of the folder. */
const isFolderName = (id: string): boolean => /^[a-z0-9][a-z0-9.-]*$/.test(id);

/** The form in which texts are shown, sent by browsers and compared. */
const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** The text as UTF-8, with line ends and byte order mark as the file had them. */
function likeBefore(text: string, before: Uint8Array): string {
  const lines = decodeRules(before).text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return before[0] === 0xef && before[1] === 0xbb ? `\uFEFF${lines}` : lines;
}

function timeOf(key: string): string {
  const [, y, mo, d, h, mi, s, ms] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(key) ?? [];
  return `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`;
}

function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}
