/** A season at a glance (全县汇总): units by requirements, on time or not, and what many of them lack. */
import { lacks, standCounts, toldStatus } from '../assess/stand.ts';
import type { Assessment, Status } from '../assess/types.ts';
import type { Level } from '../report/types.ts';
import { bilingual, type RuleSet } from '../rules/load.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { formatDate } from '../words/dates.ts';
import { type PageText, pageTexts } from '../words/pages.ts';
import { levelWords, statusGlyphs, statusWords, tierWords } from '../words/terms.ts';
import { percent } from './sheet-files.ts';
import { stampView } from './view.ts';
import type { StampView } from './view-types.ts';

/** One unit with its last draft, under the decisions that hold. */
export interface OverviewUnit {
  readonly id: string;
  readonly name: string;
  readonly level: Level | null;
  readonly draft: number;
  /** ISO date on which its first draft came in; null where nobody knows. */
  readonly received: string | null;
  /** ISO date on which it was due; null where nobody said. */
  readonly due: string | null;
  readonly assessment: Assessment;
  /** Requirements whose decision lapsed: a person has to look again. */
  readonly lapsed: ReadonlySet<string>;
}

/** A unit of the roster from which no report came in. */
export interface AwaitedUnit {
  readonly name: string;
  readonly level: Level | null;
  readonly href: string;
  /** ISO date; null where nobody said. */
  readonly due: string | null;
  readonly late: boolean;
}

export interface OverviewInput {
  readonly units: readonly OverviewUnit[];
  readonly year: number | null;
  /** False where no season is set up for the year: nobody is late with what is not collected. */
  readonly isCollected: boolean;
  readonly ruleSet: RuleSet | undefined;
  /** ISO date until which reports are due, but for units that have a day of their own; '' where none is set. */
  readonly due: string;
  /** Units of the roster that sent nothing. */
  readonly awaited: readonly AwaitedUnit[];
  /** ISO date. */
  readonly today: string;
  readonly rank: boolean;
  readonly lang: Lang;
}

interface StateView {
  readonly status: Status;
  readonly glyph: string;
  readonly word: string;
  readonly href: string;
}

export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  readonly rank: string;
  readonly draft: string;
  readonly received: string;
  /** ISO date; null where nobody knows. */
  readonly receivedOn: string | null;
  readonly timely: string;
  readonly isLate: boolean;
  readonly outcomeId: string;
  readonly outcome: string;
  readonly mandatory: string;
  readonly expected: string;
  readonly score: string;
  readonly gaps: number;
  readonly toReview: number;
  /** In the order of `requirements`. */
  readonly states: readonly StateView[];
  readonly stamp: StampView;
}

export interface AwaitedView {
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  readonly due: string;
  readonly timely: string;
  readonly isLate: boolean;
}

export interface SharedGap {
  readonly id: string;
  readonly title: string;
  readonly tierWord: string;
  readonly missing: number;
  readonly partial: number;
  readonly count: number;
  readonly toReview: number;
  /** Units to which it applies and on which it is decided. */
  readonly applies: number;
  readonly share: string;
  /** 0 to 1. */
  readonly shareOf: number;
  readonly units: readonly GapUnit[];
  /** The first of the units, and the others where they are many. */
  readonly first: readonly GapUnit[];
  readonly rest: readonly GapUnit[];
}

interface GapUnit {
  readonly name: string;
  readonly href: string;
  readonly word: string;
}

export interface OverviewView {
  readonly facts: string;
  readonly timely: string;
  readonly requirements: readonly { readonly id: string; readonly title: string; readonly tierWord: string }[];
  readonly units: readonly UnitView[];
  readonly awaited: readonly AwaitedView[];
  readonly shared: readonly SharedGap[];
  /** The paragraph on shared gaps in pieces; a piece with a link is a count. '' for none. */
  readonly paragraph: readonly { readonly text: string; readonly href: string }[];
}

type Words = (key: PageText, values?: Readonly<Record<string, string | number>>) => string;
const levels = Object.keys(levelWords);
const names = new Intl.Collator('zh-CN', { numeric: true });

/** Kinds of body in their order, then names; no unit stands before another for its score unless ranks are asked for. */
export function orderedUnits<T extends { readonly name: string; readonly level: Level | null }>(
  units: readonly T[],
): readonly T[] {
  const at = ({ level }: T): number => (level === null ? levels.length : levels.indexOf(level));
  return [...units].sort((a, b) => at(a) - at(b) || names.compare(a.name, b.name));
}

