/**
 * Damages the shipped rule file by one token, many times over, and prints how often the mistake is told at the right line
 * and how often writing what the message says repairs the file. `node --import tsx bench/rule-damage.ts [count] [seed]`;
 * `--list` prints the damages that were told at another line or not repaired.
 */
import { readFileSync } from 'node:fs';
import { createScanner } from 'jsonc-parser';
import { lineAndColumn } from '../src/rules/errors.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import { followed } from '../test/rules/follow.ts';

const [count = 1000, seed = 1] = process.argv.slice(2).flatMap(word => (/^\d+$/.test(word) ? [Number(word)] : []));
const listed = process.argv.includes('--list');
const path = 'rules/fazhi-annual-report.json';
const whole = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** Mulberry32: the same seed gives the same damages. */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const random = randomFrom(seed);
const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

interface Token {
  readonly text: string;
  readonly at: number;
}
type Kind = 'comma' | 'quote' | 'bracket' | 'colon' | 'word' | 'number';

function tokensByKind(): Readonly<Record<Kind, readonly Token[]>> {
  const found: Record<Kind, Token[]> = { comma: [], quote: [], bracket: [], colon: [], word: [], number: [] };
  const scanner = createScanner(whole, true);
  for (;;) {
    scanner.scan();
    if (scanner.getTokenLength() === 0) return found;
    const at = scanner.getTokenOffset();
    const text = whole.slice(at, at + scanner.getTokenLength());
    if (text === ',') found.comma.push({ text, at });
    else if (text === ':') found.colon.push({ text, at });
    else if (/^[[\]{}]$/.test(text)) found.bracket.push({ text, at });
    else if (/^-?\d/.test(text)) found.number.push({ text, at });
    else {
      found.word.push({ text, at });
      if (text.startsWith('"')) found.quote.push({ text: '"', at }, { text: '"', at: at + text.length - 1 });
    }
  }
}
const tokens = tokensByKind();

/** What people type instead. */
const chinese: Readonly<Record<string, readonly string[]>> = {
  ',': ['，', '、'],
  ':': ['：'],
  '"': ['“', '”'],
  '[': ['【', '［'],
  ']': ['】', '］'],
  '{': ['｛'],
  '}': ['｝'],
};
const otherBracket: Readonly<Record<string, string>> = { '[': '{', ']': '}', '{': '[', '}': ']' };

interface Damage {
  readonly what: string;
  readonly at: number;
  readonly text: string;
}

function damage(): Damage {
  const kind = one(Object.keys(tokens) as Kind[]);
  const { text, at } = one(tokens[kind]);
  const put = (what: string, instead: string): Damage => ({
    what: `${kind} ${what}`,
    at,
    text: whole.slice(0, at) + instead + whole.slice(at + text.length),
  });
  const how = one(['delete', 'replace', 'duplicate'] as const);
  if (how === 'delete') return put('deleted', '');
  if (how === 'duplicate') return put('doubled', kind === 'word' ? `${text} ${text}` : text + text);
  if (kind === 'number') return put('in quotes', `"${text}"`);
  if (kind === 'word') {
    const letter = 1 + Math.floor(random() * Math.max(1, text.length - 2));
    return put('misspelt', text.slice(0, letter) + text.slice(letter + 1));
  }
  const marks = chinese[text] ?? [];
  const wrong = kind === 'bracket' && random() < 0.5 ? otherBracket[text] : undefined;
  return wrong === undefined ? put('Chinese', one(marks)) : put('of the other kind', wrong);
}

interface Tally {
  made: number;
  harmless: number;
  line: number;
  any: number;
  named: number;
  repaired: number;
}
const rows = new Map<string, Tally>();
const samples: string[] = [];
for (let n = 0; n < count; n += 1) {
  const { what, at, text } = damage();
  const row = rows.get(what) ?? { made: 0, harmless: 0, line: 0, any: 0, named: 0, repaired: 0 };
  rows.set(what, row);
  row.made += 1;
  const { ruleSet, errors } = loadRuleSet(text, path);
  const told = errors.filter(error => error.severity === 'error');
  const [first] = told;
  if (ruleSet !== null || first === undefined) {
    row.harmless += 1;
    continue;
  }
  const { line } = lineAndColumn(whole, at);
  if (first.line === line) row.line += 1;
  if (told.some(error => error.line === line)) row.any += 1;
  const mended = followed(text, first);
  if (mended !== null) row.named += 1;
  const sound = mended !== null && (mended === whole || loadRuleSet(mended, path).ruleSet !== null);
  if (sound) row.repaired += 1;
  if (listed && (first.line !== line || !sound))
    samples.push(
      `${what}  line ${line}, told ${first.line}:${first.column} ${mended === null ? '' : sound ? '(repaired)' : '(NOT repaired)'} ${first.text.en}`,
    );
}

const share = (part: number, all: number): string => (all === 0 ? '—' : `${((100 * part) / all).toFixed(1)}%`);
const show = (name: string, row: Tally): void => {
  const broken = row.made - row.harmless;
  console.log(
    `${name.padEnd(28)}${String(row.made).padStart(6)}${String(broken).padStart(8)}${share(row.line, broken).padStart(10)}${share(row.any, broken).padStart(10)}${String(row.named).padStart(8)}${share(row.repaired, row.named).padStart(10)}${share(row.repaired, broken).padStart(11)}`,
  );
};
for (const sample of samples) console.log(sample);
console.log(
  `${'damage'.padEnd(28)}${'made'.padStart(6)}${'broken'.padStart(8)}${'line'.padStart(10)}${'any line'.padStart(10)}${'named'.padStart(8)}${'repairs'.padStart(10)}${'of broken'.padStart(11)}`,
);
const total: Tally = { made: 0, harmless: 0, line: 0, any: 0, named: 0, repaired: 0 };
for (const [name, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
  show(name, row);
  for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += row[key];
}
show('all', total);
