/** All hits of the patterns in all files of a folder, by nothing but RegExp: `node regexp-loop.js FOLDER`. */
import { readdirSync, readFileSync } from 'node:fs';
import { patterns } from './patterns.mjs';

const folder = process.argv[2];
const compiled = patterns.map(pattern => new RegExp(pattern, 'g'));
for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const hits = compiled.flatMap(pattern => [...text.matchAll(pattern)].map(hit => [hit.index, hit[0]]));
  console.log(name, JSON.stringify(hits));
}
