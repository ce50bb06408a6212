/** What each document on a report must say whatever its format, taken from the assessment itself. */
import type { Assessment, Finding } from '../src/assess/types.ts';
import type { DocumentName, ReportDocument } from '../src/present/formats.ts';
import { pick } from '../src/words/bilingual.ts';
import { statusWords } from '../src/words/terms.ts';

/** Something that has to stand in the document, and what of the assessment it is. */
export interface Fact {
  readonly of: string;
  readonly text: string;
}

const fact = (of: string, text: string | null): Fact[] => (text === null || text.trim() === '' ? [] : [{ of, text }]);

export function factsOf(assessment: Assessment, document: ReportDocument): readonly Fact[] {
  const facts = assessment.findings.flatMap(finding => findingFacts(finding, assessment, document));
  const { score, outcome, relations, anomalies, quantities, ruleSet, source, tool } = assessment;
  const stamp = [
    ...fact('stamp', tool.version),
    ...fact('stamp', ruleSet.version),
    ...fact('stamp', ruleSet.sha256.slice(0, 12)),
    ...fact('stamp', source.sha256.slice(0, 12)),
  ];
  const told = [...facts, ...fact('outcome', outcome?.title ?? null), ...stamp];
  if (document === 'letter') return told;
  const failing = relations.filter(({ verdict }) => verdict !== 'consistent' && verdict !== 'rounding');
  told.push(...(document === 'checklist' ? failing : relations).flatMap(({ note }) => fact('relation', note)));
  if (document === 'checklist') return told;
  told.push(
    ...fact('score', score.value === null ? null : String(score.value)),
    ...anomalies.flatMap(({ quote }) => fact('anomaly', quote.slice(0, 120))),
  );
  if (document === 'result')
    told.push(
      ...quantities.flatMap(({ quote }) => fact('figure', quote)),
      ...score.ledger.flatMap(({ why }) => fact('ledger', why)),
    );
  return told;
}

function findingFacts(finding: Finding, { lang }: Assessment, document: DocumentName): readonly Fact[] {
  const { requirement, title, status, reason, evidence, nearest, fix, fixable, attention, ruling } = finding;
  const isGap = status === 'partial' || status === 'missing';
  const waits = status === 'review' || (finding.certainty === 'unsure' && status !== 'not-applicable');
  const told = (name: string, text: string | null): Fact[] => fact(`${requirement} ${name}`, text);
  const word = pick(statusWords[status], lang);
  if (document === 'letter') return isGap && !waits ? [...told('title', title), ...told('status', word)] : [];
  if (document === 'checklist' && !isGap && !waits) return [];
  return [
    ...told('title', title),
    ...told('status', word),
    // Where a person decided otherwise, that stands in its place.
    ...told('reason', ruling !== null && ruling.status !== ruling.machine ? ruling.reason : reason),
    ...told('by', ruling?.by ?? null),
    ...told('nearest', nearest?.quote ?? null),
    ...told('refused', nearest?.why ?? null),
    ...(isGap && fixable ? told('fix', fix) : []),
    ...(document === 'checklist'
      ? []
      : [
          ...evidence.flatMap(({ quote }) => told('quote', quote)),
          ...attention.flatMap(note => told('attention', note)),
          ...told('value', finding.value === null ? null : String(finding.value)),
        ]),
  ];
}

/** Blanks, line ends and thousands marks are set by each format as it needs. */
const bare = (text: string): string => text.replace(/[\s\u200b]+|(?<=\d),(?=\d{3})/g, '');

/** Facts that the text lacks. */
export function lacking(facts: readonly Fact[], text: string): readonly Fact[] {
  const all = bare(text);
  return facts.filter(one => !all.includes(bare(one.text)));
}
