/** Editing a rule set in the page: the file's text, its check with the effect on stored reports, and the save. */
import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ruleChanges } from '../compare/rule-changes.ts';
import { lineDiff } from '../present/line-diff.ts';
import {
  type Cut,
  cutAt,
  type Lines,
  type Listed,
  linesAround,
  linesOfRequirement,
  mistakeView,
  requirementsOf,
} from '../present/rule-text.ts';
import { charsetNames } from '../rules/decode.ts';
import type { RuleFileCheck } from '../store/rule-files.ts';
import type { RuleText, Saved } from '../store/rule-keeping.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { note } from './actor.ts';
import { changesBuiltOn, type EffectView, effectOf, effectView } from './effect.ts';
import { errorPage, problemPage } from './errors.ts';
import type { AppOptions, RulesInForce } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { outdatedNotice } from './recheck.ts';
import { ruleFile, ruleSetFrame } from './rule-page.ts';
import { fieldOf, readTrying, tryingView, tryOut } from './rule-try.ts';
import { changesWords } from './rule-words.ts';

/** Bytes of a form: the text, what goes with it, and a passage or two. */
const bodyMost = 3 * 1024 * 1024;
const mostMistakes = 20;

/** What the form brought: the text as one, and which of its lines were open. */
interface Sent {
  readonly text: string;
  readonly lines: Lines | null;
  /** Hash of the file the text was made from. */
  readonly base: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function ruleEditRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/:id/edit', c => showEditor(site, c));
  routes.post('/:id/edit', bodyLimit({ maxSize: bodyMost, onError: c => tooLarge(c as PageContext, pages) }), c =>
    takeText(site, c),
  );

  return routes;
}

async function showEditor(site: Site, c: Context<Env, '/:id/edit'>) {
  const { options, pages } = site;
  const { id } = c.req.param();
  const file = await ruleFile(options, id);
  if (file === null) return errorPage(c, pages, 404);
  const { text } = file;
  const at = c.req.query('at');
  const line = Number(c.req.query('line'));
  const lines = at !== undefined ? linesOfRequirement(text, at) : line > 0 ? linesAround(text, line) : null;
  const t = wordsFor(c.var.lang);
  const done = c.req.query('done');
  const charset = file.charset === 'utf-8' ? '' : t('otherCharset', { charset: charsetNames[file.charset] });
  const notice =
    done === 'saved'
      ? t('savedNotice')
      : done === 'same'
        ? t('savedSame')
        : at !== undefined && lines === null
          ? notInFile(options.rules.get(id), at, file.name, t)
          : charset;
  // A file with mistakes opens with them.
  const check = await options.editing?.check(file.name, text);
  const checked =
    check?.rules === null ? { ...emptyChecked, ...checkView(check, c.var.lang), base: file.sha256 } : null;
  return editPage(site, c, file, { text, lines, base: file.sha256, fields: {} }, notice, checked);
}

async function takeText(site: Site, c: Context<Env, '/:id/edit'>) {
  const { options, pages } = site;
  const { id } = c.req.param();
  const file = await ruleFile(options, id);
  if (file === null) return errorPage(c, pages, 404);
  const sent = sentOf(await c.req.parseBody());
  if (sent === null) return errorPage(c, pages, 400);
  const action = fieldOf(sent.fields, 'do');
  // A text that stands against another on the disk waits for a decision, whatever is typed meanwhile.
  if (action === 'typed' && fieldOf(sent.fields, 'undecided') !== '') return c.body(null, 204);
  if (action.startsWith('line:')) {
    const lines = linesAround(sent.text, Number(action.slice('line:'.length)) || 1);
    retarget(c);
    return editPage(site, c, file, { ...sent, lines }, '', await checkedView(site, c, file, sent));
  }
  if (action === 'goto') {
    // Without a requirement the whole file opens.
    const lines = linesOfRequirement(sent.text, fieldOf(sent.fields, 'to'));
    retarget(c);
    return editPage(
      site,
      c,
      file,
      { ...sent, lines },
      '',
      file.text === sent.text ? null : await checkedView(site, c, file, sent),
    );
  }
  if (action === 'try') return editPage(site, c, file, sent, '', await triedView(site, id, file, sent, c.var.lang));
  if (action === 'save') return save(site, c, id, file, sent);
  return editPage(site, c, file, sent, '', await checkedView(site, c, file, sent));
}

