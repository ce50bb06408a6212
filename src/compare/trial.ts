/** Tries an edit of one requirement: on the passage, on every sentence of the rule set, on the reports given. */
import { judgeOne, type ReadText, readExampleText, readSentence } from '../assess/examples.ts';
import type { Status } from '../assess/types.ts';
import type { Verdict } from '../assess/verdict.ts';
import { readQuantities } from '../quantities/index.ts';
import type { Level, Zone } from '../report/types.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import { compilePhrases, PhraseError, type PhraseList } from '../rules/phrase.ts';
import type { Example } from '../rules/schema.ts';
import { type Addition, alone, phrasesAdded, unitsAdded, withAdded } from './rule-edit.ts';
import { standing } from './standing.ts';
import { phrased } from './targets.ts';

export type Direction = 'counts' | 'not';

/** A passage of a report with what the report tells of it. */
export interface Said {
  readonly text: string;
  readonly zone: Zone;
  readonly year: number;
  readonly level: Level;
  /** What the report calls its body and place; they do not enter the rule file. */
  readonly names: readonly string[];
}

export interface CorrectionInput {
  /** Text of the rule file that `ruleSet` was loaded from. */
  readonly fileText: string;
  readonly ruleSet: RuleSet;
  readonly requirement: string;
  readonly passage: Said;
  readonly direction: Direction;
  /** Reports whose verdicts on this requirement shall stay; `own` is the one the passage comes from. */
  readonly reports: readonly { readonly key: string; readonly read: ReadText; readonly own?: boolean }[];
}

/** Edits tried, edits looked at more closely, and edits given back. */
export const mostTried = 150;
const mostSound = 10;
export const mostGiven = 4;
export interface Work {
  readonly input: CorrectionInput;
  readonly rule: RuledRequirement;
  readonly read: ReadText;
  readonly before: Verdict;
  /** The requirement as it is, compiled. */
  readonly old: RuleSet;
  /** Its phrases that stand in the passage: the others say nothing to it. */
  readonly said: readonly string[];
  readonly bases: Map<ReadText, Status>;
}

export interface Sound {
  readonly additions: readonly Addition[];
  readonly after: Verdict;
  readonly cost: number;
  readonly literal: boolean;
  readonly reach: number;
  readonly sentences: readonly string[];
}

export const weight = (status: Status): number => (status === 'met' ? 2 : status === 'partial' ? 1 : 0);

export function readSaid({ text, zone, year, level }: Said): ReadText {
  const report = readSentence({ text, zone, year, level });
  return { report, ...readQuantities(report) };
}

export function isCured({ input, before }: Work, after: Status): boolean {
  return input.direction === 'counts' ? after === 'met' : weight(after) < weight(before.status);
}

/** The verdict on the passage with these additions; null where a phrase breaks the grammar. */
export function judgedWith({ input, rule, read, said }: Work, additions: readonly Addition[]): Verdict | null {
  const changed = withAdded(rule, additions);
  try {
    return judgeOne(alone(input.ruleSet, changed, [...said, ...phrasesAdded(additions)]), changed, read);
  } catch (error) {
    if (error instanceof PhraseError) return null;
    throw error;
  }
}

export interface Try {
  readonly additions: readonly Addition[];
  readonly cost: number;
  readonly phrase: string;
}

/** Goes through edits in their order until enough of them hold; of one phrase the first list that takes it. */
export function search(work: Work, tries: readonly Try[], isLiteral: boolean): Sound[] {
  const { ruleSet, reports } = work.input;
  const found: (Sound & { readonly phrase: string })[] = [];
  let tried = 0;
  for (const { additions, cost, phrase } of tries) {
    if (found.filter(one => one.sentences.length === 0).length >= mostSound || tried >= mostTried) break;
    if (phrase !== '' && found.some(one => one.phrase === phrase)) continue;
    tried += 1;
    const after = judgedWith(work, additions);
    if (after === null || !isCured(work, after.status)) continue;
    const sentences = otherVerdicts(work, additions);
    if (sentences === null) continue;
    // A wording that stands in many reports says little, even where it changes none of them.
    const reach = reports.reduce((sum, { read }) => sum + reaches(ruleSet, additions, read), 0);
    const spread = sentences.length * 5 + Math.min(4, (reach / Math.max(10, reports.length)) * 4);
    const wish = weight(after.status) === (work.input.direction === 'counts' ? 2 : 0) ? 0 : 2;
    found.push({ additions, after, cost: cost + spread + wish, literal: isLiteral, reach, sentences, phrase });
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, mostGiven + 2);
}

interface Sentence {
  readonly requirement: string;
  readonly expected: Status;
  readonly example: Example;
  readonly read: ReadText;
}

const sentencesOf = new WeakMap<RuleSet, readonly Sentence[]>();

/** Every example of the rule set that is a sentence, read once. */
function sentences(ruleSet: RuleSet): readonly Sentence[] {
  const known = sentencesOf.get(ruleSet);
  if (known !== undefined) return known;
  const all = ruleSet.requirements
    .filter(rule => phrased(rule) !== null)
    .flatMap(rule =>
      Object.entries(rule.examples ?? {}).flatMap(([expected, examples]) =>
        examples.map(
          (example): Sentence => ({
            requirement: rule.id,
            expected: expected as Status,
            example,
            read: readExampleText(ruleSet, rule, example),
          }),
        ),
      ),
    );
  sentencesOf.set(ruleSet, all);
  return all;
}

/** Sentences of other requirements that would be judged otherwise; null where an example of the requirement itself fails. */
function otherVerdicts(work: Work, additions: readonly Addition[]): readonly string[] | null {
  const { input, rule } = work;
  const changed = withAdded(rule, additions);
  const trial = alone(input.ruleSet, changed);
  const touched = sentences(input.ruleSet).filter(({ read }) => reaches(input.ruleSet, additions, read) > 0);
  for (const { expected, example, read } of touched.filter(one => one.requirement === rule.id)) {
    const { status, figures } = judgeOne(trial, changed, read);
    const value = typeof example === 'string' ? undefined : example.value;
    if (status !== expected || (value !== undefined && figures[0] !== value)) return null;
  }
  return touched
    .filter(one => one.requirement !== rule.id && judgeOne(trial, changed, one.read).status !== baseOf(work, one.read))
    .map(({ example }) => (typeof example === 'string' ? example : example.text));
}

/** At how many places of a text additions could tell; elsewhere its verdict stays. */
export function reaches(ruleSet: RuleSet, additions: readonly Addition[], read: ReadText): number {
  const units = unitsAdded(additions);
  const counted = units.length === 0 ? 0 : read.quantities.filter(({ unit }) => units.includes(unit)).length;
  const phrases = phrasesAdded(additions);
  return counted + (phrases.length === 0 ? 0 : standing(compiled(ruleSet, phrases), read).length);
}

const lists = new WeakMap<RuleSet, { readonly phrases: string; readonly list: PhraseList }>();

/** The phrases asked for last, compiled once: they are looked for in one text after the other. */
function compiled(ruleSet: RuleSet, phrases: readonly string[]): PhraseList {
  const named = phrases.join('\n');
  const known = lists.get(ruleSet);
  if (known?.phrases === named) return known.list;
  const list = compilePhrases(phrases, ruleSet.terms);
  lists.set(ruleSet, { phrases: named, list });
  return list;
}

/** The verdict of the rules as they are, asked once a text. */
export function baseOf({ rule, old, bases }: Work, read: ReadText): Status {
  const known = bases.get(read) ?? judgeOne(old, rule, read).status;
  bases.set(read, known);
  return known;
}
