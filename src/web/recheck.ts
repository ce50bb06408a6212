/** Checks stored reports again by the rules in force: one draft, or every report whose result is of an earlier version. */
import { Hono } from 'hono';
import type { Assessment } from '../assess/types.ts';
import { knownPowers } from '../report/organ.ts';
import { createPause } from '../store/steps.ts';
import { type Draft, type Organ, type ReportRecord, type ReportRow, StoreError } from '../store/types.ts';
import { note } from './actor.ts';
import { asSource, checkSource } from './check.ts';
import { organOf } from './entries.ts';
import { withSettledRulings } from './open.ts';
import type { AppOptions, Corrections, RulesInForce } from './options.ts';
import type { Env, wordsFor } from './page.ts';

/** Most reports that one request checks again; the page then says how many are left. */
const mostAtOnce = 200;

export function recheckRoutes(options: AppOptions): Hono<Env> {
  const routes = new Hono<Env>();

  routes.post('/recheck', async c => {
    const pause = createPause();
    let done = 0;
    for (const { id, ruleSetId } of outdatedRows(options, await options.store.list()).slice(0, mostAtOnce)) {
      const rules = options.rules.get(ruleSetId);
      const draft = (await options.store.get(id))?.drafts.at(-1);
      if (rules === null || draft === undefined) continue;
      try {
        await checkDraftAgain(options, id, draft.n, rules);
        done += 1;
      } catch (error) {
        // Removed meanwhile: there is nothing to check.
        if (!(error instanceof StoreError) || error.code !== 'not-found') throw error;
      }
      await pause();
    }
    note(c, 'report-checked', '', done);
    return c.redirect(`/?rechecked=${done}`, 303);
  });

  return routes;
}

/** Reports whose newest draft was checked under another version of its rule set than the one in force. */
function outdatedRows(options: AppOptions, rows: readonly ReportRow[]): readonly ReportRow[] {
  const inForce = new Map(options.rules.list().map(({ ruleSet }) => [ruleSet.id, ruleSet.sha256]));
  return rows.filter(({ ruleSetId, drafts }) => {
    const sha256 = inForce.get(ruleSetId);
    return sha256 !== undefined && drafts.at(-1)?.summary.ruleSetSha256 !== sha256;
  });
}

/** How many of these reports have a result of an earlier version; '' where none has. */
export function outdatedNotice(
  options: AppOptions,
  rows: readonly ReportRow[],
  t: ReturnType<typeof wordsFor>,
): string {
  const { length } = outdatedRows(options, rows);
  return length === 0 ? '' : t('outdatedReports', { n: length });
}

/** Checks again those of these reports whose unit the roster now tells otherwise of than when they were checked; gives how many. */
export async function checkAsRosterSays(options: AppOptions, ids: Iterable<string>): Promise<number> {
  const pause = createPause();
  let done = 0;
  for (const id of ids) {
    const record = await options.store.get(id);
    const draft = record?.drafts.at(-1);
    const rules = record === null ? null : options.rules.get(record.ruleSetId);
    if (record === null || draft === undefined || rules === null) continue;
    if (!differs(draft, organOf(options.store.organs, record))) continue;
    await checkDraftAgain(options, id, draft.n, rules);
    done += 1;
    await pause();
  }
  return done;
}

function differs({ given, assessment }: Draft, organ: Organ | null): boolean {
  const powers = organ === null ? null : knownPowers(organ.powers);
  if (JSON.stringify(powers) !== JSON.stringify(given.roster?.powers ?? null)) return true;
  if (given.corrections.subjectLevel !== undefined) return false;
  const level = organ?.level ?? null;
  return level === null
    ? given.roster?.subjectLevel !== undefined
    : level !== (assessment as Assessment).report.subjectLevel;
}

/** Checks the kept text of a draft; decisions of people are kept where the finding still says the same, the others lapse. */
export async function checkDraftAgain(
  options: AppOptions,
  id: string,
  n: number,
  rules: RulesInForce,
  given?: Corrections,
  /** Looks at the record before it is changed; what it throws is thrown, with nothing saved. */
  look: (kept: ReportRecord) => void = () => {},
): Promise<void> {
  await options.store.update(id, kept => {
    look(kept);
    const draft = kept.drafts.find(each => each.n === n);
    if (draft === undefined) return kept;
    const corrections = given ?? (draft.given.corrections as Corrections);
    const organ = organOf(options.store.organs, kept);
    const checked = checkSource(options, asSource(draft.source), rules, corrections, organ);
    const last = kept.drafts.at(-1)?.n === n;
    const drafts = kept.drafts.map(each => (each.n === n ? { ...each, ...checked.draft } : each));
    return withSettledRulings(options, { ...kept, ...(last ? checked.head : {}), drafts }, n, n);
  });
}
