/** Dates, times and numbers as people write them in the two languages. */
import type { Lang } from './bilingual.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2024-02-01` → 2024年2月1日 or 1 February 2024; a year and month alone stay so; anything else is given back as it is. */
export function formatDate(iso: string, lang: Lang): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso);
  if (!parts) return iso;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = parts[3] === undefined ? null : Number(parts[3]);
  const monthName = months[month - 1];
  if (monthName === undefined) return iso;
  if (lang === 'zh') return `${year}年${month}月${day === null ? '' : `${day}日`}`;
  return `${day === null ? '' : `${day} `}${monthName} ${year}`;
}

/** A day of any year, `03-31` → 3月31日 or 31 March; anything else is given back as it is. */
export function formatDay(monthAndDay: string, lang: Lang): string {
  const [month = 0, day = 0] = monthAndDay.split('-').map(Number);
  const monthName = months[month - 1];
  if (monthName === undefined) return monthAndDay;
  return lang === 'zh' ? `${month}月${day}日` : `${day} ${monthName}`;
}

/** An ISO time as date and clock time of this computer's time zone. */
export function formatTime(iso: string, lang: Lang): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = localDay(iso);
  return `${formatDate(day, lang)}${lang === 'zh' ? ' ' : ', '}${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The day of an ISO time in this computer's time zone, `2024-02-01`. */
export function localDay(iso: string): string {
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

// Made once, and only where it is asked for: that takes as long as judging a report.
let grouped: Intl.NumberFormat | undefined;

/** Thousands grouped, at most four decimals. */
export function formatNumber(value: number): string {
  grouped ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
  return grouped.format(value);
}

/** Points that are added up line by line: as they are, so that the sum is the one told. */
export function formatAddend(value: number): string {
  return String(Math.round(value * 100 + 1e-7) / 100);
}

/** Points and scores: at most one decimal, half up. */
export function formatPoints(value: number): string {
  return String(Math.round(value * 10 + 1e-9) / 10);
}
