/** Runs a rule set's own examples: each must get the status under which it stands, or its requirement is suspended. */
import { readQuantities } from '../quantities/index.ts';
import type { Quantity, Relation } from '../quantities/types.ts';
import type { SourceText } from '../read/types.ts';
import { readPassage, readReport } from '../report/index.ts';
import type { Level, Report, Zone } from '../report/types.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { MatchText } from '../rules/phrase.ts';
import type { Example } from '../rules/schema.ts';
import { type Context, createContext } from './context.ts';
import { judgeAll } from './judge.ts';
import { KeptMatches, type Search } from './kept-matches.ts';
import { keyOf, keysOf, restsOn, restsOnAll, verdictKey } from './keys.ts';
import type { Status } from './types.ts';
import { type Verdict, verdict } from './verdict.ts';

export interface ExampleFailure {
  readonly requirement: string;
  readonly text: string;
  readonly expected: Status;
  readonly actual: Status;
  /** Given where the example names a value. */
  readonly value?: { readonly expected: number; readonly actual: number | null };
}

export interface ExamplesResult {
  readonly run: number;
  readonly failures: readonly ExampleFailure[];
  /** Ids of requirements with a failing example. */
  readonly fenced: readonly string[];
}

/** Kinds whose examples are whole small reports: they look at headings, tables and dates. */
const wholeReport: readonly RuledRequirement['kind'][] = ['part', 'section', 'table', 'equation', 'element', 'check'];

/** The report year of an example that names none. */
export const exampleYear = 2023;

/** A sentence is judged as if it stood in the zone named; kinds that read the whole report get the text as a report. */
export function runExamples(ruleSet: RuleSet, only?: ReadonlySet<string>, judge = judgeNow): ExamplesResult {
  const failures: ExampleFailure[] = [];
  let run = 0;
  for (const rule of ruleSet.requirements) {
    if (only !== undefined && !only.has(rule.id)) continue;
    for (const [expected, examples] of Object.entries(rule.examples ?? {}) as [Status, Example[]][]) {
      for (const example of examples) {
        run += 1;
        const failure = failureOf(judge(ruleSet, rule, example), rule, example, expected);
        if (failure !== null) failures.push(failure);
      }
    }
  }
  return { run, failures, fenced: [...new Set(failures.map(failure => failure.requirement))] };
}

const judgeNow = (ruleSet: RuleSet, rule: RuledRequirement, example: Example): Verdict | undefined =>
  judgeAll(readExample(ruleSet, rule, example)).get(rule.id);

/** Characters of examples kept in all, some five rule sets' worth; the reading of one takes some hundred bytes a character. */
const mostCharacters = 300_000;
/** Verdicts kept of one example; an edit adds one or two. */
const mostVerdicts = 400;

interface KeptExample {
  readonly read: ReadText;
  readonly matches: KeptMatches;
  /** By the key of the requirement: of an example whose requirement rests on all others. */
  readonly verdicts: Map<string, Verdict>;
}

/** What was read of examples, and what stands in them, kept from one version of a rule set to the next. */
export class ExampleMemory {
  readonly #known = new Map<string, KeptExample>();
  #characters = 0;

  /** `named` are the requirements that this and the other examples run now ask for: their phrases are looked for together. */
  judge(
    ruleSet: RuleSet,
    rule: RuledRequirement,
    example: Example,
    named: readonly RuledRequirement[],
  ): Verdict | undefined {
    const { read, matches, verdicts } = this.#kept(ruleSet, rule, example);
    const rules = needed(ruleSet, rule);
    const rests = restsOnAll(rule);
    if (verdicts.size > mostVerdicts) verdicts.clear();
    const keys = new Map(rests ? rules.map(one => [one.id, verdictKey(ruleSet, one)]) : []);
    const known = (id: string): Verdict | undefined => verdicts.get(keys.get(id) ?? '');
    const open = rules.filter(one => known(one.id) === undefined);
    const few = open.length <= ruleSet.requirements.length / 2;
    const search = few ? (text: MatchText) => matches.search(ruleSet, named, text) : undefined;
    const judged = judgeAll(contextOf(ruleSet, rule, read, search), one => known(one.id));
    if (rests) for (const [id, found] of judged) verdicts.set(keys.get(id) ?? '', found);
    return judged.get(rule.id);
  }

