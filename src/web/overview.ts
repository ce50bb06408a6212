/** The overview of a season: on screen, and as files. */
import { Hono } from 'hono';
import { overviewFile } from '../present/exports.ts';
import { endings, formatsOf } from '../present/formats.ts';
import { type OverviewView, overviewView } from '../present/overview.ts';
import type { OverviewPaper } from '../present/overview-files.ts';
import type { Lang } from '../words/bilingual.ts';
import { formatTime, localDay } from '../words/dates.ts';
import { download, fileAnswer, fileName } from './download.ts';
import { calendarOf, dueOf } from './entries.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { type Season, seasonOf, unitsOf } from './season.ts';

export function overviewRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  async function look(c: PageContext): Promise<{ season: Season; view: OverviewView; rank: boolean }> {
    const season = await seasonOf(options, c, '/overview');
    const rank = c.req.query('rank') === '1';
    const calendar = calendarOf(await options.store.settings());
    const due = dueOf(null, season.year, calendar) ?? '';
    const awaited = season.awaited.map(({ organ: { id, name, level }, due, late }) => ({
      name,
      level,
      href: `/units/${id}`,
      due,
      late,
    }));
    const today = localDay(options.clock().toISOString());
    const units = await unitsOf(options, season, c);
    const { year, ruleSet, isCollected } = season;
    const view = overviewView({ units, year, isCollected, ruleSet, due, awaited, today, rank, lang: c.var.lang });
    return { season, rank, view };
  }

  routes.get('/', async c => {
    const { season, view, rank } = await look(c);
    const title = headingOf(season, c.var.lang);
    return pages.page(
      c,
      'overview',
      { title, section: 'overview', kind: 'overview' },
      {
        heading: title,
        season,
        view,
        rank,
        rankHref: `/overview?${season.query}${rank ? '' : '&rank=1'}`,
        files: `?${season.query}${rank ? '&rank=1' : ''}`,
      },
    );
  });

  const renderer = { zh: pages.renderer('zh'), en: pages.renderer('en') } as const;
  for (const format of formatsOf.overview) {
    routes.get(`/overview.${endings[format]}`, async c => {
      const { lang } = c.var;
      const { season, view, rank } = await look(c);
      const paper: OverviewPaper = {
        heading: headingOf(season, lang),
        view,
        rank,
        lang,
        time: formatTime(options.clock().toISOString(), lang),
      };
      download(c, fileName([wordsFor(lang)('overview'), season.year]), endings[format]);
      return fileAnswer(c, format, await overviewFile(format, paper, renderer[lang]));
    });
  }

  return routes;
}

function headingOf({ year }: Season, lang: Lang): string {
  const t = wordsFor(lang);
  return year === null ? t('overview') : t('overviewOf', { year });
}
