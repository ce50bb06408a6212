/** Runs one file of the built program with what the engine made of it before, so that it is not made out of its text again. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/**
 * How much of a function runs before it is compiled anew by what it was seen to do; more than twice what the engine takes.
 * A run of some files to some thousands makes most of its code twice and more otherwise (docs/performance.md); a server,
 * which runs for hours, is better off with what the engine takes.
 */
const patience = '--interrupt-budget=300000';
/** The engine of Node 20 and 21, in which this was measured; others may know no such setting. */
const measured = '11.';

/** Workers are ended from outside; by then, in milliseconds, one has done whatever it does. */
const settled = 10_000;

/** Bytes of the hash before what is kept: the engine itself does not notice damage. */
const hashLength = 32;

/**
 * The exports of a program built as one CommonJS file. What the engine made of it is kept beside it, `use` by `use`, since
 * each makes code of other parts; the engine refuses what another version of it, or one with other settings, has kept.
 * @param file its address
 * @param use what it is started for, as part of a file's name
 */
export function load(file, use = '') {
  if (use !== 'serve' && process.versions.v8.startsWith(measured)) setFlagsFromString(patience);
  const path = fileURLToPath(file);
  const place = `${path}${use === '' ? '' : `.${use}`}.code`;
  const cachedData = kept(place);
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'latin1')}\n})`;
  const script = new Script(text, { filename: path, ...(cachedData !== undefined && { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  if (cachedData === undefined || script.cachedDataRejected === true) keepLater(script, place);
  return module.exports;
}

/** The commands after which code is kept, each with its own; all others are short, or start nothing much. */
const commands = ['assess', 'rules', 'serve', 'text'];

/** The command in a program's arguments, or nothing. */
export const commandOf = argv => commands.find(command => command === argv[2] && !argv.includes('--help')) ?? '';

function kept(place) {
  try {
    const bytes = readFileSync(place);
    const data = bytes.subarray(hashLength);
    return bytes.subarray(0, hashLength).equals(hashOf(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

const hashOf = data => createHash('sha256').update(data).digest();

/** A run that was refused called few functions: the next may do better. */
const refused = 2;

function keepLater(script, place) {
  const keep = code => {
    if (code === refused) return;
    const unfinished = `${place}.${process.pid}`;
    try {
      const data = script.createCachedData();
      writeFileSync(unfinished, Buffer.concat([hashOf(data), data]));
      renameSync(unfinished, place);
    } catch {
      // Where nothing can be kept, the next start takes as long as this one.
      rmSync(unfinished, { force: true });
    }
  };
  if (process.send === undefined) process.once('exit', keep);
  else setTimeout(keep, settled).unref();
}
