/** What is asked of a person about whose report it is, or of which year, in words. */
import type { Assessment } from '../assess/types.ts';
import type { ReportHead, ReportRecord } from '../store/types.ts';
import { type Lang, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { whyYear } from './check.ts';
import { type Ask, askOf, placesOf } from './entries.ts';
import type { AppOptions } from './options.ts';

/** Why it is asked. */
export function askWords(
  ask: Ask,
  { subject, issuer }: Pick<ReportHead, 'subject' | 'issuer'>,
  assessment: Assessment,
  lang: Lang,
): string {
  return ask === 'year'
    ? whyYear(assessment, lang)
    : say(pageTexts[`placeWhy_${ask}`], lang, { subject: subject ?? '', issuer: issuer ?? '' });
}

/** What the pages of one report say while it waits for the answer; '' where nothing is asked. */
export async function askedNotice({ store }: AppOptions, record: ReportRecord, lang: Lang): Promise<string> {
  const rows = await store.list();
  const row = rows.find(({ id }) => id === record.id);
  const ask = row === undefined ? null : askOf(row, placesOf(store.organs.list()).ofRow(row), rows);
  const draft = record.drafts.at(-1);
  if (ask === null || draft === undefined) return '';
  const why = askWords(ask, record, draft.assessment as Assessment, lang);
  return say(pageTexts.askedHere, lang, { why });
}
