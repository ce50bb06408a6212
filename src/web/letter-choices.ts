/** What a letter bears besides the findings: its number and its days, as they are asked for, and the numbers given before. */
import { isDay, type Office, officeFrom } from '../present/office.ts';
import type { Lang } from '../words/bilingual.ts';
import { formatDate, localDay } from '../words/dates.ts';
import { placesOf } from './entries.ts';
import { keptIn } from './joining.ts';
import type { AppOptions } from './options.ts';
import { type PageContext, wordsFor } from './page.ts';
import { entryName } from './rows.ts';
import { textOf } from './seasons.ts';
import { type GivenNumber, givenNumbers } from './sending.ts';

/** What a letter bears besides the findings, as the address gives it. */
export interface LetterChoices {
  /** Null leaves the place blank. */
  readonly number: number | null;
  readonly date: string;
  /** '' for what the office's settings say. */
  readonly due: string;
}

/** Choices that cannot be understood are as if they were not made. */
export const choicesOf = (options: AppOptions, c: PageContext): LetterChoices => readChoices(options, c.req.query());

export function readChoices(options: AppOptions, given: Readonly<Record<string, unknown>>): LetterChoices {
  const asked = (name: string): string => textOf(given[name]).normalize('NFKC');
  const date = asked('date');
  return {
    number: /^[1-9]\d{0,4}$/.test(asked('number')) ? Number(asked('number')) : null,
    date: isDay(date) ? date : localDay(options.clock().toISOString()),
    due: isDay(asked('due')) ? asked('due') : '',
  };
}

/** Tells that an answer is wanted before the letter is written; '' where it is not. */
export function earlyDue(date: string, due: string, lang: Lang): string {
  if (due === '' || due >= date) return '';
  return wordsFor(lang)('dueBeforeDate', { due: formatDate(due, lang), date: formatDate(date, lang) });
}

/** Tells that no number can be read from what was given for one; '' where it can, or nothing was given. */
export function unreadNumber(given: Readonly<Record<string, unknown>>, read: number | null, lang: Lang): string {
  const typed = textOf(given.number);
  return typed === '' || read !== null ? '' : wordsFor(lang)('numberUnread', { given: typed.slice(0, 20) });
}

/** The choices as an address says them. */
export function queryOf(
  { number, date, due }: LetterChoices,
  others: Readonly<Record<string, string>>,
): URLSearchParams {
  const given = { ...others, number: number === null ? '' : String(number), date, due };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
}

export async function officeOf(options: AppOptions): Promise<Office> {
  return officeFrom((await options.store.settings()).office);
}

export interface Numbering {
  /** Tells which of the numbers other letters of the year bear; '' for none. */
  readonly taken: string;
  /** The number after the last one of the year, and the page that bears it; '' where none was given or none is asked for. */
  readonly next: string;
  readonly nextHref: string;
  /** Tells that what was given is no number; '' where it is one or none was given. */
  readonly unread: string;
}

export interface NumbersAsked {
  /** The day that the letters bear. */
  readonly date: string;
  readonly numbers: readonly (number | null)[];
  /** The choices on the page, which the offer of the next number keeps. */
  readonly query: URLSearchParams;
}

/** How the numbers that letters are to bear stand to those given in the year of their date. */
export async function numbering(
  options: AppOptions,
  c: PageContext,
  { date, numbers, query }: NumbersAsked,
  isOwn: (given: GivenNumber) => boolean = () => false,
): Promise<Numbering> {
  const { lang } = c.var;
  const t = wordsFor(lang);
  // A report that was removed keeps the number of its letter.
  const removed = (await options.store.listRemoved()).map(({ row }) => row);
  const kept = givenNumbers(await options.store.list(), date.slice(0, 4));
  // The letters of one that was joined to another went with it.
  const lost = givenNumbers(removed, date.slice(0, 4)).filter(
    ({ number, row }) => !kept.some(one => one.number === number && keptIn(row, [one.row]) !== undefined),
  );
  const given = [...kept, ...lost].filter(one => !isOwn(one));
  const next = Math.max(0, ...given.map(({ number }) => number)) + 1;
  const places = placesOf(options.store.organs.list());
  const taken = given
    .filter(({ number }) => numbers.includes(number))
    .sort((one, other) => one.number - other.number)
    .map(({ number, row }) =>
      t('numberOfUnit', { n: number, name: entryName({ row, organ: places.ofRow(row).organ }, lang) }),
    );
  const isWanted = given.length > 0 && (taken.length > 0 || numbers.includes(null));
  const asked = new URLSearchParams(query);
  asked.set('number', String(next));
  return {
    taken:
      taken.length === 0 ? '' : t('numbersTaken', { year: date.slice(0, 4), numbers: taken.join(t('listSeparator')) }),
    next: isWanted ? t('numberNext', { year: date.slice(0, 4), n: next - 1, next }) : '',
    unread: unreadNumber(c.req.query(), choicesOf(options, c).number, lang),
    nextHref: isWanted ? `${c.req.path.replace(/^\/+/, '/')}?${asked}` : '',
  };
}
