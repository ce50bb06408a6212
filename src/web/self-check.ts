/** The self-check sheet (自查表) of a rule set for one kind of body, to be printed on one sheet. */
import { Hono } from 'hono';
import { selfCheckView } from '../present/self-check.ts';
import type { StampView } from '../present/view-types.ts';
import type { Level } from '../report/types.ts';
import { pick } from '../words/bilingual.ts';
import { levelWords } from '../words/terms.ts';
import { errorPage } from './errors.ts';
import type { AppOptions } from './options.ts';
import { type Env, type Pages, wordsFor } from './page.ts';
import { ruleSetFrame } from './rule-page.ts';

/** Most of the reports come from departments, then townships. */
const levels: readonly Level[] = ['department', 'township', 'county', 'city', 'province'];

export function selfCheckRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/:id/self-check', c => {
    const { id } = c.req.param();
    const rules = options.rules.get(id);
    const level = levels.find(one => one === (c.req.query('level') ?? 'department'));
    if (rules === null || level === undefined) return errorPage(c, pages, 404);
    const { lang } = c.var;
    const t = wordsFor(lang);
    const asked = Number(c.req.query('year'));
    const year = asked >= 2000 && asked < 2100 ? Math.trunc(asked) : options.clock().getFullYear() - 1;
    const { ruleSet, fenced } = rules;
    const frame = ruleSetFrame(options, id, rules, 'self-check', c);
    // The title is that of the rules; the sheet is about the report.
    const title = pick(ruleSet.genre.name, lang);
    const heading = t('selfCheckTitle', { title: title.charAt(0).toUpperCase() + title.slice(1) });
    const stamp: StampView = {
      tool: `${t('product')} ${options.toolVersion}`,
      ruleSet: `${ruleSet.id} ${ruleSet.version}`,
      ruleSetHash: ruleSet.sha256.slice(0, 12),
      sourceHash: '',
      time: '',
    };
    return pages.page(
      c,
      'self-check',
      { title: heading, section: 'rules', kind: 'self-check', stamp },
      {
        frame,
        heading,
        level: pick(levelWords[level], lang),
        year: t('selfCheckYear', { year }),
        levels: levels.map(one => ({
          href: `/rules/${id}/self-check?level=${one}${asked > 0 ? `&year=${year}` : ''}`,
          label: pick(levelWords[one], lang),
          current: one === level,
        })),
        sheet: selfCheckView(ruleSet, fenced, level, year, lang),
        fenced: ruleSet.requirements
          .filter(rule => fenced.includes(rule.id))
          .map(rule => ({ id: rule.id, title: typeof rule.title === 'string' ? rule.title : pick(rule.title, lang) })),
      },
    );
  });

  return routes;
}
