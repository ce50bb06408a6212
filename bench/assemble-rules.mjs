/** Puts the fragments of a rule set together into rules/fazhi-annual-report.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const read = name => JSON.parse(readFileSync(new URL(`../rules/parts/${name}.json`, import.meta.url), 'utf8'));
const has = name => existsSync(new URL(`../rules/parts/${name}.json`, import.meta.url));
const base = read('base');
const genre = has('genre') ? read('genre') : { recognise: { any: [], kinds: [], years: { from: 2015 } }, zones: [] };
const groups = [
  'formal',
  'content',
  'first-responsible',
  'documents',
  'decisions',
  'litigation',
  'reconsideration',
  'enforcement',
  'services',
  'oversight',
  'data',
];
const chosen = process.argv[2]?.split(',') ?? ['contents', 'duties', 'indicators'];
const parts = chosen.filter(has).map(read);
const terms = Object.assign({}, base.terms, genre.terms, ...parts.map(part => part.terms ?? {}));
const all = parts.flatMap(part => part.groups);
const { outcomes, terms: _terms, ...head } = base;
const whole = {
  ...head,
  recognise: genre.recognise,
  zones: genre.zones,
  terms,
  groups: groups.map(id => all.find(group => group.id === id)).filter(Boolean),
  outcomes,
};
const out = process.argv[3] ?? new URL('../rules/fazhi-annual-report.json', import.meta.url);
writeFileSync(out, `${JSON.stringify(whole, null, 2)}\n`);
console.log(`${whole.groups.flatMap(group => group.requirements).length} requirements`);
