/** A result as it may be shown and handed on: identity card and mobile numbers masked in quotes, reasons and text. */
import type { Assessment } from '../assess/types.ts';
import { maskPersonal, type RestrictedEntry } from '../report/restricted.ts';
import { type Lang, pick, say } from '../words/bilingual.ts';
import { pageTexts } from '../words/pages.ts';
import { restrictedKindWords } from '../words/restricted.ts';

const mostTold = 20;

/** What was found, one line each, the first ones where there are many: `第1行：密级标志“机密★1年”`. */
export function restrictedLines(found: readonly RestrictedEntry[], lang: Lang): readonly string[] {
  const lines = found.slice(0, mostTold).map(({ kind, quote, line }) =>
    say(line === 0 ? pageTexts.restrictedInHeader : pageTexts.restrictedAt, lang, {
      kind: pick(restrictedKindWords[kind], lang),
      quote,
      line,
    }),
  );
  const more = found.length - lines.length;
  return more > 0 ? [...lines, say(pageTexts.restrictedMore, lang, { n: more })] : lines;
}

/** Text and result with personal numbers masked, unit for unit: every offset stays true. The same objects where there are none. */
export function withoutNumbers(assessment: Assessment, text: string): { assessment: Assessment; text: string } {
  const shown = maskPersonal(text);
  if (shown === text) return { assessment, text };
  const { source, ruleSet, tool } = assessment;
  return { assessment: { ...(masked(assessment, shown) as Assessment), source, ruleSet, tool }, text: shown };
}

/** Every string masked; a quote is cut anew, since it may hold half a number. */
function masked(value: unknown, text: string): unknown {
  if (typeof value === 'string') return maskPersonal(value);
  if (Array.isArray(value)) return value.map(one => masked(one, text));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, text)]));
  const { quote, start, end } = copy;
  return typeof quote === 'string' && typeof start === 'number' && typeof end === 'number'
    ? { ...copy, quote: text.slice(start, end) }
    : copy;
}
