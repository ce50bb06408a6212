/** When a rule set comes to which outcome, in words. */
import type { RuleSet } from '../rules/load.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { manualTexts } from '../words/manual.ts';

export function whenWords(when: RuleSet['outcomes'][number]['when'], lang: Lang): string {
  if (when === undefined) return pick(manualTexts.whenElse, lang);
  const parts: string[] = [];
  if (when.mandatoryMissing) parts.push(say(manualTexts.whenMissing, lang, { n: when.mandatoryMissing.atLeast }));
  if (when.mandatoryPartial) parts.push(say(manualTexts.whenPartial, lang, { n: when.mandatoryPartial.atLeast }));
  if (when.expectedShare) parts.push(say(manualTexts.whenShare, lang, { n: when.expectedShare.below }));
  return parts.length === 0 ? pick(manualTexts.whenElse, lang) : parts.join(pick(manualTexts.or, lang));
}
