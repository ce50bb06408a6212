/** The pages of one stored report: its result, its checklist, and what a person may do with it. */
import { type Context, Hono } from 'hono';
import type { Assessment } from '../assess/types.ts';
import { checklistLeaves, workingPaperLeaves } from '../present/sheet-leaves.ts';
import { type Draft, type ReportRecord, StoreError } from '../store/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { formatTime } from '../words/dates.ts';
import { levelWords } from '../words/terms.ts';
import { isAdministrator, note } from './actor.ts';
import { askedNotice } from './asked.ts';
import { type CorrectionMistake, readCorrections } from './check.ts';
import { comparable } from './compare.ts';
import { organOf } from './entries.ts';
import { errorPage } from './errors.ts';
import { joinItsLike, nameOneBody, placedByName, placeReport, unitNamed } from './joining.ts';
import { draftQuery, type Opened, openDraft } from './open.ts';
import type { AppOptions, Corrections } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { checkDraftAgain } from './recheck.ts';
import { reviewing } from './review.ts';
import { conflictOf, mustHaveSeen, seenOf, unlessStale } from './stale.ts';

/** A correction form as it was typed, and what is wrong in it: nothing that was typed may be lost. */
interface RefusedForm {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly mistakes: readonly CorrectionMistake[];
  /** Others corrected it after the form was opened. */
  readonly stale: boolean;
}

const correctable = [
  'subject',
  'subjectLevel',
  'reportYear',
  'signedDate',
  'publishedDate',
  'receivedDate',
  'asReport',
] as const;

const papers = ['checklist', 'working-paper'] as const;

export function resultRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/:id', c => showResult(site, c));
  for (const paper of papers) routes.get(`/:id/${paper}`, c => showPaper(site, c, paper));
  routes.post('/:id/correct', c => correct(site, c));
  routes.post('/:id/recheck', c => recheck(site, c));
  routes.post('/:id/rules', c => changeRules(site, c));
  routes.post('/:id/delete', c => remove(site, c));
  routes.post('/:id/restore', c => restore(site, c));

  return routes;
}

const open = ({ options }: Site, c: Context<Env>): Promise<Opened | null> =>
  openDraft(options, c.req.param('id') ?? '', c.req.query('draft'), c.var.lang);

const titleOf = ({ options }: Site, id: string, lang: Lang): string => {
  const rules = options.rules.get(id);
  return rules === null ? id : pick(rules.ruleSet.title, lang);
};

/** Where the report stands in the register after a correction of its unit; '' where nothing needs to be told. */
function placingOf(site: Site, done: string | undefined, { record }: Opened, lang: Lang): string {
  const { options } = site;
  const unit = organOf(options.store.organs, record)?.name;
  if (unit === undefined || (done !== 'moved' && done !== 'stays')) return '';
  const several = record.drafts.length > 1 ? 'correctedStaysDrafts' : 'correctedStays';
  return wordsFor(lang)(done === 'moved' ? 'correctedMoved' : several, { unit, n: record.drafts.length });
}

async function resultPage(site: Site, c: PageContext, opened: Opened, refused: RefusedForm | null = null) {
  const { options, pages } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const { record, draft, result, outdated } = opened;
  const typed = refused?.typed ?? draft.given.corrections;
  const given = Object.fromEntries(correctable.map(key => [key, String(typed[key] ?? '')]));
  const view = {
    result,
    unfold: c.req.query('all') === '1',
    allHref: `/reports/${record.id}?draft=${draft.n}&all=1`,
    stored: true,
    id: record.id,
    draftQuery: draftQuery(record, draft),
    sample: (options.samples ?? []).some(sample => sample.sha256 === draft.source.sha256),
    notice: noticeOf(c.req.query('done'), titleOf(site, record.ruleSetId, lang), t),
    placing: placingOf(site, c.req.query('done'), opened, lang),
    asked: await askedNotice(options, record, lang),
    reviewing: reviewing(c, opened, lang),
    comparable: comparable(opened, await options.store.list(), lang),
    outdated: outdated ? outdatedNotice(opened, options, t) : '',
    // Under other rules the finding may be another one: first check again.
    correcting:
      options.editing === undefined || !isAdministrator(c) || outdated || options.rules.get(record.ruleSetId) === null
        ? ''
        : `/rules/${record.ruleSetId}/correct?report=${record.id}&draft=${draft.n}`,
    editing: `/rules/${record.ruleSetId}/edit`,
    // A text that is none, or that a person says is one, can be told to be one.
    kindAsked: !result.recognised || given.asReport !== '',
    correctOpen: refused !== null || !result.recognised,
    seen: seenOf(correctedIn(record, draft.n)),
    stale: refused?.stale ?? false,
    conflict: refused?.stale ? conflictOf(correctionLines(typed, draft, lang)) : [],
    fieldErrors: (refused?.mistakes ?? []).map(mistake => t(mistake)),
    given,
    read: { subject: record.subject ?? '', year: String(record.year ?? '') },
    levels: Object.entries(levelWords).map(([value, words]) => ({
      value,
      label: pick(words, lang),
      selected: given.subjectLevel === value,
    })),
    ruleSetHint: t('otherRuleSetHint', { title: titleOf(site, record.ruleSetId, lang) }),
    otherRuleSets: options.rules
      .list()
      .filter(({ ruleSet }) => ruleSet.id !== record.ruleSetId)
      .map(({ ruleSet }) => ({ id: ruleSet.id, title: pick(ruleSet.title, lang) })),
    manyDrafts: record.drafts.length > 1 || (record.takenOut ?? []).length > 0,
    drafts: record.drafts.map(each => ({
      href: `/reports/${record.id}?draft=${each.n}`,
      current: each.n === draft.n,
      label: t('draftN', { n: each.n }),
      received: formatTime(each.receivedAt, lang),
      outcome: outcomeOf(options, each, lang),
      score: each.summary.score === null ? '—' : each.summary.score.toFixed(1),
    })),
  };
  const status = refused === null ? 200 : refused.stale ? 409 : 422;
  return pages.page(
    c,
    'result',
    { title: result.heading, kind: 'result', section: 'register', stamp: result.stamp, status },
    view,
  );
}

