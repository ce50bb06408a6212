/** Checks a text with the rules in force and says of it what the register keeps. */
import { type Lapsed, standCounts } from '../assess/stand.ts';
import type { Assessment, CorrectableField } from '../assess/types.ts';
import { yearDoubt } from '../assess/year-doubt.ts';
import type { SourceText } from '../read/types.ts';
import { knownPowers, type RosterFacts, rosterFacts } from '../report/organ.ts';
import type { Level } from '../report/types.ts';
import type { DraftSummary, KeptSource, NewDraft, Organ, ReportHead } from '../store/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { localDay } from '../words/dates.ts';
import { pageTexts } from '../words/pages.ts';
import { levelWords } from '../words/terms.ts';
import type { AppOptions, Corrections, RulesInForce } from './options.ts';

export interface Checked {
  readonly head: ReportHead;
  readonly draft: NewDraft;
  /** In Chinese, as it is stored. */
  readonly assessment: Assessment;
}

/** The one language in which results are kept; others are made anew from the kept text. */
export const keptLanguage = 'zh';

/** Checks a text; of its unit, where the roster has it, kind and powers are as the roster says. */
export function checkSource(
  options: AppOptions,
  source: SourceText,
  rules: RulesInForce,
  corrections: Corrections,
  organ: Organ | null = null,
): Checked {
  const check = (roster: RosterFacts): Assessment =>
    options.check(source, rules, { ...roster, ...corrections }, keptLanguage);
  const powers = organ === null ? null : knownPowers(organ.powers);
  const first = check(powers === null ? {} : { powers });
  const roster = rosterFacts(organ, first.report.subjectLevel, corrections.subjectLevel);
  return checkedAs(options, source, roster.subjectLevel === undefined ? first : check(roster), corrections, roster);
}

/** What the register keeps of a text that was checked. */
export function checkedAs(
  options: AppOptions,
  source: SourceText,
  assessment: Assessment,
  corrections: Corrections,
  roster: RosterFacts,
): Checked {
  const { notes: _, outside: __, ...kept } = source;
  return {
    assessment,
    head: headOf(assessment, options.clock()),
    draft: {
      source: kept,
      given: Object.keys(roster).length === 0 ? { corrections } : { corrections, roster },
      summary: summaryOf(assessment, options.clock().toISOString()),
      assessment,
    },
  };
}

/** All that people said of a draft: what they corrected, and what the roster tells of the unit. */
export const givenOf = ({ given }: Pick<NewDraft, 'given'>): Corrections => ({
  ...given.roster,
  ...(given.corrections as Corrections),
});

/** A text of another kind has no year here: it must not become a draft of the report of that body and year, nor that one of it. */
export function headOf(assessment: Assessment, now: Date): ReportHead {
  const { report, ruleSet } = assessment;
  return {
    title: report.title,
    subject: report.subject,
    issuer: report.issuer,
    level: report.subjectLevel,
    year: report.recognised && yearDoubt(assessment, localDay(now.toISOString())) === null ? report.reportYear : null,
    ruleSetId: ruleSet.id,
  };
}

/** Why the year of a report must be told by a person: none is stated, or one that has not begun. */
export function whyYear(assessment: Assessment, lang: Lang): string {
  const { reportYear: year } = assessment.report;
  return year === null ? pick(pageTexts.placeWhy_year, lang) : say(pageTexts.placeWhy_ahead, lang, { year });
}

export function summaryOf(assessment: Assessment, assessedAt: string, lapsed?: Lapsed): DraftSummary {
  const { gaps, toReview } = standCounts(assessment.findings, lapsed);
  return {
    outcome: assessment.outcome,
    score: assessment.score.value,
    mandatory: assessment.mandatory,
    expected: assessment.expected,
    toReview,
    gaps,
    ruleSetSha256: assessment.ruleSet.sha256,
    assessedAt,
  };
}

/** A kept source as a reader gave it. */
export const asSource = (kept: KeptSource): SourceText => ({ ...kept, notes: [] });

export type CorrectionMistake = 'badYear' | 'badDate' | 'badLevel';

const dateFields: readonly CorrectableField[] = ['signedDate', 'publishedDate', 'receivedDate'];

/** Reads the correction form; an empty field is none. */
export function readCorrections(form: Readonly<Record<string, unknown>>): {
  readonly corrections: Corrections;
  readonly mistakes: readonly CorrectionMistake[];
} {
  const mistakes = new Set<CorrectionMistake>();
  const corrections: { -readonly [K in keyof Corrections]: Corrections[K] } = {};
  const field = (name: CorrectableField): string => {
    const value = form[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const subject = field('subject').slice(0, 80);
  if (subject !== '') corrections.subject = subject;
  const level = field('subjectLevel');
  if (Object.hasOwn(levelWords, level)) corrections.subjectLevel = level as Level;
  else if (level !== '') mistakes.add('badLevel');
  const year = field('reportYear')
    .normalize('NFKC')
    .replace(/年度?$/, '');
  if (/^(19|20)\d\d$/.test(year)) corrections.reportYear = Number(year);
  else if (year !== '') mistakes.add('badYear');
  for (const name of dateFields) {
    const date = field(name);
    if (date === '') continue;
    if (isDate(date)) corrections[name as 'signedDate' | 'publishedDate' | 'receivedDate'] = date;
    else mistakes.add('badDate');
  }
  if (field('asReport') === 'yes') corrections.asReport = 'yes';
  return { corrections, mistakes: [...mistakes] };
}

/** A day that the calendar has, in the centuries of these reports. */
function isDate(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
