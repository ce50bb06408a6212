/** The particulars of what was done, which are kept in short, in words for who reads the record. */
import type { RulingEntry } from '../assess/rulings.ts';
import type { Status } from '../assess/types.ts';
import type { Activity } from '../store/activity.ts';
import { deedParticulars } from '../words/access.ts';
import { inBrackets, type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { statusWords } from '../words/terms.ts';

/** `isReport`: what it was done to is a report; `titleOf` gives a requirement's title. What is not understood stays as it was kept. */
export function deedDetail(
  { action, detail }: Pick<Activity, 'action' | 'detail'>,
  isReport: boolean,
  titleOf: (requirement: string) => string,
  lang: Lang,
): string {
  if (action === 'review') return reviewed(detail, titleOf, lang);
  const changed = /^\+(\d+) ~(\d+)$/.exec(detail);
  if (changed !== null) return say(deedParticulars.units, lang, { added: changed[1] ?? '', updated: changed[2] ?? '' });
  if (
    !['letter', 'report-received', 'report-checked', 'report-marked', 'season-changed', 'units-changed'].includes(
      action,
    )
  )
    return detail;
  const known: Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>> = deedParticulars;
  const told = detail.split(' ').map(word => {
    if (/^\d+$/.test(word)) return say(isReport ? pageTexts.draftN : deedParticulars.several, lang, { n: word });
    const words = known[word];
    return words === undefined ? word : pick(words, lang);
  });
  return told.join(pick(pageTexts.partSeparator, lang));
}

const decisions: Readonly<Record<RulingEntry['decision'], keyof typeof pageTexts>> = {
  agree: 'agree',
  change: 'decideOtherwise',
  withdraw: 'withdraw',
  lapse: 'withdrawn',
};

function reviewed(detail: string, titleOf: (requirement: string) => string, lang: Lang): string {
  const [requirement = '', decision = '', status = ''] = detail.split(' ');
  if (!Object.hasOwn(decisions, decision) || !Object.hasOwn(statusWords, status)) return detail;
  const done = pick(pageTexts[decisions[decision as RulingEntry['decision']]], lang);
  const told = `${titleOf(requirement)}${pick(pageTexts.colon, lang)}${done}`;
  return told + inBrackets(pick(statusWords[status as Status], lang), lang);
}
