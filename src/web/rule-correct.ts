/** Rules by correction: a person says that a passage counts, or does not; the page proposes an edit, shows its effect and saves it. */
import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ReadText } from '../assess/examples.ts';
import { readText } from '../assess/pipeline.ts';
import type { Assessment, Finding } from '../assess/types.ts';
import { type Candidate, type Direction, type Proposal, proposeEdit, type Said } from '../compare/correction.ts';
import { dedented, lineDiff } from '../present/line-diff.ts';
import { phraseWords } from '../present/phrase-words.ts';
import { type Zone, zoneNames } from '../report/types.ts';
import { phrasesIn } from '../rules/compile.ts';
import { bilingual } from '../rules/load.ts';
import type { RuleText } from '../store/rule-keeping.ts';
import type { Draft, ReportRecord } from '../store/types.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import type { PageText } from '../words/pages.ts';
import { statusGlyphs, statusWords, zoneWords } from '../words/terms.ts';
import { note } from './actor.ts';
import { asSource, givenOf } from './check.ts';
import { changesBuiltOn, effectOf, effectView } from './effect.ts';
import { errorPage } from './errors.ts';
import type { AppOptions, RulesInForce } from './options.ts';
import { type Env, type PageContext, type Pages, type Site, wordsFor } from './page.ts';
import { nameOf } from './rows.ts';
import { ruleFile, ruleSetFrame } from './rule-page.ts';
import { fieldOf } from './rule-try.ts';

const passageMost = 600;
const bodyMost = 64 * 1024;
/** Stored reports on which each candidate is tried, the newest; the effect of the one shown is told for all. */
const mostCompared = 60;

interface Asked {
  readonly at: string;
  readonly report: string;
  readonly draft: string;
  readonly direction: Direction;
  readonly passage: string;
  /** '' for the part where the report has it. */
  readonly zone: Zone | '';
  readonly pick: string;
}

/** The report that the passage comes from. */
interface Origin {
  readonly record: ReportRecord;
  readonly draft: Draft;
  readonly finding: Finding | null;
}

export function ruleCorrectRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();
  const site: Site = { options, pages };

  routes.get('/:id/correct', c => showCorrection(site, c));
  routes.post(
    '/:id/correct',
    bodyLimit({ maxSize: bodyMost, onError: c => errorPage(c as PageContext, pages, 413) }),
    c => takeCorrection(site, c),
  );

  return routes;
}

async function showCorrection(site: Site, c: Context<Env, '/:id/correct'>) {
  const { pages } = site;
  const opened = await open(site, c, c.req.query());
  if (opened === null) return errorPage(c, pages, 404);
  const quotes = quotesOf(opened.origin, opened.asked.direction);
  const quote = quotes[Number(c.req.query('quote') ?? 0)];
  const passage = quote === undefined ? '' : sentencesAround(opened.origin?.draft.source.text ?? '', quote);
  const saved = c.req.query('done') === 'saved';
  const notice = saved ? wordsFor(c.var.lang)('correctSaved') : '';
  return correctPage(site, c, { ...opened, asked: { ...opened.asked, passage: saved ? '' : passage } }, notice, null);
}