async function save(site: Site, c: PageContext, id: string, file: RuleText, sent: Sent) {
  const { options } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  if (fieldOf(sent.fields, 'checked') !== hashOf(sent.text)) {
    const checked = await checkedView(site, c, file, sent);
    return editPage(site, c, file, sent, '', { ...checked, notice: t('checkedOther') }, 422);
  }
  const saved: Saved | undefined = await options.editing?.save(id, sent.text, sent.base);
  if (saved?.state === 'saved') note(c, 'rules-saved', id, hashOf(sent.text).slice(0, 12));
  switch (saved?.state) {
    case 'saved':
    case 'same': {
      const open = sent.lines === null ? '' : `&line=${sent.lines.first}`;
      const href = `/rules/${id}/edit?done=${saved.state}${open}`;
      if (c.req.header('HX-Request') !== 'true') return c.redirect(href, 303);
      c.header('HX-Redirect', href);
      return c.body(null, 204);
    }
    case 'conflict': {
      const checked = {
        ...emptyChecked,
        heading: t('conflict'),
        base: saved.disk.sha256,
        conflict: { diff: lineDiff(saved.disk.text, sent.text) },
      };
      return editPage(site, c, file, sent, '', checked, 422);
    }
    case 'renamed': {
      const problem = t('idChanged', { before: id, after: saved.id });
      return editPage(
        site,
        c,
        file,
        sent,
        '',
        { ...(await checkedView(site, c, file, sent)), problem, canSave: false },
        422,
      );
    }
    default:
      return editPage(site, c, file, sent, '', await checkedView(site, c, file, sent), 422);
  }
}

async function checkedView(site: Site, c: PageContext, file: RuleText, sent: Sent): Promise<CheckedView> {
  const { options } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const check = await options.editing?.check(file.name, sent.text);
  if (check === undefined) return emptyChecked;
  const view = { ...emptyChecked, ...checkView(check, lang), base: sent.base };
  if (check.rules === null) return view;
  if (file.text === sent.text) return { ...view, notice: t('unchanged') };
  const after = check.rules;
  const id = options.rules.list().find(rules => rules.ruleSet.file.endsWith(`/${file.name}`))?.ruleSet.id;
  if (id !== undefined && id !== after.ruleSet.id)
    return { ...view, problem: t('idChanged', { before: id, after: after.ruleSet.id }), canSave: false };
  const before = id === undefined ? null : options.rules.get(id);
  const { changes, broken } = await changesBuiltOn(options, file.name, sent.text);
  const found = before === null ? null : await effectOf(options, [{ before, after }, ...changes], c.req.raw.signal);
  const [breaks] = broken;
  return {
    ...view,
    notice: breaks === undefined ? '' : t('breaksBuiltOn', { file: breaks.file, mistake: breaks.text[lang] }),
    canSave: true,
    sha256: hashOf(sent.text),
    changes: changesWords(ruleChanges(file.text, sent.text), after.ruleSet, lang),
    effect: found === null ? null : { ...effectView(found, lang), empty: found.impact.reports === 0 },
  };
}

async function triedView(site: Site, id: string, file: RuleText, sent: Sent, lang: Lang): Promise<CheckedView> {
  const { options } = site;
  const t = wordsFor(lang);
  const check = await options.editing?.check(file.name, sent.text);
  if (check === undefined || check.rules === null) {
    const view = check === undefined ? {} : checkView(check, lang);
    return { ...emptyChecked, ...view, base: sent.base, problem: t('tryBroken') };
  }
  const tried = await tryOut(options, id, check.rules, readTrying(sent.fields), 'tryByEditor', lang);
  return { ...emptyChecked, heading: t('tryRun'), base: sent.base, tried };
}

async function editPage(
  site: Site,
  c: PageContext,
  file: RuleText,
  sent: Sent,
  notice: string,
  checked: CheckedView | null,
  status: 200 | 422 = 200,
) {
  const { options, pages } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const id = c.req.param('id') ?? '';
  const said = { checked, brief: checked === null ? '' : briefOf(checked), canJump: true };
  // Beside a text that stays in the browser as it is.
  if (c.req.header('HX-Target') === 'checked' && !/^(?:line:|goto$)/.test(fieldOf(sent.fields, 'do')))
    return pages.part(c, 'rechecked', { ...said, frame: { id } }, status);
  const rules = options.rules.get(id);
  const frame = ruleSetFrame(options, id, rules, 'edit', c);
  const cut = cutAt(sent.text, sent.lines);
  const asked = readTrying(sent.fields);
  const trying = await tryingView(options, id, rules?.ruleSet ?? null, asked, lang);
  const heading = t('editTitle', { title: frame.title });
  return pages.page(
    c,
    'rule-edit',
    { title: heading, section: 'rules', kind: 'wide', status },
    {
      frame,
      heading,
      lead: t('editLead', { file: file.name, count: cut.count }),
      notice,
      outdated: outdatedNotice(options, await options.store.list(), t),
      base: sent.base,
      unsaved: sent.text !== file.text,
      cut: cutView(cut, t),
      choices: choicesOf(sent, rules, lang),
      ...said,
      trying: { ...trying, open: fieldOf(sent.fields, 'do') === 'try' },
    },
  );
}

interface CheckedView extends ReturnType<typeof checkView> {
  readonly base: string;
  readonly notice: string;
  readonly problem: string;
  readonly conflict: { readonly diff: ReturnType<typeof lineDiff> } | null;
  readonly changes: string;
  readonly effect: (EffectView & { readonly empty: boolean }) | null;
  readonly canSave: boolean;
  readonly sha256: string;
  readonly tried: object | null;
}

