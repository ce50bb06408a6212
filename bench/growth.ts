/**
 * How the time grows: text 1 to 100 times as long, rules 50 to 2,000, in one process and warm, in milliseconds of the processor. `node --import tsx bench/growth.ts`.
 * Rules beyond the shipped ones are shipped ones again whose wordings are made others by a word of the copy's own.
 */
import { readFileSync } from 'node:fs';
import { createContext, matchesOfPhrase } from '../src/assess/context.ts';
import { assess } from '../src/assess/index.ts';
import { readQuantities } from '../src/quantities/index.ts';
import { readSource } from '../src/read/source.ts';
import type { SourceText } from '../src/read/types.ts';
import { readReport } from '../src/report/index.ts';
import { loadRuleSet, type RuleSet } from '../src/rules/load.ts';
import { median } from './process.ts';
import { seedTexts } from './varied.ts';

const path = 'rules/fazhi-annual-report.json';
const shipped = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const [first = ''] = seedTexts();

function loaded(text: string): RuleSet {
  const { ruleSet, errors } = loadRuleSet(text, path);
  if (ruleSet === null)
    throw new Error(
      errors
        .map(error => `${error.line}: ${error.text.en}`)
        .slice(0, 3)
        .join('\n'),
    );
  return ruleSet;
}

const sourceOf = (text: string): SourceText => ({
  ...readSource(new TextEncoder().encode(first), 'seed.txt'),
  text,
});

/** Median milliseconds of the processor, which others on the machine change less than those of the clock. */
function timeOf(rounds: number, work: () => void): number {
  const times: number[] = [];
  for (let round = -rounds; round < rounds; round += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) times.push((user + system) / 1000);
  }
  return median(times);
}

function judge(source: SourceText, ruleSet: RuleSet): number {
  const report = readReport(source, ruleSet.genre);
  const { quantities, relations } = readQuantities(report);
  return assess({ report, quantities, relations, ruleSet, fenced: [], lang: 'zh', toolVersion: '0' }).findings.length;
}

/** The report with the paragraphs of its middle said again and again. */
function longer(times: number): string {
  const lines = first.split('\n');
  const [head, body, tail] = [lines.slice(0, 6), lines.slice(6, -6), lines.slice(-6)];
  return [...head, ...Array.from({ length: times }, () => body).flat(), ...tail].join('\n');
}

interface Written {
  readonly id: string;
  readonly kind: string;
  readonly any?: readonly string[];
}

/** A rule file with so many requirements. */
function rulesOf(count: number): RuleSet {
  const { ruleSet } = loadRuleSet(shipped, path);
  const plain = ruleSet?.requirements.filter(({ kind }) => kind === 'statement') ?? [];
  const file = JSON.parse(JSON.stringify(parsed())) as { groups: { requirements: Written[] }[] };
  const there = file.groups.reduce((sum, group) => sum + group.requirements.length, 0);
  const more: Written[] = [];
  for (let n = 0; there + more.length < count; n += 1) {
    const of = plain[n % plain.length] as unknown as Written & Record<string, unknown>;
    const copy = Math.floor(n / plain.length);
    const own = `${'甲乙丙丁戊己庚辛壬癸'[copy % 10]}${'子丑寅卯辰巳午未申酉戌亥'[Math.floor(copy / 10) % 12]}`;
    const wordings = (of.any ?? []).filter(phrase => !/[{｛]/.test(phrase)).slice(0, 6);
    const any = wordings.length === 0 ? [`本项工作${own}`] : wordings.map(phrase => `${phrase}${own}`);
    const { title, met, gap, fix, points, tier } = of;
    more.push({ id: `more.n${n}`, kind: 'statement', title, met, gap, fix, points, tier, any } as Written);
  }
  if (more.length > 0)
    file.groups.push({ id: 'more', title: '更多', requirements: more } as (typeof file.groups)[number]);
  else cut(file.groups, count);
  return loaded(JSON.stringify(file));
}

const parsed = (): unknown => JSON.parse(shipped);

/** Leaves the first so many requirements. */
function cut(groups: { requirements: Written[] }[], count: number): void {
  let left = count;
  for (const group of groups) {
    group.requirements = group.requirements.slice(0, left);
    left -= group.requirements.length;
  }
}

const line = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

const rules = loaded(shipped);
// Warm: the first rounds of a process are of a program that is still being compiled.
for (let round = 0; round < 60; round += 1) judge(sourceOf(first), rules);
console.log('\n## Longer texts, the shipped rules\n');
line('text', 'characters', 'ms', 'times the first', 'times the characters');
line('---:', '---:', '---:', '---:', '---:');
let base = { time: 0, size: 0 };
for (const times of [1, 2, 5, 10, 20, 50, 100]) {
  const source = sourceOf(longer(times));
  const time = timeOf(times > 20 ? 3 : 15, () => judge(source, rules));
  if (times === 1) base = { time, size: source.text.length };
  const growth = [time / base.time, source.text.length / base.size].map(value => value.toFixed(1));
  line(`${times}×`, source.text.length, time.toFixed(1), ...growth);
}

console.log('\n## More rules, one report\n');
line('rules', 'phrases', 'all phrases looked for, ms', 'times the first', 'whole judgement, ms', 'µs a further rule');
line('---:', '---:', '---:', '---:', '---:', '---:');
const source = sourceOf(first);
let few = { matching: 0, whole: 0, count: 0 };
for (const count of [50, 100, 200, 500, 1000, 2000]) {
  const ruleSet = rulesOf(count);
  const report = readReport(source, ruleSet.genre);
  const read = { report, ...readQuantities(report) };
  const matching = timeOf(25, () => {
    const context = createContext({ ...read, ruleSet });
    for (const phrase of ruleSet.phrases.sources) matchesOfPhrase(context, phrase);
  });
  const whole = timeOf(25, () => judge(source, ruleSet));
  if (count === 50) few = { matching, whole, count };
  const slope = count === 50 ? '—' : (((whole - few.whole) * 1000) / (count - few.count)).toFixed(1);
  const more = (matching / few.matching).toFixed(2);
  line(ruleSet.requirements.length, ruleSet.phrases.sources.length, matching.toFixed(2), more, whole.toFixed(2), slope);
}
