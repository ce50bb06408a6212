/** What checks of rule files gave, kept from one run of the program to the next: which texts are sound, what became of examples. */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { ExampleFailure } from '../assess/examples.ts';
import type { RuleError } from '../rules/errors.ts';
import type { SoundFiles } from '../rules/load.ts';
import { removeIfThere } from '../workers/list-files.ts';
import { makeFolder } from './make-folder.ts';

/** What became of the examples of one requirement. */
export interface ExampleOutcome {
  readonly run: number;
  readonly failures: readonly ExampleFailure[];
}

interface Content {
  readonly sound: [string, readonly RuleError[]][];
  readonly outcomes: [string, ExampleOutcome][];
}

/** Texts of rule files and requirements of them that are kept, those asked for last; more than a few offices' files have. */
const mostSound = 60;
const mostOutcomes = 3000;
/** Files kept for other versions of the program. */
const mostFiles = 6;

/**
 * One file of the program's own folder of the user. Its name tells the program and the version of Node that judged, so that
 * no other trusts it; its first line is the hash of the rest. One that is missing, damaged or not to be written costs time
 * and nothing else: everything in it is then found anew.
 */
export class KeptChecks implements SoundFiles {
  readonly #folder: string;
  readonly #path: string;
  #content: { sound: Map<string, readonly RuleError[]>; outcomes: Map<string, ExampleOutcome> } | null = null;
  #changed = false;

  /** `program` is a key of the code that judges. */
  constructor(folder: string, program: string) {
    this.#folder = folder;
    this.#path = join(folder, `checks-${program}-${process.versions.node}.json`);
  }

  /** Nothing was kept: all is found anew, which takes a while. */
  get isEmpty(): boolean {
    return this.#read().outcomes.size === 0;
  }

  warningsOf(file: string, sha256: string): readonly RuleError[] | null {
    return latest(this.#read().sound, `${file} ${sha256}`) ?? null;
  }

  keepSound(file: string, sha256: string, warnings: readonly RuleError[]): void {
    const { sound } = this.#read();
    const key = `${file} ${sha256}`;
    if (sound.has(key)) return;
    sound.set(key, warnings);
    this.#changed = true;
  }

  /** By the key of what the requirement and its examples rest on. */
  outcomeOf(key: string): ExampleOutcome | undefined {
    return latest(this.#read().outcomes, key);
  }

  keepOutcome(key: string, outcome: ExampleOutcome): void {
    this.#read().outcomes.set(key, outcome);
    this.#changed = true;
  }

  /** Writes what is new; where it cannot, the next run finds it anew. */
  save(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const { sound, outcomes } = this.#read();
    const content: Content = { sound: [...sound].slice(-mostSound), outcomes: [...outcomes].slice(-mostOutcomes) };
    const text = JSON.stringify(content);
    const temporary = `${this.#path}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      makeFolder(this.#folder);
      writeFileSync(temporary, `${hashOf(text)}\n${text}\n`, { mode: 0o600 });
      renameSync(temporary, this.#path);
      this.#removeOld();
    } catch {
      removeIfThere(temporary);
    }
  }

  #read() {
    this.#content ??= contentOf(this.#path);
    return this.#content;
  }

  #removeOld(): void {
    const files = readdirSync(this.#folder)
      .filter(name => name.startsWith('checks-'))
      .map(name => join(this.#folder, name))
      .map(path => ({ path, at: statSync(path).mtimeMs }))
      .sort((one, other) => other.at - one.at);
    for (const { path } of files.slice(mostFiles)) rmSync(path, { force: true });
  }
}

/** The value, which is then the last to be dropped. */
function latest<T>(map: Map<string, T>, key: string): T | undefined {
  const value = map.get(key);
  if (value !== undefined) {
    map.delete(key);
    map.set(key, value);
  }
  return value;
}

function contentOf(path: string) {
  try {
    const [hash, text = ''] = readFileSync(path, 'utf8').split('\n');
    if (hash === hashOf(text)) {
      const { sound, outcomes } = JSON.parse(text) as Content;
      return { sound: new Map(sound), outcomes: new Map(outcomes) };
    }
  } catch {
    // There is none, or it cannot be read: nothing is known.
  }
  return { sound: new Map<string, readonly RuleError[]>(), outcomes: new Map<string, ExampleOutcome>() };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Makes the folder; false where it cannot be had. */
export function madeCacheFolder(folder: string): boolean {
  try {
    makeFolder(folder);
    return true;
  } catch {
    return false;
  }
}

/** Where the system keeps what programs may lose; FAJIAN_CACHE names another folder, and empty none. Null for none. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string = process.platform,
  home: string = homedir(),
): string | null {
  if (env.FAJIAN_CACHE !== undefined) return env.FAJIAN_CACHE === '' ? null : env.FAJIAN_CACHE;
  const named = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (named !== undefined && isAbsolute(named)) return join(named, 'fajian');
  if (!isAbsolute(home)) return null;
  if (platform === 'win32') return join(home, 'AppData', 'Local', 'fajian');
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'fajian') : join(home, '.cache', 'fajian');
}
