/** The office that sends the letters: what it calls itself, numbers its letters by, and until when it wants an answer. */
import { type Lang, pick } from '../words/bilingual.ts';
import { settingsTexts } from '../words/settings.ts';

export interface Office {
  /** Full name, as it signs. */
  readonly name: string;
  /** What stands in red on top; '' prints none, for paper that has it already. */
  readonly letterhead: string;
  /** Form of the letter number, with `{year}` and `{n}`; '' for letters without number. */
  readonly number: string;
  readonly contact: string;
  readonly phone: string;
  /** Days from the letter to the completed report; null where none is set. */
  readonly dueDays: number | null;
  /** ISO date that goes before `dueDays`; '' where none is set. */
  readonly dueDate: string;
  /** Last day on which reports are due, month and day (`01-31`) of the year after the report year; '' where none is set. */
  readonly reportsDue: string;
  /** Tell units their score. */
  readonly score: boolean;
  /** Name in the letter what is still being verified. */
  readonly verify: boolean;
}

export const noOffice: Office = {
  name: '',
  letterhead: '',
  number: '',
  contact: '',
  phone: '',
  dueDays: 10,
  dueDate: '',
  reportsDue: '',
  score: false,
  verify: true,
};

const texts = ['name', 'letterhead', 'number', 'contact', 'phone'] as const;
const longest = 60;

/** What the settings keep under `office`; what is not there or not sound is as in `noOffice`. */
export function officeFrom(value: unknown): Office {
  if (typeof value !== 'object' || value === null) return noOffice;
  const kept = value as Readonly<Record<string, unknown>>;
  const { office } = readOffice({
    ...Object.fromEntries(Object.entries(kept).map(([key, one]) => [key, one === null ? '' : String(one)])),
    score: kept.score === true ? 'yes' : '',
    verify: kept.verify === false ? '' : 'yes',
  });
  return office;
}

export type OfficeField = keyof Office;
export interface OfficeMistake {
  readonly field: OfficeField;
  readonly words: (lang: Lang) => string;
}

/** Reads the form of the settings; a field that is wrong is told of and left as in `noOffice`. */
export function readOffice(form: Readonly<Record<string, unknown>>): {
  readonly office: Office;
  readonly mistakes: readonly OfficeMistake[];
} {
  const mistakes: OfficeMistake[] = [];
  const refuse = (field: OfficeField, text: keyof typeof settingsTexts): void => {
    mistakes.push({ field, words: lang => pick(settingsTexts[text], lang) });
  };
  const field = (name: OfficeField): string => {
    const value = form[name];
    return typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim() : '';
  };
  const office: { -readonly [K in OfficeField]: Office[K] } = {
    ...noOffice,
    score: field('score') === 'yes',
    verify: field('verify') === 'yes',
  };
  for (const name of texts) {
    const text = field(name);
    if (text.length > longest) refuse(name, 'tooLong');
    else office[name] = text;
  }
  if (office.number !== '' && !office.number.includes('{n}')) refuse('number', 'badNumber');
  const days = field('dueDays').normalize('NFKC');
  if (days === '') office.dueDays = null;
  else if (/^\d{1,3}$/.test(days) && Number(days) >= 1) office.dueDays = Number(days);
  else refuse('dueDays', 'badDays');
  const due = field('dueDate');
  if (due === '' || isDay(due)) office.dueDate = due;
  else refuse('dueDate', 'badDay');
  const reports = field('reportsDue')
    .normalize('NFKC')
    .replace(/^(\d)-/, '0$1-')
    .replace(/-(\d)$/, '-0$1');
  if (reports === '' || isDay(`2024-${reports}`)) office.reportsDue = reports;
  else refuse('reportsDue', 'badMonthDay');
  return { office, mistakes };
}

/** A day that the calendar has, `2025-02-28`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Until when the completed report is wanted, as an ISO date: the unit's own day, else as the office sets it; '' where nothing is set. */
export function dueOf(office: Office, letterDate: string, own: string | null = null): string {
  if (own !== null && own >= letterDate) return own;
  if (office.dueDate !== '' && office.dueDate >= letterDate) return office.dueDate;
  if (office.dueDays === null) return '';
  const day = new Date(`${letterDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + office.dueDays);
  return day.toISOString().slice(0, 10);
}

/** The number of a letter; without `n` its place is left blank to be filled by hand. */
export function numberOf(office: Office, letterDate: string, n: number | null): string {
  return office.number.replaceAll('{year}', letterDate.slice(0, 4)).replaceAll('{n}', n === null ? '　　' : String(n));
}
