/** A form filled in from something that others changed meanwhile is refused, and both versions are shown. */
import { createHash } from 'node:crypto';

/** Names a state of what a form edits: it goes out with the form and comes back with it. */
export const seenOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16);

/** Thrown within a change, so that nothing is saved. */
class StaleForm extends Error {}

/** @param seen as the form brought it; a form without it was not made from anything. Throws where it is not the state of now. */
export function mustHaveSeen(seen: unknown, now: unknown): void {
  if (typeof seen === 'string' && seen !== '' && seen !== seenOf(now)) throw new StaleForm();
}

/** False where the form was stale, and then nothing was saved. */
export async function unlessStale(save: () => Promise<unknown>): Promise<boolean> {
  try {
    await save();
    return true;
  } catch (error) {
    if (error instanceof StaleForm) return false;
    throw error;
  }
}

export interface ConflictLine {
  readonly label: string;
  /** As it was typed. */
  readonly mine: string;
  /** As it is now. */
  readonly theirs: string;
}

/** What differs between what was typed and what holds now. */
export const conflictOf = (lines: readonly ConflictLine[]): readonly ConflictLine[] =>
  lines
    .filter(({ mine, theirs }) => mine !== theirs)
    .map(({ label, mine, theirs }) => ({ label, mine: mine || '—', theirs: theirs || '—' }));
