/** A stored report is joined to another, its drafts as the next ones, or placed with its organ. */
import type { Assessment } from '../assess/types.ts';
import { foldName } from '../report/organ-names.ts';
import { withDraft } from '../store/record.ts';
import type { Draft, Organ, ReportHead, ReportRecord, ReportRow } from '../store/types.ts';
import { placesOf } from './entries.ts';
import { withSettledRulings, withSummary } from './open.ts';
import type { AppOptions } from './options.ts';
import { checkAsRosterSays } from './recheck.ts';
import { areDrafts } from './same-body.ts';
import { sentOn, withoutLetters, withSent } from './sending.ts';

/** The drafts of `record` become the next ones of the report `into`, with what was decided on them and the letters that went out on them; the report that they came in as is removed. */
async function joinReports(options: AppOptions, record: ReportRecord, into: string): Promise<ReportRecord> {
  const joined = await options.store.update(into, known =>
    withSummary(
      options,
      record.drafts.reduce((grown, draft) => withOneMore(options, grown, record, draft), known),
    ),
  );
  // Its letters went with it: one that is taken back there is not still recorded here.
  if (record.progress !== undefined)
    await options.store.update(record.id, ({ progress, ...kept }) => ({
      ...kept,
      ...(progress !== undefined && { progress: withoutLetters(progress) }),
    }));
  await options.store.remove(record.id);
  return joined;
}

function withOneMore(options: AppOptions, known: ReportRecord, record: ReportRecord, draft: Draft): ReportRecord {
  const { n: was, receivedAt, ...content } = draft;
  const before = known.drafts.at(-1)?.n ?? 0;
  const grown = withDraft(known, fillHead(record, known), content, receivedAt);
  const n = grown.drafts.at(-1)?.n ?? 1;
  const own = (record.rulings ?? []).filter(entry => entry.draft === was).map(entry => ({ ...entry, draft: n }));
  // Between the drafts of one report its own history tells what was kept.
  const carried = draft === record.drafts[0] ? withSettledRulings(options, grown, before, n) : grown;
  const letter = sentOn(record.progress, was);
  return {
    ...carried,
    rulings: [...(carried.rulings ?? []), ...own],
    ...(letter !== null && { progress: withSent(carried.progress, { ...letter, draft: n }) }),
  };
}

/** Two reports of one unit become one, whose drafts stand as they came in, whichever was placed first; what was answered or passed goes first. */
async function joinInOrder(options: AppOptions, record: ReportRecord, known: ReportRow): Promise<ReportRecord> {
  const came = record.drafts.at(-1)?.receivedAt ?? '';
  const { answered = null, passed = null, earlier = [] } = known.progress ?? {};
  const isFree = answered === null && passed === null && earlier.length === 0;
  const isLater = isFree && (known.drafts[0]?.receivedAt ?? '') > came;
  const later = isLater ? await options.store.get(known.id) : null;
  return later === null ? joinReports(options, record, known.id) : joinReports(options, later, record.id);
}

/** The report that has every draft of a removed one, as after the two were joined; undefined where there is none. */
export function keptIn(removed: ReportRow, rows: readonly ReportRow[]): ReportRow | undefined {
  return rows.find(({ drafts }) => removed.drafts.every(draft => drafts.some(kept => kept.textKey === draft.textKey)));
}

/** The report is this organ's, with what else the organ sent for that year. Gives the report it is now. */
export async function placeReport(options: AppOptions, record: ReportRecord, organ: string): Promise<ReportRecord> {
  const same = await otherOf(options, record, organ);
  const into = same === undefined ? record : await joinInOrder(options, record, same);
  const placed = await options.store.update(into.id, kept => ({ ...kept, organ }));
  const again = await checkAsRosterSays(options, [placed.id]);
  return again === 0 ? placed : ((await options.store.get(placed.id)) ?? placed);
}

/** What else the organ sent for the year of this report. */
async function otherOf({ store }: AppOptions, record: ReportRecord, organ: string): Promise<ReportRow | undefined> {
  const places = placesOf(store.organs.list());
  return (await store.list()).find(
    row =>
      row.id !== record.id &&
      row.year !== null &&
      row.year === record.year &&
      row.ruleSetId === record.ruleSetId &&
      places.ofRow(row).organ?.id === organ,
  );
}

/** A report whose unit or year is known better now may be the next draft of what its unit sent before. Gives the report it is now. */
export async function joinItsLike(options: AppOptions, record: ReportRecord): Promise<ReportRecord> {
  const rows = await options.store.list();
  const row = rows.find(one => one.id === record.id);
  const places = placesOf(options.store.organs.list());
  const organ = row === undefined ? null : places.ofRow(row).organ;
  if (organ !== null) {
    const other = await otherOf(options, record, organ.id);
    return other === undefined ? record : placeReport(options, record, organ.id);
  }
  const same = rows.find(one => one.id !== record.id && areDrafts(record, one) && places.ofRow(one).organ === null);
  return same === undefined ? record : joinInOrder(options, record, same);
}

/** The unit of the roster that a name means; null where none surely is. */
export function unitNamed({ store }: AppOptions, record: ReportRecord, subject: string): Organ | null {
  return placesOf(store.organs.list()).ofHead({ ...record, title: null, subject, issuer: null }, '').organ;
}

/** The unit that a corrected name means, where it is another than the report was placed with; null where there is none. */
export function placedByName(options: AppOptions, record: ReportRecord, subject: string): string | null {
  const organ = unitNamed(options, record, subject);
  return organ === null || organ.id === record.organ ? null : organ.id;
}

/** Whether the drafts, as they were read, name no two bodies, so that a name corrected on one of them is that of all. */
export function nameOneBody({ drafts }: ReportRecord): boolean {
  const names = drafts.flatMap(({ assessment }) => {
    const { subject, issuer } = (assessment as Assessment).report;
    const name = subject ?? issuer;
    return name === null ? [] : [foldName(name)];
  });
  return new Set(names).size < 2;
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