async function takeCorrection(site: Site, c: Context<Env, '/:id/correct'>) {
  const { options, pages } = site;
  const fields = await c.req.parseBody();
  const text = (name: string): string => fieldOf(fields, name);
  const opened = await open(site, c, Object.fromEntries(Object.keys(fields).map(name => [name, text(name)])));
  if (opened === null) return errorPage(c, pages, 404);
  const t = wordsFor(c.var.lang);
  const problem = (key: PageText) => correctPage(site, c, opened, '', { ...nothing, problem: t(key) }, 422);
  if (opened.asked.passage.trim() === '') return problem('correctEmpty');
  if (opened.rules.fenced.includes(opened.asked.at)) return problem('correctSuspended');
  const asOnDisk = await options.editing?.check(opened.file.name, opened.file.text);
  if (asOnDisk?.rules?.ruleSet.sha256 !== opened.rules.ruleSet.sha256) return problem('correctBroken');
  const proposal = await propose(site, opened);
  const chosen = proposal.candidates.find(one => keyOf(one) === opened.asked.pick) ?? proposal.candidates[0];
  if (text('do') !== 'save' || chosen === undefined)
    return correctPage(site, c, opened, '', await proposalView(site, opened, proposal, chosen, c.var.lang));
  const asShown = text('shown') === keyOf(chosen) && text('checked') === hashOf(chosen.text);
  const saved = asShown ? await options.editing?.save(opened.rules.ruleSet.id, chosen.text, text('base')) : undefined;
  if (saved?.state !== 'saved') {
    // Another choice than the one shown is shown first; a file or report that changed meanwhile is told.
    const view = await proposalView(site, opened, proposal, chosen, c.var.lang);
    const stale = text('pick') === text('shown');
    return correctPage(site, c, opened, '', { ...view, problem: stale ? t('correctStale') : '' }, stale ? 422 : 200);
  }
  note(c, 'rules-saved', opened.rules.ruleSet.id, hashOf(chosen.text).slice(0, 12));
  const { at, report, draft, direction } = opened.asked;
  const href = `/rules/${opened.rules.ruleSet.id}/correct?${new URLSearchParams({ at, report, draft, direction, done: 'saved' })}`;
  if (c.req.header('HX-Request') !== 'true') return c.redirect(href, 303);
  c.header('HX-Redirect', href);
  return c.body(null, 204);
}

interface Opened {
  readonly rules: RulesInForce;
  readonly file: RuleText;
  readonly asked: Asked;
  readonly origin: Origin | null;
}

async function open(site: Site, c: PageContext, given: Readonly<Record<string, string>>): Promise<Opened | null> {
  const { options } = site;
  const id = c.req.param('id') ?? '';
  const rules = options.rules.get(id);
  const file = await ruleFile(options, id);
  if (rules === null || file === null) return null;
  const asked: Asked = {
    at: given.at ?? '',
    report: given.report ?? '',
    draft: given.draft ?? '',
    direction: given.direction === 'not' ? 'not' : 'counts',
    passage: (given.passage ?? '').replace(/\r\n?/g, '\n').slice(0, passageMost),
    zone: zoneNames.find(name => name === given.zone) ?? '',
    pick: given.pick ?? '',
  };
  if (!rules.ruleSet.requirements.some(rule => rule.id === asked.at)) return null;
  return { rules, file, asked, origin: await originOf(site, asked, id) };
}

async function originOf(site: Site, { at, report, draft }: Asked, id: string): Promise<Origin | null> {
  const { options } = site;
  if (report === '') return null;
  const record = await options.store.get(report);
  const kept = record?.drafts.find(each => each.n === Number(draft)) ?? record?.drafts.at(-1);
  if (record === null || kept === undefined || record.ruleSetId !== id) return null;
  const { findings } = kept.assessment as Assessment;
  return { record, draft: kept, finding: findings.find(one => one.requirement === at) ?? null };
}

async function propose(site: Site, { rules: { ruleSet }, file, asked, origin }: Opened): Promise<Proposal> {
  const { options } = site;
  const reports: { key: string; read: ReadText; own: boolean }[] = [];
  const rows = (await options.store.list()).filter(row => row.ruleSetId === ruleSet.id);
  for (const row of rows.slice(-mostCompared)) {
    const draft = (await options.store.get(row.id))?.drafts.at(-1);
    if (draft === undefined) continue;
    const read = readText(asSource(draft.source), ruleSet, givenOf(draft));
    reports.push({ key: nameOf(row, draft.source.name, 'zh'), read, own: row.id === origin?.record.id });
    // Other requests are answered between two reports.
    await new Promise(done => setImmediate(done));
  }
  const passage = saidBy(options, ruleSet, asked, origin);
  return proposeEdit({
    fileText: file.text,
    ruleSet,
    requirement: asked.at,
    passage,
    direction: asked.direction,
    reports,
  });
}

