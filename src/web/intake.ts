/** What happens to files that come in: read, checked, stored as a new report or as the next draft of a known one. */
import type { Assessment } from '../assess/types.ts';
import { resultView } from '../present/view.ts';
import { readSource } from '../read/source.ts';
import { ReadError, type SourceText } from '../read/types.ts';
import type { Receipt, ReportRow } from '../store/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { checkSource } from './check.ts';
import type { AppOptions, RulesInForce } from './options.ts';
import { nameOf, type RowContext, summaryCells } from './rows.ts';

/** A file's name and bytes, as a browser sent them. */
export interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Taken =
  | { readonly state: 'failed'; readonly file: string; readonly error: ReadError }
  | { readonly state: 'checked'; readonly file: string; readonly source: SourceText; readonly assessment: Assessment }
  | {
      readonly state: 'stored';
      readonly file: string;
      readonly source: SourceText;
      readonly assessment: Assessment;
      readonly receipt: Receipt;
    };

/** Reads, checks and, where wanted, stores one file. A file that cannot be read is a value, so that others go on. */
export async function takeIn(options: AppOptions, file: Incoming, rules: RulesInForce, keep: boolean): Promise<Taken> {
  let source: SourceText;
  try {
    source = readSource(file.bytes, file.name);
  } catch (error) {
    if (error instanceof ReadError) return { state: 'failed', file: file.name, error };
    throw error;
  }
  const { head, draft, assessment } = checkSource(options, source, rules, {});
  if (!keep) return { state: 'checked', file: source.name, source, assessment };
  const receipt = await options.store.receive(head, draft);
  return { state: 'stored', file: source.name, source, assessment, receipt };
}

/** What the register says of one file that came in. */
export interface IntakeEntry {
  readonly state: 'failed' | 'same' | 'unrecognised' | 'ask' | 'done';
  readonly file: string;
  readonly message: string;
  readonly href: string;
  readonly outcomeId: string;
  readonly outcome: string;
  readonly numbers: string;
  readonly notes: readonly string[];
  readonly gaps: readonly {
    readonly tierWord: string;
    readonly title: string;
    readonly statusWord: string;
    readonly gainWords: string;
  }[];
  /** Id of the new record, where a person is asked whose draft it is. */
  readonly id: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

const nothing = {
  href: '',
  outcomeId: '',
  outcome: '',
  numbers: '',
  notes: [],
  gaps: [],
  id: '',
  choices: [],
} as const;

export function intakeEntry(
  options: AppOptions,
  taken: Taken,
  rows: readonly ReportRow[],
  context: RowContext,
): IntakeEntry {
  const { lang } = context;
  const { file } = taken;
  if (taken.state === 'failed') return { ...nothing, state: 'failed', file, message: pick(taken.error.text, lang) };

  const { assessment, source } = taken;
  const { report, score, mandatory, expected, ruleSet } = assessment;
  const notes = source.notes.map(note => pick(note, lang));
  const cells = summaryCells(
    {
      outcome: assessment.outcome,
      score: score.value,
      mandatory,
      expected,
      toReview: score.toReview,
      gaps: 0,
      ruleSetSha256: ruleSet.sha256,
      assessedAt: '',
    },
    ruleSet.id,
    context,
  );
  const outcome = {
    outcomeId: cells.outcomeId,
    outcome: report.recognised ? cells.outcome : '',
    numbers: report.recognised
      ? say(pageTexts.numbersShort, lang, { mandatory: cells.mandatory, expected: cells.expected, score: cells.score })
      : '',
  };
  if (taken.state === 'checked') {
    const message = report.recognised ? pick(pageTexts.checkedOnly, lang) : unrecognised(options, taken, lang);
    const state = report.recognised ? 'done' : 'unrecognised';
    const view = resultView({ assessment, text: source.text, at: null, lang });
    return { ...nothing, ...outcome, state, file, message, notes, gaps: view.gaps };
  }
  const { receipt } = taken;
  const href = `/reports/${receipt.id}?draft=${receipt.n}`;
  const row = rows.find(other => other.id === receipt.id);
  const name = row === undefined ? file : nameOf(row, file, lang);
  if (receipt.outcome === 'already-there') {
    return {
      ...nothing,
      ...outcome,
      state: 'same',
      file,
      href,
      notes,
      message: say(pageTexts.sameFile, lang, { name, n: receipt.n }),
    };
  }
  if (!report.recognised)
    return { ...nothing, state: 'unrecognised', file, href, notes, message: unrecognised(options, taken, lang) };
  if (receipt.outcome === 'next-draft') {
    return {
      ...nothing,
      ...outcome,
      state: 'done',
      file,
      href,
      notes,
      message: say(pageTexts.storedDraft, lang, { name, n: receipt.n }),
    };
  }
  const message = say(pageTexts.storedNew, lang, {
    name: [name, row?.year ?? null].filter(part => part !== null).join(' '),
  });
  const choices = mustAsk(assessment) ? whoseDraft(rows, assessment, receipt.id, lang) : [];
  return {
    ...nothing,
    ...outcome,
    state: choices.length > 0 ? 'ask' : 'done',
    file,
    href,
    notes,
    message,
    id: receipt.id,
    choices,
  };
}

/** True where unit or year is not known, so that a draft of a known report cannot be told from a new one. */
const mustAsk = ({ report }: Assessment): boolean =>
  report.reportYear === null || (report.issuer === null && report.subject === null);

function whoseDraft(rows: readonly ReportRow[], { report, ruleSet }: Assessment, id: string, lang: Lang) {
  return rows
    .filter(row => row.id !== id && row.ruleSetId === ruleSet.id && row.drafts.at(-1)?.summary.outcome !== null)
    .filter(row => report.reportYear === null || row.year === null || row.year === report.reportYear)
    .map(row => ({
      id: row.id,
      name: [nameOf(row, row.drafts.at(-1)?.fileName ?? '', lang), row.year].filter(part => part !== null).join(' '),
    }));
}

/** Kept results are in Chinese; the reason is asked for again in the language of the page. */
function unrecognised(options: AppOptions, taken: Exclude<Taken, { state: 'failed' }>, lang: Lang): string {
  const rules = options.rules.get(taken.assessment.ruleSet.id);
  const told =
    lang === taken.assessment.lang || rules === null ? taken.assessment : options.check(taken.source, rules, {}, lang);
  return `${pick(pageTexts.storedUnrecognised, lang)}${pick(pageTexts.colon, lang)}${told.report.why}`;
}
