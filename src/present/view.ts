/** A result made ready for reading: every text chosen and formatted, findings in the order in which a person needs them. */
import { lacks, standCounts, waits } from '../assess/stand.ts';
import type { Assessment, Evidence, Finding } from '../assess/types.ts';
import { findRestricted } from '../report/restricted.ts';
import { bilingual, type RuleSet } from '../rules/load.ts';
import { inBrackets, type Lang, pick, say } from '../words/bilingual.ts';
import { formatAddend, formatNumber, formatPoints, formatTime } from '../words/dates.ts';
import { pageTexts } from '../words/pages.ts';
import {
  anomalyWords,
  certaintyWords,
  qualifierWords,
  quantityKindWords,
  relationKindWords,
  sourceCertainty,
  stanceWords,
  statusGlyphs,
  statusWords,
  tierWords,
  unitWords,
  verdictWords,
} from '../words/terms.ts';
import { alarmsOf, holds, relationId } from './alarms.ts';
import { articleWords } from './articles.ts';
import { bareReason } from './bare-reason.ts';
import { type DocumentView, documentView, type Mark, quoteId } from './document.ts';
import { headFields } from './head-fields.ts';
import { withItems } from './items.ts';
import { restrictedLines, withoutNumbers } from './masked.ts';
import { whenWords } from './outcomes.ts';
import { linesOf, type Placer, placerOf } from './places.ts';
import { historyLines, lapsedWords, noReviews, type Reviews, rulingView } from './reviews.ts';
import type { FindingView, Place, Quote, ResultView, SectionView, StampView } from './view-types.ts';

export interface ResultInput {
  readonly assessment: Assessment;
  /** The text that the offsets count in. */
  readonly text: string;
  /** ISO time of the check; null where it must not be told. */
  readonly at: string | null;
  readonly lang: Lang;
  /** The rule set, where it is known: it has the titles of suspended requirements. */
  readonly ruleSet?: RuleSet | undefined;
  /** ISO date on which it came in, where a store knows; a person's own date goes before it. */
  readonly received?: string | null;
  /** What people decided; its decisions that hold are in `assessment` already (see `withRulings`). */
  readonly reviews?: Reviews;
}

const pointsOrder = (a: FindingView, b: FindingView): number => b.gain - a.gain || a.number - b.number;

