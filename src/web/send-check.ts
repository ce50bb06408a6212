/** What must be right before letters are recorded as sent: their numbers, and the days. */
import { isDay } from '../present/office.ts';
import { formatDate } from '../words/dates.ts';
import { type LetterChoices, numbering, officeOf, unreadNumber } from './letter-choices.ts';
import type { AppOptions } from './options.ts';
import { type PageContext, wordsFor } from './page.ts';
import { textOf } from './seasons.ts';
import type { GivenNumber } from './sending.ts';

type Form = Readonly<Record<string, unknown>>;

/** Why nothing was recorded. */
export interface Refused {
  readonly mistakes: readonly string[];
  /** The letters bear no number: the page asks whether it is written by hand. */
  readonly unnumbered: boolean;
  /** The day of sending, as it was typed. */
  readonly on: string;
}

/** The day on which letters went out: that of the letters, where none is given. */
export function sentDay(form: Form, { date }: LetterChoices): string {
  const on = textOf(form.on);
  return isDay(on) ? on : date;
}

export interface Sending {
  readonly on: string;
  readonly dues: readonly string[];
  readonly numbers: readonly (number | null)[];
  readonly choices: LetterChoices;
  readonly form: Form;
}

/** Null where the letters may be recorded as sent. */
export async function refusalOf(
  options: AppOptions,
  c: PageContext,
  { on, dues, numbers, choices, form }: Sending,
  isOwn: (given: GivenNumber) => boolean = () => false,
): Promise<Refused | null> {
  const { lang } = c.var;
  const t = wordsFor(lang);
  const numbered = (await officeOf(options)).number !== '';
  const unnumbered = numbered && numbers.includes(null) && form.unnumbered !== 'yes';
  const { taken } = await numbering(
    options,
    c,
    { date: choices.date, numbers: numbered ? numbers : [], query: new URLSearchParams() },
    isOwn,
  );
  const passed = dues.find(due => due !== '' && due < on);
  const mistakes = [
    unnumbered ? unreadNumber(form, choices.number, lang) || t('sendUnnumbered') : '',
    taken,
    passed === undefined ? '' : t('sendDuePassed', { due: formatDate(passed, lang), on: formatDate(on, lang) }),
    choices.date > on ? t('sendBeforeDate', { date: formatDate(choices.date, lang), on: formatDate(on, lang) }) : '',
  ].filter(Boolean);
  return mistakes.length === 0 ? null : { mistakes, unnumbered, on };
}
