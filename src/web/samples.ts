/** The sample reports: shown checked while the register is empty, stored when a person wants them. */
import { Hono } from 'hono';
import { chooseRules } from '../assess/choose.ts';
import type { Lang } from '../words/bilingual.ts';
import { note } from './actor.ts';
import { checkSource, headOf, summaryOf } from './check.ts';
import { errorPage } from './errors.ts';
import type { AppOptions } from './options.ts';
import { type Env, type Pages, wordsFor } from './page.ts';
import { headCells, nameOf, type RegisterRow, type RowContext, summaryCells } from './rows.ts';
import { unstoredResult } from './unstored.ts';

export function sampleRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/:n', c => {
    const sample = options.samples?.[Number(c.req.param('n')) - 1];
    const rules = sample === undefined ? null : chooseRules(sample, options.rules.list());
    if (sample === undefined || rules === null) return errorPage(c, pages, 404);
    const { lang } = c.var;
    const assessment = options.check(sample, rules, {}, lang);
    const notice = wordsFor(lang)('sampleNotice');
    return unstoredResult(options, pages, c, { assessment, text: sample.text, notice, sample: true });
  });

  routes.post('/', async c => {
    const inForce = options.rules.list();
    if (inForce.length === 0) return errorPage(c, pages, 404);
    for (const sample of options.samples ?? []) {
      const rules = chooseRules(sample, inForce);
      if (rules === null) continue;
      const { head, draft } = checkSource(options, sample, rules, {});
      const { id, n } = await options.store.receive(head, draft);
      note(c, 'report-received', id, n);
    }
    return c.redirect('/?samples=stored', 303);
  });

  return routes;
}

type SampleRow = Pick<RegisterRow, 'name' | 'href'> & ReturnType<typeof headCells> & ReturnType<typeof summaryCells>;

/** The samples with their results, checked once for a language and a state of the rules. */
export function sampleRows(options: AppOptions): (context: RowContext) => readonly SampleRow[] {
  const known = new Map<Lang, { readonly sha256: string; readonly rows: readonly SampleRow[] }>();
  return context => {
    const inForce = options.rules.list();
    const sha256 = inForce.map(({ ruleSet }) => ruleSet.sha256).join();
    const before = known.get(context.lang);
    if (before?.sha256 === sha256) return before.rows;
    const rows = (options.samples ?? []).flatMap((sample, i) => {
      const rules = chooseRules(sample, inForce);
      if (rules === null) return [];
      const assessment = options.check(sample, rules, {}, context.lang);
      const head = headOf(assessment, options.clock());
      return {
        href: `/samples/${i + 1}`,
        name: nameOf(head, sample.name, context.lang),
        ...headCells(head, context.lang),
        ...summaryCells(summaryOf(assessment, ''), head.ruleSetId, context),
      };
    });
    known.set(context.lang, { sha256, rows });
    return rows;
  };
}
