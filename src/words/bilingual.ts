/** Texts in the two languages of the tool. Chinese is the language of the work; English stands beside it. */

export type Lang = 'zh' | 'en';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The text in one language; a text given in Chinese only serves both. `{name}` is filled from `values`. */
export function pick(text: string | Bilingual | { readonly zh: string; readonly en?: string }, lang: Lang): string {
  if (typeof text === 'string') return text;
  return (lang === 'en' ? text.en : undefined) ?? text.zh;
}

/** Words that are to stand between “ and ”: their own quotation marks are the inner ones. An apostrophe stays. */
export function innerQuotes(words: string): string {
  return words.replace(/‘([^‘’]*)’|[“”]/g, (mark, within?: string) =>
    within === undefined ? (mark === '“' ? '‘' : '’') : `“${within}”`,
  );
}

/**
 * `text` with each `{name}` replaced from `values`; a name that is not given stays as it is, so that it is seen. What comes
 * between “ and ” has inner quotation marks.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  let filled = '';
  let from = 0;
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', open + 1)) {
    const close = text.indexOf('}', open);
    const value = values[text.slice(open + 1, close)];
    if (close === -1 || value === undefined) continue;
    const isQuoted = text[open - 1] === '“' && text[close + 1] === '”';
    filled += text.slice(from, open) + (isQuoted ? innerQuotes(String(value)) : String(value));
    from = close + 1;
  }
  return filled + text.slice(from);
}

/** Words in brackets behind others, as the language sets them. */
export const inBrackets = (words: string | number, lang: Lang): string =>
  lang === 'zh' ? `（${words}）` : ` (${words})`;

/** Both languages in one text, for answers given before a language is known. */
export const both = ({ zh, en }: Bilingual): string => `${zh}\n${en}`;

/** Both languages filled from the same values. */
export function fillBoth(text: Bilingual, values: Readonly<Record<string, string | number>>): Bilingual {
  return { zh: fill(text.zh, values), en: fill(text.en, values) };
}

export function say(
  text: string | Bilingual,
  lang: Lang,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(pick(text, lang), values);
}
