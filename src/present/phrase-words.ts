/** A phrase of the rule language as a clerk reads it: what is a slot or a named list is said in words. */
import { type Lang, pick, say } from '../words/bilingual.ts';
import { manualTexts } from '../words/manual.ts';

const slotNames: Readonly<Record<string, 'slotRate' | 'slotDate'>> = { rate: 'slotRate', date: 'slotDate' };

/** `听取…汇报<n次>` → 听取…汇报〔数量：次〕. Brackets stay, with / between choices; the page explains them. */
export function phraseWords(phrase: string, lang: Lang): string {
  return phrase
    .replace(/<([^<>]*)>/g, (_, slot: string) => slotWords(slot.trim(), lang))
    .replace(/\{([^{}]*)\}/g, (_, term: string) => say(manualTexts.slotTerm, lang, { term }))
    .replace(/「([^」]*)」/g, '$1')
    .replace(/…句…/g, pick(manualTexts.gapSentence, lang))
    .replace(/…(\d{1,2})…/g, '…')
    .replace(/……/g, '…')
    .replaceAll('|', '/');
}

function slotWords(slot: string, lang: Lang): string {
  const named = slotNames[slot];
  if (named !== undefined) return pick(manualTexts[named], lang);
  if (slot.startsWith('doc')) return say(manualTexts.slotDoc, lang, { words: slot.slice(3).trim() });
  const unit = slot.replace(/^n/, '');
  return unit === '' ? pick(manualTexts.slotNumber, lang) : say(manualTexts.slotCount, lang, { unit });
}
