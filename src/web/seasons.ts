/** The seasons: set up with their due date, archived, opened again. */
import { Hono } from 'hono';
import { readDue } from '../report/roster.ts';
import { formatDate, formatTime, localDay } from '../words/dates.ts';
import { note } from './actor.ts';
import { calendarOf, dueOf, type Season, seasonsOf, withSeason } from './entries.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';

export function seasonRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  async function seasonsPage(c: PageContext, typed: { year: string; due: string }, mistakes: readonly string[]) {
    const { lang } = c.var;
    const t = wordsFor(lang);
    const rows = await options.store.list();
    const calendar = calendarOf(await options.store.settings());
    const known = new Map(calendar.seasons.map(season => [season.year, season]));
    const years = new Set([...known.keys(), ...rows.flatMap(row => row.year ?? [])]);
    const seasons = [...years]
      .sort((a, b) => b - a)
      .map(year => {
        const season = known.get(year);
        const due = dueOf(null, year, calendar);
        const archivedAt = season?.archivedAt ?? null;
        return {
          year: String(year),
          due: due === null ? '—' : formatDate(due, lang),
          reports: String(rows.filter(row => row.year === year).length),
          archived: archivedAt !== null,
          state:
            archivedAt !== null
              ? t('seasonArchived', { time: formatTime(archivedAt, lang) })
              : t(season === undefined ? 'seasonUnset' : 'seasonOpen'),
        };
      });
    const status = mistakes.length > 0 ? 422 : 200;
    return pages.page(
      c,
      'seasons',
      { title: t('seasons'), section: 'register', status },
      { seasons, typed, mistakes, notice: noticeOf(c, t) },
    );
  }

  routes.get('/', c => seasonsPage(c, { year: String(reportYearOn(options.clock())), due: '' }, []));

  routes.post('/', async c => {
    const t = wordsFor(c.var.lang);
    const form = await c.req.parseBody();
    const typed = { year: textOf(form.year), due: textOf(form.due) };
    const year = readYear(typed.year);
    const due = readDue(typed.due, year ?? 0);
    // Nothing can be due before the year has begun that it is about.
    const isEarly = year !== null && due !== null && due !== undefined && due < `${year}-01-01`;
    if (year === null || due === undefined || isEarly)
      return seasonsPage(c, typed, [
        ...(year === null ? [t('badYear')] : []),
        ...(due === undefined ? [t('badDate')] : []),
        ...(isEarly ? [t('earlySeason', { year })] : []),
      ]);
    await change(year, season => ({ ...season, due }));
    note(c, 'season-changed', String(year), 'due');
    return c.redirect(`/seasons?done=saved&of=${year}`, 303);
  });

  routes.post('/:year/archive', async c => {
    const year = readYear(c.req.param('year'));
    if (year === null) return c.notFound();
    await change(year, season => ({ ...season, archivedAt: options.clock().toISOString() }));
    note(c, 'season-changed', String(year), 'archived');
    return c.redirect(`/seasons?done=archived&of=${year}`, 303);
  });

  routes.post('/:year/reopen', async c => {
    const year = readYear(c.req.param('year'));
    if (year === null) return c.notFound();
    await change(year, season => ({ ...season, archivedAt: null }));
    note(c, 'season-changed', String(year), 'reopened');
    return c.redirect(`/seasons?done=reopened&of=${year}`, 303);
  });

  async function change(year: number, to: (season: Season) => Season): Promise<void> {
    await options.store.updateSettings(settings => {
      const known = seasonsOf(settings).find(season => season.year === year);
      return withSeason(settings, to(known ?? { year, due: null, archivedAt: null }));
    });
  }

  return routes;
}

function noticeOf(c: PageContext, t: ReturnType<typeof wordsFor>): string {
  const year = readYear(c.req.query('of') ?? '');
  if (year === null) return '';
  const done = c.req.query('done');
  if (done === 'saved') return t('seasonSaved', { year });
  if (done === 'archived') return t('seasonWasArchived', { year });
  return done === 'reopened' ? t('seasonReopened', { year }) : '';
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A year of reports as it is typed; null for anything else. */
export function readYear(typed: string): number | null {
  const year = typed.normalize('NFKC').replace(/年度?$/, '');
  return /^(?:19|20)\d\d$/.test(year) ? Number(year) : null;
}

/** The year whose reports are collected on a day: the one before until August, then the running one. */
export function reportYearOn(now: Date): number {
  const [year, month] = localDay(now.toISOString()).split('-').map(Number);
  return (month ?? 1) <= 8 ? (year ?? 0) - 1 : (year ?? 0);
}
