/** From a text to its result as it is printed, by rules and wishes that are the same for a whole run. */
import { chooseRules } from '../assess/choose.ts';
import { assessRead, type Corrections, readText } from '../assess/pipeline.ts';
import { isGap } from '../assess/stand.ts';
import type { Assessment } from '../assess/types.ts';
import { yearDoubt } from '../assess/year-doubt.ts';
import type { DocumentName, ExportFormat, ReportDocument } from '../present/formats.ts';
import { dueOf, type Office } from '../present/office.ts';
import type { OverviewUnit } from '../present/overview.ts';
import { assessmentData } from '../present/result-data.ts';
import { resultTable, summaryRow } from '../present/table.ts';
import type { ResultView } from '../present/view-types.ts';
import type { SourceText } from '../read/types.ts';
import { knownPowers, type OrganFacts, rosterFacts } from '../report/organ.ts';
import { createRoster, type KnownOrgan, type OrganMatch, type Roster } from '../report/organ-match.ts';
import { findRestricted, isMarked } from '../report/restricted.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Tier } from '../rules/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { commandWords } from '../words/commands.ts';
import { localDay } from '../words/dates.ts';
import { pageTexts } from '../words/pages.ts';

/** What a letter bears besides the findings. Dates are ISO dates, '' for what the office's choices say. */
export interface LetterWishes {
  readonly office: Office;
  readonly date: string;
  readonly number: number | null;
  readonly due: string;
}

/** What is wished of every result of a run. */
export interface Wishes {
  readonly corrections: Corrections;
  readonly lang: Lang;
  readonly document: DocumentName;
  /** One that there is of the document. */
  readonly format: ExportFormat;
  readonly toolVersion: string;
  /** ISO time that files bear; JSON bears none, so that the same input gives the same bytes. */
  readonly at: string;
  readonly letter: LetterWishes;
  /** The units of the data folder's roster, by which a report is judged as on the pages; none without it. */
  readonly roster: readonly KnownUnit[];
  /** Nothing is written of what bears a marking, so that it takes no number. */
  readonly holdsMarked: boolean;
}

export type KnownUnit = KnownOrgan & Pick<OrganFacts, 'powers' | 'due'>;

/** Little enough that thousands can wait to be written. */
export interface Judged {
  /** Id of the rule set by which it was judged. */
  readonly ruleSet: string;
  /** The document in the format wished; JSON as an array of one, without an end of line. '' for an overview. */
  readonly content: string | Uint8Array;
  /** Its line in a summary of several, where the format is `table`. */
  readonly row: readonly string[] | null;
  /** What an overview shows of it, where one is wished. */
  readonly unit: JudgedUnit | null;
  /** The most important tier of which a requirement is partial or missing; a text that is no report lacks all. */
  readonly gap: Tier | null;
  /** What a person must decide before it is sent, in words: unit or year are in doubt, a letter bears no number. */
  readonly doubts: readonly string[];
  /** Whose powers it was judged by: those that the roster has of a unit, what the text shows where the roster might say otherwise, or neither matters. */
  readonly powers: 'roster' | 'text' | null;
  /** Markings and personal numbers, in words; null where there are none. */
  readonly restricted: { readonly marked: boolean; readonly lines: readonly string[] } | null;
}

export type JudgedUnit = Pick<OverviewUnit, 'name' | 'level' | 'assessment'>;

/** A text on which the program itself broke; the others go on. */
export interface JudgingFailed {
  /** For the log. */
  readonly failed: string;
}

export type Judge = (source: SourceText) => Promise<Judged | JudgingFailed>;

interface RulesToUse {
  readonly ruleSet: RuleSet;
  readonly fenced: readonly string[];
}

/** Numbers are given one after the other, so that one judge alone must do it, one text at a time. */
export const countsUp = ({ document, letter }: Wishes): boolean => document === 'letter' && letter.number !== null;

