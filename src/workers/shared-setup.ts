/** What is the same for many files, packed small enough to go to a worker process with each of them. */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Wishes } from './judging.ts';

/** A rule file as the main process found it, with those that it builds on. */
export interface RuleTexts {
  readonly file: string;
  readonly text: string;
  readonly bases: Readonly<Record<string, string>>;
}

export interface CheckedRules extends RuleTexts {
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

/** The set-up as JSON, deflated: some 70 KB for the shipped rules. A worker unpacks the first one alone. */
export interface SharedSetup {
  readonly setup: Uint8Array;
}

export function shareSetup(setup: object): SharedSetup {
  return { setup: deflateSync(JSON.stringify(setup)) };
}

export function setupOf<Setup>({ setup }: SharedSetup): Setup {
  return JSON.parse(inflateSync(setup).toString('utf8')) as Setup;
}