export function resultView({
  at,
  lang,
  ruleSet,
  received = null,
  reviews = noReviews,
  ...read
}: ResultInput): ResultView {
  const { assessment, text } = withoutNumbers(read.assessment, read.text);
  const lines = linesOf(text);
  const reportName = pick(ruleSet?.genre.name ?? pageTexts.annualReport, lang);
  const placer = placerOf(text, lines, assessment.report, assessment.source.pages);
  const odd = oddQuotes(assessment);
  const lapsed = lapsedWords(reviews, lang);
  const findings = assessment.findings.map((finding, i) => ({
    ...findingView(finding, i + 1, assessment, text, placer, odd, lang),
    waits: waits(finding, lapsed),
    lapsed: lapsed.get(finding.requirement) ?? '',
  }));
  const byRequirement = new Map(findings.map(finding => [finding.requirement, finding]));
  const rest = findings.filter(f => !f.waits);
  const gaps = withItems(rest.filter(f => f.lacks)).sort(pointsOrder);
  const section = (id: string, items: readonly FindingView[], open: boolean): SectionView => ({
    id,
    title: pick(pageTexts[`section_${id}` as keyof typeof pageTexts], lang),
    hint: pick(pageTexts[`section_${id}_hint` as keyof typeof pageTexts], lang),
    count: items.length,
    items,
    open,
  });
  const { score } = assessment;
  const unsettled = new Set(findings.filter(f => f.waits).map(f => f.requirement));
  const lost = score.ledger.reduce((sum, line) => sum + line.lost, 0);
  const place = (start: number, end: number): Place => ({
    href: `#${quoteId(start, end)}`,
    words: placer.words(start, lang),
    line: placer.line(start),
  });

  return {
    lang,
    heading: headingOf(assessment, reportName, lang),
    notRecognised: say(pageTexts.notRecognised, lang, { report: reportName }),
    recognised: assessment.report.recognised,
    why: assessment.report.why,
    fields: headFields(assessment, received, lang),
    restricted: restrictedLines(findRestricted(read.text), lang),
    outcome:
      assessment.outcome === null
        ? null
        : {
            id: assessment.outcome.id,
            title: outcomeTitle(assessment.outcome, assessment.lang, ruleSet, lang),
            provisional:
              assessment.outcome.provisional || findings.some(f => f.tier === 'mandatory' && f.lapsed !== ''),
            because: outcomeBecause(assessment, lang),
          },
    ladder: (assessment.outcome === null ? [] : (ruleSet?.outcomes ?? [])).map(({ id, title, when }) => ({
      id,
      title: pick(bilingual(title), lang),
      when: whenWords(when, lang),
      current: id === assessment.outcome?.id,
    })),
    tallies: {
      mandatoryMet: assessment.mandatory.met,
      mandatoryOf: assessment.mandatory.of,
      expectedMet: assessment.expected.met,
      expectedOf: assessment.expected.of,
      score: score.value === null ? '—' : score.value.toFixed(1),
      ...standCounts(assessment.findings, lapsed),
      reviewed: findings.filter(f => f.ruling !== null).length,
    },
    lapsed: lapsed.size,
    history: historyLines(reviews, byRequirement, lang),
    beforeRulings:
      score.beforeRulings !== null && score.beforeRulings !== score.value ? score.beforeRulings.toFixed(1) : '',
    fenced: assessment.fenced.map(id => ({ id, title: titleOf(ruleSet, id, lang) })),
    sections: [
      section(
        'review',
        findings.filter(f => f.waits),
        true,
      ),
      section('gaps', gaps, true),
      section(
        'met',
        rest.filter(f => f.status === 'met'),
        false,
      ),
      section(
        'inapplicable',
        rest.filter(f => f.status === 'not-applicable'),
        false,
      ),
    ],
    gaps,
    ledger: {
      lines: score.ledger.map(line => ({
        title: byRequirement.get(line.requirement)?.title ?? line.requirement,
        href: `#${findingId(line.requirement)}`,
        lost: formatAddend(line.lost),
        why:
          (unsettled.has(line.requirement) ? pick(pageTexts.forTheTimeBeing, lang) : '') + bareReason(line.why, lang),
      })),
      applicable: formatAddend(score.applicable),
      lost: formatAddend(lost),
      earned: formatAddend(score.earned),
      score: score.value === null ? '—' : score.value.toFixed(1),
    },
    figures: assessment.quantities.map(q => ({
      quote: q.quote,
      value: `${qualifierPrefix(q.qualifier, lang)}${formatNumber(q.value)}${unitWords(q.unit, lang)}`,
      kind: pick(quantityKindWords[q.kind], lang),
      what: q.what,
      stance: pick(stanceWords[q.stance], lang),
      counts: q.stance === 'done',
      period: q.period ?? '—',
      place: place(q.start, q.end),
      lineHref: `#L${placer.line(q.start)}`,
    })),
    relations: assessment.relations
      .map((r, i) => ({ ...r, id: relationId(i) }))
      .sort((a, b) => Number(holds(a.verdict)) - Number(holds(b.verdict)))
      .map(r => ({
        id: r.id,
        kind: pick(relationKindWords[r.kind], lang),
        verdict: pick(verdictWords[r.verdict], lang),
        holds: holds(r.verdict),
        required: r.kind === 'equation',
        stated: formatNumber(r.stated),
        computed: formatNumber(r.computed),
        note: r.note,
        sides: r.sides.map(side => ({
          quote: side.quote,
          place: placer.words(side.start, lang),
          href: `#L${placer.line(side.start)}`,
        })),
      })),
    failing: assessment.relations.filter(r => !holds(r.verdict)).length,
    anomalies: assessment.anomalies.map(a => ({
      kind: pick(anomalyWords[a.kind], lang),
      quote: a.quote.length > 120 ? `${a.quote.slice(0, 120)}…` : a.quote,
      place: place(a.start, a.end),
    })),
    document: reportDocument(assessment, text, lines, findings, odd, lang),
    stamp: stampView(assessment, at, lang),
  };
}

