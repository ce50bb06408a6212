/** People's decisions on findings, put into words. */
import { lastEntries, type RulingEntry } from '../assess/rulings.ts';
import type { Ruling } from '../assess/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { formatTime } from '../words/dates.ts';
import { pageTexts } from '../words/pages.ts';
import { rulingReasons } from '../words/reviews.ts';
import { statusWords } from '../words/terms.ts';
import type { FindingView, HistoryLine, RulingView } from './view-types.ts';

/** The history of a report, and the draft that is looked at. */
export interface Reviews {
  readonly history: readonly RulingEntry[];
  readonly draft: number;
}

export const noReviews: Reviews = { history: [], draft: 1 };

export function rulingView(ruling: Ruling, lang: Lang): RulingView {
  const word = (status: Ruling['status']): string => pick(statusWords[status], lang);
  const changed = ruling.status !== ruling.machine;
  return {
    decision: changed
      ? say(pageTexts.changed, lang, { machine: word(ruling.machine), status: word(ruling.status) })
      : pick(pageTexts.agreed, lang),
    changed,
    reason: ruling.reason,
    note: ruling.note,
    by: ruling.by,
    at: formatTime(ruling.at, lang),
    machineWord: word(ruling.machine),
    machineReason: ruling.machineReason,
  };
}

/** By requirement: what is said where a decision of the draft lapsed and none came after it. */
export function lapsedWords({ history, draft }: Reviews, lang: Lang): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const [requirement, entry] of lastEntries(history, draft)) {
    if (entry.decision !== 'lapse') continue;
    const before = history.findLast(
      other => other.requirement === requirement && (other.decision === 'agree' || other.decision === 'change'),
    );
    const was = say(pageTexts.before, lang, {
      status: pick(statusWords[entry.status], lang),
      by: before?.by ?? '',
      at: before === undefined ? '' : formatTime(before.at, lang),
    });
    told.set(requirement, `${pick(pageTexts.textChanged, lang)}${lang === 'en' ? ' ' : ''}${was}`);
  }
  return told;
}

/** Newest first. */
export function historyLines(
  { history }: Reviews,
  findings: ReadonlyMap<string, FindingView>,
  lang: Lang,
): readonly HistoryLine[] {
  return history
    .map(entry => ({
      time: formatTime(entry.at, lang),
      draft: say(pageTexts.draftN, lang, { n: entry.draft }),
      title: findings.get(entry.requirement)?.title ?? entry.requirement,
      href: findings.get(entry.requirement) === undefined ? '' : `#${findings.get(entry.requirement)?.id}`,
      decision: decisionWords(entry, lang),
      reason: entry.reason === null ? '' : pick(rulingReasons[entry.reason], lang),
      note: entry.note,
      by: entry.by === '' ? pick(pageTexts.byProgram, lang) : entry.by,
    }))
    .reverse();
}

function decisionWords({ decision, machine, status }: RulingEntry, lang: Lang): string {
  const word = (one: typeof status): string => pick(statusWords[one], lang);
  switch (decision) {
    case 'agree':
      return `${pick(pageTexts.agreed, lang)}${pick(pageTexts.colon, lang)}${word(status)}`;
    case 'change':
      return say(pageTexts.changed, lang, { machine: word(machine), status: word(status) });
    case 'withdraw':
      return pick(pageTexts.withdrawn, lang);
    case 'lapse':
      return say(pageTexts.withdrawnChanged, lang, { status: word(status) });
  }
}
