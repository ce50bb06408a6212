/** Makes a folder and those above it, one by one: the recursive form of Node never ends on some file systems that refuse it. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Throws what the file system says where a folder cannot be made. */
export function makeFolder(path: string): void {
  const full = resolve(path);
  const missing: string[] = [];
  for (let at = full; !isFolder(at); at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Somebody else may have made it in between.
      if (!isFolder(folder)) throw error;
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
