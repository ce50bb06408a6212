/**
 * Prints how far the figures and relations read from the reports agree with the truth beside them, counted as
 * test/gold/README.md says: `node --import tsx bench/accuracy-figures.ts [-v] [name]`; `-v` lists every figure and relation.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readQuantities } from '../src/quantities/index.ts';
import type { Quantity } from '../src/quantities/types.ts';
import { readReport } from '../src/report/index.ts';
import type { Genre } from '../src/rules/types.ts';

interface TrueFigure {
  readonly quote: string;
  readonly value: number;
  readonly unit: string;
  readonly stance: string;
  readonly stanceAlternative?: string;
  readonly qualifier: string;
  readonly disputed?: boolean;
}
interface Truth {
  readonly figures: readonly TrueFigure[];
  readonly relations: readonly { readonly quote: string; readonly holds: boolean | null }[];
}
interface Placed extends TrueFigure {
  readonly places: readonly (readonly [number, number])[];
}

const root = new URL('..', import.meta.url).pathname;
const genre = JSON.parse(readFileSync(join(root, 'rules/parts/genre.json'), 'utf8')) as Genre;
const verbose = process.argv.includes('-v');
const only = process.argv.slice(2).find(argument => !argument.startsWith('-'));

function places(text: string, quote: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push([at, at + quote.length]);
  return found;
}

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
const liesOn = (quantity: Quantity, figure: Placed): boolean =>
  figure.places.some(([start, end]) => quantity.start < end && quantity.end > start);

class Tally {
  right = 0;
  of = 0;
  add(right: boolean): boolean {
    this.of += 1;
    if (right) this.right += 1;
    return right;
  }
  toString(): string {
    return `${this.right}/${this.of}${this.of === 0 ? '' : ` ${((100 * this.right) / this.of).toFixed(1)}%`}`;
  }
}

const names = ['recall', 'precision', 'stance', 'qualifier', 'unit'] as const;
type Tallies = Readonly<Record<(typeof names)[number], Tally>>;
const tallies = (): Tallies => ({
  recall: new Tally(),
  precision: new Tally(),
  stance: new Tally(),
  qualifier: new Tally(),
  unit: new Tally(),
});

function compare(text: string, truth: Truth, quantities: readonly Quantity[], into: readonly Tallies[]): string[] {
  const said: string[] = [];
  const add = (name: (typeof names)[number], right: boolean): boolean => {
    for (const one of into) one[name].add(right);
    return right;
  };
  const figures = truth.figures.map((figure): Placed => ({ ...figure, places: places(text, figure.quote) }));
  for (const figure of figures) {
    if (figure.disputed === true) continue;
    const fits = quantities.filter(quantity => equal(quantity.value, figure.value) && liesOn(quantity, figure));
    if (!add('recall', fits.length > 0)) said.push(`missed     ${figure.quote} (${figure.value} ${figure.unit})`);
    const [first] = fits;
    if (first === undefined) continue;
    const stances = [figure.stance, figure.stanceAlternative];
    if (
      !add(
        'stance',
        fits.some(({ stance }) => stances.includes(stance)),
      )
    ) {
      said.push(`stance     ${figure.quote}: ${first.stance} (${first.period}), truth ${figure.stance}`);
    }
    if (
      !add(
        'qualifier',
        fits.some(({ qualifier }) => qualifier === figure.qualifier),
      )
    ) {
      said.push(`qualifier  ${figure.quote}: ${first.qualifier}, truth ${figure.qualifier}`);
    }
    if (
      !add(
        'unit',
        fits.some(({ unit }) => unit === figure.unit),
      )
    ) {
      said.push(`unit       ${figure.quote}: ${first.unit}, truth ${figure.unit}`);
    }
  }
  for (const quantity of quantities) {
    const under = figures.filter(figure => liesOn(quantity, figure) && equal(quantity.value, figure.value));
    if (under.length > 0 && under.every(({ disputed }) => disputed === true)) continue;
    if (!add('precision', under.length > 0)) {
      const { start, end, quote, value } = quantity;
      said.push(
        `not there  ${text.slice(Math.max(0, start - 14), start)}[${quote}]${text.slice(end, end + 10)} (${value})`,
      );
    }
  }
  return said;
}

const seeds = tallies();
const all = tallies();
let alarms = 0;
for (const folder of ['test/gold', 'test/reports']) {
  const inSeeds = folder === 'test/gold';
  for (const file of readdirSync(join(root, folder)).sort()) {
    if (!file.endsWith('.json') || (only !== undefined && !file.includes(only))) continue;
    const name = file.replace('.json', '.txt');
    const path = join(root, inSeeds ? 'seeds' : folder, name);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    const truth = JSON.parse(readFileSync(join(root, folder, file), 'utf8')) as Truth;
    const source = {
      name,
      sha256: '',
      textSha256: '',
      mediaType: 'text/plain',
      charset: 'utf-8',
      text,
      notes: [],
    } as const;
    const report = readReport(source, genre);
    const { quantities, relations } = readQuantities(report);
    const one = tallies();
    const said = compare(text, truth, quantities, inSeeds ? [one, seeds, all] : [one, all]);
    for (const { start, end, quote } of quantities)
      if (text.slice(start, end) !== quote) said.push(`place      ${quote}`);
    for (const { verdict, sides, note } of relations) {
      if (verdict !== 'inconsistent' && verdict !== 'crosses-threshold') continue;
      const known = truth.relations.some(
        ({ holds, quote }) => holds === false && sides.some(side => quote.includes(side.quote)),
      );
      if (!known) alarms += 1;
      said.push(`${known ? 'found     ' : 'ALARM     '} ${sides.map(side => side.quote).join(' | ')}: ${note.zh}`);
    }
    console.log(`${name}  ${names.map(key => `${key} ${one[key]}`).join(', ')}; relations ${relations.length}`);
    for (const line of said) console.log(`    ${line.replaceAll('\n', '⏎')}`);
    if (!verbose) continue;
    for (const { quote, what, unit, kind, stance, period, partYear } of quantities) {
      console.log(`    . ${quote} | ${what} | ${unit} ${kind} ${stance} ${period}${partYear ? ' part' : ''}`);
    }
    for (const { kind, verdict, note } of relations) console.log(`    = ${kind} ${verdict}: ${note.zh}`);
    const from = performance.now();
    for (let round = 0; round < 20; round += 1) readQuantities(report);
    console.log(`    ${((performance.now() - from) / 20).toFixed(2)} ms for ${text.length} characters`);
  }
}
console.log(`seeds  ${names.map(key => `${key} ${seeds[key]}`).join(', ')}`);
console.log(`all    ${names.map(key => `${key} ${all[key]}`).join(', ')}; false alarms ${alarms}`);