/** The title; without one what the report is about, else the file's name. */
function headingOf({ report, source }: Assessment, reportName: string, lang: Lang): string {
  if (report.title !== null) return report.title;
  if (report.subject === null || report.reportYear === null) return source.name;
  const name = say(pageTexts.reportOf, lang, {
    subject: report.subject,
    year: report.reportYear,
    report: reportName,
  });
  return say(pageTexts.untitled, lang, { name });
}

/** In the language of the page where the rules have it; what was kept in another language otherwise. */
function outcomeTitle(
  { id, title }: NonNullable<Assessment['outcome']>,
  kept: Lang,
  ruleSet: RuleSet | undefined,
  lang: Lang,
): string {
  const known = ruleSet?.outcomes.find(one => one.id === id)?.title;
  return kept === lang || known === undefined ? title : pick(bilingual(known), lang);
}

/** The condition that decided, and how the required findings stand: `必报内容有3项不完整。必报6项：已写明3……`. */
function outcomeBecause({ outcome, findings }: Assessment, lang: Lang): string {
  const mandatory = findings.filter(f => f.tier === 'mandatory' && f.status !== 'not-applicable');
  const n = (status: Finding['status']): number => mandatory.filter(f => f.status === status).length;
  const counts = say(pageTexts.mandatoryCounts, lang, {
    of: mandatory.length,
    met: n('met'),
    partial: n('partial'),
    missing: n('missing'),
  });
  const review = n('review') === 0 ? '' : say(pageTexts.reviewCount, lang, { n: n('review') });
  // Results that were kept before outcomes told their reason have none.
  const why = outcome?.why ? say(pageTexts.outcomeBecause, lang, { why: outcome.why }) : '';
  return [why, counts + review + pick(pageTexts.stop, lang)].filter(Boolean).join(lang === 'en' ? ' ' : '');
}

function qualifierPrefix(qualifier: Assessment['quantities'][number]['qualifier'], lang: Lang): string {
  const word = pick(qualifierWords[qualifier], lang);
  return word !== '' && lang === 'en' ? `${word} ` : word;
}

/** Id of a finding on the page. */
const findingId = (requirement: string): string => `f-${requirement}`;

/** The word for how sure it is, with the reason where it is not. Assessments kept from before gave none. */
function certaintyOf(finding: Finding, lang: Lang): string {
  const word = pick(certaintyWords[finding.certainty], lang);
  const doubt: string | undefined = finding.doubt;
  if (doubt === undefined || doubt === '') return word;
  return word + inBrackets(doubt, lang);
}

function findingView(
  finding: Finding,
  number: number,
  assessment: Assessment,
  text: string,
  placer: Placer,
  odd: ReadonlySet<string>,
  lang: Lang,
): FindingView {
  const isLacking = lacks(finding.status);
  const { applicable } = assessment.score;
  const settled = isLacking && finding.fixable === false;
  const gain = isLacking && !settled && applicable > 0 ? ((finding.points - finding.earned) / applicable) * 100 : 0;
  return {
    number,
    id: findingId(finding.requirement),
    requirement: finding.requirement,
    title: finding.title,
    tier: finding.tier,
    tierWord: pick(tierWords[finding.tier], lang),
    status: finding.status,
    statusWord: pick(statusWords[finding.status], lang),
    glyph: statusGlyphs[finding.status],
    lacks: isLacking,
    waits: false,
    certainty: certaintyOf(finding, lang),
    plainCertainty: finding.doubt ? '' : pick(certaintyWords[finding.certainty], lang),
    item: 0,
    gain,
    gainWords:
      gain > 0
        ? say(pageTexts.gain, lang, { points: formatPoints(gain) })
        : settled
          ? pick(pageTexts.settled, lang)
          : '',
    points: formatPoints(finding.points),
    earned: formatPoints(finding.earned),
    value: finding.value === null ? '' : `${formatNumber(finding.value)}${unitWords(finding.unit, lang)}`,
    reason: finding.reason,
    saidReason: finding.ruling !== null && finding.ruling.status !== finding.ruling.machine ? '' : finding.reason,
    fix: settled ? '' : finding.fix,
    alarms: alarmsOf(finding.evidence, assessment.relations, text),
    attention: finding.attention,
    evidence: finding.evidence.map(evidence => ({
      ...quoteView(evidence, text, placer, lang),
      kind: odd.has(quoteId(evidence.start, evidence.end)) ? ('anomaly' as const) : ('evidence' as const),
    })),
    nearest:
      finding.nearest === null
        ? null
        : {
            quote: { ...quoteView(finding.nearest, text, placer, lang), kind: 'nearest' as const },
            why: finding.nearest.why,
          },
    basis: finding.basis.map(basis => ({
      title: basis.title,
      number: basis.number ?? '',
      article: articleWords(basis.article ?? '', lang),
      certainty: sourceCertainty(basis.certainty, lang),
      verified: basis.certainty === 'verified',
    })),
    ruling: finding.ruling === null ? null : rulingView(finding.ruling, lang),
    lapsed: '',
  };
}

