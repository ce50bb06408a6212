/** Review (人工复核): a person agrees with a finding or decides otherwise, with reason, note and name; every decision is recorded. */
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { lastEntries, quotesOf, type RulingEntry, standing } from '../assess/rulings.ts';
import type { Assessment, Finding, Status } from '../assess/types.ts';
import type { ReportRecord } from '../store/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { type RulingReason, rulingReasons } from '../words/reviews.ts';
import { statusWords } from '../words/terms.ts';
import { note } from './actor.ts';
import { errorPage } from './errors.ts';
import { draftQuery, type Opened, openDraft, withSummary } from './open.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { type ConflictLine, conflictOf, mustHaveSeen, seenOf, unlessStale } from './stale.ts';

const yearInSeconds = 365 * 24 * 3600;
const decidable = ['met', 'partial', 'missing', 'not-applicable'] as const satisfies readonly Status[];

/** Who is signed in, else the name under which this browser reviewed last; '' where it never did. */
const reviewerOf = (c: PageContext): string => c.var.person?.name ?? getCookie(c, 'reviewer') ?? '';

type Mistake = 'noName' | 'noStatus' | 'noReason' | 'noNote' | 'reasonGainsays' | 'twoDecisions';

interface Typed {
  readonly status: string;
  readonly reason: string;
  readonly note: string;
  readonly by: string;
}

export function reviewRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/:id/review/:requirement', c => showReview(site, c));
  routes.post('/:id/review/:requirement', c => decide(site, c));

  return routes;
}

async function open(
  site: Site,
  c: PageContext,
): Promise<{ readonly opened: Opened; readonly finding: Finding } | null> {
  const { options } = site;
  const opened = await openDraft(options, c.req.param('id') ?? '', c.req.query('draft'), c.var.lang);
  const finding = opened?.machine.findings.find(each => each.requirement === c.req.param('requirement'));
  return opened === null || finding === undefined ? null : { opened, finding };
}

function reviewPage(
  site: Site,
  c: PageContext,
  { record, draft, result }: Opened,
  machine: Finding,
  typed: Typed | null = null,
  mistakes: readonly Mistake[] = [],
  stale: string | null = null,
) {
  const { pages } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const shown = result.sections.flatMap(section => section.items).find(f => f.requirement === machine.requirement);
  if (shown === undefined) return errorPage(c, pages, 404);
  const last = standing(record.rulings ?? [], draft.n).find(entry => entry.requirement === machine.requirement);
  const filled = typed ?? {
    status: last?.decision === 'change' ? last.status : '',
    reason: last?.reason ?? '',
    note: last?.note ?? '',
    by: reviewerOf(c),
  };
  const title = t('reviewOf', { title: shown.title });
  return pages.page(
    c,
    'review',
    {
      title,
      section: 'register',
      stamp: result.stamp,
      status: stale !== null ? 409 : mistakes.length > 0 ? 422 : 200,
    },
    {
      heading: title,
      of: result.heading,
      back: `/reports/${record.id}${draftQuery(record, draft)}#${shown.id}`,
      // Links to passages lead to the result, where the text is.
      finding: shown,
      action: `/reports/${record.id}/review/${machine.requirement}${draftQuery(record, draft)}`,
      reviewed: last !== undefined,
      seen: seenOf(stateOf(record, draft.n, machine.requirement)),
      stale: stale !== null,
      conflict: stale === null ? [] : conflictOf(conflictLines(stale, filled, last, lang)),
      machineSays: t('machineSays', { status: pick(statusWords[machine.status], lang) }),
      canAgree: machine.status !== 'review',
      mistakes: mistakes.map(mistake => t(mistake)),
      typed: filled,
      signedIn: c.var.person !== null,
      statuses: decidable
        .filter(status => status !== machine.status)
        .map(value => ({ value, label: pick(statusWords[value], lang), selected: value === filled.status })),
      reasons: Object.entries(rulingReasons).map(([value, words]) => ({
        value,
        label: pick(words, lang),
        selected: value === filled.reason,
      })),
      history: result.history.filter(line => line.href === `#${shown.id}`),
    },
  );
}

async function showReview(site: Site, c: Context<Env, '/:id/review/:requirement'>) {
  const { pages } = site;
  const found = await open(site, c);
  return found === null ? errorPage(c, pages, 404) : reviewPage(site, c, found.opened, found.finding);
}

async function decide(site: Site, c: Context<Env, '/:id/review/:requirement'>) {
  const { options, pages } = site;
  const found = await open(site, c);
  if (found === null) return errorPage(c, pages, 404);
  const { opened, finding } = found;
  const { record, draft } = opened;
  const form = await c.req.parseBody();
  const text = (name: string): string => (typeof form[name] === 'string' ? String(form[name]).trim() : '');
  const decision = text('decision');
  const typed: Typed = {
    status: text('status'),
    reason: text('reason'),
    note: text('note').slice(0, 500),
    by: c.var.person?.name ?? text('by').slice(0, 40),
  };
  const kept = {
    draft: draft.n,
    requirement: finding.requirement,
    machine: finding.status,
    quotes: quotesOf(finding),
    note: typed.note,
    by: typed.by,
    at: options.clock().toISOString(),
  };
  const entry = entryFor(decision, typed, finding, kept, record.rulings ?? []);
  if (entry === null) return errorPage(c, pages, 400);
  if (Array.isArray(entry)) return reviewPage(site, c, opened, finding, typed, entry);
  if (c.var.person === null)
    setCookie(c, 'reviewer', typed.by, { path: '/', maxAge: yearInSeconds, sameSite: 'Lax', httpOnly: true });
  const saved = await unlessStale(() =>
    options.store.update(record.id, current => {
      mustHaveSeen(form.seen, stateOf(current, draft.n, finding.requirement));
      return withSummary(options, { ...current, rulings: [...(current.rulings ?? []), entry] });
    }),
  );
  if (!saved) {
    const now = await open(site, c);
    return now === null ? errorPage(c, pages, 404) : reviewPage(site, c, now.opened, now.finding, typed, [], decision);
  }
  note(c, 'review', record.id, `${finding.requirement} ${entry.decision} ${entry.status}`);
  const done = entry.decision === 'withdraw' ? 'withdrawn' : 'reviewed';
  return c.redirect(`/reports/${record.id}?draft=${draft.n}&done=${done}#f-${finding.requirement}`, 303);
}

