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
/** Chinese punctuation in what is said in Chinese; phrases and examples stay as written. */
const fullWidth = text =>
  text
    .replace(/(?<=[\u4e00-\u9fff”》）】」}%_…]),/g, '，')
    .replace(/(?<=[0-9]),(?=[\u4e00-\u9fff“《（])/g, '，')
    .replace(/(?<=[\u4e00-\u9fff”》）】」}%_0-9]);/g, '；')
    .replace(/(?<=[\u4e00-\u9fff”》）】」}]):/g, '：')
    .replace(/\((?=[^()]*[\u4e00-\u9fff])([^()]*)\)/g, '（$1）');
const said = new Set(['title', 'met', 'gap', 'fix', 'text', 'note', 'notes', 'ask']);
const polish = (node, inSaid) => {
  if (Array.isArray(node)) return node.map(item => polish(item, inSaid));
  if (node !== null && typeof node === 'object') {
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (key === 'examples' || key === 'terms') return [key, value];
        if (typeof value === 'string' && (key === 'zh' ? inSaid : said.has(key))) return [key, fullWidth(value)];
        return [key, polish(value, said.has(key))];
      }),
    );
  }
  return node;
};
const out = process.argv[3] ?? new URL('../rules/fazhi-annual-report.json', import.meta.url);
writeFileSync(out, `${JSON.stringify(polish(whole, false), null, 2)}\n`);
console.log(`${whole.groups.flatMap(group => group.requirements).length} requirements`);
