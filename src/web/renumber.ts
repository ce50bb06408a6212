/** The drafts of a report in another order, one taken out, or one put back: decisions go with their texts, and the history only grows. Pure. */
import { lastEntries, type RulingEntry } from '../assess/rulings.ts';
import type { Draft, ReportRecord } from '../store/types.ts';
import { sentOn } from './sending.ts';

/** A draft with what was decided last on each of its findings. */
interface Decided {
  readonly draft: Draft;
  readonly rulings: readonly RulingEntry[];
}

/** Up to this draft nothing can be moved: its letter went out and names it by its number. 0 where none did. */
export const boundUpTo = ({ drafts, progress }: Pick<ReportRecord, 'drafts' | 'progress'>): number =>
  Math.max(0, ...drafts.filter(({ n }) => sentOn(progress, n) !== null).map(({ n }) => n));

/** Draft `n` and the one before it change places. Null where they cannot. */
export function swapped(record: ReportRecord, n: number, at: string): ReportRecord | null {
  const drafts = decided(record);
  const [one, other] = [drafts[n - 2], drafts[n - 1]];
  if (one === undefined || other === undefined || n - 1 <= boundUpTo(record)) return null;
  return inOrder(record, [...drafts.slice(0, n - 2), other, one, ...drafts.slice(n)], at);
}

/** Draft `n` is taken out and kept aside. Null where it cannot be: it is bound, or the only one. */
export function without(record: ReportRecord, n: number, at: string): ReportRecord | null {
  const drafts = decided(record);
  const taken = drafts[n - 1];
  if (taken === undefined || drafts.length < 2 || n <= boundUpTo(record)) return null;
  const rest = inOrder(record, [...drafts.slice(0, n - 1), ...drafts.slice(n)], at);
  return { ...rest, takenOut: [...(record.takenOut ?? []), { ...taken, at }] };
}

/** The draft at `index` of those taken out is put back where it was, or as near to it as letters let it. Null where there is none. */
export function withBack(
  record: ReportRecord,
  index: number,
  at: string,
): { readonly record: ReportRecord; readonly n: number } | null {
  const aside = record.takenOut ?? [];
  const back = aside[index];
  if (back === undefined) return null;
  const drafts = decided(record);
  const n = Math.min(drafts.length + 1, Math.max(back.draft.n, boundUpTo(record) + 1));
  const { takenOut: _, ...whole } = inOrder(record, [...drafts.slice(0, n - 1), back, ...drafts.slice(n - 1)], at);
  const left = aside.filter((_, i) => i !== index);
  return { record: left.length === 0 ? whole : { ...whole, takenOut: left }, n };
}

const decided = ({ drafts, rulings = [] }: ReportRecord): readonly Decided[] =>
  drafts.map(draft => ({ draft, rulings: [...lastEntries(rulings, draft.n).values()] }));

/** The drafts numbered in this order; the history gains what makes each number stand for the decisions on its text. */
function inOrder(record: ReportRecord, order: readonly Decided[], at: string): ReportRecord {
  const history = record.rulings ?? [];
  const numbers = Math.max(order.length, ...record.drafts.map(({ n }) => n), ...history.map(({ draft }) => draft));
  const gained = Array.from({ length: numbers }, (_, i) => i + 1).flatMap(n =>
    difference(lastEntries(history, n), order[n - 1]?.rulings ?? [], n, at),
  );
  return {
    ...record,
    drafts: order.map(({ draft }, i) => ({ ...draft, n: i + 1 })),
    ...(gained.length > 0 && { rulings: [...history, ...gained] }),
  };
}

/** What must be added so that the last decisions on draft `n` are the `wanted` ones. */
function difference(
  now: ReadonlyMap<string, RulingEntry>,
  wanted: readonly RulingEntry[],
  n: number,
  at: string,
): readonly RulingEntry[] {
  const told = wanted.map(entry => ({ ...entry, draft: n }));
  const ids = new Set(told.map(({ requirement }) => requirement));
  const isNew = (entry: RulingEntry): boolean => JSON.stringify(entry) !== JSON.stringify(now.get(entry.requirement));
  const gone = [...now.values()].filter(
    ({ requirement, decision }) => !ids.has(requirement) && decision !== 'withdraw',
  );
  return [
    ...told.filter(isNew),
    ...gone.map(entry => ({ ...entry, decision: 'withdraw' as const, reason: null, note: '', by: '', at })),
  ];
}
