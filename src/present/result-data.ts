/** The assessment as plain data for scripts. */
import type { Assessment } from '../assess/types.ts';
import { findRestricted } from '../report/restricted.ts';

/** The assessment as it is, with what is restricted in its text; numbers of persons are masked there alone. */
export const assessmentData = (assessment: Assessment, text: string, outside: readonly string[] = []) => ({
  ...assessment,
  restricted: findRestricted(text, outside),
});
