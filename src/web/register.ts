/** The register: what has come in, and the form by which more comes in. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Assessment } from '../assess/types.ts';
import { resultView } from '../present/view.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { checkSource, headOf, summaryOf } from './check.ts';
import { errorPage } from './errors.ts';
import { type Incoming, intakeEntry, type Taken, takeIn } from './intake.ts';
import type { AppOptions, RulesInForce } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import {
  headCells,
  matching,
  nameOf,
  type RegisterRow,
  type RowContext,
  registerRow,
  removedRow,
  summaryCells,
} from './rows.ts';

const uploadLimit = 20 * 1024 * 1024;

export function registerRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const sampleHashes = new Set((options.samples ?? []).map(sample => sample.sha256));
  const samples = sampleRows(options);
  const contextOf = (lang: Lang): RowContext => ({ lang, sampleHashes, outcomeTitle: outcomeTitle(options, lang) });

  routes.get('/', async c => {
    const { lang } = c.var;
    const all = await options.store.list();
    const query = c.req.query('q') ?? '';
    const context = contextOf(lang);
    const rows = matching(all, query)
      .map(row => registerRow(row, context))
      .filter((row): row is RegisterRow => row !== null);
    if (c.req.header('HX-Target') === 'rows') return pages.part(c, 'rows', { rows });

    const removed = await options.store.listRemoved();
    const deletedId = c.req.query('deleted');
    const deleted = removed.map(entry => removedRow(entry, lang)).find(row => row.id === deletedId) ?? null;
    const t = wordsFor(lang);
    return pages.page(
      c,
      'register',
      { title: t('register'), section: 'register' },
      {
        rows,
        total: all.length,
        query,
        deleted,
        notice: c.req.query('samples') === 'stored' ? t('samplesStored') : '',
        problems: options.store.problems.map(problem => pick(problem, lang)),
        removed: removed.map(entry => removedRow(entry, lang)),
        ruleSets: options.rules.list().map(({ ruleSet }) => ({ id: ruleSet.id, title: pick(ruleSet.title, lang) })),
        samples: all.length === 0 ? samples(context) : [],
      },
    );
  });

  routes.post(
    '/reports',
    bodyLimit({ maxSize: uploadLimit, onError: c => errorPage(c as PageContext, pages, 413) }),
    async c => {
      const { lang } = c.var;
      const t = wordsFor(lang);
      const form = await c.req.parseBody({ all: true });
      const rules = chosenRules(options, form.ruleSet);
      if (rules === null) return errorPage(c, pages, 400);
      const keep = form.store !== 'no';
      const taken: Taken[] = [];
      for (const file of await incoming(form, t('pastedName'))) taken.push(await takeIn(options, file, rules, keep));

      const only = taken.length === 1 ? taken[0] : undefined;
      if (only?.state === 'checked') {
        return unstoredResult(c, options.check(only.source, rules, {}, lang), only.source.text, t('unstoredNotice'));
      }
      const rows = await options.store.list();
      const entries = taken.map(one => intakeEntry(options, one, rows, contextOf(lang)));
      if (only?.state === 'stored' && entries[0]?.state === 'done' && only.source.notes.length === 0) {
        if (c.req.header('HX-Request') !== 'true') return c.redirect(entries[0].href, 303);
        c.header('HX-Redirect', entries[0].href);
        return c.body(null, 204);
      }
      if (entries.length === 0) entries.push({ ...emptyEntry, message: t('nothingGiven') });
      return pages.page(
        c,
        'intake',
        { title: t('intake'), section: 'register', status: taken.length === 0 ? 400 : 200 },
        { entries },
      );
    },
  );

  // Where a browser that reloads the answer to an import ends up.
  routes.get('/reports', c => c.redirect('/', 303));

  routes.get('/samples/:n', c => {
    const sample = options.samples?.[Number(c.req.param('n')) - 1];
    const rules = options.rules.list()[0];
    if (sample === undefined || rules === undefined) return errorPage(c, pages, 404);
    return unstoredResult(
      c,
      options.check(sample, rules, {}, c.var.lang),
      sample.text,
      wordsFor(c.var.lang)('sampleNotice'),
      true,
    );
  });

  routes.post('/samples', async c => {
    const rules = options.rules.list()[0];
    if (rules === undefined) return errorPage(c, pages, 404);
    for (const sample of options.samples ?? []) {
      const { head, draft } = checkSource(options, sample, rules, {});
      await options.store.receive(head, draft);
    }
    return c.redirect('/?samples=stored', 303);
  });

  function unstoredResult(c: PageContext, assessment: Assessment, text: string, notice: string, sample = false) {
    const { lang } = c.var;
    const ruleSet = options.rules.get(assessment.ruleSet.id)?.ruleSet;
    const result = resultView({ assessment, text, at: options.clock().toISOString(), lang, ruleSet });
    return pages.page(
      c,
      'result',
      { title: result.heading, kind: 'result', stamp: result.stamp, section: 'register' },
      { result, stored: false, sample, notice },
    );
  }

  return routes;
}

const emptyEntry = {
  state: 'failed',
  file: '',
  href: '',
  outcomeId: '',
  outcome: '',
  numbers: '',
  notes: [],
  gaps: [],
  id: '',
  choices: [],
} as const;

function chosenRules(options: AppOptions, asked: unknown): RulesInForce | null {
  if (typeof asked === 'string' && asked !== '') return options.rules.get(asked);
  return options.rules.list()[0] ?? null;
}

/** The files of the form that hold something, and the pasted text as one more. */
async function incoming(form: Readonly<Record<string, unknown>>, pastedName: string): Promise<Incoming[]> {
  const given = Array.isArray(form.files) ? form.files : [form.files];
  const files: Incoming[] = [];
  for (const file of given) {
    // A file field that was left empty arrives as a file without name.
    if (!(file instanceof File) || (file.name === '' && file.size === 0)) continue;
    files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  if (typeof form.text === 'string' && form.text.trim() !== '') {
    // Browsers send the line ends of a text field as CR LF, whatever was pasted.
    files.push({ name: pastedName, bytes: new TextEncoder().encode(form.text.replace(/\r\n/g, '\n')) });
  }
  return files;
}

function outcomeTitle(options: AppOptions, lang: Lang): RowContext['outcomeTitle'] {
  return (ruleSetId, outcome) => {
    const title = options.rules.get(ruleSetId)?.ruleSet.outcomes.find(other => other.id === outcome.id)?.title;
    return lang === 'zh' || title === undefined || typeof title === 'string' ? outcome.title : (title.en ?? title.zh);
  };
}

type SampleRow = Omit<RegisterRow, 'id' | 'sample' | 'draft' | 'received'> & { readonly href: string };

/** The samples with their results, checked once for a language and a state of the rules. */
function sampleRows(options: AppOptions): (context: RowContext) => readonly SampleRow[] {
  const known = new Map<Lang, { readonly sha256: string; readonly rows: readonly SampleRow[] }>();
  return context => {
    const rules = options.rules.list()[0];
    if (rules === undefined) return [];
    const { sha256 } = rules.ruleSet;
    const before = known.get(context.lang);
    if (before?.sha256 === sha256) return before.rows;
    const rows = (options.samples ?? []).map((sample, i) => {
      const assessment = options.check(sample, rules, {}, context.lang);
      const head = headOf(assessment);
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
