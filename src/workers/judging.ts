/** From a text to its result as it is printed, by rules and wishes that are the same for a whole run. */
import { chooseRules } from '../assess/choose.ts';
import { assessText, type Corrections } from '../assess/pipeline.ts';
import type { Assessment } from '../assess/types.ts';
import { resultTable, summaryRow } from '../present/table.ts';
import type { ResultView } from '../present/view-types.ts';
import type { SourceText } from '../read/types.ts';
import type { RuleSet } from '../rules/load.ts';
import type { Tier } from '../rules/types.ts';
import type { Lang } from '../words/bilingual.ts';

export type ResultFormat = 'table' | 'json' | 'html' | 'md';

/** What is wished of every result of a run. */
export interface Wishes {
  readonly corrections: Corrections;
  readonly lang: Lang;
  readonly format: ResultFormat;
  readonly toolVersion: string;
}

/** Little enough that thousands can wait to be written. */
export interface Judged {
  /** Id of the rule set by which it was judged. */
  readonly ruleSet: string;
  /** The result in the format wished, without an end of line; JSON as an array of one. */
  readonly text: string;
  /** Its line in a summary of several, where the format is `table`. */
  readonly row: readonly string[] | null;
  /** The most important tier of which a requirement is partial or missing. */
  readonly gap: Tier | null;
}

/** A text on which the program itself broke; the others go on. */
export interface JudgingFailed {
  /** For the log. */
  readonly failed: string;
}

export type Judge = (source: SourceText) => Judged | JudgingFailed;

interface RulesToUse {
  readonly ruleSet: RuleSet;
  readonly fenced: readonly string[];
}

/** Loads what the format needs, and nothing that another would. */
export async function createJudge(
  rules: readonly RulesToUse[],
  { corrections, lang, format, toolVersion }: Wishes,
): Promise<Judge> {
  const print = await printer(format, lang);
  const judge = (source: SourceText): Judged => {
    const chosen = chooseRules(source, rules);
    if (chosen === null) throw new Error('no rules');
    const { ruleSet, fenced } = chosen;
    const assessment = assessText({ source, ruleSet, fenced, corrections, lang, toolVersion });
    return { ruleSet: ruleSet.id, ...print(assessment, source, ruleSet), gap: gapOf(assessment) };
  };
  return source => {
    try {
      return judge(source);
    } catch (error) {
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
}

type Print = (assessment: Assessment, source: SourceText, ruleSet: RuleSet) => Pick<Judged, 'text' | 'row'>;

async function printer(format: ResultFormat, lang: Lang): Promise<Print> {
  if (format === 'json') return assessment => ({ text: JSON.stringify([assessment], null, 2), row: null });
  const { resultView } = await import('../present/view.ts');
  const by =
    (render: (view: ResultView) => string): Print =>
    (assessment, { name, text }, ruleSet) => {
      const view = resultView({ assessment, text, at: null, lang, ruleSet });
      return { text: render(view), row: format === 'table' ? summaryRow(name, view) : null };
    };
  if (format === 'table') return by(resultTable);
  if (format === 'md') return by((await import('../present/markdown.ts')).resultMarkdown);
  const [{ resultHtml }, { createRenderer }] = await Promise.all([
    import('../present/html.ts'),
    import('../present/templates.ts'),
  ]);
  const renderer = createRenderer(lang);
  return by(view => resultHtml(view, renderer));
}

export const tiersByWeight: readonly Tier[] = ['mandatory', 'expected', 'optional'];

function gapOf({ findings }: Assessment): Tier | null {
  const open = findings.filter(({ status }) => status === 'partial' || status === 'missing');
  return tiersByWeight.find(tier => open.some(finding => finding.tier === tier)) ?? null;
}
