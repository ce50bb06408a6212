/**
 * Judges what cannot be judged by truth: a report written otherwise must get the same verdicts, a report whose evidence
 * is taken away must lose them. Prints transformations, verdicts compared and broken ones.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { assessText } from '../src/assess/pipeline.ts';
import type { Assessment } from '../src/assess/types.ts';
import { readSource } from '../src/read/index.ts';
import { loadRuleSet } from '../src/rules/load.ts';
import { bodyFindings, filledSuggestion, sentenceAround, statusOf, without } from '../test/metamorphic/changes.ts';
import { transformations } from '../test/metamorphic/transformations.ts';

const root = new URL('../', import.meta.url);
const path = process.argv.find(arg => arg.endsWith('.json')) ?? 'rules/fazhi-annual-report.json';
const quiet = process.argv.includes('--quiet');
const { ruleSet } = loadRuleSet(readFileSync(path.startsWith('/') ? path : new URL(path, root), 'utf8'), path);
if (ruleSet === null) throw new Error('the rule set does not load');
const rules = ruleSet;

function assessIt(text: string): Assessment {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const source = {
    name: 'report.txt',
    sha256,
    textSha256: sha256,
    mediaType: 'text/plain' as const,
    charset: 'utf-8',
    text,
    notes: [],
  };
  return assessText({ source, ruleSet: rules, fenced: [], corrections: {}, lang: 'zh', toolVersion: '0' });
}

const reports = ['seeds/', 'test/reports/'].flatMap(folder =>
  readdirSync(new URL(folder, root))
    .filter(name => name.endsWith('.txt'))
    .map(name => ({ name, text: readSource(readFileSync(new URL(folder + name, root)), name).text })),
);
const before = new Map(reports.map(({ name, text }) => [name, assessIt(text)]));

let compared = 0;
let broken = 0;
console.log(`${reports.length} reports`);
for (const { name: change, apply, except } of transformations) {
  let ownCompared = 0;
  let ownBroken = 0;
  for (const { name, text } of reports) {
    const changed = apply(text);
    if (changed === text) continue;
    const was = before.get(name) as Assessment;
    const now = assessIt(changed);
    for (const finding of was.findings) {
      if (except?.includes(finding.requirement)) continue;
      ownCompared += 1;
      const status = statusOf(now, finding.requirement);
      const value = now.findings.find(one => one.requirement === finding.requirement)?.value ?? null;
      if (status === finding.status && value === finding.value) continue;
      ownBroken += 1;
      if (!quiet)
        console.log(
          `   ${change}: ${name} ${finding.requirement} ${finding.status} ${finding.value ?? ''} → ${status} ${value ?? ''} | ${finding.evidence[0]?.quote.slice(0, 60) ?? ''}`,
        );
    }
  }
  compared += ownCompared;
  broken += ownBroken;
  console.log(`${change.padEnd(48)} ${ownCompared} compared, ${ownBroken} broken`);
}
console.log(`same verdicts: ${compared} compared, ${broken} broken`);

const kinds = [
  'evidence removed',
  'moved into the plan',
  'turned into a target',
  'year set back',
  'suggestion followed',
] as const;
const counts = Object.fromEntries(kinds.map(kind => [kind, { tried: 0, broken: 0 }])) as Record<
  (typeof kinds)[number],
  { tried: number; broken: number }
>;
const tell = (kind: (typeof kinds)[number], right: boolean, line: string) => {
  counts[kind].tried += 1;
  if (right) return;
  counts[kind].broken += 1;
  if (!quiet) console.log(`   ${kind}: ${line}`);
};

for (const { name, text } of reports) {
  const was = before.get(name) as Assessment;
  const year = was.report.reportYear ?? 2023;
  const lines = text.split('\n');
  const planAt = planEnd(was, text);
  for (const finding of bodyFindings(was)) {
    const spots = finding.evidence.map(({ start, end }) => sentenceAround(text, start, end));
    const label = `${name} ${finding.requirement} | ${finding.evidence[0]?.quote.slice(0, 70)}`;
    // Everything that proves it is taken away, as often as a further sentence proves it too.
    let rest = text;
    let now = was;
    for (let round = 0; round < 8 && statusOf(now, finding.requirement) === 'met'; round += 1) {
      const still = now.findings.find(one => one.requirement === finding.requirement);
      const shorter = without(
        rest,
        (still?.evidence ?? []).map(({ start, end }) => sentenceAround(rest, start, end)),
      );
      if (shorter === rest) break;
      rest = shorter;
      now = assessIt(rest);
    }
    tell('evidence removed', statusOf(now, finding.requirement) !== 'met', label);
    if (planAt !== null && statusOf(now, finding.requirement) !== 'met') {
      const moved = spots.map(spot => text.slice(spot.start, spot.end).trim()).join('');
      const at = planEnd(now, rest);
      if (at !== null)
        tell(
          'moved into the plan',
          statusOf(assessIt(rest.slice(0, at) + moved + rest.slice(at)), finding.requirement) !== 'met',
          label,
        );
    }
    const plain = statusOf(now, finding.requirement);
    if (plain !== 'met' && finding.evidence.length === 1 && finding.value !== null) {
      const [spot] = spots;
      if (spot !== undefined) {
        const sentence = text.slice(spot.start, spot.end);
        const at = rest.indexOf(text.slice(Math.max(0, spot.start - 12), spot.start));
        const quote = finding.evidence[0]?.quote ?? '';
        const target = sentence.replace(quote, `力争${quote.replace(/(?:共|已|了)/g, '')}`);
        const back = /(?:19|20)\d\d年/.test(sentence)
          ? sentence.replace(/(?:19|20)\d\d年/g, `${year - 1}年`)
          : `${year - 1}年,${sentence.replace(/^(?:全年|今年|本年度)[,，]?/, '')}`;
        if (at >= 0) {
          const place = at + Math.min(12, spot.start);
          tell(
            'turned into a target',
            statusOf(assessIt(rest.slice(0, place) + target + rest.slice(place)), finding.requirement) !== 'met',
            `${label} → ${target.slice(0, 60)}`,
          );
          tell(
            'year set back',
            statusOf(assessIt(rest.slice(0, place) + back + rest.slice(place)), finding.requirement) !== 'met',
            `${label} → ${back.slice(0, 60)}`,
          );
        }
      }
    }
  }
  for (const finding of was.findings.filter(
    ({ requirement, status }) =>
      (status === 'partial' || status === 'missing') && /^(?:fr|doc|dec|lit|rec|enf|svc|sup|soc)\./.test(requirement),
  )) {
    const sentence = filledSuggestion(finding.fix, year);
    if (sentence === null) {
      tell('suggestion followed', false, `${finding.requirement} has no model sentence: ${finding.fix.slice(0, 60)}`);
      continue;
    }
    const at = workEnd(was, text, lines);
    const now = assessIt(`${text.slice(0, at)}${sentence}${text.slice(at)}`);
    tell(
      'suggestion followed',
      ['met', 'not-applicable'].includes(statusOf(now, finding.requirement)),
      `${name} ${finding.requirement} ${statusOf(now, finding.requirement)} | ${sentence.slice(0, 90)}`,
    );
  }
}
for (const kind of kinds) console.log(`${kind.padEnd(24)} ${counts[kind].tried} tried, ${counts[kind].broken} broken`);

/** End of the last sentence of the plan, where a sentence can be added; null where the report has no plan of its own. */
function planEnd(result: Assessment, text: string): number | null {
  const plan = result.findings.find(one => one.requirement === 'part.next-year');
  const heading = plan?.status === 'met' ? plan.evidence[0] : undefined;
  if (heading === undefined) return null;
  const end = text.indexOf('。', heading.end);
  return end < 0 ? null : end + 1;
}

/** End of a sentence well inside the work part: after the first body line with a figure that counted. */
function workEnd(result: Assessment, text: string, _lines: readonly string[]): number {
  const first = result.quantities.find(one => one.stance === 'done');
  const end = text.indexOf('。', first?.end ?? 0);
  return end < 0 ? text.length : end + 1;
}
