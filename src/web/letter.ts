/** The feedback letter of one draft: on paper, and as Word. */
import { Hono } from 'hono';
import type { LetterView } from '../present/letter.ts';
import { letterView } from '../present/letter.ts';
import { lettersDocx } from '../present/letter-docx.ts';
import { letterLeaves } from '../present/letter-leaves.ts';
import { dueOf, isDay, numberOf, type Office, officeFrom } from '../present/office.ts';
import type { SentLetter } from '../store/types.ts';
import type { Lang } from '../words/bilingual.ts';
import { formatDate, localDay } from '../words/dates.ts';
import { note } from './actor.ts';
import { download, draftFileName } from './download.ts';
import { placesOf } from './entries.ts';
import { errorPage } from './errors.ts';
import { draftQuery, type Opened, openDraft } from './open.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { entryName } from './rows.ts';
import { textOf } from './seasons.ts';
import { type GivenNumber, givenNumbers, sentOn, withoutSent, withSent } from './sending.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a letter bears besides the findings, as the address gives it. */
export interface LetterChoices {
  /** Null leaves the place blank. */
  readonly number: number | null;
  readonly date: string;
  /** '' for what the office's settings say. */
  readonly due: string;
}

/** Choices that cannot be understood are as if they were not made. */
export const choicesOf = (options: AppOptions, c: PageContext): LetterChoices => readChoices(options, c.req.query());

export function readChoices(options: AppOptions, given: Readonly<Record<string, unknown>>): LetterChoices {
  const asked = (name: string): string => textOf(given[name]).normalize('NFKC');
  const date = asked('date');
  return {
    number: /^\d{1,5}$/.test(asked('number')) ? Number(asked('number')) : null,
    date: isDay(date) ? date : localDay(options.clock().toISOString()),
    due: isDay(asked('due')) ? asked('due') : '',
  };
}

export async function officeOf(options: AppOptions): Promise<Office> {
  return officeFrom((await options.store.settings()).office);
}

/** The letter on an opened draft; the draft before it that was a report of the kind tells what was told already. */
export async function letterOf(
  options: AppOptions,
  opened: Opened,
  office: Office,
  choices: LetterChoices,
  lang: Lang,
): Promise<LetterView> {
  const { record, draft, organ, result, assessment } = opened;
  const earlier = record.drafts.filter(other => other.n < draft.n && other.summary.outcome !== null).at(-1);
  const before = earlier === undefined ? null : await openDraft(options, record.id, String(earlier.n), lang);
  return letterView({
    result,
    assessment,
    office,
    ...choices,
    due: choices.due === '' ? dueOf(office, choices.date, ownDay(opened)) : choices.due,
    unit: organ?.name ?? null,
    draft: draft.n,
    received: assessment.report.receivedDate ?? localDay(draft.receivedAt),
    ruleSet: options.rules.get(assessment.ruleSet.id)?.ruleSet,
    before: before === null ? null : { result: before.result, assessment: before.assessment, draft: before.draft.n },
  });
}

/** The day that the roster has for this unit and year alone. */
const ownDay = ({ organ, record }: Opened): string | null => organ?.due[record.year ?? ''] ?? null;

/** The letter on an opened draft as the address asks for it, or as it was sent. */
export async function letterAsked(options: AppOptions, c: PageContext, opened: Opened): Promise<LetterView> {
  const choices = asSent(c, choicesOf(options, c), sentOn(opened.record.progress, opened.draft.n));
  return letterOf(options, opened, await officeOf(options), choices, c.var.lang);
}

