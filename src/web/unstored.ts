/** The result of a text that is not kept: checked only, or a sample. */
import type { Assessment } from '../assess/types.ts';
import { resultView } from '../present/view.ts';
import type { AppOptions } from './options.ts';
import type { PageContext, Pages } from './page.ts';

export interface Unstored {
  readonly assessment: Assessment;
  readonly text: string;
  /** Said on top of the page. */
  readonly notice: string;
  readonly sample: boolean;
}

export function unstoredResult(
  options: AppOptions,
  pages: Pages,
  c: PageContext,
  { assessment, text, notice, sample }: Unstored,
): Response | Promise<Response> {
  const ruleSet = options.rules.get(assessment.ruleSet.id)?.ruleSet;
  const at = options.clock().toISOString();
  const result = resultView({ assessment, text, at, lang: c.var.lang, ruleSet });
  return pages.page(
    c,
    'result',
    { title: result.heading, kind: 'result', stamp: result.stamp, section: 'register' },
    { result, stored: false, unfold: false, reviewing: null, correcting: '', sample, notice },
  );
}
