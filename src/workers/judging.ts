/** From a text to its result as it is printed, by rules and wishes that are the same for a whole run. */
import { chooseRules } from '../assess/choose.ts';
import { assessText, type Corrections } from '../assess/pipeline.ts';
import { isGap } from '../assess/stand.ts';
import type { Assessment } from '../assess/types.ts';
import type { DocumentName, ExportFormat, ReportDocument } from '../present/formats.ts';
import type { Office } from '../present/office.ts';
import type { OverviewUnit } from '../present/overview.ts';
import { assessmentData } from '../present/result-data.ts';
import { resultTable, summaryRow } from '../present/table.ts';
import type { ResultView } from '../present/view-types.ts';
import type { SourceText } from '../read/types.ts';
import { findRestricted, isMarked } from '../report/restricted.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Tier } from '../rules/types.ts';
import type { Lang } from '../words/bilingual.ts';

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
}

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
  /** The most important tier of which a requirement is partial or missing. */
  readonly gap: Tier | null;
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
  const { corrections, lang, toolVersion } = wishes;
  const print = await printer(wishes);
  const judge = async (source: SourceText): Promise<Judged> => {
    const chosen = chooseRules(source, rules);
    if (chosen === null) throw new Error('no rules');
    const { ruleSet, fenced } = chosen;
    const assessment = assessText({ source, ruleSet, fenced, corrections, lang, toolVersion });
    return {
      ruleSet: ruleSet.id,
      row: null,
      unit: null,
      ...(await print(assessment, source, ruleSet)),
      gap: gapOf(assessment),
      restricted: await restrictedOf(source, lang),
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

async function restrictedOf({ text, outside }: SourceText, lang: Lang): Promise<Judged['restricted']> {
  const found = findRestricted(text, outside);
  if (found.length === 0) return null;
  const { restrictedLines } = await import('../present/masked.ts');
  return { marked: isMarked(found), lines: restrictedLines(found, lang) };
}

type Print = (
  assessment: Assessment,
  source: SourceText,
  ruleSet: RuleSet,
) => Promise<Pick<Judged, 'content'> & Partial<Pick<Judged, 'row' | 'unit'>>>;

const inArray = (data: object): string => JSON.stringify([data], null, 2);

async function printer({ document, format, lang, at, letter, corrections }: Wishes): Promise<Print> {
  if (document === 'overview')
    return async (assessment, source) => ({ content: '', unit: unitOf(assessment, source.name) });
  if (document === 'result' && format === 'json')
    return async (assessment, { text, outside }) => ({ content: inArray(assessmentData(assessment, text, outside)) });
  const { resultView } = await import('../present/view.ts');
  if (document === 'result' && format === 'table')
    return async (assessment, { name, text }, ruleSet) => {
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
  return async (assessment, { text }, ruleSet) => {
    const result = resultView({ assessment, text, at: format === 'json' ? null : at, lang, ruleSet });
    const paper = {
      result,
      assessment,
      text,
      letter: () =>
        letterView({
          ...letter,
          // Each letter bears a number of its own.
          number: letter.number === null ? null : letter.number + letters++,
          result,
          assessment,
          unit: null,
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
function unitOf(assessment: Assessment, fileName: string): JudgedUnit {
  const { report } = assessment;
  return {
    name: report.subject ?? report.issuer ?? fileName,
    level: report.subjectLevel,
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

function gapOf({ findings }: Assessment): Tier | null {
  const open = findings.filter(finding => isGap(finding));
  return tiersByWeight.find(tier => open.some(finding => finding.tier === tier)) ?? null;
}