async function showResult(site: Site, c: Context<Env, '/:id'>) {
  const { pages } = site;
  const opened = await open(site, c);
  return opened === null ? errorPage(c, pages, 404) : resultPage(site, c, opened);
}

async function showPaper(site: Site, c: PageContext, paper: (typeof papers)[number]) {
  const { pages } = site;
  const opened = await open(site, c);
  if (opened === null) return errorPage(c, pages, 404);
  const { result, record, draft } = opened;
  const internal = paper === 'working-paper';
  const heading = wordsFor(c.var.lang)(internal ? 'workingPaperTitle' : 'checklistTitle');
  return pages.page(
    c,
    'checklist',
    { title: heading, kind: 'leaves', section: 'register', stamp: result.stamp },
    {
      heading,
      internal,
      file: `/reports/${record.id}/${paper}`,
      result,
      id: record.id,
      draftQuery: draftQuery(record, draft),
      leaves: internal ? workingPaperLeaves(result) : checklistLeaves(result),
    },
  );
}

async function correct(site: Site, c: Context<Env, '/:id/correct'>) {
  const { pages } = site;
  const opened = await open(site, c);
  if (opened === null) return errorPage(c, pages, 404);
  const typed = await c.req.parseBody();
  const { corrections, mistakes } = readCorrections(typed);
  if (mistakes.length > 0) return resultPage(site, c, opened, { typed, mistakes, stale: false });
  const { n } = opened.draft;
  let answer: Response | undefined;
  const saved = await unlessStale(async () => {
    answer = await checkAgain(site, c, opened, corrections, undefined, 'corrected', kept =>
      mustHaveSeen(typed.seen, correctedIn(kept, n)),
    );
  });
  if (saved && answer !== undefined) return (await joinedNow(site, c, opened, corrections)) ?? answer;
  const now = await open(site, c);
  return now === null ? errorPage(c, pages, 404) : resultPage(site, c, now, { typed, mistakes, stale: true });
}

/**
 * A report whose unit or year a person has corrected is that unit's of the roster, and joins what it sent for that year. Of
 * several drafts all go where the unit was corrected and none of them names another body; else they stay, and that is told.
 */
async function joinedNow(
  site: Site,
  c: PageContext,
  { record, draft }: Opened,
  now: Corrections,
): Promise<Response | null> {
  const { options } = site;
  const before = draft.given.corrections as Corrections;
  const isOther = now.subject !== before.subject || now.reportYear !== before.reportYear;
  const kept = isOther ? await options.store.get(record.id) : null;
  if (kept === null || kept.year === null) return null;
  const named = now.subject !== before.subject ? now.subject : undefined;
  const organ = named === undefined ? null : placedByName(options, kept, named);
  const isAlone = record.drafts.length === 1;
  const moves = isAlone || (organ !== null && nameOneBody(record));
  if (!moves) return named === undefined ? null : staysNotice(site, c, kept, draft.n, named);
  const joined = organ === null ? await joinItsLike(options, kept) : await placeReport(options, kept, organ);
  const isJoined = joined.drafts.length > kept.drafts.length;
  if (isJoined || organ !== null) note(c, 'report-placed', joined.id);
  if (isJoined) return c.redirect(`/reports/${joined.id}?done=joined`, 303);
  if (organ !== null) return isAlone ? null : c.redirect(`/reports/${kept.id}?draft=${draft.n}&done=moved`, 303);
  return named === undefined ? null : staysNotice(site, c, joined, draft.n, named);
}