/** A requirement of the file that this one builds on: how to change it here. */
function notInFile(rules: RulesInForce | null, id: string, file: string, t: ReturnType<typeof wordsFor>): string {
  const rule = rules?.ruleSet.requirements.find(one => one.id === id);
  if (rule === undefined) return t('notInFile', { id, file });
  return t('notInFileHow', { id, file, group: rule.group, points: rule.points });
}

/** A check in one line, shown beside the button while the text is typed. */
function briefOf({ problem, mistakesHead, failed, effect, notice, heading }: CheckedView): string {
  const wrong = problem || mistakesHead || failed;
  if (wrong !== '') return wrong;
  return effect === null || effect.empty ? notice || heading : effect.summary;
}

const emptyChecked: CheckedView = {
  heading: '',
  base: '',
  notice: '',
  problem: '',
  conflict: null,
  mistakes: [],
  mistakesHead: '',
  facts: '',
  examples: '',
  failing: [],
  failed: '',
  warnings: [],
  changes: '',
  effect: null,
  canSave: false,
  sha256: '',
  tried: null,
};

/** Mistakes, examples and warnings of a checked text. */
function checkView({ rules, errors, examples }: RuleFileCheck, lang: Lang) {
  const t = wordsFor(lang);
  const views = (severity: 'error' | 'warning') =>
    errors
      .filter(error => error.severity === severity)
      .slice(0, mostMistakes)
      .map(error => mistakeView(error, lang));
  const count = errors.filter(error => error.severity === 'error').length;
  const loads = rules !== null;
  return {
    heading: t('checkResult'),
    mistakes: loads ? [] : views('error'),
    mistakesHead: loads ? '' : count === 1 ? t('oneMistake') : t('mistakes', { n: count }),
    facts: loads ? t('noMistakes', { requirements: rules.ruleSet.requirements.length }) : '',
    examples: loads
      ? count === 0
        ? t('examplesPassed', { n: examples })
        : t('examplesFailed', { n: examples, failed: count })
      : '',
    failing: loads ? views('error') : [],
    failed: loads && count > 0 ? t('examplesFailedShort', { n: examples, failed: count }) : '',
    warnings: views('warning'),
  };
}

function cutView(cut: Cut, t: ReturnType<typeof wordsFor>) {
  const { first, last } = cut.lines;
  const partial = cut.before !== null || cut.after !== null;
  const rows = partial ? Math.min(Math.max(last - first + 2, 8), 40) : 30;
  return {
    partial,
    rows,
    hasBefore: cut.before !== null,
    before: cut.before ?? '',
    beforeLabel: t('linesBefore', { last: first - 1 }),
    here: cut.here,
    hereLabel: partial ? t('linesHere', { first, last }) : t('fileText'),
    hasAfter: cut.after !== null,
    after: cut.after ?? '',
    afterLabel: t('linesAfter', { first: last + 1, last: cut.count }),
  };
}

/** The requirements of the text by title, in its groups; chosen is the one that is open. */
function choicesOf(sent: Sent, rules: RulesInForce | null, lang: Lang) {
  const titled = (listed: Listed, known: readonly { readonly id: string; readonly title: Titled }[] = []): string =>
    pick(listed.title ?? known.find(({ id }) => id === listed.id)?.title ?? listed.id, lang);
  return requirementsOf(sent.text)
    .filter(group => group.requirements.length > 0)
    .map(group => ({
      label: titled(group, rules?.ruleSet.groups),
      requirements: group.requirements.map(one => ({
        id: one.id,
        label: titled(one, rules?.ruleSet.requirements),
        selected: sent.lines?.first === one.first,
      })),
    }));
}

type Titled = Parameters<typeof pick>[0];

/** Puts the parts of the text together; null for a form that is none of ours. */
function sentOf(fields: Readonly<Record<string, unknown>>): Sent | null {
  const part = (name: string): string | null => {
    const value = fields[name];
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : null;
  };
  const [before, here, after] = [part('before'), part('here'), part('after')];
  if (here === null) return null;
  const first = before === null ? 1 : before.split('\n').length + 1;
  const lines = { first, last: first + here.split('\n').length - 1 };
  return {
    text: [before, here, after].filter(one => one !== null).join('\n'),
    lines: before === null && after === null ? null : lines,
    base: fieldOf(fields, 'base'),
    fields,
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The whole page takes the place of the part that was asked for. */
function retarget(c: PageContext): void {
  if (c.req.header('HX-Request') !== 'true') return;
  c.header('HX-Retarget', '#main');
  c.header('HX-Reselect', '#main');
  c.header('HX-Reswap', 'outerHTML show:window:top');
}

export function tooLarge(c: PageContext, pages: Pages): Response | Promise<Response> {
  const t = wordsFor(c.var.lang);
  return problemPage(c, pages, 413, { title: t('rulesTooLargeTitle'), text: t('rulesTooLargeText'), id: '' });
}
