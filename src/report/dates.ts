/** Reads dates as reports write them: 2024年3月1日, 二〇二四年三月一日, 2024-03-01, 2025/03/11, 2024.3.1, 2024年3月. */
import { readNumeral } from '../read/numerals.ts';

export interface DateRead {
  /** `2024-03-01`, or `2024-03` where no day is given. */
  readonly iso: string;
  readonly index: number;
  readonly length: number;
}

const han = '[〇零一二三四五六七八九十]';
const pattern = new RegExp(
  `((?:19|20)\\d\\d)\\s{0,2}(?:年\\s{0,2}(\\d{1,2})\\s{0,2}月(?:\\s{0,2}(\\d{1,2})\\s{0,2}[日号])?|\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})(?!\\d))` +
    `|(\\d{4}|${han}{4})年(${han}{1,3})月(?:(${han}{1,3})[日号])?`,
);

/** The first date in normalised text; null when there is none or it is no day of the calendar. */
export function findDate(text: string): DateRead | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [whole, year, month, day, month2, day2, hanYear, hanMonth, hanDay] = match;
  const number = (written: string | undefined) =>
    written === undefined ? null : (readNumeral(written)?.value ?? null);
  const y = number(year ?? hanYear);
  const m = number(month ?? month2 ?? hanMonth);
  const d = number(day ?? day2 ?? hanDay);
  if (y === null || m === null || m < 1 || m > 12 || y < 1949 || y > 2100) return null;
  if (d !== null && (d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())) return null;
  const iso = `${y}-${String(m).padStart(2, '0')}${d === null ? '' : `-${String(d).padStart(2, '0')}`}`;
  return { iso, index: match.index, length: whole.length };
}

/** A year written 2023年 or 二〇二三年 in normalised text, with where it stands; null when there is none from `from` on. */
export function findYear(
  text: string,
  from = 0,
): { readonly value: number; readonly index: number; readonly length: number } | null {
  const match = /(?:((?:19|20)\d\d)|([一二][〇零九][〇零一二三四五六七八九]{2}))\s?(?=年)/.exec(text.slice(from));
  if (match === null) return null;
  const value = readNumeral(match[1] ?? match[2] ?? '')?.value ?? 0;
  return { value, index: from + match.index, length: match[0].length };
}
