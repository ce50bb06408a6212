/** The register: what has come in, found, filtered and sorted by the address, and the form by which more comes in. */
import { Hono } from 'hono';
import { pick } from '../words/bilingual.ts';
import type { AppOptions } from './options.ts';
import { type Env, type Pages, wordsFor } from './page.ts';
import { outdatedNotice } from './recheck.ts';
import { chosenRows, columnsOf, filtersOf, readQuery } from './register-query.ts';
import { type RegisterRow, registerRow, removedRow, rowContext } from './rows.ts';
import { sampleRows } from './samples.ts';

export function registerRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const samples = sampleRows(options);

  routes.get('/', async c => {
    const { lang } = c.var;
    const t = wordsFor(lang);
    const all = await options.store.list();
    const query = readQuery(c.req.query());
    const context = rowContext(options, lang, all);
    const rows = chosenRows(all, query, options, lang)
      .map(row => registerRow(row, context))
      .filter((row): row is RegisterRow => row !== null);
    const list = {
      rows,
      columns: columnsOf(query, lang),
      sort: query.sort,
      dir: query.down ? 'desc' : '',
      shown: rows.length < all.length ? t('shownOf', { shown: rows.length, total: all.length }) : '',
    };
    if (c.req.header('HX-Target') === 'rows') return pages.part(c, 'rows', list);

    const rechecked = Number(c.req.query('rechecked')) || 0;
    const removed = await options.store.listRemoved();
    const deletedId = c.req.query('deleted');
    const deleted = removed.map(entry => removedRow(entry, lang)).find(row => row.id === deletedId) ?? null;
    return pages.page(
      c,
      'register',
      { title: t('register'), section: 'register' },
      {
        ...list,
        total: all.length,
        filters: filtersOf(all, query, context),
        deleted,
        notice:
          rechecked > 0
            ? t('recheckedAll', { n: rechecked })
            : c.req.query('samples') === 'stored'
              ? t('samplesStored')
              : '',
        outdated: outdatedNotice(options, all, t),
        problems: options.store.problems.map(problem => pick(problem, lang)),
        removed: removed.map(entry => removedRow(entry, lang)),
        ruleSets: options.rules.list().map(({ ruleSet }) => ({ id: ruleSet.id, title: pick(ruleSet.title, lang) })),
        manyRuleSets: options.rules.list().length > 1,
        samples: all.length === 0 ? samples(context) : [],
      },
    );
  });

  return routes;
}