/** Ids of quotes that are anomalies. */
const oddQuotes = ({ anomalies }: Assessment): ReadonlySet<string> =>
  new Set(anomalies.map(({ start, end }) => quoteId(start, end)));

const contextLength = 24;

/** A quote with a little of its line on both sides, so that it can be understood where it stands. */
function quoteView(evidence: Evidence, text: string, placer: Placer, lang: Lang): Omit<Quote, 'kind'> {
  const left = text.slice(Math.max(0, evidence.start - contextLength), evidence.start);
  const right = text.slice(evidence.end, evidence.end + contextLength);
  const before = left.slice(Math.max(left.lastIndexOf('\n'), left.lastIndexOf('。')) + 1);
  const stop = /[\r\n]|(?<=。)/.exec(right);
  const after = stop === null ? right : right.slice(0, stop.index);
  return {
    text: evidence.quote,
    before,
    after,
    cutBefore: before.length === contextLength,
    cutAfter: after.length === contextLength,
    href: `#${quoteId(evidence.start, evidence.end)}`,
    words: placer.words(evidence.start, lang),
    line: placer.line(evidence.start),
  };
}

export function stampView(assessment: Assessment, at: string | null, lang: Lang): StampView {
  return {
    tool: `${pick(pageTexts.product, lang)} ${assessment.tool.version}`,
    ruleSet: `${assessment.ruleSet.id} ${assessment.ruleSet.version}`,
    ruleSetHash: assessment.ruleSet.sha256.slice(0, 12),
    sourceHash: assessment.source.sha256.slice(0, 12),
    time: at === null ? '' : formatTime(at, lang),
  };
}

function reportDocument(
  assessment: Assessment,
  text: string,
  lines: ReturnType<typeof linesOf>,
  findings: readonly FindingView[],
  odd: ReadonlySet<string>,
  lang: Lang,
): DocumentView {
  const marks: Mark[] = [];
  assessment.findings.forEach((finding, i) => {
    const shown = findings[i];
    if (shown === undefined) return;
    const back = {
      label: String(shown.number),
      title: say(pageTexts.backToFinding, lang, { number: shown.number, title: shown.title }),
      href: `#${shown.id}`,
    };
    // A finding about the state of the text quotes what is odd in it: that must not look like something accepted.
    for (const { start, end } of finding.evidence)
      marks.push({ start, end, kind: odd.has(quoteId(start, end)) ? 'anomaly' : 'evidence', back });
    if (finding.nearest !== null)
      marks.push({ start: finding.nearest.start, end: finding.nearest.end, kind: 'nearest', back });
  });
  for (const { start, end } of assessment.anomalies) {
    marks.push({
      start,
      end,
      kind: 'anomaly',
      back: { label: '!', title: pick(pageTexts.backToAnomalies, lang), href: '#anomalies' },
    });
  }
  return documentView(text, lines, assessment.report.outline, marks);
}

function titleOf(ruleSet: RuleSet | undefined, id: string, lang: Lang): string {
  const rule = ruleSet?.requirements.find(one => one.id === id);
  return rule === undefined ? id : pick(bilingual(rule.title), lang);
}
