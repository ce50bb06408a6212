/** The overview of a season: on screen, as a workbook and as CSV. */
import { Hono } from 'hono';
import { type OverviewView, overviewSheets, overviewView } from '../present/overview.ts';
import { csvText, xlsxFile } from '../present/sheet-files.ts';
import { localDay } from '../words/dates.ts';
import { download, fileName } from './download.ts';
import { calendarOf, dueOf } from './entries.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { type Season, seasonOf, unitsOf } from './season.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function overviewRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  async function look(c: PageContext): Promise<{ season: Season; view: OverviewView; rank: boolean }> {
    const season = await seasonOf(options, c, '/overview');
    const rank = c.req.query('rank') === '1';
    const calendar = calendarOf(await options.store.settings());
    const due = dueOf(null, season.year, calendar) ?? '';
    const awaited = season.awaited.map(organ => ({
      name: organ.name,
      level: organ.level,
      href: `/units/${organ.id}`,
      due: dueOf(organ, season.year, calendar),
    }));
    const today = localDay(options.clock().toISOString());
    const units = await unitsOf(options, season, c);
    const { year, ruleSet } = season;
    return { season, rank, view: overviewView({ units, year, ruleSet, due, awaited, today, rank, lang: c.var.lang }) };
  }

  routes.get('/', async c => {
    const t = wordsFor(c.var.lang);
    const { season, view, rank } = await look(c);
    const title = season.year === null ? t('overview') : t('overviewOf', { year: season.year });
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

  const name = (c: PageContext, { year }: Season): string => fileName([wordsFor(c.var.lang)('overview'), year]);

  routes.get('/overview.csv', async c => {
    const { season, view, rank } = await look(c);
    const [units, matrix] = overviewSheets(view, c.var.lang, rank);
    download(c, name(c, season), 'csv');
    // One table: what the workbook has on two sheets.
    const csv = csvText({
      head: [...units.head, ...matrix.head.slice(1)],
      rows: units.rows.map((row, i) => [...row, ...(matrix.rows[i] ?? []).slice(1)]),
    });
    return c.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  });

  routes.get('/overview.xlsx', async c => {
    const { season, view, rank } = await look(c);
    download(c, name(c, season), 'xlsx');
    const file = await xlsxFile(overviewSheets(view, c.var.lang, rank));
    return c.body(new Uint8Array(file), 200, { 'Content-Type': xlsxType });
  });

  return routes;
}
