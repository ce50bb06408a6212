/**
 * Rules by correction: a person says that a passage counts, or does not; the smallest edits of the rule file that make it
 * so are looked for and each is proved on the passage, on all sentences of the rule set and on the reports given.
 */
import { exampleYear, judgeOne, readExampleText } from '../assess/examples.ts';
import type { Status } from '../assess/types.ts';
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { Example } from '../rules/schema.ts';
import { curesBy, refusals } from './cures.ts';
import { neutralText } from './neutral.ts';
import { type Obstacle, obstacleOf } from './obstacle.ts';
import { type Addition, alone, phrasesAdded, withAdded, withAdditions } from './rule-edit.ts';
import { standing } from './standing.ts';
import { countingTargets, phrased, refusingTargets } from './targets.ts';
import { baseOf, type CorrectionInput, mostGiven, reaches, readSaid, type Sound, type Work, weight } from './trial.ts';
import { narrowness } from './wordings.ts';

export type { CorrectionInput, Direction, Said } from './trial.ts';

export interface VerdictChange {
  readonly key: string;
  readonly before: Status;
  readonly after: Status;
}

/** One edit that does what was asked, proved. */
export interface Candidate {
  /** Additions to the requirement's lists, without the example. */
  readonly additions: readonly Addition[];
  /** The passage word for word: nothing smaller worked. */
  readonly literal: boolean;
  /** Verdict on the passage with the edit. */
  readonly after: Status;
  /** The passage as it enters the examples, under `after`. */
  readonly example: Example;
  /** How far the example was made neutral without another verdict. */
  readonly neutral: 'all' | 'names' | 'none';
  /** Text of the whole file with edit and example. */
  readonly text: string;
  /** At how many places of the reports given the wording stands. */
  readonly reach: number;
  /** Other reports of which the verdict on this requirement changes. */
  readonly changes: readonly VerdictChange[];
  /** Sentences of other requirements' examples that are judged otherwise. */
  readonly sentences: readonly string[];
}

export interface Proposal {
  /** Verdict on the passage as the rules are. */
  readonly before: Status;
  /** Why a phrase does not help, and which key to look at; null where an edit was found. */
  readonly obstacle: Obstacle | null;
  /** Those that change nothing else first, of them the narrowest. */
  readonly candidates: readonly Candidate[];
}

export function proposeEdit(input: CorrectionInput): Proposal {
  const { ruleSet, passage, direction } = input;
  const rule = ruleSet.requirements.find(one => one.id === input.requirement);
  if (rule === undefined) throw new RangeError(`no requirement ${input.requirement}`);
  const read = readSaid(passage);
  const old = alone(ruleSet, rule);
  const before = judgeOne(old, rule, read);
  const told = (obstacle: Obstacle | null, candidates: readonly Candidate[] = []): Proposal => ({
    before: before.status,
    obstacle,
    candidates,
  });
  const asks = phrased(rule);
  if (asks === null) return told({ kind: rule.kind === 'statement' || rule.kind === 'quantity' ? 'none' : rule.kind });
  if (direction === 'counts' ? before.status === 'met' : weight(before.status) === 0) return told({ kind: 'already' });
  const said = [...new Set(standing(old.phrases, read).map(({ phrase }) => old.phrases.sources[phrase] as string))];
  const work: Work = { input, rule, read, before, old, said, bases: new Map() };
  const found =
    direction === 'counts' ? curesBy(work, countingTargets(ruleSet, asks)) : refusals(work, refusingTargets(asks));
  const candidates = found
    .map(one => proved(work, one))
    .filter(one => one !== null)
    .sort(
      (a, b) =>
        Number(spreads(a)) - Number(spreads(b)) ||
        Number(isHalf(a, direction)) - Number(isHalf(b, direction)) ||
        narrownessOf(b) - narrownessOf(a),
    )
    .slice(0, mostGiven);
  if (candidates.length > 0) return told(null, candidates);
  return told(direction === 'counts' ? obstacleOf(rule, passage, before, read) : acceptedBy(work));
}

/** Does less than was asked: the passage still counts in part. */
const isHalf = ({ after }: Candidate, direction: CorrectionInput['direction']): boolean =>
  weight(after) !== (direction === 'counts' ? 2 : 0);

/** A unit that is added reaches no further than its word; of phrases the widest tells. */
function narrownessOf({ additions }: Candidate): number {
  const phrases = phrasesAdded(additions);
  return phrases.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...phrases.map(narrowness));
}

/** The phrase that accepts the passage: what a person may change by hand where no entry of `not` helps. */
function acceptedBy({ old, read, before }: Work): Obstacle {
  const found = standing(old.phrases, read).find(({ start, end }) =>
    before.evidence.some(span => span.start === start && span.end === end),
  );
  return found === undefined ? { kind: 'none' } : { kind: 'phrase', word: old.phrases.sources[found.phrase] as string };
}

/** Whether an edit changes more than it was asked to. */
const spreads = ({ changes, sentences }: Candidate): boolean => changes.length + sentences.length > 0;

/** The edit written into the file with its example, and what it does to the reports; null where no example would hold. */
function proved(
  work: Work,
  { additions, after, literal: isLiteral, reach, sentences: others }: Sound,
): Candidate | null {
  const { input, rule } = work;
  const changed = withAdded(rule, additions);
  const trial = alone(input.ruleSet, changed);
  const found = exampleFor(work, changed, trial, after.status);
  if (found === null) return null;
  const changes = input.reports.flatMap(({ key, read, own }): VerdictChange[] => {
    if (own === true || reaches(input.ruleSet, additions, read) === 0) return [];
    const [one, other] = [baseOf(work, read), judgeOne(trial, changed, read).status];
    return one === other ? [] : [{ key, before: one, after: other }];
  });
  return {
    additions,
    literal: isLiteral,
    after: after.status,
    ...found,
    text: editedText(input.fileText, rule, additions, after.status, found.example),
    reach,
    changes,
    sentences: others,
  };
}

/** The file with the additions, and with the example under the status it has to get. */
const editedText = (
  text: string,
  rule: RuledRequirement,
  additions: readonly Addition[],
  status: Status,
  example: Example,
): string => withAdditions(text, rule, [...additions, { list: ['examples', status], member: example }]);

/** The most neutral form of the passage that the edit still decides; as a bare sentence where zone, year and level do not matter. */
function exampleFor(work: Work, changed: RuledRequirement, trial: RuleSet, status: Status) {
  const { passage, ruleSet } = work.input;
  const tell = { ...(passage.zone !== 'work' && { zone: passage.zone }) };
  const year = passage.year === exampleYear ? {} : { year: passage.year };
  const level = passage.level === 'county' ? {} : { level: passage.level };
  for (const [neutral, text] of [
    ['all', neutralText(passage.text, passage.names).text],
    ['names', neutralText(passage.text, passage.names, false).text],
    ['none', passage.text],
  ] as const) {
    for (const more of [tell, { ...tell, ...level }, { ...tell, ...year }, { ...tell, ...year, ...level }]) {
      const example: Example = Object.keys(more).length === 0 ? text.trim() : { ...more, text: text.trim() };
      const read = readExampleText(ruleSet, changed, example);
      const decided = judgeOne(work.old, work.rule, read).status !== status;
      if (decided && judgeOne(trial, changed, read).status === status) return { example, neutral };
    }
  }
  return null;
}