/** Loads what the format needs, and nothing that another would. */
export async function createJudge(rules: readonly RulesToUse[], wishes: Wishes): Promise<Judge> {
  const { lang } = wishes;
  const print = await printer(wishes);
  const roster = createRoster(wishes.roster);
  const judge = async (source: SourceText): Promise<Judged> => {
    const chosen = chooseRules(source, rules);
    if (chosen === null) throw new Error('no rules');
    const { ruleSet } = chosen;
    const { assessment, place } = assessAsKnown(source, chosen, wishes, roster);
    const restricted = await restrictedOf(source, lang);
    const doubts = doubtsOf(assessment, place.match, wishes);
    const isSettled = assessment.report.recognised && doubts.length === 0;
    const isNumbered = isSettled && !(restricted?.marked === true && wishes.holdsMarked);
    return {
      ruleSet: ruleSet.id,
      row: null,
      unit: null,
      ...(await print(assessment, source, { ruleSet, unit: place.unit, isNumbered })),
      gap: gapOf(assessment),
      doubts: isSettled || !countsUp(wishes) ? doubts : [...doubts, pick(commandWords.notNumbered, lang)],
      powers:
        place.unit !== null && knownPowers(place.unit.powers) !== null
          ? 'roster'
          : powersOf(assessment, ruleSet, wishes),
      restricted,
    };
  };
  return async source => {
    try {
      return await judge(source);
    } catch (error) {
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
}

interface UnitPlace {
  readonly unit: KnownUnit | null;
  readonly match: OrganMatch;
}

/** Judges a text as the pages do: of a unit that the roster has, kind and powers are as the roster says. */
function assessAsKnown(
  source: SourceText,
  { ruleSet, fenced }: RulesToUse,
  { corrections, lang, toolVersion, roster: units }: Wishes,
  roster: Roster,
): { readonly assessment: Assessment; readonly place: UnitPlace } {
  const input = { source, ruleSet, fenced, corrections, lang, toolVersion };
  const read = readText(source, ruleSet, corrections);
  const first = assessRead(input, read);
  const { title, subject, issuer, subjectLevel: level } = first.report;
  const match = roster.match({ title, subject, issuer, level, fileName: source.name });
  const unit = match.state === 'sure' ? (units.find(({ id }) => id === match.organ) ?? null) : null;
  const place = { unit, match };
  const facts = rosterFacts(unit, level, corrections.subjectLevel);
  if (Object.keys(facts).length === 0) return { assessment: first, place };
  const known = { ...facts, ...corrections };
  // Powers change nothing in how a text is read.
  const again = facts.subjectLevel === undefined ? read : readText(source, ruleSet, known);
  return { assessment: assessRead({ ...input, corrections: known }, again), place };
}

/** What the pages would ask a person of this report. Without a roster nobody is asked whose it is. */
function doubtsOf(assessment: Assessment, match: OrganMatch, { roster, at, lang }: Wishes): readonly string[] {
  if (!assessment.report.recognised) return [];
  const doubt = yearDoubt(assessment, localDay(at));
  const year = assessment.report.reportYear ?? '';
  return [
    ...(roster.length > 0 && match.state === 'ask' ? [pick(pageTexts[`placeWhy_${match.why}`], lang)] : []),
    ...(doubt === null ? [] : [say(pageTexts[doubt === 'none' ? 'placeWhy_year' : 'placeWhy_ahead'], lang, { year })]),
  ];
}

/** `text` where a roster could say of powers what the text does not: the rule set asks for one that bodies of this level may have or not. */
function powersOf(
  { report: { recognised, subjectLevel: level } }: Assessment,
  { requirements, powers }: RuleSet,
  { roster }: Wishes,
): 'text' | null {
  if (!recognised || roster.length > 0) return null;
  const asks = requirements.some(
    ({ appliesTo }) =>
      (level === null || appliesTo?.levels?.includes(level) !== false) &&
      appliesTo?.powers?.some(power => level === null || powers[power]?.levels.includes(level) === false) === true,
  );
  return asks ? 'text' : null;
}

async function restrictedOf({ text, outside }: SourceText, lang: Lang): Promise<Judged['restricted']> {
  const found = findRestricted(text, outside);
  if (found.length === 0) return null;
  const { restrictedLines } = await import('../present/masked.ts');
  return { marked: isMarked(found), lines: restrictedLines(found, lang) };
}

type Print = (
  assessment: Assessment,
  source: SourceText,
  of: { readonly ruleSet: RuleSet; readonly unit: KnownUnit | null; readonly isNumbered: boolean },
) => Promise<Pick<Judged, 'content'> & Partial<Pick<Judged, 'row' | 'unit'>>>;

const inArray = (data: object): string => JSON.stringify([data], null, 2);

async function printer({ document, format, lang, at, letter, corrections }: Wishes): Promise<Print> {
  if (document === 'overview')
    return async (assessment, source, { unit }) => ({ content: '', unit: unitOf(assessment, source.name, unit) });
  if (document === 'result' && format === 'json')
    return async (assessment, { text, outside }) => ({ content: inArray(assessmentData(assessment, text, outside)) });
  const { resultView } = await import('../present/view.ts');
  if (document === 'result' && format === 'table')
    return async (assessment, { name, text }, { ruleSet }) => {
      const view: ResultView = resultView({ assessment, text, at: null, lang, ruleSet });
      return { content: resultTable(view), row: summaryRow(name, view) };
    };
  const [exports, { createRenderer }, { letterView }] = await Promise.all([
    import('../present/exports.ts'),
    import('../present/templates.ts'),
    import('../present/letter.ts'),
  ]);
  const renderer = createRenderer(lang);
  const wished: ReportDocument = document;
  let letters = 0;
  return async (assessment, { text }, { ruleSet, unit, isNumbered }) => {
    const result = resultView({ assessment, text, at: format === 'json' ? null : at, lang, ruleSet });
    const year = assessment.report.reportYear;
    const paper = {
      result,
      assessment,
      text,
      letter: () =>
        letterView({
          ...letter,
          // Each letter that can go out bears a number of its own.
          number: letter.number === null || !isNumbered ? null : letter.number + letters++,
          due: letter.due === '' ? dueOf(letter.office, letter.date, unit?.due[year ?? ''] ?? null) : letter.due,
          result,
          assessment,
          unit: unit?.name ?? null,
          draft: 1,
          received: corrections.receivedDate ?? null,
          ruleSet,
          before: null,
        }),
    };
    if (format === 'json') return { content: inArray(exports.reportData(wished, paper)) };
    return { content: await exports.reportFile(wished, format, paper, renderer) };
  };
}

/** What an overview needs of an assessment and no more: no quote, no figure, no outline. */
function unitOf(assessment: Assessment, fileName: string, known: KnownUnit | null): JudgedUnit {
  const { report } = assessment;
  return {
    name: known?.name ?? report.subject ?? report.issuer ?? fileName,
    level: known?.level ?? report.subjectLevel,
    assessment: {
      ...assessment,
      report: { ...report, outline: [], places: {} },
      score: { ...assessment.score, ledger: [] },
      findings: assessment.findings.map(finding => ({
        ...finding,
        evidence: [],
        nearest: null,
        basis: [],
        attention: [],
        reason: '',
        fix: '',
      })),
      quantities: [],
      relations: [],
      anomalies: [],
    },
  };
}

export const tiersByWeight: readonly Tier[] = ['mandatory', 'expected', 'optional'];

/** A text that is no report of the kind has nothing of what one must have. */
function gapOf({ findings, outcome }: Assessment): Tier | null {
  if (outcome === null) return 'mandatory';
  const open = findings.filter(finding => isGap(finding));
  return tiersByWeight.find(tier => open.some(finding => finding.tier === tier)) ?? null;
}
