/** Remembers what became of a requirement's examples, so that a change of one requirement runs the examples of that one alone. */
import { createHash } from 'node:crypto';
import { type ExampleFailure, type ExamplesResult, runExamples } from '../assess/examples.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';

interface Outcome {
  readonly run: number;
  readonly failures: readonly ExampleFailure[];
}

/** Far more than a few rule sets and their edits hold; beyond it the memory starts anew. */
const mostKept = 5000;

export class ExamplesMemo {
  readonly #known = new Map<string, Outcome>();
  #ran = 0;

  /** How many requirements had their examples run so far, remembered ones left out. */
  get ran(): number {
    return this.#ran;
  }

  /** The same as `runExamples(ruleSet)`. */
  run(ruleSet: RuleSet): ExamplesResult {
    if (this.#known.size > mostKept) this.#known.clear();
    const shared = JSON.stringify([ruleSet.genre, ruleSet.terms, ruleSet.powers]);
    let run = 0;
    const failures: ExampleFailure[] = [];
    for (const rule of ruleSet.requirements) {
      const key = keyOf(ruleSet, rule, shared);
      let outcome = this.#known.get(key);
      if (outcome === undefined) {
        outcome = runExamples(ruleSet, new Set([rule.id]));
        this.#known.set(key, outcome);
        this.#ran += 1;
      }
      run += outcome.run;
      failures.push(...outcome.failures);
    }
    return { run, failures, fenced: [...new Set(failures.map(failure => failure.requirement))] };
  }
}

/** All that the verdict on an example of this requirement can rest on. */
function keyOf(ruleSet: RuleSet, rule: RuledRequirement, shared: string): string {
  const facts = rule.kind === 'part' ? (rule.facts?.of ?? []) : [];
  const others =
    rule.kind === 'check' ? ruleSet.requirements : ruleSet.requirements.filter(other => facts.includes(other.id));
  return createHash('sha256')
    .update(shared)
    .update(JSON.stringify([rule, others]))
    .digest('base64');
}

const ofProcess = new ExamplesMemo();

/** `runExamples`, with what this process has found so far: commands that check several versions of one file run each example once. */
export const examplesOfProcess = (ruleSet: RuleSet): ExamplesResult => ofProcess.run(ruleSet);