export function overviewView(input: OverviewInput): OverviewView {
  const { lang, ruleSet, due } = input;
  const t: Words = (key, values = {}) => say(pageTexts[key], lang, values);
  const requirements = requirementsOf(input);
  const ranks = input.rank ? ranksOf(input.units) : new Map<string, number>();
  const units = orderedUnits(input.units).map(unit =>
    unitView(
      unit,
      input,
      requirements.map(one => one.id),
      ranks,
      t,
    ),
  );
  if (input.rank)
    units.sort((a, b) => kindAt(input, a.id) - kindAt(input, b.id) || Number(a.rank || 999) - Number(b.rank || 999));
  const outcomes = new Map<string, { title: string; n: number }>();
  for (const { outcomeId, outcome } of units) {
    const counted = outcomes.get(outcomeId);
    outcomes.set(outcomeId, { title: outcome, n: (counted?.n ?? 0) + 1 });
  }
  const order = ruleSet?.outcomes.map(({ id }) => id) ?? [];
  const told = [...outcomes].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const late = units.filter(unit => unit.isLate).length;
  const known = units.filter(unit => unit.timely !== '—').length;
  const shared = sharedGaps(input, requirements, lang);
  const facts = t(input.awaited.length === 0 ? 'overviewFacts' : 'overviewFactsAwaited', {
    n: units.length,
    awaited: input.awaited.length,
    outcomes: told
      .map(([, { title, n }]) => t('overviewOutcome', { title, n }))
      .join(pick(pageTexts.listSeparator, lang)),
  });
  const uncollected =
    input.awaited.length === 0 || input.isCollected ? [] : [t('noSeason', { year: input.year ?? '' })];
  return {
    facts: [facts, ...uncollected].join(lang === 'en' ? ' ' : ''),
    timely:
      due === '' && known === 0
        ? t('overviewNoDue')
        : t(due === '' ? 'overviewTimelyOwn' : 'overviewTimely', {
            due: formatDate(due, lang),
            on: known - late,
            late,
          }),
    requirements,
    units,
    awaited: orderedUnits(input.awaited).map(unit => awaitedView(unit, input.today, lang, t)),
    shared,
    paragraph: paragraphOf(input, shared, t),
  };
}

