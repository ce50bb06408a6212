/** A reason as it is told where the closest passage does not stand below it. */
import { type Lang, pick } from '../words/bilingual.ts';
import { findingWords } from '../words/findings.ts';

/** Without the announcement of a closest passage. */
export function bareReason(reason: string, lang: Lang): string {
  const announced = pick(findingWords.missing, lang).replace('{gap}', '');
  return reason.endsWith(announced) ? `${reason.slice(0, -announced.length)}${lang === 'zh' ? '。' : '.'}` : reason;
}
