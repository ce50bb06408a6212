/** Builds the program into dist/, in a folder named by its sources: `npm run build`. Started alone, it says where. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { builtFolder, mainOf, ownPath, sourcesKey } from './sources.mjs';

/** Programs kept, those started last: one that runs still loads parts of its own folder. */
const mostKept = 8;

/** Gives the folder of the built program. It is moved into place whole, so that two that build at once do not meet. */
export async function build() {
  const key = sourcesKey();
  const folder = builtFolder(key);
  if (existsSync(mainOf(folder))) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    await bundle({
      entryPoints: [ownPath('src/main.ts'), ...tasks()],
      outdir: unfinished,
      entryNames: '[name]',
      bundle: true,
      splitting: true,
      chunkNames: '[name]-[hash]',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      mainFields: ['module', 'main'],
      define: { builtFrom: JSON.stringify(key) },
      // Packages of the older kind ask for parts of Node by `require`, which a module does not have.
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
      plugins: [ownPlaces(folder)],
      logLevel: 'silent',
    });
    moveInto(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOld(ownPath('dist'));
  return folder;
}

/** What worker threads load, each a program of its own. */
const tasks = () =>
  readdirSync(ownPath('src'), { recursive: true })
    .filter(name => name.endsWith('-task.ts'))
    .map(name => ownPath(`src/${name}`));

/** The place of a module, asked for by itself or to find a task beside it. */
const ownAddress = /new URL\('\.\/([\w-]+-task)\.ts', import\.meta\.url\)|import\.meta\.url/g;

/** In what is built, a module's own place stays that of its source, from which templates and data are found; tasks are the built ones. */
function ownPlaces(folder) {
  return {
    name: 'own places',
    setup({ onLoad }) {
      onLoad({ filter: /\.(?:ts|m?js)$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        const place = JSON.stringify(relative(folder, path).split(sep).join('/'));
        const contents = text.replaceAll(ownAddress, (_, task) =>
          task === undefined ? `new URL(${place}, import.meta.url).href` : `new URL('./${task}.js', import.meta.url)`,
        );
        return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
      });
    },
  };
}

function moveInto(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process built the same at the same time.
    if (!existsSync(mainOf(folder))) throw error;
  }
}

/** Whatever stands in the way of removing costs space and nothing else. */
function removeOld(dist) {
  try {
    const usedAt = path => statSync(path).mtimeMs;
    const folders = readdirSync(dist)
      .map(name => `${dist}/${name}`)
      .sort((one, other) => usedAt(other) - usedAt(one));
    for (const old of folders.slice(mostKept)) rmSync(old, { recursive: true, force: true });
  } catch {
    // As said above.
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(relative(process.cwd(), await build()));
