/** All letters of a season at once: to print, as one Word file, and as an archive of one Word file each. */
import { zipSync } from 'fflate';
import { type Context, Hono } from 'hono';
import type { LetterView } from '../present/letter.ts';
import { lettersDocx } from '../present/letter-docx.ts';
import { letterLeaves } from '../present/letter-leaves.ts';
import { note } from './actor.ts';
import { download, draftFileName, fileName } from './download.ts';
import { askOf, placesOf } from './entries.ts';
import { asSent, docxType, letterOf, untoldBefore } from './letter.ts';
import {
  choicesOf,
  earlyDue,
  type LetterChoices,
  numbering,
  officeOf,
  queryOf,
  readChoices,
} from './letter-choices.ts';
import { openDraft } from './open.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { type Season, seasonOf } from './season.ts';
import { textOf } from './seasons.ts';
import { type Refused, refusalOf, sentDay } from './send-check.ts';
import { isUnanswered, sentLetter, sentOn, withSent } from './sending.ts';

interface SeasonLetter {
  readonly id: string;
  readonly draft: number;
  readonly choices: LetterChoices;
  /** It did not go out yet. */
  readonly open: boolean;
  /** See `untoldBefore`. */
  readonly untold: number | null;
  readonly file: string;
  readonly letter: LetterView;
}

interface Written {
  readonly season: Season;
  readonly letters: readonly SeasonLetter[];
  /** Reports whose letters wait until a person has said whose they are. */
  readonly asked: number;
}

/** Names the letters in their order: what was printed from a page is what may be marked from it. */
const shownOf = (letters: readonly SeasonLetter[]): string =>
  letters.map(({ id, draft }) => `${id}.${draft}`).join(' ');

export function lettersRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/', c => showLetters(site, c));
  routes.post('/', c => markSent(site, c));
  routes.get('/letters.docx', c => lettersInWord(site, c));
  routes.get('/letters.zip', c => lettersPacked(site, c));

  return routes;
}

/** Numbers follow the order of the units, from the one that was given. */
async function write(
  site: Site,
  c: PageContext,
  choices = choicesOf(site.options, c),
  every = c.req.query('which') === 'all',
): Promise<Written> {
  const { options } = site;
  const { lang } = c.var;
  const season = await seasonOf(options, c, '/letters');
  const office = await officeOf(options);
  const letters: SeasonLetter[] = [];
  const places = placesOf(options.store.organs.list());
  const rows = await options.store.list();
  let unsent = 0;
  let asked = 0;
  for (const { row } of season.rows) {
    if (!every && !isUnanswered(row)) continue;
    // Whose report it is a person must say first: until then no letter goes out, and no number is given.
    const isAsked = askOf(row, places.ofRow(row), rows) !== null;
    if (isAsked && !every) {
      asked += 1;
      continue;
    }
    const { id } = row;
    const opened = await openDraft(options, id, undefined, lang);
    if (opened === null) continue;
    const sent = sentOn(opened.record.progress, opened.draft.n);
    const number = choices.number === null || isAsked ? null : choices.number + unsent;
    if (sent === null && !isAsked) unsent += 1;
    const own = sent === null ? { ...choices, number } : asSent(c, { ...choices, number: null }, sent);
    const letter = await letterOf(options, opened, office, own, lang);
    letters.push({
      id,
      letter,
      draft: opened.draft.n,
      choices: { ...own, due: letter.due },
      open: sent === null,
      untold: sent === null ? untoldBefore(opened) : null,
      file: draftFileName(opened, lang, wordsFor(lang)('letter')),
    });
    // Others are served between two letters.
    await new Promise(setImmediate);
  }
  return { season, letters, asked };
}

