/** What is said of each file that came in: stored, recognised, of another kind, or in need of an answer. */
import type { Assessment } from '../assess/types.ts';
import { restrictedLines } from '../present/masked.ts';
import { resultView } from '../present/view.ts';
import type { ReadError, SourceText } from '../read/types.ts';
import { isMarked, type RestrictedEntry } from '../report/restricted.ts';
import type { Receipt, ReportRow } from '../store/types.ts';
import { type Bilingual, type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { askWords } from './asked.ts';
import { summaryOf } from './check.ts';
import { askOf, type Places } from './entries.ts';
import type { AppOptions } from './options.ts';
import { entryName, type RowContext, summaryCells } from './rows.ts';

interface Read {
  readonly file: string;
  readonly source: SourceText;
  readonly assessment: Assessment;
}

/** A file as it was taken in. `held` bears a marking or personal numbers: of it nothing is kept until a person has confirmed. `other` is a text of another kind, which is not stored unless a person insists. */
export type Taken =
  | { readonly state: 'failed'; readonly file: string; readonly error: ReadError }
  | { readonly state: 'skipped'; readonly file: string; readonly why: Bilingual }
  | {
      readonly state: 'held';
      readonly file: string;
      readonly restricted: readonly RestrictedEntry[];
      readonly pasted: boolean;
    }
  | (Read & { readonly state: 'checked' })
  | (Read & { readonly state: 'other' })
  | (Read & { readonly state: 'stored'; readonly receipt: Receipt });

/** What the page says of one file. */
export interface IntakeEntry {
  readonly state: 'failed' | 'skipped' | 'held' | 'same' | 'unrecognised' | 'ask' | 'done';
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
  /** What must be sent to store a text of another kind all the same. */
  readonly insist: {
    readonly name: string;
    readonly text: string;
    readonly ruleSet: string;
    readonly confirmed: boolean;
    readonly received: string;
  } | null;
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
    insist: null,
  };
}

export interface IntakeContext extends RowContext {
  readonly places: Places;
  /** Reports of which this import brought a second draft or a later one. */
  readonly joined: ReadonlySet<string>;
  /** Years whose season is archived. */
  readonly archived: readonly number[];
  /** The year whose reports are collected; null where no season was set up. */
  readonly season: number | null;
  /** A person has confirmed that what is restricted may be stored. */
  readonly confirmed: boolean;
  /** The day on which the files were received, as a person gave it; '' where nobody did. */
  readonly received: string;
}

export function intakeEntry(
  options: AppOptions,
  taken: Taken,
  rows: readonly ReportRow[],
  context: IntakeContext,
): IntakeEntry {
  const { lang } = context;
  const { file } = taken;
  if (taken.state === 'failed') return plainEntry('failed', file, pick(taken.error.text, lang));
  if (taken.state === 'skipped') return plainEntry('skipped', file, pick(taken.why, lang));

  if (taken.state === 'held') {
    const words = isMarked(taken.restricted) ? pageTexts.heldMarked : pageTexts.heldPersonal;
    return { ...plainEntry('held', file, pick(words, lang)), notes: restrictedLines(taken.restricted, lang) };
  }

  const { assessment, source } = taken;
  const { report, ruleSet } = assessment;
  const notes = source.notes.map(note => pick(note, lang));
  if (taken.state === 'other') {
    return {
      ...plainEntry('unrecognised', file, whyOther(options, taken, 'notStoredOther', lang)),
      notes,
      insist: {
        name: source.name,
        text: source.text,
        ruleSet: ruleSet.id,
        confirmed: context.confirmed,
        received: context.received,
      },
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
  const place = row === undefined ? null : context.places.ofRow(row);
  const name = row === undefined ? file : entryName({ row, organ: place?.organ ?? null }, lang);
  const stored = { ...found, href: `/reports/${receipt.id}?draft=${receipt.n}` };
  if (receipt.outcome === 'already-there')
    return { ...plainEntry('same', file, say(pageTexts.sameFile, lang, { name, n: receipt.n })), ...stored };
  if (!report.recognised)
    return { ...plainEntry('unrecognised', file, whyOther(options, taken, 'storedOther', lang)), ...stored };
  const why = row === undefined || place === null ? null : askOf(row, place, rows);
  if (why !== null) {
    const because = askWords(why, report, assessment, lang);
    const words = say(pageTexts.askUnit, lang, { why: because });
    return { ...plainEntry('ask', file, words), ...stored };
  }
  const told = [...notes];
  const { report: read } = assessment;
  const match = context.places.ofHead({ ...read, level: read.subjectLevel, year: null, ruleSetId: '' }, file).match;
  if (match.state === 'sure' && match.by === 'file') told.push(pick(pageTexts.byFileName, lang));
  const year = row?.year ?? null;
  if (year !== null && context.archived.includes(year)) told.push(say(pageTexts.intoArchived, lang, { year }));
  else if (year !== null && context.season !== null && year !== context.season)
    told.push(say(pageTexts.otherSeason, lang, { year, season: context.season }));
  const isNext = receipt.outcome === 'next-draft' || context.joined.has(receipt.id);
  const message = isNext
    ? say(pageTexts.storedDraft, lang, { name, n: receipt.n })
    : say(pageTexts.storedNew, lang, { name: [name, year].filter(part => part !== null).join(' ') });
  return { ...plainEntry('done', file, message), ...stored, notes: told };
}

function outcomeCells(assessment: Assessment, context: RowContext) {
  if (!assessment.report.recognised) return {};
  const { outcomeId, outcome, mandatory, expected, score, gaps, toReview } = summaryCells(
    summaryOf(assessment, ''),
    assessment.ruleSet.id,
    context,
  );
  const kind = context.kindName(assessment.ruleSet.id);
  return {
    kind,
    outcomeId,
    outcome,
    numbers: say(pageTexts.numbersShort, context.lang, { mandatory, expected, score, gaps, review: toReview }),
  };
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

/** What the form asks for by which held files are sent once more; null where nothing is held. */
export function heldForm(taken: readonly Taken[], ruleSet: string, keep: string, received: string) {
  const held = taken.filter(one => one.state === 'held');
  if (held.length === 0) return null;
  return {
    files: held.some(one => !one.pasted),
    pasted: held.some(one => one.pasted),
    ruleSet,
    received,
    other: keep === 'all',
  };
}
