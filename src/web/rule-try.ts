/** Trying a rule set on a pasted passage or a stored report: what each requirement makes of it, and why. Nothing is stored. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { assessPassage } from '../assess/passage.ts';
import type { Finding } from '../assess/types.ts';
import { type Level, type Zone, zoneNames } from '../report/types.ts';
import { bilingual, type RuleSet } from '../rules/load.ts';
import { type Lang, pick } from '../words/bilingual.ts';
import { formatNumber } from '../words/dates.ts';
import type { PageText } from '../words/pages.ts';
import { levelWords, statusGlyphs, statusWords, zoneWords } from '../words/terms.ts';
import { asSource, givenOf } from './check.ts';
import { errorPage } from './errors.ts';
import type { AppOptions, RulesInForce } from './options.ts';
import { type Env, type PageContext, type Pages, wordsFor } from './page.ts';
import { nameOf } from './rows.ts';
import { ruleSetFrame } from './rule-page.ts';

const passageMost = 20_000;
const bodyMost = 256 * 1024;

export interface Trying {
  readonly passage: string;
  readonly zone: Zone;
  readonly level: Level;
  /** Id of a stored report; '' for the passage. */
  readonly report: string;
  /** '' for all. */
  readonly requirement: string;
}

export function ruleTryRoutes(options: AppOptions, pages: Pages): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/:id/try', c => answer(c, { ...readTrying({}), requirement: c.req.query('at') ?? '' }, false));
  routes.post(
    '/:id/try',
    bodyLimit({ maxSize: bodyMost, onError: c => errorPage(c as PageContext, pages, 413) }),
    async c => answer(c, readTrying(await c.req.parseBody()), true),
  );

  async function answer(c: PageContext, asked: Trying, run: boolean) {
    const id = c.req.param('id') ?? '';
    const rules = options.rules.get(id);
    if (rules === null) return errorPage(c, pages, 404);
    const { lang } = c.var;
    const frame = ruleSetFrame(options, id, rules, 'try', c);
    const heading = wordsFor(lang)('tryTitle', { title: frame.title });
    const trying = await tryingView(options, id, rules.ruleSet, asked, lang);
    const tried = run ? await tryOut(options, id, rules, asked, 'tryByFile', lang) : null;
    return pages.page(c, 'rule-try', { title: heading, section: 'rules' }, { frame, heading, trying, tried });
  }

  return routes;
}

export function fieldOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

export function readTrying(fields: Readonly<Record<string, unknown>>): Trying {
  const zone = fieldOf(fields, 'zone');
  const level = fieldOf(fields, 'level');
  return {
    passage: fieldOf(fields, 'passage').replace(/\r\n?/g, '\n').slice(0, passageMost),
    zone: zoneNames.find(name => name === zone) ?? 'work',
    level: Object.hasOwn(levelWords, level) ? (level as Level) : 'county',
    report: fieldOf(fields, 'report'),
    requirement: fieldOf(fields, 'requirement'),
  };
}

/** The fields of the form, with what was chosen last. */
export async function tryingView(options: AppOptions, id: string, ruleSet: RuleSet | null, asked: Trying, lang: Lang) {
  const option = (value: string, label: string, chosen: string) => ({ value, label, selected: value === chosen });
  const rows = (await options.store.list()).filter(row => row.ruleSetId === id);
  return {
    open: false,
    passage: asked.passage,
    zones: zoneNames.map(zone => option(zone, pick(zoneWords[zone], lang), asked.zone)),
    levels: Object.entries(levelWords).map(([level, words]) => option(level, pick(words, lang), asked.level)),
    reports: rows.map(row => {
      const name = nameOf(row, row.drafts.at(-1)?.fileName ?? '', lang);
      return option(row.id, row.year === null ? name : `${name} ${row.year}`, asked.report);
    }),
    requirements: (ruleSet?.requirements ?? []).map(rule =>
      option(rule.id, pick(bilingual(rule.title), lang), asked.requirement),
    ),
  };
}

/** Judges the passage or the newest draft of the report by `rules`. */
export async function tryOut(
  options: AppOptions,
  id: string,
  rules: RulesInForce,
  asked: Trying,
  by: Extract<PageText, 'tryByFile' | 'tryByEditor'>,
  lang: Lang,
) {
  const t = wordsFor(lang);
  const told = (name: string, problem: string) => ({
    of: name === '' ? t(by) : t('tryOf', { name, by: t(by) }),
    problem,
    findings: [] as ReturnType<typeof findingLine>[],
    silent: '',
  });
  const only = (findings: readonly Finding[]): readonly Finding[] =>
    asked.requirement === '' ? findings : findings.filter(one => one.requirement === asked.requirement);
  const suspended = rules.fenced.includes(asked.requirement);

  if (asked.report !== '') {
    const record = await options.store.get(asked.report);
    const draft = record?.drafts.at(-1);
    if (record === null || draft === undefined || record.ruleSetId !== id) return told('', t('tryNothing'));
    const name = nameOf(record, draft.source.name, lang);
    if (suspended) return told(name, t('trySuspended'));
    const { findings, report } = options.check(asSource(draft.source), rules, givenOf(draft), lang);
    if (!report.recognised) return told(name, t('tryNotRecognised'));
    return { ...told(name, ''), findings: only(findings).map(one => findingLine(one, lang)) };
  }

  if (asked.passage.trim() === '') return told('', t('tryNothing'));
  const name = t('tryThePassage');
  if (suspended) return told(name, t('trySuspended'));
  const year = options.clock().getFullYear() - 1;
  const { passage: text, zone, level } = asked;
  const findings = only(assessPassage(rules.ruleSet, { text, zone, level, year }, lang)).filter(
    one => !rules.fenced.includes(one.requirement),
  );
  if (asked.requirement !== '')
    return findings.length === 0
      ? told(name, t('tryWhole'))
      : { ...told(name, ''), findings: findings.map(one => findingLine(one, lang)) };
  // Of a passage what it does not speak of is no gap.
  const spoken = findings.filter(one => one.evidence.length > 0 || one.nearest !== null);
  const silent = rules.ruleSet.requirements.length - spoken.length;
  return {
    ...told(name, ''),
    findings: spoken.map(one => findingLine(one, lang)),
    silent: silent === 0 ? '' : t('trySilent', { n: silent }),
  };
}

function findingLine(finding: Finding, lang: Lang) {
  return {
    id: finding.requirement,
    title: finding.title,
    status: finding.status,
    statusWord: pick(statusWords[finding.status], lang),
    glyph: statusGlyphs[finding.status],
    value: finding.value === null ? '' : `${formatNumber(finding.value)}${finding.unit ?? ''}`,
    reason: finding.reason,
    evidence: finding.evidence.map(({ quote }) => quote),
    nearest: finding.nearest === null ? null : { quote: finding.nearest.quote, why: finding.nearest.why },
    attention: finding.attention,
  };
}
