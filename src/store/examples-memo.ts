/** Remembers what became of a requirement's examples, so that a change of one requirement runs the examples of that one alone. */
import { type ExampleFailure, ExampleMemory, type ExamplesResult, runExamples } from '../assess/examples.ts';
import { keyOf, keysOf, restsOn, restsOnAll, verdictKey } from '../assess/keys.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { ExampleOutcome, KeptChecks } from './kept-checks.ts';
import { atOnce, type Steps } from './steps.ts';

/** Far more than a few rule sets and their edits hold; beyond it the memory starts anew. */
const mostKept = 5000;

export class ExamplesMemo {
  readonly #known = new Map<string, ExampleOutcome>();
  #memory = new ExampleMemory();
  #kept: KeptChecks | null = null;
  #ran = 0;

  /** What earlier runs of this very program found counts as found by this one, and the other way round. */
  keepIn(kept: KeptChecks): void {
    this.#kept = kept;
  }

  /** Files that were found sound, for who loads one. */
  get sound(): KeptChecks | undefined {
    return this.#kept ?? undefined;
  }

  /** How many requirements had their examples run so far, remembered ones left out. */
  get ran(): number {
    return this.#ran;
  }

  /** Gives the same as `runExamples(ruleSet)`; each step is one requirement. */
  *run(ruleSet: RuleSet): Steps<ExamplesResult> {
    if (this.#known.size > mostKept) {
      this.#known.clear();
      this.#memory = new ExampleMemory();
    }
    const { genre } = keysOf(ruleSet);
    const keyed = ruleSet.requirements.map(rule => ({
      rule,
      key: verdictKey(ruleSet, rule) + keyOf([genre, rule.examples]),
    }));
    for (const { key } of keyed) {
      const kept = this.#known.has(key) ? undefined : this.#kept?.outcomeOf(key);
      if (kept !== undefined) this.#known.set(key, kept);
    }
    const open = keyed.filter(({ key }) => !this.#known.has(key)).map(({ rule }) => rule);
    const asked = askedFor(ruleSet, open);
    const few = asked.length <= ruleSet.requirements.length / 2;
    const judge: Parameters<typeof runExamples>[2] = (rules, rule, example) =>
      this.#memory.judge(rules, rule, example, asked);
    let run = 0;
    const failures: ExampleFailure[] = [];
    for (const { rule, key } of keyed) {
      let outcome = this.#known.get(key);
      if (outcome === undefined) {
        // Where most are new, as after a start, there is no knowing which will be asked for again.
        outcome = runExamples(ruleSet, new Set([rule.id]), few || restsOnAll(rule) ? judge : undefined);
        this.#known.set(key, outcome);
        this.#kept?.keepOutcome(key, outcome);
        this.#ran += 1;
        yield;
      }
      run += outcome.run;
      failures.push(...outcome.failures);
    }
    return { run, failures, fenced: [...new Set(failures.map(failure => failure.requirement))] };
  }
}

/** The requirements that are judged in the examples of these. */
function askedFor({ requirements }: RuleSet, open: readonly RuledRequirement[]): readonly RuledRequirement[] {
  const own = open.filter(rule => !restsOnAll(rule));
  return [...new Set(own.flatMap(rule => [rule, ...restsOn(requirements, rule)]))];
}

/** What this process has found: commands that check several versions of one file run each example once. */
export const memoOfProcess = new ExamplesMemo();

/** `runExamples` by the memory of the process. */
export const examplesOfProcess = (ruleSet: RuleSet): ExamplesResult => atOnce(memoOfProcess.run(ruleSet));
