/** What the built program is made of, as a key: its folder is named by it, so that a stale one is never started. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A path of the project as the system writes it. */
export const ownPath = path => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const builtFolder = key => ownPath(`dist/${key}`);

export const mainOf = folder => `${folder}/main.js`;

/** Beside the sources, what decides how they are built: this folder, the version, and the packages that are installed. */
const others = ['package.json', 'bin/build.mjs', 'bin/load.mjs', 'bin/sources.mjs', 'node_modules/.package-lock.json'];

/** Of the content of every source file; some 400 files of 2 MB take 15 ms. */
export function sourcesKey() {
  const hash = createHash('sha256');
  const sources = readdirSync(ownPath('src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .sort();
  for (const path of [...sources, ...others.map(ownPath)])
    hash.update(`${path.length} `).update(read(path)).update('\0');
  return hash.digest('hex').slice(0, 20);
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    // No list of installed packages: then they are told by the version alone.
    return '';
  }
}