function awaitedView({ name, href, level, due, late }: AwaitedUnit, today: string, lang: Lang, t: Words): AwaitedView {
  const days = due === null || !late ? 0 : daysBetween(due, today);
  return {
    name,
    href,
    kind: level === null ? '—' : pick(levelWords[level], lang),
    due: due === null ? '—' : formatDate(due, lang),
    timely: days > 0 ? t('awaitedLate', { n: days }) : t('awaited'),
    isLate: days > 0,
  };
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function kindAt({ units }: OverviewInput, id: string): number {
  const level = units.find(unit => unit.id === id)?.level ?? null;
  return level === null ? levels.length : levels.indexOf(level);
}

/** Those of the rule set, else those of the results; suspended ones have no finding and are left out. */
function requirementsOf({ units, ruleSet, lang }: OverviewInput): OverviewView['requirements'] {
  const found = new Map(
    units.flatMap(unit => unit.assessment.findings.map(finding => [finding.requirement, finding] as const)),
  );
  const rules = new Map((ruleSet?.requirements ?? []).map(rule => [rule.id, rule]));
  const ids = [...new Set([...rules.keys(), ...found.keys()])].filter(id => found.has(id));
  return ids.flatMap(id => {
    const finding = found.get(id);
    const rule = rules.get(id);
    if (finding === undefined) return [];
    return [
      {
        id,
        title: rule === undefined ? finding.title : pick(bilingual(rule.title), lang),
        tierWord: pick(tierWords[finding.tier], lang),
      },
    ];
  });
}

/** Places by score among units of one kind; equal scores share a place. */
function ranksOf(units: readonly OverviewUnit[]): ReadonlyMap<string, number> {
  return new Map(
    units.flatMap(({ id, level, assessment }) => {
      const score = assessment.score.value;
      if (score === null) return [];
      const better = units.filter(
        other => other.level === level && (other.assessment.score.value ?? -1) > score,
      ).length;
      return [[id, better + 1] as const];
    }),
  );
}

function unitView(
  unit: OverviewUnit,
  { lang, ruleSet }: OverviewInput,
  ids: readonly string[],
  ranks: ReadonlyMap<string, number>,
  t: Words,
): UnitView {
  const { assessment, received, due } = unit;
  const byId = new Map(assessment.findings.map(finding => [finding.requirement, finding]));
  const days = due === null || received === null ? null : daysBetween(due, received);
  const outcome = assessment.outcome;
  const title = ruleSet?.outcomes.find(({ id }) => id === outcome?.id)?.title;
  const states = ids.map((id): StateView => {
    const finding = byId.get(id);
    const status = finding === undefined ? 'not-applicable' : toldStatus(finding, unit.lapsed);
    return { status, glyph: statusGlyphs[status], word: pick(statusWords[status], lang), href: hrefOf(unit, id) };
  });
  const { gaps, toReview } = standCounts(assessment.findings, unit.lapsed);
  return {
    id: unit.id,
    name: unit.name,
    href: `/reports/${unit.id}`,
    kind: unit.level === null ? '—' : pick(levelWords[unit.level], lang),
    rank: String(ranks.get(unit.id) ?? ''),
    draft: t('draftN', { n: unit.draft }),
    received: received === null ? '—' : formatDate(received, lang),
    receivedOn: received,
    timely: days === null ? '—' : days > 0 ? t('late', { n: days }) : t('onTime'),
    isLate: days !== null && days > 0,
    outcomeId: outcome?.id ?? '',
    outcome: title === undefined ? (outcome?.title ?? '—') : pick(bilingual(title), lang),
    mandatory: `${assessment.mandatory.met}/${assessment.mandatory.of}`,
    expected: `${assessment.expected.met}/${assessment.expected.of}`,
    score: assessment.score.value === null ? '—' : assessment.score.value.toFixed(1),
    gaps,
    toReview,
    states,
    stamp: stampView(assessment, null, lang),
  };
}

/** Units named at once beside a gap; sheets of paper name more in the table of units by requirements. */
const mostListed = 5;

const hrefOf = ({ id }: OverviewUnit, requirement: string): string => `/reports/${id}#f-${requirement}`;

/** Gaps that two units or more have in common, the most frequent first; optional content is no shared problem. */
function sharedGaps(
  { units }: OverviewInput,
  requirements: OverviewView['requirements'],
  lang: Lang,
): readonly SharedGap[] {
  const ordered = orderedUnits(units);
  return requirements
    .map(({ id, title, tierWord }) => {
      const here = ordered.flatMap(unit => {
        const finding = unit.assessment.findings.find(one => one.requirement === id);
        return finding === undefined ? [] : [{ unit, tier: finding.tier, status: toldStatus(finding, unit.lapsed) }];
      });
      const n = (wanted: Status): number => here.filter(({ status }) => status === wanted).length;
      const lacking = here.filter(({ status, tier }) => tier !== 'optional' && lacks(status));
      const applies = n('met') + n('missing') + n('partial');
      const named = lacking.map(({ unit, status }) => ({
        name: unit.name,
        href: hrefOf(unit, id),
        word: pick(statusWords[status], lang),
      }));
      const shown = named.length > mostListed + 1 ? mostListed : named.length;
      return {
        id,
        title,
        tierWord,
        missing: n('missing'),
        partial: n('partial'),
        count: lacking.length,
        toReview: n('review'),
        applies,
        share: percent(applies === 0 ? 0 : lacking.length / applies),
        shareOf: applies === 0 ? 0 : lacking.length / applies,
        units: named,
        first: named.slice(0, shown),
        rest: named.slice(shown),
      };
    })
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.count - a.count);
}

const mostNamed = 8;

function paragraphOf(
  { units, year, ruleSet, lang }: OverviewInput,
  shared: readonly SharedGap[],
  t: Words,
): OverviewView['paragraph'] {
  if (shared.length === 0) return [{ text: t('sharedNone'), href: '' }];
  const report = pick(ruleSet?.genre.name ?? pageTexts.annualReport, lang);
  const named = shared.slice(0, mostNamed);
  const pieces: { text: string; href: string }[] = [
    {
      text: t(named.length < shared.length ? 'sharedIntroMost' : 'sharedIntro', {
        year: year ?? '',
        report,
        n: units.length,
        all: shared.length,
        named: named.length,
      }),
      href: '',
    },
  ];
  for (const [i, gap] of named.entries()) {
    const lacks =
      gap.partial === 0 ? 'sharedLacksMissing' : gap.missing === 0 ? 'sharedLacksPartial' : 'sharedLacksBoth';
    const words = t('sharedItem', {
      units: '\u0000',
      share: gap.share,
      lacks: t(lacks),
      title: gap.title,
    });
    const [before = '', after = ''] = words.split('\u0000');
    const lead =
      lang === 'zh' ? `${i === 0 ? '' : '；'}${'一二三四五六七八'[i]}是` : `${i === 0 ? ' ' : '; '}(${i + 1}) `;
    pieces.push(
      { text: `${lead}${before}`, href: '' },
      { text: String(gap.count), href: `#gap-${gap.id}` },
      { text: after, href: '' },
    );
  }
  pieces.push({ text: t('sharedEnd'), href: '' });
  return pieces;
}
