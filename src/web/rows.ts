/** Lines of the register, ready for its table. */
import type { Outcome } from '../assess/types.ts';
import { bilingual } from '../rules/load.ts';
import type { DraftSummary, RemovedRow, ReportHead, ReportRow } from '../store/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { formatDate, formatTime, localDay } from '../words/dates.ts';
import { pageTexts } from '../words/pages.ts';
import { type EntryStatus, entryStatusGlyphs, entryStatusWords } from '../words/register.ts';
import { levelWords } from '../words/terms.ts';
import type { Entry } from './entries.ts';
import { keptIn } from './joining.ts';
import type { AppOptions } from './options.ts';

/** A line of the register; what a unit that sent nothing lacks is —. */
export interface RegisterRow {
  /** Id of the report; '' where none came in. */
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** What kind of report it is, where the register holds several kinds; else ''. */
  readonly kind: string;
  readonly sample: boolean;
  /** A person must say whose it is, or of which year. */
  readonly asked: boolean;
  /** A report whose unit a person must tell may be this unit's. */
  readonly maybeSent: boolean;
  readonly level: string;
  readonly year: string;
  readonly draft: string;
  readonly received: string;
  readonly due: string;
  readonly late: boolean;
  readonly status: EntryStatus;
  readonly statusWord: string;
  readonly statusGlyph: string;
  readonly outcomeId: string;
  readonly outcome: string;
  readonly mandatory: string;
  readonly expected: string;
  readonly score: string;
  readonly gaps: string;
  readonly toReview: string;
}

export interface RowContext {
  readonly lang: Lang;
  /** Hashes of the sample files, by which a sample is known in the register. */
  readonly sampleHashes: ReadonlySet<string>;
  /** What a report of a rule set is called, in the language of the page; '' where the register holds one kind only. */
  readonly kindName: (ruleSetId: string) => string;
  /** An outcome's title in the language of the page, where the rule set is known. */
  readonly outcomeTitle: (ruleSetId: string, outcome: Outcome) => string;
}

export function registerRow(entry: Entry, context: RowContext): RegisterRow {
  const { lang, sampleHashes } = context;
  const { row, organ, due, status } = entry;
  const draft = row?.drafts.at(-1);
  return {
    id: row?.id ?? '',
    name: entryName(entry, lang),
    href: row === null ? `/units/${organ?.id}` : `/reports/${row.id}`,
    kind: row === null ? '' : context.kindName(row.ruleSetId),
    sample: draft !== undefined && sampleHashes.has(draft.sha256),
    asked: entry.ask !== null,
    maybeSent: entry.maybeSent,
    draft: draft === undefined ? '—' : say(pageTexts.draftN, lang, { n: draft.n }),
    received: draft === undefined ? '—' : formatDate(draft.receivedDate ?? localDay(draft.receivedAt), lang),
    due:
      due === null
        ? '—'
        : say(entry.mends ? pageTexts.mendBy : pageTexts.dayOnly, lang, { date: formatDate(due, lang) }),
    late: entry.late,
    status,
    statusWord: pick(entryStatusWords[status], lang),
    statusGlyph: entryStatusGlyphs[status],
    level: entry.level === null ? '—' : pick(levelWords[entry.level], lang),
    year: entry.year === null ? '—' : String(entry.year),
    ...(draft === undefined || row === null ? noSummary : summaryCells(draft.summary, row.ruleSetId, context)),
  };
}

const noSummary = {
  outcomeId: '',
  outcome: '—',
  mandatory: '—',
  expected: '—',
  score: '—',
  gaps: '—',
  toReview: '—',
} as const;

/** The organ of the roster where it is known; else as the report calls it. */
export function entryName({ row, organ }: Pick<Entry, 'row' | 'organ'>, lang: Lang): string {
  return organ?.name ?? (row === null ? '' : nameOf(row, row.drafts.at(-1)?.fileName ?? '', lang));
}

/** The unit where known, else the title, else the file's name. */
export function nameOf(head: ReportHead, fileName: string, lang: Lang): string {
  return head.subject ?? head.issuer ?? head.title ?? (fileName || pick(pageTexts.unnamed, lang));
}

export function headCells(head: ReportHead, lang: Lang): { readonly level: string; readonly year: string } {
  return {
    level: head.level === null ? '—' : pick(levelWords[head.level], lang),
    year: head.year === null ? '—' : String(head.year),
  };
}

export function summaryCells(summary: DraftSummary, ruleSetId: string, { lang, outcomeTitle }: RowContext) {
  const recognised = summary.outcome !== null;
  return {
    outcomeId: summary.outcome?.id ?? 'not-recognised',
    outcome:
      summary.outcome === null ? pick(pageTexts.notRecognisedShort, lang) : outcomeTitle(ruleSetId, summary.outcome),
    mandatory: recognised ? `${summary.mandatory.met}/${summary.mandatory.of}` : '—',
    expected: recognised ? `${summary.expected.met}/${summary.expected.of}` : '—',
    score: summary.score === null ? '—' : summary.score.toFixed(1),
    gaps: recognised ? String(summary.gaps) : '—',
    toReview: recognised ? String(summary.toReview) : '—',
  };
}

export function removedRow(
  options: AppOptions,
  { row, removedAt }: RemovedRow,
  rows: readonly ReportRow[],
  lang: Lang,
) {
  const named = (one: ReportRow): string =>
    entryName({ row: one, organ: one.organ === null ? null : options.store.organs.get(one.organ) }, lang);
  const kept = keptIn(row, rows);
  return {
    id: row.id,
    name: named(row),
    time: formatTime(removedAt, lang),
    kept: kept === undefined ? '' : say(pageTexts.removedKept, lang, { name: named(kept) }),
  };
}

/** The outcomes of the rule sets that these reports were checked by, the worst first; '' where none is known. */
export function outcomeOrder(options: AppOptions, ruleSetIds: Iterable<string>, lang: Lang): string {
  const ladders = [...new Set(ruleSetIds)].flatMap(id => {
    const outcomes = options.rules.get(id)?.ruleSet.outcomes ?? [];
    return outcomes.length === 0 ? [] : [outcomes.map(({ title }) => pick(bilingual(title), lang)).join(' › ')];
  });
  return ladders.length === 0 ? '' : `${pick(pageTexts.ladder, lang)}${[...new Set(ladders)].join('；')}`;
}

/** What rows need to know besides themselves. */
export function rowContext(options: AppOptions, lang: Lang, rows: readonly ReportRow[] = []): RowContext {
  // Two reports of a body and a year may be of two kinds; where all are of one, nobody needs to be told.
  const severalKinds = new Set(rows.map(row => row.ruleSetId)).size > 1;
  // Looked up once: asking for rules looks at their files.
  const ruleSets = new Map(options.rules.list().map(({ ruleSet }) => [ruleSet.id, ruleSet]));
  return {
    lang,
    kindName: id => {
      if (!severalKinds) return '';
      const ruleSet = ruleSets.get(id);
      return ruleSet === undefined ? id : pick(ruleSet.genre.name, lang);
    },
    sampleHashes: new Set((options.samples ?? []).map(sample => sample.sha256)),
    outcomeTitle: (ruleSetId, outcome) => {
      const title = ruleSets.get(ruleSetId)?.outcomes.find(other => other.id === outcome.id)?.title;
      return lang === 'zh' || title === undefined || typeof title === 'string' ? outcome.title : (title.en ?? title.zh);
    },
  };
}
