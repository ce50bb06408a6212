/** Letters that went out, as a report's progress records them: told again, and taken back one by one. Pure. */
import type { Progress, ReportRow, SentLetter } from '../store/types.ts';

export const noProgress: Progress = { answered: null, passed: null };

/** The letter on this draft; null where none went out. */
export function sentOn(progress: Progress | null | undefined, draft: number): SentLetter | null {
  return lettersOf(progress).find(letter => letter.draft === draft) ?? null;
}

/** The progress with one more letter; another one on the same draft takes its place. */
export function withSent(progress: Progress | null | undefined, letter: SentLetter): Progress {
  const others = lettersOf(progress).filter(({ draft }) => draft !== letter.draft);
  return withLetters(progress, [...others, letter]);
}

/** The progress as if no letter on this draft had gone out. */
export function withoutSent(progress: Progress | null | undefined, draft: number): Progress {
  return withLetters(
    progress,
    lettersOf(progress).filter(letter => letter.draft !== draft),
  );
}

/** The progress as if no letter had gone out. */
export const withoutLetters = (progress: Progress): Progress => withLetters(progress, []);

/** What is recorded of a letter that went out on a day. */
export function sentLetter(
  draft: number,
  on: string,
  { date, number, due }: { readonly date: string; readonly number: number | null; readonly due: string },
): SentLetter {
  return {
    on,
    draft,
    ...(date !== on && { dated: date }),
    ...(number !== null && { number }),
    ...(due !== '' && { due }),
  };
}

/** A letter on the last draft is still to be sent. */
export function isUnanswered({ drafts, progress }: Pick<ReportRow, 'drafts' | 'progress'>): boolean {
  const last = drafts.at(-1);
  return last !== undefined && (progress?.passed ?? null) === null && (progress?.answered?.draft ?? 0) < last.n;
}

/** A number that a letter went out with. */
export interface GivenNumber {
  readonly number: number;
  readonly row: ReportRow;
  readonly draft: number;
}

/** The numbers of letters that went out in a year. */
export function givenNumbers(rows: readonly ReportRow[], year: string): readonly GivenNumber[] {
  return rows.flatMap(row =>
    lettersOf(row.progress).flatMap(({ number, on, dated = on, draft }) =>
      number !== undefined && dated.startsWith(year) ? [{ number, row, draft }] : [],
    ),
  );
}

const lettersOf = (progress: Progress | null | undefined): readonly SentLetter[] => [
  ...(progress?.earlier ?? []),
  ...(progress?.answered == null ? [] : [progress.answered]),
];

function withLetters(progress: Progress | null | undefined, letters: readonly SentLetter[]): Progress {
  const { earlier: _, ...kept } = progress ?? noProgress;
  const ordered = [...letters].sort((a, b) => a.draft - b.draft);
  const before = ordered.slice(0, -1);
  return { ...kept, answered: ordered.at(-1) ?? null, ...(before.length > 0 && { earlier: before }) };
}