async function lettersPage(
  site: Site,
  c: PageContext,
  written: Written,
  choices: LetterChoices,
  refused: Refused | null = null,
) {
  const { options, pages } = site;
  const t = wordsFor(c.var.lang);
  const { season, letters, asked } = written;
  const waiting = letters.filter(({ letter }) => letter.waiting > 0);
  const untold = letters.filter(one => one.untold !== null);
  const sent = Number(c.req.query('sent')) || 0;
  const office = await officeOf(options);
  const open = letters.filter(one => one.open);
  const query =
    refused === null
      ? new URL(c.req.url).searchParams
      : queryOf(choices, Object.fromEntries(new URLSearchParams(season.query)));
  const numbers = await numbering(options, c, {
    date: choices.date,
    query,
    numbers: office.number === '' ? [] : open.map(one => one.choices.number),
  });
  const title = t('allLettersOf', { year: season.year ?? '', n: letters.length });
  return pages.page(
    c,
    'letters',
    { title, section: 'overview', kind: 'leaves', status: refused === null ? 200 : 422 },
    {
      heading: title,
      season,
      asked: asked > 0 ? t('lettersAsked', { n: asked }) : '',
      notice: sent > 0 ? t('lettersSentNotice', { n: sent }) : '',
      every: refused === null && c.req.query('which') === 'all',
      openHref: `/letters?${season.query}`,
      everyHref: `/letters?${season.query}&which=all`,
      sendWords: t('lettersSend', { n: letters.length }),
      shown: shownOf(letters),
      early: refused === null ? earlyDue(choices.date, choices.due, c.var.lang) : '',
      sendOn: refused?.on ?? choices.date,
      refused,
      byHand: refused?.unnumbered === true,
      waiting: waiting.map(({ id, letter }) => ({
        name: letter.name,
        n: letter.waiting,
        href: `/reports/${id}#review`,
      })),
      waitingWords: t('lettersWaiting', {
        letters: waiting.length,
        n: waiting.reduce((sum, { letter }) => sum + letter.waiting, 0),
      }),
      untold: untold.map(({ id, letter, untold }) => ({
        name: letter.name,
        href: `/reports/${id}/letter?draft=${untold}`,
      })),
      untoldWords: t('lettersUntold', { n: untold.length }),
      query: query.size === 0 ? '' : `?${query}`,
      options: { ...choices, number: choices.number ?? '', numbered: office.number !== '' },
      numbers,
      letters: letters.map(({ letter }) => ({ letter, leaves: letterLeaves(letter) })),
    },
  );
}

async function showLetters(site: Site, c: Context<Env, '/'>) {
  const { options } = site;
  const written = await write(site, c);
  note(c, 'letter', String(written.season.year ?? ''), written.letters.length);
  return lettersPage(site, c, written, choicesOf(options, c));
}

/** The letters of the page, none of which was sent yet, are marked as sent, all of them on one day. */
async function markSent(site: Site, c: Context<Env, '/'>) {
  const { options } = site;
  const form = await c.req.parseBody();
  const choices = readChoices(options, form);
  const on = sentDay(form, choices);
  const written = await write(site, c, choices, false);
  const { season, letters } = written;
  const shown = textOf(form.shown);
  const refused =
    shown !== '' && shown !== shownOf(letters)
      ? { mistakes: [wordsFor(c.var.lang)('sendChanged')], unnumbered: false, on }
      : await refusalOf(options, c, {
          on,
          dues: letters.map(one => one.choices.due),
          numbers: letters.map(one => one.choices.number),
          choices,
          form,
        });
  if (refused !== null) return lettersPage(site, c, written, choices, refused);
  for (const { id, draft, choices: own } of letters)
    await options.store.update(id, kept => ({
      ...kept,
      progress: withSent(kept.progress, sentLetter(draft, on, own)),
    }));
  note(c, 'report-marked', String(season.year ?? ''), `${letters.length} sent`);
  return c.redirect(`/letters?${season.query}&sent=${letters.length}`, 303);
}

async function lettersInWord(site: Site, c: Context<Env, '/letters.docx'>) {
  const { season, letters } = await write(site, c);
  note(c, 'letter', String(season.year ?? ''), `${letters.length} docx`);
  download(c, fileName([wordsFor(c.var.lang)('letter'), season.year]), 'docx');
  return c.body(new Uint8Array(lettersDocx(letters.map(({ letter }) => letter))), 200, { 'Content-Type': docxType });
}

async function lettersPacked(site: Site, c: Context<Env, '/letters.zip'>) {
  const { options } = site;
  const { season, letters } = await write(site, c);
  note(c, 'letter', String(season.year ?? ''), `${letters.length} zip`);
  download(c, fileName([wordsFor(c.var.lang)('letter'), season.year]), 'zip');
  const files: Record<string, Uint8Array> = {};
  for (const { file, letter } of letters) {
    let name = `${file}.docx`;
    for (let n = 2; name in files; n += 1) name = `${file}-${n}.docx`;
    files[name] = lettersDocx([letter]);
  }
  // Word files are packed already.
  const archive = zipSync(files, { level: 0, mtime: options.clock() });
  return c.body(new Uint8Array(archive), 200, { 'Content-Type': 'application/zip' });
}
