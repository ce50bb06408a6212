#!/usr/bin/env node
/** Starts Fajian: the program built from exactly these sources, built first where there is none, else the sources as they are. */
import { existsSync, utimesSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { builtFolder, mainOf, ownPath, sourcesKey } from './sources.mjs';

const folder = builtFolder(sourcesKey());
if (existsSync(mainOf(folder))) {
  markAsUsed(folder);
} else {
  await (await import('./build.mjs')).build().catch(tellOfSources);
}
await import(pathToFileURL(existsSync(mainOf(folder)) ? mainOf(folder) : await fromSources()).href);

/** Folders of the programs that were started last are kept when others are removed. */
function markAsUsed(path) {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // A program folder that cannot be written has nothing removed either.
  }
}

/** Slower to start, and the same otherwise: where the folder cannot be written, or the build failed. */
async function fromSources() {
  const { register } = await import('tsx/esm/api');
  register();
  return ownPath('src/main.ts');
}

function tellOfSources(error) {
  if (process.env.FAJIAN_LANG === 'en') console.error(`Started from the sources, which takes longer: ${error.message}`);
  else console.error(`直接从源文件启动，会慢一些：${error.message}`);
}