/** Tells that the register still has the report under another unit than the name given now; null where it has not. */
function staysNotice(site: Site, c: PageContext, record: ReportRecord, n: number, named: string): Response | null {
  const { options } = site;
  const organ = organOf(options.store.organs, record);
  const isIts = organ === null || unitNamed(options, record, named)?.id === organ.id;
  return isIts ? null : c.redirect(`/reports/${record.id}?draft=${n}&done=stays`, 303);
}

async function recheck(site: Site, c: Context<Env, '/:id/recheck'>) {
  const { pages } = site;
  const opened = await open(site, c);
  if (opened === null) return errorPage(c, pages, 404);
  return checkAgain(site, c, opened, opened.draft.given.corrections as Corrections);
}

/** A person knows better what kind of report it is, or wants it checked by a local rule set. */
async function changeRules(site: Site, c: Context<Env, '/:id/rules'>) {
  const { options, pages } = site;
  const opened = await open(site, c);
  const form = await c.req.parseBody();
  const asked = typeof form.ruleSet === 'string' ? options.rules.get(form.ruleSet) : null;
  if (opened === null) return errorPage(c, pages, 404);
  if (asked === null) return errorPage(c, pages, 400);
  return checkAgain(site, c, opened, opened.draft.given.corrections as Corrections, asked, 'rules');
}

async function checkAgain(
  site: Site,
  c: PageContext,
  { record, draft }: Opened,
  corrections: Corrections,
  rules = site.options.rules.get(record.ruleSetId),
  done: 'corrected' | 'rules' = 'corrected',
  look: (kept: ReportRecord) => void = () => {},
): Promise<Response> {
  const { options, pages } = site;
  if (rules === null) return errorPage(c, pages, 404);
  await checkDraftAgain(options, record.id, draft.n, rules, corrections, look);
  note(c, 'report-checked', record.id, draft.n);
  return c.redirect(`/reports/${record.id}?draft=${draft.n}&done=${done}`, 303);
}

async function remove(site: Site, c: Context<Env, '/:id/delete'>) {
  const { options, pages } = site;
  const { id } = c.req.param();
  if ((await options.store.get(id)) === null) return errorPage(c, pages, 404);
  await options.store.remove(id);
  note(c, 'report-removed', id);
  return c.redirect(`/?deleted=${encodeURIComponent(id)}`, 303);
}

async function restore(site: Site, c: Context<Env, '/:id/restore'>) {
  const { options, pages } = site;
  const { id } = c.req.param();
  try {
    await options.store.restore(id);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not-found') return errorPage(c, pages, 404);
    throw error;
  }
  note(c, 'report-restored', id);
  return c.redirect(`/reports/${encodeURIComponent(id)}?done=restored`, 303);
}

/** What a correction of a draft is made from. */
function correctedIn(record: ReportRecord, n: number): unknown {
  const draft = record.drafts.find(each => each.n === n);
  return [record.ruleSetId, draft?.given.corrections ?? null];
}

function correctionLines(typed: Readonly<Record<string, unknown>>, draft: Draft, lang: Lang) {
  const t = wordsFor(lang);
  const { corrections } = draft.given;
  return correctable.map(key => ({
    label: t(key === 'subjectLevel' ? 'level' : key),
    mine: String(typed[key] ?? ''),
    theirs: String(corrections[key] ?? ''),
  }));
}

/** By which version it was checked, and which one is in force; the hash tells versions apart that are numbered alike. */
function outdatedNotice({ machine, record }: Opened, options: AppOptions, t: ReturnType<typeof wordsFor>): string {
  const now = options.rules.get(record.ruleSetId)?.ruleSet;
  const { version, sha256 } = machine.ruleSet;
  return t('otherRules', {
    version,
    hash: sha256.slice(0, 12),
    now: now?.version ?? '',
    nowHash: now?.sha256.slice(0, 12) ?? '',
  });
}

function noticeOf(done: string | undefined, title: string, t: ReturnType<typeof wordsFor>): string {
  switch (done) {
    case 'joined':
      return t('otherReportThere');
    case 'moved':
    case 'stays':
      return t('corrected');
    case 'corrected':
    case 'restored':
      return t(done);
    case 'rules':
      return t('ruleSetChanged', { title });
    case 'reviewed':
      return t('reviewSaved');
    case 'withdrawn':
      return t('reviewWithdrawnNotice');
    default:
      return '';
  }
}

/** A draft's outcome in the language of the page. */
export function outcomeOf(options: AppOptions, draft: Draft, lang: Lang): string {
  const t = wordsFor(lang);
  const { outcome } = draft.summary;
  if (outcome === null) return t('notRecognisedShort');
  const rules = options.rules.get((draft.assessment as Assessment).ruleSet.id);
  const title = rules?.ruleSet.outcomes.find(each => each.id === outcome.id)?.title;
  return lang === 'zh' || title === undefined || typeof title === 'string' ? outcome.title : (title.en ?? title.zh);
}