async function proposalView(
  site: Site,
  { rules, file, asked }: Opened,
  proposal: Proposal,
  chosen: Candidate | undefined,
  lang: Lang,
): Promise<ProposalView> {
  const { options } = site;
  const t = wordsFor(lang);
  const before = pick(statusWords[proposal.before], lang);
  if (chosen === undefined) {
    const { kind, word } = proposal.obstacle ?? { kind: 'none' };
    return { ...nothing, before, obstacle: t(`obstacle_${kind}`, { word: word ?? '' }) };
  }
  const check = await options.editing?.check(file.name, chosen.text);
  const after = check?.rules ?? null;
  // What the loader refuses was not proved after all.
  if (after === null || after.fenced.includes(asked.at)) return { ...nothing, before, obstacle: t('obstacle_none') };
  const { changes } = await changesBuiltOn(options, file.name, chosen.text);
  const effect = await effectOf(options, [{ before: rules, after }, ...changes]);
  const status = pick(statusWords[chosen.after], lang);
  return {
    ...nothing,
    before,
    after: status,
    choices: proposal.candidates.map(one => choiceView(one, one === chosen, lang)),
    several: proposal.candidates.length > 1,
    exampleHead: t('correctExample', { status }),
    example: typeof chosen.example === 'string' ? chosen.example : chosen.example.text,
    neutral: t(
      ({ all: 'correctNeutralAll', names: 'correctNeutralNames', none: 'correctNeutralNone' } as const)[chosen.neutral],
    ),
    diff: dedented(lineDiff(file.text, chosen.text)),
    effect: { ...effectView(effect, lang), empty: effect.impact.reports === 0 },
    base: file.sha256,
    sha256: hashOf(chosen.text),
    shown: keyOf(chosen),
  };
}

function correctPage(
  site: Site,
  c: PageContext,
  { rules, asked, origin }: Opened,
  notice: string,
  proposal: ProposalView | null,
  status: 200 | 422 = 200,
) {
  const { options, pages } = site;
  const { lang } = c.var;
  const t = wordsFor(lang);
  const { ruleSet } = rules;
  const rule = ruleSet.requirements.find(one => one.id === asked.at);
  const title = rule === undefined ? asked.at : pick(bilingual(rule.title), lang);
  const heading = t('correctTitle', { title });
  const option = (value: string, label: string) => ({ value, label, selected: value === asked.zone });
  const finding = origin?.finding ?? null;
  const { at, report, draft } = asked;
  return pages.page(
    c,
    'rule-correct',
    { title: heading, section: origin === null ? 'rules' : 'register', kind: 'wide', status },
    {
      frame: ruleSetFrame(options, ruleSet.id, rules, 'correct', c),
      heading,
      notice,
      back: origin === null ? '' : `/reports/${origin.record.id}?draft=${origin.draft.n}#f-${at}`,
      at,
      report,
      draft,
      finding:
        origin === null || finding === null
          ? null
          : {
              of: t('correctOf', { name: nameOf(origin.record, origin.draft.source.name, lang) }),
              status: finding.status,
              statusWord: pick(statusWords[finding.status], lang),
              glyph: statusGlyphs[finding.status],
              reason: lang === 'zh' ? finding.reason : '',
            },
      directions: (['counts', 'not'] as const).map(value => ({
        value,
        label: t(value === 'counts' ? 'correctCounts' : 'correctNot'),
        selected: value === asked.direction,
      })),
      passage: asked.passage,
      quotes: quotesOf(origin, asked.direction).map(({ quote, why }, index) => ({
        text: quote.length > 80 ? `${quote.slice(0, 80)}…` : quote,
        why: lang === 'zh' ? why : '',
        href: `/rules/${ruleSet.id}/correct?${new URLSearchParams({ at, report, draft, direction: asked.direction, quote: String(index) })}`,
        current: asked.passage.includes(quote),
      })),
      zones: [
        ...(origin === null ? [] : [option('', t('correctZoneAuto'))]),
        ...zoneNames.map(zone => ({
          ...option(zone, pick(zoneWords[zone], lang)),
          selected: zone === (asked.zone === '' && origin === null ? 'work' : asked.zone),
        })),
      ],
      proposal,
    },
  );
}

interface ProposalView {
  readonly problem: string;
  readonly before: string;
  readonly after: string;
  readonly obstacle: string;
  readonly choices: readonly ReturnType<typeof choiceView>[];
  readonly several: boolean;
  readonly exampleHead: string;
  readonly example: string;
  readonly neutral: string;
  readonly diff: ReturnType<typeof lineDiff>;
  readonly effect: object | null;
  readonly base: string;
  readonly sha256: string;
  readonly shown: string;
}

