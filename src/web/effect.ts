/** The effect of a change of the rules on the stored reports, before it is saved. */
import type { Assessment, Status } from '../assess/types.ts';
import { type Impact, impactOf, type Judged, type Pair } from '../compare/impact.ts';
import type { SourceText } from '../read/types.ts';
import type { RuleError } from '../rules/errors.ts';
import { createPause } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import type { ReportRow } from '../store/types.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { statusWords } from '../words/terms.ts';
import { asSource, givenOf, keptLanguage } from './check.ts';
import type { AppOptions, Corrections, RulesInForce } from './options.ts';
import { nameOf } from './rows.ts';

export interface EffectView {
  readonly summary: string;
  readonly mean: string;
  readonly seconds: string;
  readonly appearing: readonly GapView[];
  readonly going: readonly GapView[];
  readonly unasked: readonly GapView[];
  /** The list is long and shown folded. */
  readonly folded: boolean;
  readonly reports: readonly {
    readonly href: string;
    readonly name: string;
    readonly score: string;
    readonly outcome: string;
    readonly changes: readonly string[];
    readonly more: string;
  }[];
}

interface GapView {
  readonly title: string;
  readonly count: number;
  readonly reports: readonly { readonly href: string; readonly name: string }[];
  readonly more: string;
}

/** Most names and changes shown in one cell. */
const mostNamed = 8;
const mostUnfolded = 12;

/** The newest draft of a stored report, as far as the effect of a change asks for it. */
interface Newest {
  readonly updatedAt: string;
  readonly source: SourceText;
  readonly corrections: Corrections;
  /** The kept result, and what it was made with. */
  readonly ruleSetSha256: string;
  readonly toolVersion: string;
  readonly judged: Judged;
}

/** Read once and again when the record changes: a check follows every edit. */
const newestOf = new WeakMap<Store, Map<string, Newest>>();

async function newestDraft(store: Store, { id, updatedAt }: ReportRow): Promise<Newest | null> {
  const all = newestOf.get(store) ?? new Map<string, Newest>();
  newestOf.set(store, all);
  const known = all.get(id);
  if (known?.updatedAt === updatedAt) return known;
  const draft = (await store.get(id))?.drafts.at(-1);
  if (draft === undefined) {
    all.delete(id);
    return null;
  }
  const { ruleSet, tool, score, outcome, findings } = draft.assessment as Assessment;
  const newest: Newest = {
    updatedAt,
    source: asSource(draft.source),
    corrections: givenOf(draft),
    ruleSetSha256: ruleSet.sha256,
    toolVersion: tool.version,
    judged: {
      score,
      outcome,
      findings: findings.map(({ requirement, title, status, certainty }) => ({
        requirement,
        title,
        status,
        certainty,
      })),
    },
  };
  all.set(id, newest);
  return newest;
}

/** A rule set in force, and what it is after a change. */
export interface RuleChange {
  readonly before: RulesInForce;
  readonly after: RulesInForce;
}

/** Judges the newest draft of every stored report of these rule sets by both; `seconds` is how long that took. Ends when who asked is gone: a text typed on asks anew. */
export async function effectOf(
  options: AppOptions,
  changes: readonly RuleChange[],
  gone?: AbortSignal,
): Promise<{ readonly impact: Impact; readonly names: ReadonlyMap<string, string>; readonly seconds: number }> {
  const began = performance.now();
  const names = new Map<string, string>();
  const pairs: Pair[] = [];
  const pause = createPause();
  for (const row of await options.store.list()) {
    const change = changes.find(({ before }) => before.ruleSet.id === row.ruleSetId);
    if (change === undefined) continue;
    const { before, after } = change;
    const newest = await newestDraft(options.store, row);
    if (newest === null) continue;
    const { source, corrections, ruleSetSha256, toolVersion, judged } = newest;
    const judge = (rules: RulesInForce): Assessment => options.check(source, rules, corrections, keptLanguage);
    const current = ruleSetSha256 === before.ruleSet.sha256 && toolVersion === options.toolVersion;
    pairs.push({ key: row.id, before: current ? judged : judge(before), after: judge(after) });
    names.set(row.id, nameOf(row, source.name, keptLanguage));
    await pause();
    gone?.throwIfAborted();
  }
  return { impact: impactOf(pairs), names, seconds: (performance.now() - began) / 1000 };
}

/** What a text would do to the rule sets of the files that build on this one, and which of these it would break. */
export async function changesBuiltOn(
  options: AppOptions,
  name: string,
  text: string,
): Promise<{ readonly changes: readonly RuleChange[]; readonly broken: readonly RuleError[] }> {
  const checks = (await options.editing?.checkThoseBuiltOn(name, text)) ?? [];
  const inForce = options.rules.list();
  return {
    changes: checks.flatMap(({ rules }) => {
      const before = inForce.find(({ ruleSet }) => ruleSet.id === rules?.ruleSet.id);
      return rules === null || before === undefined ? [] : [{ before, after: rules }];
    }),
    broken: checks.flatMap(({ rules, errors }) => (rules === null ? errors.slice(0, 1) : [])),
  };
}

export function effectView({ impact, names, seconds }: Awaited<ReturnType<typeof effectOf>>, lang: Lang): EffectView {
  const t = (key: keyof typeof pageTexts, values: Readonly<Record<string, string | number>> = {}): string =>
    say(pageTexts[key], lang, values);
  const score = (value: number | null): string => (value === null ? '—' : value.toFixed(1));
  const status = (value: Status | null): string =>
    value === null ? t('effectNotAsked') : pick(statusWords[value], lang);
  const more = (count: number): string => (count > mostNamed ? t('andMore', { n: count - mostNamed }) : '');
  const named = (key: string) => ({ href: `/reports/${key}`, name: names.get(key) ?? key });
  const gap = ({ title, keys }: Impact['appearing'][number]): GapView => ({
    title,
    count: keys.length,
    reports: keys.slice(0, mostNamed).map(named),
    more: more(keys.length),
  });
  return {
    summary: t('effectSummary', { changed: impact.changed.length, reports: impact.reports }),
    mean: t('effectMean', { before: score(impact.meanBefore), after: score(impact.meanAfter) }),
    seconds: seconds.toFixed(1),
    appearing: impact.appearing.map(gap),
    going: impact.going.map(gap),
    unasked: impact.unasked.map(gap),
    folded: impact.changed.length > mostUnfolded,
    reports: impact.changed.map(one => ({
      ...named(one.key),
      score:
        one.scoreBefore === one.scoreAfter
          ? score(one.scoreAfter)
          : `${score(one.scoreBefore)} → ${score(one.scoreAfter)}`,
      outcome: one.outcomeBefore === one.outcomeAfter ? '' : `${one.outcomeBefore ?? '—'} → ${one.outcomeAfter ?? '—'}`,
      changes:
        one.findings.length === 0 && one.outcomeBefore === one.outcomeAfter
          ? [t('scoreOnly')]
          : one.findings
              .slice(0, mostNamed)
              .map(({ title, before, after }) =>
                t('effectChange', { title, before: status(before), after: status(after) }),
              ),
      more: more(one.findings.length),
    })),
  };
}
