/** The kept versions of a rule set: what each save changed, line by line, and the way back. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parse } from 'jsonc-parser';
import { ruleChanges } from '../compare/rule-changes.ts';
import { lineDiff } from '../present/line-diff.ts';
import { mistakeView } from '../present/rule-text.ts';
import type { KeptVersion, RuleKeeping, RuleText } from '../store/rule-keeping.ts';
import { formatTime } from '../words/dates.ts';
import { note } from './actor.ts';
import { errorPage } from './errors.ts';
import type { AppOptions } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { ruleFile, ruleSetFrame } from './rule-page.ts';
import { fieldOf } from './rule-try.ts';
import { changesWords } from './rule-words.ts';

interface Opened {
  readonly id: string;
  readonly editing: RuleKeeping;
  readonly file: RuleText;
  /** Newest first. */
  readonly versions: readonly KeptVersion[];
}

export function ruleHistoryRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/:id/history', c => showHistory(site, c));
  routes.get('/:id/history/:key', c => showSaved(site, c));
  routes.post('/:id/history/:key/restore', bodyLimit({ maxSize: 4096 }), c => restoreSaved(site, c));

  return routes;
}

async function open(site: Site, c: PageContext): Promise<Opened | null> {
  const { options } = site;
  const id = c.req.param('id') ?? '';
  const { editing } = options;
  const file = await ruleFile(options, id);
  if (file === null || editing === undefined) return null;
  return { id, editing, file, versions: await editing.versions(id) };
}

async function showHistory(site: Site, c: Context<Env, '/:id/history'>) {
  const { pages } = site;
  const opened = await open(site, c);
  if (opened === null) return errorPage(c, pages, 404);
  const restored = opened.versions.findIndex(version => version.key === c.req.query('restored'));
  const n = opened.versions.length - restored;
  return listPage(site, c, opened, restored < 0 ? '' : wordsFor(c.var.lang)('restoredVersion', { n }));
}

async function listPage(
  site: Site,
  c: PageContext,
  { id, editing, file, versions }: Opened,
  notice: string,
  broken: { readonly problem: string; readonly mistakes: readonly object[] } = { problem: '', mistakes: [] },
) {
  const { options, pages } = site;
  const { lang } = c.var;
  const frame = ruleSetFrame(options, id, options.rules.get(id), 'history', c);
  const heading = wordsFor(lang)('historyTitle', { title: frame.title });
  const t = wordsFor(lang);
  const rules = options.rules.get(id)?.ruleSet ?? null;
  const kept = await Promise.all(versions.map(async ({ key }) => (await editing.version(id, key)) ?? ''));
  const texts = [file.text, ...kept];
  const numbers = texts.map(numberOf);
  // The first row is the version in force; each stands beside the one before it.
  const rows = texts.map((text, index) => {
    const before = texts[index + 1];
    const same = texts.indexOf(text, index + 2);
    const version = versions[index - 1];
    const since = versions[index];
    return {
      name: t('versionNth', { n: texts.length - index }),
      // The number that a file gives itself tells versions apart only where it was changed.
      own: new Set(numbers).size > 1 ? t('versionOwn', { number: numbers[index] ?? '' }) : '',
      since: since === undefined ? '—' : formatTime(since.replacedAt, lang),
      until: version === undefined ? t('versionInForce') : formatTime(version.replacedAt, lang),
      restores: same < 0 ? '' : t('versionRestores', { n: texts.length - same }),
      changes: before === undefined ? t('versionFirst') : changesWords(ruleChanges(before, text), rules, lang),
      key: version?.key ?? '',
      compare: t('showDiffNamed', { n: texts.length - index }),
    };
  });
  return pages.page(
    c,
    'rule-history',
    { title: heading, section: 'rules', status: broken.problem === '' ? 200 : 422 },
    { frame, heading, notice, ...broken, canJump: false, versions: versions.length === 0 ? [] : rows },
  );
}

async function showSaved(site: Site, c: Context<Env, '/:id/history/:key'>) {
  const { options, pages } = site;
  const opened = await open(site, c);
  if (opened === null) return errorPage(c, pages, 404);
  const { id, editing, file, versions } = opened;
  const { key } = c.req.param();
  const index = versions.findIndex(version => version.key === key);
  const version = versions[index];
  const text = await editing.version(id, key);
  if (version === undefined || text === null) return errorPage(c, pages, 404);
  const { lang } = c.var;
  const t = wordsFor(lang);
  const following = versions[index - 1];
  const next = c.req.query('with') === 'next' && following !== undefined;
  const other = next ? ((await editing.version(id, following.key)) ?? '') : file.text;
  const frame = ruleSetFrame(options, id, options.rules.get(id), 'history', c);
  const heading = t('diffTitle', {
    n: versions.length - index,
    time: formatTime(version.replacedAt, lang),
    other: t(next ? 'diffNext' : 'diffCurrent'),
  });
  const href = `/rules/${id}/history/${key}`;
  return pages.page(
    c,
    'rule-diff',
    { title: heading, section: 'rules', kind: 'wide' },
    {
      frame,
      heading,
      key,
      base: file.sha256,
      changes: changesWords(ruleChanges(text, other), options.rules.get(id)?.ruleSet ?? null, lang),
      diff: lineDiff(text, other),
      others: [
        { href, label: t('diffCurrent'), current: !next },
        ...(following === undefined ? [] : [{ href: `${href}?with=next`, label: t('diffNext'), current: next }]),
      ],
    },
  );
}

async function restoreSaved(site: Site, c: Context<Env, '/:id/history/:key/restore'>) {
  const { pages } = site;
  const opened = await open(site, c);
  if (opened === null) return errorPage(c, pages, 404);
  const { id, editing } = opened;
  const { key } = c.req.param();
  const text = await editing.version(id, key);
  if (text === null) return errorPage(c, pages, 404);
  const saved = await editing.save(id, text, fieldOf(await c.req.parseBody(), 'base'));
  const t = wordsFor(c.var.lang);
  if (saved.state === 'saved' || saved.state === 'same') {
    note(c, 'rules-restored', id, key);
    return c.redirect(`/rules/${id}/history?restored=${encodeURIComponent(key)}`, 303);
  }
  if (saved.state === 'broken') {
    const mistakes = saved.check.errors.slice(0, 5).map(error => mistakeView(error, c.var.lang));
    return listPage(site, c, opened, '', { problem: t('restoreBroken'), mistakes });
  }
  const problem = saved.state === 'renamed' ? t('idChanged', { before: id, after: saved.id }) : t('conflict');
  return listPage(site, c, opened, '', { problem, mistakes: [] });
}

/** The version number a text gives itself; — where it gives none. */
function numberOf(text: string): string {
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return typeof version === 'string' ? version : '—';
}
