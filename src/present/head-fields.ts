/** What stands at the head of a result: the body, level, year and dates of the report, and which of them a person gave. */
import type { Assessment } from '../assess/types.ts';
import type { Power } from '../rules/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { formatDate } from '../words/dates.ts';
import { pageTexts } from '../words/pages.ts';
import { powerWords } from '../words/register.ts';
import { levelWords } from '../words/terms.ts';
import type { Field } from './view-types.ts';

/** Title data of a report as label and value; `received` is the ISO date on which it came in, where a store knows. */
export function headFields(assessment: Assessment, received: string | null, lang: Lang): Field[] {
  const { report, source } = assessment;
  const none = pick(pageTexts.notStated, lang);
  const level = report.subjectLevel;
  const field = (key: keyof typeof pageTexts, value: string | null, name: string): Field => ({
    label: pick(pageTexts[key], lang),
    value: value ?? none,
    given: (report.corrected as readonly string[]).includes(name),
    stated: value !== null,
  });
  const date = (iso: string | null): string | null => (iso === null ? null : formatDate(iso, lang));
  return [
    field('subject', report.subject, 'subject'),
    field('level', level === null ? null : pick(levelWords[level], lang), 'subjectLevel'),
    field('reportYear', report.reportYear === null ? null : String(report.reportYear), 'reportYear'),
    field('issuer', report.issuer, 'issuer'),
    field('addressee', report.addressee, 'addressee'),
    field('documentNumber', report.documentNumber, 'documentNumber'),
    field('signedDate', date(report.signedDate), 'signedDate'),
    field('publishedDate', date(report.publishedDate), 'publishedDate'),
    field('receivedDate', date(report.receivedDate ?? received), 'receivedDate'),
    field('sourceName', source.name, 'source'),
    ...((report.corrected as readonly string[]).includes('asReport')
      ? [field('kindOfText', pick(pageTexts.annualReport, lang), 'asReport')]
      : []),
    ...powersField(report.powers ?? null, lang),
  ];
}

/** Only where a person said which powers the body has. */
function powersField(powers: readonly Power[] | null, lang: Lang): Field[] {
  if (powers === null) return [];
  const words = powers.length === 0 ? [powerWords.none] : powers.map(power => powerWords[power]);
  const value = words.map(one => pick(one, lang)).join(pick(pageTexts.listSeparator, lang));
  return [{ label: pick(pageTexts.powersByRoster, lang), value, given: false, stated: true }];
}