export function letterRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/:id/letter', async c => {
    const { lang } = c.var;
    const opened = await openDraft(options, c.req.param('id'), c.req.query('draft'), lang);
    if (opened === null) return errorPage(c, pages, 404);
    const { record, draft } = opened;
    const t = wordsFor(lang);
    const office = await officeOf(options);
    const sent = sentOn(record.progress, draft.n);
    const choices = choicesOf(options, c);
    const letter = await letterOf(options, opened, office, asSent(c, choices, sent), lang);
    const query = new URL(c.req.url).search;
    const own = asSent(c, choices, sent);
    const numbers = await numbering(
      options,
      c,
      { date: own.date, numbers: office.number === '' || (sent !== null && own.number === null) ? [] : [own.number] },
      given => given.row.id === record.id && given.draft === draft.n,
    );
    note(c, 'letter', record.id, draft.n);
    return pages.page(
      c,
      'letter',
      { title: letter.title, kind: 'leaves', section: 'register', stamp: opened.result.stamp },
      {
        id: record.id,
        draftQuery: draftQuery(record, draft),
        draftGiven: c.req.query('draft') ?? '',
        query,
        numbers,
        letters: [{ letter, leaves: letterLeaves(letter) }],
        waiting: letter.waiting === 0 ? '' : t('letterWaiting', { n: letter.waiting }),
        options: { ...choices, number: choices.number ?? '', numbered: office.number !== '' },
        // What the letter on this page bears, to be recorded when it goes out.
        sending: { n: draft.n, date: choices.date, number: choices.number ?? '', due: letter.due },
        sent: sent === null ? '' : sentWords(sent, office, lang),
        due: dueWords(opened, choices, letter, lang),
        notice: c.req.query('done') === 'unsent' ? t('letterUnsent') : '',
        bare: office.name === '',
      },
    );
  });

  routes.get('/:id/letter.docx', async c => {
    const { lang } = c.var;
    const opened = await openDraft(options, c.req.param('id'), c.req.query('draft'), lang);
    if (opened === null) return errorPage(c, pages, 404);
    const letter = await letterAsked(options, c, opened);
    note(c, 'letter', opened.record.id, `${opened.draft.n} docx`);
    download(c, draftFileName(opened, lang, wordsFor(lang)('letter')), 'docx');
    return c.body(new Uint8Array(lettersDocx([letter])), 200, { 'Content-Type': docxType });
  });

  /** The letter on a draft went out, or the record of it is taken back. */
  routes.post('/:id/letter', async c => {
    const form = await c.req.parseBody();
    const opened = await openDraft(options, c.req.param('id'), textOf(form.draft) || undefined, c.var.lang);
    if (opened === null) return errorPage(c, pages, 404);
    const { record, draft } = opened;
    const undo = form.undo === 'yes';
    const letter = sentLetter(draft.n, readChoices(options, form));
    await options.store.update(record.id, kept => ({
      ...kept,
      progress: undo ? withoutSent(kept.progress, draft.n) : withSent(kept.progress, letter),
    }));
    note(c, 'report-marked', record.id, undo ? 'unsent' : 'sent');
    return c.redirect(`/reports/${record.id}/letter?draft=${draft.n}${undo ? '&done=unsent' : ''}`, 303);
  });

  return routes;
}

/** A letter that went out bears what was recorded of it, unless the address says otherwise. */
export function asSent(c: PageContext, choices: LetterChoices, sent: SentLetter | null): LetterChoices {
  if (sent === null) return choices;
  return {
    number: choices.number ?? sent.number ?? null,
    date: c.req.query('date') === undefined ? sent.on : choices.date,
    due: choices.due === '' ? (sent.due ?? '') : choices.due,
  };
}

/** What is recorded of a letter that goes out. */
export function sentLetter(draft: number, { date, number, due }: LetterChoices): SentLetter {
  return { on: date, draft, ...(number !== null && { number }), ...(due !== '' && { due }) };
}

function sentWords(sent: SentLetter, office: Office, lang: Lang): string {
  const t = wordsFor(lang);
  const number = sent.number === undefined ? '' : numberOf(office, sent.on, sent.number);
  return [t('letterSent', { date: formatDate(sent.on, lang) }), number === '' ? '' : t('letterSentNumber', { number })]
    .filter(Boolean)
    .join(lang === 'zh' ? '' : ' ');
}

export interface Numbering {
  /** Tells which of the numbers other letters of the year bear; '' for none. */
  readonly taken: string;
  /** The number after the last one of the year, and the page that bears it; '' where none was given or none is asked for. */
  readonly next: string;
  readonly nextHref: string;
}

/** How the numbers that letters are to bear stand to those given in the year of their date. */
export async function numbering(
  options: AppOptions,
  c: PageContext,
  { date, numbers }: { readonly date: string; readonly numbers: readonly (number | null)[] },
  isOwn: (given: GivenNumber) => boolean = () => false,
): Promise<Numbering> {
  const { lang } = c.var;
  const t = wordsFor(lang);
  // A report that was removed keeps the number of its letter.
  const removed = (await options.store.listRemoved()).map(({ row }) => row);
  const given = givenNumbers([...(await options.store.list()), ...removed], date.slice(0, 4)).filter(
    one => !isOwn(one),
  );
  const next = Math.max(0, ...given.map(({ number }) => number)) + 1;
  const places = placesOf(options.store.organs.list());
  const taken = given
    .filter(({ number }) => numbers.includes(number))
    .sort((one, other) => one.number - other.number)
    .map(({ number, row }) =>
      t('numberOfUnit', { n: number, name: entryName({ row, organ: places.ofRow(row).organ }, lang) }),
    );
  const isWanted = given.length > 0 && (taken.length > 0 || numbers.includes(null));
  const url = new URL(c.req.url);
  url.searchParams.set('number', String(next));
  return {
    taken:
      taken.length === 0 ? '' : t('numbersTaken', { year: date.slice(0, 4), numbers: taken.join(t('listSeparator')) }),
    next: isWanted ? t('numberNext', { year: date.slice(0, 4), n: next - 1, next }) : '',
    nextHref: isWanted ? `${url.pathname.replace(/^\/+/, '/')}${url.search}` : '',
  };
}

/** Until when an answer is wanted, and who says so. */
function dueWords(opened: Opened, choices: LetterChoices, letter: LetterView, lang: Lang): string {
  const t = wordsFor(lang);
  if (letter.reply === null) return '';
  if (letter.due === '') return t('letterDueNone');
  const why = choices.due !== '' ? 'dueByHand' : letter.due === ownDay(opened) ? 'dueByUnit' : 'dueByOffice';
  return t('letterDueShown', { due: formatDate(letter.due, lang), why: t(why) });
}