const nothing: ProposalView = {
  problem: '',
  before: '',
  after: '',
  obstacle: '',
  choices: [],
  several: false,
  exampleHead: '',
  example: '',
  neutral: '',
  diff: null,
  effect: null,
  base: '',
  sha256: '',
  shown: '',
};

function choiceView(candidate: Candidate, selected: boolean, lang: Lang) {
  const t = wordsFor(lang);
  const { changes, sentences, reach } = candidate;
  const names = changes.map(({ key }) => key).slice(0, 4);
  return {
    value: keyOf(candidate),
    selected,
    additions: candidate.additions.map(({ list, member }) => ({
      words: t('correctAdd', { what: listWords(list, t) }),
      member:
        typeof member === 'string'
          ? phraseWords(member, lang)
          : phrasesIn(member)
              .map(phrase => phraseWords(phrase, lang))
              .join(' '),
    })),
    notes: [
      ...(candidate.literal ? [t('correctLiteral')] : []),
      ...(changes.length > 0
        ? [t('correctChanges', { n: changes.length, names: names.join(lang === 'zh' ? '、' : ', ') })]
        : [reach === 0 ? t('correctNoReach') : t('correctReach', { n: reach })]),
      ...(sentences.length > 0 ? [t('correctSentences', { n: sentences.length, text: sentences[0] ?? '' })] : []),
    ],
  };
}

const namedLists = ['of', 'any', 'by', 'and', 'not', 'zero', 'unit', 'or'] as const;

/** `['or', 2, 'any']` as people say it: the wordings of other way 3. */
function listWords(list: readonly (string | number)[], t: ReturnType<typeof wordsFor>): string {
  const name = namedLists.find(one => one === list.at(-1));
  const what = name === undefined ? list.join('.') : t(`list_${name}`);
  const [, way] = list;
  return typeof way === 'number' ? t('list_inWay', { n: way + 1, what }) : what;
}

/** By what a choice is known between one request and the next. */
const keyOf = ({ additions }: Candidate): string => hashOf(JSON.stringify(additions)).slice(0, 16);

interface ReportQuote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

/** What the finding rests on, or the closest passage first where one should count. */
function quotesOf(origin: Origin | null, direction: Direction): readonly ReportQuote[] {
  if (origin === null || origin.finding === null) return [];
  const { evidence, nearest } = origin.finding;
  const shown = evidence.map(({ quote, start, end }) => ({ quote, start, end, why: '' }));
  if (nearest === null) return shown;
  return direction === 'counts' ? [nearest, ...shown] : [...shown, nearest];
}

/** The sentences of a text that a quote touches; at most what a passage may hold. */
function sentencesAround(text: string, { start, end }: ReportQuote): string {
  const from = Math.max(...['。', '！', '？', '；', '\n'].map(mark => text.lastIndexOf(mark, start - 1) + 1));
  const to = /[。！？；\n]/.exec(text.slice(end - 1));
  const last = to === null ? text.length : end - 1 + to.index + 1;
  return text
    .slice(Math.max(from, end - passageMost), last)
    .trim()
    .slice(0, passageMost);
}

/** The passage with what its report tells of it; without one as a county's of last year. */
function saidBy(options: AppOptions, ruleSet: RulesInForce['ruleSet'], asked: Asked, origin: Origin | null): Said {
  const text = asked.passage.trim();
  const lastYear = options.clock().getFullYear() - 1;
  if (origin === null) return { text, zone: asked.zone || 'work', year: lastYear, level: 'county', names: [] };
  const { report } = readText(asSource(origin.draft.source), ruleSet, givenOf(origin.draft));
  const { meta } = report;
  return {
    text,
    zone: asked.zone || (zoneOfPassage(report, text) ?? 'work'),
    year: meta.reportYear?.value ?? lastYear,
    level: meta.subjectLevel ?? 'county',
    names: [meta.subject?.value, meta.issuer?.value].filter(name => name !== undefined),
  };
}

/** The part of the report in which the passage stands; null where it does not stand in it word for word. */
function zoneOfPassage({ text, copy, zoneOf }: ReadText['report'], passage: string): Zone | null {
  const start = text.indexOf(passage);
  if (start < 0) return null;
  const at = copy.at.findIndex(offset => offset >= start);
  return zoneNames[zoneOf[at] ?? 0] ?? null;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
