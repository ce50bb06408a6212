/** A stored report is joined to another as its next draft, or placed with its organ. */
import { withDraft } from '../store/record.ts';
import type { ReportHead, ReportRecord } from '../store/types.ts';
import { placesOf } from './entries.ts';
import { withSettledRulings, withSummary } from './open.ts';
import type { AppOptions } from './options.ts';
import { checkAsRosterSays } from './recheck.ts';

/** The last draft of `record` becomes the next one of the report `into`; the report that it came in as is removed. */
export async function joinReports(options: AppOptions, record: ReportRecord, into: string): Promise<ReportRecord> {
  const draft = record.drafts.at(-1);
  if (draft === undefined) return record;
  const { n: _, receivedAt, ...content } = draft;
  const joined = await options.store.update(into, known => {
    const before = known.drafts.at(-1)?.n ?? 0;
    const grown = withDraft(known, fillHead(record, known), content, receivedAt);
    const n = grown.drafts.at(-1)?.n ?? 1;
    // What was decided on it while it stood alone goes with it.
    const own = (record.rulings ?? []).filter(entry => entry.draft === draft.n).map(entry => ({ ...entry, draft: n }));
    const carried = withSettledRulings(options, grown, before, n);
    return withSummary(options, { ...carried, rulings: [...(carried.rulings ?? []), ...own] });
  });
  await options.store.remove(record.id);
  return joined;
}

/** The report is this organ's: the next draft of what the organ sent for that year, or the first. Gives the report it is now. */
export async function placeReport(options: AppOptions, record: ReportRecord, organ: string): Promise<ReportRecord> {
  const places = placesOf(options.store.organs.list());
  const same = (await options.store.list()).find(
    row =>
      row.id !== record.id &&
      row.year !== null &&
      row.year === record.year &&
      row.ruleSetId === record.ruleSetId &&
      places.ofRow(row).organ?.id === organ,
  );
  const into = same === undefined ? record : await joinReports(options, record, same.id);
  const placed = await options.store.update(into.id, kept => ({ ...kept, organ }));
  const again = await checkAsRosterSays(options, [placed.id]);
  return again === 0 ? placed : ((await options.store.get(placed.id)) ?? placed);
}

/** What the new draft does not tell stays as the earlier ones told it. */
export function fillHead<Head extends ReportHead>(told: Head, known: ReportHead): Head {
  return {
    ...told,
    title: told.title ?? known.title,
    subject: told.subject ?? known.subject,
    issuer: told.issuer ?? known.issuer,
    level: told.level ?? known.level,
    year: told.year ?? known.year,
  };
}
