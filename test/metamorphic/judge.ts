/** Compares verdicts across rewritten reports, and takes evidence away to see that verdicts follow. */
import { assessText } from '../../src/assess/pipeline.ts';
import type { Assessment, Finding } from '../../src/assess/types.ts';
import { readSource } from '../../src/read/index.ts';
import type { RuleSet } from '../../src/rules/load.ts';
import { bodyFindings, filledSuggestion, sentenceAround, statusOf, without } from './changes.ts';
import type { Transformation } from './transformations.ts';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface Outcome {
  readonly compared: number;
  /** A line for each verdict that did not come out as it should. */
  readonly broken: readonly string[];
}

export type AssessIt = (text: string) => Assessment;

/** Reads a text as a file of it is read, and judges it. */
export function assessWith(ruleSet: RuleSet): AssessIt {
  return text => {
    const source = readSource(Buffer.from(text), 'report.txt');
    return assessText({ source, ruleSet, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
  };
}

const kept = new WeakMap<AssessIt, Map<string, Assessment>>();

/** The result of a text that is asked for again with each change. */
function asItStands(text: string, assessIt: AssessIt): Assessment {
  const results = kept.get(assessIt) ?? new Map<string, Assessment>();
  kept.set(assessIt, results);
  const result = results.get(text) ?? assessIt(text);
  results.set(text, result);
  return result;
}

/** One report written otherwise: every status and value must stay. */
export function sameVerdicts({ name, text }: NamedText, change: Transformation, assessIt: AssessIt): Outcome {
  const changed = change.apply(text);
  if (changed === text) return { compared: 0, broken: [] };
  const was = asItStands(text, assessIt);
  const now = assessIt(changed);
  const findings = was.findings.filter(({ requirement }) => change.except?.includes(requirement) !== true);
  const broken = findings.flatMap(finding => {
    const { requirement, status, value } = finding;
    const other = now.findings.find(one => one.requirement === requirement);
    if (other?.status === status && other.value === value) return [];
    return [`${change.name}: ${name} ${requirement} ${status} ${value ?? ''} → ${other?.status} ${other?.value ?? ''}`];
  });
  return { compared: findings.length, broken };
}

export const changeKinds = [
  'evidence removed',
  'moved into the plan',
  'turned into a target',
  'year set back',
  'suggestion followed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One report robbed of its evidence, finding by finding; and mended by the suggestions. */
export function changedVerdicts({ name, text }: NamedText, assessIt: AssessIt): Record<ChangeKind, Outcome> {
  const tried = Object.fromEntries(changeKinds.map(kind => [kind, { compared: 0, broken: [] as string[] }])) as Record<
    ChangeKind,
    { compared: number; broken: string[] }
  >;
  const tell = (kind: ChangeKind, right: boolean, line: string): void => {
    tried[kind].compared += 1;
    if (!right) tried[kind].broken.push(`${kind}: ${name} ${line}`);
  };
  const was = assessIt(text);
  const year = was.report.reportYear ?? 2023;
  for (const finding of bodyFindings(was)) robFinding(finding, was, text, year, assessIt, tell);
  const gaps = was.findings.filter(({ status }) => status === 'partial' || status === 'missing');
  for (const finding of gaps.filter(({ requirement }) =>
    /^(?:fr|doc|dec|lit|rec|enf|svc|sup|soc)\./.test(requirement),
  )) {
    const sentence = filledSuggestion(finding.fix, year);
    if (sentence === null) {
      tell('suggestion followed', false, `${finding.requirement} has no model sentence: ${finding.fix}`);
      continue;
    }
    const at = workPlace(was, text);
    const status = statusOf(assessIt(text.slice(0, at) + sentence + text.slice(at)), finding.requirement);
    tell(
      'suggestion followed',
      status === 'met' || status === 'not-applicable',
      `${finding.requirement} ${status} | ${sentence}`,
    );
  }
  return tried;
}

type Tell = (kind: ChangeKind, right: boolean, line: string) => void;

function robFinding(
  finding: Finding,
  was: Assessment,
  text: string,
  year: number,
  assessIt: AssessIt,
  tell: Tell,
): void {
  const { requirement: id } = finding;
  const spots = finding.evidence.map(({ start, end }) => sentenceAround(text, start, end));
  const label = `${id} | ${finding.evidence[0]?.quote.slice(0, 60)}`;
  // Everything that proves it is taken away, as often as a further sentence proves it too.
  let rest = text;
  let now = was;
  for (let round = 0; round < 8 && statusOf(now, id) === 'met'; round += 1) {
    const still = now.findings.find(one => one.requirement === id);
    const shorter = without(
      rest,
      (still?.evidence ?? []).map(({ start, end }) => sentenceAround(rest, start, end)),
    );
    if (shorter === rest) break;
    rest = shorter;
    now = assessIt(rest);
  }
  const gone = statusOf(now, id) !== 'met';
  tell('evidence removed', gone, label);
  if (!gone) return;
  const plan = planPlace(now, rest);
  if (plan !== null) {
    const moved = spots.map(spot => text.slice(spot.start, spot.end).trim()).join('');
    tell(
      'moved into the plan',
      statusOf(assessIt(rest.slice(0, plan) + moved + rest.slice(plan)), id) !== 'met',
      label,
    );
  }
  const [spot] = spots;
  if (finding.evidence.length !== 1 || finding.value === null || spot === undefined) return;
  const lead = text.slice(Math.max(0, spot.start - 12), spot.start);
  const at = rest.indexOf(lead);
  if (at < 0) return;
  const place = at + lead.length;
  const sentence = text.slice(spot.start, spot.end);
  // A single clause is what can be turned as a whole; a sentence with more to it may prove the point elsewhere.
  if (/[,，;；]/.test(sentence.replace(/[,，;；。]$/, ''))) return;
  const put = (instead: string): string => statusOf(assessIt(rest.slice(0, place) + instead + rest.slice(place)), id);
  tell(
    'turned into a target',
    put(
      sentence.replace(/^([一二三四五六七八九十]是)?(?:全年|今年|本年度)?[,，]?/, '$1力争').replace(/共|已|了/g, ''),
    ) !== 'met',
    label,
  );
  // 对2015年以来的文件作了清理: the year tells which documents, not when.
  if (/(?:19|20)\d\d年(?:以来|以前|底前|前)的/.test(sentence)) return;
  // Of a report without a year none is another.
  if (was.report.reportYear === null) return;
  const back = /(?:19|20)\d\d年/.test(sentence)
    ? sentence.replace(/(?:19|20)\d\d年/g, `${year - 1}年`)
    : `${year - 1}年,${sentence.replace(/^(?:全年|今年|本年度)[,，]?/, '')}`;
  tell('year set back', put(back) !== 'met', label);
}

/** End of the first sentence of the plan, where a sentence can be added; null where the report has no plan of its own. */
function planPlace(result: Assessment, text: string): number | null {
  const plan = result.findings.find(one => one.requirement === 'part.next-year');
  const heading = plan?.status === 'met' ? plan.evidence[0] : undefined;
  if (heading === undefined) return null;
  const end = text.indexOf('。', heading.end);
  return end < 0 ? null : end + 1;
}

/** End of a sentence inside the work part: the one with the first figure that counts. */
function workPlace(result: Assessment, text: string): number {
  const first = result.quantities.find(one => one.stance === 'done');
  const end = text.indexOf('。', first?.end ?? 0);
  return end < 0 ? text.length : end + 1;
}
