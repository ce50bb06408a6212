/** Why an example came out otherwise than its list says: what counted, what was refused, or why the requirement does not apply. */
import type { RuledRequirement, RuleSet } from '../rules/load.ts';
import type { Example } from '../rules/schema.ts';
import { type Bilingual, fill, fillBoth } from '../words/bilingual.ts';
import { refusalWords } from '../words/findings.ts';
import { exampleWords as words } from '../words/rules.ts';
import { type Context, type FlatSpan, quoteAround } from './context.ts';
import { type ExampleFailure, readExample } from './examples.ts';
import { judgeAll } from './judge.ts';
import { nearestOf } from './near.ts';
import type { Verdict } from './verdict.ts';

/** Longest quote; a sentence is told in full before it. */
const longestQuote = 40;

/** Null where there is nothing to add: the figure that was read is told already. */
export function whyFailed(ruleSet: RuleSet, failure: ExampleFailure): Bilingual | null {
  if (failure.value !== undefined) return null;
  const rule = ruleSet.requirements.find(one => one.id === failure.requirement);
  const example = rule?.examples?.[failure.expected as keyof typeof rule.examples]?.find(
    one => (typeof one === 'string' ? one : one.text) === failure.text,
  );
  if (rule === undefined || example === undefined) return null;
  const context = readExample(ruleSet, rule, example);
  const judged = judgeAll(context).get(rule.id);
  return judged === undefined ? null : whyOf(context, rule, example, judged, failure);
}

function whyOf(
  context: Context,
  rule: RuledRequirement,
  example: Example,
  judged: Verdict,
  { actual, expected }: ExampleFailure,
): Bilingual | null {
  const { reason } = judged;
  switch (actual) {
    case 'not-applicable':
      return reason === null ? null : (ofOtherLevel(context, rule, example, reason) ?? reason);
    case 'met':
      return counted(context, judged) ?? reason;
    case 'partial':
      if (expected !== 'met') return counted(context, judged) ?? reason;
      if (judged.partYear) return refusalWords['part-year'];
      return reason ?? near(context, judged) ?? counted(context, judged);
    case 'missing':
      return reason ?? near(context, judged) ?? words.nothing;
    default:
      return reason;
  }
}

/** An example that names no level is one of a county, to which the requirement may not apply. */
function ofOtherLevel(context: Context, rule: RuledRequirement, example: Example, why: Bilingual): Bilingual | null {
  const { level } = context;
  const [meant] = rule.appliesTo?.levels ?? [];
  const named = typeof example !== 'string' && example.level !== undefined;
  if (named || level === null || meant === undefined || rule.appliesTo?.levels?.includes(level) === true) return null;
  const written = `{ "level": "${meant}", "text": "…" }`;
  return fillBilingual(words.level, { why, written: { zh: written, en: written } });
}

function counted(context: Context, { evidence }: Verdict): Bilingual | null {
  const [first] = evidence;
  return first === undefined ? null : fillBoth(words.counted, { quote: quoteOf(context, first) });
}

function near(context: Context, { refused }: Verdict): Bilingual | null {
  const nearest = nearestOf(context, refused);
  if (nearest === null) return null;
  const { kind, span, word } = nearest;
  const why = fillBoth(refusalWords[kind], { word: word ?? '' });
  const quote = quoteOf(context, span);
  return fillBilingual(words.near, { why, quote: { zh: quote, en: quote } });
}

/** The words themselves: the sentence they stand in is known. */
function quoteOf(context: Context, span: FlatSpan): string {
  const { at } = context.report.copy;
  const { start, end } = span.end > span.start ? span : quoteAround(context, span);
  const quote = context.report.text.slice(at[start] ?? 0, (at[Math.max(start, end - 1)] ?? 0) + 1).replace(/\s+/g, ' ');
  return quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote;
}

/** Each language with the values of its own. */
function fillBilingual(text: Bilingual, values: Readonly<Record<string, Bilingual>>): Bilingual {
  const of = (lang: 'zh' | 'en') =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value[lang]]));
  return { zh: fill(text.zh, of('zh')), en: fill(text.en, of('en')) };
}