  #kept(ruleSet: RuleSet, rule: RuledRequirement, example: Example): KeptExample {
    const name = keyOf([keysOf(ruleSet).genre, wholeReport.includes(rule.kind), example]);
    const known = this.#known.get(name);
    if (known !== undefined) {
      // The one asked for last stands last; the first goes when there are too many.
      this.#known.delete(name);
      this.#known.set(name, known);
      return known;
    }
    const read = readExampleText(ruleSet, rule, example);
    const kept = { read, matches: new KeptMatches(), verdicts: new Map<string, Verdict>() };
    this.#known.set(name, kept);
    this.#characters += read.report.text.length;
    for (const [oldest, one] of this.#known) {
      if (this.#characters <= mostCharacters) break;
      this.#known.delete(oldest);
      this.#characters -= one.read.report.text.length;
    }
    return kept;
  }
}

/** All that is made out of an example before its requirement is asked; it serves for changed requirements as well. */
export function readExample(ruleSet: RuleSet, rule: RuledRequirement, example: Example): Context {
  return contextOf(ruleSet, rule, readExampleText(ruleSet, rule, example));
}

/** A text read, before any rule set is asked of it. */
export interface ReadText {
  readonly report: Report;
  readonly quantities: readonly Quantity[];
  readonly relations: readonly Relation[];
}

/** An example as the judge of its requirement reads it. */
export function readExampleText(ruleSet: RuleSet, rule: RuledRequirement, example: Example): ReadText {
  const given = typeof example === 'string' ? { text: example } : example;
  const whole = wholeReport.includes(rule.kind);
  const report = whole ? readWhole(ruleSet, given) : readSentence(given);
  return { report, ...readQuantities(report) };
}

/** The powers of a body are not what a sentence can show: it is taken to have all. */
function contextOf(
  ruleSet: RuleSet,
  rule: RuledRequirement,
  read: ReadText,
  search?: (text: MatchText) => Search,
): Context {
  const requirements = needed(ruleSet, rule);
  const context = createContext({ ...read, ruleSet: { ...ruleSet, requirements }, ...(search && { search }) });
  return { ...context, powers: new Set(['enforcement', 'normative-documents', 'reconsideration']) };
}

/** The verdict on one requirement alone, with those that it rests on. */
export function judgeOne(ruleSet: RuleSet, rule: RuledRequirement, read: ReadText): Verdict {
  return judgeAll(contextOf(ruleSet, rule, read)).get(rule.id) ?? verdict('missing');
}

/** What is wrong with the verdict on an example; null where it is as expected. */
export function judgeExample(
  context: Context,
  rule: RuledRequirement,
  example: Example,
  expected: Status,
): ExampleFailure | null {
  return failureOf(judgeAll(context).get(rule.id), rule, example, expected);
}

function failureOf(
  judged: Verdict | undefined,
  rule: RuledRequirement,
  example: Example,
  expected: Status,
): ExampleFailure | null {
  const actual = judged?.status ?? 'missing';
  const given = typeof example === 'string' ? { text: example } : example;
  const base = { requirement: rule.id, text: given.text, expected, actual };
  if (actual !== expected) return base;
  const wanted = 'value' in given ? given.value : undefined;
  const value = judged?.figures[0] ?? null;
  return wanted !== undefined && value !== wanted ? { ...base, value: { expected: wanted, actual: value } } : null;
}

/** The requirements whose verdicts this one rests on, and itself. */
function needed({ requirements }: RuleSet, rule: RuledRequirement): readonly RuledRequirement[] {
  const others = restsOn(requirements, rule);
  return requirements.filter(one => one.id === rule.id || others.includes(one));
}

/** Nobody asks where an example came from: it has no hash. */
function sourceOf(text: string): SourceText {
  return { name: 'example', sha256: '', textSha256: '', mediaType: 'text/plain', charset: 'utf-8', text, notes: [] };
}

/** Year and level are those that the small report tells, unless the example gives them. */
function readWhole(ruleSet: RuleSet, given: { text: string; year?: number; level?: Level }): Report {
  const { text, year, level } = given;
  return readReport(sourceOf(text), ruleSet.genre, {
    ...(year !== undefined && { year }),
    ...(level !== undefined && { level }),
  });
}

/** A text judged as if all of it stood in one zone, `work` unless given. */
export function readSentence(given: { text: string; zone?: Zone; year?: number; level?: Level }): Report {
  const { text, zone = 'work', year = exampleYear, level = 'county' } = given;
  return readPassage(sourceOf(text), zone, { year, level });
}