/** What a decision on a finding is made from: the machine's finding, and what was last decided on it. */
function stateOf(record: ReportRecord, n: number, requirement: string): unknown {
  const assessment = record.drafts.find(each => each.n === n)?.assessment as Assessment | undefined;
  const finding = assessment?.findings.find(each => each.requirement === requirement);
  const last = lastEntries(record.rulings ?? [], n).get(requirement) ?? null;
  return finding === undefined ? null : [finding.status, quotesOf(finding), last];
}

/** What was decided here and what another decided meanwhile, side by side. */
function conflictLines(
  decision: string,
  mine: Typed,
  theirs: RulingEntry | undefined,
  lang: Lang,
): readonly ConflictLine[] {
  const t = wordsFor(lang);
  const wordOf = (status: string): string => statusTextOf(status, lang);
  const reasonOf = (reason: string): string =>
    Object.hasOwn(rulingReasons, reason) ? pick(rulingReasons[reason as RulingReason], lang) : '';
  const isChange = decision === 'change';
  const decided = isChange ? wordOf(mine.status) : decision === 'withdraw' ? t('withdraw') : t('agree');
  return [
    {
      label: t('decision'),
      mine: decided,
      theirs: theirs === undefined ? '' : theirs.decision === 'agree' ? t('agree') : wordOf(theirs.status),
    },
    {
      label: t('reviewReason'),
      mine: isChange ? reasonOf(mine.reason) : '',
      theirs: reasonOf(theirs?.reason ?? ''),
    },
    { label: t('reviewNote'), mine: mine.note, theirs: theirs?.note ?? '' },
    { label: t('reviewer'), mine: mine.by, theirs: theirs?.by ?? '' },
  ];
}

const statusTextOf = (status: string, lang: Lang): string =>
  Object.hasOwn(statusWords, status) ? pick(statusWords[status as Status], lang) : '';

/** Decisions that a reason speaks against: together they would stand in the working paper as nonsense. */
const gainsays: Partial<Record<RulingReason, readonly Status[]>> = {
  insufficient: ['met', 'not-applicable'],
  'not-concerned': ['met', 'partial', 'missing'],
};

type Kept = Omit<RulingEntry, 'decision' | 'status' | 'reason'>;

/** The entry to be added, what is wrong with the form, or null where the form is none of ours. */
function entryFor(
  decision: string,
  typed: Typed,
  finding: Finding,
  kept: Kept,
  history: readonly RulingEntry[],
): RulingEntry | Mistake[] | null {
  const mistakes: Mistake[] = typed.by === '' ? ['noName'] : [];
  const last = lastEntries(history, kept.draft).get(kept.requirement);
  // The form opens with what was decided last; only what was chosen after that says something else than the button.
  const isChosen = typed.status !== '' || typed.reason !== '';
  const isAsBefore = last?.decision === 'change' && typed.status === last.status && typed.reason === last.reason;
  if (decision !== 'change' && isChosen && !isAsBefore) mistakes.push('twoDecisions');
  if (decision === 'agree') {
    if (finding.status === 'review') return null;
    return mistakes.length > 0 ? mistakes : { ...kept, decision, status: finding.status, reason: null };
  }
  if (decision === 'withdraw') {
    if (last === undefined || last.decision === 'withdraw' || last.decision === 'lapse') return null;
    return mistakes.length > 0 ? mistakes : { ...kept, decision, status: last.status, reason: null };
  }
  if (decision !== 'change') return null;
  const status = decidable.find(one => one === typed.status && one !== finding.status);
  const reason = Object.hasOwn(rulingReasons, typed.reason) ? (typed.reason as RulingReason) : null;
  if (status === undefined) mistakes.push('noStatus');
  if (reason === null) mistakes.push('noReason');
  if (reason === 'other' && typed.note === '') mistakes.push('noNote');
  if (status !== undefined && reason !== null && gainsays[reason]?.includes(status)) mistakes.push('reasonGainsays');
  if (status === undefined || mistakes.length > 0) return mistakes;
  return { ...kept, decision, status, reason };
}

/** What a result page needs so that its findings can be reviewed; null where nothing can. */
export function reviewing(c: PageContext, { record, draft, result }: Opened, lang: Lang) {
  const t = wordsFor(lang);
  return {
    base: `/reports/${record.id}/review/`,
    query: draftQuery(record, draft),
    reviewer: reviewerOf(c),
    /** By requirement, what a decision made here is made from. */
    seen: Object.fromEntries(
      (draft.assessment as Assessment).findings.map(({ requirement }) => [
        requirement,
        seenOf(stateOf(record, draft.n, requirement)),
      ]),
    ),
    lapsed: result.lapsed > 0 ? t('staleCount', { n: result.lapsed }) : '',
  };
}
