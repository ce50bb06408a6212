/** The feedback letter of one draft: on paper, and as Word. */
import { Hono } from 'hono';
import type { LetterView } from '../present/letter.ts';
import { letterView } from '../present/letter.ts';
import { lettersDocx } from '../present/letter-docx.ts';
import { letterLeaves } from '../present/letter-leaves.ts';
import { dueOf, isDay, type Office, officeFrom } from '../present/office.ts';
import type { Lang } from '../words/bilingual.ts';
import { localDay } from '../words/dates.ts';
import { note } from './actor.ts';
import { download, draftFileName } from './download.ts';
import { errorPage } from './errors.ts';
import { draftQuery, type Opened, openDraft } from './open.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';

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
export function choicesOf(options: AppOptions, c: PageContext): LetterChoices {
  const asked = (name: string): string => (c.req.query(name) ?? '').normalize('NFKC').trim();
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

export function letterRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/:id/letter', async c => {
    const { lang } = c.var;
    const opened = await openDraft(options, c.req.param('id'), c.req.query('draft'), lang);
    if (opened === null) return errorPage(c, pages, 404);
    const { record, draft } = opened;
    const t = wordsFor(lang);
    const office = await officeOf(options);
    const choices = choicesOf(options, c);
    const letter = await letterOf(options, opened, office, choices, lang);
    const query = new URL(c.req.url).search;
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
        letters: [{ letter, leaves: letterLeaves(letter) }],
        waiting: letter.waiting === 0 ? '' : t('letterWaiting', { n: letter.waiting }),
        options: { ...choices, number: choices.number ?? '', numbered: office.number !== '' },
        bare: office.name === '',
      },
    );
  });

  routes.get('/:id/letter.docx', async c => {
    const { lang } = c.var;
    const opened = await openDraft(options, c.req.param('id'), c.req.query('draft'), lang);
    if (opened === null) return errorPage(c, pages, 404);
    const letter = await letterOf(options, opened, await officeOf(options), choicesOf(options, c), lang);
    note(c, 'letter', opened.record.id, `${opened.draft.n} docx`);
    download(c, draftFileName(opened, lang, wordsFor(lang)('letter')), 'docx');
    return c.body(new Uint8Array(lettersDocx([letter])), 200, { 'Content-Type': docxType });
  });

  return routes;
}
