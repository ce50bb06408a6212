/** Whether a person must say of which year a report is. */
import type { Assessment } from './types.ts';

/** `none` where no year is stated, `ahead` where the year stated had not begun on the day it came in; a person who gave the year is believed. */
export type YearDoubt = 'none' | 'ahead';

/** `today` is an ISO date: the day it came in, where nobody gave another. Null where the year is clear. */
export function yearDoubt({ report }: Pick<Assessment, 'report'>, today: string): YearDoubt | null {
  const { reportYear: year, receivedDate, corrected } = report;
  if (year === null) return 'none';
  if (corrected.includes('reportYear')) return null;
  return year > Number((receivedDate ?? today).slice(0, 4)) ? 'ahead' : null;
}
