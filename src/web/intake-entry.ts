/** What is said of each file that came in: stored, recognised, of another kind, or in need of an answer. */
import type { Assessment } from '../assess/types.ts';
import { resultView } from '../present/view.ts';
import type { ReadError, SourceText } from '../read/types.ts';
import type { Receipt, ReportRow } from '../store/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { summaryOf } from './check.ts';
import type { AppOptions } from './options.ts';
import { nameOf, type RowContext, summaryCells } from './rows.ts';

interface Read {
  readonly file: string;
  readonly source: SourceText;
  readonly assessment: Assessment;
}

/** A file as it was taken in. `other` is a text of another kind, which is not stored unless a person insists. */
export type Taken =
  | { readonly state: 'failed'; readonly file: string; readonly error: ReadError }
  | (Read & { readonly state: 'checked' })
  | (Read & { readonly state: 'other' })
  | (Read & { readonly state: 'stored'; readonly receipt: Receipt });

/** What the page says of one file. */
export interface IntakeEntry {
  readonly state: 'failed' | 'same' | 'unrecognised' | 'ask' | 'done';
  readonly file: string;
  readonly message: string;
  readonly href: string;
  /** What kind of report it is, where the register holds several kinds; else ''. */
  readonly kind: string;
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
  /** What must be sent to store a text of another kind all the same. */
  readonly insist: { readonly name: string; readonly text: string; readonly ruleSet: string } | null;
}

/** An entry that says only `message`. */
export function plainEntry(state: IntakeEntry['state'], file: string, message: string): IntakeEntry {
  return {
    state,
    file,
    message,
    href: '',
    kind: '',
    outcomeId: '',
    outcome: '',
    numbers: '',
    notes: [],
    gaps: [],
    id: '',
    choices: [],
    insist: null,
  };
}

export function intakeEntry(
  options: AppOptions,
  taken: Taken,
  rows: readonly ReportRow[],
  context: RowContext,
): IntakeEntry {
  const { lang } = context;
  const { file } = taken;
  if (taken.state === 'failed') return plainEntry('failed', file, pick(taken.error.text, lang));

  const { assessment, source } = taken;
  const { report, ruleSet } = assessment;
  const notes = source.notes.map(note => pick(note, lang));
  if (taken.state === 'other') {
    return {
      ...plainEntry('unrecognised', file, whyOther(options, taken, 'notStoredOther', lang)),
      notes,
      insist: { name: file, text: source.text, ruleSet: ruleSet.id },
    };
  }
  const found = { ...outcomeCells(assessment, context), notes };
  if (taken.state === 'checked') {
    if (!report.recognised)
      return { ...plainEntry('unrecognised', file, whyOther(options, taken, 'notScoredOther', lang)), notes };
    const { gaps } = resultView({ assessment, text: source.text, at: null, lang });
    return { ...plainEntry('done', file, pick(pageTexts.checkedOnly, lang)), ...found, gaps };
  }

  const { receipt } = taken;
  const row = rows.find(other => other.id === receipt.id);
  const name = row === undefined ? file : nameOf(row, file, lang);
  const stored = { ...found, href: `/reports/${receipt.id}?draft=${receipt.n}` };
  if (receipt.outcome === 'already-there')
    return { ...plainEntry('same', file, say(pageTexts.sameFile, lang, { name, n: receipt.n })), ...stored };
  if (!report.recognised)
    return { ...plainEntry('unrecognised', file, whyOther(options, taken, 'storedOther', lang)), ...stored };
  if (receipt.outcome === 'next-draft')
    return { ...plainEntry('done', file, say(pageTexts.storedDraft, lang, { name, n: receipt.n })), ...stored };
  const unit = [name, row?.year ?? null].filter(part => part !== null).join(' ');
  const choices = mustAsk(assessment) ? whoseDraft(rows, assessment, receipt.id, lang) : [];
  const state = choices.length > 0 ? 'ask' : 'done';
  const message = say(pageTexts.storedNew, lang, { name: unit });
  return { ...plainEntry(state, file, message), ...stored, id: receipt.id, choices };
}

function outcomeCells(assessment: Assessment, context: RowContext) {
  if (!assessment.report.recognised) return {};
  const { outcomeId, outcome, mandatory, expected, score } = summaryCells(
    summaryOf(assessment, ''),
    assessment.ruleSet.id,
    context,
  );
  const kind = context.kindName(assessment.ruleSet.id);
  return {
    kind,
    outcomeId,
    outcome,
    numbers: say(pageTexts.numbersShort, context.lang, { mandatory, expected, score }),
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
function whyOther(
  options: AppOptions,
  { assessment, source }: Read,
  said: 'notStoredOther' | 'notScoredOther' | 'storedOther',
  lang: Lang,
): string {
  const rules = options.rules.get(assessment.ruleSet.id);
  const told = lang === assessment.lang || rules === null ? assessment : options.check(source, rules, {}, lang);
  return say(pageTexts[said], lang, { why: told.report.why });
}
