/** What is the same for all files of a run, in memory that all threads see. */
import type { Wishes } from './judging.ts';

/** A rule file as the main thread found it, with those that it builds on. */
export interface CheckedRules {
  readonly file: string;
  readonly text: string;
  readonly bases: Readonly<Record<string, string>>;
  readonly fenced: readonly string[];
}

/** The folder in which this very program keeps what it found of rule files. */
export interface Cache {
  readonly folder: string;
  readonly program: string;
}

/** What is the same for all files of a run. */
export interface AssessSetup {
  readonly cache: Cache | null;
  readonly rules: readonly CheckedRules[];
  readonly wishes: Wishes;
}

/** The set-up as JSON in memory that all threads see, so that it is not copied with each file. */
export interface SharedSetup {
  readonly setup: SharedArrayBuffer;
}

export function shareSetup(setup: AssessSetup): SharedSetup {
  const bytes = new TextEncoder().encode(JSON.stringify(setup));
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return { setup: shared };
}

export function setupOf({ setup }: SharedSetup): AssessSetup {
  // A decoder takes no memory that others might change meanwhile.
  const bytes = new Uint8Array(setup.byteLength);
  bytes.set(new Uint8Array(setup));
  return JSON.parse(new TextDecoder().decode(bytes)) as AssessSetup;
}
