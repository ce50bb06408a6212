/** The stamp of a result as one line: tool, rule set, source and time. */
import { type Lang, pick } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import type { StampView } from './view-types.ts';

export function stampLine(stamp: StampView, lang: Lang): string {
  return [
    stamp.tool,
    `${pick(pageTexts.ruleSetShort, lang)} ${stamp.ruleSet} (${stamp.ruleSetHash})`,
    `${pick(pageTexts.sourceHash, lang)} ${stamp.sourceHash}`,
    ...(stamp.time === '' ? [] : [stamp.time]),
  ].join(' · ');
}
