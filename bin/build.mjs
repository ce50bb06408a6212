/** Builds the program into dist/, in a folder named by its sources: `npm run build`. Started alone, it says where. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { builtFolder, mainOf, ownPath, sourcesKey } from './sources.mjs';

/** Programs kept, those started last: one that runs still loads parts of its own folder. */
const mostKept = 4;

/** Gives the folder of the built program. It is moved into place whole, so that two that build at once do not meet. */
export async function build() {
  const key = sourcesKey();
  const folder = builtFolder(key);
  if (existsSync(mainOf(folder))) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    const entries = [ownPath('src/main.ts'), ...tasks()];
    const { outputFiles } = await bundle({
      entryPoints: entries,
      write: false,
      outdir: unfinished,
      entryNames: '[name]',
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      // The engine keeps what it made of a script, not of a module; and one file is found and read sooner than sixty.
      format: 'cjs',
      // Parts that are asked for later lie in the same file and are run when they are.
      supported: { 'dynamic-import': false },
      target: 'node20',
      mainFields: ['module', 'main'],
      define: { builtFrom: JSON.stringify(key) },
      banner: { js: "const builtAt = require('node:url').pathToFileURL(__filename).href;" },
      plugins: [ownPlaces(folder)],
      legalComments: 'none',
      logLevel: 'silent',
    });
    for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
    for (const entry of entries) writeStart(basename(entry, '.ts'), unfinished, folder);
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

/**
 * A program whose every character is one byte, which is read twice as fast and takes half the room. Only expressions that
 * search and remarks hold others by now, and in both they may be written like this.
 */
const inAscii = text =>
  text.replace(/[^\0-\x7f]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What is imported of an entry; only of the program itself it tells what it is started for. */
function writeStart(name, unfinished, folder) {
  const loader = JSON.stringify(relative(folder, ownPath('bin/load.mjs')).split(sep).join('/'));
  const file = `new URL('./${name}.cjs', import.meta.url)`;
  const loaded = name === 'main' ? `load(${file}, commandOf(process.argv));` : `export default load(${file}).default;`;
  const names = name === 'main' ? 'commandOf, load' : 'load';
  writeFileSync(`${unfinished}/${name}.js`, `import { ${names} } from ${loader};\n${loaded}\n`);
}

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
          task === undefined ? `new URL(${place}, builtAt).href` : `new URL('./${task}.js', builtAt)`,
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
