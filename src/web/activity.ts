/** Who did what, for the administrator to read: one month, newest first. */
import { Hono } from 'hono';
import { bilingual } from '../rules/load.ts';
import type { Activity } from '../store/index.ts';
import { actorWords, deedWords } from '../words/access.ts';
import { pick } from '../words/bilingual.ts';
import { formatTime } from '../words/dates.ts';
import { deedDetail } from './deed-details.ts';
import type { AppOptions } from './options.ts';
import { type Env, type Pages, wordsFor } from './page.ts';
import { nameOf } from './rows.ts';

const pageLength = 200;

export function activityRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const { activity } = options;

  routes.get('/', async c => {
    const { lang } = c.var;
    const t = wordsFor(lang);
    const months = (await activity?.months()) ?? [];
    const month = months.find(one => one === c.req.query('month')) ?? months[0] ?? '';
    const { entries, damaged } = (await activity?.read(month)) ?? { entries: [], damaged: 0 };
    const last = Math.max(1, Math.ceil(entries.length / pageLength));
    const shown = Math.min(last, Math.max(1, Math.floor(Number(c.req.query('page') ?? 1)) || 1));
    const reports = new Map((await options.store.list()).map(row => [row.id, row]));
    const removed = new Map((await options.store.listRemoved()).map(({ row }) => [row.id, row]));
    const organs = new Map(options.store.organs.list().map(organ => [organ.id, organ.name]));
    const ruleSets = new Map(options.rules.list().map(({ ruleSet }) => [ruleSet.id, pick(ruleSet.title, lang)]));
    const titles = new Map(
      options.rules
        .list()
        .flatMap(({ ruleSet }) => ruleSet.requirements.map(rule => [rule.id, pick(bilingual(rule.title), lang)])),
    );
    const lines = entries.slice((shown - 1) * pageLength, shown * pageLength).map((entry: Activity) => {
      const report = reports.get(entry.of);
      const named = report ?? removed.get(entry.of);
      const of = named === undefined ? undefined : nameOf(named, named.drafts.at(-1)?.fileName ?? '', lang);
      const known: Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>> = actorWords;
      const actor = known[entry.actor];
      return {
        time: formatTime(entry.at, lang),
        actor: actor === undefined ? entry.actor : pick(actor, lang),
        action: pick(deedWords[entry.action], lang),
        of: of ?? organs.get(entry.of) ?? ruleSets.get(entry.of) ?? entry.of,
        href: report !== undefined ? `/reports/${entry.of}` : ruleSets.has(entry.of) ? `/rules/${entry.of}` : '',
        detail: deedDetail(entry, entry.of.startsWith('r-'), id => titles.get(id) ?? id, lang),
        address: entry.address,
      };
    });
    const link = (page: number): string => (page < 1 || page > last ? '' : `/activity?month=${month}&page=${page}`);
    return pages.page(
      c,
      'activity',
      { title: t('activity'), section: 'settings', kind: 'wide' },
      {
        lines,
        months: months.map(value => ({ value, selected: value === month })),
        total: entries.length,
        damaged: damaged === 0 ? '' : t('activityDamaged', { n: damaged }),
        newer: link(shown - 1),
        older: link(shown + 1),
        withAddress: entries.some(({ address }) => address !== ''),
      },
    );
  });

  return routes;
}
