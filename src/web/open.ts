/** Opens a stored draft: its result in the language of the page, under the decisions that people made on it. */
import { lapsedOf, settled, standing, withRulings } from '../assess/rulings.ts';
import type { Assessment } from '../assess/types.ts';
import { resultView } from '../present/view.ts';
import type { ResultView } from '../present/view-types.ts';
import type { Draft, Organ, ReportRecord } from '../store/types.ts';
import type { Lang } from '../words/bilingual.ts';
import { localDay } from '../words/dates.ts';
import { asSource, givenOf, keptLanguage, summaryOf } from './check.ts';
import { organOf } from './entries.ts';
import type { AppOptions, RulesInForce } from './options.ts';

export interface Opened {
  readonly record: ReportRecord;
  readonly draft: Draft;
  /** Its unit, where the roster has it. */
  readonly organ: Organ | null;
  readonly result: ResultView;
  /** Under the decisions that hold. */
  readonly assessment: Assessment;
  /** As the machine left it. */
  readonly machine: Assessment;
  /** The rule set in force is another one than that of the check. */
  readonly outdated: boolean;
}

/** Null where there is no such report or draft; without a number it is the last draft. */
export async function openDraft(
  options: AppOptions,
  id: string,
  asked: string | undefined,
  lang: Lang,
): Promise<Opened | null> {
  const record = await options.store.get(id);
  if (record === null) return null;
  const draft = asked === undefined ? record.drafts.at(-1) : record.drafts.find(each => each.n === Number(asked));
  return draft === undefined ? null : opened(options, record, draft, lang);
}

function opened(options: AppOptions, record: ReportRecord, draft: Draft, lang: Lang): Opened {
  const kept = draft.assessment as Assessment;
  const rules = options.rules.get(kept.ruleSet.id);
  const outdated = rules !== null && rules.ruleSet.sha256 !== kept.ruleSet.sha256;
  // The rules of that time are known no more once they are outdated: then the result stays in its language.
  const machine = lang === keptLanguage || rules === null || outdated ? kept : translated(options, draft, rules, lang);
  const history = record.rulings ?? [];
  const assessment = withRulings(machine, standing(history, draft.n), rules?.ruleSet ?? null);
  const result = resultView({
    assessment,
    text: draft.source.text,
    at: draft.summary.assessedAt,
    lang,
    ruleSet: rules?.ruleSet,
    received: localDay(draft.receivedAt),
    reviews: { history, draft: draft.n },
  });
  const organ = organOf(options.store.organs, record);
  return { record, draft, organ, result, assessment, machine, outdated };
}

/** Results in another language than the one in which they are kept, made once for a text and its rules. */
const translations = new WeakMap<AppOptions, Map<string, Assessment>>();
const mostTranslated = 50;

function translated(options: AppOptions, draft: Draft, rules: RulesInForce, lang: Lang): Assessment {
  const given = givenOf(draft);
  const made = translations.get(options) ?? new Map<string, Assessment>();
  translations.set(options, made);
  const { name, textSha256 } = draft.source;
  const key = JSON.stringify([name, textSha256, given, rules.ruleSet.sha256, rules.fenced, lang]);
  const known = made.get(key) ?? options.check(asSource(draft.source), rules, given, lang);
  // The one asked for last stands last.
  made.delete(key);
  made.set(key, known);
  const [oldest] = made.keys();
  if (made.size > mostTranslated && oldest !== undefined) made.delete(oldest);
  return known;
}

/** The kept result of a draft, in Chinese, under the decisions that hold. */
export function underRulings(options: AppOptions, record: ReportRecord, draft: Draft): Assessment {
  const machine = draft.assessment as Assessment;
  const ruleSet = options.rules.get(machine.ruleSet.id)?.ruleSet ?? null;
  return withRulings(machine, standing(record.rulings ?? [], draft.n), ruleSet);
}

/** The query that leads to a draft; '' for the last one. */
export const draftQuery = (record: ReportRecord, draft: Draft): string =>
  draft.n === record.drafts.at(-1)?.n ? '' : `?draft=${draft.n}`;

/**
 * The record once draft `n` has been checked, anew or for the first time: decisions made on it, or on draft `from`, are kept
 * or lapse, and what the register shows of it follows them.
 */
export function withSettledRulings(options: AppOptions, record: ReportRecord, from: number, n: number): ReportRecord {
  const draft = record.drafts.find(each => each.n === n);
  if (draft === undefined) return record;
  const history = record.rulings ?? [];
  const at = options.clock().toISOString();
  return withSummary(options, {
    ...record,
    rulings: [...history, ...settled(history, from, n, draft.assessment as Assessment, at)],
  });
}

/** The record with the summaries of its drafts under the decisions that hold. */
export function withSummary(options: AppOptions, record: ReportRecord): ReportRecord {
  const history = record.rulings ?? [];
  return {
    ...record,
    drafts: record.drafts.map(draft => {
      const machine = draft.assessment as Assessment;
      const ruleSet = options.rules.get(machine.ruleSet.id)?.ruleSet ?? null;
      const decisions = standing(history, draft.n);
      const ruledOn = history.some(entry => entry.draft === draft.n);
      if (!ruledOn) return draft;
      return {
        ...draft,
        summary: summaryOf(
          withRulings(machine, decisions, ruleSet),
          draft.summary.assessedAt,
          lapsedOf(history, draft.n),
        ),
      };
    }),
  };
}
