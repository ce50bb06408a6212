/** The pages of the rule sets: what is checked, why, and by which wordings. */
import { Hono } from 'hono';
import { manualView } from '../present/manual.ts';
import { pick } from '../words/bilingual.ts';
import { isAdministrator } from './actor.ts';
import { errorPage } from './errors.ts';
import type { AppOptions } from './options.ts';
import { type Env, type Pages, wordsFor } from './page.ts';
import { baseOf, ruleSetFrame } from './rule-page.ts';

export function rulesRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/', c => {
    const { lang } = c.var;
    const ruleSets = options.rules.list().map(({ ruleSet, fenced, bases }) => ({
      id: ruleSet.id,
      title: pick(ruleSet.title, lang),
      version: ruleSet.version,
      hash: ruleSet.sha256.slice(0, 12),
      requirements: ruleSet.requirements.length,
      groups: ruleSet.groups.length,
      fenced,
      base: baseOf(options, { ruleSet, fenced, errors: [], ...(bases && { bases }) }, lang),
      links: ruleSetFrame(options, ruleSet.id, { ruleSet, fenced, errors: [] }, 'manual', c).links,
    }));
    return pages.page(c, 'rules', { title: wordsFor(lang)('rules'), section: 'rules' }, { ruleSets });
  });

  routes.get('/:id', c => {
    const { lang } = c.var;
    const loaded = options.rules.get(c.req.param('id'));
    if (loaded === null) return errorPage(c, pages, 404);
    const manual = manualView(loaded.ruleSet, loaded.fenced, lang);
    const frame = ruleSetFrame(options, manual.id, loaded, 'manual', c);
    const canEdit = options.editing !== undefined && isAdministrator(c);
    return pages.page(
      c,
      'rule-set',
      { title: manual.title, section: 'rules' },
      {
        manual,
        frame,
        canEdit,
        base: baseOf(options, loaded, lang),
      },
    );
  });

  return routes;
}
