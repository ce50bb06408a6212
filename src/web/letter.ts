/** The feedback letter of one draft: on paper, and as Word. */
import { Hono } from 'hono';
import type { LetterView } from '../present/letter.ts';
import { letterView } from '../present/letter.ts';
import { lettersDocx } from '../present/letter-docx.ts';
import { letterLeaves } from '../present/letter-leaves.ts';
import { dueOf, numberOf, type Office } from '../present/office.ts';
import type { Draft, SentLetter } from '../store/types.ts';
import type { Lang } from '../words/bilingual.ts';
import { formatDate, localDay } from '../words/dates.ts';
import { note } from './actor.ts';
import { askedNotice } from './asked.ts';
import { download, draftFileName } from './download.ts';
import { errorPage } from './errors.ts';
import {
  choicesOf,
  earlyDue,
  type LetterChoices,
  numbering,
  officeOf,
  queryOf,
  readChoices,
} from './letter-choices.ts';
import { draftQuery, type Opened, openDraft } from './open.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { textOf } from './seasons.ts';
import { type Refused, refusalOf, sentDay } from './send-check.ts';
import { type GivenNumber, sentLetter, sentOn, withoutSent, withSent } from './sending.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The letter on an opened draft; the draft before it on which a letter went out tells what was told already. */
export async function letterOf(
  options: AppOptions,
  opened: Opened,
  office: Office,
  choices: LetterChoices,
  lang: Lang,
): Promise<LetterView> {
  const { record, draft, organ, result, assessment } = opened;
  const told = reportsBefore(opened).findLast(({ n }) => sentOn(record.progress, n) !== null);
  const before = told === undefined ? null : await openDraft(options, record.id, String(told.n), lang);
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

/** Earlier drafts that were reports of the kind, oldest first. */
const reportsBefore = ({ record, draft }: Opened): readonly Draft[] =>
  record.drafts.filter(other => other.n < draft.n && other.summary.outcome !== null);

/** The draft before, where no letter on it is known to have gone out: this one then speaks of nothing told before. */
export function untoldBefore(opened: Opened): number | null {
  const before = reportsBefore(opened).at(-1);
  return before === undefined || sentOn(opened.record.progress, before.n) !== null ? null : before.n;
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

  async function letterPage(c: PageContext, opened: Opened, choices: LetterChoices, refused: Refused | null = null) {
    const { lang } = c.var;
    const { record, draft } = opened;
    const t = wordsFor(lang);
    const office = await officeOf(options);
    const sent = sentOn(record.progress, draft.n);
    const own = asSent(c, choices, sent);
    const letter = await letterOf(options, opened, office, own, lang);
    const query = refused === null ? new URL(c.req.url).searchParams : queryOf(choices, { draft: String(draft.n) });
    const numbers = await numbering(
      options,
      c,
      {
        date: own.date,
        query,
        numbers: office.number === '' || (sent !== null && own.number === null) ? [] : [own.number],
      },
      given => given.row.id === record.id && given.draft === draft.n,
    );
    return pages.page(
      c,
      'letter',
      {
        title: letter.title,
        kind: 'leaves',
        section: 'register',
        stamp: opened.result.stamp,
        status: refused === null ? 200 : 422,
      },
      {
        id: record.id,
        draftQuery: draftQuery(record, draft),
        draftGiven: c.req.query('draft') ?? '',
        query: query.size === 0 ? '' : `?${query}`,
        numbers,
        letters: [{ letter, leaves: letterLeaves(letter) }],
        asked: sent === null ? await askedNotice(options, record, lang) : '',
        untold: sent === null ? untoldBefore(opened) : null,
        waiting: letter.waiting === 0 ? '' : t('letterWaiting', { n: letter.waiting }),
        options: { ...choices, number: choices.number ?? '', numbered: office.number !== '' },
        draft: draft.n,
        sendOn: refused?.on ?? choices.date,
        refused,
        byHand: refused?.unnumbered === true,
        sent: sent === null ? '' : sentWords(sent, office, lang),
        due: dueWords(opened, choices, letter, lang),
        early: refused === null ? earlyDue(own.date, letter.reply === null ? '' : letter.due, lang) : '',
        notice: c.req.query('done') === 'unsent' ? t('letterUnsent') : '',
        bare: office.name === '',
      },
    );
  }

  routes.get('/:id/letter', async c => {
    const opened = await openDraft(options, c.req.param('id'), c.req.query('draft'), c.var.lang);
    if (opened === null) return errorPage(c, pages, 404);
    note(c, 'letter', opened.record.id, opened.draft.n);
    return letterPage(c, opened, choicesOf(options, c));
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
    const choices = readChoices(options, form);
    const on = sentDay(form, choices);
    const { due } = await letterOf(options, opened, await officeOf(options), choices, c.var.lang);
    const ownNumber = (given: GivenNumber): boolean => given.row.id === record.id && given.draft === draft.n;
    const refused = undo
      ? null
      : await refusalOf(options, c, { on, dues: [due], numbers: [choices.number], choices, form }, ownNumber);
    if (refused !== null) return letterPage(c, opened, choices, refused);
    await options.store.update(record.id, kept => ({
      ...kept,
      progress: undo
        ? withoutSent(kept.progress, draft.n)
        : withSent(kept.progress, sentLetter(draft.n, on, { ...choices, due })),
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
    date: c.req.query('date') === undefined ? (sent.dated ?? sent.on) : choices.date,
    due: choices.due === '' ? (sent.due ?? '') : choices.due,
  };
}

function sentWords(sent: SentLetter, office: Office, lang: Lang): string {
  const t = wordsFor(lang);
  const number = sent.number === undefined ? '' : numberOf(office, sent.dated ?? sent.on, sent.number);
  return [t('letterSent', { date: formatDate(sent.on, lang) }), number === '' ? '' : t('letterSentNumber', { number })]
    .filter(Boolean)
    .join(lang === 'zh' ? '' : ' ');
}

/** Until when an answer is wanted, and who says so. */
function dueWords(opened: Opened, choices: LetterChoices, letter: LetterView, lang: Lang): string {
  const t = wordsFor(lang);
  if (letter.reply === null) return '';
  if (letter.due === '') return t('letterDueNone');
  const why = choices.due !== '' ? 'dueByHand' : letter.due === ownDay(opened) ? 'dueByUnit' : 'dueByOffice';
  return t('letterDueShown', { due: formatDate(letter.due, lang), why: t(why) });
}
